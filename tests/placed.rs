//! What the outline of a document calls certain reads to the same days in the plan file that is written from it.

use chrono::NaiveDate;

use plan::import;
use plan::model::check::check;
use plan::model::date::DateRange;
use plan::outline::placing::days;
use plan::outline::{Choice, understand};
use plan::planfile::{self, compose};

const OVER_NEW_YEAR: &str = "冬季安全检查工作方案
一、时间安排
1.动员部署：11月20日前
2.全面检查：12月1日至12月25日
3.问题整改：1月15日前
4.总结上报：2月10日
办公室
2023年11月10日
";

const PHASES: &str = "冬春水利建设实施方案
从2024年11月开始到2025年3月底，分三个阶段进行。
（一）动员部署阶段（11月5日前）。召开动员会。
（二）全面实施阶段（11月中旬至次年2月底）。各镇于1月20日前完成主体工程。
（三）检查验收阶段（3月底前）。县水利局于3月20日前完成抽查，6月31日前报送总结。
";

const ENGLISH: &str = "Move of the records office, 2024
- Inventory: 3/15/2024
- Archive: 3/29/2024
- Pilot: 4/12/2024
- Move: Friday 31 May 2024
- Review: Monday 4 June 2024
";

fn days_in_file(text: &str) -> (Vec<Option<DateRange>>, Vec<Option<NaiveDate>>) {
    let document = import::read("plan.txt", text.as_bytes()).expect("it is read");
    let outline = understand(&document, &Choice::default()).expect("it is a plan");
    let composed = compose::compose(outline, compose::Setting::default());
    let (draft, found) = planfile::read(&composed.text).expect("it is a plan file");
    let checked = check(draft, found, NaiveDate::MAX);
    let plan = checked.plan.unwrap_or_else(|| panic!("{:?}\n{}", checked.diagnostics, composed.text));
    let in_file = |id: &String| plan.entry(plan.find(id).expect("it is there")).due.day;
    (days(&composed.outline), composed.activities.iter().map(in_file).collect())
}

#[test]
fn what_is_certain_is_the_same_day_in_the_plan_file() {
    for text in [OVER_NEW_YEAR, PHASES, ENGLISH] {
        let (certain, in_file) = days_in_file(text);
        let ends: Vec<_> = certain.iter().map(|days| days.map(|days| days.end)).collect();
        assert_eq!(ends, in_file, "{text}");
        assert!(in_file.iter().flatten().count() > 1, "{text}");
    }
}

#[test]
fn the_rows_over_new_year_are_in_both_years() {
    let (_, in_file) = days_in_file(OVER_NEW_YEAR);
    let days = ["2023-11-20", "2023-12-25", "2024-01-15", "2024-02-10"];
    assert_eq!(in_file, days.map(|day| Some(day.parse().expect("a day"))));
}
