//! The timetable as a table: the head on every page, a line for each group, A4 landscape.

use super::super::colour;
use super::super::timetable::{Timetable, Timetables};
use super::package::{Document, package};
use super::paragraph::{page_number, paragraph};
use crate::model::agenda::Item;
use crate::model::ledger::{Column, Light};
use crate::model::text::look;

/// The columns and their widths, in twentieths of a point: together the width of the type area.
const COLUMNS: [(Column, u32); 8] = [
    (Column::Id, 850),
    (Column::Task, 3300),
    (Column::Requirements, 4300),
    (Column::Lead, 1300),
    (Column::Owners, 1300),
    (Column::Support, 1300),
    (Column::Due, 1350),
    (Column::Standing, 1300),
];
const WIDTH: u32 = 15_000;
const PAGE: &str = r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1021" w:right="919" w:bottom="1021" w:left="919" w:header="567" w:footer="567" w:gutter="0"/>"#;
const STYLES: &str = include_str!("table.xml");

pub(in crate::export) fn timetables(timetables: &Timetables<'_, '_>) -> Vec<u8> {
    let heading = |timetable: &Timetable<'_, '_>| {
        paragraph("Title", "", &timetable.title) + &paragraph("Subtitle", "", &timetable.subtitle())
    };
    let left_out = timetables.left_out().map(|sentence| paragraph("Subtitle", "", &sentence));
    let tables = timetables.plans.iter().map(|timetable| heading(timetable) + &table(timetable));
    let body = left_out.into_iter().chain(tables).collect();
    let foot = page_number("Footer", r#"<w:jc w:val="center"/>"#, ["", ""]);
    package(&Document { styles: STYLES, body, page: PAGE, feet: [foot.clone(), foot] })
}

fn table(timetable: &Timetable<'_, '_>) -> String {
    let grid: String = COLUMNS.map(|(_, width)| format!("<w:gridCol w:w=\"{width}\"/>")).concat();
    let mut rows = head(timetable);
    let mut group = None;
    for item in &timetable.items {
        let its = item.group().or(item.phase.map(|phase| phase.title));
        if its.map(look) != group {
            rows.push_str(&heading(its.unwrap_or_default()));
            group = its.map(look);
        }
        rows.push_str(&row(item, timetable));
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         </w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{}",
        paragraph("Normal", "", "")
    )
}

fn head(timetable: &Timetable<'_, '_>) -> String {
    let cells = COLUMNS.map(|(column, width)| {
        cell(
            width,
            r#"<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>"#,
            "Head",
            timetable.messages.column(column),
        )
    });
    format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>", cells.concat())
}

fn heading(group: &str) -> String {
    let properties = format!(
        "<w:gridSpan w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>",
        COLUMNS.len()
    );
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", cell(WIDTH, &properties, "Group", group))
}

fn row(item: &Item<'_>, timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let cells = COLUMNS.map(|(column, width)| {
        let text = match column {
            Column::Due => messages.due(item),
            _ => messages.cell(&timetable.value(column, item, 1)),
        };
        let light = Light::of(item).filter(|_| column == Column::Standing);
        cell(width, &light.map(fill).unwrap_or_default(), "Cell", &text)
    });
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>", cells.concat())
}

fn fill(light: Light) -> String {
    format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{:06X}\"/>", colour::of(light))
}

fn cell(width: u32, properties: &str, style: &str, text: &str) -> String {
    let text = paragraph(style, "", text);
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>{text}</w:tc>")
}
