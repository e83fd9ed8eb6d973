//! What is said of a day does not change with what is recorded for later: entries dated after it are added to the
//! file or taken out, and every view of the day stays as it was.

use std::fs;
use std::process::Command;

use chrono::{Days, NaiveDate};
use plan::export::bulletin::{self, Dress, Format};
use plan::export::json;
use plan::messages::Language;
use plan::model::agenda::{Agenda, By};
use plan::model::check::check;
use plan::model::date::DateRange;
use plan::model::report::{Bulletin, Reminder};
use plan::planfile;
use proptest::prelude::*;

/// A day of the plan, counted from its first.
fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 5, 1)
        .and_then(|first| first.checked_add_days(Days::new(number)))
        .expect("it is")
}

/// How the deadline of an activity, or the time of a phase, is written before it is first moved.
#[derive(Debug, Clone, Copy)]
enum Form {
    Words,
    Date,
    DateAndWords,
    OtherWords,
    Start,
    Period,
    OfPhase,
    Undated,
}

const FORMS: [Form; 8] = [
    Form::Words,
    Form::Date,
    Form::DateAndWords,
    Form::OtherWords,
    Form::Start,
    Form::Period,
    Form::OfPhase,
    Form::Undated,
];

impl Form {
    /// Returns the lines before any move, what a move keeps of them, and the lines that stay.
    fn lines(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Form::Words => ("due = \"6月10前\"\n", "\"6月10前\"", ""),
            Form::Date => ("due = 2018-06-10\n", "2018-06-10", ""),
            Form::DateAndWords => ("due = 2018-06-10\n", "2018-06-10", "words = \"6月10日前\"\n"),
            Form::OtherWords => ("due = 2018-06-10\n", "2018-06-10", "words = \"端午节前\"\n"),
            Form::Start => ("due = 2018-06-10\n", "2018-06-10", "start = 2018-05-20\n"),
            Form::Period => ("period = \"5月下旬至7月底\"\n", "\"5月下旬至7月底\"", ""),
            Form::OfPhase => ("period = \"本阶段\"\n", "\"本阶段\"", ""),
            Form::Undated => ("due = \"长期坚持\"\n", "\"长期坚持\"", ""),
        }
    }

    /// A period gives way to a first and a last day.
    fn start_once_moved(self) -> &'static str {
        match self {
            Form::Period => "start = 2018-05-21\n",
            Form::OfPhase => "start = 2018-05-05\n",
            _ => "",
        }
    }
}

/// Everything that is recorded of an activity; days are counted from the plan's first.
#[derive(Debug, Clone)]
struct Recorded {
    form: Form,
    phase: bool,
    done: Option<u64>,
    /// Days after it was done.
    verified: Option<u64>,
    cancelled: Option<u64>,
    /// The days on which it was moved, in their order.
    moves: Vec<u64>,
    notes: Vec<u64>,
    added: Option<u64>,
}

fn recorded() -> impl Strategy<Value = Recorded> {
    let moves = prop::collection::btree_set(0..200_u64, 0..4).prop_map(|days| days.into_iter().collect());
    let notes = prop::collection::vec(0..200_u64, 0..4);
    let marks = (prop::option::of(0..200_u64), prop::option::of(0..40_u64), prop::option::of(0..200_u64));
    let added = prop::option::of(0..200_u64);
    (0..FORMS.len(), any::<bool>(), marks, moves, notes, added).prop_map(|recorded| {
        let (form, phase, marks, moves, notes, added) = recorded;
        let (done, verified, cancelled) = marks;
        let form = FORMS[form];
        let phase = phase || matches!(form, Form::OfPhase);
        Recorded { form, phase, done, verified, cancelled, moves, notes, added }
    })
}

impl Recorded {
    /// Returns the block of the activity with what was recorded up to `until`; nothing before it was added.
    fn block(&self, id: &str, until: u64) -> String {
        if self.added.is_some_and(|added| added > until) {
            return String::new();
        }
        let (due, from, stays) = self.form.lines();
        let made: Vec<u64> = self.moves.iter().copied().filter(|on| *on <= until).collect();
        // Every move goes to a day of its own, long after the last move.
        let target = |at: usize| day(220 + 3 * at as u64);
        let mut text = format!("\n[[activity]]\nid = \"{id}\"\ntitle = \"开展{id}\"\n");
        match made.len() {
            0 => text.push_str(due),
            count => {
                let due = format!("due = {}\n", target(count - 1));
                text.extend([&due, self.form.start_once_moved()]);
            }
        }
        text.push_str(stays);
        if self.phase {
            text.push_str("phase = \"P1\"\n");
        }
        text.push_str("owner = \"甲科\"\n");
        let entry = |(at, on): (usize, &u64)| {
            let from = if at == 0 { from.to_owned() } else { target(at - 1).to_string() };
            format!("  {{ from = {from}, on = {}, why = \"调整\", by = \"局长\" }},\n", day(*on))
        };
        if !made.is_empty() {
            let entries: String = made.iter().enumerate().map(entry).collect();
            text.extend(["moved = [\n", &entries, "]\n"]);
        }
        let notes = self.notes.iter().filter(|on| **on <= until);
        let notes: String =
            notes.map(|on| format!("  {{ on = {}, text = \"进展{on}\" }},\n", day(*on))).collect();
        if !notes.is_empty() {
            text.extend(["notes = [\n", &notes, "]\n"]);
        }
        let added = self.added.map_or_else(String::new, |on| format!("added = {}\n", day(on)));
        text + &added + &self.marks(until)
    }

    fn marks(&self, until: u64) -> String {
        let happened = |on: Option<u64>| on.filter(|on| *on <= until);
        match (self.done, self.cancelled) {
            (Some(done), _) => {
                let verified = happened(self.verified.map(|after| done + after));
                let verified =
                    verified.map(|on| format!("verified = {}\nverified_by = \"督查室\"\n", day(on)));
                happened(Some(done)).map_or_else(String::new, |done| {
                    format!("done = {}\n{}", day(done), verified.unwrap_or_default())
                })
            }
            (None, cancelled) => happened(cancelled).map_or_else(String::new, |on| {
                format!("cancelled = {}\ncancelled_why = \"合并\"\ncancelled_by = \"局长\"\n", day(on))
            }),
        }
    }
}

/// Returns a plan with what was recorded up to `until`; its phase was moved on `phase_moved`.
fn plan(activities: &[Recorded], phase_moved: Option<u64>, in_words: bool, until: u64) -> String {
    let (time, from) = if in_words {
        ("period = \"5月5日至7月底\"", "5月5日至7月底")
    } else {
        ("start = 2018-05-05\nend = 2018-07-31", "2018-05-05 – 2018-07-31")
    };
    let phase = match phase_moved.filter(|on| *on <= until) {
        None => time.to_owned(),
        Some(on) => {
            let entry = format!("{{ from = \"{from}\", on = {}, why = \"x\" }}", day(on));
            format!("start = 2018-05-05\nend = 2018-09-30\nmoved = [{entry}]")
        }
    };
    let blocks = activities.iter().enumerate().map(|(at, one)| one.block(&format!("A{at}"), until));
    format!(
        "[plan]\ntitle = \"方案\"\nyear = 2018\nperiod = \"2018年5月至12月\"\noffice = \"办公室\"\nlang = \"zh\"\n\n\
         [[phase]]\nid = \"P1\"\ntitle = \"阶段\"\n{phase}\n{}",
        blocks.collect::<String>()
    )
}

/// Returns everything that is said of the plan on `today`, without a terminal.
fn said(file: &str, today: NaiveDate) -> Vec<String> {
    let (draft, found) = planfile::read(file).expect("it is TOML");
    let checked = check(draft, found, day(400));
    let plan = checked.plan.unwrap_or_else(|| panic!("{:?}\n{file}", checked.diagnostics));
    let agenda = Agenda::new(&plan, today);
    let over = Agenda::at_end_of(&plan, today);
    let list = |agenda: &Agenda<'_>| json::list(agenda, &agenda.items().collect::<Vec<_>>(), "f");
    let mut said =
        vec![list(&agenda), list(&over), json::status(&agenda, "f"), json::todo(&agenda, None, "f")];
    for period in [None, DateRange::new(day(20), today)] {
        let bulletin = Bulletin::new(&agenda, period, None, true);
        said.push(json::bulletin(&agenda, &bulletin, Some(By::Phase), "f"));
        let dress = Dress { by: Some(By::Owner), ..Dress::default() };
        for language in [Language::En, Language::Zh] {
            said.push(text(bulletin::write(&bulletin, &dress, Format::Text, language.messages())));
        }
    }
    let reminder = Reminder::new(&agenda, "甲科");
    said.push(text(bulletin::write_reminder(&reminder, Format::Text, Language::Zh.messages())));
    said
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// Returns the lines that differ.
fn difference(expected: &[String], found: &[String]) -> String {
    let lines = |said: &[String]| said.join("\n").lines().map(str::to_owned).collect::<Vec<_>>();
    let (expected, found) = (lines(expected), lines(found));
    let pairs = expected.iter().zip(&found).filter(|(expected, found)| expected != found);
    let pairs: String = pairs.map(|(expected, found)| format!("- {expected}\n+ {found}\n")).collect();
    if expected.len() == found.len() { pairs } else { format!("another number of lines\n{pairs}") }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_of_a_day_does_not_change_with_later_entries(
        activities in prop::collection::vec(recorded(), 1..5),
        phase_moved in prop::option::of(0..200_u64),
        in_words: bool,
        today in 0..200_u64,
        later in 0..200_u64,
    ) {
        let text = |until| plan(&activities, phase_moved, in_words, until);
        let (up_to_today, some_later, all) = (text(today), text(today.max(later)), text(400));
        let expected = said(&up_to_today, day(today));
        for later in [some_later, all] {
            let difference = difference(&expected, &said(&later, day(today)));
            prop_assert!(difference.is_empty(), "{difference}{later}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_screen_of_a_day_stays_as_it_was(
        activities in prop::collection::vec(recorded(), 3..5),
        phase_moved in prop::option::of(0..200_u64),
        in_words: bool,
        today in 0..200_u64,
    ) {
        let folder = tempfile::tempdir().expect("there is room");
        // All of them are asked for by their ids.
        let activities: Vec<_> = activities.into_iter().map(|one| Recorded { added: None, ..one }).collect();
        let screens = |until| {
            fs::write(folder.path().join("plan.toml"), plan(&activities, phase_moved, in_words, until))
                .expect("there is room");
            let verbs = ["status", "list", "overdue --soon 30", "show A0 A1 A2", "timeline", "report", "list --json"];
            verbs.map(|verb| {
                let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
                command.args(verb.split(' ')).args(["--today", &day(today).to_string()]);
                let output = command.current_dir(folder.path()).env_clear().env("TZ", "UTC").output();
                let output = output.expect("it runs");
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                // Later lines of the file move what stands below them.
                let text = String::from_utf8(output.stdout).expect("it is UTF-8");
                text.lines().filter(|line| !line.starts_with("plan.toml 第")).collect::<Vec<_>>().join("\n")
            })
        };
        let difference = difference(&screens(today), &screens(400));
        prop_assert!(difference.is_empty(), "{difference}");
    }
}
