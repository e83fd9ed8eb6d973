//! Before and after, byte for byte; and taking back what was added restores every byte.

use chrono::NaiveDate;
use plan::model::key::{ActivityKey, EntryKey, MoveKey, NoteKey, PhaseKey};
use plan::planfile::edit::{Edit, EditError, Place, Value, edit};

fn day() -> Value<'static> {
    Value::Date(NaiveDate::from_ymd_opt(2018, 5, 24).expect("it is a day"))
}

fn done(id: &str) -> Edit<'_> {
    Edit::Set { id, key: ActivityKey::Done.into(), value: day() }
}

fn note(id: &str) -> Edit<'_> {
    let entry = vec![(NoteKey::On.name(), day()), (NoteKey::Text.name(), Value::Text("已开会".into()))];
    Edit::Push { id, key: ActivityKey::Notes.into(), entry: Value::Record(entry) }
}

fn evidence<'e>(id: &'e str, path: &'e str) -> Edit<'e> {
    Edit::Push { id, key: ActivityKey::Evidence.into(), entry: Value::Text(path.into()) }
}

fn edited(text: &str, edits: &[Edit<'_>]) -> String {
    edit(text, edits).expect("it can be edited").text
}

/// Marks `A1` done, compares, and takes the mark back.
fn marks(before: &str, after: &str) {
    let marked = edited(before, &[done("A1")]);
    assert_eq!(marked, after);
    assert_eq!(edited(&marked, &[Edit::Unset { id: "A1", key: ActivityKey::Done.into() }]), before);
}

#[test]
fn done_goes_on_a_line_of_its_own_after_the_last_key() {
    marks(
        "[[activity]]\nid = \"A1\"\ntitle = \"x\"\n\n[[activity]]\nid = \"A2\"\n",
        "[[activity]]\nid = \"A1\"\ntitle = \"x\"\ndone = 2018-05-24\n\n[[activity]]\nid = \"A2\"\n",
    );
}

#[test]
fn a_comment_after_the_last_key_belongs_to_what_follows() {
    marks(
        "[[activity]]\nid = \"A1\" # first\n# about A2\n[[activity]]\nid = \"A2\"\n",
        "[[activity]]\nid = \"A1\" # first\ndone = 2018-05-24\n# about A2\n[[activity]]\nid = \"A2\"\n",
    );
}

#[test]
fn a_file_without_a_last_line_end_keeps_none() {
    marks("[[activity]]\nid = \"A1\"", "[[activity]]\nid = \"A1\"\ndone = 2018-05-24");
    marks("[[activity]]\r\nid = \"A1\"", "[[activity]]\r\nid = \"A1\"\r\ndone = 2018-05-24");
    marks("[[activity]]\nid = \"A1\" # c", "[[activity]]\nid = \"A1\" # c\ndone = 2018-05-24");
}

#[test]
fn line_ends_indents_and_the_byte_order_mark_stay_as_they_are() {
    marks(
        "\u{FEFF}[[activity]]\r\n\tid = 'A1'\r\n\ttitle = \"x\"\r\n[plan]\r\n",
        "\u{FEFF}[[activity]]\r\n\tid = 'A1'\r\n\ttitle = \"x\"\r\n\tdone = 2018-05-24\r\n[plan]\r\n",
    );
    marks(
        "[[activity]]\r\nid = \"A1\"\ntitle = \"x\"\n[plan]\r\n",
        "[[activity]]\r\nid = \"A1\"\ntitle = \"x\"\ndone = 2018-05-24\n[plan]\r\n",
    );
}

#[test]
fn done_stands_before_any_sub_table() {
    marks(
        "[[activity]]\nid = \"A1\"\nx-a.b = 1\n[activity.x-more]\nz = 1\n[[activity.notes]]\non = 2018-01-01\n",
        "[[activity]]\nid = \"A1\"\nx-a.b = 1\ndone = 2018-05-24\n[activity.x-more]\nz = 1\n[[activity.notes]]\non = 2018-01-01\n",
    );
}

#[test]
fn values_over_several_lines_are_passed_whole() {
    marks(
        "[[activity]]\nid = \"A1\"\ncontent = \"\"\"\n一\n二\"\"\"\n",
        "[[activity]]\nid = \"A1\"\ncontent = \"\"\"\n一\n二\"\"\"\ndone = 2018-05-24\n",
    );
    marks(
        "[[activity]]\nid = \"A1\"\nevidence = [\n  \"a\", # [\n]\n",
        "[[activity]]\nid = \"A1\"\nevidence = [\n  \"a\", # [\n]\ndone = 2018-05-24\n",
    );
}

#[test]
fn inline_activities_are_edited_inside_their_braces() {
    marks(
        "activity = [{ id = \"A1\", due = \"x\" }, { id = \"A2\" }]\n",
        "activity = [{ id = \"A1\", due = \"x\", done = 2018-05-24 }, { id = \"A2\" }]\n",
    );
    marks("activity = [{id='A1'}]", "activity = [{id='A1', done = 2018-05-24}]");
}

#[test]
fn an_inline_activity_over_several_lines_is_refused() {
    let refused = edit("activity = [{ id = \"A1\",\n title = \"x\" }]\n", &[done("A1")]).err();
    assert_eq!(refused, Some(EditError::MultiLineInlineTable("A1".into())));
}

#[test]
fn quoted_keys_are_replaced_in_place_and_comments_stay() {
    let before = "[[activity]]\nid = \"A1\"\n\"done\" = 2018-01-01 # held late\ntitle = \"x\"\n";
    let after = "[[activity]]\nid = \"A1\"\n\"done\" = 2018-05-24 # held late\ntitle = \"x\"\n";
    assert_eq!(edited(before, &[done("A1")]), after);
    let without = "[[activity]]\nid = \"A1\"\n# held late\ntitle = \"x\"\n";
    assert_eq!(edited(after, &[Edit::Unset { id: "A1", key: ActivityKey::Done.into() }]), without);
}

#[test]
fn a_new_list_goes_where_the_order_of_keys_has_it() {
    let before = "[[activity]]\nid = \"A1\"\nremark = \"r\"\nexpected = 2018-06-01\ndone = 2018-01-01\n";
    assert_eq!(
        edited(before, &[note("A1"), evidence("A1", "a"), evidence("A1", "b")]),
        "[[activity]]\nid = \"A1\"\nremark = \"r\"\nnotes = [\n  { on = 2018-05-24, text = \"已开会\" },\n]\n\
         expected = 2018-06-01\nevidence = [\"a\", \"b\"]\ndone = 2018-01-01\n"
    );
}

#[test]
fn a_list_on_one_line_stays_on_one_line() {
    let list = |list: &str| format!("[[activity]]\nid = \"A1\"\nevidence = {list}\n");
    let pushed = |before: &str| edited(&list(before), &[evidence("A1", "z")]);
    assert_eq!(pushed("[]"), list("[\"z\",]"));
    assert_eq!(pushed("[\"a\"]"), list("[\"a\", \"z\"]"));
    assert_eq!(pushed("[ \"a\", ]"), list("[ \"a\", \"z\", ]"));
}

#[test]
fn a_list_with_an_entry_a_line_gets_one_more_line_in_its_style() {
    let list = |list: &str| format!("[[activity]]\nid = \"A1\"\nevidence = {list}\n");
    let pushed = |before: &str| edited(&list(before), &[evidence("A1", "z")]);
    assert_eq!(pushed("[\n    \"a\", # one, two\n]"), list("[\n    \"a\", # one, two\n    \"z\",\n]"));
    assert_eq!(pushed("[\n  \"a\"\n]"), list("[\n  \"a\",\n  \"z\"\n]"));
    assert_eq!(pushed("[\n  \"a\"]"), list("[\n  \"a\",\n  \"z\"]"));
    assert_eq!(pushed("[\n]"), list("[\n  \"z\"\n]"));
    assert_eq!(pushed("[ # none yet\n]"), list("[ # none yet\n  \"z\"\n]"));
}

#[test]
fn notes_in_blocks_of_their_own_get_another_block() {
    let before = "[[activity]]\nid = \"A1\"\n\n[[activity.notes]]\non = 2018-01-01\ntext = \"a\"\n\n[[activity]]\nid = \"A2\"\n";
    let after = "[[activity]]\nid = \"A1\"\n\n[[activity.notes]]\non = 2018-01-01\ntext = \"a\"\n\n\
                 [[activity.notes]]\non = 2018-05-24\ntext = \"已开会\"\n\n[[activity]]\nid = \"A2\"\n";
    assert_eq!(edited(before, &[note("A1")]), after);
}

#[test]
fn texts_are_written_so_that_they_read_back_and_steer_no_terminal() {
    let text = "a\"b\\c\nd\te\u{1B}\u{7F}\u{9B}\u{202E}五";
    let before = "[[activity]]\nid = \"A1\"\n";
    let edits = [Edit::Set { id: "A1", key: ActivityKey::Remark.into(), value: Value::Text(text.into()) }];
    assert_eq!(
        edited(before, &edits),
        format!("{before}remark = \"a\\\"b\\\\c\\nd\\te\\u001B\\u007F\\u009B\\u202E五\"\n")
    );
}

#[test]
fn an_edit_that_cannot_be_made_exactly_is_refused() {
    let refused = |text: &str, edits: &[Edit<'_>]| edit(text, edits).err();
    let plan = "[[activity]]\nid = \"A1\"\n[activity.done]\nx = 1\n";
    assert_eq!(refused(plan, &[done("A1")]), Some(EditError::WrongKind("A1".into())));
    assert_eq!(refused(plan, &[done("A2")]), Some(EditError::NoSuchEntry("A2".into())));
    assert_eq!(refused("[[activity]", &[done("A1")]), Some(EditError::NotToml));
    let text = "[[activity]]\nid = \"A1\"\nevidence = \"a\"\n";
    assert_eq!(refused(text, &[evidence("A1", "b")]), Some(EditError::WrongKind("A1".into())));
}

#[test]
fn many_edits_in_one_call_are_all_there() {
    let before: String = (0..300).map(|n| format!("[[activity]]\nid = \"A{n}\"\n")).collect();
    let ids: Vec<String> = (0..300).map(|n| format!("A{n}")).collect();
    let edits: Vec<Edit<'_>> = ids.iter().map(|id| done(id)).collect();
    let after: String =
        (0..300).map(|n| format!("[[activity]]\nid = \"A{n}\"\ndone = 2018-05-24\n")).collect();
    let edited = edit(&before, &edits).expect("it can be edited");
    assert_eq!(edited.text, after);
    assert_eq!(edited.line, Some(900));
}

/// Adds an entry to the list `key` of A1, compares, and takes it out again.
fn pushes(key: ActivityKey, entry: &Value<'_>, at: usize, before: &str, after: &str) {
    let push = Edit::Push { id: "A1", key: key.into(), entry: entry.clone() };
    assert_eq!(edited(before, &[push]), after);
    assert_eq!(edited(after, &[Edit::Pull { id: "A1", key: key.into(), at }]), before);
}

#[test]
fn an_entry_that_was_added_goes_without_a_trace() {
    let z = Value::Text("z".into());
    let list = |list: &str| format!("[[activity]]\nid = \"A1\"\nevidence = {list}\nx-a = 1\n");
    let pairs = [
        ("[\"a\"]", "[\"a\", \"z\"]"),
        ("[\n    \"a\", # one, two\n]", "[\n    \"a\", # one, two\n    \"z\",\n]"),
        ("[\n  \"a\"\n]", "[\n  \"a\",\n  \"z\"\n]"),
        ("[\n  \"a\"]", "[\n  \"a\",\n  \"z\"]"),
        ("[\r\n  \"a\",\r\n]", "[\r\n  \"a\",\r\n  \"z\",\r\n]"),
        ("[\n  \"a\" # last\n]", "[\n  \"a\", # last\n  \"z\"\n]"),
        ("[\"\"\"b\n\"\"\"]", "[\"\"\"b\n\"\"\", \"z\"]"),
    ];
    for (before, after) in pairs {
        pushes(ActivityKey::Evidence, &z, 1, &list(before), &list(after));
    }
    // A list that was empty stays, as one does that was made for it goes.
    for (before, after) in [
        ("[]", "[\"z\",]"),
        ("[ ]", "[\"z\", ]"),
        ("[\n]", "[\n  \"z\"\n]"),
        ("[ # none yet\n\n]", "[ # none yet\n  \"z\"\n\n]"),
    ] {
        pushes(ActivityKey::Evidence, &z, 0, &list(before), &list(after));
    }
    let without = "[[activity]]\nid = \"A1\"\nx-a = 1\n";
    pushes(ActivityKey::Evidence, &z, 0, without, "[[activity]]\nid = \"A1\"\nevidence = [\"z\"]\nx-a = 1\n");
    let blocks = "[[activity]]\nid = \"A1\"\n\n[[activity.notes]]\non = 2018-01-01\ntext = \"a\"\n";
    let entry = vec![(NoteKey::On.name(), day()), (NoteKey::Text.name(), Value::Text("b".into()))];
    let after = format!("{blocks}\n[[activity.notes]]\non = 2018-05-24\ntext = \"b\"\n");
    pushes(ActivityKey::Notes, &Value::Record(entry), 1, blocks, &after);
}

#[test]
fn an_entry_goes_and_its_neighbours_and_comments_stay() {
    let list = |list: &str| format!("[[activity]]\nid = \"A1\"\nevidence = {list}\n");
    let pulled = |before: &str, at| {
        edited(&list(before), &[Edit::Pull { id: "A1", key: ActivityKey::Evidence.into(), at }])
    };
    assert_eq!(pulled("[\"a\", \"b\", \"c\"]", 0), list("[\"b\", \"c\"]"));
    assert_eq!(pulled("[\"a\", \"b\", \"c\"]", 1), list("[\"a\", \"c\"]"));
    assert_eq!(pulled("[\n  \"a\", # one\n  \"b\", # two\n]", 0), list("[\n  # one\n  \"b\", # two\n]"));
    assert_eq!(pulled("[\n  \"a\", # one\n  \"b\"\n]", 1), list("[\n  \"a\" # one\n]"));
}

#[test]
fn a_list_is_replaced_by_a_list_and_by_nothing_else() {
    let before = "[[activity]]\nid = \"A1\"\nsupport = [\"a\"] # c\n";
    let set = |value| Edit::Set { id: "A1", key: ActivityKey::Support.into(), value };
    assert_eq!(
        edited(before, &[set(Value::Texts(vec!["甲".into(), "乙".into()]))]),
        "[[activity]]\nid = \"A1\"\nsupport = [\"甲\", \"乙\"] # c\n"
    );
    assert_eq!(edit(before, &[set(Value::Text("x".into()))]).err(), Some(EditError::WrongKind("A1".into())));
}

/// Gives a key another value, compares, and gives it the old one back.
fn replaces(key: ActivityKey, values: [Value<'static>; 2], before: &str, after: &str) {
    let text = |value: &str| format!("[[activity]]\nid = \"A1\"\n{} = {value}\n", key.name());
    let [old, new] = values.map(|value| [Edit::Set { id: "A1", key: key.into(), value }]);
    assert_eq!(edited(&text(before), &new), text(after));
    assert_eq!(edited(&text(after), &old), text(before));
}

#[test]
fn what_is_replaced_comes_back_in_the_form_in_which_it_was_written() {
    let owners = || [Value::Text("甲".into()), Value::Text("乙".into())];
    for quotes in ["\"", "'", "\"\"\"", "'''"] {
        let [before, after] = ["甲", "乙"].map(|who| format!("{quotes}{who}{quotes} # 负责"));
        replaces(ActivityKey::Owner, owners(), &before, &after);
    }
    let days = ["2018-05-24", "2018-05-30"].map(|day| Value::Date(day.parse().expect("it is a day")));
    replaces(ActivityKey::Done, days.clone(), "2018-05-24", "2018-05-30");
    replaces(ActivityKey::Done, days.clone(), "'2018-05-24'", "'2018-05-30'");
    let texts = |texts: &[&'static str]| Value::Texts(texts.iter().map(|text| (*text).into()).collect());
    let both = || [texts(&["甲", "乙"]), texts(&["丙"])];
    replaces(ActivityKey::Support, both(), "[ '甲', '乙', ]", "[ '丙', ]");
    replaces(ActivityKey::Support, both(), "[\r\n\t\"甲\",\r\n\t\"乙\"\r\n]", "[\r\n\t\"丙\"\r\n]");
    let it_s = [Value::Text("甲".into()), Value::Text("it's".into())];
    let text = "[[activity]]\nid = \"A1\"\nowner = '甲'\n";
    let set = |value: &Value<'static>| {
        [Edit::Set { id: "A1", key: ActivityKey::Owner.into(), value: value.clone() }]
    };
    assert_eq!(edited(text, &set(&it_s[1])), text.replace("'甲'", "\"it's\""));
}

#[test]
fn what_stands_somewhere_goes_elsewhere_as_it_is_written() {
    let due: EntryKey = ActivityKey::Due.into();
    let moved: EntryKey = ActivityKey::Moved.into();
    for words in ["'6月10前'", "\"\"\"\n6月\\\r\n  10前\"\"\"", "\"2018-06-1\\u0030\""] {
        let before = format!("[[activity]]\r\n\tid = \"A1\"\r\n\t'due'  = {words} # 原文\r\n");
        let entry = Value::Record(vec![(MoveKey::From.name(), Value::Standing(Place::Of(due)))]);
        let edits =
            [Edit::Set { id: "A1", key: due, value: day() }, Edit::Push { id: "A1", key: moved, entry }];
        let after = edited(&before, &edits);
        assert!(
            after.ends_with(&format!("# 原文\r\n\tmoved = [\r\n\t  {{ from = {words} }},\r\n\t]\r\n")),
            "{after}"
        );
        let from = Place::In { list: moved, at: 0, key: MoveKey::From.name() };
        let back = [
            Edit::Set { id: "A1", key: due, value: Value::Standing(from) },
            Edit::Pull { id: "A1", key: moved, at: 0 },
        ];
        assert_eq!(edited(&after, &back), before);
    }
}

#[test]
fn phases_are_edited_in_their_own_order_of_keys() {
    let before = "[[phase]]\nid = \"P1\"\ntitle = \"x\"\nperiod = \"5月\" # c\n[[activity]]\nid = \"A1\"\n";
    let entry = vec![
        (MoveKey::From.name(), Value::Text("5月".into())),
        (MoveKey::On.name(), day()),
        (MoveKey::Why.name(), Value::Text("w".into())),
    ];
    let edits = [
        Edit::Replace {
            id: "P1",
            key: PhaseKey::Period.into(),
            pairs: vec![(PhaseKey::Start.into(), day()), (PhaseKey::End.into(), day())],
        },
        Edit::Push { id: "P1", key: PhaseKey::Moved.into(), entry: Value::Record(entry) },
    ];
    let after = "[[phase]]\nid = \"P1\"\ntitle = \"x\"\nstart = 2018-05-24 # c\nend = 2018-05-24\n\
         moved = [\n  { from = \"5月\", on = 2018-05-24, why = \"w\" },\n]\n[[activity]]\nid = \"A1\"\n";
    assert_eq!(edited(before, &edits), after);
    let back = [
        Edit::Replace {
            id: "P1",
            key: PhaseKey::Start.into(),
            pairs: vec![(PhaseKey::Period.into(), Value::Text("5月".into()))],
        },
        Edit::Unset { id: "P1", key: PhaseKey::End.into() },
        Edit::Pull { id: "P1", key: PhaseKey::Moved.into(), at: 0 },
    ];
    assert_eq!(edited(after, &back), before);
}

#[test]
fn a_key_of_an_activity_is_not_written_into_a_phase() {
    let plan = "[[phase]]\nid = \"P1\"\ntitle = \"x\"\n";
    assert_eq!(edit(plan, &[done("P1")]).err(), Some(EditError::WrongKind("P1".into())));
}

#[test]
fn a_key_gives_way_to_others_where_it_stood() {
    let before = "[[activity]]\nid = \"A1\"\n# why\n\t'period'   = \"5月\" # c\nx-a = 1\n";
    let pairs = vec![(ActivityKey::Due.into(), day()), (ActivityKey::Start.into(), day())];
    let replace = Edit::Replace { id: "A1", key: ActivityKey::Period.into(), pairs };
    assert_eq!(
        edited(before, std::slice::from_ref(&replace)),
        "[[activity]]\nid = \"A1\"\n# why\n\t'due'   = 2018-05-24 # c\n\tstart = 2018-05-24\nx-a = 1\n"
    );
    assert_eq!(
        edited("activity = [{ id = \"A1\", period = \"5月\", x-a = 1 }]\n", &[replace]),
        "activity = [{ id = \"A1\", due = 2018-05-24, start = 2018-05-24, x-a = 1 }]\n"
    );
}

fn adds(after: Option<&str>, before: &str, expected: &str) {
    let pairs = vec![(ActivityKey::Id, Value::Text("N1".into())), (ActivityKey::Due, day())];
    assert_eq!(edited(before, &[Edit::Add { after, new: vec![pairs] }]), expected);
}

#[test]
fn a_new_activity_goes_after_the_block_that_is_named() {
    adds(
        Some("A1"),
        "[[activity]]\nid = \"A1\"\n# about A2\n[[activity]]\nid = \"A2\"\n",
        "[[activity]]\nid = \"A1\"\n\n[[activity]]\nid = \"N1\"\ndue = 2018-05-24\n# about A2\n[[activity]]\nid = \"A2\"\n",
    );
    adds(
        Some("A1"),
        "\t[[activity]]\r\n\tid = \"A1\"\r\n[[activity.notes]]\r\non = 2018-01-01\r\ntext = \"a\"\r\n[plan]\r\n",
        "\t[[activity]]\r\n\tid = \"A1\"\r\n[[activity.notes]]\r\non = 2018-01-01\r\ntext = \"a\"\r\n\r\n\t[[activity]]\r\n\tid = \"N1\"\r\n\tdue = 2018-05-24\r\n[plan]\r\n",
    );
    adds(
        Some("A1"),
        "[[activity]]\nid = \"A1\"",
        "[[activity]]\nid = \"A1\"\n\n[[activity]]\nid = \"N1\"\ndue = 2018-05-24",
    );
}

#[test]
fn the_first_activity_goes_to_the_end_and_inline_ones_get_another() {
    adds(
        None,
        "[plan]\ntitle = \"t\"",
        "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"N1\"\ndue = 2018-05-24",
    );
    adds(
        Some("A1"),
        "activity = [{ id = \"A1\" }, { id = \"A2\" }]\n",
        "activity = [{ id = \"A1\" }, { id = \"N1\", due = 2018-05-24 }, { id = \"A2\" }]\n",
    );
    adds(
        Some("A1"),
        "activity = [\n  { id = \"A1\" }, # one\n  { id = \"A2\" },\n]\n",
        "activity = [\n  { id = \"A1\" }, # one\n  { id = \"N1\", due = 2018-05-24 },\n  { id = \"A2\" },\n]\n",
    );
}

#[test]
fn several_new_activities_go_there_together_and_in_their_order() {
    let add = |after, before: &str| {
        let new = ["N1", "N2"].map(|id| vec![(ActivityKey::Id, Value::Text(id.into()))]);
        edited(before, &[Edit::Add { after, new: new.to_vec() }])
    };
    assert_eq!(
        add(Some("A1"), "  [[activity]]\r\n  id = \"A1\"\r\n\r\n[[activity]]\r\nid = \"A2\"\r\n"),
        "  [[activity]]\r\n  id = \"A1\"\r\n\r\n  [[activity]]\r\n  id = \"N1\"\r\n\r\n  [[activity]]\r\n  id = \"N2\"\r\n\r\n[[activity]]\r\nid = \"A2\"\r\n"
    );
    assert_eq!(
        add(None, "[plan]\ntitle = \"t\"\n"),
        "[plan]\ntitle = \"t\"\n\n[[activity]]\nid = \"N1\"\n\n[[activity]]\nid = \"N2\"\n"
    );
    assert_eq!(
        add(Some("A1"), "activity = [{ id = \"A1\" }, { id = \"A2\" }]\n"),
        "activity = [{ id = \"A1\" }, { id = \"N1\" }, { id = \"N2\" }, { id = \"A2\" }]\n"
    );
}

#[test]
fn an_edit_that_would_lose_a_comment_is_refused() {
    let refused = |text: &str, edit_: Edit<'_>| edit(text, &[edit_]).err();
    let wrong = Some(EditError::HoldsMore("A1".into()));
    let list = "[[activity]]\nid = \"A1\"\nevidence = [\n  \"a # no comment\", # why\n]\n";
    let pull = |key: ActivityKey| Edit::Pull { id: "A1", key: key.into(), at: 0 };
    assert_eq!(refused(list, pull(ActivityKey::Evidence)), wrong);
    assert_eq!(refused(list, Edit::Unset { id: "A1", key: ActivityKey::Evidence.into() }), wrong);
    let texts = Value::Texts(vec!["b".into()]);
    assert_eq!(refused(list, Edit::Set { id: "A1", key: ActivityKey::Evidence.into(), value: texts }), wrong);
    let block = "[[activity]]\nid = \"A1\"\n[[activity.notes]]\non = 2018-01-01 # why\ntext = \"a\"\n";
    assert_eq!(refused(block, pull(ActivityKey::Notes)), wrong);
    assert_eq!(refused(&block.replace(" # why", ""), pull(ActivityKey::Notes)), None);
    let behind = block.replace(" # why", "").replace("\"a\"\n", "\"a # b\" # 见附件3\n");
    assert_eq!(refused(&behind, pull(ActivityKey::Notes)), wrong);
    let moved = behind.replace("notes", "moved").replace("text", "why");
    assert_eq!(refused(&moved, pull(ActivityKey::Moved)), wrong);
    let between = "[[activity]]\nid = \"A1\"\nevidence = [\n  \"a\" # 照片\n  , \"b\",\n]\n";
    assert_eq!(refused(between, pull(ActivityKey::Evidence)), wrong);
    let inline = "[[activity]]\nid = \"A1\"\nnotes = [\n  {\n    on = 2018-01-01, # 第一次\n    text = \"a\",\n  },\n  { on = 2018-01-02, text = \"b\" },\n]\n";
    assert_eq!(refused(inline, pull(ActivityKey::Notes)), wrong);
    assert_eq!(refused(&inline.replace(" # 第一次", ""), pull(ActivityKey::Notes)), None);
}

#[test]
fn an_entry_with_a_key_of_the_authors_own_is_not_taken_out() {
    let text = "[[activity]]\nid = \"A1\"\nnotes = [{ on = 2018-01-01, text = \"a\", x-from = \"b\" }]\n";
    let pull = Edit::Pull { id: "A1", key: ActivityKey::Notes.into(), at: 0 };
    assert_eq!(edit(text, &[pull]).err(), Some(EditError::HoldsMore("A1".into())));
}

#[test]
fn comments_directly_under_a_block_stay_with_it() {
    let block = "[[activity]]\nid = \"A1\"\ngroup = \"g\"\n# done = 2018-05-01\n  # 待核实\n";
    let new = "\n[[activity]]\nid = \"N1\"\ndue = 2018-05-24\n";
    for rest in ["", "\n[[activity]]\nid = \"A2\"\n", " \t\n# about A2\n[[activity]]\nid = \"A2\"\n"] {
        adds(Some("A1"), &format!("{block}{rest}"), &format!("{block}{new}{rest}"));
    }
    let notes = "[[activity]]\nid = \"A1\"\n[[activity.notes]]\non = 2018-01-01\ntext = \"a\"\n# 见附件3\n";
    let rest = "\n[[activity]]\nid = \"A2\"\n";
    let entry = vec![(NoteKey::On.name(), day()), (NoteKey::Text.name(), Value::Text("b".into()))];
    let after = format!("{notes}[[activity.notes]]\non = 2018-05-24\ntext = \"b\"\n{rest}");
    pushes(ActivityKey::Notes, &Value::Record(entry), 1, &format!("{notes}{rest}"), &after);
}

#[test]
fn comments_directly_under_the_last_entry_of_a_list_stay_with_it() {
    for (comma, rest) in [("", ""), (",", "\n"), (",", "\r\n")] {
        let list = |last: &str, new: &str| {
            let entries = format!("  \"a\"{last} # 一\n  # 见附件3\n# 二\n{new}{rest}]\n");
            format!("[[activity]]\nid = \"A1\"\nevidence = [\n{entries}")
        };
        let (before, after) = (list(comma, ""), list(",", &format!("  \"b\"{comma}\n")));
        pushes(ActivityKey::Evidence, &Value::Text("b".into()), 1, &before, &after);
    }
    let block = "{ id = \"A1\" },\n  # 下一段\n";
    adds(
        Some("A1"),
        &format!("activity = [\n  {block}  {{ id = \"A2\" }},\n]\n"),
        "activity = [\n  { id = \"A1\" },\n  { id = \"N1\", due = 2018-05-24 },\n  # 下一段\n  { id = \"A2\" },\n]\n",
    );
    adds(
        Some("A1"),
        &format!("activity = [\n  {block}]\n"),
        &format!("activity = [\n  {block}  {{ id = \"N1\", due = 2018-05-24 }},\n]\n"),
    );
}

#[test]
fn an_entry_is_taken_out_beside_a_blank_one_that_does_not_count() {
    let list = |list: &str| format!("[[activity]]\nid = \"A1\"\nevidence = {list}\n");
    let pull = Edit::Pull { id: "A1", key: ActivityKey::Evidence.into(), at: 0 };
    assert_eq!(edited(&list("[\"\", \"a\", \"b\"]"), &[pull]), list("[\"\", \"b\"]"));
}
