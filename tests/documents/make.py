#!/usr/bin/env python3
"""Makes the documents of the tests, and that of the real plan: python3 tests/documents/make.py [FOLDER]

It needs python-docx, openpyxl and LibreOffice. Beside each document stands what a reader should find in it, written by
hand. The same words always give the same bytes, but for what LibreOffice writes (.doc, .xls)."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import chinese
import english
import real
import revised
import sheets

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "data"
MADE = {
    "outlets-campaign.docx": chinese.outlets_campaign,
    "duties-table.doc": chinese.duties_table,
    "division-of-duties.docx": chinese.division_of_duties,
    "application-form.docx": chinese.application_form,
    "software-plan.docx": chinese.software_plan,
    "phases-only.doc": chinese.phases_only,
    "training-table.docx": chinese.training_table,
    "school-plan.docx": chinese.school_plan,
    "syllabus.docx": english.syllabus,
    "grant-milestones.docx": english.grant_milestones,
    "branch-opening.doc": english.branch_opening,
    "two-row-head.xlsx": sheets.two_row_head,
    "start-and-days.xls": sheets.start_and_days,
    "festival.xlsx": sheets.festival,
    "formats-of-cells.xls": sheets.formats_of_cells,
    "实施方案.docx": real.plan,
    "real-plan.doc": real.plan,
    "revised-plan.doc": revised.revised_plan,
}
TEXTS = {
    "inspection-days.txt": chinese.INSPECTION_DAYS.encode("gb18030"),
    "pasted-cells.txt": chinese.PASTED_CELLS.encode(),
    "duty-days.csv": chinese.DUTY_DAYS.replace("\n", "\r\n").encode("gb18030"),
    "key-points.md": chinese.KEY_POINTS.encode(),
    "release-plan.md": english.RELEASE_PLAN.encode(),
    "migration.csv": english.MIGRATION.replace("\n", "\r\n").encode(),
    "reading-weeks.txt": english.READING_WEEKS.encode("utf-8-sig"),
}
OLD = {".doc": (".docx", "doc:MS Word 97"), ".xls": (".xlsx", "xls:MS Excel 97")}
# What says when and by which version it was made, a picture of the first page, styles for other programs.
SKIPPED = ("docProps/", "customXml/", "word/stylesWithEffects", "stylesWithEffects")


def main():
    folder, data = (Path(sys.argv[1]),) * 2 if len(sys.argv) > 1 else (HERE, DATA)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text)
    with tempfile.TemporaryDirectory() as scratch:
        for name, write in MADE.items():
            suffix, form = OLD.get(Path(name).suffix, (Path(name).suffix, None))
            new = Path(scratch, Path(name).stem + suffix)
            write(new)
            strip(new)
            if form:
                convert(new, form, folder)
            else:
                ((data if write is real.plan else folder) / name).write_bytes(new.read_bytes())


def strip(path):
    """Packs the parts of a document again, without dates, in a fixed order."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in sorted(package.namelist()) if not name.startswith(SKIPPED)}
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        if name in parts:
            parts[name] = without_skipped(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)


def without_skipped(xml):
    from lxml import etree
    root = etree.fromstring(xml)
    for child in list(root):
        target = (child.get("PartName") or child.get("Target") or "").lstrip("./")
        if target.startswith(SKIPPED):
            root.remove(child)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def convert(path, form, folder):
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
