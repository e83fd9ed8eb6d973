//! Text inside markup: SVG and HTML.

use crate::model::text::one_line;

/// Returns `text` on one line, as a reader of markup shows it; also between quotes.
pub(super) fn text(text: &str) -> String {
    quick_xml::escape::escape(one_line(text).as_ref()).into_owned()
}
