//! What the program says, in each language: one `match` a kind of text, so that none can be missing.

mod answers;
mod diagnostics;
mod en;
mod reports;
mod screens;
mod terms;
mod zh;

use answers::Answers;
use diagnostics::Diagnostics;
use reports::Reports;
use screens::Screens;
use terms::Terms;

pub use answers::{ArgumentError, ChangeError, Confirmation, FileError};
pub use reports::percent;
pub use screens::{Compared, Drawn, Glance, Listing};
pub use terms::Label;

/// Everything that is said.
pub trait Messages: Terms + Screens + Answers + Diagnostics + Reports + Sync {}

impl<T: Terms + Screens + Answers + Diagnostics + Reports + Sync> Messages for T {}

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    En,
    Zh,
}

impl Language {
    /// Returns the language that `name` means: `zh`, `en`, or a locale such as `zh_CN.UTF-8`.
    pub fn named(name: &str) -> Option<Language> {
        match name.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    pub fn messages(self) -> &'static dyn Messages {
        match self {
            Language::En => &en::English,
            Language::Zh => &zh::Chinese,
        }
    }
}
