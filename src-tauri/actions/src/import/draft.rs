//! What a person typed into an import that is not done: kept beside the app's data, so that neither a closed window nor
//! a crash loses it. One draft a workspace; it goes when the import is done or given up.

use crate::ActionError;
use crate::error::in_words;
use crate::views::draft::Draft;
use planner_store::evidence::sha256;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Keeps a draft in the place of the one before, whole or not at all.
pub fn save_draft(folder: &Path, workspace: &Path, draft: &Draft) -> Result<(), ActionError> {
    let place = place(folder, workspace);
    let write = || {
        std::fs::create_dir_all(folder)?;
        let unfinished = place.with_extension("unfinished");
        let mut file = File::create(&unfinished)?;
        serde_json::to_writer(&mut file, draft)?;
        file.flush()?;
        file.sync_all()?;
        std::fs::rename(&unfinished, &place)
    };
    write().map_err(|error| refusal("kept", &error))
}

/// The draft of a workspace; nothing where there is none, or none that can be read.
pub fn read_draft(folder: &Path, workspace: &Path) -> Option<Draft> {
    let text = std::fs::read(place(folder, workspace)).ok()?;
    serde_json::from_slice(&text).ok()
}

/// Takes the draft of a workspace away.
pub fn discard_draft(folder: &Path, workspace: &Path) -> Result<(), ActionError> {
    match std::fs::remove_file(place(folder, workspace)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(refusal("taken away", &error)),
        _ => Ok(()),
    }
}

fn place(folder: &Path, workspace: &Path) -> PathBuf {
    folder.join(format!("{}.json", sha256(workspace.as_os_str().as_encoded_bytes())))
}

fn refusal(what: &str, error: &io::Error) -> ActionError {
    let message = format!("The draft of this import cannot be {what}: it {}.", in_words(error));
    ActionError::new("draft_failed", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_whole_until_it_is_discarded_and_each_workspace_has_its_own() {
        let folder = std::env::temp_dir().join(format!("itec-drafts-{}", std::process::id()));
        let (one, other) = (Path::new("/a.itec"), Path::new("/b.itec"));
        let draft = |content: &str| Draft { files: vec!["/orders.xlsx".into()], content: content.into() };
        assert_eq!(read_draft(&folder, one), None);
        save_draft(&folder, one, &draft("first")).expect("kept");
        save_draft(&folder, one, &draft("second")).expect("kept");
        assert_eq!(read_draft(&folder, one), Some(draft("second")));
        assert_eq!(read_draft(&folder, other), None);
        // A crash in the middle of writing leaves the one before.
        std::fs::write(place(&folder, one).with_extension("unfinished"), "{\"fil").expect("written");
        assert_eq!(read_draft(&folder, one), Some(draft("second")));
        std::fs::write(place(&folder, other), "{\"fil").expect("written");
        assert_eq!(read_draft(&folder, other), None);
        discard_draft(&folder, one).expect("gone");
        discard_draft(&folder, one).expect("gone already");
        assert_eq!(read_draft(&folder, one), None);
        std::fs::remove_dir_all(&folder).expect("gone");
    }
}
