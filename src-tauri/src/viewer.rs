//! The system's own viewer, for files that the app wrote. It is given a path that Rust keeps, never one of the page's.
//!
//! Tests see what would be opened through `ITEC_OPENED`, a file that takes one path a line, in debug builds only.

use std::path::Path;

use planner_actions::{ActionError, in_words};

/// Shows a file in the program that the system has for it.
pub fn show(path: &Path) -> Result<(), ActionError> {
    #[cfg(debug_assertions)]
    if let Some(list) = std::env::var_os("ITEC_OPENED") {
        return note(Path::new(&list), path).map_err(|error| refusal(path, &error));
    }
    if !path.is_file() {
        return Err(refusal(path, &std::io::ErrorKind::NotFound.into()));
    }
    open::that_detached(path).map_err(|error| refusal(path, &error))
}

/// Shows the folder that a file lies in.
pub fn show_folder(path: &Path) -> Result<(), ActionError> {
    let folder = path.parent().unwrap_or(path);
    #[cfg(debug_assertions)]
    if let Some(list) = std::env::var_os("ITEC_OPENED") {
        return note(Path::new(&list), folder).map_err(|error| refusal(path, &error));
    }
    open::that_detached(folder).map_err(|error| refusal(path, &error))
}

#[cfg(debug_assertions)]
fn note(list: &Path, path: &Path) -> std::io::Result<()> {
    use std::io::Write;
    let mut list = std::fs::OpenOptions::new().create(true).append(true).open(list)?;
    writeln!(list, "{}", path.display())
}

fn refusal(path: &Path, error: &std::io::Error) -> ActionError {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let message = format!("{name} cannot be shown: it {}. It is in {}.", in_words(error), folder(path));
    ActionError { code: "not_shown", message, details: None }
}

fn folder(path: &Path) -> String {
    path.parent().map(|folder| folder.display().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_named_with_its_folder() {
        let error = show(Path::new("/no/such/folder/summary.pdf")).expect_err("a refusal");
        assert_eq!(error.code, "not_shown");
        assert!(error.message.starts_with("summary.pdf cannot be shown"), "{}", error.message);
        assert!(error.message.ends_with("It is in /no/such/folder."), "{}", error.message);
    }
}
