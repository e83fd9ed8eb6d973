//! The options that every command takes.

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
