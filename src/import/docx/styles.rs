//! Styles (ECMA-376 part 1, 17.7): what a paragraph or a run has that does not say so itself.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::import::ooxml::xml::Element;

/// Longer chains are circles.
const MOST_ANCESTORS: usize = 16;

#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
pub struct Style {
    id: String,
    based_on: Option<String>,
    /// The level of a heading from 1; 0 where it says that it is none.
    heading: Option<usize>,
    is_contents: bool,
    pub number: NumberProperties,
    look: Look,
}

/// A list and a level of it (17.3.1.19, `numPr`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberProperties {
    pub id: Option<String>,
    pub level: Option<usize>,
}

/// What a run looks like, as far as it says so (17.3.2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub struck: Option<bool>,
    pub hidden: Option<bool>,
}

impl Styles {
    pub fn read(root: Element) -> Styles {
        let mut styles = Styles::default();
        for element in root.children().filter(|child| child.word() == "style") {
            let style = Style::read(element);
            let is_default = matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
            if is_default && element.attribute("type").as_deref() == Some("paragraph") {
                styles.default = Some(style.id.clone());
            }
            styles.by_id.insert(style.id.clone(), style);
        }
        styles
    }

    /// Returns the style of a paragraph and those that it is based on, itself first.
    pub fn of_paragraph<'s>(
        &'s self,
        properties: Option<Element>,
    ) -> impl Iterator<Item = &'s Style> + Clone + use<'s> {
        let named = properties.and_then(|properties| properties.value("pStyle"));
        self.chain(named.as_deref().or(self.default.as_deref()))
    }

    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = &'s Style> + Clone + use<'s> {
        let style = |id: &str| self.by_id.get(id);
        let first = id.and_then(style);
        std::iter::successors(first, move |last| last.based_on.as_deref().and_then(style))
            .take(MOST_ANCESTORS)
    }

    /// Returns what the styles of a paragraph make of its runs.
    pub fn look_of_paragraph(&self, properties: Option<Element>) -> Look {
        Look::inherited(self.of_paragraph(properties))
    }

    /// Returns how a run looks with these properties in a paragraph. A style of the run turns over what that of the
    /// paragraph says (17.7.3).
    pub fn look(&self, of_paragraph: Look, properties: Option<Element>) -> Look {
        let Some(properties) = properties else { return of_paragraph };
        let own = Look::read(properties);
        let of_style = Look::inherited(self.chain(properties.value("rStyle").as_deref()));
        let turned = |paragraph: Option<bool>, style: Option<bool>| {
            Some(paragraph.unwrap_or_default() ^ style.unwrap_or_default())
        };
        Look {
            struck: own.struck.or(turned(of_paragraph.struck, of_style.struck)),
            hidden: own.hidden.or(turned(of_paragraph.hidden, of_style.hidden)),
        }
    }

    /// Returns the level of a heading, from 1.
    pub fn heading(&self, properties: Option<Element>) -> Option<u8> {
        let own = properties.and_then(|properties| properties.number("outlineLvl")).map(of_outline);
        let inherited = || self.of_paragraph(properties).find_map(|style| style.heading);
        let level = own.or_else(inherited)?;
        u8::try_from(level).ok().filter(|level| *level > 0)
    }

    pub fn is_contents(&self, properties: Option<Element>) -> bool {
        self.of_paragraph(properties).any(|style| style.is_contents)
    }
}

impl Style {
    fn read(element: Element) -> Style {
        let name = element.value("name").unwrap_or_default().to_lowercase();
        let properties = element.child("pPr");
        let outline = properties.and_then(|properties| properties.number("outlineLvl")).map(of_outline);
        Style {
            id: element.attribute("styleId").unwrap_or_default().into_owned(),
            based_on: element.value("basedOn").map(Cow::into_owned),
            heading: outline.or_else(|| level_after("heading ", &name)),
            is_contents: level_after("toc ", &name).is_some(),
            number: NumberProperties::read(properties),
            look: element.child("rPr").map(Look::read).unwrap_or_default(),
        }
    }

    pub fn id(&self) -> &str {
        &self.id
    }
}

impl NumberProperties {
    pub fn read(properties: Option<Element>) -> NumberProperties {
        let Some(number) = properties.and_then(|properties| properties.child("numPr")) else {
            return NumberProperties::default();
        };
        NumberProperties { id: number.value("numId").map(Cow::into_owned), level: number.number("ilvl") }
    }
}

impl Look {
    fn read(properties: Element) -> Look {
        let struck = match (properties.toggle("strike"), properties.toggle("dstrike")) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (once, twice) => once.or(twice),
        };
        Look { struck, hidden: properties.toggle("vanish") }
    }

    fn inherited<'s>(chain: impl Iterator<Item = &'s Style>) -> Look {
        chain.fold(Look::default(), |nearer, style| Look {
            struck: nearer.struck.or(style.look.struck),
            hidden: nearer.hidden.or(style.look.hidden),
        })
    }
}

/// Returns the level of a heading for an outline level (17.3.1.20), where 9 is text.
fn of_outline(level: usize) -> usize {
    if level < 9 { level + 1 } else { 0 }
}

/// Returns the level that a style's name ends with (17.7.4.9: the names of the styles that Word has itself).
fn level_after(name: &str, whole: &str) -> Option<usize> {
    whole.strip_prefix(name)?.trim().parse().ok().filter(|level| (1..=9).contains(level))
}
