//! What stands in a paragraph, and where.

use super::*;
use crate::outline::document::{Marks, Place, Remark};

#[test]
fn run_boundaries_bookmarks_and_proofing_join_a_word() {
    let body = "<w:p><w:r><w:t>9月2</w:t></w:r><w:bookmarkStart w:id='0' w:name='a'/><w:proofErr w:type='spellStart'/>\
                <w:r><w:t>5日</w:t></w:r><w:bookmarkEnd w:id='0'/><w:smartTag><w:r><w:t>前</w:t></w:r></w:smartTag></w:p>";
    let document = Docx::with_body(body).read();
    let runs = &paragraphs(&document)[0].runs;
    assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>(), ["9月25日前"]);
}

#[test]
fn tabs_breaks_hyphens_and_symbols_are_text() {
    let body = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t>\
                <w:softHyphen/><w:sym w:font='Symbol' w:char='2611'/></w:r></w:p>";
    assert_eq!(texts(body), ["甲\t乙\n丙\n2-3☑"]);
}

#[test]
fn a_break_of_the_page_ends_a_line_unless_nothing_stands_before_it() {
    let page = "<w:r><w:br w:type='page'/></w:r>";
    assert_eq!(texts(&format!("<w:p>{page}{}{page}{}</w:p>", r("甲"), r("乙"))), ["甲\n乙"]);
}

#[test]
fn several_bodies_are_all_read() {
    assert_eq!(texts(&format!("{}</w:body><w:body>{}", p("甲"), p("乙"))), ["甲", "乙"]);
}

#[test]
fn tab_stops_of_a_paragraph_are_no_text() {
    assert_eq!(texts(&with_properties("<w:tabs><w:tab w:val='left' w:pos='420'/></w:tabs>", "一")), ["一"]);
}

#[test]
fn a_line_end_inside_the_xml_of_a_text_is_a_blank() {
    assert_eq!(texts("<w:p><w:r><w:t>two\nwords</w:t></w:r></w:p>"), ["two words"]);
}

#[test]
fn entities_and_character_references_inside_a_text_join_it() {
    assert_eq!(texts(&p("A&amp;B &#x4E2D;&lt;")), ["A&B 中<"]);
    assert_eq!(texts("<w:p><w:r><w:t><![CDATA[a<b]]></w:t></w:r></w:p>"), ["a<b"]);
}

#[test]
fn text_is_told_by_its_namespace_not_by_its_prefix() {
    let document = format!(
        "<document xmlns='{TRANSITIONAL}' xmlns:w='urn:other'><body><p><r><t>甲</t><w:t>非</w:t></r></p></body></document>"
    );
    let read = Docx::with_body("").set("word/document.xml", document).read();
    assert_eq!(paragraphs(&read)[0].text(), "甲");
}

#[test]
fn a_formula_is_text() {
    assert_eq!(
        texts("<w:p><w:r><w:t>令</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"),
        ["令x=1"]
    );
}

#[test]
fn the_reading_over_a_word_is_left_out() {
    let ruby = "<w:ruby><w:rt><w:r><w:t>zhǒng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>种</w:t></w:r></w:rubyBase></w:ruby>";
    assert_eq!(texts(&format!("<w:p><w:r>{ruby}</w:r></w:p>")), ["种"]);
}

#[test]
fn a_field_is_its_result() {
    let field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE \\@ yyyy</w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2021</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
    assert_eq!(texts(&format!("<w:p>{field}{}</w:p>", r("年"))), ["2021年"]);
    assert_eq!(texts(&format!("<w:p><w:fldSimple w:instr='PAGE'>{}</w:fldSimple></w:p>", r("3"))), ["3"]);
}

#[test]
fn a_field_inside_the_instructions_of_another_shows_nothing() {
    let part = |kind| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let inner = [part("begin"), part("separate"), r("内"), part("end")].concat();
    let body =
        ["<w:p>", &part("begin"), &inner, &part("separate"), &r("外"), &part("end"), "</w:p>"].concat();
    assert_eq!(texts(&body), ["外"]);
}

#[test]
fn a_field_without_an_end_takes_no_further_paragraph_with_it() {
    let body = format!("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{}</w:p>{}", r("无"), p("有"));
    assert_eq!(texts(&body), ["", "有"]);
}

#[test]
fn fields_too_deep_in_fields_end_where_they_should() {
    let part = |kind| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let nested = (part("begin") + &part("separate")).repeat(100) + &r("内") + &part("end").repeat(100);
    let hidden = part("begin") + &r("无") + &part("end");
    assert_eq!(texts(&format!("<w:p>{nested}{hidden}{}</w:p>", r("外"))), ["内外"]);
}

#[test]
fn lines_of_contents_are_known_by_their_field_and_by_their_style() {
    let part = |kind| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let begin =
        [&part("begin"), "<w:r><w:instrText> TOC \\o</w:instrText></w:r>", &part("separate")].concat();
    let body = format!(
        "<w:p>{begin}{}</w:p><w:p>{}{}</w:p>{}{}",
        r("一、总则 1"),
        r("二、分工 2"),
        part("end"),
        p("一、总则"),
        with_properties("<w:pStyle w:val='a'/>", "三、附则 3")
    );
    let styles = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='TOC 1'/></w:style>";
    let document = Docx::with_body(&body).with_styles(styles).read();
    let contents: Vec<bool> = paragraphs(&document).iter().map(|it| it.is_contents).collect();
    assert_eq!(contents, [true, true, false, true]);
}

#[test]
fn hidden_text_is_left_out_and_a_hidden_paragraph_too() {
    let hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>";
    let part = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>";
    let document = Docx::with_body(&format!("{hidden}{part}")).read();
    assert_eq!(paragraphs(&document)[0].text(), "明");
    assert_eq!(paragraphs(&document)[0].place, Place::Paragraph(1));
}

#[test]
fn a_heading_is_known_by_its_style_by_what_that_is_based_on_and_by_its_outline_level() {
    let styles = "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>\
                  <w:style w:styleId='b'><w:name w:val='部分'/><w:basedOn w:val='1'/></w:style>\
                  <w:style w:styleId='o'><w:name w:val='章'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>";
    let style = |id| format!("<w:pStyle w:val='{id}'/>");
    let properties = [
        style("1"),
        style("b"),
        style("o"),
        "<w:outlineLvl w:val='2'/>".into(),
        style("1") + "<w:outlineLvl w:val='9'/>",
        style("unknown"),
        String::new(),
    ];
    let body: String = properties.iter().map(|it| with_properties(it, "标题")).collect();
    let document = Docx::with_body(&body).with_styles(styles).read();
    let levels: Vec<_> = paragraphs(&document).iter().map(|it| it.level).collect();
    assert_eq!(levels, [Some(1), Some(1), Some(2), Some(3), None, None, None]);
}

#[test]
fn properties_before_a_change_are_not_those_of_the_paragraph() {
    let body = with_properties("<w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>", "一");
    assert_eq!(paragraphs(&Docx::with_body(&body).read())[0].level, None);
}

#[test]
fn styles_in_a_circle_end() {
    let styles = "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>";
    let body = with_properties("<w:pStyle w:val='a'/>", "一");
    assert_eq!(paragraphs(&Docx::with_body(&body).with_styles(styles).read())[0].level, None);
}

#[test]
fn a_text_box_stands_once_after_its_paragraph() {
    let text_box = format!("<w:txbxContent>{}{}</w:txbxContent>", p("框一"), p("框二"));
    let alternatives = format!(
        "<mc:AlternateContent><mc:Choice Requires='wps'>{text_box}</mc:Choice><mc:Fallback><w:pict>{text_box}</w:pict></mc:Fallback></mc:AlternateContent>"
    );
    let body = format!("<w:p>{}<w:r>{alternatives}</w:r>{}</w:p>{}", r("前"), r("后"), p("下"));
    let document = Docx::with_body(&body).read();
    let found: Vec<_> = paragraphs(&document).iter().map(|it| (it.place.clone(), it.text())).collect();
    let expected = [
        (Place::Paragraph(1), "前后"),
        (Place::TextBox(1), "框一"),
        (Place::TextBox(1), "框二"),
        (Place::Paragraph(2), "下"),
    ];
    assert_eq!(found, expected.map(|(place, text)| (place, text.to_owned())));
}

#[test]
fn a_fallback_stands_where_there_is_no_choice() {
    let body = format!(
        "<w:p><mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
        r("甲")
    );
    assert_eq!(texts(&body), ["甲"]);
}

#[test]
fn notes_stand_after_the_text_in_the_order_of_their_signs() {
    let body = format!(
        "<w:p>{}<w:r><w:endnoteReference w:id='2'/></w:r><w:r><w:footnoteReference w:id='3'/></w:r></w:p>\
         <w:p><w:r><w:footnoteReference w:id='2'/><w:footnoteReference w:id='2'/></w:r></w:p>",
        r("文")
    );
    let footnotes = format!(
        "<w:footnote w:type='separator' w:id='0'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote><w:footnote w:id='3'>{}</w:footnote>",
        p("线"),
        p("脚二"),
        p("脚三")
    );
    let endnotes = format!("<w:endnote w:id='2'>{}</w:endnote>", p("尾"));
    let document = Docx::with_body(&body)
        .with("footnotes", "footnotes", &footnotes)
        .with("endnotes", "endnotes", &endnotes)
        .read();
    let found: Vec<_> =
        paragraphs(&document).iter().skip(2).map(|it| (it.place.clone(), it.text())).collect();
    let expected = [(1, "脚三"), (2, "脚二"), (3, "尾")];
    assert_eq!(found, expected.map(|(count, text)| (Place::Footnote(count), text.to_owned())));
}

#[test]
fn headers_and_footers_stand_apart_and_each_once() {
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("机密"));
    let document = Docx::with_body(&p("文"))
        .with("header", "hdr", &format!("{}{table}", p("局文件")))
        .with("header", "hdr", &p("局文件"))
        .with("footer", "ftr", &p("第1页"))
        .read();
    assert_eq!(paragraphs(&document).len(), 1);
    let margins: Vec<_> = document.margins.iter().map(|it| (it.place.clone(), it.text())).collect();
    assert_eq!(margins, ["局文件", "机密", "第1页"].map(|text| (Place::Margin, text.to_owned())));
}

#[test]
fn comments_never_stand_in_the_text() {
    let comments = format!("<w:comment w:id='1'>{}</w:comment>", p("改到六月"));
    let body = "<w:p><w:commentRangeStart w:id='1'/><w:r><w:t>五月</w:t></w:r><w:commentRangeEnd w:id='1'/>\
                <w:r><w:commentReference w:id='1'/></w:r></w:p>";
    let document = Docx::with_body(body).with("comments", "comments", &comments).read();
    assert!(!format!("{document:?}").contains("六月"));
    assert_eq!(paragraphs(&document)[0].text(), "五月");
}

#[test]
fn content_controls_and_links_are_passed_over() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}<w:p><w:hyperlink>{}</w:hyperlink>\
         <w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
        p("甲"),
        r("乙"),
        r("丙")
    );
    assert_eq!(texts(&body), ["甲", "乙丙"]);
}

#[test]
fn pictures_are_said_and_a_document_of_nothing_else_is_refused() {
    let picture = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>";
    assert_eq!(Docx::with_body(&format!("{picture}{}", p("文"))).read().remarks, [Remark::Pictures(2)]);
    assert_eq!(Docx::with_body(picture).error(), Unreadable::OnlyPictures);
    assert_eq!(Docx::with_body("<w:p/>").error(), Unreadable::Empty);
}

#[test]
fn a_plain_paragraph_is_what_the_document_calls_plain() {
    let document = Docx::with_body(&p("文")).read();
    assert_eq!(document.blocks, [Block::Paragraph(Paragraph::plain(Place::Paragraph(1), "文"))]);
    assert_eq!(paragraphs(&document)[0].runs[0].marks, Marks::default());
}
