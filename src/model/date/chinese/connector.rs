//! What stands between the two ends of a Chinese range.

use super::super::cursor::Cursor;

pub const CONNECTORS: &[&str] = &["至", "到", "--", "-", "~~", "~"];
pub const BEGUN: &[&str] = &["开始", "起"];

/// 至 and its like, after 起 or 开始 where they stand: 从5月1日起至.
pub fn connector(c: &mut Cursor) -> bool {
    c.eat_any(BEGUN);
    c.eat(",");
    c.eat_any(CONNECTORS)
}
