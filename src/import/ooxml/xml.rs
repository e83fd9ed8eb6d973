//! The XML of a part as a tree that lies flat, so that neither its memory nor its depth can run away.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::outline::document::{Limit, Unreadable};

/// A table in a cell takes three levels, a text box a dozen.
const DEPTH: usize = 400;
/// Twenty for each paragraph of a thousand pages.
const NODES: usize = 1_000_000;

pub struct Tree<'x>(Vec<Node<'x>>);

enum Node<'x> {
    Element {
        namespace: Namespace,
        tag: BytesStart<'x>,
        /// The node after its last descendant.
        end: usize,
    },
    Text(Cow<'x, str>),
}

/// The vocabularies that are told apart; those of strict documents have other names and mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Namespace {
    Word,
    Math,
    /// ECMA-376 part 3.
    Compatibility,
    Other,
}

#[derive(Clone, Copy)]
pub struct Element<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

impl<'x> Tree<'x> {
    /// Reads the text of the part with that name.
    ///
    /// # Errors
    /// Where the XML is broken or larger than any plan.
    pub fn read(part: &str, text: &'x str) -> Result<Tree<'x>, Unreadable> {
        Tree::read_within(NODES, part, text)
    }

    fn read_within(most: usize, part: &str, text: &'x str) -> Result<Tree<'x>, Unreadable> {
        let damaged = || Unreadable::Damaged(part.to_owned());
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut builder = Builder::default();
        loop {
            let (namespace, event) = reader.read_resolved_event().map_err(|_| damaged())?;
            match event {
                Event::Start(tag) => builder.open(Namespace::of(&namespace), tag)?,
                Event::End(_) => builder.close(),
                Event::Text(text) => builder.text(text.into_inner()),
                Event::CData(text) => builder.text(text.into_inner()),
                Event::GeneralRef(reference) => {
                    let sign = reference.resolve_char_ref().map_err(|_| damaged())?;
                    let known = || resolve_predefined_entity(&reference).map(Cow::Borrowed);
                    builder
                        .text(sign.map(|sign| sign.to_string().into()).or_else(known).ok_or_else(damaged)?);
                }
                Event::Eof => break,
                _ => {}
            }
            if builder.nodes.len() > most {
                return Err(Unreadable::TooLarge(Limit::Text));
            }
        }
        let is_whole = builder.open.is_empty() && matches!(builder.nodes.first(), Some(Node::Element { .. }));
        if is_whole { Ok(Tree(builder.nodes)) } else { Err(damaged()) }
    }

    pub fn root(&'x self) -> Element<'x> {
        Element { tree: self, at: 0 }
    }
}

#[derive(Default)]
struct Builder<'x> {
    nodes: Vec<Node<'x>>,
    open: Vec<Open>,
}

/// What becomes of an element that is open.
enum Open {
    Node(usize),
    /// Its children stand in its place; whether one of its choices has been taken.
    Alternatives {
        taken: bool,
    },
    /// An alternative that was taken.
    Taken,
    /// Left out with all that is in it.
    Left,
}

impl<'x> Builder<'x> {
    /// Of alternatives (ECMA-376 part 3, 9.3, `AlternateContent`) the first stands, and the others are left.
    fn open(&mut self, namespace: Namespace, tag: BytesStart<'x>) -> Result<(), Unreadable> {
        if self.open.len() >= DEPTH {
            return Err(Unreadable::TooLarge(Limit::Depth));
        }
        let open = match self.open.last_mut() {
            Some(Open::Left | Open::Alternatives { taken: true }) => Open::Left,
            Some(Open::Alternatives { taken }) => {
                *taken = true;
                Open::Taken
            }
            _ if namespace == Namespace::Compatibility && tag.local_name().as_ref() == "AlternateContent" => {
                Open::Alternatives { taken: false }
            }
            _ => {
                self.nodes.push(Node::Element { namespace, tag, end: 0 });
                Open::Node(self.nodes.len() - 1)
            }
        };
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self) {
        let after = self.nodes.len();
        if let Some(Open::Node(at)) = self.open.pop()
            && let Some(Node::Element { end, .. }) = self.nodes.get_mut(at)
        {
            *end = after;
        }
    }

    fn text(&mut self, text: Cow<'x, str>) {
        if matches!(self.open.last(), Some(Open::Node(_))) {
            self.nodes.push(Node::Text(text));
        }
    }
}

impl Namespace {
    fn of(resolved: &ResolveResult) -> Namespace {
        let ResolveResult::Bound(namespace) = resolved else { return Namespace::Other };
        match namespace.0 {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Namespace::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Namespace::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Namespace::Compatibility,
            _ => Namespace::Other,
        }
    }
}

impl<'t> Element<'t> {
    /// Returns its name without a prefix, whatever its namespace is.
    pub fn name(self) -> &'t str {
        self.tag().map_or("", |tag| tag.name().local_name().into_inner())
    }

    /// Returns its name if it is one of Word's own; else nothing.
    pub fn word(self) -> &'t str {
        if self.namespace() == Namespace::Word { self.name() } else { "" }
    }

    pub fn is_math(self) -> bool {
        self.namespace() == Namespace::Math
    }

    pub fn children(self) -> impl Iterator<Item = Element<'t>> {
        let Element { tree, at } = self;
        let end = self.end();
        let mut next = at + 1;
        std::iter::from_fn(move || {
            while next < end {
                let child = Element { tree, at: next };
                next = child.end();
                if child.tag().is_some() {
                    return Some(child);
                }
            }
            None
        })
    }

    /// Returns the elements with these names of Word's that are nearest below it: what only wraps them, as a content
    /// control does (17.5.2), is passed over.
    pub fn nearest(self, names: &[&str]) -> Vec<Element<'t>> {
        let mut found = Vec::new();
        self.collect_nearest(names, &mut found);
        found
    }

    fn collect_nearest(self, names: &[&str], found: &mut Vec<Element<'t>>) {
        for child in self.children() {
            if names.contains(&child.word()) {
                found.push(child);
            } else {
                child.collect_nearest(names, found);
            }
        }
    }

    /// Returns the first child with that name of Word's.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.word() == name)
    }

    /// Returns the first child with that name, whatever its namespace is.
    pub fn named(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// Returns the value of an attribute by its name without a prefix.
    pub fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        let mut attributes = self.tag()?.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()
    }

    /// Returns `w:val` of a child.
    pub fn value(self, child: &str) -> Option<Cow<'t, str>> {
        self.child(child)?.attribute("val")
    }

    /// Returns `w:val` of a child as a number.
    pub fn number(self, child: &str) -> Option<usize> {
        self.value(child)?.trim().parse().ok()
    }

    /// Returns whether a property is on that is a child (17.17.4, `ST_OnOff`); None where it does not stand.
    pub fn toggle(self, child: &str) -> Option<bool> {
        let value = self.child(child)?.attribute("val");
        Some(!matches!(value.as_deref(), Some("0" | "false" | "off")))
    }

    /// Returns the text that stands in it, not in its children.
    pub fn text(self) -> String {
        let nodes = self.tree.0.get(self.at + 1..self.end()).unwrap_or_default();
        let text = |node: &'t Node<'t>| match node {
            Node::Text(text) => Some(text.as_ref()),
            Node::Element { .. } => None,
        };
        nodes.iter().filter_map(text).collect()
    }

    fn tag(self) -> Option<&'t BytesStart<'t>> {
        match self.tree.0.get(self.at) {
            Some(Node::Element { tag, .. }) => Some(tag),
            _ => None,
        }
    }

    fn namespace(self) -> Namespace {
        match self.tree.0.get(self.at) {
            Some(Node::Element { namespace, .. }) => *namespace,
            _ => Namespace::Other,
        }
    }

    fn end(self) -> usize {
        match self.tree.0.get(self.at) {
            Some(Node::Element { end, .. }) => *end,
            _ => self.at + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_elements_and_texts_than_are_allowed_are_refused() {
        assert!(Tree::read_within(3, "a", "<a><b/>c</a>").is_ok());
        let error = Tree::read_within(2, "a", "<a><b/>c</a>").err();
        assert_eq!(error, Some(Unreadable::TooLarge(Limit::Text)));
    }

    #[test]
    fn elements_too_deep_in_elements_are_refused() {
        let nested = |depth| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(Tree::read("a", &nested(DEPTH)).is_ok());
        assert_eq!(Tree::read("a", &nested(DEPTH + 1)).err(), Some(Unreadable::TooLarge(Limit::Depth)));
    }
}
