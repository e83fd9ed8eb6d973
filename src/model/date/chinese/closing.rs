//! The words behind a Chinese date that leave it as it is.

use super::super::cursor::Cursor;
use super::office::office;

/// What is done by the date, how far, and how. A thing of its own (初稿) is not among them: it may
/// be a part of the activity only.
const CLOSING: &[&str] = &[
    "全部", "全面", "基本", "初步", "如期", "按期", "按时", "及时", "彻底", "正式", "集中", "陆续", "务必",
    "必须", "全力", "努力", "保证", "应当", "应", "须", "需", "要", "将", "统一", "一律", "予以", "切实",
    "力争", "确保", "争取", "见到", "取得", "实现", "达到", "初见", "见", "明显", "显著", "阶段性", "实质性",
    "积极", "重大", "决定性", "突破性", "突破", "进展", "成效", "实效", "成果", "效果", "年度", "各项",
    "所有", "相关", "有关", "目标", "任务", "工作", "整改", "长效机制", "形成", "投入使用", "投入运营",
    "投入运行", "投入生产", "投用", "投产", "使用", "运行", "完成", "完毕", "完工", "办理", "办结", "结束",
    "报送", "上报", "报告", "报备", "备案", "报", "提交", "递交", "上交", "交付", "交", "到位", "落实",
    "制定", "编制", "建立", "健全", "完善", "印发", "下发", "出台", "发布", "公布", "公示", "通报", "总结",
    "汇总", "通过", "验收", "合格", "达标", "建成", "竣工", "销号", "清零", "全覆盖", "反馈", "上线", "为止",
    "截止", "止",
];

/// What is begun by the date, or goes on.
const BEGINNING: &[&str] = &[
    "开展", "进行", "启动", "开工", "实施", "执行", "施行", "组织", "推进", "推动", "召开", "举行", "举办",
    "建设", "改造",
];

/// What a word behind the date says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    Done,
    Begun,
}

/// What happens on a day of a school.
const SCHOOL: &[&str] = &[
    "学生报到", "新生报到", "报到", "注册", "上课", "行课", "开学", "放暑假", "放寒假", "放假", "期中考试",
    "期末考试", "考试",
];

/// One of them.
pub fn closing(c: &mut Cursor) -> Option<Closing> {
    if c.eat_any(SCHOOL) {
        return Some(Closing::Done);
    }
    if c.eat_any(BEGINNING) {
        Some(Closing::Begun)
    } else {
        (c.passes(handed_in) || c.eat_any(CLOSING)).then_some(Closing::Done)
    }
}

/// 报送市政府办公室, 反馈至县委组织部, 报送总结材料. A plan (方案) is not among the papers: it comes first.
fn handed_in(c: &mut Cursor) -> bool {
    const HANDING: &[&str] =
        &["报送", "上报", "报", "提交", "递交", "上交", "送交", "送", "反馈", "汇总", "交"];
    const PAPERS: &[&str] =
        &["总结材料", "整改材料", "相关材料", "材料", "工作总结", "自查报告", "整改报告", "台账", "报表"];
    if !c.eat_any(HANDING) {
        return false;
    }
    c.eat_any(&["至", "到", "给"]);
    c.eat_any(PAPERS) || office(c)
}
