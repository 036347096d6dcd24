//! Workbooks written and read back.

use crate::Test;
use crate::support::{WORDS, in_a_line, program, read};
use chrono::NaiveDate;
use planner_sheets::contents::inspect;
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::workbook::{Cell, Column, ColumnKind, Sheet, Tab, Workbook, template_workbook};
use rust_decimal::Decimal;

pub const TESTS: &[Test] = &[
    ("workbook::cells_come_back_exact", cells_come_back_exact),
    ("workbook::the_same_content_is_the_same_bytes", the_same_content_is_the_same_bytes),
    ("workbook::the_template_imports_without_mapping", the_template_imports_without_mapping),
];

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 31).expect("a date")
}

fn column(header: &str, kind: ColumnKind) -> Column {
    Column { header: header.into(), width: 14, kind, choices: Vec::new() }
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn book() -> Workbook {
    let rows = vec![
        vec![
            Cell::Text("=HYPERLINK(\"x\")".into()),
            Cell::Decimal(decimal("0.1")),
            Cell::Date(day()),
            Cell::Integer(7),
        ],
        vec![
            Cell::Text("+1".into()),
            Cell::Decimal(decimal("12345678901234.56789")),
            Cell::Empty,
            Cell::Integer(-7),
        ],
    ];
    let formula = Cell::Formula { formula: "=2*3".into(), value: Decimal::from(6) };
    let totals = vec![Cell::Text("Total".into()), formula, Cell::Empty, Cell::Sum(Decimal::ZERO)];
    let sheet = Sheet {
        name: "Lines".into(),
        tab: Tab::Data,
        notes: vec!["Lines of 2025".into(), "plain numbers".into()],
        columns: vec![
            column("Text", ColumnKind::Text),
            column("Number", ColumnKind::Number),
            column("Day", ColumnKind::Date),
            column("Whole", ColumnKind::Number),
        ],
        rows,
        totals: Some(totals),
    };
    Workbook { title: "Test".into(), author: "Test".into(), created: day(), sheets: vec![sheet] }
}

fn cells_come_back_exact() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.xlsx");
    std::fs::write(&path, book().to_bytes().expect("bytes")).expect("written");
    let found = inspect(&program(), &path, &WORDS).expect("readable");
    let rows: Vec<_> = found.sheets[0].preview.iter().map(|row| (row.row, row.texts.join("|"))).collect();
    let expected = [
        (1, "Lines of 2025"),
        (2, "plain numbers"),
        (4, "Text|Number|Day|Whole"),
        (5, "=HYPERLINK(\"x\")|0.1|2026-03-31|7"),
        (6, "+1|12345678901234.56789||-7"),
        (7, "Total|6||0"),
    ];
    assert_eq!(rows, expected.map(|(row, texts)| (row, texts.to_owned())));
}

fn the_same_content_is_the_same_bytes() {
    assert_eq!(book().to_bytes().expect("bytes"), book().to_bytes().expect("bytes"));
}

fn the_template_imports_without_mapping() {
    let mut template = template_workbook(day(), &WORDS);
    let sheet = &mut template.sheets[0];
    let text = |text: &str| Cell::Text(text.into());
    let filled = |header: &str| match header {
        "Item" => text("ThinkPad E14"),
        "Category" => text("laptop"),
        "Condition" => text("new"),
        "Quantity" => Cell::Integer(3),
        "Unit mass" => Cell::Decimal(decimal("1.6")),
        "Mass unit" => text("kg"),
        "Date" => Cell::Date(day()),
        "Unit price" => Cell::Decimal(decimal("899.90")),
        "Scope 3 category" => Cell::Integer(2),
        _ => Cell::Empty,
    };
    sheet.rows = vec![sheet.columns.iter().map(|column| filled(&column.header)).collect()];
    let columns = sheet.columns.len();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("template.xlsx");
    std::fs::write(&path, template.to_bytes().expect("bytes")).expect("written");
    let reading = read(&path, Kind::Procurement, &Overrides::default()).expect("readable");
    assert_eq!(reading.mapping.columns.len(), columns, "every column of the template is known");
    assert_eq!(reading.outcomes.iter().map(in_a_line).collect::<Vec<_>>(), ["2 laptop 3 × 1.6 kg"]);
    assert_eq!(reading.summary.notes, []);
}
