//! What the app was started with: `i-tec-planner [FILE | --workspace FILE] [--today YYYY-MM-DD]`.

use std::path::PathBuf;

use anyhow::{Context, bail};
use chrono::NaiveDate;

/// What the person, or a test, said at the start.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The workspace to open; none for the one used last.
    pub workspace: Option<PathBuf>,
    /// Replaces the clock.
    pub today: Option<NaiveDate>,
}

impl Start {
    /// Reads the command line, then `ITEC_TODAY`.
    pub fn from_process() -> anyhow::Result<Self> {
        let mut start = Self::from_words(std::env::args_os().skip(1).map(PathBuf::from))?;
        if let (None, Ok(day)) = (start.today, std::env::var("ITEC_TODAY")) {
            start.today = Some(parse_day(&day).context("ITEC_TODAY")?);
        }
        Ok(start)
    }

    fn from_words(words: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<Self> {
        let mut start = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--workspace") => {
                    start.workspace = Some(words.next().context("--workspace needs a file")?)
                }
                Some("--today") => start.today = Some(day_after(&mut words)?),
                Some(option) if option.starts_with('-') => {
                    bail!("{option} is not an option of I-TEC Planner")
                }
                _ if start.workspace.is_some() => bail!("one workspace at a time, please"),
                _ => start.workspace = Some(word),
            }
        }
        Ok(start)
    }
}

fn day_after(words: &mut impl Iterator<Item = PathBuf>) -> anyhow::Result<NaiveDate> {
    let word = words.next().context("--today needs a day such as 2026-06-16")?;
    parse_day(&word.to_string_lossy()).context("--today")
}

fn parse_day(text: &str) -> anyhow::Result<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    day.with_context(|| format!("{text:?} is not a day such as 2026-06-16"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expected: Option<(Option<&str>, Option<&str>)>) {
        let found = Start::from_words(words.iter().map(PathBuf::from)).ok();
        let expected = expected.map(|(workspace, day)| Start {
            workspace: workspace.map(PathBuf::from),
            today: day.map(|day| day.parse().expect("a day")),
        });
        assert_eq!(found, expected, "{words:?}");
    }

    #[test]
    fn the_command_line() {
        check(&[], Some((None, None)));
        check(&["a.itec"], Some((Some("a.itec"), None)));
        check(&["--workspace", "a.itec"], Some((Some("a.itec"), None)));
        check(&["--today", "2026-06-16", "a.itec"], Some((Some("a.itec"), Some("2026-06-16"))));
        check(&["--today", "16.6.2026"], None);
        check(&["--today"], None);
        check(&["--workspace"], None);
        check(&["--colour"], None);
        check(&["a.itec", "b.itec"], None);
    }
}
