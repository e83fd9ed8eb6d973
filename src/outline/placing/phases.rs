//! The time of phases: what has an end only begins where the one before it ended.

use chrono::NaiveDate;

use super::times::{Settled, settle, words_of};
use super::words::Frame;
use crate::model::date::{DateRange, When};
use crate::model::language::Language;
use crate::outline::Outline;
use crate::outline::entry::{Activity, Origin, Phase, Stated, Time};
use crate::outline::question::{About, Question};

/// What becomes of a phase.
#[derive(Debug, Clone, PartialEq)]
pub enum Placed {
    Phase {
        time: Time,
        range: DateRange,
        about: Option<About>,
    },
    /// It has no range of days: an activity.
    Activity {
        time: Time,
        about: About,
    },
}

impl Placed {
    pub fn range(&self) -> Option<DateRange> {
        match self {
            Placed::Phase { range, .. } => Some(*range),
            Placed::Activity { .. } => None,
        }
    }
}

/// Places the phases; the first begins at the latest on `begin` where it has no start.
pub fn placed(phases: &[Phase], frame: &Frame, begin: Option<NaiveDate>) -> Vec<Placed> {
    let mut next = frame.calendar.plan.map(|plan| plan.start).or(begin);
    let mut placed = Vec::with_capacity(phases.len());
    for phase in phases {
        let one = place(&phase.time, frame, next);
        next = one.range().and_then(|range| range.end.succ_opt()).or(next);
        placed.push(one);
    }
    placed
}

fn place(time: &Time, frame: &Frame, next: Option<NaiveDate>) -> Placed {
    let Settled { time, days, about } = settle(time, frame);
    let range = match &time {
        Time::ToSettle(words) => {
            let about = about.unwrap_or_else(|| About::PhaseWithoutTime { words: words.clone() });
            return Placed::Activity { time, about };
        }
        Time::Due(Stated::Day(end)) | Time::Computed { start: None, due: end, .. } => {
            return ends(time.clone(), Some(*end), next);
        }
        Time::Due(Stated::Words(words)) | Time::Period(words) => {
            match frame.read(words).map(|read| read.when) {
                Ok(When::Range(range)) => Some((Time::Period(words.clone()), range)),
                Ok(when) => return ends(time.clone(), when.deadline(), next),
                Err(_) => None,
            }
        }
        Time::Between { due, .. } if !is_dated(due, frame) => None,
        _ => days.map(|range| (time.clone(), range)),
    };
    match range {
        Some((time, range)) => Placed::Phase { time, range, about },
        None => ends(time, None, next),
    }
}

/// The time of what has at most an end.
fn ends(time: Time, end: Option<NaiveDate>, next: Option<NaiveDate>) -> Placed {
    let words = words_of(&time);
    match end.and_then(|end| DateRange::new(next?, end)) {
        Some(range) => {
            let time = Time::Computed { start: Some(range.start), due: range.end, words };
            Placed::Phase { time, range, about: Some(About::PhaseStart { start: range.start }) }
        }
        None => Placed::Activity { time, about: About::PhaseWithoutTime { words } },
    }
}

fn is_dated(stated: &Stated, frame: &Frame) -> bool {
    match stated {
        Stated::Day(_) => true,
        Stated::Words(words) => frame.read(words).is_ok_and(|reading| reading.when.deadline().is_some()),
    }
}

/// Puts the phases back into the outline, and among its activities those that are none.
pub fn carry_out(placed: Vec<Placed>, outline: &mut Outline) {
    let (mut phases, mut others, mut now) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (mut phase, placed)) in std::mem::take(&mut outline.phases).into_iter().zip(placed).enumerate() {
        let (time, about, is_phase) = match placed {
            Placed::Phase { time, about, .. } => (time, about, true),
            Placed::Activity { time, about } => (time, Some(about), false),
        };
        phase.questions.extend(about.map(|about| Question::at(&phase.place, about)));
        phase.time = time;
        let title = phase.title.clone().unwrap_or_else(|| name(at + 1, outline.language));
        now.push((is_phase.then_some(phases.len()), title.clone()));
        if is_phase {
            phases.push(phase);
        } else {
            others.push((at, as_activity(phase, title)));
        }
    }
    outline.phases = phases;
    among(&mut outline.activities, others);
    for activity in &mut outline.activities {
        let Some((phase, title)) = activity.phase.map(|at| &now[at]) else { continue };
        activity.phase = *phase;
        if phase.is_none() {
            activity.group.get_or_insert_with(|| title.clone());
        }
    }
}

fn as_activity(phase: Phase, title: String) -> Activity {
    let Phase { place, time, questions, .. } = phase;
    Activity { time, questions, ..Activity::named(place, Origin::List, title) }
}

/// Puts what was a phase before the activities that belonged to it.
fn among(activities: &mut Vec<Activity>, others: Vec<(usize, Activity)>) {
    for (phase, other) in others {
        let at = activities.iter().position(|activity| activity.phase.is_some_and(|at| at >= phase));
        activities.insert(at.unwrap_or(activities.len()), other);
    }
}

/// The name of a phase that has only its number.
fn name(number: usize, language: Language) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (language, number) {
        (Language::En, _) => format!("Phase {number}"),
        (Language::Zh, 1..10) => format!("第{}阶段", DIGITS[number]),
        (Language::Zh, 10..20) => format!("第十{}阶段", DIGITS[number - 10]),
        (Language::Zh, _) => format!("第{number}阶段"),
    }
}
