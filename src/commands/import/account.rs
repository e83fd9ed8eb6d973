//! What became of a document, line by line, and the next steps.

use std::collections::HashMap;

use crate::cli::{
    Opened,
    typing::{command, option},
};
use crate::export::json;
use crate::messages::{Imported, Messages};
use crate::model::Text;
use crate::model::agenda::{Item, Status};
use crate::model::text::look;
use crate::outline::account::Folded;
use crate::outline::document::{Place, Remark};
use crate::outline::question::Question;
use crate::outline::{Activity, Outline, Time};
use crate::planfile::compose::Composed;

/// So many ids stand in a command that is an example.
const EXAMPLES: usize = 2;

pub(super) struct Account<'a> {
    pub(super) composed: &'a Composed,
    /// What the reader of the document took for granted.
    pub(super) remarks: &'a [Remark],
    /// The draft, as a plan.
    pub(super) opened: &'a Opened<'a>,
    /// The command that was typed.
    pub(super) again: String,
    /// What the document is called.
    pub(super) document: &'a str,
}

impl Account<'_> {
    /// Says it line by line; what was `written` stands before the next steps.
    pub(super) fn lines(&self, written: Vec<String>) -> Vec<String> {
        let Outline { phases, activities, account, .. } = &self.composed.outline;
        let tables = account.taken.len() + account.left.len();
        let read = Imported::Read { file: self.document, paragraphs: account.paragraphs, tables };
        let mut lines = vec![self.say(&read)];
        lines.push(self.say(&Imported::Drafted { phases: phases.len(), activities: activities.len() }));
        if !account.taken.is_empty() {
            lines.push(self.say(&Imported::Taken(&account.taken)));
        }
        if let Some(first) = account.left.first() {
            lines.push(self.say(&Imported::Left(&account.left)));
            let command = format!("{} --table {}", self.again, first.number);
            lines.push(self.say(&Imported::ChooseTable { command }));
        }
        let folded = account.folded.iter().zip(self.ids_of_folded());
        lines.extend(folded.map(|(folded, id)| self.say(&Imported::Folded { id, folded })));
        lines.extend(self.remarks.iter().map(|remark| self.say(&Imported::Remark(remark))));
        lines.extend(self.open());
        lines.extend(account.missing.iter().map(|name| missing_annex(name, self.opened.messages)));
        lines.extend(written);
        lines.push(self.say(&Imported::Next));
        lines.extend(self.next().iter().map(|step| format!("  {}", self.say(step))));
        lines
    }

    /// Returns the same for other programs; `written` is the file that the draft stands in.
    pub(super) fn json(&self, written: Option<&str>) -> String {
        let outline = &self.composed.outline;
        let next: Vec<String> = self.next().into_iter().filter_map(command_of).collect();
        let folded = self.ids_of_folded();
        let parts =
            json::Parts { remarks: self.remarks, questions: &self.questions(), folded: &folded, next: &next };
        json::imported(self.document, written, outline, &parts)
    }

    fn say(&self, said: &Imported<'_>) -> String {
        self.opened.messages.imported(said)
    }

    /// Returns the id of each activity that others were folded into.
    fn ids_of_folded(&self) -> Vec<Option<&str>> {
        let Composed { outline, activities, .. } = self.composed;
        let ids = outline.activities.iter().zip(activities).rev();
        let ids: HashMap<(&Place, Text<'_>), &str> =
            ids.map(|(one, id)| ((&one.place, look(&one.title)), id.as_str())).collect();
        let id = |folded: &Folded| ids.get(&(&folded.kept, look(&folded.title))).copied();
        outline.account.folded.iter().map(id).collect()
    }

    /// Returns every question, with the id that it is about; None for the plan as a whole.
    fn questions(&self) -> Vec<(Option<&str>, &Question)> {
        let Composed { outline, phases, activities, .. } = self.composed;
        let of_plan = outline.questions.iter().map(|question| (None, question));
        let of_phases = phases.iter().zip(outline.phases.iter().map(|phase| &phase.questions));
        let of_activities = activities.iter().zip(outline.activities.iter().map(|one| &one.questions));
        let of_entries = of_phases
            .chain(of_activities)
            .flat_map(|(id, questions)| questions.iter().map(|question| (Some(id.as_str()), question)));
        of_plan.chain(of_entries).collect()
    }

    /// Says what is open, and how it is answered.
    fn open(&self) -> Vec<String> {
        let questions = self.questions();
        if questions.is_empty() {
            return vec![self.say(&Imported::NothingOpen)];
        }
        let Opened { located, messages, .. } = self.opened;
        let mut lines = vec![self.say(&Imported::Open(questions.len()))];
        lines.extend(questions.iter().map(|(id, question)| {
            let id = id.map(|id| format!("{id} ")).unwrap_or_default();
            format!("  {id}{}", messages.question(question))
        }));
        let is_to_settle = |one: &Activity| matches!(one.time, Time::ToSettle(_));
        let settle = self
            .first_asked(is_to_settle)
            .map(|id| located.command(&format!("settle {id}{}", option("--due", messages.a_day()))));
        let confirm = self.first_asked(|one| !is_to_settle(one));
        let confirm = confirm.map(|id| located.command(&format!("settle {id}")));
        lines.push(self.say(&Imported::Answer { settle, confirm, edit: located.command("edit") }));
        lines
    }

    /// Returns the id of the first activity with a question that `is_it`.
    fn first_asked(&self, is_it: impl Fn(&Activity) -> bool) -> Option<&str> {
        let Composed { outline, activities, .. } = self.composed;
        let at = outline.activities.iter().position(|one| !one.questions.is_empty() && is_it(one))?;
        Some(&activities[at])
    }

    /// Returns the next steps, each with its command.
    fn next(&self) -> Vec<Imported<'static>> {
        let (located, agenda) = (self.opened.located, self.opened.agenda());
        let overdue = agenda.select(|item| item.status == Status::Overdue);
        let fallen_due = overdue.first().and_then(|first| first.due.day).map(|day| {
            let ids: Vec<String> = overdue.iter().take(EXAMPLES).map(|item| item.id.to_owned()).collect();
            let verb = command("done", &ids) + &option("--on", day.to_string().as_str());
            Imported::FallenDue { count: overdue.len(), command: located.command(&verb) }
        });
        let ownerless = agenda.select(|item| item.owner().is_none());
        let without_owner = (!ownerless.is_empty()).then(|| {
            let owner = option("--owner", self.opened.messages.a_unit());
            let verb = format!("assign{}{owner}", self.meant(&ownerless));
            Imported::WithoutOwner { count: ownerless.len(), command: located.command(&verb) }
        });
        let daily = Imported::Daily { command: located.command("overdue --soon") };
        fallen_due.into_iter().chain(without_owner).chain([daily]).collect()
    }

    /// Returns what stands after `assign`: the largest group in which nobody answers for anything, else the first id.
    fn meant(&self, ownerless: &[Item<'_>]) -> String {
        let agenda = self.opened.agenda();
        let sizes = sizes(ownerless.iter().filter_map(Item::group));
        let items = agenda.select(|_| true);
        let whole = self::sizes(items.iter().filter_map(Item::group));
        let groups = ownerless.iter().filter_map(Item::group).filter(|group| sizes[group] == whole[group]);
        match groups.rev().max_by_key(|group| sizes[group]) {
            // A part of the name is enough, and quotes around a whole word would be taken off.
            Some(group) => {
                let inside = group.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
                option("--group", inside.unwrap_or(group))
            }
            None => ownerless.first().map(|first| format!(" {}", first.id)).unwrap_or_default(),
        }
    }
}

/// How often each name stands there.
fn sizes<'n>(names: impl Iterator<Item = &'n str>) -> HashMap<&'n str, usize> {
    let mut sizes = HashMap::new();
    for name in names {
        *sizes.entry(name).or_default() += 1;
    }
    sizes
}

fn command_of(step: Imported<'_>) -> Option<String> {
    match step {
        Imported::FallenDue { command, .. }
        | Imported::WithoutOwner { command, .. }
        | Imported::Daily { command } => Some(command),
        _ => None,
    }
}

/// Says what of an annex is to be done that the text names and does not hold.
pub(super) fn missing_annex(name: &str, messages: &dyn Messages) -> String {
    let command = format!("plan import {}", messages.an_annex());
    messages.imported(&Imported::Missing { name, command })
}
