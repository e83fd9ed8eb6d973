//! A draft of a plan file is sound whatever the document says, and says what the document says.

use chrono::NaiveDate;
use proptest::prelude::*;

use plan::model::agenda::Agenda;
use plan::model::check::{Checked, check};
use plan::model::diagnostic::Diagnostic;
use plan::model::language::Language;
use plan::model::text::is_blank;
use plan::outline::account::Account;
use plan::outline::document::Place;
use plan::outline::question::{About, Question};
use plan::outline::{Activity, Origin, Outline, Phase, Stated, Time};
use plan::planfile::compose::{self, Composed, compose};
use plan::planfile::read;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2018, 6, 11).unwrap();

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, month, day).expect("there is such a day")
}

fn row(row: usize) -> Place {
    Place::Row { table: 2, row }
}

fn words(words: &str) -> Stated {
    Stated::Words(words.to_owned())
}

fn question(place: Place, about: About) -> Question {
    Question { place, about, further: 0 }
}

fn outline(phases: Vec<Phase>, activities: Vec<Activity>) -> Outline {
    Outline {
        title: Some("解放思想大讨论活动实施方案".into()),
        language: Language::Zh,
        year: Some(2018),
        period: Some("2018年5月至年底".into()),
        office: None,
        questions: Vec::new(),
        phases,
        activities,
        account: Account::default(),
    }
}

fn phase(title: Option<&str>, time: Time) -> Phase {
    Phase { place: Place::Paragraph(9), title: title.map(str::to_owned), time, questions: Vec::new() }
}

fn activity(at: usize, title: &str, time: Time) -> Activity {
    Activity { time, ..Activity::named(row(at), Origin::Table, title) }
}

fn checked(text: &str) -> Checked<'_> {
    let (draft, found) = read(text).expect("it is TOML");
    check(draft, found, TODAY)
}

const DRAFT: &str = r#"[plan]
title = "解放思想大讨论活动实施方案"
year = 2018
period = "2018年5月至年底"
timezone = "Asia/Shanghai"
source = "实施方案.docx"
lang = "zh"

[[phase]]
id = "P1"
title = "学习调研阶段"
period = "5月下旬至7月底"

[[activity]]
id = "A1"
title = "召开学习会"
due = "5月25日前"
phase = "P1"
group = "集中学习"
owner = "办公室"
support = ["产学研科", "企业科"]
content = """
传达精神
动员部署"""

# 表2第3行
[[activity]]
id = "A2"
title = "举办报告会"
words = "6月31日前"
question = "表2第3行“6月31日前”没有这一天：写6月30日，还是7月1日？"
group = "集中学习"

[[activity]]
id = "P1.1"
title = "开展调研"
due = "6月30日"
start = "6月1日"
phase = "P1"
owner = ["产学研科", "企业科"]
progress = 60
done = 2018-06-08
"#;

/// The text without the comments at its top, which the messages say.
fn blocks(composed: &Composed) -> &str {
    &composed.text[composed.text.find("[plan]").expect("it has a plan")..]
}

#[test]
fn a_draft_is_laid_out_as_a_plan_is() {
    let study = activity(2, "召开学习会", Time::Due(words("5月25日前")));
    let study = Activity {
        phase: Some(0),
        group: Some("集中学习".into()),
        owners: vec!["办公室".into()],
        support: vec!["产学研科".into(), "企业科".into()],
        content: Some("传达精神\n动员部署".into()),
        ..study
    };
    let asked = question(
        row(3),
        About::NoSuchDay { words: "6月31日前".into(), candidates: vec![day(6, 30), day(7, 1)] },
    );
    let report = activity(3, "举办报告会", Time::ToSettle("6月31日前".into()));
    let report = Activity { group: Some("集中学习".into()), questions: vec![asked], ..report };
    let survey = activity(4, "开展调研", Time::Between { start: words("6月1日"), due: words("6月30日") });
    let survey = Activity {
        phase: Some(0),
        owners: vec!["产学研科".into(), "企业科".into()],
        progress: Some(60),
        done: Some(Stated::Day(day(6, 8))),
        ..survey
    };
    let phases = vec![phase(Some("学习调研阶段"), Time::Period("5月下旬至7月底".into()))];
    let setting = compose::Setting { source: Some("实施方案.docx"), timezone: Some("Asia/Shanghai") };
    let composed = compose(outline(phases, vec![study, report, survey]), setting);
    assert_eq!(composed.activities, ["A1", "A2", "P1.1"]);
    assert_eq!(blocks(&composed), DRAFT);
}

#[test]
fn ids_are_a_letter_a_group_and_never_that_of_the_phases() {
    let in_group = |group: String| Activity { group: Some(group), ..activity(1, "会", Time::Unsaid) };
    let groups = (1..=28).map(|number| in_group(format!("第{number}组")));
    let again = in_group("第1组".into());
    let alone = activity(1, "会", Time::Unsaid);
    let all = groups.chain([again, alone]).collect();
    let ids = compose(outline(Vec::new(), all), compose::Setting::default()).activities;
    assert_eq!(ids[..3], ["A1", "B1", "C1"]);
    assert_eq!(ids[14..17], ["O1", "Q1", "R1"]);
    assert_eq!(ids[24..], ["Z1", "AA1", "AB1", "AC1", "A2", "AD1"]);
}

#[test]
fn a_phase_without_a_first_and_a_last_day_is_an_activity_and_what_belongs_to_it_stands_in_its_group() {
    let phases = vec![
        phase(None, Time::Period("5月".into())),
        phase(Some("总结阶段"), Time::ToSettle("适时".into())),
        phase(None, Time::Due(words("12月底前"))),
    ];
    let inside = Activity { phase: Some(1), ..activity(5, "写总结", Time::Period("本阶段".into())) };
    let composed = compose(outline(phases, vec![inside]), compose::Setting::default());
    assert_eq!(
        blocks(&composed).split_once("\n\n").expect("blocks stand apart").1,
        r#"[[phase]]
id = "P1"
title = "第一阶段"
period = "5月"

[[activity]]
id = "P2"
title = "总结阶段"
words = "适时"

[[activity]]
id = "P3"
title = "第三阶段"
due = "12月底前"

[[activity]]
id = "A1"
title = "写总结"
words = "本阶段"
group = "总结阶段"
"#
    );
}

#[test]
fn what_the_plan_file_does_not_take_as_a_deadline_is_asked() {
    let all = vec![
        activity(2, "甲", Time::Due(words("6月31日前"))),
        activity(3, "乙", Time::Between { start: words("7月1日"), due: words("6月30日") }),
    ];
    let composed = compose(outline(Vec::new(), all), compose::Setting::default());
    let times: Vec<&Time> = composed.outline.activities.iter().map(|one| &one.time).collect();
    assert_eq!(times, [&Time::ToSettle("6月31日前".into()), &Time::ToSettle("7月1日 – 6月30日".into())]);
    let asked = composed.outline.activities.iter().map(|one| one.questions[0].clone());
    let expected = [(2, "6月31日前"), (3, "7月1日 – 6月30日")]
        .map(|(at, words)| question(row(at), About::Unread { words: words.into() }));
    assert!(asked.eq(expected));
}

/// Any text, often with what is special in TOML.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\"\"\"".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("6月10日前".to_owned()),
        Just("# x\n[plan]".to_owned()),
        Just("\u{0}\u{7F}\u{FEFF}\u{202E}".to_owned()),
        "\\PC{0,6}",
        any::<String>(),
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

fn time() -> impl Strategy<Value = Time> {
    let stated = || prop_oneof![text().prop_map(Stated::Words), Just(Stated::Day(day(6, 8)))];
    prop_oneof![
        Just(Time::Unsaid),
        stated().prop_map(Time::Due),
        (stated(), stated()).prop_map(|(start, due)| Time::Between { start, due }),
        text().prop_map(Time::Period),
        Just(Time::Period("本阶段".into())),
        Just(Time::Period("全程".into())),
        Just(Time::Period("5月至6月".into())),
        text().prop_map(|words| Time::Computed { start: Some(day(6, 1)), due: day(6, 8), words }),
        text().prop_map(Time::ToSettle),
    ]
}

fn questions() -> impl Strategy<Value = Vec<Question>> {
    let one = (text(), text(), 0..3_usize).prop_map(|(sheet, words, further)| Question {
        place: Place::Sheet { sheet, row: 2, column: Some(3) },
        about: About::Unread { words },
        further,
    });
    prop::collection::vec(one, 0..3)
}

fn any_activity() -> impl Strategy<Value = Activity> {
    let names = || prop::collection::vec(text(), 0..3);
    let texts = (prop::option::of(text()), prop::option::of(text()), names(), names());
    let place = (time(), 0..4_usize, questions());
    (text(), texts, place).prop_map(|(title, (group, content, owners, support), (time, phase, questions))| {
        Activity {
            time,
            phase: (phase < 2).then_some(phase),
            group,
            owners,
            support,
            content,
            questions,
            ..Activity::named(row(2), Origin::List, title)
        }
    })
}

fn any_outline() -> impl Strategy<Value = Outline> {
    let phases = prop::collection::vec((prop::option::of(text()), time(), questions()), 2);
    let activities = prop::collection::vec(any_activity(), 0..5);
    let plan =
        (prop::option::of(text()), prop::option::of(text()), prop::option::of(2017..2019), questions());
    (plan, phases, activities).prop_map(|((title, period, year, questions), phases, activities)| {
        let phases = phases.into_iter().map(|(title, time, questions)| Phase {
            place: row(1),
            title,
            time,
            questions,
        });
        Outline { title, period, year, questions, ..outline(phases.collect(), activities) }
    })
}

fn seen(text: &str) -> Option<&str> {
    Some(text).filter(|text| !is_blank(text))
}

proptest! {
    #[test]
    fn a_draft_of_any_outline_has_no_problem_and_says_what_the_outline_says(outline in any_outline()) {
        let composed = compose(outline.clone(), compose::Setting::default());
        let Checked { plan, diagnostics } = checked(&composed.text);
        let problems: Vec<_> = diagnostics.iter().filter(|one| one.is_problem()).map(Diagnostic::clone).collect();
        prop_assert_eq!(problems, []);
        let plan = plan.expect("it has no problem");
        let agenda = Agenda::new(&plan, TODAY);
        for (one, id) in outline.activities.iter().zip(&composed.activities) {
            let item = agenda.items().find(|item| item.id == id).expect("each is there");
            if let Some(title) = seen(&one.title) {
                prop_assert_eq!(item.title, title);
            }
            prop_assert_eq!(item.details.content.as_deref(), one.content.as_deref().and_then(seen));
            let owners: Vec<&str> = one.owners.iter().filter_map(|name| seen(name)).collect();
            prop_assert_eq!(item.owners().collect::<Vec<_>>(), owners);
            if let Time::ToSettle(words) = &one.time {
                prop_assert_eq!(item.due.words.as_deref(), seen(words));
            }
            if let Some(group) = one.group.as_deref().and_then(seen) {
                prop_assert_eq!(item.group(), Some(group));
            }
        }
    }
}
