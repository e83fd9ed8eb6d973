//! A supervision ledger: the names of its columns, and what stands in its cells.

use chrono::NaiveDate;

use super::terms::Terms;
use crate::model::agenda::{By, Item};
use crate::model::ledger::{Column, Light, Value};

/// The sheets of a workbook.
#[derive(Debug, Clone, Copy)]
pub enum SheetName {
    Ledger,
    Phases,
    Figures,
}

/// The columns of the sheet of phases, in their order.
#[derive(Debug, Clone, Copy)]
pub enum PhaseColumn {
    Id,
    Title,
    Start,
    End,
    Words,
}

impl PhaseColumn {
    pub const ALL: [PhaseColumn; 5] =
        [PhaseColumn::Id, PhaseColumn::Title, PhaseColumn::Start, PhaseColumn::End, PhaseColumn::Words];
}

/// The columns of the sheet of figures, in their order.
#[derive(Debug, Clone, Copy)]
pub enum FigureColumn {
    Name,
    Total,
    /// What has fallen due; the next three together.
    FallenDue,
    OnTime,
    Late,
    NotDone,
    Rate,
    Overdue,
}

impl FigureColumn {
    pub const ALL: [FigureColumn; 8] = [
        FigureColumn::Name,
        FigureColumn::Total,
        FigureColumn::FallenDue,
        FigureColumn::OnTime,
        FigureColumn::Late,
        FigureColumn::NotDone,
        FigureColumn::Rate,
        FigureColumn::Overdue,
    ];
}

/// The headings of a page.
#[derive(Debug, Clone, Copy)]
pub enum PageWord {
    Timeline,
    Activities,
    Figures,
    /// Before the field in which words are typed.
    Filter,
}

/// What is said of a row that somebody filled in, after its place.
#[derive(Debug, Clone, Copy)]
pub enum FilledIn<'a> {
    NoSuchId {
        id: &'a str,
    },
    /// The id belongs to an activity of another title.
    OtherTitle {
        item: &'a str,
    },
    /// Something was filled in, and no id tells for what.
    NoId,
    Cancelled {
        id: &'a str,
    },
    /// A column is gone, or has another name.
    NoColumn {
        name: &'a str,
    },
    NoDay {
        words: &'a str,
    },
    /// It cannot have been done on a day that is still to come.
    NotYet {
        words: &'a str,
    },
    /// It cannot be expected on a day that is past.
    Past {
        words: &'a str,
    },
    CannotBeTyped,
    /// Several plans have the activity, or it is not said which.
    NoPlan {
        id: &'a str,
    },
    /// So many rows are of other plans; it has no place.
    OfOthers {
        rows: usize,
        names: &'a str,
    },
    /// Nothing was filled in that the plan does not say already; it has no place.
    Nothing,
}

pub trait Ledgers: Terms {
    fn filled_in(&self, said: &FilledIn<'_>) -> String;
    fn page_word(&self, word: PageWord) -> &'static str;
    fn column(&self, column: Column) -> &'static str;
    /// What stands below the title of a ledger that a unit fills in.
    fn to_be_filled_in(&self, owner: &str, day: NaiveDate) -> String;
    /// What a cell says that takes a date and nothing else.
    fn takes_a_date(&self) -> &'static str;
    fn sheet_name(&self, sheet: SheetName) -> &'static str;
    fn phase_column(&self, column: PhaseColumn) -> &'static str;
    fn figure_column(&self, column: FigureColumn) -> &'static str;
    /// What stands for all activities of the plan.
    fn everything(&self) -> &'static str;
    /// What figures are told apart by, over their names.
    fn by(&self, by: By) -> &'static str;
    /// What stands for what belongs to nobody.
    fn nobody(&self, by: By) -> &'static str;
    fn light(&self, light: Light) -> &'static str;
    /// The foot of a printed page, in the notation of spreadsheets: `&P` of `&N`.
    fn page_number(&self) -> &'static str;
    /// What stands below the title: who fills it in, and as of which day.
    fn ledger_subtitle(&self, office: Option<&str>, day: NaiveDate) -> String;
    /// The last word on progress, and how far it has come.
    fn progress(&self, on: Option<NaiveDate>, text: Option<&str>, percent: Option<u32>) -> String;
    /// That no format was named, and the name of the file has no ending that names one.
    fn no_format(&self, formats: &str) -> String;
    /// That what only programs read would go to a screen.
    fn not_for_screens(&self) -> &'static str;
    /// That a folder has to be named, into which several files go.
    fn no_folder(&self) -> &'static str;
    /// That nobody answers for anything.
    fn nobody_to_ask(&self) -> &'static str;
    /// That a large plan is being written out.
    fn exporting(&self) -> &'static str;
    /// The deadline of an item in one cell: the day, and in brackets what the document says of it.
    fn due(&self, item: &Item<'_>) -> String {
        match (item.due.day, item.words) {
            (Some(day), Some(words)) => self.aside(&day.to_string(), words),
            (Some(day), None) => day.to_string(),
            (None, words) => words.unwrap_or_default().to_owned(),
        }
    }

    /// A cell as text.
    fn cell(&self, value: &Value<'_>) -> String {
        match value {
            Value::Nothing => String::new(),
            Value::Count(count) => count.to_string(),
            Value::Day(day) => day.to_string(),
            Value::Text(text) => text.clone().into_owned(),
            Value::Names(names) => names.join(self.comma()),
            Value::Progress { on, text, percent } => self.progress(*on, *text, *percent),
            Value::Status(status, days) => self.status(*status, *days),
        }
    }
}
