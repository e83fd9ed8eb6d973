use super::build::{table, told};
use crate::outline::account::LeftWhy;
use crate::outline::document::{Block, Table};
use crate::outline::tables::{passages, read};

fn why(name: Option<&str>, rows: &[&[&str]]) -> LeftWhy {
    read(&table(rows), name, false).unwrap_err()
}

#[test]
fn histories_of_changes_are_left() {
    let rows: [&[&str]; 3] =
        [&["版本", "日期", "修订内容"], &["V0.1", "2021.3.1", "创建文档"], &["V1.0", "2021年3月6日", "定稿"]];
    assert_eq!(why(None, &rows), LeftWhy::History);
    let rows: [&[&str]; 3] =
        [&["Version", "Date", "Author"], &["0.1", "1 March 2021", "QA"], &["1.0", "6 March 2021", "QA"]];
    assert_eq!(why(None, &rows), LeftWhy::History);
    let rows: [&[&str]; 3] = [&["日期", "说明"], &["2021.3.1", "创建"], &["2021.3.6", "定稿"]];
    assert_eq!(why(Some("修订记录"), &rows), LeftWhy::History);
}

#[test]
fn lists_of_people_are_left() {
    let rows: [&[&str]; 3] = [
        &["岗位", "出生年月", "职称", "分工"],
        &["主持人", "1978.06", "农艺师", "设计"],
        &["骨干", "1986.11", "农艺师", "试验"],
    ];
    assert_eq!(why(None, &rows), LeftWhy::Staff);
    let rows: [&[&str]; 3] =
        [&["角色", "人数", "进组时间"], &["需求组", "2", "2021年3月1日"], &["开发组", "3", "2021年3月20日"]];
    assert_eq!(why(None, &rows), LeftWhy::Staff);
}

#[test]
fn budgets_are_left() {
    let rows: [&[&str]; 3] =
        [&["科目", "单价", "支出日期"], &["云主机", "168", "2021年3月25日"], &["打印", "40", "2021年6月7日"]];
    assert_eq!(why(None, &rows), LeftWhy::Budget);
    let rows: [&[&str]; 4] = [
        &["Item", "Amount", "Paid on"],
        &["Staff", "84,500", "monthly"],
        &["Travel", "6,200", "1 June 2019"],
        &["Servers", "2,750", "1 March 2019"],
    ];
    assert_eq!(why(None, &rows), LeftWhy::Budget);
}

#[test]
fn estimates_and_time_sheets_are_left() {
    let rows: [&[&str]; 3] = [&["模块", "估算（人日）"], &["借阅", "1.5"], &["检索", "2.5"]];
    assert_eq!(why(None, &rows), LeftWhy::Estimate);
    let rows: [&[&str]; 3] =
        [&["日期", "人员", "工时"], &["2023-05-08", "信息科甲", "7.5"], &["2023-05-09", "业务科乙", "8"]];
    assert_eq!(why(None, &rows), LeftWhy::Estimate);
}

#[test]
fn a_table_without_dates_is_left() {
    let rows: [&[&str]; 3] = [&["Part", "Weight"], &["Homework", "40 %"], &["Project", "60 %"]];
    assert_eq!(why(None, &rows), LeftWhy::NoDates);
    let rows: [&[&str]; 2] =
        [&["Risk", "Likelihood", "Answer"], &["Late data", "medium", "Ask after two weeks"]];
    assert_eq!(why(None, &rows), LeftWhy::NoDates);
    // Numbers of chapters and amounts are no dates.
    let rows: [&[&str]; 3] =
        [&["编号", "功能", "权重"], &["1.1.2", "登录", "2.5"], &["1.1.3", "查询", "3.1"]];
    assert_eq!(why(None, &rows), LeftWhy::NoDates);
    assert_eq!(read(&Table { number: 1, sheet: None, rows: vec![] }, None, true), Err(LeftWhy::NoDates));
}

#[test]
fn a_form_is_left_and_the_paragraphs_in_its_cells_are_handed_on() {
    let form = table(&[
        &["项目名称", "茶园机械化采摘技术示范", "申报日期", "2023.8.20"],
        &["承担单位", "农业技术推广中心", "项目编号", "2023-05-17"],
        &["进度安排", "2023.09—2023.12　茶园现状调查\n2024.01—2024.05　建设示范点", "<", "<"],
        &["申报单位意见", "（盖章）\n　　年　　月　　日", "<", "<"],
    ]);
    assert_eq!(read(&form, None, false), Err(LeftWhy::Form));
    let passages = passages(&form);
    let [[Block::Paragraph(first), Block::Paragraph(_)], [_, _]] = passages[..] else {
        panic!("{passages:?}")
    };
    assert_eq!(first.text(), "2023.09—2023.12　茶园现状调查");
}

#[test]
fn a_table_that_was_chosen_is_read_whatever_it_looks_like() {
    let chosen: [&[&str]; 3] =
        [&["科目", "单价", "支出日期"], &["云主机", "168", "2021年3月25日"], &["打印", "40", "2021年6月7日"]];
    let found = read(&table(&chosen), None, true).unwrap();
    assert_eq!(told(&found), ["云主机 | 2021年3月25日", "打印 | 2021年6月7日"]);
}

#[test]
fn a_plan_with_money_work_or_versions_beside_its_dates_is_taken() {
    let rows: [&[&str]; 2] = [&["活动名称", "活动时间", "经费（元）"], &["读书月", "4月", "5000"]];
    assert_eq!(told(&read(&table(&rows), None, false).unwrap()), ["读书月 | (4月)"]);
    let rows: [&[&str]; 2] =
        [&["任务名称", "开始时间", "结束时间", "工作量（人日）"], &["需求调研", "3月8日", "3月14日", "3.5"]];
    assert_eq!(told(&read(&table(&rows), None, false).unwrap()), ["需求调研 | 3月8日 → 3月14日"]);
    let rows: [&[&str]; 2] = [&["版本", "计划完成时间", "主要功能"], &["V2.0", "6月30日", "检索"]];
    assert_eq!(told(&read(&table(&rows), None, false).unwrap()), ["V2.0 | 6月30日"]);
}

#[test]
fn cells_that_claim_to_reach_without_end_are_read_as_far_as_the_table_does() {
    let mut plan = table(&[&["任务", "期限"], &["动员", "5月1日"], &["总结", "6月1日"]]);
    for cell in plan.rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.column == 1) {
        (cell.columns, cell.rows) = (usize::MAX, usize::MAX);
    }
    assert_eq!(read(&plan, None, false).map(|found| found.activities.len()), Ok(2));
}

#[test]
fn a_list_of_people_is_left_though_it_says_since_when() {
    let rows: [&[&str]; 3] = [
        &["Name", "Grade", "Joined"],
        &["Auditor 1", "G7", "1 April 2018"],
        &["Auditor 2", "G6", "12 May 2022"],
    ];
    assert_eq!(why(Some("Staff"), &rows), LeftWhy::Staff);
    let rows: [&[&str]; 3] = [&["Name", "Due"], &["Hire", "1 April 2018"], &["Train", "12 May 2018"]];
    assert_eq!(read(&table(&rows), Some("Staff"), false).unwrap().activities.len(), 2);
}

#[test]
fn marks_under_months_are_no_dates_and_are_kept_beside_those_who_answer() {
    let rows: [&[&str]; 3] =
        [&["工作", "3月", "4月", "5月"], &["调研", "√", "", ""], &["讨论", "", "√", "√"]];
    assert_eq!(why(None, &rows), LeftWhy::Marks);
    let rows: [&[&str]; 3] = [
        &["任务", "责任单位", "3月", "4月", "5月"],
        &["调研", "督查室", "√", "", ""],
        &["讨论", "财务科", "", "√", "√"],
    ];
    let found = read(&table(&rows), None, false).unwrap();
    let remarks: Vec<_> = found.activities.iter().map(|one| one.remark.as_deref()).collect();
    assert_eq!(remarks, [Some("3月：√"), Some("4月：√\n5月：√")]);
}

#[test]
fn what_is_said_to_be_of_an_earlier_year_is_left() {
    let rows: [&[&str]; 3] = [&["任务", "完成时限"], &["调研", "5月10日前"], &["讨论", "6月10日前"]];
    for name in ["去年的进度安排（供参考）", "Schedule of last year"] {
        assert_eq!(why(Some(name), &rows), LeftWhy::Past, "{name}");
    }
    assert!(read(&table(&rows), Some("进度安排"), false).is_ok());
}
