//! Ids as they are typed: upper or lower case, full width, separated by blanks or commas.

use super::answer::CommandError;
use super::context::Opened;
use super::locate::Located;
use crate::messages::{ArgumentError, Messages};
use crate::model::agenda::Agenda;
use crate::model::plan::{Activity, Plan};
use crate::terminal::one_line;

/// How many of the nearest ids an error names.
const NEAREST: usize = 3;
/// How many of the ids that begin alike an error names.
const ALIKE: usize = 20;

/// Returns `typed` with letters and digits of full width replaced by ordinary ones.
pub(crate) fn plain(typed: &str) -> String {
    typed.trim().chars().map(narrow).collect()
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Returns the ids in `typed`, each once, in the order in which they were typed.
pub(crate) fn split(typed: &[String]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for word in typed {
        for id in word.split([',', '，', '、', ' ', '\u{3000}']).filter(|id| !id.is_empty()) {
            let id = plain(id);
            if !ids.iter().any(|known| known.eq_ignore_ascii_case(&id)) {
                ids.push(id);
            }
        }
    }
    ids
}

/// Returns the activities that `typed` names, as indexes.
///
/// # Errors
/// All or nothing: one id that names no activity refuses them all.
pub(crate) fn activities(
    typed: &[String],
    opened: &Opened<'_>,
    located: &Located,
) -> anyhow::Result<Vec<usize>> {
    let ids = split(typed);
    if ids.is_empty() {
        return Err(CommandError::new(opened.messages.argument_error(&ArgumentError::NoIds))
            .wrong_arguments()
            .into());
    }
    ids.iter()
        .map(|id| position(id, &opened.plan).ok_or_else(|| unknown(id, typed, opened, located).into()))
        .collect()
}

/// What an id names, as an index.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named {
    /// An activity.
    Activity(usize),
    /// A phase.
    Phase(usize),
}

/// Returns the activities and phases that `typed` names.
///
/// # Errors
/// All or nothing: one id that names nothing refuses them all.
pub(crate) fn named(typed: &[String], opened: &Opened<'_>, located: &Located) -> anyhow::Result<Vec<Named>> {
    let phases = &opened.plan.phases;
    let name = |id: &String| {
        if let Some(at) = phases.iter().position(|phase| phase.id.eq_ignore_ascii_case(id)) {
            return Ok(Named::Phase(at));
        }
        let found = activities(std::slice::from_ref(id), opened, located)?;
        Ok(Named::Activity(found[0]))
    };
    let ids = split(typed);
    if ids.is_empty() {
        return Err(CommandError::new(opened.messages.argument_error(&ArgumentError::NoIds))
            .wrong_arguments()
            .into());
    }
    ids.iter().map(name).collect()
}

/// Returns where the activity that `id` names stands in the plan.
fn position(id: &str, plan: &Plan<'_>) -> Option<usize> {
    plan.activities.iter().position(|activity| activity.id.eq_ignore_ascii_case(id))
}

fn unknown(id: &str, typed: &[String], opened: &Opened<'_>, located: &Located) -> CommandError {
    let Opened { plan, messages, .. } = opened;
    if let Some(phase) = plan.phases.iter().find(|phase| phase.id.eq_ignore_ascii_case(id)) {
        let agenda = Agenda::new(plan, opened.day.today);
        let of_phase = agenda.items.iter().filter(|item| {
            item.standing.status.is_unfinished()
                && item.activity.phase.is_some_and(|at| plan.phases[at].id == phase.id)
        });
        let command = located.command(&format!("list --phase {}", phase.id));
        return CommandError::new(
            messages.argument_error(&ArgumentError::IsPhase { id: &phase.id, unfinished: of_phase.count() }),
        )
        .hint(messages.argument_error(&ArgumentError::PhaseHint { command }));
    }
    let shown = one_line(id);
    let failure = CommandError::new(messages.argument_error(&ArgumentError::UnknownId { id: &shown }));
    let failure = suggestions(failure, id, plan, *messages);
    match quoted_by_hand(typed) {
        Some(text) => failure.hint(messages.argument_error(&ArgumentError::CurlyQuotes { words: text })),
        None => failure,
    }
}

/// Names the activities whose ids begin as `id` does, or else those nearest to it.
fn suggestions(failure: CommandError, id: &str, plan: &Plan<'_>, messages: &dyn Messages) -> CommandError {
    let prefix = id.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('.').to_ascii_lowercase();
    let begins = |activity: &&Activity<'_>| activity.id.to_ascii_lowercase().starts_with(&prefix);
    let alike: Vec<_> = match prefix.as_str() {
        "" => Vec::new(),
        _ => plan.activities.iter().filter(begins).take(ALIKE).collect(),
    };
    let (heading, shown) = if alike.is_empty() {
        (messages.argument_error(&ArgumentError::NearestIds), nearest(id, plan))
    } else {
        (messages.argument_error(&ArgumentError::BeginSo { prefix: &id[..prefix.len()] }), alike)
    };
    let line = |activity: &Activity<'_>| format!("  {}  {}", activity.id, one_line(&activity.title));
    shown.iter().fold(failure.hint(heading), |failure, activity| failure.hint(line(activity)))
}

fn nearest<'p>(id: &str, plan: &'p Plan<'p>) -> Vec<&'p Activity<'p>> {
    let distance = |activity: &&Activity<'_>| {
        strsim::damerau_levenshtein(&activity.id.to_ascii_lowercase(), &id.to_ascii_lowercase())
    };
    let mut all: Vec<_> = plan.activities.iter().collect();
    all.sort_by_cached_key(distance);
    all.truncate(NEAREST);
    all
}

/// Returns the words that somebody tried to hold together with curly quotes, from all that was typed: the
/// shell has cut them at their blanks.
fn quoted_by_hand(typed: &[String]) -> Option<String> {
    if !typed.iter().any(|word| word.contains(['“', '”'])) {
        return None;
    }
    let all: Vec<String> = std::env::args().collect();
    let from = all.iter().position(|word| word.contains('“'))?;
    let to = all.iter().skip(from).position(|word| word.contains('”'))?;
    Some(all[from..=from + to].join(" ").replace(['“', '”'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_split_at_blanks_and_commas_of_any_width_and_taken_once() {
        let typed = ["A1、Ａ３".to_owned(), "b2，B2 c1,".to_owned()];
        assert_eq!(split(&typed), ["A1", "A3", "b2", "c1"]);
    }
}
