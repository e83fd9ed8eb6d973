//! The shapes of a document ([MS-ODRAW] 2.2): which of them belong to a group.

use std::collections::BTreeMap;

use super::bytes::{place_at, slice, u16_at};

const DG_CONTAINER: u16 = 0xF002;
const SPGR_CONTAINER: u16 = 0xF003;
const SP_CONTAINER: u16 = 0xF004;
const FSP: u16 = 0xF00A;
/// How a record begins (2.2.1), and the first of the two containers that make up an `OfficeArtContent` ([MS-DOC]
/// 2.9.172).
const HEADER: usize = 8;
const DGG_CONTAINER: u16 = 0xF000;

/// Returns each shape of a group with the outermost group that it stands in, which is what the text knows.
pub fn groups(content: &[u8]) -> BTreeMap<usize, usize> {
    let mut groups = BTreeMap::new();
    let Some((DGG_CONTAINER, _, mut rest)) = record(content) else { return groups };
    // Before each drawing, a byte says where it belongs.
    while let Some((DG_CONTAINER, drawing, after)) = rest.get(1..).and_then(record) {
        rest = after;
        let patriarch = records(drawing).filter(|(kind, _)| *kind == SPGR_CONTAINER);
        for (kind, group) in patriarch.flat_map(|(_, shapes)| records(shapes)) {
            if kind == SPGR_CONTAINER {
                let shapes = shapes(group);
                let Some(outermost) = shapes.first().copied() else { continue };
                groups.extend(shapes.into_iter().map(|shape| (shape, outermost)));
            }
        }
    }
    groups
}

/// Returns the shapes in a group, and in the groups inside it; the first is the group itself.
fn shapes(group: &[u8]) -> Vec<usize> {
    let mut shapes = Vec::new();
    let mut open = vec![group];
    while let Some(content) = open.pop() {
        let Some((kind, body, after)) = record(content) else { continue };
        open.push(after);
        match kind {
            SPGR_CONTAINER | SP_CONTAINER => open.push(body),
            FSP => shapes.extend(place_at(body, 0)),
            _ => {}
        }
    }
    shapes
}

fn records(content: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = content;
    std::iter::from_fn(move || {
        let (kind, body, after) = record(rest)?;
        rest = after;
        Some((kind, body))
    })
}

/// Returns the kind of the first record, what it holds, and what follows it.
fn record(content: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (kind, length) = (u16_at(content, 2)?, place_at(content, 4)?);
    Some((kind, slice(content, HEADER, length)?, &content[HEADER + length..]))
}
