//! `cargo xtask run | test | soak | bench | package | weights`: installs what is missing, builds, runs. Standard library only.
//!
//! Every step says in one line what it does and how long it took; the first failure ends the run.

use std::process::ExitCode;

mod bench;
mod display;
mod package;
mod packages;
mod run;
mod sample;
mod shell;
mod soak;
mod steps;
mod test;
mod ui;
mod weights;

const USAGE: &str = "\
usage:
  cargo xtask run              installs what is missing, builds, opens the app on the sample workspace
  cargo xtask run --headless   the same job in a terminal: imports the sample workbooks, prints the requirement
  cargo xtask test             installs what is missing and runs every check
  cargo xtask soak             kills first starts, imports, retirements and seals, a thousand of each
  cargo xtask package          builds release and makes the installers of this system
  cargo xtask package --try    the same, then installs the .deb here, opens a workspace by its file, removes it (as root)
  cargo xtask bench [ROWS]     builds for release and measures; PEERS_PYTHON names a Python that has polars
  cargo xtask weights FOLDER   makes the shipped device tables from the source files in FOLDER";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run::window(),
        ["run", "--headless"] => run::headless(),
        ["test"] => test::everything(),
        ["soak"] => soak::kills(),
        ["package"] => package::make(),
        ["package", "--try"] => package::make_and_try(),
        ["bench"] => bench::measure(None),
        ["bench", rows] => bench::measure(Some(rows)),
        ["weights", folder] => weights::make(folder),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\ncargo xtask {}: {sentence}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}
