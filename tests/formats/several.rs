//! Several plans handed out at once: two of the same title, an owner whom all three share, and one that cannot be read.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use plan::export::{self, Format, Timetable, Timetables, Wishes};
use plan::messages::{Language, SeveralError};
use plan::model::agenda::{Agenda, tell_apart};
use plan::model::check::check;
use plan::planfile;
use serde_json::Value;

use super::{ALL, PLAN, day, elements, exported, text, texts, unfolded};

const TODAY: &str = "2018-06-11";

/// Of the same title as [`PLAN`].
const SECOND: &str = r#"
[plan]
title = "大讨论活动"
year = 2018

[[activity]]
id = "A1"
title = "座谈会"
due = "6月1日"
owner = "信息科"
done = 2018-06-03

[[activity]]
id = "A2"
title = "问卷"
due = "6月20日"
owner = "企业科"
"#;

const THIRD: &str = r#"
[plan]
title = "安全生产"
year = 2018

[[phase]]
id = "P1"
title = "排查"
period = "6月"

[[activity]]
id = "S1"
title = "查"
due = "6月5日"
owner = "信 息科"
"#;

/// What each is called beside the others, and what stands in its file.
const PLANS: [(&str, &str); 3] = [("x/大讨论", PLAN), ("y/大讨论", SECOND), ("安全生产", THIRD)];

/// Does something with the timetables of `plans`, beside which one file could not be read.
fn with<T>(plans: &[(&str, &str)], work: impl FnOnce(&Timetables<'_, '_>) -> T) -> T {
    let read = plans.iter().map(|(name, text)| {
        let (draft, found) = planfile::read(text).expect("it is TOML");
        (format!("{name}.toml"), check(draft, found, day(TODAY)).plan.expect("it is sound"))
    });
    let read: Vec<_> = read.collect();
    let named = plans.iter().zip(&read).map(|((name, _), (_, plan))| (name, Agenda::new(plan, day(TODAY))));
    let mut agendas: Vec<_> = named.map(|(name, agenda)| agenda.called(Some(name))).collect();
    tell_apart(&mut agendas);
    let messages = Language::Zh.messages();
    let each = read
        .iter()
        .zip(&agendas)
        .map(|((file, _), agenda)| Timetable::new(agenda, agenda.items().collect(), file, messages));
    work(&Timetables::several(each.collect(), &["坏.toml"], messages))
}

fn all(format: Format) -> Vec<u8> {
    let wishes = Wishes { no_bom: true, ..Wishes::default() };
    with(&PLANS, |plans| export::write(plans, format, wishes)).expect("it holds several plans")
}

fn alone(plan: &str, format: Format) -> String {
    text(exported(plan, TODAY, format, Wishes::default(), Language::Zh))
}

/// The rows of a sheet, each cell as a text.
fn rows(book: Vec<u8>, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).expect("a workbook");
    let sheet = book.worksheet_range(sheet).expect("the sheet");
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_ledger_in_csv_says_which_plan_and_tells_plans_of_one_title_apart() {
    let csv = text(all(Format::Csv));
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let head = rows.headers().expect("a head").clone();
    assert_eq!([&head[0], &head[1], &head[20]], ["方案", "序号", "编号"]);
    let told = rows.records().map(|row| {
        let row = row.expect("a row");
        [&row[0], &row[1], &row[20]].join(" ")
    });
    let expected = [
        "大讨论活动（x/大讨论） 1 x/大讨论:A1",
        "大讨论活动（x/大讨论） 2 x/大讨论:A2",
        "大讨论活动（x/大讨论） 3 x/大讨论:E2",
        "大讨论活动（x/大讨论） 4 x/大讨论:B1",
        "大讨论活动（x/大讨论） 5 x/大讨论:B2",
        "大讨论活动（y/大讨论） 6 y/大讨论:A1",
        "大讨论活动（y/大讨论） 7 y/大讨论:A2",
        "安全生产 8 安全生产:S1",
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn in_json_each_plan_is_as_with_one_and_what_could_not_be_read_is_named() {
    let found: Value = serde_json::from_slice(&all(Format::Json)).expect("JSON");
    assert_eq!(found["schema"], 1);
    assert_eq!(found["unread"], serde_json::json!(["坏.toml"]));
    let plans = found["plans"].as_array().expect("a list");
    assert_eq!(plans.len(), 3);
    for (found, (name, plan)) in plans.iter().zip(PLANS) {
        let mut alone: Value = serde_json::from_str(&alone(plan, Format::Json)).expect("JSON");
        alone["plan"]["file"] = format!("{name}.toml").into();
        assert_eq!(*found, alone);
    }
}

#[test]
fn each_line_of_json_is_as_with_one_plan() {
    let lines = PLANS.map(|(name, plan)| {
        let file = serde_json::to_string(&format!("{name}.toml")).expect("a text");
        alone(plan, Format::Jsonl).replace(r#""plan.toml""#, &file)
    });
    assert_eq!(text(all(Format::Jsonl)), lines.concat());
}

#[test]
fn an_event_is_known_by_the_same_name_as_with_one_plan_and_two_plans_of_one_title_share_none() {
    let names = |calendar: &str| {
        let lines = unfolded(calendar).into_iter();
        lines.filter_map(|line| line.strip_prefix("UID:").map(str::to_owned)).collect::<Vec<_>>()
    };
    let together = names(&text(all(Format::Ics)));
    assert_eq!(together.iter().collect::<BTreeSet<_>>().len(), 4 + 2 + 1);
    let [first, second, third] = PLANS.map(|(_, plan)| names(&alone(plan, Format::Ics)));
    assert_eq!(together[..4], first);
    assert_eq!(together[6..], third);
    // Alone, the second is taken for the first, whose title it has.
    assert!(second.iter().all(|name| first.contains(name)));
    let lines = unfolded(&text(all(Format::Ics)));
    assert!(lines.contains(&"X-WR-CALNAME:3个方案（另有1个未能读取，未计入）".to_owned()));
    assert!(lines.contains(&"DESCRIPTION:安全生产:S1 6月5日 信 息科 逾期6天".to_owned()));
}

#[test]
fn a_workbook_has_all_plans_and_its_figures_are_sums_over_all_of_them() {
    let book = all(Format::Xlsx);
    let ledger = rows(book.clone(), "台账");
    assert_eq!([&*ledger[0][0], &ledger[1][0]], ["3个方案（另有1个未能读取，未计入）", "截至2018年6月11日"]);
    assert_eq!(ledger[2][..2], ["方案", "序号"]);
    assert_eq!([&*ledger[10][0], &ledger[10][1], &ledger[10][20]], ["安全生产", "8", "安全生产:S1"]);
    let phases = rows(book.clone(), "阶段");
    assert_eq!(phases[0][..3], ["方案", "编号", "阶段"]);
    assert_eq!(phases[1][..3], ["大讨论活动（x/大讨论）", "x/大讨论:P1", "学习阶段"]);
    assert_eq!(phases[2][..3], ["安全生产", "安全生产:P1", "排查"]);
    // In each row: all, fallen due, on time, late, not done, the rate, overdue.
    let expected = [
        ["合计", "8", "4", "1", "1", "2", "0.25", "2"],
        ["", "", "", "", "", "", "", ""],
        ["方案", "", "", "", "", "", "", ""],
        ["大讨论活动（x/大讨论）", "5", "2", "1", "0", "1", "0.5", "1"],
        ["大讨论活动（y/大讨论）", "2", "1", "0", "1", "0", "0", "0"],
        ["安全生产", "1", "1", "0", "0", "1", "0", "1"],
        ["", "", "", "", "", "", "", ""],
        ["责任单位", "", "", "", "", "", "", ""],
        ["机关党委", "1", "1", "1", "0", "0", "1", "0"],
        ["信息科", "4", "4", "1", "1", "2", "0.25", "2"],
        ["企业科", "1", "0", "0", "0", "0", "", "0"],
        ["未写责任单位", "3", "0", "0", "0", "0", "", "0"],
    ];
    assert_eq!(rows(book, "统计")[1..], expected);
}

#[test]
fn an_owner_gets_one_ledger_with_its_items_wherever_they_are_written() {
    let (owners, ledger) = with(&PLANS, |plans| {
        let ledgers = export::to_fill_in(plans).expect("they fit");
        let owners: Vec<String> = ledgers.iter().map(|(owner, _)| (*owner).to_owned()).collect();
        (owners, ledgers[1].1.clone())
    });
    assert_eq!(owners, ["机关党委", "信息科", "企业科"]);
    let rows = rows(ledger, "台账");
    assert_eq!(rows[2][..3], ["编号", "方案", "工作任务"]);
    let told: Vec<_> = rows[3..].iter().map(|row| row[..3].join(" ")).collect();
    let expected = [
        "x/大讨论:A1 大讨论活动（x/大讨论） 动员会",
        "x/大讨论:A2 大讨论活动（x/大讨论） 心得交流",
        "y/大讨论:A1 大讨论活动（y/大讨论） 座谈会",
        "安全生产:S1 安全生产 查",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_document_has_a_table_for_each_plan_under_its_title() {
    let markdown = text(all(Format::Markdown));
    let lines: Vec<&str> = markdown.lines().collect();
    assert_eq!(lines[0], "另有1个方案未能读取，未计入。");
    let titles: Vec<_> = lines.iter().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(titles, [&"# 大讨论活动（x/大讨论）", &"# 大讨论活动（y/大讨论）", &"# 安全生产"]);
    assert_eq!(lines[lines.len() - 1], "| 安全生产:S1 |  | 查 | 信 息科 | 2018-06-05（6月5日） | 逾期6天 |");
    let html = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES);
    let tables =
        html.filter(|event| matches!(event, pulldown_cmark::Event::Start(pulldown_cmark::Tag::Table(_))));
    assert_eq!(tables.count(), 3);

    let mut zip = zip::ZipArchive::new(Cursor::new(all(Format::Docx))).expect("a container");
    let xml =
        std::io::read_to_string(zip.by_name("word/document.xml").expect("a text")).expect("it is UTF-8");
    assert_eq!(xml.matches("<w:tbl>").count(), 3);
    let paragraphs = elements(&xml, "w:p", "w:br");
    assert_eq!(paragraphs[..2], ["另有1个方案未能读取，未计入。", "大讨论活动（x/大讨论）"]);
    assert!(paragraphs.contains(&"安全生产:S1".to_owned()));
}

#[test]
fn a_chart_has_a_section_for_each_plan() {
    let expected = "gantt
  title 3个方案（另有1个未能读取，未计入）
  dateFormat YYYY-MM-DD
  axisFormat %m-%d
  inclusiveEndDates
  section 大讨论活动（x/大讨论）
  x/大讨论#58;P1 学习阶段 :2018-05-01, 2018-06-30
  x/大讨论#58;A1 动员会 :done, 2018-05-25, 2018-05-25
  x/大讨论#58;A2 心得交流 :crit, 2018-06-10, 2018-06-10
  x/大讨论#58;E2 占位 :done, 2018-06-01, 2018-06-01
  x/大讨论#58;B1 随阶段 :2018-05-01, 2018-06-30
  x/大讨论#58;B2 也随阶段 :2018-05-01, 2018-06-30
  section 大讨论活动（y/大讨论）
  y/大讨论#58;A1 座谈会 :done, 2018-06-01, 2018-06-01
  y/大讨论#58;A2 问卷 :2018-06-20, 2018-06-20
  section 安全生产
  安全生产#58;P1 排查 :2018-06-01, 2018-06-30
  安全生产#58;S1 查 :crit, 2018-06-05, 2018-06-05
";
    assert_eq!(text(all(Format::Mermaid)), expected);
}

#[test]
fn a_page_has_the_figures_first_a_timeline_for_each_plan_and_one_table() {
    let page = text(all(Format::Html));
    assert_eq!(elements(&page, "h1", "br"), ["3个方案（另有1个未能读取，未计入）"]);
    assert_eq!(elements(&page, "h2", "br"), ["统计", "时间图", "事项"]);
    assert_eq!(
        elements(&page, "summary", "br"),
        ["大讨论活动（x/大讨论）", "大讨论活动（y/大讨论）", "安全生产"]
    );
    assert_eq!(page.matches("<svg ").count(), 3);
    assert_eq!(page.matches("<table class=\"activities\">").count(), 1);
    assert_eq!(page.matches("data-name=\"方案\"").count(), 8);
    assert!(page.contains("<td data-name=\"编号\">安全生产:S1</td><td data-name=\"方案\">安全生产</td>"));
}

#[test]
fn a_plan_whose_name_is_markup_is_shown_as_it_is() {
    let name = "-<b>x</b> | ; # & \" ' ` * _ [x](y) %% , \\";
    let id = format!("{name}:S1");
    for format in ALL {
        let bytes = |plans: &Timetables<'_, '_>| export::write(plans, format, Wishes::default());
        let found = match (format, with(&[(name, THIRD)], bytes)) {
            (Format::Html, Ok(bytes)) => elements(&text(bytes), "td", "br"),
            // Here ids are as with one plan.
            (Format::Json | Format::Jsonl, _) | (_, Err(_)) => continue,
            (_, Ok(bytes)) => texts(format, bytes),
        };
        assert!(found.iter().any(|text| text.contains(&id)), "{format:?}: {found:#?}");
    }
}

#[test]
fn a_picture_is_of_one_plan() {
    let picture = |plans: &[_]| with(plans, |plans| export::write(plans, Format::Svg, Wishes::default()));
    for plans in [&PLANS[..], &PLANS[..1]] {
        assert!(matches!(picture(plans), Err(SeveralError::OnePicture)));
    }
}

#[test]
fn a_folder_with_one_plan_is_handed_out_as_several() {
    let csv =
        with(&PLANS[2..], |plans| export::write(plans, Format::Csv, Wishes::default())).expect("it fits");
    assert!(text(csv).contains("\n安全生产,1,"));
}

#[test]
fn the_same_plans_on_the_same_day_give_the_same_bytes() {
    for format in ALL.into_iter().filter(|format| *format != Format::Svg) {
        assert!(all(format) == all(format), "{format:?}");
    }
}

#[test]
fn more_activities_than_a_sheet_has_rows_are_refused() {
    let (draft, found) = planfile::read(THIRD).expect("it is TOML");
    let plan = check(draft, found, day(TODAY)).plan.expect("it is sound");
    let agenda = Agenda::new(&plan, day(TODAY));
    let messages = Language::Zh.messages();
    let item = agenda.items().next().expect("there is one");
    let plans = (0..2).map(|_| Timetable::new(&agenda, vec![item; 524_288], "x.toml", messages));
    let plans = Timetables::several(plans.collect(), &[], messages);
    assert!(matches!(export::write(&plans, Format::Xlsx, Wishes::default()), Err(SeveralError::TooManyRows)));
}
