//! JSON, for scripts. Its form is described in the README; `schema` grows when a field's meaning changes.

mod bulletin;
mod comparison;
mod diagnostics;
mod head;
mod imported;
mod list;
mod several;
mod text;

pub use self::bulletin::{bulletin, bulletins, status, todo};
pub use self::comparison::comparison;
pub use self::diagnostics::{DiagnosticRow, diagnostics};
pub use self::imported::{Parts, imported};
pub use self::list::{SCHEMA, lines, list};
pub use self::several::several;
