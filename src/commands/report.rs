//! `plan report`: the bulletin for those who ask, ready to paste.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::{Answer, Context, dates};
use crate::export::bulletin::{self, Format};
use crate::export::json;
use crate::model::agenda::By;
use crate::model::report::Bulletin;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan report
  plan report --period 6月 --by owner
  plan report --period Q2 --format markdown > report.md")]
pub(super) struct Args {
    /// Only this stretch of time, as in 6月, 上月, 第27周, Q2 2026, 'last month', or a phase's id
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
        let period = args.period.as_deref().map(|typed| dates::period(typed, opened)).transpose()?;
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
