//! `plan diff`: two copies of a plan, and which of them is further on.

use std::path::Path;

use super::show;
use crate::cli::answer::Answer;
use crate::cli::context::{Context, Opened};
use crate::cli::locate;
use crate::cli::table::head;
use crate::export::json;
use crate::messages::{Compared, Label};
use crate::model::Text;
use crate::model::diff::{Comparison, Key, Mark, Named, compare};
use crate::planfile::{Source, save};
use crate::terminal::{fold, one_line};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan diff from-the-mail.toml
  plan -f old.toml diff new.toml")]
pub(super) struct Args {
    /// The other copy
    #[arg(value_name = "OTHER", value_hint = clap::ValueHint::FilePath)]
    other: String,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source) = context.source()?;
    let opened = context.open(&source)?;
    let messages = opened.messages;
    let name = args.other.as_str();
    let bytes = save::read(Path::new(name)).map_err(|error| locate::unreadable(name, &error, messages))?;
    let (other, undecodable) = Source::decode(name.to_owned(), bytes);
    if let Some(problem) = undecodable {
        return Err(context.problems(&[problem], &other, messages).into());
    }
    let theirs = context.open(&other)?;
    let comparison = compare(&opened.plan, &theirs.plan);
    if args.json {
        return Ok(Answer::of(json::comparison(&comparison, [&located.name, name])));
    }
    let sides = Sides { opened: &opened, files: [&located.name, name], context };
    let mut out = head(&opened.plan, &format!("{} → {name}", located.name), context.screen);
    out.push_str(&sides.text(&comparison));
    Ok(Answer { out, notices: locate::notice(&located, messages), ..Answer::default() })
}

/// Two copies and what is needed to write about them.
struct Sides<'c> {
    opened: &'c Opened<'c>,
    files: [&'c str; 2],
    context: &'c Context,
}

impl Sides<'_> {
    fn text(&self, comparison: &Comparison<'_>) -> String {
        let [first, second] = self.files;
        let alone = |named: &[Named<'_>]| named.iter().map(|one| vec![title(one)]).collect::<Vec<_>>();
        let parts = [
            (Compared::OnlyIn { file: second, count: comparison.added.len() }, alone(&comparison.added)),
            (Compared::OnlyIn { file: first, count: comparison.gone.len() }, alone(&comparison.gone)),
            (Compared::Marked(comparison.marked.len()), self.marked(comparison)),
            (Compared::Moved(comparison.moved.len()), self.moved(comparison)),
            (Compared::Reworded(comparison.reworded.len()), self.reworded(comparison)),
        ];
        let messages = self.opened.messages;
        let mut text = String::new();
        for (heading, entries) in parts.iter().filter(|(_, entries)| !entries.is_empty()) {
            text.extend(["\n", &one_line(&messages.compared(heading)), "\n"]);
            for line in entries.iter().flatten() {
                text.push_str(&fold(&format!("  {line}"), self.context.screen));
            }
        }
        text.push('\n');
        text.push_str(&fold(&messages.compared(&self.further(comparison)), self.context.screen));
        text
    }

    fn marked(&self, comparison: &Comparison<'_>) -> Vec<Vec<String>> {
        let messages = self.opened.messages;
        let entry = |(named, marks): &(Named<'_>, Vec<crate::model::diff::Marked>)| {
            let day = |day: Option<chrono::NaiveDate>| day.map(|day| messages.day(day));
            let changes = marks.iter().map(|one| self.change(mark(one.mark), one.days.map(day)));
            std::iter::once(title(named)).chain(changes).collect()
        };
        comparison.marked.iter().map(entry).collect()
    }

    fn moved(&self, comparison: &Comparison<'_>) -> Vec<Vec<String>> {
        let messages = self.opened.messages;
        let entry = |(named, due): &(Named<'_>, [crate::model::plan::Due<'_>; 2])| {
            let shown = due.each_ref().map(|due| Some(show::stood(due, messages)));
            vec![title(named), self.change(Label::Due, shown)]
        };
        comparison.moved.iter().map(entry).collect()
    }

    fn reworded(&self, comparison: &Comparison<'_>) -> Vec<Vec<String>> {
        let entry = |(named, changes): &(Named<'_>, Vec<crate::model::diff::Reworded<'_>>)| {
            let changes = changes.iter().map(|one| {
                let text = |value: &Option<Text<'_>>| value.as_ref().map(|text| one_line(text).into_owned());
                self.change(key(one.key), one.values.each_ref().map(text))
            });
            std::iter::once(title(named)).chain(changes).collect()
        };
        comparison.reworded.iter().map(entry).collect()
    }

    fn change(&self, what: Label, [from, to]: [Option<String>; 2]) -> String {
        format!("  {}", self.opened.messages.compared(&Compared::Change { what, from, to }))
    }

    fn further(&self, comparison: &Comparison<'_>) -> Compared<'_> {
        let [first, second] = self.files;
        match (comparison.first_ahead, comparison.second_ahead) {
            (0, 0) if comparison.is_empty() => Compared::Same,
            (0, 0) => Compared::Neither,
            (count, 0) => Compared::Further { file: first, count },
            (0, count) => Compared::Further { file: second, count },
            (one, other) => Compared::Both { files: [first, second], counts: [one, other] },
        }
    }
}

fn title(named: &Named<'_>) -> String {
    format!("{} {}", named.id, one_line(named.title))
}

fn mark(mark: Mark) -> Label {
    match mark {
        Mark::Done => Label::Done,
        Mark::Verified => Label::Verified,
        Mark::Cancelled => Label::Cancelled,
    }
}

fn key(key: Key) -> Label {
    match key {
        Key::Title => Label::Title,
        Key::Words => Label::Words,
        Key::Phase => Label::Phase,
        Key::Group => Label::Group,
        Key::Leader => Label::Leader,
        Key::Owner => Label::Owner,
        Key::Support => Label::Support,
        Key::Content => Label::Content,
        Key::Requirements => Label::Requirements,
        Key::Remark => Label::Remark,
        Key::Question => Label::Question,
        Key::Notes => Label::Progress,
        Key::Evidence => Label::Evidence,
        Key::Expected => Label::Expected,
    }
}
