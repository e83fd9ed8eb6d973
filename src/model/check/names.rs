//! Names of people, offices and groups that look alike and are written in more than one way.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::Text;
use crate::model::diagnostic::{Code, Diagnostic, Warning};
use crate::model::key::ActivityKey;
use crate::model::plan::{Activity, Plan};
use crate::model::text::look;

/// The ways in which a name is written: how often each, and where first.
type Ways<'p> = HashMap<&'p str, (usize, Reverse<usize>)>;

/// Returns a warning for every name that looks like one that is usually written otherwise.
pub fn look_alikes<'a>(plan: &Plan<'a>) -> Vec<Diagnostic<'a>> {
    let mut alike: HashMap<(bool, Text<'_>), Ways<'_>> = HashMap::new();
    for (at, activity) in plan.activities.iter().enumerate() {
        for (key, name) in names(activity) {
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
        names(activity).filter_map(|(key, name)| {
            let usual = usual.get(&alike_as(key, name)).filter(|usual| **usual != *name)?.clone();
            let warning = Warning::LooksLike { key: key.name(), name: name.clone(), usual };
            let about = Some(activity.id.clone());
            Some(Diagnostic { span: activity.span, other: None, about, code: Code::Warning(warning) })
        })
    });
    warnings.collect()
}

fn names<'p, 'a>(activity: &'p Activity<'a>) -> impl Iterator<Item = (ActivityKey, &'p Text<'a>)> {
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
