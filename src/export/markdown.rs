//! The timetable as a table of GitHub Flavored Markdown, one for each plan.

use super::markup;
use super::timetable::{Timetable, Timetables};
use crate::messages::Label;
use crate::model::agenda::Item;
use crate::model::key::ActivityKey;
use crate::model::text::one_line;

pub(super) fn write(timetables: &Timetables<'_, '_>) -> String {
    let left_out = timetables.left_out().map(|sentence| format!("{}\n", cell(&sentence)));
    left_out.into_iter().chain(timetables.plans.iter().map(table)).collect::<Vec<_>>().join("\n")
}

fn table(timetable: &Timetable<'_, '_>) -> String {
    let messages = timetable.messages;
    let keys =
        [ActivityKey::Id, ActivityKey::Group, ActivityKey::Title, ActivityKey::Owner, ActivityKey::Due];
    let head = keys.map(|key| messages.key(key)).into_iter().chain([messages.label(Label::Status)]);
    let head: Vec<String> = head.map(str::to_owned).collect();
    let mut text = format!("# {}\n\n{}\n\n", cell(&timetable.title), cell(&timetable.subtitle()));
    text.push_str(&row(&head));
    text.push_str(&row(&vec!["---".to_owned(); head.len()]));
    for item in &timetable.items {
        text.push_str(&row(&cells(item, timetable)));
    }
    text
}

fn cells(item: &Item<'_>, timetable: &Timetable<'_, '_>) -> Vec<String> {
    let messages = timetable.messages;
    let owners: Vec<_> = item.owners().collect();
    let texts = [
        timetable.id(item.id).into_owned(),
        item.group().unwrap_or_default().to_owned(),
        item.title.to_owned(),
        owners.join(messages.comma()),
        messages.due(item),
        messages.status(item.status, item.days),
    ];
    texts.iter().map(|text| cell(text)).collect()
}

fn cell(text: &str) -> String {
    markup::markdown(&one_line(text))
}

fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}
