//! Arbitrary bytes are read, checked and edited: no panic, no hang, and no edit that reads back otherwise.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use plan::model::check::check;
use plan::model::key::{ActivityKey, NoteKey};
use plan::model::plan::{Entry, Index};
use plan::planfile::edit::{Edit, EditError, Value, edit};
use plan::planfile::{Source, read};

fuzz_target!(|bytes: &[u8]| {
    let source = Source::decode("plan.toml", bytes);
    let today = NaiveDate::from_ymd_opt(2018, 6, 11).expect("it is a day");
    let Ok((draft, found)) = read(&source.text) else { return };
    let Some(plan) = check(draft, found, today).plan else { return };
    let entries = (0..plan.activities().count()).map(|at| plan.entry(Index::Activity(at)));
    for Entry { id, .. } in entries.filter(|entry| entry.done.is_none()).take(3) {
        let edits = [Edit::Set { id, key: ActivityKey::Done.into(), value: Value::Date(today) }];
        let Ok(marked) = edit(&source.text, &edits) else { continue };
        // `edit` has compared what it wrote with the old plan; taking the mark back restores every byte.
        let back = edit(&marked.text, &[Edit::Unset { id, key: ActivityKey::Done.into() }])
            .expect("what was added can go");
        assert_eq!(back.text, source.text);
        supervise(&source.text, id, today);
    }
    let after = plan.activities().last().map(|last| last.id);
    let pairs = vec![
        (ActivityKey::Id, Value::Text("Z9".into())),
        (ActivityKey::Title, Value::Text("\u{1B}\"".into())),
    ];
    let _ = edit(&source.text, &[Edit::Add { after, new: vec![pairs] }]);
});

/// Edits that may be refused, and must not panic; what is added can go again.
fn supervise(text: &str, id: &str, today: NaiveDate) {
    let note =
        vec![(NoteKey::On.name(), Value::Date(today)), (NoteKey::Text.name(), Value::Text("a\n#".into()))];
    if let Ok(noted) =
        edit(text, &[Edit::Push { id, key: ActivityKey::Notes.into(), entry: Value::Record(note) }])
    {
        let (draft, _) = read(&noted.text).expect("it parses");
        let notes = draft.activities.iter().find(|one| one.id.as_ref().is_some_and(|own| own.value == id));
        let at = notes.map_or(0, |one| one.notes.len().saturating_sub(1));
        let pulled = edit(&noted.text, &[Edit::Pull { id, key: ActivityKey::Notes.into(), at }]);
        assert!(matches!(pulled, Ok(_) | Err(EditError::HoldsMore(_))), "what was added can go");
    }
    let pairs =
        vec![(ActivityKey::Due.into(), Value::Date(today)), (ActivityKey::Start.into(), Value::Date(today))];
    let _ = edit(text, &[Edit::Replace { id, key: ActivityKey::Period.into(), pairs }]);
    let _ = edit(
        text,
        &[Edit::Set { id, key: ActivityKey::Support.into(), value: Value::Texts(vec!["]".into()]) }],
    );
    let _ = edit(text, &[Edit::Pull { id, key: ActivityKey::Evidence.into(), at: 0 }]);
}
