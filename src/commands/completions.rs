//! `plan completions`: the completion script of a shell.

use std::env;
use std::path::{PathBuf, absolute};

use crate::cli::{Answer, complete};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  source <(plan completions bash)          in ~/.bashrc
  source <(plan completions zsh)           in ~/.zshrc
  plan completions fish | source           in ~/.config/fish/config.fish
  plan completions powershell | Out-String | Invoke-Expression    in $PROFILE")]
pub(super) struct Args {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish", "powershell"])]
    shell: String,
}

pub(super) fn run(args: &Args) -> Answer {
    let typed = env::args_os().next().map(PathBuf::from);
    // The folder may be another one when the script asks.
    let path = typed.filter(|typed| typed.components().count() > 1).and_then(|typed| absolute(typed).ok());
    let program = path.and_then(|path| path.into_os_string().into_string().ok());
    complete::script(&args.shell, program.as_deref().unwrap_or("plan")).into()
}
