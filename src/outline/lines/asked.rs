//! What is asked of an entry as soon as it is found.

use super::super::entry::{Stated, Time};
use super::super::question::{About, Question};
use super::line::Line;

/// The question whether what a sentence says is an activity.
pub fn review(line: &Line, sentence: &str) -> Question {
    let about = About::Sentence { words: sentence.to_owned() };
    Question { place: line.place.clone(), about, further: 0 }
}

/// The question whether a reviewer's insertion in a name or a time stands.
pub fn inserted(line: &Line, title: &str, time: &Time) -> Vec<Question> {
    let words = match time {
        Time::Due(Stated::Words(words)) | Time::Period(words) | Time::ToSettle(words) => words,
        _ => "",
    };
    let inserted = line.inserted_in(title).or_else(|| line.inserted_in(words));
    let about = inserted.map(|words| About::Inserted { words: words.to_owned() });
    about.map(|about| Question { place: line.place.clone(), about, further: 0 }).into_iter().collect()
}
