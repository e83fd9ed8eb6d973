//! English date words, by grammar.

mod vocabulary;
mod words;

use chrono::Weekday;

use self::vocabulary::{
    AFTER, BEFORE, OPEN, RECURRING, day_number, in_digits, month, ordinal, project_month, short_part, tens,
    weekday, written_year,
};
use self::words::Words;
use super::cursor::Cursor;
use super::form::{Bound, Form, One, Span};
use super::unit::{Edge, Stretch, Unit, Year};
use super::{Hint, numeric};

/// Reads English date words.
pub(super) fn parse(plain: &str) -> Result<Form, Hint> {
    let spaced = spaced(plain);
    let mut words =
        Words { words: spaced.split(' ').filter(|word| !word.is_empty() && *word != "the").collect(), at: 0 };
    let text = words.words.join(" ");
    if words.words.iter().any(|word| RECURRING.contains(word))
        || text.contains("per month")
        || text.contains("per year")
    {
        return Ok(Form::Recurring);
    }
    if OPEN.contains(&text.as_str()) {
        return Ok(Form::OpenEnded(None));
    }
    words.phrase().filter(|_| words.at == words.words.len()).ok_or_else(|| why(&words.words))
}

/// Puts blanks around signs, so that words can be told apart; a date in digits stays one word.
fn spaced(plain: &str) -> String {
    let mut text = String::with_capacity(plain.len() + 16);
    let mut rest = plain;
    while let Some(c) = rest.chars().next() {
        let mut cursor = Cursor::new(rest);
        let is_fresh = text.chars().last().is_none_or(|last| !last.is_alphanumeric());
        if c.is_ascii_digit() && is_fresh && numeric::full(&mut cursor).is_some() {
            let length =
                rest.bytes().take_while(|byte| byte.is_ascii_digit() || b"-./".contains(byte)).count();
            text.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        match c {
            '-' | '(' | ')' | ':' | '/' => text.extend([' ', c, ' ']),
            ',' | '.' => text.push(' '),
            _ => text.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    text
}

impl Words<'_> {
    fn phrase(&mut self) -> Option<Form> {
        let before = BEFORE.iter().find(|(text, _)| self.take(text));
        let bound = before.map_or(Bound::Within, |(_, bound)| *bound);
        // Without `between`, `10 June and 15 June` are two days.
        let between = before.is_some_and(|(text, _)| *text == "between");
        let form = match bound {
            Bound::Within => self
                .attempt(|words| words.span(between))
                .or_else(|| self.attempt(|words| words.single(bound)))?,
            _ => self.single(bound)?,
        };
        while self.take_any(AFTER) {}
        Some(form)
    }

    fn single(&mut self, bound: Bound) -> Option<Form> {
        let weekday = self.one(weekday);
        let unit = self.unit()?;
        let weekday = weekday.or_else(|| self.attempt(Self::bracketed_weekday));
        if weekday.is_some() && !unit.is_day() {
            return None;
        }
        if let Some(second) = self.attempt(Self::bracketed_unit) {
            return (bound != Bound::Before).then_some(Form::Twice(unit, second));
        }
        Some(Form::One(One { bound, weekday, ..One::new(unit) }))
    }

    fn bracketed_weekday(&mut self) -> Option<Weekday> {
        let bracket = self.take("(");
        let weekday = self.one(weekday)?;
        (!bracket || self.take(")")).then_some(weekday)
    }

    fn bracketed_unit(&mut self) -> Option<Unit> {
        let unit = self.take("(").then(|| self.unit())??;
        self.take(")").then_some(unit)
    }

    fn span(&mut self, between: bool) -> Option<Form> {
        if let Some(span) = self.attempt(|words| words.days_of_month(between)) {
            return Some(Form::Span(span));
        }
        let start = self.unit()?;
        self.separator(between)?;
        let end = self.attempt(Self::unit).or_else(|| self.attempt(|words| words.day_beside(start)))?;
        // M1-M12 counts from one day, May-July and 1 May - 3 June lie in one year.
        Some(Form::Span(Span { start, end: One::new(end), repair: None }))
    }

    /// Reads `1-5 may 2026`.
    fn days_of_month(&mut self, between: bool) -> Option<Span> {
        let first = self.one(day_number)?;
        self.separator(between)?;
        let end = self.day()?;
        let Stretch::Day { month, .. } = end.stretch else { return None };
        let start = Unit::new(end.year, Stretch::Day { month, day: first });
        Some(Span { start, end: One::new(end), repair: None })
    }

    /// Reads the `5` of `may 1-5`.
    fn day_beside(&mut self, start: Unit) -> Option<Unit> {
        let Stretch::Day { month, .. } = start.stretch else { return None };
        let day = self.one(day_number)?;
        let year = self.year();
        Some(Unit::new(if year == Year::Unsaid { start.year } else { year }, Stretch::Day { month, day }))
    }

    fn separator(&mut self, between: bool) -> Option<()> {
        let found = self.take_any(&["to", "until", "till", "through", "thru"]) || between && self.take("and");
        let mut dashes = false;
        while self.take("-") {
            dashes = true;
        }
        (found != dashes).then_some(())
    }

    fn unit(&mut self) -> Option<Unit> {
        let edge = self.edge();
        if edge == Some(Edge::End) && self.take("year") {
            return Some(Unit::new(Year::Unsaid, Stretch::Year).at(Edge::End));
        }
        if let Some(edge) = edge {
            let base = self.base()?;
            return (!base.is_day()).then(|| base.at(edge));
        }
        if let Some(tens) = self.one(tens) {
            let _ = self.take("-");
            let month = self.one(month)?;
            return Some(Unit::new(self.year(), Stretch::Tens { month, first: tens, last: tens }));
        }
        if self.take_any(&["year - end", "year end"]) {
            return Some(Unit::new(self.year(), Stretch::Year).at(Edge::End));
        }
        self.base()
    }

    fn edge(&mut self) -> Option<Edge> {
        if self.take_any(&["end of", "end -", "end"]) {
            return Some(Edge::End);
        }
        if self.take_any(&["beginning of", "start of"]) {
            return Some(Edge::Start);
        }
        self.take("middle of").then_some(Edge::Middle)
    }

    /// Reads a day, a month, a quarter, a half, a year or a month of the project.
    fn base(&mut self) -> Option<Unit> {
        self.attempt(Self::day)
            .or_else(|| self.attempt(Self::month_and_year))
            .or_else(|| self.attempt(Self::part_of_year))
            .or_else(|| {
                self.attempt(|words| words.one(project_month)).map(|unit| Unit::new(Year::Unsaid, unit))
            })
            .or_else(|| self.attempt(Self::this_year))
            .or_else(|| self.one(written_year).map(|year| Unit::new(year, Stretch::Year)))
    }

    fn day(&mut self) -> Option<Unit> {
        if let Some(unit) = self.one(in_digits) {
            return Some(unit);
        }
        let _ = self.one(weekday);
        if let Some(day) = self.one(day_number) {
            let _ = self.take("of");
            let month = self.one(month)?;
            return Some(Unit::new(self.year(), Stretch::Day { month, day }));
        }
        let month = self.one(month)?;
        let day = self.one(day_number)?;
        Some(Unit::new(self.year(), Stretch::Day { month, day }))
    }

    fn month_and_year(&mut self) -> Option<Unit> {
        let month = self.one(month)?;
        Some(Unit::new(self.year(), Stretch::Month(month)))
    }

    fn part_of_year(&mut self) -> Option<Unit> {
        let before = self.one(written_year);
        let _ = before.is_some() && self.take("-");
        let stretch = self.one(short_part).or_else(|| {
            let number = self.one(ordinal)?;
            match self.peek()? {
                "quarter" if number <= 4 => Some(Stretch::Quarter(number)),
                "half" if number <= 2 => Some(Stretch::Half(number)),
                _ => None,
            }
            .inspect(|_| self.at += 1)
        })?;
        let year = before.unwrap_or_else(|| {
            let _ = self.take("of") || self.take("/");
            self.year()
        });
        Some(Unit::new(year, stretch))
    }

    fn this_year(&mut self) -> Option<Unit> {
        self.relative_year().map(|year| Unit::new(year, Stretch::Year))
    }

    /// Reads the year after a month or a day.
    fn year(&mut self) -> Year {
        if self.words.get(self.at + 1).is_some_and(|word| written_year(word).is_some()) {
            let _ = self.take("of");
        }
        self.one(written_year).or_else(|| self.relative_year()).unwrap_or(Year::Unsaid)
    }

    fn relative_year(&mut self) -> Option<Year> {
        if self.take("this year") {
            return Some(Year::Relative(0));
        }
        self.take_any(&["next year", "following year"]).then_some(Year::Relative(1))
    }
}

/// Says why words cannot be read, as well as can be told.
fn why(words: &[&str]) -> Hint {
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if has(&["easter", "ramadan", "thanksgiving", "christmas"]) {
        return Hint::MovableFestival;
    }
    if words.iter().any(|word| weekday(word).is_some())
        || has(&["day", "days", "week", "weeks", "month", "months", "next", "after", "following", "tomorrow"])
    {
        return Hint::NeedsAnchor;
    }
    Hint::Other
}
