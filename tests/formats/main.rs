//! What the timetable is handed out as, read back by those who know the format.

mod several;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use plan::export::{self, Format, Timetable, Timetables, Wishes};
use plan::messages::Language;
use plan::model::agenda::{Agenda, Item};
use plan::model::check::check;
use plan::planfile;
use pulldown_cmark::{Event, Options, Parser};
use quick_xml::events::Event as Xml;
use serde_json::Value;

const ALL: [Format; 10] = [
    Format::Xlsx,
    Format::Docx,
    Format::Html,
    Format::Csv,
    Format::Markdown,
    Format::Svg,
    Format::Ics,
    Format::Mermaid,
    Format::Json,
    Format::Jsonl,
];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a day")
}

/// Hands the plan in `text` out on a day.
fn exported(text: &str, today: &str, format: Format, wishes: Wishes, language: Language) -> Vec<u8> {
    let (draft, found) = planfile::read(text).expect("it is TOML");
    let checked = check(draft, found, day(today));
    let plan = checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let agenda = Agenda::new(&plan, day(today));
    let items: Vec<Item<'_>> = agenda.items().collect();
    let timetable = Timetable::new(&agenda, items, "plan.toml", language.messages());
    export::write(&Timetables::one(timetable), format, wishes).expect("it holds one plan")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is UTF-8")
}

fn simple(format: Format, wishes: Wishes) -> Vec<u8> {
    exported(PLAN, "2018-06-11", format, wishes, Language::Zh)
}

/// A plan with one of everything that formats treat differently.
const PLAN: &str = r#"
[plan]
title = "大讨论活动"
start = 2018-05-01
end = 2018-07-31
office = "局活动办公室"

[[phase]]
id = "P1"
title = "学习阶段"
period = "2018年5月1日至6月30日"

[[activity]]
id = "A1"
title = "动员会"
due = "5月25日前"
group = "集中学习"
leader = "王局长"
owner = ["机关党委", "信息科"]
support = ["企业科"]
content = "传达精神"
requirements = "全员参加"
evidence = ["会议纪要.pdf"]
done = 2018-05-24
verified = 2018-05-28

[[activity]]
id = "A2"
title = "心得交流"
due = "6月10前"
moved = [{ from = "5月31日", on = 2018-05-20, why = "撞期" }]
phase = "P1"
group = "集中学习"
owner = "信息科"
notes = [{ on = 2018-06-08, text = "已收8篇", why = "出差" }]
progress = 60

[[activity]]
id = "E2"
title = "占位"
due = 2018-06-01
cancelled = 2018-05-30

[[activity]]
id = "B1"
title = "随阶段"
period = "本阶段"
phase = "P1"

[[activity]]
id = "B2"
title = "也随阶段"
period = "本阶段"
phase = "P1"
"#;

#[test]
fn the_ledger_in_csv_has_a_row_an_activity_with_iso_dates_and_the_mark_of_excel() {
    let csv = text(exported(PLAN, "2018-06-11", Format::Csv, Wishes::default(), Language::Zh));
    let expected = "\u{FEFF}序号,任务类别,工作任务,具体要求,责任领导,牵头单位,责任单位,配合单位,完成时限,时限原文,原定时限,进展情况,未完成原因,完成日期,完成情况,超期天数,销号日期,佐证材料,备注,编号\r
1,集中学习,动员会,\"传达精神\n全员参加\",王局长,机关党委,信息科,企业科,2018-05-25,5月25日前,,,,2018-05-24,按期完成,,2018-05-28,会议纪要.pdf,,A1\r
2,集中学习,心得交流,,,,信息科,,2018-06-10,6月10前,2018-05-31,2018年6月8日：已收8篇；完成60%,出差,,逾期1天,1,,,,A2\r
3,,占位,,,,,,2018-06-01,,,,,,已取消,,,,,E2\r
4,,随阶段,,,,,,2018-06-30,本阶段,,,,,进行中,,,,,B1\r
5,,也随阶段,,,,,,2018-06-30,本阶段,,,,,进行中,,,,,B2\r
";
    assert_eq!(csv, expected);
    let bare = text(exported(
        PLAN,
        "2018-06-11",
        Format::Csv,
        Wishes { no_bom: true, ..Wishes::default() },
        Language::Zh,
    ));
    assert_eq!(bare, expected.trim_start_matches('\u{FEFF}'));
}

#[test]
fn what_somebody_wrote_is_no_formula_in_csv_and_numbers_and_dates_stay_as_they_are() {
    let plan = "[plan]\ntitle = \"t\"\n[[activity]]\nid = \"A1\"\ntitle = \"=HYPERLINK(1)\"\ncontent = \"-1\"\nowner = \"@x\"\ndue = 2018-06-01\n";
    let csv = text(exported(plan, "2018-06-11", Format::Csv, Wishes::default(), Language::En));
    let row = csv.lines().nth(1).expect("a row");
    assert_eq!(row, "1,,'=HYPERLINK(1),'-1,,,'@x,,2018-06-01,,,,,,overdue 10d,10,,,,A1");
}

/// The lines of a calendar, those that go on put together again.
fn unfolded(calendar: &str) -> Vec<String> {
    let lines: Vec<&str> = calendar.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{calendar}");
    calendar.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

/// The events of a calendar by summary, each with its properties; a name that stands twice is the alarm's.
fn events(calendar: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut events = BTreeMap::new();
    for block in unfolded(calendar).join("\n").split("BEGIN:VEVENT\n").skip(1) {
        let mut properties = BTreeMap::new();
        let mut prefix = "";
        for line in block.lines() {
            let (name, value) = line.split_once(':').expect("a property");
            if line == "BEGIN:VALARM" {
                prefix = "ALARM ";
            } else if line == "END:VALARM" {
                prefix = "";
            }
            properties.insert(format!("{prefix}{name}"), value.to_owned());
        }
        events.insert(properties["SUMMARY"].clone(), properties);
    }
    events
}

#[test]
fn a_deadline_is_an_event_of_its_whole_day_and_those_of_a_phase_are_one() {
    let calendar = text(simple(Format::Ics, Wishes::default()));
    let events = events(&calendar);
    assert_eq!(events.keys().collect::<Vec<_>>(), ["动员会", "占位", "学习阶段", "心得交流"]);
    let dates = |name: &str| [&events[name]["DTSTART;VALUE=DATE"], &events[name]["DTEND;VALUE=DATE"]];
    assert_eq!(dates("动员会"), ["20180525", "20180526"]);
    assert_eq!(dates("心得交流"), ["20180610", "20180611"]);
    assert_eq!(dates("学习阶段"), ["20180630", "20180701"]);
    assert_eq!(events["学习阶段"]["DESCRIPTION"], "B1 随阶段 本阶段 进行中\\nB2 也随阶段 本阶段 进行中");
    assert_eq!(events["占位"]["STATUS"], "CANCELLED");
    // 6736 days from 2000-01-01 to 2018-06-11.
    assert_eq!(events["心得交流"]["SEQUENCE"], "6736");
    assert_eq!(events["心得交流"]["DTSTAMP"], "20180611T000000Z");
    assert_eq!(events["心得交流"]["TRANSP"], "TRANSPARENT");
    assert!(unfolded(&calendar).contains(&"X-WR-CALNAME:大讨论活动".to_owned()));
}

#[test]
fn the_name_of_an_event_stays_when_its_deadline_and_the_day_change() {
    let uids = |plan: &str, today: &str| {
        let calendar = text(exported(plan, today, Format::Ics, Wishes::default(), Language::Zh));
        events(&calendar)
            .into_iter()
            .map(|(name, event)| (name, event["UID"].clone()))
            .collect::<BTreeMap<_, _>>()
    };
    let before = uids(PLAN, "2018-06-11");
    let after = uids(&PLAN.replace("6月10前", "6月20日"), "2018-06-12");
    assert_eq!(before, after);
    let all: std::collections::BTreeSet<_> = before.values().collect();
    assert_eq!(all.len(), 4);
    assert_ne!(before, uids(&PLAN.replace("大讨论活动", "另一个"), "2018-06-11"));
}

#[test]
fn an_alarm_rings_at_nine_so_many_days_before_where_something_is_to_be_done() {
    let with = |days| events(&text(simple(Format::Ics, Wishes { alarm: Some(days), ..Wishes::default() })));
    let trigger = |days: u32| with(days)["心得交流"]["ALARM TRIGGER"].clone();
    assert_eq!([trigger(0), trigger(1), trigger(7)], ["PT9H", "-PT15H", "-PT159H"]);
    for finished in ["动员会", "占位"] {
        assert!(!with(1)[finished].contains_key("ALARM TRIGGER"), "{finished}");
    }
    assert_eq!(with(1)["学习阶段"]["ALARM TRIGGER"], "-PT15H");
    assert_eq!(with(1)["学习阶段"]["ALARM DTSTAMP"], "20180611T000000Z");
}

#[test]
fn the_workbook_has_typed_days_and_texts_that_stay_texts() {
    let bytes = exported(
        &PLAN.replace("心得交流", "=1+1"),
        "2018-06-11",
        Format::Xlsx,
        Wishes::default(),
        Language::Zh,
    );
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["台账", "阶段", "统计"]);
    let sheet = book.worksheet_range("台账").expect("the sheet");
    let cell = |at: (u32, u32)| sheet.get_value(at).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell((0, 0)), Data::String("大讨论活动".into()));
    assert_eq!(cell((1, 0)), Data::String("填报单位：局活动办公室　截至2018年6月11日".into()));
    assert_eq!(cell((2, 2)), Data::String("工作任务".into()));
    let Data::DateTime(due) = cell((3, 8)) else { panic!("{:?}", cell((3, 8))) };
    let (year, month, day, ..) = due.to_ymd_hms_milli();
    assert_eq!((year, month, day), (2018, 5, 25));
    assert_eq!(cell((4, 2)), Data::String("=1+1".into()));
    assert_eq!(cell((4, 15)), Data::Float(1.0));
    assert_eq!(cell((5, 19)), Data::String("E2".into()));
    let figures = book.worksheet_range("统计").expect("the sheet");
    let row: Vec<String> = figures.rows().nth(1).expect("the sum").iter().map(ToString::to_string).collect();
    // Five activities; fallen due A1, on time, and A2, not done; E2 was cancelled before.
    assert_eq!(row, ["合计", "5", "2", "1", "0", "1", "0.5", "1"]);
}

#[test]
fn the_same_plan_on_the_same_day_gives_the_same_bytes() {
    for format in ALL {
        let wishes = Wishes { alarm: Some(1), no_bom: false };
        assert!(simple(format, wishes) == simple(format, wishes), "{format:?}");
    }
}

#[test]
fn an_empty_selection_is_handed_out_in_every_format() {
    let empty = "[plan]\ntitle = \"t\"\n";
    for format in ALL {
        let bytes = exported(empty, "2018-06-11", format, Wishes::default(), Language::En);
        assert!(format == Format::Jsonl || !bytes.is_empty(), "{format:?}");
    }
}

/// Everything that some format could take for its own.
const HOSTILE: &str = "-<script>alert(1)</script> | ; : # & \" ' ` * _ [x](y) %% , \\ 🎉\nsecond";

/// What of it every reader must find, on one line or two.
fn shown(one_line: bool) -> String {
    let plain = if one_line { HOSTILE.replace('\n', " ") } else { HOSTILE.to_owned() };
    format!("{plain}␛<U+202E>end")
}

#[test]
fn a_title_of_markup_comes_back_as_the_same_text_from_every_format() {
    let title = serde_json::to_string(&format!("{HOSTILE}\u{1B}\u{202E}end")).expect("a text");
    let plan = format!(
        "[plan]\ntitle = \"t\"\nyear = 2018\n[[activity]]\nid = \"A1\"\ntitle = {title}\ndue = 2018-06-20\n"
    );
    for format in ALL {
        let bytes = exported(&plan, "2018-06-11", format, Wishes::default(), Language::En);
        let found = texts(format, bytes);
        let (one, two) = (shown(true), shown(false));
        assert!(
            found.iter().any(|text| text.contains(&one) || text.contains(&two)),
            "{format:?}: {found:#?}"
        );
    }
}

/// The texts that a reader of the format finds.
fn texts(format: Format, bytes: Vec<u8>) -> Vec<String> {
    match format {
        Format::Xlsx => {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
            let sheet = book.worksheet_range_at(0).expect("a sheet").expect("it is read");
            sheet.cells().map(|(_, _, cell)| cell.to_string()).collect()
        }
        Format::Docx => {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
            let mut xml = String::new();
            zip.by_name("word/document.xml").expect("a text").read_to_string(&mut xml).expect("it is UTF-8");
            elements(&xml, "w:p", "w:br")
        }
        Format::Html => elements(&text(bytes), "th", "br"),
        Format::Svg => elements(&text(bytes), "title", "br"),
        Format::Csv => {
            let mut rows =
                csv::Reader::from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).expect("the mark"));
            let cells: Vec<_> = rows
                .records()
                .flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
                .collect();
            cells.into_iter().map(|cell| cell.trim_start_matches('\'').to_owned()).collect()
        }
        Format::Markdown => {
            let text = text(bytes);
            let events = Parser::new_ext(&text, Options::ENABLE_TABLES);
            let mut cells = vec![String::new()];
            for event in events {
                match event {
                    Event::Text(text) => cells.last_mut().expect("one").push_str(&text),
                    Event::Start(_) | Event::End(_) => cells.push(String::new()),
                    other => panic!("markup: {other:?}"),
                }
            }
            cells
        }
        Format::Ics => {
            let unescaped = |line: &String| {
                line.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
            };
            unfolded(&text(bytes)).iter().map(unescaped).collect()
        }
        Format::Mermaid => {
            let mut decoded = text(bytes);
            for c in "#:;%<>\"`".chars() {
                decoded = decoded.replace(&format!("#{};", c as u32), &c.to_string());
            }
            decoded.lines().map(str::to_owned).collect()
        }
        Format::Json | Format::Jsonl => {
            assert!(!bytes.windows(3).any(|window| window == "\u{202E}".as_bytes()), "raw");
            let value: Value = serde_json::from_slice(&bytes).expect("JSON");
            let activity = if format == Format::Json { &value["activities"][0] } else { &value };
            let title = activity["title"].as_str().expect("a title");
            // JSON carries what the file holds; a screen sees only the escapes.
            vec![title.replace('\u{1B}', "␛").replace('\u{202E}', "<U+202E>")]
        }
    }
}

/// The text of each element with the name, a break as a new line.
fn elements(markup: &str, name: &str, line_break: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(markup);
    reader.config_mut().check_end_names = false;
    let (mut found, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("markup") {
            Xml::Eof => return found,
            Xml::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                found.push(String::new());
            }
            Xml::End(tag) if tag.name().as_ref() == name => inside = false,
            Xml::Empty(tag) if inside && tag.name().as_ref() == line_break => {
                found.last_mut().expect("one").push('\n');
            }
            Xml::Text(text) if inside => found.last_mut().expect("one").push_str(text.as_ref()),
            Xml::GeneralRef(entity) if inside => {
                let entity: &str = entity.as_ref();
                let c = entity.strip_prefix('#').map_or_else(
                    || quick_xml::escape::resolve_predefined_entity(entity).expect("known").to_owned(),
                    |code| char::from_u32(code.parse().expect("a number")).expect("a character").to_string(),
                );
                found.last_mut().expect("one").push_str(&c);
            }
            _ => {}
        }
    }
}
