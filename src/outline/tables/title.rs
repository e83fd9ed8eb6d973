//! What the cell of a name holds: one name, or several under each other.

use super::head::one_line;
use crate::outline::numbering;

/// A name, and what stands under it.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub title: String,
    pub content: Option<String>,
}

/// The longest name that is kept whole, in characters.
const LONGEST: usize = 50;

/// So many names can stand in a cell; more lines are a text.
const MOST: usize = 50;

/// Returns the names in a cell: several where its lines are numbered.
pub fn items(text: &str) -> Vec<Item> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_numbered = |line: &&str| !numbering::split(line).0.is_empty();
    let numbered = lines.iter().filter(|line| is_numbered(line)).count();
    if lines.first().is_some_and(is_numbered) && 1 < numbered && numbered <= MOST {
        let mut items: Vec<Vec<&str>> = Vec::new();
        for line in &lines {
            match items.last_mut() {
                Some(item) if !is_numbered(line) => item.push(line),
                _ => items.push(vec![line]),
            }
        }
        return items.iter().map(|lines| item(lines)).collect();
    }
    if text.chars().any(char::is_alphanumeric) { vec![item(&lines)] } else { Vec::new() }
}

/// Returns the lines of a cell that has as many as there are names.
pub fn lines_beside(text: &str, count: usize) -> Option<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (count > 1 && lines.len() == count).then_some(lines)
}

fn item(lines: &[&str]) -> Item {
    let whole = one_line(&lines.join("\n"));
    let (title, content) = if whole.chars().count() <= LONGEST {
        (whole.as_str(), None)
    } else {
        let first = lines[0];
        let stop = first.find(['。', '；', '：', ':']).filter(|stop| *stop > 0);
        let title = if lines.len() > 1 && first.chars().count() <= LONGEST {
            first
        } else {
            stop.map_or(first, |stop| &first[..stop])
        };
        (title, Some(lines.join("\n")).filter(|content| content != title))
    };
    let title = numbering::without(title).trim_end_matches(['。', '；', ';']).trim().to_owned();
    Item { title, content }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        items(text).into_iter().map(|item| item.title).collect()
    }

    #[test]
    fn numbered_lines_are_a_name_each_and_others_are_one() {
        assert_eq!(titles("1.召开学习会 "), ["召开学习会"]);
        assert_eq!(
            titles("1.制定方案\n2.动员部署\n（逐级召开会议）"),
            ["制定方案", "动员部署（逐级召开会议）"]
        );
        assert_eq!(titles("完成\n验收"), ["完成验收"]);
        assert_eq!(titles("Prepare\nthe report"), ["Prepare the report"]);
        assert_eq!(titles(" \n "), [""; 0]);
    }

    #[test]
    fn of_a_long_text_the_name_is_what_stands_before_the_first_stop() {
        let long = "采取中心组集中学习、专家辅导、个人自学等形式开展学习。推动广大党员干部更加自觉坚定地学习贯彻决策部署，进一步明确要求";
        let item = &items(long)[0];
        assert_eq!(item.title, "采取中心组集中学习、专家辅导、个人自学等形式开展学习");
        assert_eq!(item.content.as_deref(), Some(long));
    }
}
