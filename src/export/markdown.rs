//! The timetable as a table of GitHub Flavored Markdown.

use super::markup;
use super::timetable::Timetable;
use crate::messages::Label;
use crate::model::agenda::Item;
use crate::model::key::ActivityKey;
use crate::model::text::one_line;

pub(super) fn write(timetable: &Timetable<'_, '_>) -> String {
    let Timetable { agenda, items, messages, .. } = timetable;
    let keys =
        [ActivityKey::Id, ActivityKey::Group, ActivityKey::Title, ActivityKey::Owner, ActivityKey::Due];
    let head = keys.map(|key| messages.key(key)).into_iter().chain([messages.label(Label::Status)]);
    let head: Vec<String> = head.map(str::to_owned).collect();
    let subtitle = messages.ledger_subtitle(agenda.office(), agenda.day());
    let mut text = format!("# {}\n\n{}\n\n", cell(agenda.title()), cell(&subtitle));
    text.push_str(&row(&head));
    text.push_str(&row(&vec!["---".to_owned(); head.len()]));
    for item in *items {
        text.push_str(&row(&cells(item, timetable)));
    }
    text
}

fn cells(item: &Item<'_>, timetable: &Timetable<'_, '_>) -> Vec<String> {
    let messages = timetable.messages;
    let owners: Vec<_> = item.owners().collect();
    let texts = [
        item.id.to_owned(),
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
