//! `plan report`: the bulletin for those who ask, ready to paste.

use chrono::Datelike;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::{Answer, CommandError, Context, Opened, dates};
use crate::export::bulletin::{self, Format};
use crate::export::json;
use crate::messages::ArgumentError;
use crate::model::agenda::By;
use crate::model::date::{Calendar, DatePhrase, DateRange, When};
use crate::model::diagnostic::Code;
use crate::model::report::Bulletin;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan report
  plan report --period 6月 --by owner
  plan report --period Q2 --format markdown > report.md")]
pub(super) struct Args {
    /// Only this stretch of time, as in 6月, 二季度, Q2 2026, '1 May to 15 June'
    #[arg(long, value_name = "WORDS")]
    period: Option<String>,
    /// Also the figures of each owner, group or phase
    #[arg(long, value_parser = by())]
    by: Option<By>,
    /// How headings and lists are written
    #[arg(long, value_enum, default_value = "text", hide_default_value = true)]
    format: Format,
    /// Write JSON
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

fn by() -> impl TypedValueParser<Value = By> {
    PossibleValuesParser::new(["owner", "group", "phase"]).map(|name| match name.as_str() {
        "group" => By::Group,
        "phase" => By::Phase,
        _ => By::Owner,
    })
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    context.view(|opened| {
        let period = args.period.as_deref().map(|typed| period(typed, opened)).transpose()?;
        let agenda = opened.agenda_on(period.map_or(opened.day.today, |period| period.end));
        let bulletin = Bulletin::new(&agenda, period);
        let by = args.by;
        let text = if args.json {
            json::bulletin(&bulletin, by, opened.file())
        } else {
            bulletin::write(&bulletin, by, args.format, opened.messages)
        };
        let notices = opened.located.notice(opened.messages).into_iter().collect();
        Ok(Answer { notices, ..text.into() })
    })
}

/// Reads the stretch of time, up to today. Where the plan does not settle its year, it is the last one that has
/// begun.
fn period(typed: &str, opened: &Opened<'_>) -> anyhow::Result<DateRange> {
    let (messages, today) = (opened.messages, opened.day.today);
    let last_begun = || {
        let phrase = DatePhrase::parse(typed).ok()?;
        let years =
            [today.year(), today.year() - 1].map(|year| Calendar { year: Some(year), ..Calendar::default() });
        years.iter().find_map(|calendar| match phrase.resolve(calendar).ok()?.when {
            When::Range(range) => Some(range).filter(|range| range.start <= today),
            _ => None,
        })
    };
    let range = match dates::reading(typed, None, opened) {
        Ok(reading) => match reading.when {
            When::Range(range) => range,
            _ => {
                let code = Code::NotARange { words: typed.into() };
                return Err(CommandError::new(messages.diagnostic(&code)).into());
            }
        },
        Err(unclear) => last_begun().ok_or(unclear)?,
    };
    DateRange::new(range.start, range.end.min(today)).ok_or_else(|| {
        let start = range.start;
        CommandError::new(messages.argument_error(&ArgumentError::PeriodAhead { start, today })).into()
    })
}
