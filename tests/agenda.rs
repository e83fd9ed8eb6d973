//! A day, its end, and what had not happened yet.

use chrono::NaiveDate;

use plan::messages::Language;
use plan::model::agenda::{Agenda, Cancelled, Status, Verified};
use plan::model::check::check;
use plan::model::date::DateRange;
use plan::model::draft::{Draft, DraftActivity, DraftMove, DraftPhase, Found, Written};
use plan::model::plan::Plan;
use plan::model::span::Span;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a day")
}

fn found<T>(value: T) -> Found<T> {
    Found { value, span: Span::default() }
}

/// A phase that was moved on 06-10 from 05-01 – 06-30 to the end of July, with one activity.
fn draft(activity: DraftActivity<'_>) -> Draft<'_> {
    let moved = DraftMove {
        from: Some(found(Written::Words("2018-05-01 – 2018-06-30".into()))),
        on: Some(day("2018-06-10")),
        why: Some("w".into()),
        ..DraftMove::default()
    };
    let mut phase =
        DraftPhase { id: Some(found("P1".into())), title: Some(found("p".into())), ..DraftPhase::default() };
    phase.time.start = Some(found(Written::Date(day("2018-05-01"))));
    phase.time.end = Some(found(Written::Date(day("2018-07-31"))));
    phase.moved.push(moved);
    let mut draft = Draft::default();
    draft.plan.title = Some(found("t".into()));
    draft.phases.push(phase);
    draft.activities.push(DraftActivity {
        id: Some(found("A1".into())),
        title: Some(found("x".into())),
        phase: Some(found("P1".into())),
        ..activity
    });
    draft
}

fn plan(activity: DraftActivity<'_>) -> Plan<'_> {
    check(draft(activity), Vec::new(), day("2018-12-31")).plan.expect("it is sound")
}

fn due(text: &str) -> DraftActivity<'static> {
    DraftActivity { due: Some(found(Written::Date(day(text)))), ..DraftActivity::default() }
}

#[test]
fn what_is_due_on_a_day_is_overdue_only_once_the_day_is_over() {
    let plan = plan(due("2018-06-10"));
    let during = Agenda::new(&plan, day("2018-06-10")).item(0);
    assert_eq!((during.status, during.days), (Status::DueToday, Some(0)));
    let after = Agenda::at_end_of(&plan, day("2018-06-10")).item(0);
    assert_eq!((after.status, after.days), (Status::Overdue, Some(0)));
    let before = Agenda::at_end_of(&plan, day("2018-06-09")).item(0);
    assert_eq!((before.status, before.days), (Status::DueSoon, Some(1)));
}

#[test]
fn what_was_done_on_its_last_day_is_on_time_at_its_end() {
    let plan = plan(DraftActivity { done: Some(found(day("2018-06-10"))), ..due("2018-06-10") });
    let item = Agenda::at_end_of(&plan, day("2018-06-10")).item(0);
    assert_eq!((item.status, item.days), (Status::Done, Some(0)));
}

#[test]
fn a_reason_and_a_name_come_with_their_day_and_not_before() {
    let cancelled = plan(DraftActivity {
        cancelled: Some(found(day("2018-06-05"))),
        cancelled_why: Some("merged".into()),
        ..due("2018-06-10")
    });
    assert_eq!(Agenda::new(&cancelled, day("2018-06-04")).item(0).cancelled, None);
    let expected = Cancelled { on: day("2018-06-05"), why: Some("merged"), by: None };
    assert_eq!(Agenda::new(&cancelled, day("2018-06-05")).item(0).cancelled, Some(expected));
    let verified = plan(DraftActivity {
        done: Some(found(day("2018-06-05"))),
        verified: Some(found(day("2018-06-07"))),
        verified_by: Some("the office".into()),
        ..due("2018-06-10")
    });
    assert_eq!(Agenda::new(&verified, day("2018-06-06")).item(0).verified, None);
    let expected = Verified { on: day("2018-06-07"), by: Some("the office") };
    assert_eq!(Agenda::new(&verified, day("2018-06-07")).item(0).verified, Some(expected));
}

#[test]
fn a_phase_has_the_time_that_it_had_on_the_day() {
    let plan = plan(due("2018-06-10"));
    let range = |on: &str| Agenda::new(&plan, day(on)).phases()[0].range;
    let until = |end: &str| DateRange { start: day("2018-05-01"), end: day(end) };
    assert_eq!([range("2018-06-09"), range("2018-06-10")], [until("2018-06-30"), until("2018-07-31")]);
    // Two dates that a move keeps are no words of the document.
    assert_eq!(Agenda::new(&plan, day("2018-06-09")).phases()[0].words, None);
}

#[test]
fn a_mark_of_tomorrow_has_not_happened_yet_and_is_a_warning_that_names_the_time_zone() {
    let said = |done: &str| {
        let activity = DraftActivity { done: Some(found(day(done))), ..due("2018-06-10") };
        let checked = check(draft(activity), Vec::new(), day("2018-06-11"));
        let plan = checked.plan.expect("it stops nobody");
        assert_eq!(Agenda::new(&plan, day("2018-06-11")).item(0).status, Status::Overdue);
        let messages = Language::En.messages();
        let future = checked.diagnostics.iter().find(|found| found.code.name() == "in-the-future");
        let code = &future.expect("it is said").code;
        assert!(messages.hint(code).expect("there is a hint").contains("`timezone`"));
        messages.diagnostic(code)
    };
    assert_eq!(said("2018-06-12"), "`done` is 2018-06-12 Tue, and today is 2018-06-11");
    assert!(said("2018-06-13").ends_with("today is 2018-06-11: the clock or the date may be wrong"));
}
