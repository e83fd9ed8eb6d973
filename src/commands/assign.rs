//! `plan assign`: who answers for activities, who helps, who is in charge.

use crate::cli::{
    Answer, Change, CommandError, Context, DryRun, Filters,
    change::{self, text},
    complete, filters, ids,
    typing::{command, option},
};
use crate::messages::{ArgumentError, Listing};
use crate::model::key::ActivityKey;
use crate::model::plan::{Entry, Index};
use crate::model::text::{BETWEEN_NAMES, Text, apart, trimmed};
use crate::planfile::edit::Value;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan assign B1 B2 --owner 企业科 --support 办公室 --support 产学研科
  plan assign B3 --owner 信息科 --owner 综合科     both; the first leads
  plan assign --group 集中学习 --owner 产学研科
  plan assign B1 --owner=                          nobody any more")]
pub(super) struct Args {
    /// Who answers for it (repeatable); the first leads. They replace those who did; an empty text takes them out
    #[arg(long, value_name = "WHO", add = complete::owners())]
    owner: Vec<String>,
    /// Who helps (repeatable); they replace those who did before
    #[arg(long, value_name = "WHO")]
    support: Vec<String>,
    /// The official in charge
    #[arg(long, value_name = "WHO")]
    leader: Option<String>,
    /// The activities' ids, separated by blanks or commas
    #[arg(value_name = "ID", add = complete::ids(), required_unless_present = "filters", conflicts_with = "filters")]
    pub(super) ids: Vec<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    change::carry_out(&command("assign", &args.ids), args.write.dry_run, context, |change| {
        if args.owner.is_empty() && args.support.is_empty() && args.leader.is_none() {
            let error = ArgumentError::NothingToChange;
            return Err(CommandError::of_arguments(&error, change.opened.messages).into());
        }
        let known = filters::owners(&change.opened.agenda());
        for at in meant(args, change)? {
            assign(args, &change.entry(Index::Activity(at)), &known, change);
        }
        Ok(())
    })
}

/// Returns the activities that are meant; where filters say which, how many they are is said first.
fn meant(args: &Args, change: &mut Change<'_>) -> anyhow::Result<Vec<usize>> {
    let opened = change.opened;
    if !args.ids.is_empty() {
        return ids::activities(&args.ids, opened);
    }
    let agenda = opened.agenda();
    let filter = args.filters.resolve(&[], &agenda, opened)?;
    let meant: Vec<usize> =
        agenda.items().enumerate().filter(|(_, item)| filter.admits(item)).map(|(at, _)| at).collect();
    change.first = Some(opened.messages.listing(&Listing::Meant { count: meant.len() }));
    Ok(meant)
}

fn assign<'o>(args: &Args, entry: &Entry<'o>, known: &[&str], change: &mut Change<'o>) {
    let details = entry.details;
    let mut assignment =
        Assignment { entry, known, change, said: Vec::new(), back: String::new(), by_hand: false };
    assignment.names(ActivityKey::Owner, &details.owners, &args.owner);
    assignment.names(ActivityKey::Support, &details.support, &args.support);
    assignment.names(ActivityKey::Leader, details.leader.as_slice(), args.leader.as_slice());
    let Assignment { said, back, by_hand, .. } = assignment;
    if by_hand {
        change.take_back.push("edit".to_owned());
    } else if !back.is_empty() {
        change.take_back.push(format!("assign {}{back}", entry.id));
    }
    change.say(entry.id, entry.title, said);
}

/// One activity on its way to other people.
struct Assignment<'c, 'o> {
    entry: &'c Entry<'o>,
    /// Who answers for something already.
    known: &'c [&'c str],
    change: &'c mut Change<'o>,
    said: Vec<String>,
    /// The options that take it back.
    back: String,
    /// Whether no option does: a name holds what stands between several.
    by_hand: bool,
}

impl Assignment<'_, '_> {
    /// Puts the names that were typed in place of the `old` ones.
    fn names(&mut self, key: ActivityKey, old: &[Text<'_>], typed: &[String]) {
        if typed.is_empty() {
            return;
        }
        let old: Vec<&str> = old.iter().map(AsRef::as_ref).collect();
        let new = typed_names(key, typed);
        if old != new {
            let id = self.entry.id;
            match value(key, &new) {
                Some(value) => self.change.set(id, key, value),
                None => self.change.unset(id, key),
            }
            self.by_hand |= key != ActivityKey::Leader && old.iter().any(|who| who.contains(BETWEEN_NAMES));
            let back = if old.is_empty() { &[""][..] } else { &old };
            for who in back {
                self.back.push_str(&option(&format!("--{}", key.name()), *who));
            }
        }
        let comma = self.change.opened.messages.comma();
        // Where one name holds several, quotes tell which is which.
        let quote = if old != new && old.join(comma) == new.join(comma) { "\"" } else { "" };
        let shown = |who: &[&str]| {
            let names: Vec<String> = who.iter().map(|who| format!("{quote}{who}{quote}")).collect();
            (!names.is_empty()).then(|| names.join(comma))
        };
        self.said.push(self.change.changed(key, shown(&old), shown(&new)));
        let opened = self.change.opened;
        let slips = new.iter().filter_map(|who| Some((*who, filters::nearest(who, self.known)?)));
        self.said
            .extend(slips.map(|(who, nearest)| opened.messages.listing(&Listing::NewName { who, nearest })));
    }
}

/// Returns the names that were typed; an official is one.
fn typed_names(key: ActivityKey, typed: &[String]) -> Vec<&str> {
    if key == ActivityKey::Leader {
        return typed.iter().map(|who| trimmed(who)).filter(|who| !who.is_empty()).collect();
    }
    typed.iter().flat_map(|typed| apart(typed)).collect()
}

/// Returns the names as they go into the plan.
fn value(key: ActivityKey, names: &[&str]) -> Option<Value<'static>> {
    let texts = || names.iter().map(|who| (*who).to_owned().into()).collect();
    match key {
        _ if names.is_empty() => None,
        ActivityKey::Owner => Some(Value::Names(texts())),
        ActivityKey::Support => Some(Value::Texts(texts())),
        _ => names.last().map(|who| text(who)),
    }
}
