//! What is said of a document, in English.

use chrono::{Datelike, NaiveDate};

use super::English;
use super::terms::plural;
use crate::messages::imports::{ImportError, Imported, Imports, differ_in_year, shortened};
use crate::messages::terms::{if_any, if_some};
use crate::model::text::letters;
use crate::outline::account::LeftWhy;
use crate::outline::document::{Foreign, Limit, Place, Remark, Unreadable};
use crate::outline::question::{About, Question};

impl Imports for English {
    fn place(&self, place: &Place) -> String {
        match place {
            Place::Line(line) => format!("line {line}"),
            Place::Paragraph(number) => format!("paragraph {number}"),
            Place::Row { table, row } => format!("table {table}, row {row}"),
            Place::Sheet { sheet, row, column: None } => format!("sheet \"{sheet}\", row {row}"),
            Place::Sheet { sheet, row, column: Some(cell) } => {
                format!("sheet \"{sheet}\", cell {}{row}", letters(*cell))
            }
            Place::TextBox(number) => format!("text box {number}"),
            Place::Footnote(number) => format!("footnote {number}"),
            Place::Margin => "header or footer".into(),
            Place::FileName => "the name of the file".into(),
        }
    }

    fn question(&self, question: &Question) -> String {
        let further = if_some(question.further, |further| format!(" (and {further} more like it)"));
        format!("{}: {}{further}", self.place(&question.place), self.about(&question.about))
    }

    fn imported(&self, said: &Imported<'_>) -> String {
        match said {
            Imported::Read { file, paragraphs, tables } => {
                format!("Read {file}: {}, {}.", plural(paragraphs, "paragraph"), plural(tables, "table"))
            }
            Imported::Drafted { phases: 0, activities } => {
                format!("Drafted {}, no phases.", plural(activities, "activity"))
            }
            Imported::Drafted { phases, activities } => {
                format!("Drafted {} and {}.", plural(phases, "phase"), plural(activities, "activity"))
            }
            Imported::Taken(tables) => {
                let tables = tables
                    .iter()
                    .map(|one| table(one.number, one.name.as_deref(), &plural(&one.activities, "activity")));
                format!("Taken: {}", tables.collect::<Vec<_>>().join(", "))
            }
            Imported::Left(tables) => {
                let tables =
                    tables.iter().map(|one| table(one.number, one.name.as_deref(), &left_why(one.why)));
                format!("Left: {}", tables.collect::<Vec<_>>().join(", "))
            }
            Imported::ChooseTable { command } => format!("To take another: {command}"),
            Imported::Folded { id, folded } => {
                let also: Vec<_> = folded.also.iter().map(|place| self.place(place)).collect();
                let id = if_any(*id, |id| format!("{id} "));
                let (title, kept) = (shortened(&folded.title), self.place(&folded.kept));
                format!("One thing once: {id}{title}, from {kept}; also in {}", also.join("; "))
            }
            Imported::Remark(what) => remark(what),
            Imported::Missing { name, command } => {
                format!(
                    "The text names \"{}\", which is not in this file. Get it, and import it: {command}",
                    shortened(name)
                )
            }
            Imported::Open(count) => format!("Open: {}, written into the plan:", plural(count, "question")),
            Imported::Answer { settle, confirm, edit } => {
                let settle = if_any(settle.as_deref(), |settle| format!("Settle a date: {settle}. "));
                let confirm =
                    if_any(confirm.as_deref(), |confirm| format!("What stands is right: {confirm}. "));
                format!("{settle}{confirm}Correct the plan: {edit}")
            }
            Imported::NothingOpen => "Nothing is open.".into(),
            Imported::Next => "Next:".into(),
            Imported::FallenDue { count, command } => {
                format!("{} past due. Record what was done: {command}", plural(count, "activity"))
            }
            Imported::WithoutOwner { count, command } => {
                format!("{} without an owner. Name one: {command}", plural(count, "activity"))
            }
            Imported::Daily { command } => format!("Every day: {command}"),
            Imported::StillNamed(count) => format!("Named in the document, and no activity there: {count}"),
            Imported::UpToDate => {
                "These commands bring the plan up to date; look at each before you run it:".into()
            }
            Imported::RestByHand { command } => format!("What no command changes: {command}"),
            Imported::Reading { file } => format!("Reading {file} ..."),
        }
    }

    fn unreadable(&self, file: &str, why: &Unreadable) -> String {
        match why {
            Unreadable::Empty => format!("{file} holds no text"),
            Unreadable::TooLarge(limit) => {
                let most = limit.most();
                match limit {
                    Limit::File => format!("{file} is larger than {} MiB, as no plan is", most >> 20),
                    Limit::Unpacked => {
                        format!("{file} unpacks to more than {} MiB, as no plan does", most >> 20)
                    }
                    Limit::Text => format!("{file} holds far more text than a plan does"),
                    Limit::Cells => format!("{file} holds more than {most} cells, as no plan does"),
                    Limit::Blocks => {
                        format!("{file} holds more than {most} paragraphs and tables, as no plan does")
                    }
                    Limit::Depth => {
                        format!("{file} holds tables in tables, more than {most} deep, as no plan does")
                    }
                }
            }
            Unreadable::Damaged(part) => format!("{file} is damaged ({part})"),
            Unreadable::Encrypted => format!("{file} is protected by a password"),
            Unreadable::OldWord => format!("{file} is of Word 95 or older"),
            Unreadable::OnlyPictures => format!("{file} holds pictures and no text"),
            Unreadable::Foreign(kind) => {
                let kind = match kind {
                    Foreign::OpenDocument => "an OpenDocument file",
                    Foreign::Pdf => "a PDF",
                    Foreign::Picture => "a picture",
                    Foreign::Rtf => "an RTF file",
                    Foreign::Html => "a web page",
                    Foreign::Presentation => "a presentation",
                    Foreign::Data => "data for programs",
                    Foreign::Plan => "a plan file already",
                };
                format!("{file} is {kind}, which is not read as it is")
            }
            Unreadable::Unknown => format!("{file} is no kind of file that is known"),
        }
    }

    fn make_readable(&self, why: &Unreadable) -> &'static str {
        match why {
            Unreadable::Empty => "is it the right file, and was it saved?",
            Unreadable::TooLarge(_) => "save the part that is the plan as a file of its own, and import that",
            Unreadable::Damaged(_) => "open it in Word, save it as a new .docx or .xlsx, and import that",
            Unreadable::Encrypted => "open it, take the password off, save it, and import it again",
            Unreadable::OldWord | Unreadable::Foreign(Foreign::Rtf | Foreign::Html) => {
                "open it in Word, save it as .docx, and import that"
            }
            Unreadable::OnlyPictures => {
                "have a program read the text in the pictures, or get a copy whose text can be selected"
            }
            Unreadable::Foreign(Foreign::Pdf) => {
                "make text of it: pdftotext -layout plan.pdf - | plan import - (a scan has to be read by a program first)"
            }
            Unreadable::Foreign(Foreign::Picture) => {
                "have a program read the text in it, save that as .txt, and import it"
            }
            Unreadable::Foreign(Foreign::OpenDocument) => {
                "open it, save it as .docx (a spreadsheet as .xlsx), and import that"
            }
            Unreadable::Foreign(Foreign::Presentation) => {
                "copy its text into a .txt or .docx, and import that"
            }
            Unreadable::Foreign(Foreign::Plan) => {
                "use it as it is: plan -f PLAN status; to compare it with another: plan -f PLAN diff OTHER"
            }
            Unreadable::Unknown | Unreadable::Foreign(Foreign::Data) => {
                ".docx, .doc, .wps, .xlsx, .xls, .csv, .tsv, .txt and .md are read"
            }
        }
    }

    fn import_error(&self, error: &ImportError<'_>) -> String {
        match error {
            ImportError::NoYear => "the dates have no year, and nothing tells which one is the plan's".into(),
            ImportError::YearStands(other) => {
                let (place, words) = (self.place(&other.place), shortened(&other.words));
                format!("{} stands in {place}: \"{words}\"", other.year)
            }
            ImportError::GiveYear { command } => format!("say which year it is: {command}"),
            ImportError::NoPlan { file } => {
                format!("neither a phase nor an activity with a deadline was found in {file}")
            }
            ImportError::PlanByHand { command } => format!("write the plan by hand: {command}"),
            ImportError::NoSuchTable { number, tables } => {
                format!("there is no table {number}: the document has {}", plural(tables, "table"))
            }
            ImportError::IntoAnother { command } => format!("write another file: {command}"),
            ImportError::CompareIt { command } => {
                format!("compare it with the plan that is there: {command}")
            }
        }
    }

    fn drafted_from(&self, source: Option<&str>) -> String {
        let source = if_any(source, |source| format!(" from {source}"));
        format!(
            "Drafted by plan import{source}; compare it with the document.\n\
             A question is open: settle a date with plan settle ID --due WHEN, take the line out when it is answered."
        )
    }

    fn nth_phase(&self, number: usize) -> String {
        format!("Phase {number}")
    }

    fn an_annex(&self) -> &'static str {
        "ANNEX"
    }

    fn a_unit(&self) -> &'static str {
        "UNIT"
    }

    fn a_day(&self) -> &'static str {
        "DAY"
    }

    fn revised(&self) -> &'static str {
        "revised document"
    }

    fn untitled(&self) -> &'static str {
        "Untitled plan"
    }
}

impl English {
    fn about(&self, about: &About) -> String {
        match about {
            About::NoSuchDay { words, candidates } => {
                format!("there is no \"{}\": {}", shortened(words), choice(candidates))
            }
            About::Weekday { words, candidates } => {
                format!("the weekday of \"{}\" is another: {}", shortened(words), choice(candidates))
            }
            About::Backwards { words, start, end } => {
                let (words, [start, end]) = (shortened(words), [start, end].map(|day| full(*day)));
                format!("\"{words}\" runs backwards, from {start} to {end}: which of them is wrong?")
            }
            About::Outside { words, candidates } => {
                format!("\"{}\" lies outside the plan: {}", shortened(words), choice(candidates))
            }
            About::Several { words, candidates } => {
                format!("\"{}\" can be read in several ways: {}", shortened(words), choice(candidates))
            }
            About::Unread { words } => {
                format!("\"{}\" is no date that can be read: which day?", shortened(words))
            }
            About::Sentence { words } => {
                format!("\"{}\": is it an activity, and is this its deadline?", shortened(words))
            }
            About::Columns { names, taken: Some(taken) } => {
                format!(
                    "several columns could hold the deadline ({}); \"{taken}\" was taken: is it the one?",
                    names.join(", ")
                )
            }
            About::Columns { names, taken: None } => {
                format!("several columns could hold the deadline ({}): which one?", names.join(", "))
            }
            About::DoneWithoutDay { words } => {
                format!("\"{}\", without a day: when was it done?", shortened(words))
            }
            About::Progress { words } => format!("progress is \"{}\": how many percent?", shortened(words)),
            About::Disagrees { words, other, at } => {
                let (words, other, at) = (shortened(words), shortened(other), self.place(at));
                format!("\"{words}\" here, \"{other}\" in {at}: which one holds?")
            }
            About::Inserted { words } => {
                format!(
                    "\"{}\" was inserted by a reviewer and is not accepted yet: does it stand?",
                    shortened(words)
                )
            }
            About::YearFrom { year, words, at } => {
                let (at, words) = (self.place(at), shortened(words));
                format!("no year is written; {year} was taken from \"{words}\" ({at}): is it right?")
            }
            About::PhaseStart { start } => {
                format!("the phase has no first day; {} was taken: is it right?", full(*start))
            }
            About::PhaseWithoutTime { words } => {
                format!("\"{}\" is no time that can be read: from when to when?", shortened(words))
            }
        }
    }
}

/// Asks which of the days is meant.
fn choice(days: &[NaiveDate]) -> String {
    let day = |day: &NaiveDate| {
        if differ_in_year(days) { full(*day) } else { format!("{} {}", day.day(), day.format("%B")) }
    };
    match days {
        [] => "which day is meant?".into(),
        [only] => format!("is {} meant?", day(only)),
        [before @ .., last] => {
            let before: Vec<String> = before.iter().map(day).collect();
            format!("{} or {}?", before.join(", "), day(last))
        }
    }
}

fn full(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), day.format("%B"), day.year())
}

fn table(number: usize, name: Option<&str>, aside: &str) -> String {
    let name = if_any(name, |name| format!("{}, ", shortened(name)));
    format!("table {number} ({name}{aside})")
}

fn left_why(why: LeftWhy) -> String {
    match why {
        LeftWhy::NoDates => "no dates".into(),
        LeftWhy::History => "a change history".into(),
        LeftWhy::Budget => "a budget".into(),
        LeftWhy::Staff => "a list of people".into(),
        LeftWhy::Form => "a form to be filled in".into(),
        LeftWhy::Estimate => "an estimate".into(),
        LeftWhy::Marks => "marks or colours under months or days, which are no dates".into(),
        LeftWhy::NotChosen => "not chosen".into(),
        LeftWhy::Hidden => "a hidden sheet".into(),
        LeftWhy::Past => "that of an earlier year".into(),
        LeftWhy::OtherYear { year } => format!("that of {year}"),
        LeftWhy::Repeats { table } => format!("says the same as table {table}"),
    }
}

fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Encoding(name) => format!("the text does not say how it is encoded; read as {name}"),
        Remark::HiddenSheet(sheet) => format!("sheet \"{sheet}\" is hidden"),
        Remark::HiddenRows { sheet, rows } => {
            format!("sheet \"{sheet}\": {} hidden; read, too", plural(rows, "row"))
        }
        Remark::Pictures(count) => format!("{}, whose text is not read", plural(count, "picture")),
    }
}
