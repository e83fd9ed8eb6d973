//! Outlines with the same thing in several places.

use super::*;
use crate::model::language::Language;
use crate::outline::account::Taken;
use crate::outline::entry::{Phase, Stated};

fn outline(activities: Vec<Activity>) -> Outline {
    let taken = |number| Taken { number, name: None, activities: 0 };
    Outline {
        title: None,
        language: Language::Zh,
        year: Some(2018),
        period: None,
        office: None,
        questions: Vec::new(),
        phases: Vec::new(),
        activities,
        account: Account { taken: vec![taken(1), taken(2)], ..Account::default() },
    }
}

fn time(words: &str) -> Time {
    if words.is_empty() { Time::Unsaid } else { Time::Due(Stated::Words(words.to_owned())) }
}

fn row(table: usize, row: usize, title: &str, due: &str) -> Activity {
    Activity { time: time(due), ..Activity::named(Place::Row { table, row }, Origin::Table, title) }
}

fn line(at: usize, origin: Origin, title: &str, due: &str) -> Activity {
    Activity { time: time(due), ..Activity::named(Place::Paragraph(at), origin, title) }
}

fn folded(activities: Vec<Activity>) -> Outline {
    let mut outline = outline(activities);
    fold(&mut outline);
    outline
}

fn titles(outline: &Outline) -> Vec<&str> {
    outline.activities.iter().map(|one| one.title.as_str()).collect()
}

#[test]
fn what_a_list_and_a_table_both_have_comes_from_the_table() {
    let found = folded(vec![
        line(3, Origin::List, "1. 召开动员会", "5月25日前"),
        row(1, 2, "召开动员会", "5月25日"),
        row(1, 3, "上报总结", "6月底"),
    ]);
    assert_eq!(titles(&found), ["召开动员会", "上报总结"]);
    assert_eq!(found.activities[0].time, time("5月25日"));
    assert_eq!(found.activities[0].questions, []);
    let also = vec![Place::Paragraph(3)];
    let kept = Place::Row { table: 1, row: 2 };
    assert_eq!(found.account.folded, [Folded { title: "召开动员会".to_owned(), kept, also }]);
}

#[test]
fn what_only_the_other_place_says_is_kept() {
    let list = Activity {
        content: Some("传达精神".to_owned()),
        owners: vec!["办公室".to_owned()],
        ..line(3, Origin::List, "召开动员会", "")
    };
    let found = folded(vec![list, row(1, 2, "召开动员会", "5月25日")]);
    assert_eq!(found.activities[0].content.as_deref(), Some("传达精神"));
    assert_eq!(found.activities[0].owners, ["办公室"]);
}

#[test]
fn where_two_places_disagree_both_are_asked_for() {
    let found = folded(vec![
        line(3, Origin::Sentence, "召开动员会", "5月20日前"),
        row(1, 2, "召开动员会", "5月25日"),
    ]);
    let (words, other) = ("5月25日".to_owned(), "5月20日前".to_owned());
    let about = About::Disagrees { words, other, at: Place::Paragraph(3) };
    assert_eq!(found.activities[0].questions, [Question::at(&Place::Row { table: 1, row: 2 }, about)]);
    assert_eq!(found.activities[0].time, time("5月25日"));
}

#[test]
fn small_differences_of_wording_are_not_the_same() {
    let names = ["举办局党组集中学习会", "举办局领导班子成员集中学习会"];
    let found = folded(vec![line(3, Origin::List, names[0], ""), row(1, 2, names[1], "6月10前")]);
    assert_eq!(titles(&found), names);
}

#[test]
fn rows_of_one_table_stand_each_for_itself() {
    let found =
        folded(vec![row(1, 2, "例会", "5月7日"), row(1, 3, "例会", "5月14日"), row(1, 4, "例会", "5月14日")]);
    assert_eq!(found.activities.len(), 3);
}

#[test]
fn a_meeting_of_every_week_is_known_by_its_day() {
    let found = folded(vec![
        row(1, 2, "例会", "5月7日"),
        row(1, 3, "例会", "5月14日"),
        line(9, Origin::List, "例会", "5月14日"),
        line(10, Origin::List, "例会", "5月21日"),
    ]);
    let times: Vec<_> = found.activities.iter().map(|one| one.time.clone()).collect();
    assert_eq!(times, ["5月7日", "5月14日", "5月21日"].map(time));
}

#[test]
fn a_sentence_about_a_row_nearly_on_its_days_disagrees_with_it() {
    let found = folded(vec![
        line(3, Origin::Sentence, "电工培训班，结业", "4月28日前"),
        row(1, 2, "电工培训班", "4月26日"),
    ]);
    assert_eq!(titles(&found), ["电工培训班"]);
    assert!(matches!(found.activities[0].questions[0].about, About::Disagrees { .. }));
}

#[test]
fn a_sentence_about_a_row_on_its_days_is_folded() {
    let found = folded(vec![
        line(3, Origin::Sentence, "各科室在5月25日前，召开全体人员动员部署会。", "5月25日前"),
        row(1, 2, "召开全体人员动员部署会", "5月25日"),
    ]);
    assert_eq!(titles(&found), ["召开全体人员动员部署会"]);
}

#[test]
fn a_table_that_repeats_another_is_left_whole() {
    let names = ["第一章", "第二章", "第三章"];
    let rows = |table: usize, days: [&str; 3]| {
        (0..3).map(move |at| row(table, at + 2, names[at], days[at])).collect::<Vec<_>>()
    };
    let found = folded(
        [rows(1, ["3月5日", "3月12日", "3月19日"]), rows(2, ["3月6日", "3月13日", "3月20日"])].concat(),
    );
    assert_eq!(titles(&found), names);
    let left = Left { number: 2, name: None, why: LeftWhy::Repeats { table: 1 } };
    assert_eq!((found.account.left, found.account.folded), (vec![left], vec![]));
    assert_eq!(found.activities.iter().map(|one| one.questions.len()).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn the_schedule_of_another_time_is_left_with_the_rows_that_only_it_has() {
    let names = ["第一章", "第二章", "第三章"];
    let mut rows: Vec<_> =
        (0..3).map(|at| row(1, at + 2, names[at], ["3月5日", "3月12日", "3月19日"][at])).collect();
    rows.extend((0..3).map(|at| row(2, at + 2, names[at], ["3月6日", "3月13日", "3月20日"][at])));
    rows.push(row(2, 5, "旧实验", "3月27日"));
    let found = folded(rows);
    assert_eq!(titles(&found), names);
    assert_eq!(found.account.left[0].why, LeftWhy::Repeats { table: 1 });
}

#[test]
fn a_table_called_for_another_year_is_left_unless_it_was_chosen_or_is_all_there_is() {
    let named = || {
        let mut outline = outline(vec![row(1, 2, "甲", "5月5日"), row(2, 2, "乙", "5月6日")]);
        outline.account.taken[0].name = Some("2018年工作安排".to_owned());
        outline.account.taken[1].name = Some("2017年完成情况".to_owned());
        outline
    };
    let mut left = named();
    leave_other_years(&mut left, &[]);
    assert_eq!(titles(&left), ["甲"]);
    assert_eq!(left.account.left[0].why, LeftWhy::OtherYear { year: 2017 });
    let mut chosen = named();
    leave_other_years(&mut chosen, &[2]);
    assert_eq!(titles(&chosen), ["甲", "乙"]);
    let mut alone = named();
    alone.account.taken.remove(0);
    leave_other_years(&mut alone, &[]);
    assert_eq!(alone.account.taken.len(), 1);
}

#[test]
fn tables_of_two_offices_are_two_plans() {
    let owned = |row: Activity, owner: &str| Activity { owners: vec![owner.to_owned()], ..row };
    let found =
        folded(vec![owned(row(1, 2, "自查", "5月5日"), "甲镇"), owned(row(2, 2, "自查", "5月15日"), "乙镇")]);
    assert_eq!(found.activities.len(), 2);
    assert_eq!(found.account.taken.len(), 2);
}

#[test]
fn a_phase_in_the_text_and_in_a_table_is_one() {
    let phase = |place: Place, title: &str, words: &str| Phase {
        place,
        title: Some(title.to_owned()),
        time: time(words),
        questions: Vec::new(),
    };
    let in_table = Place::Row { table: 1, row: 5 };
    let mut found = outline(vec![Activity { phase: Some(2), ..row(1, 2, "召开动员会", "5月25日") }]);
    found.phases = vec![
        phase(Place::Paragraph(1), "（一）宣传发动阶段", "5月"),
        phase(Place::Paragraph(2), "学习调研阶段", "6月"),
        phase(in_table.clone(), "第二阶段：学习调研", "6月至7月"),
    ];
    fold_phases(&mut found);
    assert_eq!(found.phases.len(), 2);
    assert_eq!(found.activities[0].phase, Some(1));
    let about = About::Disagrees { words: "6月".to_owned(), other: "6月至7月".to_owned(), at: in_table };
    assert_eq!(found.phases[1].questions, [Question::at(&Place::Paragraph(2), about)]);
}
