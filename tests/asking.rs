//! What is asked of a document, and what is said of its places, in both languages: every kind of question once.

use chrono::NaiveDate;

use plan::messages::Language;
use plan::outline::document::{Foreign, Limit, Place, Unreadable};
use plan::outline::question::{About, Question};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("there is such a day")
}

fn said(question: &Question) -> [String; 2] {
    [Language::Zh, Language::En].map(|language| language.messages().question(question))
}

fn paragraph(about: About) -> Question {
    Question::at(&Place::Paragraph(7), about)
}

fn in_words(words: &str, of: fn(String) -> About) -> [String; 2] {
    said(&paragraph(of(words.to_owned())))
}

#[test]
fn a_day_that_is_in_doubt_is_asked_for_with_the_days_that_could_be_meant() {
    let words = || "6月31日前".to_owned();
    let row = Place::Row { table: 2, row: 5 };
    let candidates = vec![day(2018, 6, 30), day(2018, 7, 1)];
    let no_such_day =
        Question { further: 2, ..Question::at(&row, About::NoSuchDay { words: words(), candidates }) };
    assert_eq!(
        said(&no_such_day),
        [
            "表2第5行“6月31日前”没有这一天：写6月30日，还是7月1日？（另有2处相同）",
            "table 2, row 5: there is no \"6月31日前\": 30 June or 1 July? (and 2 more like it)",
        ]
    );
    let candidates = vec![day(2016, 11, 24), day(2017, 11, 24)];
    assert_eq!(
        said(&paragraph(About::Outside { words: "2016年11月24日".into(), candidates })),
        [
            "第7段“2016年11月24日”在方案的时间之外：写2016年11月24日，还是2017年11月24日？",
            "paragraph 7: \"2016年11月24日\" lies outside the plan: 24 November 2016 or 24 November 2017?",
        ]
    );
    assert_eq!(
        said(&paragraph(About::Weekday {
            words: "周一，2月27日".into(),
            candidates: vec![day(2024, 2, 26)]
        })),
        [
            "第7段“周一，2月27日”星期与日期对不上：是不是2月26日？",
            "paragraph 7: the weekday of \"周一，2月27日\" is another: is 26 February meant?",
        ]
    );
    assert_eq!(
        said(&paragraph(About::Several { words: "3月初".into(), candidates: Vec::new() })),
        [
            "第7段“3月初”有几种读法：应当写哪一天？",
            "paragraph 7: \"3月初\" can be read in several ways: which day is meant?",
        ]
    );
    let backwards =
        About::Backwards {
            words: "4月12日至4月2日".into(), start: day(2021, 4, 12), end: day(2021, 4, 2)
        };
    assert_eq!(
        said(&paragraph(backwards)),
        [
            "第7段“4月12日至4月2日”从2021年4月12日到2021年4月2日，前后颠倒：哪一个写错了？",
            "paragraph 7: \"4月12日至4月2日\" runs backwards, from 12 April 2021 to 2 April 2021: which of them is wrong?",
        ]
    );
}

#[test]
fn words_that_are_no_date_are_asked_about() {
    assert_eq!(
        in_words("适时", |words| About::Unread { words }),
        [
            "第7段“适时”读不出是哪一天：应当写哪一天？",
            "paragraph 7: \"适时\" is no date that can be read: which day?",
        ]
    );
    assert_eq!(
        in_words("成果7月底上报。", |words| About::Sentence { words }),
        [
            "第7段的一句话“成果7月底上报。”：是不是一项，期限对不对？",
            "paragraph 7: \"成果7月底上报。\": is it an activity, and is this its deadline?",
        ]
    );
    assert_eq!(
        in_words("已完成", |words| About::DoneWithoutDay { words }),
        [
            "第7段写着“已完成”，没有日期：哪一天完成的？",
            "paragraph 7: \"已完成\", without a day: when was it done?",
        ]
    );
    assert_eq!(
        in_words("进行中", |words| About::Progress { words }),
        ["第7段进度写着“进行中”：完成了百分之几？", "paragraph 7: progress is \"进行中\": how many percent?"]
    );
    assert_eq!(
        in_words("5月8日", |words| About::Inserted { words }),
        [
            "第7段“5月8日”是审阅时插入、还没有接受的：要不要？",
            "paragraph 7: \"5月8日\" was inserted by a reviewer and is not accepted yet: does it stand?",
        ]
    );
    assert_eq!(
        in_words("分步推进", |words| About::PhaseWithoutTime { words }),
        [
            "第7段“分步推进”读不出起止：这个阶段从哪一天到哪一天？",
            "paragraph 7: \"分步推进\" is no time that can be read: from when to when?",
        ]
    );
}

#[test]
fn what_was_taken_for_granted_is_asked_about() {
    let names = || vec!["开始".to_owned(), "截止".to_owned()];
    assert_eq!(
        said(&paragraph(About::Columns { names: names(), taken: Some("截止".into()) })),
        [
            "第7段几栏都像期限（开始、截止），取了“截止”：对不对？",
            "paragraph 7: several columns could hold the deadline (开始, 截止); \"截止\" was taken: is it the one?",
        ]
    );
    assert_eq!(
        said(&paragraph(About::Columns { names: names(), taken: None })),
        [
            "第7段几栏都像期限（开始、截止）：应当取哪一栏？",
            "paragraph 7: several columns could hold the deadline (开始, 截止): which one?",
        ]
    );
    let at = Place::Row { table: 1, row: 3 };
    let disagrees = About::Disagrees { words: "5月1日".into(), other: "5月8日".into(), at };
    assert_eq!(
        said(&paragraph(disagrees)),
        [
            "第7段写的是“5月1日”，表1第3行写的是“5月8日”：以哪个为准？",
            "paragraph 7: \"5月1日\" here, \"5月8日\" in table 1, row 3: which one holds?",
        ]
    );
    let year = About::YearFrom { year: 2018, words: "2018年方案.docx".into(), at: Place::FileName };
    assert_eq!(
        said(&paragraph(year)),
        [
            "第7段没有写年份，按文件名的“2018年方案.docx”取2018年：对不对？",
            "paragraph 7: no year is written; 2018 was taken from \"2018年方案.docx\" (the name of the file): is it right?",
        ]
    );
    assert_eq!(
        said(&paragraph(About::PhaseStart { start: day(2018, 5, 21) })),
        [
            "第7段没有写这个阶段从哪一天开始，按2018年5月21日算：对不对？",
            "paragraph 7: the phase has no first day; 21 May 2018 was taken: is it right?",
        ]
    );
}

#[test]
fn a_place_is_said_as_a_person_finds_it() {
    let sheet = |column| Place::Sheet { sheet: "计划".into(), row: 5, column };
    let places = [
        (Place::Line(3), ["第3行", "line 3"]),
        (Place::TextBox(1), ["第1个文本框", "text box 1"]),
        (Place::Footnote(2), ["脚注2", "footnote 2"]),
        (Place::Margin, ["页眉页脚", "header or footer"]),
        (sheet(None), ["工作表“计划”第5行", "sheet \"计划\", row 5"]),
        (sheet(Some(28)), ["工作表“计划”第5行AB列", "sheet \"计划\", cell AB5"]),
    ];
    for (place, expected) in places {
        let said = [Language::Zh, Language::En].map(|language| language.messages().place(&place));
        assert_eq!(said, expected);
    }
}

#[test]
fn what_is_not_read_is_told_with_what_to_do() {
    let all = [
        Unreadable::Empty,
        Unreadable::TooLarge(Limit::File),
        Unreadable::TooLarge(Limit::Text),
        Unreadable::Damaged("word/document.xml".into()),
        Unreadable::Encrypted,
        Unreadable::OldWord,
        Unreadable::OnlyPictures,
        Unreadable::Foreign(Foreign::Pdf),
        Unreadable::Foreign(Foreign::OpenDocument),
        Unreadable::Unknown,
    ];
    let chinese = [
        ["方案里没有文字", "请看文件是不是拿错了，或者还没有保存"],
        ["方案超过64 MiB，不像一份方案", "把方案那一部分另存为一个文件，再导入"],
        ["方案的内容太多，不像一份方案", "把方案那一部分另存为一个文件，再导入"],
        ["方案已损坏（word/document.xml）", "用Word、WPS打开，另存为新的.docx或.xlsx，再导入"],
        ["方案有密码", "打开后去掉密码，保存，再导入"],
        ["方案是Word 95或更早的格式", "用Word、WPS打开，另存为.docx，再导入"],
        ["方案里只有图片，没有文字", "先用识别文字的软件转成文字，或者另要一份能选中文字的"],
        [
            "方案是PDF，不能直接读",
            "先转成文字：pdftotext -layout 方案.pdf - | plan import -；扫描件要先识别文字",
        ],
        ["方案是OpenDocument文件，不能直接读", "打开后另存为.docx（表格存为.xlsx），再导入"],
        ["方案不是认得的文件格式", "能读的有.docx、.doc、.wps、.xlsx、.xls、.csv、.tsv、.txt、.md"],
    ];
    for (why, expected) in all.iter().zip(chinese) {
        let messages = Language::Zh.messages();
        assert_eq!([messages.unreadable("方案", why).as_str(), messages.make_readable(why)], expected);
        let english = Language::En.messages();
        assert!(english.unreadable("plan.x", why).starts_with("plan.x "));
        assert!(english.make_readable(why).len() > 20);
    }
}
