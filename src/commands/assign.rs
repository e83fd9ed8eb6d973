//! `plan assign`: who answers for activities, who helps, who is in charge.

use crate::cli::{
    Answer, Change, CommandError, Context, OnActivities,
    change::{self, text},
    complete,
    typing::option,
};
use crate::messages::{ArgumentError, FileError};
use crate::model::key::ActivityKey;
use crate::model::plan::Entry;
use crate::model::text::trimmed;
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan assign B1 B2 --owner 企业科 --support 办公室 --support 产学研科
  plan assign B1 --owner ''                nobody any more")]
pub(super) struct Args {
    /// Who answers for it; an empty text takes the old one out
    #[arg(long, value_name = "WHO", add = complete::owners())]
    owner: Option<String>,
    /// Who helps (repeatable); they replace those who did before
    #[arg(long, value_name = "WHO")]
    support: Vec<String>,
    /// The official in charge
    #[arg(long, value_name = "WHO")]
    leader: Option<String>,
    #[command(flatten)]
    on_activities: OnActivities,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let on = &args.on_activities;
    change::carry_out(&on.after("assign"), on.write.dry_run, context, |change| {
        if args.owner.is_none() && args.support.is_empty() && args.leader.is_none() {
            let error = change.opened.messages.argument_error(&ArgumentError::NothingToChange);
            return Err(CommandError::new(error).wrong_arguments().into());
        }
        change.each(&on.ids, |entry, change| {
            // Several are written as a list, which one name cannot take the place of.
            if args.owner.is_some() && entry.details.owners.len() > 1 {
                let messages = change.opened.messages;
                return Err(CommandError::new(messages.file_error(&FileError::CannotEdit { id: entry.id }))
                    .hint(messages.file_error(&FileError::EditByHand))
                    .into());
            }
            assign(args, entry, change);
            Ok(())
        })
    })
}

fn assign<'o>(args: &Args, entry: &Entry<'o>, change: &mut Change<'o>) {
    let details = entry.details;
    let mut assignment = Assignment { entry, change, said: Vec::new(), back: String::new() };
    assignment.name(ActivityKey::Owner, details.owners.first().map(AsRef::as_ref), args.owner.as_deref());
    assignment.support(&args.support);
    assignment.name(ActivityKey::Leader, details.leader.as_deref(), args.leader.as_deref());
    let Assignment { said, back, .. } = assignment;
    if !back.is_empty() {
        change.take_back.push(format!("assign {}{back}", entry.id));
    }
    change.say(entry.id, entry.title, said);
}

/// One activity on its way to other people.
struct Assignment<'c, 'o> {
    entry: &'c Entry<'o>,
    change: &'c mut Change<'o>,
    said: Vec<String>,
    /// The options that take it back.
    back: String,
}

impl Assignment<'_, '_> {
    fn name(&mut self, key: ActivityKey, old: Option<&str>, new: Option<&str>) {
        let Some(new) = new else { return };
        let id = self.entry.id;
        let new = Some(trimmed(new)).filter(|new| !new.is_empty());
        if old != new {
            match new {
                Some(new) => self.change.set(id, key, text(new)),
                None => self.change.unset(id, key),
            }
        }
        self.note(key, (old, new), &[old.unwrap_or_default()]);
    }

    fn support(&mut self, typed: &[String]) {
        if typed.is_empty() {
            return;
        }
        let (id, key) = (self.entry.id, ActivityKey::Support);
        let old: Vec<&str> = self.entry.details.support.iter().map(AsRef::as_ref).collect();
        let new: Vec<&str> = typed.iter().map(|who| trimmed(who)).filter(|who| !who.is_empty()).collect();
        if old != new {
            if new.is_empty() {
                self.change.unset(id, key);
            } else {
                let new = new.iter().map(|who| (*who).to_owned().into());
                self.change.set(id, key, Value::Texts(new.collect()));
            }
        }
        let shown = |who: &[&str]| (!who.is_empty()).then(|| who.join(self.change.opened.messages.comma()));
        let (was, is) = (shown(&old), shown(&new));
        let back = if old.is_empty() { vec![""] } else { old };
        self.note(key, (was.as_deref(), is.as_deref()), &back);
    }

    /// Notes what is said of it, and the options that take it back.
    fn note(&mut self, key: ActivityKey, (old, new): (Option<&str>, Option<&str>), back: &[&str]) {
        self.said.push(self.change.changed(key, old.map(str::to_owned), new.map(str::to_owned)));
        for who in back.iter().filter(|_| old != new) {
            self.back.push_str(&option(&format!("--{}", key.name()), who));
        }
    }
}
