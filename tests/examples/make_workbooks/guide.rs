//! The Guide's worked example as three workbooks, its masses in mixed units.

use crate::files::day;
use crate::line::{POUND, decimal, rounded};
use crate::table::{Cell, Table, row};
use anyhow::Result;
use rust_decimal::Decimal;
use std::path::Path;

/// Month, item, category, condition, units, weight of one, its unit.
type Row = (u32, &'static str, &'static str, &'static str, i64, &'static str, &'static str);

#[rustfmt::skip]
const PROCUREMENT: [Row; 17] = [
    (1, "Rack server 2U", "Servers", "New", 12_500, "48", "lb"),
    (1, "Rack server 1U", "Servers", "New", 10_000, "40", "lb"),
    (2, "Monitor 27 inch", "Monitors", "New", 60_000, "6.1", "kg"),
    (2, "Laptop 14 inch", "Laptops", "New", 12_000, "1420", "g"),
    (3, "Laptop 14 inch, refurbished", "Laptops", "Refurbished", 500, "1.42", "kg"),
    (3, "Smartphone 6.1 inch", "Smartphones", "New", 160_000, "6.25", "oz"),
    (4, "Storage array, populated rack", "Storage", "New", 600, "0.17", "t"),
    (5, "Desktop, small form factor", "Desktops", "New", 20_000, "5.26", "kg"),
    (6, "Smartphone 6.7 inch", "Smartphones", "New", 30_000, "205", "g"),
    (7, "Access switch, 24 ports", "Network", "New", 9_000, "4.3", "kg"),
    (8, "Rack server 2U, used", "Servers", "Used", 40, "54.2", "lb"),
    (8, "Deployment service, per desk", "Services", "", 300, "", ""),
    (9, "Storage shelf, 24 bays", "Storage", "New", 2_500, "31.8", "kg"),
    (10, "Thin client, two displays", "Thin clients", "New", 50_900, "1.05", "kg"),
    (11, "Rack server 2U, weighed on delivery", "Servers", "New", 1, "23.106875", "kg"),
    (11, "Monitor 24 inch, refurbished", "Monitors", "Refurbished", 800, "4850", "g"),
    (12, "Freight and handling", "Freight", "", 1, "", ""),
];

fn kilograms(row: &Row) -> Decimal {
    let factor = match row.6 {
        "kg" => "1",
        "g" => "0.001",
        "t" => "1000",
        "lb" => POUND,
        "oz" => "0.028349523125",
        _ => return Decimal::ZERO,
    };
    rounded(decimal(row.5) * Decimal::from(row.4) * decimal(factor))
}

/// Writes the three workbooks.
pub fn write(folder: &Path) -> Result<()> {
    procurement().save_xlsx(&folder.join("guide_procurement.xlsx"))?;
    dispositions().save_xlsx(&folder.join("guide_dispositions.xlsx"))?;
    certificates().save_xlsx(&folder.join("guide_certificates.xlsx"))
}

fn procurement() -> Table {
    let new: Decimal = PROCUREMENT.iter().filter(|row| row.3 == "New").map(kilograms).sum();
    assert_eq!(new, Decimal::from(1_250_000));
    let headers = [
        "PO number",
        "Line",
        "Date",
        "Supplier",
        "Item",
        "Category",
        "Condition",
        "Quantity",
        "Unit weight",
        "Weight unit",
    ];
    let mut table = Table::new("PO lines", &headers);
    for (index, (month, item, category, condition, units, weight, unit)) in
        PROCUREMENT.into_iter().enumerate()
    {
        let order = format!("PO-25-{:03}", index + 1);
        let weight = if weight.is_empty() { Cell::Empty } else { Cell::Number(decimal(weight)) };
        let mut row =
            row![&*order, 10, day(2025, month, 17), "Halden Systems", item, category, condition, units];
        row.extend([weight, Cell::from(unit)]);
        table.push(row);
    }
    table
}

fn dispositions() -> Table {
    let rows = [
        (2, "Reuse", 110_000),
        (5, "Reuse", 70_000),
        (6, "Refurbished", 75_000),
        (9, "Refurbished", 45_000),
        (10, "Parts", 20_000),
        (11, "Material recovery", 80_000),
        (12, "Residual", 20_000),
    ];
    let headers = ["Batch", "Provider", "Date", "Outcome", "Sent weight (kg)", "Restored weight (kg)"];
    let mut table = Table::new("Dispositions", &headers);
    for (month, outcome, kg) in rows {
        let restored = matches!(outcome, "Reuse" | "Refurbished").then(|| Decimal::from(kg));
        table.push(row!["G-25-01", "Ridgeway ITAD", day(2025, month, 20), outcome, kg, restored]);
    }
    assert_eq!(rows.iter().map(|row| row.2).sum::<i64>(), 420_000);
    assert_eq!(rows[..4].iter().map(|row| row.2).sum::<i64>(), 300_000);
    table
}

fn certificates() -> Table {
    let headers = [
        "Certificate ID",
        "Registry",
        "Class",
        "Serial prefix",
        "Serial start",
        "Serial end",
        "Vintage",
        "Origin",
        "Project",
        "Batch",
        "Country",
        "Trade date",
    ];
    let mut table = Table::new("Lots", &headers);
    for (id, start, end) in [("BLM-2025-0901", 1, 180_000), ("BLM-2025-0902", 180_001, 300_000)] {
        let issued = day(2026, 1, 30);
        table.push(row![
            id,
            "Bloom",
            "I-TEC",
            "NL-G-",
            start,
            end,
            2025,
            "Self-generated",
            "Own assets",
            "G-25-01",
            "NL",
            issued
        ]);
    }
    table
}
