//! `plan export`: the timetable in the formats of other programs.

use clap::ValueEnum;

use crate::cli::{Answer, CommandError, Context, IntoFile, Opened, Selection, telling_if_slow};
use crate::export::{self, Format, Timetable, Wishes, json};
use crate::messages::{Messages, ParseError};
use crate::model::agenda::Item;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan export csv > ledger.csv
  plan export xlsx --each-owner -o june      one for each owner, to be filled in
  plan export ics --alarm 1 -o plan.ics      a calendar that rings the day before
  plan export -o plan.md --unfinished        the format by the ending
  plan export jsonl | jq .title")]
pub(super) struct Args {
    /// The format; left out: by the ending of --output
    #[arg(value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    selection: Selection,
    /// ics: ring at nine in the morning, N days before
    #[arg(long, value_name = "N")]
    alarm: Option<u32>,
    /// csv: without the mark by which Excel knows UTF-8
    #[arg(long)]
    no_bom: bool,
    /// xlsx: for each owner a ledger to be filled in, into the folder -o
    #[arg(long, conflicts_with_all = ["alarm", "no_bom", "schema"])]
    each_owner: bool,
    /// json: the form of what is handed out, as JSON Schema
    #[arg(long)]
    schema: bool,
    #[command(flatten)]
    into: IntoFile,
}

impl Args {
    /// Refuses an option of another format than the one that was named.
    fn none_is_misplaced(&self, messages: &dyn Messages) -> Result<(), CommandError> {
        let named = self.format.or_else(|| Format::of_ending(self.into.ending()?));
        let options = [
            ("--alarm", self.alarm.is_some(), Format::Ics),
            ("--no-bom", self.no_bom, Format::Csv),
            ("--each-owner", self.each_owner, Format::Xlsx),
            ("--schema", self.schema, Format::Json),
        ];
        let misplaced =
            options.iter().find(|(_, is_asked, of)| *is_asked && named.is_some_and(|named| named != *of));
        let named = named.and_then(|named| named.to_possible_value());
        let Some(((option, ..), other)) = misplaced.zip(named) else { return Ok(()) };
        let error = ParseError::NotTogether { option, other: other.get_name() };
        Err(CommandError::new(messages.parse_error(&error)).wrong_arguments())
    }
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    if args.schema {
        args.none_is_misplaced(context.messages(None))?;
        return args.into.deliver(json::SCHEMA.into(), context.messages(None));
    }
    context.view(|opened| {
        args.none_is_misplaced(opened.messages)?;
        let agenda = opened.agenda();
        let filter = args.selection.resolve(&agenda, opened)?;
        let items: Vec<Item<'_>> = agenda.items().filter(|item| filter.admits(item)).collect();
        let timetable =
            Timetable { agenda: &agenda, items: &items, file: opened.file(), messages: opened.messages };
        if args.each_owner {
            return for_each_owner(args, &timetable);
        }
        let format = format(args, opened)?;
        let wishes = Wishes { no_bom: args.no_bom, alarm: args.alarm };
        let bytes =
            telling_if_slow(opened.messages.exporting(), || export::write(&timetable, format, wishes));
        args.into.deliver(bytes, opened.messages)
    })
}

/// Writes a ledger to be filled in for each of those who answer for something.
fn for_each_owner(args: &Args, timetable: &Timetable<'_, '_>) -> anyhow::Result<Answer> {
    let messages = timetable.messages;
    let ledgers = telling_if_slow(messages.exporting(), || export::to_fill_in(timetable));
    if ledgers.is_empty() {
        return Err(CommandError::new(messages.nobody_to_ask()).into());
    }
    args.into.deliver_all(ledgers, "xlsx", messages)
}

fn format(args: &Args, opened: &Opened<'_>) -> anyhow::Result<Format> {
    let by_ending = || Format::of_ending(args.into.ending()?);
    let names = || Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let formats = || names().map(|name| name.get_name().to_owned()).collect::<Vec<_>>();
    let comma = opened.messages.comma();
    let unknown = || CommandError::new(opened.messages.no_format(&formats().join(comma))).wrong_arguments();
    Ok(args.format.or_else(by_ending).ok_or_else(unknown)?)
}
