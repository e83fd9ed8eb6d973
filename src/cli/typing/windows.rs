//! How cmd and PowerShell read a word alike: in double quotes, and in both kinds where PowerShell would read more than
//! a word in double ones. What of the quotes a shell hands on `typos` takes off.

pub(super) fn quoted(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let has = |quote| text.chars().any(|c| powershell_quote(c) == Some(quote));
    // An empty word in double quotes alone gets lost in Windows PowerShell.
    let takes_both = text.is_empty() || text.contains(['$', '`']) || has('"');
    let has_no_form =
        text.contains('"') || text.ends_with('\\') || takes_both && has('\'') || may_name_a_variable(text);
    match takes_both {
        _ if has_no_form => char::REPLACEMENT_CHARACTER.to_string(),
        true => format!("'\"{text}\"'"),
        false => format!("\"{text}\""),
    }
}

/// Returns the straight quote that PowerShell takes `c` for.
pub(crate) fn powershell_quote(c: char) -> Option<char> {
    match c {
        '\'' | '‘' | '’' | '‚' | '‛' => Some('\''),
        '"' | '“' | '”' | '„' => Some('"'),
        _ => None,
    }
}

/// Returns `text` as a word for PowerShell alone.
pub(crate) fn quoted_for_powershell(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let double =
        |c| if powershell_quote(c) == Some('\'') { [c, c].iter().collect() } else { String::from(c) };
    format!("'{}'", text.chars().map(double).collect::<String>())
}

/// Whether `text` is a word without quotes, and no option.
fn is_plain(text: &str) -> bool {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '\\' | ':' | '、' | '，' | '。');
    !text.is_empty() && !text.starts_with('-') && text.chars().all(is_plain)
}

/// cmd puts in the value of `%PATH%` inside any quotes; a rate (`50%`) stays.
fn may_name_a_variable(text: &str) -> bool {
    text.split('%')
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '=')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::typos::without_straight_quotes;

    /// What a shell or the program could take for something else than a word.
    const TEXTS: [&str; 34] = [
        "", "a b", "高校 考试周", "-5度", "-", "--dry-run", "it's", "‘单’", "!!", "a !x b", "*", "~", "#x",
        "50%", "由5%到8%", "=ls", "{a,b}", "a;b|c&d<e>f", "(x) [y]?", "^x^y", "a&&b", "a, b", "@x", "+1",
        "、，。", "—x", r"C:\附件\a b.pdf", r"\\server\share\", "组织“聚力”", "“a b”后", "„x“",
        "$HOME `b` $(c)", "“a|b&c” <d>", "“进度50%”，比“上月”多5%",
    ];
    /// What has no form that both take for the word: quotes of both kinds, a backslash before the last quote, a name
    /// between percent signs.
    const WITHOUT_FORM: [&str; 7] =
        ["\"q\"", "it's $x", "“甲‘乙’”", r"C:\a b\", "%PATH%", "“%PATH%”", "%=ExitCode%"];

    /// The arguments of a program, from its command line: backslashes are halved before a quote, and a quote behind an
    /// odd one stands for itself.
    fn arguments(line: &str) -> Vec<String> {
        let (mut words, mut word, mut is_quoted, mut backslashes) = (Vec::new(), None::<String>, false, 0);
        for c in line.chars().chain([' ']) {
            if c == '\\' {
                backslashes += 1;
                continue;
            }
            let kept = if c == '"' { backslashes / 2 } else { backslashes };
            if kept > 0 {
                word.get_or_insert_default().push_str(&"\\".repeat(kept));
            }
            match c {
                '"' if backslashes % 2 == 0 => {
                    is_quoted = !is_quoted;
                    word.get_or_insert_default();
                }
                ' ' if !is_quoted => words.extend(word.take()),
                c => word.get_or_insert_default().push(c),
            }
            backslashes = 0;
        }
        words
    }

    /// cmd puts variables in, knows no quotes but `"`, and hands the line on as it stands.
    fn by_cmd(line: &str) -> Option<Vec<String>> {
        let line = line.replace("%PATH%", "C:").replace("%=ExitCode%", "00000000");
        let mut is_quoted = false;
        for c in line.chars() {
            is_quoted ^= c == '"';
            if !is_quoted && matches!(c, '&' | '|' | '<' | '>' | '^') {
                return None;
            }
        }
        Some(arguments(&line))
    }

    /// The words of a line in PowerShell: what stands in single quotes is itself, in double ones but for `$` and `` ` ``;
    /// a quote twice is one; the curly ones are quotes, too.
    fn words(line: &str) -> Option<Vec<String>> {
        let (mut words, mut chars) = (Vec::new(), line.chars().peekable());
        let mut word = None::<String>;
        while let Some(c) = chars.next() {
            let quote = powershell_quote(c);
            let is_same = |next: &char| quote.is_some() && powershell_quote(*next) == quote;
            if let Some(quote) = quote {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        next if is_same(&next) => match chars.next_if(is_same) {
                            Some(twice) => word.push(twice),
                            None => break,
                        },
                        '$' | '`' if quote == '"' => return None,
                        next => word.push(next),
                    }
                }
                continue;
            }
            let begins_otherwise = word.is_none() && matches!(c, '@' | '#' | '~' | '–' | '—' | '―');
            match c {
                ' ' => words.extend(word.take()),
                '$' | '`' | ',' | ';' | '|' | '&' | '(' | ')' | '{' | '}' | '<' | '>' => return None,
                _ if begins_otherwise => return None,
                c => word.get_or_insert_default().push(c),
            }
        }
        words.extend(word);
        Some(words)
    }

    /// Windows PowerShell 5.1 makes one line of the words again, without empty ones, and quotes those with a blank that
    /// stands in no quotes.
    fn by_powershell_5(line: &str) -> Option<Vec<String>> {
        let joined = words(line)?.into_iter().filter(|word| !word.is_empty()).map(|word| {
            let has_blank = word.split('"').step_by(2).any(|outside| outside.contains(char::is_whitespace));
            if has_blank { format!("\"{word}\"") } else { word }
        });
        Some(arguments(&joined.collect::<Vec<_>>().join(" ")))
    }

    #[test]
    fn a_word_that_is_printed_is_read_alike_by_cmd_and_by_old_and_new_powershell() {
        for text in TEXTS {
            let word = quoted(text);
            let line = format!("note A1 --why={word} {word} --");
            let why = format!("--why={text}");
            // Since 7.3 PowerShell hands the words on as they are.
            for read in [by_cmd, by_powershell_5, words] {
                let mut arguments = read(&line).unwrap_or_else(|| panic!("{line}"));
                for argument in &mut arguments {
                    *argument = without_straight_quotes(argument).unwrap_or_else(|| argument.clone());
                }
                assert_eq!(arguments, ["note", "A1", &why, text, "--"], "{line}");
            }
        }
    }

    #[test]
    fn what_both_shells_cannot_read_alike_is_left_open() {
        for text in WITHOUT_FORM {
            assert_eq!(quoted(text), "\u{FFFD}", "{text}");
        }
    }

    #[test]
    fn whatever_is_inserted_into_a_line_of_powershell_is_one_word() {
        for text in TEXTS.into_iter().chain(WITHOUT_FORM) {
            assert_eq!(words(&quoted_for_powershell(text)), Some(vec![text.to_owned()]));
        }
    }

    #[test]
    fn what_needs_no_quotes_has_none() {
        assert_eq!(quoted(r"方案\plan.toml"), r"方案\plan.toml");
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("组织“聚力”"), "'\"组织“聚力”\"'");
    }
}
