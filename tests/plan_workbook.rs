//! The plan's workbook, worked out anew by LibreOffice where that is installed: as it was written, and after a driver
//! was changed in both.

use crate::script::Script;
use crate::support::with_parts;
use std::path::Path;
use std::process::Command;

/// Tells LibreOffice to work out every formula on opening, whatever value stands beside it.
const RECALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// The sheets of a workbook as rows of cells, as LibreOffice works them out; nothing, said aloud, without it.
fn recalculated(workbook: &Path, folder: &Path) -> Option<Vec<(String, Vec<Vec<String>>)>> {
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).expect("a folder");
    std::fs::write(profile.join("user/registrymodifications.xcu"), RECALCULATE).expect("a setting");
    let out = folder.join("csv");
    let started = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to"])
        .arg("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
        .arg("--outdir")
        .arg(&out)
        .arg(workbook)
        .output();
    let Ok(done) = started else {
        eprintln!("skipped: LibreOffice is not installed");
        return None;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let files = std::fs::read_dir(&out).expect("sheets").map(|entry| entry.expect("a sheet").path());
    Some(files.map(|path| (sheet_name(&path), rows(&path))).collect())
}

fn sheet_name(path: &Path) -> String {
    let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
    stem.split_once('-').expect("workbook-sheet").1.to_owned()
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("a sheet");
    text.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect()).collect()
}

/// The numbers of a sheet's column below its header.
fn numbers(sheets: &[(String, Vec<Vec<String>>)], sheet: &str, column: usize) -> Vec<f64> {
    let (_, rows) = sheets.iter().find(|(name, _)| name == sheet).expect(sheet);
    let cells = rows.iter().skip(1).take(6).map(|row| row[column].as_str());
    cells.map(|cell| cell.parse().unwrap_or_else(|_| panic!("“{cell}” of {sheet} is no number"))).collect()
}

/// The same workbook with another value in a cell of the sheet Drivers.
fn with_driver(bytes: &[u8], cell: &str, value: &str) -> Vec<u8> {
    with_parts(bytes, |name, sheet| {
        if name != "xl/worksheets/sheet2.xml" {
            return sheet;
        }
        let at = sheet.find(&format!("<c r=\"{cell}\"")).expect("the cell");
        let start = at + sheet[at..].find("<v>").expect("a value") + 3;
        let end = start + sheet[start..].find("</v>").expect("its end");
        format!("{}{value}{}", &sheet[..start], &sheet[end..])
    })
}

/// To buy and cost by year, as the app answers.
fn planned(script: &Script, words: &str) -> (Vec<f64>, Vec<f64>) {
    let plan = script.done(&format!("plan show {words}"));
    let years = plan["years"].as_array().expect("years");
    let to_buy = years.iter().map(|year| year["to_buy"].as_f64().expect("a number"));
    let cost = years.iter().map(|year| year["cost"].as_str().expect("an amount").parse().expect("a number"));
    (to_buy.collect(), cost.collect())
}

fn assert_close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let is_close = found.iter().zip(expected).all(|(one, other)| (one - other).abs() < 0.005);
    assert!(is_close, "{what}: {found:?} is not {expected:?}");
}

#[test]
fn libreoffice_works_out_what_the_app_did() {
    let script = Script::new();
    script.done("sample");
    // Nothing set but prices; a lag; another vintage cheaper; two years ahead; the drivers of the sample.
    script.done("plan new Lag --set price=1.55 --set budget=none --set issue_lag=14 --set years_ahead=0 --set sold=10");
    script.done("plan new Ahead --set price=2,1.5,1.9,2.1,2.2,2.3 --set price.1=1.9,1.6,1.7,2,2,2 --set budget=none --set years_ahead=2");
    for name in ["Refurbish first", "Full coverage every year", "Ramp to 2030", "Lag", "Ahead"] {
        let (to_buy, cost) = planned(&script, &name.replace(' ', "~"));
        let out = script.file("plan.xlsx");
        script.done(&format!("--overwrite plan export {} --out %plan.xlsx", name.replace(' ', "~")));
        let folder = tempfile::tempdir().expect("a folder");
        let Some(sheets) = recalculated(&out, folder.path()) else { return };
        let sheet = "Cost and budget";
        assert_close(&numbers(&sheets, sheet, 2), &to_buy, &format!("{name}, to buy"));
        assert_close(&numbers(&sheets, sheet, 4), &cost, &format!("{name}, cost"));
        for (live, own) in [(2, 3), (4, 5), (6, 7), (8, 9)] {
            let (_, rows) = sheets.iter().find(|(one, _)| one == sheet).expect("the sheet");
            let pairs = rows.iter().skip(1).take(6).map(|row| (&row[live], &row[own]));
            for (live, own) in pairs.filter(|(live, _)| !live.is_empty()) {
                let value = |text: &String| text.parse::<f64>().expect("a number");
                assert!((value(live) - value(own)).abs() < 0.005, "{name}: {live} is not {own}");
            }
        }
    }
}

#[test]
fn a_driver_changed_in_both_changes_both_alike() {
    let script = Script::new();
    script.done("sample");
    script.done("plan export Refurbish~first --out %plan.xlsx");
    let bytes = std::fs::read(script.file("plan.xlsx")).expect("the workbook");
    // The growth, the target of 2028 and its price stand in these cells.
    for (cell, value, set) in [
        ("B10", "3", "growth=3"),
        ("F5", "70", "target=100,30,45,70,80,100"),
        ("L5", "1.8", "price=1.55,1.55,1.65,1.8,1.85,1.95"),
    ] {
        let changed = script.file("changed.xlsx");
        std::fs::write(&changed, with_driver(&bytes, cell, value)).expect("written");
        let folder = tempfile::tempdir().expect("a folder");
        let Some(sheets) = recalculated(&changed, folder.path()) else { return };
        let (to_buy, cost) = planned(&script, &format!("Refurbish~first --set {set}"));
        assert_close(&numbers(&sheets, "Cost and budget", 2), &to_buy, set);
        assert_close(&numbers(&sheets, "Cost and budget", 4), &cost, set);
    }
}
