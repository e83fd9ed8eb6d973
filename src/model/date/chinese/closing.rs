//! The words behind a Chinese date that leave it as it is.

use super::super::cursor::Cursor;
use super::super::phrase::DatePhrase;

/// What is done by the date, and what else closes a cell without touching the date.
pub const CLOSING: &[&str] = &[
    "全部完成", "全面完成", "基本完成", "组织完成", "整改完成", "完成整改", "整改到位", "落实到位",
    "投入使用", "完成", "报送", "上报", "报告", "报备", "报", "提交", "递交", "上交", "交", "到位", "结束",
    "落实", "开展", "进行", "召开", "举行", "举办", "组织", "实施", "执行", "施行", "印发", "出台", "发布",
    "验收", "建成", "竣工", "开工", "启动", "办结", "销号", "整改", "反馈", "为止", "截止", "止",
];

/// The rest must be understood to its last character.
pub fn close(c: &mut Cursor, phrase: DatePhrase) -> Option<DatePhrase> {
    c.eat_all(CLOSING);
    c.is_done().then_some(phrase)
}
