//! The zip container of xlsx, xlsb, ods and device type libraries, with its names checked.

use super::limits::{MAX_ENTRIES, Metered, too_large};
use super::xml::Xml;
use crate::error::ReadError;
use std::cell::Cell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use zip::ZipArchive;
use zip::read::ZipFile;

/// Bytes at the end of an archive in which its directory's end stands.
const DIRECTORY_END: u64 = 66 * 1024;

/// An entry being read.
pub(super) type Entry<'a> = Metered<ZipFile<'a, BufReader<File>>>;

/// A zip archive whose names are unique whatever their case.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    names: HashMap<String, usize>,
    inflated: Rc<Cell<u64>>,
    pub(super) path: PathBuf,
}

impl Archive {
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        let file = File::open(path)?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| no_directory(path, &error))?;
        if zip.len() > MAX_ENTRIES {
            return Err(too_large("too many parts", format!("{MAX_ENTRIES} parts")));
        }
        let mut names = HashMap::new();
        for index in 0..zip.len() {
            let name = entry_name(&mut zip, index)?;
            if names.insert(name.clone(), index).is_some() {
                return Err(ReadError::damaged(format!("it holds {name} twice")));
            }
        }
        Ok(Self { zip, names, inflated: Rc::default(), path: path.to_owned() })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&normal(name))
    }

    pub(super) fn has_folder(&self, folder: &str) -> bool {
        self.names.keys().any(|name| name.starts_with(folder))
    }

    /// The names of the entries in a folder.
    pub(super) fn names_in(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<_> = self.names.keys().filter(|name| name.starts_with(folder)).cloned().collect();
        names.sort();
        names
    }

    /// An entry's name as it is spelled.
    pub(super) fn spelled(&mut self, name: &str) -> Result<String, ReadError> {
        let Some(index) = self.names.get(&normal(name)).copied() else { return Ok(name.to_owned()) };
        let entry = self.zip.by_index_raw(index).map_err(ReadError::damaged)?;
        let spelled = entry.name().map_err(ReadError::damaged)?;
        Ok(spelled.to_string())
    }

    /// Opens an entry; nothing where there is none of this name.
    pub(super) fn entry(&mut self, name: &str) -> Result<Option<Entry<'_>>, ReadError> {
        let Some(index) = self.names.get(&normal(name)).copied() else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::Io(error) => ReadError::from_io(&error),
            other => ReadError::damaged(other),
        })?;
        let compressed = file.compressed_size();
        Ok(Some(Metered::new(file, compressed, self.inflated.clone())))
    }

    /// Opens an entry as XML; nothing where there is none of this name.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<Entry<'_>>>, ReadError> {
        Ok(self.entry(name)?.map(Xml::new))
    }

    /// Reads an entry whole, up to `limit` bytes.
    pub(super) fn bytes(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        if let Some(entry) = self.entry(name)? {
            entry.take(limit).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }

    /// Inflates everything once without keeping it; answers the bytes it comes to.
    pub(super) fn inflate_all(&mut self) -> Result<u64, ReadError> {
        let names: Vec<String> = self.names.keys().cloned().collect();
        for name in names {
            if let Some(mut entry) = self.entry(&name)? {
                let mut buffer = vec![0; 64 * 1024];
                while entry.read(&mut buffer)? > 0 {
                    entry.begin_piece();
                }
            }
        }
        Ok(self.inflated.get())
    }
}

/// What begins as a zip and has no directory at its end was cut off.
fn no_directory(path: &Path, error: &zip::result::ZipError) -> ReadError {
    let mut end = Vec::new();
    let read = File::open(path).and_then(|mut file| {
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(DIRECTORY_END)))?;
        file.read_to_end(&mut end)
    });
    let has_end = read.is_ok() && end.windows(4).any(|bytes| bytes == b"PK\x05\x06");
    if has_end { ReadError::damaged(error) } else { ReadError::Truncated }
}

fn entry_name(zip: &mut ZipArchive<BufReader<File>>, index: usize) -> Result<String, ReadError> {
    let entry = zip.by_index_raw(index).map_err(ReadError::damaged)?;
    if entry.encrypted() {
        return Err(ReadError::PasswordProtected);
    }
    Ok(normal(&entry.name().map_err(ReadError::damaged)?))
}

/// Names are compared without case, with forward slashes and from the root.
fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
