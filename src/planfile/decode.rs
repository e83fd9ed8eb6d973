//! From TOML values, each with its place, to a draft.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};
use toml::value::Datetime;

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic};
use crate::model::draft::{
    Broken, Draft, DraftActivity, DraftMove, DraftPhase, DraftPlan, Found, FoundDate, Written,
};
use crate::model::key::{ActivityKey, FileKey, Kind, MoveKey, NoteKey, PhaseKey, PlanKey, Table};
use crate::model::plan::Note;
use crate::model::span::Span;

pub(super) type Name<'a> = Spanned<DeString<'a>>;
pub(super) type TomlValue<'a> = Spanned<DeValue<'a>>;

/// Returns the draft that a whole file holds, and what in it has the wrong form.
pub(super) fn draft(table: DeTable<'_>) -> (Draft<'_>, Vec<Diagnostic<'_>>) {
    let mut decoder = Decoder::default();
    let draft = decoder.draft(table);
    (draft, decoder.problems)
}

/// Makes a draft, and notes what has the wrong form.
#[derive(Default)]
pub(super) struct Decoder<'a> {
    pub(super) problems: Vec<Diagnostic<'a>>,
    /// Where in the file the text begins whose values are read.
    pub(super) base: usize,
    /// Of the table that is being read.
    broken: Broken,
}

impl<'a> Decoder<'a> {
    pub(super) fn draft(&mut self, table: DeTable<'a>) -> Draft<'a> {
        let mut draft = Draft::default();
        for (name, value) in table {
            let Some(key) = FileKey::named(name.get_ref()) else {
                self.unknown(name, Table::File);
                continue;
            };
            match key {
                FileKey::Plan => {
                    if let Some((table, span)) = self.table(key.name(), value) {
                        draft.plan = self.plan(table, span);
                    }
                }
                FileKey::Phase => draft.phases = self.each(key.name(), value, Decoder::phase),
                FileKey::Activity => draft.activities = self.each(key.name(), value, Decoder::activity),
            }
        }
        draft.broken = std::mem::take(&mut self.broken);
        draft
    }

    fn report(&mut self, span: Span, code: Code<'a>) {
        self.problems.push(Diagnostic { span, other: None, about: None, code });
    }

    fn span<T>(&self, found: &Spanned<T>) -> Span {
        let span = found.span();
        (self.base + span.start..self.base + span.end).into()
    }

    /// Keys that begin `x-` are the author's own.
    fn unknown(&mut self, name: Name<'a>, table: Table) {
        let span = self.span(&name);
        let key = name.into_inner();
        if !key.starts_with("x-") {
            let nearest = nearest(&key, table.keys());
            self.report(span, Code::UnknownKey { key, table, nearest });
        }
    }

    fn wrong(&mut self, key: &'static str, value: &TomlValue<'a>, expected: Kind) {
        self.broken.0.push(key);
        let found = kind(value.get_ref());
        self.report(self.span(value), Code::WrongType { key, expected, found });
    }

    fn plan(&mut self, table: DeTable<'a>, span: Span) -> DraftPlan<'a> {
        let outer = std::mem::take(&mut self.broken);
        let mut plan = DraftPlan { span, ..DraftPlan::default() };
        for (name, value) in table {
            match PlanKey::named(name.get_ref()) {
                Some(key) => self.plan_key(&mut plan, key, value),
                None => self.unknown(name, Table::Plan),
            }
        }
        plan.broken = std::mem::replace(&mut self.broken, outer);
        plan
    }

    fn plan_key(&mut self, plan: &mut DraftPlan<'a>, key: PlanKey, value: TomlValue<'a>) {
        let name = key.name();
        match key {
            PlanKey::Title => plan.title = self.text(name, value),
            PlanKey::Year => plan.year = self.number(name, &value, 1..=9999),
            PlanKey::Period => plan.time.period = self.written(name, value),
            PlanKey::Start => plan.time.start = self.written(name, value),
            PlanKey::End => plan.time.end = self.written(name, value),
            PlanKey::Words => plan.time.words = self.text(name, value),
            PlanKey::Timezone => plan.timezone = self.text(name, value),
            PlanKey::Office => plan.office = self.plain(name, value),
            PlanKey::Source => plan.source = self.plain(name, value),
            PlanKey::Soon => {
                let soon = self.number(name, &value, 0..=9999);
                plan.soon = soon.map(|soon| soon.value.unsigned_abs());
            }
            PlanKey::Lang => plan.lang = self.text(name, value),
        }
    }

    fn phase(&mut self, table: DeTable<'a>, span: Span) -> DraftPhase<'a> {
        let before = self.problems.len();
        let outer = std::mem::take(&mut self.broken);
        let mut phase = DraftPhase { span, ..DraftPhase::default() };
        for (name, value) in table {
            match PhaseKey::named(name.get_ref()) {
                Some(key) => self.phase_key(&mut phase, key, value),
                None => self.unknown(name, Table::Phase),
            }
        }
        phase.broken = std::mem::replace(&mut self.broken, outer);
        self.name_since(before, phase.id.as_ref());
        phase
    }

    fn phase_key(&mut self, phase: &mut DraftPhase<'a>, key: PhaseKey, value: TomlValue<'a>) {
        let name = key.name();
        match key {
            PhaseKey::Id => phase.id = self.text(name, value),
            PhaseKey::Title => phase.title = self.text(name, value),
            PhaseKey::Period => phase.time.period = self.written(name, value),
            PhaseKey::Start => phase.time.start = self.written(name, value),
            PhaseKey::End => phase.time.end = self.written(name, value),
            PhaseKey::Words => phase.time.words = self.text(name, value),
            PhaseKey::Moved => phase.moved = self.each(name, value, Decoder::moved),
        }
    }

    fn activity(&mut self, table: DeTable<'a>, span: Span) -> DraftActivity<'a> {
        let before = self.problems.len();
        let outer = std::mem::take(&mut self.broken);
        let mut activity = DraftActivity { span, ..DraftActivity::default() };
        for (name, value) in table {
            match ActivityKey::named(name.get_ref()) {
                Some(key) => self.activity_key(&mut activity, key, value),
                None => self.unknown(name, Table::Activity),
            }
        }
        activity.broken = std::mem::replace(&mut self.broken, outer);
        self.name_since(before, activity.id.as_ref());
        activity
    }

    pub(super) fn activity_key(
        &mut self,
        activity: &mut DraftActivity<'a>,
        key: ActivityKey,
        value: TomlValue<'a>,
    ) {
        let name = key.name();
        let details = &mut activity.details;
        match key {
            ActivityKey::Id => activity.id = self.text(name, value),
            ActivityKey::Title => activity.title = self.text(name, value),
            ActivityKey::Due => activity.due = self.written(name, value),
            ActivityKey::Start => activity.time.start = self.written(name, value),
            ActivityKey::Period => activity.time.period = self.written(name, value),
            ActivityKey::Words => activity.time.words = self.text(name, value),
            ActivityKey::Question => activity.question = self.text(name, value),
            ActivityKey::Moved => activity.moved = self.each(name, value, Decoder::moved),
            ActivityKey::Phase => activity.phase = self.text(name, value),
            ActivityKey::Group => details.group = self.plain(name, value),
            ActivityKey::Leader => details.leader = self.plain(name, value),
            ActivityKey::Owner => details.owner = self.plain(name, value),
            ActivityKey::Support => details.support = self.texts(name, value),
            ActivityKey::Content => details.content = self.plain(name, value),
            ActivityKey::Requirements => details.requirements = self.plain(name, value),
            ActivityKey::Remark => details.remark = self.plain(name, value),
            ActivityKey::Notes => {
                activity.notes = self.each(name, value, Decoder::note).into_iter().flatten().collect();
            }
            ActivityKey::Expected => details.expected = self.date(name, &value).map(|found| found.value),
            ActivityKey::Evidence => details.evidence = self.texts(name, value),
            ActivityKey::Cancelled => activity.cancelled = self.date(name, &value),
            ActivityKey::CancelledWhy => activity.cancelled_why = self.plain(name, value),
            ActivityKey::Done => activity.done = self.date(name, &value),
            ActivityKey::Verified => activity.verified = self.date(name, &value),
            ActivityKey::VerifiedBy => activity.verified_by = self.plain(name, value),
        }
    }

    fn moved(&mut self, table: DeTable<'a>, span: Span) -> DraftMove<'a> {
        let outer = std::mem::take(&mut self.broken);
        let mut moved = DraftMove { span, ..DraftMove::default() };
        for (name, value) in table {
            match MoveKey::named(name.get_ref()) {
                Some(key) => self.move_key(&mut moved, key, value),
                None => self.unknown(name, Table::Move),
            }
        }
        moved.broken = std::mem::replace(&mut self.broken, outer);
        moved
    }

    fn move_key(&mut self, moved: &mut DraftMove<'a>, key: MoveKey, value: TomlValue<'a>) {
        let name = key.name();
        match key {
            MoveKey::From => moved.from = self.written(name, value),
            MoveKey::On => moved.on = self.date(name, &value).map(|found| found.value),
            MoveKey::Why => moved.why = self.plain(name, value),
            MoveKey::By => moved.by = self.plain(name, value),
        }
    }

    fn note(&mut self, table: DeTable<'a>, span: Span) -> Option<Found<Note<'a>>> {
        let (mut on, mut text) = (None, None);
        let before = self.problems.len();
        for (name, value) in table {
            match NoteKey::named(name.get_ref()) {
                Some(key @ NoteKey::On) => on = self.date(key.name(), &value).map(|found| found.value),
                Some(key @ NoteKey::Text) => text = self.plain(key.name(), value),
                None => self.unknown(name, Table::Note),
            }
        }
        let broken = self.problems.len() > before;
        for (key, missing) in [(NoteKey::On, on.is_none()), (NoteKey::Text, text.is_none())] {
            if missing && !broken {
                self.report(span, Code::MissingKey { key: key.name(), table: Table::Note });
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

    fn table(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<(DeTable<'a>, Span)> {
        let span = self.span(&value);
        if matches!(value.get_ref(), DeValue::Table(_)) {
            let DeValue::Table(table) = value.into_inner() else { return None };
            return Some((table, span));
        }
        self.wrong(key, &value, Kind::Table);
        None
    }

    fn array(&mut self, key: &'static str, value: TomlValue<'a>, expected: Kind) -> Option<DeArray<'a>> {
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
        value: TomlValue<'a>,
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

    fn texts(&mut self, key: &'static str, value: TomlValue<'a>) -> Vec<Text<'a>> {
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

    fn text(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Found<Text<'a>>> {
        let span = self.span(&value);
        if matches!(value.get_ref(), DeValue::String(_)) {
            let DeValue::String(value) = value.into_inner() else { return None };
            return Some(Found { value, span });
        }
        self.wrong(key, &value, Kind::Text);
        None
    }

    fn plain(&mut self, key: &'static str, value: TomlValue<'a>) -> Option<Text<'a>> {
        self.text(key, value).map(|found| found.value)
    }

    fn number(
        &mut self,
        key: &'static str,
        value: &TomlValue<'a>,
        allowed: std::ops::RangeInclusive<i32>,
    ) -> Option<Found<i32>> {
        let span = self.span(value);
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
    fn date(&mut self, key: &'static str, value: &TomlValue<'a>) -> Option<Found<NaiveDate>> {
        let span = self.span(value);
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
    fn written(&mut self, key: &'static str, value: TomlValue<'a>) -> FoundDate<'a> {
        let span = self.span(&value);
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
    if is_iso(text) { text.parse().ok() } else { None }
}

pub(super) fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the kinds that the decoder expects, each with its key, where the file holds `text`.
    fn expected(text: &str) -> Vec<(&'static str, Kind)> {
        let (_, problems) = draft(DeTable::parse(text).expect("it is TOML").into_inner());
        let kinds = problems.into_iter().filter_map(|problem| match problem.code {
            Code::WrongType { key, expected, .. } => Some((key, expected)),
            _ => None,
        });
        kinds.collect()
    }

    #[test]
    fn every_key_is_read_as_what_the_list_of_keys_says_that_it_holds() {
        macro_rules! holds {
            ($keys:ident, $before:literal, $after:literal) => {
                for key in $keys::ALL {
                    let text = format!("{}{} = false{}", $before, key.name(), $after);
                    assert_eq!(expected(&text), [(key.name(), key.holds())], "{text}");
                }
            };
        }
        holds!(FileKey, "", "");
        holds!(PlanKey, "[plan]\n", "");
        holds!(PhaseKey, "[[phase]]\n", "");
        holds!(ActivityKey, "[[activity]]\n", "");
        holds!(MoveKey, "[[activity]]\nmoved = [{ ", " }]");
        holds!(NoteKey, "[[activity]]\nnotes = [{ ", " }]");
    }
}
