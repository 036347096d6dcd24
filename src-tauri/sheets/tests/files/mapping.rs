//! Sheets, headers and columns, guessed and said.

use crate::Test;
use crate::support::{WORDS, in_a_line, program, read, read_csv};
use planner_sheets::contents::inspect;
use planner_sheets::field::{Field, Kind};
use planner_sheets::inspect::Question;
use planner_sheets::mapping::Overrides;
use rust_xlsxwriter::{Format, Workbook};
use std::path::PathBuf;
use tempfile::TempDir;

pub const TESTS: &[Test] = &[
    ("mapping::header_rows", header_rows),
    ("mapping::overrides", overrides),
    ("mapping::refused_overrides", refused_overrides),
    ("mapping::kinds", kinds),
    ("mapping::sheets_of_a_workbook", sheets_of_a_workbook),
    ("mapping::questions", questions),
];

fn header_rows() {
    for (text, header, two) in [
        ("item,quantity\nLaptop,1\n", Some(1), false),
        ("Report of purchases\nMarch 2025\n\nitem,quantity\nLaptop,1\n", Some(4), false),
        ("Item,Quantity,Weight,\n,,unit,total\nLaptop,1,2,2\n", Some(2), true),
        ("1,2\n3,4\n", None, false),
        ("a,b\n1,2\n", None, false),
    ] {
        let (_folder, path) = crate::support::file("list.csv", text.as_bytes());
        let found = inspect(&program(), &path, &WORDS).expect("readable");
        let sheet = &found.sheets[0];
        assert_eq!((sheet.header_row, sheet.two_row_header), (header, two), "{text}");
    }
}

fn fields(list: &[(&str, &str)]) -> Overrides {
    let fields = list.iter().map(|(field, header)| ((*field).into(), (*header).into())).collect();
    Overrides { fields, ..Overrides::default() }
}

fn overrides() {
    let text = "What,How many,How many,Heft\nLaptop,1,7,2\n";
    for (list, expected) in [
        (vec![("item", "What"), ("quantity", "How many"), ("unit_mass", "Heft")], "2 laptop 1 × 2 kg"),
        (
            vec![("item", "what"), ("quantity", "How many#2"), ("mass", "HEFT")],
            "2 laptop 7 = 2 kg implausible_mass",
        ),
    ] {
        let reading = read_csv(text, Kind::Procurement, &fields(&list)).expect("readable");
        assert_eq!(reading.outcomes.iter().map(in_a_line).collect::<Vec<_>>(), [expected]);
    }
    let third = Overrides { header_row: Some(3), ..Overrides::default() };
    let reading = read_csv("item,quantity\nLaptop,1\nitem,quantity\nMonitor,2\n", Kind::Procurement, &third);
    assert_eq!(
        reading.expect("readable").outcomes.iter().map(in_a_line).collect::<Vec<_>>(),
        ["4 monitor 2 × ?"]
    );
    let unmapped = read_csv("item,quantity,date\nLaptop,1,x\n", Kind::Procurement, &fields(&[("date", "")]));
    assert!(!unmapped.expect("readable").mapping.has(Field::Date));
}

fn refused_overrides() {
    let text = "item,quantity\nLaptop,1\n";
    for (overrides, code) in [
        (fields(&[("item", "No such header")]), "no_such_column"),
        (fields(&[("vintage", "item")]), "no_such_field"),
        (Overrides { sheet: Some("Other".into()), ..Overrides::default() }, "no_such_sheet"),
        (Overrides { header_row: Some(40), ..Overrides::default() }, "no_header"),
    ] {
        let refused = read_csv(text, Kind::Procurement, &overrides).err().map(|error| error.code());
        assert_eq!(refused, Some(code));
    }
}

fn kinds() {
    for (header, kind) in [
        (
            "PO Number,PO Line,PO Date,Supplier,Model,Category,Condition,Quantity,Unit Weight",
            Kind::Procurement,
        ),
        ("Lieferant;Artikel;Menge;Einzelpreis;Zustand", Kind::Procurement),
        ("Manufacturer,Model,Category,Weight (kg)", Kind::Catalogue),
        ("manufacturer,model,category,mass,mass_unit,source", Kind::Catalogue),
        ("Asset Tag,Category,Sent kg,Restored kg,Outcome,Provider,Date", Kind::Dispositions),
        ("Batch,Quantity,Sent mass,Restored mass,Provider", Kind::Dispositions),
        ("Certificate ID,Class,Registry,Serial Start,Serial End,Vintage,Status", Kind::Certificates),
        ("Year,2000,2001,2002", Kind::Unknown),
    ] {
        let (_folder, path) = crate::support::file("list.csv", format!("{header}\n").as_bytes());
        let found = inspect(&program(), &path, &WORDS).expect("readable");
        assert_eq!(found.sheets[0].kind, kind, "{header}");
    }
}

/// A workbook with a cover, a list with a hidden row and a unit in its number format, and a hidden copy.
fn workbook() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("orders.xlsx");
    let mut book = Workbook::new();
    let cover = book.add_worksheet().set_name("Cover").expect("a name");
    cover.write(0, 0, "Orders of 2025").expect("a cell");
    let list = book.add_worksheet().set_name("Orders").expect("a name");
    for (column, header) in ["Item", "Quantity", "Unit weight", "Order date"].into_iter().enumerate() {
        list.write(0, column as u16, header).expect("a cell");
    }
    let (pounds, date) =
        (Format::new().set_num_format("0.0\" lbs\""), Format::new().set_num_format("yyyy-mm-dd"));
    for row in 1..=3 {
        list.write(row, 0, "Laptop").expect("a cell");
        list.write(row, 1, 2).expect("a cell");
        list.write_with_format(row, 2, 3.3, &pounds).expect("a cell");
        list.write_with_format(row, 3, 45_000 + row, &date).expect("a cell");
    }
    list.set_row_hidden(2).expect("a row");
    let copy = book.add_worksheet().set_name("Old").expect("a name").set_hidden(true);
    copy.write(0, 0, "Item").and_then(|sheet| sheet.write(0, 1, "Quantity")).expect("cells");
    book.save(&path).expect("saved");
    (folder, path)
}

fn sheets_of_a_workbook() {
    let (_folder, path) = workbook();
    let reading = read(&path, Kind::Procurement, &Overrides::default()).expect("readable");
    let sheets: Vec<_> =
        reading.inspection.sheets.iter().map(|one| (one.name.as_str(), one.visible, one.rows)).collect();
    assert_eq!(sheets, [("Cover", true, 1), ("Orders", true, 4), ("Old", false, 1)]);
    let orders = &reading.inspection.sheets[1];
    assert_eq!((orders.hidden_rows, orders.mass_unit.map(|unit| unit.symbol())), (1, Some("lb")));
    assert_eq!(reading.mapping.sheet, "Orders");
    assert_eq!(
        reading.outcomes.iter().map(in_a_line).collect::<Vec<_>>(),
        [
            "2 laptop 2 × 1.496854821 kg",
            "3 laptop 2 × 1.496854821 kg hidden_row",
            "4 laptop 2 × 1.496854821 kg"
        ],
    );
}

fn questions() {
    for (text, questions) in [
        ("item,quantity,unit weight\nLaptop,1,3.3\n", vec![Question::MassUnit]),
        ("item,quantity,unit weight\nBolt,1,1.4\n", vec![Question::MassUnit]),
        ("item,quantity,unit weight\nLaptop,1,1.4\n", vec![]),
        ("item,quantity,weight kg\nBolt,2,1.4\n", vec![Question::UnitOrLineMass]),
        ("item,quantity,unit price\nLaptop,1,1.234\n", vec![Question::NumberFormat]),
        ("item,quantity,unit weight kg,date\nLaptop,1,1.4,03/04/2025\n", vec![Question::DateOrder]),
        ("item,quantity,unit weight kg,date\nLaptop,1,1.4,2025-04-03\n", vec![]),
    ] {
        let (_folder, path) = crate::support::file("list.csv", text.as_bytes());
        let found = inspect(&program(), &path, &WORDS).expect("readable");
        assert_eq!(found.sheets[0].questions, questions, "{text}");
    }
}
