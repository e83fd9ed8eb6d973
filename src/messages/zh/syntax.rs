//! What is no TOML, and what to do about it, in Chinese.

use crate::model::diagnostic::Syntax;

pub(super) fn syntax(syntax: &Syntax) -> String {
    match syntax {
        Syntax::FullWidth { typed, .. } => format!("`{typed}`是全角字符"),
        Syntax::Unquoted => "文字要加引号".into(),
        Syntax::Unclosed => "引号或括号没有配对".into(),
        Syntax::QuoteInside => "文字里的英文引号把文字断开了".into(),
        Syntax::BadValue => "既不是日期，也不是数字".into(),
        Syntax::DuplicateKey => "这个键写了两次".into(),
        Syntax::Backslash => "双引号里的反斜杠是转义的开头，这里不成转义".into(),
        Syntax::NoValue => "只有键，没有`=`和值".into(),
        Syntax::TooManyTables { most } => {
            format!("表和列表超过{most}个，不再读下去；每个{{、[和键里的点都算一个")
        }
        Syntax::Other(message) => format!("不符合TOML的写法：{message}"),
    }
}

pub(super) fn syntax_hint(syntax: &Syntax) -> Option<String> {
    Some(match syntax {
        Syntax::FullWidth { meant: ' ', .. } => "换成半角空格".into(),
        Syntax::FullWidth { meant, .. } => format!("关掉输入法，改成半角的`{meant}`"),
        Syntax::Unquoted => "用英文引号括起来，例如 due = \"5月25日前\"".into(),
        Syntax::Unclosed => "在同一行里配对".into(),
        Syntax::QuoteInside => "里面的引号改用中文引号“ ”".into(),
        Syntax::BadValue => "日期写成 2018-06-01，数字前面不加0，文字加引号".into(),
        Syntax::DuplicateKey => "留下一个；新的一项以[[activity]]这一行开头".into(),
        Syntax::Backslash => "用单引号括起来：'…'，或者把反斜杠写两遍".into(),
        Syntax::NoValue => "写成 键 = 值；以#开头的行是注释".into(),
        Syntax::TooManyTables { .. } | Syntax::Other(_) => return None,
    })
}
