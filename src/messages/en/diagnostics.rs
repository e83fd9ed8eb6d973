//! What is wrong with a plan, in English.

use std::ops::RangeInclusive;

use super::English;
use super::syntax::{syntax, syntax_hint};
use super::terms::plural;
use crate::messages::diagnostics::{self, Diagnostics, is_block, is_far, joined, quoted};
use crate::messages::terms::Terms;
use crate::model::check::LONGEST_ID;
use crate::model::date::{Hint, Repair, Unread, unread};
use crate::model::diagnostic::{Code, Kind, Mend, Table, Warning};

impl Diagnostics for English {
    fn diagnostic(&self, code: &Code<'_>) -> String {
        match code {
            Code::NotUtf8 { gbk: true } => "this is not UTF-8; it looks like GBK".into(),
            Code::NotUtf8 { gbk: false } => "this is not UTF-8".into(),
            Code::Conflict { ours, theirs, .. } => {
                format!("git left a conflict here: one side has `{ours}`, the other `{theirs}`")
            }
            Code::Syntax(syntax) => self::syntax(syntax),
            Code::UnknownKey { key, table, .. } => format!("unknown key `{key}` in {}", self::table(*table)),
            Code::WrongType { key, expected, found } => {
                format!("`{key}` must be {}, and this is {}", kind(*expected), kind(*found))
            }
            Code::DoneIsYes { key } => format!("`{key}` must be the day, and this is `true`"),
            Code::BadDate { key, written } => format!("`{key}` must be a date, and \"{written}\" is none"),
            Code::OutOfRange { key, written, .. } => format!("`{key}` cannot be {written}"),
            Code::MissingKey { key, table } => format!("{} lacks `{key}`", self::table(*table)),
            Code::Blank { key } => format!("`{key}` is empty"),
            Code::BadId { id } => format!("\"{id}\" cannot be an id"),
            Code::DuplicateId { id } => format!("the id \"{id}\" is taken"),
            Code::UnknownPhase { phase, .. } => format!("there is no phase \"{phase}\""),
            Code::UnknownTimezone { name } => format!("there is no time zone \"{name}\""),
            Code::UnknownLanguage { name } => format!("\"{name}\" is not a language that plan speaks"),
            Code::PeriodBeside { key } => format!("`{key}` contradicts `period`: only one of them can count"),
            Code::WordsBesideWords => "`words` beside a date that is in words already".into(),
            Code::StartAfterEnd { start, end } => format!("it starts on {start}, after its end on {end}"),
            Code::DoneAndCancelled => "it is both `done` and `cancelled`".into(),
            Code::VerifiedNotDone => "it is `verified` and not `done`".into(),
            Code::VerifiedBeforeDone { done } => format!("it was accepted before it was done on {done}"),
            Code::NotARange { words } => format!("\"{words}\" is not a first and a last day"),
            Code::MovesOutOfOrder { on, before } => {
                format!("`moved` is not in the order of days: {on} stands after {before}")
            }
            Code::NotAStart { words } => format!("\"{words}\" is not the day on which something starts"),
            Code::NoPhaseForPeriod { words } => format!("\"{words}\" needs a `phase` with dates"),
            Code::NoPlanPeriod { words } => format!("\"{words}\" needs a `period` in [plan]"),
            Code::OnlyInPeriod { words } => format!("\"{words}\" is a period, not a deadline"),
            Code::Unreadable { words, .. } => format!("\"{words}\" cannot be read as a date"),
            Code::Impossible { words } => format!("there is no such day as \"{words}\""),
            Code::Ambiguous { words, .. } => format!("\"{words}\" can be read in more than one way"),
            Code::NoYear { words } => format!("\"{words}\" has no year, and the plan names none"),
            Code::YearUnclear { words, .. } => {
                format!("\"{words}\" has no year, and the phase and the plan do not settle it")
            }
            Code::Warning(warning) => self.warning(warning),
        }
    }

    fn warning(&self, warning: &Warning<'_>) -> String {
        match warning {
            Warning::Repaired { words, day, repair } => repaired(words, &self.day(*day), *repair),
            Warning::WrongWeekday { words, day, written } => {
                format!("\"{words}\" says {}, but the day is {}", self.weekday(*written), self.day(*day))
            }
            Warning::AnotherZone { words, day } => {
                format!("\"{words}\" counts as written, until the end of {}", self.day(*day))
            }
            Warning::Weekend { day } => self.day(*day),
            Warning::OutsidePhase { day, phase, range } => {
                format!("{}, and {phase} is {}", self.day(*day), self.range(*range))
            }
            Warning::OutsidePlan { day, range } => {
                format!("{}, and the plan is {}", self.day(*day), self.range(*range))
            }
            Warning::PhaseOutsidePlan { range, plan } => {
                format!("{}, and the plan is {}", self.range(*range), self.range(*plan))
            }
            Warning::AnotherYear { year, range } => {
                format!("`year` is {year}, and the plan is {}", self.range(*range))
            }
            Warning::BeforePlan { key, day, start } => {
                format!("`{key}` is {}, and the plan starts on {start}", self.day(*day))
            }
            Warning::InFuture { key, day, today } => {
                let doubt = if is_far(*today, *day) { ": the clock or the date may be wrong" } else { "" };
                format!("`{key}` is {}, and today is {today}{doubt}", self.day(*day))
            }
            Warning::Blank { key } => format!("`{key}` is empty"),
            Warning::LooksLike { key, name, usual } => {
                format!("`{key}` is \"{name}\", elsewhere \"{usual}\"")
            }
            Warning::SeveralInOne { owner, .. } => format!("`owner` is \"{owner}\""),
            Warning::Unseen { title } => format!("\"{title}\""),
            Warning::ConflictInText { ours, theirs } => {
                format!("one side has `{ours}`, the other `{theirs}`")
            }
            Warning::Idle { key, without } => format!("`{key}` without `{without}`"),
            Warning::NoPhase { day, phase } => format!("{} falls in {phase}", self.day(*day)),
            Warning::Overlap { phase, range } => format!("begins while {phase} lasts, until {}", range.end),
            Warning::NoOwner { without, of } => {
                format!("without an `owner`: {without} of {}", plural(of, "activity"))
            }
            Warning::WordsDiffer { words, read, day } => {
                format!("\"{words}\" reads as {}, and `due` is {}", self.day(*read), self.day(*day))
            }
            Warning::ToSettle { words } | Warning::Recurring { words } => format!("\"{words}\""),
            Warning::NoDeadline => "no `due`, no `period`".into(),
            Warning::NoSuchFile { path } => format!("there is no file {path}"),
            Warning::Question { text } => text.to_string(),
        }
    }

    fn hint(&self, code: &Code<'_>) -> Option<String> {
        Some(match code {
            Code::NotUtf8 { gbk: true } => "save it as UTF-8, or: iconv -f GBK -t UTF-8 OLD > NEW".into(),
            Code::NotUtf8 { gbk: false } => "save it as UTF-8".into(),
            Code::Conflict { mend, .. } => {
                format!("{}, and delete the lines <<<<<<<, ======= and >>>>>>>", mended(mend))
            }
            Code::Syntax(syntax) => return syntax_hint(syntax),
            Code::UnknownKey { key, table: Table::Plan, .. } if is_block(key) => {
                format!("write {}", example(key, Kind::Tables))
            }
            Code::UnknownKey { nearest: Some(nearest), .. } => {
                format!("did you mean `{nearest}`? A key of your own begins with `x-`")
            }
            Code::UnknownKey { nearest: None, .. } => "a key of your own begins with `x-`".into(),
            Code::DoneIsYes { key } => format!("write the day, as in {key} = 2018-05-24"),
            Code::WrongType { found: Kind::Boolean, expected: Kind::Date, .. } => {
                "take the line out, or write the day".into()
            }
            Code::WrongType { key, expected, .. } => format!("write {}", example(key, *expected)),
            Code::BadDate { key, .. } => format!("write year, month and day, as in {key} = 2018-06-01"),
            Code::OutOfRange { allowed, .. } => whole_number(allowed),
            Code::Blank { key } | Code::MissingKey { key, .. } => {
                format!("add {}", example(key, Kind::required_of(key)))
            }
            Code::BadId { .. } => {
                format!("a letter A-Z, then letters, digits, `.`, `-`, `_`; up to {LONGEST_ID}, as in A1")
            }
            Code::DuplicateId { .. } => {
                "give one of the two another id; upper and lower case do not differ".into()
            }
            Code::UnknownPhase { nearest: Some(nearest), .. } => format!("did you mean \"{nearest}\"?"),
            Code::UnknownPhase { nearest: None, .. } => {
                "the plan has no [[phase]] yet: add one, or take this line out".into()
            }
            Code::UnknownTimezone { .. } => "write an IANA name, as in timezone = \"Asia/Shanghai\"".into(),
            Code::UnknownLanguage { .. } => "write lang = \"zh\" or lang = \"en\"".into(),
            Code::PeriodBeside { .. } => "keep `period`, or write `start` and an end instead of it".into(),
            Code::WordsBesideWords => "take `words` out, or write the date as a plain date".into(),
            Code::DoneAndCancelled => "keep the one that is true".into(),
            Code::VerifiedNotDone => "add `done`, the day it was done".into(),
            Code::StartAfterEnd { .. } | Code::VerifiedBeforeDone { .. } => "mend one of the two days".into(),
            Code::NotARange { .. } => {
                "write a range, as in 5月下旬至7月底 or May–July; `phase` or `plan`; or `due` for a deadline"
                    .into()
            }
            Code::MovesOutOfOrder { .. } => "the earliest comes first".into(),
            Code::NotAStart { .. } => {
                "write the first day, as in start = 2018-06-01; a deadline goes into `due`".into()
            }
            Code::NoPhaseForPeriod { .. } => "add the `phase` it belongs to".into(),
            Code::NoPlanPeriod { .. } => "add the plan's `period`, or its `start` and `end`".into(),
            Code::OnlyInPeriod { words } => format!("write period = \"{words}\""),
            Code::Unreadable { words, hint } => unreadable(words, *hint),
            Code::Impossible { .. } => "write a day that is in the calendar, as in due = 2018-06-30".into(),
            Code::Ambiguous { candidates, .. } | Code::YearUnclear { candidates, .. } => {
                format!("write the date that is meant: {}", joined(candidates, " or "))
            }
            Code::NoYear { .. } => "add `year` to [plan], or write the year here".into(),
            Code::Warning(warning) => return warning_hint(warning),
        })
    }

    fn class(&self, warning: &Warning<'_>, count: usize) -> String {
        let class = match warning {
            Warning::Repaired { repair, .. } => match repair {
                Repair::DayWord => "日 is missing, read as if it stood there",
                Repair::DayBeforeFestival => "before a festival: read as the day before",
                Repair::RoughDay => "the start is rough",
                Repair::RoughStart => "the start is rough, the deadline is not",
                Repair::DayOfIssue => "the day of issue is taken to be the plan's first",
                Repair::StartYear => "the year of the start follows from that of the end",
                Repair::NextYear => "the end is in the next year",
                Repair::DayNotYear => "the number is read as a day, not as a year",
            },
            Warning::WrongWeekday { .. } => "the weekday does not match the date",
            Warning::AnotherZone { .. } => "an hour of another time zone than the plan's",
            Warning::Weekend { .. } => "due on a weekend; nothing is moved",
            Warning::OutsidePhase { .. } => "due outside its phase",
            Warning::OutsidePlan { .. } => "due outside the plan",
            Warning::PhaseOutsidePlan { .. } => "phases outside the plan",
            Warning::AnotherYear { .. } => "`year` is outside the plan",
            Warning::BeforePlan { .. } => "marks from before the plan",
            Warning::InFuture { .. } => "still to come: it counts from that day on",
            Warning::Blank { .. } => "empty: as if it were not there",
            Warning::LooksLike { .. } => "names that look alike, and are taken as one",
            Warning::SeveralInOne { .. } => "several owners that are written as one",
            Warning::Unseen { .. } => "something in the title cannot be seen",
            Warning::ConflictInText { .. } => "git left a conflict inside a text",
            Warning::Idle { .. } => "without its date it means nothing",
            Warning::NoPhase { .. } => "no phase, though the deadline falls in one",
            Warning::Overlap { .. } => "phases overlap",
            Warning::NoOwner { .. } => "nobody is responsible",
            Warning::WordsDiffer { .. } => "`words` say another day than `due`",
            Warning::ToSettle { .. } => "the deadline is still to be settled",
            Warning::NoSuchFile { .. } => "evidence that is not there",
            Warning::NoDeadline => "no deadline: it will never be overdue",
            Warning::Recurring { .. } => "it comes back: no single deadline",
            Warning::Question { .. } => "open questions",
        };
        format!("{class} ({count})")
    }

    fn repair(&self, repair: Repair) -> &'static str {
        match repair {
            Repair::DayWord => "日 is missing",
            Repair::DayBeforeFestival => "the day before",
            Repair::RoughStart | Repair::RoughDay => "the start is rough",
            Repair::DayOfIssue => "begins on the plan's first day",
            Repair::StartYear => "the year of the start follows from that of the end",
            Repair::NextYear => "ends in the next year",
            Repair::DayNotYear => "a day, not a year",
        }
    }
}

fn repaired(words: &str, day: &str, repair: Repair) -> String {
    match repair {
        Repair::DayWord => format!("\"{words}\" lacks 日, read as {day}"),
        Repair::DayBeforeFestival => format!("\"{words}\" read as the day before, {day}"),
        Repair::RoughStart => format!("\"{words}\" begins roughly; its end is {day}"),
        Repair::RoughDay => format!("\"{words}\" begins roughly; read as {day}"),
        Repair::DayOfIssue => {
            format!("\"{words}\" read as beginning on the plan's first day; its end is {day}")
        }
        Repair::StartYear => format!("\"{words}\" read as beginning in the year before its end, {day}"),
        Repair::DayNotYear => format!("\"{words}\" read as a day, {day}, not as a month of that year"),
        Repair::NextYear => format!("\"{words}\" read as ending in the next year, {day}"),
    }
}

fn mended(mend: &Mend) -> String {
    let lines = |lines: &[String]| quoted(lines, ", ");
    match mend {
        Mend::Lines { choose, keep } if keep.is_empty() && choose.len() == 1 => "keep one of the two".into(),
        Mend::Lines { choose, keep } if keep.is_empty() => format!("keep one value of {}", lines(choose)),
        Mend::Lines { choose, keep } if choose.is_empty() => {
            format!("keep both, in this order: {}", lines(keep))
        }
        Mend::Lines { choose, keep } => {
            format!("keep one value of {}, and all of this: {}", lines(choose), lines(keep))
        }
        Mend::OneSide { keep } => format!("keep {} unless the other side took it out", lines(keep)),
        Mend::Blocks { keep, blocks, .. } if keep.is_empty() => {
            format!("keep both blocks: {}", blocks.join(", "))
        }
        Mend::Blocks { of, keep, blocks } => {
            let of = of.as_deref().unwrap_or("[plan]");
            format!("keep both: to {of} belongs {}; after it comes {}", lines(keep), blocks.join(", "))
        }
        Mend::TwoEntries => {
            "write two whole blocks, each with an id of its own and the lines that they share; if it is the same thing, keep one".into()
        }
        Mend::ByHand => "keep what is true of both sides".into(),
    }
}

fn whole_number(allowed: &RangeInclusive<i32>) -> String {
    format!("write a whole number from {} to {}", allowed.start(), allowed.end())
}

fn warning_hint(warning: &Warning<'_>) -> Option<String> {
    Some(match warning {
        Warning::Repaired { repair: Repair::RoughDay, .. } => {
            "to settle it: the date in `start`, the document's words in `remark`".into()
        }
        Warning::Repaired { .. } => "to settle it: the date in `due`, the document's words in `words`".into(),
        Warning::InFuture { .. } => "`timezone` in [plan] says whose today counts".into(),
        Warning::LooksLike { .. } => {
            "they differ in blanks, in what cannot be seen, or in accents: write one way only".into()
        }
        Warning::SeveralInOne { names, .. } => {
            format!("write them apart, the one that leads first: owner = {names:?}")
        }
        Warning::Unseen { .. } => "reports leave it out: delete it".into(),
        Warning::ConflictInText { .. } => {
            "keep what is true of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>".into()
        }
        Warning::Recurring { .. } => "no single deadline: write one activity for each date".into(),
        Warning::NoPhase { phase, .. } => format!("if it belongs there: phase = \"{phase}\""),
        Warning::Question { .. } => {
            "when it is answered: plan settle ID; where there is no id, take the line out".into()
        }
        _ => return None,
    })
}

fn unreadable(words: &str, hint: Hint) -> String {
    let Unread { hint, part, date } = unread(words, hint);
    let part = part.map_or_else(|| "that".to_owned(), |part| format!("\"{part}\""));
    match (hint, date) {
        (Hint::NeedsMonth, _) => format!("write the month too: {}", with_month(words)),
        (Hint::NeedsAnchor, _) => format!(
            "{part} counts from a day that stands elsewhere: write the date, and these words in `words`"
        ),
        (Hint::MovableFestival, _) => {
            format!("{part} moves from year to year: write the date, and these words in `words`")
        }
        (Hint::NeedsPlanStart, _) => {
            "that counts from the plan's first day: add `period`, or `start` and `end`, to [plan]".into()
        }
        (Hint::Holiday, _) => format!("{part} has several days: write the date that is meant"),
        (Hint::NotFirm, _) => {
            format!("{part} is not firm: write the date once it is settled, and these words in `words`")
        }
        (Hint::TwoRanges, _) => {
            "the brackets say another range than the words before them: write the right one".into()
        }
        (Hint::ManyDates, _) => {
            "there is more than one date, and one activity has one deadline: write one activity for each".into()
        }
        (Hint::TwoDigitYear, _) => "write the year with four digits".into(),
        (Hint::FiscalYear, _) => "financial years differ: write the dates".into(),
        (Hint::NeedsDay, _) => "write one day".into(),
        (Hint::Typo, _) => format!("{part} looks like a slip: write 6月10日前, as the calendar has it"),
        (Hint::Other, Some(date)) => format!(
            "{part} is not understood, \"{date}\" would be: if that is the deadline, write it alone, and the rest in `remark`"
        ),
        (Hint::Other, None) => {
            "what can be read: 2018-06-10, 6月10日前, 6月底, 5月下旬至7月底, 三季度, by 10 June, end of July, Q3, M9".into()
        }
    }
}

/// 月底前 and 25日前 with a month.
fn with_month(words: &str) -> String {
    match words.trim() {
        words if words.starts_with('月') => format!("5{words}"),
        words if words.starts_with(|c: char| c.is_numeric()) => format!("5月{words}"),
        _ => "5月25日前".into(),
    }
}

fn table(table: Table) -> &'static str {
    match table {
        Table::File => "the file",
        Table::Plan => "[plan]",
        Table::Phase => "the phase",
        Table::Activity => "the activity",
        Table::Move => "the entry of `moved`",
        Table::Note => "the entry of `notes`",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text in quotes",
        Kind::Texts => "a list of texts",
        Kind::TextOrTexts => "text in quotes, or a list of texts",
        Kind::Number => "a number",
        Kind::Date => "a date",
        Kind::DateOrWords => "a date, or words in quotes",
        Kind::Boolean => "true or false",
        Kind::Table => "a table",
        Kind::Tables => "a list of tables",
        Kind::Array => "a list",
        Kind::Time => "a time of day",
    }
}

fn example(key: &str, kind: Kind) -> String {
    match (key, kind) {
        ("plan", _) => "[plan] on a line of its own".into(),
        ("phase" | "activity", Kind::Tables) => format!("[[{key}]] with two brackets, one block each"),
        ("period", _) => "period = \"5月下旬至7月底\", or `start` and `end`".into(),
        (_, Kind::DateOrWords) => format!("{key} = 2018-06-10, or {key} = \"6月10日前\""),
        _ => diagnostics::example(key, kind),
    }
}
