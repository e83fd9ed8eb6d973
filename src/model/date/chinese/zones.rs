//! The zone of an hour: 北京时间, (纽约时间), 美国东部时间, UTC+8, 东八区.

use super::super::cursor::Cursor;
use super::super::numerals::small;
use super::super::zone::{Zone, offset};

/// The offsets of each, in minutes; see [`Zone`].
const ZONES: &[([i32; 2], &[&str])] = &[
    ([480, 480], &["北京", "中国", "香港", "台北", "新加坡"]),
    ([0, 60], &["伦敦", "英国"]),
    ([0, 0], &["世界协调", "协调世界", "格林尼治", "格林威治", "世界"]),
    ([60, 120], &["欧洲中部", "中欧", "巴黎", "柏林", "日内瓦", "布鲁塞尔", "法国", "德国"]),
    ([180, 180], &["莫斯科"]),
    ([540, 540], &["东京", "日本", "首尔", "韩国"]),
    ([600, 660], &["悉尼"]),
    ([-300, -240], &["美国东部", "美东", "纽约", "华盛顿"]),
    ([-360, -300], &["美国中部", "芝加哥"]),
    ([-480, -420], &["美国西部", "美西", "太平洋", "洛杉矶", "旧金山"]),
];

/// A zone, in brackets or not.
pub fn zone(c: &mut Cursor) -> Option<Zone> {
    let bracket = c.eat("(");
    let zone = c.attempt(named).or_else(|| c.attempt(numbered))?;
    (bracket == c.eat(")")).then_some(zone)
}

/// 纽约时间
fn named(c: &mut Cursor) -> Option<Zone> {
    let offsets = c.take(ZONES)?;
    c.eat_any(&["标准", "夏令"]);
    (c.eat("时间") || c.eat("时")).then_some(Zone(offsets))
}

/// 东八区, UTC+8
fn numbered(c: &mut Cursor) -> Option<Zone> {
    let east = c.eat("东");
    if !east && !c.eat("西") {
        return c.attempt(offset).map(|offset| Zone([offset, offset]));
    }
    let hours = i32::try_from(small(c).filter(|hours| *hours <= 12)?).ok()?;
    c.eat("区").then(|| c.eat("时间"))?;
    let offset = if east { 60 * hours } else { -60 * hours };
    Some(Zone([offset, offset]))
}
