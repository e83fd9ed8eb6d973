"""A plan with all that a reader of Word documents has to tell apart, little of each."""

from copy import deepcopy

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from word import WHEN, Word


def revised_plan(path):
    word = Word()
    word.title("集中攻坚方案")
    word.contents("一、工作安排\t1", "二、工作要求\t2")
    phases = word.list(("chineseCountingThousand", "第%1阶段"), ("decimal", "%1.%2"), style="Heading ")
    word.head("动员部署", number=phases)
    word.head("召开动员会", level=2, number=phases)
    word.head("全面实施", number=phases)
    word.text(["5月", ("ins", "25日"), ("del", "20日"), "前报", ("strike", "科技科"), ("bold", "督查室"), "。",
               ("note", "含节假日。"), ("comment", "请核对。")])
    joined = word.text([("del", "逾期不报"), "通报"])
    joined._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="90" {WHEN}/></w:rPr>'))
    word.text("批评。")
    steps = word.list(("chineseCounting", "（%1）"))
    word.texts("自查", "整改", number=steps)
    word.text("再查", number=word.again(steps))
    word.box(word.text("联系方式见框。"), "联系人：办公室", "电话：12345")
    table = word.table(("阶段", "任务", "时限"), ("自查", "摸底", ("6月1日", "6月5日")), ("", "排查", ""),
                       ("合计", "", "两项"), merged=(((1, 0), (2, 0)), ((3, 0), (3, 1))))
    inner = word.file.add_table(1, 2, style="Table Grid")
    for cell, text in zip(inner.rows[0].cells, ("甲", "乙")):
        word.fill(cell.paragraphs[0], text)
    place = table.cell(2, 2)
    place._tc.insert(list(place._tc).index(place.paragraphs[0]._p), inner._tbl)
    row = deepcopy(table.rows[3]._tr)
    for run in row.iter(qn("w:r")):
        change = parse_xml(f'<w:del {nsdecls("w")} w:id="91" {WHEN}/>')
        run.addprevious(change)
        change.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")
    table._tbl.append(row)
    word.margins("攻坚办〔2020〕1号", "第1页")
    word.save(path)
