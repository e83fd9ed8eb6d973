//! Outlines written by hand, and what becomes of their times.

use super::*;
use crate::outline::account::Account;
use crate::outline::entry::{Origin, Phase};

fn outline(year: Option<i32>, times: &[Time]) -> Outline {
    let row = |(at, time): (usize, &Time)| Activity {
        time: time.clone(),
        ..Activity::named(Place::Row { table: 1, row: at + 2 }, Origin::Table, format!("事项{at}"))
    };
    Outline {
        title: Some("开展大讨论活动实施方案".to_owned()),
        language: Language::Zh,
        year,
        period: None,
        office: None,
        questions: Vec::new(),
        phases: Vec::new(),
        activities: times.iter().enumerate().map(row).collect(),
        account: Account::default(),
    }
}

fn due(words: &str) -> Time {
    Time::Due(Stated::Words(words.to_owned()))
}

fn period(words: &str) -> Time {
    Time::Period(words.to_owned())
}

fn open(words: &str) -> Time {
    Time::ToSettle(words.to_owned())
}

fn phase(title: &str, time: Time) -> Phase {
    Phase { place: Place::Paragraph(9), title: Some(title.to_owned()), time, questions: Vec::new() }
}

fn day(day: &str) -> NaiveDate {
    day.parse().expect("it is a day")
}

fn placed(mut outline: Outline) -> Outline {
    place(&mut outline, None);
    outline
}

fn times(outline: &Outline) -> Vec<Time> {
    outline.activities.iter().map(|one| one.time.clone()).collect()
}

fn asked(outline: &Outline) -> Vec<About> {
    let of_phases = outline.phases.iter().flat_map(|one| &one.questions);
    let of_rows = outline.activities.iter().flat_map(|one| &one.questions);
    outline.questions.iter().chain(of_phases).chain(of_rows).map(|one| one.about.clone()).collect()
}

#[test]
fn words_that_read_right_stay_as_they_are_written() {
    let said =
        [due("5月25日前"), due("6月10前"), due("6月30日"), due("及时"), due("每月25日前"), due("8月份")];
    let outline = placed(outline(Some(2018), &said));
    assert_eq!(times(&outline), said);
    assert_eq!(asked(&outline), []);
}

#[test]
fn a_range_is_a_period_and_an_end_a_deadline_whatever_the_column_was_called() {
    let said = [due("5月7日至5月11日"), period("6月底前"), due("5.7-5.11"), period("5月")];
    let outline = placed(outline(Some(2018), &said));
    assert_eq!(times(&outline), [period("5月7日至5月11日"), due("6月底前"), period("5.7-5.11"), due("5月")]);
    assert_eq!(asked(&outline), []);
}

#[test]
fn what_only_fills_a_cell_says_nothing_and_broken_lines_are_joined() {
    let said = [due("—"), due("/"), due("无"), due("5月\n25日前")];
    let outline = placed(outline(Some(2018), &said));
    assert_eq!(times(&outline), [Time::Unsaid, Time::Unsaid, Time::Unsaid, due("5月25日前")]);
}

#[test]
fn a_day_that_no_month_has_asks_for_the_one_before_or_after() {
    let outline = placed(outline(Some(2018), &[due("6月31日前")]));
    assert_eq!(times(&outline), [open("6月31日前")]);
    let candidates = vec![day("2018-06-30"), day("2018-07-01")];
    assert_eq!(asked(&outline), [About::NoSuchDay { words: "6月31日前".to_owned(), candidates }]);
    assert_eq!(outline.activities[0].questions[0].place, Place::Row { table: 1, row: 2 });
}

#[test]
fn a_weekday_that_is_not_the_days_own_asks_which_is_meant() {
    let outline = placed(outline(Some(2018), &[due("5月25日（周五）前"), due("5月25日（周四）前")]));
    assert_eq!(times(&outline), [due("5月25日（周五）前"), open("5月25日（周四）前")]);
    let candidates = vec![day("2018-05-24"), day("2018-05-25")];
    assert_eq!(asked(&outline), [About::Weekday { words: "5月25日（周四）前".to_owned(), candidates }]);
}

#[test]
fn an_end_before_its_start_asks_for_both() {
    let stated = |words: &str| Stated::Words(words.to_owned());
    let apart = Time::Between { start: stated("6月20日"), due: stated("6月10日") };
    let outline = placed(outline(Some(2018), &[period("5月31日至5月2日"), apart]));
    assert_eq!(times(&outline), [open("5月31日至5月2日"), open("6月20日至6月10日")]);
    let backwards = |words: &str, start, end| About::Backwards {
        words: words.to_owned(),
        start: day(start),
        end: day(end),
    };
    let asked_for = [
        backwards("5月31日至5月2日", "2018-05-31", "2018-05-02"),
        backwards("6月20日至6月10日", "2018-06-20", "2018-06-10"),
    ];
    assert_eq!(asked(&outline), asked_for);
}

#[test]
fn a_first_day_that_is_not_read_leaves_the_last_one_certain() {
    let start = Stated::Words("动员会后".to_owned());
    let time = Time::Between { start, due: Stated::Words("6月10日".to_owned()) };
    let outline = placed(outline(Some(2018), &[time]));
    assert_eq!(times(&outline), [due("6月10日")]);
    assert_eq!(asked(&outline), [About::Unread { words: "动员会后".to_owned() }]);
}

#[test]
fn a_day_in_another_year_than_all_around_it_asks_for_the_year() {
    let whole = |words: &str| due(words);
    let said =
        [whole("2023年2月10日"), whole("2023年3月20日"), whole("2024年3月25日"), whole("2023年5月31日")];
    let outline = placed(outline(None, &said));
    let candidates = vec![day("2023-03-25"), day("2024-03-25")];
    assert_eq!(asked(&outline), [About::Outside { words: "2024年3月25日".to_owned(), candidates }]);
    assert_eq!(times(&outline)[2], open("2024年3月25日"));
}

#[test]
fn an_end_in_another_year_asks_for_it_though_its_start_lies_among_the_others() {
    let between = |start: &str, due: &str| Time::Between {
        start: Stated::Words(start.to_owned()),
        due: Stated::Words(due.to_owned()),
    };
    let rows = [
        between("2018.9.20", "2018.10.9"),
        between("2018.10.10", "2018.11.29"),
        between("2018.12.7", "2019.12.31"),
        between("2018.12.7", "2018.12.14"),
        between("2019.1.1", "2019.1.7"),
    ];
    let outline = placed(outline(None, &rows));
    let candidates = vec![day("2018-12-31"), day("2019-12-31")];
    assert_eq!(asked(&outline), [About::Outside { words: "2019.12.31".into(), candidates }]);
    assert_eq!(outline.activities[2].time, open("2018.12.7 – 2019.12.31"));
}

#[test]
fn a_day_outside_the_time_of_the_whole_asks_only_where_another_year_would_put_it_inside() {
    let mut outline = outline(
        Some(2018),
        &[due("2017年6月1日"), due("2019年1月10日前"), Time::Due(Stated::Day(day("2019-06-01")))],
    );
    outline.period = Some("2018年5月开始到2018年年底".to_owned());
    let outline = placed(outline);
    assert_eq!(times(&outline), [open("2017年6月1日"), due("2019年1月10日前"), open("2019-06-01")]);
}

#[test]
fn over_new_year_the_rows_give_the_year_and_the_whole_its_time() {
    let said = [due("11月20日前"), due("12月25日"), due("1月15日前"), due("2月10日")];
    let outline = placed(outline(Some(2018), &said));
    assert_eq!(times(&outline), said);
    assert_eq!(asked(&outline), []);
    assert_eq!(outline.period.as_deref(), Some("2018-11-20 – 2019-02-10"));
}

#[test]
fn rows_before_the_first_whole_date_lie_before_it() {
    let said = [due("11月20日前"), due("12月25日"), due("2019年1月15日前")];
    let outline = placed(outline(Some(2019), &said));
    assert_eq!(outline.period.as_deref(), Some("2018-11-20 – 2019-01-15"));
    assert_eq!(times(&outline), said);
    assert_eq!(asked(&outline), []);
}

#[test]
fn rows_in_no_order_stay_in_the_year() {
    let said = [due("12月底前"), due("3月底前"), due("11月10日"), due("6月底前")];
    let outline = placed(outline(Some(2018), &said));
    assert_eq!((times(&outline), outline.period.clone()), (said.to_vec(), None));
    assert_eq!(asked(&outline), []);
}

#[test]
fn a_plan_named_for_its_year_asks_before_its_rows_lead_out_of_it() {
    let mut outline = outline(Some(2018), &[due("11月20日"), due("12月20日"), due("1月10日前")]);
    outline.title = Some("市科技局2018年工作要点".to_owned());
    let outline = placed(outline);
    let candidates = vec![day("2018-01-10"), day("2019-01-10")];
    assert_eq!(asked(&outline), [About::Outside { words: "1月10日前".to_owned(), candidates }]);
    assert_eq!(times(&outline), [due("11月20日"), due("12月20日"), open("1月10日前")]);
}

#[test]
fn a_deadline_outside_its_phase_is_read_in_the_time_of_all_phases() {
    let mut outline = outline(Some(2018), &[due("5月25日前")]);
    outline.phases =
        vec![phase("宣传发动", period("5月上旬至5月中旬")), phase("学习调研", period("5月下旬至7月底"))];
    outline.activities[0].phase = Some(0);
    let outline = placed(outline);
    assert_eq!((times(&outline), outline.activities[0].phase), (vec![due("5月25日前")], Some(0)));
    assert_eq!(outline.period.as_deref(), Some("2018-05-01 – 2018-07-31"));
    assert_eq!(asked(&outline), []);
}

#[test]
fn what_lies_in_one_phase_belongs_to_it() {
    let mut outline = outline(Some(2018), &[due("5月25日前"), due("6月10前"), due("及时")]);
    outline.phases =
        vec![phase("宣传发动", period("5月上旬至5月中旬")), phase("学习调研", period("5月下旬至7月底"))];
    let phases: Vec<_> = placed(outline).activities.iter().map(|one| one.phase).collect();
    assert_eq!(phases, [Some(1), Some(1), None]);
}

#[test]
fn a_phase_with_an_end_only_begins_where_the_one_before_it_ended() {
    let mut outline = outline(Some(2018), &[]);
    outline.period = Some("2018年5月至12月".to_owned());
    outline.phases = vec![phase("动员", due("5月20日前完成")), phase("实施", due("11月底前"))];
    let outline = placed(outline);
    let computed = |start, end, words: &str| Time::Computed {
        start: Some(day(start)),
        due: day(end),
        words: words.to_owned(),
    };
    let found: Vec<_> = outline.phases.iter().map(|phase| phase.time.clone()).collect();
    assert_eq!(
        found,
        [
            computed("2018-05-01", "2018-05-20", "5月20日前完成"),
            computed("2018-05-21", "2018-11-30", "11月底前")
        ]
    );
    let starts = [day("2018-05-01"), day("2018-05-21")].map(|start| About::PhaseStart { start });
    assert_eq!(asked(&outline), starts);
}

#[test]
fn a_phase_without_a_day_is_an_activity_and_lends_its_name_to_its_own() {
    let mut outline = outline(Some(2018), &[due("5月25日前"), due("6月10日前")]);
    outline.phases = vec![phase("动员", period("5月")), phase("总结提高", due("另行通知"))];
    outline.phases[1].title = None;
    outline.activities[1].phase = Some(1);
    let outline = placed(outline);
    let titles: Vec<_> = outline.activities.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["事项0", "第二阶段", "事项1"]);
    assert_eq!(times(&outline)[1], due("另行通知"));
    assert_eq!(outline.activities[2].group.as_deref(), Some("第二阶段"));
    assert_eq!((outline.activities[2].phase, outline.phases.len()), (None, 1));
    assert_eq!(asked(&outline), [About::PhaseWithoutTime { words: "另行通知".to_owned() }]);
}

#[test]
fn a_start_and_its_days_are_worked_out() {
    let start = Stated::Words("5月21日".to_owned());
    let words = "5月21日，10天".to_owned();
    let outline = placed(outline(Some(2018), &[Time::Lasting { start, days: 10, words: words.clone() }]));
    assert_eq!(
        times(&outline),
        [Time::Computed { start: Some(day("2018-05-21")), due: day("2018-05-30"), words }]
    );
}

#[test]
fn a_day_of_doing_takes_the_year_and_words_that_are_none_are_a_question() {
    let mut outline = outline(Some(2018), &[due("5月25日前"), due("6月10日前")]);
    outline.activities[0].done = Some(Stated::Words("5月24日".to_owned()));
    outline.activities[1].done = Some(Stated::Words("上周".to_owned()));
    let outline = placed(outline);
    assert_eq!(outline.activities[0].done, Some(Stated::Day(day("2018-05-24"))));
    assert_eq!(outline.activities[1].done, None);
    assert_eq!(asked(&outline), [About::DoneWithoutDay { words: "上周".to_owned() }]);
}

#[test]
fn this_phase_and_the_whole_time_need_a_phase_and_a_plan() {
    let mut outline = outline(Some(2018), &[due("本阶段"), due("全程")]);
    outline.phases = vec![phase("动员", period("5月"))];
    outline.activities[0].phase = Some(0);
    let outline = placed(outline);
    assert_eq!(times(&outline), [period("本阶段"), open("全程")]);
    assert_eq!(asked(&outline), [About::Unread { words: "全程".to_owned() }]);
}

#[test]
fn digits_alone_are_a_question_in_an_english_plan() {
    let mut outline = outline(Some(2018), &[due("06/07"), due("7 June")]);
    outline.language = Language::En;
    let outline = placed(outline);
    let candidates = vec![day("2018-06-07"), day("2018-07-06")];
    assert_eq!(asked(&outline), [About::Several { words: "06/07".to_owned(), candidates }]);
}

#[test]
fn the_other_dates_of_a_document_show_which_number_is_the_month() {
    let said = [due("3/15/2024"), due("3/29/2024"), due("4/12/2024"), due("6/31/2024")];
    let of = |times: &[Time]| placed(Outline { language: Language::En, ..outline(None, times) });
    let read = Time::Computed { start: None, due: day("2024-04-12"), words: "4/12/2024".to_owned() };
    assert_eq!(times(&of(&said))[2], read);
    let one_only = [due("3/15/2024"), due("4/12/2024")];
    assert_eq!(times(&of(&one_only))[1], open("4/12/2024"));
    let both = [due("3/15/2024"), due("3/29/2024"), due("30/4/2024"), due("4/12/2024")];
    assert_eq!(times(&of(&both))[3], open("4/12/2024"));
}

#[test]
fn what_lies_before_the_day_of_signing_is_of_the_next_year_even_in_a_plan_named_for_its_year() {
    let mut outline = outline(Some(2023), &[due("11月20日前"), due("12月15日前"), due("1月10日前")]);
    outline.title = Some("2023年度岗位考核方案".to_owned());
    place(&mut outline, Some(day("2023-11-10")));
    assert_eq!(outline.period.as_deref(), Some("2023-11-20 – 2024-01-10"));
    assert_eq!(asked(&outline), []);
}

#[test]
fn a_deadline_lies_in_the_year_of_its_phase() {
    let mut outline = outline(Some(2024), &[due("3月20日前")]);
    outline.phases = vec![phase("实施", period("11月中旬至次年2月底")), phase("验收", due("3月底前"))];
    outline.activities[0].phase = Some(1);
    outline.activities[0].origin = Origin::Sentence;
    let outline = placed(outline);
    assert_eq!(outline.period.as_deref(), Some("2024-11-11 – 2025-03-31"));
    assert_eq!(times(&outline), [due("3月20日前")]);
    let due = Time::Computed {
        start: Some(day("2025-03-01")),
        due: day("2025-03-31"),
        words: "3月底前".to_owned(),
    };
    assert_eq!(outline.phases[1].time, due);
}

#[test]
fn phases_that_are_none_stay_in_their_order() {
    let mut outline = outline(Some(2018), &[due("5月25日前")]);
    outline.phases =
        vec![phase("动员", due("另行通知")), phase("实施", due("待定")), phase("总结", due("适时"))];
    outline.activities[0].phase = Some(2);
    let titles: Vec<_> = placed(outline).activities.into_iter().map(|one| one.title).collect();
    assert_eq!(titles, ["动员", "实施", "总结", "事项0"]);
}
