//! How `assets/weights` becomes the tables that give a weight.

use crate::recognise::rows;
use planner_core::device_table::{DeviceTables, LastResort, TableDevice};
use planner_core::recognise::{Facts, Kind};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

const NETBOX: &str = include_str!("../../../assets/weights/netbox_devices.csv");
const BOAVIZTA: &str = include_str!("../../../assets/weights/boavizta_devices.csv");
const UNU_KEY: &str = include_str!("../../../assets/weights/unu_key.toml");

/// Where shipped weights are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightTable {
    /// What it is called where a weight's source is told.
    pub name: &'static str,
    /// Under which licence it is made available.
    pub licence: &'static str,
    /// The words that are owed to it wherever its figures go.
    pub attribution: &'static str,
}

/// The shipped tables, in the order in which they are asked.
pub const SOURCES: [WeightTable; 3] = [
    WeightTable {
        name: "Boavizta 2023-02",
        licence: "ODbL 1.0",
        attribution: "Contains information from the environmental footprint data of Boavizta, which is made available here under the Open Database License (ODbL) 1.0. The weights of its devices and their averages are derived from it and are available under the same licence.",
    },
    WeightTable {
        name: "NetBox device types 56ea927",
        licence: "CC0 1.0",
        attribution: "NetBox device type library, commit 56ea927 (2025-05-29). Whether a mass is net, empty or fully loaded is not said there.",
    },
    WeightTable {
        name: "UNU-KEY averages 2017",
        licence: "MIT",
        attribution: "Average weights by UNU-KEY of Statistics Netherlands, as of 2017: one average for each class, without a spread.",
    },
];

const LEAVE_ONE_OUT: &str = include_str!("../../../assets/weights/leave_one_out.csv");

/// What the models of one kind came to when the others had to weigh them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOutKind {
    /// The kind.
    pub kind: Kind,
    /// Models of the shipped tables.
    pub models: usize,
    /// What the estimates sum up to beyond the truth, percent.
    pub bias_percent: Decimal,
    /// Median of a model's error, percent.
    pub error_percent: Decimal,
}

/// What baskets of office models came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baskets {
    /// Baskets.
    pub count: usize,
    /// Mean of what the totals say beyond the truth, percent.
    pub bias_percent: Decimal,
    /// Median of a total's error, percent.
    pub error_percent: Decimal,
    /// Baskets whose 90 % range holds the truth.
    pub inside: usize,
    /// Mean width of the range, percent of the total.
    pub width_percent: Decimal,
}

/// How good the estimates are, tried on the shipped tables themselves: each model left out, and estimated by the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveOneOut {
    /// By kind.
    pub kinds: Vec<LeftOutKind>,
    /// Of totals.
    pub baskets: Baskets,
}

/// The figures that ship; a test computes them anew from the tables.
pub fn leave_one_out() -> Result<LeaveOneOut, String> {
    let (mut kinds, mut baskets) = (Vec::new(), None);
    for row in rows(LEAVE_ONE_OUT) {
        let said = |cell: &str| format!("leave_one_out.csv: {cell}");
        let number = |cell: &str| cell.parse::<Decimal>().map_err(|_| said(cell));
        let count = |cell: &str| cell.parse::<usize>().map_err(|_| said(cell));
        match row[..] {
            ["kind", ..] => {}
            ["baskets", all, bias, error, inside, width] => {
                baskets = Some(Baskets {
                    count: count(all)?,
                    bias_percent: number(bias)?,
                    error_percent: number(error)?,
                    inside: count(inside)?,
                    width_percent: number(width)?,
                });
            }
            [kind, models, bias, error] => kinds.push(LeftOutKind {
                kind: Kind::from_word(kind).ok_or_else(|| said(kind))?,
                models: count(models)?,
                bias_percent: number(bias)?,
                error_percent: number(error)?,
            }),
            _ => return Err(said(&row.join(";"))),
        }
    }
    Ok(LeaveOneOut { kinds, baskets: baskets.ok_or("leave_one_out.csv: no baskets")? })
}

#[derive(Deserialize)]
struct UnuKey {
    class: Vec<UnuClass>,
}

#[derive(Deserialize)]
struct UnuClass {
    kg: String,
    kinds: Vec<String>,
}

/// The tables that ship, read when they are first asked. The shipped files are read in a test.
pub fn device_tables() -> &'static DeviceTables {
    static SHIPPED: LazyLock<DeviceTables> = LazyLock::new(|| {
        let devices = shipped_devices().expect("the shipped tables can be read");
        DeviceTables::new(&devices, last_resort().expect("the shipped class averages can be read"))
    });
    &SHIPPED
}

/// Every device of the shipped tables, Boavizta's first: its weights are of data sheets.
pub fn shipped_devices() -> Result<Vec<TableDevice>, String> {
    let of = |table, source| rows(table).into_iter().map(move |row| device(&row, source));
    of(BOAVIZTA, SOURCES[0].name).chain(of(NETBOX, SOURCES[1].name)).collect()
}

fn device(row: &[&str], source: &'static str) -> Result<TableDevice, String> {
    let [maker, model, part_number, kind, line, size, kg] = row else {
        return Err(format!("not seven cells in {}", row.join(";")));
    };
    let some = |cell: &str| Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    Ok(TableDevice {
        maker: (*maker).to_owned(),
        model: (*model).to_owned(),
        part_number: some(part_number),
        kind: Kind::from_word(kind),
        line: some(line),
        size: Facts::read(size)?.size,
        kg: kg.parse().map_err(|error| format!("{kg}: {error}"))?,
        source,
    })
}

fn last_resort() -> Result<HashMap<Kind, LastResort>, String> {
    let file: UnuKey = toml::from_str(UNU_KEY).map_err(|error| error.to_string())?;
    let mut averages = HashMap::new();
    for class in file.class {
        let kg = class.kg.parse().map_err(|error| format!("{}: {error}", class.kg))?;
        for kind in class.kinds {
            let kind = Kind::from_word(&kind).ok_or(format!("no kind {kind}"))?;
            averages.insert(kind, LastResort { kg, source: SOURCES[2].name });
        }
    }
    Ok(averages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_tables_can_be_read() {
        let devices = shipped_devices().expect("tables that can be read");
        assert!(devices.len() > 3000, "{}", devices.len());
        let bytes = NETBOX.len() + BOAVIZTA.len() + UNU_KEY.len() + LEAVE_ONE_OUT.len();
        println!("the shipped tables: {bytes} bytes");
        assert!(bytes < 1 << 20);
        assert!(last_resort().expect("averages").len() > 20);
    }
}
