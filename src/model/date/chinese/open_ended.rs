//! Words without a single deadline: 长期坚持, 每月25日前.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::phrase::DatePhrase;
use super::closing::CLOSING;
use super::prefix::prefix;

/// Each of these alone says that there is no deadline.
const OPEN_ENDED: &[&str] = &[
    "长期", "持续", "常态化", "常态", "经常性", "经常", "不断", "及时", "适时", "随时", "实时", "立行立改",
    "即知即改", "边学边改", "立即", "立刻", "马上", "尽快", "尽早", "近期", "日常", "平时", "不定期", "定期",
    "另行通知", "另行确定", "另定", "另行安排", "待定", "待通知", "待确定", "视情况", "视情", "按需",
    "根据需要", "根据工作需要", "永久", "始终", "一以贯之", "久久为功", "无期限", "不限",
];

/// What they go with.
const COMPANY: &[&str] = &[
    "坚持", "推进", "推动", "开展", "进行", "落实", "实施", "完成", "整改", "抓好", "做好", "执行", "保持",
    "巩固", "深化", "加强", "组织", "安排", "更新", "报送", "上报", "调整", "工作", "任务", "长效", "并",
    "地", "、", ",",
];

/// How often.
const CADENCES: &[&str] = &[
    "半年", "半月", "季度", "星期", "双月", "单月", "双周", "两周", "学期", "月", "季", "年", "周", "旬",
    "日", "天",
];

/// When within the period, and how often.
const WITHIN_PERIOD: &[&str] = &[
    "季度", "星期", "工作日", "至少", "首月", "次月", "上旬", "中旬", "下旬", "上半月", "下半月", "之前",
    "以前", "年底", "年末", "年初", "第", "最后", "一个", "点", "时", ":", "月", "周", "日", "号", "天",
    "底", "末", "初", "中", "前", "内", "下午", "上午", "个", "各", "次", "和", "及", "、", ",", "至", "-",
    "~", "的",
];

/// The whole text: nothing but such words.
pub fn open_ended(c: &mut Cursor) -> Option<DatePhrase> {
    // 年内持续推进 and 全年持续推进 name a year, not a deadline in it.
    c.eat_any(&["年内", "全年"]);
    let mut open_ended = false;
    while !c.is_done() {
        if c.eat_any(OPEN_ENDED) {
            open_ended = true;
        } else if !c.eat_any(COMPANY) {
            return None;
        }
    }
    open_ended.then_some(DatePhrase::OpenEnded)
}

/// The whole text: a cadence, and what it needs.
pub fn recurring(c: &mut Cursor) -> Option<DatePhrase> {
    prefix(c);
    let repeated = c.eat_any(&["每隔", "每", "隔"]);
    if !repeated && !c.eat_any(&["逐", "按"]) {
        return None;
    }
    if repeated {
        c.attempt(several_at_a_time);
        c.eat("个");
    }
    if !c.eat_any(CADENCES) {
        return None;
    }
    c.eat("度");
    while c.eat_any(WITHIN_PERIOD) || c.attempt(small).is_some() {}
    c.eat_all(CLOSING);
    while c.eat_any(WITHIN_PERIOD) || c.attempt(small).is_some() {}
    c.is_done().then_some(DatePhrase::Recurring)
}

/// 每3个月, 每两天; in 每5月 the number is not a number of months.
fn several_at_a_time(c: &mut Cursor) -> Option<()> {
    small(c)?;
    let counted = ["个", "周", "星期", "天", "日", "年"];
    counted.iter().any(|unit| c.rest().starts_with(unit)).then_some(())
}
