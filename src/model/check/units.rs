//! Units that may be one, written otherwise in another plan.

use std::collections::{BTreeSet, HashMap};

use crate::model::plan::Plan;

/// Returns the names of those who answer for something or help, as they are written.
pub fn units<'p>(plan: &'p Plan<'_>) -> BTreeSet<&'p str> {
    let details = plan.activities.iter().map(|activity| &activity.details);
    details.flat_map(|details| details.owners.iter().chain(&details.support)).map(AsRef::as_ref).collect()
}

/// Returns the names that may be those of one unit, the shortest first, in the order of `names`. One has, more than
/// another, words before it (县财政局 and 财政局), one behind it (财政 and 财政局), some between its first and its last
/// (人社局 and 人力资源和社会保障局), or blanks.
pub fn alike<'n>(names: &[&'n str]) -> Vec<Vec<&'n str>> {
    let words: Vec<Vec<String>> = names.iter().map(|name| words(name)).collect();
    let mut written: HashMap<&[String], Vec<usize>> = HashMap::new();
    let mut ends: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, words) in words.iter().enumerate() {
        let [first, .., last] = &words[..] else { continue };
        written.entry(words).or_default().push(at);
        ends.entry((first, last)).or_default().push(at);
    }
    let mut longer: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); names.len()];
    for (at, long) in words.iter().enumerate() {
        let [first, .., last] = &long[..] else { continue };
        let parts = (0..long.len()).map(|from| &long[from..]).chain([&long[..long.len() - 1]]);
        let inside = parts.filter_map(|part| written.get(part)).flatten();
        let abbreviated = ends[&(first.as_str(), last.as_str())].iter();
        let abbreviated =
            abbreviated.filter(|short| words[**short].len() > 2 && is_in(&words[**short], long));
        for short in inside.chain(abbreviated).filter(|short| **short != at) {
            longer[*short].insert(at);
        }
    }
    let groups = longer.iter().enumerate().filter(|(_, longer)| !longer.is_empty());
    let group = |(short, longer): (usize, &BTreeSet<usize>)| {
        [short].iter().chain(longer).map(|at| names[*at]).collect()
    };
    groups.map(group).collect()
}

/// Returns the words of a name; a character of Chinese is a word.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut goes_on = false;
    for c in name.chars().flat_map(char::to_lowercase) {
        let is_letter = c.is_alphanumeric() && !matches!(c, '\u{3400}'..='\u{9fff}');
        match words.last_mut() {
            Some(word) if goes_on && is_letter => word.push(c),
            _ if c.is_alphanumeric() => words.push(c.to_string()),
            _ => {}
        }
        goes_on = is_letter;
    }
    words
}

/// Whether the words of `short` stand in `long`, in their order.
fn is_in(short: &[String], long: &[String]) -> bool {
    let mut long = long.iter();
    short.iter().all(|word| long.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_unit_with_more_words_or_fewer_are_alike() {
        let names = [
            "县财政局", "财政局", "财政", "人社局", "县人力资源和社会保障局", "人力资源和社会保障局",
            "县 财政局",
        ];
        let alike = alike(&names);
        assert!(alike.contains(&vec!["财政局", "县财政局", "县 财政局"]), "{alike:?}");
        assert!(alike.contains(&vec!["财政", "财政局"]), "{alike:?}");
        assert!(alike.contains(&vec!["人社局", "人力资源和社会保障局"]), "{alike:?}");
    }

    #[test]
    fn names_that_only_share_letters_or_a_kind_are_not() {
        assert!(
            alike(&["IT", "Audit", "宣传科", "信息科", "教育局", "市政局", "Finance and Audit"]).is_empty()
        );
        assert_eq!(
            alike(&["Finance Office", "County Finance Office"]),
            [["Finance Office", "County Finance Office"]]
        );
    }
}
