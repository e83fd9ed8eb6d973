//! What a text calls its annexes, and does not hold.

use super::document::{Block, Paragraph};
use super::numbering::split;

/// The names of the annexes that a text announces, and of which nothing stands in the document.
pub fn missing(blocks: &[Block]) -> Vec<String> {
    let texts: Vec<String> = blocks.iter().map(text).collect();
    let mut names: Vec<String> = Vec::new();
    let mut at = 0;
    while at < texts.len() {
        let announced = announced(&texts[at]);
        at += 1;
        let Some(first) = announced else { continue };
        let mut those = vec![first];
        // 附件：1.… with 2.… on the next lines.
        let is_list = !split(&those[0]).0.is_empty();
        while is_list && texts.get(at).is_some_and(|next| is_next(next)) {
            those.push(texts[at].trim().to_owned());
            at += 1;
        }
        let rest = &texts[at..];
        let absent =
            those.iter().map(|name| split(name).1).filter(|name| !name.is_empty() && !is_held(name, rest));
        names.extend(absent.map(|name| name.trim_end_matches(['。', '；', ';', '.']).to_owned()));
    }
    let mut seen: Vec<String> = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    names
}

fn text(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => {
            format!("{}{}", paragraph.number, Paragraph::text(paragraph)).trim().to_owned()
        }
        Block::Table(table) => table
            .rows
            .first()
            .map_or_else(String::new, |row| row.cells.iter().map(super::document::Cell::text).collect()),
    }
}

/// What stands behind 附件：, 附件1： or `Annex A:`.
fn announced(text: &str) -> Option<String> {
    const WORDS: &[&str] = &["附件", "附表", "annex", "appendix", "attachments", "attachment", "enclosure"];
    let lower = text.to_ascii_lowercase();
    let word = WORDS.iter().find(|word| lower.starts_with(**word))?;
    let (number, name) = text[word.len()..].split_once(['：', ':'])?;
    let is_number = number.chars().count() <= 3 && !number.contains(['。', '，']);
    let name = name.trim();
    (is_number && !name.is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

/// Whether a line goes on with the list of annexes: 2.….
fn is_next(text: &str) -> bool {
    let (number, name) = split(text);
    number.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty() && !name.ends_with('。')
}

/// Whether the annex stands below: its name, or the word for it alone in a line.
fn is_held(name: &str, below: &[String]) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let name = bare(name);
    let lines: Vec<String> = below.iter().map(|line| bare(line)).filter(|line| !line.is_empty()).collect();
    let heads = |line: &String| {
        let is_annex =
            line.strip_prefix("附件").or(line.strip_prefix("Annex")).or(line.strip_prefix("Appendix"));
        is_annex.is_some_and(|number| number.chars().count() <= 2)
    };
    let named = (0..lines.len()).any(|at| {
        let joined = lines[at..lines.len().min(at + 3)].concat();
        joined.starts_with(&name) || joined.contains(&name) && lines[at].chars().count() <= 80
    });
    named || lines.iter().any(heads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::document::Place;

    fn missing_in(lines: &[&str]) -> Vec<String> {
        let paragraph = |line: &&str| Block::Paragraph(Paragraph::plain(Place::Line(1), *line));
        missing(&lines.iter().map(paragraph).collect::<Vec<_>>())
    }

    #[test]
    fn an_annex_that_is_named_and_not_there_is_missing() {
        assert_eq!(
            missing_in(&["正文", "附件：排污口整治任务分解表", "县生态环境局"]),
            ["排污口整治任务分解表"]
        );
        let list = ["附件：1.任务分解表", "2.进展情况统计表", "县生态环境局", "2022年2月24日"];
        assert_eq!(missing_in(&list), ["任务分解表", "进展情况统计表"]);
        assert_eq!(missing_in(&["Annex A: Budget of the project"]), ["Budget of the project"]);
    }

    #[test]
    fn an_annex_that_stands_below_is_not() {
        let lines = [
            "附件：开展大讨论第一、二阶段主要活动安排",
            "附件",
            "开展大讨论",
            "第一、二阶段主要活动安排",
            "一、学习",
        ];
        assert_eq!(missing_in(&lines), [""; 0]);
        assert_eq!(missing_in(&["附件：任务分解表", "任务分解表", "序号"]), [""; 0]);
        assert_eq!(missing_in(&["附件材料齐全的单位可以直接申报。"]), [""; 0]);
    }
}
