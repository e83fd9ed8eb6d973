//! Arbitrary bytes are read, checked and edited: no panic, no hang, and no edit that reads back otherwise.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use plan::model::check::check;
use plan::planfile::edit::{Edit, Value, edit};
use plan::planfile::{Source, read};

fuzz_target!(|bytes: &[u8]| {
    let (source, _) = Source::decode("plan.toml".to_owned(), bytes.to_vec());
    let today = NaiveDate::from_ymd_opt(2018, 6, 11).expect("it is a day");
    let Ok((draft, found)) = read(&source.text) else { return };
    let Some(plan) = check(draft, found, today).plan else { return };
    for activity in plan.activities.iter().filter(|activity| activity.done.is_none()).take(3) {
        let id = activity.id.as_ref();
        let edits = [Edit::Set { id, key: "done", value: Value::Date(today) }];
        let Ok(marked) = edit(&source.text, &edits) else { continue };
        // `edit` has compared what it wrote with the old plan; taking the mark back restores every byte.
        let back = edit(&marked.text, &[Edit::Unset { id, key: "done" }]).expect("what was added can go");
        assert_eq!(back.text, source.text);
    }
});
