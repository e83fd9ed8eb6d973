//! What comes back or goes on, in English.

use chrono::{Datelike, NaiveDate};

use super::English;
use crate::messages::recurrence::{Recurrence, Recurrences};
use crate::messages::terms::Terms;
use crate::model::date::Rhythm;

impl Recurrences for English {
    fn recurrence(&self, said: &Recurrence<'_>) -> String {
        match said {
            Recurrence::ComesBack { id, words } => {
                format!("{id} comes back ({words}) and is not done once for all; nothing changed")
            }
            Recurrence::NoteRound { command } => format!("this round is done: {command} TEXT"),
            Recurrence::WriteOut { command } => format!("to mark each round, write the dates out: {command}"),
            Recurrence::WriteOneByOne => {
                "to mark each round, write each date out: plan add TITLE --due WHEN".into()
            }
            Recurrence::StopIt { command } => format!("it is to stop: {command} TEXT"),
            Recurrence::WentOn { command } => format!(
                "it was to go on, without a deadline: done means that it is over. For a word on progress: {command} TEXT"
            ),
            Recurrence::Heading => {
                "what comes back, written out as one activity a date (look first: --dry-run)".into()
            }
            Recurrence::WrittenOutAs { ids } => format!("written out as {ids}"),
            Recurrence::Past { count } => {
                format!("{count} of them were due before today; --period says which dates are wanted")
            }
            Recurrence::Uncertain { words } => {
                format!("on which days \"{words}\" falls is not certain; nothing changed")
            }
            Recurrence::CertainWords => {
                "write by the 10th of each month, monthly, every Friday, quarterly, 每旬; else add each date by itself"
                    .into()
            }
            Recurrence::NoPeriod => {
                "the plan has no first and last day; give them, as in --period \"June to December\"".into()
            }
            Recurrence::OnlyHere => {
                "--period is for what comes back, as in by the 10th of each month; nothing changed".into()
            }
            Recurrence::NoRounds { range } => {
                format!("there is no such day in {}; nothing changed", self.range(*range))
            }
            Recurrence::TooMany { most } => {
                format!("these are more than {most} activities; give a shorter --period; nothing changed")
            }
        }
    }

    fn title_of_round(&self, title: &str, rhythm: Rhythm, day: NaiveDate, with_year: bool) -> String {
        let round = match rhythm {
            Rhythm::Week(_) => day.format("%-d %B").to_string(),
            Rhythm::TenDays => match day.day() {
                ..=10 => day.format("early %B").to_string(),
                11..=20 => day.format("mid-%B").to_string(),
                _ => day.format("late %B").to_string(),
            },
            Rhythm::Month { .. } => day.format("%B").to_string(),
            Rhythm::Quarter { .. } => format!("Q{}", day.quarter()),
        };
        let year = if with_year { format!(" {}", day.year()) } else { String::new() };
        format!("{title} ({round}{year})")
    }
}
