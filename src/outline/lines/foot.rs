//! Who signed a document, and when.

use super::super::dates::is_time;
use super::dated::{Dated, Form};
use super::line::Line;

/// How names of those who sign end.
const SIGNERS: &[&str] = &[
    "局", "委", "办", "办公室", "厅", "部", "院", "会", "政府", "中心", "公司", "组", "学校", "大学", "学院",
    "室", "处", "科", "股", "站", "社", "馆", "支部", "党委",
];

/// Whether the line and the date below it are who signed and when.
pub fn is_signed(line: &Line, below: Option<&Line>) -> bool {
    let signs =
        SIGNERS.iter().any(|end| line.text.ends_with(end)) && line.style.is_none() && line.level.is_none();
    signs
        && line.is_name()
        && line.dates.is_empty()
        && below.is_some_and(|below| is_day(below) || is_month(below))
}

/// 教务处 2024年3月5日: both in one line.
pub fn is_signature(line: &Line, dated: &Dated) -> bool {
    let is_plain = line.style.is_none() && line.level.is_none() && !line.text.contains(['：', ':', '，']);
    let is_day = dated.words.contains('年') && dated.words.ends_with('日');
    is_plain && is_day && dated.form == Form::Last && SIGNERS.iter().any(|end| dated.name.ends_with(end))
}

/// Whether the line is the date at the end of a text or above its annexes, or one in brackets below the title.
pub fn is_date_of_document(items: &[Option<Line>], at: usize) -> bool {
    let Some(Some(line)) = items.get(at) else { return false };
    let is_last = match items.get(at + 1) {
        None => true,
        Some(Some(next)) => is_annex(&next.text),
        Some(None) => false,
    };
    is_day(line) && (at == 0 || is_last)
}

/// 附件, 附件1：…: what follows is apart from what stands before it.
pub fn is_annex(text: &str) -> bool {
    let text = text.trim();
    let rest = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表"));
    rest.is_some_and(|rest| rest.chars().count() <= 40 && !rest.contains('。'))
        || text.starts_with("Annex ") && text.len() < 80
}

/// 2016年9月, as on a cover.
fn is_month(line: &Line) -> bool {
    let text: String = line.text.chars().filter(|c| !c.is_whitespace()).collect();
    let number =
        |text: &str| text.chars().all(|c| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c));
    let parts = text.strip_suffix('月').and_then(|text| text.split_once('年'));
    parts.is_some_and(|(year, month)| year.chars().count() == 4 && number(year) && number(month))
}

/// A whole day, with its year, and nothing beside it.
fn is_day(line: &Line) -> bool {
    let text = line.text.trim_matches(|c| "（）() ".contains(c)).trim_end_matches("印发");
    let numbers = text.split(|c: char| !c.is_ascii_digit() && !"〇○零一二三四五六七八九十".contains(c));
    let numbers = numbers.filter(|number| !number.is_empty());
    let is_chinese =
        text.ends_with('日') && text.contains('年') && !text.contains(['至', '到', '—', '-', '~', '～']);
    let is_other = text.is_ascii() && !text.contains(':') && numbers.clone().any(|number| number.len() == 4);
    let most = if is_chinese || text.contains(|c: char| c.is_ascii_digit()) { 3 } else { 0 };
    is_time(text) && numbers.count() <= most && (is_chinese || is_other && !text.contains(" to "))
}
