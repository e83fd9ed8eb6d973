//! The options that every command takes.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::model::language::Language;

/// Options that every command takes; by default as where none was typed.
#[derive(clap::Args, Default)]
#[command(next_help_heading = "Options of every command")]
pub struct Globals {
    /// The plan file, `-` for standard input; a folder, for all plans in it (repeatable)
    #[arg(short, long = "file", id = "file", global = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
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
    /// Returns the files and the language that were typed, from `arguments` that are not parsed.
    pub(crate) fn typed(arguments: &[OsString]) -> Globals {
        let files = files(arguments);
        let lang = values(arguments, &["--lang"]).next().and_then(|lang| lang.into_string().ok());
        Globals { files, lang, ..Globals::default() }
    }

    /// Returns the same with all files among the `arguments`: for the parser those behind the verb take the place of those
    /// before it.
    #[must_use]
    pub(crate) fn with_all_files(self, arguments: &[OsString]) -> Globals {
        let files = files(arguments);
        if files.len() > self.files.len() { Globals { files, ..self } } else { self }
    }
}

/// What the option for files is called.
const FILES: [&str; 2] = ["-f", "--file"];

fn files(arguments: &[OsString]) -> Vec<PathBuf> {
    values(arguments, &FILES).map(PathBuf::from).collect()
}

/// Returns what of `arguments` is neither a file nor its option.
pub(crate) fn without_files(arguments: &[OsString]) -> Vec<&OsString> {
    let (mut kept, mut words) = (Vec::new(), arguments.iter());
    while let Some(word) = words.next() {
        match FILES.iter().find_map(|name| behind(word.to_str()?, name)) {
            Some("") => drop(words.next()),
            Some(_) => {}
            None if word == "--" => kept.extend([word].into_iter().chain(words.by_ref())),
            None => kept.push(word),
        }
    }
    kept
}

/// Returns the values of the option that is called by one of `names`.
fn values(arguments: &[OsString], names: &[&str]) -> impl Iterator<Item = OsString> {
    let mut arguments = arguments.iter().take_while(|word| *word != "--");
    std::iter::from_fn(move || {
        loop {
            let word = arguments.next()?;
            let Some(rest) = names.iter().find_map(|name| behind(word.to_str()?, name)) else { continue };
            return if rest.is_empty() { arguments.next().cloned() } else { Some(without_sign(rest).into()) };
        }
    })
}

/// Returns what stands in the same word behind an option: a short one may stand behind the flag `q`, as in `-qf`.
fn behind<'w>(word: &'w str, name: &str) -> Option<&'w str> {
    let letters = word.strip_prefix('-')?.trim_start_matches('q');
    let rest = letters.strip_prefix(name.strip_prefix('-')?)?;
    (!name.starts_with("--") || rest.is_empty() || rest.starts_with('=')).then_some(rest)
}

fn without_sign(value: &str) -> &str {
    value.strip_prefix('=').unwrap_or(value)
}
