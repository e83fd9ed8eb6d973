//! What every command knows: the day, the language, the screen and the plan.

use std::env;
use std::io::{self, IsTerminal, Read};

use chrono::{Local, NaiveDate};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Globals;
use super::answer::Failure;
use super::findings;
use super::locate::{self, Located};
use crate::model::check::{Checked, check};
use crate::model::date::{Calendar, DatePhrase, When};
use crate::model::draft::Draft;
use crate::model::plan::Plan;
use crate::model::problem::Problem;
use crate::planfile::{self, Source, save};
use crate::terminal::Screen;
use crate::words::{Language, Listing, Refusal, Trouble, Words};

/// What the options and the environment say.
pub(super) struct Context {
    /// The plan file, as it was typed.
    pub(super) file: Option<String>,
    /// The day to take for today.
    given: Option<NaiveDate>,
    language: Option<Language>,
    /// Standard output.
    pub(super) screen: Screen,
    /// Whether somebody is watching both outputs.
    pub(super) watched: bool,
}

/// A plan that was read and is sound.
pub(super) struct Opened<'s> {
    /// The plan.
    pub(super) plan: Plan<'s>,
    /// The day.
    pub(super) day: Day,
    /// The words of its language.
    pub(super) words: &'static dyn Words,
}

impl Opened<'_> {
    /// Returns the sentence that says what day it is.
    pub(super) fn today(&self) -> String {
        let Day { today, given, .. } = self.day;
        self.words.listing(&Listing::Today { today, given })
    }

    /// Returns the sentence that says that the plan is over, once it is.
    pub(super) fn ended(&self) -> Option<String> {
        let end = self.plan.range?.end;
        (end < self.day.today).then(|| self.words.listing(&Listing::PlanEnded(end)))
    }
}

/// The day a command works on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    /// The day.
    pub(super) today: NaiveDate,
    /// Whether it was given, rather than taken from the clock.
    pub(super) given: bool,
    /// The day by the clock, or `today` where that is later: no mark can be true after it.
    latest: NaiveDate,
}

impl Context {
    /// Reads the options and the environment.
    pub(super) fn new(globals: Globals) -> anyhow::Result<Context> {
        let language = globals.lang.or_else(|| set("PLAN_LANG")).and_then(|name| Language::named(&name));
        let words = language.or_else(locale).unwrap_or(Language::En).words();
        let given = match globals.today.as_deref().map(str::trim).filter(|today| !today.is_empty()) {
            Some(typed) => Some(single_day(typed).ok_or_else(|| {
                Failure::new(words.refusal(&Refusal::BadToday { words: typed }))
                    .hint(words.refusal(&Refusal::TodayHint))
                    .wrong_arguments()
            })?),
            None => None,
        };
        let is_terminal = io::stdout().is_terminal();
        let color = match globals.color.as_str() {
            "always" => true,
            "never" => false,
            _ => is_terminal && wants_color(),
        };
        let screen = Screen { width: columns(is_terminal), color };
        let watched = is_terminal && io::stderr().is_terminal();
        Ok(Context { file: globals.file, given, language, screen, watched })
    }

    /// Returns the words of the language that was asked for, or of the plan's, or of the locale.
    pub(super) fn words(&self, plan: Option<&str>) -> &'static dyn Words {
        let language = self.language.or_else(|| Language::named(plan?));
        language.or_else(locale).unwrap_or(Language::En).words()
    }

    /// Returns the day it is where the plan is kept.
    pub(super) fn day(&self, zone: Option<TimeZone>, words: &'static dyn Words) -> anyhow::Result<Day> {
        let clock = match zone.map_or_else(|| zone_of_environment(words), |zone| Ok(Some(zone)))? {
            Some(zone) => date_in(zone),
            None => Local::now().date_naive(),
        };
        let today = self.given.unwrap_or(clock);
        Ok(Day { today, given: self.given.is_some(), latest: today.max(clock) })
    }

    /// Finds and reads the plan file.
    pub(super) fn source(&self) -> anyhow::Result<(Located, Source)> {
        let (located, source, undecodable) = self.source_to_check()?;
        match undecodable {
            None => Ok((located, source)),
            Some(problem) => Err(self.problems(&[problem], &source, self.words(None)).into()),
        }
    }

    /// Finds and reads the plan file, even one that is not UTF-8.
    pub(super) fn source_to_check(&self) -> anyhow::Result<(Located, Source, Option<Problem<'static>>)> {
        let words = self.words(None);
        let located = locate::find(self, words)?;
        let bytes = match &located.path {
            Some(path) => {
                save::read(path).map_err(|error| locate::unreadable(&located.name, &error, words))?
            }
            None => stdin(words)?,
        };
        let (source, undecodable) = Source::decode(located.name.clone(), bytes);
        Ok((located, source, undecodable))
    }

    /// Reads the plan in `source`.
    ///
    /// # Errors
    /// Any problem in it: all of them, each with its place.
    pub(super) fn open<'s>(&self, source: &'s Source) -> anyhow::Result<Opened<'s>> {
        let (checked, day, words) = self.check(source)?;
        match checked.plan {
            Some(plan) => Ok(Opened { plan, day, words }),
            None => Err(self.problems(&checked.findings, source, words).into()),
        }
    }

    /// Reads and checks the plan in `source`; text that is no TOML has findings only.
    pub(super) fn check<'s>(
        &self,
        source: &'s Source,
    ) -> anyhow::Result<(Checked<'s>, Day, &'static dyn Words)> {
        match planfile::read(&source.text) {
            Ok((draft, found)) => {
                let words = self.words(draft.plan.lang.as_ref().map(|lang| lang.value.as_ref()));
                let day = self.day(zone_of(&draft), words)?;
                Ok((check(draft, found, day.latest), day, words))
            }
            Err(findings) => {
                let words = self.words(None);
                Ok((Checked { plan: None, findings }, self.day(None, words)?, words))
            }
        }
    }

    /// Returns the failure that shows the problems among `found`.
    pub(super) fn problems(
        &self,
        found: &[Problem<'_>],
        source: &Source,
        words: &'static dyn Words,
    ) -> Failure {
        Failure::report(&findings::problems(found, source, words, self.screen))
    }
}

/// Returns the day it is now in `zone`.
fn date_in(zone: TimeZone) -> NaiveDate {
    let date = Timestamp::now().to_zoned(zone).date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(date.year().into(), month.into(), day.into()).unwrap_or_default()
}

fn zone_of(draft: &Draft<'_>) -> Option<TimeZone> {
    draft.plan.timezone.as_ref().and_then(|zone| TimeZone::get(&zone.value).ok())
}

/// Returns the zone that `TZ` names. Left to itself, the library takes UTC for a name it does not know.
fn zone_of_environment(words: &dyn Words) -> anyhow::Result<Option<TimeZone>> {
    let Ok(name) = env::var("TZ") else { return Ok(None) };
    let name = name.trim_start_matches(':');
    let is_a_rule_or_a_path =
        name.is_empty() || name.starts_with('/') || name.contains(|c: char| c.is_ascii_digit());
    match TimeZone::get(name) {
        Ok(zone) => Ok(Some(zone)),
        Err(_) if is_a_rule_or_a_path => Ok(None),
        Err(_) => Err(Failure::new(words.trouble(&Trouble::BadTimezone { name }))
            .hint(words.trouble(&Trouble::TimezoneHint))
            .into()),
    }
}

/// Returns the words of the locale, for what is said before the options are understood.
pub(super) fn locale_words() -> &'static dyn Words {
    locale().unwrap_or(Language::En).words()
}

/// Returns a variable of the environment; an empty one is as good as none.
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn locale() -> Option<Language> {
    set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
        .and_then(|name| Language::named(&name))
}

/// Returns the one day that `typed` names, year and all.
fn single_day(typed: &str) -> Option<NaiveDate> {
    let reading = DatePhrase::parse(typed).and_then(|phrase| phrase.resolve(&Calendar::default())).ok()?;
    match reading.when {
        When::Due(day) if reading.names_day && reading.repairs.is_empty() => Some(day),
        _ => None,
    }
}

fn wants_color() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// `COLUMNS`, where it is set, else the width of the terminal; None for a pipe.
fn columns(is_terminal: bool) -> Option<usize> {
    let set =
        env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    set.or_else(|| if is_terminal { comfy_table::Table::new().width().map(usize::from) } else { None })
}

fn stdin(words: &dyn Words) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let name = "-";
    let failed = |error: io::Error| {
        Failure::new(words.trouble(&Trouble::CannotRead { file: name, why: error.to_string() }))
    };
    io::stdin().lock().take(save::LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > save::LIMIT {
        let trouble = Trouble::TooLarge { file: name, mib: save::LIMIT >> 20 };
        return Err(Failure::new(words.trouble(&trouble)).into());
    }
    Ok(bytes)
}
