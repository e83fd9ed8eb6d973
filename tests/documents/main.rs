//! Documents in the shapes that plans have, and what should come of each: `make.py` makes them, and what stands beside
//! each was written by hand. `PLAN_DOCUMENTS=folder cargo test --test documents -- --ignored --nocapture` measures
//! other documents in the same way.

#![expect(clippy::print_stdout, reason = "a measurement says what it found")]

mod compare;
mod expected;
#[path = "../skip/mod.rs"]
mod skip;
#[path = "../soffice/mod.rs"]
mod soffice;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use compare::{Score, compare};
use expected::{Row, rows};
use plan::import;
use plan::model::language::Language;
use plan::outline::account::Account;
use plan::outline::document::Place;
use plan::outline::question::{About, Question};
use plan::outline::{Activity, Choice, Origin, Outline, Phase, Stated, Stuck, Time, understand};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

#[test]
fn every_document_becomes_its_plan() {
    let score = measure(Path::new(FOLDER));
    assert_eq!(score.wrong, [""; 0], "days without a question");
    assert_eq!(score.invented, [""; 0]);
    assert_eq!(score.beside, [""; 0]);
    assert!(score.exact * 100 >= score.expected * 95, "{} of {}", score.exact, score.expected);
}

#[test]
#[ignore = "documents of one's own, where PLAN_DOCUMENTS says"]
fn other_documents_are_measured() {
    let Some(folder) = std::env::var_os("PLAN_DOCUMENTS") else { return };
    measure(Path::new(&folder));
}

#[test]
#[ignore = "takes LibreOffice and pdftotext: .ci/formats"]
fn text_that_pdftotext_lays_out_gives_its_phases() {
    if !soffice::is_there("soffice") || !soffice::is_there("pdftotext") {
        return skip::skipped("soffice or pdftotext is not installed");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let document = Path::new(FOLDER).join("outlets-campaign.docx");
    soffice::convert(&[document], "pdf", folder.path());
    let (pdf, text) =
        (folder.path().join("outlets-campaign.pdf"), folder.path().join("outlets-campaign.txt"));
    let done = Command::new("pdftotext").arg("-layout").arg(pdf).arg(&text).status().expect("pdftotext runs");
    assert!(done.success());
    let expected =
        fs::read_to_string(Path::new(FOLDER).join("outlets-campaign.docx.tsv")).expect("an expectation");
    let phases: Vec<Row> = rows(&expected).into_iter().filter(|row| row.kind == "phase").collect();
    let score = score(&text, &phases);
    assert_eq!((score.exact, score.expected), (4, 4), "{score:?}");
}

/// Compares each document of a folder that has an expectation beside it, and prints what came of it.
fn measure(folder: &Path) -> Score {
    let mut expectations: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    expectations.sort();
    let mut sum = Score::default();
    for expectation in expectations {
        let document = expectation.with_extension("");
        let name = document.file_name().expect("a name").to_owned();
        let document = if document.exists() { document } else { Path::new(DATA).join(name) };
        let text = fs::read_to_string(&expectation).expect("an expectation");
        let score = score(&document, &rows(&text));
        let name = document.file_name().unwrap_or_default().display();
        println!("{name}: {} of {}", score.exact, score.expected);
        let lists = [
            ("missed", &score.missed),
            ("beside", &score.beside),
            ("WRONG", &score.wrong),
            ("INVENTED", &score.invented),
            ("extra", &score.extra),
        ];
        for (what, lines) in lists {
            for line in lines {
                println!("  {what}: {line}");
            }
        }
        let named =
            |lines: Vec<String>| lines.into_iter().map(|line| format!("{name}: {line}")).collect::<Vec<_>>();
        sum.exact += score.exact;
        sum.expected += score.expected;
        sum.beside.extend(named(score.beside));
        sum.wrong.extend(named(score.wrong));
        sum.invented.extend(named(score.invented));
    }
    let (wrong, invented) = (sum.wrong.len(), sum.invented.len());
    println!("{} of {}, {wrong} wrong, {invented} invented", sum.exact, sum.expected);
    sum
}

fn score(document: &Path, rows: &[Row]) -> Score {
    let bytes = fs::read(document).expect("a document");
    let name = document.file_name().unwrap_or_default().to_string_lossy();
    let failed = |why: String| {
        let expected =
            rows.iter().filter(|row| !matches!(row.kind.as_str(), "plan" | "trap" | "left" | "missing"));
        Score { expected: expected.count(), missed: vec![why], ..Score::default() }
    };
    let document = match import::read(&name, &bytes) {
        Ok(document) => document,
        Err(unreadable) => return failed(format!("{unreadable:?}")),
    };
    let asked = rows.iter().find_map(|row| row.days.strip_prefix('?').filter(|_| row.kind == "plan"));
    let mut choice = Choice { file: Some(name.into_owned()), ..Choice::default() };
    if let Some(asked) = asked {
        let (year, is_offered) = asked.strip_prefix('?').map_or((asked, true), |year| (year, false));
        let year = year.parse().ok();
        match understand(&document, &choice) {
            Err(Stuck::NoYear(years)) if years.iter().any(|one| Some(one.year) == year) == is_offered => {}
            other => return failed(format!("the year {year:?} is not asked for: {other:?}")),
        }
        choice.year = year;
    }
    match understand(&document, &choice) {
        Ok(outline) => compare(&outline, rows),
        Err(stuck) => failed(format!("{stuck:?}")),
    }
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().expect("a day")
}

fn activity(title: &str, time: Time) -> Activity {
    Activity { time, ..Activity::named(Place::Paragraph(1), Origin::Table, title) }
}

fn due(title: &str, words: &str) -> Activity {
    activity(title, Time::Due(Stated::Words(words.to_owned())))
}

fn outline(activities: Vec<Activity>) -> Outline {
    Outline {
        title: Some("方案".to_owned()),
        language: Language::Zh,
        year: Some(2018),
        period: None,
        office: None,
        questions: Vec::new(),
        phases: Vec::new(),
        activities,
        account: Account::default(),
    }
}

fn asking(mut activity: Activity, about: About) -> Activity {
    activity.questions = vec![Question { place: Place::Paragraph(1), about, further: 0 }];
    activity
}

#[test]
fn what_is_as_expected_is_exact() {
    let phase = Phase {
        place: Place::Paragraph(1),
        title: Some("宣传发动阶段".to_owned()),
        time: Time::Period("5月上旬至5月中旬".to_owned()),
        questions: Vec::new(),
    };
    let owned = Activity { owners: vec!["甲科".to_owned()], ..due("开会", "5月25日前") };
    let between =
        Time::Between { start: Stated::Day(day("2018-06-01")), due: Stated::Words("6月10前".to_owned()) };
    let computed =
        Time::Computed { start: Some(day("2018-07-01")), due: day("2018-07-03"), words: "3天".to_owned() };
    let activities = vec![
        owned,
        activity("调研", between),
        activity("讨论", computed),
        due("报送", "每月25日前"),
        activity("待办", Time::ToSettle("待定".to_owned())),
        activity("无期", Time::Unsaid),
        Activity { origin: Origin::Sentence, ..due("各科室将材料", "6月底") },
    ];
    let outline = Outline { phases: vec![phase], ..outline(activities) };
    let text = "plan\t方案\t\t2018\nphase\t宣传发动阶段\t5月上旬至5月中旬\t2018-05-01/2018-05-20\n\
        item\t开会\t5月25日前\t2018-05-25\towner=甲科\nitem\t调研\t*\t2018-06-01/2018-06-10\n\
        item\t讨论\t3天\t2018-07-01/2018-07-03\nitem\t报送\t每月25日前\trecurring\nitem\t待办\t待定\t-\n\
        open\t无期\nsentence\t材料\t6月底\t2018-06-30\ntrap\t2017\n";
    let score = compare(&outline, &rows(text));
    assert_eq!((score.exact, score.expected), (8, 8), "{score:?}");
    assert!(score.wrong.is_empty() && score.invented.is_empty() && score.beside.is_empty(), "{score:?}");
}

#[test]
fn another_day_is_wrong_unless_it_is_asked() {
    let silent = compare(&outline(vec![due("开会", "5月26日前")]), &rows("item\t开会\t*\t2018-05-25\n"));
    assert_eq!((silent.exact, silent.wrong.len()), (0, 1));
    let about = About::Unread { words: "5月26日前".to_owned() };
    let asked = asking(due("开会", "5月26日前"), about);
    let asked = compare(&outline(vec![asked]), &rows("item\t开会\t*\t2018-05-25\n"));
    assert_eq!((asked.exact, asked.wrong.len(), asked.missed.len()), (0, 0, 1));
    let progress = asking(due("开会", "5月26日前"), About::Progress { words: "一半".to_owned() });
    let progress = compare(&outline(vec![progress]), &rows("item\t开会\t*\t2018-05-25\n"));
    assert_eq!(progress.wrong.len(), 1);
}

#[test]
fn a_question_must_be_asked_and_offer_its_days() {
    let expected = rows("item\t开会\t6月31日前\t?2018-06-30,2018-07-01\tasked=NoSuchDay\n");
    let about = |candidates: &[&str]| About::NoSuchDay {
        words: "6月31日前".to_owned(),
        candidates: candidates.iter().map(|iso| day(iso)).collect(),
    };
    let exact = |activity: Activity| compare(&outline(vec![activity]), &expected).exact;
    let kept = || activity("开会", Time::ToSettle("6月31日前".to_owned()));
    assert_eq!(exact(asking(kept(), about(&["2018-06-30", "2018-07-01"]))), 1);
    assert_eq!(exact(asking(kept(), about(&["2018-06-30"]))), 0);
    assert_eq!(exact(kept()), 0);
    assert_eq!(compare(&outline(vec![due("开会", "6月30日前")]), &expected).wrong.len(), 1);
}

#[test]
fn what_nobody_wrote_is_invented() {
    let found = outline(vec![due("开会", "5月25日前"), due("创建文档", "3月1日")]);
    let unexpected = compare(&found, &rows("item\t开会\t5月25日前\t2018-05-25\n"));
    assert_eq!((unexpected.exact, unexpected.invented.len()), (1, 1));
    let trap = compare(&outline(vec![activity("创建文档", Time::Unsaid)]), &rows("trap\t创建\n"));
    assert_eq!(trap.invented.len(), 1);
    let sentence = Activity { origin: Origin::Sentence, ..due("自2017年", "2017年") };
    let extra = compare(&outline(vec![sentence]), &[]);
    assert_eq!((extra.invented.len(), extra.extra.len()), (0, 1));
}

#[test]
fn owners_titles_and_words_count() {
    let expected = rows("item\t开会\t5月25日前\t2018-05-25\n");
    let missed = |activity: Activity| compare(&outline(vec![activity]), &expected).missed.len();
    assert_eq!(missed(Activity { owners: vec!["甲科".to_owned()], ..due("开会", "5月25日前") }), 1);
    assert_eq!(missed(due("1.开会", "5月25日前")), 1);
    assert_eq!(missed(due("开会", "5月25日")), 1);
    assert_eq!(missed(due("开会", "5 月 25 日前")), 0);
}
