//! The day on which a plan is issued: 即日, 通知印发之日, 现在.

use super::super::cursor::Cursor;

const DOCUMENTS: &[&str] =
    &["通知", "方案", "文件", "意见", "办法", "公告", "通告", "计划", "规划", "决定", "细则", "文"];

const ISSUED: &[&str] = &["印发", "下发", "发布", "公布", "颁布", "发文", "发出", "施行", "实施", "签发"];

/// 即日, 本通知印发之日.
pub fn issue(c: &mut Cursor) -> bool {
    if c.eat_any(&["即日", "现在", "即刻"]) {
        return true;
    }
    c.eat_any(&["本", "该"]);
    c.eat_any(&["实施", "行动", "工作"]);
    c.eat_any(DOCUMENTS);
    c.eat_any(ISSUED) && c.eat_any(&["之日", "当日"])
}
