//! The program `plan`.

use std::process::ExitCode;

fn main() -> ExitCode {
    plan::commands::main()
}
