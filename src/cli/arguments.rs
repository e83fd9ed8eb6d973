//! Arguments that several verbs share.

/// Takes an argument that is to be written into the plan: text, and not only blanks.
pub(crate) fn some_text(typed: &str) -> Result<String, &'static str> {
    if typed.trim().is_empty() { Err("it is empty") } else { Ok(typed.to_owned()) }
}
