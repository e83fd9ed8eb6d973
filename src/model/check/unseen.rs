//! Titles with something in them that nobody sees.

use crate::model::diagnostic::{Code, Diagnostic, Warning};
use crate::model::plan::Plan;
use crate::model::text::hides_something;

/// Returns a warning for every title in which something hides: it is left out of text to be pasted.
pub fn unseen<'a>(plan: &Plan<'a>) -> Vec<Diagnostic<'a>> {
    let phases = plan.phases.iter().map(|phase| (phase.span, &phase.id, &phase.title));
    let activities = plan.activities.iter().map(|one| (one.span, &one.id, &one.title));
    let hiding = phases.chain(activities).filter(|(.., title)| hides_something(title));
    let warnings = hiding.map(|(span, id, title)| {
        let code = Code::Warning(Warning::Unseen { title: title.clone() });
        Diagnostic { span, other: None, about: Some(id.clone()), code }
    });
    warnings.collect()
}
