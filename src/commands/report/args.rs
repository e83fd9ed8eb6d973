//! What is typed of a report.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::{CommandError, IntoFile, some_name, some_text};
use crate::export::bulletin::{Dress, Format};
use crate::messages::Messages;
use crate::model::agenda::By;

/// Endings under which other programs would not open a text.
const NO_TEXT: [&str; 8] = ["doc", "wps", "pdf", "rtf", "xlsx", "xls", "html", "htm"];

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan report
  plan report --period 6月 --by owner --to 各科室
  plan report --owner 信息科                one unit's page, for a chat
  plan report --period Q2 --format markdown -o report.md
  plan report --period 6月 -f plans         all plans in a folder, by plan and by owner")]
pub(in crate::commands) struct Args {
    /// Only this stretch of time, as in 6月, 上月, 第27周, Q2 2026, 'last month', or a phase's id
    #[arg(long, value_name = "WORDS")]
    pub(super) period: Option<String>,
    /// Also the figures of each owner, group or phase
    #[arg(long, value_parser = by())]
    pub(super) by: Option<By>,
    /// Only what this unit answers for; without a period or --todo the page for a chat
    #[arg(long, value_name = "WHO", value_parser = some_name)]
    pub(super) owner: Option<String>,
    /// To whom it goes
    #[arg(long, value_name = "WHO", value_parser = some_text)]
    pub(super) to: Option<String>,
    /// A title in place of the usual one
    #[arg(long, value_name = "TEXT", value_parser = some_text)]
    pub(super) title: Option<String>,
    /// Ids after the titles, also in a Chinese bulletin
    #[arg(long)]
    pub(super) ids: bool,
    /// In place of the bulletin, what the plan itself lacks: evidence, owners, news
    #[arg(long, conflicts_with_all = ["period", "by", "to", "title"])]
    pub(super) todo: bool,
    /// The format; left out: by the ending of --output, else text
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,
    /// Write JSON
    #[arg(long, conflicts_with = "format")]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) into: IntoFile,
}

fn by() -> impl TypedValueParser<Value = By> {
    PossibleValuesParser::new(["owner", "group", "phase"]).map(|name| match name.as_str() {
        "group" => By::Group,
        "phase" => By::Phase,
        _ => By::Owner,
    })
}

impl Args {
    pub(super) fn dress(&self) -> Dress {
        Dress { title: self.title.clone(), to: self.to.clone(), by: self.by }
    }

    /// Whether it is the page for a chat.
    pub(super) fn reminds(&self) -> bool {
        self.owner.is_some() && self.period.is_none() && !self.json
    }

    /// Returns the format that was named, else that of the file's ending, else text, unless no program takes that for
    /// one.
    pub(super) fn format(&self, messages: &dyn Messages) -> Result<Format, CommandError> {
        let ending = self.into.ending();
        let is_text =
            |ending: &str| self.json || !NO_TEXT.iter().any(|other| other.eq_ignore_ascii_case(ending));
        if let Some(format) = self.format.or_else(|| Format::of_ending(ending?)) {
            return Ok(format);
        }
        if ending.is_none_or(is_text) {
            return Ok(Format::Text);
        }
        let names = Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let formats: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
        Err(CommandError::new(messages.no_format(&formats.join(messages.comma()))).wrong_arguments())
    }
}
