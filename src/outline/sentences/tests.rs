use super::{deadlines, period};

/// What is found in a text: words, title and owners.
fn found(text: &str) -> Vec<(String, String, String)> {
    let found = deadlines(text).into_iter();
    found.map(|one| (one.words, one.title, one.owners.all().join("、"))).collect()
}

#[test]
fn a_deadline_in_a_sentence_is_found_with_the_clause_that_says_what_is_to_be_done() {
    let sentences = [
        ("有针对性地组织调查研究，调研成果7月底上报市活动办。", "7月底", "调研成果上报市活动办", ""),
        ("各单位于6月10日前将材料报送办公室。", "6月10日前", "将材料报送办公室", "各单位"),
        ("重点排污口整治9月底前完成，其余排污口同步推进。", "9月底前", "重点排污口整治完成", ""),
        ("各镇于每月25日前报送工作进展。", "每月25日前", "报送工作进展", "各镇"),
        ("电工培训班，2024年4月28日前结业。", "2024年4月28日前", "电工培训班", ""),
        ("由住建局牵头，市场监管局配合，5月31日前完成核查。", "5月31日前", "完成核查", "住建局、市场监管局"),
        ("由工信局负责，6月20日前提出方案，报县政府研究。", "6月20日前", "提出方案", "工信局"),
        ("6月16日举办咨询日，应急局统筹。", "6月16日", "举办咨询日", "应急局"),
        ("要坚持问题导向，县级领导带头负责，6月底前完成整改。", "6月底前", "完成整改", ""),
        ("6月底前，完成全部自查工作。", "6月底前", "完成全部自查工作", ""),
        ("教案评比材料请于10月25日前交教务处。", "10月25日前", "教案评比材料交教务处", ""),
        (
            "以上活动时间主要安排在5月份到7月份，具体由局活动办总体统筹。",
            "5月份到7月份",
            "以上活动时间主要",
            "",
        ),
        ("为市委8月份召开十二届六次全会献计献策。", "8月份", "为市委召开十二届六次全会献计献策", ""),
        ("Reports must be submitted by 10 June.", "10 June", "Reports must be submitted", ""),
        ("The interim report is due on 15 July 2019.", "15 July 2019", "The interim report", ""),
        (
            "The project report must be handed in by December 8, 2023.",
            "December 8, 2023",
            "The project report must be handed in",
            "",
        ),
    ];
    for (text, words, title, owner) in sentences {
        assert_eq!(found(text), [(words.into(), title.into(), owner.into())], "{text}");
    }
}

#[test]
fn what_is_called_as_the_past_is_can_be_the_work_itself() {
    let text = "12月中旬完成毕业论文的修订。";
    assert_eq!(found(text), [("12月中旬".into(), "完成毕业论文的修订".into(), String::new())]);
}

#[test]
fn what_is_to_be_understood_is_not_past() {
    let text = "为了落实要求，5月底前了解情况，形成了然于胸的台账。";
    assert_eq!(found(text), [("5月底前".into(), "了解情况".into(), String::new())]);
}

#[test]
fn one_paragraph_can_hold_two_deadlines() {
    let text = "5月底前完成自查；6月10日前，各科室报送总结。";
    let expected = [("5月底前", "完成自查"), ("6月10日前", "各科室报送总结")];
    let found = deadlines(text);
    assert_eq!(
        found.iter().map(|one| (one.words.as_str(), one.title.as_str())).collect::<Vec<_>>(),
        expected
    );
    assert_eq!(found[1].sentence, "6月10日前，各科室报送总结。");
}

#[test]
fn what_is_past_or_of_others_is_no_deadline() {
    for text in [
        "2003年以来，我市的档案工作取得成效。",
        "习近平总书记在2018年5月2日的讲话精神",
        "根据《关于加强管理的意见》（2019年6月），制定本方案。",
        "本办法自2018年1月1日起施行。",
        "市委8月份召开十二届六次全会。",
        "截至2018年底，全市共有企业100家。",
        "联系人：办公室，电话：87268888，5月10日前有效。",
        "2018年5月，市委召开了动员大会。",
        "Support for 3.9 ended on 31 December 2022.",
        "The call was published on 12 March 2018.",
        "供热单位名单以2021年10月15日核定的为准。",
        "2018年5月12日上午，局领导主持召开生产例会。",
        "会议通报了4月份全县生产形势，听取了汇报。",
        "1至4月全县共发生事故3起，同比下降25%。",
        "截至2025年8月31日在账的全部固定资产。",
        "江苏省人民政府办公厅2018年5月10日印发",
        "填表日期：                   2016年09月",
        "公布2021年10月15日核定的供热单位名单。",
        "依据2018年5月修订的办法。",
        "发行号：2016-11-05",
        "计算机专业三年发展（规划书2019－2021）",
    ] {
        assert_eq!(deadlines(text), [], "{text}");
    }
}

#[test]
fn the_period_of_the_whole_plan_is_what_a_sentence_says_of_it() {
    let periods = [
        ("这次活动从2018年5月开始到2018年年底，分四个阶段进行。", "2018年5月开始到2018年年底"),
        ("检查时间为2022年11月1日至2023年3月15日，范围为全部单位。", "2022年11月1日至2023年3月15日"),
        (
            "The project runs from 1 February 2019 to 31 January 2020.",
            "from 1 February 2019 to 31 January 2020",
        ),
    ];
    for (text, words) in periods {
        assert_eq!(period(text).as_deref(), Some(words), "{text}");
    }
    for text in [
        "行动分阶段进行，2016年11月11日至11月30日，已完成动员；2016年12月1日至2017年1月31日是整治阶段。",
        "5月上旬至中旬开展自查。",
        "自2003年以来的档案",
        "6月底前分三个阶段完成。",
    ] {
        assert_eq!(period(text), None, "{text}");
    }
}
