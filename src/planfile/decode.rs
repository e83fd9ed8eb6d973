//! From TOML values, each with its place, to a draft.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};
use toml::value::Datetime;

use super::keys::{ACTIVITY_KEYS, FILE_KEYS, MOVE_KEYS, NOTE_KEYS, PHASE_KEYS, PLAN_KEYS};
use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic, Kind, Table};
use crate::model::draft::{
    Broken, Draft, DraftActivity, DraftMove, DraftPhase, DraftPlan, Found, FoundDate, Written,
};
use crate::model::plan::Note;
use crate::model::span::Span;

type Key<'a> = Spanned<DeString<'a>>;
type Value<'a> = Spanned<DeValue<'a>>;

/// Returns the draft that `table` holds, and what in it has the wrong form.
pub(super) fn draft(table: Spanned<DeTable<'_>>) -> (Draft<'_>, Vec<Diagnostic<'_>>) {
    let mut shaper = Shaper { problems: Vec::new(), broken: Broken::default() };
    let mut draft = Draft::default();
    for (key, value) in table.into_inner() {
        match key.get_ref().as_ref() {
            "plan" => {
                if let Some((table, span)) = shaper.table("plan", value) {
                    draft.plan = shaper.plan(table, span);
                }
            }
            "phase" => draft.phases = shaper.each("phase", value, Shaper::phase),
            "activity" => draft.activities = shaper.each("activity", value, Shaper::activity),
            _ => shaper.unknown(key, Table::File, FILE_KEYS),
        }
    }
    draft.broken = std::mem::take(&mut shaper.broken);
    (draft, shaper.problems)
}

struct Shaper<'a> {
    problems: Vec<Diagnostic<'a>>,
    /// Of the table that is being read.
    broken: Broken,
}

impl<'a> Shaper<'a> {
    fn report(&mut self, span: Span, code: Code<'a>) {
        self.problems.push(Diagnostic { span, other: None, about: None, code });
    }

    /// Keys that begin `x-` are the author's own.
    fn unknown(&mut self, key: Key<'a>, table: Table, known: &[&'static str]) {
        let span = key.span().into();
        let key = key.into_inner();
        if !key.starts_with("x-") {
            let nearest = nearest(&key, known);
            self.report(span, Code::UnknownKey { key, table, nearest });
        }
    }

    fn wrong(&mut self, key: &'static str, value: &Value<'a>, expected: Kind) {
        self.broken.0.push(key);
        self.report(value.span().into(), Code::WrongType { key, expected, found: kind(value.get_ref()) });
    }

    fn plan(&mut self, table: DeTable<'a>, span: Span) -> DraftPlan<'a> {
        let outer = std::mem::take(&mut self.broken);
        let mut plan = DraftPlan { span, ..DraftPlan::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "title" => plan.title = self.text("title", value),
                "year" => plan.year = self.number("year", &value, 1..=9999),
                "period" => plan.time.period = self.written("period", value),
                "start" => plan.time.start = self.written("start", value),
                "end" => plan.time.end = self.written("end", value),
                "words" => plan.time.words = self.text("words", value),
                "timezone" => plan.timezone = self.text("timezone", value),
                "office" => plan.office = self.plain("office", value),
                "source" => plan.source = self.plain("source", value),
                "soon" => {
                    let soon = self.number("soon", &value, 0..=9999);
                    plan.soon = soon.map(|soon| soon.value.unsigned_abs());
                }
                "lang" => plan.lang = self.text("lang", value),
                _ => self.unknown(key, Table::Plan, PLAN_KEYS),
            }
        }
        plan.broken = std::mem::replace(&mut self.broken, outer);
        plan
    }

    fn phase(&mut self, table: DeTable<'a>, span: Span) -> DraftPhase<'a> {
        let before = self.problems.len();
        let outer = std::mem::take(&mut self.broken);
        let mut phase = DraftPhase { span, ..DraftPhase::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "id" => phase.id = self.text("id", value),
                "title" => phase.title = self.text("title", value),
                "period" => phase.time.period = self.written("period", value),
                "start" => phase.time.start = self.written("start", value),
                "end" => phase.time.end = self.written("end", value),
                "words" => phase.time.words = self.text("words", value),
                "moved" => phase.moved = self.each("moved", value, Shaper::moved),
                _ => self.unknown(key, Table::Phase, PHASE_KEYS),
            }
        }
        phase.broken = std::mem::replace(&mut self.broken, outer);
        self.name_since(before, phase.id.as_ref());
        phase
    }

    fn activity(&mut self, table: DeTable<'a>, span: Span) -> DraftActivity<'a> {
        let before = self.problems.len();
        let outer = std::mem::take(&mut self.broken);
        let mut activity = DraftActivity { span, ..DraftActivity::default() };
        for (key, value) in table {
            self.activity_key(&mut activity, key, value);
        }
        activity.broken = std::mem::replace(&mut self.broken, outer);
        self.name_since(before, activity.id.as_ref());
        activity
    }

    fn activity_key(&mut self, activity: &mut DraftActivity<'a>, key: Key<'a>, value: Value<'a>) {
        let details = &mut activity.details;
        match key.get_ref().as_ref() {
            "id" => activity.id = self.text("id", value),
            "title" => activity.title = self.text("title", value),
            "due" => activity.due = self.written("due", value),
            "start" => activity.time.start = self.written("start", value),
            "period" => activity.time.period = self.written("period", value),
            "words" => activity.time.words = self.text("words", value),
            "question" => activity.question = self.text("question", value),
            "moved" => activity.moved = self.each("moved", value, Shaper::moved),
            "phase" => activity.phase = self.text("phase", value),
            "group" => details.group = self.plain("group", value),
            "leader" => details.leader = self.plain("leader", value),
            "owner" => details.owner = self.plain("owner", value),
            "support" => details.support = self.texts("support", value),
            "content" => details.content = self.plain("content", value),
            "requirements" => details.requirements = self.plain("requirements", value),
            "remark" => details.remark = self.plain("remark", value),
            "notes" => {
                activity.notes = self.each("notes", value, Shaper::note).into_iter().flatten().collect();
            }
            "expected" => details.expected = self.date("expected", &value).map(|found| found.value),
            "evidence" => details.evidence = self.texts("evidence", value),
            "cancelled" => activity.cancelled = self.date("cancelled", &value),
            "cancelled_why" => activity.cancelled_why = self.plain("cancelled_why", value),
            "done" => activity.done = self.date("done", &value),
            "verified" => activity.verified = self.date("verified", &value),
            "verified_by" => activity.verified_by = self.plain("verified_by", value),
            _ => self.unknown(key, Table::Activity, ACTIVITY_KEYS),
        }
    }

    fn moved(&mut self, table: DeTable<'a>, span: Span) -> DraftMove<'a> {
        let outer = std::mem::take(&mut self.broken);
        let mut moved = DraftMove { span, ..DraftMove::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "from" => moved.from = self.written("from", value),
                "on" => moved.on = self.date("on", &value).map(|found| found.value),
                "why" => moved.why = self.plain("why", value),
                "by" => moved.by = self.plain("by", value),
                _ => self.unknown(key, Table::Move, MOVE_KEYS),
            }
        }
        moved.broken = std::mem::replace(&mut self.broken, outer);
        moved
    }

    fn note(&mut self, table: DeTable<'a>, span: Span) -> Option<Found<Note<'a>>> {
        let (mut on, mut text) = (None, None);
        let before = self.problems.len();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "on" => on = self.date("on", &value).map(|found| found.value),
                "text" => text = self.plain("text", value),
                _ => self.unknown(key, Table::Note, NOTE_KEYS),
            }
        }
        let broken = self.problems.len() > before;
        for (key, missing) in [("on", on.is_none()), ("text", text.is_none())] {
            if missing && !broken {
                self.report(span, Code::MissingKey { key, table: Table::Note });
            }
        }
        Some(Found { value: Note { on: on?, text: text? }, span })
    }

    /// Says of every problem met since `before` which activity or phase it is about.
    fn name_since(&mut self, before: usize, id: Option<&Found<Text<'a>>>) {
        for problem in &mut self.problems[before..] {
            problem.about = id.map(|id| id.value.clone()).filter(|id| !id.is_empty());
        }
    }

    fn table(&mut self, key: &'static str, value: Value<'a>) -> Option<(DeTable<'a>, Span)> {
        let span = value.span().into();
        if matches!(value.get_ref(), DeValue::Table(_)) {
            let DeValue::Table(table) = value.into_inner() else { return None };
            return Some((table, span));
        }
        self.wrong(key, &value, Kind::Table);
        None
    }

    fn array(&mut self, key: &'static str, value: Value<'a>, expected: Kind) -> Option<DeArray<'a>> {
        if matches!(value.get_ref(), DeValue::Array(_)) {
            let DeValue::Array(array) = value.into_inner() else { return None };
            return Some(array);
        }
        self.wrong(key, &value, expected);
        None
    }

    /// Reads an array of tables.
    fn each<T>(
        &mut self,
        key: &'static str,
        value: Value<'a>,
        read: fn(&mut Self, DeTable<'a>, Span) -> T,
    ) -> Vec<T> {
        let Some(array) = self.array(key, value, Kind::Tables) else { return Vec::new() };
        let mut all = Vec::with_capacity(array.len());
        for entry in array {
            if let Some((table, span)) = self.table(key, entry) {
                all.push(read(self, table, span));
            }
        }
        all
    }

    fn texts(&mut self, key: &'static str, value: Value<'a>) -> Vec<Text<'a>> {
        let Some(array) = self.array(key, value, Kind::Texts) else { return Vec::new() };
        let mut texts = Vec::with_capacity(array.len());
        for entry in array {
            if matches!(entry.get_ref(), DeValue::String(_)) {
                texts.extend(self.plain(key, entry));
            } else {
                self.wrong(key, &entry, Kind::Texts);
            }
        }
        texts
    }

    fn text(&mut self, key: &'static str, value: Value<'a>) -> Option<Found<Text<'a>>> {
        let span = value.span().into();
        if matches!(value.get_ref(), DeValue::String(_)) {
            let DeValue::String(value) = value.into_inner() else { return None };
            return Some(Found { value, span });
        }
        self.wrong(key, &value, Kind::Text);
        None
    }

    fn plain(&mut self, key: &'static str, value: Value<'a>) -> Option<Text<'a>> {
        self.text(key, value).map(|found| found.value)
    }

    fn number(
        &mut self,
        key: &'static str,
        value: &Value<'a>,
        allowed: std::ops::RangeInclusive<i32>,
    ) -> Option<Found<i32>> {
        let span = value.span().into();
        let integer = match value.get_ref() {
            DeValue::Integer(integer) => integer,
            DeValue::Float(float) => {
                self.out_of_range(key, span, float.to_string());
                return None;
            }
            _ => {
                self.wrong(key, value, Kind::Number);
                return None;
            }
        };
        let number = i32::from_str_radix(integer.as_str(), integer.radix()).ok();
        if let Some(value) = number.filter(|number| allowed.contains(number)) {
            return Some(Found { value, span });
        }
        self.out_of_range(key, span, integer.to_string());
        None
    }

    fn out_of_range(&mut self, key: &'static str, span: Span, written: String) {
        self.broken.0.push(key);
        self.report(span, Code::OutOfRange { key, written: written.into() });
    }

    /// Reads a date that must be a date: TOML's own, or an ISO date in quotes.
    fn date(&mut self, key: &'static str, value: &Value<'a>) -> Option<Found<NaiveDate>> {
        let span = value.span().into();
        match value.get_ref() {
            DeValue::Datetime(datetime) => {
                if let Some(value) = calendar_date(datetime) {
                    return Some(Found { value, span });
                }
                self.wrong(key, value, Kind::Date);
            }
            DeValue::String(text) => {
                if let Some(value) = iso_date(text) {
                    return Some(Found { value, span });
                }
                self.broken.0.push(key);
                self.report(span, Code::BadDate { key, written: text.clone() });
            }
            DeValue::Boolean(true) => {
                self.broken.0.push(key);
                self.report(span, Code::DoneIsYes { key });
            }
            _ => self.wrong(key, value, Kind::Date),
        }
        None
    }

    /// Reads a date, or the document's words for one.
    fn written(&mut self, key: &'static str, value: Value<'a>) -> FoundDate<'a> {
        let span = value.span().into();
        let date = match value.get_ref() {
            DeValue::Datetime(datetime) => calendar_date(datetime),
            DeValue::String(text) => iso_date(text),
            _ => None,
        };
        if let Some(date) = date {
            return Some(Found { value: Written::Date(date), span });
        }
        if !matches!(value.get_ref(), DeValue::String(_)) {
            self.wrong(key, &value, Kind::DateOrWords);
            return None;
        }
        self.text(key, value).map(|found| Found { value: Written::Words(found.value), span })
    }
}

fn calendar_date(datetime: &Datetime) -> Option<NaiveDate> {
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// Reads `2018-06-10` and nothing looser.
fn iso_date(text: &str) -> Option<NaiveDate> {
    let is_iso = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    text.parse().ok().filter(|_| is_iso)
}

fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) | DeValue::Float(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Boolean,
        DeValue::Datetime(datetime) if datetime.time.is_none() => Kind::Date,
        DeValue::Datetime(_) => Kind::Time,
        DeValue::Array(_) => Kind::Array,
        DeValue::Table(_) => Kind::Table,
    }
}

/// Returns the known key that `key` most likely stands for.
fn nearest(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let distance = |known: &str| strsim::damerau_levenshtein(&key.to_lowercase(), known);
    let (distance, nearest) = known.iter().map(|known| (distance(known), *known)).min()?;
    let likely = distance < key.chars().count() && distance <= nearest.len().max(3) / 2 + 1;
    likely.then_some(nearest)
}
