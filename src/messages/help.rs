//! The help of the program, and what the argument parser says.
//!
//! The English help is the doc comments of the verbs, where the parser finds it; a language that is not English gives
//! a text for each verb and each argument.

/// What the parser is given in place of its own words.
#[derive(Debug, Clone, Copy)]
pub struct HelpWords {
    /// Headings of the help, each without a colon.
    pub usage: &'static str,
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub options_of_every_command: &'static str,
    /// What stands for a command and for options in a usage line.
    pub command: &'static str,
    pub any_options: &'static str,
    /// What stands below the list of commands.
    pub closing: &'static str,
}

/// The help of a verb: what it does, in one sentence, and examples.
#[derive(Debug, Clone)]
pub struct VerbHelp {
    pub about: &'static str,
    pub examples: String,
}

/// Why the arguments cannot be parsed.
#[derive(Debug, Clone)]
pub enum ParseError<'a> {
    NoCommand,
    UnknownCommand {
        typed: &'a str,
        nearest: Option<&'a str>,
    },
    UnknownOption {
        typed: &'a str,
        nearest: Option<&'a str>,
    },
    Surplus {
        typed: &'a str,
    },
    /// What must be given, as it stands in the usage line.
    Missing {
        what: &'a str,
    },
    NoValue {
        option: &'a str,
    },
    /// A value that is none of `values`.
    NotOneOf {
        option: &'a str,
        typed: &'a str,
        values: &'a str,
    },
    NotANumber {
        option: &'a str,
        typed: &'a str,
    },
    /// A value that the help describes otherwise.
    Unsuitable {
        option: &'a str,
        typed: &'a str,
    },
    Blank {
        option: &'a str,
    },
    TakesNoValue {
        option: &'a str,
    },
    Repeated {
        option: &'a str,
    },
    NotTogether {
        option: &'a str,
        other: &'a str,
    },
    /// What is said where curly quotes around a value were taken off.
    Unquoted {
        words: &'a str,
    },
    /// Where there is more to read.
    SeeHelp {
        command: &'a str,
    },
}

pub trait Help {
    /// Returns None where the doc comments of the verbs are the help.
    fn help(&self) -> Option<&'static dyn HelpTexts>;
    fn parse_error(&self, error: &ParseError<'_>) -> String;
}

/// The help in a language that is not English. None where a text is missing.
pub trait HelpTexts {
    fn words(&self) -> HelpWords;
    /// Returns the help of `verb`, or of the program where it is empty.
    fn verb(&self, verb: &str) -> Option<VerbHelp>;
    /// Returns the help of the argument `id` of `verb`.
    fn argument(&self, verb: &str, id: &str) -> Option<&'static str>;
    /// Returns what stands for the value of the argument `id` in a usage line, in place of `english`.
    fn value_name(&self, id: &str, english: &str) -> Option<&'static str>;
    /// Says which `values` an argument takes.
    fn values(&self, values: &str) -> String;
}
