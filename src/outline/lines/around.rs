//! How the lines around a line look: a line with a date is one of a list where others beside it are like it.

use std::collections::BTreeSet;

use super::dated::{Dated, Form, dated};
use super::headings::Key;
use super::heads::heads;
use super::line::Line;
use crate::outline::sentences::{is_no_name, is_state, is_version};

/// How many lines are looked at on each side.
const NEAR: usize = 8;

/// What each line says in the form of a list.
#[derive(Debug)]
pub struct Around {
    lines: Vec<Option<Seen>>,
    /// The lines with a date that is also that of the lines below.
    heads: BTreeSet<usize>,
}

#[derive(Debug)]
struct Seen {
    dated: Option<Dated>,
    key: Key,
    is_heading: bool,
}

impl Around {
    pub fn of(items: &[Option<Line>]) -> Around {
        let seen =
            |line: &Line| Seen { dated: dated(line), key: Key::of(line), is_heading: line.is_heading() };
        let lines: Vec<_> = items.iter().map(|line| line.as_ref().map(seen)).collect();
        let dates = lines.iter().map(|seen| seen.as_ref().and_then(|seen| seen.dated.as_ref()));
        let heads = heads(items, &dates.collect::<Vec<_>>());
        Around { lines, heads }
    }

    /// Whether the date of a line is also that of the undated lines below it.
    pub fn heads(&self, at: usize) -> bool {
        self.heads.contains(&at)
    }

    pub fn at(&self, at: usize) -> Option<&Dated> {
        self.lines.get(at)?.as_ref()?.dated.as_ref()
    }

    /// How many lines near a line have their date where it has its own.
    pub fn like(&self, at: usize, form: Form, is_bare: bool) -> usize {
        let is_like = |dated: &&Dated| dated.form == form && dated.is_bare() == is_bare;
        self.near(at).filter_map(|seen| seen.dated.as_ref()).filter(is_like).count()
    }

    /// The form of the list in which an undated line stands: at least two beside it have dates, and fewer have none.
    pub fn list(&self, at: usize) -> Option<Form> {
        let beside: Vec<&Seen> = self.near(at).collect();
        let dated = beside.iter().filter_map(|seen| seen.dated.as_ref()).filter(|dated| !dated.is_bare());
        let forms: Vec<Form> = dated.map(|dated| dated.form).collect();
        let is_list = forms.len() >= 2 && forms.len() * 2 > beside.len();
        is_list.then(|| forms[0])
    }

    /// The lines near a line that stand on its level, up to a table or what stands above them.
    fn near(&self, at: usize) -> impl Iterator<Item = &Seen> {
        let own = self.lines[at].as_ref().map(|seen| seen.key);
        let go_on = move |seen: &&Option<Seen>| {
            seen.as_ref().zip(own).is_some_and(|(seen, own)| !(seen.is_heading && seen.key.is_above(own)))
        };
        let before = self.lines[at.saturating_sub(NEAR)..at].iter().rev().take_while(go_on);
        let behind = self.lines[at + 1..self.lines.len().min(at + 1 + NEAR)].iter().take_while(go_on);
        before.chain(behind).flatten().filter(move |seen| Some(seen.key) == own)
    }
}

/// Whether the line is one of a list, and no sentence that begins or ends with a date.
pub fn is_in_list(line: &Line, dated: &Dated, likes: usize) -> bool {
    const NO_NAMES: &[&str] = &[
        "日期", "时间", "印发", "通过", "版本", "号", "updated", "date", "version", "author", "created",
        "published",
    ];
    const DONE: &[&str] = &[" edited ", " updated ", " modified ", " posted ", " committed "];
    let length = dated.name.chars().count();
    let is_short = length <= if dated.name.is_ascii() { 120 } else { 45 };
    let is_numbered = line.style.is_some() || line.level.is_some();
    let name = dated.name.to_lowercase();
    let is_about_text = NO_NAMES.iter().any(|word| {
        let before = name.strip_suffix(word);
        before.is_some_and(|before| !word.is_ascii() || !before.ends_with(|c: char| c.is_ascii_alphabetic()))
    });
    // 版本：V1.2 is that of the text; v4.3 alone is released.
    let is_about_text =
        is_about_text || line.text.starts_with("版本") || DONE.iter().any(|word| name.contains(word));
    // A lone version is that of the text; several are releases.
    let is_no_name = is_no_name(&name) && !(likes > 0 && is_version(&name));
    if is_no_name || is_state(&line.text, 0, &line.text) || is_about_text || name.starts_with("last ") {
        return false;
    }
    // 2018年 in front of a name is part of it.
    if dated.form == Form::First && !dated.is_parted && dated.words.ends_with('年') {
        return false;
    }
    let others = line.dates.len().saturating_sub(1);
    match dated.form {
        Form::Labelled => true,
        Form::Bracketed => is_short && (is_numbered || likes > 0 || line.is_name()),
        Form::First => {
            let has_sign = dated.is_parted && !line.text.contains(['，', '。']);
            is_short && others <= 1 && (likes > 0 || is_numbered || has_sign)
        }
        Form::Last => {
            let is_alone = dated.is_parted && line.is_name() && !name.contains('，');
            let can_be = dated.is_parted || line.text.is_ascii();
            is_short && can_be && others <= 1 && (likes > 0 || is_numbered || is_alone)
        }
    }
}
