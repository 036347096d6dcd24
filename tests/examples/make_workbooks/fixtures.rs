//! Small procurement files, good and bad; each bad one is named for what is wrong in it.

use crate::files::day;
use crate::line::decimal;
use crate::table::{Cell, Table, row};
use anyhow::Result;
use rust_decimal::Decimal;
use std::path::Path;

/// Order, line, month and day, supplier, item, manufacturer, model, category, condition, units, kg each, price.
type Row = (i64, i64, (u32, u32), &'static str, [&'static str; 5], i64, &'static str, i64);

#[rustfmt::skip]
const SMALL: [Row; 12] = [
    (4_711_001, 10, (1, 14), "Halden Systems", ["Rack server 2U", "Halden", "R2U-D", "Servers", "New"], 12, "24.6", 8_410),
    (4_711_001, 20, (1, 14), "Halden Systems", ["Rack server 1U", "Halden", "R1U", "Servers", "New"], 8, "17.2", 5_290),
    (4_711_002, 10, (2, 27), "Brightwater IT", ["Laptop 14 inch", "Halden", "A14", "Laptops", "New"], 150, "1.42", 1_205),
    (4_711_002, 20, (2, 27), "Brightwater IT", ["Laptop 14 inch, refurbished", "Halden", "A14", "Laptops", "Refurbished"], 60, "1.42", 640),
    (4_711_003, 10, (3, 31), "Orla Trading", ["Monitor 27 inch", "Orla", "M27Q", "Monitors", "New"], 240, "6.1", 220),
    (4_711_004, 10, (5, 16), "Kestria Direct", ["Desktop, small form factor", "Halden", "D-SFF", "Desktops", "New"], 75, "5.6", 690),
    (4_711_005, 10, (6, 23), "Orla Trading", ["Tablet 11 inch", "Orla", "T11", "Tablets", "New"], 1_250, "0.49", 560),
    (4_711_006, 10, (8, 29), "Varrick Mobile", ["Smartphone 6.1 inch", "Kestria", "P6", "Smartphones", "New"], 1_000, "0.174", 640),
    (4_711_007, 10, (9, 18), "Tolvane Networks", ["Access point, indoor", "Tolvane", "AP-6", "Network", "New"], 85, "0.92", 410),
    (4_711_008, 10, (10, 14), "Orla Trading", ["Monitor 27 inch, returned", "Orla", "M27Q", "Monitors", "New"], -4, "6.1", 220),
    (4_711_009, 10, (11, 20), "Ashgrove Resale", ["Desktop tower", "Brenwick", "T5", "Desktops", "Used"], 20, "8.9", 280),
    (4_711_010, 10, (12, 17), "Halden Systems", ["Extended warranty, 3 years", "", "", "Warranty", ""], 12, "", 96),
];

const HEADERS: [&str; 13] = [
    "PO number",
    "Line",
    "Date",
    "Supplier",
    "Item",
    "Manufacturer",
    "Model",
    "Category",
    "Condition",
    "Quantity",
    "Unit weight (kg)",
    "Currency",
    "Unit price",
];

const GERMAN_HEADERS: [&str; 13] = [
    "Bestellnummer",
    "Position",
    "Bestelldatum",
    "Lieferant",
    "Artikel",
    "Hersteller",
    "Modell",
    "Kategorie",
    "Zustand",
    "Menge",
    "Gewicht je Stück (kg)",
    "Währung",
    "Stückpreis",
];

/// English words of the small table in German.
const GERMAN: [(&str, &str); 12] = [
    ("New", "neu"),
    ("Refurbished", "generalüberholt"),
    ("Used", "gebraucht"),
    ("Servers", "Server"),
    ("Laptops", "Notebooks"),
    ("Monitors", "Monitore"),
    ("Network", "Netzwerk"),
    ("Warranty", "Garantie"),
    ("Extended warranty, 3 years", "Garantieverlängerung, 3 Jahre"),
    ("Monitor 27 inch, returned", "Monitor 27 Zoll, Rückgabe"),
    ("Laptop 14 inch, refurbished", "Notebook 14 Zoll, generalüberholt"),
    ("Desktop, small form factor", "Desktop, kleines Gehäuse"),
];

/// Writes them all.
pub fn write(folder: &Path) -> Result<()> {
    let small = small(&HEADERS);
    check_small();
    small.save_xlsx(&folder.join("procurement.xlsx"))?;
    small.save_xlsb(&folder.join("procurement.xlsb"))?;
    small.save_csv(&folder.join("procurement.csv"))?;
    std::fs::write(folder.join("german_semicolon.csv"), latin_1(&german().to_text(';', ',', "%d.%m.%Y")))?;
    let whole = std::fs::read(folder.join("procurement.xlsx"))?;
    std::fs::write(folder.join("truncated.xlsx"), &whole[..whole.len() * 3 / 5])?;
    std::fs::write(folder.join("html_named.xls"), html(&small))?;
    no_header(small.clone()).save_xlsx(&folder.join("no_header.xlsx"))?;
    negative_weight(small.clone()).save_xlsx(&folder.join("negative_weight.xlsx"))?;
    two_header_rows(small).save_xlsx(&folder.join("two_header_rows.xlsx"))?;
    formula_injection().save_xlsx(&folder.join("formula_injection.xlsx"))?;
    ten_thousand_rows().save_xlsx(&folder.join("procurement_10000_rows.xlsx"))
}

fn small(headers: &[&str]) -> Table {
    let mut table = Table::new("PO lines", headers);
    for (
        order,
        line,
        (month, of_month),
        supplier,
        [item, maker, model, category, condition],
        units,
        kg,
        price,
    ) in SMALL
    {
        let kg = (!kg.is_empty()).then(|| decimal(kg));
        let date = day(2025, month, of_month);
        table.push(row![
            order, line, date, supplier, item, maker, model, category, condition, units, kg, "EUR", price
        ]);
    }
    table
}

fn check_small() {
    let mass = |row: &Row| decimal(row.6) * Decimal::from(row.5);
    let of = |words: &[&str]| SMALL.iter().filter(|row| words.contains(&row.4[4])).map(mass).sum::<Decimal>();
    assert_eq!((of(&["New"]), of(&["Refurbished", "Used"])), (decimal("3370.1"), decimal("263.2")));
}

fn german() -> Table {
    let mut table = small(&GERMAN_HEADERS);
    for cell in table.rows.iter_mut().skip(1).flatten() {
        if let Cell::Text(text) = cell {
            let german = GERMAN.iter().find(|(english, _)| english == text).map(|(_, german)| *german);
            *text = german.map_or_else(|| text.replace("inch", "Zoll"), str::to_owned);
        }
    }
    table
}

fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1")).collect()
}

fn html(table: &Table) -> String {
    let text = table.to_text('\t', '.', "%Y-%m-%d");
    let row = |line: &str| format!("<tr><td>{}</td></tr>\n", line.replace('\t', "</td><td>"));
    let rows: String = text.lines().map(row).collect();
    format!("<html><head><meta charset=\"utf-8\"></head><body><table>\n{rows}</table></body></html>\n")
}

fn no_header(mut table: Table) -> Table {
    table.rows.remove(0);
    table.headers = 0;
    table
}

fn negative_weight(mut table: Table) -> Table {
    for row in [3, 5] {
        table.rows[row][10] = Cell::Number(decimal("-12"));
    }
    table
}

/// Groups above, names below: "PO" over "number" and "line", "Unit" over "weight (kg)" and "price".
fn two_header_rows(mut table: Table) -> Table {
    let above = ["PO", "", "", "Supplier", "Item", "Device", "", "", "", "Quantity", "Unit", "", ""];
    let below = [
        "number",
        "line",
        "date",
        "",
        "",
        "manufacturer",
        "model",
        "category",
        "condition",
        "",
        "weight (kg)",
        "currency",
        "price",
    ];
    let header = |names: [&str; 13]| names.iter().map(|name| Cell::from(*name)).collect();
    table.rows.splice(0..1, [header(above), header(below)]);
    table.headers = 2;
    table
}

fn formula_injection() -> Table {
    let mut table = Table::new("PO lines", &HEADERS);
    let items = [
        "=1+1",
        "+cmd",
        "-2",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\n=1+1",
        "\r=1+1",
        "=HYPERLINK(\"x\",\"y\")",
        "'=1+1",
    ];
    for (position, item) in (1i64..).zip(items) {
        let (date, kg) = (day(2025, 4, 15), decimal("5.5"));
        table.push(row![
            4_712_001,
            position * 10,
            date,
            item,
            item,
            item,
            item,
            "Desktops",
            "New",
            2,
            kg,
            "EUR",
            100
        ]);
    }
    table
}

/// Ten thousand new monitors and laptops by the row: units 1 to 20 in turn.
fn ten_thousand_rows() -> Table {
    let headers =
        ["PO number", "Line", "Date", "Item", "Category", "Condition", "Quantity", "Unit weight (kg)"];
    let mut table = Table::new("PO lines", &headers);
    let (mut units, mut mass) = (0, Decimal::ZERO);
    for index in 0..10_000i64 {
        let (item, category, kg) = if index % 2 == 0 {
            ("Monitor 27 inch", "Monitors", "6.1")
        } else {
            ("Laptop 14 inch", "Laptops", "1.42")
        };
        let (quantity, kg) = (index % 20 + 1, decimal(kg));
        let date = day(2025, u32::try_from(index / 834).unwrap_or(11) + 1, 15);
        (units, mass) = (units + quantity, mass + kg * Decimal::from(quantity));
        table.push(row![5_000_001 + index / 50, index % 50 + 1, date, item, category, "New", quantity, kg]);
    }
    assert_eq!((units, mass), (105_000, decimal("383100")));
    table
}
