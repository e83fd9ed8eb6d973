//! What is wrong with a plan.

use serde::Serialize;

use super::text::text;

/// A problem or a warning, with its place.
#[derive(Serialize)]
pub struct DiagnosticRow<'a> {
    pub severity: &'static str,
    pub code: &'static str,
    pub file: &'a str,
    pub line: usize,
    pub column: usize,
    pub message: String,
    pub hint: Option<String>,
}

pub fn diagnostics(diagnostics: &[DiagnosticRow<'_>]) -> String {
    text(&diagnostics)
}
