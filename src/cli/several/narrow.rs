//! The one of several plans in which the ids lie that were typed.

use std::ffi::OsString;

use super::Several;
use crate::cli::error::CommandError;
use crate::cli::globals::without_files;
use crate::cli::ids::{Typed, lacks_one, split};
use crate::cli::locate::Located;
use crate::cli::names::{key, plain};
use crate::cli::opened::Opened;
use crate::cli::typing::command;
use crate::messages::{ArgumentError, SeveralError};

/// Of so many plans the error says how the id has to be typed.
const ALIKE: usize = 20;

impl Several {
    /// Returns the plan in which all of `ids` lie, that are among the `arguments` of the program; `is_verb` tells its verb from
    /// the values of options.
    ///
    /// # Errors
    /// They lie in more plans than one, or it is not clear in which.
    pub(crate) fn holding(
        &self,
        ids: &[String],
        arguments: &[OsString],
        is_verb: impl Fn(&str) -> bool,
    ) -> anyhow::Result<&Located> {
        let names: Vec<[String; 2]> = self.names().map(|name| [plain(name), key(name)]).collect();
        let typed = split(ids, |name| match called(name, &names)[..] {
            [only] => Some(only),
            _ => None,
        });
        let typed = typed.map_err(|name| self.not_one(&name, &called(&name, &names)))?;
        let no_ids = || CommandError::of_arguments(&ArgumentError::NoIds, self.messages());
        let placed = if lacks_one(&typed) { Vec::new() } else { self.placed(typed)? };
        let (plan, _) = placed.first().ok_or_else(no_ids)?;
        if placed.iter().any(|(other, _)| other != plan) {
            return Err(self.apart(&placed, without(arguments, ids, is_verb)).into());
        }
        Ok(&self.plans[*plan])
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.plans.iter().filter_map(|plan| plan.among.as_deref())
    }

    /// Says that no plan is called `name`, or that all those at `alike` are.
    fn not_one(&self, name: &str, alike: &[usize]) -> CommandError {
        let comma = self.messages().comma();
        if alike.is_empty() {
            let more = (self.plans.len() > ALIKE).then_some("…");
            let known = self.names().take(ALIKE).chain(more).collect::<Vec<_>>().join(comma);
            return self.error(&SeveralError::UnknownPlan { name, known: &known });
        }
        let files = alike.iter().take(ALIKE).map(|at| self.plans[*at].as_typed());
        let files = &files.collect::<Vec<_>>().join(comma);
        self.error(&SeveralError::PlansAlike { name, files })
    }

    fn error(&self, error: &SeveralError<'_>) -> CommandError {
        CommandError::new(self.messages().several_error(error)).wrong_arguments()
    }

    /// Looks for the plans of the ids that were typed without one.
    ///
    /// # Errors
    /// One lies in no plan or in several, or could lie in one that cannot be read.
    fn placed(&self, typed: Vec<Typed>) -> anyhow::Result<Vec<(usize, String)>> {
        if typed.iter().all(|(plan, _)| plan.is_some()) {
            return Ok(typed.into_iter().filter_map(|(plan, id)| Some((plan?, id))).collect());
        }
        let found =
            |opened: &Opened<'_>| typed.iter().map(|(_, id)| opened.plan.find(id).is_some()).collect();
        let looked = self.look(|opened| Ok(found(opened)))?;
        if looked.unread.count() > 0 {
            let why = looked.unread.problems.into_iter().map(|(_, why)| why);
            return Err(CommandError::laid_out(why.collect()).into());
        }
        // Of all plans, since none is unread.
        let found: Vec<Vec<bool>> = looked.made;
        let place = |(at, (plan, id)): (usize, &Typed)| match plan {
            Some(plan) => Ok((*plan, id.clone())),
            None => {
                let having = (0..found.len()).filter(|plan| found[*plan][at]);
                self.only(id, &having.collect::<Vec<_>>()).map(|plan| (plan, id.clone()))
            }
        };
        Ok(typed.iter().enumerate().map(place).collect::<Result<_, CommandError>>()?)
    }

    /// Returns the only one of the plans that have `id`.
    fn only(&self, id: &str, having: &[usize]) -> Result<usize, CommandError> {
        match having {
            [] => Err(self.error(&SeveralError::UnknownId { id })),
            [only] => Ok(*only),
            _ => {
                let names = having.iter().take(ALIKE).filter_map(|plan| self.plans[*plan].among.as_deref());
                let ids = names.map(|name| format!("{name}:{id}")).collect::<Vec<_>>();
                let ids = &ids.join(self.messages().comma());
                Err(self.error(&SeveralError::InSeveral { id, ids }))
            }
        }
    }

    /// Says that the ids lie in several plans, with the command for each of them.
    fn apart(&self, placed: &[(usize, String)], (verb, options): (String, Vec<String>)) -> CommandError {
        let mut plans: Vec<usize> = placed.iter().map(|(plan, _)| *plan).collect();
        plans.sort_unstable();
        plans.dedup();
        let mut error = self.error(&SeveralError::Apart);
        for plan in plans {
            let of_plan = placed.iter().filter(|(of, _)| *of == plan).map(|(_, id)| id.clone());
            let command = command(&verb, &of_plan.chain(options.iter().cloned()).collect::<Vec<_>>());
            error = error.hint(self.plans[plan].command(&command));
        }
        error
    }
}

/// Returns the places of the plans that are called `name`: by the very letters, or else so that nobody tells it apart.
/// Of each of `names` there is what was typed in its place, and its key.
fn called(name: &str, names: &[[String; 2]]) -> Vec<usize> {
    let name = [plain(name), key(name)];
    let with = |form: usize| (0..names.len()).filter(|at| names[*at][form] == name[form]).collect::<Vec<_>>();
    let [exact, alike] = [with(0), with(1)];
    if exact.len() == 1 { exact } else { alike }
}

/// Returns the verb, and all else that was typed, without the files and the `ids`.
fn without(arguments: &[OsString], ids: &[String], is_verb: impl Fn(&str) -> bool) -> (String, Vec<String>) {
    let mut ids = ids.iter().peekable();
    let words = without_files(arguments.get(1..).unwrap_or_default())
        .into_iter()
        .map(|word| word.to_string_lossy().into_owned());
    let mut kept: Vec<String> = words.filter(|word| ids.next_if(|id| *id == word).is_none()).collect();
    let verb = kept.iter().position(|word| is_verb(word)).map(|at| kept.remove(at));
    (verb.unwrap_or_default(), kept)
}
