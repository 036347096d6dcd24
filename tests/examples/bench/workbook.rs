//! Purchase lists of any length as a workbook and as csv, with the exact mass of what is new in them.

use anyhow::Result;
use chrono::{Days, NaiveDate};
use planner_core::mass::Mass;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The files of one list, and what they come to.
pub struct Book {
    pub rows: u32,
    pub xlsx: PathBuf,
    pub csv: PathBuf,
    /// New mass, kg, of all years.
    pub new_kg: String,
}

const HEADERS: [&str; 16] = [
    "PO number",
    "PO line",
    "PO date",
    "Supplier",
    "Manufacturer",
    "Model",
    "Category",
    "Condition",
    "Quantity",
    "Unit weight (kg)",
    "Unit price",
    "Currency",
    "Country",
    "Entity",
    "Cost centre",
    "Item",
];
const MAKERS: [&str; 6] = ["Halden", "Orla", "Vesper", "Norrland", "Kestrel", "Ilex"];
const CATEGORIES: [(&str, i64); 8] = [
    ("Laptop", 1_400),
    ("Desktop", 6_200),
    ("Monitor", 5_400),
    ("Server", 21_000),
    ("Network switch", 3_900),
    ("Smartphone", 190),
    ("Tablet", 520),
    ("Printer", 11_500),
];
const CONDITIONS: [&str; 10] =
    ["New", "New", "New", "New", "new", "New", "Refurbished", "Used", "New", "New"];
const COUNTRIES: [&str; 5] = ["Germany", "France", "Ireland", "Poland", "Spain"];
const CURRENCIES: [&str; 4] = ["EUR", "EUR", "GBP", "USD"];

/// Numbers that are the same each time.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap_or(0)]
    }
}

struct Line {
    texts: [String; 12],
    date: NaiveDate,
    quantity: i64,
    unit_grams: i64,
    price_cents: i64,
}

/// The line of a number: eight lines an order, five years, a few hundred models.
fn line(number: u32, of: u32, random: &mut Sequence) -> Result<Line> {
    let (category, grams) = random.pick(&CATEGORIES);
    let (maker, model) = (random.pick(&MAKERS), random.below(60));
    let unit_grams = grams + i64::try_from(model)? * 13;
    let days = u64::from(number) * 1_825 / u64::from(of.max(1));
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or_default();
    let entity = format!("Entity {}", random.below(8));
    let texts = [
        format!("PO-{}", 450_000 + number / 8),
        (number % 8 + 1).to_string(),
        format!("Supplier {}", random.below(120)),
        maker.to_owned(),
        format!("{maker} {category} {model}"),
        category.to_owned(),
        random.pick(&CONDITIONS).to_owned(),
        random.pick(&CURRENCIES).to_owned(),
        random.pick(&COUNTRIES).to_owned(),
        entity,
        format!("CC-{}", 1_000 + random.below(400)),
        format!("{category} {model}"),
    ];
    Ok(Line {
        texts,
        date: first.checked_add_days(Days::new(days)).unwrap_or(first),
        quantity: i64::try_from(random.below(40))? + 1,
        unit_grams,
        price_cents: 10_000 + i64::try_from(random.below(200_000))?,
    })
}

/// Writes both files, the workbook in constant memory.
pub fn write(folder: &Path, rows: u32) -> Result<Book> {
    let (xlsx, csv) = (folder.join(format!("{rows}.xlsx")), folder.join(format!("{rows}.csv")));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    let mut text = BufWriter::new(File::create(&csv)?);
    writeln!(text, "{}", HEADERS.join(","))?;
    for (column, header) in (0..).zip(HEADERS) {
        sheet.write_string(0, column, header)?;
    }
    let (day, mut random, mut new) = (Format::new().set_num_format("yyyy-mm-dd"), Sequence(26), Mass::ZERO);
    for number in 0..rows {
        let line = line(number, rows, &mut random)?;
        let [
            po,
            po_line,
            supplier,
            maker,
            model,
            category,
            condition,
            currency,
            country,
            entity,
            centre,
            item,
        ] = &line.texts;
        let (kg, price) = (Decimal::new(line.unit_grams, 3), Decimal::new(line.price_cents, 2));
        if condition.eq_ignore_ascii_case("new") {
            new = new + Mass::of_units(line.quantity, kg)?;
        }
        let row = number + 1;
        sheet.write_string(row, 0, po)?;
        sheet.write_number(row, 1, f64::from(number % 8 + 1))?;
        sheet.write_datetime_with_format(
            row,
            2,
            ExcelDateTime::parse_from_str(&line.date.to_string())?,
            &day,
        )?;
        for (column, text) in (3..).zip([supplier, maker, model, category, condition]) {
            sheet.write_string(row, column, text)?;
        }
        for (column, number) in (8..).zip([Decimal::from(line.quantity), kg, price]) {
            sheet.write_number(row, column, number.to_f64().unwrap_or_default())?;
        }
        for (column, text) in (11..).zip([currency, country, entity, centre, item]) {
            sheet.write_string(row, column, text)?;
        }
        writeln!(
            text,
            "{po},{po_line},{},{supplier},{maker},{model},{category},{condition},{},{kg},{price},{currency},{country},{entity},{centre},{item}",
            line.date, line.quantity
        )?;
    }
    text.flush()?;
    book.save(&xlsx)?;
    Ok(Book { rows, xlsx, csv, new_kg: new.kilograms().to_string() })
}

/// Certificates that a registry lists.
pub fn certificates(folder: &Path, rows: u32) -> Result<PathBuf> {
    let path = folder.join("certificates.csv");
    let mut text = BufWriter::new(File::create(&path)?);
    writeln!(
        text,
        "Certificate ID,Registry,Class,Prefix,Serial start,Serial end,Vintage,Origin,Unit price,Currency,Trade date,Batch"
    )?;
    for number in 0..rows {
        let start = u64::from(number) * 100 + 1;
        writeln!(
            text,
            "BLO-{number:06},Bloom,I-TEC,NL-R,{start},{},2025,purchased,1.62,EUR,2025-05-01,B-{}",
            start + 99,
            number / 10
        )?;
    }
    text.flush()?;
    Ok(path)
}

/// A purchase list that has nothing to do with the others.
pub fn five_lines(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("five lines.csv");
    let mut text = format!("{}\n", HEADERS.join(","));
    for number in 1..=5 {
        text += &format!(
            "X-{number},1,2025-06-0{number},Fen,Fen,Fen {number},Laptop,New,1,1.5,900,EUR,Spain,Entity 1,CC-1,Laptop\n"
        );
    }
    std::fs::write(&path, text)?;
    Ok(path)
}
