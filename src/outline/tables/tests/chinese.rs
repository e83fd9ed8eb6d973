use chrono::NaiveDate;

use super::build::{sheet, table, told};
use crate::outline::entry::Stated;
use crate::outline::question::About;
use crate::outline::tables::read;

#[test]
fn the_timetable_of_the_real_plan_gives_nine_activities_in_three_groups() {
    let found = read(
        &table(&[
            &["", "活动名称", "主要内容", "具体要求", "完成期限"],
            &["集中学习", "1.召开局党组理论中心组学习会 ", "传达精神", "按要求组织学习", "5月25日前"],
            &["^", "2.举办局领导班子成员集中学习会 ", "交流心得体会", "结合思想工作实际", "6月10前"],
            &["^", "3.举办智慧经济报告会", "作专题报告", "邀请教授", "5月30前"],
            &["集中调研", "1.组织“聚力科技创新，服务企业在行动”", "挖掘项目", "考察调研。", "6月15日前"],
            &["^", "2.开展“产学研精准对接”", "开展调研。", "有针对性地进行对接。", "6月10前"],
            &["^", "3.开展高质量产业发展主题调研", "明确重点", "选择重点研发平台", "6月30日"],
            &[
                "集中讨论",
                "1.强化创新主体，壮大创新型企业集群研讨",
                "推动集聚。",
                "1.培育库建设\n2.推进精准辅导",
                "7月10日前",
            ],
            &[
                "^",
                "2.紧扣转型升级，优化配置创新资源研讨",
                "加快集聚。",
                "1.项目协同\n2.对接\n3.平台",
                "7月10日前",
            ],
            &["^", "3.围绕创新服务，优化创新生态研讨", "破解障碍", "知识产权大保护环境营造", "7月10日前"],
        ]),
        Some("解放思想大讨论时间进度表"),
        false,
    )
    .unwrap();
    let expected = [
        "集中学习 | 召开局党组理论中心组学习会 | 5月25日前",
        "集中学习 | 举办局领导班子成员集中学习会 | 6月10前",
        "集中学习 | 举办智慧经济报告会 | 5月30前",
        "集中调研 | 组织“聚力科技创新，服务企业在行动” | 6月15日前",
        "集中调研 | 开展“产学研精准对接” | 6月10前",
        "集中调研 | 开展高质量产业发展主题调研 | 6月30日",
        "集中讨论 | 强化创新主体，壮大创新型企业集群研讨 | 7月10日前",
        "集中讨论 | 紧扣转型升级，优化配置创新资源研讨 | 7月10日前",
        "集中讨论 | 围绕创新服务，优化创新生态研讨 | 7月10日前",
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found.activities[0].content.as_deref(), Some("传达精神"));
    assert_eq!(found.activities[7].requirements.as_deref(), Some("1.项目协同\n2.对接\n3.平台"));
    assert!(found.phases.is_empty() && found.questions.is_empty());
}

#[test]
fn who_leads_comes_first_and_a_group_reaches_over_its_rows() {
    let found = read(
        &table(&[
            &["序号", "工作类别", "工作任务", "责任单位", "牵头单位", "配合单位", "完成时限"],
            &["1", "隐患排查", "排查险工险段", "各村（社区）", "水利站", "应急办", "3月15日前"],
            &["2", "^", "检查启闭设备", "泵站管理所", "水利站", "", "3月底前"],
            &["3", "预案演练", "修订应急预案", "党政办", "应急办", "", "4月31日前"],
            &["4", "物资保障", "落实抢险队伍", "各村（社区）", "武装部", "—", "待定"],
            &["5", "值班值守", "实行24小时值班", "各站所", "党政办", "", "长期坚持"],
            &["6", "^", "检查值班情况", "督查室", "", "", ""],
            &["合计", "", "6项", "", "", "", ""],
            &["注：各村（社区）名单以2022年核定的为准。", "<", "<", "<", "<", "<", "<"],
        ]),
        None,
        false,
    );
    let found = found.unwrap();
    let expected = [
        "隐患排查 | 排查险工险段 | 3月15日前",
        "隐患排查 | 检查启闭设备 | 3月底前",
        "预案演练 | 修订应急预案 | 4月31日前",
        "物资保障 | 落实抢险队伍 | 待定",
        "值班值守 | 实行24小时值班 | 长期坚持",
        "值班值守 | 检查值班情况",
    ];
    assert_eq!(told(&found), expected);
    assert_eq!(found.activities[0].owners, ["水利站", "各村（社区）"]);
    assert_eq!(found.activities[0].support, ["应急办"]);
    assert_eq!(found.activities[3].support, [""; 0]);
}

#[test]
fn a_head_of_two_rows_below_a_title_and_a_form_head_with_planned_beside_real_days() {
    let found = read(
        &sheet(&[
            &["", "信息系统升级项目进度计划"],
            &["", "编制单位", "信息科", "", "编号", "45071"],
            &["", "■ 已完成　■ 进行中"],
            &["", "序号", "阶段", "任务名称", "计划时间", "<", "实际时间", "<", "责任部门", "完成率"],
            &["", "^", "^", "^", "开始", "结束", "开始", "结束", "^", "^"],
            &[
                "", "1", "需求阶段", "现场调研", "2023-05-08", "2023-05-19", "2023-05-08", "2023-05-18",
                "信息科", "100%",
            ],
            &["", "2", "^", "编制需求清单", "2023-05-22", "2023-06-02", "2023-05-22", "", "业务科", "100%"],
            &["", "3", "建设阶段", "机房改造", "2023-06-05", "2023/6/31", "2023-06-07", "", "后勤科", "60%"],
            &["", "4", "^", "设备安装", "2023-07-03", "2023-07-21", "", "", "信息科", "0%"],
        ]),
        Some("进度计划"),
        false,
    )
    .unwrap();
    let expected = [
        "需求阶段 | 现场调研 | [2023-05-08] → [2023-05-19]",
        "需求阶段 | 编制需求清单 | [2023-05-22] → [2023-06-02]",
        "建设阶段 | 机房改造 | [2023-06-05] → 2023/6/31",
        "建设阶段 | 设备安装 | [2023-07-03] → [2023-07-21]",
    ];
    assert_eq!(told(&found), expected);
    let [survey, list, room, _] = &found.activities[..] else { panic!() };
    assert_eq!(survey.done, NaiveDate::from_ymd_opt(2023, 5, 18).map(Stated::Day));
    assert_eq!(survey.questions, []);
    assert_eq!(list.questions[0].about, About::DoneWithoutDay { words: "100%".into() });
    assert_eq!((room.progress, &room.owners[..]), (Some(60), &["后勤科".to_owned()][..]));
    assert!(found.phases.is_empty() && found.questions.is_empty());
}

#[test]
fn of_three_date_columns_the_pair_is_taken_and_the_third_is_asked_about() {
    let found = read(
        &table(&[
            &["培训班名称", "报名截止", "开始日期", "结束日期", "批次"],
            &["电工培训班", "2024.3.15", "2024.4.1", "2024.4.26", "第一批"],
            &["叉车司机培训班", "2024.3.20", "2024.4.8", "2024.5.10", "第一批"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected =
        ["第一批 | 电工培训班 | 2024.4.1 → 2024.4.26", "第一批 | 叉车司机培训班 | 2024.4.8 → 2024.5.10"];
    assert_eq!(told(&found), expected);
    let names = ["报名截止", "开始日期", "结束日期"].map(str::to_owned).to_vec();
    let [asked] = &found.questions[..] else { panic!("{:?}", found.questions) };
    assert_eq!(asked.about, About::Columns { names, taken: Some("结束日期".into()) });
}

#[test]
fn of_three_date_columns_the_one_that_says_done_by_is_taken_without_a_question() {
    let found = read(
        &table(&[
            &["任务", "日期", "开始时间", "完成时间"],
            &["设计", "5月1日", "5月2日", "5月10日"],
            &["编码", "5月11日", "5月12日", "5月30日"],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["设计 | 5月2日 → 5月10日", "编码 | 5月12日 → 5月30日"]);
    assert_eq!(found.questions, []);
}

#[test]
fn a_column_of_starts_alone_is_taken_for_deadlines_and_asked_about() {
    let found = read(
        &table(&[&["事宜", "起始日"], &["提交初稿", "5月10日"], &["提交定稿", "5月30日前"]]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["提交初稿 | 5月10日", "提交定稿 | 5月30日前"]);
    let names = vec!["起始日".to_owned()];
    assert_eq!(found.questions[0].about, About::Columns { names, taken: Some("起始日".into()) });
}

#[test]
fn a_head_can_lie_and_the_cells_tell() {
    let found = read(
        &table(&[
            &["项目进度", "完成时间"],
            &["需求分析", "3月1日-3月15日"],
            &["概要设计", "3月16日至3月底"],
            &["系统测试", "4月"],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(
        told(&found),
        ["需求分析 | (3月1日-3月15日)", "概要设计 | (3月16日至3月底)", "系统测试 | 4月"]
    );
}

#[test]
fn several_names_in_a_cell_can_have_a_date_each_or_share_one() {
    let found = read(
        &table(&[
            &["时间", "工作内容"],
            &["5月10日前\n5月20日前", "1.报送名单\n2.报送方案"],
            &["6月底前", "1.组织自查\n2.上报报告"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected =
        ["报送名单 | 5月10日前", "报送方案 | 5月20日前", "组织自查 | 6月底前", "上报报告 | 6月底前"];
    assert_eq!(told(&found), expected);
}

#[test]
fn a_division_of_duties_without_dates_is_a_plan() {
    let found = read(
        &table(&[
            &["重点任务", "牵头单位", "责任单位"],
            &["梳理高频事项清单", "行政审批局", "各进驻部门"],
            &["设置综合受理窗口（配合单位：财政局）", "政务服务中心", ""],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["梳理高频事项清单", "设置综合受理窗口"]);
    assert_eq!(found.activities[0].owners, ["行政审批局", "各进驻部门"]);
    assert_eq!(found.activities[1].support, ["财政局"]);
}

#[test]
fn the_names_of_the_columns_can_stand_again_in_the_middle() {
    let head = ["任务", "期限"];
    let rows: [&[&str]; 5] = [&head, &["动员", "5月1日"], &head, &["总结", "6月1日"], &["", ""]];
    assert_eq!(told(&read(&table(&rows), None, false).unwrap()), ["动员 | 5月1日", "总结 | 6月1日"]);
}

#[test]
fn without_names_the_columns_are_told_by_their_cells() {
    let found = read(
        &table(&[&["召开动员会", "5月10日"], &["开展自查", "5月中旬"], &["迎接检查", "6月上旬"]]),
        None,
        false,
    );
    assert_eq!(
        told(&found.unwrap()),
        ["召开动员会 | 5月10日", "开展自查 | (5月中旬)", "迎接检查 | (6月上旬)"]
    );
}

#[test]
fn a_start_without_an_end_is_to_be_settled() {
    let found = read(
        &table(&[&["任务", "开始时间", "结束时间"], &["设计", "5月1日", "5月9日"], &["验收", "6月1日", ""]]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["设计 | 5月1日 → 5月9日", "验收 | ? 6月1日"]);
    let names = ["开始时间", "结束时间"].map(str::to_owned).to_vec();
    assert_eq!(found.activities[1].questions[0].about, About::Columns { names, taken: None });
}

#[test]
fn what_a_column_of_times_says_is_kept_where_no_calendar_has_it() {
    let found = read(
        &table(&[
            &["任务", "负责人", "时间"],
            &["画界面", "督查室", "W2.Mon"],
            &["写接口", "财务科", "W2.Tue ~ W2.Wed"],
            &["联调", "督查室", "第3周"],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&found), ["画界面 | W2.Mon", "写接口 | W2.Tue ~ W2.Wed", "联调 | 第3周"]);
    for times in [["4天", "1～2周"], ["8:00", "9:30"]] {
        let rows = [["阶段", "人员", "时间"], ["设计", "2人", times[0]], ["测试", "1人", times[1]]];
        let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        assert!(read(&table(&rows), None, false).is_err(), "{times:?}");
    }
}

#[test]
fn one_name_over_two_columns_of_dates_is_that_of_a_start_and_an_end() {
    let rows: &[&[&str]] = &[
        &["任务", "时间", "<", "责任单位"],
        &["调研", "5月1日", "5月10日", "督查室"],
        &["讨论", "5月11日", "5月20日", "财务科"],
    ];
    let found = read(&table(rows), None, false).unwrap();
    assert_eq!(told(&found), ["调研 | 5月1日 → 5月10日", "讨论 | 5月11日 → 5月20日"]);
}

#[test]
fn a_date_that_is_not_taken_stands_in_the_remark() {
    let rows: &[&[&str]] = &[
        &["课程", "报名截止", "开始日期", "结束日期", "实际开始时间"],
        &["电工", "3月20日", "4月1日", "4月26日", "4月2日"],
        &["焊工", "4月20日", "5月6日", "5月31日", ""],
    ];
    let found = read(&table(rows), None, false).unwrap();
    assert_eq!(told(&found), ["电工 | 4月1日 → 4月26日", "焊工 | 5月6日 → 5月31日"]);
    let remarks: Vec<_> = found.activities.iter().map(|one| one.remark.as_deref()).collect();
    assert_eq!(remarks, [Some("报名截止：3月20日\n实际开始时间：4月2日"), Some("报名截止：4月20日")]);
    assert!(matches!(&found.questions[..], [one] if matches!(one.about, About::Columns { .. })));
}

#[test]
fn states_side_by_side_and_a_number_under_several_names_are_no_activities() {
    let rows: &[&[&str]] = &[
        &["任务", "开始日期", "完成时间", "人员", "状态"],
        &["调研", "5月1日", "5月10日", "督查室", "未开始"],
        &["讨论", "5月11日", "5月20日", "财务科", "未开始"],
        &["费用", "29000", "<", "<", "<"],
        &["未开始", "进行中", "已完成", "", ""],
    ];
    let found = read(&table(rows), None, false).unwrap();
    assert_eq!(told(&found), ["调研 | 5月1日 → 5月10日", "讨论 | 5月11日 → 5月20日"]);
    assert_eq!(found.activities[1].owners, ["财务科"]);
}

#[test]
fn two_tables_in_one_sheet_are_two_and_a_text_apart_below_them_is_none() {
    let rows: &[&[&str]] = &[
        &["任务", "开始日期", "完成时间"],
        &["调研", "5月1日", "5月10日"],
        &["", "", ""],
        &["评审安排", "", ""],
        &["日期", "评审内容", "负责人"],
        &["6月1日", "调研报告", "督查室"],
        &["6月10日", "讨论稿", "财务科"],
        &["", "", ""],
        &["版本说明", "", ""],
        &["", "1.按时开工", ""],
    ];
    let found = read(&sheet(rows), None, false).unwrap();
    assert_eq!(told(&found), ["调研 | 5月1日 → 5月10日", "调研报告 | 6月1日", "讨论稿 | 6月10日"]);
    assert_eq!(found.activities[2].owners, ["财务科"]);
}

#[test]
fn what_is_done_can_be_called_progress() {
    let rows: &[&[&str]] = &[
        &["时间节点", "进度", "保障活动"],
        &["3月4日", "启动项目", "落实人员"],
        &["4月7日", "完成初稿", "落实人员"],
    ];
    let found = read(&table(rows), None, false).unwrap();
    assert_eq!(told(&found), ["启动项目 | 3月4日", "完成初稿 | 4月7日"]);
}

#[test]
fn the_day_on_which_a_matter_was_closed_is_no_deadline_beside_its_limit() {
    let ledger: [&[&str]; 3] = [
        &["督查事项", "交办时间", "办理时限", "办结时间"],
        &["积水点改造", "2018-01-13", "2018-05-31", ""],
        &["跑道翻修", "2018-01-13", "2018-03-15", "2018-03-12"],
    ];
    let found = read(&sheet(&ledger), None, false).unwrap();
    assert_eq!(told(&found), ["积水点改造 | [2018-05-31]", "跑道翻修 | [2018-03-15]"]);
    let day = chrono::NaiveDate::from_ymd_opt(2018, 3, 12).map(Stated::Day);
    assert_eq!((found.activities[0].done.as_ref(), found.activities[1].done.as_ref()), (None, day.as_ref()));
    assert_eq!(found.questions, []);
}

#[test]
fn the_day_of_a_row_in_front_of_its_name_is_no_number() {
    let rows: &[&[&str]] = &[
        &["活动", "时间"],
        &["5.4青年节座谈", "5月4日"],
        &["6.1儿童节慰问", "6.1"],
        &["1.3 总结", "7月10日前"],
    ];
    let found = read(&table(rows), None, false).unwrap();
    assert_eq!(told(&found), ["5.4青年节座谈 | 5月4日", "6.1儿童节慰问 | 6.1", "总结 | 7月10日前"]);
}
