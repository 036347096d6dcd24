//! The one place through which every file goes that a person asks for: each whole or not at all, several all or none,
//! and never in the place of the workspace, its log, a file of the same command or another workspace.

use crate::error::{in_words, sentence};
use crate::views::disclosure::ExportedFile;
use crate::{ActionError, Workspace};
use planner_sheets::fingerprint;
use planner_store::evidence::sha256;
use planner_store::file::{self, Identity};
use planner_store::{Scratch, sweep_inside};
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The name of a file until it is whole.
const UNFINISHED: &str = "unfinished";
/// The name of a file that another takes the place of, until all are in their places.
const BEFORE: &str = "before";

/// Files on their way out. Each stands beside its place under another name until all are whole; dropped before, they
/// leave nothing behind.
pub(crate) struct Outputs(Vec<Output>);

struct Output {
    /// The path as it was asked for.
    asked: PathBuf,
    /// Where it leads.
    place: PathBuf,
    /// The folder beside it in which it is written.
    scratch: Scratch,
    may_replace: bool,
    written: Option<ExportedFile>,
}

impl Outputs {
    /// Makes room for files at these paths; refused where one would take the place of something that must stay.
    /// `inputs` are the files that the same command reads. Without a workspace the person was asked by a dialog.
    pub(crate) fn begin<'a>(
        workspace: impl Into<Option<&'a Workspace>>,
        paths: &[PathBuf],
        inputs: &[&Path],
    ) -> Result<Self, ActionError> {
        let workspace = workspace.into();
        let may_replace = workspace.is_none_or(|workspace| workspace.may_overwrite);
        Self::guarded(workspace.map(Workspace::path), may_replace, paths, inputs)
    }

    /// The same for a workspace that need not be open.
    pub(crate) fn guarded(
        workspace: Option<&Path>,
        may_replace: bool,
        paths: &[PathBuf],
        inputs: &[&Path],
    ) -> Result<Self, ActionError> {
        let mut outputs: Vec<Output> = Vec::with_capacity(paths.len());
        for path in paths {
            let place = place(path)?;
            if outputs.iter().any(|other| file::is_same(&other.place, &place)) {
                let message = format!("{} is named twice. Name each file once.", path.display());
                return Err(ActionError::new("file_named_twice", message));
            }
            refuse_kept(path, &place, workspace, inputs)?;
            if !may_replace && place.exists() {
                return Err(taken(path));
            }
            outputs.push(Output::beside(path, place, may_replace)?);
        }
        Ok(Self(outputs))
    }

    /// Writes the contents, in the order of the paths, beside their places and onto the disk.
    pub(crate) fn fill(&mut self, contents: &[Vec<u8>]) -> Result<(), ActionError> {
        self.0.iter_mut().zip(contents).try_for_each(|(output, content)| output.fill(content))
    }

    /// Puts every file in its place. Where one cannot be put there, those before it are taken back.
    pub(crate) fn publish(self) -> Result<Vec<ExportedFile>, ActionError> {
        let mut published: Vec<Published> = Vec::with_capacity(self.0.len());
        for output in self.0 {
            match output.publish() {
                Ok(done) => published.push(done),
                Err(error) => {
                    published.into_iter().for_each(Published::take_back);
                    return Err(error);
                }
            }
        }
        Ok(published.into_iter().filter_map(|done| done.written).collect())
    }

    /// Puts a copy of a file in the place of the first path.
    pub(crate) fn copy(mut self, from: &Path) -> Result<Vec<ExportedFile>, ActionError> {
        self.0.iter_mut().try_for_each(|output| output.copy(from))?;
        self.publish()
    }

    /// Writes one content for each path and puts all in their places.
    pub(crate) fn write(mut self, contents: &[Vec<u8>]) -> Result<Vec<ExportedFile>, ActionError> {
        self.fill(contents)?;
        self.publish()
    }
}

/// Writes one file.
pub(crate) fn one_file<'a>(
    workspace: impl Into<Option<&'a Workspace>>,
    path: &Path,
    inputs: &[&Path],
    content: Vec<u8>,
) -> Result<ExportedFile, ActionError> {
    let written = Outputs::begin(workspace, &[path.to_owned()], inputs)?.write(&[content])?;
    written.into_iter().next().ok_or_else(|| not_written(path, &ErrorKind::WriteZero.into()))
}

impl Output {
    fn beside(asked: &Path, place: PathBuf, may_replace: bool) -> Result<Self, ActionError> {
        sweep_inside(file::folder(&place));
        let scratch = Scratch::beside(&place).map_err(|error| not_written(asked, &error))?;
        Ok(Self { asked: asked.to_owned(), place, scratch, may_replace, written: None })
    }

    fn fill(&mut self, content: &[u8]) -> Result<(), ActionError> {
        let write = || {
            let mut file = File::create_new(self.scratch.file(UNFINISHED))?;
            file.write_all(content)?;
            file.sync_all()
        };
        write().map_err(|error| not_written(&self.asked, &error))?;
        let bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
        self.written = Some(self.file(sha256(content), bytes));
        Ok(())
    }

    fn copy(&mut self, from: &Path) -> Result<(), ActionError> {
        let unfinished = self.scratch.file(UNFINISHED);
        let copied = std::fs::copy(from, &unfinished)
            .and_then(|_| File::open(&unfinished)?.sync_all())
            .and_then(|()| fingerprint(&unfinished));
        let found = copied.map_err(|error| not_written(&self.asked, &error))?;
        self.written = Some(self.file(found.sha256, found.bytes));
        Ok(())
    }

    fn file(&self, sha256: String, bytes: u64) -> ExportedFile {
        let file_name = self.asked.file_name().unwrap_or_default().to_string_lossy().into_owned();
        ExportedFile { path: self.asked.display().to_string(), file_name, sha256, bytes }
    }

    fn publish(self) -> Result<Published, ActionError> {
        let put = if self.may_replace && self.place.exists() {
            replace(&self.place, &self.scratch)
        } else {
            file::put_new(&self.scratch.file(UNFINISHED), &self.place)
        };
        put.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => taken(&self.asked),
            _ => not_written(&self.asked, &error),
        })?;
        Ok(Published { place: self.place, scratch: self.scratch, written: self.written })
    }
}

/// A file in its place, and in the folder beside it what stood there before.
struct Published {
    place: PathBuf,
    scratch: Scratch,
    written: Option<ExportedFile>,
}

impl Published {
    fn take_back(self) {
        let before = self.scratch.file(BEFORE);
        let _ = if before.exists() {
            std::fs::rename(before, &self.place)
        } else {
            std::fs::remove_file(&self.place)
        };
    }
}

/// Puts the unfinished file in the place of another, which gets a second name first; a copy where a disk knows only one.
fn replace(place: &Path, scratch: &Scratch) -> io::Result<()> {
    let before = scratch.file(BEFORE);
    std::fs::hard_link(place, &before).or_else(|_| std::fs::copy(place, &before).map(drop))?;
    std::fs::rename(scratch.file(UNFINISHED), place)?;
    let _ = file::sync_folder(place);
    Ok(())
}

/// Where a path leads: through links, and out of a folder that is there. Only a file can be replaced.
fn place(path: &Path) -> Result<PathBuf, ActionError> {
    let refused = |what: &str| {
        let message = format!("{} {what}. Nothing was written; name a file.", path.display());
        Err(ActionError::new("not_a_file", message))
    };
    let Some(name) = path.file_name() else { return refused("is no name of a file") };
    match std::fs::metadata(path) {
        Ok(found) if found.is_file() => {
            return path.canonicalize().map_err(|error| not_written(path, &error));
        }
        Ok(found) => return refused(kind_of(&found)),
        Err(_) if path.is_symlink() => return refused("is a link that leads nowhere"),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(not_written(path, &error)),
        Err(_) => {}
    }
    let folder = file::folder(path);
    match folder.canonicalize() {
        Ok(folder) => Ok(folder.join(name)),
        Err(error) => {
            let message = format!(
                "{} cannot be written: the folder {} {}. Make it, or choose another place.",
                path.display(),
                folder.display(),
                in_words(&error)
            );
            Err(ActionError::new("export_failed", message))
        }
    }
}

fn kind_of(found: &Metadata) -> &'static str {
    if found.is_dir() { "is a folder" } else { "is a device or a pipe, no ordinary file" }
}

/// Refuses a place where something stands, or will stand, that no output may replace.
fn refuse_kept(
    path: &Path,
    place: &Path,
    workspace: Option<&Path>,
    inputs: &[&Path],
) -> Result<(), ActionError> {
    let what = match Identity::of(place) {
        _ if workspace.is_some_and(|open| file::is_same(open, place)) => "the open workspace",
        _ if workspace.is_some_and(|open| file::is_log_of(open, place)) => "the log of the open workspace",
        found if inputs.iter().any(|input| found.is_some() && Identity::of(input) == found) => {
            "a file that this command reads"
        }
        _ if file::is_workspace(place) => "a workspace of I-TEC Planner",
        _ if file::is_log_of_a_workspace(place) => "the log of a workspace",
        _ => return Ok(()),
    };
    let message = format!(
        "{} is {what}: it is never replaced. Nothing was written; choose another name or folder.",
        path.display()
    );
    Err(ActionError::new("never_replaced", message))
}

/// A file that stands there, which nobody said may go.
pub(crate) fn taken(path: &Path) -> ActionError {
    let message = format!(
        "{} is already there, and nothing was written. Choose another name or folder.",
        path.display()
    );
    ActionError::new("file_exists", message)
}

fn not_written(path: &Path, error: &io::Error) -> ActionError {
    let what = format!("{} cannot be written: it {}", path.display(), in_words(error));
    ActionError::new(
        "export_failed",
        sentence(&what, "Nothing was written; choose another place and try again."),
    )
}
