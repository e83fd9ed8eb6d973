//! Which tables are timetables, and why the others are left.

use super::columns::Columns;
use super::fields::MARKS;
use super::grid::{Line, Span};
use super::head::Head;
use super::names::{Date, Named, Surely, named};
use crate::outline::account::LeftWhy;
use crate::outline::dates::is_time;
use crate::outline::owners::Part;

/// Why a table is no timetable, if it is none; `name` is that of its sheet or the line above it.
pub fn why_left(lines: &[Line], name: Option<&str>, head: &Head, columns: &Columns) -> Option<LeftWhy> {
    let kinds: Vec<Named> = head.columns.iter().filter_map(|column| named(&column.name)).collect();
    let count = |kind: Named| kinds.iter().filter(|other| **other == kind).count();
    let dates = kinds
        .iter()
        .filter(|kind| matches!(kind, Named::Date(Date::Start | Date::End | Date::Due | Date::When)));
    let has_deadlines =
        kinds.iter().any(|kind| matches!(kind, Named::Date(Date::Start | Date::End | Date::Due)));
    let is_titled = columns.titled == Some(Surely::Yes);
    if name.is_some_and(is_of_the_past) {
        return Some(LeftWhy::Past);
    }
    // A longer line above it is a sentence.
    let name = name.filter(|name| name.chars().count() <= 24).map(str::to_lowercase).unwrap_or_default();
    let is_called = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let has_dates = columns.is_dated || is_titled && !columns.stages.is_empty();
    let is_history = count(Named::Version) > 1 || count(Named::Version) == 1 && !has_deadlines && !is_titled;
    if is_history || is_called(HISTORIES) && !is_titled {
        return Some(LeftWhy::History);
    }
    if count(Named::Person) > 1 && !is_titled || is_called(STAFF) && !has_deadlines {
        return Some(LeftWhy::Staff);
    }
    if count(Named::Money) > 0 && !(is_titled && dates.count() > 0) || is_called(BUDGETS) && !has_deadlines {
        return Some(LeftWhy::Budget);
    }
    if count(Named::Effort) > 0 && (!has_dates || columns.titled.is_none()) {
        return Some(LeftWhy::Estimate);
    }
    let leads = |(part, _): &(Part, _)| matches!(part, Part::Lead | Part::Responsible);
    let is_division = columns.titled >= Some(Surely::Likely) && columns.owners.iter().any(leads);
    if has_dates || is_division {
        return None;
    }
    Some(if is_chart(head, lines) {
        LeftWhy::Marks
    } else if is_form(lines) {
        LeftWhy::Form
    } else {
        LeftWhy::NoDates
    })
}

const HISTORIES: &[&str] = &[
    "修订记录", "修改记录", "变更记录", "更新记录", "修订历史", "变更历史", "版本历史", "文档历史",
    "revision", "change history", "document history", "version history", "changelog", "change log",
];
const STAFF: &[&str] = &["人员名单", "成员名单", "通讯录", "花名册", "staff", "personnel", "contacts"];
const BUDGETS: &[&str] = &["预算", "经费", "费用", "budget", "expenses", "costs"];

/// Whether the line above it says that it is that of an earlier year: 去年课程表.
fn is_of_the_past(name: &str) -> bool {
    const PAST: &[&str] = &["去年", "往年", "上年度", "上一年", "last year", "previous year", "past years"];
    const LONGEST: usize = 60;
    let name = name.to_lowercase();
    name.chars().count() <= LONGEST && PAST.iter().any(|word| name.contains(word))
}

/// Whether months or days are names of columns, and nothing but marks or colours stands under them.
fn is_chart(head: &Head, lines: &[Line]) -> bool {
    let times: Vec<Span> =
        head.columns.iter().filter(|column| is_time(&column.name)).map(|column| column.span).collect();
    let is_marked = |line: &Line| {
        let mut under = times.iter().filter_map(|span| line.own(*span));
        under.all(|seen| seen.text.chars().all(|c| c.is_whitespace() || MARKS.contains(c)))
    };
    times.len() > 2 && lines[head.body..].iter().all(is_marked)
}

/// Whether labels and what is filled in stand side by side: its rows differ in how many cells they have, or a cell holds
/// paragraphs.
fn is_form(lines: &[Line]) -> bool {
    let mut widths = lines.iter().map(|line| line.row.cells.iter().map(|cell| cell.columns).max());
    let first = widths.next();
    widths.any(|width| Some(width) != first)
}
