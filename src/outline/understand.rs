//! From a document to its outline: its text and its tables in their order, then the year, then what is certain.

use super::account::{Account, Left, LeftWhy, Taken};
use super::document::{Block, Document, Place, Remark, Table};
use super::entry::{Activity, Found, Time};
use super::lines::{self, Under};
use super::year::Dating;
use super::{Choice, Outline, Stuck, annex, few, placing, repeats, tables, title, year};
use crate::model::language::Language;

/// Finds what in a document is a plan.
///
/// # Errors
/// Where nothing can be drafted: why.
pub fn understand(document: &Document, choice: &Choice) -> Result<Outline, Stuck> {
    let tables = last_table(&document.blocks);
    if let Some(number) = choice.tables.iter().copied().find(|number| !(1..=tables).contains(number)) {
        return Err(Stuck::NoSuchTable { number, tables });
    }
    let title = title::title(&document.blocks);
    let mut reader = Reader { choice, hidden: hidden(document), period: None, account: Account::default() };
    let found = reader.read(&document.blocks[title.as_ref().map_or(0, |title| title.blocks)..]);
    let Reader { period, mut account, .. } = reader;
    account.paragraphs = paragraphs(&document.blocks);
    account.missing = annex::missing(&document.blocks);
    if !is_plan(&found) {
        return Err(Stuck::NoPlan(account));
    }
    let Found { phases, activities, questions } = found;
    let language = language(document);
    let (title, office) = (title.map(|title| title.text), title::office(&document.blocks));
    let year = None;
    let mut outline =
        Outline { title, language, year, period, office, questions, phases, activities, account };
    repeats::fold_phases(&mut outline);
    let Dating { year, question, signed } = year::find(document, &outline, choice)?;
    outline.year = year;
    outline.questions.extend(question);
    repeats::leave_other_years(&mut outline, &choice.tables);
    placing::place(&mut outline, signed);
    repeats::fold(&mut outline);
    few::gather(&mut outline);
    Ok(outline)
}

/// Whether there is a phase, a date, or somebody who answers for something.
fn is_plan(found: &Found) -> bool {
    let counts = |one: &Activity| one.time != Time::Unsaid || !one.owners.is_empty();
    !found.phases.is_empty() || found.activities.iter().any(counts)
}

/// The language that most of the text is in: a Chinese character is a word, and a word has about four letters.
fn language(document: &Document) -> Language {
    let (mut han, mut letters) = (0, 0);
    each_paragraph(&document.blocks, &mut |text| {
        han += text.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count();
        letters += text.chars().filter(char::is_ascii_alphabetic).count();
    });
    if 4 * han >= letters { Language::Zh } else { Language::En }
}

fn paragraphs(blocks: &[Block]) -> usize {
    blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count()
}

fn each_paragraph(blocks: &[Block], see: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => see(&paragraph.text()),
            Block::Table(table) => cells(table).for_each(|cell| each_paragraph(cell, see)),
        }
    }
}

/// The highest number of a table, those inside cells counted.
fn last_table(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(_) => 0,
        Block::Table(table) => cells(table).map(last_table).fold(table.number, usize::max),
    };
    blocks.iter().map(of).max().unwrap_or(0)
}

fn cells(table: &Table) -> impl Iterator<Item = &[Block]> {
    table.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.blocks[..])
}

fn hidden<'d>(document: &'d Document) -> Vec<&'d str> {
    let sheet = |remark: &'d Remark| match remark {
        Remark::HiddenSheet(sheet) => Some(sheet.as_str()),
        _ => None,
    };
    document.remarks.iter().filter_map(sheet).collect()
}

struct Reader<'c> {
    choice: &'c Choice,
    /// The sheets that do not show.
    hidden: Vec<&'c str>,
    period: Option<String>,
    account: Account,
}

impl Reader<'_> {
    /// Reads a text with its tables, each among the lines where it stands.
    fn read(&mut self, blocks: &[Block]) -> Found {
        let lines::Read { found, period, tables } = lines::read(blocks);
        self.period = self.period.take().or(period);
        let mut whole = Found { phases: found.phases, questions: found.questions, activities: Vec::new() };
        let mut rest = found.activities.into_iter().peekable();
        let mut under = tables.into_iter();
        let mut above: Option<&Place> = None;
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => above = Some(&paragraph.place),
                Block::Table(table) => {
                    let stands_above = |one: &Activity| above.is_some_and(|above| one.place <= *above);
                    while let Some(activity) = rest.next_if(stands_above) {
                        whole.activities.push(activity);
                    }
                    let found = self.table(table, under.next().unwrap_or_default());
                    join(&mut whole, found);
                }
            }
        }
        whole.activities.extend(rest);
        whole
    }

    /// Reads a table, or else the texts in its cells.
    fn table(&mut self, table: &Table, under: Under) -> (Found, Option<usize>) {
        let Under { phase, name } = under;
        let (number, name) = (table.number, table.sheet.clone().or(name));
        let is_chosen = self.choice.tables.contains(&number);
        let is_hidden = || table.sheet.as_deref().is_some_and(|sheet| self.hidden.contains(&sheet));
        let found = if !is_chosen && is_hidden() {
            Err(LeftWhy::Hidden)
        } else if is_chosen || self.choice.tables.is_empty() {
            tables::read(table, name.as_deref(), is_chosen)
        } else {
            Err(LeftWhy::NotChosen)
        };
        let found = found.or_else(|why| self.passages(table, why));
        match found {
            Ok(found) => {
                self.account.taken.push(Taken { number, name, activities: found.activities.len() });
                (found, phase)
            }
            Err(why) => {
                self.account.left.push(Left { number, name, why });
                (Found::default(), phase)
            }
        }
    }

    /// A plan can stand in one cell of a form.
    fn passages(&mut self, table: &Table, why: LeftWhy) -> Result<Found, LeftWhy> {
        if !matches!(why, LeftWhy::Form | LeftWhy::NoDates) {
            return Err(why);
        }
        let mut whole = Found::default();
        for passage in tables::passages(table) {
            let found = self.read(passage);
            join(&mut whole, (found, None));
        }
        if is_plan(&whole) { Ok(whole) } else { Err(why) }
    }
}

/// Adds what was found in a table to what was found around it.
fn join(whole: &mut Found, (found, phase): (Found, Option<usize>)) {
    let before = whole.phases.len();
    whole.phases.extend(found.phases);
    whole.questions.extend(found.questions);
    whole.activities.extend(
        found
            .activities
            .into_iter()
            .map(|activity| Activity { phase: activity.phase.map(|at| at + before).or(phase), ..activity }),
    );
}
