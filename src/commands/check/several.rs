//! Every problem and every warning of several plans, and the units whose names look like one.

use std::collections::BTreeMap;

use super::found::Found;
use crate::cli::{Answer, Block, Exit, Screen, Several, diagnostics::count_warnings};
use crate::export::json;
use crate::messages::Messages;
use crate::model::check::{alike, units};
use crate::model::plan::Plan;

/// What is kept of a plan.
struct Kept {
    /// What is shown of it, where there is something to say.
    blocks: Vec<Block>,
    problems: usize,
    warnings: usize,
    units: Vec<String>,
}

/// Checks all of the plans.
pub(super) fn check(json: bool, several: &Several) -> anyhow::Result<Answer> {
    if json {
        return in_json(several);
    }
    let looked = several.look_whatever(|context, located, source| {
        let found = Found::of(source, located, context)?;
        let blocks = || found.blocks(source, located, context);
        Ok(Kept {
            blocks: if found.diagnostics.is_empty() { Vec::new() } else { blocks() },
            problems: found.problems(),
            warnings: count_warnings(&found.diagnostics).1,
            units: found.plan.as_ref().map(unit_names).unwrap_or_default(),
        })
    })?;
    let (plans, unread, messages) = (looked.made, looked.unread, several.messages());
    let unsound = plans.iter().filter(|plan| plan.problems > 0).count();
    let problems = plans.iter().map(|plan| plan.problems).sum();
    let warnings = plans.iter().map(|plan| plan.warnings).sum();
    let mut closing = vec![messages.all_checked(plans.len(), unsound, problems, warnings)];
    closing.extend(unread.sentence(messages));
    let alike = alike_units(&plans, messages);
    let mut blocks: Vec<Block> = plans.into_iter().flat_map(|plan| plan.blocks).chain(alike).collect();
    blocks.push(Block::line(closing.join(messages.gap())));
    let exit = if unsound + unread.count() > 0 { Exit::Found } else { Exit::Success };
    let answer = unread.told_in(Screen { blocks, ..Screen::default() }.into());
    Ok(Answer { exit, ..answer })
}

fn in_json(several: &Several) -> anyhow::Result<Answer> {
    let looked = several.look_whatever(|context, located, source| {
        let found = Found::of(source, located, context)?;
        Ok((found.json(source), found.problems()))
    })?;
    let is_sound = looked.made.iter().all(|(_, problems)| *problems == 0) && looked.unread.count() == 0;
    let plans: Vec<String> = looked.made.into_iter().map(|(json, _)| json).collect();
    let json = json::several(&plans, &looked.unread.files());
    let answer = looked.unread.told_in(json.into());
    Ok(Answer { exit: if is_sound { Exit::Success } else { Exit::Found }, ..answer })
}

fn unit_names(plan: &Plan<'_>) -> Vec<String> {
    units(plan).into_iter().map(str::to_owned).collect()
}

/// Returns the names that may be those of one unit, each with the number of its plans.
fn alike_units(plans: &[Kept], messages: &dyn Messages) -> Option<Block> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in plans.iter().flat_map(|plan| &plan.units) {
        *counts.entry(name).or_default() += 1;
    }
    let names: Vec<&str> = counts.keys().copied().collect();
    let told = |name: &&str| messages.aside(name, &messages.plans(counts[name], 0));
    let line =
        |names: Vec<&str>| format!("  {}", names.iter().map(told).collect::<Vec<_>>().join(messages.comma()));
    let lines: Vec<String> = alike(&names).into_iter().map(line).collect();
    (!lines.is_empty()).then(|| Block::Lines { heading: Some(messages.alike().to_owned()), lines })
}
