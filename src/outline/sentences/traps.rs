//! Dates in a text that are no deadline of the plan: what is past, what others do, what a document is called.

/// What is not this plan's: whoever does it stands above.
const ABOVE: &[&str] = &[
    "省委", "市委", "县委", "区委", "中央", "国务院", "国家", "全国", "省政府", "市政府", "县政府", "区政府",
    "上级", "总书记", "主席", "总理", "书记",
];

const PAST: &[&str] = &[
    "以来", "曾", "已经", "被评为", "荣获", "主持召开", "同比", "共发生", "讲话", "指示", "重要论述", "施行",
    "生效", "成立于", "始建于", "毕业于", "为准", "研究通过", "审议通过", "会议通过", "表决通过",
];

const PAST_IN_ENGLISH: &[&str] = &[
    " was ", " were ", " had ", " has been ", " have been ", " since ", " ended ", " started ", " began ",
    " took place", " held ", " published ", " released ", " signed ", " adopted ", " founded ", " last ",
    " dated ", " edited ", " modified ", " posted ", " committed ", " effective ", " takes effect",
    "updated", "copyright", "©", "version of",
];

/// Lines of a letter rather than of a plan.
const CONTACT: &[&str] = &[
    "联系人", "联系电话", "电话", "邮箱", "传真", "联系方式", "印发", "抄送", "http", "@", "tel.", "phone",
    "email", "e-mail", "contact",
];

/// Whether the date from `start` to `end` of a clause is none that the plan has to meet.
pub fn is_trap(sentence: &str, clause: &str, start: usize, end: usize) -> bool {
    let (before, behind) = (&clause[..start], &clause[end..]);
    let before_in_sentence = sentence.find(clause).map_or(before, |at| &sentence[..at + start]);
    is_past(clause)
        || is_contact(sentence)
        || is_in_title(before_in_sentence)
        || is_of_others(before, behind)
        || is_of_form(before_in_sentence)
        || is_named_after(behind)
        || is_state(clause, start, sentence)
}

/// Whether a sentence tells what has been.
pub fn is_past(sentence: &str) -> bool {
    let english = format!(" {} ", sentence.to_ascii_lowercase());
    PAST.iter().any(|word| sentence.contains(word))
        || is_perfect(sentence)
        || PAST_IN_ENGLISH.iter().any(|word| english.contains(word))
}

/// 通报了形势, and not 为了 or 了解.
fn is_perfect(sentence: &str) -> bool {
    sentence.match_indices('了').any(|(at, le)| {
        let (before, behind) = (&sentence[..at], &sentence[at + le.len()..]);
        !before.is_empty()
            && !before.ends_with(['为', '除', '明', '到'])
            && !behind.starts_with(['解', '然', '结'])
    })
}

/// 发行号, 资金投入60万元, 第3页, `Posted by`, a letter: nothing that can be done.
pub fn is_no_name(title: &str) -> bool {
    const OF_TEXT: &[&str] =
        &["版本", "版本v", "第页", "第页共页", "version", "versionv", "rev", "revision", "page", "pageof"];
    const WRITTEN: &[&str] = &["posted", "updated", "edited", "published", "created", "printed", "modified"];
    let lower = title.trim().to_lowercase();
    let letters: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let (first, rest) = lower.split_once(' ').unwrap_or((&lower, ""));
    let is_written = WRITTEN.contains(&first)
        && rest.split(' ').next().is_some_and(|by| ["", "by", "on", "at"].contains(&by));
    letters.chars().count() < 2
        || lower.ends_with(['号', '元'])
        || OF_TEXT.contains(&letters.as_str())
        || is_written
        || ["联系人", "联系电话", "咨询电话", "电话：", "有效期"].iter().any(|word| lower.starts_with(word))
}

/// v4.3, 2.0.1.
pub fn is_version(name: &str) -> bool {
    let numbers = name.strip_prefix('v').unwrap_or(name);
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit());
    numbers.contains('.') && numbers.split('.').all(is_number)
}

fn is_contact(sentence: &str) -> bool {
    let sentence = sentence.to_ascii_lowercase();
    CONTACT.iter().any(|word| sentence.contains(word)) && !sentence.contains('报')
}

/// 《…（2019年）》, 《…》（2019年6月）
fn is_in_title(before: &str) -> bool {
    let opened = before.matches('《').count() > before.matches('》').count();
    let behind_title = before.ends_with("》（") || before.ends_with("》(") || before.ends_with('〔');
    opened || behind_title
}

/// 市委8月份召开全会: a meeting of others. What is done for it (为市委8月份召开全会献计献策) is the plan's own.
fn is_of_others(before: &str, behind: &str) -> bool {
    let name = before.trim_end();
    let of_others = ABOVE.iter().any(|above| name.ends_with(above));
    let is_event = ["召开", "举行", "举办", "出台", "印发", "发布", "下发", "作出"]
        .iter()
        .any(|verb| behind.starts_with(verb));
    of_others && is_event && !before.contains('为')
}

/// 填表日期 2016年9月: when a form was filled in.
fn is_of_form(before: &str) -> bool {
    const KINDS: &[&str] = &["填表", "填报", "制表", "编制", "编写", "打印", "签发", "发布", "版本"];
    let label = before.trim_end_matches(|c: char| c.is_whitespace() || c == '：' || c == ':');
    let label = label.strip_suffix("日期").or_else(|| label.strip_suffix("时间"));
    label.is_some_and(|label| KINDS.iter().any(|kind| label.ends_with(kind)))
}

/// 2021年10月15日核定的名单, 2018年5月修订: what it is called by.
fn is_named_after(behind: &str) -> bool {
    const ONCE: &[&str] = &["修订", "修正", "颁布", "出生", "毕业"];
    const DONE: &[&str] = &["核定", "印发", "发布", "公布", "公示", "下达", "批复", "批准", "制定", "通过"];
    ONCE.iter().any(|verb| behind.starts_with(verb))
        || DONE.iter().any(|verb| behind.strip_prefix(verb).is_some_and(|behind| behind.starts_with('的')))
}

/// 截至2018年底，全市共有…: how things stand.
pub fn is_state(clause: &str, start: usize, sentence: &str) -> bool {
    let is_until = clause[start..].starts_with("截至") || clause[..start].ends_with("截至");
    is_until && ["共", "已", "达", "有", "在账", "在册", "在职"].iter().any(|word| sentence.contains(word))
}
