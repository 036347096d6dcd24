//! Orders as a script calls them: from a list, with documents, and as what a registry's statement delivers.

use crate::script::Script;
use crate::support::TODAY;
use serde_json::{Value, json};

const LIST: &str = "Seller,PO number,Vintage,Quantity,Unit price,Currency,Order date,Expected delivery,Status\n\
    Nordhall,PO-7,2026,\"200,000\",1.60,EUR,2026-03-01,2026-09-30,Open\n\
    Eastmere Environmental,PO-8,2026–2027,50000,1.55,EUR,2026-04-01,2026-06-01,Confirmed\n\
    Nordhall,PO-9,2025,1000,1.50,EUR,2026-01-10,2026-02-01,Delivered\n\
    ,PO-10,2026,5,1.60,EUR,2026-03-01,2026-09-30,Open\n\
    Nordhall,PO-11,soon,5,1.60,EUR,2026-03-01,2026-09-30,Open\n";

fn order<'a>(orders: &'a Value, number: &str) -> &'a Value {
    let all = orders["orders"].as_array().expect("orders");
    all.iter().find(|one| one["order_number"] == number).unwrap_or_else(|| panic!("{number}: {orders}"))
}

#[test]
fn an_order_list_is_imported_as_any_table_and_taken_back() {
    let script = Script::new();
    script.write("orders.csv", LIST);
    let seen = script.done("inspect %orders.csv");
    assert_eq!(seen["sheets"][0]["kind"], "orders");
    assert_eq!(seen["sheets"][0]["columns"]["counterparty"], "Seller");
    let report = script.done("import orders %orders.csv");
    let counts = ["rows_read", "rows_imported", "rows_rejected"].map(|name| report[name].as_i64());
    assert_eq!(counts, [Some(5), Some(2), Some(2)], "{report}");
    assert_eq!((&report["quantity"], &report["skipped_because"]["not_open"]), (&json!(250_000), &json!(1)));
    let codes: Vec<_> = report["issues"].as_array().expect("issues").iter().map(|one| &one["code"]).collect();
    assert!(
        codes.contains(&&json!("missing_seller")) && codes.contains(&&json!("missing_vintage")),
        "{codes:?}"
    );

    let orders = script.done("order list");
    assert_eq!((&orders["on_order"], &orders["overdue"]), (&json!(250_000), &json!(1)));
    let (first, second) = (order(&orders, "PO-7"), order(&orders, "PO-8"));
    assert_eq!((&first["unit_price"], &first["ordered_on"]), (&json!("1.60"), &json!("2026-03-01")));
    assert_eq!((&second["vintage_from"], &second["vintage_to"]), (&json!(2026), &json!(2027)));
    assert_eq!((&second["is_overdue"], &second["expected_on"]), (&json!(true), &json!("2026-06-01")));

    // A later list has the same orders again, and nothing is ordered twice by it.
    script.write("later.csv", &format!("{LIST}Nordhall,PO-12,2026,10,1.60,EUR,2026-05-01,2026-09-30,Open\n"));
    let later = script.done("import orders %later.csv");
    assert_eq!(later["rows_imported"], 1, "{later}");
    assert_eq!(script.done("order list")["on_order"], 250_010);
    let id = report["import_id"].as_str().expect("an id").to_owned();
    let lot = "--class I-TEC --registry Bloom --prefix NL-R --vintage 2026 --serial-start 1 --serial-end 10";
    script.done(&format!("order deliver {} {lot}", first["id"].as_str().expect("an id")));
    script.refused(TODAY, &format!("undo {id}"), "order_has_moved", "Cancel what is open");
    let other = later["import_id"].as_str().expect("an id").to_owned();
    script.done(&format!("undo {other}"));
    assert_eq!(script.done("order list")["on_order"], 249_990);
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn what_the_words_of_a_list_do_not_say_is_asked() {
    let script = Script::new();
    script.write("orders.csv", "Lieferant,Bestellnummer,Jahrgang,Menge,Liefertermin,Status\nNordhall,4711,2026,100,30.09.2026,offen\nNordhall,4712,2026,50,30.09.2026,wackelig\n");
    script.refused(TODAY, "import orders %orders.csv", "question_open", "wackelig");
    let report = script.done("import orders %orders.csv --value status:wackelig=open");
    assert_eq!((&report["rows_imported"], &report["quantity"]), (&json!(2), &json!(150)), "{report}");
    assert_eq!(order(&script.done("order list"), "4711")["expected_on"], "2026-09-30");
}

#[test]
fn orders_that_no_total_could_hold_are_refused() {
    let script = Script::new();
    let place = "order place --seller Nordhall --vintage 2026 --quantity";
    script.done(&format!("{place} 9000000000000000000"));
    script.refused(TODAY, &format!("{place} 900000000000000000"), "total_too_large", "Check the quantity");
    assert_eq!(script.done(&format!("{place} 5"))["on_order"], json!(9_000_000_000_000_000_005_i64));
}

#[test]
fn an_order_keeps_its_documents() {
    let script = Script::new();
    script.done("order place --seller Nordhall --vintage 2026 --quantity 10 --order-number PO-1");
    script.write("confirmation.pdf", "%PDF-1.7 confirmed");
    let orders = script.done("order attach O-2026-001 %confirmation.pdf");
    let document = &orders["orders"][0]["documents"][0];
    assert_eq!((&document["file_name"], &document["bytes"]), (&json!("confirmation.pdf"), &json!(18)));
    script.refused(
        TODAY,
        "order attach O-2026-001 %confirmation.pdf",
        "already_attached",
        "Nothing was changed",
    );
    script.refused(TODAY, "order attach O-2026-009 %confirmation.pdf", "unknown_order", "O-2026-009");
    let sha256 = document["sha256"].as_str().expect("a hash").to_owned();
    let out = script.file("copy.pdf");
    script.done(&format!("document {sha256} --out %copy.pdf"));
    assert_eq!(std::fs::read_to_string(out).expect("a copy"), "%PDF-1.7 confirmed");
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn a_statement_finds_the_order_that_its_certificates_deliver() {
    let script = Script::new();
    let place = |rest: &str| script.done(&format!("order place --seller Nordhall --registry Bloom {rest}"));
    place("--vintage 2026 --quantity 500 --order-number PO-1");
    place("--vintage 2027 --quantity 500 --order-number PO-2");
    let lot = "--class I-TEC --registry Bloom --prefix NL-R --vintage 2026";
    script.done(&format!("order deliver O-2026-001 {lot} --serial-start 1 --serial-end 100"));
    script.write(
        "statement.csv",
        "Registry,Class,Certificate ID,Quantity,Vintage,Status\nBloom,I-TEC,NL-R-1 to 100,100,2026,Issued\nBloom,I-TEC,NL-R-101 to 300,200,2026,Issued\nBloom,I-TEC,NL-R-9001 to 9900,900,2026,Issued\n",
    );
    let view = script.done("reconcile %statement.csv --dry-run");
    let finding = |start: i64| {
        let all = view["findings"].as_array().expect("findings");
        all.iter().find(|one| one["serial_start"] == start).cloned().expect("a finding")
    };
    assert_eq!(finding(1)["orders"], json!(["O-2026-001"]));
    let arrived = finding(101);
    assert_eq!(arrived["orders"], json!(["O-2026-001"]));
    let remedy = arrived["remedy"].as_str().expect("a remedy");
    assert!(
        remedy.contains("O-2026-001 of Nordhall (400 open)") && remedy.contains("Record the delivery"),
        "{remedy}"
    );
    // More than any order has open is no delivery of one.
    assert_eq!(finding(9_001)["orders"], json!([]));
    assert!(finding(9_001)["remedy"].as_str().expect("a remedy").contains("Record the purchase"));
}
