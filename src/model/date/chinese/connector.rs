//! What stands between the two ends of a Chinese range, or between units that make one together.

use super::super::cursor::Cursor;

pub const BEGUN: &[&str] = &["开始", "起"];

/// 至 and its like, after 起 or 开始 where they stand: 从5月1日起至; 3月启动、12月底完成.
pub fn connector(c: &mut Cursor) -> bool {
    if c.eat_any(&["启动", "开工", "动工"]) {
        return c.eat_any(&[",", "、", ";"]) && {
            c.eat_any(&["于", "在", "至", "到", "力争"]);
            true
        };
    }
    let begun = c.eat_any(BEGUN);
    let stop = c.eat(",");
    to(c) || begun && stop
}

/// 至, 到, a dash of any length, an arrow.
pub fn to(c: &mut Cursor) -> bool {
    c.eat_any(&["至", "到", "→", "->", "=>"]) || dashes(c, "-") || dashes(c, "~")
}

fn dashes(c: &mut Cursor, dash: &str) -> bool {
    let is_there = c.eat(dash);
    while c.eat(dash) {}
    is_there
}

/// 5/6月; 2018/2019 is a year of a school or an office.
fn slash(c: &mut Cursor) -> bool {
    c.eat("/") && !c.rest().starts_with("20")
}

/// 4、5月份, 5月和6月.
pub fn and(c: &mut Cursor) -> bool {
    c.eat_any(&["、", "以及", "和", "及", "与"]) || c.passes(slash)
}
