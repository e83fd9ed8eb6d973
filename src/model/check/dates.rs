//! Written dates: from words to days, or to a question.

use chrono::NaiveDate;

use super::checker::Checker;
use crate::model::Text;
use crate::model::date::{Calendar, DatePhrase, DateRange, Reading, Unclear, When};
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::{DraftMove, DraftTime, Found, Written};
use crate::model::plan::{Basis, Due, Move, Notation, Phase};
use crate::model::span::Span;

/// What a period may take over from elsewhere.
#[derive(Clone, Copy, Default)]
pub(super) struct Inheritance<'p, 'a> {
    /// The phase, with the times it had before.
    pub(super) checked: Option<&'p Phase<'a>>,
    pub(super) phase: Option<DateRange>,
    pub(super) plan: Option<DateRange>,
    /// A phase is named whose time could not be read.
    pub(super) broken: bool,
}

/// The periods that are somebody else's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Inherited {
    /// 本阶段: the phase's.
    Phase,
    /// 全程: the plan's.
    Plan,
}

/// Returns whose period `words` name, if they name one.
pub fn inherited(words: &str) -> Option<Inherited> {
    match words.trim() {
        "本阶段" | "phase" => Some(Inherited::Phase),
        "全程" | "plan" => Some(Inherited::Plan),
        _ => None,
    }
}

impl<'a> Checker<'a> {
    /// Returns what `words` mean, and reports what had to be supplied, or why they cannot be read.
    pub(super) fn reading(&mut self, words: &Text<'a>, span: Span, calendar: &Calendar) -> Option<Reading> {
        let read = || DatePhrase::parse(words).and_then(|phrase| phrase.resolve(calendar));
        let read = self.readings.entry((words.clone(), *calendar)).or_insert_with(read).clone();
        self.report_reading(read, words, span)
    }

    fn report_reading(
        &mut self,
        read: Result<Reading, Unclear>,
        words: &Text<'a>,
        span: Span,
    ) -> Option<Reading> {
        let reading = match read {
            Ok(reading) => reading,
            Err(Unclear::NoYear) if self.broken_years => return None,
            Err(unclear) => {
                self.report(span, Code::unclear(words.clone(), unclear));
                return None;
            }
        };
        if let Some(day) = reading.day() {
            for &repair in &reading.repairs {
                let words = words.clone();
                self.report(span, Code::Warning(Warning::Repaired { words, day, repair }));
            }
            if let Some(weekday) = reading.weekday {
                let (words, written) = (words.clone(), weekday.written);
                self.report(span, Code::Warning(Warning::WrongWeekday { words, day, written }));
            }
        }
        Some(reading)
    }

    /// Returns the deadline that `found` gives.
    pub(super) fn due(&mut self, found: &Found<Written<'a>>, calendar: &Calendar) -> Option<Due<'a>> {
        let words = match &found.value {
            Written::Date(day) => {
                let notation = Notation::Date;
                return Some(Due { day: Some(*day), basis: Basis::Day, notation, ..Due::default() });
            }
            Written::Words(words) => words,
        };
        if inherited(words).is_some() {
            self.report(found.span, Code::OnlyInPeriod { words: words.clone() });
            return None;
        }
        let reading = self.reading(words, found.span, calendar)?;
        Some(self.due_in_words(&reading, words, found.span))
    }

    fn due_in_words(&mut self, reading: &Reading, words: &Text<'a>, span: Span) -> Due<'a> {
        let basis = match reading.when {
            When::Due(_) if reading.names_day => Basis::Day,
            When::Due(_) | When::Range(_) => Basis::Derived,
            When::OpenEnded { .. } => Basis::OpenEnded,
            When::Recurring => Basis::Recurring,
        };
        if basis == Basis::Recurring {
            self.report(span, Code::Warning(Warning::Recurring { words: words.clone() }));
        }
        let start = match reading.when {
            When::OpenEnded { start } => start,
            _ => None,
        };
        let day = reading.when.deadline();
        Due { start, day, words: Some(words.clone()), basis, notation: Notation::Words }
    }

    /// Returns the range that `found` gives, and its words.
    pub(super) fn period(
        &mut self,
        found: &Found<Written<'a>>,
        calendar: &Calendar,
        inheritance: Option<Inheritance<'_, 'a>>,
    ) -> Option<(DateRange, Text<'a>)> {
        let words = match &found.value {
            Written::Date(day) => {
                self.report(found.span, Code::NotARange { words: day.to_string().into() });
                return None;
            }
            Written::Words(words) => words,
        };
        if let (Some(inheritance), Some(whose)) = (inheritance, inherited(words)) {
            let (range, code) = match whose {
                Inherited::Phase => (inheritance.phase, Code::NoPhaseForPeriod { words: words.clone() }),
                Inherited::Plan => (inheritance.plan, Code::NoPlanPeriod { words: words.clone() }),
            };
            if range.is_none() && !inheritance.broken {
                self.report(found.span, code);
            }
            return range.map(|range| (range, words.clone()));
        }
        match self.reading(words, found.span, calendar)?.when {
            When::Range(range) => Some((range, words.clone())),
            When::Due(_) | When::OpenEnded { .. } | When::Recurring => {
                self.report(found.span, Code::NotARange { words: words.clone() });
                None
            }
        }
    }

    /// Returns the first day that `found` gives.
    pub(super) fn start(&mut self, found: &Found<Written<'a>>, calendar: &Calendar) -> Option<NaiveDate> {
        let words = match &found.value {
            Written::Date(day) => return Some(*day),
            Written::Words(words) => words,
        };
        let read = match DatePhrase::parse(words).map(|phrase| phrase.as_start()) {
            Ok(Some(start)) => start.resolve(calendar),
            Ok(None) => {
                self.report(found.span, Code::NotAStart { words: words.clone() });
                return None;
            }
            Err(unclear) => Err(unclear),
        };
        self.report_reading(read, words, found.span)?.day()
    }

    /// Returns the last day that `found` gives.
    fn end(&mut self, found: &Found<Written<'a>>, calendar: &Calendar) -> Option<NaiveDate> {
        let words = match &found.value {
            Written::Date(day) => return Some(*day),
            Written::Words(words) => words,
        };
        let day = self.reading(words, found.span, calendar)?.when.deadline();
        if day.is_none() {
            self.report(found.span, Code::NotARange { words: words.clone() });
        }
        day
    }

    /// Returns the time of a phase or a plan, its words, and how it is written.
    pub(super) fn time(&mut self, time: &DraftTime<'a>) -> Option<(DateRange, Option<Text<'a>>, Notation)> {
        let calendar = self.calendar;
        if let Some(period) = &time.period {
            for (key, beside) in [("start", &time.start), ("end", &time.end)] {
                if let Some(beside) = beside {
                    self.report_two(beside.span, period.span, Code::PeriodBeside { key });
                }
            }
            if let Some(words) = &time.words {
                self.report_two(words.span, period.span, Code::WordsBesideWords);
            }
            let (range, words) = self.period(period, &calendar, None)?;
            return Some((range, Some(words), Notation::Period));
        }
        let (start, end) = (time.start.as_ref()?, time.end.as_ref()?);
        let first = self.start(start, &calendar)?;
        let last = self.end(end, &calendar)?;
        if first > last {
            let code = Code::StartAfterEnd { start: first, end: last };
            self.report_two(start.span, end.span, code);
            return None;
        }
        let words = time.words.as_ref().map(|words| words.value.clone());
        Some((DateRange { start: first, end: last }, words, Notation::Date))
    }

    /// Returns the deadlines that stood there before what is there `now`.
    pub(super) fn moves(
        &mut self,
        moved: Vec<DraftMove<'a>>,
        calendar: &Calendar,
        (inheritance, now): (Inheritance<'_, 'a>, &Due<'a>),
    ) -> Option<Vec<Move<'a>>> {
        for pair in moved.windows(2) {
            if let (Some(before), Some(on)) = (pair[0].on, pair[1].on)
                && on < before
            {
                self.report_two(pair[1].span, pair[0].span, Code::MovesOutOfOrder { on, before });
            }
        }
        let read: Vec<_> =
            moved.into_iter().map(|moved| self.one_move(moved, calendar, (inheritance, now))).collect();
        read.into_iter().collect()
    }

    fn one_move(
        &mut self,
        moved: DraftMove<'a>,
        calendar: &Calendar,
        (inheritance, now): (Inheritance<'_, 'a>, &Due<'a>),
    ) -> Option<Move<'a>> {
        let DraftMove { span, broken, from, on, why, by } = moved;
        for (key, missing) in [("from", from.is_none()), ("on", on.is_none()), ("why", why.is_none())] {
            if missing && !broken.has(key) {
                self.report(span, Code::MissingKey { key, table: Table::Move });
            }
        }
        let today = self.today;
        if let Some(day) = on.filter(|on| *on > today) {
            self.report(span, Code::InFuture { key: "on", day, today });
        }
        let inheritance = on.map_or(inheritance, |on| inheritance.on(on));
        let from = self.stood(&from?, calendar, (inheritance, now))?;
        Some(Move { from, on: on?, why: why?, by })
    }

    /// Returns the deadline that `found` gave before what is there `now`.
    fn stood(
        &mut self,
        found: &Found<Written<'a>>,
        calendar: &Calendar,
        (inheritance, now): (Inheritance<'_, 'a>, &Due<'a>),
    ) -> Option<Due<'a>> {
        let Written::Words(words) = &found.value else {
            let due = Due { start: now.start, ..self.due(found, calendar)? };
            // The document's words have stood beside the date all the time.
            let words = now.words.as_ref().filter(|_| now.notation == Notation::Date);
            return Some(words.map_or(due.clone(), |words| due.beside(words, calendar).0));
        };
        if inherited(words).is_some() {
            let (range, words) = self.period(found, calendar, Some(inheritance))?;
            return Some(Due::lasting(range, Some(words)));
        }
        // Words that were still to be settled when the first date was set stand beside it now.
        let names_a_day = |words: &str| {
            let read = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(calendar));
            read.is_ok_and(|reading| reading.when.deadline().is_some())
        };
        if now.notation == Notation::Date && now.words.as_ref() == Some(words) && !names_a_day(words) {
            let basis = Basis::ToSettle;
            return Some(Due { words: Some(words.clone()), basis, ..Due::default() });
        }
        let reading = self.reading(words, found.span, calendar)?;
        match reading.when {
            // A first and a last day that are written out now were a period before.
            When::Range(range) if now.notation == Notation::Date && now.start.is_some() => {
                Some(Due::lasting(range, Some(words.clone())))
            }
            _ => {
                let due = self.due_in_words(&reading, words, found.span);
                Some(Due { start: due.start.or(now.start), ..due })
            }
        }
    }
}

impl Inheritance<'_, '_> {
    /// What was lent on a day: moves of the phase made later had not happened yet.
    fn on(self, day: NaiveDate) -> Self {
        let phase =
            self.checked.map(|phase| phase.deadline.on(day).range().unwrap_or(phase.range)).or(self.phase);
        Inheritance { phase, ..self }
    }
}

impl<'a> Due<'a> {
    /// Puts `words` beside a date; returns the last day that they say, too.
    pub(super) fn beside(self, words: &Text<'a>, calendar: &Calendar) -> (Due<'a>, Option<NaiveDate>) {
        let reading = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(calendar)).ok();
        let read = reading.as_ref().and_then(|reading| reading.when.deadline());
        let names_day = read == self.day && reading.is_some_and(|reading| reading.names_day);
        let basis = if names_day { Basis::Day } else { Basis::Derived };
        (Due { words: Some(words.clone()), basis, ..self }, read)
    }
}
