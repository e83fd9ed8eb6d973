//! One thing once: what stands in the document in several places comes from the most formal of them.

mod names;
mod phases;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use self::names::{is_clause_of, key};
pub use self::phases::fold_phases;
use super::Outline;
use super::account::{Account, Folded, Left, LeftWhy, Taken};
use super::document::Place;
use super::entry::{Activity, Origin, Time};
use super::placing::{days, words_of};
use super::question::{About, Question};
use super::year::mentions::{Of, mentions};
use crate::model::date::DateRange;

/// Days that are no further apart can be meant for one.
const NEAR: i64 = 45;

/// Days of a sentence that are no further apart from those of a row can be meant for them.
const NEARLY: i64 = 7;

/// More than so many activities are not compared each with each.
const MANY: usize = 2000;

/// Folds the activities that stand there more than once, and leaves the tables that only repeat another.
pub fn fold(outline: &mut Outline) {
    let days = days(outline);
    let mut repeats = Repeats { rows: &outline.activities, days: &days, into: vec![None; days.len()] };
    repeats.by_name();
    if days.len() <= MANY {
        repeats.by_clause(Origin::List);
        repeats.by_clause(Origin::Sentence);
    }
    let editions = repeats.editions();
    let into = repeats.into;
    let mut known = HashMap::new();
    for (at, into) in into.iter().enumerate() {
        if let Some(into) = *into {
            let other = outline.activities[at].clone();
            note(&mut outline.account, &mut known, &outline.activities[into], &other);
            merge(&mut outline.activities[into], other, (days[into], days[at]));
        }
    }
    let mut repeated = wholly_repeated(outline, &into);
    repeated.extend(editions);
    let mut is_kept = into.iter().map(Option::is_none);
    outline.activities.retain(|_| is_kept.next().unwrap_or(true));
    leave(outline, repeated.into_iter().map(|(number, table)| (number, LeftWhy::Repeats { table })));
}

/// Where an activity was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source<'a> {
    Table(usize),
    Sheet(&'a str),
    Text(Origin),
}

impl Source<'_> {
    fn of(activity: &Activity) -> Source<'_> {
        match &activity.place {
            Place::Row { table, .. } => Source::Table(*table),
            Place::Sheet { sheet, .. } => Source::Sheet(sheet),
            _ => Source::Text(activity.origin),
        }
    }

    /// The number of its table, by which the account knows it.
    fn number(self, named: &HashMap<&str, usize>) -> Option<usize> {
        match self {
            Source::Table(number) => Some(number),
            Source::Sheet(sheet) => named.get(sheet).copied(),
            Source::Text(_) => None,
        }
    }
}

/// Which activity is another one, said again.
struct Repeats<'a> {
    rows: &'a [Activity],
    days: &'a [Option<DateRange>],
    /// For each the one that it repeats.
    into: Vec<Option<usize>>,
}

impl Repeats<'_> {
    /// Finds those of one name.
    fn by_name(&mut self) {
        for same in self.of_one_name() {
            let Some(first) = same.iter().copied().min_by_key(|at| (self.rows[*at].origin, *at)) else {
                continue;
            };
            let source = |at: usize| Source::of(&self.rows[at]);
            let (kept, others): (Vec<_>, Vec<_>) = same.iter().partition(|at| source(**at) == source(first));
            let is_lone =
                |at: usize| others.iter().filter(|other| source(**other) == source(at)).count() == 1;
            let of_others: Vec<_> =
                others.iter().map(|at| (*at, self.among(*at, &kept, is_lone(*at)))).collect();
            let again = kept.iter().enumerate().map(|(nth, at)| (*at, self.said_again(*at, &kept[..nth])));
            for (at, into) in again.collect::<Vec<_>>().into_iter().chain(of_others) {
                self.into[at] = into;
            }
        }
    }

    fn of_one_name(&self) -> Vec<Vec<usize>> {
        let (mut same, mut known) = (Vec::<Vec<usize>>::new(), HashMap::new());
        for (at, row) in self.rows.iter().enumerate() {
            let nth = *known.entry(key(&row.title)).or_insert(same.len());
            if nth == same.len() {
                same.push(Vec::new());
            }
            same[nth].push(at);
        }
        same.retain(|same| (2..=MANY).contains(&same.len()) && !key(&self.rows[same[0]].title).is_empty());
        same
    }

    /// The one of those `kept` that is meant: on the same days, or else the only one, with near days or none.
    fn among(&self, at: usize, kept: &[usize], is_lone: bool) -> Option<usize> {
        let mut kept = kept.iter().copied().filter(|other| !self.are_apart(at, *other));
        let on_its_days =
            kept.clone().find(|other| self.days[*other] == self.days[at] && self.days[at].is_some());
        let only = kept.next().filter(|_| is_lone && kept.next().is_none());
        on_its_days.or(only.filter(|other| self.are_near(at, *other)))
    }

    /// The same line of the text on the same days; rows of a table stand each for itself.
    fn said_again(&self, at: usize, before: &[usize]) -> Option<usize> {
        let is_text = matches!(Source::of(&self.rows[at]), Source::Text(_)) && self.days[at].is_some();
        let is_it = |other: &&usize| {
            let (one, other) = (&self.rows[at], (&self.rows[**other], self.days[**other]));
            other.1 == self.days[at] && other.0.phase == one.phase && other.0.group == one.group
        };
        before.iter().find(|other| is_text && is_it(other)).copied()
    }

    fn are_near(&self, one: usize, other: usize) -> bool {
        match (self.days[one], self.days[other]) {
            (Some(one), Some(other)) => (one.end - other.end).num_days().abs() <= NEAR,
            _ => true,
        }
    }

    /// Rows of two tables that are of other groups or others answer for.
    fn are_apart(&self, one: usize, other: usize) -> bool {
        let [one, other] = [&self.rows[one], &self.rows[other]];
        let differ = |one: &Option<String>, other: &Option<String>| matches!((one, other), (Some(one), Some(other)) if !one.contains(other.as_str()) && !other.contains(one.as_str()));
        let other_owners = !one.owners.is_empty() && !other.owners.is_empty() && one.owners != other.owners;
        let in_tables = one.origin == Origin::Table && other.origin == Origin::Table;
        in_tables && (differ(&one.group, &other.group) || other_owners)
    }

    /// The tables that are another one with other days, as that of the year before, and of which each is.
    fn editions(&self) -> HashMap<usize, usize> {
        let table = |at: usize| match Source::of(&self.rows[at]) {
            Source::Table(number) => Some(number),
            _ => None,
        };
        let mut counts: HashMap<usize, (usize, HashMap<usize, usize>)> = HashMap::new();
        for at in 0..self.rows.len() {
            let Some(number) = table(at) else { continue };
            let (rows, others) = counts.entry(number).or_default();
            *rows += 1;
            let of = self.into[at].filter(|into| self.days[*into] != self.days[at]).and_then(table);
            if let Some(of) = of {
                *others.entry(of).or_default() += 1;
            }
        }
        let of = |(number, (rows, others)): (usize, (usize, HashMap<usize, usize>))| {
            let most = others.into_iter().max_by_key(|(_, count)| *count);
            most.filter(|(_, count)| rows >= 3 && count * 10 >= rows * 6).map(|(of, _)| (number, of))
        };
        counts.into_iter().filter_map(of).collect()
    }

    /// Finds in longer lines of this origin the names of more formal ones.
    fn by_clause(&mut self, origin: Origin) {
        for at in (0..self.rows.len()).filter(|at| self.rows[*at].origin == origin) {
            let formal = (0..self.rows.len()).filter(|other| {
                self.rows[*other].origin < origin && self.into[*other].is_none() && self.fits(at, *other)
            });
            let holds = |other: &usize| {
                let (long, short) = (&self.rows[at], &self.rows[*other].title);
                is_clause_of(short, &long.title)
                    || long.content.as_ref().is_some_and(|text| is_clause_of(short, text))
            };
            let mut found = formal.filter(holds);
            if let (None, Some(one), None) = (self.into[at], found.next(), found.next()) {
                self.into[at] = Some(one);
            }
        }
    }

    /// Whether a line may be about a row: without days, on its days, or for a sentence nearly on them.
    fn fits(&self, at: usize, row: usize) -> bool {
        let most = if self.rows[at].origin == Origin::Sentence { NEARLY } else { 0 };
        match (self.days[at], self.days[row]) {
            (Some(days), Some(others)) => (days.end - others.end).num_days().abs() <= most,
            _ => self.rows[at].time == Time::Unsaid,
        }
    }
}

/// Names the other place; `known` says where what is kept stands in the account.
fn note(
    account: &mut Account,
    known: &mut HashMap<(Place, String), usize>,
    kept: &Activity,
    other: &Activity,
) {
    let folded = &mut account.folded;
    let at = known.entry((kept.place.clone(), kept.title.clone())).or_insert_with_key(|(place, title)| {
        folded.push(Folded { title: title.clone(), kept: place.clone(), also: Vec::new() });
        folded.len() - 1
    });
    folded[*at].also.push(other.place.clone());
}

/// Takes from the other what is missing, and asks where the two disagree.
fn merge(kept: &mut Activity, other: Activity, (days, other_days): (Option<DateRange>, Option<DateRange>)) {
    let (words, others) = (words_of(&kept.time), words_of(&other.time));
    if kept.time == Time::Unsaid {
        kept.time = other.time;
        kept.questions.extend(other.questions);
    } else if other.time != Time::Unsaid && (days != other_days || days.is_none() && words != others) {
        let about = About::Disagrees { words, other: others, at: other.place };
        kept.questions.push(Question::at(&kept.place, about));
    }
    kept.phase = kept.phase.or(other.phase);
    if kept.owners.is_empty() {
        (kept.owners, kept.leader) = (other.owners, kept.leader.take().or(other.leader));
    }
    if kept.support.is_empty() {
        kept.support = other.support;
    }
    let texts = [
        (&mut kept.group, other.group),
        (&mut kept.content, other.content),
        (&mut kept.requirements, other.requirements),
        (&mut kept.remark, other.remark),
    ];
    for (kept, other) in texts {
        *kept = kept.take().or(other);
    }
    kept.progress = kept.progress.or(other.progress);
    kept.done = kept.done.take().or(other.done);
}

/// The tables of which all rows stand in another one.
fn wholly_repeated(outline: &Outline, into: &[Option<usize>]) -> HashMap<usize, usize> {
    let taken = outline.account.taken.iter().rev();
    let named: HashMap<&str, usize> =
        taken.filter_map(|taken| Some((taken.name.as_deref()?, taken.number))).collect();
    let number = |at: usize| Source::of(&outline.activities[at]).number(&named);
    let mut repeated: HashMap<usize, Option<usize>> = HashMap::new();
    for (at, into) in into.iter().enumerate() {
        if let Some(table) = number(at) {
            let of = into.and_then(number);
            repeated.entry(table).and_modify(|table| *table = table.and(of)).or_insert(of);
        }
    }
    repeated.into_iter().filter_map(|(number, table)| Some((number, table?))).collect()
}

/// Leaves tables that were taken; their rows are not named one by one.
fn leave(outline: &mut Outline, whys: impl Iterator<Item = (usize, LeftWhy)>) {
    let whys: HashMap<usize, LeftWhy> = whys.collect();
    let Outline { activities, account, .. } = outline;
    let taken = std::mem::take(&mut account.taken).into_iter();
    let (left, taken): (Vec<Taken>, _) = taken.partition(|taken| whys.contains_key(&taken.number));
    account.taken = taken;
    let sheets: HashSet<&str> = left.iter().filter_map(|left| left.name.as_deref()).collect();
    let numbers: HashSet<usize> = left.iter().map(|left| left.number).collect();
    let is_left = |place: &Place| match place {
        Place::Row { table, .. } => numbers.contains(table),
        Place::Sheet { sheet, .. } => sheets.contains(sheet.as_str()),
        _ => false,
    };
    activities.retain(|activity| !is_left(&activity.place));
    account.folded.iter_mut().for_each(|folded| folded.also.retain(|place| !is_left(place)));
    account.folded.retain(|folded| !folded.also.is_empty());
    let with_why = |Taken { number, name, .. }| Left { number, name, why: whys[&number] };
    account.left.extend(left.into_iter().map(with_why));
    account.left.sort_by_key(|left| left.number);
}

/// Leaves the tables that are called for another year, but for those that were chosen and where nothing else is there.
pub fn leave_other_years(outline: &mut Outline, chosen: &[usize]) {
    let Some(year) = outline.year else { return };
    let of_others =
        outline.account.taken.iter().filter(|taken| !chosen.contains(&taken.number)).filter_map(|taken| {
            let name = taken.name.as_deref()?;
            let years = mentions(name).into_iter().filter(|one| !matches!(one.of, Of::Address | Of::Other));
            let years: Vec<i32> = years.map(|one| one.year).collect();
            (!years.contains(&year)).then_some((taken.number, *years.first()?))
        });
    let of_others: Vec<_> = of_others.collect();
    if of_others.len() < outline.account.taken.len() {
        leave(outline, of_others.into_iter().map(|(number, year)| (number, LeftWhy::OtherYear { year })));
    }
}
