//! The figures of reports, against a plan that has every case once (`figures.toml`), worked out by hand.
//!
//! An activity has fallen due when the deadline that counts is before the day, or is the day and it is done. On time is
//! done on or before that deadline; a move agreed after it had passed does not change it. What has no deadline counts
//! nowhere, nor does what was cancelled before it fell due.
//!
//! On 2018-06-11:
//!
//! | id  | counts on (original)      | done    | against the deadline | against the original |
//! |-----|---------------------------|---------|----------------------|----------------------|
//! | ON1 | 05-25                     | 05-24   | on time              | on time              |
//! | LA1 | 05-30                     | 06-04   | late                 | late                 |
//! | AH1 | 06-30                     | 06-01   | ahead                | ahead                |
//! | VE1 | 05-25                     | 05-25   | on time              | on time              |
//! | MB1 | 06-20 (06-10)             | -       | not yet due          | not done             |
//! | MA1 | 05-20, stands at 06-05    | 06-05   | late                 | late                 |
//! | CA1 | 06-01, cancelled on 06-02 | -       | not done             | not done             |
//! | DT1 | 06-11                     | -       | not yet due          | not yet due          |
//! | DD1 | 06-11                     | 06-11   | on time              | on time              |
//! | NO1 | 06-10                     | -       | not done             | not done             |
//! | LT1 | 06-10                     | (06-15) | not done             | not done             |
//! | ML1 | 06-09 (moved on 06-12)    | -       | not done             | not done             |
//! | FS1 | 07-10                     | -       | not yet due          | not yet due          |
//!
//! UN1, TS1 and OP1 have no deadline. So 9 have fallen due: 3 on time, 2 late, 4 not done, 33.3%; 1 ahead. Against the
//! original deadlines 10: 3 on time, 2 late, 5 not done, 30%.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use plan::model::agenda::{Agenda, Figures, Item, Measure, PhaseShare};
use plan::model::check::check;
use plan::model::date::DateRange;
use plan::model::plan::Plan;
use plan::model::report::{Bulletin, Carried, Completion, Standing, Todo};
use plan::planfile;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a day")
}

/// Calls `look` with the plan.
fn with_plan(look: impl FnOnce(&Plan<'_>)) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures.toml");
    let text = fs::read_to_string(path).expect("the plan is there");
    let (draft, found) = planfile::read(&text).expect("it is TOML");
    let checked = check(draft, found, day("2018-12-31"));
    look(&checked.plan.expect("it is sound"));
}

fn figures(due: usize, on_time: usize, late: usize, not_done: usize, ahead: usize) -> Figures {
    Figures { due, on_time, late, not_done, ahead, ..Figures::default() }
}

fn ids<'p>(items: &[Item<'p>]) -> Vec<&'p str> {
    items.iter().map(|item| item.id).collect()
}

fn standing<'p>(items: &[Standing<'p>]) -> Vec<&'p str> {
    items.iter().map(|one| one.item.id).collect()
}

fn range(start: &str, end: &str) -> Option<DateRange> {
    DateRange::new(day(start), day(end))
}

#[test]
fn what_has_fallen_due_is_on_time_late_or_not_done_and_the_rest_counts_nowhere() {
    with_plan(|plan| {
        let bulletin = Bulletin::new(&Agenda::new(plan, day("2018-06-11")), None, None, false);
        assert_eq!(bulletin.summary.figures, Figures { cancelled_late: 1, ..figures(9, 3, 2, 4, 1) });
        assert_eq!(bulletin.summary.figures.per_mille(), Some(333));
        assert_eq!(bulletin.summary.original, Figures { cancelled_late: 1, ..figures(10, 3, 2, 5, 1) });
        assert_eq!(bulletin.summary.original.per_mille(), Some(300));
    });
}

/// On 2018-07-31 everything with a deadline has fallen due: MB1, DT1, NO1, ML1 (which counts on 06-09), FS1 and CA1 are not
/// done, LA1, MA1 and LT1 late, ON1, AH1, VE1 and DD1 on time; the original deadlines make no difference any more.
#[test]
fn later_marks_count_once_their_day_has_come_and_late_moves_never() {
    with_plan(|plan| {
        let bulletin = Bulletin::new(&Agenda::new(plan, day("2018-07-31")), None, None, false);
        assert_eq!(bulletin.summary.figures, Figures { cancelled_late: 1, ..figures(13, 4, 3, 6, 0) });
        assert_eq!(bulletin.summary.figures.per_mille(), Some(308));
        assert_eq!(bulletin.summary.original, Figures { cancelled_late: 1, ..figures(13, 4, 3, 6, 0) });
        assert_eq!(bulletin.summary.original_where_other(), None);
    });
}

/// At the end of May LA1 is not done yet, and MA1 stands at 05-20; ON1 and VE1 were done.
#[test]
fn a_report_on_may_knows_nothing_of_june() {
    with_plan(|plan| {
        let agenda = Agenda::new(plan, day("2018-06-11"));
        let bulletin = Bulletin::new(&agenda, range("2018-05-01", "2018-05-31"), None, false);
        assert_eq!(bulletin.summary.figures, figures(4, 2, 0, 2, 0));
        assert_eq!(standing(&bulletin.overdue), ["MA1", "LA1"]);
        assert_eq!(bulletin.summary.carried, Some(Carried { new: 2, after: 2, ..Carried::default() }));
        assert_eq!(ids(&bulletin.finished), ["ON1", "VE1"]);
        assert_eq!(bulletin.moves.len(), 0);
        assert_eq!(bulletin.summary.completion.verified, 0);
        // What looks ahead is as of the day of issue, when AH1 and DD1 are done, and CA1 is cancelled.
        assert_eq!(ids(&bulletin.next), ["ML1", "NO1", "LT1", "DT1", "MB1"]);
    });
}

/// From 06-01 to 06-11 CA1, DD1, NO1, LT1 and ML1 (06-09) fell due; AH1 was done ahead of time on 06-01. MA1 counts in May.
#[test]
fn a_period_counts_what_fell_due_in_it() {
    with_plan(|plan| {
        let agenda = Agenda::new(plan, day("2018-06-11"));
        let bulletin = Bulletin::new(&agenda, range("2018-06-01", "2018-06-30"), None, false);
        assert_eq!(bulletin.summary.figures, Figures { cancelled_late: 1, ..figures(5, 1, 0, 4, 1) });
        assert_eq!(ids(&bulletin.finished), ["LA1", "AH1", "MA1", "DD1"]);
        let moves: Vec<_> = bulletin.moves.iter().map(|moved| (moved.id, moved.change.is_late())).collect();
        assert_eq!(moves, [("MA1", true), ("MB1", false)]);
        assert_eq!(ids(&bulletin.cancelled), ["CA1"]);
        let new = Carried { new: 4, new_cancelled: 1, ..Carried::default() };
        let carried = Carried { before: 2, done: 2, after: 3, ..new };
        assert_eq!(bulletin.summary.carried, Some(carried));
        assert_eq!(ids(&bulletin.next), ["DT1", "MB1"]);
    });
}

/// 16 without OP1 (ongoing), UN1 (no date meant), TS1 (to settle) and CA1: 12, of which ON1, LA1, AH1, VE1, MA1 and DD1 are
/// done; VE1 was accepted.
#[test]
fn what_has_no_deadline_or_was_cancelled_is_told_apart_from_what_is_to_be_done() {
    with_plan(|plan| {
        let items: Vec<_> = Agenda::new(plan, day("2018-06-11")).items().collect();
        let expected = Completion {
            total: 16,
            dated: 12,
            goes_on: 1,
            recurring: 0,
            to_settle: 1,
            no_date: 1,
            cancelled: 1,
            done: 6,
            verified: 1,
        };
        assert_eq!(Completion::of(&items), expected);
    });
}

#[test]
fn what_is_late_near_and_missing_is_named() {
    with_plan(|plan| {
        let agenda = Agenda::new(plan, day("2018-06-11"));
        let bulletin = Bulletin::new(&agenda, None, None, false);
        assert_eq!(standing(&bulletin.overdue), ["ML1", "NO1", "LT1"]);
        assert_eq!(ids(&bulletin.next), ["DT1"]);
        let todo = Todo::new(&agenda, None);
        assert_eq!(ids(&todo.without_evidence), ["LA1", "AH1", "MA1", "DD1"]);
        assert_eq!(ids(&todo.without_owner), ["NO1"]);
        // MB1 has a note of 06-07, and the phase of FS1 has not begun; that of LT1 is of 05-20.
        assert_eq!(ids(&todo.stale), ["UN1", "TS1", "OP1", "DT1", "NO1", "LT1", "ML1"]);
        assert_eq!(ids(&agenda.stale(23)), ["UN1", "TS1", "OP1", "DT1", "NO1", "ML1"]);
        // 05-01 is 41 days back.
        assert_eq!(ids(&agenda.stale(42)), Vec::<&str>::new());
    });
}

/// 甲科 has ON1, LA1, MA1, UN1, TS1, OP1, LT1, ML1 and FS1; 乙科 AH1, VE1, MB1, DT1 and DD1; nobody CA1 and NO1.
#[test]
fn the_figures_of_the_owners_add_up_to_those_of_the_plan() {
    with_plan(|plan| {
        let agenda = Agenda::new(plan, day("2018-06-11"));
        let of = |owner: Option<&str>| {
            let items = agenda.select(|item| item.owner() == owner);
            Figures::of(items, Measure::Counting, None)
        };
        let shares = [of(Some("甲科")), of(Some("乙科")), of(None)];
        assert_eq!(
            shares,
            [
                figures(5, 1, 2, 2, 0),
                figures(2, 2, 0, 0, 1),
                Figures { cancelled_late: 1, ..figures(2, 0, 0, 2, 0) }
            ]
        );
        assert_eq!(shares.iter().map(|share| share.due).sum::<usize>(), 9);
    });
}

#[test]
fn phases_count_what_belongs_to_them_and_the_rest_stands_apart() {
    with_plan(|plan| {
        let agenda = Agenda::new(plan, day("2018-06-11"));
        let counts = |share: &PhaseShare<'_>| [share.total, share.done, share.overdue, share.open];
        let shares: Vec<_> = agenda.by_phase().iter().map(counts).collect();
        // Without a phase: 16 less FS1 and the cancelled one; done are ON1, LA1, AH1, VE1, MA1 and DD1.
        assert_eq!(shares, [[1, 0, 0, 1], [14, 6, 3, 5]]);
        assert!(agenda.current_phases().next().is_none());
        let (phase, progress) =
            Agenda::new(plan, day("2018-06-21")).current_phases().next().expect("it has begun");
        // From 06-21 to 07-31 there are 41 days; the first is 2.4 percent of them.
        assert_eq!((phase.id, progress.day, progress.days, progress.percent()), ("P3", 1, 41, 2));
    });
}
