//! Names out of a text that holds nothing else.

/// What stands for nobody.
const NOBODY: &[&str] = &["—", "——", "-", "--", "/", "无", "待定", "n/a", "na", "tbd", "tba", "none"];

/// Returns the names in a text that holds nothing else.
pub fn names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    if is_nobody(text) {
        return names;
    }
    let text = joined(text);
    let (mut depth, mut from) = (0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 && "、，,；;\n/／|".contains(c) => {
                between_words(&text[from..at], &mut names);
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    between_words(&text[from..], &mut names);
    names
}

/// The lines, where a word is not broken between them: 科技\n局.
fn joined(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let is_rest = line.chars().count() == 1 && is_chinese(line);
        if !lines.is_empty() && !is_rest {
            lines.push('\n');
        }
        lines.push_str(line);
    }
    lines
}

/// Adds the names in a text that have words or blanks alone between them.
fn between_words(text: &str, names: &mut Vec<String>) {
    let text = text.trim().trim_end_matches(['。', '.']).trim();
    let parts: Vec<&str> = text.split_whitespace().collect();
    let are_chinese = parts.iter().all(|part| is_chinese(part));
    let names_of = |parts: Vec<&str>| parts.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let found = if are_chinese && parts.iter().any(|part| part.chars().count() == 1) {
        vec![parts.concat()]
    } else if are_chinese {
        names_of(parts.into_iter().flat_map(beside_units).collect())
    } else {
        names_of(text.split(" and ").flat_map(|names| names.split(" & ")).collect())
    };
    names.extend(found.into_iter().map(|name| name.trim().to_owned()).filter(|name| !is_nobody(name)));
}

/// Whether it ends as the names of units do.
pub fn is_unit(name: &str) -> bool {
    let ends = name.ends_with(|c| "局委办部室科股处厅院所镇乡组校站".contains(c))
        || ["单位", "部门", "街道", "中心", "政府", "公司"].iter().any(|end| name.ends_with(end));
    ends && name.chars().count() <= 16
}

fn is_nobody(name: &str) -> bool {
    name.trim().is_empty() || NOBODY.contains(&name.trim().to_lowercase().as_str())
}

/// 科技局和财政局: two, where the first ends as units do.
fn beside_units(text: &str) -> Vec<&str> {
    for word in ["以及", "和", "及", "与"] {
        if let Some((one, other)) = text.split_once(word).filter(|(one, _)| is_unit(one)) {
            return [vec![one], beside_units(other)].concat();
        }
    }
    vec![text]
}

fn is_chinese(text: &str) -> bool {
    text.chars().all(|c| !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_apart_by_signs_lines_and_blanks() {
        assert_eq!(names("督查室 财务科"), ["督查室", "财务科"]);
        assert_eq!(names("督查室\n财务科"), ["督查室", "财务科"]);
        assert_eq!(names("督 查 室"), ["督查室"]);
        assert_eq!(names("产学研\n科"), ["产学研科"]);
        assert_eq!(names("督查室和财务科"), ["督查室", "财务科"]);
        assert_eq!(
            names("Design team, QA / Support desk and Legal"),
            ["Design team", "QA", "Support desk", "Legal"]
        );
        assert_eq!(names("R&D"), ["R&D"]);
        for nobody in ["", "—", "/", "无", "N/A", "TBD", "待定"] {
            assert_eq!(names(nobody), [""; 0], "{nobody}");
        }
    }
}
