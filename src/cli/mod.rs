//! What verbs share, below the verbs.

mod answer;
mod arguments;
pub(crate) mod change;
pub(crate) mod complete;
pub(crate) mod context;
pub(crate) mod dates;
pub(crate) mod diagnostics;
mod error;
pub(crate) mod evidence;
pub(crate) mod filters;
mod globals;
pub(crate) mod help;
pub(crate) mod ids;
pub(crate) mod locate;
mod opened;
mod output;
pub(crate) mod parser;
mod patience;
pub(crate) mod rounds;
mod screen;
mod system;
pub(crate) mod table;
pub(crate) mod typing;
pub(crate) mod typos;

pub(crate) use answer::{Answer, Output, stop};
pub(crate) use arguments::{DryRun, Json, OnActivities, some_name, some_path, some_text};
pub(crate) use change::Change;
pub(crate) use context::Context;
pub(crate) use error::{CommandError, Exit};
pub(crate) use filters::{Filters, Selection};
pub(crate) use globals::Globals;
pub(crate) use locate::Located;
pub(crate) use opened::{Day, Opened};
pub(crate) use output::IntoFile;
pub(crate) use patience::telling_if_slow;
pub(crate) use screen::{Block, Screen};
