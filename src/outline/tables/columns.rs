//! What each column holds: by its name, and by its cells.

use super::cells::{Cells, cells};
use super::dates::{self, Stage};
use super::grid::{Line, Span};
use super::head::{Column, Head};
use super::names::{Date, Named, Surely, is_actual, is_closing, is_limit, named};
use crate::outline::dates::is_time;
use crate::outline::owners::Part;
use crate::outline::question::About;

/// What the columns of a table hold.
#[derive(Debug, Default)]
pub struct Columns {
    pub title: Option<Span>,
    /// How surely the title is one by its name.
    pub titled: Option<Surely>,
    pub serial: Option<Span>,
    /// From the left.
    pub groups: Vec<Span>,
    pub content: Vec<Span>,
    pub requirements: Vec<Span>,
    /// With the names to be written before them, empty for a remark.
    pub remarks: Vec<(String, Span)>,
    pub owners: Vec<(Part, Span)>,
    pub progress: Vec<Span>,
    pub done: Option<Span>,
    /// When it is to be done; several where each row has a date for each of several stages.
    pub stages: Vec<Stage>,
    /// Whether in one of these columns a date stands, and not only words for a time of another reckoning.
    pub is_dated: bool,
    /// Which column holds the deadline, where that is not certain.
    pub asked: Option<About>,
}

/// A column, what its name says, and what stands in it.
struct Look<'h> {
    column: &'h Column,
    named: Option<Named>,
    cells: Cells,
}

/// So many rows tell what a column holds.
const ROWS: usize = 300;

/// Finds what each column holds.
pub fn columns(head: &Head, body: &[Line]) -> Columns {
    let body = &body[..body.len().min(ROWS)];
    let look = |column| Look { column, named: by_name(column), cells: cells(body, column.span) };
    let mut looks: Vec<Look> = head.columns.iter().map(look).collect();
    told_by_progress(&mut looks);
    told_by_limit(&mut looks);
    let mut columns = Columns::default();
    let timed = times(&looks, &mut columns);
    let rest: Vec<&Look> =
        looks.iter().enumerate().filter(|(at, _)| !timed.contains(at)).map(|(_, look)| look).collect();
    let title = title(&rest);
    columns.title = title.map(|title| title.column.span);
    columns.titled = title.and_then(|title| match title.named {
        Some(Named::Title(surely)) => Some(surely),
        _ => None,
    });
    let name_span = columns.title;
    for look in rest.iter().filter(|look| Some(look.column.span) != name_span) {
        place(look, title, &mut columns);
    }
    columns
}

/// 进度 before all other names, over no state that something can be in, names what is to be done.
fn told_by_progress(looks: &mut [Look]) {
    let first =
        looks.iter_mut().find(|look| matches!(look.named, Some(Named::Progress)) || look.surely().is_some());
    if let Some(look) = first.filter(|look| look.is_named_for_what_is_done()) {
        look.named = Some(Named::Title(Surely::Yes));
    }
}

/// 办结时间 beside 办理时限 says when something was done.
fn told_by_limit(looks: &mut [Look]) {
    let is_due = |look: &Look| look.named == Some(Named::Date(Date::Due));
    if looks.iter().any(|look| is_due(look) && is_limit(&look.column.name)) {
        let closing = looks.iter_mut().filter(|look| is_due(look) && is_closing(&look.column.name));
        closing.for_each(|look| look.named = Some(Named::Date(Date::Done)));
    }
}

/// What the name says, with the one that stands over it.
fn by_name(column: &Column) -> Option<Named> {
    let alone = column.edge.map(Named::Date).or_else(|| named(&column.name));
    let both = || named(&format!("{} {}", column.over, column.name));
    let is_done = is_actual(&column.over);
    match alone {
        _ if column.over.is_empty() => alone,
        Some(Named::Date(Date::Start)) if is_done => Some(Named::Date(Date::Begun)),
        Some(Named::Date(_)) if is_done => Some(Named::Date(Date::Done)),
        Some(Named::Date(Date::When)) => both().filter(|named| matches!(named, Named::Date(_))).or(alone),
        None => both(),
        _ => alone,
    }
}

impl Look<'_> {
    fn date(&self) -> Option<Date> {
        match self.named {
            Some(Named::Date(_)) if self.holds_what_is_due() => None,
            Some(Named::Date(date)) if self.says_when() => Some(date),
            Some(Named::Progress) if self.is_mostly_dates() => Some(Date::When),
            _ => None,
        }
    }

    fn says_when(&self) -> bool {
        let Cells { filled, dated, codes, .. } = self.cells;
        dated > 0 || codes * 5 >= filled * 3
    }

    /// Homework due, over the names of the homework.
    fn holds_what_is_due(&self) -> bool {
        let is_what = self.column.name.to_lowercase().ends_with(" due");
        is_what && self.cells.times * 5 < self.cells.filled * 3
    }

    fn is_mostly_dates(&self) -> bool {
        let of = if self.column.name.is_empty() { self.cells.rows } else { self.cells.filled };
        self.cells.times > 1 && self.cells.times * 5 >= of * 3
    }

    /// Whether it holds dates though its name does not say so.
    fn holds_dates(&self) -> bool {
        self.date().is_none()
            && self.is_mostly_dates()
            && matches!(
                self.named,
                None | Some(Named::Title(_) | Named::Date(_) | Named::Requirements | Named::Content)
            )
    }

    /// Whether under a name that is not known, each cell holds a number and a word.
    fn may_say_how_long(&self) -> bool {
        let is_named = self.named.is_some() || self.column.name.is_empty();
        !is_named && self.cells.filled > 1 && self.cells.counts == self.cells.filled
    }

    /// Whether it is called 进度 over words of which each differs, and none says how far something is.
    fn is_named_for_what_is_done(&self) -> bool {
        let Cells { filled, distinct, words, states, .. } = self.cells;
        self.named == Some(Named::Progress)
            && states == 0
            && words == filled
            && distinct == filled
            && filled > 1
    }

    fn as_dates(&self, date: Option<Date>) -> dates::Column {
        dates::Column { span: self.column.span, name: self.column.name.clone(), date }
    }

    /// Whether under a name that is not known, each row has a number of its own.
    fn is_numbered_name(&self) -> bool {
        let Cells { rows, distinct, .. } = self.cells;
        self.named.is_none() && !self.column.name.is_empty() && distinct == rows && rows > 1
    }

    /// Whether its cells stand for several rows.
    fn is_grouping(&self) -> bool {
        self.cells.merged > 0 || self.cells.filled < self.cells.rows
    }

    /// Whether several of its cells say the same.
    fn is_repeating(&self) -> bool {
        self.cells.distinct * 10 < self.cells.filled * 8
    }

    fn surely(&self) -> Option<Surely> {
        match self.named {
            Some(Named::Title(surely)) => Some(surely),
            Some(Named::Content) => Some(Surely::Likely),
            _ => None,
        }
    }
}

/// Finds the columns that say when; returns which these are.
fn times(looks: &[Look], columns: &mut Columns) -> Vec<usize> {
    let mut timed = Vec::new();
    let mut of_stages: Vec<(&str, dates::Column)> = Vec::new();
    for (at, look) in looks.iter().enumerate() {
        match (look.date(), look.named) {
            (Some(Date::Done), _) if columns.done.is_none() => columns.done = Some(look.column.span),
            (Some(Date::Begun | Date::Done | Date::Other), _) => continue,
            (Some(date), _) => of_stages.push((stage_over(look.column), look.as_dates(Some(date)))),
            (None, Some(Named::Days)) => of_stages.push((stage_over(look.column), look.as_dates(None))),
            _ => continue,
        }
        columns.is_dated |= look.cells.dated > 0 || look.cells.filled == 0;
        timed.push(at);
    }
    if of_stages.iter().all(|(_, column)| column.date.is_none()) {
        let nameless = nameless_times(looks);
        columns.is_dated |= !nameless.is_empty();
        timed.extend(nameless.iter().map(|(at, ..)| *at));
        of_stages.extend(nameless.into_iter().map(|(_, stage, column)| (stage, column)));
    }
    let dates: Vec<(String, dates::Column)> =
        of_stages.iter().map(|(over, column)| (dates::full_name(over, column), column.clone())).collect();
    (columns.stages, columns.asked) = dates::stages(of_stages);
    let is_taken = |column: &dates::Column| columns.stages.iter().any(|stage| stage.has(column.span));
    let rest = dates.into_iter().filter(|(_, column)| column.date.is_some() && !is_taken(column));
    let rest: Vec<_> = rest.map(|(name, column)| (name, column.span)).collect();
    columns.remarks.extend(rest);
    timed
}

/// The columns that hold dates under names that do not say so; beside a single one, what may say for how long.
fn nameless_times<'l>(looks: &'l [Look]) -> Vec<(usize, &'l str, dates::Column)> {
    let holding: Vec<usize> = (0..looks.len()).filter(|at| looks[*at].holds_dates()).collect();
    let stage = |look: &Look<'l>| if holding.len() > 1 { look.column.name.as_str() } else { "" };
    let when = |at: &usize| (*at, stage(&looks[*at]), looks[*at].as_dates(Some(Date::When)));
    let mut times: Vec<_> = holding.iter().map(when).collect();
    let lasting = looks.iter().position(Look::may_say_how_long).filter(|_| holding.len() == 1);
    times.extend(lasting.map(|at| (at, "", looks[at].as_dates(None))));
    times
}

/// The stage that a column is about, where the name over it is one, and not 计划时间.
fn stage_over(column: &Column) -> &str {
    let over = column.over.to_lowercase();
    let of_time =
        ["计划", "预计", "时间", "日期", "期限", "plan", "date", "time", "schedule", "target", "period"];
    if of_time.iter().any(|word| over.contains(word)) { "" } else { &column.over }
}

/// The column of the names: the surest by its own name; of two, the one whose cells do not stand for several rows.
fn title<'l, 'h>(looks: &[&'l Look<'h>]) -> Option<&'l Look<'h>> {
    let worded = || looks.iter().copied().filter(|look| look.cells.words > 0);
    let first = worded().map(|look| look.column.span).next();
    let is_unnamed = |look: &&Look| {
        let is_first = Some(look.column.span) == first;
        is_first && look.named == Some(Named::Version)
            || look.named.is_none() && (is_first || look.column.name.is_empty())
    };
    let key = |look: &&Look| {
        (
            !look.is_merged_over_others(looks) && !look.is_repeating(),
            look.surely(),
            !look.is_grouping(),
            look.cells.words,
        )
    };
    let is_telling = |look: &&Look| look.surely().is_some() || is_unnamed(look) && !look.is_repeating();
    let best = worded().filter(is_telling).rev().max_by_key(key);
    let unknown = || worded().filter(|look| matches!(look.named, None | Some(Named::Date(_))));
    let fuller = || unknown().rev().max_by_key(|look| (look.cells.distinct, look.cells.words));
    let other = || worded().find(|look| matches!(look.named, Some(Named::Requirements | Named::Progress)));
    // 4.1, 4.0
    let number = || looks.iter().copied().find(|look| look.is_numbered_name());
    best.or_else(fuller).or_else(other).or_else(number)
}

impl Look<'_> {
    /// Whether it reaches over rows that have names of their own.
    fn is_merged_over_others(&self, looks: &[&Look]) -> bool {
        let others =
            looks.iter().filter(|other| other.column.span != self.column.span && other.surely().is_some());
        self.cells.merged > 0
            && others.into_iter().any(|other| other.cells.words > 0 && other.cells.merged == 0)
    }
}

/// Puts a column that is neither a name nor a date to those of its kind.
fn place(look: &Look, title: Option<&Look>, columns: &mut Columns) {
    let span = look.column.span;
    let is_left = title.is_some_and(|title| span < title.column.span);
    let is_group = is_left && (look.is_grouping() || title.is_some_and(Look::is_grouping));
    match look.named {
        Some(Named::Serial) => columns.serial = columns.serial.or(Some(span)),
        Some(Named::Owner(part)) => columns.owners.push((part, span)),
        Some(Named::Progress) => columns.progress.push(span),
        Some(Named::Requirements) => columns.requirements.push(span),
        Some(Named::Remark) => columns.remarks.push((String::new(), span)),
        Some(Named::Title(Surely::Perhaps)) => columns.groups.push(span),
        Some(Named::Title(_)) if is_left && look.is_grouping() => columns.groups.push(span),
        Some(Named::Title(_) | Named::Content) => columns.content.push(span),
        None if is_group && look.cells.words > 0 => columns.groups.push(span),
        None if look.cells.words == 0 && look.column.name.is_empty() => {
            columns.serial = columns.serial.or(Some(span));
        }
        // A day of a chart: where it is all that says when, its marks are kept.
        _ if is_time(&look.column.name) && !columns.stages.is_empty() => {}
        _ => columns.remarks.push((look.column.name.clone(), span)),
    }
}
