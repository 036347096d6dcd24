//! Files that crash, hang or flood other programs: each is answered in words, in time and within its memory.

use crate::Test;
use crate::support::{WORDS, contents, data, go_on, program, read};
use planner_sheets::contents::inspect;
use planner_sheets::field::Kind;
use planner_sheets::mapping::{Mapping, Overrides};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub const TESTS: &[Test] = &[
    ("corpus::every_file_is_answered_in_time", every_file_is_answered_in_time),
    ("corpus::every_file_stays_within_its_memory", every_file_stays_within_its_memory),
    ("corpus::every_readable_sheet_reconciles", every_readable_sheet_reconciles),
    ("corpus::refusals_say_why", refusals_say_why),
    ("corpus::mutations_are_answered", mutations_are_answered),
];

/// All files below a folder of the data set.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = data(folder).into_iter().collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

fn hostile_files() -> Vec<PathBuf> {
    [files("malicious"), files("robustness")].concat()
}

fn every_file_is_answered_in_time() {
    for path in hostile_files() {
        let began = Instant::now();
        let answer = inspect(&program(), &path, &WORDS);
        let took = began.elapsed();
        assert!(took < Duration::from_secs(10), "{} took {took:?}", path.display());
        if let Err(error) = answer {
            let words = error.to_string();
            assert!(!words.contains("panicked") && !words.contains("unwrap"), "{}: {words}", path.display());
        }
    }
}

/// The most memory the worker had, in KiB, as the system counts it.
fn peak(path: &Path) -> u64 {
    let mut worker = Command::new(program().path)
        .args(program().arguments)
        .arg(path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a worker");
    let (status, mut most) = (format!("/proc/{}/status", worker.id()), 0);
    while worker.try_wait().expect("a process").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        most = most.max(now.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
    most
}

fn every_file_stays_within_its_memory() {
    if cfg!(target_os = "linux") {
        for path in hostile_files() {
            let most = peak(&path);
            assert!(most < 512 * 1024, "{} took {most} KiB", path.display());
        }
    }
}

fn every_readable_sheet_reconciles() {
    for path in [hostile_files(), files("procurement"), files("weights"), files("certificates")].concat() {
        let Ok(mut contents) = contents(&path) else { continue };
        let inspection = contents.inspection.clone();
        for sheet in &inspection.sheets {
            for kind in Kind::IMPORTABLE {
                let overrides = Overrides { sheet: Some(sheet.name.clone()), ..Overrides::default() };
                let Ok(mapping) = Mapping::propose(&inspection, kind, &overrides, &WORDS) else { continue };
                let mut outcomes = 0;
                let mut count = |_| {
                    outcomes += 1;
                    ControlFlow::Continue(())
                };
                let read = contents.rows(&mapping, &WORDS, &mut go_on, &mut count);
                let summary = read.expect("a sheet that was looked at can be read");
                let parts = summary.rows_imported + summary.rows_skipped + summary.rows_rejected;
                assert_eq!((summary.rows_read, outcomes), (parts, summary.rows_read), "{}", path.display());
            }
        }
    }
}

fn refusals_say_why() {
    for (file, code) in [
        ("malicious/bomb.xlsx", Some("too_large")),
        ("malicious/entity.xlsx", Some("damaged")),
        ("malicious/nums.xlsx", None),
        ("malicious/shared_formula_si.xlsx", None),
        ("malicious/sst.xlsx", None),
        ("malicious/trunc.ods", Some("truncated")),
        ("malicious/xfd.xlsx", None),
        ("robustness/extra/html_column_width_named.xls", Some("not_a_spreadsheet")),
        ("robustness/extra/spreadsheetml2003.xml", Some("not_a_spreadsheet")),
        ("robustness/extra/truncated_half_nickprog.xlsx", Some("truncated")),
        ("robustness/extra/xlsx_named.csv", None),
        ("robustness/apache__poi/spreadsheet/35897-type4.xls", Some("password_protected")),
        ("robustness/apache__poi/spreadsheet/protected_passtika.xlsx", Some("password_protected")),
        ("robustness/SheetJS__test_files/password_2002_40_xor.xls", Some("password_protected")),
        ("robustness/tafia__calamine/tests/pass_protected.ods", Some("password_protected")),
        ("robustness/apache__poi/spreadsheet/testEXCEL_3.xls", Some("too_old")),
        ("robustness/apache__poi/spreadsheet/testEXCEL_95.xls", Some("too_old")),
        ("robustness/apache__poi/spreadsheet/51535.xls", Some("too_large")),
        ("robustness/apache__poi/spreadsheet/duplicate-filename-case-insensitive.xlsx", Some("damaged")),
        ("robustness/apache__poi/spreadsheet/poc-xmlbomb.xlsx", Some("damaged")),
        ("robustness/tafia__calamine/tests/issue_594_dos.ods", Some("too_large")),
        ("robustness/tafia__calamine/tests/date_1904.xlsx", None),
        ("robustness/okfn__messytables/horror/utf-16le_encoded.csv", None),
    ] {
        let Some(path) = data(file) else { continue };
        let answer = inspect(&program(), &path, &WORDS);
        assert_eq!(answer.as_ref().err().map(|error| error.code()), code, "{file}: {:?}", answer.err());
    }
    if let Some(path) = data("procurement/messytables_title_rows_thousands.csv") {
        let refused = read(&path, Kind::Procurement, &Overrides::default()).err();
        assert_eq!(refused.map(|error| error.code()), Some("no_header"));
    }
}

/// A real workbook with bytes changed at random places: an answer every time, never a lost worker.
fn mutations_are_answered() {
    let sources =
        ["procurement/nickprog_university_inventory.xlsx", "robustness/tafia__calamine/tests/any_sheets.ods"];
    for source in sources.into_iter().filter_map(data) {
        let original = fs::read(&source).expect("readable");
        let mut seed = 42_u64;
        for round in 0..120 {
            let mut bytes = original.clone();
            for _ in 0..=round % 5 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let place = (seed >> 33) as usize % bytes.len();
                bytes[place] ^= (seed >> 24) as u8 | 1;
            }
            let (_folder, path) = crate::support::file("mutant", &bytes);
            let code = inspect(&program(), &path, &WORDS).err().map(|error| error.code());
            let is_lost = matches!(code, Some("worker_died" | "too_slow" | "worker_missing"));
            assert!(!is_lost, "{} round {round}: {code:?}", source.display());
        }
    }
}
