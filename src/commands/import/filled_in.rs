//! A ledger that a unit filled in, against the plan: the commands that record what it says. Nothing is changed.

use chrono::NaiveDate;

use super::compare::up_to_date;
use crate::cli::{
    Answer, Block, Exit, Opened,
    typing::{can_be_typed, option, quoted},
};
use crate::messages::{FilledIn, Language, Messages};
use crate::model::agenda::Item;
use crate::model::date::{DatePhrase, day_from, day_not_after};
use crate::model::ledger::{Column, FILLED_IN};
use crate::model::text::{clean_lines, is_blank, look_the_same, one_line, to_be_pasted};
use crate::outline::document::{Block as Part, Cell, Document, Place, Row, Table};

/// What of a ledger is read: whose row it is, and what was filled in.
const COLUMNS: [Column; 6] =
    [Column::Id, Column::Task, Column::News, Column::DoneOn, Column::Reason, Column::Expected];

/// A ledger of ours.
pub(super) struct Ledger<'d> {
    /// In whose words its columns are named.
    messages: &'static dyn Messages,
    head: &'d Row,
    rows: &'d [Row],
    at: Places,
}

/// Where each of [`COLUMNS`] stands; somebody may have taken one out, or given it another name.
type Places = [Option<usize>; COLUMNS.len()];

/// Returns the ledgers in a document that were handed out to be filled in.
pub(super) fn find(document: &Document) -> Vec<Ledger<'_>> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Part::Table(table) => ledger(table),
        Part::Paragraph(_) => None,
    });
    tables.collect()
}

fn ledger(table: &Table) -> Option<Ledger<'_>> {
    let languages = [Language::Zh, Language::En].map(Language::messages);
    table.rows.iter().enumerate().take(10).find_map(|(row, head)| {
        let (messages, at) =
            languages.iter().find_map(|messages| Some((*messages, heads(head, *messages)?)))?;
        Some(Ledger { messages, head, rows: &table.rows[row + 1..], at })
    })
}

/// Returns where the columns stand below a head that tells whose row it is, and has one that only such a ledger has.
fn heads(head: &Row, messages: &dyn Messages) -> Option<Places> {
    let find = |column| {
        let is_it = |cell: &&Cell| look_the_same(&cell.text(), messages.column(column));
        head.cells.iter().find(is_it).map(|cell| cell.column)
    };
    let at = COLUMNS.map(find);
    let [id, task, news, _, _, expected] = at;
    (id.is_some() && task.is_some() && (news.is_some() || expected.is_some())).then_some(at)
}

/// Says what ledgers say of the plan, whose file the `document` is compared with.
pub(super) fn answer(ledgers: &[Ledger<'_>], plan: &Opened<'_>, document: &str) -> Answer {
    let (mut commands, mut doubts) = (Vec::new(), Vec::new());
    for ledger in ledgers {
        ledger.record(plan, &mut commands, &mut doubts);
    }
    let mut screen = plan.screen();
    screen.head = Some((plan.title().to_owned(), format!("{} → {document}", plan.file())));
    let nothing = commands.is_empty() && doubts.is_empty();
    screen.blocks.extend(nothing.then(|| Block::line(plan.messages.filled_in(&FilledIn::Nothing))));
    let exit = if doubts.is_empty() { Exit::Success } else { Exit::CouldNot };
    if !doubts.is_empty() {
        screen.blocks.push(Block::Lines { heading: None, lines: doubts });
    }
    screen.blocks.extend(up_to_date(&commands, plan.messages));
    Answer { exit, ..screen.into() }
}

impl Ledger<'_> {
    fn record(&self, plan: &Opened<'_>, commands: &mut Vec<String>, doubts: &mut Vec<String>) {
        for (column, at) in COLUMNS.into_iter().zip(self.at) {
            if at.is_none() {
                let name = self.messages.column(column);
                doubts.push(doubt(&self.head.place, &FilledIn::NoColumn { name }, plan.messages));
            }
        }
        let agenda = plan.agenda();
        let items: Vec<Item<'_>> = agenda.items().collect();
        for row in self.rows {
            let filled = Filled { plan, row, at: self.at };
            let id = filled.text(Column::Id);
            let item = items.iter().find(|item| item.id.eq_ignore_ascii_case(&id));
            match item {
                Some(item) if look_the_same(&clean_lines(item.title), &filled.text(Column::Task)) => {
                    filled.record(item, commands, doubts);
                }
                Some(item) => {
                    doubts.push(filled.doubt(Column::Task, &FilledIn::OtherTitle { item: item.title }));
                }
                None if !is_blank(&id) => {
                    doubts.push(filled.doubt(Column::Id, &FilledIn::NoSuchId { id: &id }));
                }
                None if filled.says_something() => doubts.push(filled.doubt(Column::Id, &FilledIn::NoId)),
                None => {}
            }
        }
    }
}

/// A row that somebody filled in.
struct Filled<'a> {
    plan: &'a Opened<'a>,
    row: &'a Row,
    at: Places,
}

impl Filled<'_> {
    fn column(&self, column: Column) -> Option<usize> {
        COLUMNS.iter().position(|known| *known == column).and_then(|at| self.at[at])
    }

    fn cell(&self, column: Column) -> Option<&Cell> {
        let at = self.column(column)?;
        self.row.cells.iter().find(|cell| cell.column == at)
    }

    fn text(&self, column: Column) -> String {
        self.cell(column).map(Cell::text).unwrap_or_default()
    }

    fn says_something(&self) -> bool {
        FILLED_IN.iter().any(|column| !is_blank(&self.text(*column)))
    }

    /// Offers the commands that record the row; what was recorded already is not offered again.
    fn record(&self, item: &Item<'_>, commands: &mut Vec<String>, doubts: &mut Vec<String>) {
        if item.cancelled.is_some() {
            doubts.extend(
                self.says_something().then(|| self.doubt(Column::Id, &FilledIn::Cancelled { id: item.id })),
            );
            return;
        }
        let done = self.day(Column::DoneOn, item.done, doubts);
        let expected = self.day(Column::Expected, item.details.expected, doubts).map(|day| day.to_string());
        let news = self.words(Column::News, item, doubts);
        let reason = self.words(Column::Reason, item, doubts);
        let located = self.plan.located;
        if let Some(day) = done {
            commands.push(located.command(&format!("done {} --on {day}", quoted(item.id))));
        }
        let options = [option("--why", reason.as_deref()), option("--expect", expected.as_deref())].concat();
        if news.is_some() || !options.is_empty() {
            let id = quoted(item.id);
            let note = match news.as_deref() {
                Some(news) if news.starts_with('-') => format!("note{options} -- {id} {}", quoted(news)),
                Some(news) => format!("note {id} {}{options}", quoted(news)),
                None => format!("note {id}{options}"),
            };
            commands.push(located.command(&note));
        }
    }

    /// Returns what was written into a cell and no note says yet, on one line, as it can be typed.
    fn words(&self, column: Column, item: &Item<'_>, doubts: &mut Vec<String>) -> Option<String> {
        let words = to_be_pasted(&self.text(column));
        let says_it = |text: &Option<_>| text.as_deref().is_some_and(|said| look_the_same(said, &words));
        if is_blank(&words) || item.notes().any(|note| says_it(&note.text) || says_it(&note.why)) {
            return None;
        }
        if !can_be_typed(&quoted(&words)) {
            doubts.push(self.doubt(column, &FilledIn::CannotBeTyped));
            return None;
        }
        Some(words)
    }

    /// Reads a day that was not `recorded` yet; what is none, or none that can be recorded, is named with its cell.
    fn day(
        &self,
        column: Column,
        recorded: Option<NaiveDate>,
        doubts: &mut Vec<String>,
    ) -> Option<NaiveDate> {
        let cell = self.cell(column)?;
        let words = cell.text();
        if is_blank(&words) {
            return None;
        }
        let today = self.plan.day.today;
        let doubt = match cell.day.or_else(|| self.read(column, &words)) {
            Some(day) if recorded == Some(day) => return None,
            Some(day) if column == Column::DoneOn && today < day => FilledIn::NotYet { words: &words },
            Some(day) if column == Column::Expected && day < today => FilledIn::Past { words: &words },
            Some(day) => return Some(day),
            None => FilledIn::NoDay { words: &words },
        };
        doubts.push(self.doubt(column, &doubt));
        None
    }

    /// Reads words: what was done lies behind us, what is expected before us.
    fn read(&self, column: Column, words: &str) -> Option<NaiveDate> {
        let (today, calendar) = (self.plan.day.today, self.plan.calendar(None));
        let reading = if column == Column::DoneOn {
            day_not_after(words, today, &calendar).ok()?
        } else {
            day_from(&DatePhrase::parse(words).ok()?, today, &calendar).ok()?.0
        };
        reading.day().filter(|_| reading.weekday.is_none())
    }

    fn doubt(&self, column: Column, said: &FilledIn<'_>) -> String {
        let place = match &self.row.place {
            Place::Sheet { sheet, row, .. } => {
                let column = self.column(column).map(|at| at + 1);
                Place::Sheet { sheet: sheet.clone(), row: *row, column }
            }
            other => other.clone(),
        };
        doubt(&place, said, self.plan.messages)
    }
}

fn doubt(place: &Place, said: &FilledIn<'_>, messages: &dyn Messages) -> String {
    one_line(&format!("{}{}", messages.place(place), messages.filled_in(said))).into_owned()
}
