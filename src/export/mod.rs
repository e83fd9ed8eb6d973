//! A plan on a day in other forms: the bulletin, and the timetable in the formats of other programs.

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

pub use timetable::Timetable;

use crate::model::agenda::{By, shares};

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

/// Writes a timetable out.
pub fn write(timetable: &Timetable<'_, '_>, format: Format, wishes: Wishes) -> Vec<u8> {
    let Timetable { agenda, items, file, .. } = timetable;
    match format {
        Format::Xlsx => xlsx::write(timetable),
        Format::Docx => docx::timetable(timetable),
        Format::Html => html::write(timetable).into_bytes(),
        Format::Csv => csv::write(timetable, wishes.no_bom),
        Format::Markdown => markdown::write(timetable).into_bytes(),
        Format::Svg => svg::write(timetable).into_bytes(),
        Format::Ics => ics::write(timetable, wishes.alarm).into_bytes(),
        Format::Mermaid => mermaid::write(timetable).into_bytes(),
        Format::Json => json::list(agenda, items, file).into_bytes(),
        Format::Jsonl => json::lines(agenda, items, file).into_bytes(),
    }
}

/// Writes a ledger for each of those who answer for something, to be filled in: whose it is, and the workbook.
pub fn to_fill_in<'p>(timetable: &Timetable<'_, 'p>) -> Vec<(&'p str, Vec<u8>)> {
    let shares = shares(timetable.items.iter().copied(), By::Owner).into_iter();
    let named = shares.filter_map(|share| Some((share.name?, share.items)));
    named
        .map(|(owner, items)| (owner, xlsx::to_fill_in(&Timetable { items: &items, ..*timetable }, owner)))
        .collect()
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
