//! Writes the sample company and the small workbooks that tests read, the same bytes every time:
//! `cargo run -p planner-tests --example make_workbooks`. Every sum is asserted before it is written.

mod binary;
mod certificates;
mod company;
mod dispositions;
mod expected;
mod files;
mod fixtures;
mod guide;
mod history;
mod line;
mod orders;
mod procurement;
mod products;
mod random;
mod table;

use anyhow::{Context, Result};
use std::path::Path;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the tests lie in the workspace")?;
    company::write(&root.join("assets/sample"))?;
    let workbooks = root.join("tests/workbooks");
    guide::write(&workbooks)?;
    fixtures::write(&workbooks)?;
    println!("{}", std::fs::read_to_string(root.join("assets/sample/expected.toml"))?);
    Ok(())
}
