//! What every command knows: the day, the language, the terminal and the plan.

use std::env;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{Local, NaiveDate};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answer::{Answer, Output};
use super::dates;
use super::diagnostics::Page;
use super::error::CommandError;
use super::globals::Globals;
use super::locate::{self, Located, STDIN};
use super::opened::{Day, Opened};
use super::system;
use crate::messages::{ArgumentError, FileError, Language, Messages, SeveralError};
use crate::model::check::{Checked, check};
use crate::model::diagnostic::Diagnostic;
use crate::model::draft::Draft;
use crate::planfile::save::{self, ReadError};
use crate::planfile::{self, Source};
use crate::terminal::Terminal;

/// What the options and the environment say.
#[derive(Clone)]
pub(crate) struct Context {
    /// The plan files and folders, as they were typed.
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Whether a folder was typed, or more than one file.
    pub(in crate::cli) is_of_several: bool,
    /// The day to take for today; which one 昨天 is, only the plan's zone tells.
    given: Option<String>,
    language: Option<Language>,
    /// That of the first plan that was read.
    of_plan: OnceLock<Language>,
    pub(crate) terminal: Terminal,
    /// Whether somebody is watching both outputs.
    pub(crate) watched: bool,
}

impl Context {
    /// Reads the options and the environment.
    pub(crate) fn new(globals: Globals) -> Context {
        let language = globals.lang.or_else(|| set("PLAN_LANG")).and_then(|name| Language::named(&name));
        let given = globals.today.map(|today| today.trim().to_owned()).filter(|today| !today.is_empty());
        let is_terminal = io::stdout().is_terminal();
        let color = match globals.color.as_str() {
            "always" => {
                system::allow_color();
                true
            }
            "never" => false,
            _ => is_terminal && wants_color() && system::allow_color(),
        };
        let terminal = Terminal { width: columns(is_terminal), color };
        let watched = is_terminal && io::stderr().is_terminal();
        let files = globals.files;
        let is_of_several = are_several(&files);
        Context { files, is_of_several, given, language, of_plan: OnceLock::new(), terminal, watched }
    }

    /// Returns the messages in the language that was asked for, or in that of the plan that is read, or was, or in
    /// that of the locale.
    pub(crate) fn messages(&self, plan: Option<&str>) -> &'static dyn Messages {
        self.language(plan).messages()
    }

    fn language(&self, plan: Option<&str>) -> Language {
        let of_plan = plan.and_then(Language::named);
        let first = of_plan.or(self.of_plan.get().copied());
        if let Some(language) = first {
            self.of_plan.get_or_init(|| language);
        }
        self.language.or(first).or_else(locale).unwrap_or(Language::En)
    }

    /// Returns the messages for a plan that is not opened, in its own language where it can be read.
    pub(crate) fn messages_for(&self, bytes: &[u8]) -> &'static dyn Messages {
        self.language_for(bytes).messages()
    }

    fn language_for(&self, bytes: &[u8]) -> Language {
        let text = String::from_utf8_lossy(bytes);
        let draft = planfile::read(&text).ok();
        self.language(draft.as_ref().map_or_else(|| language_line(&text), |(draft, _)| language_of(draft)))
    }

    /// Returns the context for several plans, of which this is the `first`: their screens are in one language.
    pub(in crate::cli) fn for_several(&self, first: &[u8]) -> Context {
        Context { language: Some(self.language_for(first)), ..self.clone() }
    }

    /// Returns the day it is where the plan is kept.
    fn day(&self, zone: Option<TimeZone>, messages: &'static dyn Messages) -> anyhow::Result<Day> {
        let clock = match zone.map_or_else(|| zone_of_environment(messages), |zone| Ok(Some(zone)))? {
            Some(zone) => date_in(zone),
            None => Local::now().date_naive(),
        };
        let today = match &self.given {
            Some(typed) => dates::for_today(typed, clock).ok_or_else(|| bad_today(typed, messages))?,
            None => clock,
        };
        Ok(Day { today, given: self.given.is_some(), latest: today.max(clock) })
    }

    /// Finds the plan file and reads its bytes.
    pub(crate) fn find(&self) -> anyhow::Result<(Located, Vec<u8>)> {
        let messages = self.messages(None);
        let located = locate::find(self.one_file()?, messages)?;
        let bytes = self.bytes(&located)?;
        Ok((located, bytes))
    }

    /// Reads the bytes of a plan file.
    pub(in crate::cli) fn bytes(&self, located: &Located) -> anyhow::Result<Vec<u8>> {
        let messages = self.messages(None);
        match &located.path {
            Some(path) => read(path, &located.name, messages),
            None => stdin(messages),
        }
    }

    /// Returns the same for one file or folder only.
    pub(crate) fn on(self, plan: &Located) -> Context {
        let files = vec![plan.path.clone().unwrap_or_else(|| STDIN.into())];
        Context { is_of_several: are_several(&files), files, ..self }
    }

    /// Returns the plan file that was typed.
    ///
    /// # Errors
    /// Several were.
    pub(crate) fn one_file(&self) -> anyhow::Result<Option<&Path>> {
        if self.is_of_several {
            return Err(CommandError::new(self.messages(None).several_error(&SeveralError::TakesOne))
                .wrong_arguments()
                .into());
        }
        Ok(self.files.first().map(PathBuf::as_path))
    }

    /// Returns the bytes of the plan file, where there is one; what is piped into the command is left for it.
    pub(crate) fn peek(&self) -> Option<Vec<u8>> {
        let is_stdin = self.files.iter().any(|file| file.as_os_str() == STDIN);
        if is_stdin { None } else { self.find().ok().map(|(_, bytes)| bytes) }
    }

    /// Reads the plan in `source`.
    ///
    /// # Errors
    /// Any problem in it: all of them, each with its place.
    pub(crate) fn open<'s>(
        &self,
        source: &'s Source<'s>,
        located: &'s Located,
    ) -> anyhow::Result<Opened<'s>> {
        let (checked, day, messages) = self.check(source)?;
        match checked.plan {
            Some(plan) => Ok(Opened { plan, day, messages, located, terminal: self.terminal, source }),
            None => Err(self.problems(&checked.diagnostics, source, messages).into()),
        }
    }

    pub(crate) fn view(
        &self,
        show: impl FnOnce(&Opened<'_>) -> anyhow::Result<Answer>,
    ) -> anyhow::Result<Answer> {
        let (located, bytes) = self.find()?;
        let source = Source::decode(&located.name, &bytes);
        let opened = self.open(&source, &located)?;
        let mut answer = show(&opened)?;
        if matches!(answer.output, Output::Screen(_)) {
            answer.notices.splice(0..0, located.notice(opened.messages));
        }
        Ok(answer)
    }

    /// Reads and checks the plan in `source`; what is no TOML has diagnostics only.
    pub(crate) fn check<'s>(
        &self,
        source: &'s Source<'_>,
    ) -> anyhow::Result<(Checked<'s>, Day, &'static dyn Messages)> {
        let read = match &source.undecodable {
            Some(undecodable) => Err(vec![undecodable.clone()]),
            None => planfile::read(&source.text),
        };
        match read {
            Ok((draft, found)) => {
                let messages = self.messages(language_of(&draft));
                let day = self.day(zone_of(&draft), messages)?;
                Ok((check(draft, found, day.latest), day, messages))
            }
            Err(diagnostics) => {
                let messages = self.messages(language_line(&source.text));
                Ok((Checked { plan: None, diagnostics }, self.day(None, messages)?, messages))
            }
        }
    }

    /// Returns the error that shows the problems among `found`.
    fn problems(
        &self,
        found: &[Diagnostic<'_>],
        source: &Source<'_>,
        messages: &'static dyn Messages,
    ) -> CommandError {
        let problems = Page::new(source, messages, self.terminal).problems(found);
        CommandError::laid_out(problems.join("\n"))
    }
}

/// Whether it is a folder, or more than one file.
fn are_several(files: &[PathBuf]) -> bool {
    files.len() > 1 || files.first().is_some_and(|file| file.is_dir())
}

/// Reads the bytes of the file that is called `name`.
pub(crate) fn read(path: &Path, name: &str, messages: &dyn Messages) -> anyhow::Result<Vec<u8>> {
    save::read(path).map_err(|error| CommandError::of_read(name, &error, messages).into())
}

fn bad_today(words: &str, messages: &dyn Messages) -> CommandError {
    CommandError::of_arguments(&ArgumentError::BadToday { words }, messages)
        .hint(messages.argument_error(&ArgumentError::TodayHint))
}

fn language_of<'d>(draft: &'d Draft<'_>) -> Option<&'d str> {
    draft.plan.lang.as_ref().map(|lang| lang.value.as_ref())
}

/// Returns the value of the line `lang = …` before the first block, in a file that cannot be read.
fn language_line(text: &str) -> Option<&str> {
    let mut settings = text.lines().take_while(|line| !line.starts_with("[["));
    let value =
        settings.find_map(|line| line.trim_start().strip_prefix("lang")?.trim_start().strip_prefix('='))?;
    value.trim_start().strip_prefix(['"', '\''])?.split(['"', '\'']).next()
}

fn date_in(zone: TimeZone) -> NaiveDate {
    let date = Timestamp::now().to_zoned(zone).date();
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    NaiveDate::from_ymd_opt(date.year().into(), month.into(), day.into()).unwrap_or_default()
}

fn zone_of(draft: &Draft<'_>) -> Option<TimeZone> {
    draft.plan.timezone.as_ref().and_then(|zone| TimeZone::get(&zone.value).ok())
}

/// Returns the zone that `TZ` names, be it a file or a rule. Left to itself, the library for dates takes UTC for a
/// name it does not know, and reads any file to its end.
fn zone_of_environment(messages: &dyn Messages) -> anyhow::Result<Option<TimeZone>> {
    let Ok(name) = env::var("TZ") else { return Ok(None) };
    let name = name.trim_start_matches(':');
    let zone = match Path::new(name) {
        _ if name.is_empty() => return Ok(None),
        path if path.is_absolute() => {
            save::read(path).ok().and_then(|bytes| TimeZone::tzif(name, &bytes).ok())
        }
        _ => TimeZone::get(name).or_else(|_| TimeZone::posix(name)).ok(),
    };
    match zone {
        Some(zone) => Ok(Some(zone)),
        None => Err(CommandError::new(messages.file_error(&FileError::BadTimezone { name }))
            .hint(messages.file_error(&FileError::TimezoneHint))
            .into()),
    }
}

/// Returns the IANA name of the zone whose day counts where a plan names none, if it has one.
pub(crate) fn zone_name(messages: &dyn Messages) -> anyhow::Result<Option<String>> {
    let name = match env::var_os("TZ") {
        Some(_) => zone_of_environment(messages)?.and_then(|zone| zone.iana_name().map(str::to_owned)),
        None => system::time_zone(),
    };
    Ok(name.filter(|name| TimeZone::get(name).is_ok()))
}

/// Returns a variable of the environment; an empty one is as good as none.
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn locale() -> Option<Language> {
    set("LC_ALL")
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
        .or_else(system::language)
        .and_then(|name| Language::named(&name))
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

/// Reads the bytes that are piped into the program: once, however often they are asked for.
pub(crate) fn stdin(messages: &dyn Messages) -> anyhow::Result<Vec<u8>> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = READ.get().map_or_else(
        || {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .take(save::LIMIT + 1)
                .read_to_end(&mut bytes)
                .map(|_| READ.get_or_init(|| bytes))
        },
        Ok,
    );
    let error = match bytes {
        Ok(bytes) if bytes.len() as u64 > save::LIMIT => ReadError::TooLarge,
        Ok(bytes) => return Ok(bytes.clone()),
        Err(error) => ReadError::Io(error),
    };
    Err(CommandError::of_read("-", &error, messages).into())
}
