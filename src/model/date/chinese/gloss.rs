//! What names or counts a stretch of time without saying when it is (第6周, 3个工作日, 暑假期间), and the
//! words in brackets that only repeat a date or say where its hour is from.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::clock::{clock, weekday};
use super::connector::{and, to};
use super::festival::fixed_day;
use super::year::year;
use super::zones::zone;

/// A stretch that the words do not place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    Counted,
    Holiday,
    /// 第一阶段, 动员部署阶段: a name, which says nothing about its days.
    Stage,
    /// 第一批: a part of what is to be done.
    Batch,
}

const UNITS: &[&str] =
    &["教学周", "工作周", "周", "星期", "工作日", "自然日", "天", "日", "学期", "学年", "小时", "课时"];

const LASTING: &[&str] = &["共计", "总计", "共", "计", "为期", "历时", "时长"];

/// As plans of several years call their parts.
const SPANS: &[&str] =
    &["近中期", "中长期", "中远期", "近期", "中期", "远期", "短期", "长期", "前期", "后期"];

const HOLIDAYS: &[&str] = &[
    "春节", "端午", "中秋", "清明", "除夕", "元宵", "重阳", "寒假", "暑假", "暑期", "主汛期", "汛期",
    "节假日", "开学", "春季", "秋季", "学期", "学年",
];

/// What makes several days of a festival with a fixed date.
const DAYS_OFF: &[&str] = &["小长假", "长假", "假期", "假日", "放假", "黄金周", "期间"];

/// What would make the name of a stage say something about its date.
const NO_NAME: &[char] = &[
    '(', ')', ',', ';', ':', '、', '年', '月', '日', '号', '前', '后', '至', '到', '除', '不', '非', '每',
    '约', '拟', '或', '暂',
];

/// What a stretch of days is for.
const WORK: &[&str] = &[
    "动员", "部署", "宣传", "发动", "启动", "准备", "筹备", "组织", "学习", "教育", "培训", "调研", "摸底",
    "摸排", "排查", "自查", "自纠", "自评", "对照", "检查", "督查", "督导", "集中", "专项", "整治", "整改",
    "治理", "攻坚", "推进", "实施", "建设", "落实", "提升", "提高", "巩固", "深化", "总结", "评估", "考核",
    "考评", "验收", "评审", "评比", "公示", "报名", "表彰", "查摆", "问题", "全面", "成果", "演练", "复查",
];

/// 第6周, 3个工作日, 暑假期间, 动员部署阶段.
pub fn stretch(c: &mut Cursor) -> Option<Stretch> {
    let holiday = c.passes(|c| {
        c.attempt(year);
        c.eat_any(&["本", "当年"]);
        let movable = c.eat_any(HOLIDAYS);
        c.eat_all(HOLIDAYS);
        c.eat("节");
        let fixed = !movable && c.attempt(fixed_day).is_some();
        let days_off = c.eat_any(DAYS_OFF);
        movable || fixed && days_off
    });
    if holiday {
        return Some(Stretch::Holiday);
    }
    if c.passes(batch) {
        return Some(Stretch::Batch);
    }
    if c.passes(stage) {
        return Some(Stretch::Stage);
    }
    (c.passes(counted) || c.eat_any(SPANS) || c.passes(years)).then_some(Stretch::Counted)
}

/// 第一批, 第二轮
fn batch(c: &mut Cursor) -> bool {
    c.eat("第") && small(c).is_some() && c.eat_any(&["批次", "批", "轮", "期", "步"])
}

/// 三年, 两年; in digits it could be a year of the calendar.
fn years(c: &mut Cursor) -> bool {
    !c.is_at_digit() && (c.eat("两") || small(c).is_some()) && c.eat_any(&["年", "个月"])
}

/// 第6周, 第1-2周, 共6天, 第一学期第6周.
fn counted(c: &mut Cursor) -> bool {
    let mut found = false;
    while c.passes(|c| {
        c.eat_any(LASTING);
        c.eat("第");
        let counted = small(c).is_some();
        if c.passes(|c| to(c) || and(c)) {
            c.eat("第");
            small(c);
        }
        c.eat("个");
        counted && c.eat_any(UNITS)
    }) {
        found = true;
    }
    found
}

/// (动员部署): what a stretch of days is for.
pub fn work(c: &mut Cursor) -> bool {
    let named = c.eat("(") && c.eat_any(WORK);
    c.eat_all(WORK);
    named && c.eat(")")
}

/// ，为期10天, (3天): how long a stretch of days is; behind a single day it would say when it ends.
pub fn lasting(c: &mut Cursor) -> bool {
    let bracket = c.eat("(");
    if !bracket {
        c.eat(",");
    }
    let is_length = if bracket { c.passes(length) } else { c.eat_any(LASTING) && c.passes(length) };
    is_length && bracket == c.eat(")")
}

fn length(c: &mut Cursor) -> bool {
    c.eat_any(LASTING);
    let number = small(c).is_some();
    c.eat("个");
    number && c.eat_any(UNITS)
}

/// 动员部署阶段: whatever its name is, it is no date.
fn stage(c: &mut Cursor) -> bool {
    let Some((name, _)) = c.rest().split_once("阶段") else { return false };
    is_name(name) && c.eat(name) && c.eat("阶段")
}

fn is_name(name: &str) -> bool {
    (1..=12).contains(&name.chars().count()) && !name.contains(NO_NAME) && !name.chars().any(|c| c.is_ascii())
}

/// (第6周), (共6天), (周五), (农历五月初五), (北京时间): brackets that leave the date as it is.
pub fn gloss(c: &mut Cursor) -> bool {
    c.eat("(") && !length(&mut { *c }) && (c.passes(lunar) || c.passes(repeated)) && c.eat(")")
}

fn repeated(c: &mut Cursor) -> bool {
    let mut found = false;
    while c.attempt(|c| stretch(c).filter(|stretch| *stretch != Stretch::Batch)).is_some()
        || c.attempt(weekday).is_some()
        || c.attempt(clock).is_some()
        || c.attempt(zone).is_some()
    {
        found = true;
        if !c.eat_any(&[",", "、"]) {
            c.passes(to);
        }
        c.eat("前");
    }
    found
}

/// 农历五月初五, 农历己亥年正月初一, 端午节; 农历 alone says that the date itself is meant so.
fn lunar(c: &mut Cursor) -> bool {
    if !c.eat_any(&["农历", "阴历"]) {
        return false;
    }
    let Some((day, _)) = c.rest().split_once(')') else { return false };
    let names_day = day.contains(['正', '冬', '腊', '月', '初', '廿', '十', '夕', '节']);
    names_day && !day.contains(['(', '前', '后', '至', '不', '除', '非']) && c.eat(day)
}
