//! Tables as people make them, each shape small and written down.

mod build;
mod chinese;
mod english;
mod groups;
mod left;
