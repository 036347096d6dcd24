//! How `assets/weights` becomes the tables that give a weight.

use crate::recognise::rows;
use planner_core::device_table::{DeviceTables, LastResort, TableDevice};
use planner_core::recognise::{Facts, Kind};
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
        assert!(NETBOX.len() + BOAVIZTA.len() + UNU_KEY.len() < 1 << 20);
        assert!(last_resort().expect("averages").len() > 20);
    }
}
