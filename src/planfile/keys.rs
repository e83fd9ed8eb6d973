//! The keys of the plan file.

/// The keys of each table, in the order in which they are written.
pub(super) const FILE_KEYS: &[&str] = &["plan", "phase", "activity"];
pub(super) const PLAN_KEYS: &[&str] =
    &["title", "year", "period", "start", "end", "words", "timezone", "office", "source", "soon", "lang"];
pub(super) const PHASE_KEYS: &[&str] = &["id", "title", "period", "start", "end", "words", "moved"];
pub(super) const ACTIVITY_KEYS: &[&str] = &[
    "id", "title", "due", "start", "period", "words", "question", "moved", "phase", "group", "leader",
    "owner", "support", "content", "requirements", "remark", "notes", "expected", "evidence", "cancelled",
    "cancelled_why", "done", "verified", "verified_by",
];
pub(super) const MOVE_KEYS: &[&str] = &["from", "on", "why", "by"];
pub(super) const NOTE_KEYS: &[&str] = &["on", "text"];
