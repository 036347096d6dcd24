//! File dialogs, opened by Rust so that no path comes from the page.
//!
//! Tests answer them through `ITEC_DIALOG_ANSWERS`, one dialog a line, in debug builds only; several files of one dialog
//! stand side by side as the folders of a PATH do.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use tauri::WebviewWindow;

/// Where answers come from: a person, or a test.
pub enum Dialogs {
    /// The system's dialogs.
    System,
    /// Answers written beforehand, taken one by one; when none is left, every dialog is cancelled.
    #[cfg(debug_assertions)]
    Scripted(std::sync::Mutex<std::vec::IntoIter<PathBuf>>),
}

/// What a dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A workbook or a table to read.
    Table,
    /// A workspace.
    Workspace,
    /// A workbook to write.
    Workbook,
    /// A PDF to write.
    Pdf,
    /// A csv table to write.
    Csv,
    /// A JSON document to write.
    Json,
    /// Tables in a zip, to write.
    Archive,
    /// A picture to write, of lines.
    Svg,
    /// A picture to write, of points.
    Png,
    /// Any file.
    Any,
}

impl FileKind {
    /// The kind of file that a report in this format is.
    pub fn of_report(format: &str) -> Self {
        match format {
            "pdf" => Self::Pdf,
            "csv" => Self::Csv,
            "json" => Self::Json,
            "zip" => Self::Archive,
            _ => Self::Workbook,
        }
    }

    /// The words and endings a dialog filters by.
    fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Table => (
                "Workbooks, CSV, device libraries",
                &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "zip"],
            ),
            Self::Workspace => ("I-TEC Planner workspace", &["itec"]),
            Self::Workbook => ("Excel workbook", &["xlsx"]),
            Self::Pdf => ("PDF", &["pdf"]),
            Self::Csv => ("CSV", &["csv"]),
            Self::Json => ("JSON", &["json"]),
            Self::Archive => ("Tables in a zip", &["zip"]),
            Self::Svg => ("SVG picture", &["svg"]),
            Self::Png => ("PNG picture", &["png"]),
            Self::Any => ("All files", &["*"]),
        }
    }
}

impl Dialogs {
    /// The system's dialogs, unless a test answers them.
    pub fn from_environment() -> Self {
        #[cfg(debug_assertions)]
        if let Ok(answers) = std::env::var("ITEC_DIALOG_ANSWERS") {
            return Self::scripted(&answers);
        }
        Self::System
    }

    #[cfg(debug_assertions)]
    fn scripted(answers: &str) -> Self {
        let paths: Vec<PathBuf> = answers.lines().map(PathBuf::from).collect();
        Self::Scripted(std::sync::Mutex::new(paths.into_iter()))
    }

    /// Asks for a file to read.
    pub async fn pick(&self, window: &WebviewWindow, kind: FileKind) -> Option<PathBuf> {
        match self {
            Self::System => Some(dialog(window, kind).pick_file().await?.path().to_owned()),
            #[cfg(debug_assertions)]
            Self::Scripted(answers) => next(answers),
        }
    }

    /// Asks for files to read, one or several.
    pub async fn pick_several(&self, window: &WebviewWindow, kind: FileKind) -> Vec<PathBuf> {
        match self {
            Self::System => {
                let picked = dialog(window, kind).pick_files().await.unwrap_or_default();
                picked.iter().map(|file| file.path().to_owned()).collect()
            }
            #[cfg(debug_assertions)]
            Self::Scripted(answers) => next(answers).iter().flat_map(std::env::split_paths).collect(),
        }
    }

    /// Asks for a folder to read.
    pub async fn pick_folder(&self, window: &WebviewWindow) -> Option<PathBuf> {
        match self {
            Self::System => {
                Some(AsyncFileDialog::new().set_parent(window).pick_folder().await?.path().to_owned())
            }
            #[cfg(debug_assertions)]
            Self::Scripted(answers) => next(answers),
        }
    }

    /// Asks for a place to write to; the dialog itself asks before it replaces a file.
    pub async fn save(&self, window: &WebviewWindow, kind: FileKind, name: &str) -> Option<PathBuf> {
        match self {
            Self::System => {
                Some(dialog(window, kind).set_file_name(name).save_file().await?.path().to_owned())
            }
            #[cfg(debug_assertions)]
            Self::Scripted(answers) => next(answers),
        }
    }
}

#[cfg(debug_assertions)]
fn next(answers: &std::sync::Mutex<std::vec::IntoIter<PathBuf>>) -> Option<PathBuf> {
    answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next()
}

fn dialog(window: &WebviewWindow, kind: FileKind) -> AsyncFileDialog {
    let (words, endings) = kind.filter();
    AsyncFileDialog::new().set_parent(window).add_filter(words, endings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripted_answers_are_taken_in_order_and_end() {
        let Dialogs::Scripted(answers) = Dialogs::scripted("/a.xlsx\n/b.pdf") else { panic!("not scripted") };
        assert_eq!(next(&answers), Some("/a.xlsx".into()));
        assert_eq!(next(&answers), Some("/b.pdf".into()));
        assert_eq!(next(&answers), None);
    }
}
