//! The formats a sheet can be in. Everything here runs in the reading process only.

mod archive;
mod binary;
mod compound;
mod csv_text;
pub(crate) mod dates;
mod device_library;
mod formula;
mod limits;
mod ods;
mod ole;
mod sniff;
mod styles;
mod xlsx;
mod xml;

use crate::cell::Row;
use crate::error::ReadError;
use crate::frame::Opened;
use crate::mapping::Merged;
use sniff::Container;
use std::path::Path;

/// Where rows go.
pub(crate) type RowSink<'a> = dyn FnMut(&Row) -> Result<(), ReadError> + 'a;

/// An opened file of any format.
pub(crate) enum Book {
    /// xlsx, xlsm and strict xlsx.
    Xlsx(Box<xlsx::Xlsx>),
    /// OpenDocument.
    Ods(ods::Ods),
    /// Comma, semicolon or tab separated text.
    Csv(csv_text::Csv),
    /// xls and xlsb.
    Binary(binary::Binary),
    /// A NetBox device type library, a folder or an archive.
    Library(device_library::DeviceLibrary),
}

impl Book {
    /// Opens a file by its content, whatever its name says.
    pub(crate) fn open(path: &Path) -> Result<Self, ReadError> {
        if path.is_dir() {
            return device_library::DeviceLibrary::open_folder(path).map(Self::Library);
        }
        Ok(match sniff::sniff(path)? {
            Container::Zip(archive) if device_library::is_library(&archive) => {
                Self::Library(device_library::DeviceLibrary::open_archive(archive, path)?)
            }
            Container::Zip(archive) if xlsx::is_xlsb(&archive) => {
                Self::Binary(binary::Binary::open_xlsb(archive, path)?)
            }
            Container::Zip(archive) if ods::is_ods(&archive) => Self::Ods(ods::Ods::open(archive)?),
            Container::Zip(archive) => Self::Xlsx(Box::new(xlsx::Xlsx::open(archive)?)),
            Container::Ole => Self::Binary(binary::Binary::open_xls(path)?),
            Container::FlatOds => Self::Ods(ods::Ods::open_flat(path)?),
            Container::Text => Self::Csv(csv_text::Csv::open(path)?),
        })
    }

    /// Format, epoch and sheets.
    pub(crate) fn opened(&self) -> Opened {
        let (format, from_1904, sheets) = match self {
            Self::Xlsx(book) => ("xlsx", book.from_1904, book.sheets()),
            Self::Ods(book) => ("ods", false, book.sheets.clone()),
            Self::Csv(book) => ("csv", false, vec![(book.name.clone(), true)]),
            Self::Library(book) => ("netbox", false, vec![(book.name.clone(), true)]),
            Self::Binary(book) => (book.format(), book.is_from_1904(), book.sheets.clone()),
        };
        Opened { format: format.into(), from_1904, sheets }
    }

    /// Reads a sheet's rows in order; rows without any cell are left out. Answers the cells that one value fills together.
    pub(crate) fn read(&mut self, sheet: usize, sink: &mut RowSink) -> Result<Vec<Merged>, ReadError> {
        let mut gate = limits::Gate::default();
        let mut gated = |row: &Row| {
            gate.admit(row)?;
            if row.cells.is_empty() { Ok(()) } else { sink(row) }
        };
        match self {
            Self::Xlsx(book) => book.read(sheet, &mut gated),
            Self::Ods(book) => book.read(sheet, &mut gated),
            Self::Csv(book) => book.read(&mut gated).map(|()| Vec::new()),
            Self::Binary(book) => book.read(sheet, &mut gated),
            Self::Library(book) => book.read(&mut gated).map(|()| Vec::new()),
        }
    }
}
