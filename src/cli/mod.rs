//! What verbs share, below the verbs.

pub(crate) mod answer;
pub(crate) mod arguments;
pub(crate) mod change;
pub(crate) mod complete;
pub(crate) mod context;
pub(crate) mod dates;
pub(crate) mod diagnostics;
pub(crate) mod error;
pub(crate) mod evidence;
pub(crate) mod globals;
pub(crate) mod ids;
pub(crate) mod locate;
pub(crate) mod opened;
pub(crate) mod screen;
pub(crate) mod table;
pub(crate) mod typos;
