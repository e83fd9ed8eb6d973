//! Tracked changes and struck-out text.

use super::*;
use crate::outline::document::{Marks, Place};

const INSERTED: Marks = Marks { inserted: true, deleted: false, struck: false };
const DELETED: Marks = Marks { inserted: false, deleted: true, struck: false };
const STRUCK: Marks = Marks { inserted: false, deleted: false, struck: true };

/// Returns the runs of the first paragraph.
fn runs(docx: &Docx) -> Vec<(String, Marks)> {
    let document = docx.read();
    paragraphs(&document)[0].runs.iter().map(|run| (run.text.clone(), run.marks)).collect()
}

fn looking(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

#[test]
fn insertions_and_deletions_are_marked() {
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>五</w:delText></w:r></w:del></w:p>",
        r("在"),
        r("六")
    );
    let expected = [("在", Marks::default()), ("六", INSERTED), ("五", DELETED)];
    assert_eq!(runs(&Docx::with_body(&body)), expected.map(|(text, marks)| (text.to_owned(), marks)));
    assert_eq!(texts(&body), ["在六"]);
}

#[test]
fn what_was_moved_is_deleted_here_and_inserted_there() {
    let body = format!("<w:p><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>", r("旧"), r("新"));
    let expected = [("旧".to_owned(), DELETED), ("新".to_owned(), INSERTED)];
    assert_eq!(runs(&Docx::with_body(&body)), expected);
}

#[test]
fn a_deletion_inside_an_insertion_is_both() {
    let body = format!("<w:p>{}<w:ins><w:del>{}</w:del></w:ins></w:p>", r("在"), r("去"));
    let both = Marks { inserted: true, deleted: true, struck: false };
    assert_eq!(runs(&Docx::with_body(&body))[1], ("去".to_owned(), both));
}

#[test]
fn struck_text_is_marked_once_and_double() {
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        looking("<w:strike/>", "一"),
        looking("<w:dstrike w:val='true'/>", "二"),
        looking("<w:strike w:val='0'/>", "三")
    );
    let expected = [("一二".to_owned(), STRUCK), ("三".to_owned(), Marks::default())];
    assert_eq!(runs(&Docx::with_body(&body)), expected);
}

#[test]
fn a_style_strikes_and_one_of_a_run_turns_that_of_the_paragraph_over() {
    let styles = "<w:style w:styleId='p'><w:rPr><w:strike/></w:rPr></w:style>\
                  <w:style w:styleId='q'><w:basedOn w:val='p'/></w:style><w:style w:styleId='c'><w:rPr><w:strike/></w:rPr></w:style>";
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val='q'/></w:pPr>{}{}{}</w:p>",
        r("一"),
        looking("<w:rStyle w:val='c'/>", "二"),
        looking("<w:strike w:val='false'/>", "三")
    );
    let expected = [("一".to_owned(), STRUCK), ("二三".to_owned(), Marks::default())];
    assert_eq!(runs(&Docx::with_body(&body).with_styles(styles)), expected);
}

#[test]
fn how_a_run_looked_before_a_change_does_not_count() {
    let body =
        format!("<w:p>{}</w:p>", looking("<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "一"));
    assert_eq!(runs(&Docx::with_body(&body)), [("一".to_owned(), Marks::default())]);
}

#[test]
fn a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() {
    let first = with_properties("<w:rPr><w:del/></w:rPr>", "完成");
    let second = with_properties("<w:outlineLvl w:val='0'/>", "时间");
    let document = Docx::with_body(&format!("{first}{second}{}", p("下"))).read();
    let found: Vec<_> =
        paragraphs(&document).iter().map(|it| (it.place.clone(), it.level, it.text())).collect();
    let expected = [(Place::Paragraph(1), Some(1), "完成时间"), (Place::Paragraph(2), None, "下")];
    assert_eq!(found, expected.map(|(place, level, text)| (place, level, text.to_owned())));
}

#[test]
fn a_deleted_mark_before_a_table_or_at_the_end_loses_nothing() {
    let gone = with_properties("<w:rPr><w:moveFrom/></w:rPr>", "甲");
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("乙"));
    assert_eq!(texts(&format!("{gone}{table}{gone}")), ["甲", "甲"]);
}

#[test]
fn an_inserted_mark_keeps_paragraphs_apart() {
    let first = with_properties("<w:rPr><w:ins/></w:rPr>", "一");
    assert_eq!(texts(&format!("{first}{}", p("二"))), ["一", "二"]);
}

#[test]
fn rows_and_cells_are_inserted_and_deleted() {
    let row = |row: &str, cell: &str| {
        format!("<w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{}</w:tc></w:tr>", p("一"))
    };
    let rows = [row("<w:del/>", ""), row("<w:ins/>", ""), row("", "<w:cellDel/>")].concat();
    let document = Docx::with_body(&format!("<w:tbl>{rows}</w:tbl>")).read();
    let rows = &tables(&document)[0].rows;
    assert_eq!(rows.iter().map(|row| row.marks).collect::<Vec<_>>(), [DELETED, INSERTED, Marks::default()]);
    assert_eq!(rows[2].cells[0].text(), "");
}
