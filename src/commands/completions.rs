//! `plan completions`: the completion script of a shell.

use std::env;

use clap_complete::env::Shells;

use crate::cli::Answer;

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
    let typed =
        env::args_os().next().map_or_else(|| name.clone(), |typed| typed.to_string_lossy().into_owned());
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell =
        shells.completer(&args.shell).ok_or_else(|| anyhow::anyhow!("no such shell: {}", args.shell))?;
    shell.write_registration("COMPLETE", &name, &name, &typed, &mut script)?;
    Ok(String::from_utf8(script)?.into())
}
