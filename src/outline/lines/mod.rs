//! What of a text is a plan: its phases, its lists and lines with dates, what stands under them, and the deadlines in
//! its sentences.

mod around;
mod asked;
mod below;
mod dated;
mod foot;
mod headings;
mod heads;
mod labels;
mod line;
mod reader;
mod sections;
#[cfg(test)]
mod tests;
mod under;

pub use reader::{Read, Under, read};
