//! Words without a single deadline: 长期坚持, 按时序推进, 每月25日前.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::phrase::DatePhrase;
use super::closing::closing;
use super::festival::fixed_day;
use super::gloss::stretch;
use super::prefix::prefix;
use super::rhythm::rhythm;
use super::year::year;

/// Each of these alone says that there is no deadline.
const OPEN_ENDED: &[&str] = &[
    "长期", "持续", "常态化", "常态", "经常性", "经常", "不断", "不间断", "及时", "适时", "随时", "常年",
    "当前", "实时", "即时", "第一时间", "立即", "立刻", "马上", "尽快", "尽早", "按期", "按时", "如期",
    "近期", "日常", "平时", "不定期", "定期", "另行通知", "另行确定", "另行安排", "另定", "另行", "待定",
    "待通知", "待确定", "未定", "视情况", "视情", "按需", "根据需要", "根据工作需要", "永久", "始终",
    "一以贯之", "久久为功", "驰而不息", "持之以恒", "常规", "常抓不懈", "长抓不懈", "长效机制", "全过程",
    "今后", "后续", "无期限", "不限",
];

/// What they go with.
const COMPANY: &[&str] = &[
    "坚持", "推进", "推动", "开展", "进行", "落实", "实施", "完成", "整改", "抓好", "做好", "做到", "抓",
    "执行", "保持", "巩固", "深化", "加强", "强化", "提升", "提高", "建立", "健全", "完善", "形成", "转入",
    "纳入", "管理", "监管", "跟踪", "检查", "督促", "改进", "优化", "组织", "安排", "更新", "报送", "上报",
    "调整", "工作", "任务", "长效", "机制", "制度", "有序", "稳步", "逐步", "扎实", "全面", "深入", "贯穿",
    "具体", "日期", "时间", "期限", "下去", "性", "有效", "用力", "到位", "就办", "一段", "一个", "时期",
    "时限", "通知", "确定", "并", "地", "、", ",",
];

/// 按照…要求, 以…为准: something else says when.
const TOLD_BY: &[&str] = &["按照", "按", "根据", "依据", "结合", "视", "以", "待", "随"];

const TELLING: &[&str] = &[
    "为准", "而定", "部署", "安排", "要求", "规定", "通知", "文件", "精神", "指示", "计划", "规划", "方案",
    "时序", "进度", "进展", "节点", "步骤", "程序", "实际", "情况", "需要", "形势",
];

/// Of a date, or of something that is not so.
const NOT_TOLD: &[char] =
    &['年', '月', '日', '号', '旬', '季', '周', '前', '底', '末', '初', '每', '不', ',', '(', ')'];

/// How often.
const CADENCES: &[&str] = &[
    "半年", "半个月", "半月", "季度", "星期", "双月", "单月", "双周", "单周", "两周", "学期", "学年",
    "工作日", "月", "季", "年", "周", "旬", "日", "天",
];

/// When within the period, and how often.
const WITHIN_PERIOD: &[&str] = &[
    "不少于", "不低于", "不超过", "至少", "季度", "星期", "工作日", "首月", "次月", "末月", "当月", "次年",
    "当年", "上旬", "中旬", "下旬", "上半月", "下半月", "之前", "以前", "年底", "年末", "年初", "个月",
    "月底", "月末", "月初", "月中", "下班", "上班", "期末", "期初", "第", "最后", "一个月", "一个", "点",
    "时", ":", "周", "日", "号", "天", "底", "末", "初", "中", "前", "内", "下午", "上午", "早上", "个",
    "各", "次", "两", "和", "及", "、", ",", "至", "到", "-", "~", "的", "调度", "推进", "推动", "会议",
    "例会", "巡查", "检查", "督查", "汇报", "更新", "分析", "研究",
];

/// The whole text: nothing but such words, or a mark for none.
pub fn open_ended(c: &mut Cursor) -> Option<DatePhrase> {
    if !c.is_done() && c.rest().chars().all(|mark| "-/~".contains(mark)) || matches!(c.rest(), "无" | "暂无")
    {
        return Some(DatePhrase::OpenEnded);
    }
    prefix(c);
    // 年内持续推进 and 全年持续推进 name a year, not a deadline in it.
    c.eat_any(&["年内", "全年"]);
    let mut open_ended = false;
    while !c.is_done() {
        if c.passes(told) || c.eat_any(OPEN_ENDED) || c.passes(at_once) {
            open_ended = true;
        } else if !c.eat_any(COMPANY) {
            return None;
        }
    }
    open_ended.then_some(DatePhrase::OpenEnded)
}

/// 即知即改, 边学边改, 常抓常新
fn at_once(c: &mut Cursor) -> bool {
    let mut word = c.rest().chars();
    let [first, _, third, Some(_)] = [(); 4].map(|()| word.next()) else { return false };
    let repeats = first == third && first.is_some_and(|first| "即立边随常长".contains(first));
    let behind = word.as_str().len();
    repeats && c.eat(&c.rest()[..c.rest().len() - behind])
}

/// 按时序进度, 以省厅通知为准, 视工作进展情况
fn told(c: &mut Cursor) -> bool {
    if !c.eat_any(TOLD_BY) {
        return false;
    }
    let ends = c.rest().char_indices().take(14).map(|(at, next)| at + next.len_utf8());
    let by = |end: &usize| TELLING.iter().any(|telling| c.rest()[..*end].ends_with(telling));
    let Some(by) = ends.filter(by).map(|end| &c.rest()[..end]).last() else { return false };
    let dated = by.replace("年度", "").contains(NOT_TOLD) || by.chars().any(|c| c.is_ascii_digit());
    !dated && c.eat(by)
}

/// 立行立改，6月底前: what is done at once, before the deadline of its last part.
pub fn leads_in(c: &mut Cursor) -> bool {
    let Some((head, _)) = c.rest().split_once([',', ';']) else { return false };
    let is_settled = !["待", "另", "未定", "为准"].iter().any(|word| head.contains(word));
    is_settled && open_ended(&mut Cursor::new(head)).is_some() && c.eat(head) && c.eat_any(&[",", ";"]) && {
        c.eat_any(&["并", "且"]);
        true
    }
}

/// ，并持续推进: what goes on behind a deadline does not change it. A rhythm needs a word that it comes after:
/// 6月底前每月报送 ends with the month.
pub fn goes_on(c: &mut Cursor) -> bool {
    const THEN: &[&str] =
        &["并且", "并", "且", "此后", "之后", "以后", "其后", "今后", "随后", "然后", "同时", "后"];
    let stop = c.eat_any(&[",", ";", "、"]);
    let then = c.eat_any(THEN);
    c.eat(",");
    (stop || then) && (c.attempt(open_ended).is_some() || then && c.attempt(recurring).is_some())
}

/// The whole text: a cadence, and what it needs.
pub fn recurring(c: &mut Cursor) -> Option<DatePhrase> {
    let begins = prefix(c).from | c.attempt(year).is_some();
    let mut words = *c;
    c.attempt(once_in).or_else(|| c.attempt(every))?;
    // What begins on a day of its own does not take all of the plan.
    c.is_done().then(|| DatePhrase::Recurring(rhythm(&mut words).filter(|_| !begins)))
}

/// 每月25日前, 逐月, 各季度末
fn every(c: &mut Cursor) -> Option<()> {
    let repeated = c.eat_any(&["每隔", "每逢", "每", "隔", "逢", "各"]);
    if !repeated && !c.eat_any(&["逐", "按", "分"]) {
        return None;
    }
    if repeated {
        c.attempt(several_at_a_time);
        c.eat("个");
    }
    let yearly = ["年", "半年", "学"].iter().any(|unit| c.rest().starts_with(unit));
    if !c.eat_any(CADENCES) {
        return None;
    }
    c.eat("度");
    within_period(c, yearly)
}

/// 一季度一次, 一月一调度: without the second number 一季度 is the first of the year.
fn once_in(c: &mut Cursor) -> Option<()> {
    small(c)?;
    c.eat("个");
    if !c.eat_any(CADENCES) {
        return None;
    }
    let times = small(c).is_some() || c.eat("两");
    if !times || !c.eat_any(&["次", "报", "调度", "通报", "汇报", "检查", "督查", "例会", "更新"])
    {
        return None;
    }
    within_period(c, false)
}

/// A month of its own (6月底前) belongs to a rhythm of years; beside another it is a deadline.
fn within_period(c: &mut Cursor, yearly: bool) -> Option<()> {
    while !c.is_done() {
        if c.passes(|c| small(c).is_some() && c.eat("月")) {
            if !yearly {
                return None;
            }
            c.eat("份");
        } else if yearly && (c.attempt(fixed_day).is_some() || stretch(c).is_some()) {
            // 每年国庆节前, 每年春季
        } else if !(c.eat_any(WITHIN_PERIOD) || closing(c).is_some() || small(c).is_some()) {
            return None;
        }
    }
    Some(())
}

/// 每3个月, 每两天; in 每5月 the number is not a number of months.
fn several_at_a_time(c: &mut Cursor) -> Option<()> {
    if !c.eat("两") {
        small(c)?;
    }
    let counted = ["个", "周", "星期", "天", "日", "年"];
    counted.iter().any(|unit| c.rest().starts_with(unit)).then_some(())
}
