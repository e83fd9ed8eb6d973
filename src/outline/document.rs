//! A written document as its reader found it, before anything in it is understood.

use chrono::NaiveDate;

/// Paragraphs and tables in their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// Headers and footers: apart from the text, and each once.
    pub margins: Vec<Paragraph>,
    /// What the reader took for granted or could not show.
    pub remarks: Vec<Remark>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub place: Place,
    /// The number that the word processor sets before it (`（一）`, `1.`, `第一阶段`), as it is shown; empty where it
    /// sets none. A number that was typed is part of the text.
    pub number: String,
    /// The level of a heading, from 1; None for text.
    pub level: Option<u8>,
    /// Whether it is a line of a table of contents.
    pub is_contents: bool,
    pub runs: Vec<Run>,
}

/// A stretch of text of which the same is true. A break of the line inside a paragraph is `\n`, a tab is `\t`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run {
    pub text: String,
    pub marks: Marks,
}

/// What a reviewer did to a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Inserted while changes were tracked, and not accepted yet.
    pub inserted: bool,
    /// Deleted while changes were tracked.
    pub deleted: bool,
    pub struck: bool,
}

/// A table of a text, or a sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Counted from 1 through the whole document; one inside a cell counts after the one that it stands in.
    pub number: usize,
    /// The name of the sheet; None for a table in a text.
    pub sheet: Option<String>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub place: Place,
    /// Each cell once, at its upper left corner, by column: what merged cells cover holds none.
    pub cells: Vec<Cell>,
    /// Of the whole row.
    pub marks: Marks,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many columns and rows it covers, from 1.
    pub columns: usize,
    pub rows: usize,
    pub blocks: Vec<Block>,
    /// What a workbook keeps as a day, which the text writes in ISO form.
    pub day: Option<NaiveDate>,
}

/// Where something stands, as a person finds it. All count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The line of a text file.
    Line(usize),
    /// The paragraph of a text, tables not counted.
    Paragraph(usize),
    /// The row of a table of a text.
    Row {
        table: usize,
        row: usize,
    },
    /// The row of a sheet, and the column where one cell is meant.
    Sheet {
        sheet: String,
        row: usize,
        column: Option<usize>,
    },
    TextBox(usize),
    Footnote(usize),
    /// A header or a footer.
    Margin,
    /// The name of the file.
    FileName,
}

/// What a reader took for granted, or could not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Text that does not say how it is encoded, and how it was read: `GB18030`, `UTF-16LE`.
    Encoding(&'static str),
    HiddenSheet(String),
    HiddenRows {
        sheet: String,
        rows: usize,
    },
    /// Pictures, whose text cannot be read.
    Pictures(usize),
}

/// Why bytes are not read as a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing, or nothing but blanks.
    Empty,
    /// It holds more than any plan does: of what, and how much of it is read at most.
    TooLarge(Limit),
    /// It is broken; in which of its parts.
    Damaged(String),
    Encrypted,
    /// Word 6, Word 95 and older: to be saved again.
    OldWord,
    /// Only pictures: to be typed, or read by a program that reads pictures.
    OnlyPictures,
    /// A kind of file that is known and not read.
    Foreign(Foreign),
    /// None of the kinds that are read.
    Unknown,
}

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file.
    File,
    /// Bytes, when its parts are unpacked.
    Unpacked,
    /// Bytes of one part, or as many elements or characters as are too much to be read.
    Text,
    Cells,
    /// Paragraphs, tables and rows.
    Blocks,
    /// Tables inside tables.
    Depth,
}

/// A kind of file that has to be converted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    OpenDocument,
    Pdf,
    Picture,
    Rtf,
    Html,
    Presentation,
    /// Calendars, drawings and what else is written for programs.
    Data,
    /// A plan file.
    Plan,
}

impl Limit {
    /// Returns how much is read at most.
    pub const fn most(self) -> usize {
        match self {
            Limit::File => 64 << 20,
            Limit::Unpacked => 256 << 20,
            Limit::Text => 16 << 20,
            Limit::Cells => 100_000,
            Limit::Blocks => 20_000,
            Limit::Depth => 60,
        }
    }
}

impl Marks {
    /// Whether the text stands when the changes are accepted.
    pub fn stands(self) -> bool {
        !self.deleted && !self.struck
    }
}

impl Paragraph {
    /// A paragraph of text, without a number and with nothing marked.
    pub fn plain(place: Place, text: impl Into<String>) -> Paragraph {
        let runs = vec![Run { text: text.into(), marks: Marks::default() }];
        Paragraph { place, number: String::new(), level: None, is_contents: false, runs }
    }

    /// Returns what stands of its text, without its number.
    pub fn text(&self) -> String {
        self.runs.iter().filter(|run| run.marks.stands()).map(|run| run.text.as_str()).collect()
    }
}

impl Cell {
    /// Returns what stands of its text: a line a paragraph, each with its number, tables inside it left out.
    pub fn text(&self) -> String {
        let paragraphs = self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(format!("{}{}", paragraph.number, paragraph.text())),
            Block::Table(_) => None,
        });
        paragraphs.collect::<Vec<_>>().join("\n").trim().to_owned()
    }
}
