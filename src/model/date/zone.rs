//! The zone of an hour in the words.

/// A zone as words name it: its offsets from UTC in minutes. There are two of a zone with summer time, for CET is
/// written in summer too, and of a name that stands for two zones (CST).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(pub [i32; 2]);

impl Zone {
    /// Whether it is so many minutes from UTC there.
    pub fn has(self, minutes: i32) -> bool {
        self.0.contains(&minutes)
    }
}
