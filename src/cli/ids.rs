//! Ids as they are typed: upper or lower case, full width, separated by blanks or commas.

use std::env;

use super::error::CommandError;
use super::names::plain;
use super::opened::Opened;
use super::typos::full_width_dash;
use crate::messages::{ArgumentError, Listing, Messages, SeveralError};
use crate::model::check::is_well_formed;
use crate::model::diagnostic::Code;
use crate::model::key::ActivityKey;
use crate::model::plan::{Index, Named, Plan};
use crate::model::text::{is_blank, look, one_line};

/// How many of the nearest ids an error names.
const NEAREST: usize = 3;
/// How many of the ids that begin alike an error names.
const ALIKE: usize = 20;

/// What parts ids that were typed together.
const BETWEEN_IDS: [char; 5] = [',', '，', '、', ' ', '\u{3000}'];

/// An id as it was typed, and what stands before its colon: the place of the plan it lies in.
pub(in crate::cli) type Typed = (Option<usize>, String);

/// Returns the ids in `typed`, each once, in the order in which they were typed. `plan` tells which plan a name is that
/// of; one that holds blanks or commas can stand before one id.
///
/// # Errors
/// The name that is that of no plan.
pub(in crate::cli) fn split(
    typed: &[String],
    plan: impl Fn(&str) -> Option<usize>,
) -> Result<Vec<Typed>, String> {
    let mut ids: Vec<Typed> = Vec::new();
    for word in typed.iter().map(|word| plain(word)) {
        let halves = word.match_indices(':').map(|(at, _)| (&word[..at], &word[at + 1..]));
        let one = |(name, id): (&str, &str)| Some((Some(plan(name)?), id.to_owned()));
        let whole = halves.filter(|(_, id)| !id.contains(BETWEEN_IDS) && !id.contains(':')).find_map(one);
        let words = word.split(BETWEEN_IDS).filter(|word| whole.is_none() && !word.is_empty());
        let each = words.map(|word| match word.rsplit_once(':') {
            Some((name, id)) => one((name, id)).ok_or_else(|| name.to_owned()),
            None => Ok((None, word.to_owned())),
        });
        for id in whole.iter().cloned().map(Ok).chain(each) {
            let id = id?;
            if !ids.iter().any(|known| known.0 == id.0 && known.1.eq_ignore_ascii_case(&id.1)) {
                ids.push(id);
            }
        }
    }
    Ok(ids)
}

/// Whether there is none, or a name of a plan without one behind it.
pub(in crate::cli) fn lacks_one(ids: &[Typed]) -> bool {
    ids.is_empty() || ids.iter().any(|(_, id)| id.is_empty())
}

/// Returns the activities that `typed` names, as indexes.
///
/// # Errors
/// All or nothing: one id that names no activity spoils them all.
pub(crate) fn activities(typed: &[String], opened: &Opened<'_>) -> anyhow::Result<Vec<usize>> {
    let activity = |id: &String| match opened.plan.find(id) {
        Some(Index::Activity(at)) => Ok(at),
        Some(Index::Phase(at)) => Err(is_phase(at, opened).into()),
        None => Err(unknown(id, typed, opened).into()),
    };
    some(typed, opened)?.iter().map(activity).collect()
}

/// Returns the activities and phases that `typed` names.
///
/// # Errors
/// All or nothing: one id that names nothing spoils them all.
pub(crate) fn activities_and_phases(typed: &[String], opened: &Opened<'_>) -> anyhow::Result<Vec<Index>> {
    let named = |id: &String| opened.plan.find(id).ok_or_else(|| unknown(id, typed, opened).into());
    some(typed, opened)?.iter().map(named).collect()
}

/// Returns the phase that `typed` names by its id, its title or a part of the title, as an index.
pub(crate) fn phase(typed: &str, opened: &Opened<'_>) -> anyhow::Result<usize> {
    if let Some(Index::Phase(at)) = opened.plan.find(&plain(typed)) {
        return Ok(at);
    }
    let titles: Vec<&str> = opened.plan.phases().map(|phase| phase.title).collect();
    meant(typed, &titles).map_err(|_| {
        let known = opened.plan.phases().map(|phase| format!("{} {}", phase.id, one_line(phase.title)));
        let known: Vec<String> = known.collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        unknown_name(ActivityKey::Phase, typed, &known, opened.messages)
    })
}

/// Returns the place of the name that `typed` means: it looks the same, or is the only one that holds it.
///
/// # Errors
/// The places of all that hold it.
pub(crate) fn meant(typed: &str, names: &[&str]) -> Result<usize, Vec<usize>> {
    let wanted = look(typed);
    if let Some(whole) = names.iter().position(|name| look(name) == wanted) {
        return Ok(whole);
    }
    let holds = |name: &str| !is_blank(typed) && look(name).contains(&*wanted);
    let holding: Vec<usize> = (0..names.len()).filter(|at| holds(names[*at])).collect();
    match holding[..] {
        [only] => Ok(only),
        _ => Err(holding),
    }
}

/// Says which names there are, in place of `name`.
pub(crate) fn unknown_name(
    what: ActivityKey,
    name: &str,
    known: &[&str],
    messages: &dyn Messages,
) -> anyhow::Error {
    let error = match known {
        [] => ArgumentError::NoNames { what },
        _ => ArgumentError::UnknownName { what, name, known: known.join(messages.comma()) },
    };
    CommandError::new(messages.argument_error(&error)).into()
}

/// Returns `id`, if a new activity can have it.
pub(crate) fn free(typed: &str, opened: &Opened<'_>) -> anyhow::Result<String> {
    let id = plain(typed);
    let code = match opened.plan.find(&id) {
        _ if !is_well_formed(&id) => Code::BadId { id: id.into() },
        Some(_) => Code::DuplicateId { id: id.into() },
        None => return Ok(id),
    };
    Err(CommandError::of_code(&code, opened.messages).into())
}

/// Refuses words among which an option was meant.
pub(crate) fn no_options(typed: &[String], messages: &dyn Messages) -> anyhow::Result<()> {
    let Some((typed, meant)) = typed.iter().find_map(|word| full_width_dash(word)) else { return Ok(()) };
    Err(CommandError::of_arguments(&ArgumentError::FullWidthDash { typed, meant }, messages).into())
}

/// Returns the ids that follow on `id` and are free, its last number raised each time.
pub(crate) fn raised(id: &str, is_free: impl Fn(&str) -> bool) -> impl Iterator<Item = String> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &id[stem.len()..];
    let (width, number) = (digits.len(), digits.parse::<u64>().ok());
    let numbers = number.into_iter().flat_map(|number| number.saturating_add(1)..u64::MAX);
    let ids = numbers.map(move |number| format!("{stem}{number:0width$}"));
    ids.take_while(|id| is_well_formed(id)).filter(move |id| is_free(id))
}

fn some(typed: &[String], opened: &Opened<'_>) -> anyhow::Result<Vec<String>> {
    no_options(typed, opened.messages)?;
    let ids = split(typed, |name| opened.is_called(name).then_some(0));
    let ids = ids.map_err(|name| {
        let known = opened.file();
        let error = SeveralError::UnknownPlan { name: &name, known };
        CommandError::new(opened.messages.several_error(&error)).wrong_arguments()
    })?;
    if lacks_one(&ids) {
        return Err(CommandError::of_arguments(&ArgumentError::NoIds, opened.messages).into());
    }
    Ok(ids.into_iter().map(|(_, id)| id).collect())
}

fn is_phase(at: usize, opened: &Opened<'_>) -> CommandError {
    let (agenda, messages) = (opened.agenda(), opened.messages);
    let id = agenda.phases()[at].id;
    let of_phase =
        agenda.select(|item| item.status.is_unfinished() && item.phase.is_some_and(|phase| phase.id == id));
    let command = opened.located.command(&format!("list --phase {id}"));
    CommandError::new(messages.argument_error(&ArgumentError::IsPhase { id, unfinished: of_phase.len() }))
        .hint(messages.argument_error(&ArgumentError::PhaseHint { command }))
}

fn unknown(id: &str, typed: &[String], opened: &Opened<'_>) -> CommandError {
    let messages = opened.messages;
    let error = CommandError::new(messages.argument_error(&ArgumentError::UnknownId { id: &one_line(id) }));
    let error = suggestions(error, id, &opened.plan, messages);
    match quoted_by_hand(typed) {
        Some(words) => error.hint(messages.argument_error(&ArgumentError::CurlyQuotes { words })),
        None => error,
    }
}

/// Names the activities whose ids begin as `id` does, or else those nearest to it.
fn suggestions(error: CommandError, id: &str, plan: &Plan<'_>, messages: &dyn Messages) -> CommandError {
    let prefix = id.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('.').to_ascii_lowercase();
    let begins = |activity: &Named<'_>| activity.id.to_ascii_lowercase().starts_with(&prefix);
    let words = look(id);
    let titled =
        plan.activities().filter(|one| words.chars().nth(1).is_some() && look(one.title).contains(&*words));
    let titled: Vec<_> = titled.take(ALIKE).collect();
    let alike: Vec<_> = match prefix.as_str() {
        _ if !titled.is_empty() => Vec::new(),
        "" => Vec::new(),
        _ => plan.activities().filter(begins).take(ALIKE).collect(),
    };
    let (heading, shown) = if !titled.is_empty() {
        (messages.listing(&Listing::TitledSo), titled)
    } else if alike.is_empty() {
        (messages.argument_error(&ArgumentError::NearestIds), nearest(id, plan))
    } else {
        (messages.argument_error(&ArgumentError::BeginSo { prefix: &id[..prefix.len()] }), alike)
    };
    let line = |activity: &Named<'_>| format!("  {}  {}", activity.id, one_line(activity.title));
    shown.iter().fold(error.hint(heading), |error, activity| error.hint(line(activity)))
}

fn nearest<'p>(id: &str, plan: &'p Plan<'_>) -> Vec<Named<'p>> {
    let id = id.to_ascii_lowercase();
    let mut all: Vec<_> = plan.activities().collect();
    all.sort_by_cached_key(|one| strsim::damerau_levenshtein(&one.id.to_ascii_lowercase(), &id));
    all.truncate(NEAREST);
    all
}

/// Returns the words that somebody tried to hold together with curly quotes, from all that was typed: the
/// shell has cut them at their blanks.
fn quoted_by_hand(typed: &[String]) -> Option<String> {
    if !typed.iter().any(|word| word.contains(['“', '”'])) {
        return None;
    }
    let all: Vec<String> = env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
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
        let ids = ["A1", "A3", "b2", "c1"].map(|id| (None, id.to_owned()));
        assert_eq!(split(&typed, |_| None).as_deref(), Ok(&ids[..]));
    }

    #[test]
    fn before_a_colon_of_any_width_stands_the_name_of_a_plan() {
        let plan = |name: &str| ["大讨论", "a b, c"].iter().position(|known| *known == name);
        let typed = ["大讨论：A1、A2".to_owned(), "a b, c:A1".to_owned()];
        let ids = [(Some(0), "A1"), (None, "A2"), (Some(1), "A1")].map(|(plan, id)| (plan, id.to_owned()));
        assert_eq!(split(&typed, plan).as_deref(), Ok(&ids[..]));
        assert_eq!(split(&["安全:A1".to_owned()], plan), Err("安全".to_owned()));
    }
}
