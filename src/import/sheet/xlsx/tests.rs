use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read;
use crate::outline::document::{Block, Cell, Document, Place, Remark, Unreadable};

/// A workbook with these contents of worksheets, named 甲 and 乙, the second hidden.
fn workbook(sheets: &[&str], styles: &str, texts: &str) -> Result<Document, Unreadable> {
    let mut listed = String::new();
    let mut related = String::new();
    let mut parts = vec![
        ("xl/styles.xml".to_owned(), format!("<styleSheet>{styles}</styleSheet>")),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{texts}</sst>")),
        (
            "_rels/.rels".to_owned(),
            relationships("<Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/>"),
        ),
    ];
    for (at, (content, (name, state))) in sheets.iter().zip([("甲", "visible"), ("乙", "hidden")]).enumerate()
    {
        listed.extend([format!("<sheet name='{name}' sheetId='{at}' state='{state}' r:id='s{at}'/>")]);
        related.extend([format!("<Relationship Id='s{at}' Type='x/worksheet' Target='sheet{at}.xml'/>")]);
        parts.push((format!("xl/sheet{at}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    for role in ["styles", "sharedStrings"] {
        related.extend([format!("<Relationship Id='{role}' Type='x/{role}' Target='/xl/{role}.xml'/>")]);
    }
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook xmlns:r='r'><sheets>{listed}</sheets></workbook>"),
    ));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relationships(&related)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("it can be begun");
        zip.write_all(content.as_bytes()).expect("it can be written");
    }
    read(&zip.finish().expect("it can be closed").into_inner())
}

fn relationships(inside: &str) -> String {
    format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{inside}</Relationships>"
    )
}

/// The cells of the first sheet, which holds this.
fn cells(content: &str, styles: &str, texts: &str) -> Vec<Cell> {
    let document = workbook(&[content], styles, texts).expect("it is a workbook");
    let Some(Block::Table(table)) = document.blocks.into_iter().next() else { panic!("a sheet is a table") };
    table.rows.into_iter().flat_map(|row| row.cells).collect()
}

fn texts(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(Cell::text).collect()
}

#[test]
fn a_merged_cell_stands_once_at_its_upper_left_corner() {
    let content = "<sheetData><row r='2'><c r='B2' t='str'><v>学习</v></c><c r='C2' t='str'><v>甲</v></c></row>\
        <row r='3'><c r='B3' t='str'><v>盖住</v></c><c r='C3' t='str'><v>乙</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='B2:B3'/><mergeCell ref='D9:A1'/></mergeCells>";
    let cells = cells(content, "", "");
    assert_eq!(texts(&cells), ["学习", "甲", "乙"]);
    let spans: Vec<_> = cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect();
    assert_eq!(spans, [(1, 1, 2), (2, 1, 1), (2, 1, 1)]);
}

#[test]
fn a_place_is_the_sheet_the_row_and_the_column() {
    let content = "<sheetData><row r='7'><c r='C7' t='inlineStr'><is><t>甲</t></is></c></row></sheetData>";
    let document = workbook(&[content], "", "").expect("it is a workbook");
    let Some(Block::Table(table)) = document.blocks.first() else { panic!("a sheet is a table") };
    let place = |column| Place::Sheet { sheet: "甲".to_owned(), row: 7, column };
    assert_eq!((table.number, table.sheet.as_deref(), &table.rows[0].place), (1, Some("甲"), &place(None)));
    let [Block::Paragraph(paragraph)] = &table.rows[0].cells[0].blocks[..] else { panic!("it is one line") };
    assert_eq!(paragraph.place, place(Some(3)));
}

#[test]
fn a_number_is_a_day_by_its_format_and_a_text_stays_one() {
    let styles = "<numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/></numFmts>\
        <cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='9'/><xf numFmtId='31'/></cellXfs>";
    let content = "<sheetData><row><c s='1'><v>43244</v></c><c s='3'><v>43244</v></c><c s='2'><v>0.5</v></c>\
        <c><v>43244.0</v></c><c t='str' s='1'><v>2018/6/31</v></c><c t='d'><v>2018-05-24T00:00:00</v></c></row></sheetData>";
    let cells = cells(content, styles, "");
    assert_eq!(texts(&cells), ["2018-05-24", "2018-05-24", "50%", "43244", "2018/6/31", "2018-05-24"]);
    let days: Vec<_> = cells.iter().map(|cell| cell.day.is_some()).collect();
    assert_eq!(days, [true, true, false, false, false, true]);
}

#[test]
fn a_shared_text_has_its_lines_and_what_is_struck_out_and_not_how_it_is_spoken() {
    let shared = "<si><r><rPr><strike/></rPr><t>5月1日</t></r><r><t>5月10日_x000D_\n完成</t></r><rPh><t>ごがつ</t></rPh></si>\
        <si><t>取消的</t></si>";
    let styles = "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId='1'/></cellXfs>";
    let content = "<sheetData><row><c t='s'><v>0</v></c><c t='s' s='1'><v>1</v></c><c t='s'><v>9</v></c></row></sheetData>";
    let cells = cells(content, styles, shared);
    assert_eq!(texts(&cells), ["5月10日\n完成", ""]);
    let [Block::Paragraph(first), Block::Paragraph(second)] = &cells[0].blocks[..] else {
        panic!("two lines")
    };
    assert_eq!((first.runs[0].marks.struck, first.runs[1].marks.struck), (true, false));
    assert_eq!(second.text(), "完成");
}

#[test]
fn a_formula_without_a_value_is_shown_itself() {
    let content = "<sheetData><row><c><f>B1+7</f></c><c><f>B1</f><v>3</v></c><c t='e'><v>#REF!</v></c></row></sheetData>";
    assert_eq!(texts(&cells(content, "", "")), ["=B1+7", "3", "#REF!"]);
}

#[test]
fn hidden_sheets_and_rows_are_read_and_said() {
    let content = "<sheetData><row r='1' hidden='1'><c><v>1</v></c></row><row r='2' hidden='1'/></sheetData>";
    let document = workbook(&[content, content], "", "").expect("it is a workbook");
    let rows = |sheet: &str| Remark::HiddenRows { sheet: sheet.to_owned(), rows: 1 };
    assert_eq!(document.remarks, [rows("甲"), Remark::HiddenSheet("乙".to_owned()), rows("乙")]);
    assert_eq!(document.blocks.len(), 2);
}

#[test]
fn a_workbook_without_text_is_empty() {
    assert_eq!(workbook(&["<sheetData><row><c/></row></sheetData>"], "", ""), Err(Unreadable::Empty));
}

#[test]
fn two_cells_at_opposite_corners_are_two_cells() {
    let content = "<sheetData><row><c r='A1'><v>1</v></c></row><row><c r='XFD1048576'><v>2</v></c><c r='ZZZZ9'><v>3</v></c></row></sheetData>";
    assert_eq!(texts(&cells(content, "", "")), ["1", "3", "2"]);
}
