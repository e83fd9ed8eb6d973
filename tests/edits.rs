//! Edits of plan files of every form, made at random: only what was meant changes, and it can be taken back.

use chrono::NaiveDate;
use plan::model::key::{ActivityKey, MoveKey, NoteKey};
use plan::planfile::edit::{Edit, Value, edit};
use proptest::prelude::*;

/// How one activity is written.
#[derive(Debug, Clone)]
struct Form {
    end: &'static str,
    indent: &'static str,
    comment: &'static str,
    values: Vec<&'static str>,
    quoted: bool,
    after: &'static str,
}

fn form() -> impl Strategy<Value = Form> {
    let values = proptest::sample::subsequence(
        vec![
            "due = \"6月10前\"",
            "x-own.key = 1",
            "content = \"\"\"\n一\n# no comment\n\"\"\"",
            "remark = '''\na \"quote\" '''",
            "notes = [\n  { on = 2018-06-01, text = \"a # b\" }, # c\n]",
            "notes = [{ on = 2018-06-01, text = \"]\" }]",
            "evidence = [ \"a,b\", ]",
            "evidence = [\n\t\"a\" # last, without comma\n]",
            "\"owner\" = \"企业科\"",
        ],
        0..=7,
    );
    // A key may stand only once.
    let values = values.prop_map(|values| {
        let mut names = Vec::new();
        let is_new = |value: &&str| {
            let name = value.split(['=', '.']).next().unwrap_or_default().trim().to_owned();
            let new = !names.contains(&name);
            names.push(name);
            new
        };
        values.into_iter().filter(is_new).collect()
    });
    let ends = prop_oneof![Just("\n"), Just("\r\n")];
    let indents = prop_oneof![Just(""), Just("\t"), Just("  ")];
    let comments = prop_oneof![Just(""), Just(" # 说明 = \"x\""), Just("\t#")];
    let afters = prop_oneof![
        Just(""),
        Just("\n"),
        Just("# about the next\n"),
        Just("[activity.x-more]\nz = 1 # [x]\n"),
        Just("\n[[activity.moved]]\nfrom = 2018-06-01\non = 2018-05-01\nwhy = \"w\"\n")
    ];
    (ends, indents, comments, values, any::<bool>(), afters).prop_map(
        |(end, indent, comment, values, quoted, after)| Form { end, indent, comment, values, quoted, after },
    )
}

/// Writes a plan file whose activities are A0, A1 and so on.
fn file(forms: &[Form], mark: bool, last_end: bool) -> String {
    let mut text = String::from(if mark { "\u{FEFF}# plan\n" } else { "" });
    text.push_str("[plan]\ntitle = \"t\"\n");
    for (at, form) in forms.iter().enumerate() {
        let Form { end, indent, comment, values, quoted, after } = form;
        let id = if *quoted { "'id'" } else { "id" };
        let mut lines = vec!["[[activity]]".to_owned(), format!("{indent}{id} = \"A{at}\"{comment}")];
        lines.extend(values.iter().map(|value| format!("{indent}{value}{comment}")));
        for line in lines {
            text.push_str(&line.replace('\n', end));
            text.push_str(end);
        }
        text.push_str(&after.replace('\n', end));
    }
    if !last_end {
        text.truncate(text.trim_end().len());
    }
    text
}

fn day() -> Value<'static> {
    Value::Date(NaiveDate::from_ymd_opt(2018, 5, 24).expect("it is a day"))
}

fn done(id: &str) -> Edit<'_> {
    Edit::Set { id, key: ActivityKey::Done.into(), value: day() }
}

/// Returns the lines of `new` that are not in `old`, when all lines of `old` stand in `new` in their order.
fn added<'n>(old: &str, new: &'n str) -> Option<Vec<&'n str>> {
    let mut old = old.split('\n').peekable();
    let added: Vec<&str> = new.split('\n').filter(|line| old.next_if_eq(line).is_none()).collect();
    old.peek().is_none().then_some(added)
}

/// Returns what a plan file says, whatever it looks like.
fn meaning(text: &str) -> toml::Table {
    text.trim_start_matches('\u{FEFF}').parse().expect("it is TOML")
}

/// Returns how many entries a list of an activity has.
fn entries(text: &str, id: &str, key: &str) -> usize {
    let plan = meaning(text);
    let activities = plan["activity"].as_array().expect("it is a list");
    let is_it = |activity: &&toml::Value| activity["id"].as_str() == Some(id);
    let activity = activities.iter().find(is_it).expect("it is there");
    activity.get(key).and_then(toml::Value::as_array).map_or(0, Vec::len)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn reopen_after_done_restores_every_byte(
        forms in proptest::collection::vec(form(), 1..4), mark: bool, last_end: bool, pick in 0..3_usize,
    ) {
        let before = file(&forms, mark, last_end);
        let id = format!("A{}", pick % forms.len());
        let marked = edit(&before, &[done(&id)]).expect("every form can be edited").text;
        prop_assert_eq!(marked.matches("done = 2018-05-24").count(), 1);
        let back = edit(&marked, &[Edit::Unset { id: &id, key: ActivityKey::Done.into() }]).expect("it can be taken back").text;
        prop_assert_eq!(back, before);
    }

    #[test]
    fn a_mark_adds_one_line_and_touches_no_other(
        forms in proptest::collection::vec(form(), 1..4), mark: bool, pick in 0..3_usize,
    ) {
        let before = file(&forms, mark, true);
        let at = pick % forms.len();
        let marked = edit(&before, &[done(&format!("A{at}"))]).expect("every form can be edited").text;
        let Form { indent, .. } = forms[at];
        let added = added(&before, &marked).map(|lines| lines.concat().trim_end().to_owned());
        prop_assert_eq!(added, Some(format!("{indent}done = 2018-05-24")));
    }

    #[test]
    fn notes_and_evidence_are_added_to_whatever_stands_there(
        forms in proptest::collection::vec(form(), 1..4), mark: bool, last_end: bool, texts in proptest::collection::vec(".{0,12}", 1..5),
    ) {
        let mut text = file(&forms, mark, last_end);
        for (n, words) in texts.iter().enumerate() {
            let id = format!("A{}", n % forms.len());
            let note = vec![(NoteKey::On.name(), day()), (NoteKey::Text.name(), Value::Text(words.into()))];
            let edits = [
                Edit::Push { id: &id, key: ActivityKey::Notes.into(), entry: Value::Record(note) },
                Edit::Push { id: &id, key: ActivityKey::Evidence.into(), entry: Value::Text(words.into()) },
                done(&id),
            ];
            // What is returned has been read again and holds exactly the old plan plus these edits.
            let new = edit(&text, &edits).expect("every form can be edited").text;
            prop_assert!(new.len() > text.len());
            text = new;
        }
    }

    #[test]
    fn what_was_added_to_a_list_goes_and_leaves_every_byte_as_it_was(
        forms in proptest::collection::vec(form(), 1..4), mark: bool, last_end: bool, pick in 0..3_usize, list in 0..2_usize,
    ) {
        let before = file(&forms, mark, last_end);
        let id = format!("A{}", pick % forms.len());
        let record = Value::Record(vec![(NoteKey::On.name(), day()), (NoteKey::Text.name(), Value::Text("已开会 ]".into()))]);
        let (key, entry) = [(ActivityKey::Notes, record), (ActivityKey::Evidence, Value::Text("a,]".into()))][list].clone();
        let added = edit(&before, &[Edit::Push { id: &id, key: key.into(), entry }]).expect("every form can be edited").text;
        let count = entries(&added, &id, key.name());
        prop_assert_eq!(count, entries(&before, &id, key.name()) + 1);
        let edits = [Edit::Pull { id: &id, key: key.into(), at: count - 1 }];
        let back = edit(&added, &edits).expect("it can be taken out").text;
        prop_assert_eq!(back, before);
    }

    #[test]
    fn a_sequence_of_edits_of_every_kind_means_what_it_should(
        forms in proptest::collection::vec(form(), 1..4), mark: bool, last_end: bool, kinds in proptest::collection::vec(0..7_usize, 1..8),
    ) {
        let mut text = file(&forms, mark, last_end);
        for (n, kind) in kinds.into_iter().enumerate() {
            let id = format!("A{}", n % forms.len());
            let moved = vec![(MoveKey::From.name(), day()), (MoveKey::On.name(), day()), (MoveKey::Why.name(), Value::Text("\"为什么\"".into()))];
            let edits = match kind {
                0 => vec![done(&id)],
                1 => vec![Edit::Unset { id: &id, key: ActivityKey::Done.into() }],
                2 => vec![
                    Edit::Set { id: &id, key: ActivityKey::Due.into(), value: day() },
                    Edit::Push { id: &id, key: ActivityKey::Moved.into(), entry: Value::Record(moved) },
                ],
                3 => vec![Edit::Set { id: &id, key: ActivityKey::Cancelled.into(), value: day() }],
                4 => vec![Edit::Set { id: &id, key: ActivityKey::Support.into(), value: Value::Texts(vec!["甲".into(), "乙".into()]) }],
                5 => vec![Edit::Set { id: &id, key: ActivityKey::Owner.into(), value: Value::Text("企业科".into()) }],
                _ => vec![Edit::Add { after: Some(&id), new: vec![vec![(ActivityKey::Id, Value::Text(format!("N{n}").into()))]] }],
            };
            // What is returned has been read again and holds exactly the old plan plus these edits.
            let edited = edit(&text, &edits).expect("every form can be edited");
            if kind == 6 {
                let fresh = format!("id = \"N{n}\"");
                prop_assert!(edited.text.contains(&fresh));
                // Everything that was there still is, line by line.
                prop_assert!(added(&text, &edited.text).is_some() || !last_end, "{}", edited.text);
            }
            text = edited.text;
        }
    }

    #[test]
    fn arbitrary_text_never_makes_an_edit_panic(text in "(\\[\\[activity\\]\\]\n)?(id|done|notes|[a-z]) ?= ?[\"'\\[{A1\n,}\\]# ]{0,30}") {
        let _ = edit(&text, &[done("A1"), Edit::Unset { id: "A1", key: ActivityKey::Notes.into() }]);
    }
}
