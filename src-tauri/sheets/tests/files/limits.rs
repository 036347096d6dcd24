//! Workers that fail, and callers that stop.

use crate::Test;
use crate::support::{WORDS, contents, file, go_on, program};
use planner_sheets::ReadError;
use planner_sheets::contents::{Contents, inspect};
use planner_sheets::field::Kind;
use planner_sheets::mapping::{Mapping, Overrides};
use planner_sheets::worker::Program;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

pub const TESTS: &[Test] = &[
    ("limits::failing_workers_are_told_apart", failing_workers_are_told_apart),
    ("limits::a_silent_worker_is_ended", a_silent_worker_is_ended),
    ("limits::reading_can_be_stopped", reading_can_be_stopped),
    ("limits::files_that_are_none", files_that_are_none),
];

fn shell(script: &str) -> Program {
    let arguments = vec!["-c".into(), script.into()];
    Program { arguments, time_to_open: Duration::from_millis(300), ..Program::new("/bin/sh") }
}

fn failing_workers_are_told_apart() {
    let (_folder, path) = file("list.csv", b"a,b\n");
    for (program, code) in [
        (Program::new("/no/such/program"), "worker_missing"),
        (shell("exit 3"), "worker_died"),
        (shell("kill -9 $$"), "worker_died"),
        (shell("echo hello; sleep 5"), "worker_died"),
    ] {
        let error = inspect(&program, &path, &WORDS).expect_err("a failing worker");
        assert_eq!(error.code(), code, "{error:?}");
    }
}

fn a_silent_worker_is_ended() {
    let (_folder, path) = file("list.csv", b"a,b\n");
    let began = Instant::now();
    let error = inspect(&shell("exec sleep 30"), &path, &WORDS).expect_err("silence");
    assert_eq!(error.code(), "too_slow");
    assert!(began.elapsed() < Duration::from_secs(5));
}

fn reading_can_be_stopped() {
    let mut text = "item,quantity\n".to_owned();
    (0..20_000).for_each(|row| text.push_str(&format!("laptop {row},1\n")));
    let (_folder, path) = file("list.csv", text.as_bytes());
    let mut contents = contents(&path).expect("a list");
    let mapping = Mapping::propose(&contents.inspection, Kind::Procurement, &Overrides::default(), &WORDS);
    let mapping = mapping.expect("a mapping");
    let mut seen = 0;
    let mut sink = |_| {
        seen += 1;
        if seen == 100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = contents.rows(&mapping, &WORDS, &mut go_on, &mut sink);
    assert_eq!((stopped, seen), (Err(ReadError::Cancelled), 100));
    let mut sink = |_| ControlFlow::Continue(());
    let stopped = contents.rows(&mapping, &WORDS, &mut |_| ControlFlow::Break(()), &mut sink);
    assert_eq!(stopped, Err(ReadError::Cancelled));
    let stopped = Contents::read(&program(), &path, &WORDS, &mut |_| ControlFlow::Break(()));
    assert_eq!(stopped.map(drop), Err(ReadError::Cancelled));
}

fn files_that_are_none() {
    for (content, code) in [
        (&b""[..], "empty"),
        (b"%PDF-1.7\n", "not_a_spreadsheet"),
        (b"{\"a\": 1}", "not_a_spreadsheet"),
        (b"\x00\x01\x02\x03\x00\x00\x00\xFF\xFE\x10\x11", "not_a_spreadsheet"),
        (b"PK\x03\x04 and no more", "truncated"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not_a_spreadsheet"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "truncated"),
    ] {
        let (_folder, path) = file("list.xls", content);
        let error = inspect(&program(), &path, &WORDS).expect_err("no spreadsheet");
        assert_eq!(error.code(), code, "{}", String::from_utf8_lossy(content));
    }
    let missing = inspect(&program(), "/no/such/file.xlsx".as_ref(), &WORDS).expect_err("no file");
    assert_eq!(missing.code(), "unreadable");
}
