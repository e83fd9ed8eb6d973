"""The document of the real plan, made of its text."""

import re
from pathlib import Path

from word import Word

TEXT = Path(__file__).with_name("real-plan.txt")
TABLE = "解放思想大讨论时间进度表"


def plan(path):
    """Headings with typed numbers, and the timetable with its groups in merged cells."""
    word = Word()
    word.title("市科技局开展解放思想大讨论活动实施方案")
    before, after = TEXT.read_text().split(f" {TABLE}\n")
    for line in before.splitlines():
        line = line.strip()
        if re.match("[一二三四五六]、", line):
            word.head(line)
        elif line and not line.startswith("[bookmark"):
            word.text(line)
    word.title(TABLE)
    rows = [f"\n{row}".split("\n\t") for row in after.rstrip().split("\n\n")]
    rows = [tuple(tuple(cell.strip().split("\n")) for cell in row[1:]) for row in rows]
    word.table(*rows, merged=[((at, 0), (at + 2, 0)) for at in (1, 4, 7)])
    word.save(path)
