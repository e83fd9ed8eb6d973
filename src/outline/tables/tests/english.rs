use super::build::{inserted, paragraph, sheet, table, told};
use crate::outline::document::Place;
use crate::outline::entry::Stated;
use crate::outline::question::{About, Question};
use crate::outline::tables::read;

#[test]
fn a_start_and_so_many_days_wait_for_the_year_and_a_name_alone_stands_over_the_rows_below() {
    let found = read(
        &sheet(&[
            &["Laboratory move"],
            &["Task", "Start", "Duration (days)", "Responsible"],
            &["Packing"],
            &["Label the crates", "2024-03-04", "5", "Lab staff"],
            &["Pack the glassware", "2024-03-11", "2 weeks", "Lab staff"],
            &["Transport"],
            &["Move the freezers", "21 March", "2", "Removal firm"],
            &["Hand over the keys", "2024-04-04", "0", "Removal firm"],
            &["Book the lift", "2024-03-01", "some", "Removal firm"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "Packing | Label the crates | [2024-03-04] × 5: 2024-03-04 + 5 days",
        "Packing | Pack the glassware | [2024-03-11] × 14: 2024-03-11 + 2 weeks",
        "Transport | Move the freezers | 21 March × 2: 21 March + 2 days",
        "Transport | Hand over the keys | [2024-04-04]",
        "Transport | Book the lift | ? 2024-03-01 + some",
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found.activities[0].owners, ["Lab staff"]);
    assert_eq!(found.activities[4].questions[0].about, About::Unread { words: "2024-03-01 + some".into() });
    assert_eq!(found.questions, []);
}

#[test]
fn an_empty_head_cell_can_stand_over_the_names_and_the_group_can_be_the_last_column() {
    let found = read(
        &table(&[
            &["", "Due", "Lead", "Work package"],
            &["Kick-off meeting", "February 2019", "Coordinator", "Management"],
            &["Data inventory", "24 May 2019", "Data team", "Inventory"],
            &["Metadata profile", "28 June 2019", "Data team", "Inventory"],
            &["Training workshops", "TBD", "Coordinator", "Outreach"],
            &["Final conference", "", "Coordinator", "Outreach"],
        ]),
        Some("Milestones"),
        false,
    )
    .unwrap();
    let expected = [
        "Management | Kick-off meeting | February 2019",
        "Inventory | Data inventory | 24 May 2019",
        "Inventory | Metadata profile | 28 June 2019",
        "Outreach | Training workshops | TBD",
        "Outreach | Final conference",
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found.activities[0].owners, ["Coordinator"]);
}

#[test]
fn a_status_that_says_done_asks_for_the_day_and_a_percentage_is_progress() {
    let found = read(
        &sheet(&[
            &["", "Task", "Owner", "Target date", "Status", "", "Notes"],
            &["1", "Inventory of mailboxes", "IT desk", "3/15/2024", "Completed", "", ""],
            &["2", "Move the pilot group", "IT desk", "4/12/2024", "60%", "", "see 2.5"],
            &["3", "Switch off the old server", "IT desk", "6/31/2024", "Not started", "(estimated)", ""],
            &["4", "Collect lessons learned", "Office", "", "", "", ""],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "Inventory of mailboxes | 3/15/2024", "Move the pilot group | 4/12/2024",
        "Switch off the old server | 6/31/2024", "Collect lessons learned",
    ];
    assert_eq!(told(&found), expected);
    let place = Place::Sheet { sheet: "Sheet1".into(), row: 2, column: Some(5) };
    let about = About::DoneWithoutDay { words: "Completed".into() };
    assert_eq!(found.activities[0].questions, [Question { place, about, further: 0 }]);
    assert_eq!(found.activities[1].progress, Some(60));
    assert_eq!(found.activities[1].remark.as_deref(), Some("see 2.5"));
    assert_eq!(found.activities[2].remark.as_deref(), Some("(estimated)"));
    assert_eq!(found.activities[3].owners, ["Office"]);
}

#[test]
fn what_is_struck_out_is_gone_and_what_a_reviewer_inserted_is_asked_about() {
    let mut plan = table(&[
        &["Task", "Start", "Finish"],
        &["Design", "1 March 2021", "9 May 2021"],
        &["Stress test", "24 May 2021", "30 May 2021"],
        &["Delivery", "7 June 2021", "11 June 2021"],
    ]);
    let mut finish = inserted("16");
    finish.text.push_str(" May 2021");
    paragraph(&mut plan, 1, 2).runs = vec![finish];
    plan.rows[2].marks.struck = true;
    let found = read(&plan, None, false).unwrap();
    assert_eq!(
        told(&found),
        ["Design | 1 March 2021 → 16 May 2021", "Delivery | 7 June 2021 → 11 June 2021"]
    );
    let asked: Vec<_> = found.activities[0].questions.iter().map(|question| &question.about).collect();
    assert_eq!(asked, [&About::Inserted { words: "16 May 2021".into() }]);
    assert_eq!(found.activities[1].questions, []);
}

#[test]
fn rows_belong_to_others_by_their_numbers_and_a_dated_one_is_an_activity_too() {
    let found = read(
        &table(&[
            &["WBS", "Name", "Start", "End"],
            &["1", "Design", "", ""],
            &["1.1", "Interviews", "1 May 2018", "4 May 2018"],
            &["1.2", "Mock-ups", "7 May 2018", "11 May 2018"],
            &["2", "Build", "14 May 2018", "31 May 2018"],
            &["2.1", "Server", "14 May 2018", "18 May 2018"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "Design | Interviews | 1 May 2018 → 4 May 2018",
        "Design | Mock-ups | 7 May 2018 → 11 May 2018",
        "Build | 14 May 2018 → 31 May 2018",
        "Build | Server | 14 May 2018 → 18 May 2018",
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn a_day_of_doing_beside_the_planned_one_is_no_deadline() {
    let found = read(
        &sheet(&[
            &["Milestone", "Planned date", "Actual date"],
            &["Contract", "2024-02-05", "2024-02-02"],
            &["Brochure", "2024-02-23", "26 Feb"],
            &["Outline", "2024-03-08", ""],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(
        told(&found),
        ["Contract | [2024-02-05]", "Brochure | [2024-02-23]", "Outline | [2024-03-08]"]
    );
    let done: Vec<_> = found.activities.iter().map(|activity| activity.done.clone()).collect();
    let day = chrono::NaiveDate::from_ymd_opt(2024, 2, 2).unwrap();
    assert_eq!(done, [Some(Stated::Day(day)), Some(Stated::Words("26 Feb".into())), None]);
}

#[test]
fn the_date_can_come_first_and_weeks_are_no_dates() {
    let found = read(
        &table(&[
            &["Week", "Date", "Topic", "Material"],
            &["1", "Tue, Sep 5", "Introduction", "Slides 1"],
            &["5", "Oct 2-6", "Reading week", ""],
            &["8", "TBD", "Guest lecture", ""],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(
        told(&found),
        ["Introduction | Tue, Sep 5", "Reading week | (Oct 2-6)", "Guest lecture | TBD"]
    );
    assert_eq!(found.activities[0].remark.as_deref(), Some("Material: Slides 1"));
}

#[test]
fn the_days_of_a_chart_beside_the_plan_are_no_columns_of_it() {
    let found = read(
        &sheet(&[
            &["Task", "Assigned to", "Start", "End", "2024-05-01", "2024-05-02", "2024-05-03"],
            &["Survey", "QA", "2024-05-01", "2024-05-02", "x", "x", ""],
            &["Report", "Office", "2024-05-02", "2024-05-03", "", "x", "x"],
        ]),
        Some("Chart"),
        false,
    )
    .unwrap();
    assert_eq!(
        told(&found),
        ["Survey | [2024-05-01] → [2024-05-02]", "Report | [2024-05-02] → [2024-05-03]"]
    );
    assert_eq!(found.activities[0].remark, None);
    assert_eq!(found.activities[0].owners, ["QA"]);
}

#[test]
fn the_columns_of_the_rows_need_not_be_quite_those_of_the_head() {
    let mut plan = table(&[&["Task", "Due"], &["Survey", "1 May 2024"], &["Report", "3 May 2024"]]);
    let spans = [[(0, 3), (3, 3)], [(0, 2), (2, 4)], [(0, 4), (4, 2)]];
    for (row, spans) in plan.rows.iter_mut().zip(spans) {
        for (cell, (column, columns)) in row.cells.iter_mut().zip(spans) {
            (cell.column, cell.columns) = (column, columns);
        }
    }
    let found = read(&plan, None, false).unwrap();
    assert_eq!(told(&found), ["Survey | 1 May 2024", "Report | 3 May 2024"]);
}

#[test]
fn a_day_under_an_unknown_name_beside_how_long_it_takes_is_asked_about() {
    let found = read(
        &sheet(&[
            &["Fase", "Objetivo geral", "Data de inicio", "Tempo estimado"],
            &["Projeto", "Reuniao", "2018-05-04", "1 dia"],
            &["Projeto", "Requisitos", "2018-05-07", "2 semanas"],
            &["Projeto", "--", "2018-05-21", "1 semana"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = ["Reuniao | ? 2018-05-04 + 1 dia", "Requisitos | ? 2018-05-07 + 2 semanas"];
    assert_eq!(told(&found)[..2], expected);
}

#[test]
fn what_is_due_after_the_end_is_the_deadline_and_a_version_can_be_the_name() {
    let audit: [&[&str]; 3] = [
        &["Audit", "Fieldwork start", "Fieldwork end", "Report due"],
        &["Payroll", "2018-05-07", "2018-05-18", "2018-06-08"],
        &["Follow-up", "", "", "2018-06-29"],
    ];
    let found = read(&sheet(&audit), None, false).unwrap();
    assert_eq!(told(&found), ["Payroll | [2018-05-07] → [2018-06-08]", "Follow-up | [2018-06-29]"]);
    let names = ["Fieldwork start", "Fieldwork end", "Report due"].map(str::to_owned).to_vec();
    assert_eq!(found.questions[0].about, About::Columns { names, taken: Some("Report due".into()) });
    let support: [&[&str]; 3] = [
        &["Branch", "Bug fixes until", "Security fixes until"],
        &["4.1", "2018-10-31", "2019-04-30"],
        &["4.0", "2018-06-30", "2018-12-31"],
    ];
    let found = read(&sheet(&support), None, false).unwrap();
    assert_eq!(told(&found), ["4.1 | [2018-10-31]", "4.0 | [2018-06-30]"]);
    assert_eq!(found.questions.len(), 1);
}

#[test]
fn dates_of_several_groups_are_asked_about_and_both_are_kept() {
    let found = read(
        &sheet(&[
            &["", "section 1", "<", "section 2", "<", "", ""],
            &["week", "Day", "Date", "Day", "Date", "Topic", "HW due"],
            &["1", "Tue", "2018-05-08", "Mon", "2018-05-07", "1. Introduction", ""],
            &["2", "Tue", "2018-05-15", "Mon", "2018-05-14", "2. Recursion", "hw1"],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["Introduction | [2018-05-08]", "Recursion | [2018-05-15]"]);
    let remarks: Vec<_> = found.activities.iter().map(|one| one.remark.as_deref()).collect();
    assert_eq!(
        remarks,
        [Some("section 2 Date: 2018-05-07"), Some("section 2 Date: 2018-05-14\nHW due: hw1")]
    );
    let names = vec!["section 1 Date".to_owned(), "section 2 Date".to_owned()];
    let taken = Some("section 1 Date".to_owned());
    assert_eq!(found.questions[0].about, About::Columns { names, taken });
}
