//! Complex fields (ECMA-376 part 1, 17.16.18): a beginning, instructions, what they came to, an end.

/// The fields that are open, the outer ones first.
#[derive(Debug, Default)]
pub struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    instructions: String,
    has_result: bool,
}

impl Fields {
    /// Follows a `fldChar` of this type.
    pub fn follow(&mut self, kind: &str) {
        match kind {
            "begin" => self.0.push(Field::default()),
            "separate" => {
                if let Some(field) = self.0.last_mut() {
                    field.has_result = true;
                }
            }
            "end" => drop(self.0.pop()),
            _ => {}
        }
    }

    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut() {
            field.instructions.push_str(text);
        }
    }

    /// Drops what never came to a result, so that a broken field takes no further paragraph with it.
    pub fn end_paragraph(&mut self) {
        self.0.retain(|field| field.has_result);
    }

    /// Returns whether text is shown here: in no field, or in results only.
    pub fn show(&self) -> bool {
        self.0.iter().all(|field| field.has_result)
    }

    /// Returns whether text here is a line of a table of contents (17.16.5.68).
    pub fn is_contents(&self) -> bool {
        self.0.iter().any(|field| field.instructions.trim_start().starts_with("TOC"))
    }
}
