//! A revised document against the plan: what is new, gone, moved and reworded, and the commands that bring the plan up
//! to date.

use chrono::NaiveDate;

use super::pairs::{self, Pairs};
use crate::cli::{
    Answer, Block, Opened,
    typing::{command, operand, option, quoted},
};
use crate::messages::{Compared, Imported, Messages};
use crate::model::Text;
use crate::model::agenda::{Item, PhaseOnDay};
use crate::model::check::{Inherited, inherited};
use crate::model::date::DatePhrase;
use crate::model::key::ActivityKey;
use crate::model::plan::{Due, Notation, Undated};
use crate::model::text::{apart, look, look_the_same, one_line};
use crate::outline::document::{self, Document};
use crate::planfile::compose::Composed;

/// The plan, and what the document would have it be.
pub(super) struct Revision<'a> {
    pub(super) plan: &'a Opened<'a>,
    pub(super) draft: &'a Opened<'a>,
    pub(super) composed: &'a Composed,
    /// What the document is called.
    pub(super) document: &'a str,
    /// All that is written in it.
    pub(super) text: String,
}

/// What is shown under each heading, and the commands.
#[derive(Default)]
struct Found {
    new: Vec<Vec<String>>,
    gone: Vec<Vec<String>>,
    still_named: Vec<Vec<String>>,
    moved: Vec<Vec<String>>,
    reworded: Vec<Vec<String>>,
    commands: Vec<String>,
}

/// What differs in one activity or phase.
#[derive(Default)]
struct Differences {
    moved: Vec<String>,
    reworded: Vec<String>,
}

impl Revision<'_> {
    pub(super) fn answer(&self) -> Answer {
        let messages = self.plan.messages;
        let mut found = Found::default();
        self.phases(&mut found);
        self.activities(&mut found);
        let mut screen = self.plan.screen();
        let files = [self.plan.file(), self.document];
        screen.head = Some((self.plan.title().to_owned(), files.join(" → ")));
        let Found { new, gone, still_named, moved, reworded, commands } = found;
        let parts = [
            (messages.compared(&Compared::OnlyIn { file: self.document, count: new.len() }), new),
            (messages.compared(&Compared::OnlyIn { file: self.plan.file(), count: gone.len() }), gone),
            (messages.imported(&Imported::StillNamed(still_named.len())), still_named),
            (messages.compared(&Compared::Moved(moved.len())), moved),
            (messages.compared(&Compared::Reworded(reworded.len())), reworded),
        ];
        let parts = parts.into_iter().filter(|(_, entries)| !entries.is_empty());
        screen.blocks.extend(parts.map(|(heading, entries)| Block::Lines {
            heading: Some(heading),
            lines: entries.concat().iter().map(|line| format!("  {}", one_line(line))).collect(),
        }));
        if screen.blocks.is_empty() {
            screen.blocks.push(Block::line(messages.compared(&Compared::Same)));
            return screen.into();
        }
        screen.blocks.extend(up_to_date(&commands, messages));
        let command = self.plan.located.command("edit");
        screen.blocks.push(Block::line(messages.imported(&Imported::RestByHand { command })));
        screen.into()
    }

    fn phases(&self, found: &mut Found) {
        let (plan, draft) = (self.plan.agenda(), self.draft.agenda());
        let (old, new) = (plan.phases(), draft.phases());
        let Pairs { both, gone, new: added } = pairs::phases(old, new);
        for (at, other) in both {
            let differences = self.phase(&old[at], &new[other], found);
            self.note(old[at].id, old[at].title, old[at].span().start, differences, found);
        }
        found.new.extend(added.iter().map(|at| vec![self.new_line(new[*at].id, new[*at].title, None)]));
        for at in gone {
            let line = self.line(old[at].id, old[at].title, old[at].span().start);
            let is_named = self.holds(old[at].title);
            let list = if is_named { &mut found.still_named } else { &mut found.gone };
            list.push(vec![line]);
        }
    }

    /// A phase is moved by its last day; its first is shown.
    fn phase(&self, old: &PhaseOnDay<'_>, new: &PhaseOnDay<'_>, found: &mut Found) -> Differences {
        let mut differences = Differences::default();
        let messages = self.plan.messages;
        let issued = old.moves().next().and_then(|first| first.from.day);
        if old.range.end != new.range.end && issued != Some(new.range.end) {
            let (from, to) = (messages.day(old.range.end), messages.day(new.range.end));
            differences.moved.push(self.change(ActivityKey::Due, Some(from), Some(to)));
            if old.range.start <= new.range.end {
                self.move_to(old.id, new.range.end, found);
            }
        }
        if old.range.start != new.range.start {
            let (from, to) = (messages.day(old.range.start), messages.day(new.range.start));
            differences.moved.push(self.change(ActivityKey::Start, Some(from), Some(to)));
        }
        differences.reword(self, ActivityKey::Title, Some(old.title.to_owned()), Some(new.title.to_owned()));
        differences
    }

    fn activities(&self, found: &mut Found) {
        let (plan, draft) = (self.plan.agenda(), self.draft.agenda());
        let (old, new): (Vec<Item<'_>>, Vec<Item<'_>>) = (plan.items().collect(), draft.items().collect());
        let Pairs { both, gone, new: added } = pairs::activities(&plan, &draft);
        for (at, other) in both.iter().filter(|(at, _)| old[*at].cancelled.is_none()) {
            let (old, new) = (&old[*at], &new[*other]);
            let mut differences = Differences::default();
            self.deadline(old, new, &mut differences, found);
            self.names(old, new, &mut differences, found);
            self.words(old, new, &mut differences);
            self.note(old.id, old.title, old.span().start, differences, found);
        }
        for at in added {
            let Due { day, words, .. } = new[at].due;
            let deadline = day.map(|day| self.plan.messages.day(day)).or(words.as_deref().map(str::to_owned));
            found.new.push(vec![self.new_line(new[at].id, new[at].title, deadline)]);
            found.commands.extend(self.add(&new[at]));
        }
        let is_named =
            |item: &&Item<'_>| item.cancelled.is_some() || new.iter().any(|rule| is_round(item, rule));
        for item in gone.iter().map(|at| &old[*at]).filter(|item| !is_named(item)) {
            let line = vec![self.line(item.id, item.title, item.span().start)];
            if self.holds(item.title) || item.details.content.as_deref().is_some_and(|said| self.holds(said))
            {
                found.still_named.push(line);
                continue;
            }
            found.gone.push(line);
            if item.done.is_none() {
                let verb = command("cancel", &[item.id.to_owned()]) + &self.why();
                found.commands.extend(self.plan.located.command_as_it_stands(&verb));
            }
        }
    }

    /// Whether the document says these words somewhere, be it in no form that is taken for an activity.
    fn holds(&self, words: &str) -> bool {
        self.text.contains(&*look(words))
    }

    fn note(&self, id: &str, title: &str, offset: u32, differences: Differences, found: &mut Found) {
        let entry = |lines: Vec<String>| {
            let lines = lines.into_iter().map(|line| format!("  {line}"));
            std::iter::once(self.line(id, title, offset)).chain(lines).collect::<Vec<_>>()
        };
        let Differences { moved, reworded } = differences;
        for (lines, list) in [(moved, &mut found.moved), (reworded, &mut found.reworded)] {
            if !lines.is_empty() {
                list.push(entry(lines));
            }
        }
    }

    /// Returns what stands in the plan, and where.
    fn line(&self, id: &str, title: &str, offset: u32) -> String {
        self.plan.messages.aside(&format!("{id} {}", one_line(title)), &self.plan.line_of(offset))
    }

    /// Returns what is new: where it stands in the document, and when it is due.
    fn new_line(&self, id: &str, title: &str, deadline: Option<String>) -> String {
        let Composed { outline, phases, activities, .. } = self.composed;
        let messages = self.plan.messages;
        let is_it = |known: &String| known == id;
        let of_phase = phases.iter().position(is_it).map(|at| &outline.phases[at].place);
        let place = of_phase.or_else(|| Some(&outline.activities[activities.iter().position(is_it)?].place));
        let said: Vec<String> =
            place.map(|place| messages.place(place)).into_iter().chain(deadline).collect();
        messages.aside(&one_line(title), &said.join(messages.pause()))
    }

    fn change(&self, what: ActivityKey, from: Option<String>, to: Option<String>) -> String {
        self.plan.messages.compared(&Compared::Change { what, from, to })
    }

    fn why(&self) -> String {
        option("--why", self.plan.messages.revised())
    }

    /// Offers to move a deadline, where it is not past already.
    fn move_to(&self, id: &str, day: NaiveDate, found: &mut Found) {
        if day >= self.plan.day.today {
            let verb = format!("move {} --to {day}{}", quoted(id), self.why());
            found.commands.extend(self.plan.located.command_as_it_stands(&verb));
        }
    }

    fn deadline(&self, old: &Item<'_>, new: &Item<'_>, differences: &mut Differences, found: &mut Found) {
        let messages = self.plan.messages;
        let (was, is) = (old.due, new.due);
        let is_as_issued = old.moves().next().is_some() && is.day.is_some() && is.day == old.original.day;
        let says_nothing = is.day.is_none() && is.words.is_none();
        let said = [old.words, is.words.as_deref(), was.words.as_deref()].map(Option::unwrap_or_default);
        let is_open =
            is.day.is_none() && (look_the_same(said[0], said[1]) || look_the_same(said[2], said[1]));
        if is_as_issued || says_nothing || is_open {
            return;
        }
        if was.day != is.day {
            let deadlines = [was, is].map(|due| Some(messages.deadline(due)));
            let [from, to] = deadlines;
            differences.moved.push(self.change(ActivityKey::Due, from, to));
            if let Some(day) =
                is.day.filter(|day| old.done.is_none() && was.start.is_none_or(|start| start <= *day))
            {
                self.bring_forward(old, day, found);
            }
        }
        let days = [was.start, is.start];
        if is.start.is_some() && days[0] != days[1] {
            let [from, to] = days.map(|day| day.map(|day| messages.day(day)));
            differences.moved.push(self.change(ActivityKey::Start, from, to));
        }
    }

    /// Offers the command that gives a deadline its new day; what comes back is written out by hand.
    fn bring_forward(&self, old: &Item<'_>, day: NaiveDate, found: &mut Found) {
        match old.due.undated() {
            Some(Undated::ToSettle | Undated::NoDate) => {
                let verb = format!("settle {} --due {day}", quoted(old.id));
                found.commands.extend(self.plan.located.command_as_it_stands(&verb));
            }
            Some(Undated::Recurring) => {}
            Some(Undated::GoesOn) | None => self.move_to(old.id, day, found),
        }
    }

    /// Offers to assign whom the document names; whom it does not name is none of its business.
    fn names(&self, old: &Item<'_>, new: &Item<'_>, differences: &mut Differences, found: &mut Found) {
        let [was, is] = [old.details, new.details];
        let lists = [
            (ActivityKey::Owner, "--owner", &was.owners[..], &is.owners[..]),
            (ActivityKey::Support, "--support", &was.support, &is.support),
            (ActivityKey::Leader, "--leader", was.leader.as_slice(), is.leader.as_slice()),
        ];
        let mut options = String::new();
        for (key, name, was, is) in lists {
            let [was, is] = [was, is].map(names);
            let are_same =
                was.len() == is.len() && was.iter().zip(&is).all(|(one, other)| look_the_same(one, other));
            if is.is_empty() || are_same {
                continue;
            }
            let said = |names: &[&str]| (!names.is_empty()).then(|| names.join(self.plan.messages.comma()));
            differences.reworded.push(self.change(key, said(&was), said(&is)));
            options.extend(is.iter().map(|who| option(name, *who)));
        }
        if !options.is_empty() {
            let verb = format!("assign {}{options}", quoted(old.id));
            found.commands.extend(self.plan.located.command_as_it_stands(&verb));
        }
    }

    /// Notes what no command changes.
    fn words(&self, old: &Item<'_>, new: &Item<'_>, differences: &mut Differences) {
        let (was, is) = (old.details, new.details);
        let phase = |item: &Item<'_>| item.phase.map(|phase| phase.title.to_owned());
        let text = |text: &Option<Text<'_>>| text.as_deref().map(str::to_owned);
        let was_moved = old.moves().next().is_some() || old.due.day != new.due.day;
        let words = |words: Option<&str>| words.filter(|_| !was_moved).map(str::to_owned);
        let texts = [
            (ActivityKey::Title, Some(old.title.to_owned()), Some(new.title.to_owned())),
            (ActivityKey::Words, words(old.words), words(new.words)),
            (ActivityKey::Phase, phase(old), phase(new)),
            (ActivityKey::Group, text(&was.group), text(&is.group)),
            (ActivityKey::Content, text(&was.content), text(&is.content)),
            (ActivityKey::Requirements, text(&was.requirements), text(&is.requirements)),
            (ActivityKey::Remark, text(&was.remark), text(&is.remark)),
        ];
        for (key, was, is) in texts {
            let is_dropped = matches!(key, ActivityKey::Content | ActivityKey::Requirements) && is.is_none();
            differences.reword(self, key, was, is.or_else(|| is_dropped.then(String::new)));
        }
    }

    /// Returns the command that adds what is new; none where its deadline is still to be settled, or it comes back.
    fn add(&self, new: &Item<'_>) -> Option<String> {
        let plan = self.plan.agenda();
        let phase =
            new.phase.and_then(|of| plan.phases().iter().position(|one| look_the_same(one.title, of.title)));
        let mut options = option("--due", &*self.due(new, phase)?);
        let id = phase.map(|at| plan.phases()[at].id);
        options.extend([option("--phase", id), option("--group", new.group())]);
        options.extend(new.owners().map(|who| option("--owner", who)));
        let verb = if new.title.starts_with('-') {
            format!("add{options}{}", operand(new.title))
        } else {
            format!("add {}{options}", quoted(new.title))
        };
        self.plan.located.command_as_it_stands(&verb)
    }

    /// Returns a deadline as `add` takes it: in the document's words, where these are read so in the plan and are to come.
    fn due<'n>(&self, new: &'n Item<'_>, phase: Option<usize>) -> Option<Text<'n>> {
        let Due { day, notation, words, .. } = new.due;
        let words = words.as_deref();
        let Some(day) = *day else {
            return match new.due.undated() {
                Some(Undated::GoesOn | Undated::NoDate) if *notation == Notation::Words => {
                    Some(words?.into())
                }
                _ => None,
            };
        };
        let read = |words: &str| match inherited(words) {
            Some(Inherited::Phase) => phase.map(|at| self.plan.agenda().phases()[at].range.end),
            Some(Inherited::Plan) => self.plan.agenda().range().map(|range| range.end),
            None => {
                let reading = DatePhrase::parse(words).ok()?.resolve(&self.plan.calendar(phase)).ok()?;
                reading.when.deadline().filter(|_| reading.weekday.is_none() && day >= self.plan.day.today)
            }
        };
        let words = words.filter(|words| *notation != Notation::Date && read(words) == Some(day));
        Some(words.map_or_else(|| day.to_string().into(), Text::from))
    }
}

impl Differences {
    /// Notes a text that differs; one that only the plan has is its own.
    fn reword(&mut self, of: &Revision<'_>, key: ActivityKey, was: Option<String>, is: Option<String>) {
        let Some(is) = is else { return };
        let was = was.unwrap_or_default();
        if !look_the_same(&was, &is) {
            let [was, is] =
                [was, is].map(|text| Some(one_line(&text).into_owned()).filter(|text| !text.is_empty()));
            self.reworded.push(of.change(key, was, is));
        }
    }
}

/// Whether `item` is one round of what comes back by the `rule`: its title goes on with the round in brackets.
fn is_round(item: &Item<'_>, rule: &Item<'_>) -> bool {
    let title = item.title.trim_end();
    let of = title.strip_suffix(['）', ')']).and_then(|title| title.rsplit_once(['（', '(']));
    rule.due.undated() == Some(Undated::Recurring) && of.is_some_and(|(of, _)| look_the_same(of, rule.title))
}

/// Returns the commands that bring a plan up to date, if any, as they stand, however wide the screen is.
pub(super) fn up_to_date(commands: &[String], messages: &dyn Messages) -> Option<Block> {
    let lines: String = commands.iter().map(|command| format!("{command}\n")).collect();
    let heading = messages.imported(&Imported::UpToDate);
    (!commands.is_empty()).then(|| Block::Verbatim(format!("{heading}\n{lines}")))
}

/// Returns names, those that are written as one taken apart.
fn names<'a>(names: &'a [Text<'_>]) -> Vec<&'a str> {
    names.iter().flat_map(|name| apart(name)).collect()
}

/// Returns all that is written in a document, as it looks.
pub(super) fn text_of(document: &Document) -> String {
    let mut text = String::new();
    push_text(&document.blocks, &mut text);
    look(&text).into_owned()
}

fn push_text(blocks: &[document::Block], text: &mut String) {
    for block in blocks {
        match block {
            document::Block::Paragraph(paragraph) => text.extend([&paragraph.text(), "\n"]),
            document::Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    push_text(&cell.blocks, text);
                }
            }
        }
    }
}
