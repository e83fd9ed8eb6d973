//! Rows that stand over those below them, and rows that are none of the plan.

use std::collections::BTreeSet;

use super::columns::Columns;
use super::grid::{Line, Seen, Span};
use super::head::{Head, one_line};
use crate::outline::{numbering, progress};

/// Returns the cell of a row that stands over the rows below it: alone, over several columns or before a row with more.
pub fn heading<'l, 't>(
    line: &'l Line<'t>,
    next: Option<&Line>,
    columns: &Columns,
    head: &Head,
) -> Option<&'l Seen<'t>> {
    let is_carried_group =
        |seen: &Seen| !seen.is_first && columns.groups.iter().any(|group| stands(seen, *group));
    let is_serial = |seen: &Seen| columns.serial.is_some_and(|serial| stands(seen, serial));
    let mut alone =
        line.filled().filter(|seen| !(is_carried_group(seen) || is_serial(seen) && is_chapter(&seen.text)));
    let (Some(seen), None) = (alone.next(), alone.next()) else { return None };
    let title = columns.title?;
    if seen.cell.columns > 1 && Span::of(seen.cell).meets(title) || is_serial(seen) {
        return Some(seen);
    }
    let is_full = |line: &Line| line.filled().filter(|seen| seen.is_first && !is_serial(seen)).count() > 1;
    let is_over = head.columns.len() > 2 && next.is_some_and(is_full);
    (stands(seen, title) && (is_over || is_chapter(numbering::split(&seen.text).0))).then_some(seen)
}

fn stands(seen: &Seen, span: Span) -> bool {
    Span::of(seen.cell).meets(span)
}

/// 一、 （二） 三: numbers of chapters, not of tasks.
fn is_chapter(number: &str) -> bool {
    let bare = number.trim_matches(|c: char| "（）()、.．".contains(c) || c.is_whitespace());
    !bare.is_empty() && bare.chars().all(|c| "一二三四五六七八九十".contains(c))
}

/// The rows without a text that stands apart below them: a cell a row.
pub fn without_text_below<'l, 't>(body: &'l [Line<'t>]) -> &'l [Line<'t>] {
    let is_text = |line: &Line| line.filled().count() == 1;
    let below = body.len() - body.iter().rev().take_while(|line| is_text(line)).count();
    let apart = (below..body.len()).find(|at| *at > 0 && body[*at].is_apart);
    &body[..apart.unwrap_or(body.len())]
}

/// Whether the row sums up, or explains the table.
pub fn is_beside_the_plan(line: &Line, head: &Head) -> bool {
    is_legend(line) || is_sum(line, head) || begins_as_note(line)
}

/// 未开始, 进行中, 已完成 side by side: what can stand in a column.
fn is_legend(line: &Line) -> bool {
    let texts: BTreeSet<&str> = line.filled().map(|seen| seen.text.trim()).collect();
    texts.len() > 1 && texts.into_iter().all(progress::is_state)
}

/// Whether one number stands under the names of several columns.
fn is_sum(line: &Line, head: &Head) -> bool {
    let names = |span: Span| head.columns.iter().filter(|column| column.span.meets(span)).count();
    let is_number = |seen: &&Seen| seen.text.trim().parse::<f64>().is_ok();
    let mut numbers = line.filled().filter(|seen| seen.is_first).filter(is_number);
    numbers.any(|seen| names(Span::of(seen.cell)) > 2)
}

fn begins_as_note(line: &Line) -> bool {
    const SUMS: &[&str] =
        &["合计", "总计", "小计", "共计", "总和", "total", "totals", "subtotal", "sum", "grand total"];
    const NOTES: &[&str] = &[
        "注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表人", "制表人", "审核人", "审批人", "note:",
        "notes:", "*",
    ];
    let Some(first) = line.filled().find(|seen| seen.text.chars().any(char::is_alphabetic)) else {
        return false;
    };
    let text = one_line(&first.text).to_lowercase();
    let bare: String = text.trim_end_matches([':', '：']).split_whitespace().collect();
    SUMS.contains(&text.as_str())
        || SUMS.contains(&bare.as_str())
        || NOTES.iter().any(|note| text.starts_with(note))
}
