//! The bulletin on several plans.

use super::args::Args;
use crate::cli::{Answer, CommandError, Opened, Several, Unread, agendas, dates, filters};
use crate::export::bulletin::{self, Format};
use crate::export::json;
use crate::messages::{Messages, SeveralError};
use crate::model::agenda::{Agenda, By};
use crate::model::report::{Bulletin, Bulletins, Reminder};

pub(super) fn report(args: &Args, several: &Several) -> anyhow::Result<Answer> {
    let messages = several.messages();
    if args.by == Some(By::Phase) {
        let error = messages.several_error(&SeveralError::PhasesOfOne);
        return Err(CommandError::new(error).wrong_arguments().into());
    }
    let format = args.format(messages)?;
    several.view(|plans, unread| match bytes(args, plans, unread, format, messages)? {
        Some(bytes) => args.into.deliver(bytes, messages),
        None => Ok(Answer::default()),
    })
}

/// Returns what is written; None where no plan could be read.
fn bytes(
    args: &Args,
    plans: &[Opened<'_>],
    unread: &Unread,
    format: Format,
    messages: &dyn Messages,
) -> anyhow::Result<Option<Vec<u8>>> {
    let agendas = agendas(plans);
    let owner = args.owner.as_deref().filter(|_| !plans.is_empty());
    let owner = owner.map(|typed| filters::owner(typed, &agendas, messages)).transpose()?;
    let owner = owner.as_deref();
    let has_some =
        |agenda: &Agenda<'_>| owner.is_none_or(|owner| agenda.items().any(|item| item.is_of(owner)));
    let (agendas, plans): (Vec<Agenda<'_>>, Vec<&Opened<'_>>) =
        agendas.into_iter().zip(plans).filter(|(agenda, _)| has_some(agenda)).unzip();
    let files = plans.iter().map(|opened| opened.file());
    if args.todo {
        let json = || {
            let plans = agendas.iter().zip(files).map(|(agenda, file)| json::todo(agenda, owner, file));
            json::several(&plans.collect::<Vec<_>>(), &unread.files()).into_bytes()
        };
        let write = || bulletin::write_todo(&agendas, unread.count(), owner, format, messages);
        return Ok(if args.json { Some(json()) } else { (!plans.is_empty()).then(write) });
    }
    if let Some(owner) = owner.filter(|_| args.reminds()) {
        let pages: Vec<_> = agendas.iter().map(|agenda| Reminder::new(agenda, owner)).collect();
        let page = Reminder::of_all(&pages, unread.count());
        return Ok(page.map(|page| bulletin::write_reminder(&page, format, messages)));
    }
    let period =
        args.period.as_deref().map(|typed| dates::period_of_all(typed, &plans)).transpose()?.flatten();
    let bulletins = agendas.iter().map(|agenda| Bulletin::new(agenda, period, owner, args.ids)).collect();
    let all = Bulletins::new(bulletins, unread.count());
    if args.json {
        let bulletins = all.iter().flat_map(|all| &all.plans);
        let plans = agendas.iter().zip(bulletins).zip(files);
        let plans = plans.map(|((agenda, bulletin), file)| json::bulletin(agenda, bulletin, args.by, file));
        return Ok(Some(
            json::bulletins(all.as_ref(), &plans.collect::<Vec<_>>(), &unread.files()).into_bytes(),
        ));
    }
    Ok(all.map(|all| bulletin::write_all(&all, &args.dress(), format, messages)))
}
