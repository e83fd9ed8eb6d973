//! Which of the columns of dates says when something is to be done.

use super::grid::Span;
use super::names::Date;
use crate::outline::question::About;

/// A column of dates, or of so many days.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub span: Span,
    pub name: String,
    /// None: it counts days.
    pub date: Option<Date>,
}

/// The columns that say when one thing is to be done.
#[derive(Debug, Default, PartialEq)]
pub struct Stage {
    /// The stage, where the rows have several.
    pub name: Option<String>,
    pub start: Option<Column>,
    pub due: Option<Column>,
    /// One that holds days or ranges.
    pub when: Option<Column>,
    pub days: Option<Column>,
}

impl Stage {
    /// Whether one of its columns is the one there.
    pub fn has(&self, span: Span) -> bool {
        let columns = [&self.start, &self.due, &self.when, &self.days];
        columns.into_iter().flatten().any(|column| column.span == span)
    }
}

/// Chooses among columns, each with the stage that it is about; asks where the choice is not certain.
pub fn stages(columns: Vec<(&str, Column)>) -> (Vec<Stage>, Option<About>) {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in &columns {
        if !name.is_empty() && !names.contains(name) {
            names.push(name);
        }
    }
    if names.len() < 2 || names.iter().all(|name| is_group(name)) {
        let whole = |(over, column): (&str, Column)| Column { name: full_name(over, &column), ..column };
        let columns: Vec<Column> = columns.into_iter().map(whole).collect();
        let (stage, asked) = choose(&columns);
        return (stage.into_iter().collect(), asked);
    }
    let of = |name: &str| -> Vec<Column> {
        columns.iter().filter(|(stage, _)| *stage == name).map(|(_, column)| column.clone()).collect()
    };
    let mut asked = None;
    let stage = |name: &&str| {
        let (stage, question) = choose(&of(name));
        asked = asked.take().or(question);
        stage.map(|stage| Stage { name: Some((*name).to_owned()), ..stage })
    };
    (names.iter().filter_map(stage).collect(), asked)
}

/// The name of a column with the one that stands over it.
pub fn full_name(over: &str, column: &Column) -> String {
    let blank = if over.is_ascii() { " " } else { "" };
    format!("{over}{blank}{}", column.name).trim().to_owned()
}

/// `Section 2`, 3班: those for whom something is done, each with days of its own, and not what is done.
fn is_group(name: &str) -> bool {
    const GROUPS: &[&str] = &["section", "group", "team", "class", "cohort", "班", "组", "队", "批"];
    let is_number = |c: char| c.is_ascii_digit() || "第一二三四五六七八九十 ".contains(c);
    GROUPS.contains(&name.to_lowercase().trim_matches(is_number)) && name.contains(is_number)
}

/// Of two columns, a start and an end; of three, the one whose name says 完成, 截止, `Due` or `Finish`, unless two others
/// are a 开始 and a 结束 behind it: 报名截止.
fn choose(columns: &[Column]) -> (Option<Stage>, Option<About>) {
    let of = |date: Date| columns.iter().filter(move |column| column.date == Some(date));
    let dates = columns.iter().filter(|column| column.date.is_some());
    let names: Vec<String> = dates.map(|column| column.name.clone()).collect();
    let days = columns.iter().find(|column| column.date.is_none()).cloned();
    let (start, due, end, when) =
        (of(Date::Start).next(), of(Date::Due).next(), of(Date::End).next(), of(Date::When).next());
    let is_pair = start.is_some() && end.is_some();
    let is_due_later = due.zip(end).is_some_and(|(due, end)| due.span > end.span);
    let Some(taken) = end.filter(|_| is_pair && !is_due_later).or(due).or(end).or(when).or(start) else {
        return (None, None);
    };
    let (is_start, is_when) = (Some(taken) == start, Some(taken) == when);
    let is_alone = is_start && days.is_none();
    let ends = of(Date::Due).count() + of(Date::End).count();
    let is_third = is_pair && when.is_some() && due.is_none();
    let asked = (ends > 1 || is_third || is_alone || is_when && names.len() > 1)
        .then(|| About::Columns { names, taken: Some(taken.name.clone()) });
    let stage = Stage {
        name: None,
        start: start.filter(|_| !is_alone && !is_when).cloned(),
        due: (is_alone || !is_when && !is_start).then(|| taken.clone()),
        when: is_when.then(|| taken.clone()),
        days: days.filter(|_| is_start || is_when),
    };
    (Some(stage), asked)
}
