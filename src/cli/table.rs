//! Items as rows of a table.

use crate::messages::{Label, Messages};
use crate::model::agenda::{Agenda, Item};
use crate::model::plan::{Basis, Plan};
use crate::model::status::Status;
use crate::terminal::{Cell, Listing, Screen, Section, Tone};

/// What a row needs to know of its listing.
pub(crate) struct Rows<'c> {
    /// The words of the reader's language.
    pub(crate) messages: &'static dyn Messages,
    /// The plan on its day.
    pub(crate) agenda: &'c Agenda<'c>,
    /// Where it will be shown.
    pub(crate) screen: Screen,
}

/// Which columns a listing has beside those that it always has.
#[derive(Clone, Copy)]
struct Columns {
    words: bool,
    owner: bool,
}

impl<'c> Rows<'c> {
    /// Lays `sections` out, with the names of the columns above them if `named`.
    ///
    /// Where the titles do not fit, words that only repeat the date are left out first.
    pub(crate) fn listing(&self, sections: &[(Option<String>, Vec<Item<'c>>)], named: bool) -> String {
        let whole = self.table(sections, named, true);
        if whole.fits(self.screen) {
            return whole.render(self.screen);
        }
        self.table(sections, named, false).render(self.screen)
    }

    fn table(&self, sections: &[(Option<String>, Vec<Item<'c>>)], named: bool, repeat: bool) -> Listing {
        let items = || sections.iter().flat_map(|(_, items)| items);
        let columns = Columns {
            words: items().any(|item| !self.words_of(item, repeat).is_empty()),
            owner: items().any(|item| item.activity.details.owner.is_some()),
        };
        let header = if named { self.header(columns) } else { Vec::new() };
        let sections = sections.iter().map(|(heading, items)| Section {
            heading: heading.clone(),
            rows: items.iter().map(|item| self.row(item, columns, repeat)).collect(),
        });
        Listing { header, sections: sections.collect(), spaced: !named }
    }

    fn header(&self, columns: Columns) -> Vec<String> {
        let all = [
            (Label::Id, true),
            (Label::Status, true),
            (Label::Due, true),
            (Label::Words, columns.words),
            (Label::Owner, columns.owner),
            (Label::Title, true),
        ];
        all.iter()
            .filter(|(_, shown)| *shown)
            .map(|(label, _)| self.messages.label(*label).to_uppercase())
            .collect()
    }

    fn row(&self, item: &Item<'c>, columns: Columns, repeat: bool) -> Vec<Cell> {
        let activity = item.activity;
        let day = activity.due_on(self.agenda.today).day;
        let due = day.map_or_else(String::new, |day| self.messages.day(day));
        let mut row = vec![
            Cell::new(&activity.id, Tone::Plain),
            Cell::new(
                &self.messages.status(item.standing.status, item.standing.days),
                tone(item.standing.status),
            ),
            Cell::new(&due, Tone::Plain),
        ];
        if columns.words {
            row.push(Cell::new(&self.words_of(item, repeat), Tone::Faint));
        }
        if columns.owner {
            row.push(Cell::new(activity.details.owner.as_deref().unwrap_or_default(), Tone::Plain));
        }
        row.push(Cell::new(&activity.title, Tone::Plain));
        row
    }

    /// Returns the document's words for the deadline, or what it was before it was moved.
    fn words_of(&self, item: &Item<'c>, repeat: bool) -> String {
        let activity = item.activity;
        let due = activity.due_on(self.agenda.today);
        let original = activity.original_due();
        if original.day != due.day {
            return self.messages.was(original, activity.was_moved_late(self.agenda.today));
        }
        match &due.words {
            Some(messages) if repeat || due.basis != Basis::Day => messages.to_string(),
            _ => String::new(),
        }
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

/// Returns the lines that head a listing: the plan's title and its file.
pub(crate) fn head(plan: &Plan<'_>, file: &str, screen: Screen) -> String {
    let title = crate::terminal::paint(&crate::terminal::one_line(&plan.title), Tone::Strong, screen);
    format!("{title}   {}\n", crate::terminal::one_line(file))
}
