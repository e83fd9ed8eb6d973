use super::read;
use crate::outline::document::{Block, Paragraph, Place, Table};
use crate::outline::entry::{Activity, Origin, Stated, Time};

/// A text, a paragraph a line; `#` makes a heading.
fn blocks(text: &str) -> Vec<Block> {
    let paragraph = |(at, line): (usize, &str)| {
        let place = Place::Paragraph(at + 1);
        let level = u8::try_from(line.len() - line.trim_start_matches('#').len()).unwrap();
        let plain = Paragraph::plain(place, line.trim_start_matches('#').trim());
        Block::Paragraph(Paragraph { level: (level > 0).then_some(level), ..plain })
    };
    text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()).map(paragraph).collect()
}

fn words(time: &Time) -> &str {
    match time {
        Time::Due(Stated::Words(words)) | Time::Period(words) | Time::ToSettle(words) => words,
        _ => "",
    }
}

fn activities(text: &str) -> Vec<Activity> {
    read(&blocks(text)).found.activities
}

/// What is found in a text: the name and the words of each activity.
fn found(text: &str) -> Vec<(String, String)> {
    activities(text).into_iter().map(|one| (one.title, words(&one.time).to_owned())).collect()
}

fn phases(text: &str) -> Vec<(String, String)> {
    let phases = read(&blocks(text)).found.phases.into_iter();
    phases.map(|phase| (phase.title.unwrap_or_default(), words(&phase.time).to_owned())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_list_with_the_date_first_is_read_whatever_parts_it_from_the_name() {
    let text = "4月24日（周一）上午：召开部署会\n4月25日-26日: 检查场馆\n4月28日22点前，各组报送清单\n30日完成备案\n5月8日前 报送小结\n5月10日- 通报情况\n2018.5.14-5.16\t总结";
    let expected = [
        ("召开部署会", "4月24日（周一）上午"),
        ("检查场馆", "4月25日-26日"),
        ("各组报送清单", "4月28日22点前"),
        ("完成备案", "30日"),
        ("报送小结", "5月8日前"),
        ("通报情况", "5月10日"),
        ("总结", "2018.5.14-5.16"),
    ];
    assert_eq!(found(text), pairs(&expected));
    let text = "- Jan 15: Feature freeze\n- Feb 5 - Feb 9: Documentation sprint\n- Mar 4, 02:00 UTC (Mar 3, 18:00 PST): Tag the candidate\n- TBD: Party";
    let expected = [
        ("Feature freeze", "Jan 15"),
        ("Documentation sprint", "Feb 5 - Feb 9"),
        ("Tag the candidate", "Mar 4, 02:00 UTC (Mar 3, 18:00 PST)"),
        ("Party", "TBD"),
    ];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn a_number_in_front_of_a_date_is_no_part_of_it() {
    let text = "1.5月26日-6月2日,需求分析\n2.6月3日-6月10日,系统设计";
    assert_eq!(found(text), pairs(&[("需求分析", "5月26日-6月2日"), ("系统设计", "6月3日-6月10日")]));
}

#[test]
fn a_list_with_the_date_last_is_read() {
    let text = "# 平台应用\n- 上线公开模块：7月15日前（责任单位：信息中心）\n- 培训管理员 - 8月上旬\n- 更新数据（每月5日前）\n- 与省平台对接：待省平台上线后\n- 归档：待定";
    let expected = [
        ("上线公开模块", "7月15日前"),
        ("培训管理员", "8月上旬"),
        ("更新数据", "每月5日前"),
        ("与省平台对接", "待省平台上线后"),
        ("归档", "待定"),
    ];
    assert_eq!(found(text), pairs(&expected));
    let first = &activities(text)[0];
    assert_eq!((first.origin, first.group.as_deref()), (Origin::List, Some("平台应用")));
    assert_eq!(first.owners, ["信息中心"]);
}

#[test]
fn nested_lines_with_dates_of_their_own_are_activities_of_their_own() {
    let text =
        "1. 改造站点：5月20日前\n- 第一批6个站：4月30日前\n- 第二批9个站：6月10日前\n2. 光纤到组：6月底前";
    let expected = [
        ("改造站点", "5月20日前"),
        ("第一批6个站", "4月30日前"),
        ("第二批9个站", "6月10日前"),
        ("光纤到组", "6月底前"),
    ];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn a_name_above_its_date_takes_what_stands_below() {
    let text = "# 集体备课\n9月9日至9月13日\n• 确定主题\n• 提交教案\n# 质量分析\n11月15日\n各组召开分析会。\n# Order shelves\nThese should be done by 12 January 2024:\n• compare offers\nOwner: Stock team";
    let expected =
        [("集体备课", "9月9日至9月13日"), ("质量分析", "11月15日"), ("Order shelves", "by 12 January 2024")];
    assert_eq!(found(text), pairs(&expected));
    let activities = activities(text);
    assert_eq!(activities[0].content.as_deref(), Some("• 确定主题\n• 提交教案"));
    assert_eq!(activities[1].content.as_deref(), Some("各组召开分析会。"));
    assert_eq!(activities[2].owners, ["Stock team"]);
}

#[test]
fn lines_under_a_date_alone_are_activities_of_that_date() {
    let text = "5月4日\n召开动员会\n布置任务\n5月10日\n检查进度";
    assert_eq!(
        found(text),
        pairs(&[("召开动员会", "5月4日"), ("布置任务", "5月4日"), ("检查进度", "5月10日")])
    );
    let text = "## Week 1 (May 27 - June 2)\n- read the code\n- fix a bug\n## Week 2 (June 3 - June 9)\n- write tests";
    let expected = [
        ("read the code", "May 27 - June 2"),
        ("fix a bug", "May 27 - June 2"),
        ("write tests", "June 3 - June 9"),
    ];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn an_undated_line_of_a_dated_list_is_kept() {
    let text = "1. 立项：3月底前\n2. 采购：5月底前\n3. 培训\n4. 验收：12月底前";
    let expected = [("立项", "3月底前"), ("采购", "5月底前"), ("培训", ""), ("验收", "12月底前")];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn duties_without_dates_are_a_plan() {
    let text = "一、优化窗口\n1.公布事项清单\n牵头单位：审批局\n责任单位：各部门\n2.设置受理窗口\n责任单位：政务中心\n配合单位：督查室";
    assert_eq!(found(text), pairs(&[("公布事项清单", ""), ("设置受理窗口", "")]));
    let activities = activities(text);
    assert_eq!(activities[0].group.as_deref(), Some("优化窗口"));
    assert_eq!(activities[0].owners, ["审批局", "各部门"]);
    assert_eq!(
        (&activities[1].owners[..], &activities[1].support[..]),
        (&["政务中心".to_owned()][..], &["督查室".to_owned()][..])
    );
}

#[test]
fn labels_inside_a_line_say_when_and_who() {
    let text = "1.完成平台升级。责任单位：信息科；完成时限：6月底前\n2.组织演练（完成时限：7月10日前）";
    assert_eq!(found(text), pairs(&[("完成平台升级", "6月底前"), ("组织演练", "7月10日前")]));
    assert_eq!(activities(text)[0].owners, ["信息科"]);
}

#[test]
fn a_paragraph_that_names_who_does_it_is_an_activity_with_the_deadline_in_it() {
    let text = "1.实施清单管理。依据国家清单,10月底前公布县级清单。（审批局牵头，责任单位：各部门）\n2.规范告知承诺。动态调整清单。（责任单位：司法局）";
    assert_eq!(found(text), pairs(&[("实施清单管理", "10月底前"), ("规范告知承诺", "")]));
    let activities = activities(text);
    assert_eq!((activities[0].origin, activities[0].questions.len()), (Origin::Sentence, 1));
    assert_eq!(activities[1].owners, ["司法局"]);
}

#[test]
fn a_phase_has_its_time_in_brackets_or_on_the_next_line() {
    let text = "二、实施步骤\n（一）动员部署阶段（3月1日至3月20日）。制定方案。\n（二）排查整治（3月下旬至6月底）。排查台账6月20日前报监测站。\n三、保障措施\n（一）加强领导。成立专班。\n（二）严格督导。各镇于每月25日前报送进展。";
    assert_eq!(phases(text), pairs(&[("动员部署阶段", "3月1日至3月20日"), ("排查整治", "3月下旬至6月底")]));
    let activities = activities(text);
    let told = activities.iter().map(|one| (one.title.as_str(), one.phase, one.origin)).collect::<Vec<_>>();
    assert_eq!(told, [("排查台账报监测站", Some(1), Origin::Sentence), ("报送进展", None, Origin::Sentence)]);
    let text = "第一阶段：自查自改\n2022年11月1日至11月20日\n逐项自查。\n第二阶段\n12月21日至次年1月20日\n重点检查。\n第三阶段：整改复查（2月28日前完成）\n复查销号。";
    let expected =
        [("自查自改", "2022年11月1日至11月20日"), ("", "12月21日至次年1月20日"), ("整改复查", "2月28日前")];
    assert_eq!(phases(text), pairs(&expected));
    assert_eq!(found(text), []);
}

#[test]
fn what_stands_under_a_phase_belongs_to_it() {
    let text = "# Phase 1: Planning (May–July 2024)\n- Kick-off: 6 May\n# Phase 2: Building (August 2024)\n- First version: 20 August\n# Contact\n- Desk: 1 May";
    assert_eq!(phases(text), pairs(&[("Planning", "May–July 2024"), ("Building", "August 2024")]));
    let of = activities(text).into_iter().map(|one| (one.title, one.phase, one.group)).collect::<Vec<_>>();
    assert_eq!(of, [("Kick-off".into(), Some(0), None), ("First version".into(), Some(1), None)]);
}

#[test]
fn background_signatures_and_contents_are_no_plan() {
    let text = "一、指导思想\n2018年5月4日前学习讲话精神。\n（一）坚持导向。6月底前要统一思想。\n二、活动时间\n2018年5月1日至6月30日\n三、组织领导\n联系人：办公室，电话：87268888\n县委督查室\n2018年4月20日\n附件：任务分解表\n- 2 -";
    assert_eq!(found(text), []);
    assert_eq!(read(&blocks(text)).period.as_deref(), Some("2018年5月1日至6月30日"));
    let mut contents = Paragraph::plain(Place::Paragraph(1), "5月4日：动员\t1");
    contents.is_contents = true;
    assert_eq!(read(&[Block::Paragraph(contents)]).found.activities, []);
}

#[test]
fn who_signed_or_passed_a_document_and_when_is_no_activity() {
    for text in [
        "8月18日：开班\n8月21日：结业\n教育局人事股\n2025年8月5日",
        "8月18日：开班\n8月21日：结业\n记录：办公室\n2025年8月5日印发",
        "（2025年8月5日局党组会议研究通过）\n8月18日：开班\n8月21日：结业",
    ] {
        assert_eq!(found(text), pairs(&[("开班", "8月18日"), ("结业", "8月21日")]), "{text}");
    }
}

#[test]
fn a_date_in_brackets_behind_another_makes_no_name_of_what_stands_before_it() {
    let read = read(&blocks("培训时间：2025年8月18日至8月21日（8月17日下午报到）"));
    assert_eq!(read.period.as_deref(), Some("2025年8月18日至8月21日"));
    assert!(read.found.activities.iter().all(|one| one.origin == Origin::Sentence));
}

#[test]
fn sentences_that_end_with_a_date_are_no_list() {
    let text = "The interim report must be submitted by 31 August 2024. The final report is due no later than 28 February 2025.\nIn 2019 a pilot restored 2 km of bank; it was completed on 30 September 2021.";
    let expected = [
        ("The interim report must be submitted", "31 August 2024"),
        ("The final report", "no later than 28 February 2025"),
    ];
    assert_eq!(found(text), pairs(&expected));
    assert!(activities(text).iter().all(|one| one.origin == Origin::Sentence));
}

#[test]
fn what_was_before_the_plan_is_background() {
    let text = "# Past releases\n- 4.1.2: 2024-05-01\n- 4.1.1: 2024-04-22\n# Plan\n- Beta: 2024-07-08\n- Final: 2024-08-05";
    assert_eq!(found(text), pairs(&[("Beta", "2024-07-08"), ("Final", "2024-08-05")]));
    let text = "一、研究基础\n2019年至2022年完成课题2项，2023年12月发表论文1篇。\n二、研究进度\n2024年3月至5月  文献梳理\n2024年6月至8月  实地调研";
    assert_eq!(found(text), pairs(&[("文献梳理", "2024年3月至5月"), ("实地调研", "2024年6月至8月")]));
}

#[test]
fn a_table_stands_under_its_phase_and_the_line_above_it() {
    let table = || Block::Table(Table { number: 1, sheet: None, rows: Vec::new() });
    let mut all = blocks("（一）宣传阶段（5月）。\n主要活动安排");
    all.push(table());
    all.extend(blocks("附件\n时间进度表"));
    all.push(table());
    let tables = read(&all).tables;
    let told = tables.iter().map(|under| (under.phase, under.name.as_deref())).collect::<Vec<_>>();
    assert_eq!(told, [(Some(0), Some("主要活动安排")), (None, Some("时间进度表"))]);
}

#[test]
fn in_a_list_that_begins_with_a_date_dates_head_what_stands_below_them() {
    let text = "Key dates\n- 3 July 2023- Call\n- 10 July 2023\n- Papers\n- Desk opens! See here.\n- 24 July 2023\n- Answers\n- 6 November 2023 - Opening\n- Lessons";
    let expected = [
        ("Call", "3 July 2023"),
        ("Papers", "10 July 2023"),
        ("Desk opens! See here", "10 July 2023"),
        ("Answers", "24 July 2023"),
        ("Opening", "6 November 2023"),
        ("Lessons", "6 November 2023"),
    ];
    assert_eq!(found(text), pairs(&expected));
    let text = "重要日期\n5月4日\n动员会\n布置任务\n5月10日\n检查";
    let expected = [("动员会", "5月4日"), ("布置任务", "5月4日"), ("检查", "5月10日")];
    assert_eq!(found(text), pairs(&expected));
    let text = "- 5月4日\n- 动员会\n- 5月10日\n- 检查\n另有：\n- 报名\n- 6月1日\n- 缴费\n- 6月5日";
    let expected = [("动员会", "5月4日"), ("检查", "5月10日"), ("报名", "6月1日"), ("缴费", "6月5日")];
    assert_eq!(found(text), pairs(&expected));
    let text = "May 5\nReviews start. Papers sent in November are read first.\nMay 15\nFinal paper due.\nTo be printed, one author must pay the fee by June 15.";
    assert_eq!(found(text)[..2], pairs(&[("Reviews start", "May 5"), ("Final paper due", "May 15")]));
    let text = "Programme:\nAll talks are held in hall 3.\nTuesday, 6 September 2022\n9:00 – 9:30: Registration\n11:05 – 11.35: Break\nWednesday, 7 September 2022\n9:15-10.10: Talk";
    let expected = [
        ("9:00 – 9:30: Registration", "Tuesday, 6 September 2022"),
        ("11:05 – 11.35: Break", "Tuesday, 6 September 2022"),
        ("9:15-10.10: Talk", "Wednesday, 7 September 2022"),
    ];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn times_of_day_belong_to_the_day_above_them() {
    let text = "Deadlines\nPapers\n5 May 2024, 23:59 AoE\nFinal papers\n12 June 2024 (moved from 1 June 2024)\nProgramme\nMonday 8 July 2024\n09:00 Desk\n10.30-11.00 Coffee\n11:00 a.m. Talk\nTuesday 9 July 2024\n9am - 10am Workshop";
    let expected = [
        ("Papers", "5 May 2024, 23:59 AoE"),
        ("Final papers", "12 June 2024 (moved from 1 June 2024)"),
        ("09:00 Desk", "Monday 8 July 2024"),
        ("10.30-11.00 Coffee", "Monday 8 July 2024"),
        ("11:00 a.m. Talk", "Monday 8 July 2024"),
        ("9am - 10am Workshop", "Tuesday 9 July 2024"),
    ];
    assert_eq!(found(text), pairs(&expected));
    let text = "一、议程\n5月4日（周六）\n9:00—9:30 签到\n下午2:00 拔河\n14:00-16:00：颁奖";
    let expected = [
        ("9:00—9:30 签到", "5月4日（周六）"),
        ("下午2:00 拔河", "5月4日（周六）"),
        ("14:00-16:00：颁奖", "5月4日（周六）"),
    ];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn a_date_is_never_cut_in_the_middle_and_what_remains_of_it_is_no_name() {
    let text = "- Papers\n15.07.2023 15.08.23\n- Answers\n5.09.2023 10.09.2023\n- Desk 20.09.2023";
    let expected =
        [("Papers", "15.07.2023 15.08.23"), ("Answers", "5.09.2023 10.09.2023"), ("Desk", "20.09.2023")];
    assert_eq!(found(text), pairs(&expected));
    let text = "1st week - due 8th :\nDraw the plan\n2nd week - due 15th:\nBuild the store";
    let expected = [("Draw the plan", "1st week - due 8th"), ("Build the store", "2nd week - due 15th")];
    assert_eq!(found(text), pairs(&expected));
    let text = "Steps of the release:\n• Freeze: Monday August 6th 2018.\n• First draft: Monday September 3th (RD - Release Date)\n• Note: version 1.2 is 1.1";
    let expected = [("Freeze", "Monday August 6th 2018"), ("First draft", "Monday September 3th")];
    assert_eq!(found(text), pairs(&expected));
    let text = "- Kestrel v4.2: 2024-07-08\n- v4.3: 2024-09-02";
    assert_eq!(found(text), pairs(&[("Kestrel v4.2", "2024-07-08"), ("v4.3", "2024-09-02")]));
    let text = "1. 准备工作:\n(2022年9月1日至9月30日)\n- 制定方案\n2. 比赛:\n(2022年10月1日至10月31日)";
    let expected = [("准备工作", "2022年9月1日至9月30日"), ("比赛", "2022年10月1日至10月31日")];
    assert_eq!(found(text), pairs(&expected));
}

#[test]
fn covers_sums_versions_and_the_furniture_of_a_page_are_no_activities() {
    let text = "江滨县财政局\n2016年9月\nmaria edited this page Jan 14, 2014\n发行号：2016-11-05\n日   2016 年 9 月\n一、预算\n2016年度，资金投入60万元。\n2017年度，资金投入80万元。";
    assert_eq!(found(text), []);
    let text = "Version 2.1, 5 May 2024\nPosted by admin on May 7, 2024\nPage 3 of 5, 12 May 2024\n版本：V1.2  2024-03-05\n教务处 2024年3月5日\n有效期至2025年12月31日。\n联系人：办公室  2024年3月\n2.截至2024年2月底，已有12个班报名。";
    assert_eq!(found(text), []);
    let read = read(&blocks("School of Water, Riverside\nSeptember 6-10, 2022\nSchedule:\nAll are welcome."));
    assert_eq!((read.found.activities, read.period.as_deref()), (Vec::new(), Some("September 6-10, 2022")));
}
