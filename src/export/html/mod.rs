//! One page for everybody, which needs nothing beside it: the figures, the timeline, the table.

use super::figures::{Row, rows};
use super::markup::text;
use super::svg;
use super::timetable::Timetable;
use crate::messages::{FigureColumn, PageWord, percent};
use crate::model::agenda::{Counts, Item};
use crate::model::ledger::{Column, Light, Value, value};

/// The columns of the table, in their order.
const COLUMNS: [Column; 8] = [
    Column::Id,
    Column::Group,
    Column::Task,
    Column::Lead,
    Column::Owners,
    Column::Due,
    Column::Standing,
    Column::Progress,
];

const STYLE: &str = include_str!("page.css");
const DRAWING_STYLE: &str = include_str!("../svg.css");
/// Sorts and filters the table; without it the page shows everything in the plan's order.
const SCRIPT: &str = include_str!("page.js");

pub(super) fn write(timetable: &Timetable<'_, '_>) -> String {
    let Timetable { agenda, items, messages, .. } = timetable;
    let (title, word) = (text(agenda.title()), |word| text(messages.page_word(word)));
    let subtitle = text(&messages.ledger_subtitle(agenda.office(), agenda.day()));
    let summary = text(&messages.summary(&Counts::of(items.iter().copied()), Some(agenda.soon())));
    let (picture, figures, table) = (svg::picture(timetable), figures(timetable), table(timetable));
    let (lang, filter, drawing) =
        (messages.language().tag(), word(PageWord::Filter), word(PageWord::Timeline));
    let (figures_name, table_name) = (word(PageWord::Figures), word(PageWord::Activities));
    format!(
        "<!DOCTYPE html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{title}</title>
<style>
{DRAWING_STYLE}{STYLE}</style>
</head>
<body>
<header><h1>{title}</h1><p>{subtitle}</p><p class=\"summary\">{summary}</p></header>
<main>
<section aria-labelledby=\"timeline\"><h2 id=\"timeline\">{drawing}</h2>
<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"timeline\">
{picture}</div></section>
<section aria-labelledby=\"activities\"><h2 id=\"activities\">{table_name}</h2>
<p class=\"tools\" hidden><label>{filter} <input type=\"search\"></label></p>
{table}</section>
<section aria-labelledby=\"figures\"><h2 id=\"figures\">{figures_name}</h2>
<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"figures\">
{figures}</div></section>
</main>
<script>
{SCRIPT}</script>
</body>
</html>
"
    )
}

fn table(timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let head: String =
        COLUMNS.map(|column| format!("<th scope=\"col\">{}</th>", text(messages.column(column)))).concat();
    let body: String = timetable.items.iter().map(|item| row(item, timetable)).collect();
    format!(
        "<table class=\"activities\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    )
}

fn row(item: &Item<'_>, timetable: &Timetable<'_, '_>) -> String {
    let cells = COLUMNS.map(|column| cell(column, item, timetable)).concat();
    format!("<tr>{cells}</tr>\n")
}

/// A cell; what it is called stands with it, for narrow screens, and what it is sorted by.
fn cell(column: Column, item: &Item<'_>, timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let value = value(column, item, 1);
    let mut shown = text(&messages.cell(&value));
    if let (Column::Due, Some(words)) = (column, item.words) {
        shown = format!("{shown} <small>{}</small>", text(words));
    }
    let class = match (column, Light::of(item)) {
        (Column::Standing, Some(light)) => format!(" class=\"{}\"", svg::class(light)),
        _ => String::new(),
    };
    let key = match value {
        Value::Status(_, days) => days.map(|days| format!(" data-key=\"{days}\"")).unwrap_or_default(),
        _ => String::new(),
    };
    let tag = if column == Column::Task { ("th scope=\"row\"", "th") } else { ("td", "td") };
    let empty = if shown.is_empty() { " data-empty" } else { "" };
    format!(
        "<{}{class}{key}{empty} data-name=\"{}\">{shown}</{}>",
        tag.0,
        text(messages.column(column)),
        tag.1
    )
}

fn figures(timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let head = FigureColumn::ALL
        .map(|column| format!("<th scope=\"col\">{}</th>", text(messages.figure_column(column))));
    let mut body = String::new();
    for (by, rows) in rows(timetable) {
        let name = by.map_or(String::new(), |by| text(messages.by(by)));
        let heading =
            format!("<tr><th scope=\"rowgroup\" colspan=\"{}\">{name}</th></tr>\n", FigureColumn::ALL.len());
        let heading = if by.is_some() { heading } else { String::new() };
        let rows: String = rows.iter().map(figures_row).collect();
        body.extend(["<tbody>\n", &heading, &rows, "</tbody>\n"]);
    }
    format!("<table>\n<thead><tr>{}</tr></thead>\n{body}</table>\n", head.concat())
}

fn figures_row(row: &Row) -> String {
    let counts = row.counts.map(|count| format!("<td>{count}</td>")).concat();
    let rate = row.per_mille.map(percent).unwrap_or_default();
    format!(
        "<tr><th scope=\"row\">{}</th>{counts}<td>{rate}</td><td>{}</td></tr>\n",
        text(&row.name),
        row.overdue
    )
}
