//! The first text of a plan file, from what a document says.

mod block;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use self::block::Block;
use super::edit::Value;
use crate::messages::Messages;
use crate::model::Text;
use crate::model::check::{Inherited, check, inherited};
use crate::model::diagnostic::Diagnostic;
use crate::model::key::{ActivityKey, PhaseKey, PlanKey};
use crate::model::text::{is_blank, letters, look};
use crate::outline::document::Place;
use crate::outline::question::{About, Question};
use crate::outline::{Activity, Origin, Outline, Phase, Stated, Time};

/// What is known of a new plan beside its outline.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// What the document is called.
    pub source: Option<&'a str>,
    /// Whose day counts.
    pub timezone: Option<&'a str>,
}

/// A new plan file, and the ids in it.
#[derive(Debug)]
pub struct Composed {
    pub text: String,
    /// What it was written from: the outline, with a question in place of what the plan file does not take.
    pub outline: Outline,
    /// The ids of its phases, in their order.
    pub phases: Vec<String>,
    /// Those of its activities.
    pub activities: Vec<String>,
    /// The time of the whole plan, where it is not one that the plan file takes.
    unread: Option<String>,
}

/// Writes the plan that the outline describes: one that `check` has no problem with. A phase without a first and a last
/// day is written as an activity.
pub fn compose(outline: Outline, setting: Setting<'_>) -> Composed {
    let phases: Vec<String> = (1..=outline.phases.len()).map(|number| format!("P{number}")).collect();
    let activities = ids(&outline, &phases);
    let mut composed = Composed { text: String::new(), outline, phases, activities, unread: None };
    loop {
        composed.text = write(&composed, setting);
        if !composed.ask_instead(&problems(&composed.text)) {
            return composed;
        }
    }
}

/// Returns what the problems of a plan are about: an id, or the plan as a whole.
fn problems(text: &str) -> HashSet<Option<String>> {
    let diagnostics = match super::read(text) {
        Ok((draft, found)) => check(draft, found, NaiveDate::MAX).diagnostics,
        Err(diagnostics) => diagnostics,
    };
    let problems = diagnostics.into_iter().filter(Diagnostic::is_problem);
    problems.map(|problem| problem.about.map(Text::into_owned)).collect()
}

impl Composed {
    /// Puts questions in the place of the times that the plan file does not take; returns whether there was one.
    fn ask_instead(&mut self, abouts: &HashSet<Option<String>>) -> bool {
        let Composed { outline, phases, activities, unread, .. } = self;
        let is_about = |id: &String| abouts.contains(&Some(id.clone()));
        let (mut known, mut is_asked) = (0, false);
        for (_, phase) in phases.iter().zip(&mut outline.phases).filter(|(id, _)| is_about(id)) {
            known += 1;
            is_asked |= ask(&phase.place, &mut phase.time, &mut phase.questions);
        }
        for (_, one) in activities.iter().zip(&mut outline.activities).filter(|(id, _)| is_about(id)) {
            known += 1;
            is_asked |= ask(&one.place, &mut one.time, &mut one.questions);
        }
        if known < abouts.len() {
            *unread = unread.take().or(outline.period.clone());
            is_asked |= outline.period.take().is_some();
        }
        is_asked
    }
}

/// Puts a question in the place of a time, where there is one.
fn ask(place: &Place, time: &mut Time, questions: &mut Vec<Question>) -> bool {
    if matches!(time, Time::Unsaid | Time::ToSettle(_)) {
        return false;
    }
    let words = said(time);
    let about = About::Unread { words: words.clone() };
    questions.push(Question::at(place, about));
    *time = Time::ToSettle(words);
    true
}

/// Returns what a time says, in words.
fn said(time: &Time) -> String {
    let stated = |stated: &Stated| match stated {
        Stated::Day(day) => day.to_string(),
        Stated::Words(words) => words.clone(),
    };
    match time {
        Time::Unsaid => String::new(),
        Time::Due(due) => stated(due),
        Time::Between { start, due } => format!("{} – {}", stated(start), stated(due)),
        Time::Period(words)
        | Time::Lasting { words, .. }
        | Time::Computed { words, .. }
        | Time::ToSettle(words) => words.clone(),
    }
}

fn write(composed: &Composed, setting: Setting<'_>) -> String {
    let Composed { outline, phases, activities, unread, .. } = composed;
    let messages = outline.language.messages();
    let mut blocks = vec![plan(outline, unread.as_deref(), setting, messages)];
    for (at, (phase, id)) in outline.phases.iter().zip(phases).enumerate() {
        let title = title_of(phase, at, messages);
        blocks.push(if lasts(phase) {
            phase_block(phase, id, &title, messages)
        } else {
            let mut block =
                Block::new(&asked(&phase.place, &phase.questions, messages), "[[activity]]", messages);
            block.text(ActivityKey::Id.name(), Some(id));
            block.text(ActivityKey::Title.name(), Some(&title));
            block.activity_time(&phase.time, false, false);
            block.questions(&phase.questions);
            block
        });
    }
    for (activity, id) in outline.activities.iter().zip(activities) {
        blocks.push(activity_block(activity, id, outline, phases));
    }
    let blocks: Vec<String> = blocks.into_iter().map(Block::written).collect();
    blocks.join("\n")
}

/// Whether it has a first and a last day, without which nothing is a phase.
fn lasts(phase: &Phase) -> bool {
    match &phase.time {
        Time::Between { .. } | Time::Computed { start: Some(_), .. } => true,
        Time::Period(words) => inherited(words) != Some(Inherited::Phase) && !is_blank(words),
        Time::Unsaid
        | Time::Due(_)
        | Time::Lasting { .. }
        | Time::Computed { start: None, .. }
        | Time::ToSettle(_) => false,
    }
}

fn title_of(phase: &Phase, at: usize, messages: &dyn Messages) -> String {
    let title = phase.title.clone().filter(|title| !is_blank(title));
    title.unwrap_or_else(|| messages.nth_phase(at + 1))
}

/// Returns the group of an activity: its own, else the name of what turned out to be no phase.
fn group<'o>(activity: &'o Activity, outline: &'o Outline) -> Option<Text<'o>> {
    let own = activity.group.as_deref().filter(|group| !is_blank(group));
    let of_phase = || {
        let at = activity.phase.filter(|at| !lasts(&outline.phases[*at]))?;
        Some(title_of(&outline.phases[at], at, outline.language.messages()).into())
    };
    own.map(Text::from).or_else(of_phase)
}

/// Returns the ids of the activities: a letter a group, in the order of the groups; without a group that of the phase.
fn ids(outline: &Outline, phases: &[String]) -> Vec<String> {
    let mut counts: HashMap<(Option<String>, Option<usize>), (String, usize)> = HashMap::new();
    let mut letters = (1..).map(letters).filter(|letters| letters != "P");
    let id = |activity: &Activity| {
        let group = group(activity, outline).map(|group| look(&group).into_owned());
        let phase = activity.phase.filter(|at| group.is_none() && lasts(&outline.phases[*at]));
        let mut stem = || match phase {
            Some(at) => format!("{}.", phases[at]),
            None => letters.next().unwrap_or_default(),
        };
        let (stem, count) = counts.entry((group, phase)).or_insert_with(|| (stem(), 0));
        *count += 1;
        format!("{stem}{count}")
    };
    outline.activities.iter().map(id).collect()
}

fn plan(
    outline: &Outline,
    unread: Option<&str>,
    Setting { source, timezone }: Setting<'_>,
    messages: &'static dyn Messages,
) -> Block {
    let mut block = Block::new(&messages.drafted_from(source), "[plan]", messages);
    let title = outline.title.as_deref().filter(|title| !is_blank(title));
    let of_file = source.map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let title = title.or(of_file.filter(|title| !is_blank(title))).unwrap_or(messages.untitled());
    block.text(PlanKey::Title.name(), Some(title));
    let year = outline.year.filter(|year| (1..=9999).contains(year));
    block.value(PlanKey::Year.name(), year.map(|year| Value::Number(year.to_string())));
    block.text(PlanKey::Period.name(), outline.period.as_deref());
    block.text(PlanKey::Words.name(), unread);
    block.text(PlanKey::Timezone.name(), timezone);
    block.text(PlanKey::Office.name(), outline.office.as_deref());
    block.text(PlanKey::Source.name(), source);
    block.text(PlanKey::Lang.name(), Some(outline.language.code()));
    block.questions(&outline.questions);
    block
}

fn phase_block(phase: &Phase, id: &str, title: &str, messages: &'static dyn Messages) -> Block {
    let mut block = Block::new(&asked(&phase.place, &phase.questions, messages), "[[phase]]", messages);
    block.text(PhaseKey::Id.name(), Some(id));
    block.text(PhaseKey::Title.name(), Some(title));
    let (start, end) = (PhaseKey::Start.name(), PhaseKey::End.name());
    match &phase.time {
        Time::Period(words) => block.text(PhaseKey::Period.name(), Some(words)),
        Time::Between { start: first, due } => {
            block.stated(start, first);
            block.stated(end, due);
        }
        Time::Computed { start: first, due, words } => {
            block.day(start, *first);
            block.day(end, Some(*due));
            block.text(PhaseKey::Words.name(), Some(words));
        }
        Time::Unsaid | Time::Due(_) | Time::Lasting { .. } | Time::ToSettle(_) => {}
    }
    block.questions(&phase.questions);
    block
}

fn activity_block(activity: &Activity, id: &str, outline: &Outline, phases: &[String]) -> Block {
    let messages = outline.language.messages();
    let phase = activity.phase.filter(|at| lasts(&outline.phases[*at]));
    // Of several sentences only the first asks.
    let place = if activity.origin == Origin::Sentence {
        messages.place(&activity.place)
    } else {
        asked(&activity.place, &activity.questions, messages)
    };
    let mut block = Block::new(&place, "[[activity]]", messages);
    block.text(ActivityKey::Id.name(), Some(id));
    let title = Some(activity.title.as_str()).filter(|title| !is_blank(title));
    block.text(
        ActivityKey::Title.name(),
        Some(&title.map_or_else(|| messages.place(&activity.place), Into::into)),
    );
    block.activity_time(&activity.time, phase.is_some(), outline.period.is_some());
    block.questions(&activity.questions);
    block.text(ActivityKey::Phase.name(), phase.map(|at| phases[at].as_str()));
    block.text(ActivityKey::Group.name(), group(activity, outline).as_deref());
    block.text(ActivityKey::Leader.name(), activity.leader.as_deref());
    block.value(ActivityKey::Owner.name(), names(&activity.owners).map(Value::Names));
    block.value(ActivityKey::Support.name(), names(&activity.support).map(Value::Texts));
    block.text(ActivityKey::Content.name(), activity.content.as_deref());
    block.text(ActivityKey::Requirements.name(), activity.requirements.as_deref());
    block.text(ActivityKey::Remark.name(), activity.remark.as_deref());
    let progress = activity.progress.filter(|progress| *progress <= 100);
    block.value(ActivityKey::Progress.name(), progress.map(|progress| Value::Number(progress.to_string())));
    if let Some(Stated::Day(day)) = activity.done {
        block.day(ActivityKey::Done.name(), Some(day));
    }
    block
}

/// Returns the names of which something can be seen, if any.
fn names(names: &[String]) -> Option<Vec<Text<'_>>> {
    let names: Vec<Text<'_>> = names.iter().filter(|name| !is_blank(name)).map(Text::from).collect();
    (!names.is_empty()).then_some(names)
}

/// Returns the place of what there are questions about, at which a person has to look; nothing for what has none.
fn asked(place: &Place, questions: &[Question], messages: &dyn Messages) -> String {
    if questions.is_empty() { String::new() } else { messages.place(place) }
}
