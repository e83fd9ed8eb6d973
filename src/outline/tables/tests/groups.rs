use super::build::{say, sheet, table, told};
use crate::outline::entry::Time;
use crate::outline::tables::read;

#[test]
fn a_phase_with_its_time_holds_the_steps_beside_it() {
    let found = read(
        &table(&[
            &["阶段", "时间", "工作内容", "责任科室"],
            &["第一阶段：宣传发动", "5月上旬至5月中旬", "1.制定方案\n2.动员部署", "办公室"],
            &["第二阶段：学习调研", "5月下旬至7月底", "深入开展学习活动", "办公室"],
            &["^", "^", "精准开展调研活动", "规划科"],
        ]),
        None,
        false,
    )
    .unwrap();
    let phases: Vec<_> =
        found.phases.iter().map(|phase| (phase.title.as_deref(), say(&phase.time))).collect();
    let expected = [
        (Some("第一阶段：宣传发动"), "(5月上旬至5月中旬)".to_owned()),
        (Some("第二阶段：学习调研"), "(5月下旬至7月底)".to_owned()),
    ];
    assert_eq!(phases, expected);
    let expected = [
        "制定方案 | (5月上旬至5月中旬)",
        "动员部署 | (5月上旬至5月中旬)",
        "深入开展学习活动 | (5月下旬至7月底)",
        "精准开展调研活动 | (5月下旬至7月底)",
    ];
    assert_eq!(told(&found), expected);
    let of: Vec<_> = found.activities.iter().map(|activity| activity.phase).collect();
    assert_eq!(of, [Some(0), Some(0), Some(1), Some(1)]);
    assert_eq!(found.activities[3].owners, ["规划科"]);
}

#[test]
fn a_row_over_all_columns_is_a_group_a_phase_or_the_date_of_the_rows_below() {
    let found = read(
        &table(&[
            &["工作任务", "责任人", "完成时间"],
            &["一、准备工作", "<", "<"],
            &["印发通知", "办公室", "3月1日"],
            &["（二）攻坚阶段（4月1日至6月30日）", "<", "<"],
            &["现场检查", "督查室", "4月20日前"],
            &["7月10日前", "<", "<"],
            &["上报总结", "办公室", ""],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(
        told(&found),
        ["准备工作 | 印发通知 | 3月1日", "现场检查 | 4月20日前", "上报总结 | 7月10日前"]
    );
    assert_eq!(found.phases[0].title.as_deref(), Some("攻坚阶段"));
    assert_eq!(found.phases[0].time, Time::Period("4月1日至6月30日".into()));
    assert_eq!(found.activities[1].phase, Some(0));
    assert_eq!(found.activities[2].phase, None);
}

#[test]
fn a_milestone_in_the_column_of_groups_is_an_activity_and_stands_over_the_rows_below() {
    let found = read(
        &table(&[
            &["里程碑", "具体任务", "完成时间"],
            &["需求评审", "", "3月31日"],
            &["", "编写需求说明书", "3月20日"],
            &["", "组织评审会", "3月30日"],
            &["系统上线", "", "6月30日"],
            &["", "部署服务器", "6月10日"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "需求评审 | 3月31日",
        "需求评审 | 编写需求说明书 | 3月20日",
        "需求评审 | 组织评审会 | 3月30日",
        "系统上线 | 6月30日",
        "系统上线 | 部署服务器 | 6月10日",
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn stages_across_give_an_activity_each_under_the_name_of_the_row() {
    let found = read(
        &sheet(&[
            &["子模块", "设计", "<", "开发", "<"],
            &["^", "开始", "结束", "开始", "结束"],
            &["登录", "2021-03-01", "2021-03-05", "2021-03-08", "2021-03-19"],
            &["查询", "", "", "2021-03-22", "2021-04-02"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "登录 | 设计 | [2021-03-01] → [2021-03-05]",
        "登录 | 开发 | [2021-03-08] → [2021-03-19]",
        "查询 | 开发 | [2021-03-22] → [2021-04-02]",
    ];
    assert_eq!(told(&found), expected);
}

#[test]
fn a_merged_name_over_rows_of_its_own_date_is_a_group_and_over_rows_of_one_date_it_is_one() {
    let own = read(
        &table(&[
            &["工作任务", "工作内容", "完成时限"],
            &["项目建设", "完成立项", "3月底"],
            &["^", "开工建设", "6月底"],
            &["招商引资", "外出招商", "9月底"],
        ]),
        None,
        false,
    );
    let expected =
        ["项目建设 | 完成立项 | 3月底", "项目建设 | 开工建设 | 6月底", "招商引资 | 外出招商 | 9月底"];
    assert_eq!(told(&own.unwrap()), expected);
    let shared = read(
        &table(&[
            &["活动名称", "具体要求", "完成时限"],
            &["主题党日", "人人参加", "3月底"],
            &["^", "做好记录", "^"],
            &["志愿服务", "统一着装", "6月底"],
        ]),
        None,
        false,
    )
    .unwrap();
    assert_eq!(told(&shared), ["主题党日 | 3月底", "志愿服务 | 6月底"]);
    assert_eq!(shared.activities[0].requirements.as_deref(), Some("人人参加\n做好记录"));
}

#[test]
fn names_under_the_head_of_phases_are_phases_where_the_time_stands_beside_them() {
    let found = read(
        &table(&[
            &["阶段", "时间", "主要工作"],
            &["宣传发动", "5月上旬", "印发方案"],
            &["集中整治", "5月中旬至6月底", "1.全面排查\n2.集中整改"],
        ]),
        None,
        false,
    )
    .unwrap();
    let titles: Vec<_> = found.phases.iter().filter_map(|phase| phase.title.as_deref()).collect();
    assert_eq!(titles, ["宣传发动", "集中整治"]);
    let expected = ["印发方案 | (5月上旬)", "全面排查 | (5月中旬至6月底)", "集中整改 | (5月中旬至6月底)"];
    assert_eq!(told(&found), expected);
}

#[test]
fn phases_whose_rows_have_dates_of_their_own_are_groups_and_groups_can_have_two_levels() {
    let found = read(
        &table(&[
            &["阶段", "类别", "任务", "完成时间"],
            &["需求阶段", "调研", "现场调研", "5月10日"],
            &["^", "^", "问卷调查", "5月15日"],
            &["^", "分析", "编制清单", "5月20日"],
            &["建设阶段", "", "机房改造", "6月10日"],
        ]),
        None,
        false,
    )
    .unwrap();
    let expected = [
        "需求阶段 / 调研 | 现场调研 | 5月10日",
        "需求阶段 / 调研 | 问卷调查 | 5月15日",
        "需求阶段 / 分析 | 编制清单 | 5月20日",
        "建设阶段 | 机房改造 | 6月10日",
    ];
    assert_eq!(told(&found), expected);
    assert!(found.phases.is_empty());
}
