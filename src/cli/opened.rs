//! A plan that was read and is sound, and what is known around it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::error::CommandError;
use super::locate::Located;
use super::names::is_called;
use super::screen::Screen;
use crate::messages::{ChangeError, Listing, Messages};
use crate::model::agenda::Agenda;
use crate::model::date::Calendar;
use crate::model::diff::{Comparison, compare};
use crate::model::plan::Plan;
use crate::planfile::Source;
use crate::planfile::lines::Lines;
use crate::terminal::Terminal;

/// The day a command works on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day {
    pub(crate) today: NaiveDate,
    /// Whether it was given, rather than taken from the clock.
    pub(crate) given: bool,
    /// The day by the clock, or `today` where that is later: what carries a later date has not happened yet.
    pub(crate) latest: NaiveDate,
}

/// A plan that was read and is sound.
pub(crate) struct Opened<'s> {
    /// Verbs see it through an agenda, or through `change`.
    pub(in crate::cli) plan: Plan<'s>,
    pub(crate) day: Day,
    pub(crate) messages: &'static dyn Messages,
    pub(crate) located: &'s Located,
    pub(crate) terminal: Terminal,
    pub(crate) source: &'s Source<'s>,
}

impl Opened<'_> {
    /// Looks at the plan on the day.
    pub(crate) fn agenda(&self) -> Agenda<'_> {
        self.agenda_on(self.day.today)
    }

    /// Looks at the plan on another day.
    pub(crate) fn agenda_on(&self, day: NaiveDate) -> Agenda<'_> {
        Agenda::new(&self.plan, day).called(self.located.among.as_deref())
    }

    pub(crate) fn title(&self) -> &str {
        self.plan.title()
    }

    /// What is known of the years of dates typed for the plan, or for one of its phases.
    pub(crate) fn calendar(&self, phase: Option<usize>) -> Calendar {
        self.plan.calendar(phase)
    }

    /// Compares the plan with another copy of it.
    pub(crate) fn compare<'p>(&'p self, other: &'p Opened<'_>) -> Comparison<'p> {
        compare(&self.plan, &other.plan)
    }

    /// Says what stands against a change.
    pub(crate) fn error(&self, error: &ChangeError<'_>) -> anyhow::Error {
        CommandError::new(self.messages.change_error(error)).into()
    }

    /// Returns an id as it is shown and typed: with its plan, where several are shown.
    pub(crate) fn id<'i>(&self, id: &'i str) -> Cow<'i, str> {
        match &self.located.among {
            Some(plan) => format!("{plan}:{id}").into(),
            None => id.into(),
        }
    }

    /// Whether its file can be called so beside others.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.located.path.as_deref().is_some_and(|path| is_called(path, name))
    }

    pub(crate) fn file(&self) -> &str {
        &self.located.name
    }

    /// Returns an empty screen under the plan's title and file.
    pub(crate) fn screen(&self) -> Screen {
        let head = Some((self.plan.title().to_owned(), self.file().to_owned()));
        Screen { head, ..Screen::default() }
    }

    /// Returns `file line N` for the byte at `offset` of the file.
    pub(crate) fn line_of(&self, offset: u32) -> String {
        let line = Lines::new(&self.source.text).position(offset as usize).line;
        self.messages.listing(&Listing::Line { file: self.file(), line })
    }

    /// Returns the sentence that says what day it is.
    pub(crate) fn today(&self) -> String {
        let Day { today, given, .. } = self.day;
        self.messages.listing(&Listing::Today { today, given })
    }

    /// Returns the sentence that says that the plan is over, once it is.
    pub(crate) fn ended(&self) -> Option<String> {
        let end = self.plan.range()?.end;
        (end < self.day.today).then(|| self.messages.listing(&Listing::PlanEnded(end)))
    }
}
