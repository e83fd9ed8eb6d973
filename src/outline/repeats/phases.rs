//! A phase that stands in the text and in a table is one.

use std::collections::HashMap;

use super::names::key;
use crate::outline::Outline;
use crate::outline::entry::{Phase, Time};
use crate::outline::placing::words_of;
use crate::outline::question::{About, Question};

/// Folds the phases of one name into the first, whose activities those of the others become.
pub fn fold_phases(outline: &mut Outline) {
    let (mut kept, mut now, mut known) = (Vec::<Phase>::new(), Vec::new(), HashMap::new());
    for phase in std::mem::take(&mut outline.phases) {
        let name = phase.title.as_deref().map(name).filter(|name| !name.is_empty());
        let at = name.map_or(kept.len(), |name| *known.entry(name).or_insert(kept.len()));
        now.push(at);
        match kept.get_mut(at) {
            Some(first) => merge(first, phase),
            None => kept.push(phase),
        }
    }
    outline.phases = kept;
    for activity in &mut outline.activities {
        activity.phase = activity.phase.and_then(|at| now.get(at).copied());
    }
}

/// 宣传发动 of 第一阶段：宣传发动, 宣传发动阶段.
fn name(title: &str) -> String {
    let name = key(title);
    let (number, rest) = name.split_once("阶段").unwrap_or(("", &name));
    let bare = if number.starts_with('第') && !rest.is_empty() { rest } else { &name };
    bare.strip_suffix("阶段").filter(|bare| !bare.starts_with('第')).unwrap_or(bare).to_owned()
}

fn merge(first: &mut Phase, other: Phase) {
    let bare = |time: &Time| words_of(time).split_whitespace().collect::<String>();
    if first.time == Time::Unsaid {
        first.time = other.time;
        first.questions.extend(other.questions);
    } else if other.time != Time::Unsaid && bare(&first.time) != bare(&other.time) {
        let (words, others) = (words_of(&first.time), words_of(&other.time));
        let about = About::Disagrees { words, other: others, at: other.place };
        first.questions.push(Question::at(&first.place, about));
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn the_number_of_a_phase_is_no_part_of_its_name() {
        for title in
            ["宣传发动阶段", "第一阶段：宣传发动", "（一）宣传发动阶段", "宣传发动", "第一阶段 宣传发动阶段"]
        {
            assert_eq!(name(title), "宣传发动", "{title}");
        }
        assert_eq!(name("第二阶段"), "第二阶段");
        assert_eq!(name("Phase 1: Build"), "phase1build");
    }
}
