//! What cells look like.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use super::super::colour;
use super::super::timetable::Timetables;
use crate::messages::Messages;
use crate::model::ledger::Light;
use crate::model::text::clean_lines;

/// The longest text that a cell of Excel can hold, in characters.
const LONGEST: usize = 32_767;

/// Fills a cell.
pub(super) fn lit(light: Option<Light>, format: Format) -> Format {
    match light {
        Some(light) => format.set_background_color(Color::RGB(colour::of(light))),
        None => format,
    }
}

/// Writes a count, which no sheet has more of than a number can hold.
pub(super) fn write_count(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    count: usize,
) -> Result<(), XlsxError> {
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    sheet.write_number_with_format(row, column, count, &centred()).map(|_| ())
}

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

pub(super) fn plain() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

pub(super) fn head() -> Format {
    boxed().set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00D9_D9D9))
}

/// The head of a column that somebody fills in.
pub(super) fn asked() -> Format {
    head().set_background_color(Color::RGB(0x00FF_E699))
}

pub(super) fn boxed() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x0080_8080))
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

pub(super) fn day() -> Format {
    boxed().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center)
}

pub(super) fn rate() -> Format {
    centred().set_num_format("0.0%")
}

pub(super) fn centred() -> Format {
    boxed().set_align(FormatAlign::Center)
}

/// What a file says of itself: it was made on the day that it speaks of.
pub(super) fn properties(timetables: &Timetables<'_, '_>) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&timetables.day().unwrap_or_default().to_string())?;
    Ok(DocProperties::new().set_title(text(&timetables.title())).set_creation_datetime(&made))
}

/// Writes the title and the line below it.
pub(super) fn heading(sheet: &mut Worksheet, title: &str, subtitle: &str) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, title, &self::title())?;
    sheet.write_string_with_format(1, 0, subtitle, &plain())?;
    Ok(())
}

/// A4, landscape, one page wide.
pub(super) fn page(sheet: &mut Worksheet, messages: &dyn Messages) {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer(messages.page_number());
}

/// Returns `text` as a cell can hold it, with what steers a screen made visible.
pub(super) fn text(text: &str) -> String {
    let shown = clean_lines(text);
    match shown.char_indices().nth(LONGEST - 1) {
        Some((at, _)) => format!("{}…", &shown[..at]),
        None => shown,
    }
}
