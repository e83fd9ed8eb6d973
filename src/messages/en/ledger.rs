//! A supervision ledger, in English.

use chrono::NaiveDate;

use super::English;
use crate::messages::ledger::{FigureColumn, FilledIn, Ledgers, PageWord, PhaseColumn, SheetName};
use crate::messages::reports::Reports;
use crate::messages::terms::if_any;
use crate::model::agenda::By;
use crate::model::ledger::{Column, Light};

impl Ledgers for English {
    fn column(&self, column: Column) -> &'static str {
        match column {
            Column::Plan => "Plan",
            Column::Number => "No.",
            Column::Group => "Group",
            Column::Task => "Activity",
            Column::Requirements => "Requirements",
            Column::Leader => "Leader",
            Column::Lead => "Lead",
            Column::Owners => "Owner",
            Column::Support => "Support",
            Column::Due => "Due",
            Column::Words => "Due as written",
            Column::OriginalDue => "Originally due",
            Column::Progress => "Progress",
            Column::Reason => "Reason for delay",
            Column::DoneOn => "Done on",
            Column::Standing => "Status",
            Column::DaysLate => "Days late",
            Column::VerifiedOn => "Verified on",
            Column::Evidence => "Evidence",
            Column::Remark => "Remark",
            Column::Id => "Id",
            Column::News => "News",
            Column::Expected => "Expected",
        }
    }

    fn page_word(&self, word: PageWord) -> &'static str {
        match word {
            PageWord::Timeline => "Timeline",
            PageWord::Activities => "Activities",
            PageWord::Figures => "Figures",
            PageWord::Filter => "Only with",
        }
    }

    fn no_format(&self, formats: &str) -> String {
        format!("name one of the formats: {formats}")
    }

    fn not_for_screens(&self) -> &'static str {
        "a screen cannot show this format: name a file with -o FILE"
    }

    fn to_be_filled_in(&self, owner: &str, day: NaiveDate) -> String {
        format!(
            "To be filled in by {owner}, as of {}: the last four columns; dates as 2026-06-10",
            self.full_date(day)
        )
    }

    fn takes_a_date(&self) -> &'static str {
        "a date, as in 2026-06-10"
    }

    fn no_folder(&self) -> &'static str {
        "each owner gets a ledger: name the folder for them with -o FOLDER"
    }

    fn nobody_to_ask(&self) -> &'static str {
        "nobody answers for any of these: there is no ledger to fill in"
    }

    fn exporting(&self) -> &'static str {
        "Exporting ..."
    }

    fn filled_in(&self, said: &FilledIn<'_>) -> String {
        match said {
            FilledIn::NoSuchId { id } => format!(": the plan has no {id}"),
            FilledIn::OtherTitle { item } => {
                format!(": the id is that of \"{item}\", the title is another one; left out")
            }
            FilledIn::NoDay { words } => {
                format!(": \"{words}\" is no date that can be read: write it as 2026-06-10")
            }
            FilledIn::NoId => ": filled in, but no id says for what; left out".into(),
            FilledIn::Cancelled { id } => format!(": {id} is cancelled; left out"),
            FilledIn::NoColumn { name } => format!(": there is no column \"{name}\", so it was not read"),
            FilledIn::NotYet { words } => format!(": done on \"{words}\", which is still to come; left out"),
            FilledIn::Past { words } => format!(": expected on \"{words}\", which is past; left out"),
            FilledIn::CannotBeTyped => ": holds a character that no command can be given; left out".into(),
            FilledIn::NoPlan { id } => format!(": it does not say which plan {id} belongs to; left out"),
            FilledIn::OfOthers { rows, names } => format!("Rows of other plans ({names}), not read: {rows}."),
            FilledIn::Nothing => "Nothing was filled in that the plan does not say already.".into(),
        }
    }

    fn sheet_name(&self, sheet: SheetName) -> &'static str {
        match sheet {
            SheetName::Ledger => "Ledger",
            SheetName::Phases => "Phases",
            SheetName::Figures => "Figures",
        }
    }

    fn phase_column(&self, column: PhaseColumn) -> &'static str {
        match column {
            PhaseColumn::Id => "Id",
            PhaseColumn::Title => "Phase",
            PhaseColumn::Start => "Start",
            PhaseColumn::End => "End",
            PhaseColumn::Words => "As written",
        }
    }

    fn figure_column(&self, column: FigureColumn) -> &'static str {
        match column {
            FigureColumn::Name => "Name",
            FigureColumn::Total => "Activities",
            FigureColumn::FallenDue => "Fallen due",
            FigureColumn::OnTime => "On time",
            FigureColumn::Late => "Late",
            FigureColumn::NotDone => "Not done",
            FigureColumn::Rate => "On-time rate",
            FigureColumn::Overdue => "Overdue",
        }
    }

    fn everything(&self) -> &'static str {
        "Total"
    }

    fn by(&self, by: By) -> &'static str {
        match by {
            By::Owner => "Owner",
            By::Group => "Group",
            By::Phase => "Phase",
        }
    }

    fn nobody(&self, by: By) -> &'static str {
        match by {
            By::Owner => "without an owner",
            By::Group => "without a group",
            By::Phase => "without a phase",
        }
    }

    fn light(&self, light: Light) -> &'static str {
        match light {
            Light::Red => "red: overdue",
            Light::Yellow => "yellow: due soon, or expected late",
            Light::Green => "green: done on time",
            Light::Blue => "blue: done late",
        }
    }

    fn page_number(&self) -> &'static str {
        "&C&P of &N"
    }

    fn ledger_subtitle(&self, office: Option<&str>, day: NaiveDate) -> String {
        let office = if_any(office, |office| format!("Kept by {office}, "));
        format!("{office}as of {}", self.full_date(day))
    }

    fn progress(&self, on: Option<NaiveDate>, text: Option<&str>, percent: Option<u32>) -> String {
        let on = if_any(on, |on| format!("{}: ", self.full_date(on)));
        let percent = if_any(percent, |percent| format!("{percent}% done"));
        let between = if text.is_some() && !percent.is_empty() { "; " } else { "" };
        format!("{on}{}{between}{percent}", text.unwrap_or_default())
    }
}
