//! Arguments that several verbs share. What a doc comment on one of these structs says would stand in the help of
//! the verbs, in place of their own sentence.

use std::ffi::OsString;

use clap::builder::{OsStringValueParser, TypedValueParser};

use super::{complete, typing};
use crate::model::text::{is_blank, trimmed};

/// Takes an argument that is to be written into the plan: text of which something can be seen.
pub(crate) fn some_text(typed: &str) -> Result<String, &'static str> {
    if is_blank(typed) { Err("it is empty") } else { Ok(typed.to_owned()) }
}

/// Takes a name in the same way, without what cannot be seen around it.
pub(crate) fn some_name(typed: &str) -> Result<String, &'static str> {
    some_text(typed).map(|name| trimmed(&name).to_owned())
}

/// Takes a path or an address in the same way; it need not be UTF-8.
pub(crate) fn some_path() -> impl TypedValueParser<Value = OsString> {
    OsStringValueParser::new().try_map(|typed| match typed.to_str().map(some_text) {
        Some(Err(error)) => Err(error),
        Some(Ok(_)) | None => Ok(typed),
    })
}

// The activities that a verb changes.
#[derive(clap::Args)]
pub(crate) struct OnActivities {
    /// The activities' ids, separated by blanks or commas
    #[arg(required = true, value_name = "ID", add = complete::ids())]
    pub(crate) ids: Vec<String>,
    #[command(flatten)]
    pub(crate) write: DryRun,
}

impl OnActivities {
    /// Returns the verb with the ids, as they would have to be typed again.
    pub(crate) fn after(&self, verb: &str) -> String {
        typing::command(verb, &self.ids)
    }
}

// Whether the answer is for another program.
#[derive(clap::Args)]
pub(crate) struct Json {
    /// Write JSON
    #[arg(long)]
    pub(crate) json: bool,
}

// Whether a verb that writes only says what it would write.
#[derive(clap::Args)]
pub(crate) struct DryRun {
    /// Say what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}
