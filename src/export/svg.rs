//! The timeline as a picture: phases as bands, a row an activity, its deadline as a mark on the day.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use unicode_width::UnicodeWidthChar;

use super::markup;
use super::timetable::{Timetable, Timetables};
use crate::messages::SeveralError;
use crate::model::agenda::{Item, Status};
use crate::model::axis::{Axis, Unit};
use crate::model::date::DateRange;
use crate::model::ledger::Light;

/// All in pixels of a picture that is readable as it is.
const WIDTH: f64 = 800.0;
const NAMES: f64 = 276.0;
const HEAD: f64 = 44.0;
const ROW: f64 = 24.0;
const FOOT: f64 = 48.0;
const MARGIN: f64 = 12.0;
/// How many months and other units get a line and a name of their own.
const MOST_UNITS: usize = 14;
/// In terminal cells: a Chinese character takes two.
const NAME_CELLS: usize = 38;

/// The colours on white paper; a page may set others.
const STYLE: &str = include_str!("svg.css");

/// Writes the picture as a file of its own.
///
/// # Errors
/// A picture of several plans would be too long to be one.
pub(super) fn write(timetables: &Timetables<'_, '_>) -> Result<String, SeveralError<'static>> {
    let only = timetables.plans.first().filter(|_| !timetables.are_several());
    let picture = picture(only.ok_or(SeveralError::OnePicture)?);
    let opening = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    Ok(format!("{opening}\n{}", picture.replacen('>', &format!("><style>{STYLE}</style>"), 1)))
}

/// Writes the element, for a page that brings the style; a sentence where nothing has a day.
pub(super) fn picture(timetable: &Timetable<'_, '_>) -> String {
    let agenda = timetable.agenda;
    let drawn: Vec<&Item<'_>> = timetable.items.iter().filter(|item| agenda.draws(item)).collect();
    let range = agenda.drawn_range(drawn.iter().copied());
    let rows = agenda.phases().len() + drawn.len();
    let rows = f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
    let height = HEAD + rows * ROW + FOOT;
    let title = markup::text(agenda.title());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{title}\">\n<title>{title}</title>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n"
    );
    if let Some(range) = range {
        Drawing { timetable, scale: Scale::over(range), height, svg: &mut svg }.draw(&drawn);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Days along the picture.
struct Scale {
    axis: Axis,
    first: NaiveDate,
    days: f64,
}

impl Scale {
    fn over(range: DateRange) -> Scale {
        let axis = Axis::over(range, MOST_UNITS);
        let count = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
        let first = axis.first().min(range.start);
        Scale { axis, first, days: count((range.end - first).num_days() + 1) }
    }

    /// Where a day begins.
    fn x(&self, day: NaiveDate) -> f64 {
        let before = f64::from(i32::try_from((day - self.first).num_days()).unwrap_or(i32::MAX));
        NAMES + (WIDTH - NAMES - MARGIN) * before / self.days
    }

    fn middle(&self, day: NaiveDate) -> f64 {
        f64::midpoint(self.x(day), self.end(day))
    }

    fn end(&self, day: NaiveDate) -> f64 {
        self.x(day.succ_opt().unwrap_or(day))
    }
}

struct Drawing<'d> {
    timetable: &'d Timetable<'d, 'd>,
    scale: Scale,
    height: f64,
    svg: &'d mut String,
}

impl Drawing<'_> {
    fn draw(&mut self, drawn: &[&Item<'_>]) {
        let bottom = self.height - FOOT;
        self.units(bottom);
        let mut y = HEAD;
        for phase in self.timetable.agenda.phases() {
            let (x, width) = self.stretch(phase.range);
            let label = format!("{} {}", phase.id, phase.title);
            self.name(y, &label, "phase-name");
            self.add(format_args!(
                "<rect class=\"phase\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"14\"/>",
                y + 5.0
            ));
            y += ROW;
        }
        for item in drawn {
            self.item(item, y);
            y += ROW;
        }
        self.today(bottom);
        self.legend();
    }

    fn add(&mut self, element: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.svg, "{element}");
    }

    /// Months, quarters or years: a line where each begins, and its name.
    fn units(&mut self, bottom: f64) {
        let (axis, messages) = (self.scale.axis, self.timetable.messages);
        for (at, day) in axis.days().enumerate() {
            let x = self.scale.x(day);
            let is_month = axis.unit() != Unit::Third || day.day() == 1;
            let class = if is_month { "unit" } else { "third" };
            self.add(format_args!(
                "<line class=\"{class}\" x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{bottom:.1}\"/>",
                HEAD - 6.0
            ));
            if at == 0 || (day.month0() == 0 && is_month) {
                let year = messages.year(day.year());
                self.add(format_args!(
                    "<text class=\"unit-name\" x=\"{:.1}\" y=\"16\">{}</text>",
                    x + 3.0,
                    markup::text(&year)
                ));
            }
            if axis.unit() != Unit::Year && is_month {
                let month = messages.month(day.month());
                self.add(format_args!(
                    "<text class=\"unit-name\" x=\"{:.1}\" y=\"33\">{}</text>",
                    x + 3.0,
                    markup::text(&month)
                ));
            }
        }
    }

    fn stretch(&self, range: DateRange) -> (f64, f64) {
        let x = self.scale.x(range.start);
        (x, (self.scale.end(range.end) - x).max(2.0))
    }

    fn name(&mut self, y: f64, name: &str, class: &str) {
        let short = markup::text(&shortened(name));
        let full = markup::text(name);
        self.add(format_args!(
            "<text class=\"{class}\" x=\"{MARGIN}\" y=\"{:.1}\">{short}<title>{full}</title></text>",
            y + 16.0
        ));
    }

    fn item(&mut self, item: &Item<'_>, y: f64) {
        let Some(due) = item.due.day else { return };
        let class = Light::of(item).map_or("open", class);
        self.name(y, &format!("{} {}", item.id, item.title), "name");
        let middle = y + ROW / 2.0;
        if let Some(start) = item.due.start {
            let (x, width) = self.stretch(DateRange { start, end: due });
            self.add(format_args!(
                "<rect class=\"bar {class}\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"6\"/>",
                middle - 3.0
            ));
        }
        let at = self.scale.middle(due);
        if let Some(original) = item.original.day.filter(|original| *original != due) {
            let from = self.scale.middle(original);
            self.add(format_args!("<line class=\"moved\" x1=\"{from:.1}\" y1=\"{middle:.1}\" x2=\"{at:.1}\" y2=\"{middle:.1}\"/>"));
            self.add(format_args!(
                "<circle class=\"original\" cx=\"{from:.1}\" cy=\"{middle:.1}\" r=\"4\"/>"
            ));
        }
        let messages = self.timetable.messages;
        let tip = format!("{} {}", messages.deadline(item.due), messages.status(item.status, item.days));
        let tip = markup::text(&tip);
        let shape = mark(at, middle, item.status);
        self.add(format_args!("<path class=\"mark {class}\" d=\"{shape}\"><title>{tip}</title></path>"));
    }

    fn today(&mut self, bottom: f64) {
        let today = self.timetable.agenda.day();
        let x = self.scale.middle(today);
        if !(NAMES..=WIDTH - MARGIN).contains(&x) {
            return;
        }
        self.add(format_args!(
            "<line class=\"today\" x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{bottom:.1}\"/>",
            HEAD - 6.0
        ));
        let day = self.timetable.messages.day(today);
        let anchor = if x > WIDTH - 120.0 { "end" } else { "start" };
        self.add(format_args!(
            "<text class=\"today-name\" text-anchor=\"{anchor}\" x=\"{x:.1}\" y=\"{:.1}\">{day}</text>",
            bottom + 14.0
        ));
    }

    fn legend(&mut self) {
        let y = self.height - 8.0;
        let mut x = MARGIN;
        for light in Light::ALL {
            let meaning = self.timetable.messages.light(light);
            let (class, shape) = (class(light), mark(x + 6.0, y - 4.0, sample(light)));
            self.add(format_args!("<path class=\"mark {class}\" d=\"{shape}\"/>"));
            self.add(format_args!(
                "<text class=\"legend\" x=\"{:.1}\" y=\"{y:.1}\">{}</text>",
                x + 16.0,
                markup::text(meaning)
            ));
            let cells: usize = meaning.chars().map(|c| c.width().unwrap_or_default()).sum();
            x += 34.0 + 6.2 * f64::from(u32::try_from(cells).unwrap_or_default());
        }
    }
}

/// A status that a colour of the legend stands for.
fn sample(light: Light) -> Status {
    match light {
        Light::Red => Status::Overdue,
        Light::Yellow => Status::DueSoon,
        Light::Green => Status::Done,
        Light::Blue => Status::DoneLate,
    }
}

pub(super) fn class(light: Light) -> &'static str {
    match light {
        Light::Red => "red",
        Light::Yellow => "yellow",
        Light::Green => "green",
        Light::Blue => "blue",
    }
}

/// A mark around a point: who sees no colours tells a square, done, from a diamond, and a triangle, overdue.
fn mark(x: f64, y: f64, status: Status) -> String {
    match status {
        Status::Done | Status::DoneLate => format!("M{:.1} {:.1}h10v10h-10z", x - 5.0, y - 5.0),
        Status::Overdue => format!("M{x:.1} {:.1}l6 11h-12z", y - 6.0),
        _ => format!("M{x:.1} {:.1}l6 6l-6 6l-6 -6z", y - 6.0),
    }
}

/// As much of a name as there is room for.
fn shortened(name: &str) -> String {
    let mut cells = 0;
    let mut short = String::new();
    for c in name.chars() {
        cells += c.width().unwrap_or_default();
        if cells > NAME_CELLS {
            return short + "…";
        }
        short.push(c);
    }
    short
}
