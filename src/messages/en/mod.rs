//! English.

mod changes;
mod diagnostics;
mod errors;
mod reports;
mod screens;
mod terms;

pub(super) struct English;
