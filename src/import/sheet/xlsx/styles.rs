//! The formats of cells (18.8).

use std::collections::BTreeMap;

use super::strings::is_struck;
use crate::import::ooxml::xml::Element;
use crate::import::sheet::number_format::built_in;
use crate::outline::document::Marks;

#[derive(Default)]
pub struct Styles {
    codes: BTreeMap<u32, String>,
    /// Whether each font strikes out.
    fonts: Vec<bool>,
    /// The number format and the font of each cell format.
    cell_formats: Vec<(u32, usize)>,
}

impl Styles {
    pub fn read(root: Element) -> Styles {
        let of = |name: &'static str| {
            root.children().filter(move |list| list.name() == name).flat_map(Element::children)
        };
        let code = |format: Element| {
            Some((number(format, "numFmtId")?, format.attribute("formatCode")?.into_owned()))
        };
        let cell_format = |format: Element| {
            let font = number(format, "fontId").unwrap_or_default();
            (number(format, "numFmtId").unwrap_or_default(), font as usize)
        };
        Styles {
            codes: of("numFmts").filter_map(code).collect(),
            fonts: of("fonts").map(is_struck).collect(),
            cell_formats: of("cellXfs").map(cell_format).collect(),
        }
    }

    /// Returns the code of the number format of a cell format.
    pub fn code(&self, cell_format: usize) -> &str {
        let id = self.cell_formats.get(cell_format).map_or(0, |(number, _)| *number);
        self.codes.get(&id).map_or_else(|| built_in(id), String::as_str)
    }

    /// Returns what a cell format does to a text.
    pub fn marks(&self, cell_format: usize) -> Marks {
        let font = self.cell_formats.get(cell_format).map_or(0, |(_, font)| *font);
        Marks { struck: self.fonts.get(font).copied().unwrap_or_default(), ..Marks::default() }
    }
}

fn number(element: Element, attribute: &str) -> Option<u32> {
    element.attribute(attribute)?.trim().parse().ok()
}
