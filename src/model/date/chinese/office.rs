//! Offices, and those who have to do something by a date: 县教育局, 各乡镇于, 由财务科牵头，.

use super::super::cursor::Cursor;

const OFFICES: &[&str] = &[
    "办公室", "领导小组", "指挥部", "专班", "政府", "党委", "中心", "委员会", "部门", "单位", "科室", "乡镇",
    "街道", "社区", "学校", "企业", "办", "局", "委", "厅", "部", "科", "处", "组", "股", "院", "校", "镇",
    "乡", "县", "区", "市", "村",
];

/// What makes a name say more than who it is.
const NO_NAME: &[char] = &[
    '年', '月', '日', '号', '周', '旬', '季', ',', ';', ':', '(', ')', '前', '后', '至', '到', '不', '未',
    '非', '除', '无', '并', '或', '约', '暂', '拟', '每', '待', '第', '原', '批', '经', '从', '自',
];

/// The longest name that stands here.
pub fn office(c: &mut Cursor) -> bool {
    let name = |end: &usize| !c.rest()[..*end].contains(|c: char| NO_NAME.contains(&c) || c.is_ascii());
    let is_office = |end: &usize| OFFICES.iter().any(|office| c.rest()[..*end].ends_with(office));
    let ends = c.rest().char_indices().take(14).map(|(at, next)| at + next.len_utf8()).take_while(name);
    let Some(end) = ends.filter(is_office).last() else { return false };
    // 部分单位 and 其他单位 leave out others, who may have another date.
    let some = ["局部", "大部", "部分", "个别", "其他", "其它", "其余", "首", "试点", "重点", "少数", "多数"];
    let name = &c.rest()[..end];
    !some.iter().any(|part| name.contains(part)) && c.eat(name)
}

/// Who has to do it, before the date: 各科室于, 由县教育局牵头，, 各镇（街道）.
pub fn subject(c: &mut Cursor) -> bool {
    c.eat_any(&["请", "责成", "要求", "督促", "由"]);
    if !office(c) {
        return false;
    }
    while c.eat("、") {
        if !office(c) {
            return false;
        }
    }
    c.passes(|c| c.eat("(") && office(c) && c.eat(")"));
    c.eat_any(&["牵头负责", "牵头", "负责"]);
    c.eat_any(&[",", ":"]);
    true
}
