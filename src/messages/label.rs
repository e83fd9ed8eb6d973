//! Headings of columns and names of fields.

use crate::model::report::By;

/// Headings of columns and names of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Id,
    Status,
    Due,
    Words,
    Owner,
    Title,
    Starts,
    OriginalDue,
    Moved,
    Group,
    Phase,
    Leader,
    Support,
    Content,
    Requirements,
    Remark,
    Question,
    Progress,
    Expected,
    Evidence,
    Cancelled,
    Done,
    Verified,
    Hint,
}

impl From<By> for Label {
    fn from(by: By) -> Label {
        match by {
            By::Owner => Label::Owner,
            By::Group => Label::Group,
            By::Phase => Label::Phase,
        }
    }
}
