//! The package of parts (ECMA-376 part 2): a zip, the kinds of its parts, and how they belong together.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Element, Tree};
use crate::import::limits::within;
use crate::outline::document::{Limit, Unreadable};

const CONTENT_TYPES: &str = "[content_types].xml";

pub struct Package<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The entries of the zip by their names, which do not tell apart small and large letters (part 2, 6.2.2.3).
    entries: HashMap<String, usize>,
    unpacked: usize,
}

/// A part of a package, and what it is to the part that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub id: String,
    /// The last word of the relationship's type: `styles`, `header`.
    pub role: String,
    pub part: String,
}

impl<'b> Package<'b> {
    /// # Errors
    /// Unknown where the bytes are no zip; damaged where they begin as one.
    pub fn open(bytes: &'b [u8]) -> Result<Package<'b>, Unreadable> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Unreadable::Unknown);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged("ZIP".to_owned()))?;
        let named = |at| Some((key(&zip.name_for_index(at)?.ok()?), at));
        let entries = (0..zip.len()).filter_map(named).collect();
        Ok(Package { zip, entries, unpacked: 0 })
    }

    /// Returns the name of the part that the package is about: the text (part 1, 11.3.10), the workbook (12.3.23).
    ///
    /// # Errors
    /// Unknown where there is none.
    pub fn main(&mut self) -> Result<String, Unreadable> {
        let main = self.related("")?.into_iter().find(|related| related.role == "officeDocument");
        Ok(main.ok_or(Unreadable::Unknown)?.part)
    }

    /// Returns the text of a part; None where it is not there.
    ///
    /// # Errors
    /// Where it cannot be unpacked, or is too large.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, Unreadable> {
        let Some(at) = self.entries.get(&key(part)) else { return Ok(None) };
        let damaged = || Unreadable::Damaged(part.to_owned());
        let entry = self.zip.by_index(*at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Encrypted,
            _ => damaged(),
        })?;
        let bytes = unpacked(entry, part)?;
        self.unpacked += bytes.len();
        within(Limit::Unpacked, self.unpacked)?;
        // A mark at the beginning says whether it is UTF-16 (part 2, 6.2.5: no other encoding is allowed).
        let (text, _, has_errors) = encoding_rs::UTF_8.decode(&bytes);
        if has_errors { Err(damaged()) } else { Ok(Some(text.into_owned())) }
    }

    /// Reads the XML of a part; None where it is not there.
    ///
    /// # Errors
    /// As for its text, and where the XML is broken.
    pub fn root_of<T>(
        &mut self,
        part: &str,
        read: impl FnOnce(Element) -> T,
    ) -> Result<Option<T>, Unreadable> {
        let Some(text) = self.text(part)? else { return Ok(None) };
        let tree = Tree::read(part, &text)?;
        Ok(Some(read(tree.root())))
    }

    /// Returns the parts that a part names in its relationships (part 2, 6.5); those of the package for "".
    ///
    /// # Errors
    /// As for a text.
    pub fn related(&mut self, part: &str) -> Result<Vec<Related>, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let relationships = format!("{folder}/_rels/{name}.rels");
        let related = |relationship: Element| {
            let is_inside = relationship.attribute("TargetMode").as_deref() != Some("External");
            let role = relationship.attribute("Type")?.rsplit('/').next()?.to_owned();
            let part = resolved(folder, &relationship.attribute("Target")?);
            let id = relationship.attribute("Id").unwrap_or_default().into_owned();
            is_inside.then_some(Related { id, role, part })
        };
        let read = |root: Element| root.children().filter_map(related).collect();
        Ok(self.root_of(&relationships, read)?.unwrap_or_default())
    }

    /// Returns the content type of a part (part 2, 6.2.3).
    ///
    /// # Errors
    /// As for a text.
    pub fn content_type(&mut self, part: &str) -> Result<Option<String>, Unreadable> {
        let extension = part.rsplit('.').next().unwrap_or_default();
        let is_of_part = |it: &Element| it.attribute("PartName").is_some_and(|name| key(&name) == key(part));
        let is_of_extension = |it: &Element| {
            it.attribute("Extension").is_some_and(|other| other.eq_ignore_ascii_case(extension))
        };
        let kind = self.root_of(CONTENT_TYPES, |root| {
            let found = root.children().find(is_of_part).or_else(|| root.children().find(is_of_extension));
            found.and_then(|it| it.attribute("ContentType")).map(Cow::into_owned)
        })?;
        Ok(kind.flatten())
    }
}

/// Unpacks a part.
fn unpacked(entry: impl Read, part: &str) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let mut entry = entry.take(Limit::Text.most() as u64 + 1);
    entry.read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged(part.to_owned()))?;
    within(Limit::Text, bytes.len())?;
    Ok(bytes)
}

/// Returns a part's name as it is compared: some programs write `\` for `/`.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Returns the part that a target is, seen from a folder (part 2, 6.3.4).
fn resolved(folder: &str, target: &str) -> String {
    let path = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};

    use super::*;

    #[test]
    fn a_part_without_an_end_is_refused() {
        assert_eq!(unpacked(io::repeat(b' '), "a"), Err(Unreadable::TooLarge(Limit::Text)));
        let most = Limit::Text.most();
        assert_eq!(unpacked(io::repeat(b' ').take(most as u64), "a").map(|bytes| bytes.len()), Ok(most));
    }

    #[test]
    fn parts_that_unpack_to_more_than_any_plan_together_are_refused() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a", zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(b"four").expect("memory");
        let bytes = zip.finish().expect("memory").into_inner();
        let mut package = Package::open(&bytes).expect("it is sound");
        package.unpacked = Limit::Unpacked.most() - 4;
        assert_eq!(package.text("a"), Ok(Some("four".to_owned())));
        assert_eq!(package.text("a"), Err(Unreadable::TooLarge(Limit::Unpacked)));
    }
}
