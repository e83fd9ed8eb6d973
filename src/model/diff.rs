//! Two copies of a plan, side by side.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Text;
use super::key::ActivityKey;
use super::plan::{Activity, Due, Named, Phase, Plan};

/// How two copies of a plan differ.
#[derive(Debug, Default)]
pub struct Comparison<'p> {
    /// What only the second has.
    pub added: Vec<Named<'p>>,
    /// What only the first has.
    pub gone: Vec<Named<'p>>,
    pub marked: Vec<(Named<'p>, Vec<Marked>)>,
    /// What has another deadline, or another time.
    pub moved: Vec<(Named<'p>, [Due<'p>; 2])>,
    pub reworded: Vec<(Named<'p>, Vec<Reworded<'p>>)>,
    /// How much the first records that the second does not: marks, moves, notes, evidence, new activities.
    pub first_ahead: usize,
    /// The other way round.
    pub second_ahead: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// `done`, `verified` or `cancelled`.
    pub key: ActivityKey,
    /// Its day in the first copy, and in the second.
    pub days: [Option<NaiveDate>; 2],
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded<'p> {
    pub key: ActivityKey,
    /// Its value in the first copy, and in the second.
    pub values: [Option<Text<'p>>; 2],
}

/// Compares two copies, in the order of the first.
pub fn compare<'p>(first: &'p Plan<'p>, second: &'p Plan<'p>) -> Comparison<'p> {
    let mut comparison = Comparison::default();
    let named = Named { id: "[plan]", title: &first.title };
    comparison.heads(named, [first, second].map(|plan| (&plan.title, &plan.question)));
    for (one, other) in comparison.pairs(&first.phases, &second.phases, Phase::named) {
        comparison.phase(one, other);
    }
    for (one, other) in comparison.pairs(&first.activities, &second.activities, Activity::named) {
        comparison.activity((first, one), (second, other));
    }
    let (one, other) = (records(first), records(second));
    comparison.first_ahead = one.difference(&other).count();
    comparison.second_ahead = other.difference(&one).count();
    comparison
}

impl<'p> Comparison<'p> {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.gone.is_empty()
            && self.marked.is_empty()
            && self.moved.is_empty()
            && self.reworded.is_empty()
    }

    /// Returns what both copies have, by id, in the order of the first; notes what only one of them has.
    fn pairs<T>(
        &mut self,
        first: &'p [T],
        second: &'p [T],
        named: fn(&'p T) -> Named<'p>,
    ) -> Vec<(&'p T, &'p T)> {
        let mut others: HashMap<String, &T> =
            second.iter().map(|other| (same_id(named(other).id), other)).collect();
        let mut pairs = Vec::new();
        for one in first {
            match others.remove(&same_id(named(one).id)) {
                Some(other) => pairs.push((one, other)),
                None => self.gone.push(named(one)),
            }
        }
        self.added.extend(second.iter().map(named).filter(|other| others.contains_key(&same_id(other.id))));
        pairs
    }

    /// Compares the titles and the questions of a plan or a phase.
    fn heads(&mut self, named: Named<'p>, [first, second]: [(&Text<'p>, &Option<Text<'p>>); 2]) {
        let titles = [first.0, second.0].map(|title| Some(title.clone()));
        let questions = [first.1.clone(), second.1.clone()];
        let words = [(ActivityKey::Title, titles), (ActivityKey::Question, questions)];
        let words: Vec<_> = words.into_iter().filter_map(|(key, values)| differing(key, values)).collect();
        if !words.is_empty() {
            self.reworded.push((named, words));
        }
    }

    fn phase(&mut self, one: &'p Phase<'p>, other: &'p Phase<'p>) {
        let named = one.named();
        if one.range != other.range {
            self.moved.push((named, [one, other].map(|phase| phase.deadline.now.clone())));
        }
        self.heads(named, [one, other].map(|phase| (&phase.title, &phase.question)));
    }

    fn activity(
        &mut self,
        (first, one): (&'p Plan<'p>, &'p Activity<'p>),
        (second, other): (&'p Plan<'p>, &'p Activity<'p>),
    ) {
        let named = one.named();
        let marks = marks(one).into_iter().zip(marks(other));
        let marks = marks.map(|((key, day), (_, other))| Marked { key, days: [day, other] });
        let marks: Vec<_> = marks.filter(|mark| mark.days[0] != mark.days[1]).collect();
        if !marks.is_empty() {
            self.marked.push((named, marks));
        }
        let due = [one, other].map(|activity| activity.deadline.now.clone());
        if (due[0].start, due[0].day) != (due[1].start, due[1].day) {
            self.moved.push((named, due));
        }
        let words = ActivityKey::ALL
            .iter()
            .filter_map(|&key| differing(key, [words_of(key, first, one), words_of(key, second, other)]));
        let words: Vec<_> = words.collect();
        if !words.is_empty() {
            self.reworded.push((named, words));
        }
    }
}

fn same_id(id: &str) -> String {
    id.to_ascii_lowercase()
}

fn marks(activity: &Activity<'_>) -> [(ActivityKey, Option<NaiveDate>); 3] {
    [
        (ActivityKey::Done, activity.done),
        (ActivityKey::Verified, activity.verified),
        (ActivityKey::Cancelled, activity.cancelled),
    ]
}

fn differing(key: ActivityKey, values: [Option<Text<'_>>; 2]) -> Option<Reworded<'_>> {
    let [one, other] = values.each_ref().map(|value| value.as_deref().map(unix_lines));
    (one != other).then_some(Reworded { key, values })
}

/// How the lines of its file end makes no difference to a text.
fn unix_lines(text: &str) -> Text<'_> {
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Returns what an activity says in words under `key`; a list as one text, an entry a line. Marks and deadlines
/// are compared as days.
fn words_of<'p>(key: ActivityKey, plan: &'p Plan<'p>, activity: &'p Activity<'p>) -> Option<Text<'p>> {
    let details = &activity.details;
    let list = |entries: Vec<String>| (!entries.is_empty()).then(|| Text::Owned(entries.join("\n")));
    let copied = |texts: &[Text<'_>]| list(texts.iter().map(ToString::to_string).collect());
    let now = &activity.deadline.now;
    match key {
        ActivityKey::Title => Some(activity.title.clone()),
        // The document's words: after a move they stand in `moved`, or beside the new date.
        ActivityKey::Words => activity.written_first().words.clone().or_else(|| now.words.clone()),
        ActivityKey::Question => details.question.clone(),
        ActivityKey::Phase => activity.phase.map(|at| plan.phases[at].id.clone()),
        ActivityKey::Group => details.group.clone(),
        ActivityKey::Leader => details.leader.clone(),
        ActivityKey::Owner => copied(&details.owners),
        ActivityKey::Support => copied(&details.support),
        ActivityKey::Content => details.content.clone(),
        ActivityKey::Requirements => details.requirements.clone(),
        ActivityKey::Remark => details.remark.clone(),
        ActivityKey::Notes => {
            list(activity.notes.iter().map(|note| format!("{} {}", note.on, note.words())).collect())
        }
        ActivityKey::Expected => details.expected.map(|day| Text::Owned(day.to_string())),
        ActivityKey::Progress => details.progress.map(|progress| Text::Owned(format!("{progress}%"))),
        ActivityKey::Evidence => copied(&details.evidence),
        ActivityKey::Added => activity.added.map(|day| Text::Owned(day.to_string())),
        ActivityKey::CancelledBy => activity.cancelled_by.clone(),
        ActivityKey::Id
        | ActivityKey::Due
        | ActivityKey::Start
        | ActivityKey::Period
        | ActivityKey::Moved
        | ActivityKey::Cancelled
        | ActivityKey::CancelledWhy
        | ActivityKey::Done
        | ActivityKey::Verified
        | ActivityKey::VerifiedBy => None,
    }
}

/// Returns everything that somebody has recorded since the plan was issued.
fn records(plan: &Plan<'_>) -> HashSet<String> {
    let mut records = HashSet::new();
    for phase in &plan.phases {
        records.extend(
            phase.deadline.moved.iter().map(|moved| format!("{} moved {}", same_id(&phase.id), moved.on)),
        );
    }
    for activity in &plan.activities {
        let id = same_id(&activity.id);
        records.insert(id.clone());
        let marks = marks(activity).into_iter().filter_map(|(key, day)| Some((key.name(), day?)));
        records.extend(marks.map(|(key, day)| format!("{id} {key} {day}")));
        let moves = &activity.deadline.moved[activity.inherited..];
        records.extend(moves.iter().map(|moved| format!("{id} moved {}", moved.on)));
        let notes = activity.notes.iter().map(|note| (note.on, note.words()));
        records.extend(notes.map(|(on, text)| format!("{id} note {on} {}", unix_lines(&text))));
        records.extend(activity.details.evidence.iter().map(|path| format!("{id} evidence {path}")));
    }
    records
}
