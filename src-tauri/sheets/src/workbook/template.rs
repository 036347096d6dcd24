//! The procurement template: filled in, it imports without mapping.

use super::{Cell, Column, ColumnKind, Sheet, Tab, Workbook};
use crate::vocabulary::Vocabulary;
use chrono::NaiveDate;

/// An empty procurement list with choices for category, condition and unit, and a page that explains it.
pub fn template_workbook(created: NaiveDate, vocabulary: &Vocabulary) -> Workbook {
    Workbook {
        title: "Procurement template".into(),
        author: "I-TEC Planner".into(),
        created,
        sheets: vec![list(vocabulary), explanation()],
    }
}

fn list(vocabulary: &Vocabulary) -> Sheet {
    let categories: Vec<String> = vocabulary.category_keys().map(str::to_owned).collect();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let column =
        |header: &str, width, kind| Column { header: header.into(), width, kind, choices: Vec::new() };
    let choice = |header: &str, width, choices| Column { choices, ..column(header, width, ColumnKind::Text) };
    let columns = vec![
        column("Item", 36, ColumnKind::Text),
        column("Manufacturer", 18, ColumnKind::Text),
        column("Model", 22, ColumnKind::Text),
        choice("Category", 14, categories),
        choice("Condition", 14, words(&["new", "refurbished", "used", "unknown"])),
        choice("Status", 12, words(&["purchase", "return"])),
        column("Quantity", 10, ColumnKind::Number),
        column("Unit mass", 11, ColumnKind::Number),
        choice("Mass unit", 10, words(&["kg", "g", "lb", "oz", "t"])),
        column("Date", 12, ColumnKind::Date),
        column("Order number", 16, ColumnKind::Text),
        column("Line number", 9, ColumnKind::Text),
        column("Supplier", 22, ColumnKind::Text),
        column("Serial number", 18, ColumnKind::Text),
        column("Unit price", 11, ColumnKind::Number),
        column("Currency", 10, ColumnKind::Text),
        column("Entity", 18, ColumnKind::Text),
        column("Country", 12, ColumnKind::Text),
        column("Cost centre", 12, ColumnKind::Text),
        choice("Scope 3 category", 12, words(&["1", "2"])),
    ];
    Sheet {
        name: "Procurement".into(),
        tab: Tab::Data,
        notes: Vec::new(),
        columns,
        rows: Vec::new(),
        totals: None,
    }
}

fn explanation() -> Sheet {
    let lines = [
        (
            "Item, manufacturer, model, category",
            "At least one of them. The category finds a default weight where none is given.",
        ),
        ("Condition", "new, refurbished or used. Left empty it counts as new and is flagged."),
        ("Status", "purchase, or return: a return lessens the year."),
        ("Quantity", "Whole units; below zero for a return."),
        (
            "Unit mass, mass unit",
            "Mass of one unit. Left empty, the catalogue or the category's default is taken.",
        ),
        ("Date", "As 2026-03-31. It decides the reporting year."),
        (
            "Scope 3 category",
            "1 purchased goods, 2 capital goods; left empty the rule of the organisation applies.",
        ),
    ];
    let row =
        |(column, meaning): &(&str, &str)| vec![Cell::Text((*column).into()), Cell::Text((*meaning).into())];
    let column =
        |header: &str, width, kind| Column { header: header.into(), width, kind, choices: Vec::new() };
    Sheet {
        name: "How to fill it in".into(),
        tab: Tab::Cdp,
        notes: Vec::new(),
        columns: vec![
            column("Columns", 36, ColumnKind::Text),
            column("What goes there", 90, ColumnKind::Prose),
        ],
        rows: lines.iter().map(row).collect(),
        totals: None,
    }
}
