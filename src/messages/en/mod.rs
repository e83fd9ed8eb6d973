//! English.

mod answers;
mod diagnostics;
mod reports;
mod screens;
mod terms;

pub(super) struct English;
