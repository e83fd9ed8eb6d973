//! The number that stands in front of a name: 1. （一） 一、 1.1 ① 一是 a) •

const CHINESE: &str = "一二三四五六七八九十";
const STOPS: &[char] = &['、', '.', '．'];
const BULLETS: &[char] =
    &['•', '●', '○', '■', '□', '◆', '◇', '▪', '·', '➢', '➤', '※', '\u{F0B7}', '\u{F0D8}'];

/// What follows a number that belongs to the words: 1.5万亩, 2.0版, 3.5%.
const MEASURED: &str = "万亿千百个倍米亩元年月日号度次版期公里平方吨人家%％";

/// The form of a number: what is numbered in one form stands on one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 第一章, 第二部分
    Part,
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 一是
    Is,
    /// 1. 1.1: of so many parts.
    Digits(usize),
    /// （1）, 1)
    DigitsInBrackets,
    /// ①
    Sign,
    /// A. a)
    Letter,
    Bullet,
}

/// The form of a number that was parted from a text; None for none.
pub fn style(number: &str) -> Option<Style> {
    let bare = number.trim_matches(|c: char| "()（）、.．)".contains(c));
    let in_brackets = number.ends_with([')', '）']);
    let first = number.chars().next()?;
    Some(match first {
        '第' => Style::Part,
        _ if number.ends_with('是') => Style::Is,
        _ if bare.chars().next().is_some_and(|c| CHINESE.contains(c)) => {
            if in_brackets {
                Style::ChineseInBrackets
            } else {
                Style::Chinese
            }
        }
        _ if bare.starts_with(|c: char| c.is_ascii_digit()) => {
            if in_brackets {
                Style::DigitsInBrackets
            } else {
                Style::Digits(bare.split(['.', '．']).count())
            }
        }
        _ if bare.starts_with(|c: char| c.is_ascii_alphabetic()) => Style::Letter,
        _ if single_sign(number).is_some() => Style::Sign,
        _ => Style::Bullet,
    })
}

/// Parts a text into the number in front of it and the rest; without one the number is empty.
///
/// A date in digits (5.25 开会) cannot be told from a number of two parts: whoever expects one looks for it first.
pub fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let forms = [bullet, bracketed, single_sign, chinese, digits, letters];
    let length = forms.iter().find_map(|form| form(text)).unwrap_or(0);
    let (number, rest) = text.split_at(length);
    if rest.trim().is_empty() { ("", text) } else { (number.trim(), rest.trim_start()) }
}

/// Returns the name without the number in front of it.
pub fn without(text: &str) -> &str {
    split(text).1
}

fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let is_sign =
        BULLETS.contains(&first) || ["- ", "* ", "– ", "— "].iter().any(|sign| text.starts_with(sign));
    is_sign.then_some(first.len_utf8())
}

/// （一）, (1), (a), 1)
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let (number, rest) = inner.split_once([')', '）'])?;
    let length = number.chars().count();
    let all = |is_so: fn(char) -> bool| number.chars().all(is_so);
    let is_number = length <= 3 && (all(|c| c.is_ascii_digit()) || all(|c| CHINESE.contains(c)))
        || length == 1 && all(|c| c.is_ascii_alphabetic())
        || length <= 4 && all(|c| "ivx".contains(c));
    let rest = rest.strip_prefix(STOPS).unwrap_or(rest);
    (length > 0 && is_number).then_some(text.len() - rest.len())
}

/// ①, ⑴, ⒈, ㈠
fn single_sign(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    matches!(first, '\u{2460}'..='\u{249B}' | '\u{2776}'..='\u{2793}' | '\u{3220}'..='\u{3229}')
        .then_some(first.len_utf8())
}

/// 一、, 十二．, 一是
fn chinese(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c| CHINESE.contains(c));
    let stop = rest.chars().next().filter(|c| STOPS.contains(c) || *c == '是')?;
    let length = text.len() - rest.len();
    (0 < length && length <= 9).then_some(length + stop.len_utf8())
}

/// 1. 1、 1.1 1.1.2
fn digits(text: &str) -> Option<usize> {
    let is_stop = |c: char| c == '.' || c == '．';
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || is_stop(c));
    let number = &text[..text.len() - rest.len()];
    let ends = number.ends_with(is_stop);
    let parts: Vec<&str> = number.trim_end_matches(is_stop).split(is_stop).collect();
    if parts.len() > 6 || parts.iter().any(|part| part.is_empty() || part.len() > 3) {
        return None;
    }
    let next = rest.chars().next()?;
    match next {
        '、' => Some(number.len() + next.len_utf8()),
        _ if ends => Some(number.len()),
        _ if parts.len() == 1 || MEASURED.contains(next) => None,
        ' ' | '\t' | '\u{3000}' => Some(number.len()),
        _ => (parts.iter().all(|part| part.len() == 1) && next.is_alphabetic()).then_some(number.len()),
    }
}

/// A. IV. a、
fn letters(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let word = &text[..text.len() - rest.len()];
    let is_number =
        word.len() == 1 || !word.is_empty() && word.len() <= 4 && word.chars().all(|c| "IVX".contains(c));
    let behind =
        rest.strip_prefix('、').or_else(|| rest.strip_prefix('.').filter(|rest| rest.starts_with(' ')));
    behind.filter(|_| is_number).map(|behind| text.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_front_is_parted_from_the_name() {
        let numbered = [
            ("1.召开学习会 ", "1.", "召开学习会"),
            ("（一）宣传发动阶段", "（一）", "宣传发动阶段"),
            ("(二)紧扣转型升级", "(二)", "紧扣转型升级"),
            ("一、开展三次集中学习", "一、", "开展三次集中学习"),
            ("一是制定方案", "一是", "制定方案"),
            ("1.1 Requirements", "1.1", "Requirements"),
            ("1.1需求分析", "1.1", "需求分析"),
            ("1.2.3 测试", "1.2.3", "测试"),
            ("12、验收", "12、", "验收"),
            ("①调研", "①", "调研"),
            ("1) Kick-off", "1)", "Kick-off"),
            ("a) Draft", "a)", "Draft"),
            ("IV. Close", "IV.", "Close"),
            ("• Interviews", "•", "Interviews"),
            ("- Interviews", "-", "Interviews"),
        ];
        for (text, number, name) in numbered {
            assert_eq!(split(text), (number, name));
        }
    }

    #[test]
    fn a_number_that_belongs_to_the_name_stays() {
        for text in [
            "1.5万亩高标准农田建设", "2018年工作总结", "5月25日动员", "3D打印展示", "5G基站", "2.0版本发布",
            "一体化平台", "U.S. rollout", "三大攻坚战", "（试行）办法修订", "3 interviews", "1.", "12", "",
        ] {
            assert_eq!(split(text), ("", text));
        }
    }
}
