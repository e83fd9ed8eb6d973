//! Which activity of a document is which of a plan: by name and place, then by name, then by a name that is nearly so.

use std::collections::{HashMap, VecDeque};

use crate::model::agenda::{Agenda, PhaseOnDay};
use crate::model::text::look;

/// Two names that are at least so alike may be one, reworded.
const ALIKE: f64 = 0.6;
/// More names than this on either side are not weighed against each other.
const MOST: usize = 500;

/// What a plan and a document have both, as indexes into their activities or phases, and what only one of them has.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Pairs {
    /// Of the plan, and of the document.
    pub(super) both: Vec<(usize, usize)>,
    pub(super) gone: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// What something is called, and under what it stands.
type Known = (String, String);

pub(super) fn activities(plan: &Agenda<'_>, document: &Agenda<'_>) -> Pairs {
    let known = |agenda: &Agenda<'_>| {
        let known = agenda.items().map(|item| {
            let under = item.group().or(item.phase.map(|phase| phase.title));
            (look(item.title).into_owned(), look(under.unwrap_or_default()).into_owned())
        });
        known.collect::<Vec<_>>()
    };
    pair(&known(plan), &known(document))
}

pub(super) fn phases(plan: &[PhaseOnDay<'_>], document: &[PhaseOnDay<'_>]) -> Pairs {
    let known = |phases: &[PhaseOnDay<'_>]| {
        phases.iter().map(|phase| (look(phase.title).into_owned(), String::new())).collect::<Vec<_>>()
    };
    pair(&known(plan), &known(document))
}

fn pair(plan: &[Known], document: &[Known]) -> Pairs {
    let mut pairs =
        Pairs { both: Vec::new(), gone: (0..plan.len()).collect(), new: (0..document.len()).collect() };
    pairs.equal(|at| plan[at].clone(), |at| document[at].clone());
    pairs.equal(|at| plan[at].0.clone(), |at| document[at].0.clone());
    pairs.alike(plan, document);
    pairs.both.sort_by_key(|(_, document)| *document);
    pairs
}

impl Pairs {
    /// Pairs what has the same key, in the order in which it stands.
    fn equal<K: std::hash::Hash + Eq>(
        &mut self,
        of_plan: impl Fn(usize) -> K,
        of_document: impl Fn(usize) -> K,
    ) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for at in &self.gone {
            waiting.entry(of_plan(*at)).or_default().push_back(*at);
        }
        let found = |at: &usize| Some((waiting.get_mut(&of_document(*at))?.pop_front()?, *at));
        let found: Vec<(usize, usize)> = self.new.iter().filter_map(found).collect();
        self.take(&found);
    }

    /// Pairs names that are nearly the same under one heading, the most alike first.
    fn alike(&mut self, plan: &[Known], document: &[Known]) {
        if self.gone.len().max(self.new.len()) > MOST {
            return;
        }
        let mut alike = Vec::new();
        for &one in &self.gone {
            for &other in self.new.iter().filter(|other| document[**other].1 == plan[one].1) {
                let likeness = strsim::normalized_damerau_levenshtein(&plan[one].0, &document[other].0);
                alike.extend((likeness >= ALIKE).then_some((likeness, one, other)));
            }
        }
        alike.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        for (_, one, other) in alike {
            if self.gone.contains(&one) && self.new.contains(&other) {
                self.take(&[(one, other)]);
            }
        }
    }

    fn take(&mut self, found: &[(usize, usize)]) {
        self.both.extend(found);
        let is_in = |taken: &std::collections::HashSet<usize>, at: &usize| !taken.contains(at);
        let (plan, document) = found.iter().copied().unzip();
        self.gone.retain(|at| is_in(&plan, at));
        self.new.retain(|at| is_in(&document, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(of: &[(&str, &str)]) -> Vec<Known> {
        of.iter().map(|(title, under)| ((*title).to_owned(), (*under).to_owned())).collect()
    }

    #[test]
    fn the_same_name_is_told_apart_by_its_place() {
        let plan = known(&[("动员会", "甲"), ("动员会", "乙"), ("总结", "甲")]);
        let document = known(&[("动员会", "乙"), ("动员会", "甲"), ("总结", "丙")]);
        assert_eq!(pair(&plan, &document).both, [(1, 0), (0, 1), (2, 2)]);
    }

    #[test]
    fn a_name_that_is_nearly_the_same_is_one_only_under_one_heading() {
        let plan = known(&[("举办智慧经济报告会", "甲"), ("召开座谈会", "乙")]);
        let document = known(&[("举办智慧经济专题报告会", "甲"), ("召开座谈会议", "丙"), ("参观学习", "乙")]);
        let pairs = pair(&plan, &document);
        assert_eq!(pairs, Pairs { both: vec![(0, 0)], gone: vec![1], new: vec![1, 2] });
    }
}
