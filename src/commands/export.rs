//! `plan export`: the timetable in the formats of other programs.

use clap::ValueEnum;

use crate::cli::{
    Answer, CommandError, Context, IntoFile, Opened, Selection, Several, Unread, agendas, telling_if_slow,
};
use crate::export::{self, Format, Timetable, Timetables, Wishes, json};
use crate::messages::{Messages, ParseError};
use crate::model::agenda::{Agenda, Filter};

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan export csv > ledger.csv
  plan export xlsx --each-owner -o june      one for each owner, to be filled in
  plan export ics --alarm 1 -o plan.ics      a calendar that rings the day before
  plan export -o plan.md --unfinished        the format by the ending
  plan -f plans export -o all.xlsx           all plans in the folder plans
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
    fn named(&self) -> Option<Format> {
        self.format.or_else(|| Format::of_ending(self.into.ending()?))
    }

    /// Refuses an option of another format than the one that was named.
    fn none_is_misplaced(&self, messages: &dyn Messages) -> Result<(), CommandError> {
        let named = self.named();
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
    match Several::of(context)? {
        Some(several) => several.view(|plans, unread| all(args, plans, unread, several.messages())),
        None => context.view(|opened| {
            let agenda = opened.agenda();
            let filter = args.selection.resolve(&agenda, opened)?;
            let timetable = timetable(opened, &agenda, Some(&filter));
            hand_out(args, &Timetables::one(timetable))
        }),
    }
}

fn all(
    args: &Args,
    plans: &[Opened<'_>],
    unread: &Unread,
    messages: &'static dyn Messages,
) -> anyhow::Result<Answer> {
    if plans.is_empty() && args.named() != Some(Format::Json) {
        // Why none could be read is all that can be said.
        return Ok(Answer::default());
    }
    let agendas = agendas(plans);
    let filters = args.selection.resolve_each(&agendas, plans)?;
    let each = plans.iter().zip(&agendas).zip(&filters);
    let timetables =
        each.map(|((opened, agenda), filter)| timetable(opened, agenda, filter.as_ref())).collect();
    hand_out(args, &Timetables::several(timetables, &unread.files(), messages))
}

/// Returns what of a plan is meant; nothing without a filter.
fn timetable<'t, 'p>(
    opened: &'t Opened<'_>,
    agenda: &'t Agenda<'p>,
    filter: Option<&Filter>,
) -> Timetable<'t, 'p> {
    let items = agenda.select(|item| filter.is_some_and(|filter| filter.admits(item)));
    Timetable::new(agenda, items, opened.file(), opened.messages)
}

fn hand_out(args: &Args, timetables: &Timetables<'_, '_>) -> anyhow::Result<Answer> {
    let messages = timetables.messages;
    args.none_is_misplaced(messages)?;
    let refused = |why| CommandError::new(messages.several_error(&why)).wrong_arguments();
    if args.each_owner {
        let ledgers =
            telling_if_slow(messages.exporting(), || export::to_fill_in(timetables)).map_err(refused)?;
        if ledgers.is_empty() {
            return Err(CommandError::new(messages.nobody_to_ask()).into());
        }
        return args.into.deliver_all(ledgers, "xlsx", messages);
    }
    let format = format(args, messages)?;
    let wishes = Wishes { no_bom: args.no_bom, alarm: args.alarm };
    let bytes = telling_if_slow(messages.exporting(), || export::write(timetables, format, wishes));
    args.into.deliver(bytes.map_err(refused)?, messages)
}

fn format(args: &Args, messages: &dyn Messages) -> anyhow::Result<Format> {
    let names = || Format::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let formats = || names().map(|name| name.get_name().to_owned()).collect::<Vec<_>>();
    let unknown =
        || CommandError::new(messages.no_format(&formats().join(messages.comma()))).wrong_arguments();
    Ok(args.named().ok_or_else(unknown)?)
}
