//! `plan manual`: the pages of the manual, which packages bring along, made of the help.

use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::{Answer, Context, IntoFile};

/// What the program's own page says beside its help, and where the page of a verb leads.
const REST: &[u8] = include_bytes!("manual.roff");
const SEE_ALSO: &[u8] = b".SH SEE ALSO
.BR plan (1):
the options of every command, the other commands, exit codes, the environment, files
";

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan manual --dir man
  man -l man/plan-done.1")]
pub(super) struct Args {
    /// The folder of the pages; those of an earlier version are replaced
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
}

/// Writes a page on the `program` and one on each of its verbs, in English, whatever the language of the screen.
pub(super) fn run(args: &Args, mut program: Command, context: &Context) -> anyhow::Result<Answer> {
    program.build();
    let verbs = program.get_subcommands().filter(|verb| !verb.is_hide_set());
    let mut pages = vec![("plan", page(&program)?)];
    for verb in verbs {
        pages.push((verb.get_display_name().unwrap_or_default(), page(verb)?));
    }
    IntoFile::replacing(args.dir.clone()).deliver_all(pages, "1", context.messages(None))
}

/// Returns the page on `command`, the examples first.
fn page(command: &Command) -> anyhow::Result<Vec<u8>> {
    let examples = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let is_program = command.has_subcommands();
    let command = command.clone().override_usage(usage.trim_start_matches("Usage: ").to_owned());
    let command =
        command.mut_args(|one| if is_program || !one.is_global_set() { one } else { one.hide(true) });
    let man = Man::new(command.subcommand_help_heading("COMMANDS"));
    // An empty argument of a macro has to be quoted: no page carries a day, so that two builds are the same.
    let man = man.date("\"\"").source(concat!("plan ", env!("CARGO_PKG_VERSION"))).manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    examples_section(&examples).to_writer(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if is_program {
        man.render_subcommands_section(&mut page)?;
        page.extend_from_slice(REST);
    } else {
        page.extend_from_slice(SEE_ALSO);
    }
    Ok(page)
}

/// Returns the examples: what can be typed, and below it what it does, where that is said.
fn examples_section(examples: &str) -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["EXAMPLES"]);
    for example in examples.lines().skip(1).map(str::trim) {
        let (typed, said) = example.split_once("  ").unwrap_or((example, ""));
        section.control("TP", []).text([bold(typed)]).text([roman(said.trim_start())]);
    }
    section
}
