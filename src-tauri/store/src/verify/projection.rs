//! The rows of the ledger's tables that the events leave, with the event that each of them rests on.

use super::rows::{self, Row, Table};
use super::{Findings, Problem};
use crate::evidence::runs_text;
use crate::lots;
use crate::values::Value;
use crate::{Connection, StoreError};
use planner_core::ledger::event::{DatedEvent, Event};
use planner_core::ledger::evidence::{Document, Subject};
use planner_core::ledger::holding::Holding;
use planner_core::ledger::retirement::Standing;
use planner_core::ledger::year::Figure;
use planner_core::ledger::{Ledger, LedgerError};
use std::collections::BTreeMap;

/// What the events leave.
#[derive(Debug, Default)]
pub(super) struct Projection {
    ledger: Ledger,
    lots: BTreeMap<String, i64>,
    parents: BTreeMap<String, String>,
    splits: BTreeMap<String, (i64, [String; 2])>,
    retirements: BTreeMap<String, i64>,
    reversals: BTreeMap<String, (i64, String)>,
    evidence: BTreeMap<Subject, Vec<(i64, Document)>>,
    locks: BTreeMap<i32, i64>,
    figures: BTreeMap<i32, (i64, Vec<Figure>)>,
}

impl Projection {
    /// Goes on to where an event of this number leaves it.
    pub(super) fn apply(&mut self, number: i64, dated: &DatedEvent) -> Result<(), LedgerError> {
        self.ledger.apply(dated)?;
        match &dated.event {
            Event::LotRecorded(lot) => drop(self.lots.insert(lot.id.clone(), number)),
            Event::LotRemoved { lot_id, .. } => drop(self.evidence.remove(&Subject::Lot(lot_id.clone()))),
            Event::Split { lot_id, into, .. } => self.split(number, lot_id, into),
            Event::Attached { subject, document } => {
                self.evidence.entry(subject.clone()).or_default().push((number, document.clone()));
            }
            Event::Retired(retirement) => drop(self.retirements.insert(retirement.id.clone(), number)),
            Event::Reversed { retirement, evidence } => {
                self.reversals.insert(retirement.id.clone(), (number, evidence.clone()));
            }
            Event::YearLocked { year, figures } => {
                self.locks.insert(*year, number);
                self.figures.insert(*year, (number, figures.clone()));
            }
            Event::YearUnlocked { year, .. } => drop(self.locks.remove(year)),
            Event::Adjusted { .. }
            | Event::Checked(_)
            | Event::Moved { .. }
            | Event::Restated { .. }
            | Event::Journal(_) => {}
        }
        Ok(())
    }

    fn split(&mut self, number: i64, lot_id: &str, into: &[String; 2]) {
        let evidence = self.evidence.remove(&Subject::Lot(lot_id.to_owned()));
        for part in into {
            self.lots.insert(part.clone(), number);
            self.parents.insert(part.clone(), lot_id.to_owned());
            if let Some(evidence) = &evidence {
                self.evidence.insert(Subject::Lot(part.clone()), evidence.clone());
            }
        }
        self.splits.insert(lot_id.to_owned(), (number, into.clone()));
    }

    /// The lot that this one was split off from in the end; itself where it was not.
    fn origin<'a>(&'a self, mut lot_id: &'a str) -> &'a str {
        while let Some(parent) = self.parents.get(lot_id) {
            lot_id = parent;
        }
        lot_id
    }

    fn lot_rows(&self, imports: &BTreeMap<String, i64>) -> Vec<Row> {
        let row = |holding: &Holding| {
            let lot = &holding.lot;
            let mut row = vec![
                some(&lot.id),
                optional(self.lots.get(&lot.id)),
                optional(imports.get(self.origin(&lot.id))),
                some(&lot.class),
                some(&lot.registry),
                some(&lot.prefix),
                some(lot.serials.start()),
                some(lot.serials.end()),
                some(holding.since),
                optional(holding.first_moved_on.as_ref()),
                optional(holding.checked_on.as_ref()),
            ];
            row.extend(lots::facts(lot).map(Value::into_text));
            row
        };
        self.ledger.holdings().map(row).collect()
    }

    fn range_rows(&self) -> Vec<Row> {
        let of_lot = |holding: &Holding| -> Vec<Row> {
            let row = holding.ranges().iter().map(|range| {
                vec![
                    some(&holding.lot.id),
                    some(range.serials.start()),
                    some(range.serials.end()),
                    some(range.state.word()),
                    optional(range.state.year().as_ref()),
                    optional(range.since.as_ref()),
                ]
            });
            row.collect()
        };
        self.ledger.holdings().flat_map(of_lot).collect()
    }

    fn retirement_rows(&self) -> Vec<Row> {
        let row = |Standing { on, recorded_on, retirement }: &Standing| {
            vec![
                some(&retirement.id),
                optional(self.retirements.get(&retirement.id)),
                some(on),
                some(retirement.year),
                some(&retirement.beneficiary),
                retirement.entity.clone(),
                some(&retirement.claim_level),
                retirement.because.clone(),
                retirement.purpose.clone(),
                retirement.beneficiary_country.clone(),
                retirement.beneficiary_identifier.clone(),
                optional(recorded_on.as_ref()),
                retirement.registry_reference.clone(),
                retirement.registry_link.clone(),
            ]
        };
        self.ledger.standing().map(row).collect()
    }

    fn retirement_line_rows(&self) -> Vec<Row> {
        let of_one = |one: &Standing| -> Vec<Row> {
            let id = &one.retirement.id;
            let row = |(position, line): (usize, &planner_core::ledger::retirement::RetirementLine)| {
                let (start, end) = (line.serials.start(), line.serials.end());
                vec![some(id), some(position), some(&line.lot_id), some(start), some(end)]
            };
            one.retirement.lines.iter().enumerate().map(row).collect()
        };
        self.ledger.standing().flat_map(of_one).collect()
    }

    fn evidence_rows(&self) -> Vec<Row> {
        let of_one = |(subject, documents): (&Subject, &Vec<(i64, Document)>)| -> Vec<Row> {
            let row = documents.iter().map(|(event, document)| {
                let about = document.about.as_ref();
                vec![
                    some(subject.word()),
                    some(subject.id()),
                    some(event),
                    some(&document.sha256),
                    some(&document.file_name),
                    some(document.size),
                    some(document.proves.word()),
                    about.map(|one| one.kind.word().to_owned()),
                    about.and_then(|one| optional(one.issued_on.as_ref())),
                    about.and_then(|one| one.issuer.clone()),
                    about.and_then(|one| one.batch.clone()),
                    about.map(|one| runs_text(&one.covers)),
                ]
            });
            row.collect()
        };
        self.evidence.iter().flat_map(of_one).collect()
    }

    fn figure_rows(&self) -> Vec<Row> {
        let of_year = |(year, (event, figures)): (&i32, &(i64, Vec<Figure>))| -> Vec<Row> {
            let row = figures
                .iter()
                .map(|(figure, value)| vec![some(year), some(figure), some(value), some(event)]);
            row.collect()
        };
        self.figures.iter().flat_map(of_year).collect()
    }

    fn rows(&self, imports: &BTreeMap<String, i64>) -> [(Table, Vec<Row>); 9] {
        let reversals = self.reversals.iter();
        let splits = self.splits.iter();
        let locks = self.locks.iter();
        [
            (lot(), self.lot_rows(imports)),
            (lot_range(), self.range_rows()),
            (retirement(), self.retirement_rows()),
            (retirement_line(), self.retirement_line_rows()),
            (
                reversed_retirement(),
                reversals.map(|(id, (event, words))| vec![some(id), some(event), some(words)]).collect(),
            ),
            (
                split_lot(),
                splits
                    .map(|(id, (event, [lower, upper]))| {
                        vec![some(id), some(event), some(lower), some(upper)]
                    })
                    .collect(),
            ),
            (evidence(), self.evidence_rows()),
            (locked_year(), locks.map(|(year, event)| vec![some(year), some(event)]).collect()),
            (locked_figure(), self.figure_rows()),
        ]
    }
}

fn some(value: impl ToString) -> Option<String> {
    Some(value.to_string())
}

fn optional(value: Option<&impl ToString>) -> Option<String> {
    value.map(ToString::to_string)
}

/// Rows of the ledger's tables that are not as the events leave them.
pub(super) async fn problems(
    connection: &mut Connection,
    projection: &Projection,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let imports = match imports_of_lots(connection).await {
        Ok(imports) => imports,
        Err(error) => {
            findings.take::<Problem>("the imports of lots", Err(error))?;
            BTreeMap::new()
        }
    };
    for (table, expected) in projection.rows(&imports) {
        let found = rows::problems(connection, &table, expected).await;
        findings.take(&format!("the table {}", table.name), found)?;
    }
    Ok(())
}

/// Which import brought a lot: the rows of a certificate import are kept with the lot that each became.
async fn imports_of_lots(connection: &mut Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut imports = BTreeMap::new();
    let sql = "SELECT reason, import_number FROM import_row JOIN import ON number = import_number
         WHERE kind = 'certificates' AND outcome = 'imported' AND undone_on IS NULL ORDER BY import_number";
    rows::texts(connection, sql, |row| {
        if let [Some(lot_id), Some(number)] = row {
            imports.extend(number.parse().ok().map(|number| (lot_id, number)));
        }
    })
    .await?;
    Ok(imports)
}

/// A value of a row in words.
fn at(row: &Row, column: usize) -> &str {
    row.get(column).and_then(Option::as_deref).unwrap_or("?")
}

fn table(name: &'static str, columns: &[&'static str], key: usize, words: fn(&Row) -> String) -> Table {
    Table { name, columns: columns.to_vec(), key, words, place: |_| String::new() }
}

fn lot() -> Table {
    let head = [
        "id",
        "event",
        "import_number",
        "class",
        "registry",
        "prefix",
        "serial_start",
        "serial_end",
        "since",
        "first_moved_on",
        "checked_on",
    ];
    let columns: Vec<_> = head.into_iter().chain(lots::FACTS).collect();
    table("lot", &columns, 1, |row| format!("lot {}", at(row, 0)))
}

fn lot_range() -> Table {
    let columns = ["lot_id", "serial_start", "serial_end", "state", "year", "since"];
    let place = |row: &Row| format!("what stands from serial {} on", at(row, 1));
    Table { place, ..table("lot_range", &columns, 2, |row| format!("lot {}", at(row, 0))) }
}

fn retirement() -> Table {
    let columns = [
        "id",
        "event",
        "retired_on",
        "year",
        "beneficiary",
        "entity",
        "claim_level",
        "because",
        "purpose",
        "beneficiary_country",
        "beneficiary_identifier",
        "recorded_on",
        "registry_reference",
        "registry_link",
    ];
    table("retirement", &columns, 1, |row| format!("retirement {}", at(row, 0)))
}

fn retirement_line() -> Table {
    let columns = ["retirement_id", "position", "lot_id", "serial_start", "serial_end"];
    table("retirement_line", &columns, 2, |row| {
        let line = at(row, 1).parse().map_or(0, |position: i64| position + 1);
        format!("line {line} of retirement {}", at(row, 0))
    })
}

fn reversed_retirement() -> Table {
    let columns = ["id", "event", "evidence"];
    table("reversed_retirement", &columns, 1, |row| format!("the reversal of retirement {}", at(row, 0)))
}

fn split_lot() -> Table {
    table("split_lot", &["id", "event", "lower", "upper"], 1, |row| {
        format!("the split of lot {}", at(row, 0))
    })
}

fn evidence() -> Table {
    let columns = [
        "subject",
        "id",
        "event",
        "sha256",
        "file_name",
        "size",
        "proves",
        "kind",
        "issued_on",
        "issuer",
        "batch",
        "covers",
    ];
    table("evidence", &columns, 3, |row| {
        format!("the evidence {} of {} {} from event {}", at(row, 4), at(row, 0), at(row, 1), at(row, 2))
    })
}

fn locked_year() -> Table {
    table("locked_year", &["year", "event"], 1, |row| format!("the lock of reporting year {}", at(row, 0)))
}

fn locked_figure() -> Table {
    table("locked_figure", &["year", "figure", "value", "event"], 2, |row| {
        format!("the figure {} with which {} was locked", at(row, 1).replace('_', " "), at(row, 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use std::collections::BTreeSet;

    /// A column that is added to one of these tables and compared with nothing could be changed unseen.
    #[tokio::test]
    async fn every_column_of_the_ledger_is_compared() {
        let folder = tempfile::tempdir().expect("a folder");
        let today = "2026-06-16".parse().expect("a day");
        let store = Store::open_or_create(&folder.path().join("a.itec"), today).await.expect("made");
        let mut read = store.read().await.expect("read");
        for (table, _) in Projection::default().rows(&BTreeMap::new()) {
            let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?1)")
                .bind(table.name)
                .fetch_all(&mut *read)
                .await
                .expect("columns");
            let columns: BTreeSet<_> = columns.iter().map(String::as_str).collect();
            assert_eq!(table.columns.iter().copied().collect::<BTreeSet<_>>(), columns, "{}", table.name);
        }
    }
}
