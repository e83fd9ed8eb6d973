//! Headings of phases, in all their forms: （一）宣传发动阶段（5月上旬至5月中旬）, 第二阶段, `Stage 2 (May–July)`.

use super::dates::{each_spot, is_masked, is_time, spots};

/// The heading of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// None: it has no name but its number.
    pub title: Option<String>,
    /// The words of its time, where they stand in the heading.
    pub time: Option<String>,
    /// What is said behind it on the same line.
    pub rest: String,
    /// Whether its number says that it is a phase: 第一阶段, `Phase 1`.
    pub is_numbered: bool,
}

/// The longest name of a phase, in characters.
const LONGEST: usize = 24;

const ENGLISH: &[&str] = &["phase", "stage", "work package", "wp", "part"];

/// What a text says that begins as the heading of a phase does.
pub fn heading(text: &str) -> Option<Heading> {
    let text = text.trim();
    chinese_number(text).or_else(|| english_number(text)).map_or_else(|| named(text), numbered)
}

/// A name with its time in brackets, in a list of steps: 动员部署（5月1日至10日）。…
pub fn step(text: &str) -> Option<Heading> {
    let (name, rest) = text.split_once(['（', '('])?;
    let (inner, rest) = rest.split_once(['）', ')'])?;
    let is_name =
        !name.trim().is_empty() && name.chars().count() <= LONGEST && !name.contains(['，', '。', '；']);
    (is_name && says_when(inner)).then(|| Heading {
        title: Some(name.trim().to_owned()),
        time: Some(words_in(inner)),
        rest: after(rest),
        is_numbered: false,
    })
}

/// What follows 第一阶段 or 阶段一.
fn chinese_number(text: &str) -> Option<&str> {
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = match text.strip_prefix('第') {
        Some(rest) => rest.trim_start().trim_start_matches(is_number).trim_start().strip_prefix("阶段")?,
        None => {
            let rest = text.strip_prefix("阶段")?;
            let behind = rest.trim_start_matches(is_number);
            (behind.len() < rest.len()).then_some(behind)?
        }
    };
    let goes_on = rest.trim_start().starts_with(|c| "的是工完结主重性之和与、".contains(c));
    (!goes_on).then_some(rest)
}

/// What follows `Phase 1`, `Stage II`, WP1.
fn english_number(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let word = ENGLISH.iter().find(|word| lower.starts_with(**word))?;
    let rest = text[word.len()..].trim_start_matches([' ', '#']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
    let (number, rest) = rest.split_at(end);
    let number = number.trim_end_matches('.');
    let is_number = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 3
        || !number.is_empty() && number.chars().all(|c| "IVX".contains(c))
        || number.len() == 1 && number.starts_with(|c: char| c.is_ascii_uppercase());
    let is_apart = rest.is_empty() || rest.starts_with([' ', ':', '(', '-', '–', '—', ',', '.']);
    (is_number && is_apart).then_some(rest)
}

/// What stands behind the number of a phase: its name and its time, in any order.
fn numbered(rest: &str) -> Option<Heading> {
    let mut rest = trimmed(rest);
    let (mut title, mut time) = (None, None);
    if let Some((inner, behind)) = bracket(rest) {
        if says_when(inner) {
            time = Some(words_in(inner));
        } else {
            title = Some(inner.trim().to_owned());
        }
        rest = trimmed(behind);
    }
    let end = rest.find(['（', '(', '。', '：', '，', '\n', '；', '\t']).into_iter();
    let end = end.chain(rest.find(": ")).chain(rest.find(". ")).min().unwrap_or(rest.len());
    let (name, behind) = rest.split_at(end);
    let (name, said) = without_time(name);
    time = time.or(said);
    let is_name = name.chars().count() <= if name.is_ascii() { 3 * LONGEST } else { LONGEST };
    if !is_name {
        return time.is_some().then(|| Heading { title, time, rest: rest.to_owned(), is_numbered: true });
    }
    let mut rest = behind;
    if let Some((inner, behind)) = bracket(behind).filter(|(inner, _)| time.is_none() && says_when(inner)) {
        time = Some(words_in(inner));
        rest = behind;
    }
    if title.is_none() && !name.is_empty() {
        title = Some(name);
    }
    let (rest, said) = leading_time(after(rest), time.is_some());
    Some(Heading { title, time: time.or(said), rest, is_numbered: true })
}

/// 宣传发动阶段（…）。…
fn named(text: &str) -> Option<Heading> {
    let end = text.find("阶段")? + "阶段".len();
    let (name, rest) = text.split_at(end);
    let is_name = name.chars().count() <= LONGEST && !name.contains(|c: char| "，。；：、（“".contains(c));
    let is_ended = rest.is_empty() || rest.starts_with(['（', '(', '：', ':', '。', ' ', '\t']);
    let is_other = ["现阶段", "本阶段", "各阶段", "分阶段", "下阶段", "前阶段", "每阶段", "该阶段"];
    if !is_name || !is_ended || name.chars().count() < 4 || is_other.iter().any(|other| name.ends_with(other))
    {
        return None;
    }
    let (time, rest) = match bracket(rest) {
        Some((inner, behind)) if says_when(inner) => (Some(words_in(inner)), behind),
        _ => (None, rest),
    };
    let (rest, said) = leading_time(after(rest), time.is_some());
    Some(Heading { title: Some(name.to_owned()), time: time.or(said), rest, is_numbered: false })
}

/// The text without a time at its beginning: 5月1日至10日，…, 时间为5月。…
fn leading_time(text: String, has_time: bool) -> (String, Option<String>) {
    const LEADS: &[&str] = &["时间为", "时间：", "时间:", "时间从", "时间自", "时间"];
    let start = LEADS.iter().find(|lead| text.starts_with(**lead)).map_or(0, |lead| lead.len());
    let spot = each_spot(&text).next().filter(|spot| !has_time && spot.start == start);
    let Some(spot) = spot else { return (text, None) };
    let words = spot.words.to_owned();
    (after(&text[spot.end..]), Some(words))
}

/// A name, and the time at its end: Planning, May - July.
fn without_time(name: &str) -> (String, Option<String>) {
    let name = name.trim();
    if is_time(name) && !name.is_empty() {
        return (String::new(), Some(words_in(name)));
    }
    let spot = spots(name).into_iter().last().filter(|spot| spot.end == name.len());
    match spot {
        Some(spot) => (untrimmed(&name[..spot.start]), Some(spot.words.to_owned())),
        None => (untrimmed(name), None),
    }
}

fn untrimmed(name: &str) -> String {
    name.trim_end_matches(|c| " ,:：-–—\t".contains(c)).to_owned()
}

/// Whether what stands in a bracket is the time of a phase, even if a part of it is not said.
fn says_when(inner: &str) -> bool {
    is_time(inner) || is_masked(inner)
}

/// What stands in the bracket with which a text begins, and what behind it.
fn bracket(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(['（', '('])?.split_once(['）', ')'])
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c| "：:、，,.-–—— \t\u{3000}".contains(c)).trim_end()
}

fn after(rest: &str) -> String {
    rest.trim_start_matches(|c| "）)。：:，,；;. \t\n\u{3000}-–—".contains(c)).trim_end().to_owned()
}

/// The date in words that are a time: 2月28日前完成 is 2月28日前.
fn words_in(text: &str) -> String {
    match spots(text)[..] {
        [spot] if text[spot.end..].ends_with("完成") => spot.words.to_owned(),
        _ => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Option<String>, Option<String>, String) {
        let heading = heading(text).unwrap_or_else(|| panic!("{text}"));
        (heading.title, heading.time, heading.rest)
    }

    #[test]
    fn a_phase_is_read_in_all_forms_of_its_heading() {
        let forms = [
            (
                "宣传发动阶段（5月上旬至5月中旬）。一是制定方案。",
                "宣传发动阶段",
                "5月上旬至5月中旬",
                "一是制定方案。",
            ),
            ("第一阶段：自查自改", "自查自改", "", ""),
            ("第三阶段", "", "", ""),
            ("第四阶段：整改复查（2月28日前完成）", "整改复查", "2月28日前", ""),
            ("第一阶段（5月上旬—中旬）：宣传发动。制定方案。", "宣传发动", "5月上旬—中旬", "制定方案。"),
            ("第二阶段 学习调研阶段（5月下旬至7月底）", "学习调研阶段", "5月下旬至7月底", ""),
            ("第二阶段（宣传发动）：5月1日至10日，召开会议。", "宣传发动", "5月1日至10日", "召开会议。"),
            ("总结阶段：12月1日至12月20日。形成报告。", "总结阶段", "12月1日至12月20日", "形成报告。"),
            (
                "宣传发动阶段。时间为2024年4月至5月。制定方案。",
                "宣传发动阶段",
                "2024年4月至5月",
                "制定方案。",
            ),
            ("宣传阶段(20**年12月7日—20**年12月9日)", "宣传阶段", "20**年12月7日—20**年12月9日", ""),
            ("第一阶段：宣传发动。时间：4月。", "宣传发动", "4月", ""),
            ("阶段一：调研（2021年3月8日—3月14日）", "调研", "2021年3月8日—3月14日", ""),
            ("Phase 1: Planning (May–July 2024)", "Planning", "May–July 2024", ""),
            ("Stage 2 (May–July)", "", "May–July", ""),
            ("WP1 - Data inventory, 1 May to 5 June 2024", "Data inventory", "1 May to 5 June 2024", ""),
        ];
        for (text, title, time, rest) in forms {
            let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
            assert_eq!(parts(text), (some(title), some(time), rest.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_only_speaks_of_phases_is_no_heading_of_one() {
        for text in [
            "第一、二阶段主要活动安排",
            "第一阶段的工作已经完成",
            "现阶段，工作重点是调研",
            "分阶段推进",
            "大讨论活动按照市委统一部署，分阶段推进",
            "在学习阶段，各科室要组织学习",
            "Phases of the moon",
            "Stage design (May)",
            "Part of the work is done",
        ] {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
