"""Word documents: python-docx, and XML where it has no word for something."""

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

WHEN = 'w:author="审阅人" w:date="2020-01-01T00:00:00Z"'
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="3600000" cy="720000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>
<wp:docPr id="1" name="box"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{wps}">
<wps:wsp xmlns:wps="{wps}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="3600000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:283pt;height:57pt"><v:textbox>
<w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""


class Word:
    """A document in the making. A text is a string, or a list of strings and of pairs of a mark (`ins`, `del`,
    `strike`, `bold`, `comment`, `note`) and a string."""

    def __init__(self, fonts=("方正小标宋简体", "仿宋_GB2312")):
        self.file = docx.Document()
        self.heading, self.body = fonts
        normal = self.file.styles["Normal"]
        normal.font.size = Pt(16)
        normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), self.body)
        for level in (1, 2):
            style = self.file.styles[f"Heading {level}"]
            style.font.color.rgb, style.font.size = RGBColor(0, 0, 0), Pt(16)
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")
        self.notes, self.comments, self.lists = [], [], 0

    def title(self, text):
        paragraph = self.file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size = Pt(22)
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), self.heading)

    def text(self, text, style=None, number=None, level=0, right=False):
        paragraph = self.file.add_paragraph(style=style)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return self.fill(paragraph, text, number, level)

    def texts(self, *lines, **how):
        for line in lines:
            self.text(line, **how)

    def head(self, text, level=1, number=None):
        return self.fill(self.file.add_heading(level=level), text, number, level - 1)

    def fill(self, paragraph, text, number=None, level=0):
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = number
        for part in [text] if isinstance(text, str) else text:
            mark, words = ("", part) if isinstance(part, str) else part
            self.run(paragraph, mark, words)
        return paragraph

    def run(self, paragraph, mark, words):
        if mark in ("comment", "note"):
            kept = self.comments if mark == "comment" else self.notes
            kept.append(words)
            name = "comment" if mark == "comment" else "footnote"
            paragraph.add_run()._r.append(element(f"w:{name}Reference", {"w:id": str(len(kept))}))
            return
        run = paragraph.add_run(words)
        run.bold = True if mark == "bold" else None
        run.font.strike = True if mark == "strike" else None
        if mark in ("ins", "del"):
            change = parse_xml(f'<w:{mark} {nsdecls("w")} w:id="{id_of(paragraph)}" {WHEN}/>')
            run._r.addprevious(change)
            change.append(run._r)
            for text in run._r.findall(qn("w:t")) if mark == "del" else []:
                text.tag = qn("w:delText")

    def box(self, paragraph, *lines):
        text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xml = BOX.format(ns=nsdecls("w", "wp", "a"), wps=wps, text=text)
        paragraph._p.append(parse_xml(xml))

    def contents(self, *lines):
        """A table of contents, as a field with its last result."""
        self.file.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        for at, line in enumerate(lines):
            paragraph = self.file.add_paragraph(style="toc 1")
            if at == 0:
                field(paragraph, "begin")
                paragraph.add_run()._r.append(element("w:instrText", {}, ' TOC \\o "1-2" '))
                field(paragraph, "separate")
            paragraph.add_run(line)
            if at == len(lines) - 1:
                field(paragraph, "end")

    def list(self, *levels, style=None):
        """A numbered list, a pair of a format and a text for each level; returns its id."""
        part = self.file.part.numbering_part.element
        self.lists += 1
        abstract, number = 900 + self.lists, 900 + self.lists
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>'
        for level, (form, text) in enumerate(levels):
            linked = f'<w:pStyle w:val="{style}{level + 1}"/>' if style else ""
            xml += (f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
                    f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')
        part.insert(0, parse_xml(xml + "</w:abstractNum>"))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
        for level in range(len(levels) if style else 0):
            properties = self.file.styles[f"Heading {level + 1}"].element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = number
        return number

    def again(self, number):
        """The same list, counted from 1 again; returns its id."""
        self.lists += 1
        xml = (f'<w:num {nsdecls("w")} w:numId="{900 + self.lists}"><w:abstractNumId w:val="{number}"/>'
               '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>')
        self.file.part.numbering_part.element.append(parse_xml(xml))
        return 900 + self.lists

    def table(self, *rows, merged=()):
        """Cells are texts, or lists of texts in a tuple: a paragraph each. `merged` names first and last cells."""
        table = self.file.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                paragraphs = cell if isinstance(cell, tuple) else (cell,)
                for at, text in enumerate(paragraphs):
                    place = table.cell(row, column)
                    self.fill(place.paragraphs[0] if at == 0 else place.add_paragraph(), text)
        for first, last in merged:
            for row in range(first[0], last[0] + 1):
                for column in range(first[1], last[1] + 1):
                    if (row, column) != first:
                        assert not table.cell(row, column).text, "a covered cell holds nothing"
            corner = table.cell(*first).merge(table.cell(*last))
            for extra in [p for p in corner.paragraphs[1:] if not p.text]:
                extra._p.getparent().remove(extra._p)
        self.file.add_paragraph()
        return table

    def inner(self, cell, *rows):
        """A table inside a cell, after its text."""
        table = cell.add_table(len(rows), len(rows[0]))
        table.style = "Table Grid"
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.fill(table.cell(row, column).paragraphs[0], text)

    def margins(self, header=None, footer=None):
        section = self.file.sections[0]
        for place, text in ((section.header, header), (section.footer, footer)):
            if text:
                place.paragraphs[0].add_run(text)

    def save(self, path):
        for style in [one for one in self.file.styles if one.type == WD_STYLE_TYPE.TABLE]:
            if style.name not in ("Normal Table", "Table Grid"):
                style.element.getparent().remove(style.element)
        self.attach("footnotes", "footnote", self.notes)
        self.attach("comments", "comment", self.comments)
        self.file.save(path)

    def attach(self, part, name, texts):
        if not texts:
            return
        body = "".join(f'<w:{name} w:id="{at}" {WHEN if name == "comment" else ""}><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
                       f"</w:{name}>" for at, text in enumerate(texts, 1))
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{part} {nsdecls("w")}>{body}</w:{part}>'
        package = self.file.part.package
        made = Part(PackURI(f"/word/{part}.xml"), NOTES.format(part), xml.encode(), package)
        self.file.part.relate_to(made, getattr(RELATIONSHIP_TYPE, part.upper()))


def element(name, attributes, text=None):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    if text:
        made.set(qn("xml:space"), "preserve")
        made.text = text
    return made


def field(paragraph, kind):
    paragraph.add_run()._r.append(element("w:fldChar", {"w:fldCharType": kind}))


def id_of(paragraph):
    return len(paragraph._p.getroottree().findall(f".//{qn('w:ins')}")) * 2 + len(
        paragraph._p.getroottree().findall(f".//{qn('w:del')}")) * 3 + 100
