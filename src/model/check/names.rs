//! Names of people, offices and groups: those that look alike and are written in more than one way, and several that
//! are written as one.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic, Warning};
use crate::model::key::ActivityKey;
use crate::model::plan::{Activity, Plan};
use crate::model::text::{look, trimmed};

/// The ways in which a name is written: how often each, and where first.
type Ways<'p> = HashMap<&'p str, (usize, Reverse<usize>)>;

/// Returns the warnings about names.
pub fn names<'a>(plan: &Plan<'a>) -> Vec<Diagnostic<'a>> {
    look_alikes(plan).into_iter().chain(several_in_one(plan)).collect()
}

/// An owner that is written as one text and seems to be several: only the first of a list leads.
fn several_in_one<'a>(plan: &Plan<'a>) -> impl Iterator<Item = Diagnostic<'a>> {
    plan.activities.iter().filter_map(|activity| {
        let [owner] = &activity.details.owners[..] else { return None };
        let names: Vec<&str> =
            owner.split(['、', ',', '，']).map(trimmed).filter(|name| !name.is_empty()).collect();
        let warning = (names.len() > 1).then(|| Warning::SeveralInOne {
            owner: owner.clone(),
            names: names.iter().map(ToString::to_string).collect(),
        });
        Some(about(activity, warning?))
    })
}

fn about<'a>(activity: &Activity<'a>, warning: Warning<'a>) -> Diagnostic<'a> {
    let code = Code::Warning(warning);
    Diagnostic { span: activity.span, other: None, about: Some(activity.id.clone()), code }
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
            Some(about(activity, warning))
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
