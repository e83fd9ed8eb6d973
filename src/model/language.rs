//! The languages in which a plan can be shown.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    En,
    Zh,
}

impl Language {
    /// What `lang` and `--lang` take.
    pub const CODES: [&str; 2] = ["zh", "en"];

    /// Returns what `lang` takes for it.
    pub fn code(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
        }
    }

    /// Returns the language that `text` is written in.
    pub fn of(text: &str) -> Language {
        let is_chinese = |c| matches!(c, '\u{4e00}'..='\u{9fff}');
        if text.chars().any(is_chinese) { Language::Zh } else { Language::En }
    }

    /// The language as pages name it: BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-CN",
        }
    }

    /// Returns the language that `name` means: a code, or a locale such as `zh_CN.UTF-8`.
    pub fn named(name: &str) -> Option<Language> {
        match name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }
}
