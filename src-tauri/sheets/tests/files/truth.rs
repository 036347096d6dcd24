//! Real files and what is known to be in them.

use crate::Test;
use crate::support::{Reading, data, read};
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::record::{CatalogueRow, CertificateRow, ProcurementRow, Record};
use planner_sheets::rows::{RowOutcome, SkipReason};
use rust_decimal::Decimal;

pub const TESTS: &[Test] = &[
    ("truth::a_university_inventory", a_university_inventory),
    ("truth::property_tags_keep_their_digits", property_tags_keep_their_digits),
    ("truth::parts_lists", parts_lists),
    ("truth::device_weights", device_weights),
    ("truth::two_registries", two_registries),
];

fn procured(reading: &Reading) -> Vec<&ProcurementRow> {
    let rows = reading.records().filter_map(|record| match record {
        Record::Procurement(row) => Some(row),
        _ => None,
    });
    rows.collect()
}

fn a_university_inventory() {
    let Some(path) = data("procurement/nickprog_university_inventory.xlsx") else { return };
    let reading = read(&path, Kind::Procurement, &Overrides::default()).expect("readable");
    let sheet = &reading.inspection.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.header_row, sheet.kind), ("Sheet1", Some(1), Kind::Procurement));
    let rows = procured(&reading);
    let count = |key: &str| rows.iter().filter(|row| row.category.as_deref() == Some(key)).count();
    assert_eq!((rows.len(), count("desktop"), count("laptop")), (21, 14, 7));
    assert_eq!(rows.iter().map(|row| row.quantity).sum::<i64>(), 21);
}

fn property_tags_keep_their_digits() {
    let Some(path) = data("procurement/nickprog_university_inventory.xlsx") else { return };
    let overrides =
        Overrides { fields: vec![("serial_number".into(), "Property_Tag".into())], ..Overrides::default() };
    let reading = read(&path, Kind::Procurement, &overrides).expect("readable");
    let tags: Vec<_> = procured(&reading).iter().filter_map(|row| row.serial_number.clone()).collect();
    assert_eq!((tags.len(), tags[0].as_str(), tags[6].as_str()), (21, "171900085939", "0"));
}

fn parts_lists() {
    for (file, header, items, units) in [
        ("procurement/poi_19599_parts_list.xls", 7, 109, 396),
        ("procurement/sheetjs_part_list_footer_block.xlsx", 1, 35, 89),
    ] {
        let Some(path) = data(file) else { continue };
        let reading = read(&path, Kind::Procurement, &Overrides::default()).expect("readable");
        let rows = procured(&reading);
        let found =
            (reading.mapping.header_row, rows.len(), rows.iter().map(|row| row.quantity).sum::<i64>());
        assert_eq!(found, (header, items, units), "{file}");
    }
}

fn device_weights() {
    let Some(path) = data("weights/boavizta-data-us.csv") else { return };
    let reading = read(&path, Kind::Catalogue, &Overrides::default()).expect("readable");
    assert_eq!(reading.inspection.sheets[0].kind, Kind::Catalogue);
    let summary = &reading.summary;
    assert_eq!((summary.rows_read, summary.rows_imported, summary.rows_rejected), (1226, 1035, 0));
    assert_eq!(summary.skipped.get(&SkipReason::NoWeight), Some(&191));
    let rows: Vec<&CatalogueRow> = reading
        .records()
        .filter_map(|record| if let Record::Catalogue(row) = record { Some(row) } else { None })
        .collect();
    let sum: Decimal = rows.iter().map(|row| row.mass_kg).sum();
    assert_eq!(sum.normalize().to_string(), "5445.2682");
    let flagged = reading.outcomes.iter().filter(|outcome| match outcome {
        RowOutcome::Imported { issues, record, .. } => {
            let is_heavy = matches!(&**record, Record::Catalogue(row) if row.mass_kg == Decimal::new(156, 1));
            is_heavy && issues.iter().any(|issue| issue.code.as_str() == "implausible_mass")
        }
        _ => false,
    });
    assert_eq!(flagged.count(), 2);
}

fn two_registries() {
    for (file, units, prefix, start, end) in [
        (
            "certificates/climate-action-reserve__retirements.csv",
            1_506_818,
            "CAR-1-US-1335-31-983-KS-2025-9205",
            1,
            5000,
        ),
        (
            "certificates/gold-standard__retirements.csv",
            1_968_759,
            "GS1-1-KE-GS11603-16-2025-30256",
            110,
            5463,
        ),
    ] {
        let Some(path) = data(file) else { continue };
        let reading = read(&path, Kind::Certificates, &Overrides::default()).expect("readable");
        assert_eq!(reading.inspection.sheets[0].kind, Kind::Certificates, "{file}");
        let rows: Vec<&CertificateRow> = reading
            .records()
            .filter_map(|record| if let Record::Certificate(row) = record { Some(row) } else { None })
            .collect();
        assert_eq!((rows.len(), rows.iter().map(|row| row.quantity).sum::<i64>()), (100, units), "{file}");
        let first = rows[0];
        let found = (first.serial_prefix.as_deref(), first.serial_start, first.serial_end, first.vintage);
        assert_eq!(found, (Some(prefix), start, end, Some(2025)), "{file}");
        let is_dated =
            |row: &&CertificateRow| row.retired_on.is_some() || row.status.as_deref() == Some("cancelled");
        assert!(rows.iter().all(is_dated), "{file}");
    }
}
