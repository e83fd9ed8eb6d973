//! Written dates: from words to days, or to a question.

use chrono::{Datelike, NaiveDate};

use super::checker::Checker;
use crate::model::Text;
use crate::model::date::{DatePhrase, DateRange, Reading, Unclear, When, WrongWeekday, Zone};
use crate::model::diagnostic::{Code, Table, Warning};
use crate::model::draft::{DraftMove, DraftTime, Found, FoundDate, Written};
use crate::model::plan::{Basis, Due, Move, Notation, Phase};
use crate::model::span::Span;

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
    fn reading(&mut self, words: &Text<'a>, span: Span) -> Option<Reading> {
        let calendar = self.calendar;
        let read = || DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&calendar));
        let read = self.readings.entry((words.clone(), calendar)).or_insert_with(read).clone();
        self.report_reading(read, words, span)
    }

    /// Whether the plan's clocks are those of `zone` on `day`.
    fn is_plans(&self, zone: Zone, day: NaiveDate) -> bool {
        let minutes = || {
            let (year, month, day) = (day.year().try_into().ok()?, day.month0() + 1, day.day());
            let noon = jiff::civil::Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
                .ok()?
                .at(12, 0, 0, 0);
            let noon = self.zone.as_ref()?.to_ambiguous_zoned(noon).compatible().ok()?;
            Some(noon.offset().seconds() / 60)
        };
        minutes().is_some_and(|minutes| zone.has(minutes))
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
                self.warn(span, Warning::Repaired { words: words.clone(), day, repair });
            }
            if let Some(weekday) = reading.weekday {
                let WrongWeekday { written, day } = weekday;
                self.warn(span, Warning::WrongWeekday { words: words.clone(), day, written });
            }
            if reading.zone.is_some_and(|zone| !self.is_plans(zone, day)) {
                self.warn(span, Warning::AnotherZone { words: words.clone(), day });
            }
        }
        Some(reading)
    }

    /// Returns the deadline that `found` gives.
    pub(super) fn due(&mut self, found: &Found<Written<'a>>) -> Option<Due<'a>> {
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
        let reading = self.reading(words, found.span)?;
        Some(self.due_in_words(&reading, words, found.span))
    }

    fn due_in_words(&mut self, reading: &Reading, words: &Text<'a>, span: Span) -> Due<'a> {
        let basis = match reading.when {
            When::Due(_) if reading.names_day => Basis::Day,
            When::Due(_) | When::Range(_) => Basis::Derived,
            When::OpenEnded { .. } => Basis::OpenEnded,
            When::Recurring(rhythm) => Basis::Recurring(rhythm),
        };
        if matches!(basis, Basis::Recurring(_)) {
            self.warn(span, Warning::Recurring { words: words.clone() });
        }
        let start = match reading.when {
            When::OpenEnded { start } => start,
            _ => None,
        };
        let day = reading.when.deadline();
        Due { start, day, words: Some(words.clone()), basis, notation: Notation::Words }
    }

    /// Returns the period of an activity: its own, the plan's, or that `of_phase`.
    pub(super) fn lasting(
        &mut self,
        found: &Found<Written<'a>>,
        of_phase: Option<DateRange>,
    ) -> Option<Due<'a>> {
        let Written::Words(words) = &found.value else { return self.period(found) };
        let (range, code) = match inherited(words) {
            Some(Inherited::Phase) => (of_phase, Code::NoPhaseForPeriod { words: words.clone() }),
            Some(Inherited::Plan) => (self.calendar.plan, Code::NoPlanPeriod { words: words.clone() }),
            None => return self.period(found),
        };
        if range.is_none() && !self.broken_phase {
            self.report(found.span, code);
        }
        range.map(|range| Due::lasting(range, Some(words.clone())))
    }

    /// Returns the period that `found` gives in words of its own.
    fn period(&mut self, found: &Found<Written<'a>>) -> Option<Due<'a>> {
        let words = match &found.value {
            Written::Date(day) => Text::Owned(day.to_string()),
            Written::Words(words) => match self.reading(words, found.span)?.when {
                When::Range(range) => return Some(Due::lasting(range, Some(words.clone()))),
                When::Due(_) | When::OpenEnded { .. } | When::Recurring(_) => words.clone(),
            },
        };
        self.report(found.span, Code::NotARange { words });
        None
    }

    /// Reports what contradicts a `period` beside it: a `start`, an `end` with its key, or words.
    pub(super) fn beside_period(
        &mut self,
        period: &Found<Written<'a>>,
        time: &DraftTime<'a>,
        end: (&'static str, &FoundDate<'a>),
    ) {
        for (key, beside) in [("start", &time.start), end] {
            if let Some(beside) = beside {
                self.report_two(beside.span, period.span, Code::PeriodBeside { key });
            }
        }
        if let Some(words) = &time.words {
            self.report_two(words.span, period.span, Code::WordsBesideWords);
        }
    }

    /// Returns the first day that `found` gives.
    pub(super) fn start(&mut self, found: &Found<Written<'a>>) -> Option<NaiveDate> {
        let words = match &found.value {
            Written::Date(day) => return Some(*day),
            Written::Words(words) => words,
        };
        let read = match DatePhrase::parse(words).map(|phrase| phrase.as_start()) {
            Ok(Some(start)) => start.resolve(&self.calendar),
            Ok(None) => {
                self.report(found.span, Code::NotAStart { words: words.clone() });
                return None;
            }
            Err(unclear) => Err(unclear),
        };
        self.report_reading(read, words, found.span)?.day()
    }

    /// Returns the last day that `found` gives.
    fn end(&mut self, found: &Found<Written<'a>>) -> Option<NaiveDate> {
        let words = match &found.value {
            Written::Date(day) => return Some(*day),
            Written::Words(words) => words,
        };
        let day = self.reading(words, found.span)?.when.deadline();
        if day.is_none() {
            self.report(found.span, Code::NotARange { words: words.clone() });
        }
        day
    }

    /// Returns the time of a phase or a plan.
    pub(super) fn time(&mut self, time: &DraftTime<'a>) -> Option<Due<'a>> {
        if let Some(period) = &time.period {
            self.beside_period(period, time, ("end", &time.end));
            return self.period(period);
        }
        let (start, end) = (time.start.as_ref()?, time.end.as_ref()?);
        let first = self.start(start)?;
        let last = self.end(end)?;
        let Some(range) = DateRange::new(first, last) else {
            self.report_two(start.span, end.span, Code::StartAfterEnd { start: first, end: last });
            return None;
        };
        let words = time.words.as_ref().map(|words| words.value.clone());
        Some(Due { notation: Notation::Date, ..Due::lasting(range, words) })
    }

    /// Returns the deadlines that stood there before what is there `now`; `phase` may have lent its time.
    pub(super) fn moves(
        &mut self,
        moved: Vec<DraftMove<'a>>,
        phase: Option<&Phase<'a>>,
        now: Option<&Due<'a>>,
    ) -> Option<Vec<Move<'a>>> {
        for pair in moved.windows(2) {
            if let (Some(before), Some(on)) = (pair[0].on, pair[1].on)
                && on < before
            {
                self.report_two(pair[1].span, pair[0].span, Code::MovesOutOfOrder { on, before });
            }
        }
        let unread = Due::default();
        let now = now.unwrap_or(&unread);
        let read: Vec<_> = moved.into_iter().map(|moved| self.one_move(moved, phase, now)).collect();
        read.into_iter().collect()
    }

    fn one_move(
        &mut self,
        moved: DraftMove<'a>,
        phase: Option<&Phase<'a>>,
        now: &Due<'a>,
    ) -> Option<Move<'a>> {
        let DraftMove { span, broken, from, on, why, by } = moved;
        for (key, missing) in [("from", from.is_none()), ("on", on.is_none()), ("why", why.is_none())] {
            if missing && !broken.has(key) {
                self.report(span, Code::MissingKey { key, table: Table::Move });
            }
        }
        if let Some(day) = on {
            self.warn_of_future("on", day, span);
        }
        // What was lent on that day: moves of the phase made later had not happened yet.
        let lent = match (phase, on) {
            (Some(phase), Some(on)) => Some(phase.deadline.on(on).range().unwrap_or(phase.range)),
            _ => self.calendar.phase,
        };
        let from = self.stood(&from?, lent, now)?;
        Some(Move { from, on: on?, why: why?, by })
    }

    /// Puts `words` beside a date; returns the last day that they say, too.
    pub(super) fn beside(&self, due: &Due<'a>, words: &Text<'a>) -> (Due<'a>, Option<NaiveDate>) {
        let reading = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&self.calendar)).ok();
        let read = reading.as_ref().and_then(|reading| reading.when.deadline());
        let names_day = read == due.day && reading.is_some_and(|reading| reading.names_day);
        let basis = if names_day { Basis::Day } else { Basis::Derived };
        (Due { words: Some(words.clone()), basis, ..due.clone() }, read)
    }

    /// Returns the deadline that `found` gave before what is there `now`, when the phase `lent` its time.
    fn stood(
        &mut self,
        found: &Found<Written<'a>>,
        lent: Option<DateRange>,
        now: &Due<'a>,
    ) -> Option<Due<'a>> {
        let Written::Words(words) = &found.value else {
            let due = Due { start: now.start, ..self.due(found)? };
            // The document's words have stood beside the date all the time.
            let words = now.words.as_ref().filter(|_| now.notation == Notation::Date);
            return Some(words.map_or_else(|| due.clone(), |words| self.beside(&due, words).0));
        };
        if inherited(words).is_some() {
            return self.lasting(found, lent);
        }
        // Words that were still to be settled when the first date was set stand beside it now.
        let names_a_day = |words: &str| {
            let read = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&self.calendar));
            read.is_ok_and(|reading| reading.when.deadline().is_some())
        };
        if now.notation == Notation::Date && now.words.as_ref() == Some(words) && !names_a_day(words) {
            return Some(Due { words: Some(words.clone()), basis: Basis::ToSettle, ..Due::default() });
        }
        let reading = self.reading(words, found.span)?;
        match reading.when {
            // A first and a last day that are written out now were a period before: a move leaves the first as it was.
            When::Range(range) if now.notation == Notation::Date && now.start == Some(range.start) => {
                Some(Due::lasting(range, Some(words.clone())))
            }
            _ => {
                let due = self.due_in_words(&reading, words, found.span);
                Some(Due { start: due.start.or(now.start), ..due })
            }
        }
    }
}
