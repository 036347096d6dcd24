//! Larkmoor Group SE, the sample company: its files and what they add up to.

use crate::certificates;
use crate::expected::{self, FileTotals};
use crate::files::{REFURBISHED_KG, day, files};
use crate::line::{Line, decimal};
use crate::orders;
use crate::procurement;
use crate::products::{OUT_OF_SCOPE, PRODUCTS, Product, Source, category_word};
use crate::random::Sequence;
use crate::table::{Table, row};
use crate::{dispositions, history};
use anyhow::Result;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::path::Path;

/// Writes all of it into a folder.
pub fn write(folder: &Path) -> Result<()> {
    let mut random = Sequence::new(20_250_116);
    let mut all = Vec::new();
    for (file, lines) in files().into_iter().zip(lines(&mut random)) {
        let (table, lines) = orders::table(&file, lines, &mut random);
        match file.name.ends_with(".csv") {
            true => table.save_csv(&folder.join(file.name))?,
            false => table.save_xlsx(&folder.join(file.name))?,
        }
        all.push(FileTotals { file, lines });
    }
    catalogue(&all).save_csv(&folder.join("catalogue.csv"))?;
    dispositions::table_2025().save_xlsx(&folder.join("dispositions_2025.xlsx"))?;
    dispositions::table_2026().save_xlsx(&folder.join("dispositions_2026.xlsx"))?;
    certificates::table().save_xlsx(&folder.join("certificates.xlsx"))?;
    std::fs::write(folder.join("history.toml"), history::text())?;
    std::fs::write(folder.join("expected.toml"), expected::text(&all))?;
    Ok(())
}

/// The lines of each file.
fn lines(random: &mut Sequence) -> Vec<Vec<Line>> {
    let mut refurbished_left = Decimal::from(REFURBISHED_KG);
    let files = files();
    let mut by_file: Vec<Vec<Line>> = files.iter().map(|file| known(file.code)).collect();
    // The second half-year comes last: it closes what the others leave open.
    for index in [0, 2, 3, 4, 1] {
        let (file, known) = (&files[index], by_file[index].clone());
        let unresolved = known.iter().filter(|line| line.source == Some(Source::Unresolved)).count();
        let count = file.lines.0 - file.lines.1 - file.lines.2 - unresolved;
        let closes = (file.code == "H2").then_some(refurbished_left);
        let refurbished = procurement::refurbished(file, &known, closes, random);
        let new = procurement::new_lines(file, &known, count, random);
        let out = procurement::out_of_scope(file, &known, random);
        by_file[index].extend(refurbished.into_iter().chain(new).chain(out));
        let kept = by_file[index].iter().filter(|line| line.is_refurbished());
        refurbished_left -= crate::line::mass_of(kept);
    }
    forget(&mut by_file, random);
    by_file
}

/// Thirty-two lines of the two half-years say nothing of their condition.
fn forget(by_file: &mut [Vec<Line>], random: &mut Sequence) {
    let first = by_file[0].len();
    let mut lines: Vec<Line> = by_file[..2].iter().flatten().cloned().collect();
    procurement::forget_conditions(&mut lines, decimal("21700"), 32, random);
    by_file[1] = lines.split_off(first);
    by_file[0] = lines;
}

fn product(item: &str) -> &'static Product {
    PRODUCTS.iter().find(|product| product.item == item).expect("a product")
}

/// Lines that are settled from the start: those without a weight, and some that everyone knows.
fn known(code: &str) -> Vec<Line> {
    let bought = |item, quantity, date, supplier| Line::of(product(item), quantity).bought(date, supplier);
    let (halden, brightwater, orla) = ("Halden Systems", "Brightwater IT", "Orla Trading");
    let mut lines = unresolved(code);
    match code {
        "H2" => lines.extend([
            bought("Rack server 2U, dual socket", 120, day(2025, 11, 3), halden),
            bought("Rack server 1U", 64, day(2025, 11, 3), halden),
            bought("Laptop 14″, model A14", 850, day(2025, 10, 29), brightwater),
            bought("Laptop 14″, model A14", 300, day(2025, 10, 29), brightwater)
                .called("Laptop 14″, refurbished A14")
                .in_condition("Refurbished"),
            bought("Monitor 27″ QHD", 640, day(2025, 10, 27), brightwater),
            bought("Monitor 24″", 410, day(2025, 10, 24), orla),
            bought("Desktop mini PC", 225, day(2025, 10, 20), orla).in_condition(""),
            procurement::out_of_scope_line(OUT_OF_SCOPE[0], 120).bought(day(2025, 10, 15), halden),
            bought("Monitor 27″ QHD", -12, day(2025, 10, 14), brightwater)
                .called("Monitor 27″ QHD, returned"),
        ]),
        "DC" => lines.push(bought("Storage shelf, 24 bays", 18, day(2025, 10, 17), halden)),
        _ => {}
    }
    lines
}

/// Item, category key, manufacturer, model, price, and the units of its lines by file.
type Unresolved = (&'static str, &'static str, &'static str, &'static str, i64, &'static [UnitsIn]);

/// A file's short name and units.
type UnitsIn = (&'static str, &'static [i64]);

/// Hardware that nothing gives a weight.
const UNRESOLVED: [Unresolved; 6] = [
    (
        "Self-service kiosk, lobby",
        "pos",
        "Brenwick",
        "SK-7",
        3_290,
        &[("H1", &[24, 20, 36, 18]), ("H2", &[30, 12, 40, 22, 10])],
    ),
    (
        "Projector, 5000 lumens",
        "projector",
        "Quillmere",
        "PJ-5",
        4_150,
        &[("H1", &[40, 25, 30, 36, 20, 44, 28, 17]), ("H2", &[50, 20, 35, 30, 24, 21])],
    ),
    (
        "Rack cabinet, 42U",
        "rack",
        "Tolvane",
        "T42U",
        3_480,
        &[("H1", &[60, 48, 36]), ("H2", &[40, 52, 30, 20])],
    ),
    ("Server rack, 48U deep", "rack", "Brenwick", "SR-48", 980, &[("DC", &[96, 48, 60, 24, 36, 48])]),
    ("Point of sale terminal", "pos", "Quillmere", "PS-2", 310, &[("RR", &[18, 12, 20, 8])]),
    ("ACC-KIT-0092", "", "", "", 85, &[("H2", &[18, 12])]),
];

fn unresolved(code: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for (item, category, maker, model, price, units) in UNRESOLVED {
        let device = Product { category, source: Source::Unresolved, item, maker, model, kg: "", price };
        for quantity in units.iter().filter(|(file, _)| *file == code).flat_map(|(_, units)| *units) {
            let line = Line { unit_kg: None, ..Line::of(&device, *quantity) };
            lines.push(match (item, quantity) {
                ("Rack cabinet, 42U", 40) => line.bought(day(2025, 10, 22), "Halden Systems"),
                ("Server rack, 48U deep", 96) => line.bought(day(2025, 10, 17), "Halden Systems"),
                _ => line,
            });
        }
    }
    lines
}

/// Every device that a line takes its weight from.
fn catalogue(all: &[FileTotals]) -> Table {
    let lines = all.iter().flat_map(|totals| &totals.lines);
    let known = lines.filter(|line| line.source == Some(Source::Catalogue));
    let devices: BTreeMap<_, _> =
        known.map(|line| ((line.maker, line.model.clone()), (line.category, line.unit_kg))).collect();
    let headers = ["Manufacturer", "Model", "Category", "Weight (kg)", "Source", "Date"];
    let mut table = Table::new("Catalogue", &headers);
    for ((maker, model), (category, kg)) in devices {
        let source = if model.ends_with("-DC") { "Weighed on delivery" } else { "Manufacturer's data sheet" };
        table.push(row![maker, &*model, category_word(category), kg, source, day(2025, 1, 15)]);
    }
    table
}
