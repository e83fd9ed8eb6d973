//! What a text calls its annexes, and does not hold.

use super::document::{Block, Paragraph};
use super::numbering::split;

/// So many annexes are looked for: a notice has a few.
const MANY: usize = 50;

/// The names of the annexes that a text announces, and of which nothing stands in the document.
pub fn missing(blocks: &[Block]) -> Vec<String> {
    let texts: Vec<String> = blocks.iter().map(text).collect();
    let lines = Lines::of(&texts);
    let mut names: Vec<String> = Vec::new();
    let (mut at, mut seen) = (0, 0);
    while at < texts.len() && seen < MANY {
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
        seen += those.len();
        those.truncate(MANY);
        let absent =
            those.iter().map(|name| split(name).1).filter(|name| !name.is_empty() && !lines.hold(name, at));
        for name in absent.map(|name| name.trim_end_matches(['。', '；', ';', '.'])) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
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

/// The letters of a text, its lines one after the other.
struct Lines {
    letters: String,
    /// Where each line that has letters begins, and where the last one ends.
    starts: Vec<usize>,
    /// How many of these stand above each line of the text.
    above: Vec<usize>,
    /// The last of them that has nothing but the word for an annex, and its number.
    last_head: Option<usize>,
}

impl Lines {
    fn of(texts: &[String]) -> Lines {
        let mut lines = Lines { letters: String::new(), starts: vec![0], above: vec![0], last_head: None };
        for text in texts {
            let (count, start) = (lines.starts.len() - 1, lines.letters.len());
            lines.letters.extend(letters(text));
            if lines.letters.len() > start {
                lines.last_head = lines.last_head.max(is_head(&lines.letters[start..]).then_some(count));
                lines.starts.push(lines.letters.len());
            }
            lines.above.push(lines.starts.len() - 1);
        }
        lines
    }

    /// Whether the annex stands at a line or below it: its name, or the word for it alone in a line.
    fn hold(&self, name: &str, line: usize) -> bool {
        let (name, first, count) =
            (letters(name).collect::<String>(), self.above[line], self.starts.len() - 1);
        let is_named = |at: usize| {
            let [start, next, end] = [at, at + 1, count.min(at + 3)].map(|at| self.starts[at]);
            let joined = &self.letters[start..end];
            joined.starts_with(&name)
                || self.letters[start..next].chars().nth(80).is_none() && joined.contains(&name)
        };
        self.last_head.is_some_and(|head| head >= first) || (first..count).any(is_named)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

fn is_head(line: &str) -> bool {
    let number = line.strip_prefix("附件").or(line.strip_prefix("Annex")).or(line.strip_prefix("Appendix"));
    number.is_some_and(|number| number.chars().nth(2).is_none())
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
    fn of_more_annexes_than_a_notice_has_the_first_are_looked_for() {
        let lines: Vec<String> = (0..2 * MANY).map(|number| format!("附件：第{number}张表")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(missing_in(&lines).len(), MANY);
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
