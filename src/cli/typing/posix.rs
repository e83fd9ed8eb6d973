//! How sh, bash, zsh and fish read a word alike.

/// fish knows escapes inside single quotes, sh has no other quotes that hold everything.
pub(crate) fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | ',' | ':' | '+');
    if text.is_empty() {
        return "''".to_owned();
    }
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let parts = text.split_inclusive(['\'', '\\']).map(|part| {
        let quoted = part.trim_end_matches(['\'', '\\']);
        let escaped = &part[quoted.len()..];
        let quoted = if quoted.is_empty() { String::new() } else { format!("'{quoted}'") };
        if escaped.is_empty() { quoted } else { format!("{quoted}\\{escaped}") }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_one_word_for_every_shell() {
        assert_eq!(quoted("高校考试周"), "高校考试周");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(quoted(r"'C:\x y\\"), r"\''C:'\\'x y'\\\\");
    }
}
