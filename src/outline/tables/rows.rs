//! Rows to activities, and what is carried down to them: groups, phases, a date that stands over several.

use super::columns::Columns;
use super::dates::Stage;
use super::grid::{Line, Seen};
use super::head::{Head, is_head_again, one_line};
use super::heading::{heading, is_beside_the_plan, without_text_below};
use super::phases::{is_phase, phases};
use super::time::{said, stated, time};
use super::title::{Item, items, lines_beside};
use super::{fields, outline_number};
use crate::outline::dates::{is_time, spots};
use crate::outline::entry::{Activity, Found, Origin, Phase, Stated, Time};
use crate::outline::numbering;
use crate::outline::question::{About, Question};

/// Reads the rows below the head.
pub fn rows(body: &[Line], columns: &Columns, head: &Head) -> Found {
    let body = without_text_below(body);
    let groups = vec![None; columns.groups.len()];
    let phases = phases(body, columns, head);
    let mut reader = Reader { groups, phases, ..Reader::over(columns) };
    for (at, line) in body.iter().enumerate() {
        let next = body[at + 1..].first();
        if is_head_again(line, head) || is_beside_the_plan(line, head) {
            continue;
        }
        match heading(line, next, columns, head) {
            Some(seen) => reader.heading(line, seen),
            None => reader.row(line, next),
        }
    }
    reader.found
}

struct Reader<'r> {
    columns: &'r Columns,
    found: Found,
    /// The name over the rows, from a row of its own.
    heading: Option<String>,
    /// What the columns of groups say, from the left.
    groups: Vec<Option<String>>,
    /// Which of these columns name phases.
    phases: Vec<bool>,
    phase: Option<usize>,
    /// A date that stands alone over the rows.
    dated: Option<String>,
    /// The rows that this one belongs to by its number: 1, 1.2.
    parents: Vec<(String, String)>,
}

impl<'r> Reader<'r> {
    fn over(columns: &'r Columns) -> Reader<'r> {
        Reader {
            columns,
            found: Found::default(),
            heading: None,
            groups: Vec::new(),
            phases: Vec::new(),
            phase: None,
            dated: None,
            parents: Vec::new(),
        }
    }

    fn heading(&mut self, line: &Line, seen: &Seen) {
        let text = one_line(&seen.text);
        let name = numbering::without(&text);
        self.groups.fill(None);
        self.parents.clear();
        (self.heading, self.phase, self.dated) = (None, None, None);
        if is_time(&text) {
            self.dated = Some(text);
        } else if let ([spot], true) = (&spots(name)[..], is_phase(name)) {
            let title = name[..spot.start].trim_end_matches(['(', '（', '：', ':', ' ']).to_owned();
            self.begin_phase(line, title, said(Stated::Words(spot.words.to_owned())), Vec::new());
        } else {
            self.heading = Some(name.to_owned());
        }
    }

    fn begin_phase(&mut self, line: &Line, title: String, time: Time, questions: Vec<Question>) {
        self.phase = Some(self.found.phases.len());
        self.found.phases.push(Phase { place: line.row.place.clone(), title: Some(title), time, questions });
    }

    fn row(&mut self, line: &Line, next: Option<&Line>) {
        let begun = self.carry_groups(line);
        let title = self.columns.title.map_or("", |title| line.text(title));
        if self.goes_on(line) {
            return self.go_on(line);
        }
        let code = outline_number::of(title, self.columns.serial.map_or("", |serial| line.text(serial)));
        self.parents.retain(|(parent, _)| outline_number::is_below(&code, parent));
        let mut found = items(title);
        if let ([item], true) = (&mut found[..], self.begins_with_its_day(line, title)) {
            item.title = one_line(title);
        }
        if found.is_empty() {
            found = self.nameless(line, begun);
        }
        let is_parent = next.is_some_and(|next| {
            let title = self.columns.title.map_or("", |title| next.text(title));
            let serial = self.columns.serial.map_or("", |serial| next.text(serial));
            outline_number::is_below(&outline_number::of(title, serial), &code)
        });
        let name = found.first().map(|item| item.title.clone());
        if !(is_parent && self.columns.stages.iter().all(|stage| time(line, stage).0 == Time::Unsaid)) {
            self.entries(line, found);
        }
        if let (true, Some(name)) = (is_parent, name) {
            self.parents.push((code, name));
        }
    }

    /// 5.4青年节 beside 5月4日: no number in front of a name, but the day of its row.
    fn begins_with_its_day(&self, line: &Line, title: &str) -> bool {
        let numbers = |text: &str| -> Vec<u32> {
            text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
        };
        let number = numbers(numbering::split(title).0);
        let stages = self.columns.stages.iter().flat_map(|stage| [&stage.start, &stage.due, &stage.when]);
        let mut days = stages.flatten().map(|column| numbers(line.text(column.span)));
        number.len() == 2 && days.any(|day| day.ends_with(&number))
    }

    /// Carries the groups down; returns the name of one that begins in this row.
    fn carry_groups(&mut self, line: &Line) -> Option<String> {
        let mut begun = None;
        for (at, span) in self.columns.groups.iter().enumerate() {
            let seen = line.own(*span);
            let is_right = self.columns.title.is_some_and(|title| title < *span);
            let Some(seen) = seen.filter(|seen| seen.is_first) else {
                if is_right && seen.is_none() {
                    self.groups[at] = None;
                }
                continue;
            };
            let name = numbering::without(&one_line(&seen.text)).to_owned();
            self.groups[at..].fill(None);
            let time = self.columns.stages.first().map(|stage| time(line, stage));
            match time.filter(|(time, _)| self.phases[at] && *time != Time::Unsaid) {
                Some((time, asked)) => {
                    self.begin_phase(line, name.clone(), time, self.questions(line, asked));
                }
                None => {
                    self.phase = self.phase.filter(|_| !self.phases[at]);
                    self.groups[at] = Some(name.clone());
                }
            }
            begun = Some(name);
        }
        begun
    }

    /// Whether the row says more of the activity of the row above: both reach over it.
    fn goes_on(&self, line: &Line) -> bool {
        let stages = self.columns.stages.iter().flat_map(|stage| [&stage.start, &stage.due, &stage.when]);
        let mut dates = stages.flatten().filter_map(|column| line.own(column.span));
        let title = self.columns.title.and_then(|title| line.own(title));
        title.is_some_and(|title| !title.is_first)
            && dates.all(|date| !date.is_first)
            && !self.found.activities.is_empty()
    }

    fn go_on(&mut self, line: &Line) {
        if let Some(activity) = self.found.activities.last_mut() {
            fields::go_on(line, self.columns, activity);
        }
    }

    /// The names of a row whose cell for it is empty: that of the group that begins in it, lines of its content, or
    /// what else is said.
    fn nameless(&self, line: &Line, begun: Option<String>) -> Vec<Item> {
        let is_dated = self.columns.stages.iter().any(|stage| time(line, stage).0 != Time::Unsaid);
        let contents = || {
            self.columns.content.iter().chain(&self.columns.requirements).map(|span| items(line.text(*span)))
        };
        let of_content = contents().find(|items| !items.is_empty());
        let of_group = begun.filter(|_| is_dated && self.phase.is_none());
        let of_above = || self.found.activities.last().filter(|_| is_dated).map(|above| above.title.clone());
        let named = |title| vec![Item { title, content: None }];
        of_group
            .map(named)
            .or(of_content.filter(|_| is_dated || self.dated.is_some() || self.phase.is_some()))
            .or_else(|| of_above().map(named))
            .unwrap_or_default()
    }

    fn entries(&mut self, line: &Line, items: Vec<Item>) {
        match &self.columns.stages[..] {
            [] => self.undated(line, items),
            [stage] => self.dated(line, stage, items),
            stages => self.staged(line, stages, items),
        }
    }

    fn undated(&mut self, line: &Line, items: Vec<Item>) {
        for item in items {
            let words = spots(&item.title)
                .first()
                .map(|spot| spot.words.to_owned())
                .filter(|_| spots(&item.title).len() == 1);
            let asked = words.as_ref().map(|_| About::Sentence { words: item.title.clone() });
            let time = words.map_or(Time::Unsaid, |words| said(Stated::Words(words)));
            self.add(line, item, time, asked, None);
        }
    }

    fn dated(&mut self, line: &Line, stage: &Stage, items: Vec<Item>) {
        let column = stage.due.as_ref().or(stage.when.as_ref());
        let text = column.map_or("", |column| line.text(column.span));
        let beside = lines_beside(text, items.len()).filter(|lines| lines.iter().all(|line| is_time(line)));
        if let Some(lines) = beside.filter(|_| stage.start.is_none()) {
            for (item, words) in items.into_iter().zip(lines) {
                self.add(line, item, said(Stated::Words(words.to_owned())), None, None);
            }
            return;
        }
        let (time, asked) = time(line, stage);
        let time = match (&self.dated, time) {
            (Some(words), Time::Unsaid) => said(Stated::Words(words.clone())),
            (_, time) => time,
        };
        let is_of_phase = |item: &Item| is_phase(&item.title) && time != Time::Unsaid;
        let contents = self.columns.content.first().map(|content| super::title::items(line.text(*content)));
        if let ([item], Some(steps)) = (&items[..], contents.filter(|steps| !steps.is_empty()))
            && is_of_phase(item)
        {
            let questions = self.questions(line, asked.clone());
            self.begin_phase(line, item.title.clone(), time.clone(), questions);
            for step in steps {
                self.add(line, step, time.clone(), None, None);
            }
            return;
        }
        for item in items {
            self.add(line, item, time.clone(), asked.clone(), None);
        }
    }

    /// A name with a date for each of several stages: an activity a stage.
    fn staged(&mut self, line: &Line, stages: &[Stage], items: Vec<Item>) {
        for item in items {
            let before = self.found.activities.len();
            for stage in stages {
                let (time, asked) = time(line, stage);
                if time != Time::Unsaid {
                    let named =
                        Item { title: stage.name.clone().unwrap_or_default(), content: item.content.clone() };
                    self.add(line, named, time, asked, Some(&item.title));
                }
            }
            if self.found.activities.len() == before {
                self.add(line, item, Time::Unsaid, None, None);
            }
        }
    }

    fn add(&mut self, line: &Line, item: Item, time: Time, asked: Option<About>, group: Option<&str>) {
        let mut activity = Activity::named(line.row.place.clone(), Origin::Table, item.title);
        activity.time = time;
        activity.content = item.content;
        activity.phase = self.phase;
        activity.group = group.map(str::to_owned).or_else(|| self.group(&activity.title));
        activity.questions = self.questions(line, asked);
        fields::fill(line, self.columns, &mut activity);
        self.found.activities.push(activity);
    }

    /// The groups of an activity; a group that has a date is one itself.
    fn group(&self, title: &str) -> Option<String> {
        let groups = self.heading.iter().chain(self.groups.iter().flatten());
        let names: Vec<&str> = groups.map(String::as_str).filter(|name| *name != title).collect();
        let parent = || self.parents.last().map(|(_, name)| name.clone());
        if names.is_empty() { parent() } else { Some(names.join(" / ")) }
    }

    fn questions(&self, line: &Line, asked: Option<About>) -> Vec<Question> {
        let stage = self.columns.stages.first();
        let column = stage.and_then(|stage| stage.due.as_ref().or(stage.when.as_ref()));
        let cell = column.and_then(|column| line.own(column.span)).filter(|seen| stated(seen).is_some());
        let place = line.place(cell);
        asked.into_iter().map(|about| Question { place: place.clone(), about, further: 0 }).collect()
    }
}
