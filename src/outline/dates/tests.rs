use super::{is_time, spots};

/// The dates of a text, as they stand there.
fn words(text: &str) -> Vec<&str> {
    spots(text).iter().map(|spot| spot.words).collect()
}

#[test]
fn a_date_is_the_longest_words_that_are_read_as_one() {
    let texts = [
        ("（二）学习调研阶段（5月下旬至7月底）。", "5月下旬至7月底"),
        ("从2018年5月开始到2018年年底，分四个阶段进行。", "从2018年5月开始到2018年年底"),
        ("有针对性地组织调查研究，调研成果7月底上报市活动办。", "7月底"),
        ("各单位于6月10日前将材料报送办公室。", "6月10日前"),
        ("以上活动时间主要安排在5月份到7月份，具体由局活动办总体统筹。", "5月份到7月份"),
        ("2018.5.4-5.6 报名", "2018.5.4-5.6"),
        ("1.提前到场签到。2.8月25日前交心得。", "8月25日前"),
        ("1.8月25日前交心得。", "8月25日前"),
        ("2018.5月底前", "2018.5月底前"),
        ("5月25-27日 报到", "5月25-27日"),
        ("2018 年 5 月 25 日前完成", "2018 年 5 月 25 日前"),
        ("于5月25日（星期五）下午5点半前提交", "5月25日（星期五）下午5点半前"),
        ("不晚于2018年12月20日完成", "不晚于2018年12月20日"),
        ("每月25日前报送", "每月25日前"),
        ("二〇一八年五月二十五日", "二〇一八年五月二十五日"),
        ("十二月底前全部完成", "十二月底前"),
        ("第一季度完成摸底", "第一季度"),
        ("在“七一”前组织表彰", "“七一”前"),
        ("国庆节前完成", "国庆节前"),
        ("12月中旬至年底总结", "12月中旬至年底"),
        ("Reports must be submitted by 10 June.", "by 10 June"),
        ("17 May – 24 May 2023: review", "17 May – 24 May 2023"),
        ("Sep-8 Introduction", "Sep-8"),
        ("on Tuesday 5 June 2018 at the office", "Tuesday 5 June 2018"),
        ("The draft is due no later than 30 September 2019, in print", "no later than 30 September 2019"),
        ("Interviews are held in May and written up", "May"),
        ("finish by the end of Q3", "by the end of Q3"),
        ("The release of 2019-06-30 stands", "2019-06-30"),
    ];
    for (text, date) in texts {
        assert_eq!(words(text), [date], "{text}");
    }
}

#[test]
fn a_text_can_hold_several_dates() {
    let text = "5月底前完成自查，6月10日至20日抽查，年底前总结。";
    assert_eq!(words(text), ["5月底前", "6月10日至20日", "年底前"]);
    let spots = spots("from 1 May to 5 May we plan; test by 10 June");
    assert_eq!(spots.iter().map(|spot| (spot.start, spot.end)).collect::<Vec<_>>(), [(0, 19), (34, 44)]);
}

#[test]
fn what_is_wrong_or_open_about_a_date_is_found_with_it() {
    let texts = [
        ("6月31日前完成整改", "6月31日前"),
        ("2016年11年24日开题", "2016年11年24日"),
        ("2016年11年24日-11月28日：互评", "2016年11年24日-11月28日"),
        ("2016年11年29日-12月 5日： 互评", "2016年11年29日-12月 5日"),
        ("预计6月底完成", "预计6月底"),
        ("6月底左右完成", "6月底左右"),
        ("25日前报送", "25日前"),
        ("月底前报送", "月底前"),
        ("春节前完成", "春节前"),
        ("5月25日和6月10日各报一次", "5月25日和6月10日"),
        ("25日完成初稿", "25日"),
    ];
    for (text, date) in texts {
        assert_eq!(words(text), [date], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    let texts = [
        "苏政发〔2021〕1号",
        "政办发[2021]12号文",
        "2003年以来",
        "面向2018届毕业生",
        "改革开放40周年",
        "改革开放40年的历史经验",
        "为十二届六次全会献策",
        "十二届五次全会",
        "见1.1.2和2.5两节",
        "版本3.2.1",
        "单价2.5元",
        "列出1－2个重点难点问题",
        "党的十八大以来",
        "作为年终考核的依据",
        "公示期10日",
        "第3号楼",
        "三分之一",
        "1/3的单位",
        "电话0519-87268888",
        "We may march on",
        "version 2.5 of 10 items",
        "see 4.2 and page 12",
        "the second of three",
        "room 2018",
        "20**年12月7日前",
        "20XX年12月7日—20XX年12月9日",
        "ISO 8601-1",
        "一是制定方案。二是动员部署。",
        "2018年以来",
        "3年内须经审批",
        "三年内",
    ];
    for text in texts {
        assert_eq!(words(text), [""; 0], "{text}");
    }
}

#[test]
fn all_of_a_text_can_say_when() {
    for text in [
        "5月25日前", "6月31日前", "8.7", "6/10", "待定", "TBD", "长期坚持", "每月25日前", "5月下旬至7月底",
        "by 10 June", "6月10日和15日", "第12周", "Week 3", "8/31-6",
    ] {
        assert!(is_time(text), "{text}");
    }
    for text in [
        "",
        "—",
        "召开动员会",
        "5月25日前召开动员会。会后报送材料",
        "1.召开会议",
        "财务科",
        "phase",
        "暑假社会实践",
        "第一周工作安排",
        "部署阶段(5月)",
        "Freeze: Monday August 6th 2018.",
        "完工的最迟期限是2018年12月31日。",
        "按照归档管理的规范要求办理",
        "12:00 – 14:00",
        "11:05 – 11.35",
        "9:15",
    ] {
        assert!(!is_time(text), "{text}");
    }
}

#[test]
fn a_long_text_of_nothing_but_dates_or_their_words_is_read() {
    let counts = [("6月10日前，", 1), ("5月", 0), ("1 ", 0), ("（", 0), ("Jun ", 0), ("一", 0), ("—", 0)];
    for (part, each) in counts {
        let times = 6_000 / part.len();
        let found = spots(&part.repeat(times)).len();
        assert!(if each == 1 { found == times } else { found < times }, "{part}: {found}");
    }
}
