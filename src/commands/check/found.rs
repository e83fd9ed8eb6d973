//! What is wrong with a plan file, and what is worth a second look.

use chrono::NaiveDate;

use crate::cli::{
    Block, Context, Located,
    diagnostics::{Page, count_warnings, message},
    rounds::{WrittenOut, taken, written_out},
};
use crate::export::json::{self, DiagnosticRow};
use crate::messages::{Language, Listing, Messages, Recurrence};
use crate::model::Text;
use crate::model::agenda::Agenda;
use crate::model::check::looks;
use crate::model::diagnostic::{Diagnostic, Severity, Warning};
use crate::model::plan::{Basis, Plan};
use crate::planfile::lines::Lines;
use crate::planfile::{Source, conflicts_in_texts};

/// Of so many activities that come back, the commands are shown.
const WRITTEN_OUT: usize = 20;

/// What was found in a plan file.
pub(super) struct Found<'s> {
    pub(super) plan: Option<Plan<'s>>,
    pub(super) diagnostics: Vec<Diagnostic<'s>>,
    today: NaiveDate,
    pub(super) messages: &'static dyn Messages,
}

impl<'s> Found<'s> {
    pub(super) fn of(
        source: &'s Source<'_>,
        located: &Located,
        context: &Context,
    ) -> anyhow::Result<Found<'s>> {
        let (checked, day, messages) = context.check(source)?;
        let mut diagnostics = checked.diagnostics;
        if let Some(plan) = &checked.plan {
            diagnostics.extend(missing_evidence(plan, located));
            diagnostics.extend(looks(plan));
            diagnostics.extend(conflicts_in_texts(&source.text));
        }
        diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
        Ok(Found { plan: checked.plan, diagnostics, today: day.today, messages })
    }

    pub(super) fn problems(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.is_problem()).count()
    }

    pub(super) fn blocks(&self, source: &Source<'_>, located: &Located, context: &Context) -> Vec<Block> {
        let Found { plan, diagnostics, today, messages } = self;
        let (kinds, warnings) = count_warnings(diagnostics);
        let (file, problems) = (located.name.as_str(), self.problems());
        let summary = messages.listing(&Listing::CheckSummary { file, problems, kinds, warnings });
        let page = Page::new(source, *messages, context.terminal);
        let shown = page.problems(diagnostics).into_iter().chain(page.warnings(diagnostics));
        let to_write_out = plan.as_ref().and_then(|plan| write_out(plan, *today, located, *messages));
        [Block::line(summary)].into_iter().chain(shown.map(Block::Verbatim)).chain(to_write_out).collect()
    }

    /// Machine-readable output is in English, whatever the language of the screens.
    pub(super) fn json(&self, source: &Source<'_>) -> String {
        let messages = Language::En.messages();
        let lines = Lines::new(&source.text);
        let diagnostics = self.diagnostics.iter().map(|diagnostic| {
            let position = lines.position(diagnostic.span.start as usize);
            DiagnosticRow {
                severity: match diagnostic.code.severity() {
                    Severity::Problem => "problem",
                    Severity::Warning => "warning",
                },
                code: diagnostic.code.name(),
                file: source.name,
                line: position.line,
                column: position.column,
                message: message(diagnostic, messages),
                hint: messages.hint(&diagnostic.code),
            }
        });
        json::diagnostics(&diagnostics.collect::<Vec<_>>())
    }
}

/// Returns the commands that write out what comes back, one activity a date, and give the old ones up.
fn write_out(plan: &Plan<'_>, today: NaiveDate, located: &Located, messages: &dyn Messages) -> Option<Block> {
    let agenda = Agenda::new(plan, today);
    let mut recurring = agenda
        .select(|item| item.status.is_unfinished() && matches!(item.due.basis, Basis::Recurring(Some(_))));
    recurring.truncate(WRITTEN_OUT);
    let mut taken = if recurring.is_empty() { return None } else { taken(&agenda) };
    let commands = recurring.iter().filter_map(|item| written_out(item, &agenda, &mut taken, messages));
    let commands = commands.flat_map(|WrittenOut { add, cancel }| [add, cancel]);
    let lines: Vec<String> =
        commands.filter_map(|one| Some(format!("  {}\n", located.command_as_it_stands(&one)?))).collect();
    let heading = messages.recurrence(&Recurrence::Heading);
    (!lines.is_empty()).then(|| Block::Verbatim(format!("{heading}\n{}", lines.concat())))
}

/// Returns a warning for every file that is named as evidence and is not there.
fn missing_evidence<'a>(plan: &Plan<'a>, located: &Located) -> Vec<Diagnostic<'a>> {
    let Some(folder) = located.folder() else { return Vec::new() };
    let missing =
        plan.evidence().filter(|(.., path)| !path.contains("://") && !folder.join(path.as_ref()).exists());
    let warning = |path: &Text<'a>| Warning::NoSuchFile { path: path.clone() };
    missing.map(|(id, span, path)| Diagnostic::warning(span, id, warning(path))).collect()
}
