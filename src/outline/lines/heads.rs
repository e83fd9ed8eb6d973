//! Whether a date alone heads the lines below it, or belongs to the name above it.
//!
//! A list that begins with a date is one of dates that head what stands below them, throughout.

use std::collections::BTreeSet;

use super::dated::{Dated, Form};
use super::headings::Key;
use super::line::Line;
use super::sections::is_group;
use crate::outline::dates::begins_with_hour;
use crate::outline::numbering::Style;

/// The lines of one level between two that stand above them.
struct List {
    key: Key,
    has_name: bool,
    /// Whether its first date stands before what it is of.
    is_date_first: Option<bool>,
    dates: Vec<usize>,
    has_bare: bool,
    /// Whether times of day follow a date.
    has_hours: bool,
}

/// The lines with a date that is also that of the undated lines below them; `dates` is what each line says.
pub fn heads(items: &[Option<Line>], dates: &[Option<&Dated>]) -> BTreeSet<usize> {
    let (mut lists, mut open): (Vec<List>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut above: Option<Key> = None;
    for ((at, line), dated) in items.iter().enumerate().zip(dates) {
        let Some(line) = line else {
            open.clear();
            above = None;
            continue;
        };
        let key = Key::of(line);
        if line.is_heading() || line.is_lead() || line.is_title() && !is_group(&line.text) {
            let bullet = Key::Numbered(Style::Bullet);
            open.retain(|list| lists[*list].key.is_above(key) && lists[*list].key != bullet);
        }
        let own = open.iter().copied().find(|list| lists[*list].key == key).unwrap_or_else(|| {
            lists.push(List::of(key));
            open.push(lists.len() - 1);
            lists.len() - 1
        });
        // A name in a list, with its date on the next line.
        lists[own].has_name |= above.is_some_and(|above| above.is_above(key));
        lists[own].see(at, line, *dated);
        above = (dated.is_none() && !line.is_heading()).then_some(key);
    }
    lists.into_iter().filter(List::is_of_heads).flat_map(|list| list.dates).collect()
}

impl List {
    fn of(key: Key) -> List {
        let (has_name, has_bare, has_hours) = (false, false, false);
        List { key, has_name, is_date_first: None, dates: Vec::new(), has_bare, has_hours }
    }

    fn see(&mut self, at: usize, line: &Line, dated: Option<&Dated>) {
        let is_bare = dated.is_some_and(Dated::is_bare);
        let is_first = dated.is_some_and(|dated| dated.form == Form::First);
        // Without a sign in front, what begins with a date may be a sentence.
        if is_bare || is_first && self.key != Key::Plain {
            self.is_date_first.get_or_insert(!is_bare || !self.has_name);
            self.has_bare |= is_bare;
            self.dates.push(at);
        }
        self.has_name |= line.is_name() && !is_bare && is_group(&line.text);
        self.has_hours |= !self.dates.is_empty() && begins_with_hour(&line.text);
    }

    fn is_of_heads(&self) -> bool {
        self.is_date_first == Some(true) && self.has_bare && (self.dates.len() > 1 || self.has_hours)
    }
}
