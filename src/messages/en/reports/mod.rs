//! A report, in English.

mod lines;
mod overview;
mod words;

use chrono::NaiveDate;

use self::words::{as_of, counted, during, full, label_with_year, short};
use super::English;
use super::terms::plural;
use crate::messages::reports::{Lacking, Reminded, Reports};
use crate::messages::terms::if_any;
use crate::model::agenda::By;
use crate::model::report::{Line, Part, Period, Reminder, Scope, Subject, Summary};

impl Reports for English {
    fn report_title(&self, summary: &Summary<'_>) -> String {
        what(summary.subject)
    }

    fn report_subtitle(&self, summary: &Summary<'_>) -> Option<String> {
        let of = match summary.scope.period {
            Some(period) => format!(" for {}", label_with_year(period)),
            None => format!(", {}", full(summary.scope.day)),
        };
        let owner = if_any(summary.owner.as_deref(), |owner| format!(" on the items of {owner}"));
        Some(format!("Progress report{owner}{of}"))
    }

    fn addressee(&self, to: &str) -> String {
        format!("To: {to}")
    }

    fn report_opening(&self, _summary: &Summary<'_>) -> Option<String> {
        None
    }

    fn overview(&self, summary: &Summary<'_>) -> Vec<String> {
        overview::paragraphs(summary)
    }

    fn part(&self, part: Part, _at: usize, count: usize, scope: &Scope<'_>) -> String {
        let number = counted(count, scope);
        match (part, scope.period) {
            (Part::Overview, _) => "Summary".to_owned(),
            (Part::Finished, Some(period)) => format!("Done {} ({count})", during(period, scope)),
            (Part::Finished, None) => format!("Done ({count})"),
            (Part::Overdue { .. }, _) if count == 0 => "Overdue".to_owned(),
            (Part::Overdue { before }, Some(period)) => {
                format!("Overdue ({count}{})", of_which(count - before, before, period, scope))
            }
            (Part::Overdue { .. }, None) => format!("Overdue ({number})"),
            (Part::ExpectedLate, _) => format!("Expected late ({number})"),
            (Part::UnderWay, _) => format!("Under way ({number})"),
            (Part::Changes { cancelled: 0, .. }, _) => format!("Deadlines moved ({number})"),
            (Part::Changes { moves: 0, .. }, _) => format!("Items cancelled ({number})"),
            (Part::Changes { .. }, _) => format!("Deadlines moved, items cancelled ({number})"),
            (Part::Next { until: Some(until) }, None) => format!("Due by {} ({count})", short(until, scope)),
            (Part::Next { until: None }, None) => format!("Due soon ({count})"),
            (Part::Next { .. }, Some(period)) if scope.is_over() => {
                format!("Due {} ({count})", if_any(period.next(), |next| during(next, scope)))
            }
            (Part::Next { .. }, Some(period)) => format!("Still due {} ({count})", during(period, scope)),
            (Part::Plans | Part::By { .. }, period) => {
                let each = if let Part::By { by, .. } = part { each(by) } else { "plan" };
                let of =
                    period.map_or_else(|| as_of(scope), |period| format!("due {}", during(period, scope)));
                format!("By {each} ({of})")
            }
        }
    }

    fn none(&self) -> &'static str {
        "None."
    }

    fn report_line(&self, line: &Line<'_>, scope: &Scope<'_>) -> String {
        lines::line(line, scope)
    }

    fn report_remark(&self, part: Part) -> Option<&'static str> {
        matches!(part, Part::By { shared: true, .. }).then_some(
            "An item that several units answer for counts under each; the sum is larger than the total.",
        )
    }

    fn bullet(&self, _at: usize) -> String {
        "- ".to_owned()
    }

    fn full_date(&self, day: NaiveDate) -> String {
        full(day)
    }

    fn written_into(&self, file: &str) -> String {
        format!("Wrote {file}.")
    }

    fn reminder_title(&self, reminder: &Reminder<'_>) -> String {
        format!("{}: {}, {}", reminder.owner, what(reminder.subject), full(reminder.scope.day))
    }

    fn reminder_subtitle(&self, _reminder: &Reminder<'_>) -> Option<String> {
        None
    }

    fn reminder_part(&self, part: Reminded, count: usize, reminder: &Reminder<'_>) -> String {
        match part {
            Reminded::Overdue => format!("Overdue ({count})"),
            Reminded::Due => format!("Due in {} ({count})", month(reminder)),
            Reminded::Moved => format!("Deadlines moved in {} ({count})", month(reminder)),
        }
    }

    fn nothing_to_remind(&self, reminder: &Reminder<'_>) -> String {
        format!("Nothing overdue, nothing due in {}.", month(reminder))
    }

    fn todo_title(&self, title: &str, owner: Option<&str>, day: NaiveDate) -> String {
        let owner = if_any(owner, |owner| format!("{owner}: "));
        format!("{owner}{title}: to be completed, {}", full(day))
    }

    fn lacking(&self, lacking: Lacking, count: usize) -> String {
        let what = match lacking {
            Lacking::Evidence => "Done, without evidence".to_owned(),
            Lacking::Owner => "No owner".to_owned(),
            Lacking::News(days) => format!("No note for {days} days"),
        };
        format!("{what} ({count})")
    }

    fn nothing_lacking(&self) -> &'static str {
        "Nothing is lacking."
    }
}

fn what(subject: Subject<'_>) -> String {
    match subject {
        Subject::Plan(title) => title.to_owned(),
        Subject::Plans { count, .. } => plural(&count, "plan"),
    }
}

fn each(by: By) -> &'static str {
    match by {
        By::Owner => "unit",
        By::Group => "group",
        By::Phase => "phase",
    }
}

fn of_which(inside: usize, before: usize, period: Period, scope: &Scope<'_>) -> String {
    let during = during(period, scope);
    match (inside, before) {
        (_, 0) => format!(", due {during}"),
        (0, _) => ", due before".to_owned(),
        _ => format!(": {inside} due {during}, {before} due before"),
    }
}

fn month(reminder: &Reminder<'_>) -> String {
    reminder.scope.day.format("%B").to_string()
}
