//! English.

mod answers;
mod diagnostics;
mod help;
mod reports;
mod screens;
mod syntax;
mod terms;

pub(super) struct English;
