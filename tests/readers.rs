//! What is read of a Word document is what LibreOffice reads of it: every paragraph with its number, and every table
//! with the spans of its cells. It takes LibreOffice and python-docx: `.ci/formats`.

mod skip;
mod soffice;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plan::import;
use plan::outline::document::{Block, Document, Place, Row, Table, Unreadable};
use skip::skipped;
use soffice::{convert, is_there};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What LibreOffice does otherwise: it sets a mark where a footnote stands, and keeps paragraphs apart of which a
/// reviewer took out the end of the first.
const OTHERWISE: [(&str, &str); 5] = [
    ("自查自改1", "自查自改"),
    ("proposals1", "proposals"),
    ("督查室。1", "督查室。"),
    ("督查室。\n逾期", "督查室。逾期"),
    ("通报\n批评", "通报批评"),
];

#[test]
#[ignore = "takes LibreOffice a minute: .ci/formats"]
fn word_documents_are_read_as_libreoffice_reads_them() {
    if !is_there("soffice") {
        return skipped("soffice is not installed");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let own = documents(&["docx", "doc"]);
    for (made, form) in [("doc", "doc:MS Word 97"), ("docx", "docx:MS Word 2007 XML")] {
        convert(&own, form, &folder.path().join(made));
    }
    let mut faults = compare(&own, &folder.path().join("own"));
    for made in ["doc", "docx"] {
        let files = list(&folder.path().join(made), &[made]);
        assert_eq!(files.len(), own.len(), "LibreOffice made a .{made} of each");
        faults.extend(compare(&files, &folder.path().join(made).join("read")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
#[ignore = "takes python-docx, openpyxl and LibreOffice: .ci/formats"]
fn the_documents_are_those_that_the_script_makes() {
    if !is_there("soffice") || !is_there("python3") {
        return skipped("soffice or python3 is not installed");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let script = Path::new(ROOT).join("tests/documents/make.py");
    let done =
        Command::new("python3").arg("-B").arg(script).arg(folder.path()).status().expect("python3 runs");
    assert!(done.success());
    let kept = documents(&["docx", "doc", "xlsx", "xls", "csv", "md", "txt"]);
    let made = list(folder.path(), &[]);
    // The text of the real plan is the one that was not made.
    assert_eq!(made.len() + 1, kept.len());
    for made in made {
        let kept = kept.iter().find(|kept| kept.file_name() == made.file_name()).expect("it is kept");
        let made = read(&made);
        assert!(made.is_ok() && made == read(kept), "{}: {made:?}", kept.display());
    }
}

/// Compares what is read of each file with what LibreOffice writes of it; returns what differs.
fn compare(files: &[PathBuf], folder: &Path) -> Vec<String> {
    convert(files, "txt:Text (encoded):UTF8", folder);
    convert(files, "html:HTML (StarWriter)", folder);
    let mut faults = Vec::new();
    for file in files {
        let document = match read(file) {
            Ok(document) => document,
            Err(unreadable) => {
                faults.push(format!("{}: {unreadable:?}", file.display()));
                continue;
            }
        };
        let name = Path::new(file.file_name().expect("a name"));
        let export =
            |extension| fs::read_to_string(folder.join(name).with_extension(extension)).expect("an export");
        let alike = |lines: Vec<String>| -> Vec<String> {
            let text = OTHERWISE.iter().fold(lines.join("\n"), |text, (its, ours)| text.replace(its, ours));
            text.lines().map(str::to_owned).collect()
        };
        let expected = export("txt").lines().map(bare).filter(|line| !line.is_empty()).collect();
        let (expected, lines) = (alike(expected), alike(lines(&document.blocks)));
        let differs = expected.iter().zip(&lines).find(|(expected, line)| expected != line);
        if let Some((expected, line)) = differs {
            faults.push(format!("{}: {line:?} for {expected:?}", file.display()));
        } else if expected.len() != lines.len() {
            faults.push(format!("{}: {} lines for {}", file.display(), lines.len(), expected.len()));
        }
        let (expected, shapes) = (shapes_in_html(&export("html")), shapes(&document.blocks));
        if expected != shapes {
            faults.push(format!("{}: tables {shapes:?} for {expected:?}", file.display()));
        }
    }
    faults
}

/// The lines of a text with their numbers, and of the cells of its tables, as LibreOffice writes them: what was deleted
/// and struck stands among them, text boxes and footnotes do not.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph)
                if matches!(paragraph.place, Place::TextBox(_) | Place::Footnote(_)) => {}
            Block::Paragraph(paragraph) => {
                let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
                let text = format!("{}{text}", paragraph.number);
                lines.extend(text.split('\n').map(bare).filter(|line| !line.is_empty()));
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                lines.extend(cells.flat_map(|cell| self::lines(&cell.blocks)));
            }
        }
    }
    lines
}

/// A line without blanks, and without the bullet before it: each program draws its own.
fn bare(line: &str) -> String {
    let line: String = line.chars().filter(|char| !char.is_whitespace() && *char != '\u{feff}').collect();
    line.trim_start_matches(['•', '·', '\u{f0b7}', '●', '▪']).to_owned()
}

/// How many columns and rows each cell covers, row by row.
type Shape = Vec<Vec<(usize, usize)>>;

fn shapes(blocks: &[Block]) -> Vec<Shape> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.flat_map(|table| [vec![shape(table)], inner(table)].concat()).collect()
}

fn shape(table: &Table) -> Shape {
    let spans = |row: &Row| row.cells.iter().map(|cell| (cell.columns, cell.rows)).collect();
    table.rows.iter().map(spans).collect()
}

fn inner(table: &Table) -> Vec<Shape> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.flat_map(|cell| shapes(&cell.blocks)).collect()
}

fn shapes_in_html(html: &str) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = Vec::new();
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let span = |name: &str| {
            let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, value)| value.split('"').next());
            value.and_then(|value| value.parse().ok()).unwrap_or(1)
        };
        match tag.split([' ', '\n']).next().unwrap_or_default() {
            "table" => {
                open.push(shapes.len());
                shapes.push(Vec::new());
            }
            "/table" => drop(open.pop()),
            "tr" => shapes[*open.last().expect("a table")].push(Vec::new()),
            "td" | "th" => {
                let row = shapes[*open.last().expect("a table")].last_mut().expect("a row");
                row.push((span("colspan"), span("rowspan")));
            }
            _ => {}
        }
    }
    shapes
}

fn read(file: &Path) -> Result<Document, Unreadable> {
    let bytes = fs::read(file).expect("a document");
    import::read(&file.file_name().expect("a name").to_string_lossy(), &bytes)
}

/// The documents of the tests and that of the real plan, as far as they are of these kinds.
fn documents(kinds: &[&str]) -> Vec<PathBuf> {
    ["tests/documents", "data"].iter().flat_map(|folder| list(&Path::new(ROOT).join(folder), kinds)).collect()
}

/// The files of a folder whose names end so, in order; all of them where no ending is given.
fn list(folder: &Path, kinds: &[&str]) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_one = |path: &PathBuf| {
        let kind = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        path.is_file() && (kinds.is_empty() || kinds.contains(&kind))
    };
    let mut files: Vec<PathBuf> = files.filter(is_one).collect();
    files.sort();
    files
}
