//! `plan diff`: two copies of a plan, and which of them is further on.

use std::iter::once;
use std::path::PathBuf;

use crate::cli::{Answer, Block, Context, Json, Located, complete, context};
use crate::export::json;
use crate::messages::{Compared, Messages};
use crate::model::diff::Comparison;
use crate::model::key::ActivityKey;
use crate::model::plan::Named;
use crate::model::text::one_line;
use crate::planfile::Source;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan diff from-the-mail.toml
  plan -f old.toml diff new.toml")]
pub(super) struct Args {
    /// The other copy
    #[arg(value_name = "OTHER", add = complete::files())]
    other: PathBuf,
    #[command(flatten)]
    output: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let located = Located::at(args.other.clone());
        let bytes = context::read(&args.other, &located.name, opened.messages)?;
        let source = Source::decode(&located.name, &bytes);
        let other = context.open(&source, &located)?;
        let comparison = opened.compare(&other);
        let files = [opened.file(), located.name.as_str()];
        if args.output.json {
            return Ok(json::comparison(&comparison, files).into());
        }
        let sides = Sides { messages: opened.messages, files };
        let mut screen = opened.screen();
        screen.head = Some((opened.title().to_owned(), files.join(" → ")));
        screen.blocks = sides.blocks(&comparison);
        screen.blocks.push(Block::line(opened.messages.compared(&sides.further(&comparison))));
        Ok(screen.into())
    })
}

/// Two copies and what is needed to write about them.
struct Sides<'c> {
    messages: &'static dyn Messages,
    files: [&'c str; 2],
}

impl<'c> Sides<'c> {
    fn blocks(&self, comparison: &Comparison<'_>) -> Vec<Block> {
        let [first, second] = self.files;
        let alone = |named: &[Named<'_>]| named.iter().map(title).collect::<Vec<_>>();
        let parts = [
            (Compared::OnlyIn { file: second, count: comparison.added.len() }, alone(&comparison.added)),
            (Compared::OnlyIn { file: first, count: comparison.gone.len() }, alone(&comparison.gone)),
            (Compared::Marked(comparison.marked.len()), self.marked(comparison)),
            (Compared::Moved(comparison.moved.len()), self.moved(comparison)),
            (Compared::Reworded(comparison.reworded.len()), self.reworded(comparison)),
        ];
        let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        parts
            .map(|(heading, lines)| Block::Lines {
                heading: Some(self.messages.compared(&heading)),
                lines: lines.iter().map(|line| format!("  {line}")).collect(),
            })
            .collect()
    }

    fn marked(&self, comparison: &Comparison<'_>) -> Vec<String> {
        let marked = comparison.marked.iter().flat_map(|(named, marks)| {
            let changes = marks
                .iter()
                .map(|one| self.change(one.key, one.days.map(|day| day.map(|day| self.messages.day(day)))));
            once(title(named)).chain(changes)
        });
        marked.collect()
    }

    fn moved(&self, comparison: &Comparison<'_>) -> Vec<String> {
        let moved = comparison.moved.iter().flat_map(|(named, due)| {
            let shown = due.each_ref().map(|due| Some(self.messages.deadline(due)));
            [title(named), self.change(ActivityKey::Due, shown)]
        });
        moved.collect()
    }

    fn reworded(&self, comparison: &Comparison<'_>) -> Vec<String> {
        let reworded = comparison.reworded.iter().flat_map(|(named, changes)| {
            let changes = changes.iter().map(|one| {
                let values = one.values.each_ref();
                let shown = values.map(|value| value.as_ref().map(|text| one_line(text).into_owned()));
                self.change(one.key, shown)
            });
            once(title(named)).chain(changes)
        });
        reworded.collect()
    }

    fn change(&self, what: ActivityKey, [from, to]: [Option<String>; 2]) -> String {
        format!("  {}", self.messages.compared(&Compared::Change { what, from, to }))
    }

    fn further(&self, comparison: &Comparison<'_>) -> Compared<'c> {
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
