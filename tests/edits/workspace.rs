//! A workspace in which every table has rows, made by the commands that fill them: a year that was locked, signed and
//! sealed, and one that is being worked on.

use crate::ledger::process::open;
use crate::script::Script;
use planner_actions::views::import::ImportOptions;
use planner_actions::views::mapping::CellFix;
use planner_actions::{Watch, commit_import};
use std::path::PathBuf;
use std::sync::LazyLock;
use tempfile::TempDir;

const LINES: &str = "Supplier,PO number,PO line,Date,Manufacturer,Model,Item,Category,Condition,Quantity,Unit weight (kg),Unit price,Currency,Entity,Country,Cost centre,Serial number,Remark\n";
const ASSETS: &str = "Asset tag,Batch,Item,Category,Outcome,Quantity,Sent weight (kg),Restored weight (kg),Provider,Date,Entity,Legal obligation (kg)\n";
const LOTS: &str = "Certificate ID,Registry,Class,Serial prefix,Serial start,Serial end,Quantity,Vintage,Unit price,Currency,Trade date\n";

/// What is done, in order; `~` is a space.
const STEPS: [&str; 66] = [
    "settings --organisation Larkmoor~SE --target 90 --threshold 800 --threshold-currency EUR --rate USD=0.92@2024-01-01",
    "entity Larkmoor~NL --country NL --identifier 1200 --alias Larkmoor~Netherlands",
    "entity Larkmoor~SE --country SE --identifier 1300 --alias Larkmoor~Sweden",
    "import catalogue %catalogue.csv",
    "import catalogue %screens.csv",
    "import procurement %2024.csv --year 2024",
    "year --year 2024 --target 85",
    "year --year 2025 --target 80 --budget 5000 --currency EUR --closes-on 2026-03-31",
    "import certificates %certificates.csv",
    "purchase --class I-TEC --registry Bloom --prefix NL-A --serial-start 1 --serial-end 1000 --vintage 2024 --unit-price 1.10 --currency EUR",
    "purchase --class I-TEC --registry Bloom --prefix NL-B --serial-start 1 --serial-end 500 --vintage 2025 --unit-price 1.50 --currency EUR",
    "import procurement %2025.csv --year 2025",
    "import procurement %2025_revised.csv --year 2025 --revision replace",
    "import procurement %odd.csv --year 2025 --value condition:RX=refurbished --value condition:RY=used --revision add",
    "lines edit 21 --condition used --because looked~at",
    "lines edit 22 --condition new --because a~new~one",
    "import dispositions %assets.csv --year 2025",
    "import dispositions %assets_revised.csv --year 2025 --revision replace",
    "note-shipment B-25 --year 2025 --note asked --ask-on 2026-09-01",
    "note-shipment B-26 --year 2025 --note asked~again --ask-on 2026-10-01",
    "attach C-1 %proof.txt --kind registry_statement --serials 1-300 --issuer Bloom --issued-on 2026-05-01",
    "reserve C-2 --quantity 10 --year 2025",
    "split C-1 --at 101",
    "split BLO-2025-0001 --at 401",
    "adjust C-2 --set project=Ohio --because a~letter",
    "reconcile %statement.csv",
    "retire --year 2024 --quantity 250 --beneficiary Larkmoor~SE --claim-level sector --because the~sector --registry-reference B-7 --link https://registry.example/7",
    "retire --year 2024 --quantity 200 --beneficiary Larkmoor~NL --entity Larkmoor~NL",
    "attach R-2024-01 %other.txt --proves retirement",
    "retire --year 2025 --quantity 20 --beneficiary Larkmoor~SE",
    "reverse R-2025-01 --evidence registry~letter~7",
    "retire --year 2025 --quantity 15 --beneficiary Larkmoor~NL --entity Larkmoor~NL",
    "retire --year 2025 --quantity 12 --beneficiary Larkmoor~DE",
    "reverse R-2025-03 --evidence registry~letter~8",
    "order place --seller Nordhall --vintage 2026 --quantity 200 --expected-on 2026-09-30 --unit-price 1.3 --currency EUR",
    "order place --seller Suderhall --vintage 2026 --quantity 300 --expected-on 2026-10-30",
    "order deliver O-2026-001 --class I-TEC --registry Bloom --prefix NL-O --serial-start 1 --serial-end 120 --vintage 2026",
    "order deliver O-2026-001 --class I-TEC --registry Bloom --prefix NL-O --serial-start 121 --serial-end 160 --vintage 2026",
    "order attach O-2026-001 %other.txt",
    "order attach O-2026-002 %proof.txt",
    "order cancel O-2026-002 --because too~dear",
    "plan new Ramp --set target=30,45,60,80,100 --set growth=2",
    "plan new Slow --set growth=1",
    "plan adopt Slow",
    "answer e_waste_recycling_percent 22",
    "inputs --year 2025 --set 7.54.2/1/revision=None",
    "inputs --year 2024 --set 7.54.2/1/revision=Once",
    "claim --year 2024 --set Larkmoor~SE~retired~I-TECs~for~2024.",
    "claim --year 2025 --set Larkmoor~SE~retired~I-TECs~for~2025.",
    "emissions on",
    "emissions import @epa_factors.csv --version 1.3.0",
    "emissions import %other_factors.csv --version 1.2",
    "emissions use --dollar EUR=1.08",
    "emissions energy --year 2025 --name Electricity --amount 120 --unit kWh --kgco2e 0.2 --source Grid",
    "emissions energy --year 2025 --name Gas --amount 70 --unit kWh --kgco2e 0.18 --source Supplier",
    "emissions show --year 2025",
    "lock --year 2023",
    "lock --year 2024",
    "sign --year 2024 --as prepared --by Ada~Lund --comment seen",
    "sign --year 2024 --as reviewed --by Jo~Brandt",
    "sign --year 2024 --as approved --by Kim~Osei",
    "export disclosure --year 2024 --final --out %final.json --out %final.pdf",
    "lines --year 2024",
    "reports --year 2024",
    "checks --year 2024",
    "verify",
];

fn files() -> [(&'static str, String); 13] {
    let line = |order: &str, number: i64, day: &str, rest: &str| {
        format!(
            "Acme,{order},{number},{day},Larkbook,L14,Laptop L14,Laptop,{rest},Larkmoor NL,NL,CC{number},S{number},kept\n"
        )
    };
    let of_2025 = |numbers: &[i64], more: i64| {
        let rows = numbers.iter().map(|number| {
            let units = 20 * number + if *number == 2 { more } else { 0 };
            line("P25", *number, &format!("2025-0{number}-10"), &format!("New,{units},1.5,800,EUR"))
        });
        format!("{LINES}{}", rows.collect::<String>())
    };
    let of_2024: String = (1..=6)
        .map(|number| {
            line("P24", number, &format!("2024-0{number}-10"), &format!("New,{},,900.50,EUR", 20 * number))
        })
        .chain([
            line("P24", 7, "2024-08-10", "New,several,1.5,900,EUR"),
            line("P24", 8, "2024-08-11", "New,many,1.5,900,EUR"),
            line("P24", 9, "2024-08-12", "Refurbished,2,18.5,4000,EUR"),
            "Acme,P24,10,2024-08-13,,,Office licence,Software,New,2,,40,EUR,Larkmoor DE,DE,CC2,,\n"
                .to_owned(),
        ])
        .collect();
    let asset = |tag: &str, batch: &str, outcome: &str, kg: &str, month: i64| {
        format!("{tag},{batch},Laptop,Laptop,{outcome},10,{kg},Circle BV,2025-0{month}-28,Larkmoor NL,2\n")
    };
    let assets = |restored: &str| {
        let rows = [
            asset("A1", "B-25", "Reused", "15,14", 3),
            asset("A2", "B-25", "Refurbished", &format!("80,{restored}"), 4),
            asset("A3", "B-26", "Parts", "80,0", 5),
            asset("A4", "B-26", "Reused", "40,39", 6),
        ];
        format!("{ASSETS}{}", rows.concat())
    };
    let statement = "Registry,Class,Serial prefix,Serial start,Serial end,Quantity,Vintage,Status\nBloom,I-TEC,NL-C,1,300,300,2024,active\nBloom,I-TEC,NL-C,301,600,300,2025,active\n";
    [
        ("catalogue.csv", "Manufacturer,Model,Category,Unit weight (kg),Emission factor (kgCO2e),Source,Date\nLarkbook,L14,Laptop,1.55,230,Maker,2025-01-01\nLarkbook,S2,Server,18.25,900,Maker,2025-01-02\n".into()),
        ("screens.csv", "Manufacturer,Model,Category,Unit weight (kg)\nLarkbook,M27,Monitor,6.5\n".into()),
        ("2024.csv", format!("{LINES}{of_2024}")),
        ("2025.csv", of_2025(&[1, 2, 3, 4, 5], 0)),
        ("2025_revised.csv", of_2025(&[1, 2, 3, 4, 6], 5)),
        ("odd.csv", "Item,Condition,Quantity,Unit weight (kg)\nTablet T1,RX,4,0.5\nTablet T2,RY,3,0.5\nTablet T3,RX,5,\nMonitor 24 inch,RX,5,\n".into()),
        ("assets.csv", assets("72")),
        ("assets_revised.csv", assets("70")),
        ("certificates.csv", format!("{LOTS}C-1,Bloom,I-TEC,NL-C,1,300,300,2024,1.10,EUR,2024-05-01\nC-2,Bloom,I-TEC,NL-C,301,600,300,2025,1.20,EUR,2025-05-01\n")),
        ("statement.csv", statement.into()),
        ("proof.txt", "a registry statement".into()),
        ("other.txt", "another document".into()),
        ("other_factors.csv", "2017 NAICS Code,2017 NAICS Title,GHG,Unit,Emission Factors with Margins\n334111,Computers,All GHGs,kg CO2e/2021 USD,0.06\n334118,Peripherals,All GHGs,kg CO2e/2021 USD,0.15\n".into()),
    ]
}

/// A sheet with two cells that a person corrects.
const CORRECTED: &str = "Item,Quantity,Unit weight (kg)\nDock D1,4.5,0.5\nDock D2,five,0.5\nDock D3,3,0.5\n";

fn made() -> Vec<u8> {
    let script = Script::new();
    files().iter().for_each(|(name, text)| script.write(name, text));
    STEPS.iter().for_each(|step| drop(script.done(step)));
    script.write("corrected.csv", CORRECTED);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let fix = |row, seen: &str, becomes: &str| CellFix {
            row: Some(row),
            column: "Quantity".into(),
            seen: seen.into(),
            becomes: becomes.into(),
            because: "the order says so".into(),
        };
        let options = ImportOptions {
            kind: "procurement".into(),
            year: Some(2025),
            fixes: vec![fix(2, "4.5", "5"), fix(3, "five", "5")],
            revision: Some("add".into()),
            ..ImportOptions::default()
        };
        let workspace = open(&script.workspace()).await.expect("opened");
        let file = script.file("corrected.csv");
        commit_import(&workspace, &file, &options, None, &Watch::default()).await.expect("imported");
        workspace.close().await;
    });
    std::fs::read(script.workspace()).expect("a workspace")
}

/// A copy of it in a folder of its own.
pub fn full() -> (TempDir, PathBuf) {
    // A runtime cannot be started within another one.
    static FULL: LazyLock<Vec<u8>> = LazyLock::new(|| std::thread::spawn(made).join().expect("a workspace"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("full.itec");
    std::fs::write(&path, &*FULL).expect("a copy");
    (folder, path)
}
