//! Why a text cannot be edited.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// It is no TOML, or no plan.
    NotToml,
    /// It has no activity and no phase with this id.
    NoSuchEntry(String),
    /// What has this id is an inline table over several lines.
    MultiLineInlineTable(String),
    /// A key of what has this id holds something other than it should.
    WrongKind(String),
    /// A comment or a key of the author's own would go with what is to go of what has this id.
    HoldsMore(String),
    /// The result does not read as the old plan plus the edits.
    WouldChangeOtherThings,
    /// The result, which is this text, is no sound plan.
    Unsound(String),
}
