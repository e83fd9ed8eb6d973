//! What is not as it looks: names of people, offices and groups that look alike and are written in more than one way,
//! several that are written as one, titles with something in them that nobody sees.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::Text;
use crate::model::diagnostic::{Diagnostic, Warning};
use crate::model::key::ActivityKey;
use crate::model::plan::{Activity, Plan};
use crate::model::text::{apart, hides_something, look};

/// The ways in which a name is written: how often each, and where first.
type Ways<'p> = HashMap<&'p str, (usize, Reverse<usize>)>;

/// Returns a warning for every name and every title that is not as it looks.
pub fn looks<'a>(plan: &Plan<'a>) -> Vec<Diagnostic<'a>> {
    look_alikes(plan).into_iter().chain(several_in_one(plan)).chain(hiding(plan)).collect()
}

/// An owner that is written as one text and seems to be several: only the first of a list leads.
fn several_in_one<'a>(plan: &Plan<'a>) -> impl Iterator<Item = Diagnostic<'a>> {
    plan.activities.iter().filter_map(|activity| {
        let [owner] = &activity.details.owners[..] else { return None };
        let names: Vec<&str> = apart(owner).collect();
        let warning = (names.len() > 1).then(|| Warning::SeveralInOne {
            owner: owner.clone(),
            names: names.iter().map(ToString::to_string).collect(),
        });
        Some(Diagnostic::warning(activity.span, &activity.id, warning?))
    })
}

/// What hides in a title is left out of text to be pasted.
fn hiding<'a>(plan: &Plan<'a>) -> impl Iterator<Item = Diagnostic<'a>> {
    let phases = plan.phases.iter().map(|phase| (phase.span, &phase.id, &phase.title));
    let activities = plan.activities.iter().map(|one| (one.span, &one.id, &one.title));
    let hiding = phases.chain(activities).filter(|(.., title)| hides_something(title));
    hiding.map(|(span, id, title)| Diagnostic::warning(span, id, Warning::Unseen { title: title.clone() }))
}

/// Returns a warning for every name that looks like one that is usually written otherwise.
fn look_alikes<'a>(plan: &Plan<'a>) -> Vec<Diagnostic<'a>> {
    let mut alike: HashMap<(bool, Text<'_>), Ways<'_>> = HashMap::new();
    for (at, activity) in plan.activities.iter().enumerate() {
        for (key, name) in names_of(activity) {
            let (count, _) =
                alike.entry(alike_as(key, name)).or_default().entry(name).or_insert((0, Reverse(at)));
            *count += 1;
        }
    }
    let usual =
        |ways: Ways<'_>| ways.into_iter().max_by_key(|(_, often)| *often).map(|(way, _)| way.to_owned());
    alike.retain(|_, ways| ways.len() > 1);
    let usual: HashMap<_, _> =
        alike.into_iter().filter_map(|(name, ways)| Some((name, usual(ways)?))).collect();
    let warnings = plan.activities.iter().flat_map(|activity| {
        names_of(activity).filter_map(|(key, name)| {
            let usual = usual.get(&alike_as(key, name)).filter(|usual| **usual != *name)?.clone();
            let warning = Warning::LooksLike { key: key.name(), name: name.clone(), usual };
            Some(Diagnostic::warning(activity.span, &activity.id, warning))
        })
    });
    warnings.collect()
}

fn names_of<'p, 'a>(activity: &'p Activity<'a>) -> impl Iterator<Item = (ActivityKey, &'p Text<'a>)> {
    let details = &activity.details;
    let single = [(ActivityKey::Group, &details.group), (ActivityKey::Leader, &details.leader)];
    let several = [(ActivityKey::Owner, &details.owners), (ActivityKey::Support, &details.support)];
    let several = several.into_iter().flat_map(|(key, names)| names.iter().map(move |name| (key, name)));
    single.into_iter().filter_map(|(key, name)| Some((key, name.as_ref()?))).chain(several)
}

/// A group may be called as an office is.
fn alike_as(key: ActivityKey, name: &str) -> (bool, Text<'_>) {
    (key == ActivityKey::Group, look(name))
}
