//! The plan that something is about.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::agenda::Agenda;

#[derive(Serialize)]
pub(super) struct Head<'a> {
    title: &'a str,
    file: &'a str,
    today: NaiveDate,
    year: Option<i32>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    office: Option<&'a str>,
}

/// Returns what is said of the plan, whose file is called `file`.
pub(super) fn head<'a>(agenda: &Agenda<'a>, file: &'a str) -> Head<'a> {
    Head {
        title: agenda.title(),
        file,
        today: agenda.day(),
        year: agenda.year(),
        start: agenda.range().map(|range| range.start),
        end: agenda.range().map(|range| range.end),
        office: agenda.office(),
    }
}
