//! Who answers for something: names out of cells, labels and short sentences.

mod labels;
mod names;

use std::collections::HashSet;

use super::entry::Activity;
use names::{is_unit, names};

pub use labels::{Part, part};

/// Those who are named, by their part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owners {
    leader: Vec<String>,
    lead: Vec<String>,
    responsible: Vec<String>,
    support: Vec<String>,
}

/// Takes those who are named behind labels (牵头单位：科技局；配合单位：财政局) out of a text; returns them and the rest.
pub fn take(text: &str) -> (Owners, String) {
    let mut owners = Owners::default();
    let mut rest = String::with_capacity(text.len());
    let mut label: Option<Part> = None;
    for segment in text.split_inclusive(['\n', '。', '；', ';']) {
        let (mut at, mut kept) = (0, 0);
        for piece in segment.split_inclusive([':', '：']) {
            let next = piece.strip_suffix([':', '：']).map(last_word);
            let next_part = next.and_then(part);
            let before = &piece[..piece.len() - next.map_or(0, |word| word.len() + colon(piece))];
            if let Some(part) = label {
                let names = inside(before);
                owners.add_names(part, names);
                kept = at + names.len();
                // 牵头单位： alone in its line.
                label = label.filter(|_| names.trim().is_empty());
            }
            if next_part.is_some() {
                rest.push_str(&segment[kept..at + before.len()]);
                kept = at + piece.len();
                label = next_part;
            }
            at += piece.len();
        }
        rest.push_str(&segment[kept..]);
    }
    if owners == Owners::default() { (owners, text.to_owned()) } else { (owners, tidy(&rest)) }
}

/// Those of whom a clause says nothing but what is theirs to do: 由科技局牵头, 财政局、教育局配合.
pub fn acting(clause: &str) -> Owners {
    let mut owners = Owners::default();
    if let Some((named, part)) = doing(clause.trim()) {
        let named = names(&named);
        if named.iter().all(|name| is_unit(name)) {
            owners.of(part).extend(named);
        }
    }
    owners
}

fn colon(piece: &str) -> usize {
    piece.chars().next_back().map_or(0, char::len_utf8)
}

/// The text up to a bracket that closes what was opened before it.
fn inside(text: &str) -> &str {
    let mut depth = 0_i32;
    let end = text.find(|c| {
        depth += i32::from("(（【[".contains(c)) - i32::from(")）】]".contains(c));
        depth < 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The word at the end of `words`, which could be a label.
fn last_word(words: &str) -> &str {
    let starts = |c: char| "，,、（(【[.\n\u{3000}".contains(c) || c == ' ' && !words.is_ascii();
    let at = words.rfind(starts).map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    words[at..].trim_start()
}

/// What is left of a text without the empty brackets and stops that what was taken leaves behind.
fn tidy(text: &str) -> String {
    let mut text = text.to_owned();
    for empty in ["（；", "（，", "（。", "(;", "(,"] {
        text = text.replace(empty, if empty.starts_with('(') { "(" } else { "（" });
    }
    for empty in ["（）", "()", "( )", "【】", "[]"] {
        text = text.replace(empty, "");
    }
    text = text.replace("  ", " ");
    text.trim().trim_matches(['；', ';', '，', ',']).trim().to_owned()
}

impl Owners {
    /// Adds those in a cell or behind a label. What the text itself says of their part counts: 科技局（牵头）,
    /// 科技局牵头，财政局配合.
    pub fn add(&mut self, part: Part, text: &str) {
        let (labelled, rest) = take(text);
        self.join(labelled);
        self.add_names(part, &rest);
    }

    /// Adds others, after those that are there.
    pub fn join(&mut self, others: Owners) {
        let Owners { leader, lead, responsible, support } = others;
        self.leader.extend(leader);
        self.lead.extend(lead);
        self.responsible.extend(responsible);
        self.support.extend(support);
    }

    /// All of them, who leads first.
    pub fn all(&self) -> Vec<&str> {
        let all = self.leader.iter().chain(&self.lead).chain(&self.responsible).chain(&self.support);
        all.map(String::as_str).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Owners::default()
    }

    /// Gives them to an activity: who leads first, each once.
    pub fn give_to(self, activity: &mut Activity) {
        let add = |names: &mut Vec<String>, more: Vec<String>, but: &[String]| {
            let mut seen: HashSet<String> = names.iter().chain(but).cloned().collect();
            names.extend(more.into_iter().filter(|name| seen.insert(name.clone())));
        };
        add(&mut activity.owners, self.lead, &[]);
        add(&mut activity.owners, self.responsible, &[]);
        add(&mut activity.support, self.support, &activity.owners);
        if !self.leader.is_empty() {
            activity.leader = Some(self.leader.join("、"));
        }
    }

    fn add_names(&mut self, part: Part, text: &str) {
        let mut waiting = Vec::new();
        for name in names(text) {
            if let Some((name, own)) = noted(&name) {
                self.of(own).push(name);
                continue;
            }
            match doing(&name) {
                Some((name, own)) => {
                    waiting.extend((!name.is_empty()).then_some(name));
                    self.of(own).append(&mut waiting);
                }
                None => waiting.push(name),
            }
        }
        self.of(part).append(&mut waiting);
    }

    fn of(&mut self, part: Part) -> &mut Vec<String> {
        match part {
            Part::Leader => &mut self.leader,
            Part::Lead => &mut self.lead,
            Part::Responsible => &mut self.responsible,
            Part::Support => &mut self.support,
        }
    }
}

/// 科技局（牵头）, `Alice (lead)`
fn noted(name: &str) -> Option<(String, Part)> {
    let (bare, note) = name.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    Some((bare.trim().to_owned(), part(note)?)).filter(|(bare, _)| !bare.is_empty())
}

/// 由科技局牵头, 财政局按职责分工负责: for all named since the last such word.
fn doing(name: &str) -> Option<(String, Part)> {
    let verbs = [
        ("牵头负责", Part::Lead),
        ("牵头", Part::Lead),
        ("统筹", Part::Lead),
        ("按职责分工负责", Part::Responsible),
        ("分别负责", Part::Responsible),
        ("共同负责", Part::Responsible),
        ("负责", Part::Responsible),
        ("协助配合", Part::Support),
        ("积极配合", Part::Support),
        ("配合", Part::Support),
        ("协助", Part::Support),
    ];
    let (verb, part) = verbs.iter().find(|(verb, _)| name.ends_with(verb))?;
    let name = name.trim_end_matches(verb);
    Some((name.strip_prefix('由').unwrap_or(name).to_owned(), *part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::document::Place;
    use crate::outline::entry::Origin;

    fn given(cells: &[(Part, &str)]) -> (Option<String>, Vec<String>, Vec<String>) {
        let mut owners = Owners::default();
        for (part, text) in cells {
            owners.add(*part, text);
        }
        let mut activity = Activity::named(Place::Line(1), Origin::Table, "调研");
        owners.give_to(&mut activity);
        (activity.leader, activity.owners, activity.support)
    }

    #[test]
    fn those_who_lead_come_first_whatever_the_order_of_the_columns() {
        let cells = [
            (Part::Responsible, "科技局、财政局"),
            (Part::Lead, "发改委"),
            (Part::Support, "财政局、各镇（街道、园区）"),
            (Part::Leader, "王局长"),
        ];
        let owners = ["发改委", "科技局", "财政局"].map(str::to_owned).to_vec();
        assert_eq!(given(&cells), (Some("王局长".into()), owners, vec!["各镇（街道、园区）".into()]));
    }

    #[test]
    fn a_cell_can_say_by_itself_who_leads_and_who_supports() {
        let expected = (None, vec!["科技局".to_owned()], vec!["财政局".to_owned(), "教育局".to_owned()]);
        for text in [
            "科技局牵头，财政局、教育局配合",
            "由科技局牵头，财政局、教育局配合。",
            "科技局（牵头）、财政局（配合）、教育局（配合）",
            "牵头单位：科技局\n配合单位：财政局、教育局",
            "牵头单位：\n科技局\n配合单位：财政局、教育局",
            "牵头单位：科技局；配合单位：财政局，教育局",
        ] {
            assert_eq!(given(&[(Part::Responsible, text)]), expected, "{text}");
        }
    }

    #[test]
    fn labelled_names_are_taken_out_of_a_text() {
        let rest = |text: &str| take(text).1;
        assert_eq!(rest("牵头单位：科技局"), "");
        assert_eq!(rest("开展调研（牵头单位：科技局；配合单位：财政局）"), "开展调研");
        assert_eq!(rest("责任单位：科技局，完成时限：6月底前"), "完成时限：6月底前");
        assert_eq!(rest("Draft the report. Owner: QA; due: 5 May"), "Draft the report. due: 5 May");
        assert_eq!(rest("会议时间：17:00"), "会议时间：17:00");
        assert_eq!(rest("落实责任：层层签订责任书"), "落实责任：层层签订责任书");
    }
}
