//! Copies kept before changes: taken, listed, offered where the workspace is damaged; and what an undone import leaves.

use crate::script::Script;
use crate::support::TODAY;
use std::path::PathBuf;

/// The header of purchase orders, by which a line is known again.
const ORDERS: &str = "Supplier,PO number,PO line,Date,Item,Quantity,Unit weight (kg)\n";

/// Words of a file that stand nowhere else.
const WORDS: [&str; 9] = [
    "Zephyrbook",
    "Quillmark",
    "XQ17-Vortex",
    "PO-7719-Umbra",
    "Nachtfalter",
    "SN-Kestrel-88",
    "Brambleholm",
    "Walrusland",
    "Ottermoor",
];

fn file(supplier: &str) -> String {
    let [item, maker, model, order, _, serial, entity, country, note] = WORDS;
    let header = "Item,Manufacturer,Model,PO number,Supplier,Serial number,Entity,Country,Quantity,Unit weight (kg),Remark";
    let row = |quantity: &str| {
        format!(
            "{item},{maker},{model},{order},{supplier},{serial},{entity},{country},{quantity},1.5,{note}\n"
        )
    };
    format!("{header}\n{}{}{}", row("2"), row("several"), row("3").repeat(300))
}

/// The words that can be read in the workspace file and its logs.
fn readable(script: &Script) -> Vec<&'static str> {
    let logs = ["", "-wal", "-shm", "-journal"]
        .map(|log| PathBuf::from(format!("{}{log}", script.workspace().display())));
    let bytes: Vec<u8> = logs.iter().filter_map(|path| std::fs::read(path).ok()).flatten().collect();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    WORDS.into_iter().filter(|word| text.contains(word)).collect()
}

#[test]
fn an_undone_import_leaves_none_of_its_texts() {
    let script = Script::new();
    script.write("kept.csv", "Item,Supplier,Quantity,Unit weight (kg)\nLaptop,Common,5,1.5\n");
    script.write("gone.csv", &file("Nachtfalter"));
    script.done("import procurement %kept.csv --year 2025");
    let before = script.done("requirement --year 2025");
    let report =
        script.done("import procurement %gone.csv --year 2025 --revision add --answer repeats=count");
    assert_eq!(readable(&script), WORDS, "the file is not in the workspace");
    script.done(&format!("undo {}", report["import_id"].as_str().expect("an id")));
    assert_eq!(readable(&script), Vec::<&str>::new());
    assert_eq!(script.done("requirement --year 2025"), before);
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn a_snapshot_is_kept_before_an_undo_and_a_replacement_and_written_out_again() {
    let script = Script::new();
    script.write(
        "first.csv",
        &format!("{ORDERS}Acme,P1,1,2025-01-02,Laptop,5,1.5\nAcme,P1,2,2025-01-02,Screen,5,1.5\n"),
    );
    script.write(
        "second.csv",
        &format!("{ORDERS}Acme,P1,1,2025-01-02,Laptop,6,1.5\nAcme,P1,2,2025-01-02,Screen,5,1.5\n"),
    );
    script.done("import procurement %first.csv --year 2025");
    assert_eq!(script.done("snapshots")["snapshots"].as_array().expect("a list").len(), 0);
    let report = script.done("import procurement %second.csv --year 2025 --revision replace");
    script.done(&format!("undo {}", report["import_id"].as_str().expect("an id")));
    let list = script.done("snapshots");
    let list = list["snapshots"].as_array().expect("a list").clone();
    let of = |name: &str| list.iter().map(|one| one[name].clone()).collect::<Vec<_>>();
    assert_eq!(of("reason"), ["before-undo", "before-replace"]);
    assert_eq!(of("is_good")[1], true);
    let out = script.file("again.itec");
    script.done("restore 2 --out %again.itec");
    let again =
        crate::ledger::process::itec(&out, &["requirement", "--year", "2025"]).output().expect("itec");
    let again: serde_json::Value = serde_json::from_slice(&again.stdout).expect("one document");
    assert_eq!(again["mass_kg_new"], "16.5", "the snapshot is not the workspace as it was before the undo");
    for (words, code) in [
        ("restore 2 --out %again.itec".to_owned(), "never_replaced"),
        (format!("restore 2 --overwrite --out {}", script.workspace().display()), "never_replaced"),
        ("restore 7 --out %other.itec".to_owned(), "unknown_snapshot"),
    ] {
        let output = script.call(TODAY, &words);
        assert_eq!(output.status.code(), Some(1), "{words}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(code), "{words}");
    }
}

#[test]
fn a_damaged_workspace_is_refused_with_the_last_good_snapshot() {
    let script = Script::new();
    script.write("first.csv", "Item,Quantity,Unit weight (kg)\nLaptop,5,1.5\n");
    let report = script.done("import procurement %first.csv --year 2025");
    script.done(&format!("undo {}", report["import_id"].as_str().expect("an id")));
    let whole = std::fs::read(script.workspace()).expect("a workspace");
    for (from, words) in [(0, "lots"), (100, "lots"), (whole.len() / 2, "verify")] {
        let mut broken = whole.clone();
        broken[from..from + 16_384].fill(0xA5);
        std::fs::write(script.workspace(), broken).expect("written");
        let output = script.call(TODAY, words);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        assert_eq!(output.status.code(), Some(1), "{from}: {said}");
        assert!(said.contains("0001-before-undo.itec"), "{from}: {said}");
        assert!(!said.contains("(code"), "{from}: {said}");
        script.done(&format!("restore 1 --out %restored-{from}.itec"));
    }
}
