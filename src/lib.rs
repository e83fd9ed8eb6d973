//! `plan` keeps a written plan: it reads one TOML file, says what is due and what is late on a day,
//! and marks in that same file what is done.
//!
//! The crate has three floors, and imports only run down:
//!
//! 1. [`model`], what a plan is, and [`messages`], how it is said in each language;
//! 2. [`planfile`], the TOML file, [`export`], other forms of a plan, and [`terminal`], the screen:
//!    rooms that do not know each other;
//! 3. [`commands`], one file a verb, where everything meets.

mod cli;
pub mod commands;
pub mod export;
pub mod messages;
pub mod model;
pub mod planfile;
pub mod terminal;
