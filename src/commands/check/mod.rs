//! `plan check`: every problem and every warning.

mod found;
mod several;

use crate::cli::{Answer, Context, Exit, Json, Output, Screen, Several};
use crate::planfile::Source;
use found::Found;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan check            exits 3 when there are problems; warnings stop nothing
  plan check -f plans   all plans in a folder, and which names of units look like one
  plan check --json")]
pub(super) struct Args {
    #[command(flatten)]
    output: Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    if let Some(several) = Several::of(context)? {
        return several::check(args.output.json, &several);
    }
    let (located, bytes) = context.find()?;
    let source = Source::decode(&located.name, &bytes);
    let found = Found::of(&source, &located, context)?;
    let exit = if found.problems() > 0 { Exit::Found } else { Exit::Success };
    if args.output.json {
        return Ok(Answer { exit, ..found.json(&source).into() });
    }
    let screen = Screen { blocks: found.blocks(&source, &located, context), ..Screen::default() };
    let notices = located.notice(found.messages).into_iter().collect();
    Ok(Answer { output: Output::Screen(screen), notices, exit, ..Answer::default() })
}
