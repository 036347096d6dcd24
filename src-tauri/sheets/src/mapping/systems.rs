//! The columns of a report whose system is known.

use super::MappedColumn;
use super::propose::column;
use crate::field::Kind;
use crate::header::Header;
use crate::inspect::Match;
use crate::issue::{Issue, IssueCode};
use crate::vocabulary::{System, Vocabulary};

/// How sure a column is that its system means.
const KNOWN: u8 = 95;

/// Takes the columns that the system means in place of those guessed; answers the system.
pub(super) fn apply<'a>(
    columns: &mut Vec<MappedColumn>,
    header: &Header,
    kind: Kind,
    vocabulary: &'a Vocabulary,
) -> Option<&'a System> {
    let system = vocabulary.system(kind, &header.texts)?;
    columns.retain(|column| system.unused(&column.header).is_none());
    for (field, index) in system.columns(&header.texts) {
        columns.retain(|column| column.field != field && column.index as usize != index);
        columns.push(column(header, index, field, Match::Alias, KNOWN, vocabulary));
    }
    Some(system)
}

/// Says which system's report it looks like, and why some of its columns are not used.
pub(super) fn note(system: &System, row: u32, headers: &[String], columns: &[MappedColumn]) -> Issue {
    let is_used = |index: usize| columns.iter().any(|column| column.index as usize == index);
    let left = headers.iter().enumerate().filter(|(index, _)| !is_used(*index));
    let because: Vec<String> =
        left.filter_map(|(_, header)| Some(format!("“{header}” {}", system.unused(header)?))).collect();
    let expected = match because.len() {
        0 => "a report of this system".to_owned(),
        1 => format!("a report of this system; 1 of its columns is not used, because {}", because[0]),
        count => format!(
            "a report of this system; {count} of its columns are not used, because {}",
            because.join(", ")
        ),
    };
    Issue::new(row, None, IssueCode::KnownSystem, &system.name, &expected)
}
