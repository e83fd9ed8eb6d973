//! From TOML tables to a draft.

use toml::de::DeTable;

use super::values::{Decoder, TomlValue};
use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic};
use crate::model::draft::{Broken, Draft, DraftActivity, DraftMove, DraftPhase, DraftPlan, Found};
use crate::model::key::{ActivityKey, FileKey, Key, MoveKey, NoteKey, PhaseKey, PlanKey, Table};
use crate::model::plan::Note;
use crate::model::span::Span;

/// Returns the draft that a whole file holds, and what in it has the wrong form.
pub(super) fn draft(table: DeTable<'_>) -> (Draft<'_>, Vec<Diagnostic<'_>>) {
    let mut decoder = Decoder::default();
    let draft = decoder.draft(table);
    (draft, decoder.found())
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

    /// Reads the keys of a table; returns those whose value could not be used.
    fn keys<K: Key>(
        &mut self,
        table: DeTable<'a>,
        of: Table,
        mut read: impl FnMut(&mut Self, K, TomlValue<'a>),
    ) -> Broken {
        let outer = std::mem::take(&mut self.broken);
        for (name, value) in table {
            match K::named(name.get_ref()) {
                Some(key) => read(self, key, value),
                None => self.unknown(name, of),
            }
        }
        std::mem::replace(&mut self.broken, outer)
    }

    fn plan(&mut self, table: DeTable<'a>, span: Span) -> DraftPlan<'a> {
        let mut plan = DraftPlan { span, ..DraftPlan::default() };
        plan.broken = self.keys(table, Table::Plan, |decoder, key, value| {
            decoder.plan_key(&mut plan, key, value);
        });
        plan
    }

    pub(super) fn plan_key(&mut self, plan: &mut DraftPlan<'a>, key: PlanKey, value: TomlValue<'a>) {
        let name = key.name();
        match key {
            PlanKey::Title => plan.title = self.text(name, value),
            PlanKey::Year => plan.year = self.number(name, value, 1..=9999),
            PlanKey::Period => plan.time.period = self.written(name, value),
            PlanKey::Start => plan.time.start = self.written(name, value),
            PlanKey::End => plan.time.end = self.written(name, value),
            PlanKey::Words => plan.time.words = self.text(name, value),
            PlanKey::Timezone => plan.timezone = self.text(name, value),
            PlanKey::Office => plan.office = self.plain(name, value),
            PlanKey::Source => plan.source = self.plain(name, value),
            PlanKey::Soon => {
                let soon = self.number(name, value, 0..=9999);
                plan.soon = soon.map(|soon| soon.value.unsigned_abs());
            }
            PlanKey::Lang => plan.lang = self.text(name, value),
            PlanKey::Question => plan.question = self.text(name, value),
        }
    }

    fn phase(&mut self, table: DeTable<'a>, span: Span) -> DraftPhase<'a> {
        let before = self.diagnostics.len();
        let mut phase = DraftPhase { span, ..DraftPhase::default() };
        phase.broken = self.keys(table, Table::Phase, |decoder, key, value| {
            decoder.phase_key(&mut phase, key, value);
        });
        self.name_since(before, phase.id.as_ref());
        phase
    }

    pub(super) fn phase_key(&mut self, phase: &mut DraftPhase<'a>, key: PhaseKey, value: TomlValue<'a>) {
        let name = key.name();
        match key {
            PhaseKey::Id => phase.id = self.text(name, value),
            PhaseKey::Title => phase.title = self.text(name, value),
            PhaseKey::Period => phase.time.period = self.written(name, value),
            PhaseKey::Start => phase.time.start = self.written(name, value),
            PhaseKey::End => phase.time.end = self.written(name, value),
            PhaseKey::Words => phase.time.words = self.text(name, value),
            PhaseKey::Question => phase.question = self.text(name, value),
            PhaseKey::Moved => phase.moved = self.each(name, value, Decoder::moved),
        }
    }

    fn activity(&mut self, table: DeTable<'a>, span: Span) -> DraftActivity<'a> {
        let before = self.diagnostics.len();
        let mut activity = DraftActivity { span, ..DraftActivity::default() };
        activity.broken = self.keys(table, Table::Activity, |decoder, key, value| {
            decoder.activity_key(&mut activity, key, value);
        });
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
            ActivityKey::Owner => details.owners = self.text_or_texts(name, value),
            ActivityKey::Support => details.support = self.texts(name, value),
            ActivityKey::Content => details.content = self.plain(name, value),
            ActivityKey::Requirements => details.requirements = self.plain(name, value),
            ActivityKey::Remark => details.remark = self.plain(name, value),
            ActivityKey::Notes => {
                activity.notes = self.each(name, value, Decoder::note).into_iter().flatten().collect();
            }
            ActivityKey::Expected => details.expected = self.date(name, value).map(|found| found.value),
            ActivityKey::Progress => {
                let progress = self.number(name, value, 0..=100);
                details.progress = progress.map(|progress| progress.value.unsigned_abs());
            }
            ActivityKey::Evidence => details.evidence = self.texts(name, value),
            ActivityKey::Added => activity.added = self.date(name, value),
            ActivityKey::Cancelled => activity.cancelled = self.date(name, value),
            ActivityKey::CancelledWhy => activity.cancelled_why = self.plain(name, value),
            ActivityKey::CancelledBy => activity.cancelled_by = self.plain(name, value),
            ActivityKey::Done => activity.done = self.date(name, value),
            ActivityKey::Verified => activity.verified = self.date(name, value),
            ActivityKey::VerifiedBy => activity.verified_by = self.plain(name, value),
        }
    }

    fn moved(&mut self, table: DeTable<'a>, span: Span) -> DraftMove<'a> {
        let mut moved = DraftMove { span, ..DraftMove::default() };
        moved.broken = self.keys(table, Table::Move, |decoder, key, value| match key {
            MoveKey::From => moved.from = decoder.written(key.name(), value),
            MoveKey::On => moved.on = decoder.date(key.name(), value).map(|found| found.value),
            MoveKey::Why => moved.why = decoder.plain(key.name(), value),
            MoveKey::By => moved.by = decoder.plain(key.name(), value),
        });
        moved
    }

    fn note(&mut self, table: DeTable<'a>, span: Span) -> Option<Found<Note<'a>>> {
        let (mut on, mut text, mut why) = (None, None, None);
        let before = self.diagnostics.len();
        self.keys(table, Table::Note, |decoder, key, value| match key {
            NoteKey::On => on = decoder.date(key.name(), value).map(|found| found.value),
            NoteKey::Text => text = decoder.plain(key.name(), value),
            NoteKey::Why => why = decoder.plain(key.name(), value),
        });
        let broken = self.diagnostics.len() > before;
        for (key, missing) in [(NoteKey::On, on.is_none()), (NoteKey::Text, text.is_none() && why.is_none())]
        {
            if missing && !broken {
                self.report(span, Code::MissingKey { key: key.name(), table: Table::Note });
            }
        }
        Some(Found { value: Note { on: on?, text, why }, span })
    }

    /// Says of every diagnostic met since `before` which activity or phase it is about.
    pub(super) fn name_since(&mut self, before: usize, id: Option<&Found<Text<'a>>>) {
        for diagnostic in &mut self.diagnostics[before..] {
            diagnostic.about = id.map(|id| id.value.clone()).filter(|id| !id.is_empty());
        }
    }
}
