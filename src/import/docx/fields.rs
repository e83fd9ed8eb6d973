//! Complex fields (ECMA-376 part 1, 17.16.18): a beginning, instructions, what they came to, an end.

/// Fields in fields; what is deeper shows as what it stands in.
const DEPTH: usize = 60;
/// More than the name of any field takes.
const INSTRUCTIONS: usize = 255;

/// The fields that are open, the outer ones first.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Field>,
    /// How many more are open than are followed.
    deeper: usize,
}

#[derive(Debug, Default)]
struct Field {
    instructions: String,
    has_result: bool,
    is_contents: bool,
}

impl Fields {
    /// Follows a `fldChar` of this type.
    pub fn follow(&mut self, kind: &str) {
        match kind {
            "begin" if self.open.len() < DEPTH => self.open.push(Field::default()),
            "begin" => self.deeper += 1,
            "end" if self.deeper > 0 => self.deeper -= 1,
            "end" => drop(self.open.pop()),
            "separate" if self.deeper == 0 => {
                if let Some(field) = self.open.last_mut() {
                    field.has_result = true;
                    field.is_contents = field.instructions.trim_start().starts_with("TOC");
                }
            }
            _ => {}
        }
    }

    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut()
            && field.instructions.len() < INSTRUCTIONS
        {
            field.instructions.extend(text.chars().take(INSTRUCTIONS));
        }
    }

    /// Drops what never came to a result, so that a broken field takes no further paragraph with it.
    pub fn end_paragraph(&mut self) {
        self.open.retain(|field| field.has_result);
    }

    /// Returns whether text is shown here: in no field, or in results only.
    pub fn show(&self) -> bool {
        self.open.iter().all(|field| field.has_result)
    }

    /// Returns whether text here is a line of a table of contents (17.16.5.68).
    pub fn is_contents(&self) -> bool {
        self.open.iter().any(|field| field.is_contents)
    }
}
