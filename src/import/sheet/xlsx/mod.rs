//! A workbook of Excel 2007 and later: `SpreadsheetML`, ECMA-376 part 1, chapter 18.

mod shared;
mod strings;
mod styles;
#[cfg(test)]
mod tests;
mod worksheet;

use super::grid::Workbook;
use super::number_format::Epoch;
use crate::import::ooxml::package::{Package, Related};
use crate::import::ooxml::xml::Element;
use crate::outline::document::{Document, Unreadable};
use shared::{Shared, is_on};

/// A sheet as the workbook names it (18.2.19).
struct Named {
    name: String,
    is_hidden: bool,
    relationship: String,
}

/// Reads the bytes of a package that holds a workbook.
///
/// # Errors
/// Unknown where it holds none.
pub fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let (epoch, sheets) =
        package.root_of(&main, contents)?.ok_or_else(|| Unreadable::Damaged(main.clone()))?;
    let parts = package.related(&main)?;
    let shared = Shared::read(&mut package, &parts, epoch)?;
    let mut workbook = Workbook::default();
    for sheet in sheets {
        let is_it = |related: &&Related| related.id == sheet.relationship && related.role == "worksheet";
        let Some(related) = parts.iter().find(is_it) else { continue };
        workbook.begin(&sheet.name, sheet.is_hidden);
        let read = package.root_of(&related.part, |root| worksheet::read(root, &shared, &mut workbook))?;
        read.unwrap_or_else(|| Err(Unreadable::Damaged(related.part.clone())))?;
    }
    workbook.document()
}

/// Reads the part of the workbook itself (18.2.27).
fn contents(root: Element) -> (Epoch, Vec<Named>) {
    let is_1904 = root.children().any(|child| child.name() == "workbookPr" && is_on(child, "date1904"));
    let sheets = root.children().filter(|child| child.name() == "sheets").flat_map(Element::children);
    let named = |sheet: Element| Named {
        name: sheet.attribute("name").unwrap_or_default().into_owned(),
        is_hidden: sheet.attribute("state").is_some_and(|state| state != "visible"),
        relationship: sheet.attribute("id").unwrap_or_default().into_owned(),
    };
    (if is_1904 { Epoch::Y1904 } else { Epoch::Y1900 }, sheets.map(named).collect())
}
