//! What the head of a column or a label says of those under it.

/// What somebody has to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Leader,
    Lead,
    Responsible,
    Support,
}

const CHINESE: &[(&str, Part)] = &[
    ("牵头", Part::Lead),
    ("主办", Part::Lead),
    ("责任", Part::Responsible),
    ("负责", Part::Responsible),
    ("主责", Part::Responsible),
    ("承办", Part::Responsible),
    ("承担", Part::Responsible),
    ("落实单位", Part::Responsible),
    ("实施单位", Part::Responsible),
    ("实施主体", Part::Responsible),
    ("完成单位", Part::Responsible),
    ("完成人", Part::Responsible),
    ("经办", Part::Responsible),
    ("执行", Part::Responsible),
    ("开发人员", Part::Responsible),
    ("测试人员", Part::Responsible),
    ("配合", Part::Support),
    ("协办", Part::Support),
    ("协同", Part::Support),
    ("协作", Part::Support),
    ("协助", Part::Support),
    ("参与单位", Part::Support),
    ("参与部门", Part::Support),
    ("参加单位", Part::Support),
];

/// How a Chinese label of people ends; one that does not is of something else (责任书签订时间).
const ENDS: &[&str] = &[
    "单位", "部门", "科室", "处室", "股室", "中心", "人", "人员", "者", "主体", "方", "组", "局", "员",
    "岗位", "领导",
];

/// Whole labels, without what is in brackets.
const WHOLE: &[(&str, Part)] = &[
    ("部门", Part::Responsible),
    ("科室", Part::Responsible),
    ("处室", Part::Responsible),
    ("lead", Part::Lead),
    ("led by", Part::Lead),
    ("leads", Part::Lead),
    ("owner", Part::Responsible),
    ("owners", Part::Responsible),
    ("who", Part::Responsible),
    ("assignee", Part::Responsible),
    ("assignees", Part::Responsible),
    ("assigned to", Part::Responsible),
    ("pic", Part::Responsible),
    ("dri", Part::Responsible),
    ("in charge", Part::Responsible),
    ("person in charge", Part::Responsible),
    ("accountable", Part::Responsible),
    ("team", Part::Responsible),
    ("support", Part::Support),
    ("supported by", Part::Support),
    ("contributors", Part::Support),
    ("assisted by", Part::Support),
    ("sponsor", Part::Leader),
    ("executive sponsor", Part::Leader),
];

/// How an English label begins or ends: `lead agency`, `task owner`.
const BEGINS: &[(&str, Part)] = &[
    ("lead ", Part::Lead),
    ("responsib", Part::Responsible),
    ("owner ", Part::Responsible),
    ("supporting ", Part::Support),
    ("support ", Part::Support),
];

/// The longest label, in characters.
const LONGEST_LABEL: usize = 24;

/// Whose names stand under a head or behind a label, if it is one of people.
pub fn part(label: &str) -> Option<Part> {
    let label = label.split(['(', '（']).next().unwrap_or_default();
    let label = label.trim().trim_end_matches([':', '：']).to_lowercase();
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return None;
    }
    if label.is_ascii() {
        let label = label.replace("(s)", "");
        let whole = WHOLE.iter().find(|(whole, _)| *whole == label);
        let begins = || BEGINS.iter().find(|(begin, _)| label.starts_with(begin));
        let ends = label.ends_with(" owner") || label.ends_with(" lead");
        return whole.or_else(begins).map(|(_, part)| *part).or(ends.then_some(Part::Responsible));
    }
    let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some((_, part)) = WHOLE.iter().chain(CHINESE).find(|(whole, _)| *whole == label) {
        return Some(*part);
    }
    if !ENDS.iter().any(|end| label.ends_with(end)) || label.contains("领导小组") {
        return None;
    }
    if label.ends_with("领导") {
        return Some(Part::Leader);
    }
    let stems = CHINESE.iter().filter_map(|(stem, part)| Some((label.find(stem)?, *part)));
    stems.min_by_key(|(at, _)| *at).map(|(_, part)| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_and_labels_say_whose_names_follow() {
        let labels = [
            ("牵头单位", Part::Lead),
            ("牵头单位（责任单位）", Part::Lead),
            ("责任 单位", Part::Responsible),
            ("责任部门：", Part::Responsible),
            ("负责人", Part::Responsible),
            ("任务负责人", Part::Responsible),
            ("配合单位", Part::Support),
            ("责任领导", Part::Leader),
            ("分管领导", Part::Leader),
            ("Owner", Part::Responsible),
            ("Owner(s)", Part::Responsible),
            ("Lead agency", Part::Lead),
            ("Responsible party", Part::Responsible),
            ("Support", Part::Support),
        ];
        for (label, expected) in labels {
            assert_eq!(part(label), Some(expected), "{label}");
        }
        for label in ["责任书签订时间", "单位", "领导小组", "任务", "Leadership", "Supported systems", ""]
        {
            assert_eq!(part(label), None, "{label}");
        }
    }
}
