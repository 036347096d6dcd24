//! Files with a few bytes wrong: each is answered in words, and what can still be read adds up.
//! `ITEC_ROUNDS=5000` tries that many of each format; a failure names the changes that led to it.

use crate::Test;
use crate::support::{WORDS, contents, file, go_on, runner};
use planner_sheets::field::Kind;
use planner_sheets::mapping::{Mapping, Overrides};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub const TESTS: &[Test] = &[
    ("mutations::csv", || whole("procurement.csv")),
    ("mutations::xls", || whole("procurement.xls")),
    ("mutations::xlsb_container", || whole("procurement.xlsb")),
    ("mutations::xlsb_parts", || parts("procurement.xlsb")),
    ("mutations::xlsx_container", || whole("procurement.xlsx")),
    ("mutations::xlsx_parts", || parts("procurement.xlsx")),
    ("mutations::ods_container", || whole("procurement.ods")),
    ("mutations::ods_parts", || parts("procurement.ods")),
];

/// Files of each format where nobody asks for more.
const ROUNDS: u32 = 60;

/// What readers stumble over.
const WORDS_IN: [&[u8]; 10] =
    [b"<", b"&", b"</c>", b"\"", b"]]>", b"<!--", b"4294967295", b"XFD1048576", b"-1", b"\0\xFF\xFE"];

/// One thing that is wrong.
#[derive(Clone, Debug)]
enum Change {
    Replace(Index, u8),
    Remove(Index, usize),
    Repeat(Index, usize),
    Insert(Index, &'static [u8]),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (at(), 1..200_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (at(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        (at(), select(&WORDS_IN[..])).prop_map(|(at, word)| Change::Insert(at, word)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    if bytes.is_empty() {
        return;
    }
    let range = |at: &Index, length: usize| {
        let start = at.index(bytes.len());
        start..bytes.len().min(start + length)
    };
    match change {
        Change::Replace(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Change::Remove(at, length) => drop(bytes.drain(range(at, *length))),
        Change::Repeat(at, length) => {
            let range = range(at, *length);
            let (end, again) = (range.end, bytes[range].to_vec());
            bytes.splice(end..end, again);
        }
        Change::Insert(at, word) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, word.iter().copied());
        }
    }
}

fn seed(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/workbooks").join(name);
    std::fs::read(path).expect("a workbook")
}

/// Changes the file as it lies on the disk.
fn whole(name: &str) {
    let seed = seed(name);
    let run = runner(ROUNDS).run(&vec(change(), 1..6), |changes| {
        let mut bytes = seed.clone();
        changes.iter().for_each(|change| apply(&mut bytes, change));
        is_answered(name, &bytes);
        Ok(())
    });
    run.expect("every file is answered");
}

/// Changes one part inside a sound container.
fn parts(name: &str) {
    let parts = unpack(&seed(name));
    let run = runner(ROUNDS).run(&(any::<Index>(), vec(change(), 1..6)), |(part, changes)| {
        let mut parts = parts.clone();
        let (_, bytes) = part.get_mut(&mut parts);
        changes.iter().for_each(|change| apply(bytes, change));
        is_answered(name, &pack(&parts));
        Ok(())
    });
    run.expect("every file is answered");
}

fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let count = archive.len();
    let part = |index| {
        let mut entry = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("readable");
        (entry.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("a container").into_inner()
}

/// Read, or refused for what is wrong with the file. Only the library's reader of xls may die of it, in its own process.
fn is_answered(name: &str, bytes: &[u8]) {
    let (_folder, path) = file(name, bytes);
    let mut contents = match contents(&path) {
        Ok(contents) => contents,
        Err(error) => {
            let is_ours = !name.ends_with(".xls");
            assert!(error.code() != "too_slow", "{error}");
            assert!(!(is_ours && error.code() == "worker_died"), "{error:?}");
            return;
        }
    };
    for kind in Kind::IMPORTABLE {
        let Ok(mapping) = Mapping::propose(&contents.inspection, kind, &Overrides::default(), &WORDS) else {
            continue;
        };
        let mut rows = 0;
        let mut count = |_| {
            rows += 1;
            ControlFlow::Continue(())
        };
        let summary = contents.rows(&mapping, &WORDS, &mut go_on, &mut count).expect("what was read once");
        let parts = summary.rows_imported + summary.rows_skipped + summary.rows_rejected;
        assert_eq!((summary.rows_read, parts), (rows, rows));
    }
}
