//! The bulletin that an office signs, to the letter: a plan in both languages and what is printed of it
//! (`tests/bulletin/`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plan::model::text::to_be_pasted;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bulletin")
}

/// Returns what `report` prints of the plan in `language` on the day of issue.
fn report(language: &str, arguments: &[&str]) -> String {
    let file = format!("move.{language}.toml");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["-f", &file, "report", "--today", "2026-07-02"]).args(arguments);
    let output = command.current_dir(folder()).env_clear().output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// Returns the lines that differ.
fn difference(expected: &str, found: &str) -> String {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    let mut text = String::new();
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return text,
            (one, other) if one == other => {}
            (one, other) => text.extend(["\n- ", one.unwrap_or("(end)"), "\n+ ", other.unwrap_or("(end)")]),
        }
    }
}

fn assert_prints(golden: &str, found: &str) {
    let expected = fs::read_to_string(folder().join(golden)).expect("it is there");
    assert!(expected == found, "{golden}: {}", difference(&expected, found));
}

#[test]
fn the_bulletin_of_june_is_signed_as_it_is_printed() {
    assert_prints("june.zh.txt", &report("zh", &["--period", "上月", "--by", "owner", "--to", "各科室"]));
}

#[test]
fn the_report_of_june_is_sent_as_it_is_printed() {
    assert_prints("june.en.txt", &report("en", &["--period", "last month", "--by", "owner"]));
}

#[test]
fn one_unit_is_reminded_on_a_page_for_a_chat() {
    assert_prints("unit.zh.txt", &report("zh", &["--owner", "信息科"]));
    assert_prints("unit.en.txt", &report("en", &["--owner", "IT"]));
}

/// Returns what the program prints of a plan with this title and these activities.
fn of_plan(title: &str, activities: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    let head = format!("[plan]\ntitle = \"{title}\"\nyear = 2026\nlang = \"zh\"\n");
    fs::write(folder.path().join("p.toml"), head + activities).expect("there is room");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["-f", "p.toml"]).args(arguments);
    let output = command.current_dir(folder.path()).env_clear().output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

/// Returns one activity, with these keys.
fn activity(id: &str, due: &str, keys: &str) -> String {
    format!("\n[[activity]]\nid = \"{id}\"\ntitle = \"事{id}\"\ndue = {due}\n{keys}\n")
}

#[track_caller]
fn assert_holds(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.lines().any(|one| one == *line), "{line}\nis no line of\n{page}");
    }
}

const JUNE: [&str; 5] = ["report", "--today", "2026-07-02", "--period", "6月"];

fn june<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&JUNE, arguments].concat()
}

#[test]
fn the_headline_is_about_what_the_document_is_about() {
    let any = activity("A1", "2026-06-10", "");
    for (title, headline) in [
        ("关于开展安全生产大检查的实施方案", "关于开展安全生产大检查6月份进展情况的通报"),
        ("关于印发《安全生产三年行动计划》的通知", "关于《安全生产三年行动计划》6月份进展情况的通报"),
        ("市科技局关于开展大讨论活动的实施方案", "关于市科技局开展大讨论活动6月份进展情况的通报"),
        (
            "关于印发《关于优化营商环境的实施方案》的通知",
            "关于《关于优化营商环境的实施方案》6月份进展情况的通报",
        ),
        ("优化营商环境", "关于优化营商环境6月份进展情况的通报"),
        ("落实关于林长制的要求", "关于落实关于林长制的要求6月份进展情况的通报"),
    ] {
        assert_eq!(of_plan(title, &any, &june(&[])).lines().next(), Some(headline));
    }
}

#[test]
fn a_bulletin_of_one_unit_says_so_once() {
    let alone = activity("A1", "2026-06-10", "owner = \"信息科\"");
    let led = activity("A2", "2026-06-11", "owner = [\"信息科\", \"财务科\"]");
    let (title, both) = ("市科技局开展大讨论活动实施方案", alone + &led);
    let page = of_plan(title, &both, &june(&["--owner", "信息科"]));
    assert_holds(
        &page,
        &[
            "关于信息科承担市科技局开展大讨论活动任务6月份进展情况的通报",
            "现将信息科承担市科技局开展大讨论活动任务2026年6月份进展情况通报如下。",
            "1．事A1：6月10日到期，超期20天。",
            "2．事A2：6月11日到期，超期19天。责任单位：信息科（牵头）、财务科。",
        ],
    );
    let page = of_plan(title, &both, &june(&["--owner", "信息科", "--lang", "en"]));
    assert_holds(
        &page,
        &["Progress report on the items of 信息科 for June 2026", "- A1 事A1: due 10 June, 20 days late."],
    );
}

/// A1 was overdue at the end of May and cancelled in June, A2 fell due and was cancelled in June, A3 fell due in June: due in
/// June 2, not done 2, of these cancelled 1; 1 - 1 + 2 - 1 = 1. In all 3 are not done, of these cancelled 2.
#[test]
fn what_was_cancelled_late_is_told_wherever_it_counts() {
    let plan = activity("A1", "2026-05-20", "cancelled = 2026-06-03")
        + &activity("A2", "2026-06-10", "cancelled = 2026-06-12")
        + &activity("A3", "2026-06-20", "");
    assert_holds(
        &of_plan("方案", &plan, &june(&[])),
        &[
            "6月份到期应完成2项：按期完成0项，逾期完成0项，逾期未完成2项（含逾期后取消1项），按期完成率0%。",
            "5月底逾期未完成1项，6月份逾期后取消1项；6月份新增逾期2项（含逾期后取消1项）。截至6月30日，逾期未完成共1项。",
            "二、逾期未完成事项（1项，6月份到期）",
        ],
    );
    assert_holds(
        &of_plan("方案", &plan, &june(&["--lang", "en"])),
        &[
            "2 items were due in June: 0 done on time, 0 done late, 2 not done (1 cancelled late). On time 0%.",
            "1 item was overdue at the end of May: 1 was cancelled late. 2 became overdue in June (1 cancelled late). Overdue on 30 June: 1.",
        ],
    );
    let whole = of_plan("方案", &plan, &["report", "--today", "2026-07-02"]);
    assert_holds(
        &whole,
        &[
            "截至7月2日，到期应完成3项：按期完成0项，逾期完成0项，逾期未完成3项（含逾期后取消2项），按期完成率0%。",
            "二、逾期未完成事项（截至7月2日共1项）",
        ],
    );
}

#[test]
fn what_no_unit_answers_for_stands_last_among_the_units() {
    let of_it = "owner = \"信息科\"\ndone = 2026-06-01";
    let plan = activity("A1", "2026-06-10", "") + &activity("A2", "2026-06-11", of_it);
    let page = of_plan("方案", &plan, &june(&["--by", "owner"]));
    assert!(
        page.contains(
            "、各单位完成情况（6月份到期）\n\
             1．信息科：应完成1项，按期完成1项，按期完成率100%；月底逾期未完成0项。\n\
             2．其他：应完成1项，按期完成0项，按期完成率0%；月底逾期未完成1项。\n\n"
        ),
        "{page}"
    );
}

/// It counts on the day of its entry, 15 June; days late are counted from the deadline that is printed.
#[test]
fn a_deadline_before_the_entry_is_printed_as_it_stands() {
    let open = activity("A1", "2026-06-14", "added = 2026-06-15");
    assert_holds(&of_plan("方案", &open, &june(&[])), &["1．事A1：6月14日到期，6月15日新增，超期16天。"]);
    let late = activity("A1", "2026-06-14", "added = 2026-06-15\ndone = 2026-06-17");
    assert_holds(
        &of_plan("方案", &late, &june(&[])),
        &["1．事A1：6月14日到期，6月15日新增，6月17日完成，超期3天。"],
    );
    let shown = of_plan("方案", &late, &["show", "A1", "--today", "2026-07-02"]);
    assert!(shown.contains("2026-06-14") && !shown.contains("统计期限"), "{shown}");
    let done = |day: &str| of_plan("方案", &open, &["done", "A1", "--dry-run", "--today", day]);
    let page = done("2026-06-15");
    assert!(page.contains("期限 2026-06-14，写入方案时已过：不算逾期"), "{page}");
    let page = done("2026-06-17");
    assert!(page.contains("期限 2026-06-14，超期3天：逾期完成"), "{page}");
}

#[test]
fn a_phase_in_more_than_one_year_or_in_another_names_them() {
    let phase = |start: &str, end: &str| {
        let plan = activity("A1", "2026-06-10", "phase = \"P1\"");
        format!("[[phase]]\nid = \"P1\"\ntitle = \"整改\"\nstart = {start}\nend = {end}\n{plan}")
    };
    let chinese = of_plan("方案", &phase("2026-01-01", "2027-12-31"), &june(&[]));
    assert!(chinese.contains("方案处于“整改”（2026年1月1日至2027年12月31日）"), "{chinese}");
    let english = of_plan("方案", &phase("2025-12-01", "2026-12-31"), &june(&["--lang", "en"]));
    assert!(english.contains("phase \"整改\" (1 December 2025 to 31 December 2026)"), "{english}");
}

#[test]
fn what_the_plan_lacks_is_sent_with_titles_and_to_one_unit() {
    let plan = activity("A1", "2026-06-10", "done = 2026-06-09\nowner = \"信息科\"")
        + &activity("A2", "2026-06-10", "done = 2026-06-09\nowner = \"财务科\"");
    let todo = ["report", "--todo", "--today", "2026-06-12", "--lang", "en"];
    let page = of_plan("Move", &plan, &todo);
    assert_eq!(
        page,
        "Move: to be completed, 12 June 2026\n\nDone, without evidence (2)\n- A1 事A1\n- A2 事A2\n"
    );
    let page =
        of_plan("搬迁方案", &plan, &["report", "--todo", "--today", "2026-06-12", "--owner", "财务科"]);
    assert_eq!(
        page,
        "财务科承担搬迁任务需要补充的内容（2026年6月12日）\n\n已完成而没有登记佐证材料的1项\n1．A2 事A2\n"
    );
}

#[test]
fn that_somebody_agreed_is_said_once() {
    let plan = activity(
        "A1",
        "2026-06-20",
        "moved = [{ from = 2026-06-10, on = 2026-06-05, why = \"场地未定\", by = \"王局长同意\" }]",
    ) + &activity("A2", "2026-06-10", "cancelled = 2026-06-09\ncancelled_by = \"局党组会议同意\"");
    let page = of_plan("方案", &plan, &june(&[]));
    assert!(page.contains("6月5日经王局长同意。"), "{page}");
    assert!(page.contains("6月9日经局党组会议同意取消。"), "{page}");
    let page = of_plan("方案", &plan, &["show", "A1", "--today", "2026-07-02"]);
    assert!(page.contains("，经王局长同意\n"), "{page}");
}

#[test]
fn nothing_hides_in_text_to_be_pasted() {
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
    let text = format!("{family}一\u{200B}二\u{AD}三\u{2060}四\u{200D}五\n六");
    assert_eq!(to_be_pasted(&text), format!("{family}一二三四五 六"));
}
