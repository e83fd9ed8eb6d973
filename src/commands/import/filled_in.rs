//! A ledger that a unit filled in, against the plans that it was made of: the commands that record what it says. Nothing is changed.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::compare::up_to_date;
use crate::cli::{
    Answer, Block, Exit, Opened, Screen,
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

/// What ledgers say.
#[derive(Default)]
struct Said {
    commands: Vec<String>,
    /// What was not taken, each with its place.
    doubts: Vec<String>,
    /// How many rows are of plans that the ledgers are not compared with, and what these are called.
    of_others: usize,
    others: Vec<String>,
}

/// A plan that a row can be of.
struct Known<'a> {
    plan: &'a Opened<'a>,
    items: Vec<Item<'a>>,
}

/// Says what ledgers say of the plans with which the `document` is compared, under a `title` and where they are.
pub(super) fn answer(
    ledgers: &[Ledger<'_>],
    plans: &[Opened<'_>],
    (title, file): (&str, &str),
    document: &str,
) -> Answer {
    let known = plans.iter().map(|plan| Known { plan, items: plan.agenda().items().collect() });
    let known: Vec<Known<'_>> = known.collect();
    let Some(first) = plans.first() else { return Answer::default() };
    let (mut said, messages) = (Said::default(), first.messages);
    for ledger in ledgers {
        ledger.record(&known, messages, &mut said);
    }
    let Said { commands, doubts, of_others, others } = said;
    let head = Some((title.to_owned(), format!("{file} → {document}")));
    let mut screen = Screen { head, ..Screen::default() };
    let nothing = commands.is_empty() && doubts.is_empty();
    screen.blocks.extend(nothing.then(|| Block::line(messages.filled_in(&FilledIn::Nothing))));
    let exit = if doubts.is_empty() { Exit::Success } else { Exit::CouldNot };
    if !doubts.is_empty() {
        screen.blocks.push(Block::Lines { heading: None, lines: doubts });
    }
    if of_others > 0 {
        let names = &others.join(messages.comma());
        let told = messages.filled_in(&FilledIn::OfOthers { rows: of_others, names });
        screen.blocks.push(Block::line(told));
    }
    screen.blocks.extend(up_to_date(&commands, messages));
    Answer { exit, ..screen.into() }
}

impl Ledger<'_> {
    fn record(&self, plans: &[Known<'_>], messages: &'static dyn Messages, said: &mut Said) {
        for (column, at) in COLUMNS.into_iter().zip(self.at) {
            if at.is_none() {
                let name = self.messages.column(column);
                said.doubts.push(doubt(&self.head.place, &FilledIn::NoColumn { name }, messages));
            }
        }
        let mut called: HashMap<String, Vec<usize>> = HashMap::new();
        for row in self.rows {
            let filled = Filled { row, at: self.at, messages };
            let typed = filled.text(Column::Id);
            let (name, id) =
                typed.rsplit_once([':', '：']).map_or((None, &*typed), |(name, id)| (Some(name), id));
            let is_called = |known: &Known<'_>| name.is_none_or(|name| known.plan.is_called(name));
            let places = called.entry(name.unwrap_or_default().to_owned());
            let places =
                places.or_insert_with(|| (0..plans.len()).filter(|at| is_called(&plans[*at])).collect());
            match (name, &places[..]) {
                (_, [only]) => filled.take(id, &plans[*only], said),
                (Some(name), []) => {
                    said.of_others += 1;
                    if !said.others.iter().any(|known| known == name) {
                        said.others.push(name.to_owned());
                    }
                }
                _ if is_blank(&typed) => filled.take(id, &plans[0], said),
                _ => said.doubts.push(filled.doubt(Column::Id, &FilledIn::NoPlan { id: &typed })),
            }
        }
    }
}

/// A row that somebody filled in.
struct Filled<'a> {
    row: &'a Row,
    at: Places,
    messages: &'static dyn Messages,
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

    /// Takes the row for that of the activity with this id in the plan, if its title is that one's.
    fn take(&self, id: &str, known: &Known<'_>, said: &mut Said) {
        let item = known.items.iter().find(|item| item.id.eq_ignore_ascii_case(id.trim()));
        match item {
            Some(item) if look_the_same(&clean_lines(item.title), &self.text(Column::Task)) => {
                self.record(item, known.plan, said);
            }
            Some(item) => {
                said.doubts.push(self.doubt(Column::Task, &FilledIn::OtherTitle { item: item.title }));
            }
            None if !is_blank(id) => said.doubts.push(self.doubt(Column::Id, &FilledIn::NoSuchId { id })),
            None if self.says_something() => said.doubts.push(self.doubt(Column::Id, &FilledIn::NoId)),
            None => {}
        }
    }

    /// Offers the commands that record the row; what was recorded already is not offered again.
    fn record(&self, item: &Item<'_>, plan: &Opened<'_>, said: &mut Said) {
        let Said { commands, doubts, .. } = said;
        if item.cancelled.is_some() {
            doubts.extend(
                self.says_something().then(|| self.doubt(Column::Id, &FilledIn::Cancelled { id: item.id })),
            );
            return;
        }
        let done = self.day(Column::DoneOn, item.done, plan, doubts);
        let expected =
            self.day(Column::Expected, item.details.expected, plan, doubts).map(|day| day.to_string());
        let news = self.words(Column::News, item, doubts);
        let reason = self.words(Column::Reason, item, doubts);
        let located = plan.located;
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
        plan: &Opened<'_>,
        doubts: &mut Vec<String>,
    ) -> Option<NaiveDate> {
        let cell = self.cell(column)?;
        let words = cell.text();
        if is_blank(&words) {
            return None;
        }
        let today = plan.day.today;
        let doubt = match cell.day.or_else(|| read(column, &words, plan)) {
            Some(day) if recorded == Some(day) => return None,
            Some(day) if column == Column::DoneOn && today < day => FilledIn::NotYet { words: &words },
            Some(day) if column == Column::Expected && day < today => FilledIn::Past { words: &words },
            Some(day) => return Some(day),
            None => FilledIn::NoDay { words: &words },
        };
        doubts.push(self.doubt(column, &doubt));
        None
    }

    fn doubt(&self, column: Column, said: &FilledIn<'_>) -> String {
        let place = match &self.row.place {
            Place::Sheet { sheet, row, .. } => {
                let column = self.column(column).map(|at| at + 1);
                Place::Sheet { sheet: sheet.clone(), row: *row, column }
            }
            other => other.clone(),
        };
        doubt(&place, said, self.messages)
    }
}

fn doubt(place: &Place, said: &FilledIn<'_>, messages: &dyn Messages) -> String {
    one_line(&format!("{}{}", messages.place(place), messages.filled_in(said))).into_owned()
}

/// Reads words: what was done lies behind us, what is expected before us.
fn read(column: Column, words: &str, plan: &Opened<'_>) -> Option<NaiveDate> {
    let (today, calendar) = (plan.day.today, plan.calendar(None));
    let reading = if column == Column::DoneOn {
        day_not_after(words, today, &calendar).ok()?
    } else {
        day_from(&DatePhrase::parse(words).ok()?, today, &calendar).ok()?.0
    };
    reading.day().filter(|_| reading.weekday.is_none())
}
