//! The numbers that Word sets before paragraphs.

use super::*;

fn lvl(level: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"
    )
}

fn definition(id: usize, content: &str) -> String {
    format!("<w:abstractNum w:abstractNumId='{id}'>{content}</w:abstractNum>")
}

fn num(id: usize, definition: usize, overrides: &str) -> String {
    format!("<w:num w:numId='{id}'><w:abstractNumId w:val='{definition}'/>{overrides}</w:num>")
}

/// A paragraph of a list.
fn item(num: usize, level: usize, text: &str) -> String {
    with_properties(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr>"), text)
}

fn shown(body: &str, numbering: &str) -> Vec<String> {
    numbered(&Docx::with_body(body).with_numbering(numbering).read())
}

#[test]
fn a_list_shows_its_numbers_by_level() {
    let levels = lvl(0, "chineseCounting", "（%1）", "")
        + &lvl(1, "decimal", "%2.", "")
        + &lvl(2, "decimalEnclosedCircle", "%3", "");
    let body = [
        item(1, 0, "甲"),
        item(1, 1, "乙"),
        item(1, 2, "丙"),
        item(1, 1, "丁"),
        item(1, 0, "戊"),
        item(1, 1, "己"),
    ];
    let expected = ["（一）甲", "1.乙", "①丙", "2.丁", "（二）戊", "1.己"];
    assert_eq!(shown(&body.concat(), &(definition(0, &levels) + &num(1, 0, ""))), expected);
}

#[test]
fn a_level_shows_those_above_it() {
    let levels = lvl(0, "decimal", "第%1章", "") + &lvl(1, "decimal", "%1.%2", "");
    assert_eq!(
        shown(&[item(1, 0, "甲"), item(1, 1, "乙")].concat(), &(definition(0, &levels) + &num(1, 0, ""))),
        ["第1章甲", "1.1乙"]
    );
}

#[test]
fn lists_of_one_definition_count_on_in_common_until_one_starts_anew_which_it_does_once() {
    let anew = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>";
    let numbering =
        definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, "") + &num(2, 0, "") + &num(3, 0, anew);
    let body =
        [item(1, 0, "甲"), item(2, 0, "乙"), item(3, 0, "丙"), item(3, 0, "丁"), item(1, 0, "戊")].concat();
    assert_eq!(shown(&body, &numbering), ["1.甲", "2.乙", "1.丙", "2.丁", "3.戊"]);
}

#[test]
fn a_list_starts_anew_on_all_levels_with_its_first_paragraph_whatever_its_level() {
    let anew =
        |level| format!("<w:lvlOverride w:ilvl='{level}'><w:startOverride w:val='1'/></w:lvlOverride>");
    let levels = lvl(0, "decimal", "%1", "") + &lvl(1, "decimal", "%1.%2", "");
    let numbering = definition(0, &levels) + &num(1, 0, "") + &num(2, 0, &(anew(0) + &anew(1)));
    let body =
        [item(1, 0, "甲"), item(1, 0, "乙"), item(2, 1, "丙"), item(2, 0, "丁"), item(2, 1, "戊")].concat();
    assert_eq!(shown(&body, &numbering), ["1甲", "2乙", "1.1丙", "2丁", "2.1戊"]);
}

#[test]
fn a_list_can_change_a_level_of_its_definition() {
    let changed = format!("<w:lvlOverride w:ilvl='0'>{}</w:lvlOverride>", lvl(0, "upperLetter", "%1)", ""));
    let numbering = definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, &changed);
    assert_eq!(shown(&item(1, 0, "甲"), &numbering), ["A)甲"]);
}

#[test]
fn a_number_hangs_on_a_style_and_its_level_on_the_list() {
    let styles = "<w:style w:styleId='h1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
                  <w:style w:styleId='h2'><w:basedOn w:val='h1'/></w:style><w:style w:styleId='own'><w:basedOn w:val='h2'/></w:style>";
    let levels = lvl(0, "decimal", "%1", "<w:pStyle w:val='h1'/>")
        + &lvl(1, "decimal", "%1.%2", "<w:pStyle w:val='h2'/>");
    let heading = |id| with_properties(&format!("<w:pStyle w:val='{id}'/>"), "题");
    let docx = Docx::with_body(&[heading("h1"), heading("h2"), heading("own")].concat());
    let docx = docx.with_styles(styles).with_numbering(&(definition(0, &levels) + &num(1, 0, "")));
    assert_eq!(numbered(&docx.read()), ["1题", "1.1题", "1.2题"]);
}

#[test]
fn a_style_can_say_the_level_itself() {
    let styles = "<w:style w:styleId='s'><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let levels = lvl(0, "decimal", "%1", "") + &lvl(1, "lowerLetter", "%2)", "");
    let docx = Docx::with_body(&with_properties("<w:pStyle w:val='s'/>", "题"));
    let docx = docx.with_styles(styles).with_numbering(&(definition(0, &levels) + &num(1, 0, "")));
    assert_eq!(numbered(&docx.read()), ["a)题"]);
}

#[test]
fn the_list_of_no_id_takes_the_number_of_the_style_away() {
    let styles = "<w:style w:styleId='s'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let body = with_properties("<w:pStyle w:val='s'/><w:numPr><w:numId w:val='0'/></w:numPr>", "题");
    let numbering = definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, "");
    assert_eq!(
        numbered(&Docx::with_body(&body).with_styles(styles).with_numbering(&numbering).read()),
        ["题"]
    );
}

#[test]
fn a_list_that_names_a_style_of_lists_is_the_one_of_that_style() {
    let numbering = definition(0, "<w:numStyleLink w:val='s'/>")
        + &definition(1, &("<w:styleLink w:val='s'/>".to_owned() + &lvl(0, "upperRoman", "%1.", "")))
        + &num(1, 0, "")
        + &num(2, 1, "");
    assert_eq!(shown(&(item(1, 0, "甲") + &item(2, 0, "乙")), &numbering), ["I.甲", "II.乙"]);
}

#[test]
fn a_format_of_its_own_keeps_its_zeros() {
    let format = "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice>\
                  <mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent>";
    let level = format!("<w:lvl w:ilvl='0'><w:start w:val='7'/>{format}<w:lvlText w:val='%1、'/></w:lvl>");
    assert_eq!(shown(&item(1, 0, "甲"), &(definition(0, &level) + &num(1, 0, ""))), ["007、甲"]);
}

#[test]
fn a_bullet_from_a_font_of_symbols_is_one() {
    let font = "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>";
    let numbering = definition(0, &lvl(0, "bullet", "l", font)) + &num(1, 0, "");
    assert_eq!(shown(&item(1, 0, "甲"), &numbering), ["•甲"]);
}

#[test]
fn what_is_only_the_end_of_a_section_has_no_number() {
    let list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:sectPr/>";
    let end = format!("<w:p><w:pPr>{list}</w:pPr></w:p>");
    let body = item(1, 0, "甲") + &end + &with_properties(list, "乙") + &item(1, 0, "");
    assert_eq!(
        shown(&body, &(definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, ""))),
        ["1.甲", "", "2.乙", "3."]
    );
}

#[test]
fn numbers_stand_in_cells_and_count_on() {
    let numbering = definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, "");
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", item(1, 0, "甲"));
    let document = Docx::with_body(&(table + &item(1, 0, "乙"))).with_numbering(&numbering).read();
    assert_eq!(tables(&document)[0].rows[0].cells[0].text(), "1.甲");
    assert_eq!(numbered(&document), ["2.乙"]);
}

#[test]
fn a_list_that_is_not_there_shows_nothing() {
    assert_eq!(shown(&item(9, 0, "甲"), &num(9, 9, "")), ["甲"]);
    let levels = definition(0, &lvl(0, "decimal", "%1.", "")) + &num(1, 0, "");
    assert_eq!(shown(&item(1, 99, "甲"), &levels), ["甲"]);
}
