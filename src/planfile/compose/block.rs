//! One table of the file while it is written.

use chrono::NaiveDate;

use crate::messages::Messages;
use crate::model::check::{Inherited, inherited};
use crate::model::key::ActivityKey;
use crate::model::text::{is_blank, one_line};
use crate::outline::question::Question;
use crate::outline::{Stated, Time};
use crate::planfile::edit::{Value, in_lines};

/// A table of the file, with the comments above it.
pub(super) struct Block {
    lines: Vec<String>,
    messages: &'static dyn Messages,
}

impl Block {
    /// Begins a table, with `above` in comments above it.
    pub(super) fn new(above: &str, header: &str, messages: &'static dyn Messages) -> Block {
        let comments = above.lines().map(|line| format!("# {}\n", one_line(line)));
        Block { lines: comments.chain([format!("{header}\n")]).collect(), messages }
    }

    pub(super) fn written(self) -> String {
        self.lines.concat()
    }

    pub(super) fn value(&mut self, key: &str, value: Option<Value<'_>>) {
        self.lines.extend(value.map(|value| format!("{key} = {}\n", value.toml())));
    }

    pub(super) fn day(&mut self, key: &str, day: Option<NaiveDate>) {
        self.value(key, day.map(Value::Date));
    }

    /// Writes a text of which something can be seen.
    pub(super) fn text(&mut self, key: &str, text: Option<&str>) {
        let text = text.filter(|text| !is_blank(text));
        self.lines.extend(text.map(|text| format!("{key} = {}\n", in_lines(text))));
    }

    pub(super) fn stated(&mut self, key: &str, stated: &Stated) {
        match stated {
            Stated::Day(day) => self.day(key, Some(*day)),
            Stated::Words(words) => self.text(key, Some(words)),
        }
    }

    /// Writes when an activity is to be done; a time that is borrowed of what has none is still to be settled.
    pub(super) fn activity_time(&mut self, time: &Time, has_phase: bool, has_plan: bool) {
        let (start, due, words) =
            (ActivityKey::Start.name(), ActivityKey::Due.name(), ActivityKey::Words.name());
        match time {
            Time::Unsaid => {}
            Time::Due(stated) => self.stated(due, stated),
            Time::Between { start: first, due: last } => {
                self.stated(due, last);
                self.stated(start, first);
            }
            Time::Period(said) => {
                let is_there = match inherited(said) {
                    Some(Inherited::Phase) => has_phase,
                    Some(Inherited::Plan) => has_plan,
                    None => true,
                };
                self.text(if is_there { ActivityKey::Period.name() } else { words }, Some(said));
            }
            Time::Computed { start: first, due: last, words: said } => {
                self.day(due, Some(*last));
                self.day(start, *first);
                self.text(words, Some(said));
            }
            Time::Lasting { words: said, .. } | Time::ToSettle(said) => self.text(words, Some(said)),
        }
    }

    /// Writes what is open, all of it as one text.
    pub(super) fn questions(&mut self, questions: &[Question]) {
        let said: Vec<String> = questions.iter().map(|question| self.messages.question(question)).collect();
        let said = said.join("\n");
        self.text(ActivityKey::Question.name(), Some(&said));
    }
}
