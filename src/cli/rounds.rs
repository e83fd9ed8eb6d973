//! What comes back, written out as one activity a date: under which ids, and by which command.

use std::collections::HashSet;

use super::error::CommandError;
use super::ids;
use super::opened::Opened;
use super::typing::{operand, option, quoted};
use crate::messages::{Messages, Recurrence};
use crate::model::agenda::{Agenda, Item};
use crate::model::plan::Basis;
use crate::model::text::look_the_same;

/// More activities than this are not written out at once.
pub(crate) const MOST: usize = 120;

/// Returns the activities that a new one belongs to, in the file's order: those of its group; without one, those of
/// its phase, or of the plan, that have none either, else all of them.
pub(crate) fn kin<'p>(group: Option<&str>, phase: Option<&str>, agenda: &Agenda<'p>) -> Vec<Item<'p>> {
    if let Some(wanted) = group {
        return agenda.select(|one| one.group().is_some_and(|group| look_the_same(group, wanted)));
    }
    let is_of_phase = |one: &Item<'p>| one.phase.map(|of| of.id) == phase;
    let without_group = agenda.select(|one| is_of_phase(one) && one.group().is_none());
    if without_group.is_empty() {
        agenda.select(|one| phase.is_none() || is_of_phase(one))
    } else {
        without_group
    }
}

/// Returns the id with the highest number, of those that begin as the last one that ends with a number.
pub(crate) fn highest<'p>(kin: &[Item<'p>]) -> Option<&'p str> {
    kin.iter().rev().find_map(|last| {
        let stem = last.id.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = |id: &str| id.strip_prefix(stem)?.parse::<u64>().ok();
        let numbered = kin.iter().filter_map(|one| Some((number(one.id)?, one.id)));
        numbered.max().map(|(_, id)| id)
    })
}

/// Returns every id, in small letters.
pub(crate) fn taken(agenda: &Agenda<'_>) -> HashSet<String> {
    let phases = agenda.phases().iter().map(|phase| phase.id);
    phases.chain(agenda.items().map(|item| item.id)).map(str::to_ascii_lowercase).collect()
}

/// The commands that write it out in place of one activity.
pub(crate) struct WrittenOut {
    pub(crate) add: String,
    pub(crate) cancel: String,
}

/// Returns the commands for what comes back on certain days; the ids that they enter are `taken` then, in small letters.
pub(crate) fn written_out(
    item: &Item<'_>,
    agenda: &Agenda<'_>,
    taken: &mut HashSet<String>,
    messages: &dyn Messages,
) -> Option<WrittenOut> {
    let Basis::Recurring(Some(rhythm)) = item.due.basis else { return None };
    let range = item.phase.map(|phase| phase.range).or_else(|| agenda.range())?;
    let count = rhythm.days(range).take(MOST + 1).count();
    let phase = item.phase.map(|phase| phase.id);
    let highest = highest(&kin(item.group(), phase, agenda))?;
    let is_free = |id: &str| !taken.contains(&id.to_ascii_lowercase());
    let ids: Vec<String> = ids::raised(highest, is_free).take(count).collect();
    let new = (1..=MOST).contains(&count).then(|| range_of(&ids, messages))??;
    let mut options = option("--due", item.due.words.as_deref()?);
    let of_place = [("--phase", phase), ("--group", item.group())];
    let owners = item.owners().map(|owner| ("--owner", Some(owner)));
    for (name, value) in of_place.into_iter().chain(owners) {
        options.extend(value.map(|value| option(name, value)));
    }
    taken.extend(ids.iter().map(|id| id.to_ascii_lowercase()));
    let add = if item.title.starts_with('-') {
        format!("add{options}{}", operand(item.title))
    } else {
        format!("add {}{options}", quoted(item.title))
    };
    let cancel = format!(
        "cancel {}{}",
        item.id,
        option("--why", messages.recurrence(&Recurrence::WrittenOutAs { ids: &new }).as_str())
    );
    Some(WrittenOut { add, cancel })
}

/// Returns A6–A12, where nothing else stands between the two.
fn range_of(ids: &[String], messages: &dyn Messages) -> Option<String> {
    let number =
        |id: &str| id[id.trim_end_matches(|c: char| c.is_ascii_digit()).len()..].parse::<usize>().ok();
    let (first, last) = (ids.first()?, ids.last()?);
    let is_whole = number(last)? - number(first)? + 1 == ids.len();
    Some(if ids.len() > 2 && is_whole { format!("{first}–{last}") } else { ids.join(messages.comma()) })
}

/// Says that what comes back is not marked or settled as one, and what can be done.
pub(crate) fn comes_back(item: &Item<'_>, opened: &Opened<'_>) -> anyhow::Error {
    let Opened { located, messages, .. } = opened;
    let (id, agenda) = (item.id, opened.agenda());
    let words = item.due.words.as_deref().unwrap_or_default();
    let written_out = written_out(item, &agenda, &mut taken(&agenda), *messages);
    let write_out = match written_out.and_then(|commands| located.command_as_it_stands(&commands.add)) {
        Some(command) => Recurrence::WriteOut { command },
        None => Recurrence::WriteOneByOne,
    };
    let hints = [
        Recurrence::NoteRound { command: located.command(&format!("note {id}")) },
        write_out,
        Recurrence::StopIt { command: located.command(&format!("cancel {id} --why")) },
    ];
    let error = CommandError::new(messages.recurrence(&Recurrence::ComesBack { id, words }));
    hints.iter().fold(error, |error, hint| error.hint(messages.recurrence(hint))).into()
}
