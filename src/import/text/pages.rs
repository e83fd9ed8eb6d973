//! What stands at the edges of pages: their numbers, and the lines that head every page.

use std::collections::BTreeMap;

use super::lines::Line;

/// Takes the numbers of pages out, and the first and last lines that pages share, which are returned apart.
pub fn body<'t>(lines: &[Line<'t>]) -> (Vec<Line<'t>>, Vec<Line<'t>>) {
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    for line in lines {
        if line.text.contains('\u{C}') {
            pages.push(Vec::new());
        }
        let text = line.text.trim_start_matches('\u{C}');
        let is_number = is_number(text, "-—–－");
        pages.last_mut().expect("there is one").extend((!is_number).then_some(Line { text, ..*line }));
    }
    pages.retain(|page| page.iter().any(|line| !line.is_blank()));
    let mut margins = Vec::new();
    if pages.len() > 1 {
        for page in &mut pages {
            trim(page);
        }
        margins = take_shared(&mut pages);
    }
    (pages.concat(), margins)
}

/// Takes blank lines and a number off both ends of a page.
fn trim(page: &mut Vec<Line>) {
    let is_edge = |line: &Line| line.is_blank() || is_number(line.text, "");
    while page.pop_if(|line| is_edge(line)).is_some() {}
    let top = page.iter().position(|line| !is_edge(line)).unwrap_or(page.len());
    page.drain(..top);
}

/// Takes the first and the last line off where most pages have the same.
fn take_shared<'t>(pages: &mut [Vec<Line<'t>>]) -> Vec<Line<'t>> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let (first, last) = (page.first(), page.last().filter(|_| page.len() > 1));
        for line in first.into_iter().chain(last) {
            *times.entry(line.text.trim().to_owned()).or_default() += 1;
        }
    }
    let most = pages.len() / 2;
    let is_shared = |line: &Line| times.get(line.text.trim()).is_some_and(|times| *times > most.max(1));
    let mut margins: Vec<Line> = Vec::new();
    for page in pages {
        let first = page.first().copied().filter(|line| is_shared(line));
        page.drain(..usize::from(first.is_some()));
        let last = page.pop_if(|line| is_shared(line));
        for line in first.into_iter().chain(last) {
            if margins.iter().all(|known| known.text.trim() != line.text.trim()) {
                margins.push(line);
            }
        }
        trim(page);
    }
    margins
}

/// Whether the line is the number of a page between two of these signs, or as it is written without any.
fn is_number(text: &str, signs: &str) -> bool {
    let text = text.trim();
    let is_sign = |character: char| signs.contains(character);
    let inside = if signs.is_empty() {
        let text = text.trim_start_matches('第').trim_end_matches('页').trim_start_matches("Page");
        text.split(['/', '共', '页']).next().unwrap_or_default()
    } else {
        let Some(inside) = text.strip_prefix(is_sign).and_then(|text| text.strip_suffix(is_sign)) else {
            return false;
        };
        inside
    };
    let inside = inside.trim();
    (1..=4).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn texts(text: &str) -> (Vec<&str>, Vec<&str>) {
        let (body, margins) = body(&lines(text).expect("it is short"));
        (body.iter().map(|line| line.text).collect(), margins.iter().map(|line| line.text).collect())
    }

    #[test]
    fn numbers_and_shared_heads_of_pages_are_no_text() {
        let text = "某局文件\n一、甲\n\n      - 1 -\n\u{C}某局文件\n乙\n\n— 2 —\n\u{C}某局文件\n丙\n3\n\u{C}";
        assert_eq!(texts(text), (vec!["一、甲", "乙", "丙"], vec!["某局文件"]));
    }

    #[test]
    fn a_number_in_a_text_without_pages_stays() {
        assert_eq!(texts("甲\n12\n乙"), (vec!["甲", "12", "乙"], vec![]));
    }
}
