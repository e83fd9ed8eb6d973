//! `plan check`: every problem and every warning.

use std::path::Path;

use super::answer::{Answer, Exit};
use super::context::Context;
use super::locate::Located;
use super::{findings, locate};
use crate::export::json::{self, Finding};
use crate::model::plan::Plan;
use crate::model::problem::{Fault, Problem, Severity, Warning};
use crate::planfile::Source;
use crate::planfile::lines::Lines;
use crate::words::{Language, Listing};

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
    let (found, words) = match undecodable {
        Some(problem) => (vec![problem], context.words(None)),
        None => {
            let (checked, _, words) = context.check(&source)?;
            let mut found = checked.findings;
            found.extend(checked.plan.iter().flat_map(|plan| missing_evidence(plan, &located)));
            found.sort_by_key(|problem| problem.place.start);
            (found, words)
        }
    };
    let problems = found.iter().filter(|problem| problem.fault.severity() == Severity::Problem).count();
    let exit = if problems > 0 { Exit::Found } else { Exit::Did };
    if args.json {
        return Ok(Answer { out: in_json(&found, &source), exit, ..Answer::default() });
    }
    let (kinds, warnings) = findings::count_warnings(&found);
    let file = &located.name;
    let mut out = words.listing(&Listing::CheckSummary { file, problems, kinds, warnings });
    out.push('\n');
    if problems > 0 {
        out.push('\n');
        out.push_str(&findings::problems(&found, &source, words, context.screen));
    }
    out.push_str(&findings::warnings(&found, &source, words, context.screen));
    Ok(Answer { out, talk: locate::notice(&located, words), exit })
}

/// Returns a warning for every file that is named as evidence and is not there.
fn missing_evidence<'a>(plan: &Plan<'a>, located: &Located) -> Vec<Problem<'a>> {
    let Some(folder) = located.path.as_deref().and_then(Path::parent) else { return Vec::new() };
    let paths = plan
        .activities
        .iter()
        .flat_map(|activity| activity.details.evidence.iter().map(move |path| (activity, path.clone())));
    let missing = paths.filter(|(_, path)| !path.contains("://") && !folder.join(path.as_ref()).exists());
    missing
        .map(|(activity, path)| Problem {
            place: activity.place,
            other: None,
            about: Some(activity.id.clone()),
            fault: Fault::Warning(Warning::NoSuchFile { path }),
        })
        .collect()
}

/// Machine-readable output is in English, whatever the language of the screens.
fn in_json(found: &[Problem<'_>], source: &Source) -> String {
    let words = Language::En.words();
    let lines = Lines::new(&source.text);
    let findings = found.iter().map(|problem| {
        let position = lines.position(problem.place.start as usize);
        Finding {
            severity: match problem.fault.severity() {
                Severity::Problem => "problem",
                Severity::Warning => "warning",
            },
            code: problem.fault.code(),
            file: &source.name,
            line: position.line,
            column: position.column,
            message: findings::message(problem, words),
            hint: words.hint(&problem.fault),
        }
    });
    json::findings(&findings.collect::<Vec<_>>())
}
