//! What the cells of all sheets refer to.

use super::strings;
use super::styles::Styles;
use crate::import::ooxml::package::{Package, Related};
use crate::import::ooxml::xml::Element;
use crate::import::sheet::number_format::Epoch;
use crate::outline::document::{Run, Unreadable};

#[derive(Default)]
pub struct Shared {
    pub texts: Vec<Vec<Run>>,
    pub styles: Styles,
    pub epoch: Epoch,
}

impl Shared {
    /// Reads the parts that belong to a workbook.
    pub fn read(package: &mut Package, parts: &[Related], epoch: Epoch) -> Result<Shared, Unreadable> {
        let part = |role: &str| {
            parts.iter().find(|related| related.role == role).map(|related| related.part.as_str())
        };
        let mut shared = Shared { epoch, ..Shared::default() };
        if let Some(part) = part("sharedStrings") {
            let texts = |root: Element| root.children().map(strings::runs).collect();
            shared.texts = package.root_of(part, texts)?.unwrap_or_default();
        }
        if let Some(part) = part("styles") {
            shared.styles = package.root_of(part, Styles::read)?.unwrap_or_default();
        }
        Ok(shared)
    }
}

/// Whether an attribute that is true or false is true (22.9.2.1).
pub fn is_on(element: Element, attribute: &str) -> bool {
    element.attribute(attribute).is_some_and(|value| ["1", "true"].contains(&value.as_ref()))
}
