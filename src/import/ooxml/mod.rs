//! What Word documents and workbooks are both made of (ECMA-376): a package of parts, and the XML in them.

pub mod package;
pub mod xml;
