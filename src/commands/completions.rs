//! `plan completions`: the completion script of a shell.

use crate::cli::Answer;
use std::env;

use clap_complete::env::Shells;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  source <(plan completions bash)          in ~/.bashrc
  source <(plan completions zsh)           in ~/.zshrc
  plan completions fish | source           in ~/.config/fish/config.fish")]
pub(super) struct Args {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish"])]
    shell: String,
}

pub(super) fn run(args: &Args, program: &clap::Command) -> anyhow::Result<Answer> {
    let name = program.get_name().to_owned();
    let typed = env::args().next().unwrap_or_else(|| name.clone());
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell =
        shells.completer(&args.shell).ok_or_else(|| anyhow::anyhow!("no such shell: {}", args.shell))?;
    shell.write_registration("COMPLETE", &name, &name, &typed, &mut script)?;
    Ok(String::from_utf8(script)?.into())
}
