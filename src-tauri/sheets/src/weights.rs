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

/// What the tables are called where a weight's source is told.
pub const SOURCES: [&str; 3] = ["Boavizta 2023-02", "NetBox device types 56ea927", "UNU-KEY averages 2017"];

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
    of(BOAVIZTA, SOURCES[0]).chain(of(NETBOX, SOURCES[1])).collect()
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
            averages.insert(kind, LastResort { kg, source: SOURCES[2] });
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
