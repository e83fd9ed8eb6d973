//! `plan import`: a plan file, drafted from a document.

mod account;
mod compare;
mod filled_in;
mod pairs;

use std::path::{Path, PathBuf};
use std::slice;

use self::account::{Account, missing_annex};
use self::compare::{Revision, text_of};
use crate::cli::{
    Answer, CommandError, Context, DryRun, Json, Located, Opened, Output, Several, complete, context,
    context::zone_name,
    locate::{FILE_NAME, shown},
    telling_if_slow,
    typing::option,
};
use crate::import;
use crate::messages::{Confirmation, ImportError, Imported, Messages, ParseError};
use crate::outline::account::Account as Parts;
use crate::outline::document::{Document, Limit, Unreadable};
use crate::outline::{Choice, Outline, Stuck, understand};
use crate::planfile::Source;
use crate::planfile::compose::{Composed, Setting, compose};
use crate::planfile::save::{self, ReadError, SaveError};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan import plan.docx
  plan import timetable.xlsx -o 2026.toml --year 2026
  plan import plan.docx --table 3 --dry-run
  plan import revised.docx --compare plan.toml
  pdftotext -layout plan.pdf - | plan import -")]
pub(super) struct Args {
    /// The document: .docx, .doc, .wps, .xlsx, .xls, .csv, .tsv, .txt, .md; `-` reads text from standard input
    #[arg(value_name = "FILE", add = complete::files())]
    document: PathBuf,
    /// The new plan file, in place of plan.toml; `-` writes it to standard output
    #[arg(short, long, value_name = "FILE", add = complete::files())]
    output: Option<PathBuf>,
    /// The year of dates written without one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
    /// Take this table, by its number, and no other (repeatable)
    #[arg(long, value_name = "N")]
    table: Vec<usize>,
    /// Compare it with this plan (a ledger: also with all in a folder), and print the commands that bring it up to date;
    /// nothing is written
    #[arg(long, value_name = "PLAN", add = complete::files(), conflicts_with_all = ["output", "json", "dry_run"])]
    compare: Option<PathBuf>,
    #[command(flatten)]
    account: Json,
    #[command(flatten)]
    write: DryRun,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let typed = Typed { args, document: Located::typed(&args.document) };
    let messages = context.messages(None);
    let target = match args.output.as_deref().or(context.one_file()?) {
        Some(file) => Located::typed(file),
        None => Located::at(FILE_NAME.into()),
    };
    let is_stdin = |file: &Path| file.as_os_str() == "-";
    let together = if args.account.json && target.path.is_none() {
        Some(("--json", "-o -"))
    } else {
        let twice = is_stdin(&args.document) && args.compare.as_deref().is_some_and(is_stdin);
        twice.then_some(("import -", "--compare -"))
    };
    if let Some((option, other)) = together {
        let error = ParseError::NotTogether { option, other };
        return Err(CommandError::new(messages.parse_error(&error)).wrong_arguments().into());
    }
    let (document, outline) = typed.outline(messages)?;
    let ledgers = filled_in::find(&document);
    if let Some(plan) = args.compare.as_deref().filter(|_| !ledgers.is_empty()) {
        return with_plans(plan, context, |plans, head| {
            filled_in::answer(&ledgers, plans, head, &typed.document.name)
        });
    }
    let outline = outline.map_err(|stuck| typed.stuck(stuck, messages))?;
    let source = typed.file_name();
    let timezone = zone_name(messages)?;
    let setting = Setting { source: source.as_deref(), timezone: timezone.as_deref() };
    let composed = compose(outline, setting);
    let file = Source { name: &target.name, text: composed.text.as_str().into(), undecodable: None };
    // No command changes what went to standard output: those that are printed are for the file that it comes to be.
    let drafted = if target.path.is_none() { Located::at(FILE_NAME.into()) } else { target.clone() };
    let opened = context.open(&file, &drafted)?;
    if let Some(plan) = &args.compare {
        let text = text_of(&document);
        return Typed::with_plan(plan, context, |plan| {
            let document = typed.document.name.as_str();
            Revision { plan, draft: &opened, composed: &composed, document, text }.answer()
        });
    }
    let account = Account {
        composed: &composed,
        remarks: &document.remarks,
        opened: &opened,
        again: typed.command(""),
        document: &typed.document.name,
    };
    let mut answer = typed.write(&target, &composed, args.write.dry_run, opened.messages)?;
    if args.account.json {
        answer.output = Output::Bytes(account.json(answer.saved.as_deref()).into_bytes());
    } else {
        answer.notices = account.lines(answer.notices);
    }
    Ok(answer)
}

/// What was typed.
struct Typed<'a> {
    args: &'a Args,
    document: Located,
}

impl Typed<'_> {
    /// Returns the command again, with further options.
    fn command(&self, options: &str) -> String {
        let year = self.args.year.filter(|_| !options.contains("--year"));
        let year = year.map(|year| option("--year", year.to_string().as_str())).unwrap_or_default();
        format!("plan import {}{year}{options}", self.document.as_typed())
    }

    /// Returns the name of the document in its folder; what is piped has none.
    fn file_name(&self) -> Option<String> {
        let name = self.document.path.as_deref()?.file_name()?;
        Some(shown(Path::new(name)))
    }

    /// Reads the document and finds the plan in it.
    fn outline(&self, messages: &'static dyn Messages) -> anyhow::Result<(Document, Result<Outline, Stuck>)> {
        let name = &self.document.name;
        let bytes = match &self.document.path {
            Some(path) => save::read(path).map_err(|error| match error {
                ReadError::TooLarge => unreadable(name, &Unreadable::TooLarge(Limit::File), messages),
                error => CommandError::of_read(name, &error, messages),
            })?,
            None => context::stdin(messages)?,
        };
        let choice = Choice { year: self.args.year, tables: self.args.table.clone(), file: self.file_name() };
        let read = telling_if_slow(messages.imported(&Imported::Reading { file: name }), || {
            let document = import::read(name, &bytes)?;
            let outline = understand(&document, &choice);
            Ok((document, outline))
        });
        read.map_err(|why: Unreadable| unreadable(name, &why, messages).into())
    }

    fn stuck(&self, stuck: Stuck, messages: &dyn Messages) -> CommandError {
        let say = |error: &ImportError<'_>| messages.import_error(error);
        match stuck {
            Stuck::NoYear(years) => {
                let error = CommandError::new(say(&ImportError::NoYear));
                let error =
                    years.iter().fold(error, |error, year| error.hint(say(&ImportError::YearStands(year))));
                let year = years.first().map_or_else(|| "YYYY".to_owned(), |other| other.year.to_string());
                error.hint(say(&ImportError::GiveYear { command: self.command(&format!(" --year {year}")) }))
            }
            Stuck::NoPlan(Parts { left, missing, .. }) => {
                let error = CommandError::new(say(&ImportError::NoPlan { file: &self.document.name }));
                let mut hints: Vec<String> =
                    missing.iter().map(|name| missing_annex(name, messages)).collect();
                if let Some(first) = left.first() {
                    hints.push(messages.imported(&Imported::Left(&left)));
                    let command = self.command(&format!(" --table {}", first.number));
                    hints.push(messages.imported(&Imported::ChooseTable { command }));
                }
                hints.push(say(&ImportError::PlanByHand { command: "plan init".to_owned() }));
                hints.iter().fold(error, CommandError::hint)
            }
            Stuck::NoSuchTable { number, tables } => {
                CommandError::new(say(&ImportError::NoSuchTable { number, tables }))
            }
        }
    }

    /// Opens the plan that the document is compared with.
    fn with_plan(
        plan: &Path,
        context: &Context,
        answer: impl FnOnce(&Opened<'_>) -> Answer,
    ) -> anyhow::Result<Answer> {
        let located = Located::typed(plan);
        let messages = context.messages(None);
        let bytes = match &located.path {
            Some(path) => context::read(path, &located.name, messages)?,
            None => context::stdin(messages)?,
        };
        let source = Source::decode(&located.name, &bytes);
        Ok(answer(&context.open(&source, &located)?))
    }

    /// Writes the draft where it was asked for; never over a file.
    fn write(
        &self,
        target: &Located,
        composed: &Composed,
        dry_run: bool,
        messages: &'static dyn Messages,
    ) -> anyhow::Result<Answer> {
        if dry_run {
            let notices = vec![messages.confirmation(&Confirmation::DryRun)];
            return Ok(Answer { notices, ..Answer::default() });
        }
        let Some(path) = &target.path else { return Ok(composed.text.clone().into()) };
        let file = target.name.as_str();
        let written = save::create(path, composed.text.as_bytes(), false).map_err(|error| {
            let is_there = matches!(error, SaveError::AlreadyThere);
            let error = CommandError::of_save::<CommandError>(file, error, messages);
            if !is_there {
                return error;
            }
            let named = self.file_name().map(|name| Path::new(&name).with_extension("toml"));
            let other = named.map_or_else(|| "plan2.toml".to_owned(), |name| shown(&name));
            let another = ImportError::IntoAnother { command: self.command(&option("-o", &*other)) };
            let compare = ImportError::CompareIt { command: self.command(&option("--compare", file)) };
            [another, compare].iter().fold(error, |error, hint| error.hint(messages.import_error(hint)))
        })?;
        let answer = Answer { notices: vec![messages.written_into(file)], ..Answer::default() };
        Ok(answer.of_file(file, written, || messages))
    }
}

/// Opens the plan that a ledger is compared with, or all of a folder: also what stands over them.
fn with_plans(
    plan: &Path,
    context: &Context,
    answer: impl Fn(&[Opened<'_>], (&str, &str)) -> Answer,
) -> anyhow::Result<Answer> {
    let located = Located::typed(plan);
    let Some(several) = Several::of(&context.clone().on(&located))? else {
        return Typed::with_plan(plan, context, |plan| {
            answer(slice::from_ref(plan), (plan.title(), plan.file()))
        });
    };
    several.view(|plans, unread| {
        let title = several.messages().plans(plans.len(), unread.count());
        Ok(answer(plans, (&title, &located.name)))
    })
}

fn unreadable(file: &str, why: &Unreadable, messages: &dyn Messages) -> CommandError {
    CommandError::new(messages.unreadable(file, why)).hint(messages.make_readable(why))
}
