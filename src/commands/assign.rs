//! `plan assign`: who answers for activities, who helps, who is in charge.

use crate::cli::answer::{Answer, CommandError};
use crate::cli::change::{self, Change, Request, title};
use crate::cli::context::{Context, Opened};
use crate::cli::locate::quoted;
use crate::messages::{ArgumentError, Confirmation, Label};
use crate::model::key::ActivityKey;
use crate::model::plan::Activity;
use crate::planfile::edit::{Edit, Value};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan assign B1 B2 --owner 企业科 --support 办公室 --support 产学研科
  plan assign B1 --owner ''                nobody any more")]
pub(super) struct Args {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = crate::cli::complete::ids())]
    ids: Vec<String>,
    /// Who answers for it; an empty text takes the old one out
    #[arg(long, value_name = "WHO")]
    owner: Option<String>,
    /// Who helps (repeatable); they replace those who did before
    #[arg(long, value_name = "WHO")]
    support: Vec<String>,
    /// The official in charge
    #[arg(long, value_name = "WHO")]
    leader: Option<String>,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let command = format!("assign {}", args.ids.join(" "));
    let request = Request { command: &command, dry_run: args.dry_run };
    change::carry_out(&request, context, |opened, located| {
        if args.owner.is_none() && args.support.is_empty() && args.leader.is_none() {
            let refusal = opened.messages.argument_error(&ArgumentError::NothingToChange);
            return Err(CommandError::new(refusal).wrong_arguments().into());
        }
        change::each(&args.ids, opened, located, |activity, change| {
            assign(args, activity, opened, change);
            Ok(())
        })
    })
}

fn assign<'o>(args: &Args, activity: &'o Activity<'o>, opened: &Opened<'_>, change: &mut Change<'o>) {
    let details = &activity.details;
    let mut assignment = Assignment { opened, activity, change, said: Vec::new(), back: String::new() };
    assignment.name(ActivityKey::Owner, Label::Owner, details.owner.as_deref(), args.owner.as_deref());
    assignment.support(&args.support);
    assignment.name(ActivityKey::Leader, Label::Leader, details.leader.as_deref(), args.leader.as_deref());
    let Assignment { said, back, .. } = assignment;
    let id = activity.id.as_ref();
    if !back.is_empty() {
        change.take_back.push(format!("assign {id}{back}"));
    }
    change.say(title(id, &activity.title), said);
}

/// One activity on its way to other people.
struct Assignment<'c, 'o> {
    opened: &'c Opened<'c>,
    activity: &'o Activity<'o>,
    change: &'c mut Change<'o>,
    said: Vec<String>,
    /// The options that take it back.
    back: String,
}

impl Assignment<'_, '_> {
    fn name(&mut self, key: ActivityKey, what: Label, old: Option<&str>, new: Option<&str>) {
        let Some(new) = new else { return };
        let id = self.activity.id.as_ref();
        let new = Some(new.trim()).filter(|new| !new.is_empty());
        if old != new {
            self.change.edits.push(match new {
                Some(new) => Edit::Set { id, key: key.into(), value: Value::Text(new.to_owned().into()) },
                None => Edit::Unset { id, key: key.into() },
            });
        }
        self.note(key, what, (old, new), &[old.unwrap_or_default()]);
    }

    fn support(&mut self, typed: &[String]) {
        if typed.is_empty() {
            return;
        }
        let (id, key) = (self.activity.id.as_ref(), ActivityKey::Support);
        let old: Vec<&str> = self.activity.details.support.iter().map(AsRef::as_ref).collect();
        let new: Vec<&str> = typed.iter().map(|who| who.trim()).filter(|who| !who.is_empty()).collect();
        if old != new {
            self.change.edits.push(if new.is_empty() {
                Edit::Unset { id, key: key.into() }
            } else {
                let new = new.iter().map(|who| (*who).to_owned().into());
                Edit::Set { id, key: key.into(), value: Value::Texts(new.collect()) }
            });
        }
        let shown = |who: &[&str]| (!who.is_empty()).then(|| who.join(self.opened.messages.comma()));
        let (was, is) = (shown(&old), shown(&new));
        let back = if old.is_empty() { vec![""] } else { old };
        self.note(key, Label::Support, (was.as_deref(), is.as_deref()), &back);
    }

    /// Notes what is said of it, and the options that take it back.
    fn note(
        &mut self,
        key: ActivityKey,
        what: Label,
        (old, new): (Option<&str>, Option<&str>),
        back: &[&str],
    ) {
        let (from, to) = (old.map(str::to_owned), new.map(str::to_owned));
        if from == to {
            let name = self.opened.messages.label(what);
            self.said.push(
                self.opened
                    .messages
                    .aside(name, &self.opened.messages.confirmation(&Confirmation::Unchanged)),
            );
            return;
        }
        self.said.push(self.opened.messages.confirmation(&Confirmation::Changed { what, from, to }));
        for who in back {
            self.back.extend([" --", key.name(), " ", &quoted(who)]);
        }
    }
}
