//! The year of dates that are written without one: from the plan's own dates, or else from what stands around them.

mod evidence;
pub mod mentions;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

use self::evidence::{Evidence, Source, evidence};
use super::document::{Document, Place};
use super::entry::{Origin, Stated};
use super::placing::order::{Order, stated};
use super::question::{About, Question};
use super::{Choice, OtherYear, Outline, Stuck};
use crate::model::date::{Calendar, DatePhrase, Dotted, When, has_no_year};

/// So many years are offered where none can be taken.
const OFFERED: usize = 8;

/// From this month on, a day lies in the first half of a school year.
const SCHOOL_BEGINS: u32 = 8;

/// From this month on, what is signed may be about the next year.
const LATE: u32 = 10;

/// The year of dates that have none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dating {
    pub year: Option<i32>,
    /// Whether it is theirs.
    pub question: Option<Question>,
    /// The day on which the document was signed, where it gave the year.
    pub signed: Option<NaiveDate>,
}

/// Returns the year of the outline's dates that have none.
///
/// # Errors
/// [`Stuck::NoYear`] where such dates are there, and no year that could be theirs.
pub fn find(document: &Document, outline: &Outline, choice: &Choice) -> Result<Dating, Stuck> {
    let sure = |year| Ok(Dating { year, ..Dating::default() });
    if choice.year.is_some() {
        return sure(choice.year);
    }
    let own = own(outline).filter(|_| needs_year(outline));
    if !needs_year(outline) || own.is_some_and(|(_, is_first)| is_first) {
        return sure(own.map(|(year, _)| year));
    }
    let mut found = evidence(document, outline.title.as_deref(), &outline.account);
    found.extend(choice.file.as_deref().into_iter().flat_map(evidence::in_file_name));
    for one in &mut found {
        settle(one, outline);
    }
    if let Some((year, _)) = own {
        // A last row of the next year is not the year of the rows above it.
        found.retain(|one| {
            matches!(one.source, Source::Title | Source::School | Source::Foot(_)) && one.year == year - 1
        });
        if found.is_empty() {
            return sure(Some(year));
        }
    }
    let best = found.iter().filter(|one| one.source != Source::Elsewhere).min_by_key(|one| one.source);
    let Some(best) = best else { return Err(Stuck::NoYear(offered(found))) };
    let about = About::YearFrom { year: best.year, words: best.words.clone(), at: best.place.clone() };
    let place = first_place(outline).unwrap_or(&best.place);
    let signed = match best.source {
        Source::Foot(day) => Some(day),
        _ => None,
    };
    let question = (!is_confirmed(best, &found)).then(|| Question::at(place, about));
    Ok(Dating { year: Some(best.year), question, signed })
}

/// The year of the first date of the plan itself that has one: of the whole, a phase, a table or a list; and whether no
/// row stands before it.
fn own(outline: &Outline) -> Option<(i32, bool)> {
    let period = outline.period.iter().map(|words| Stated::Words(words.clone()));
    let phases = outline.phases.iter().flat_map(|phase| stated(&phase.time));
    let of = |is_formal: bool| {
        let rows = outline.activities.iter();
        rows.filter(move |row| (row.origin != Origin::Sentence) == is_formal)
            .flat_map(|row| stated(&row.time))
    };
    let before = period.chain(phases).find_map(|stated| written_year(&stated));
    let first = before.map(|year| (year, true));
    first.or_else(|| {
        let mut rows = of(true).chain(of(false)).enumerate();
        rows.find_map(|(at, stated)| Some((written_year(&stated)?, at == 0)))
    })
}

fn written_year(stated: &Stated) -> Option<i32> {
    let words = match stated {
        Stated::Day(day) => return Some(day.year()),
        Stated::Words(words) => words,
    };
    let reading = DatePhrase::parse(words).ok()?.resolve(&Calendar::default()).ok()?;
    let first = match reading.when {
        When::Range(range) => Some(range.start),
        _ => reading.day(),
    };
    first.map(|day| day.year())
}

/// Whether some date of the plan has no year.
fn needs_year(outline: &Outline) -> bool {
    let period = outline.period.iter().map(|words| Stated::Words(words.clone()));
    let phases = outline.phases.iter().flat_map(|phase| stated(&phase.time));
    let mut all = period.chain(phases).chain(outline.activities.iter().flat_map(|one| stated(&one.time)));
    let no_year =
        |words: &str| DatePhrase::parse(words).is_ok_and(|phrase| has_no_year(&phrase, &Calendar::default()));
    all.any(|stated| matches!(&stated, Stated::Words(words) if no_year(words)))
}

/// Turns the first year of a school year, or that of a signature, into the one of the plan's dates.
fn settle(one: &mut Evidence, outline: &Outline) {
    let year = one.year;
    let days = |year| {
        let order =
            Order { year: Some(year), dotted: Dotted::MonthFirst, is_of_one_year: false, signed: None };
        let (phases, rows) = order.of(&outline.phases, &outline.activities);
        phases.into_iter().chain(rows).flatten().map(|lies| lies.days).collect::<Vec<_>>()
    };
    match one.source {
        Source::School if days(year).first().is_some_and(|days| days.end.month() < SCHOOL_BEGINS) => {
            one.year += 1;
        }
        Source::Foot(signed) if days(year).iter().any(|days| days.end < signed) => {
            if signed.month() >= LATE {
                one.year += 1;
            } else {
                one.source = Source::Elsewhere;
            }
        }
        _ => {}
    }
}

/// Whether a second place of another kind names the same year, and none of the strong ones another.
fn is_confirmed(best: &Evidence, found: &[Evidence]) -> bool {
    let is_other =
        |one: &&Evidence| std::mem::discriminant(&one.source) != std::mem::discriminant(&best.source);
    let confirms = |one: &Evidence| one.year == best.year && one.source < Source::Record;
    let denies = |one: &Evidence| one.year != best.year && one.source <= Source::Title;
    best.source < Source::Record && found.iter().filter(is_other).any(confirms) && !found.iter().any(denies)
}

/// Each year once, where it stands first.
fn offered(found: Vec<Evidence>) -> Vec<OtherYear> {
    let mut offered: Vec<OtherYear> = Vec::new();
    for Evidence { year, words, place, .. } in found {
        if offered.len() < OFFERED && offered.iter().all(|other| other.year != year) {
            offered.push(OtherYear { year, words, place });
        }
    }
    offered
}

fn first_place(outline: &Outline) -> Option<&Place> {
    let phases = outline.phases.iter().map(|phase| &phase.place);
    phases.chain(outline.activities.iter().map(|activity| &activity.place)).next()
}
