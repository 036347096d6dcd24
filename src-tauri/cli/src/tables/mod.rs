//! Answers as short tables for people.

mod certificates;
mod disclosure;
mod emissions;
mod entities;
mod imports;
mod lines;
mod money;
mod plan;
mod recognise;
mod requirement;
mod workspace;
mod years;

use std::fmt::Display;

/// An answer that a person can read in a terminal.
pub trait Table {
    /// Its lines.
    fn table(&self) -> String;
}

/// Name and value, a line each, the values in one column.
fn facts(facts: &[(&str, String)]) -> String {
    let width = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    facts.iter().map(|(name, value)| format!("{name:<width$}  {value}\n")).collect()
}

/// Rows under headers; columns whose cells are all numbers stand to the right.
fn grid(headers: &[&str], rows: &[Vec<String>]) -> String {
    let cells = |index: usize| rows.iter().filter_map(move |row| row.get(index));
    let columns: Vec<(usize, bool)> = headers
        .iter()
        .enumerate()
        .map(|(index, header)| {
            let width = cells(index).map(|cell| cell.chars().count()).max().unwrap_or(0);
            let is_number = cells(index)
                .all(|cell| cell.chars().all(|letter| letter.is_ascii_digit() || ".-–".contains(letter)));
            (width.max(header.chars().count()), is_number)
        })
        .collect();
    let line = |row: Vec<&str>| {
        let cells = row.iter().zip(&columns).map(|(cell, (width, is_number))| {
            if *is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let head = line(headers.to_vec());
    rows.iter().fold(head, |text, row| text + &line(row.iter().map(String::as_str).collect()))
}

fn serials(prefix: &str, start: i64, end: i64) -> String {
    let separator = if prefix.is_empty() { "" } else { "-" };
    format!("{prefix}{separator}{start}–{end}")
}

fn or_dash(value: Option<impl Display>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The day on which balances are looked at.
fn as_of(day: &str) -> String {
    format!("As of {day}\n")
}
