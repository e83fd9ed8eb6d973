//! The years that stand in a text, and what each is the year of.

/// A year in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    pub year: i32,
    pub of: Of,
    /// Where it stands in the text, in bytes.
    pub at: usize,
}

/// What a year is the year of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A month or a day: 2018年5月, 2018-05-25, `May 2018`.
    Month,
    /// A year alone: 2018年, `2018 Work Plan`.
    Year,
    /// 2018年度
    Record,
    /// 2018—2019学年; the year is its first.
    School,
    /// An address.
    Address,
    /// A document number, 2003年以来, 2018届, a number that may be no year.
    Other,
}

/// Returns whether the text names the year as its own.
pub fn names_year(text: &str, year: i32) -> bool {
    mentions(text).iter().any(|one| one.year == year && matches!(one.of, Of::Year | Of::Record))
}

/// Returns the years in the text, in their order.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut school_ends = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if digit(c).is_none() {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, c)) = rest.next_if(|(_, c)| digit(*c).is_some()) {
            end = next + c.len_utf8();
        }
        let address = is_in_address(text, at);
        let Some(year) = year(&text[at..end], address) else { continue };
        if at < school_ends {
            continue;
        }
        let of = if address { Of::Address } else { of(&text[..at], &text[end..]) };
        if of == Of::School {
            school_ends = text.len() - behind_years(&text[end..]).len();
        }
        found.push(Mention { year, of, at });
    }
    found
}

/// The value of a digit: 2, ２, 二.
fn digit(c: char) -> Option<u32> {
    const CHINESE: &str = "〇一二三四五六七八九";
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        '零' | '○' | 'Ｏ' => Some(0),
        _ => CHINESE.chars().position(|known| known == c).and_then(|value| u32::try_from(value).ok()),
    }
}

/// The year that digits are; in an address it may go on with month and day.
fn year(digits: &str, is_address: bool) -> Option<i32> {
    let length = digits.chars().count();
    let fits = length == 4 || is_address && matches!(length, 6 | 8);
    let value = digits.chars().take(4).try_fold(0, |value, c| Some(value * 10 + digit(c)?))?;
    (fits && (1950..2100).contains(&value)).then_some(i32::try_from(value).ok()?)
}

/// Whether the place lies in an address: what is written without a blank and holds `://`, `www.` or `.htm`.
fn is_in_address(text: &str, at: usize) -> bool {
    let ends = |c: char| !c.is_ascii_graphic();
    let start =
        text[..at].rfind(ends).map_or(0, |end| end + text[end..].chars().next().map_or(1, char::len_utf8));
    let end = text[at..].find(ends).map_or(text.len(), |length| at + length);
    let token = text.get(start..end).unwrap_or("");
    ["://", "www.", ".htm"].iter().any(|sign| token.contains(sign))
}

fn of(before: &str, behind: &str) -> Of {
    let behind = behind.trim_start_matches([' ', '\u{3000}']);
    if is_number(before, behind) || is_class_or_since(behind) {
        Of::Other
    } else if is_school(behind) {
        Of::School
    } else if behind.starts_with("年度") {
        Of::Record
    } else if has_month(before, behind) {
        Of::Month
    } else if behind.starts_with('年') || is_alone(before, behind) {
        Of::Year
    } else {
        Of::Other
    }
}

/// 〔2021〕1号, (2021)第1号, 2021年第3号
fn is_number(before: &str, behind: &str) -> bool {
    let opens = before.trim_end().ends_with(['〔', '[', '【', '［', '(', '（', '﹝', '〈']);
    let inside = behind.trim_start_matches(['〕', ']', '】', '］', ')', '）', '﹞', '〉', '年']);
    let number = inside.trim_start_matches(['第', ' ']).trim_start_matches(|c: char| digit(c).is_some());
    let closes = inside.len() < behind.len() && !behind.starts_with('年');
    (opens && closes || inside.starts_with('第')) && number.len() < inside.len() && number.starts_with('号')
        || before.ends_with('第')
}

/// 2018届, 2018级, 2018版; 2003年以来, 2018年已达标的
fn is_class_or_since(behind: &str) -> bool {
    let class = behind.strip_prefix('年').unwrap_or(behind).starts_with(['届', '级', '版', '已']);
    let clause = behind.split(['，', '。', '；', ',', ';', '、', '\n']).next().unwrap_or("");
    let soon = |word: &str| clause.find(word).is_some_and(|at| clause[..at].chars().count() <= 12);
    class || ["以来", "至今", "起施行", "起实施", "起执行"].into_iter().any(soon)
}

/// `Spring 2018`, `2018 Work Plan`, 2018工作计划; not 2018人.
fn is_alone(before: &str, behind: &str) -> bool {
    let counts =
        |c: char| "人个名家项万亿元米吨户件次条份号余多台座所亩".contains(c) || c.is_ascii_alphanumeric();
    let is_name = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') && !counts(c);
    let is_end = behind.is_empty() || behind.starts_with(|c: char| is_name(c) || c.is_ascii_alphabetic());
    is_end && (before.is_empty() || before.ends_with([' ', '\n']) || before.ends_with(is_name))
}

/// 2018—2019学年, 2018学年, 2018-2019 academic year
fn is_school(behind: &str) -> bool {
    let rest = behind_years(behind).to_lowercase();
    ["学年", "academic year", "school year"].iter().any(|year| rest.starts_with(year))
}

/// What follows a second year.
fn behind_years(behind: &str) -> &str {
    behind.trim_start_matches(|c: char| " 年-—–~～至/－".contains(c) || digit(c).is_some())
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "fall", "winter"];

/// 2018年5月, 2018.5, 2018年底; May 2018, 12 May, 2018, Fall 2018
fn has_month(before: &str, behind: &str) -> bool {
    let number = |text: &str| text.starts_with(|c: char| digit(c).is_some() || c == '十');
    if let Some(part) = behind.strip_prefix('年') {
        let part = part.trim_start();
        let units = [
            "底", "末", "年底", "年末", "初", "上半年", "下半年", "第一季度", "第二季度", "第三季度",
            "第四季度",
        ];
        let month = part.trim_start_matches(|c: char| digit(c).is_some() || c == '十' || c == ' ');
        return number(part) && month.starts_with(['月', '-', '—', '至', '~'])
            || units.iter().any(|unit| part.starts_with(unit));
    }
    if let Some(part) = behind.strip_prefix(['-', '.', '/', '－', '．']) {
        let month = part.chars().take_while(char::is_ascii_digit).collect::<String>();
        if !month.is_empty() {
            return month.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
        }
    }
    let words = before.trim_end_matches(|c: char| c.is_ascii_digit() || " ,.".contains(c));
    let words = ["st", "nd", "rd", "th"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
    let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || " ,.".contains(c));
    let last = words.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("").to_lowercase();
    SEASONS.contains(&last.as_str()) || last.len() >= 3 && MONTHS.iter().any(|month| last.starts_with(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(text: &str) -> Vec<(i32, Of)> {
        mentions(text).into_iter().map(|one| (one.year, one.of)).collect()
    }

    #[test]
    fn a_year_before_a_month_is_the_year_of_a_date() {
        let texts = [
            "从2018年5月开始", "2018-05-25", "2018.5", "二〇一八年四月", "２０１８年底", "12 May 2018",
            "May 12th, 2018", "Fall 2018.",
        ];
        for text in texts {
            assert_eq!(of_text(text), [(2018, Of::Month)], "{text}");
        }
    }

    #[test]
    fn a_year_alone_is_told_from_a_record_and_a_school_year() {
        assert_eq!(of_text("市科技局2018年工作要点"), [(2018, Of::Year)]);
        assert_eq!(of_text("2018 Work Plan"), [(2018, Of::Year)]);
        assert_eq!(of_text("2018年度考核"), [(2018, Of::Record)]);
        assert_eq!(of_text("2018—2019学年第一学期"), [(2018, Of::School)]);
        assert_eq!(of_text("2018-2019 Academic Year"), [(2018, Of::School)]);
    }

    #[test]
    fn a_document_number_a_class_and_what_has_been_since_are_no_year_of_a_plan() {
        for text in [
            "溧科〔2018〕1号", "科发（2018）12号", "2018年第3号公告", "2018届毕业生", "2018年以来",
            "自2018年5月起施行", "培训2018人", "2018年已建成的小区",
        ] {
            assert_eq!(of_text(text), [(2018, Of::Other)], "{text}");
        }
    }

    #[test]
    fn an_address_may_name_a_year() {
        assert_eq!(
            of_text("http://www.jsly.gov.cn/art/2018/5/12/art_1_20180512.html"),
            [(2018, Of::Address), (2018, Of::Address)]
        );
    }

    #[test]
    fn what_is_longer_than_a_year_is_none() {
        assert_eq!(of_text("电话87202018，编号20181"), []);
        assert_eq!(of_text("3000人"), []);
    }
}
