//! English.

mod answers;
mod diagnostics;
mod help;
mod imports;
mod ledger;
mod recurrence;
mod reports;
mod screens;
mod several;
mod syntax;
mod terms;

pub(super) struct English;
