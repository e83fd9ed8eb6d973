//! Documents and outlines written by hand, and the year that is found.

use super::*;
use crate::model::language::Language;
use crate::outline::account::Account;
use crate::outline::document::{Block, Paragraph};
use crate::outline::entry::{Activity, Time};

/// A document with a line a paragraph.
fn document(text: &str) -> Document {
    let lines = text.lines().enumerate();
    let block =
        |(at, line): (usize, &str)| Block::Paragraph(Paragraph::plain(Place::Paragraph(at + 1), line));
    Document { blocks: lines.map(block).collect(), ..Document::default() }
}

fn outline(title: &str, due: &[&str]) -> Outline {
    let row = |(at, words): (usize, &&str)| Activity {
        time: Time::Due(Stated::Words((*words).to_owned())),
        ..Activity::named(Place::Row { table: 1, row: at + 2 }, Origin::Table, "事项")
    };
    Outline {
        title: Some(title.to_owned()).filter(|title| !title.is_empty()),
        language: Language::Zh,
        year: None,
        period: None,
        office: None,
        questions: Vec::new(),
        phases: Vec::new(),
        activities: due.iter().enumerate().map(row).collect(),
        account: Account::default(),
    }
}

/// The year, and what is asked about it: the words, where it was not certain.
fn found(text: &str, outline: &Outline) -> (Option<i32>, Option<String>) {
    let found = find(&document(text), outline, &Choice::default()).expect("a year is found");
    let words = found.question.map(|question| match question.about {
        About::YearFrom { words, .. } => words,
        about => panic!("{about:?}"),
    });
    (found.year, words)
}

#[test]
fn the_first_whole_date_of_the_plan_itself_gives_the_year() {
    let outline = outline("市科技局2016年工作方案", &["5月25日前", "2018年6月10日前"]);
    assert_eq!(found("溧科〔2016〕1号\n2019年1月1日", &outline), (Some(2018), None));
}

#[test]
fn a_last_row_of_the_next_year_is_not_the_year_of_those_above_it() {
    let rows = outline("2024年工作要点", &["5月25日前", "第四季度", "2025年1月10日前"]);
    assert_eq!(found("2024年工作要点\n办公室\n2024年3月1日", &rows), (Some(2024), None));
    assert_eq!(found("2024年工作要点", &rows).0, Some(2024));
    assert_eq!(
        found("工作要点", &outline("工作要点", &["11月25日前", "2025年1月10日前"])),
        (Some(2025), None)
    );
}

#[test]
fn the_time_of_the_whole_plan_comes_before_its_rows() {
    let mut outline = outline("", &["2019年1月10日前", "5月25日前"]);
    outline.period = Some("2018年5月至2019年1月".to_owned());
    assert_eq!(found("", &outline), (Some(2018), None));
}

#[test]
fn where_every_date_has_its_year_there_is_none_to_find() {
    assert_eq!(found("2016年工作要点", &outline("", &["2018年6月10日前", "长期坚持"])), (None, None));
}

#[test]
fn a_year_that_is_typed_wins() {
    let choice = Choice { year: Some(2020), ..Choice::default() };
    let found = find(&document(""), &outline("2018年方案", &["2018年5月25日前", "6月1日"]), &choice);
    assert_eq!(found, Ok(Dating { year: Some(2020), ..Dating::default() }));
}

#[test]
fn a_sentence_comes_before_the_title_and_a_question_names_it() {
    let text = "2017年工作方案\n经研究，活动定于2018年5月起在全局开展。";
    let (year, words) = found(text, &outline("2017年工作方案", &["5月25日前"]));
    assert_eq!(year, Some(2018));
    assert!(words.is_some_and(|words| words.contains("2018年5月")));
}

#[test]
fn two_places_that_agree_leave_no_question() {
    let text = "市科技局2018年工作要点\n各科室：\n市科技局\n2018年3月1日";
    assert_eq!(found(text, &outline("市科技局2018年工作要点", &["5月25日前"])), (Some(2018), None));
}

#[test]
fn a_title_alone_is_a_question() {
    let (year, words) = found("市科技局2018年工作要点", &outline("市科技局2018年工作要点", &["5月25日前"]));
    assert_eq!((year, words.as_deref()), (Some(2018), Some("市科技局2018年工作要点")));
}

#[test]
fn a_school_year_begins_in_the_one_and_ends_in_the_other() {
    let text = "2018—2019学年教学安排";
    assert_eq!(found(text, &outline(text, &["9月3日", "10月8日"])).0, Some(2018));
    assert_eq!(found(text, &outline(text, &["2月25日", "3月4日"])).0, Some(2019));
}

#[test]
fn a_foot_that_is_later_than_no_deadline_wins_over_the_year_of_a_record() {
    let text = "关于2023年度考核的通知\n做好2023年度考核，2023年度的材料按时报送。\n人事科\n2024年3月1日";
    let outline = outline("关于2023年度考核的通知", &["3月20日前", "4月10日前"]);
    assert_eq!(found(text, &outline), (Some(2024), Some("2024年3月1日".to_owned())));
}

#[test]
fn a_foot_that_is_later_than_a_deadline_is_not_of_its_year() {
    let text = "关于2023年度考核的通知\n人事科\n2024年5月1日";
    let outline = outline("关于2023年度考核的通知", &["3月20日前"]);
    assert_eq!(found(text, &outline), (Some(2023), Some("关于2023年度考核的通知".to_owned())));
}

#[test]
fn what_is_signed_at_the_end_of_a_year_is_about_the_next() {
    let text = "工作安排\n市科技局\n2023年12月20日";
    assert_eq!(found(text, &outline("工作安排", &["1月20日前", "3月10日前"])).0, Some(2024));
    assert_eq!(found(text, &outline("工作安排", &["12月25日前", "1月10日前"])).0, Some(2023));
}

#[test]
fn numbers_of_documents_classes_and_pages_are_offered_and_never_taken() {
    let text = "发布时间：2016-05-12 10:23\n溧科〔2021〕1号\n2003年以来，成绩显著。\n面向2019届毕业生。";
    let stuck = find(&document(text), &outline("实施方案", &["5月25日前"]), &Choice::default());
    let Err(Stuck::NoYear(years)) = stuck else { panic!("{stuck:?}") };
    assert_eq!(years.iter().map(|one| one.year).collect::<Vec<_>>(), [2016, 2021, 2003, 2019]);
    assert_eq!(years[1].words, "溧科〔2021〕1号");
    assert_eq!(years[1].place, Place::Paragraph(2));
}

#[test]
fn an_address_or_the_name_of_the_file_is_taken_with_a_question() {
    let text = "实施方案\n原文：http://www.example.gov.cn/2018/05/12/a.html";
    let (year, words) = found(text, &outline("实施方案", &["5月25日前"]));
    assert_eq!((year, words.is_some()), (Some(2018), true));
    let choice = Choice { file: Some("2019实施方案.docx".to_owned()), ..Choice::default() };
    let found = find(&document("实施方案"), &outline("实施方案", &["5月25日前"]), &choice).expect("a year");
    let about =
        About::YearFrom { year: 2019, words: "2019实施方案.docx".to_owned(), at: Place::FileName };
    assert_eq!(found.question.map(|question| question.about), Some(about));
}
