//! What a document is called, and who keeps it.

use super::dates::{each_spot, is_time};
use super::document::{Block, Paragraph, Table};
use super::numbering::split;

/// What a document is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    /// How many blocks at the beginning of the document it and what stands above it are: they are no part of the plan.
    pub blocks: usize,
}

/// How the names of plans end.
const PLANS: &[&str] = &[
    "方案", "计划", "计划书", "安排", "要点", "意见", "分工", "分解表", "进度表", "任务书", "时间表", "规划",
    "通知", "办法", "申报书", "行程", "日程", "清单", "plan", "schedule", "roadmap", "timeline", "proposal",
    "syllabus", "calendar", "programme",
];

/// How many lines a title and what stands above it have at most.
const NEAR_THE_TOP: usize = 8;
const LONGEST: usize = 60;

/// What the document is called: its first heading, its first lines, or what it says of itself.
pub fn title(blocks: &[Block]) -> Option<Title> {
    heading(blocks)
        .or_else(|| first_lines(blocks))
        .or_else(|| told(blocks))
        .or_else(|| first_row(blocks))
        .map(|title| {
            let text = issued(&title.text).unwrap_or(title.text);
            Title { text, ..title }
        })
}

fn paragraphs(blocks: &[Block]) -> impl Iterator<Item = (usize, &Paragraph)> {
    blocks.iter().enumerate().map_while(|(at, block)| match block {
        Block::Paragraph(paragraph) => Some((at, paragraph)),
        Block::Table(_) => None,
    })
}

/// What stands of a heading, without what a reviewer put into it.
fn text(paragraph: &Paragraph) -> String {
    let stands = paragraph.runs.iter().filter(|run| run.marks.stands() && !run.marks.inserted);
    let text: String = stands.map(|run| run.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first heading, where it has no number and no other stands above it.
fn heading(blocks: &[Block]) -> Option<Title> {
    let mut top = paragraphs(blocks).take(NEAR_THE_TOP).filter(|(_, paragraph)| !paragraph.is_contents);
    let stands_first = |paragraph: &Paragraph| {
        let text = text(paragraph);
        paragraph.level.is_some() || !text.is_empty() && !is_letterhead(&text)
    };
    let (at, heading) = top.find(|(_, paragraph)| stands_first(paragraph))?;
    let text = text(heading);
    let is_numbered = !heading.number.is_empty() || !split(&text).0.is_empty();
    let is_first = heading.level == Some(1);
    (is_first && !is_numbered && !text.is_empty()).then(|| Title { text, blocks: at + 1 })
}

/// The short lines at the top: up to the one that ends as the names of plans do, or the first of them.
fn first_lines(blocks: &[Block]) -> Option<Title> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, paragraph) in paragraphs(blocks).take(NEAR_THE_TOP) {
        let text = text(paragraph);
        let is_above = lines.is_empty() && (text.is_empty() || is_letterhead(&text));
        if is_above {
            continue;
        }
        if !paragraph.number.is_empty() || !is_line_of_title(&text) {
            break;
        }
        lines.push((at, text));
        if lines.last().is_some_and(|(_, line)| is_plan(line)) {
            break;
        }
    }
    let named = lines.iter().position(|(_, line)| is_plan(line)).filter(|at| *at < 3);
    let last = named.unwrap_or(0);
    let at = lines.get(last)?.0;
    let lines: Vec<&str> = lines[..=last].iter().map(|(_, line)| line.as_str()).collect();
    let blank = if lines.iter().all(|line| line.is_ascii()) { " " } else { "" };
    Some(Title { text: lines.join(blank), blocks: at + 1 })
}

fn is_line_of_title(text: &str) -> bool {
    let is_long = text.chars().count() > if text.is_ascii() { 2 * LONGEST } else { LONGEST };
    let is_sentence = text.ends_with(['。', '：', ':', '；', ';', '，', ',']) || text.contains('。');
    let is_dated = !is_plan(text) && each_spot(text).any(|spot| !spot.words.ends_with('年'));
    !text.is_empty()
        && !is_dated
        && !is_long
        && !is_sentence
        && !is_time(text)
        && split(text).0.is_empty()
        && !text.contains('\t')
        && !text.contains("://")
        && !text.contains('@')
}

fn is_plan(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_end_matches(['）', ')']);
    let text = text.strip_suffix("（试行").or(text.strip_suffix("（征求意见稿")).unwrap_or(text);
    PLANS.iter().any(|end| text.ends_with(end))
}

/// 江滨县生态环境局文件, 江环发〔2021〕17号, 附件1: above the title.
fn is_letterhead(text: &str) -> bool {
    let is_number = text.ends_with('号') && text.contains(['〔', '[', '（', '(']);
    let is_annex = text.starts_with("附件") && text.chars().count() <= 5;
    text.ends_with("文件") || is_number || is_annex
}

/// …现提出市科技局开展活动实施方案：, 现将《…方案》印发给你们
fn told(blocks: &[Block]) -> Option<Title> {
    let mut top = paragraphs(blocks).take(NEAR_THE_TOP).map(|(_, paragraph)| paragraph.text());
    let text = top.find_map(|text| issued(&text).or_else(|| proposed(&text)))?;
    Some(Title { text, blocks: 0 })
}

/// What is between 现提出 and ：.
fn proposed(text: &str) -> Option<String> {
    let verbs = ["现提出", "现制定", "特制定", "制定", "提出"];
    let behind = verbs.iter().find_map(|verb| text.rsplit_once(verb)).map(|(_, behind)| behind)?;
    let name = behind.split(['：', ':', '，', '。']).next()?.trim_end_matches("如下");
    let name = name.strip_prefix('了').unwrap_or(name);
    let is_name = name.chars().count() > 4
        && name.chars().count() <= LONGEST
        && !name.starts_with(['本', '以', '如', '该', '此']);
    (is_name && is_plan(name)).then(|| name.to_owned())
}

/// What is issued: 关于印发《…方案》的通知.
fn issued(text: &str) -> Option<String> {
    let (before, behind) = text.split_once('《')?;
    let (name, behind) = behind.split_once('》')?;
    let is_issued = before.ends_with("印发")
        || before.ends_with("下发")
        || before.ends_with("现将") && behind.starts_with("印发");
    (is_issued && is_plan(name)).then(|| name.to_owned())
}

/// The first row of a table, where one name stands over all of it.
fn first_row(blocks: &[Block]) -> Option<Title> {
    let Block::Table(Table { rows, .. }) = blocks.first()? else { return None };
    let texts = rows.first()?.cells.iter().map(super::document::Cell::text).filter(|text| !text.is_empty());
    let texts: Vec<String> = texts.collect();
    let [text] = &texts[..] else { return None };
    (is_line_of_title(text) && rows.len() > 2).then(|| Title { text: text.clone(), blocks: 0 })
}

/// Who keeps the plan, where the text says so: 办公室设在…, 具体由…统筹, 编制单位：….
pub fn office(blocks: &[Block]) -> Option<String> {
    let texts = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text()),
        Block::Table(_) => None,
    });
    texts.into_iter().find_map(|text| office_in(&text))
}

fn office_in(text: &str) -> Option<String> {
    const BETWEEN: &[(&str, &[&str])] = &[
        ("办公室设在", &["，", "。", "；", "（"]),
        ("具体由", &["总体统筹", "统筹", "负责组织实施", "组织实施", "牵头组织"]),
        ("编制单位：", &["\n", "。", "；"]),
        ("制定单位：", &["\n", "。", "；"]),
    ];
    BETWEEN.iter().find_map(|(before, ends)| {
        let (_, behind) = text.split_once(before)?;
        let end = ends
            .iter()
            .filter_map(|end| behind.find(end))
            .min()
            .or(Some(behind.len()).filter(|_| before.ends_with('：')))?;
        let name = behind[..end].trim();
        let is_name = (2..=24).contains(&name.chars().count()) && !name.contains(['，', '。', '、', ' ']);
        is_name.then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::document::Place;

    fn blocks(lines: &[&str]) -> Vec<Block> {
        let paragraph = |(at, line): (usize, &&str)| {
            let plain = Paragraph::plain(Place::Paragraph(at + 1), line.trim_start_matches('#').trim());
            Block::Paragraph(Paragraph { level: line.starts_with('#').then_some(1), ..plain })
        };
        lines.iter().enumerate().map(paragraph).collect()
    }

    fn told(lines: &[&str]) -> Option<(String, usize)> {
        title(&blocks(lines)).map(|title| (title.text, title.blocks))
    }

    #[test]
    fn the_first_heading_or_the_first_lines_are_the_title() {
        let plan = |text: &str, blocks| Some((text.to_owned(), blocks));
        assert_eq!(told(&["# Release 4.2 schedule", "text"]), plan("Release 4.2 schedule", 1));
        let letter = [
            "江滨县生态环境局文件", "江环发〔2021〕17号", "排污口整治行动", "实施方案",
            "为改善水质，制定本方案。",
        ];
        assert_eq!(told(&letter), plan("排污口整治行动实施方案", 4));
        assert_eq!(told(&["关于印发《整治实施方案》的通知", "各镇人民政府："]), plan("整治实施方案", 1));
        assert_eq!(
            told(&["Spring reading weeks", "Leaflet: https://x", "1 May: fair"]),
            plan("Spring reading weeks", 1)
        );
        assert_eq!(told(&["2023年安全督查工作安排", "4月24日：开会"]), plan("2023年安全督查工作安排", 1));
    }

    #[test]
    fn without_one_the_text_says_what_it_is() {
        let text = "为贯彻要求，根据《实施意见》，现提出市科技局开展大讨论活动实施方案：";
        assert_eq!(told(&[text, "一、指导思想"]), Some(("市科技局开展大讨论活动实施方案".to_owned(), 0)));
        assert_eq!(told(&["为改善水质，现制定本方案。"]), None);
        assert_eq!(told(&["1. 立项：5月", "2. 采购：6月"]), None);
        assert_eq!(told(&["5月4日：动员"]), None);
    }

    #[test]
    fn who_keeps_the_plan_is_taken_where_it_is_said() {
        let of = |text: &str| office(&blocks(&[text]));
        assert_eq!(of("以上活动主要安排在5月份，具体由局活动办总体统筹。").as_deref(), Some("局活动办"));
        assert_eq!(
            of("成立工作专班，办公室设在县生态环境局水环境科。").as_deref(),
            Some("县生态环境局水环境科")
        );
        assert_eq!(of("各办公室设在楼内"), None);
    }
}
