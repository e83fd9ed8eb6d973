//! stub
use chrono::NaiveDate;
use std::borrow::Cow;
/// e
#[expect(missing_docs)]
pub enum Edit<'a> {
    Set { id: &'a str, key: &'a str, value: Value<'a> },
    Unset { id: &'a str, key: &'a str },
    Push { id: &'a str, key: &'a str, entry: Value<'a> },
}
/// v
#[expect(missing_docs)]
pub enum Value<'a> {
    Date(NaiveDate),
    Text(Cow<'a, str>),
    Record(Vec<(&'static str, Value<'a>)>),
}
/// e
#[expect(missing_docs)]
pub struct Edited {
    pub text: String,
    pub lines: Vec<usize>,
}
/// r
#[expect(missing_docs)]
pub enum Refused {
    NotToml,
    NoSuchActivity(String),
    MultiLineInlineTable(String),
    NotAScalar(String),
    NotAnArray(String),
    WouldChangeOtherThings,
}
/// e
pub fn edit(text: &str, _edits: &[Edit<'_>]) -> Result<Edited, Refused> {
    Ok(Edited { text: text.to_owned(), lines: vec![] })
}
