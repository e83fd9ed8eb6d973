//! Whether two names are one: numbers in front, blanks, quotes and stops make no difference, words do.

use crate::model::text::look;
use crate::outline::numbering;

/// A name at least so wide can be known inside a longer one; at its beginning, a shorter one.
const TELLING: usize = 16;
const TELLING_AT_FIRST: usize = 10;

/// Returns what tells names apart.
pub fn key(name: &str) -> String {
    look(numbering::without(name))
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the shorter name stands inside the longer one as a clause of its own: 开展主题调研 in 选择平台，开展主题调研。
pub fn is_clause_of(short: &str, long: &str) -> bool {
    let short = numbering::without(short).trim_end_matches(['。', '；', ';', '.']);
    let width: usize = short.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let is_first = numbering::without(long).starts_with(short);
    width >= if is_first { TELLING_AT_FIRST } else { TELLING }
        && long.match_indices(short).any(|(at, _)| {
            let (before, behind) = (&long[..at], &long[at + short.len()..]);
            let begins = before.is_empty() || before.ends_with(is_sign) || is_first;
            begins && (behind.is_empty() || behind.starts_with(is_sign) || short.ends_with(is_sign))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_blanks_and_signs_make_no_difference() {
        assert_eq!(key("1. 召开“动员”大会 "), key("（一）召开动员大会。"));
        assert_eq!(key("2) Kick-off Meeting"), key("kick-off meeting"));
    }

    #[test]
    fn other_words_are_another_name() {
        assert_ne!(key("举办局党组集中学习会"), key("举办局领导班子成员集中学习会"));
        assert_ne!(key("上半年总结"), key("下半年总结"));
        assert_ne!(key("第1次例会"), key("第2次例会"));
    }

    #[test]
    fn a_clause_of_a_longer_name_is_known() {
        assert!(is_clause_of(
            "开展高质量产业发展主题调研",
            "3.选择重点科技平台，开展高质量产业发展主题调研。"
        ));
        assert!(is_clause_of("电工培训班", "1.电工培训班，结业"));
        assert!(is_clause_of("1.开展“产学研精准对接”", "2.开展“产学研精准对接”对重点高校院所开展调研。"));
    }

    #[test]
    fn a_name_that_goes_on_and_a_short_one_are_not() {
        assert!(!is_clause_of("开展安全生产检查", "开展安全生产检查整改工作"));
        assert!(!is_clause_of("动员部署", "动员部署，层层发动"));
        assert!(!is_clause_of("电工培训班", "举办培训，电工培训班，结业"));
    }
}
