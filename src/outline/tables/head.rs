//! Where the names of the columns stand: in one row of the first ten, or in two.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Line, Seen, Span};
use super::names::{Date, Named, named};
use crate::outline::dates::is_time;

/// So many rows can stand above the names.
const ROWS: usize = 10;

/// So many rows below the names tell how many columns stand under one.
const BODY: usize = 300;

/// In characters.
const LONGEST_NAME: usize = 32;

/// A column and its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub span: Span,
    /// The name that stands over several columns, in the row above.
    pub over: String,
    pub name: String,
    /// Of two columns of dates under one name, whether it is the first or the last day.
    pub edge: Option<Date>,
}

/// The names of the columns, and the first row that is none of them.
#[derive(Debug, Default)]
pub struct Head {
    pub columns: Vec<Column>,
    pub body: usize,
}

/// Parts the rows where a further table with a head of its own begins.
pub fn tables<'l, 't>(lines: &'l [Line<'t>]) -> Vec<&'l [Line<'t>]> {
    let (mut tables, mut rest) = (Vec::new(), lines);
    while !rest.is_empty() {
        let (table, below) = rest.split_at(next(rest));
        tables.push(table);
        rest = below;
    }
    tables
}

/// Finds the names of the columns; without any the columns have none.
pub fn find(lines: &[Line]) -> Head {
    let Head { mut columns, body } = names(lines);
    columns.extend(unnamed(&lines[body..], &columns));
    columns.sort_by_key(|column| column.span);
    Head { columns, body }
}

/// Finds the columns that have names.
fn names(lines: &[Line]) -> Head {
    // The last row names nothing.
    let rows = || lines.iter().take(ROWS.min(lines.len().saturating_sub(1))).enumerate();
    let best = rows().map(|(at, line)| (at, score(line))).filter(|(_, score)| *score > 0);
    // The first of the best.
    let best = best.rev().max_by_key(|(_, score)| *score).map(|(at, _)| at);
    let Some(leaf) = best.or_else(|| above_dates(lines)) else {
        return Head::default();
    };
    let (over, leaf) = rows_of_names(lines, leaf);
    let columns = columns(over.map(|over| &lines[over]), &lines[leaf]);
    let columns = columns.into_iter().flat_map(|column| both_edges(column, &lines[leaf + 1..])).collect();
    Head { columns, body: leaf + 1 }
}

/// Returns where the next table begins below the first, or the end of the rows.
fn next(lines: &[Line]) -> usize {
    let head = &names(lines);
    let is_title = |at: usize| lines[at].filled().count() == 1;
    let begins = |at: &usize| {
        let line = &lines[*at];
        let filled = line.filled().count();
        let known = score(line);
        let is_apart = line.is_apart || is_title(at - 1) || known > 2;
        is_apart && known * 3 >= filled * 2 && !is_head_again(line, head)
    };
    let Some(at) = (head.body + 1..lines.len().saturating_sub(1)).find(begins) else { return lines.len() };
    if is_title(at - 1) && at > head.body + 1 { at - 1 } else { at }
}

/// Whether it names the columns again, as at the top of a page.
pub fn is_head_again(line: &Line, head: &Head) -> bool {
    let name = |seen: &Seen| {
        head.columns
            .iter()
            .find(|column| column.span.first == seen.cell.column)
            .map(|column| column.name.as_str())
    };
    let mut filled = line.filled().peekable();
    filled.peek().is_some() && filled.all(|seen| name(seen) == Some(one_line(&seen.text).as_str()))
}

/// How many names of columns a row holds; nothing for a row that can be no head. Days stand in the head of a chart.
pub fn score(line: &Line) -> usize {
    let filled = line.filled().filter(|seen| seen.is_first).count();
    let is_long = line.filled().any(|seen| seen.text.chars().count() > LONGEST_NAME);
    let times = line.filled().filter(|seen| seen.cell.day.is_some() || is_time(&seen.text));
    let times: BTreeSet<&str> = times.map(|seen| &*seen.text).collect();
    let known: Vec<Named> = line.filled().filter_map(|seen| named(&one_line(&seen.text))).collect();
    let is_dated = known.iter().any(|named| matches!(named, Named::Date(_)));
    let is_told = known.len() > 1 || is_dated;
    let is_chart = is_dated && known.len() > 2;
    // 任务, 3月, 4月, 5月
    let is_axis =
        times.len() > 2 && times.len() + known.len() == filled && times.iter().all(|time| numbers(time) < 2);
    let is_head = is_told && (times.is_empty() || is_chart) || is_axis;
    if filled > 1 && !is_long && is_head { known.len() } else { 0 }
}

fn numbers(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count()
}

/// The row before the first in which a date stands, where it could hold names.
fn above_dates(lines: &[Line]) -> Option<usize> {
    let first = lines
        .iter()
        .take(ROWS + 1)
        .position(|line| line.filled().any(|seen| is_day(seen.cell.day, &seen.text)))?;
    let above = first.checked_sub(1)?;
    let mut texts = lines[above].filled().map(|seen| &seen.text);
    // A letter is half as wide as a Chinese character.
    let is_short = texts.all(|text| text.chars().count() <= if text.is_ascii() { 24 } else { 12 });
    (lines[above].filled().count() > 1 && is_short).then_some(above)
}

fn is_day(day: Option<chrono::NaiveDate>, text: &str) -> bool {
    day.is_some() || is_time(text) && text.contains(|c: char| c.is_ascii_digit())
}

/// The row that holds the names over several columns, if there is one, and the one that holds the names.
fn rows_of_names(lines: &[Line], best: usize) -> (Option<usize>, usize) {
    let holds_names = |at: usize| {
        lines.get(at).is_some_and(|line| {
            let mut filled = line.filled().filter(|seen| seen.is_first).peekable();
            filled.peek().is_some()
                && filled.all(|seen| !is_day(seen.cell.day, &seen.text) && seen.text.chars().count() <= 24)
        })
    };
    let width = |at: usize| lines[at].cells.iter().map(|seen| Span::of(seen.cell).end).max().unwrap_or(0);
    let is_over = |at: usize| {
        let filled = lines[at].filled().filter(|seen| seen.is_first).count();
        let reaches =
            |seen: &Seen| seen.cell.rows > 1 || 1 < seen.cell.columns && seen.cell.columns < width(at);
        filled > 1 && lines[at].filled().any(|seen| seen.is_first && reaches(seen))
    };
    let carries = |at: usize| lines[at + 1].cells.iter().any(|seen| !seen.is_first && !seen.is_blank());
    if lines.len() > best + 1
        && is_over(best)
        && (carries(best) || spans(&lines[best]))
        && names_below(lines, best)
        && holds_names(best + 1)
    {
        return (Some(best), best + 1);
    }
    if best > 0 && holds_names(best - 1) && (is_over(best - 1) || is_stepped(&lines[best - 1], &lines[best]))
    {
        return (Some(best - 1), best);
    }
    (None, best)
}

fn spans(line: &Line) -> bool {
    line.filled().any(|seen| seen.cell.columns > 1)
}

/// Whether what begins in the next row stands under names that reach over several columns, or is known as a name.
fn names_below(lines: &[Line], best: usize) -> bool {
    let below = || lines[best + 1].filled().filter(|seen| seen.is_first);
    let is_under_several = |span: Span| lines[best].under(span).is_some_and(|over| over.cell.columns > 1);
    below().count() > 1 && below().all(|seen| is_under_several(Span::of(seen.cell)))
        || below().any(|seen| matches!(named(&one_line(&seen.text)), Some(Named::Date(_))))
            && score(&lines[best + 1]) > 0
}

/// Whether the names above stand where the row below repeats its own: 设计,,开发, over 开始,结束,开始,结束.
fn is_stepped(above: &Line, below: &Line) -> bool {
    let names: Vec<&str> = below.filled().map(|seen| &*seen.text).collect();
    let distinct: BTreeSet<&str> = names.iter().copied().collect();
    above.filled().filter(|seen| seen.is_first).count() > 1 && distinct.len() < names.len()
}

fn columns(over: Option<&Line>, leaf: &Line) -> Vec<Column> {
    let mut last_over = String::new();
    let mut columns = Vec::new();
    for seen in &leaf.cells {
        let span = Span::of(seen.cell);
        let name = one_line(&seen.text);
        let above =
            over.and_then(|over| over.under(span)).filter(|above| !std::ptr::eq(above.cell, seen.cell));
        let above = above.map(|above| one_line(&above.text)).unwrap_or_default();
        if !above.is_empty() || !seen.is_first || over.is_some_and(spans) {
            last_over.clone_from(&above);
        }
        let is_alone = name.is_empty() && !above.is_empty();
        let over = if name.is_empty() || !seen.is_first { String::new() } else { last_over.clone() };
        columns.push(Column { span, over, name: if is_alone { above } else { name }, edge: None });
    }
    columns
}

/// A name of dates over two columns: what stands on the left is the start, and on the right the end.
fn both_edges(column: Column, body: &[Line]) -> Vec<Column> {
    if column.span.end - column.span.first < 2 || !matches!(named(&column.name), Some(Named::Date(_))) {
        return vec![column];
    }
    let mut rows = 0;
    let mut starts = BTreeMap::new();
    for line in body.iter().take(BODY) {
        let inside = line.filled().filter(|seen| Span::of(seen.cell).meets(column.span));
        inside.for_each(|seen| *starts.entry(seen.cell.column).or_insert(0) += 1);
        rows += 1;
    }
    let is_column = |count: usize| count * 2 > rows;
    let starts: Vec<usize> =
        starts.into_iter().filter(|(_, count)| is_column(*count)).map(|(at, _)| at).collect();
    let [first, second] = starts[..] else { return vec![column] };
    let Span { first: begin, end } = column.span;
    let half = |span, edge| Column { span, edge: Some(edge), ..column.clone() };
    vec![
        half(Span { first: begin.max(first), end: second }, Date::Start),
        half(Span { first: second, end }, Date::End),
    ]
}

/// The columns that no name stands over.
fn unnamed(body: &[Line], named: &[Column]) -> Vec<Column> {
    let spans = body.iter().flat_map(Line::filled).map(|seen| Span::of(seen.cell));
    let free = spans.filter(|span| !named.iter().any(|column| column.span.meets(*span)));
    let firsts: BTreeSet<usize> = free.map(|span| span.first).collect();
    let ends = firsts.iter().skip(1).copied().chain([usize::MAX]);
    let upto = |first: usize, end: usize| {
        let next = named.iter().map(|column| column.span.first).filter(|next| *next > first).min();
        Span { first, end: end.min(next.unwrap_or(usize::MAX)) }
    };
    let column = |span| Column { span, over: String::new(), name: String::new(), edge: None };
    firsts.iter().zip(ends).map(|(first, end)| column(upto(*first, end))).collect()
}

/// A name that is broken over lines: 完成\n时间.
pub fn one_line(text: &str) -> String {
    let blank = if text.is_ascii() { " " } else { "" };
    text.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(blank)
}
