//! One spelling for what documents spell in many ways: full-width forms, dashes, spaces, quotes.

/// A phrase longer than this is a sentence, not a date.
const LONGEST: usize = 120;

/// Text with one spelling, and the language that it is to be read in.
pub enum Normalised {
    Chinese(String),
    English(String),
    /// Digits alone: which language they are written in, only the plan can say.
    Digits(String),
}

/// Rewrites the words, or gives nothing for text too long to be a date.
///
/// Chinese text loses its spaces (6 月 16 日) except between digits, where dropping one would make
/// another number. Text in digits alone is read as Chinese: 5.7-5.11.
pub fn normalise(words: &str) -> Option<Normalised> {
    let words = words.trim();
    if words.len() > LONGEST * 4 || words.chars().count() > LONGEST {
        return None;
    }
    let has_han = words.chars().any(is_han);
    let has_letters = words.chars().any(|c| same(c).is_ascii_alphabetic());
    let english = has_letters && !has_han;
    let mut text = String::with_capacity(words.len());
    let mut space = false;
    for written in words.chars() {
        let c = same(written);
        if c == ' ' {
            space = true;
        } else if !is_invisible(c) && (english || !is_quote(c)) {
            if space && (english || between_digits(&text, c)) {
                text.push(' ');
            }
            space = false;
            text.push(c);
        }
    }
    // Stops at the end of a table cell mean nothing; that of 8.7. shows how its numbers are meant.
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    let keeps_stop = !has_letters && !has_han && numbers > 1 && numbers == text.matches('.').count();
    text.truncate(text.trim_end_matches([' ', '。', ';', ',', '.']).len());
    text.extend(keeps_stop.then_some('.'));
    Some(if english {
        Normalised::English(text)
    } else if has_han {
        Normalised::Chinese(text)
    } else {
        Normalised::Digits(text)
    })
}

fn between_digits(before: &str, after: char) -> bool {
    after.is_ascii_digit() && before.ends_with(|c: char| c.is_ascii_digit())
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{2f00}'..='\u{2fd5}' | '〇')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '「' | '」' | '"')
}

/// The spelling that the grammars know.
fn same(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '[' | '【' | '〖' => '(',
        ']' | '】' | '〗' => ')',
        '\u{21}'..='\u{7e}' => c,
        '\u{ff01}'..='\u{ff5e}' => full_width(c),
        '○' | '◯' | '零' => '〇',
        '—' | '–' | '―' | '‒' | '−' | '‐' | '‑' | '﹣' | '─' | '﹘' => '-',
        '〜' | '∼' | '˜' | '∽' => '~',
        '∶' | '︰' => ':',
        '·' | '•' | '・' => '.',
        '’' | '‘' => '\'',
        '號' => '号',
        '後' => '后',
        // Text copied out of a PDF often holds the radicals in place of the characters.
        '⽉' => '月',
        '⽇' => '日',
        '⼀' => '一',
        '⼆' => '二',
        '⼋' => '八',
        '⼗' => '十',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

fn full_width(c: char) -> char {
    char::from_u32(u32::from(c) - 0xfee0).map_or(c, |narrow| narrow.to_ascii_lowercase())
}
