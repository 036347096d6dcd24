//! Files read through the real child process. The runner is our own, because this very
//! program, called as `… worker FILE`, is the child that the tests start.

mod corpus;
mod layouts;
mod layouts_by_hand;
mod layouts_by_kind;
mod layouts_of_systems;
mod limits;
mod mapping;
mod mutations;
mod reading;
mod said;
mod support;
mod truth;
mod workbook;

use planner_sheets::worker;
use std::panic::catch_unwind;
use std::process::ExitCode;

/// A test with its name.
type Test = (&'static str, fn());

fn main() -> ExitCode {
    if worker::is_asked_for(std::env::args_os()) {
        return worker::main();
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |name: &str| {
        let mut filters = arguments.iter().filter(|argument| !argument.starts_with('-')).peekable();
        filters.peek().is_none() || filters.any(|filter| name.contains(filter.as_str()))
    };
    let all = [
        corpus::TESTS,
        limits::TESTS,
        layouts::TESTS,
        layouts_by_hand::TESTS,
        layouts_by_kind::TESTS,
        layouts_of_systems::TESTS,
        mapping::TESTS,
        mutations::TESTS,
        reading::TESTS,
        said::TESTS,
        truth::TESTS,
        workbook::TESTS,
    ]
    .concat();
    let wanted: Vec<Test> = all.into_iter().filter(|(name, _)| is_wanted(name)).collect();
    if arguments.iter().any(|argument| argument == "--list") {
        wanted.iter().for_each(|(name, _)| println!("{name}: test"));
        return ExitCode::SUCCESS;
    }
    run(&wanted)
}

fn run(tests: &[Test]) -> ExitCode {
    let mut failed = Vec::new();
    for (name, test) in tests {
        let outcome = if catch_unwind(test).is_ok() { "ok" } else { "FAILED" };
        println!("test {name} ... {outcome}");
        if outcome == "FAILED" {
            failed.push(*name);
        }
    }
    println!("\ntest result: {} passed; {} failed: {failed:?}", tests.len() - failed.len(), failed.len());
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
