//! Several plans.

use serde_json::Value;

use super::text::{line, text};

/// Returns the JSON of several plans, each as with one, and the names of the files that could not be read.
pub fn several(plans: &[String], unread: &[&str]) -> String {
    written(plans, unread, "")
}

/// The same, with the figures of all of them.
pub(super) fn with_all(plans: &[String], unread: &[&str], all: &Value) -> String {
    written(plans, unread, &format!(",\n\"all\": {}", text(all).trim_end()))
}

fn written(plans: &[String], unread: &[&str], more: &str) -> String {
    let plans: Vec<&str> = plans.iter().map(|plan| plan.trim_end()).collect();
    let unread = line(&unread);
    format!(
        "{{\n\"schema\": 1,\n\"plans\": [\n{}\n],\n\"unread\": {}{more}\n}}\n",
        plans.join(",\n"),
        unread.trim_end()
    )
}
