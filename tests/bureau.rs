//! The bulletin on several plans, to the letter: three small plans with units in common, and what is printed of them
//! (`tests/bureau/`; how the figures come about stands in `archive.toml`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use plan::model::agenda::{Agenda, By, shares};
use plan::model::check::check;
use plan::planfile;
use serde_json::Value;

fn plans() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bureau")
}

/// What the program printed, what it said to standard error, and its exit code.
struct Printed {
    page: String,
    said: String,
    exit: Option<i32>,
}

/// Reports on the plans in `folder` on the day of issue.
fn report(folder: &Path, arguments: &[&str]) -> Printed {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["-f", ".", "report", "--today", "2026-07-02"]).args(arguments);
    let output = command.current_dir(folder).env_clear().output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it is UTF-8");
    Printed { page: text(output.stdout), said: text(output.stderr), exit: output.status.code() }
}

/// Returns what is printed of the three plans, or of others in their place.
fn page(folder: &Path, arguments: &[&str]) -> String {
    let printed = report(folder, arguments);
    assert_eq!(printed.exit, Some(0), "{}", printed.said);
    printed.page
}

#[track_caller]
fn assert_prints(golden: &str, found: &str) {
    let expected = fs::read_to_string(plans().join(golden)).expect("it is there");
    let differs = expected.lines().zip(found.lines()).find(|(one, other)| one != other);
    assert!(expected == found, "{golden}: {differs:?}\n{found}");
}

#[track_caller]
fn assert_holds(page: &str, lines: &[&str]) {
    for line in lines {
        assert!(page.lines().any(|one| one == *line), "{line}\nis no line of\n{page}");
    }
}

/// Writes plans into a new folder, each by its path.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    }
    folder
}

fn read(path: &str) -> String {
    fs::read_to_string(plans().join(path)).expect("it is there")
}

#[test]
fn the_bulletin_on_three_plans_is_signed_as_it_is_printed() {
    assert_prints("june.zh.txt", &page(&plans(), &["--period", "上月", "--to", "各科室"]));
}

#[test]
fn the_report_on_three_plans_calls_every_id_by_its_plan() {
    assert_prints("july.en.txt", &page(&plans(), &["--lang", "en"]));
}

#[test]
fn one_unit_is_reminded_of_its_work_wherever_it_is_written() {
    assert_prints("unit.zh.txt", &page(&plans(), &["--owner", "信息科"]));
}

#[test]
fn a_unit_has_a_bulletin_on_the_plans_in_which_it_has_work() {
    let page = page(&plans(), &["--owner", "财务科", "--period", "6月"]);
    assert_holds(
        &page,
        &[
            "关于财务科承担2个方案任务6月份进展情况的通报",
            "财务科共承担2项，除已取消1项外，其余1项已完成0项，完成率0%。",
            "1．业务培训：共1项，没有到期应完成的事项；月底逾期未完成0项。",
            "2．档案整理：共1项，没有到期应完成的事项；月底逾期未完成1项。",
            "三、逾期未完成事项（1项，此前到期）",
        ],
    );
}

/// The figures of the plans, and those of the units but for what two share (archive A2), are those of the whole.
#[test]
fn the_figures_of_the_plans_add_up_to_those_of_the_whole() {
    let json = page(&plans(), &["--period", "6月", "--json"]);
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    let plans = json["plans"].as_array().expect("there are plans");
    assert_eq!(plans.len(), 3);
    let all = &json["all"];
    for part in ["completion", "figures", "original", "carried"] {
        for (name, whole) in all[part].as_object().expect("it has figures") {
            let sum: u64 = plans.iter().filter_map(|plan| plan[part][name].as_u64()).sum();
            assert_eq!(Some(sum), whole.as_u64(), "{part}, {name}");
        }
    }
    let kept =
        |figures: &Value| ["due", "on_time", "late", "not_done", "ahead"].map(|key| figures[key].clone());
    assert_eq!(kept(&all["figures"]), [5, 3, 1, 1, 1].map(Value::from));
    let by = all["by"].as_array().expect("there are units");
    let units = by.iter().map(|unit| (unit["name"].as_str(), kept(&unit["figures"])));
    let expected = [
        (Some("综合科"), [2, 1, 1, 0, 1].map(Value::from)),
        (Some("信息科"), [4, 2, 1, 1, 0].map(Value::from)),
        (Some("财务科"), [0, 0, 0, 0, 0].map(Value::from)),
    ];
    assert_eq!(units.collect::<Vec<_>>(), expected);
}

#[test]
fn ids_and_groups_are_added_where_they_are_asked_for() {
    let page = page(&plans(), &["--period", "6月", "--ids", "--by", "group"]);
    assert_holds(
        &page,
        &[
            "1．业务培训（training）：共3项，应完成1项，按期完成1项，逾期完成0项，逾期未完成0项，按期完成率100%；月底逾期未完成0项。",
            "四、各类别完成情况（6月份到期）",
            "1．硬件：应完成1项，按期完成0项，按期完成率0%；月底逾期未完成1项。",
            "2．其他：应完成4项，按期完成3项，按期完成率75%；月底逾期未完成1项。",
            "1．销毁旧档（档案整理，archive:A3）：5月20日到期，超期41天。责任单位：财务科。",
        ],
    );
}

#[test]
fn a_plan_that_cannot_be_read_is_left_out_and_the_first_paragraph_says_so() {
    let network = read("network.toml");
    let broken = network.replace("6月15日前", "6月31日前");
    let folder = folder(&[("network.toml", &network), ("broken.toml", &broken)]);
    let printed = report(folder.path(), &["--period", "6月"]);
    assert_holds(&printed.page, &["现将1个方案2026年6月份进展情况通报如下。另有1个方案未能读取，未计入。"]);
    assert!(printed.said.starts_with("broken.toml:"), "{}", printed.said);
    assert_eq!(printed.exit, Some(1));
    for english in
        [&["--lang", "en"][..], &["--lang", "en", "--todo"], &["--lang", "en", "--owner", "信息科"]]
    {
        assert_holds(&report(folder.path(), english).page, &["1 plan could not be read and is left out."]);
    }
    let json = report(folder.path(), &["--json"]).page;
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["unread"], Value::from(vec!["broken.toml"]));
}

#[test]
fn no_bulletin_is_written_on_plans_of_which_none_can_be_read() {
    let broken = read("network.toml").replace("6月15日前", "6月31日前");
    let folder = folder(&[("broken.toml", &broken)]);
    let printed = report(folder.path(), &["--owner", "信息科", "-o", "通报.docx"]);
    assert_eq!((printed.page.as_str(), printed.exit), ("", Some(1)));
    assert!(!folder.path().join("通报.docx").exists());
    let json = report(folder.path(), &["--owner", "信息科", "--json"]).page;
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((&json["plans"], &json["all"]), (&Value::Array(Vec::new()), &Value::Null));
}

#[test]
fn of_plans_with_nothing_due_no_rate_is_told() {
    let page = page(&plans(), &["--period", "4月"]);
    assert_holds(
        &page,
        &[
            "4月份没有到期应完成的事项。",
            "1．档案整理：共4项，没有到期应完成的事项；月底逾期未完成0项。",
            "四、逾期未完成事项",
            "无。",
        ],
    );
    assert!(!page.contains("按期完成率"), "{page}");
}

#[test]
fn plans_of_the_same_title_are_told_apart_by_their_names() {
    let network = read("network.toml");
    let folder =
        folder(&[("东镇/plan.toml", &network), ("西镇/plan.toml", &network.replace("缺配件", "停电"))]);
    let page = page(folder.path(), &["--period", "6月"]);
    assert_holds(
        &page,
        &[
            "1．铺设线路（网络改造，东镇）：6月15日到期，超期15天。责任单位：信息科。原因：缺配件。进展：余两层（6月28日）。",
            "2．铺设线路（网络改造，西镇）：6月15日到期，超期15天。责任单位：信息科。原因：停电。进展：余两层（6月28日）。",
            "1．网络改造（东镇）：共3项，应完成1项，按期完成0项，逾期完成0项，逾期未完成1项，按期完成率0%；月底逾期未完成1项。",
        ],
    );
}

/// Of the two plans, the first counts as soon what is due within 7 days, the other within 30: until 9 July and 1 August.
#[test]
fn of_plans_that_call_other_days_soon_what_is_near_is_listed_without_a_day() {
    let near = read("network.toml").replace("7月10日前", "7月8日前").replace("[plan]", "[plan]\nsoon = 7");
    let far = near.replace("soon = 7", "soon = 30");
    let both = folder(&[("near.toml", &near), ("far.toml", &far)]);
    assert_holds(&page(both.path(), &[]), &["七、近期到期事项（2项）"]);
    let alone = folder(&[("near.toml", &near)]);
    assert_holds(&page(alone.path(), &[]), &["七、近期到期事项（7月9日前，1项）"]);
}

/// Both have a first activity that is called A1, and it is of the same unit.
#[test]
fn activities_of_the_same_id_in_two_plans_are_two() {
    let text = read("network.toml");
    let day = NaiveDate::from_ymd_opt(2026, 7, 2).expect("it is a day");
    let plans = [&text, &text].map(|text| {
        let (draft, found) = planfile::read(text).expect("it is TOML");
        check(draft, found, day).plan.expect("it is sound")
    });
    let first = |plan| Agenda::new(plan, day).items().next().expect("there is one");
    let shares = shares(plans.iter().map(first), By::Owner);
    assert_eq!(shares.iter().map(|share| share.items.len()).collect::<Vec<_>>(), [2]);
}

#[test]
fn only_an_office_that_all_plans_name_signs() {
    let network = read("network.toml");
    let folder = folder(&[("a.toml", &network), ("b.toml", &network.replace("局办公室", "信息中心"))]);
    let page = page(folder.path(), &["--period", "6月"]);
    assert!(page.ends_with("责任单位：信息科。\n\n2026年7月2日\n"), "{page}");
}

/// 6月 of the plan of 2025 is another than that of the plan of 2026.
#[test]
fn a_period_is_one_stretch_of_time_in_all_plans_or_it_is_asked_for() {
    let network = read("network.toml");
    let earlier = "[plan]\ntitle = \"旧方案\"\nyear = 2025\nlang = \"zh\"\n[[activity]]\nid = \"A1\"\ntitle = \"结项\"\ndue = \"6月10日前\"\ndone = 2025-06-09\n";
    let folder = folder(&[("network.toml", &network), ("earlier.toml", earlier)]);
    let printed = report(folder.path(), &["--period", "6月"]);
    assert_eq!(
        printed.said,
        "“6月”在各方案里不是同一段时间：earlier（2025-06-01 – 2025-06-30）、network（2026-06-01 – 2026-06-30）；请写明年份，或写起止日期\n"
    );
    assert_eq!((printed.page.as_str(), printed.exit), ("", Some(1)));
    let page = page(folder.path(), &["--period", "2026年6月"]);
    assert_holds(&page, &["2．旧：共1项，没有到期应完成的事项；月底逾期未完成0项。"]);
}

#[test]
fn phases_are_of_one_plan() {
    let printed = report(&plans(), &["--by", "phase"]);
    assert_eq!((printed.page.as_str(), printed.exit), ("", Some(2)));
    assert_eq!(printed.said, "各方案的阶段不同，不能合在一起按阶段统计；可以写 --by group，按组统计\n");
}

#[test]
fn what_each_plan_lacks_stands_under_its_title() {
    let page = page(&plans(), &["--todo", "--owner", "信息科"]);
    assert_eq!(
        page,
        "信息科承担档案整理任务需要补充的内容（2026年7月2日）\n\
         \n\
         已完成而没有登记佐证材料的3项\n\
         1．archive:A1 清点库存\n\
         2．archive:A2 移交目录\n\
         3．archive:A4 装订成册\n\
         \n\
         信息科承担网络改造任务需要补充的内容（2026年7月2日）\n\
         \n\
         14天没有进展记录的1项\n\
         1．network:A2 更换设备\n"
    );
}

#[test]
fn a_folder_with_one_plan_has_the_bulletin_on_several() {
    let folder = folder(&[("network.toml", &read("network.toml"))]);
    let page = page(folder.path(), &["--lang", "en"]);
    assert_holds(&page, &["1 plan", "3 items in 1 plan. Without 1 ongoing: 0 of 2 done (0%)."]);
}
