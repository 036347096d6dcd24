//! Cells as comma-separated text that no spreadsheet takes for a formula.

use super::{Cell, WriteError};
use std::io;

/// Rows as UTF-8 csv, lines ending in CR LF. A text that a spreadsheet would take for a formula begins with an apostrophe.
pub fn csv_bytes(rows: &[Vec<Cell>]) -> Result<Vec<u8>, WriteError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(field)).map_err(io::Error::from)?;
    }
    writer.into_inner().map_err(|error| WriteError::File(error.into_error()))
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => inert(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) | Cell::Sum(number) | Cell::Formula { value: number, .. } => {
            number.normalize().to_string()
        }
        Cell::Date(date) => date.to_string(),
    }
}

/// The text, with an apostrophe before what would make it a formula.
fn inert(text: &str) -> String {
    let is_hostile = text.starts_with(['=', '+', '-', '−', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_hostile { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_texts_are_inert_and_numbers_stay_numbers() {
        for (cell, expected) in [
            (Cell::Text("=1+1".into()), "'=1+1"),
            (Cell::Text("+49".into()), "'+49"),
            (Cell::Text("-2".into()), "'-2"),
            (Cell::Text("−2".into()), "'−2"),
            (Cell::Text("@SUM(A1)".into()), "'@SUM(A1)"),
            (Cell::Text("\t=1".into()), "\"'\t=1\"".trim_matches('"')),
            (Cell::Text("a, \"b\"".into()), "\"a, \"\"b\"\"\""),
            (Cell::Integer(-2), "-2"),
        ] {
            let bytes = csv_bytes(&[vec![cell, Cell::Integer(1)]]).expect("csv");
            assert_eq!(String::from_utf8(bytes).expect("text"), format!("{expected},1\r\n"));
        }
    }
}
