//! Makes the shipped device tables from the source files: `cargo xtask weights FOLDER`. The folder holds
//! `netbox_device_weights.csv` (one row a device type) and `boavizta-data-us.csv` (Boavizta's file as it is).
//! A device's kind, line and size are the recogniser's, so that no start of the app has to recognise them again.

use planner_core::recognise::{Described, Form, Kind, Recognised, Size};
use planner_sheets::recognise::recogniser;
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

const NETBOX: &str = "\
# Device types with a mass, of the NetBox device type library at commit 56ea927 (2025-05-29), CC0 1.0.
# Made by `cargo xtask weights`. Whether a mass is net, empty or fully loaded is not said there.
";
const BOAVIZTA: &str = "\
# Devices with a mass, of Boavizta's environmental footprint data, snapshot 2023-02.
# Contains information from the environmental footprint data of Boavizta, which is made available here under the Open
# Database License (ODbL) 1.0. This table is derived from it and is available under the same licence.
# Made by `cargo xtask weights`.
";
const HEADER: &str = "maker;model;part_number;kind;line;size;kg\n";

type Row = HashMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("Name the folder that holds the source files.")?;
    let folder = Path::new(&folder);
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/weights");
    let netbox = rows(&folder.join("netbox_device_weights.csv"))?;
    let boavizta = rows(&folder.join("boavizta-data-us.csv"))?;
    write(&out.join("netbox_devices.csv"), NETBOX, netbox.iter().filter_map(netbox_device).collect())?;
    write(
        &out.join("boavizta_devices.csv"),
        BOAVIZTA,
        boavizta.iter().filter_map(boavizta_device).collect(),
    )?;
    Ok(())
}

fn rows(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(path)?;
    let headers = reader.headers()?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        rows.push(headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect());
    }
    Ok(rows)
}

fn write(path: &Path, head: &str, mut lines: Vec<String>) -> Result<(), Box<dyn Error>> {
    lines.sort_unstable();
    lines.dedup();
    println!("{}: {} devices", path.display(), lines.len());
    Ok(std::fs::write(path, format!("{head}{HEADER}{}", lines.concat()))?)
}

/// A line of a table; semicolons part its cells.
fn line(
    maker: &str,
    model: &str,
    part: &str,
    kind: Option<Kind>,
    found: &Recognised,
    size: &Size,
    kg: Decimal,
) -> String {
    let plain = |cell: &str| cell.replace([';', '\n', '#'], " ").trim().to_owned();
    let kind_word = kind.map(Kind::word).unwrap_or_default();
    let line = found.line.as_deref().filter(|_| kind == found.kind).unwrap_or_default();
    let part = if part == model { "" } else { part };
    // Meraki stands under Cisco there, and Aruba under HPE: an order names the maker that the product line has.
    let maker = found.maker.as_deref().unwrap_or(maker);
    let cells = [maker, model, part, kind_word, line, &size.facts(), &kg.normalize().to_string()];
    cells.map(plain).join(";") + "\n"
}

/// Rack kits, shelves and blank panels weigh something and are no devices; what is left keeps its class where the
/// recogniser does not know better.
fn netbox_device(row: &Row) -> Option<String> {
    let (maker, model, part, class) =
        (&row["manufacturer"], &row["model"], &row["part_number"], &row["class"]);
    let kg: Decimal = row["mass_kg"].parse().ok().filter(|kg| *kg > Decimal::ZERO)?;
    let text = format!("{maker} {model}");
    let found =
        recogniser().row(Described { item: Some(&text), manufacturer: Some(maker), ..Described::default() });
    let said = match class.as_str() {
        "passive/accessory" | "battery/psu pack" | "blade/child" | "chassis/other" | "camera/nvr" => {
            return None;
        }
        "switch" => Some(Kind::Switch),
        "router" => Some(Kind::Router),
        "firewall" => Some(Kind::Firewall),
        "access point" => Some(Kind::AccessPoint),
        "server" => Some(Kind::Server),
        "storage" => Some(Kind::Storage),
        "tape" => Some(Kind::TapeLibrary),
        "UPS" => Some(Kind::Ups),
        "PDU" => Some(Kind::Pdu),
        "KVM/console" => Some(Kind::ConsoleKvm),
        "desktop/mini-pc" => Some(Kind::Desktop),
        "workstation" => Some(Kind::Workstation),
        _ => None,
    };
    let known = found.kind.filter(|_| found.line.is_some());
    let kind = match (said, known) {
        (Some(said), Some(known)) if said.is_near(known) => Some(known),
        (said, None) => said,
        (None, known) => known.filter(|_| class != "wireless bridge"),
        (said, _) => said,
    };
    // Fewer than four ports are those of a chassis without its cards.
    // The table's own figures fill what the model's number does not say; a height of 0 is a device of no rack.
    let units: Option<u32> =
        row["rack_units"].parse::<Decimal>().ok().and_then(|units| units.ceil().to_string().parse().ok());
    let ports: Option<u32> = row["ethernet_ports"].parse().ok().filter(|ports| *ports >= 4);
    let mut size = found.size.clone();
    size.ports = size.ports.or(ports.filter(|_| kind == Some(Kind::Switch)));
    let is_of_racks = matches!(
        kind,
        Some(Kind::Server | Kind::Storage | Kind::Nas | Kind::Pdu | Kind::TapeLibrary | Kind::ConsoleKvm)
    );
    size.rack_units = size.rack_units.or(units.filter(|_| is_of_racks));
    let is_of_network = matches!(kind, Some(Kind::Switch | Kind::Router | Kind::Firewall));
    size.rack_units = size.rack_units.filter(|_| !is_of_network || units.is_none_or(|units| units < 2));
    size.rack_units = size.rack_units.or(units.filter(|units| is_of_network && *units >= 2));
    if kind == Some(Kind::Switch) {
        let feeding: u32 = row["poe_ports"].parse().unwrap_or_default();
        size.feeds_power |= feeding > 0;
        let is_on_desks = units == Some(0) && size.ports.is_some_and(|ports| ports >= 4);
        size.form = size.form.or(is_on_desks.then_some(Form::Desktop).filter(|_| !size.is_data_centre));
    }
    Some(line(maker, model, part, kind, &found, &size, kg))
}

/// What can be no such device is left out: a screen's inches or a part's weight stand in the wrong column.
fn boavizta_device(row: &Row) -> Option<String> {
    let (maker, model) = (&row["manufacturer"], &row["name"]);
    if model.to_lowercase().contains("without stand") || model.to_lowercase().contains("nostand") {
        return None;
    }
    let kg: Decimal = row["weight"].parse().ok().filter(|kg| *kg > Decimal::ZERO)?;
    let inches: Option<Decimal> = row["screen_size"].parse().ok().filter(|inches| *inches > Decimal::from(5));
    let text = format!("{maker} {model}");
    let found =
        recogniser().row(Described { item: Some(&text), manufacturer: Some(maker), ..Described::default() });
    let is_portable = inches.is_some_and(|inches| inches >= Decimal::TEN && inches <= Decimal::from(18));
    let said = match row["subcategory"].as_str() {
        "Laptop" => Kind::Laptop,
        "Desktop" if is_portable && found.kind != Some(Kind::Desktop) => Kind::Laptop,
        "Desktop" => Kind::Desktop,
        "Monitor" => Kind::Monitor,
        "Server" => Kind::Server,
        "Tablet" => Kind::Tablet,
        "Smartphone" => Kind::Smartphone,
        "Workstation" => Kind::Workstation,
        "Thin Client" | "Thin client" => Kind::ThinClient,
        "Printer" => Kind::Printer,
        _ => return None,
    };
    let kind = found.kind.filter(|known| found.line.is_some() && known.is_near(said)).unwrap_or(said);
    let mut size = found.size.clone();
    size.inches = size.inches.or(inches
        .filter(|_| matches!(kind, Kind::Laptop | Kind::MobileWorkstation | Kind::Monitor | Kind::Signage)));
    let (least, most) = plausible(kind, &size);
    let is_plausible = kg >= least && kg <= most;
    is_plausible.then(|| line(maker, model, "", Some(kind), &found, &size, kg))
}

/// The kg that one device of a kind can have.
fn plausible(kind: Kind, size: &Size) -> (Decimal, Decimal) {
    let (least, most) = match kind {
        Kind::Laptop | Kind::MobileWorkstation => (8, 50),
        Kind::Monitor => (10, 250),
        Kind::Desktop | Kind::Workstation if size.form == Some(Form::Tower) => (30, 450),
        Kind::Desktop | Kind::Workstation => (8, 450),
        Kind::Server => (50, 1000),
        // A blade that weighs more is written with the chassis of four.
        Kind::Blade => (20, 200),
        Kind::ThinClient => (2, 50),
        Kind::Tablet => (2, 20),
        Kind::Smartphone => (1, 4),
        _ => (1, 2000),
    };
    (Decimal::new(least, 1), Decimal::new(most, 1))
}
