//! Days with a name and a fixed date: 国庆节, 教师节, 世界环境日.

use super::super::cursor::Cursor;

/// Under all of their names, longer ones first where one begins like another.
const FESTIVALS: &[((u32, u32), &[&str])] = &[
    ((1, 1), &["元旦"]),
    ((1, 10), &["人民警察节", "警察节", "中国人民警察节"]),
    ((2, 14), &["情人节"]),
    ((3, 5), &["学雷锋纪念日", "学雷锋日", "雷锋日"]),
    ((3, 8), &["三八", "国际劳动妇女节", "妇女节", "国际妇女节"]),
    ((3, 12), &["植树节"]),
    ((3, 15), &["国际消费者权益日", "消费者权益日", "三一五"]),
    ((3, 22), &["世界水日"]),
    ((4, 15), &["全民国家安全教育日", "国家安全教育日"]),
    ((4, 22), &["世界地球日", "地球日"]),
    ((4, 23), &["世界读书日", "读书日"]),
    ((5, 1), &["五一", "国际劳动节", "劳动节"]),
    ((5, 12), &["国际护士节", "护士节", "全国防灾减灾日", "防灾减灾日"]),
    ((6, 1), &["国际儿童节", "六一", "儿童节"]),
    ((5, 4), &["五四", "青年节"]),
    ((6, 5), &["世界环境日", "六五环境日", "环境日"]),
    ((6, 26), &["国际禁毒日", "禁毒日"]),
    ((7, 1), &["七一", "建党节", "党的生日"]),
    ((8, 1), &["八一", "建军节"]),
    ((8, 19), &["中国医师节", "医师节"]),
    ((9, 10), &["教师节"]),
    ((9, 30), &["烈士纪念日"]),
    ((10, 1), &["十一", "国庆"]),
    ((11, 8), &["中国记者节", "记者节"]),
    ((11, 9), &["全国消防日", "消防宣传日", "消防日"]),
    ((11, 11), &["双十一", "双11"]),
    ((12, 4), &["国家宪法日", "宪法日"]),
    ((12, 12), &["双十二", "双12"]),
    ((12, 13), &["国家公祭日", "公祭日"]),
    ((12, 25), &["圣诞节"]),
];

/// Month and day of the name that stands here.
pub fn fixed_day(c: &mut Cursor) -> Option<(u32, u32)> {
    // Most dates begin with a digit, and no name does.
    if c.rest().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let day = c.take(FESTIVALS)?;
    // 五一劳动节: the same day named twice.
    c.attempt(|c| (c.take(FESTIVALS)? == day).then_some(()));
    let named = c.eat("节");
    let counted = ["月", "日", "号", "届", "年", "五", "周", "个"];
    let is_number = !named && counted.iter().any(|next| c.rest().starts_with(next));
    (!is_number).then_some(day)
}
