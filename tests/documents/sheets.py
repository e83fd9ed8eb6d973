"""Workbooks."""

from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill


def fill(sheet, rows, row=1, column=1):
    for down, cells in enumerate(rows):
        for across, value in enumerate(cells):
            cell = sheet.cell(row + down, column + across)
            cell.value = value
            if isinstance(value, date):
                cell.number_format = "yyyy/m/d"


def two_row_head(path):
    """A head of two rows in rows 5 and 6, planned beside actual; text among the dates; a hidden and a foreign sheet."""
    book = Workbook()
    plan = book.active
    plan.title = "进度计划"
    fill(plan, [("县医院信息系统升级项目进度计划",), ("编制单位", "信息科", None, "编号", 45071), ("■ 已完成　■ 进行中",)], 1, 2)
    d = lambda month, day: date(2023, month, day)
    fill(plan, [
        ("序号", "阶段", "任务名称", "计划时间", None, "实际时间", None, "责任部门", "完成率"),
        (None, None, None, "开始", "结束", "开始", "结束", None, None),
        (1, "需求阶段", "现场调研", d(5, 8), d(5, 19), d(5, 8), d(5, 18), "信息科", 1),
        (2, None, "编制需求清单", d(5, 22), d(6, 2), d(5, 22), d(6, 5), "业务科", 1),
        (3, "建设阶段", "机房改造", d(6, 5), "2023/6/31", d(6, 7), None, "后勤科", 0.6),
        (4, None, "设备安装", d(7, 3), d(7, 21), None, None, "信息科", 0),
        (5, None, "数据迁移", d(7, 24), d(8, 18), None, None, "信息科", 0),
        (6, "验收阶段", "试运行", d(8, 21), d(9, 29), None, None, "业务科", 0),
        (7, None, "竣工验收", d(10, 9), d(10, 13), None, None, "办公室", 0),
    ], 5, 2)
    for cells in ("E5:F5", "G5:H5", "B5:B6", "C5:C6", "D5:D6", "I5:I6", "J5:J6", "C7:C8", "C9:C11", "C12:C13"):
        plan.merge_cells(cells)
    for row in range(7, 14):
        plan.cell(row, 10).number_format = "0%"
    hours = book.create_sheet("工时")
    fill(hours, [("日期", "人员", "工时"), (d(5, 8), "信息科甲", 7.5), (d(5, 9), "信息科甲", 8), (d(5, 9), "业务科乙", 6)])
    hidden = book.create_sheet("辅助")
    fill(hidden, [("节假日", "名称"), (d(6, 22), "端午节"), (d(9, 29), "中秋节")])
    hidden.sheet_state = "hidden"
    book.save(path)


def start_and_days(path):
    """A start and a number of days; a row with a name alone stands over those below it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Move"
    d = lambda month, day: date(2024, month, day)
    fill(sheet, [
        ("Laboratory move – schedule",),
        (),
        ("Task", "Start", "Duration (days)", "Responsible"),
        ("Packing",),
        ("Label the crates", d(3, 4), 5, "Lab staff"),
        ("Pack the glassware", d(3, 11), 10, "Lab staff"),
        ("Transport",),
        ("Move the freezers", d(3, 21), 2, "Removal firm"),
        ("Move the microscopes", d(3, 25), 3, "Removal firm"),
        ("Setting up",),
        ("Connect gas and power", d(3, 28), 7, "Building services"),
        ("Safety inspection", d(4, 4), 1, "Safety officer"),
    ])
    book.save(path)


def festival(path):
    """Two plans and a chart of colours in one workbook; milestone rows; text among the dates; hidden rows."""
    book = Workbook()
    plan = book.active
    plan.title = "Plan"
    d = lambda month, day: date(2020, month, day)
    fill(plan, [
        ("Harbour festival 2020",),
        ("last change", d(1, 7)),
        (),
        ("What", "Who", "When", "Status"),
        ("PERMITS",),
        ("Apply for the street closure", "Festival office", d(2, 14), "Completed"),
        ("Hand in the fire safety plan", "Safety officer", "2020 Mar-31", "in progress"),
        ("PROGRAMME",),
        ("Book stage and sound", "Culture desk", d(4, 10), None),
        ("Print the programme", "Press desk", d(5, 15), None),
        ("Festival day", "Festival office", d(6, 13), None),
    ], 1, 2)
    plan.row_dimensions[8].hidden = True
    shifts = book.create_sheet("Volunteers")
    fill(shifts, [
        ("Shift", "Begin time", "End time"),
        ("Set-up crew", d(6, 12), d(6, 12)),
        ("Stewards", d(6, 13), d(6, 14)),
        ("Clean-up", d(6, 14), d(6, 15)),
    ])
    chart = book.create_sheet("Chart")
    fill(chart, [("", "Feb", "Mar", "Apr", "May", "Jun"), ("Permits",), ("Programme",), ("Volunteers",)])
    for cell in ("B2", "C2", "C3", "D3", "E3", "F4"):
        chart[cell].fill = PatternFill("solid", fgColor="FF8800")
    book.save(path)


def formats_of_cells(path):
    """No plan: numbers and days in many formats, merged, hidden and struck-out cells, values of formulas."""
    book = Workbook()
    sheet = book.active
    sheet.title = "格式"
    rows = [
        ("日期", date(2018, 5, 24), 'yyyy"年"m"月"d"日"'),
        ("时刻", datetime(2018, 6, 1, 14, 30), "yyyy-mm-dd hh:mm"),
        ("月份", date(2018, 5, 1), 'yyyy"年"m"月"'),
        ("文字", "6月10前", "General"),
        ("进度", 0.5, "0%"),
        ("整数", 1, "General"),
        ("小数", 2.5, "0.00"),
        ("周次", 3, '"第"0"周"'),
        ("序列号", 45071, "General"),
        ("公式", "=B1+7", "yyyy-m-d"),
        ("文字公式", '="甲"&"乙"', "General"),
        ("错误", "=1/0", "General"),
        ("是非", True, "General"),
    ]
    for row, (name, value, code) in enumerate(rows, 1):
        sheet.cell(row, 1).value = name
        sheet.cell(row, 2).value = value
        sheet.cell(row, 2).number_format = code
    sheet.cell(14, 1).value = "取消的"
    sheet.cell(14, 1).font = Font(strike=True)
    sheet.cell(14, 2).value = "两行\n文字"
    sheet.merge_cells("A14:A15")
    sheet.merge_cells("B15:C15")
    sheet.cell(15, 2).value = "横向"
    sheet.row_dimensions[15].hidden = True
    hidden = book.create_sheet("辅助")
    hidden["A1"] = 1
    hidden.sheet_state = "hidden"
    book.create_sheet("空表")
    book.save(path)
