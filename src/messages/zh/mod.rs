//! Chinese, in the words that supervision offices use.

mod changes;
mod diagnostics;
mod errors;
mod reports;
mod screens;
mod terms;

pub(super) struct Chinese;
