//! How long it takes to see what one order text is: `cargo run --release --example bench_recognise`.

use anyhow::Result;
use planner_sheets::recognise::recogniser;
use planner_sheets::weights::device_tables;
use std::path::Path;
use std::time::{Duration, Instant};

/// Looks at each text, and weighs it; how long one took on average.
fn each(texts: &[String]) -> Duration {
    let start = Instant::now();
    for text in texts {
        let found = recogniser().text(text);
        std::hint::black_box(device_tables().find(&found, &[text]));
    }
    start.elapsed() / u32::try_from(texts.len().max(1)).unwrap_or(u32::MAX)
}

fn main() -> Result<()> {
    let mut reader =
        csv::Reader::from_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("items/order_texts.csv"))?;
    let texts: Vec<String> = reader.records().map(|row| Ok(row?[0].to_owned())).collect::<Result<_>>()?;
    let start = Instant::now();
    each(&["nothing".to_owned()]);
    println!("start: {:?}", start.elapsed());
    // The first text of a product line prepares its pattern.
    println!("one text, seen first: {:?} (mean of {})", each(&texts), texts.len());
    println!("one text: {:?} (mean of {})", each(&texts), texts.len());
    Ok(())
}
