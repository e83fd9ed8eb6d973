//! A screen as a value, and the one place that lays it out.

use crate::model::text::one_line;
use crate::terminal::{self, Beside, Table, Terminal, Tone};

/// Between the title of a plan and its file.
const GAP: &str = "   ";

#[derive(Debug, Default)]
pub(crate) struct Screen {
    /// The plan's title, and its file.
    pub(crate) head: Option<(String, String)>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Debug)]
pub(crate) enum Block {
    /// The title of one of several plans, and its file.
    Head(String, String),
    /// Running text under the head.
    Text(String),
    /// A heading, and lines below it.
    Lines {
        heading: Option<String>,
        lines: Vec<String>,
    },
    Table(Table),
    /// A title, and names with their values.
    Fields {
        title: String,
        fields: Vec<(&'static str, String)>,
    },
    /// Lines of so many cells, with text to their right.
    Picture {
        lines: Vec<Beside>,
        width: usize,
    },
    /// Text that was laid out already.
    Verbatim(String),
}

impl Block {
    pub(crate) fn line(line: String) -> Block {
        Block::Lines { heading: None, lines: vec![line] }
    }

    fn text(&self, terminal: Terminal) -> String {
        match self {
            Block::Head(title, file) => head(title, file, terminal),
            Block::Text(text) => terminal::hang(text, Tone::Plain, terminal),
            Block::Lines { heading, lines } => {
                let lines = heading.iter().chain(lines);
                lines.map(|line| terminal::hang(line, Tone::Plain, terminal)).collect()
            }
            Block::Table(table) => table.render(terminal),
            Block::Fields { title, fields } => {
                let width = fields.iter().map(|(name, _)| terminal::width(name)).max().unwrap_or_default();
                let lines = fields.iter().map(|(name, value)| terminal::field(name, value, width, terminal));
                let title = terminal::hang(title, Tone::Strong, terminal);
                format!("{title}\n{}", lines.collect::<String>())
            }
            Block::Picture { lines, width } => terminal::beside(lines, *width, terminal),
            Block::Verbatim(text) => text.clone(),
        }
    }
}

impl Screen {
    /// Running text stands directly under the head; all else is set apart by a blank line.
    pub(crate) fn lay_out(&self, terminal: Terminal) -> String {
        let mut text =
            self.head.as_ref().map_or_else(String::new, |(title, file)| head(title, file, terminal));
        for block in &self.blocks {
            if !text.is_empty() && !matches!(block, Block::Text(_)) {
                text.push('\n');
            }
            match block {
                Block::Verbatim(laid_out) => text.push_str(laid_out),
                _ => text.push_str(&block.text(terminal)),
            }
        }
        text
    }
}

/// Returns the line that heads a screen.
pub(crate) fn head(title: &str, file: &str, terminal: Terminal) -> String {
    let (title, file) = (one_line(title), one_line(file));
    let cells = terminal::width(&title) + GAP.len() + terminal::width(&file);
    if terminal.width.is_some_and(|whole| cells > whole) {
        let file = terminal::hang(&format!("  {file}"), Tone::Plain, terminal);
        return terminal::hang(&title, Tone::Strong, terminal) + &file;
    }
    format!("{}{GAP}{file}\n", terminal::paint(&title, Tone::Strong, terminal))
}
