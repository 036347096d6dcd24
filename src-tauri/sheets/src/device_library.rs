//! A NetBox device type library as a folder: which of its files are read. The same as an archive is one file.

use std::io;
use std::path::{Path, PathBuf};

/// Files and folders that are looked through.
const MOST: usize = 200_000;

/// Whether a folder holds YAML files, as a device type library does.
pub fn is_device_library(folder: &Path) -> bool {
    yaml_files(folder).is_ok_and(|files| !files.is_empty())
}

/// The YAML files of a folder and the folders in it, by their paths from it, in order. Links and hidden folders are left
/// out, so that nothing outside is read and no circle is walked.
pub(crate) fn yaml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders, mut seen) = (Vec::new(), vec![folder.to_owned()], 0);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next)? {
            let entry = entry?;
            seen += 1;
            if seen > MOST {
                return Err(io::Error::other(format!("it holds more than {MOST} files")));
            }
            let (path, kind) = (entry.path(), entry.file_type()?);
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && !is_hidden {
                folders.push(path);
            } else if kind.is_file() && is_yaml(&path.to_string_lossy()) {
                files.extend(path.strip_prefix(folder).map(Path::to_owned));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is YAML by its name.
pub(crate) fn is_yaml(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".yaml") || name.ends_with(".yml")
}
