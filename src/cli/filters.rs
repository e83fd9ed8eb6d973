//! Which activities are meant, typed as it stands on the screen or in the file.

use std::collections::HashSet;
use std::slice;

use super::arguments::some_text;
use super::error::CommandError;
use super::opened::Opened;
use super::{complete, ids};
use crate::messages::{ArgumentError, Language, Messages};
use crate::model::agenda::{Agenda, Filter, Item, Status};
use crate::model::key::ActivityKey;
use crate::model::text::{is_blank, look, trimmed};

// Which activities are meant, by where they stand and how.
#[derive(clap::Args)]
#[group(id = "filters", multiple = true)]
pub(crate) struct Filters {
    /// Only of this phase, by id or title (repeatable)
    #[arg(long, value_name = "PHASE", add = complete::phases())]
    pub(crate) phase: Vec<String>,
    /// Only of this group, by its name or a part of it (repeatable)
    #[arg(long, add = complete::groups())]
    pub(crate) group: Vec<String>,
    /// Only with this status, as on the screen or in JSON: overdue, due-soon, 进行中 (repeatable)
    #[arg(long, add = complete::statuses())]
    pub(crate) status: Vec<String>,
    /// Only what still has to be done
    #[arg(long)]
    pub(crate) unfinished: bool,
}

// Which activities are shown or handed out.
#[derive(clap::Args)]
pub(crate) struct Selection {
    /// Only what holds these words, in its title, content, requirements or units
    #[arg(value_name = "WORD", value_parser = some_text)]
    words: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    /// Only of this owner, by name or a part of it (repeatable); of nobody, where it is empty
    #[arg(long, add = complete::owners())]
    owner: Vec<String>,
}

impl Selection {
    /// Returns what is meant.
    ///
    /// # Errors
    /// As for a filter.
    pub(crate) fn resolve(&self, agenda: &Agenda<'_>, opened: &Opened<'_>) -> anyhow::Result<Filter> {
        ids::no_options(&self.words, opened.messages)?;
        let filter = self.filters.resolve(&self.owner, agenda, opened)?;
        Ok(Filter { words: self.words.clone(), ..filter })
    }

    /// Returns what is meant in each of several plans, of the phases those that it has; None where it has none of them.
    ///
    /// # Errors
    /// A name that none of the plans has, or a part of several names.
    pub(crate) fn resolve_each(
        &self,
        agendas: &[Agenda<'_>],
        plans: &[Opened<'_>],
    ) -> anyhow::Result<Vec<Option<Filter>>> {
        let Some(first) = plans.first() else { return Ok(Vec::new()) };
        ids::no_options(&self.words, first.messages)?;
        let filter = self.filters.but_phases(&self.owner, agendas, first.messages)?;
        let filter = Filter { words: self.words.clone(), ..filter };
        let mut each = vec![Vec::new(); plans.len()];
        for typed in &self.filters.phase {
            let found = agendas.iter().zip(plans).map(|(agenda, opened)| phase(typed, agenda, opened));
            let mut found: Vec<anyhow::Result<String>> = found.collect();
            let asks = |(found, agenda): (&anyhow::Result<_>, _)| {
                found.is_err() && is_part_of_several(typed, agenda)
            };
            let asking = found.iter().zip(agendas).position(asks);
            if let Some(at) = asking.or(found.iter().all(Result::is_err).then_some(0)) {
                found.swap_remove(at)?;
            }
            each.iter_mut().zip(found).for_each(|(phases, id)| phases.extend(id.ok()));
        }
        let has_some = |phases: &Vec<String>| !phases.is_empty() || self.filters.phase.is_empty();
        let of_plan =
            |phases| Some(phases).filter(has_some).map(|phases| Filter { phases, ..filter.clone() });
        Ok(each.into_iter().map(of_plan).collect())
    }
}

impl Filters {
    /// Returns what is meant, of any of `owners` where there are some.
    ///
    /// # Errors
    /// A name that nothing has, or that several have a part of, is a slip and not an empty list.
    pub(crate) fn resolve(
        &self,
        owners: &[String],
        agenda: &Agenda<'_>,
        opened: &Opened<'_>,
    ) -> anyhow::Result<Filter> {
        let phases = self.phase.iter().map(|typed| phase(typed, agenda, opened));
        let phases = phases.collect::<anyhow::Result<Vec<String>>>()?;
        Ok(Filter { phases, ..self.but_phases(owners, slice::from_ref(agenda), opened.messages)? })
    }

    /// Returns what is meant, the phases aside, which each plan has for itself.
    fn but_phases(
        &self,
        owners: &[String],
        agendas: &[Agenda<'_>],
        messages: &dyn Messages,
    ) -> anyhow::Result<Filter> {
        let statuses = self.status.iter().map(|typed| statuses_called(typed, messages));
        Ok(Filter {
            phases: Vec::new(),
            groups: names(&self.group, ActivityKey::Group, agendas, Item::group, messages)?,
            owners: names(owners, ActivityKey::Owner, agendas, Item::owners, messages)?,
            statuses: statuses.collect::<anyhow::Result<Vec<_>>>()?.concat(),
            unfinished: self.unfinished,
            words: Vec::new(),
        })
    }
}

/// Returns the id of the phase that is meant.
fn phase(typed: &str, agenda: &Agenda<'_>, opened: &Opened<'_>) -> anyhow::Result<String> {
    Ok(agenda.phases()[ids::phase(typed, opened)?].id.to_owned())
}

/// Whether more phases than one hold what was typed.
fn is_part_of_several(typed: &str, agenda: &Agenda<'_>) -> bool {
    let titles: Vec<&str> = agenda.phases().iter().map(|phase| phase.title).collect();
    ids::meant(typed, &titles).is_err_and(|holding| holding.len() > 1)
}

/// Returns the owner that `typed` means in any of the plans.
///
/// # Errors
/// As for a filter.
pub(crate) fn owner(typed: &str, agendas: &[Agenda<'_>], messages: &dyn Messages) -> anyhow::Result<String> {
    one_name(typed, ActivityKey::Owner, &known(agendas, Item::owners), messages)
}

/// Returns everybody who answers for something, once.
pub(crate) fn owners<'p>(agenda: &Agenda<'p>) -> Vec<&'p str> {
    known(slice::from_ref(agenda), Item::owners)
}

/// Returns the one of `known` that `name` was probably meant to be, where nobody is called so: one sign is otherwise.
pub(crate) fn nearest<'p>(name: &str, known: &[&'p str]) -> Option<&'p str> {
    let is_new = known.iter().all(|known| look(known) != look(name));
    let is_near = |known: &&str| known.chars().count() > 1 && strsim::damerau_levenshtein(known, name) == 1;
    known.iter().copied().find(is_near).filter(|_| is_new)
}

/// Returns the names that `typed` means, each whole or a part that only one of them holds; a blank one is nobody's.
fn names<'p, N: IntoIterator<Item = &'p str>>(
    typed: &[String],
    what: ActivityKey,
    agendas: &[Agenda<'p>],
    of: impl Fn(&Item<'p>) -> N,
    messages: &dyn Messages,
) -> anyhow::Result<Vec<String>> {
    let known = if typed.is_empty() { Vec::new() } else { known(agendas, of) };
    let name = |name: &String| {
        if is_blank(name) { Ok(String::new()) } else { one_name(name, what, &known, messages) }
    };
    typed.iter().map(name).collect()
}

/// Returns each name that items have, once.
fn known<'p, N: IntoIterator<Item = &'p str>>(
    agendas: &[Agenda<'p>],
    of: impl Fn(&Item<'p>) -> N,
) -> Vec<&'p str> {
    let mut looks = HashSet::new();
    let items = agendas.iter().flat_map(Agenda::items);
    items.flat_map(|item| of(&item)).filter(|name| looks.insert(look(name))).collect()
}

fn one_name(
    typed: &str,
    what: ActivityKey,
    known: &[&str],
    messages: &dyn Messages,
) -> anyhow::Result<String> {
    match ids::meant(typed, known) {
        Ok(at) => Ok(known[at].to_owned()),
        Err(holding) if holding.is_empty() => Err(ids::unknown_name(what, typed, known, messages)),
        Err(holding) => {
            let names: Vec<&str> = holding.iter().map(|at| known[*at]).collect();
            let names = names.join(messages.comma());
            let error = ArgumentError::SeveralNames { what, typed, names };
            Err(CommandError::new(messages.argument_error(&error)).into())
        }
    }
}

/// What `--unfinished` means, typed as a status.
const UNFINISHED: [&str; 2] = ["未完成", "unfinished"];

/// Returns the statuses that are called `typed`: by their code, or as a screen of either language has them.
fn statuses_called(typed: &str, messages: &dyn Messages) -> anyhow::Result<Vec<Status>> {
    let name = without_days(trimmed(typed));
    let is_named = |status: Status, messages: &dyn Messages| {
        shown(status, messages).eq_ignore_ascii_case(name) || messages.counted_as(status) == Some(name)
    };
    let is_called = |status: &Status| {
        let mut languages = [Language::En, Language::Zh].into_iter().map(Language::messages);
        name.eq_ignore_ascii_case(status.code()) || languages.any(|messages| is_named(*status, messages))
    };
    let is_unfinished = UNFINISHED.iter().any(|unfinished| name.eq_ignore_ascii_case(unfinished));
    let is_meant = |status: &Status| is_called(status) || (is_unfinished && status.is_unfinished());
    let called: Vec<Status> = Status::ALL.into_iter().filter(is_meant).collect();
    if called.is_empty() {
        let names =
            Status::ALL.map(|status| messages.status(status, Some(days(status)))).join(messages.comma());
        let error = ArgumentError::UnknownStatus { typed, names };
        return Err(CommandError::of_arguments(&error, messages).into());
    }
    Ok(called)
}

/// Returns a status as the screen has it, without the days.
fn shown(status: Status, messages: &dyn Messages) -> String {
    without_days(&messages.status(status, Some(days(status)))).to_owned()
}

/// Returns days that can stand beside a status.
fn days(status: Status) -> i64 {
    if status == Status::Overdue { -3 } else { 3 }
}

/// Returns what stands before the days: 逾期 of 逾期3天, overdue of overdue 3d.
fn without_days(shown: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit();
    match shown.strip_suffix(['天', 'd']) {
        Some(number) if number.ends_with(is_digit) => number.trim_end_matches(is_digit).trim_end(),
        Some(_) | None => shown,
    }
}
