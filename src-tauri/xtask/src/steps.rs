//! What is being done, how long it took, and the summary at the end.

use std::time::{Duration, Instant};

use crate::shell::Outcome;

/// The steps of one run.
pub struct Steps {
    started: Instant,
    done: Vec<(String, Duration)>,
    skipped: Vec<String>,
}

impl Steps {
    /// Starts the clock.
    pub fn new() -> Self {
        Self { started: Instant::now(), done: Vec::new(), skipped: Vec::new() }
    }

    /// Does one step, saying so before and after.
    pub fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        println!("▸ {title}");
        let started = Instant::now();
        let outcome = work();
        let took = started.elapsed();
        match &outcome {
            Ok(_) => println!("✓ {title}: {}", seconds(took)),
            Err(_) => println!("✗ {title}: {}", seconds(took)),
        }
        self.done.push((title.to_owned(), took));
        outcome.map_err(|sentence| format!("stopped at “{title}”: {sentence}"))
    }

    /// Says why a step is not done here.
    pub fn skip(&mut self, title: &str, because: &str) {
        println!("– {title}: skipped, {because}");
        self.skipped.push(format!("{title} ({because})"));
    }

    /// Lists what was done.
    pub fn summary(&self) {
        println!("\nAll {} steps done in {}:", self.done.len(), seconds(self.started.elapsed()));
        for (title, took) in &self.done {
            println!("  {:>8}  {title}", seconds(*took));
        }
        for skipped in &self.skipped {
            println!("   skipped  {skipped}");
        }
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
