//! What a bulletin consists of, before it is dressed.

/// A piece of a bulletin, in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Title(String),
    /// What stands directly below the title.
    Subtitle(String),
    /// To whom it goes.
    Addressee(String),
    /// A paragraph that stands by itself: before the first part, or in place of all of them.
    Lone(String),
    Heading(String),
    Paragraph(String),
    /// A line of a list, and its number, counted from 1.
    Item(usize, String),
    /// Whose bulletin it is; the date follows.
    Signature(String),
    Date(String),
}
