//! A ledger that a unit filled in, against the plan: the commands that record what it says. Nothing is changed.

use chrono::NaiveDate;

use crate::cli::{
    Answer, Block, Exit, Opened,
    typing::{option, quoted},
};
use crate::messages::{FilledIn, Imported, Language, Messages};
use crate::model::agenda::Item;
use crate::model::date::{DatePhrase, day_from, day_not_after};
use crate::model::ledger::Column;
use crate::model::text::{is_blank, look_the_same, one_line};
use crate::outline::document::{Block as Part, Cell, Document, Place, Row, Table};

/// What of a ledger is read: whose row it is, and what was filled in.
const COLUMNS: [Column; 6] =
    [Column::Id, Column::Task, Column::News, Column::DoneOn, Column::Reason, Column::Expected];

/// A ledger of ours.
pub(super) struct Ledger<'d> {
    rows: &'d [Row],
    /// Where each of [`COLUMNS`] stands.
    at: [usize; COLUMNS.len()],
}

/// Returns the first ledger in a document that was handed out to be filled in.
pub(super) fn find(document: &Document) -> Option<Ledger<'_>> {
    document.blocks.iter().find_map(|block| match block {
        Part::Table(table) => ledger(table),
        Part::Paragraph(_) => None,
    })
}

fn ledger(table: &Table) -> Option<Ledger<'_>> {
    let languages = [Language::Zh, Language::En].map(Language::messages);
    table.rows.iter().enumerate().take(10).find_map(|(row, head)| {
        let at = languages.iter().find_map(|messages| heads(head, *messages))?;
        Some(Ledger { rows: &table.rows[row + 1..], at })
    })
}

/// Returns where the columns stand below a head that names all of them.
fn heads(head: &Row, messages: &dyn Messages) -> Option<[usize; COLUMNS.len()]> {
    let mut at = [0; COLUMNS.len()];
    for (column, at) in COLUMNS.into_iter().zip(&mut at) {
        *at = head.cells.iter().find(|cell| cell.text() == messages.column(column))?.column;
    }
    Some(at)
}

impl Ledger<'_> {
    /// Says what the ledger says of the plan, whose file the document is compared with.
    pub(super) fn answer(&self, plan: &Opened<'_>, document: &str) -> Answer {
        let agenda = plan.agenda();
        let items: Vec<Item<'_>> = agenda.items().collect();
        let (mut commands, mut doubts) = (Vec::new(), Vec::new());
        for row in self.rows {
            let filled = Filled { plan, row, at: self.at };
            let id = filled.text(Column::Id);
            if is_blank(&id) {
                continue;
            }
            match items.iter().find(|item| item.id.eq_ignore_ascii_case(&id)) {
                Some(item) if look_the_same(item.title, &filled.text(Column::Task)) => {
                    filled.record(item, &mut commands, &mut doubts);
                }
                Some(item) => {
                    doubts.push(filled.doubt(Column::Task, &FilledIn::OtherTitle { item: item.title }));
                }
                None => doubts.push(filled.doubt(Column::Id, &FilledIn::NoSuchId { id: &id })),
            }
        }
        let mut screen = plan.screen();
        screen.head = Some((plan.title().to_owned(), format!("{} → {document}", plan.file())));
        let nothing = commands.is_empty() && doubts.is_empty();
        screen.blocks.extend(nothing.then(|| Block::line(plan.messages.filled_in(&FilledIn::Nothing))));
        let exit = if doubts.is_empty() { Exit::Success } else { Exit::CouldNot };
        if !doubts.is_empty() {
            screen.blocks.push(Block::Lines { heading: None, lines: doubts });
        }
        if !commands.is_empty() {
            let lines: String = commands.iter().map(|command| format!("{command}\n")).collect();
            let heading = plan.messages.imported(&Imported::UpToDate);
            screen.blocks.push(Block::Verbatim(format!("{heading}\n{lines}")));
        }
        Answer { exit, ..screen.into() }
    }
}

/// A row that somebody filled in.
struct Filled<'a> {
    plan: &'a Opened<'a>,
    row: &'a Row,
    at: [usize; COLUMNS.len()],
}

impl Filled<'_> {
    fn column(&self, column: Column) -> usize {
        COLUMNS.iter().position(|known| *known == column).map_or(usize::MAX, |at| self.at[at])
    }

    fn cell(&self, column: Column) -> Option<&Cell> {
        let at = self.column(column);
        self.row.cells.iter().find(|cell| cell.column == at)
    }

    fn text(&self, column: Column) -> String {
        self.cell(column).map(Cell::text).unwrap_or_default()
    }

    /// Offers the commands that record the row; what was recorded already is not offered again.
    fn record(&self, item: &Item<'_>, commands: &mut Vec<String>, doubts: &mut Vec<String>) {
        let done = self.day(Column::DoneOn, doubts).filter(|day| item.done != Some(*day));
        let expected = self.day(Column::Expected, doubts).filter(|day| item.details.expected != Some(*day));
        let (news, reason) = (self.text(Column::News), self.text(Column::Reason));
        let is_new = |text: &&str| {
            let said = |text: &Option<_>| text.as_deref().map(str::to_owned);
            !is_blank(text)
                && !item
                    .notes()
                    .any(|note| [said(&note.text), said(&note.why)].contains(&Some((*text).to_owned())))
        };
        let (news, reason) = (Some(&*news).filter(is_new), Some(&*reason).filter(is_new));
        if let Some(day) = done {
            self.offer(&format!("done {} --on {day}", quoted(item.id)), commands);
        }
        let expected = expected.map(|day| day.to_string());
        let options = [option("--why", reason), option("--expect", expected.as_deref())].concat();
        if news.is_some() || !options.is_empty() {
            let news = news.map(|news| format!(" {}", quoted(news))).unwrap_or_default();
            self.offer(&format!("note {}{news}{options}", quoted(item.id)), commands);
        }
    }

    fn offer(&self, verb: &str, commands: &mut Vec<String>) {
        commands.extend(self.plan.located.command_as_it_stands(verb));
    }

    /// Reads a day; what is none is named with its cell.
    fn day(&self, column: Column, doubts: &mut Vec<String>) -> Option<NaiveDate> {
        let cell = self.cell(column)?;
        let words = cell.text();
        if is_blank(&words) {
            return None;
        }
        let day = cell.day.or_else(|| self.read(column, &words));
        if day.is_none() {
            doubts.push(self.doubt(column, &FilledIn::NoDay { words: &words }));
        }
        day
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

    fn doubt(&self, column: Column, doubt: &FilledIn<'_>) -> String {
        let place = match &self.row.place {
            Place::Sheet { sheet, row, .. } => {
                Place::Sheet { sheet: sheet.clone(), row: *row, column: Some(self.column(column) + 1) }
            }
            other => other.clone(),
        };
        let messages = self.plan.messages;
        one_line(&format!("{}{}", messages.place(&place), messages.filled_in(doubt))).into_owned()
    }
}
