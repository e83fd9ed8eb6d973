use encoding_rs::GBK;

use super::{read, workbook};
use crate::outline::document::{Block, Cell, Document, Remark, Unreadable};

const MADE: &[u8] = include_bytes!("../../../../tests/documents/formats-of-cells.xls");

/// A worksheet's offset is known when all before it is written.
const OFFSET: u32 = 0xEEEE_EEEE;

/// A record of these parts.
fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let length = u16::try_from(data.len()).expect("it is short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &data].concat()
}

/// A stream with a sheet that holds these records, after the globals that stand before it.
fn stream(version: u16, globals: &[Vec<u8>], name: &[u8], cells: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(0x809, &[&version.to_le_bytes(), &[0x10, 0]]);
    let end = record(0x0A, &[]);
    let sheet = |offset: u32| record(0x85, &[&offset.to_le_bytes(), &[0, 0], name]);
    let before = |offset| [begin.clone(), globals.concat(), sheet(offset), end.clone()].concat();
    let offset = u32::try_from(before(OFFSET).len()).expect("it is short");
    [before(offset), begin.clone(), cells.concat(), end.clone()].concat()
}

fn texts(document: &Document) -> Vec<Vec<String>> {
    let Some(Block::Table(table)) = document.blocks.first() else { panic!("a sheet is a table") };
    table.rows.iter().map(|row| row.cells.iter().map(Cell::text).collect()).collect()
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let document = read(MADE).expect("it is a workbook");
    let expected: [&[&str]; 15] = [
        &["日期", "2018-05-24"],
        &["时刻", "2018-06-01 14:30"],
        &["月份", "2018年5月"],
        &["文字", "6月10前"],
        &["进度", "50%"],
        &["整数", "1"],
        &["小数", "2.50"],
        &["周次", "第3周"],
        &["序列号", "45071"],
        &["公式", "2018-05-31"],
        &["文字公式", "甲乙"],
        &["错误", "#DIV/0!"],
        &["是非", "TRUE"],
        &["", "两行\n文字"],
        &["横向"],
    ];
    assert_eq!(texts(&document), expected);
    let rows = Remark::HiddenRows { sheet: "格式".to_owned(), rows: 1 };
    assert_eq!(document.remarks, [rows, Remark::HiddenSheet("辅助".to_owned())]);
    let Block::Table(table) = &document.blocks[0] else { panic!("a sheet is a table") };
    let days = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.day.is_some()).count();
    assert_eq!(days, 3);
    let spans =
        |row: usize, cell: usize| (table.rows[row].cells[cell].rows, table.rows[row].cells[cell].columns);
    assert_eq!((spans(13, 0), spans(14, 0)), ((2, 1), (1, 2)));
}

#[test]
fn a_shared_text_goes_on_in_another_record_and_may_change_its_width_there() {
    // Two texts: "ab" in one byte a character, then 工作 in two; the third begins in the first record.
    let first = record(0xFC, &[&[0; 8], &[2, 0, 0, b'a', b'b'], &[4, 0, 0, b'c', b'd']]);
    let second = record(0x3C, &[&[1], &0x5DE5_u16.to_le_bytes(), &0x4F5C_u16.to_le_bytes()]);
    let cell = |column: u8, text: u8| record(0xFD, &[&[0, 0, column, 0, 0, 0, text, 0, 0, 0]]);
    let bytes = stream(0x600, &[first, second], &[1, 0, b'S'], &[cell(0, 0), cell(1, 1)]);
    let document = workbook(&bytes).and_then(super::Workbook::document).expect("it is a workbook");
    assert_eq!(texts(&document), [["ab", "cd工作"]]);
}

#[test]
fn excel_95_writes_texts_in_its_code_page() {
    let text = GBK.encode("五月").0;
    let cell = record(0x204, &[&[0, 0, 0, 0, 0, 0, 4, 0], &text]);
    let number = record(0x27E, &[&[0, 0, 1, 0, 0, 0], &((250_u32 << 2) | 3).to_le_bytes()]);
    let page = record(0x42, &[&936_u16.to_le_bytes()]);
    let bytes = stream(0x500, &[page], &[1, b'S'], &[cell, number]);
    let document = workbook(&bytes).and_then(super::Workbook::document).expect("it is a workbook");
    assert_eq!(texts(&document), [["五月", "2.5"]]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let of = |globals: &[Vec<u8>], cells: &[Vec<u8>]| {
        workbook(&stream(0x600, globals, &[1, 0, b'S'], cells)).and_then(super::Workbook::document)
    };
    assert_eq!(of(&[record(0x2F, &[&[0; 6]])], &[]), Err(Unreadable::Encrypted));
    assert_eq!(of(&[], &[record(0x203, &[&[0; 9]])]), Err(Unreadable::Damaged("S".to_owned())));
    assert_eq!(of(&[], &[]), Err(Unreadable::Empty));
    assert_eq!(read(b"no compound file"), Err(Unreadable::Damaged("OLE2".to_owned())));
}
