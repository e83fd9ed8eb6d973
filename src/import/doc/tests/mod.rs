//! A file that LibreOffice made of `tests/documents/revised.py`, where the words that are expected stand, and files that
//! are made here byte by byte as Word writes them.

mod made;

use made::{Made, contained};

use super::read;
use crate::outline::document::{Block, Cell, Document, Paragraph, Place, Run, Table, Unreadable};

const REVISED: &[u8] = include_bytes!("../../../../tests/documents/revised-plan.doc");

fn revised() -> Document {
    read(REVISED).expect("it is sound")
}

fn paragraphs(blocks: &[Block]) -> Vec<&Paragraph> {
    let mut paragraphs = Vec::new();
    for block in blocks {
        if let Block::Paragraph(paragraph) = block {
            paragraphs.push(paragraph);
        }
    }
    paragraphs
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    let mut tables = Vec::new();
    for block in blocks {
        if let Block::Table(table) = block {
            tables.push(table);
        }
    }
    tables
}

/// A paragraph with its number, what was inserted as `+[…]`, what was deleted as `-[…]`, what was struck as `~[…]`.
fn shown(paragraph: &Paragraph) -> String {
    let run = |run: &Run| match (run.marks.inserted, run.marks.deleted, run.marks.struck) {
        (false, false, false) => run.text.clone(),
        (true, false, false) => format!("+[{}]", run.text),
        (false, true, false) => format!("-[{}]", run.text),
        (false, false, true) => format!("~[{}]", run.text),
        _ => format!("?[{}]", run.text),
    };
    paragraph.number.clone() + &paragraph.runs.iter().map(run).collect::<String>()
}

fn all_shown(blocks: &[Block]) -> Vec<String> {
    paragraphs(blocks).into_iter().map(shown).collect()
}

/// Each cell: column, columns, rows, text.
fn cells(cells: &[Cell]) -> Vec<(usize, usize, usize, String)> {
    cells
        .iter()
        .map(|cell| (cell.column, cell.columns, cell.rows, all_shown(&cell.blocks).join("/")))
        .collect()
}

#[test]
fn paragraphs_stand_in_their_order_with_numbers_and_what_reviewers_did() {
    let document = revised();
    let expected = [
        "集中攻坚方案",
        "一、工作安排\t1",
        "二、工作要求\t2",
        "第一阶段动员部署",
        "一.1召开动员会",
        "第二阶段全面实施",
        "5月+[25日]-[20日]前报~[科技科]督查室。",
        "-[逾期不报]通报批评。",
        "（一）自查",
        "（二）整改",
        "（一）再查",
        "联系方式见框。",
        "联系人：办公室",
        "电话：12345",
        "",
        "含节假日。",
    ];
    assert_eq!(all_shown(&document.blocks), expected);
}

#[test]
fn a_paragraph_has_its_place_the_level_of_a_heading_and_whether_it_is_of_the_contents() {
    let document = revised();
    let paragraphs = paragraphs(&document.blocks);
    let places: Vec<_> = paragraphs.iter().map(|paragraph| paragraph.place.clone()).collect();
    let expected = (1..=12).map(Place::Paragraph).chain([
        Place::TextBox(1),
        Place::TextBox(1),
        Place::Paragraph(13),
        Place::Footnote(1),
    ]);
    assert_eq!(places, expected.collect::<Vec<_>>());
    let levels: Vec<_> = paragraphs[2..7].iter().map(|paragraph| paragraph.level).collect();
    assert_eq!(levels, [None, Some(1), Some(2), Some(1), None]);
    let contents: Vec<_> = paragraphs[..4].iter().map(|paragraph| paragraph.is_contents).collect();
    assert_eq!(contents, [false, true, true, false]);
}

#[test]
fn headers_and_footers_stand_apart() {
    let document = revised();
    let margins: Vec<_> = document.margins.iter().map(shown).collect();
    assert_eq!(margins, ["攻坚办〔2020〕1号", "第1页"]);
    assert!(document.margins.iter().all(|paragraph| paragraph.place == Place::Margin));
}

#[test]
fn a_merged_cell_stands_once_at_its_upper_left_corner() {
    let document = revised();
    let [table] = tables(&document.blocks)[..] else { panic!("{document:?}") };
    let cell = |column, columns, rows, text: &str| (column, columns, rows, text.to_owned());
    let expected = [
        vec![cell(0, 1, 1, "阶段"), cell(1, 1, 1, "任务"), cell(2, 1, 1, "时限")],
        vec![cell(0, 1, 2, "自查"), cell(1, 1, 1, "摸底"), cell(2, 1, 1, "6月1日/6月5日")],
        vec![cell(1, 1, 1, "排查"), cell(2, 1, 1, "")],
        vec![cell(0, 2, 1, "合计"), cell(2, 1, 1, "两项")],
        vec![cell(0, 2, 1, "-[合计]"), cell(2, 1, 1, "-[两项]")],
    ];
    assert_eq!(table.rows.iter().map(|row| cells(&row.cells)).collect::<Vec<_>>(), expected);
    let deleted: Vec<_> = table.rows.iter().map(|row| row.marks.deleted).collect();
    assert_eq!(deleted, [false, false, false, false, true]);
    assert_eq!(table.rows[4].place, Place::Row { table: 1, row: 5 });
}

#[test]
fn a_table_inside_a_cell_stands_among_its_blocks() {
    let document = revised();
    let outer = tables(&document.blocks)[0];
    let [inner] = tables(&outer.rows[2].cells[1].blocks)[..] else { panic!("{outer:?}") };
    assert_eq!((outer.number, inner.number), (1, 2));
    assert_eq!(cells(&inner.rows[0].cells), [(0, 1, 1, "甲".to_owned()), (1, 1, 1, "乙".to_owned())]);
    assert_eq!(inner.rows[0].place, Place::Row { table: 2, row: 1 });
}

#[test]
fn marks_that_word_writes_as_not_what_the_style_says_are_read() {
    let deleted = [0x00, 0x08, 0x81];
    let struck = [0x37, 0x08, 0x81];
    let made = Made::default().run("5月", &[]).run("20日", &deleted).run("前", &struck).end("\r", &[]);
    assert_eq!(all_shown(&read(&made.file()).unwrap().blocks), ["5月-[20日]~[前]"]);
}

#[test]
fn a_deleted_mark_lets_the_paragraph_go_on_in_the_next() {
    let deleted = [0x00, 0x08, 1];
    let made = Made::default().run("通报", &[]).run_ends("\r", &deleted, &[]).end("批评\r", &[]);
    assert_eq!(all_shown(&read(&made.file()).unwrap().blocks), ["通报批评"]);
}

#[test]
fn hidden_text_and_instructions_of_fields_are_not_shown() {
    let hidden = [0x3C, 0x08, 1];
    let made = Made::default()
        .run("甲", &[])
        .run("乙", &hidden)
        .end("\u{13}DATE\u{14}5月1日\u{15}\u{1E}\u{1F}\r", &[]);
    assert_eq!(all_shown(&read(&made.file()).unwrap().blocks), ["甲5月1日-"]);
}

/// A row with two cells of these widths; more of its properties.
fn row(made: Made, texts: [&str; 2], widths: [i16; 2], more: &[u8]) -> Made {
    let in_table = [0x16, 0x24, 1];
    let [first, second] = [widths[0], widths[0] + widths[1]].map(i16::to_le_bytes);
    let edges = [[0, 0], first, second].concat();
    let definition = [&[0x17, 0x24, 1, 0x08, 0xD6, 8, 0, 2], edges.as_slice(), more].concat();
    let [left, right] = texts.map(|text| format!("{text}\u{7}"));
    let end = [in_table.as_slice(), &definition].concat();
    made.end(&left, &in_table).end(&right, &in_table).end("\u{7}", &end)
}

#[test]
fn columns_come_from_the_edges_of_all_rows_together() {
    let made = row(Made::default(), ["甲", "乙"], [1000, 3000], &[]);
    let made = row(made, ["丙", "丁"], [2000, 2005], &[]).end("\r", &[]);
    let document = read(&made.file()).unwrap();
    let [table] = tables(&document.blocks)[..] else { panic!("{document:?}") };
    let rows: Vec<_> = table.rows.iter().map(|row| cells(&row.cells)).collect();
    let cell = |column, columns, text: &str| (column, columns, 1, text.to_owned());
    assert_eq!(rows, [[cell(0, 1, "甲"), cell(1, 2, "乙")], [cell(0, 2, "丙"), cell(2, 1, "丁")]]);
}

#[test]
fn tables_that_touch_are_two_where_one_floats() {
    let position = [0x0E, 0x94, 0x64, 0];
    let made = row(Made::default(), ["甲", "乙"], [1000, 1000], &[]);
    let made = row(made, ["丙", "丁"], [1000, 1000], &position);
    let made = row(made, ["戊", "己"], [1000, 1000], &position).end("\r", &[]);
    let document = read(&made.file()).unwrap();
    let rows: Vec<_> =
        tables(&document.blocks).iter().map(|table| (table.number, table.rows.len())).collect();
    assert_eq!(rows, [(1, 1), (2, 2)]);
}

#[test]
fn what_stands_after_the_last_cell_of_a_row_is_in_it() {
    let in_table = [0x16, 0x24, 1];
    let end = [0x16, 0x24, 1, 0x17, 0x24, 1];
    let made = Made::default().end("甲\u{7}", &in_table).end("乙\u{7}", &end).end("\r", &[]);
    let document = read(&made.file()).unwrap();
    assert_eq!(cells(&tables(&document.blocks)[0].rows[0].cells), [(0, 1, 1, "甲/乙".to_owned())]);
}

#[test]
fn a_container_without_a_word_document_is_none_and_one_that_is_broken_is_said_to_be() {
    assert_eq!(read(&contained(&[("Workbook", b"x")])), Err(Unreadable::Unknown));
    assert_eq!(read(&contained(&[("WordDocument", b"x")])), Err(Unreadable::Damaged("FIB".into())));
    assert_eq!(read(&REVISED[..600]), Err(Unreadable::Damaged("OLE".into())));
}

#[test]
fn a_document_without_text_is_empty_or_holds_pictures_alone() {
    assert_eq!(read(&Made::default().end("\r \r", &[]).file()), Err(Unreadable::Empty));
    assert_eq!(read(&Made::default().end("\u{1}\r", &[]).file()), Err(Unreadable::OnlyPictures));
}

#[test]
fn a_damaged_file_is_read_as_far_as_it_goes_or_refused() {
    for length in (0..REVISED.len()).step_by(2111) {
        let _ = read(&REVISED[..length]);
    }
    for at in (0..REVISED.len()).step_by(211) {
        let mut bytes = REVISED.to_vec();
        bytes[at] ^= 0xFF;
        let _ = read(&bytes);
    }
}
