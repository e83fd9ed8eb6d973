//! LibreOffice, as the tests call it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Has LibreOffice write `files` in another form, with settings of its own.
pub fn convert(files: &[PathBuf], form: &str, folder: &Path) {
    let settings = tempfile::tempdir().expect("a folder");
    let settings = format!("-env:UserInstallation=file://{}", settings.path().display());
    let mut soffice = Command::new("soffice");
    soffice.args([&settings, "--headless", "--convert-to", form, "--outdir"]).arg(folder).args(files);
    let done = soffice.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("soffice runs");
    assert!(done.success(), "{form}");
}

pub fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
