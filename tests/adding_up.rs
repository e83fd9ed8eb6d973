//! What a bulletin counts adds up: over consecutive periods, each taken as of one day, to the whole, and from the end of
//! each period to that of the next.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use plan::model::agenda::Agenda;
use plan::model::check::check;
use plan::model::date::DateRange;
use plan::model::report::Bulletin;
use plan::planfile;
use proptest::prelude::*;

/// A day of the plan, counted from its first.
fn day(number: u64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).expect("it is a day");
    first.checked_add_days(Days::new(number)).expect("it is near")
}

const LAST: u64 = 120;

/// What is recorded of an activity; days are counted from the plan's first.
#[derive(Debug, Clone)]
struct Recorded {
    due: Option<u64>,
    /// The day on which each move was agreed, and the deadline that it led to, where that was one.
    moves: Vec<(u64, Option<u64>)>,
    added: Option<u64>,
    done: Option<u64>,
    cancelled: Option<u64>,
}

fn some_day() -> impl Strategy<Value = u64> {
    0..LAST
}

fn recorded() -> impl Strategy<Value = Recorded> {
    let to = prop::option::weighted(0.9, some_day());
    let moves = prop::collection::btree_map(some_day(), to, 0..4);
    let marks = (prop::option::of(some_day()), prop::option::of(some_day()), prop::option::of(some_day()));
    (prop::option::weighted(0.9, some_day()), moves, marks).prop_map(
        |(due, moves, (added, done, cancelled))| {
            let cancelled = cancelled.filter(|_| done.is_none());
            Recorded { due, moves: moves.into_iter().collect(), added, done, cancelled }
        },
    )
}

impl Recorded {
    fn block(&self, id: usize) -> String {
        let written = |due: Option<u64>| due.map_or("\"ongoing\"".to_owned(), |due| day(due).to_string());
        let deadlines: Vec<_> = [self.due].into_iter().chain(self.moves.iter().map(|(_, to)| *to)).collect();
        let now = deadlines.last().copied().flatten();
        let mut text = format!("\n[[activity]]\nid = \"A{id}\"\ntitle = \"t\"\ndue = {}\n", written(now));
        for (at, (on, _)) in self.moves.iter().enumerate() {
            let open = if at == 0 { "moved = [\n" } else { "" };
            let from = written(deadlines[at]);
            let _ = writeln!(text, "{open}  {{ from = {from}, on = {}, why = \"w\" }},", day(*on));
        }
        text.push_str(if self.moves.is_empty() { "" } else { "]\n" });
        let marks = [("added", self.added), ("cancelled", self.cancelled), ("done", self.done)];
        for (key, on) in marks.into_iter().filter_map(|(key, on)| Some((key, on?))) {
            let _ = writeln!(text, "{key} = {}", day(on));
        }
        text
    }
}

/// Returns the stretches from the plan's first day to its last that begin on `cuts`.
fn periods(cuts: &[u64]) -> Vec<DateRange> {
    let mut starts: Vec<u64> = [0].into_iter().chain(cuts.iter().copied()).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([LAST]);
    starts.iter().zip(ends).filter_map(|(start, end)| DateRange::new(day(*start), day(end))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn consecutive_periods_add_up_to_the_whole_and_each_leads_to_the_next(
        activities in prop::collection::vec(recorded(), 1..6),
        cuts in prop::collection::vec(1..LAST, 1..5),
        today in some_day(),
    ) {
        let blocks: String = activities.iter().enumerate().map(|(at, one)| one.block(at)).collect();
        let text = format!("[plan]\ntitle = \"t\"\nstart = 2026-01-01\nend = 2026-12-31\n{blocks}");
        let (draft, found) = planfile::read(&text).expect("it is TOML");
        let checked = check(draft, found, day(LAST));
        let plan = checked.plan.unwrap_or_else(|| panic!("{:?}\n{text}", checked.diagnostics));
        let agenda = Agenda::new(&plan, day(today));

        let whole = Bulletin::new(&agenda, None, None, false);
        let begun = periods(&cuts).into_iter().filter(|period| period.start <= day(today));
        let parts: Vec<_> = begun.map(|period| Bulletin::new(&agenda, Some(period), None, false)).collect();

        let sum = |of: fn(&Bulletin<'_>) -> usize| parts.iter().map(of).sum::<usize>();
        prop_assert_eq!(sum(|one| one.summary.figures.due), whole.summary.figures.due, "due\n{}", text);
        prop_assert_eq!(sum(|one| one.summary.figures.on_time), whole.summary.figures.on_time, "on time\n{}", text);
        let missed = |one: &Bulletin<'_>| one.summary.figures.late + one.summary.figures.not_done;
        prop_assert_eq!(sum(missed), missed(&whole), "late and not done\n{}", text);

        let mut before = 0;
        for part in &parts {
            let carried = part.summary.carried.expect("it has a period");
            prop_assert_eq!(carried.before, before, "before\n{}", text);
            prop_assert_eq!(carried.before, carried.done + carried.cancelled + carried.still, "{}", text);
            let left = carried.before - carried.done - carried.cancelled;
            let after = left + carried.new - carried.new_cancelled;
            prop_assert_eq!(carried.after, after, "after\n{}", text);
            prop_assert_eq!(carried.new, part.summary.figures.not_done, "new\n{}", text);
            prop_assert_eq!(carried.new_cancelled, part.summary.figures.cancelled_late, "cancelled\n{}", text);
            before = carried.after;
        }
        prop_assert_eq!(before, whole.overdue.len(), "{}", text);
    }
}
