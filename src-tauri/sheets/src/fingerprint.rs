//! What a file is known by, its SHA-256, and what a table is, its header.

use crate::device_library::yaml_files;
use crate::fold::fold_header;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A file's content in short.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
}

/// Reads a file once and answers its fingerprint; of a folder, a device type library, that of its YAML files' paths and
/// contents, in order.
pub fn fingerprint(path: &Path) -> io::Result<Fingerprint> {
    let mut hash = Sha256::new();
    let mut bytes = 0;
    if path.is_dir() {
        for file in yaml_files(path)? {
            let name = file.to_string_lossy().replace('\\', "/");
            let size = std::fs::metadata(path.join(&file))?.len();
            hash.update(format!("{name}\0{size}\0"));
            bytes += take(&path.join(&file), &mut hash)?;
        }
    } else {
        bytes = take(path, &mut hash)?;
    }
    Ok(Fingerprint { sha256: hexadecimal(&hash.finalize()), bytes })
}

/// Takes a file's content in, and answers its size.
fn take(path: &Path, hash: &mut Sha256) -> io::Result<u64> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(bytes);
        }
        hash.update(&buffer[..read]);
        bytes += read as u64;
    }
}

/// What a table is known by: its header texts, whatever their case, accents and punctuation.
pub fn header_fingerprint(headers: &[String]) -> String {
    let mut hash = Sha256::new();
    for header in headers {
        hash.update(fold_header(header));
        hash.update("\n");
    }
    hexadecimal(&hash.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_whatever_its_spelling_but_not_in_another_order() {
        let of = |headers: &[&str]| {
            header_fingerprint(&headers.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(of(&["Menge", "Stück (kg)"]), of(&["MENGE ", "Stueck kg"]));
        assert_ne!(of(&["Menge", "Artikel"]), of(&["Artikel", "Menge"]));
        assert_ne!(of(&["Menge", ""]), of(&["Menge"]));
    }

    #[test]
    fn the_known_hash_of_abc() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), "abc").expect("written");
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint(file.path()).expect("read"), Fingerprint { sha256: known.into(), bytes: 3 });
    }
}
