//! The cells of a worksheet (18.3.1.99).

use chrono::NaiveDate;

use super::shared::{Shared, is_on};
use super::strings::{runs, unescaped};
use crate::import::ooxml::xml::Element;
use crate::import::sheet::grid::{Area, Workbook};
use crate::import::sheet::number_format::{Shown, shown};
use crate::outline::document::{Marks, Run, Unreadable};

/// The columns and the rows that a sheet can have.
const MOST: (u32, u32) = (16_384, 1_048_576);

/// Reads a worksheet into the sheet that was begun.
pub fn read(root: Element, shared: &Shared, workbook: &mut Workbook) -> Result<(), Unreadable> {
    for part in root.children() {
        match part.name() {
            "sheetData" => rows(part, shared, workbook)?,
            "mergeCells" => {
                for merged in part.children() {
                    workbook.merge(merged.attribute("ref").and_then(|area| self::area(&area)));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A row or a cell that does not say where it stands follows the one before it.
fn rows(data: Element, shared: &Shared, workbook: &mut Workbook) -> Result<(), Unreadable> {
    let mut next_row = 0;
    for row in data.children() {
        let said = row.attribute("r").and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
        let at = said.unwrap_or(next_row).min(MOST.1);
        next_row = at + 1;
        if is_on(row, "hidden") {
            workbook.hide(at);
        }
        let mut next_column = 0;
        for cell in row.children() {
            let said = cell.attribute("r").and_then(|reference| position(&reference));
            let (at, column) = said.unwrap_or((at, next_column));
            next_column = column + 1;
            write(cell, (at, column), shared, workbook)?;
        }
    }
    Ok(())
}

/// Writes a cell (18.3.1.4) as its type says (18.18.11).
fn write(
    cell: Element,
    (row, column): (u32, u32),
    shared: &Shared,
    workbook: &mut Workbook,
) -> Result<(), Unreadable> {
    let style = cell.attribute("s").and_then(|style| style.parse().ok()).unwrap_or_default();
    let marks = shared.styles.marks(style);
    let value = || cell.named("v").map(Element::text).unwrap_or_default();
    let mut text = |text: String| workbook.write(row, column, &[Run { text, marks }]);
    match cell.attribute("t").as_deref() {
        Some("s") => {
            let runs = value().trim().parse::<usize>().ok().and_then(|at| shared.texts.get(at));
            workbook.write(row, column, &marked(runs.map_or(&[], Vec::as_slice), marks))
        }
        Some("inlineStr") => {
            let runs = cell.named("is").map(runs).unwrap_or_default();
            workbook.write(row, column, &marked(&runs, marks))
        }
        // A program that does not reckon leaves a formula without its value.
        None | Some("n" | "str") if value().is_empty() => {
            let formula = cell.named("f").map(Element::text).filter(|formula| !formula.is_empty());
            text(formula.map_or_else(String::new, |formula| format!("={formula}")))
        }
        Some("str") => text(unescaped(&value())),
        Some("e") => text(value()),
        Some("b") => text(if value().trim() == "0" { "FALSE" } else { "TRUE" }.to_owned()),
        Some("d") => {
            let value = value();
            let day = value.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
            let text = value.trim_end_matches("T00:00:00").to_owned();
            workbook.write_number(row, column, Shown { text, day }, marks)
        }
        _ => match value().trim().parse() {
            Ok(number) => {
                let shown = shown(number, shared.styles.code(style), shared.epoch);
                workbook.write_number(row, column, shown, marks)
            }
            Err(_) => text(value()),
        },
    }
}

/// Gives a text that is not set in parts the font of its cell.
fn marked(runs: &[Run], marks: Marks) -> Vec<Run> {
    match runs {
        [only] if !only.marks.struck => vec![Run { text: only.text.clone(), marks }],
        runs => runs.to_vec(),
    }
}

/// Reads the name of an area: `A1:B2`.
fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    Area::between(position(first)?, position(last)?)
}

/// Reads the name of a cell (18.3.1.4, `r`) as its row and column.
fn position(name: &str) -> Option<(u32, u32)> {
    let name = name.trim();
    let digits = name.find(|sign: char| sign.is_ascii_digit())?;
    let letters = name[..digits].trim_matches('$');
    let digit = |letter: char| {
        letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() as u32 - 'A' as u32 + 1)
    };
    let mut column = 0_u32;
    for letter in letters.chars() {
        column = column.checked_mul(26)?.checked_add(digit(letter)?)?;
    }
    let row: u32 = name[digits..].parse().ok()?;
    let is_inside = (1..=MOST.0).contains(&column) && (1..=MOST.1).contains(&row);
    is_inside.then(|| (row - 1, column - 1))
}
