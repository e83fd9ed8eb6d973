//! One page for everybody, which needs nothing beside it: the figures, the timeline of each plan, the table.

use super::figures::{Row, rows};
use super::markup::text;
use super::svg;
use super::timetable::{Timetable, Timetables};
use crate::messages::{FigureColumn, PageWord, percent};
use crate::model::agenda::{Counts, Item};
use crate::model::ledger::{Column, Light, Value};

/// The columns of the table, in their order.
const COLUMNS: [Column; 9] = [
    Column::Id,
    Column::Plan,
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

pub(super) fn write(timetables: &Timetables<'_, '_>) -> String {
    let messages = timetables.messages;
    let (title, subtitle) = (text(&timetables.title()), text(&timetables.subtitle()));
    let counts = Counts::of(timetables.items());
    let summary = text(&messages.summary(&counts, timetables.soon()));
    let (lang, sections) = (messages.language().tag(), sections(timetables));
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
{sections}</main>
<script>
{SCRIPT}</script>
</body>
</html>
"
    )
}

/// Who looks at several plans begins with the figures.
fn sections(timetables: &Timetables<'_, '_>) -> String {
    let word = |word| text(timetables.messages.page_word(word));
    let tools = format!(
        "<p class=\"tools\" hidden><label>{} <input type=\"search\"></label></p>\n",
        word(PageWord::Filter)
    );
    let mut sections = [
        ("timeline", PageWord::Timeline, pictures(timetables)),
        ("activities", PageWord::Activities, tools + &table(timetables)),
        ("figures", PageWord::Figures, wide(&figures(timetables), "figures")),
    ];
    if timetables.are_several() {
        sections.rotate_right(1);
    }
    let section = |(id, name, content)| {
        let name = word(name);
        format!("<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{name}</h2>\n{content}</section>\n")
    };
    sections.map(section).concat()
}

/// What is scrolled where it is too wide for a screen.
fn wide(content: &str, label: &str) -> String {
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{label}\">\n{content}</div>"
    )
}

/// The timeline; of several plans each under its title, to be opened.
fn pictures(timetables: &Timetables<'_, '_>) -> String {
    let picture = |timetable| {
        let picture = wide(&svg::picture(timetable), "timeline");
        if !timetables.are_several() {
            return picture;
        }
        let title = text(&timetable.title);
        format!("<details><summary>{title}</summary>\n{picture}</details>\n")
    };
    timetables.plans.iter().map(picture).collect()
}

fn table(timetables: &Timetables<'_, '_>) -> String {
    let columns = timetables.columns(&COLUMNS);
    let name = |column: &Column| text(timetables.messages.column(*column));
    let head = columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", name(column)));
    let body = timetables.rows().map(|(_, timetable, item)| {
        let cells = columns.iter().map(|column| cell(*column, item, timetable));
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    });
    format!(
        "<table class=\"activities\">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
        head.collect::<String>(),
        body.collect::<String>()
    )
}

/// A cell; what it is called stands with it, for narrow screens, and what it is sorted by.
fn cell(column: Column, item: &Item<'_>, timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let value = timetable.value(column, item, 1);
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

fn figures(timetables: &Timetables<'_, '_>) -> String {
    let messages = timetables.messages;
    let head = FigureColumn::ALL
        .map(|column| format!("<th scope=\"col\">{}</th>", text(messages.figure_column(column))));
    let mut body = String::new();
    for (by, rows) in rows(timetables) {
        let name = by.map(text).unwrap_or_default();
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
