//! What the program says, in each language: one `match` a kind of text, so that none can be missing.

mod answers;
mod diagnostics;
mod en;
mod help;
mod imports;
mod ledger;
mod recurrence;
mod reports;
mod screens;
mod several;
mod terms;
mod zh;

use answers::Answers;
use diagnostics::Diagnostics;
use help::Help;
use imports::Imports;
use ledger::Ledgers;
use recurrence::Recurrences;
use reports::Reports;
use screens::Screens;
use several::Severals;
use terms::Terms;

pub use answers::{ArgumentError, ChangeError, Confirmation, Editing, FileError, Measured, NotSaved, Takes};
pub use help::{HelpTexts, HelpWords, ParseError, VerbHelp};
pub use imports::{ImportError, Imported};
pub use ledger::{FigureColumn, FilledIn, PageWord, PhaseColumn, SheetName};
pub use recurrence::Recurrence;
pub use reports::{Lacking, Reminded, percent};
pub use screens::{Compared, Drawn, Glance, Listing, Remark};
pub use several::{PlanColumn, SeveralError};
pub use terms::{Label, Tally};

pub use crate::model::language::Language;

/// Everything that is said.
pub trait Messages:
    Terms + Screens + Answers + Diagnostics + Help + Imports + Recurrences + Reports + Ledgers + Severals + Sync
{
}

impl<
    T: Terms
        + Screens
        + Answers
        + Diagnostics
        + Help
        + Imports
        + Recurrences
        + Reports
        + Ledgers
        + Severals
        + Sync,
> Messages for T
{
}

impl Language {
    pub fn messages(self) -> &'static dyn Messages {
        match self {
            Language::En => &en::English,
            Language::Zh => &zh::Chinese,
        }
    }
}
