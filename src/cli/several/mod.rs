//! Several plans in one view: each is read by itself and on its own day; one that cannot be read does not stop the others.

mod cores;
mod narrow;

use std::path::PathBuf;

use super::answer::Answer;
use super::context::Context;
use super::error::{CommandError, Exit};
use super::locate::{Located, shown};
use super::names::names;
use super::opened::{Day, Opened};
use super::patience::telling_if_slow;
use crate::messages::{Listing, Messages, SeveralError};
use crate::model::agenda::{Agenda, tell_apart};
use crate::planfile::Source;
use crate::planfile::folder::Search;
use cores::on_all_cores;

/// The plans that were typed, and how they are shown.
pub(crate) struct Several {
    context: Context,
    /// Each is called by a name of its own.
    plans: Vec<Located>,
    /// The folders that could not be looked into.
    closed: Vec<Problem>,
}

/// What was made of the plans that could be read, in their order.
pub(crate) struct Looked<T> {
    pub(crate) made: Vec<T>,
    pub(crate) unread: Unread,
}

/// What could not be read.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    problems: Vec<Problem>,
}

/// What could not be read, and why, laid out for the screen.
type Problem = (String, String);

impl Unread {
    pub(crate) fn count(&self) -> usize {
        self.problems.len()
    }

    pub(crate) fn files(&self) -> Vec<&str> {
        self.problems.iter().map(|(file, _)| file.as_str()).collect()
    }

    /// Returns the sentence that says how many are left out, if any.
    pub(crate) fn sentence(&self, messages: &dyn Messages) -> Option<String> {
        (self.count() > 0).then(|| messages.left_out(self.count()))
    }

    /// Says the problems before an error: what was asked for may stand in what could not be read.
    fn told_before(self, error: anyhow::Error) -> anyhow::Error {
        match error.downcast::<CommandError>() {
            Ok(error) if self.count() > 0 && error.exit() == Exit::CouldNot => {
                let problems: Vec<String> = self.problems.into_iter().map(|(_, why)| why).collect();
                CommandError::laid_out(format!("{}\n{error}", problems.join("\n"))).into()
            }
            Ok(error) => error.into(),
            Err(error) => error,
        }
    }

    /// Adds the problems to what is said, and the exit code that tells of them.
    pub(crate) fn told_in(self, answer: Answer) -> Answer {
        let exit = if self.count() > 0 { Exit::CouldNot } else { answer.exit };
        Answer { problems: self.problems.into_iter().map(|(_, why)| why).collect(), exit, ..answer }
    }
}

impl Several {
    /// Finds the plans that were typed; None where it is one, by its file.
    ///
    /// # Errors
    /// A folder without plans.
    pub(crate) fn of(context: &Context) -> anyhow::Result<Option<Several>> {
        if !context.is_of_several {
            return Ok(None);
        }
        let mut search = Search::default();
        for file in &context.files {
            if file.is_dir() { search.folder(file) } else { search.file(file) }
        }
        let names = names(search.plans.iter().map(|plan| plan.real.as_path()));
        let located =
            |(plan, name): (PathBuf, String)| Located { among: Some(name), ..Located::typed(&plan) };
        let plans: Vec<Located> =
            search.plans.into_iter().map(|plan| plan.path).zip(names).map(located).collect();
        let first = plans.iter().find_map(|plan| context.bytes(plan).ok());
        let context = context.for_several(&first.unwrap_or_default());
        let messages = context.messages(None);
        let closed = search.closed.iter().map(|(folder, why)| {
            let (folder, why) = (shown(folder), why.to_string());
            let error = SeveralError::Closed { folder: &folder, why };
            let error = CommandError::new(messages.several_error(&error)).to_string();
            (folder, error)
        });
        let closed: Vec<Problem> = closed.collect();
        if plans.is_empty() {
            return Err(no_plans(&context, &closed));
        }
        Ok(Some(Several { context, plans, closed }))
    }

    pub(crate) fn messages(&self) -> &'static dyn Messages {
        self.context.messages(None)
    }

    /// Looks at each of the plans, on all cores; none is kept longer than it is looked at.
    ///
    /// # Errors
    /// What is wrong with the arguments, whatever the plans hold.
    pub(crate) fn look<T: Send>(
        &self,
        look: impl Fn(&Opened<'_>) -> anyhow::Result<T> + Sync,
    ) -> anyhow::Result<Looked<T>> {
        let looked = self
            .look_whatever(|context, plan, source| context.open(source, plan).map(|opened| look(&opened)))?;
        let made = looked.made.into_iter().collect::<anyhow::Result<_>>()?;
        Ok(Looked { made, unread: looked.unread })
    }

    /// Looks at each of the plans as [`Several::look`] does, whatever stands in it.
    ///
    /// # Errors
    /// What is wrong with the arguments, whatever the plans hold.
    pub(crate) fn look_whatever<T: Send>(
        &self,
        look: impl Fn(&Context, &Located, &Source<'_>) -> anyhow::Result<T> + Sync,
    ) -> anyhow::Result<Looked<T>> {
        let one = |plan: &Located| {
            let bytes = self.context.bytes(plan)?;
            look(&self.context, plan, &Source::decode(&plan.name, &bytes))
        };
        let looked = self.patiently(|| on_all_cores(&self.plans, one));
        let (made, unread) = parted(self.plans.iter(), looked)?;
        let made = made.into_iter().map(|(_, made)| made).collect();
        Ok(Looked { made, unread: self.with_closed(unread) })
    }

    /// Shows all of the plans at once.
    ///
    /// # Errors
    /// What is wrong with the arguments, whatever the plans hold.
    pub(crate) fn view(
        &self,
        show: impl FnOnce(&[Opened<'_>], &Unread) -> anyhow::Result<Answer>,
    ) -> anyhow::Result<Answer> {
        let bytes = self.patiently(|| on_all_cores(&self.plans, |plan| self.context.bytes(plan)));
        let (bytes, mut unread) = parted(self.plans.iter(), bytes)?;
        let sources = on_all_cores(&bytes, |(plan, bytes)| (*plan, Source::decode(&plan.name, bytes)));
        let opened =
            self.patiently(|| on_all_cores(&sources, |(plan, source)| self.context.open(source, plan)));
        let (opened, unsound) = parted(sources.iter().map(|(plan, _)| *plan), opened)?;
        unread.extend(unsound);
        let opened: Vec<Opened<'_>> = opened.into_iter().map(|(_, opened)| opened).collect();
        let unread = self.with_closed(unread);
        match show(&opened, &unread) {
            Ok(answer) => Ok(unread.told_in(answer)),
            Err(error) => Err(unread.told_before(error)),
        }
    }

    /// Returns the sentence that says what day it is: where the plans are, the days may be two.
    pub(crate) fn today(&self, days: impl Iterator<Item = Day>) -> Option<String> {
        let days: Vec<Day> = days.collect();
        let first = days.iter().min_by_key(|day| day.today)?;
        let last = days.iter().map(|day| day.today).max().filter(|last| *last > first.today);
        let Day { today, given, .. } = *first;
        let messages = self.messages();
        Some(match last {
            Some(last) => messages.two_days(today, last),
            None => messages.listing(&Listing::Today { today, given }),
        })
    }

    fn with_closed(&self, unread: Vec<Problem>) -> Unread {
        Unread { problems: [self.closed.clone(), unread].concat() }
    }

    fn patiently<T>(&self, work: impl FnOnce() -> T) -> T {
        telling_if_slow(self.messages().reading_plans(self.plans.len()), work)
    }
}

/// Looks at each of the plans on its day, and tells those of one title apart.
pub(crate) fn agendas<'p>(plans: &'p [Opened<'_>]) -> Vec<Agenda<'p>> {
    let mut agendas: Vec<Agenda<'p>> = plans.iter().map(Opened::agenda).collect();
    tell_apart(&mut agendas);
    agendas
}

/// Returns the value that all have, if it is the same.
pub(crate) fn the_same<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// What was made of plans, and what is wrong with the others.
type Parted<'p, T> = (Vec<(&'p Located, T)>, Vec<Problem>);

/// Parts the plans that could be read from the others.
///
/// # Errors
/// What is wrong with the arguments.
fn parted<'p, T>(
    plans: impl Iterator<Item = &'p Located>,
    results: Vec<anyhow::Result<T>>,
) -> anyhow::Result<Parted<'p, T>> {
    let (mut read, mut problems) = (Vec::with_capacity(results.len()), Vec::new());
    for (plan, result) in plans.zip(results) {
        match result {
            Ok(made) => read.push((plan, made)),
            Err(error) => match error.downcast::<CommandError>()? {
                error if error.exit() == Exit::WrongArguments => return Err(error.into()),
                error => problems.push((plan.name.clone(), error.to_string())),
            },
        }
    }
    Ok((read, problems))
}

fn no_plans(context: &Context, closed: &[Problem]) -> anyhow::Error {
    let looked: Vec<String> = context.files.iter().map(|file| shown(file)).collect();
    let messages = context.messages(None);
    let looked = &looked.join(messages.comma());
    let error = CommandError::new(messages.several_error(&SeveralError::NoPlans { looked }));
    closed.iter().fold(error, |error, (_, why)| error.hint(why.trim_end())).into()
}
