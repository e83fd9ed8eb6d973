//! A plan on a day, handed on in other forms.

pub mod bulletin;
pub mod json;
