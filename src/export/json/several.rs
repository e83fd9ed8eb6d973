//! Several plans.

use super::text::line;

/// Returns the JSON of several plans, each as with one, and the names of the files that could not be read.
pub fn several(plans: &[String], unread: &[&str]) -> String {
    let plans: Vec<&str> = plans.iter().map(|plan| plan.trim_end()).collect();
    let unread = line(&unread);
    format!(
        "{{\n\"schema\": 1,\n\"plans\": [\n{}\n],\n\"unread\": {}\n}}\n",
        plans.join(",\n"),
        unread.trim_end()
    )
}
