//! The options that every command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::model::language::Language;

/// Options that every command takes; by default as where none was typed.
#[derive(clap::Args, Default)]
#[command(next_help_heading = "Options of every command")]
pub struct Globals {
    /// The plan file; `-` reads it from standard input
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// The day to take for today, as in 2018-06-11, yesterday
    #[arg(long, global = true, value_name = "DAY", env = "PLAN_TODAY", hide_env_values = true)]
    pub(crate) today: Option<String>,
    /// The language of the screens; without it, that of `PLAN_LANG`, the plan or the locale
    #[arg(long, global = true, value_name = "LANG", value_parser = Language::CODES)]
    pub(crate) lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "always", "never"], hide_default_value = true)]
    pub(crate) color: String,
}

impl Globals {
    /// Returns the file and the language that were typed, from `arguments` that are not parsed.
    pub(crate) fn typed(arguments: &[OsString]) -> Globals {
        let file = value(arguments, &["-f", "--file"]).map(PathBuf::from);
        let lang = value(arguments, &["--lang"]).and_then(|lang| lang.into_string().ok());
        Globals { file, lang, ..Globals::default() }
    }
}

/// Returns the value of the option that is called by one of `names`.
fn value(arguments: &[OsString], names: &[&str]) -> Option<OsString> {
    let mut arguments = arguments.iter().take_while(|word| *word != "--");
    while let Some(word) = arguments.next() {
        if names.iter().any(|name| word == name) {
            return arguments.next().cloned();
        }
        if let Some(value) = names.iter().find_map(|name| attached(word.to_str()?, name)) {
            return Some(value.into());
        }
    }
    None
}

/// Returns the value in the same word as its option: behind `=`, or at once behind a short one.
fn attached<'w>(word: &'w str, name: &str) -> Option<&'w str> {
    let rest = word.strip_prefix(name)?;
    rest.strip_prefix('=').or_else(|| (!name.starts_with("--")).then_some(rest))
}
