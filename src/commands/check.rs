//! `plan check`: every problem and every warning.

use std::path::Path;

use crate::cli::answer::{Answer, Exit};
use crate::cli::context::Context;
use crate::cli::locate::Located;
use crate::cli::{diagnostics, locate};
use crate::export::json::{self, DiagnosticRow};
use crate::messages::{Language, Listing};
use crate::model::diagnostic::{Code, Diagnostic, Severity, Warning};
use crate::model::plan::Plan;
use crate::planfile::Source;
use crate::planfile::lines::Lines;

#[derive(clap::Args)]
#[command(before_help = "Examples:
  plan check            exits 3 when there are problems; warnings stop nothing
  plan check --json")]
pub(super) struct Args {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Answer> {
    let (located, source, undecodable) = context.source_to_check()?;
    let (found, messages) = match undecodable {
        Some(problem) => (vec![problem], context.messages(None)),
        None => {
            let (checked, _, messages) = context.check(&source)?;
            let mut found = checked.diagnostics;
            found.extend(checked.plan.iter().flat_map(|plan| missing_evidence(plan, &located)));
            found.sort_by_key(|problem| problem.span.start);
            (found, messages)
        }
    };
    let problems = found.iter().filter(|problem| problem.code.severity() == Severity::Problem).count();
    let exit = if problems > 0 { Exit::Found } else { Exit::Success };
    if args.json {
        return Ok(Answer { out: in_json(&found, &source), exit, ..Answer::default() });
    }
    let (kinds, warnings) = diagnostics::count_warnings(&found);
    let file = &located.name;
    let mut out = messages.listing(&Listing::CheckSummary { file, problems, kinds, warnings });
    out.push('\n');
    if problems > 0 {
        out.push('\n');
        out.push_str(&diagnostics::problems(&found, &source, messages, context.screen));
    }
    out.push_str(&diagnostics::warnings(&found, &source, messages, context.screen));
    Ok(Answer { out, notices: locate::notice(&located, messages), exit })
}

/// Returns a warning for every file that is named as evidence and is not there.
fn missing_evidence<'a>(plan: &Plan<'a>, located: &Located) -> Vec<Diagnostic<'a>> {
    let Some(folder) = located.path.as_deref().and_then(Path::parent) else { return Vec::new() };
    let paths = plan
        .activities
        .iter()
        .flat_map(|activity| activity.details.evidence.iter().map(move |path| (activity, path.clone())));
    let missing = paths.filter(|(_, path)| !path.contains("://") && !folder.join(path.as_ref()).exists());
    missing
        .map(|(activity, path)| Diagnostic {
            span: activity.span,
            other: None,
            about: Some(activity.id.clone()),
            code: Code::Warning(Warning::NoSuchFile { path }),
        })
        .collect()
}

/// Machine-readable output is in English, whatever the language of the screens.
fn in_json(found: &[Diagnostic<'_>], source: &Source) -> String {
    let messages = Language::En.messages();
    let lines = Lines::new(&source.text);
    let diagnostics = found.iter().map(|problem| {
        let position = lines.position(problem.span.start as usize);
        DiagnosticRow {
            severity: match problem.code.severity() {
                Severity::Problem => "problem",
                Severity::Warning => "warning",
            },
            code: problem.code.name(),
            file: &source.name,
            line: position.line,
            column: position.column,
            message: diagnostics::message(problem, messages),
            hint: messages.hint(&problem.code),
        }
    });
    json::diagnostics(&diagnostics.collect::<Vec<_>>())
}
