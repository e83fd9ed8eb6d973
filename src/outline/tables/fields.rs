//! What a row says of an activity beside its name and its time.

use super::columns::Columns;
use super::grid::{Line, Seen, Span};
use super::head::one_line;
use crate::outline::document::{Block, Run};
use crate::outline::entry::{Activity, Stated};
use crate::outline::owners::{self, Owners};
use crate::outline::progress::{Progress, read, really_done};
use crate::outline::question::{About, Question};

/// Fills in what the row says.
pub fn fill(line: &Line, columns: &Columns, activity: &mut Activity) {
    let mut owners = owners(line, columns, |_| true);
    let (named, rest) = owners::take(&activity.title);
    if !rest.is_empty() {
        activity.title = rest;
        owners.join(named);
    }
    owners.give_to(activity);
    let content = joined(line, &columns.content).filter(|content| *content != activity.title);
    activity.content = [content, activity.content.take()]
        .into_iter()
        .flatten()
        .reduce(|one, other| if one == other { one } else { format!("{one}\n{other}") });
    activity.requirements = joined(line, &columns.requirements).filter(|text| *text != activity.title);
    activity.remark = remark(line, columns);
    progress(line, columns, activity);
    inserted(line, columns, activity);
}

/// Adds what a further row of the same activity says.
pub fn go_on(line: &Line, columns: &Columns, activity: &mut Activity) {
    let first = |spans: &[Span]| {
        let begins = spans.iter().filter(|span| line.own(**span).is_some_and(|seen| seen.is_first));
        joined(line, &begins.copied().collect::<Vec<_>>())
    };
    let add = |to: &mut Option<String>, more: Option<String>| match (to, more) {
        (Some(text), Some(more)) => {
            text.push('\n');
            text.push_str(&more);
        }
        (to, more) => *to = to.take().or(more),
    };
    add(&mut activity.content, first(&columns.content));
    add(&mut activity.requirements, first(&columns.requirements));
    let remarks: Vec<Span> = columns.remarks.iter().map(|(_, span)| *span).collect();
    add(&mut activity.remark, first(&remarks));
    owners(line, columns, |seen| seen.is_first).give_to(activity);
}

fn owners(line: &Line, columns: &Columns, is_said: impl Fn(&Seen) -> bool) -> Owners {
    let mut owners = Owners::default();
    for (part, span) in &columns.owners {
        if line.own(*span).is_some_and(&is_said) {
            owners.add(*part, line.text(*span));
        }
    }
    owners
}

fn joined(line: &Line, spans: &[Span]) -> Option<String> {
    let said = |span: &Span| Some(line.kept(*span).trim()).filter(|text| says_something(text));
    let texts: Vec<&str> = spans.iter().filter_map(said).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn remark(line: &Line, columns: &Columns) -> Option<String> {
    let said = |(name, span): &(String, Span)| {
        let text = line.kept(*span).trim();
        let colon = if name.is_ascii() { ": " } else { "：" };
        let named = if name.is_empty() { text.to_owned() } else { format!("{name}{colon}{text}") };
        let is_mark = text.contains(|c| MARKS.contains(c));
        (says_something(text) || is_mark && !name.is_empty()).then_some(named)
    };
    let texts: Vec<String> = columns.remarks.iter().filter_map(said).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// What is put under the name of a month.
pub const MARKS: &str = "√✓✔●○■□▲△★☆◆◇";

fn says_something(text: &str) -> bool {
    text != "无" && text.chars().any(char::is_alphanumeric)
}

fn progress(line: &Line, columns: &Columns, activity: &mut Activity) {
    let ask = |progress: Progress, seen: &Seen, activity: &mut Activity| {
        activity.progress = activity.progress.or(progress.percent);
        activity.done = activity.done.take().or(progress.done);
        let question = |about| Question { place: line.place(Some(seen)), about, further: 0 };
        activity.questions.extend(progress.asked.map(question));
    };
    if let Some(seen) = columns.done.and_then(|span| line.own(span)) {
        let words = seen.text.trim();
        match seen.cell.day {
            Some(day) => activity.done = Some(Stated::Day(day)),
            None => ask(really_done(words), seen, activity),
        }
    }
    for seen in columns.progress.iter().filter_map(|span| line.own(*span)) {
        let said = read(&one_line(&seen.text));
        let is_settled = activity.done.is_some() && matches!(said.asked, Some(About::DoneWithoutDay { .. }));
        ask(Progress { asked: said.asked.filter(|_| !is_settled), ..said }, seen, activity);
    }
}

/// Asks about what a reviewer inserted into the name or a date.
fn inserted(line: &Line, columns: &Columns, activity: &mut Activity) {
    let dates = columns.stages.iter().flat_map(|stage| [&stage.start, &stage.due, &stage.when]).flatten();
    let spans = columns.title.into_iter().chain(dates.map(|column| column.span));
    for seen in spans.filter_map(|span| line.own(span)) {
        let words = if line.row.marks.inserted { seen.text.to_string() } else { inserted_in(seen) };
        if !words.trim().is_empty() {
            let about = About::Inserted { words: words.trim().to_owned() };
            activity.questions.push(Question { place: line.place(Some(seen)), about, further: 0 });
            if line.row.marks.inserted {
                return;
            }
        }
    }
}

fn inserted_in(seen: &Seen) -> String {
    let runs = seen.cell.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => &paragraph.runs[..],
        Block::Table(_) => &[],
    });
    let is_new = |run: &&Run| run.marks.inserted && run.marks.stands();
    runs.filter(is_new).map(|run| run.text.as_str()).collect()
}
