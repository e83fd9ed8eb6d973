//! A plan on a day in other forms: the bulletin, and the timetable, of one plan or several, in the formats of other programs.

pub mod bulletin;
mod colour;
mod csv;
mod docx;
mod figures;
mod html;
mod ics;
pub mod json;
mod markdown;
mod markup;
mod mermaid;
mod piece;
mod svg;
mod timetable;
mod xlsx;

pub use timetable::{Timetable, Timetables};

use crate::messages::SeveralError;
use crate::model::agenda::{By, shares};
use crate::model::text::look_the_same;

/// The formats of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Xlsx,
    Docx,
    Html,
    Csv,
    Markdown,
    Svg,
    Ics,
    Mermaid,
    Json,
    Jsonl,
}

/// What single formats are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// Without the mark by which Excel knows UTF-8.
    pub no_bom: bool,
    /// Ring so many days before.
    pub alarm: Option<u32>,
}

/// Writes a timetable out, or those of several plans.
///
/// # Errors
/// The format does not hold so many.
pub fn write(
    timetables: &Timetables<'_, '_>,
    format: Format,
    wishes: Wishes,
) -> Result<Vec<u8>, SeveralError<'static>> {
    Ok(match format {
        Format::Xlsx => xlsx::write(timetables)?,
        Format::Docx => docx::timetables(timetables),
        Format::Html => html::write(timetables).into_bytes(),
        Format::Csv => csv::write(timetables, wishes.no_bom),
        Format::Markdown => markdown::write(timetables).into_bytes(),
        Format::Svg => svg::write(timetables)?.into_bytes(),
        Format::Ics => ics::write(timetables, wishes.alarm).into_bytes(),
        Format::Mermaid => mermaid::write(timetables).into_bytes(),
        Format::Json => whole(timetables).into_bytes(),
        Format::Jsonl => {
            let lines = timetables.plans.iter().map(|one| json::lines(one.agenda, &one.items, one.file));
            lines.collect::<String>().into_bytes()
        }
    })
}

fn whole(timetables: &Timetables<'_, '_>) -> String {
    let plans = timetables.plans.iter().map(|one| json::list(one.agenda, &one.items, one.file));
    match timetables.unread {
        Some(unread) => json::several(&plans.collect::<Vec<_>>(), unread),
        None => plans.collect(),
    }
}

/// Writes a ledger for each of those who answer for something, wherever it stands, to be filled in: whose it is, and the
/// workbook.
///
/// # Errors
/// As when a workbook is written.
pub fn to_fill_in<'p>(
    timetables: &Timetables<'_, 'p>,
) -> Result<Vec<(&'p str, Vec<u8>)>, SeveralError<'static>> {
    let owners = shares(timetables.items(), By::Owner).into_iter().filter_map(|share| share.name);
    let ledger = |owner| {
        let its = timetables.of(|item| item.owners().any(|one| look_the_same(one, owner)));
        Ok((owner, xlsx::to_fill_in(&its, owner)?))
    };
    owners.map(ledger).collect()
}

impl Format {
    /// The format that the ending of a file's name stands for.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "xlsx" => Format::Xlsx,
            "docx" => Format::Docx,
            "html" | "htm" => Format::Html,
            "csv" => Format::Csv,
            "md" | "markdown" => Format::Markdown,
            "svg" => Format::Svg,
            "ics" => Format::Ics,
            "mmd" | "mermaid" => Format::Mermaid,
            "json" => Format::Json,
            "jsonl" | "ndjson" => Format::Jsonl,
            _ => return None,
        })
    }
}
