//! `plan` keeps a written plan: it reads one TOML file, says what is due and what is late on a day,
//! and marks in that same file what is done.
//!
//! The crate has four layers, and imports only run down:
//!
//! 1. ground: [`model`], what a plan is and how it stands on a day, [`outline`], what of a document is a plan, and
//!    [`messages`], how it is said in each language;
//! 2. middle: [`planfile`], the TOML file, [`import`], the documents of other programs, [`export`], other forms of a
//!    plan, and [`terminal`], tables and colour: they do not know each other;
//! 3. upper: [`cli`], what the verbs share;
//! 4. top: [`commands`], a file or a folder a verb, where everything meets.
//!
//! A plan is read into a draft, a draft is checked into a plan, and what is shown of it is an agenda: the plan on a
//! day. Where a change goes is said in `CONTRIBUTING.md`.

pub mod cli;
pub mod commands;
pub mod export;
pub mod import;
pub mod messages;
pub mod model;
pub mod outline;
pub mod planfile;
pub mod terminal;
