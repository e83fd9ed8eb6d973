//! What is known of the terminal, and colour.

#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// How many cells a line has; None for a pipe, where nothing is wrapped.
    pub width: Option<usize>,
    /// Whether colour may be used.
    pub color: bool,
}

/// What colour supports; it never carries meaning alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Late,
    Near,
    Bad,
    Faint,
    Strong,
}

/// Returns `text` in the colour of `tone`, where the screen has colour.
pub fn paint(text: &str, tone: Tone, terminal: Terminal) -> String {
    let code = match tone {
        _ if !terminal.color => return text.to_owned(),
        Tone::Plain => return text.to_owned(),
        Tone::Good => "32",
        Tone::Late => "35",
        Tone::Near => "33",
        Tone::Bad => "1;31",
        Tone::Faint => "2",
        Tone::Strong => "1",
    };
    format!("\u{1B}[{code}m{text}\u{1B}[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_wraps_words_that_say_the_same_without_it() {
        let terminal = Terminal { width: None, color: true };
        assert_eq!(paint("逾期", Tone::Bad, terminal), "\u{1B}[1;31m逾期\u{1B}[0m");
        assert_eq!(paint("逾期", Tone::Bad, Terminal::default()), "逾期");
    }
}
