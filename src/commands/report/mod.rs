//! `plan report`: the bulletin for those who ask, ready to paste.

mod args;
mod several;

use std::slice;

use crate::cli::{Answer, Context, Opened, Several, dates, filters};
use crate::export::bulletin;
use crate::export::json;
use crate::model::agenda::Agenda;
use crate::model::report::{Bulletin, Reminder};

pub(super) use args::Args;

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    match Several::of(context)? {
        Some(several) => several::report(args, &several),
        None => context.view(|opened| report(args, opened)),
    }
}

fn report(args: &Args, opened: &Opened<'_>) -> anyhow::Result<Answer> {
    let bytes = bytes(args, &opened.agenda(), opened)?;
    let notices: Vec<String> = opened.located.notice(opened.messages).into_iter().collect();
    let answer = args.into.deliver(bytes, opened.messages)?;
    Ok(Answer { notices: [notices, answer.notices].concat(), ..answer })
}

fn bytes(args: &Args, agenda: &Agenda<'_>, opened: &Opened<'_>) -> anyhow::Result<Vec<u8>> {
    let (messages, file) = (opened.messages, opened.file());
    let format = args.format(messages)?;
    let agendas = slice::from_ref(agenda);
    let owner = args.owner.as_deref().map(|typed| filters::owner(typed, agendas, messages)).transpose()?;
    let owner = owner.as_deref();
    if args.todo {
        let write = || bulletin::write_todo(agendas, 0, owner, format, messages);
        return Ok(if args.json { json::todo(agenda, owner, file).into_bytes() } else { write() });
    }
    if let Some(owner) = owner.filter(|_| args.reminds()) {
        return Ok(bulletin::write_reminder(&Reminder::new(agenda, owner), format, messages));
    }
    let period = args.period.as_deref().map(|typed| dates::period(typed, opened)).transpose()?;
    let bulletin = Bulletin::new(agenda, period, owner, args.ids);
    if args.json {
        return Ok(json::bulletin(agenda, &bulletin, args.by, file).into_bytes());
    }
    Ok(bulletin::write(&bulletin, &args.dress(), format, messages))
}
