//! Layouts that people make, in short: what of each is an item, and what is not.

use crate::Test;
use crate::support::{in_a_line, read_csv};
use planner_sheets::field::{Field, Kind};
use planner_sheets::mapping::Overrides;

pub const TESTS: &[Test] = &[
    ("layouts_by_hand::a_total_without_a_label_is_no_item", unlabelled_totals),
    ("layouts_by_hand::a_block_below_the_table_is_no_item", blocks_below),
    ("layouts_by_hand::several_devices_in_a_row_are_a_line_each", wide_tables),
    ("layouts_by_hand::the_quantity_is_what_was_bought", quantities),
    ("layouts_by_hand::a_type_may_be_a_movement", a_type_may_be_a_movement),
    ("layouts_by_hand::a_purchase_far_down_tells_movements", purchases_far_down),
    ("layouts_by_hand::a_unit_says_what_is_measured", units),
    ("layouts_by_hand::inches_are_no_customs_duty", inches),
];

fn items(text: &str) -> Vec<String> {
    let reading = read_csv(text, Kind::Procurement, &Overrides::default()).expect("readable");
    let outcomes = reading.outcomes.iter().map(in_a_line);
    outcomes.filter(|line| !line.contains("skipped")).collect()
}

fn unlabelled_totals() {
    let table = "item,quantity,unit weight kg\nLaptop,12,1.4\nMonitor,6,5\n";
    let lines = ["2 laptop 12 × 1.4 kg", "3 monitor 6 × 5 kg"];
    assert_eq!(items(&format!("{table},18,\n")), lines);
    assert_eq!(
        items(&format!("{table},18,\nLaptop,1,1.4\nMonitor,1,5\n,2,\n,20,\n")).len(),
        4,
        "parts have totals too"
    );
    assert_eq!(items(&format!("{table},17,\n")).len(), 3, "a nameless row of another count is one");
    let one = "item,quantity\nLaptop,2\n,2\n";
    assert_eq!(items(one).len(), 1);
    let grouped = "category,item,quantity,total weight kg\nLaptop,A,3,4.5\nLaptop,B,2,3\nLaptop Total,,5,7.5\nMonitor,C,4,20\nMonitor Ergebnis,,4,20\n";
    assert_eq!(items(grouped).len(), 3, "a label may begin with what is summed");
    let named = "item,quantity\nLaptop,2\nNorton Total,5\n";
    assert_eq!(items(named).len(), 2, "a device may be called so");
    let masses = "asset type,quantity,total weight kg\nLaptop,2,3\nServer,1,20\n,3,23\n";
    assert_eq!(items(masses).len(), 2);
}

fn blocks_below() {
    let table = "item,quantity,unit weight kg\nLaptop,10,1.5\nTablet,4,0.5\n";
    for below in [
        "\nSummary by type\nLaptop,10\nTablet,4\n",
        "\nZusammenfassung\nLaptop,10,\nTablet,4,\n",
        "\nType,Count\nLaptop,10\nTablet,4\nAll devices,14\n",
    ] {
        assert_eq!(items(&format!("{table}{below}")).len(), 2, "{below}");
    }
    let sections = "item,quantity,unit weight kg\nSite A\nLaptop,10,1.5\n\nSite B\nTablet,4,0.5\n";
    assert_eq!(items(sections).len(), 2, "sections of one table go on");
    let again = format!("{table}\nSummary\nLaptop,10\n\nitem,quantity,unit weight kg\nPhone,3,0.2\n");
    assert_eq!(items(&again).len(), 3, "the header once more begins the table again");
}

fn wide_tables() {
    let numbered = "employee,device 1,qty 1,device 2,qty 2,device 3,qty 3\nSales,Laptop,5,Monitor,6,Server,1\nHR,Laptop,2,,,,\n";
    assert_eq!(items(numbered), ["2 laptop 5 × ?", "2 monitor 6 × ?", "2 server 1 × ?", "3 laptop 2 × ?"]);
    let grouped = ",device 1,,device 2,\npo,type,qty,type,qty\nP1,Laptop,3,Monitor,4\n";
    assert_eq!(items(grouped).len(), 2);
    let repeated = "date,model,quantity,weight each (kg),model,quantity,weight each (kg)\n2025-01-31,Laptop A,3,1.5,Monitor B,2,5\n";
    let lines = items(repeated);
    assert!(lines.len() == 2 && lines[1].contains("2 × 5 kg"), "{lines:?}");
    let unread = "device 1,qty 1,device 2,qty 2\nLaptop,5,Monitor,many\n";
    let reading = read_csv(unread, Kind::Procurement, &Overrides::default()).expect("readable");
    let summary = reading.summary;
    assert_eq!((summary.rows_read, summary.rows_imported, summary.rows_rejected), (2, 1, 1));
    let one = "item,ordered,quantity,delivered,quantity\nLaptop,,10,,8\n";
    assert_eq!(items(one).len(), 1, "two quantities of one device are no two devices");
}

fn quantities() {
    for (header, quantity) in [
        ("artikel,menge,preis ab menge,anzahl,gewicht kg", "anzahl"),
        ("artikel,bestellmenge,staffelpreis ab menge,menge (staffel),gewicht kg", "bestellmenge"),
        ("item,qty,price,in stock,weight kg per piece", "qty"),
    ] {
        let text = format!("{header}\nLaptop,7,10,30,1.5\nMonitor,3,11,50,5\n");
        let reading = read_csv(&text, Kind::Procurement, &Overrides::default()).expect("readable");
        let found = reading.mapping.column(Field::Quantity).map(|column| column.header.as_str());
        assert_eq!(found, Some(quantity), "{header}");
        assert!(reading.mapping.has(Field::UnitMass), "{header}");
    }
}

fn a_type_may_be_a_movement() {
    let moved = "date,type,item,qty\n2025-01-05,Purchase,Laptop,10\n2025-01-06,Issue,Laptop,-4\n2025-01-09,Return,Laptop,-1\n";
    assert_eq!(items(moved), ["2 laptop 10 × ?", "4 laptop -1 × ? returned_goods"]);
    assert_eq!(
        items("type,item,qty\nLaptop,T14,10\nMonitor,P24,4\n"),
        ["2 laptop 10 × ?", "3 monitor 4 × ?"]
    );
}

fn purchases_far_down() {
    let issues = "Issue,Laptop,1,1.5\n".repeat(300);
    let table =
        format!("Movement,Item,Units,Kg per unit\n{issues}Purchase,Laptop,2,1.5\nReturn,Laptop,1,1.5\n");
    assert_eq!(items(&table), ["302 laptop 2 × 1.5 kg", "303 laptop -1 × 1.5 kg returned_goods"]);
}

fn units() {
    let beside = "Item,Qty,Weight per unit,UoM\nLaptop,2,48,OZ\nLaptop,1,1400,grams\nLaptop,1,1.4,\n";
    assert_eq!(items(beside)[1..], ["3 laptop 1 × 1.4 kg", "4 laptop 1 × 1.4 kg"]);
    let pieces = "Item,Qty,Weight per unit (g),UoM\nLaptop,2,1400,pcs\n";
    assert_eq!(items(pieces), ["2 laptop 2 × 1.4 kg"], "a unit of count is none of mass");
    let within = "Bezeichnung;Stückzahl;Gewicht (g) je Stück\nNotebook;2;1400,5\n";
    assert_eq!(items(within), ["2 laptop 2 × 1.4005 kg"]);
    let fillers = "Item,Qty,Unit kg,Total kg\nLaptop,2,1.5,3\n,,,0\n,,,0\n";
    assert_eq!(items(fillers), ["2 laptop 2 × 1.5 = 3 kg"]);
    let inventory = "Asset Tag,Mfr,Model,Asset Type,Acquired,Cost\n00123,HP,EliteBook 840,Notebook,3/14/2025,1200\nTotal Cost,,,,,1200\n";
    assert_eq!(items(inventory).len(), 1, "what sums the costs up is no device");
}

fn inches() {
    let text = "Bezeichnung;Menge\nLaptop 15 Zoll;3\nBildschirm 24 Zoll;4\nEinfuhrzoll;1\n";
    let lines = items(text);
    assert_eq!(lines[..2], ["2 laptop 3 × ?", "3 monitor 4 × ?"]);
    assert!(lines[2].contains("out_of_scope"), "{lines:?}");
}
