//! Entities: two spellings of one name are one entity, a list that a script keeps, too.

use crate::script::Script;
use crate::support::TODAY;

#[test]
fn a_file_is_read_with_the_spellings_of_the_list() {
    let script = Script::new();
    let list = script.file("orders.csv");
    let rows = "Item,Quantity,Unit weight (kg),Date,Entity\nLaptop Lumen,1,1.4,2025-03-01,Larkmoor NL B.V.\n\
                Laptop Lumen,1,1.4,2025-03-02,LARKMOOR NL BV\nLaptop Lumen,1,1.4,2025-03-03,1200\n";
    std::fs::write(&list, rows).expect("a list");
    script.done(&format!("import procurement {}", list.display()));
    assert_eq!(script.done("requirement --year 2025")["gross"], 6, "three names are rounded up three times");

    let found = script.done("entity");
    assert_eq!(found["entities"].as_array().expect("a list").len(), 0);
    assert_eq!(found["unlisted"].as_array().expect("names").len(), 3);
    let import = script.done("imports")[0]["import_id"].as_str().expect("an id").to_owned();
    script.done(&format!("undo {import}"));
    script.done("entity Larkmoor~NL~B.V. --country nl --alias 1200 --alias 1200");
    script.done(&format!("import procurement {}", list.display()));
    assert_eq!(script.done("requirement --year 2025")["gross"], 5, "4.2 kg of one entity");
    let found = script.done("entity");
    assert_eq!(found["unlisted"].as_array().expect("names").len(), 0);
    assert_eq!(
        (&found["entities"][0]["country"], &found["entities"][0]["aliases"][0]),
        (&"NL".into(), &"1200".into())
    );
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn an_entity_is_refused_in_words_or_kept_as_it_is() {
    let script = Script::new();
    script.done("entity Larkmoor~NL --country NL --identifier 724500 --alias NL~1");
    script.done("entity Larkmoor~DE");
    for (words, code, says) in [
        ("entity larkmoor~nl", "entity_name_taken", "“larkmoor nl” already stands for Larkmoor NL"),
        ("entity Larkmoor~DE --alias nl-1", "entity_name_taken", "“nl-1” already stands for Larkmoor NL"),
        ("entity Larkmoor~SE --country Atlantis", "unknown_country", "“Atlantis” is no country of ISO 3166"),
        ("entity -- --", "no_entity_name", "is no name of an entity"),
        ("entity Larkmoor~SE --remove", "unknown_entity", "No entity is called “Larkmoor SE”"),
    ] {
        script.refused(TODAY, words, code, says);
    }
    let kept = script.done("entity Larkmoor~NL --alias NL~2");
    let nl = &kept["entities"][1];
    assert_eq!((&nl["identifier"], nl["aliases"].as_array().map(Vec::len)), (&"724500".into(), Some(2)));
    let kept = script.done("entity Larkmoor~NL --no-alias NL~1");
    assert_eq!(kept["entities"][1]["aliases"][0], "NL 2");
    let history = script.done("history");
    let change = &history["events"][0]["changes"][0];
    assert_eq!(change["name"], "entity Larkmoor NL");
    assert_eq!(
        (&change["old"], &change["new"]),
        (&"NL; 724500; also NL 1, NL 2".into(), &"NL; 724500; also NL 2".into())
    );
    let kept = script.done("entity Larkmoor~NL --remove");
    assert_eq!(kept["entities"].as_array().expect("a list").len(), 1);
    assert_eq!(script.done("verify")["ok"], true);
}

#[test]
fn the_parts_of_the_entities_add_up_and_each_can_be_asked_for_alone() {
    let script = Script::new();
    let list = script.file("orders.csv");
    let rows = "Item,Quantity,Unit weight (kg),Date,Entity\nLaptop Lumen,10,1.4,2025-03-01,Larkmoor NL\n\
                Server Quay,2,20.2,2025-03-02,Larkmoor DE\nLaptop Lumen,1,1.4,2025-03-03,\n\
                Licence,5,,2025-03-03,Larkmoor NL\n";
    std::fs::write(&list, rows).expect("a list");
    script.done(&format!("import procurement {}", list.display()));
    let bought =
        "purchase --class I-TEC --registry Bloom --prefix B --serial-start 1 --serial-end 40 --vintage 2025";
    script.done(&format!("{bought} --on 2026-01-05"));
    let retired = "retire --year 2025 --beneficiary Larkmoor~DE --entity Larkmoor~DE --quantity 30";
    script.done(&format!("{retired} --on 2026-02-01"));

    let whole = script.done("requirement --year 2025");
    let parts = whole["by_entity"].as_array().expect("parts");
    let names: Vec<_> = parts.iter().map(|part| part["entity"].as_str()).collect();
    assert_eq!(names, [Some("Larkmoor DE"), Some("Larkmoor NL"), None]);
    for sum in ["gross", "retired"] {
        let all: i64 = parts.iter().map(|part| part[sum].as_i64().expect(sum)).sum();
        assert_eq!(all, whole[sum].as_i64().expect(sum), "{sum}");
    }
    assert_eq!((&parts[0]["retired"], &parts[0]["coverage_percent"]), (&30.into(), &"73.17".into()));
    assert_eq!((&parts[1]["mass_kg_new"], &parts[1]["gross"]), (&"14".into(), &14.into()));
    for part in &parts[..2] {
        let entity = part["entity"].as_str().expect("a name").replace(' ', "~");
        let alone = script.done(&format!("requirement --year 2025 --entity {entity}"));
        for figure in ["mass_kg_new", "gross", "retired", "coverage_percent"] {
            assert_eq!(alone[figure], part[figure], "{figure} of {entity}");
        }
    }
    let lines = script.done("lines --year 2025 --entity Larkmoor~NL");
    assert_eq!((&lines["total"], &lines["totals"]["mass_kg_new"]), (&2.into(), &"14".into()));
}
