//! The lists of a document and how far they have counted (ECMA-376 part 1, 17.9).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::styles::{NumberProperties, Style};
use crate::import::numbering::{Counters, LEVELS, Level, MOST_SIGNS, NumberFormat, Piece};
use crate::import::ooxml::xml::Element;

#[derive(Default)]
pub struct NumberingDefinitions {
    /// What paragraphs name (17.9.15, `num`).
    instances: HashMap<String, Instance>,
    /// One for each abstract definition: its instances count on in common.
    counters: HashMap<String, Counters>,
    /// The instances that have begun: with its first paragraph, whatever level that has, one begins all levels again
    /// for which it has a start of its own.
    begun: HashSet<String>,
}

/// What its instances have in common (17.9.1, `abstractNum`).
#[derive(Default)]
struct Definition {
    id: String,
    levels: Vec<Level>,
    /// The styles that stand for levels (17.9.23, `pStyle`).
    styles: HashMap<String, usize>,
}

struct Instance {
    definition: Rc<Definition>,
    /// The levels that it has of its own, and the starts (17.9.8, `lvlOverride`).
    levels: BTreeMap<usize, Level>,
    starts: BTreeMap<usize, u32>,
}

impl NumberingDefinitions {
    pub fn read(root: Element) -> NumberingDefinitions {
        let elements = || root.children().filter(|child| child.word() == "abstractNum");
        let definitions: HashMap<String, Rc<Definition>> = elements()
            .map(Definition::read)
            .map(|definition| (definition.id.clone(), Rc::new(definition)))
            .collect();
        let id = |element: Element| element.attribute("abstractNumId").map(Cow::into_owned);
        let by_link: HashMap<_, _> =
            elements().filter_map(|it| Some((it.value("styleLink")?, id(it)?))).collect();
        // One that only names a style of lists is the one which that style has (17.9.21, `numStyleLink`).
        let linked: HashMap<_, _> =
            elements().filter_map(|it| Some((id(it)?, by_link.get(&it.value("numStyleLink")?)?))).collect();
        let mut instances = HashMap::new();
        for element in root.children().filter(|child| child.word() == "num") {
            let of = element.value("abstractNumId").unwrap_or_default();
            let of = linked.get(of.as_ref()).map_or(of.as_ref(), |linked| linked.as_str());
            if let (Some(definition), Some(id)) = (definitions.get(of), element.attribute("numId")) {
                instances.insert(id.into_owned(), Instance::read(Rc::clone(definition), element));
            }
        }
        NumberingDefinitions { instances, ..NumberingDefinitions::default() }
    }

    /// Counts one more paragraph, and returns its number as it is shown; nothing where it has none.
    pub fn next<'s>(
        &mut self,
        own: NumberProperties,
        styles: &(impl Iterator<Item = &'s Style> + Clone),
    ) -> String {
        let id = own.id.or_else(|| styles.clone().find_map(|style| style.number.id.clone()));
        let Some((id, instance)) = id.and_then(|id| self.instances.get_key_value(&id)) else {
            return String::new();
        };
        let of_style =
            || styles.clone().find_map(|style| instance.definition.styles.get(style.id()).copied());
        let inherited = || styles.clone().find_map(|style| style.number.level);
        let level = own.level.or_else(of_style).or_else(inherited).unwrap_or_default();
        let counters = self.counters.entry(instance.definition.id.clone()).or_default();
        if self.begun.insert(id.clone()) {
            instance.starts.keys().for_each(|level| counters.restart(*level));
        }
        counters.next(&instance.levels(), level)
    }
}

impl Definition {
    fn read(element: Element) -> Definition {
        let id = element.attribute("abstractNumId").unwrap_or_default().into_owned();
        let mut definition = Definition { id, ..Definition::default() };
        for element in element.children().filter(|child| child.word() == "lvl") {
            let Some(at) = level_of(element) else { continue };
            *slot(&mut definition.levels, at) = level(element);
            if let Some(style) = element.value("pStyle") {
                definition.styles.insert(style.into_owned(), at);
            }
        }
        definition
    }
}

impl Instance {
    fn read(definition: Rc<Definition>, element: Element) -> Instance {
        let mut instance = Instance { definition, levels: BTreeMap::new(), starts: BTreeMap::new() };
        for changed in element.children().filter(|child| child.word() == "lvlOverride") {
            let Some(at) = level_of(changed) else { continue };
            instance.levels.extend(changed.child("lvl").map(|element| (at, level(element))));
            let start = changed.value("startOverride").and_then(|start| start.parse().ok());
            instance.starts.extend(start.map(|start| (at, start)));
        }
        instance
    }

    fn levels(&self) -> Cow<'_, [Level]> {
        if self.levels.is_empty() && self.starts.is_empty() {
            return Cow::Borrowed(&self.definition.levels);
        }
        let mut levels = self.definition.levels.clone();
        for (at, level) in &self.levels {
            slot(&mut levels, *at).clone_from(level);
        }
        for (at, start) in &self.starts {
            slot(&mut levels, *at).start = *start;
        }
        Cow::Owned(levels)
    }
}

fn slot(levels: &mut Vec<Level>, at: usize) -> &mut Level {
    if levels.len() <= at {
        levels.resize_with(at + 1, Level::default);
    }
    &mut levels[at]
}

/// Returns which level an element is about.
fn level_of(element: Element) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|level| *level < LEVELS)
}

/// Reads a level (17.9.6, `lvl`).
fn level(element: Element) -> Level {
    let format = element.child("numFmt").map(number_format).unwrap_or_default();
    let text = element.value("lvlText").unwrap_or_default();
    let is_symbol = format == NumberFormat::Bullet && has_font_of_symbols(element);
    Level {
        start: element.value("start").and_then(|start| start.parse().ok()).unwrap_or_default(),
        format,
        text: if is_symbol { vec![Piece::Text("•".to_owned())] } else { pieces(&text) },
        restart: element.number("lvlRestart"),
        is_legal: element.toggle("isLgl").unwrap_or_default(),
    }
}

/// Reads a format; one of a document's own is given by its first numbers, as in `001, 002, 003, ...`.
fn number_format(element: Element) -> NumberFormat {
    let own = element.attribute("format").unwrap_or_default();
    let first = own.split(',').next().unwrap_or_default().trim();
    match element.attribute("val").unwrap_or_default().as_ref() {
        "custom" if first.bytes().all(|byte| byte.is_ascii_digit()) => NumberFormat::Padded(first.len()),
        name => NumberFormat::named(name),
    }
}

/// Returns whether the signs of a level are pictures under the codes of letters.
fn has_font_of_symbols(level: Element) -> bool {
    let fonts = level.child("rPr").and_then(|properties| properties.child("rFonts"));
    let font = fonts.and_then(|fonts| fonts.attribute("ascii").or_else(|| fonts.attribute("hAnsi")));
    font.is_some_and(|font| {
        ["Wingdings", "Webdings", "Symbol"].iter().any(|symbols| font.starts_with(symbols))
    })
}

/// Reads a level's text, where `%1` is the number of the first level (17.9.11, `lvlText`).
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut signs = text.chars().take(MOST_SIGNS).peekable();
    while let Some(sign) = signs.next() {
        let number = signs.peek().and_then(|next| next.to_digit(10)).filter(|_| sign == '%');
        match number.and_then(|number| number.checked_sub(1)) {
            Some(level) => {
                signs.next();
                pieces.push(Piece::Text(std::mem::take(&mut words)));
                pieces.push(Piece::Number(level as usize));
            }
            None => words.push(sign),
        }
    }
    pieces.push(Piece::Text(words));
    pieces
}
