//! The shapes of tables, and what their cells hold.

use super::*;
use crate::outline::document::{Limit, Place};

fn tc(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn tbl(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

fn cell(text: &str) -> String {
    tc("", &p(text))
}

/// Returns of every row of the first table each cell: column, columns, rows, text.
fn shape(body: &str) -> Vec<Vec<(usize, usize, usize, String)>> {
    let document = Docx::with_body(body).read();
    let cells = |row: &crate::outline::document::Row| {
        row.cells.iter().map(|cell| (cell.column, cell.columns, cell.rows, cell.text())).collect()
    };
    tables(&document)[0].rows.iter().map(cells).collect()
}

/// A row of a shape.
fn row<const N: usize>(cells: [(usize, usize, usize, &str); N]) -> Vec<(usize, usize, usize, String)> {
    cells.map(|(column, columns, rows, text)| (column, columns, rows, text.to_owned())).into()
}

#[test]
fn cells_stand_in_rows_and_columns_with_their_places() {
    let body = format!("{}{}", p("前"), tbl(&[tr(&[cell("甲"), cell("乙")]), tr(&[cell("丙"), cell("丁")])]));
    let expected = [row([(0, 1, 1, "甲"), (1, 1, 1, "乙")]), row([(0, 1, 1, "丙"), (1, 1, 1, "丁")])];
    assert_eq!(shape(&body), expected);
    let document = Docx::with_body(&body).read();
    let table = tables(&document)[0];
    assert_eq!((table.number, table.sheet.clone()), (1, None));
    let place = Place::Row { table: 1, row: 2 };
    assert_eq!(table.rows[1].place, place);
    assert_eq!(table.rows[1].cells[0].blocks, [Block::Paragraph(Paragraph::plain(place, "丙"))]);
}

#[test]
fn a_cell_merged_across_covers_its_columns() {
    let body = tbl(&[tr(&[tc("<w:gridSpan w:val='2'/>", &p("宽")), cell("三")])]);
    assert_eq!(shape(&body), [row([(0, 2, 1, "宽"), (2, 1, 1, "三")])]);
}

#[test]
fn a_cell_merged_down_stands_once_at_its_upper_left_corner() {
    let below = tc("<w:vMerge/>", "<w:p/>");
    let body = tbl(&[
        tr(&[tc("<w:vMerge w:val='restart'/>", &p("组")), cell("一")]),
        tr(&[below.clone(), cell("二")]),
        tr(&[tc("<w:vMerge w:val='continue'/>", "<w:p/>"), cell("三")]),
        tr(&[tc("<w:vMerge w:val='restart'/>", &p("又")), cell("四")]),
        tr(&[below, cell("五")]),
    ]);
    let expected = [
        row([(0, 1, 3, "组"), (1, 1, 1, "一")]),
        row([(1, 1, 1, "二")]),
        row([(1, 1, 1, "三")]),
        row([(0, 1, 2, "又"), (1, 1, 1, "四")]),
        row([(1, 1, 1, "五")]),
    ];
    assert_eq!(shape(&body), expected);
}

#[test]
fn a_cell_is_merged_down_by_its_column_not_by_its_place_in_the_row() {
    let body = tbl(&[
        tr(&[cell("一"), cell("二"), tc("<w:vMerge w:val='restart'/>", &p("高"))]),
        tr(&[tc("<w:gridSpan w:val='2'/>", &p("宽")), tc("<w:vMerge/>", "<w:p/>")]),
    ]);
    let expected = [row([(0, 1, 1, "一"), (1, 1, 1, "二"), (2, 1, 2, "高")]), row([(0, 2, 1, "宽")])];
    assert_eq!(shape(&body), expected);
}

#[test]
fn a_row_that_begins_later_keeps_its_columns() {
    let later = format!("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}</w:tr>", cell("二"));
    assert_eq!(shape(&tbl(&[tr(&[cell("一"), cell("二")]), later]))[1], row([(1, 1, 1, "二")]));
}

#[test]
fn old_merges_across_and_down_cover_a_square() {
    let merged =
        |down, across| tc(&format!("<w:hMerge w:val='{across}'/><w:vMerge w:val='{down}'/>"), "<w:p/>");
    let first = tc("<w:hMerge w:val='restart'/><w:vMerge w:val='restart'/>", &p("方"));
    let body = tbl(&[
        tr(&[first, merged("restart", "continue"), cell("三")]),
        tr(&[merged("continue", "restart"), merged("continue", "continue"), cell("六")]),
    ]);
    assert_eq!(shape(&body), [row([(0, 2, 2, "方"), (2, 1, 1, "三")]), row([(2, 1, 1, "六")])]);
}

#[test]
fn the_text_of_a_covered_cell_goes_to_the_one_that_covers_it() {
    let body = tbl(&[
        tr(&[tc("<w:vMerge w:val='restart'/>", &p("上"))]),
        tr(&[tc("<w:vMerge/>", &(p("下") + "<w:p/>"))]),
    ]);
    assert_eq!(shape(&body), [row([(0, 1, 2, "上\n下")]), row([])]);
}

#[test]
fn a_cell_that_goes_on_from_nothing_stands_for_itself() {
    let body = tbl(&[tr(&[tc("<w:vMerge/>", &p("一"))]), tr(&[tc("<w:hMerge/>", &p("二"))])]);
    assert_eq!(shape(&body), [row([(0, 1, 1, "一")]), row([(0, 1, 1, "二")])]);
}

#[test]
fn a_cell_holds_several_paragraphs() {
    assert_eq!(shape(&tbl(&[tr(&[tc("", &(p("一") + &p("二")))])])), [row([(0, 1, 1, "一\n二")])]);
}

#[test]
fn a_table_in_a_cell_counts_after_the_one_that_it_stands_in() {
    let inner = tbl(&[tr(&[cell("内")])]);
    let outer = tbl(&[tr(&[tc("", &(p("外") + &inner + "<w:p/>"))])]);
    let document = Docx::with_body(&(outer + &tbl(&[tr(&[cell("后")])]) + &p("段"))).read();
    let Block::Table(inner) = &tables(&document)[0].rows[0].cells[0].blocks[1] else { panic!("no table") };
    assert_eq!([tables(&document)[0].number, inner.number, tables(&document)[1].number], [1, 2, 3]);
    assert_eq!(inner.rows[0].place, Place::Row { table: 2, row: 1 });
    assert_eq!(paragraphs(&document)[0].place, Place::Paragraph(1));
}

#[test]
fn content_controls_around_rows_and_cells_are_passed_over() {
    let sdt = |inside: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let body = tbl(&[sdt(&tr(&[cell("一"), sdt(&cell("二"))]))]);
    assert_eq!(shape(&body), [row([(0, 1, 1, "一"), (1, 1, 1, "二")])]);
}

#[test]
fn a_span_that_no_table_has_is_cut() {
    let body = tbl(&[tr(&[
        tc("<w:gridSpan w:val='4000000000'/>", &p("一")),
        tc("<w:gridSpan w:val='0'/>", &p("二")),
    ])]);
    assert_eq!(shape(&body), [row([(0, 1024, 1, "一"), (1024, 1, 1, "二")])]);
}

#[test]
fn tables_too_deep_in_tables_are_refused() {
    let nested = |depth| (0..depth).fold(p("底"), |inner, _| tbl(&[tr(&[tc("", &inner)])]));
    assert_eq!(tables(&Docx::with_body(&nested(60)).read()).len(), 1);
    assert_eq!(Docx::with_body(&nested(61)).error(), Unreadable::TooLarge(Limit::Depth));
    assert_eq!(Docx::with_body(&nested(1000)).error(), Unreadable::TooLarge(Limit::Depth));
}
