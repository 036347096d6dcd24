//! What had to be assumed of rows, said once for the whole sheet.

use super::Tally;
use crate::views::import::IssueView;

impl Tally {
    /// What was assumed, said once for the whole sheet.
    pub fn assumptions(&self, year: i32) -> Vec<IssueView> {
        let mut found = self.assumed_of_rows(year);
        found.extend(self.rows_not_compared.iter().map(|((currency, why), rows)| IssueView {
            row: self.header_row,
            column: Some("currency".to_owned()),
            code: "price_not_compared".to_owned(),
            severity: "warns".to_owned(),
            seen: format!("{rows} rows with a price in {currency}: {why}"),
            expected: "a price that can be compared with the capitalisation threshold; they take the default Scope 3 category. Give the rate, or the threshold's currency, in the settings"
                .to_owned(),
        }));
        found
    }

    fn assumed_of_rows(&self, year: i32) -> Vec<IssueView> {
        let note = |rows: u64, code: &str, column: &str, expected: String| IssueView {
            row: self.header_row,
            column: Some(column.to_owned()),
            code: code.to_owned(),
            severity: "warns".to_owned(),
            seen: format!("{rows} rows without"),
            expected,
        };
        let date = format!("a date; they take reporting year {year}");
        let condition = "a condition; they count as new".to_owned();
        let unit = "a unit of mass; kg was taken".to_owned();
        [
            (self.rows_without_date, "year_assumed", "date", date),
            (self.rows_without_condition, "condition_unknown", "condition", condition),
            (self.rows_without_unit, "unit_assumed", "mass_unit", unit),
        ]
        .into_iter()
        .filter(|(rows, ..)| *rows > 0)
        .map(|(rows, code, column, expected)| note(rows, code, column, expected))
        .chain(self.rows_without_class.iter().map(|(class, rows)| {
            let expected = format!("a class; they count as {class}. Name it in a column if they are not");
            note(*rows, "class_assumed", "class", expected)
        }))
        .chain(self.rows_of_unknown_batch.iter().map(|(batch, rows)| {
            let expected = "retired assets that their own certificates rest on; a report is not final before they are imported or the difference is explained".to_owned();
            let of = if batch.is_empty() { "that name no batch".to_owned() } else { format!("of batch {batch}") };
            let seen = format!("{rows} rows of own certificates {of}, without");
            IssueView { seen, ..note(*rows, "own_batch_unknown", "batch", expected) }
        }))
        .collect()
    }
}
