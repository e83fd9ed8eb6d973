//! Questions stay few: those of one cause are one, at the first of their places.

use std::collections::HashMap;
use std::mem::discriminant;

use super::Outline;
use super::question::{About, Question};

/// So many questions of one kind, each with days of its own, are asked one by one.
const ONE_BY_ONE: usize = 3;

/// Puts the questions of one cause together.
pub fn gather(outline: &mut Outline) {
    let mut counts = HashMap::new();
    for question in all(outline).flat_map(|questions| questions.iter()) {
        *counts.entry(discriminant(&question.about)).or_insert(0) += 1;
    }
    let mut asked: Vec<(About, usize)> = Vec::new();
    for questions in all(outline) {
        questions.retain(|question| {
            let kind = discriminant(&question.about);
            let is_one = is_one_cause(&question.about) || counts[&kind] > ONE_BY_ONE;
            let is_same = |about: &About| *about == question.about || is_one && discriminant(about) == kind;
            let known = asked.iter_mut().find(|(about, _)| is_same(about));
            let is_new = known.is_none();
            match known {
                Some((_, further)) => *further += 1 + question.further,
                None => asked.push((question.about.clone(), 0)),
            }
            is_new
        });
    }
    for (question, (_, further)) in all(outline).flat_map(|questions| questions.iter_mut()).zip(asked) {
        question.further += further;
    }
}

/// All questions, in the order of the plan.
fn all(outline: &mut Outline) -> impl Iterator<Item = &mut Vec<Question>> {
    let of_phases = outline.phases.iter_mut().map(|phase| &mut phase.questions);
    let of_activities = outline.activities.iter_mut().map(|activity| &mut activity.questions);
    std::iter::once(&mut outline.questions).chain(of_phases).chain(of_activities)
}

/// Whether all of a kind are asked for one reason.
fn is_one_cause(about: &About) -> bool {
    matches!(
        about,
        About::Sentence { .. }
            | About::DoneWithoutDay { .. }
            | About::Progress { .. }
            | About::Inserted { .. }
            | About::PhaseStart { .. }
            | About::PhaseWithoutTime { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::language::Language;
    use crate::outline::account::Account;
    use crate::outline::document::Place;
    use crate::outline::entry::{Activity, Origin};

    fn gathered(abouts: Vec<About>) -> Vec<(usize, usize)> {
        let row = |(at, about): (usize, About)| {
            let place = Place::Paragraph(at);
            let questions = vec![Question::at(&place, about)];
            Activity { questions, ..Activity::named(place, Origin::List, "事项") }
        };
        let mut outline = Outline {
            title: None,
            language: Language::Zh,
            year: None,
            period: None,
            office: None,
            questions: Vec::new(),
            phases: Vec::new(),
            activities: abouts.into_iter().enumerate().map(row).collect(),
            account: Account::default(),
        };
        gather(&mut outline);
        let rows = outline.activities.iter().enumerate();
        rows.flat_map(|(at, row)| row.questions.iter().map(move |question| (at, question.further))).collect()
    }

    fn unread(words: &str) -> About {
        About::Unread { words: words.to_owned() }
    }

    #[test]
    fn sentences_are_one_question_at_the_first() {
        let sentence = |words: &str| About::Sentence { words: words.to_owned() };
        assert_eq!(
            gathered(vec![unread("甲"), sentence("一"), sentence("二"), sentence("三")]),
            [(0, 0), (1, 2)]
        );
    }

    #[test]
    fn a_few_with_words_of_their_own_are_asked_one_by_one_and_the_same_words_once() {
        assert_eq!(gathered(vec![unread("甲"), unread("乙"), unread("甲")]), [(0, 1), (1, 0)]);
    }

    #[test]
    fn many_of_one_kind_are_one_question() {
        assert_eq!(gathered(["甲", "乙", "丙", "丁", "戊"].map(unread).to_vec()), [(0, 4)]);
    }
}
