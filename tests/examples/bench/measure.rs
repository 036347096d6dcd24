//! What a program takes: wall clock, CPU with its children's, and the most memory that one process of it held.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    pub wall: Duration,
    pub cpu: Duration,
    /// KiB of the process that held most.
    pub peak_kib: u64,
}

/// Runs a program to its end, and says what it took and printed.
pub fn run(command: &mut Command) -> Result<(Took, String)> {
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("{command:?}"))?;
    let output = child.stdout.take().context("its output")?;
    let reading = std::thread::spawn(move || std::io::read_to_string(output));
    let (mut peaks, mut cpu) = (BTreeMap::new(), Duration::ZERO);
    // The system keeps what an ended process took until somebody waits for it.
    while !is_ended(child.id(), &mut peaks, &mut cpu) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let wall = start.elapsed();
    let done = child.wait_with_output()?;
    ensure!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    let text = reading.join().map_err(|_| anyhow::anyhow!("reading its output"))??;
    Ok((Took { wall, cpu, peak_kib: peaks.into_values().max().unwrap_or(0) }, text))
}

/// Looks at a process and its children; whether it has ended.
fn is_ended(id: u32, peaks: &mut BTreeMap<u32, u64>, cpu: &mut Duration) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { return true };
    let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |place: usize| fields.get(place).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    // User and system time, its own and that of the children it waited for, in hundredths of a second.
    *cpu = Duration::from_millis(10 * [11, 12, 13, 14].map(ticks).iter().sum::<u64>());
    for process in std::iter::once(id).chain(children(id)) {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        if let Some(kib) = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()) {
            peaks.insert(process, kib);
        }
    }
    fields.first() == Some(&"Z")
}

fn children(id: u32) -> Vec<u32> {
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let of =
        threads.map(|thread| std::fs::read_to_string(thread.path().join("children")).unwrap_or_default());
    of.flat_map(|text| text.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>()).collect()
}

/// The run that took the median of the wall clocks, with the most memory of all.
pub fn median(runs: &[Took]) -> Took {
    let mut sorted = runs.to_vec();
    sorted.sort_by_key(|run| run.wall);
    let peak_kib = runs.iter().map(|run| run.peak_kib).max().unwrap_or(0);
    Took { peak_kib, ..sorted.get(sorted.len() / 2).copied().unwrap_or_default() }
}
