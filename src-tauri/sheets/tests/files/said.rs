//! What a person said: values, conventions, corrections, and mappings that were remembered.

use crate::Test;
use crate::support::{WORDS, file, in_a_line, program, read_csv};
use planner_sheets::contents::inspect;
use planner_sheets::convention::{DateOrder, DecimalSeparator};
use planner_sheets::field::{Field, Kind};
use planner_sheets::inspect::Match;
use planner_sheets::mapping::{CellFix, MassBasis, Overrides, Remembered, ValueMeaning, recognise};
use planner_sheets::rows::RowOutcome;

pub const TESTS: &[Test] = &[
    ("said::values", values),
    ("said::only_purchases_and_returns_count_among_movements", movements),
    ("said::units_of_a_column", units_of_a_column),
    ("said::answers", answers),
    ("said::corrections", corrections),
    ("said::remembered_headers", remembered_headers),
];

fn lines(text: &str, overrides: &Overrides) -> Vec<String> {
    let reading = read_csv(text, Kind::Procurement, overrides).expect("readable");
    reading.outcomes.iter().map(in_a_line).collect()
}

fn value(field: Field, seen: &str, means: &str) -> ValueMeaning {
    ValueMeaning { field, seen: seen.into(), means: means.into() }
}

fn values() {
    let text = "item,quantity,condition,category\nThing,1,B-Ware,Workplace\nThing,2,,Workplace\n";
    let overrides = Overrides {
        values: vec![
            value(Field::Condition, "b-ware", "refurbished"),
            value(Field::Condition, "", "new"),
            value(Field::Category, "Workplace", "thin_client"),
        ],
        ..Overrides::default()
    };
    assert_eq!(lines(text, &overrides), ["2 thin_client 1 × ?", "3 thin_client 2 × ?"]);
    assert_eq!(lines(text, &Overrides::default()), ["2 ? 1 × ? unknown_condition", "3 ? 2 × ?"]);
}

fn movements() {
    let text = "item,quantity,transaction type\nLaptop,5,Purchase\nLaptop,2,Issue\nLaptop,1,Return\nLaptop,3,Borrowed\n";
    let plain = ["2 laptop 5 × ?", "3 skipped not_a_purchase", "4 laptop -1 × ? returned_goods"];
    assert_eq!(lines(text, &Overrides::default())[..3], plain);
    let overrides =
        Overrides { values: vec![value(Field::Status, "Borrowed", "ignored")], ..Overrides::default() };
    assert_eq!(lines(text, &overrides)[3], "5 skipped not_a_purchase");
    let register = "item,quantity,status\nLaptop,1,In use\nLaptop,1,Disposed\nLaptop,1,Cancelled\n";
    assert_eq!(
        lines(register, &Overrides::default()),
        ["2 laptop 1 × ?", "3 laptop 1 × ?", "4 skipped not_a_purchase"],
        "a register without purchases says where things are, not what happened"
    );
}

fn units_of_a_column() {
    let text = "item,quantity,unit mass,mass unit\nLaptop,1,3.3,pounds\nLaptop,1,1.5,\nLaptop,1,50,ounces\nLaptop,1,1500,g\n";
    let kg = |overrides: &Overrides| lines(text, overrides);
    assert_eq!(kg(&Overrides::default())[1], "3 laptop 1 × 1.5 kg");
    let overrides = Overrides { values: vec![value(Field::MassUnit, "", "lb")], ..Overrides::default() };
    assert_eq!(
        kg(&overrides),
        [
            "2 laptop 1 × 1.496854821 kg",
            "3 laptop 1 × 0.680388555 kg",
            "4 laptop 1 × 1.41747615625 kg",
            "5 laptop 1 × 1.5 kg"
        ]
    );
}

fn answers() {
    let text = "item,quantity,weight kg,date\nBolt,2,\"1,234\",03/04/2025\n";
    for (overrides, line, date) in [
        (
            Overrides {
                mass_basis: Some(MassBasis::Unit),
                dates: Some(DateOrder::MonthFirst),
                numbers: Some(DecimalSeparator::Comma),
                ..Overrides::default()
            },
            "2 ? 2 × 1.234 kg",
            "2025-03-04",
        ),
        (
            Overrides {
                mass_basis: Some(MassBasis::Line),
                dates: Some(DateOrder::DayFirst),
                numbers: Some(DecimalSeparator::Point),
                ..Overrides::default()
            },
            "2 ? 2 = 1234 kg",
            "2025-04-03",
        ),
    ] {
        let reading = read_csv(text, Kind::Procurement, &overrides).expect("readable");
        assert_eq!(reading.outcomes.iter().map(in_a_line).collect::<Vec<_>>(), [line]);
        assert_eq!(reading.mapping.notes, [], "an answered question is no longer open");
        let planner_sheets::record::Record::Procurement(row) = reading.records().next().expect("a row")
        else {
            panic!("no procurement")
        };
        assert_eq!(row.date.map(|date| date.to_string()).as_deref(), Some(date));
    }
}

fn corrections() {
    let text = "item,quantity\nLaptop,\"4,5\"\nMonitor,\"4,5\"\nServer,2\n";
    let fix = |row, seen: &str| CellFix {
        row,
        column: "quantity".into(),
        seen: seen.into(),
        becomes: "4".into(),
        because: "the supplier's slip".into(),
    };
    let with = |fixes| Overrides { fixes, ..Overrides::default() };
    assert_eq!(
        lines(text, &with(vec![fix(Some(2), "4,5")])),
        ["2 laptop 4 × ? cell_fixed", "3 rejected not_whole", "4 server 2 × ?"]
    );
    let everywhere = ["2 laptop 4 × ? cell_fixed", "3 monitor 4 × ? cell_fixed", "4 server 2 × ?"];
    assert_eq!(lines(text, &with(vec![fix(None, "4,5")])), everywhere);
    let other = lines(text, &with(vec![fix(Some(4), "3")]));
    assert_eq!(other[2], "4 server 2 × ?", "a cell that holds something else is left alone");
    let reading = read_csv(text, Kind::Procurement, &with(vec![fix(Some(2), "4,5")])).expect("readable");
    let RowOutcome::Imported { raw, .. } = &reading.outcomes[0] else { panic!("not imported") };
    assert_eq!(raw.cells().nth(1), Some("4,5"), "what stands in the file stays the evidence");
}

fn remembered_headers() {
    let names = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let before = Remembered {
        kind: Some(Kind::Procurement),
        headers: names(&["Teilchen", "Wieviel", "Wieviel", "Zusatz"]),
        fields: vec![("item".into(), "Teilchen".into()), ("quantity".into(), "Wieviel#2".into())],
        supplier: None,
    };
    for (text, header_row, is_exact, new, expected) in [
        ("Teilchen,Wieviel,WIEVIEL,Zusatz\nLaptop,1,7,x\n", 1, true, vec![], "2 laptop 7 × ?"),
        (
            "Liste vom Mai,,,,\nWerk,Teilchen,Wieviel,Wieviel,Order number\nNL,Laptop,1,7,P-1\n",
            2,
            false,
            names(&["Werk", "Order number"]),
            "3 laptop 7 × ?",
        ),
    ] {
        let (_folder, path) = file("list.csv", text.as_bytes());
        let found = inspect(&program(), &path, &WORDS).expect("readable");
        let one = recognise(&found, None, None, std::slice::from_ref(&before)).expect("recognised");
        assert_eq!((one.header_row, one.is_exact, &one.new_headers), (header_row, is_exact, &new));
        let overrides = Overrides {
            sheet: Some(one.sheet),
            header_row: Some(one.header_row),
            remembered: Some(before.clone()),
            ..Overrides::default()
        };
        let reading = read_csv(text, Kind::Procurement, &overrides).expect("readable");
        assert_eq!(reading.outcomes.iter().map(in_a_line).collect::<Vec<_>>(), [expected]);
        let quantity = reading.mapping.column(Field::Quantity).expect("a column");
        assert_eq!(
            (quantity.how, reading.mapping.header_of(quantity).as_str()),
            (Match::Remembered, if is_exact { "WIEVIEL" } else { "Wieviel#2" })
        );
    }
    let (_folder, path) = file("list.csv", b"Teilchen,Anzahl\nLaptop,1\n");
    let found = inspect(&program(), &path, &WORDS).expect("readable");
    assert_eq!(recognise(&found, None, None, &[before]), None);
}
