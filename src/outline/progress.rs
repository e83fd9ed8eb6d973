//! How far something is, by the words of a document: a percentage, or that it is done, and when.

use super::dates::spots;
use super::entry::Stated;
use super::question::About;
use crate::model::date::{Calendar, DatePhrase, When};

/// How far something is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// Of a hundred.
    pub percent: Option<u32>,
    pub done: Option<Stated>,
    /// What has to be asked of it.
    pub asked: Option<About>,
}

const NOT_YET: &[&str] = &[
    "未开始", "未启动", "尚未开始", "尚未启动", "未完成", "尚未完成", "待办", "待开始", "否", "未", "×",
    "not started", "not done", "no", "todo", "to do", "open", "pending", "planned", "n", "0",
];

const DONE: &[&str] = &[
    "已完成", "完成", "已全部完成", "全部完成", "已办结", "办结", "已结束", "已落实", "已交付", "是", "√",
    "✓", "✔", "done", "completed", "complete", "finished", "closed", "yes", "y", "已完成100", "完成100",
    "100",
];

/// Whether the text only names a state that something can be in.
pub fn is_state(text: &str) -> bool {
    const UNDER_WAY: &[&str] =
        &["进行中", "正在进行", "推进中", "已延期", "延期", "in progress", "ongoing", "delayed"];
    let text = text.trim().to_lowercase();
    [NOT_YET, UNDER_WAY, DONE].iter().any(|words| words.contains(&text.as_str()))
}

/// Reads what a progress column says.
pub fn read(text: &str) -> Progress {
    let text = text.trim();
    let lower = text.to_lowercase();
    if !text.chars().any(|c| c.is_alphanumeric() || "√✓✔".contains(c)) {
        return Progress::default();
    }
    let percent = percent(&lower);
    if NOT_YET.contains(&lower.as_str()) {
        return Progress { percent: percent.filter(|percent| *percent == 0), ..Progress::default() };
    }
    if let Some(done) = done_on(text) {
        return Progress { done: Some(done), ..Progress::default() };
    }
    let is_done = percent == Some(100) || DONE.contains(&bare(&lower).as_str());
    let words = text.to_owned();
    let asked = match percent {
        _ if is_done => Some(About::DoneWithoutDay { words }),
        Some(_) => None,
        None => Some(About::Progress { words }),
    };
    Progress { percent, done: None, asked }
}

/// Reads what stands in a column of the days on which things were really finished.
pub fn really_done(text: &str) -> Progress {
    let words = text.trim();
    if is_day(words) {
        Progress { done: Some(Stated::Words(words.to_owned())), ..Progress::default() }
    } else {
        read(text)
    }
}

/// Whether the words name one day, whatever the year.
fn is_day(words: &str) -> bool {
    let leap = Calendar { year: Some(2020), ..Calendar::default() };
    let reading = DatePhrase::parse(words).and_then(|phrase| phrase.resolve(&leap));
    reading.is_ok_and(|reading| reading.names_day && matches!(reading.when, When::Due(_)))
}

/// The one percentage in a text, or a number that stands alone: 80%, 已完成80%, 0.8.
fn percent(text: &str) -> Option<u32> {
    let sign = text.find(['%', '％']);
    let number = match sign {
        Some(sign) => {
            let before = text[..sign].trim_end();
            let words = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            let behind = &text[sign..].trim_start_matches(['%', '％']);
            if !says_how_far(words) || !(behind.trim().is_empty() || says_how_far(behind)) {
                return None;
            }
            before[words.len()..].parse::<f64>().ok()?
        }
        None => match text.parse::<f64>().ok()? {
            // A workbook keeps 80% as 0.8; what 1 means, only its author knows.
            part if 0.0 < part && part < 1.0 => part * 100.0,
            1.0 => return None,
            number => number,
        },
    };
    let is_only_one = text.matches(['%', '％']).count() < 2;
    (0_u32..=100).find(|whole| (f64::from(*whole) - number).abs() <= 0.5).filter(|_| is_only_one)
}

/// Whether the words beside a percentage say of the whole that it is done so far; 全县可办率达到95%以上 is a result.
fn says_how_far(words: &str) -> bool {
    const WORDS: &[&str] = &[
        "", "已", "约", "已完成", "完成", "已完成约", "完成约", "进度", "完成进度", "总进度", "完成率",
        "完成了", "整体进度", "progress", "about", "done", "complete", "completed", "finished",
    ];
    WORDS.contains(&words.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// 已于5月24日完成, `Completed on 24 May`: the day.
fn done_on(text: &str) -> Option<Stated> {
    let [spot] = spots(text)[..] else { return None };
    let rest = format!("{}{}", &text[..spot.start], &text[spot.end..]).to_lowercase();
    let is_done = DONE.contains(&bare(&rest).as_str()) || bare(&rest) == "已";
    (is_done && is_day(spot.words)).then(|| Stated::Words(spot.words.to_owned()))
}

/// What says how far it is, without the words and signs around it.
fn bare(text: &str) -> String {
    let words: String =
        text.chars().filter(|c| c.is_alphanumeric() || "√✓✔".contains(*c) || *c == ' ').collect();
    let words = words.trim().trim_end_matches(" on").trim_end_matches('于').trim();
    words.replace("已于", "已")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_progress() {
        for (text, percent) in
            [("80%", 80), ("已完成80%", 80), ("35 % complete", 35), ("0.8", 80), ("0", 0), ("0%", 0)]
        {
            assert_eq!(read(text), Progress { percent: Some(percent), ..Progress::default() }, "{text}");
        }
    }

    #[test]
    fn what_is_done_needs_a_day() {
        let dated = [
            ("已完成（5月24日）", "5月24日"),
            ("已于2018年5月24日完成", "2018年5月24日"),
            ("5月24日完成", "5月24日"),
            ("Completed on 24 May 2018", "24 May 2018"),
            ("Done (24 May)", "24 May"),
        ];
        for (text, day) in dated {
            assert_eq!(read(text).done, Some(Stated::Words(day.to_owned())), "{text}");
            assert_eq!(read(text).asked, None, "{text}");
        }
        for text in ["已完成", "Completed", "√", "100%", "完成"] {
            let progress = read(text);
            assert_eq!(progress.asked, Some(About::DoneWithoutDay { words: text.to_owned() }), "{text}");
            assert_eq!(progress.done, None);
        }
        assert_eq!(read("100%").percent, Some(100));
    }

    #[test]
    fn what_is_not_begun_is_nothing_and_other_words_are_asked_about() {
        for text in ["", "—", "未开始", "Not started", "否"] {
            assert_eq!(read(text), Progress::default(), "{text}");
        }
        for text in [
            "全县可办率达到95%以上", "已培训50人，占25%", "进行中", "In progress",
            "已完成初稿，正在征求意见", "1", "拟于6月30日前完成", "5月24日完成初稿",
        ] {
            let asked = Some(About::Progress { words: text.to_owned() });
            assert_eq!(read(text), Progress { asked, ..Progress::default() }, "{text}");
        }
    }

    #[test]
    fn a_day_in_a_column_of_real_days_is_the_day_of_doing() {
        assert_eq!(really_done("5月24日").done, Some(Stated::Words("5月24日".to_owned())));
        assert_eq!(really_done("5月").done, None);
        assert_eq!(really_done(""), Progress::default());
        assert_eq!(really_done("进行中").asked, Some(About::Progress { words: "进行中".to_owned() }));
    }
}
