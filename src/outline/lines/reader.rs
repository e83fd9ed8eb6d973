//! The lines of a text, one after the other.
//!
//! Each is the heading of a phase, a line with a date, a name above its date, a label of the entry before it, a part
//! of that entry, a heading, or a sentence; the first of these that fits counts.

use super::around::{Around, is_in_list};
use super::asked::{inserted, review};
use super::below::below;
use super::dated::{Dated, parted, time, undated};
use super::foot::{is_annex, is_date_of_document, is_signature, is_signed};
use super::headings::{Headings, Key};
use super::line::{Line, items};
use super::sections;
use super::under::{is_beside, is_note, is_under};
use crate::outline::dates::{begins_with_hour, is_time};
use crate::outline::document::Block;
use crate::outline::entry::{Activity, Found, Origin, Phase, Stated, Time};
use crate::outline::numbering::Style;
use crate::outline::phases;
use crate::outline::sentences::{self, deadlines};

/// What the lines of a text say, and where its tables stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    pub found: Found,
    /// From when to when the whole plan runs.
    pub period: Option<String>,
    /// What each table of the text stands under, in their order.
    pub tables: Vec<Under>,
}

/// What a table stands under.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Under {
    /// As an index into the phases that were found.
    pub phase: Option<usize>,
    /// The line above it.
    pub name: Option<String>,
}

/// Reads the paragraphs of a text or of a cell.
pub fn read(blocks: &[Block]) -> Read {
    Reader::of(&items(blocks)).read()
}

struct Reader<'r, 'd> {
    items: &'r [Option<Line<'d>>],
    around: Around,
    read: Read,
    headings: Headings,
    entry: Entry,
    /// The last line that is no entry by itself: it is one if what stands below it says who does it.
    waiting: Option<usize>,
}

/// What the lines below can belong to.
enum Entry {
    None,
    /// An activity, by its index.
    Activity {
        at: usize,
        key: Key,
        has_all: bool,
    },
    /// A date alone.
    Date {
        words: String,
        key: Key,
    },
}

impl<'r, 'd> Reader<'r, 'd> {
    fn of(items: &'r [Option<Line<'d>>]) -> Reader<'r, 'd> {
        let around = Around::of(items);
        let (read, headings) = (Read::default(), Headings::default());
        Reader { items, around, read, headings, entry: Entry::None, waiting: None }
    }

    fn read(mut self) -> Read {
        let mut at = 0;
        while let Some(item) = self.items.get(at) {
            at += match item {
                None => self.table(at),
                Some(line) => self.line(line, at),
            };
        }
        self.read
    }

    fn line_at(&self, at: usize) -> Option<&'r Line<'d>> {
        self.items.get(at)?.as_ref()
    }

    fn table(&mut self, at: usize) -> usize {
        let above = at.checked_sub(1).and_then(|at| self.line_at(at)).filter(|line| line.is_name());
        let name = above.map(|line| line.text.as_str()).or(self.headings.nearest()).map(str::to_owned);
        self.read.tables.push(Under { phase: self.phase(), name });
        self.entry = Entry::None;
        self.waiting = None;
        1
    }

    /// Reads a line; returns how many lines were read with it.
    fn line(&mut self, line: &'r Line<'d>, at: usize) -> usize {
        let next = self.line_at(at + 1);
        if is_annex(&line.text) {
            self.headings.clear();
            self.entry = Entry::None;
            return 1;
        }
        if is_signed(line, next) {
            return 2;
        }
        let is_signature = self.around.at(at).is_some_and(|dated| is_signature(line, dated));
        if is_signature || is_date_of_document(self.items, at) {
            return 1;
        }
        if self.is_background(line) {
            self.heading(line, false);
            return 1;
        }
        let reads = [
            Self::phase_heading,
            Self::label,
            Self::dated_line,
            Self::duty,
            Self::name_above,
            Self::part_of_entry,
            Self::heading_line,
        ];
        let read = reads.iter().find_map(|read| read(self, line, at));
        read.unwrap_or_else(|| self.sentence(line, at))
    }

    /// Whether the line is, or stands under, a heading of what is no plan.
    fn is_background(&self, line: &Line) -> bool {
        let is_heading = line.is_heading() || line.is_title();
        let key = is_heading.then(|| Key::of(line));
        self.headings.is_background(key) || is_heading && sections::is_background(&line.text)
    }

    fn heading(&mut self, line: &Line, is_phase: bool) {
        if line.is_heading() || line.is_title() || is_phase {
            let title = line.text.trim_end_matches(['：', ':']);
            self.headings.push(Key::of(line), title, is_phase);
        }
        self.entry = Entry::None;
        self.waiting = None;
    }

    fn phase_heading(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let key = Key::of(line);
        let is_step = self.headings.has_steps(key) && line.style.is_some();
        let heading = phases::heading(&line.text).or_else(|| phases::step(&line.text).filter(|_| is_step))?;
        let next = self.line_at(at + 1);
        let below = next
            .filter(|_| heading.time.is_none() && line.time.is_none())
            .and_then(|next| below(line, next, None));
        let is_sure = heading.is_numbered || line.is_heading() || heading.time.is_some() || below.is_some();
        let is_english =
            line.text.is_ascii() && heading.time.is_none() && line.time.is_none() && below.is_none();
        if !is_sure || is_english {
            return None;
        }
        self.heading(line, true);
        let words = heading
            .time
            .or_else(|| line.time.clone())
            .or_else(|| below.as_ref().map(|below| below.words.clone()));
        let time = words.map_or(Time::Unsaid, |words| {
            if is_time(&words) { Time::Period(words) } else { Time::ToSettle(words) }
        });
        let place = line.place.clone();
        let questions = inserted(line, heading.title.as_deref().unwrap_or_default(), &time);
        self.read.found.phases.push(Phase { place, title: heading.title, time, questions });
        self.sentences(line, &heading.rest, Key::Plain);
        if let Some(content) = below.as_ref().and_then(|below| below.content.as_deref()) {
            self.sentences(next.unwrap_or(line), content, Key::Plain);
        }
        Some(1 + usize::from(below.is_some()))
    }

    /// Adds who is named, and when, behind labels that stand alone.
    fn label(&mut self, line: &'r Line<'d>, _at: usize) -> Option<usize> {
        if !line.is_labels() {
            return None;
        }
        if let Some(task) = self.waiting.take().and_then(|at| self.line_at(at)) {
            let (name, content) = parted(&task.text);
            let activity = self.activity(task, Origin::List, name, Time::Unsaid);
            self.add(Activity { content, ..activity }, task);
        }
        if let Entry::Activity { at, .. } = self.entry {
            let activity = &mut self.read.found.activities[at];
            line.owners.clone().give_to(activity);
            if let (Time::Unsaid, Some(words)) = (&activity.time, &line.time) {
                activity.time = Time::Due(Stated::Words(words.clone()));
            }
        }
        Some(1)
    }

    fn dated_line(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let listed = self.around.list(at);
        let dated = match self.around.at(at) {
            Some(dated) if dated.is_bare() => return self.bare_date(line, at),
            Some(dated) if is_in_list(line, dated, self.around.like(at, dated.form, false)) => dated.clone(),
            Some(_) => return None,
            None => undated(line, listed?).or_else(|| self.without_date(line, at))?,
        };
        if !sections::is_group(&dated.name) && sentences::is_range(&dated.words) {
            self.read.period.get_or_insert(dated.words);
            return Some(1);
        }
        let time = time(&dated.words);
        let activity = self.activity(line, Origin::List, dated.name, time);
        self.add(Activity { content: dated.content, ..activity }, line);
        if self.around.heads(at) {
            self.entry = Entry::Date { words: dated.words, key: Key::of(line) };
        }
        Some(1)
    }

    /// An undated line of a dated list, where neither the line above it nor the one below it is its date.
    fn without_date(&self, line: &Line, at: usize) -> Option<Dated> {
        let has_date_above = matches!(self.entry, Entry::Date { key, .. } if key == Key::of(line));
        let has_date_below = self
            .line_at(at + 1)
            .is_some_and(|next| next.style.is_none() && self.around.at(at + 1).is_some_and(Dated::is_bare));
        (line.style.is_some() && !has_date_above && !has_date_below && !is_note(&line.text))
            .then(|| Dated::without_date(line))
    }

    /// A line that names who does it: an activity, whether a deadline stands in its sentences or not.
    fn duty(&mut self, line: &'r Line<'d>, _at: usize) -> Option<usize> {
        if line.owners.is_empty() || line.style.is_none() && line.level.is_none() {
            return None;
        }
        let (name, content) = parted(&line.text);
        match &mut deadlines(&line.text)[..] {
            [deadline] => {
                let time = Time::Due(Stated::Words(std::mem::take(&mut deadline.words)));
                let mut activity = self.activity(line, Origin::Sentence, name, time);
                activity.questions.insert(0, review(line, &deadline.sentence));
                self.add(Activity { content, ..activity }, line);
            }
            several => {
                let has_several = !several.is_empty();
                let activity = self.activity(line, Origin::List, name, Time::Unsaid);
                self.add(Activity { content, ..activity }, line);
                if has_several {
                    self.sentences(line, &line.text, Key::of(line));
                }
            }
        }
        Some(1)
    }

    /// A date alone is of all that stands under it, where something does.
    fn bare_date(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let words = self.around.at(at)?.words.clone();
        let is_like = self.around.like(at, self.around.at(at)?.form, true) > 0;
        let is_listed = is_like || self.around.heads(at) || line.level.is_some();
        let has_list = self.line_at(at + 1).is_some_and(|next| next.style == Some(Style::Bullet));
        if line.level.is_some() {
            self.headings.push(Key::of(line), "", false);
        }
        self.waiting = None;
        self.entry =
            if is_listed || has_list { Entry::Date { words, key: Key::of(line) } } else { Entry::None };
        Some(1)
    }

    fn name_above(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let next = self.line_at(at + 1)?;
        let is_under_date = matches!(self.entry, Entry::Date { .. }) && !line.is_heading();
        if !line.is_name() || !line.dates.is_empty() || is_under_date || self.around.heads(at + 1) {
            return None;
        }
        let is_hour = begins_with_hour(&line.text);
        let below = below(line, next, self.line_at(at + 2)).filter(|_| !is_hour)?;
        if sections::has_period(&line.text) || self.is_cover(line, at) {
            self.heading(line, false);
            if sections::has_period(&line.text) || sentences::is_range(&below.words) {
                self.read.period.get_or_insert(below.words);
            }
            return Some(2);
        }
        if line.is_heading() {
            self.heading(line, false);
        }
        let name = line.text.trim_end_matches(['：', ':']).to_owned();
        let activity = self.activity(line, Origin::List, name, time(&below.words));
        self.add(Activity { content: below.content, ..activity }, line);
        next.owners.clone().give_to(self.read.found.activities.last_mut()?);
        if let Entry::Activity { has_all, .. } = &mut self.entry {
            *has_all = true;
        }
        Some(2)
    }

    /// Whether a name and its date stand before all that is said: where, by whom or when it was written, or is held.
    fn is_cover(&self, line: &Line, at: usize) -> bool {
        let Found { phases, activities, .. } = &self.read.found;
        let is_first = phases.is_empty() && activities.is_empty() && self.headings.nearest().is_none();
        let is_left = self.line_at(at + 2).is_none_or(|after| after.is_heading() || after.is_lead());
        is_first && is_left && Key::of(line) == Key::Plain
    }

    fn part_of_entry(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let has_more = (at + 1..self.items.len().min(at + 4)).any(|at| self.around.at(at).is_some());
        match &self.entry {
            Entry::Activity { at, key, has_all }
                if is_note(&line.text) || is_under(line, *key, *has_all || has_more) =>
            {
                let content = &mut self.read.found.activities[*at].content;
                let text = content.take().map_or_else(String::new, |content| content + "\n");
                *content = Some(text + &line.written());
            }
            Entry::Date { words, key } if is_beside(line, *key) || is_under(line, *key, true) => {
                if !line.is_name() && !deadlines(&parted(&line.text).0).is_empty() {
                    self.sentences(line, &line.text, Key::of(line));
                    return Some(1);
                }
                let (time, (name, content)) = (time(words), parted(&line.text));
                let activity = self.activity(line, Origin::List, name, time);
                self.give(Activity { content, ..activity }, line);
            }
            _ => return None,
        }
        Some(1)
    }

    fn heading_line(&mut self, line: &'r Line<'d>, at: usize) -> Option<usize> {
        let is_followed = self.around.at(at + 1).is_some_and(|dated| !dated.is_bare());
        let is_lead = line.is_title() && (is_followed || line.text.ends_with(['：', ':']));
        if !line.dates.is_empty() || !(line.is_heading() || is_lead) {
            return None;
        }
        self.heading(line, false);
        self.waiting = Some(at);
        Some(1)
    }

    fn sentence(&mut self, line: &'r Line<'d>, at: usize) -> usize {
        self.entry = Entry::None;
        self.waiting = (line.style.is_some() || line.is_name()).then_some(at);
        self.sentences(line, &line.text, Key::of(line));
        1
    }

    /// Drafts the deadlines in a text for review, and takes the period of the whole plan.
    fn sentences(&mut self, line: &Line, text: &str, key: Key) {
        let period = if self.read.found.phases.is_empty() { sentences::period(text) } else { None };
        for deadline in deadlines(text) {
            if period.as_ref().is_some_and(|period| deadline.words.contains(period.as_str())) {
                continue;
            }
            let time = Time::Due(Stated::Words(deadline.words));
            let mut activity = self.activity(line, Origin::Sentence, deadline.title, time);
            activity.group = self.headings.group(key);
            let owners = if deadline.owners.is_empty() { line.owners.clone() } else { deadline.owners };
            owners.give_to(&mut activity);
            activity.questions.insert(0, review(line, &deadline.sentence));
            activity.content = Some(deadline.sentence);
            self.read.found.activities.push(activity);
        }
        if self.read.period.is_none() {
            self.read.period = period;
        }
    }

    fn activity(&self, line: &Line, origin: Origin, title: String, time: Time) -> Activity {
        let mut activity = Activity::named(line.place.clone(), origin, title);
        activity.phase = self.phase();
        activity.group = self.headings.group(Key::of(line));
        activity.questions = inserted(line, &activity.title, &time);
        activity.time = time;
        activity
    }

    /// Adds an activity to which what stands below can belong.
    fn add(&mut self, activity: Activity, line: &Line) {
        self.give(activity, line);
        let at = self.read.found.activities.len() - 1;
        self.entry = Entry::Activity { at, key: Key::of(line), has_all: false };
        self.waiting = None;
    }

    fn give(&mut self, mut activity: Activity, line: &Line) {
        line.owners.clone().give_to(&mut activity);
        self.read.found.activities.push(activity);
    }

    fn phase(&self) -> Option<usize> {
        self.headings.is_in_phase().then(|| self.read.found.phases.len().saturating_sub(1))
    }
}
