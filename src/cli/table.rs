//! Items as rows of a table.

use chrono::Days;

use super::opened::Opened;
use crate::messages::{Label, Listing};
use crate::model::agenda::{Item, Status};
use crate::model::key::ActivityKey;
use crate::model::plan::Basis;
use crate::terminal::{Cell, Section, Table, Tone};

/// A heading, where there is one, and the items below it.
pub(crate) type Group<'p> = (Option<String>, Vec<Item<'p>>);

/// The columns that every listing begins with: id, status and deadline.
const BEFORE: usize = 3;

/// Which columns a listing has between those and the title.
#[derive(Clone, Copy)]
struct Columns {
    words: bool,
    owner: bool,
}

/// Lays `groups` out, with the names of the columns above them if `named`.
///
/// Where the titles do not fit, words that only repeat the date are left out first.
pub(crate) fn table(groups: &[Group<'_>], named: bool, opened: &Opened<'_>) -> Table {
    let whole = Rows { opened, repeat: true }.table(groups, named);
    if whole.fits(opened.terminal) { whole } else { Rows { opened, repeat: false }.table(groups, named) }
}

/// Returns the row of an item in a table of several plans under the heads of those who answer for them.
pub(crate) fn row_of_owner(item: &Item<'_>, opened: &Opened<'_>) -> Vec<Cell> {
    Rows { opened, repeat: true }.row(item, Columns { words: true, owner: false })
}

/// The place of the document's words in such a row.
pub(crate) const WORDS: usize = BEFORE;

/// Returns what is late, and what falls due within `days`, under their headings; without what is empty.
pub(crate) fn late_and_soon<'p>(
    late: &[Item<'p>],
    soon: &[Item<'p>],
    days: u32,
    opened: &Opened<'_>,
) -> Vec<Group<'p>> {
    let today = opened.day.today;
    let until = today.checked_add_days(Days::new(days.into())).unwrap_or(today);
    let soon_heading = Listing::SoonHeading { count: soon.len(), days, until };
    let groups = [(Listing::OverdueHeading(late.len()), late), (soon_heading, soon)];
    let groups = groups.into_iter().filter(|(_, items)| !items.is_empty());
    groups.map(|(heading, items)| (Some(opened.messages.listing(&heading)), items.to_vec())).collect()
}

/// How items become rows.
struct Rows<'o> {
    opened: &'o Opened<'o>,
    /// Whether words are shown that only repeat the date.
    repeat: bool,
}

impl Rows<'_> {
    fn table(&self, groups: &[Group<'_>], named: bool) -> Table {
        let items = || groups.iter().flat_map(|(_, items)| items);
        let columns = Columns {
            words: items().any(|item| !self.words_of(item).is_empty()),
            owner: items().any(|item| item.owner().is_some()),
        };
        let header = if named { self.header(columns) } else { Vec::new() };
        let sections = groups.iter().map(|(heading, items)| Section {
            heading: heading.clone(),
            rows: items.iter().map(|item| self.row(item, columns)).collect(),
        });
        let giving = BEFORE..BEFORE + usize::from(columns.words) + usize::from(columns.owner);
        Table { header, sections: sections.collect(), spaced: !named, giving }
    }

    fn header(&self, columns: Columns) -> Vec<String> {
        let key = |key| self.opened.messages.key(key);
        let mut names =
            vec![key(ActivityKey::Id), self.opened.messages.label(Label::Status), key(ActivityKey::Due)];
        names.extend(columns.words.then(|| key(ActivityKey::Words)));
        names.extend(columns.owner.then(|| key(ActivityKey::Owner)));
        names.push(key(ActivityKey::Title));
        names.into_iter().map(str::to_uppercase).collect()
    }

    fn row(&self, item: &Item<'_>, columns: Columns) -> Vec<Cell> {
        let due = item.due.day.map_or_else(String::new, |day| self.opened.messages.day(day));
        let mut row = vec![
            Cell::new(&self.opened.id(item.id), Tone::Plain),
            Cell::new(&self.opened.messages.status(item.status, item.days), tone(item.status)),
            Cell::new(&due, Tone::Plain),
        ];
        if columns.words {
            row.push(Cell::new(&self.words_of(item), Tone::Faint));
        }
        if columns.owner {
            let owners = item.details.owners.join(self.opened.messages.comma());
            row.push(Cell::new(&owners, Tone::Plain));
        }
        row.push(Cell::new(item.title, Tone::Plain));
        row
    }

    /// Returns the document's words for the deadline, or what it was before it was moved.
    fn words_of(&self, item: &Item<'_>) -> String {
        if item.original.day != item.due.day {
            return self.opened.messages.was(item.original, item.was_moved_late());
        }
        let late = item.was_cancelled_late().then(|| self.opened.messages.label(Label::AskedLate));
        let words = item.words.filter(|_| self.repeat || item.due.basis != Basis::Day);
        late.into_iter().chain(words).collect::<Vec<_>>().join(self.opened.messages.pause())
    }
}

/// Colour only supports what the words say.
pub(crate) fn tone(status: Status) -> Tone {
    match status {
        Status::Overdue => Tone::Bad,
        Status::DueToday | Status::DueSoon => Tone::Near,
        Status::Done => Tone::Good,
        Status::DoneLate => Tone::Late,
        Status::Cancelled | Status::Undated(_) => Tone::Faint,
        Status::Open(_) => Tone::Plain,
    }
}
