"""What `plan export` and `plan report --format docx` write, opened by the programs that people have.

Run by `.ci/formats`, which installs the programs; the path of `plan` is taken from PLAN.
"""

import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import docx
import duckdb
import icalendar
import jsonschema
import openpyxl
import pdfplumber
from markdown_it import MarkdownIt

PLAN = os.path.abspath(os.environ["PLAN"])
ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = ROOT / "data/plan.toml"
BULLETIN = ROOT / "tests/bulletin"
HOSTILE = "-<script>alert(1)</script> | ; : # & \" ' ` * _ [x](y) %% , \\ 🎉\nsecond\u001b\u202eend" + "长" * 10000
SHOWN = HOSTILE.replace("\u001b", "␛").replace("\u202e", "<U+202E>")


def plan(*arguments, file=REAL, today="2018-06-11"):
    """What `plan` writes to standard output."""
    command = [PLAN, "-f", str(file), "--today", today, *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout


class Formats(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.hostile = self.folder / "hostile.toml"
        title = json.dumps(HOSTILE, ensure_ascii=False)
        self.hostile.write_text(
            f"[plan]\ntitle = \"t\"\nyear = 2018\n[[activity]]\nid = \"A1\"\ntitle = {title}\ndue = 2018-06-20\n", "utf-8"
        )

    def office(self, name, content, to, *more):
        """What LibreOffice makes of a file."""
        (self.folder / name).write_bytes(content)
        command = ["soffice", f"-env:UserInstallation=file://{self.folder}/office", "--headless", *more, "--convert-to", to, name]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder)
        return self.folder / pathlib.Path(name).with_suffix("." + to.split(":")[0])

    def test_openpyxl_reads_the_types_of_the_ledger_back(self):
        book = openpyxl.load_workbook(io.BytesIO(plan("export", "xlsx")))
        self.assertEqual(book.sheetnames, ["台账", "阶段", "统计"])
        sheet = book["台账"]
        self.assertEqual(sheet.freeze_panes, "D4")
        self.assertEqual(sheet.auto_filter.ref, "A3:T38")
        self.assertEqual(sheet.print_title_rows, "$3:$3")
        self.assertEqual(sheet.print_area, "'台账'!$A$1:$P$43")
        self.assertEqual((sheet.page_setup.orientation, sheet.page_setup.paperSize), ("landscape", 9))
        self.assertEqual(list(sheet.merged_cells.ranges), [])
        rows = {row[19].value: row for row in sheet.iter_rows(min_row=4, max_row=38)}
        self.assertEqual(rows["A2"][8].value, datetime.datetime(2018, 6, 10))
        self.assertTrue(rows["A2"][8].is_date)
        self.assertEqual(rows["A2"][9].value, "6月10前")
        self.assertEqual(rows["A2"][15].value, 1)
        self.assertEqual(rows["A2"][14].fill.fgColor.rgb, "FFF8CBAD")
        hostile = openpyxl.load_workbook(io.BytesIO(plan("export", "xlsx", file=self.hostile))).worksheets[0]
        self.assertEqual((hostile["C4"].value, hostile["C4"].data_type), (SHOWN, "s"))

    def test_libreoffice_reads_the_ledger_and_prints_it_one_page_wide(self):
        table = self.office("ledger.xlsx", plan("export", "xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76")
        rows = list(csv.reader(table.read_text("utf-8").splitlines()))
        self.assertEqual(rows[2][:3], ["序号", "任务类别", "工作任务"])
        self.assertEqual(rows[29][8:10], ["2018-05-25", "5月25日前"])
        self.assertEqual(rows[29][2], "召开局党组理论中心组学习会")
        printed = self.office("ledger.xlsx", plan("export", "xlsx"), "pdf")
        with pdfplumber.open(printed) as pdf:
            first = pdf.pages[0]
            self.assertGreater(first.width, first.height)
            text = first.extract_text()
            self.assertIn("超期天数", text)
            self.assertNotIn("佐证材料", text)
            self.assertIn("序号", pdf.pages[1].extract_text())

    def test_csv_is_read_by_python_libreoffice_and_duckdb(self):
        content = plan("export", "csv", file=self.hostile)
        row = next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        self.assertEqual(row["Activity"], "'" + SHOWN)
        self.assertEqual(row["Due"], "2018-06-20")
        file = self.folder / "ledger.csv"
        file.write_bytes(plan("export", "csv"))
        days = duckdb.sql(f"SELECT 编号, 完成时限, 完成情况 FROM read_csv('{file}') WHERE 编号 = 'A2'").fetchall()
        self.assertEqual(days, [("A2", datetime.date(2018, 6, 10), "逾期1天")])
        again = self.office("ledger.csv", plan("export", "csv"), "xlsx", "--infilter=CSV:44,34,76")
        sheet = openpyxl.load_workbook(again).active
        self.assertEqual(sheet["C28"].value, "召开局党组理论中心组学习会")

    def test_json_keeps_to_its_schema_and_duckdb_reads_its_lines(self):
        schema = json.loads(plan("export", "json", "--schema"))
        for file, today in [(REAL, "2018-06-11"), (BULLETIN / "move.zh.toml", "2026-07-02"), (self.hostile, "2018-06-11")]:
            jsonschema.validate(json.loads(plan("export", "json", file=file, today=today)), schema)
        self.assertEqual(json.loads(plan("export", "json", file=self.hostile))["activities"][0]["title"], HOSTILE)
        lines = self.folder / "plan.jsonl"
        lines.write_bytes(plan("export", "jsonl"))
        query = f"SELECT plan, count(*) FROM read_json_auto('{lines}') WHERE status = 'overdue' GROUP BY plan"
        self.assertEqual(duckdb.sql(query).fetchall(), [("市科技局开展解放思想大讨论活动实施方案", 7)])

    def test_a_calendar_is_read_without_a_defect_and_khal_shows_the_right_days(self):
        content = plan("export", "ics", "--alarm", "1")
        calendar = icalendar.Calendar.from_ical(content)
        events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
        self.assertEqual([event.errors for event in events.values() if event.errors], [])
        meeting = events["举办局领导班子成员集中学习会"]
        self.assertEqual((meeting.decoded("DTSTART"), meeting.decoded("DTEND")), (datetime.date(2018, 6, 10), datetime.date(2018, 6, 11)))
        self.assertEqual(meeting.walk("VALARM")[0].decoded("TRIGGER"), datetime.timedelta(hours=-15))
        hostile = icalendar.Calendar.from_ical(plan("export", "ics", file=self.hostile)).walk("VEVENT")[0]
        self.assertEqual(str(hostile["SUMMARY"]), SHOWN.replace("\n", " "))
        (self.folder / "plan.ics").write_bytes(content)
        (self.folder / "calendar").mkdir()
        config = self.folder / "khal.conf"
        config.write_text(
            f"[calendars]\n[[plan]]\npath = {self.folder}/calendar\n[locale]\nlocal_timezone = Asia/Shanghai\n"
            f"default_timezone = Asia/Shanghai\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n[sqlite]\npath = {self.folder}/khal.db\n"
        )
        khal = ["khal", "-c", str(config)]
        subprocess.run([*khal, "import", "--batch", str(self.folder / "plan.ics")], check=True, capture_output=True)
        listed = subprocess.run(
            [*khal, "list", "--format", "{start-date} {title}", "--day-format", "", "2018-06-10", "1d"],
            check=True, capture_output=True, text=True,
        ).stdout.split("\n")
        self.assertEqual(sorted(line.strip() for line in listed if line.strip()), ["2018-06-10 举办局领导班子成员集中学习会", "2018-06-10 开展“产学研精准对接”"])

    def test_markdown_is_a_table_and_no_title_becomes_markup(self):
        tokens = MarkdownIt("commonmark").enable("table").parse(plan("export", "markdown", file=self.hostile).decode())
        kinds = {child.type for token in tokens for child in token.children or []}
        self.assertEqual(kinds, {"text"} | ({"text_special"} & kinds))
        cells = ["".join(child.content for child in token.children) for token in tokens if token.type == "inline"]
        self.assertIn(SHOWN.replace("\n", " "), cells)

    def test_word_documents_are_read_by_python_docx(self):
        document = docx.Document(io.BytesIO(plan("export", "docx")))
        table = document.tables[0]
        self.assertEqual([cell.text for cell in table.rows[0].cells][:3], ["编号", "工作任务", "具体要求"])
        self.assertIsNotNone(table.rows[0]._tr.trPr.find("{*}tblHeader"))
        rows = [row for row in table.rows if row.cells[0].text == "A2"]
        self.assertEqual([row.cells[6].text for row in rows], ["2018-06-10（6月10前）"])
        hostile = docx.Document(io.BytesIO(plan("export", "docx", file=self.hostile))).tables[0]
        self.assertEqual(hostile.rows[-1].cells[1].text, SHOWN)
        bulletin = docx.Document(io.BytesIO(self.bulletin()))
        text = [paragraph.text for paragraph in bulletin.paragraphs if paragraph.text]
        expected = (BULLETIN / "june.zh.txt").read_text("utf-8").splitlines()
        self.assertEqual(text, [line for line in expected if line])

    def bulletin(self, file="move.zh.toml", *more):
        period = ["--period", "上月", "--by", "owner", "--to", "各科室"] if "zh" in file else ["--period", "last month"]
        return plan("report", *period, "--format", "docx", file=BULLETIN / file, today="2026-07-02")

    def test_a_bulletin_has_22_lines_a_page_and_28_characters_a_line(self):
        with pdfplumber.open(self.office("bulletin.docx", self.bulletin(), "pdf")) as pdf:
            lines = [[line for line in page.extract_text_lines() if "—" not in line["text"]] for page in pdf.pages]
            first = pdf.pages[0]
            # 37 mm above, 28 mm left, in points of a 72nd of an inch.
            self.assertAlmostEqual(min(line["x0"] for line in lines[1]), 28 / 25.4 * 72, delta=3)
            tops = sorted(line["top"] for line in lines[1])
            for one, other in zip(tops, tops[1:]):
                self.assertAlmostEqual(other - one, 28.95, delta=0.6)
            self.assertEqual(len(lines[1]), 22)
            han = [char for char in first.chars if char["text"] >= "一" and char["size"] < 17]
            self.assertAlmostEqual(han[1]["x0"] - han[0]["x0"], 156 / 25.4 * 72 / 28, delta=0.1)
            numbers = [page.extract_text_lines()[-1] for page in pdf.pages[:2]]
            self.assertEqual([number["text"].replace(" ", "") for number in numbers], ["—1—", "—2—"])
            self.assertGreater(numbers[0]["x0"], first.width / 2)
            self.assertLess(numbers[1]["x1"], first.width / 2)

    def test_the_round_of_a_month_goes_from_the_plan_to_the_units_and_back(self):
        file = self.folder / "plan.toml"
        shutil.copy(REAL, file)
        units = self.folder / "units"
        units.mkdir()

        def run(*arguments):
            command = [PLAN, "-f", str(file), "--today", "2018-06-11", *arguments]
            return subprocess.run(command, capture_output=True, text=True, cwd=self.folder)

        run("assign", "--group", "集中学习", "--owner", "机关党委", "--owner", "信息科/一组")
        run("assign", "--group", "集中调研", "--owner", "信息科/一组")
        run("export", "xlsx", "--each-owner", "-o", "units")
        self.assertEqual(sorted(path.name for path in units.iterdir()), ["信息科_一组.xlsx", "机关党委.xlsx"])
        ledger = units / "信息科_一组.xlsx"
        book = openpyxl.load_workbook(ledger)
        sheet = book.active
        heads = {cell.value: cell.column for cell in sheet[3]}
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=4)}
        self.assertEqual(list(rows), ["A1", "A2", "A3", "B1", "B2", "B3"])
        self.assertEqual({rule.type for rule in sheet.data_validations.dataValidation}, {"date"})

        def fill(id, **cells):
            for head, value in cells.items():
                sheet.cell(rows[id], heads[head], value)

        fill("A1", 完成日期=datetime.date(2018, 5, 24), 本月进展="在301室召开")
        fill("A2", 完成日期="6月8日")
        fill("A3", 完成日期="6月31日")
        fill("B1", 本月进展="=已联系3家", 未完成原因="企业停产检修", 预计完成=datetime.date(2018, 6, 22))
        fill("B2", 工作任务="另一件事", 本月进展="x")
        book.save(ledger)
        answer = run("import", str(ledger), "--compare", str(file))
        self.assertEqual(answer.returncode, 1)
        self.assertIn("第6行K列：“6月31日”不是能读的日期", answer.stdout)
        self.assertIn("编号是“开展“产学研精准对接””的，名称对不上", answer.stdout)
        commands = [line.strip() for line in answer.stdout.splitlines() if line.strip().startswith("plan ")]
        self.assertEqual(len(commands), 4)
        before = file.read_text("utf-8")
        environment = {**os.environ, "PATH": f"{os.path.dirname(PLAN)}:{os.environ['PATH']}", "PLAN_TODAY": "2018-06-11"}
        for command in commands:
            subprocess.run(["bash", "-c", command], check=True, capture_output=True, env=environment, cwd=self.folder)
        added = [line for line in file.read_text("utf-8").splitlines() if line not in before.splitlines()]
        self.assertEqual(added, [
            "notes = [",
            '  { on = 2018-06-11, text = "在301室召开" },',
            "]",
            "done = 2018-05-24",
            "done = 2018-06-08",
            "notes = [",
            '  { on = 2018-06-11, text = "=已联系3家", why = "企业停产检修" },',
            "]",
            "expected = 2018-06-22",
        ])
        again = run("import", str(ledger), "--compare", str(file))
        self.assertNotIn("plan ", again.stdout.split("\n", 1)[1])

    def bureau(self, today="2018-06-11"):
        """A folder with two plans, in which one unit answers for something in each."""
        folder = self.folder / "各方案"
        (folder / "安全生产").mkdir(parents=True)
        files = [folder / "大讨论.toml", folder / "安全生产/plan.toml"]
        for file in files:
            shutil.copy(REAL, file)
            plan("assign", "A1", "A2", "--owner", "信息科", file=file, today=today)
        text = files[1].read_text("utf-8").replace("市科技局开展解放思想大讨论活动实施方案", "安全生产整治方案")
        files[1].write_text(text, "utf-8")
        return folder, files

    def test_several_plans_are_opened_by_every_program(self):
        folder, _ = self.bureau()

        def export(form, *more):
            return plan("export", form, *more, file=folder)

        schema = json.loads(plan("export", "json", "--schema"))
        several = json.loads(export("json"))
        jsonschema.validate(several, schema)
        self.assertEqual([len(one["activities"]) for one in several["plans"]], [35, 35])
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.validate({**several, "plans": [several]}, schema)
        sheet = openpyxl.load_workbook(io.BytesIO(export("xlsx")))["台账"]
        self.assertEqual((sheet.freeze_panes, sheet.auto_filter.ref), ("E4", "A3:U73"))
        self.assertEqual((sheet["A4"].value, sheet["U4"].value), ("市科技局开展解放思想大讨论活动实施方案", "大讨论:T1"))
        self.assertEqual((sheet["A73"].value, sheet["U73"].value), ("安全生产整治方案", "安全生产:C3"))
        table = self.office("ledger.xlsx", export("xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76")
        self.assertIn("安全生产:C3", table.read_text("utf-8"))
        rows = list(csv.DictReader(io.StringIO(export("csv").decode("utf-8-sig"), newline="")))
        self.assertEqual([rows[0]["方案"], rows[0]["编号"], rows[69]["序号"]], ["市科技局开展解放思想大讨论活动实施方案", "大讨论:T1", "70"])
        self.assertEqual(len(docx.Document(io.BytesIO(export("docx"))).tables), 2)
        tokens = MarkdownIt("commonmark").enable("table").parse(export("markdown").decode())
        self.assertEqual([token.type for token in tokens].count("table_open"), 2)
        events = icalendar.Calendar.from_ical(export("ics")).walk("VEVENT")
        alone = icalendar.Calendar.from_ical(plan("export", "ics")).walk("VEVENT")
        names = {str(event["UID"]) for event in events}
        self.assertEqual((len(names), len(events)), (2 * len(alone), 2 * len(alone)))
        self.assertLess({str(event["UID"]) for event in alone}, names)

    def test_a_thousand_plans_go_into_duckdb_as_the_readme_says(self):
        plans = self.folder / "plans"
        plans.mkdir()
        for number in range(1000):
            # Of four plans one is on time; the others are ten days late on 11 June.
            done = "done = 2018-05-30\n" if number % 4 == 0 else ""
            (plans / f"{number}.toml").write_text(
                f'[plan]\ntitle = "第{number}号方案"\n[[activity]]\nid = "A1"\ntitle = "查"\ndue = 2018-06-01\nowner = "甲科"\n{done}'
                '[[activity]]\nid = "A2"\ntitle = "改"\ndue = 2099-06-01\nowner = ["甲科", "乙科"]\n', "utf-8"
            )
        readme = (ROOT / "README.md").read_text("utf-8")
        recipe = re.search("All plans of a bureau in DuckDB.*?```sh\n(.*?)```", readme, re.DOTALL).group(1)
        export, *_ = recipe.splitlines()
        environment = {**os.environ, "PATH": f"{os.path.dirname(PLAN)}:{os.environ['PATH']}", "PLAN_TODAY": "2018-06-11"}
        subprocess.run(["bash", "-c", export], check=True, env=environment, cwd=plans)
        late, share = (query.replace("all.jsonl", f"{plans}/all.jsonl") for query in re.findall('duckdb -c "(.*?)"', recipe, re.DOTALL))
        found = duckdb.sql(late).fetchall()
        self.assertEqual(len(found), 750)
        self.assertEqual({row[1:] for row in found}, {("A1", "查", "甲科", 10)})
        self.assertEqual(len({row[0] for row in found}), 750)
        self.assertEqual(duckdb.sql(share).fetchall(), [("甲科", 25.0)])
        files = duckdb.sql(f"SELECT count(DISTINCT file), count(DISTINCT plan) FROM '{plans}/all.jsonl'").fetchall()
        self.assertEqual(files, [(1000, 1000)])

    def test_the_ledger_of_a_unit_holds_all_plans_and_what_comes_back_goes_to_each_of_them(self):
        folder, files = self.bureau()
        plan("export", "xlsx", "--each-owner", "-o", str(self.folder / "units"), file=folder)
        ledger = self.folder / "units/信息科.xlsx"
        book = openpyxl.load_workbook(ledger)
        sheet = book.active
        heads = {cell.value: cell.column for cell in sheet[3]}
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=4)}
        self.assertEqual(list(rows), ["大讨论:A1", "大讨论:A2", "安全生产:A1", "安全生产:A2"])
        sheet.cell(rows["大讨论:A1"], heads["完成日期"], datetime.date(2018, 5, 24))
        sheet.cell(rows["安全生产:A2"], heads["本月进展"], "已排查")
        book.save(ledger)

        def compare(other):
            answer = subprocess.run(
                [PLAN, "--today", "2018-06-11", "import", str(ledger), "--compare", str(other)], capture_output=True, text=True
            )
            self.assertEqual((answer.returncode, answer.stderr), (0, ""))
            return answer.stdout

        commands = [line for line in compare(folder).splitlines() if line.startswith("plan ")]
        self.assertEqual(commands, [
            f"plan -f {files[0]} done A1 --on 2018-05-24", f"plan -f {files[1]} note A2 已排查",
        ])
        self.assertIn("另有2行是别的方案的（安全生产），没有读。", compare(files[0]))
        environment = {**os.environ, "PATH": f"{os.path.dirname(PLAN)}:{os.environ['PATH']}", "PLAN_TODAY": "2018-06-11"}
        for command in commands:
            subprocess.run(["bash", "-c", command], check=True, capture_output=True, env=environment)
        self.assertNotIn("plan -f", compare(folder))
        self.assertIn("done = 2018-05-24", files[0].read_text("utf-8"))
        self.assertIn('text = "已排查"', files[1].read_text("utf-8"))

    def test_a_picture_is_drawn_by_librsvg(self):
        (self.folder / "plan.svg").write_bytes(plan("export", "svg"))
        subprocess.run(["rsvg-convert", "plan.svg", "-o", "plan.png"], check=True, cwd=self.folder)
        self.assertGreater((self.folder / "plan.png").stat().st_size, 20_000)


if __name__ == "__main__":
    unittest.main()
