//! An IT department's year of 500 order lines, from file to requirement without one weight by hand: what was known,
//! estimated and unknown. The same for the university's inventory and whatever else was handed over as procurement.

use crate::support::{Bench, shared};
use planner_actions::RequirementRequest;
use planner_actions::views::requirement::RequirementView;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What a line may be: its text as ordered, its supplier, its unit price and the most units of it.
type Offer = (&'static str, &'static str, i64, u64);

/// What is bought all year, as it is written on orders; no weight anywhere.
const OFFERS: [Offer; 76] = [
    ("Dell Latitude 5440 i5-1345U 16GB 512GB W11P", "Dell", 98000, 40),
    ("Dell Latitude 7440 i7 32GB 1TB 14\"", "Dell", 149000, 12),
    ("NB LEN ThinkPad T14 G4 i5 16/512", "Bechtle", 112000, 60),
    ("Lenovo ThinkPad X1 Carbon Gen 11 i7", "Bechtle", 178000, 8),
    ("HP EliteBook 840 G10 i5 16GB 512GB", "Bechtle", 119000, 50),
    ("HP ProBook 450 G10 15.6 i5", "Bechtle", 74000, 30),
    ("Apple MacBook Pro 14 M3 Pro 18GB 512GB", "Cancom", 209000, 6),
    ("MacBook Air 13 M2 256GB", "Cancom", 109000, 10),
    ("Microsoft Surface Laptop 5 13.5", "Cancom", 121000, 6),
    ("HP ZBook Fury 16 G10 i9 RTX 2000", "Bechtle", 289000, 4),
    ("Dell Precision 5680 i7 RTX A1000", "Dell", 251000, 4),
    ("OptiPlex 7010 Micro i5 16GB", "Dell", 74000, 40),
    ("OptiPlex 7010 SFF Plus i5", "Dell", 81000, 20),
    ("HP EliteDesk 800 G9 Mini i5", "Bechtle", 82000, 20),
    ("Lenovo ThinkCentre M70q Gen 4 Tiny", "Bechtle", 69000, 25),
    ("HP Z2 G9 Tower Workstation i9 64GB", "Bechtle", 239000, 3),
    ("iMac 24\" M3 8-core", "Cancom", 159000, 3),
    ("HP t640 Thin Client", "Bechtle", 39000, 15),
    ("iPad 10. Gen 64GB WiFi", "Cancom", 43000, 15),
    ("Samsung Galaxy Tab S9 FE", "Cancom", 41000, 10),
    ("Apple iPhone 15 128GB", "Telekom", 79900, 30),
    ("Samsung Galaxy A54 5G 128GB EE", "Telekom", 36900, 40),
    ("Zebra TC26 mit Ladeschale", "Jarltech", 51000, 8),
    ("Dell P2422H 23.8\" Monitor", "Dell", 16900, 80),
    ("Dell U2723QE 27\" 4K USB-C", "Dell", 47900, 25),
    ("HP E27 G5 FHD Monitor", "Bechtle", 21900, 40),
    ("LG 34WN80C-B 34\" curved", "Bechtle", 52900, 6),
    ("EIZO FlexScan EV2495", "Bechtle", 49900, 6),
    ("Samsung QM65C 65\" Signage", "Bechtle", 139000, 2),
    ("Epson EB-FH52 Projektor", "Bechtle", 78900, 2),
    ("Dell WD19S 130W Dock", "Dell", 17900, 60),
    ("Lenovo ThinkPad Universal USB-C Dock 40AY0090EU", "Bechtle", 16900, 50),
    ("HP USB-C Dock G5", "Bechtle", 15900, 40),
    ("Logitech MK295 Tastatur-Maus-Set", "Bechtle", 3900, 60),
    ("Logitech MX Master 3S", "Bechtle", 8900, 20),
    ("Cherry Stream Keyboard DE", "Bechtle", 2900, 40),
    ("Jabra Evolve2 40 MS Stereo", "Bechtle", 8900, 60),
    ("Poly Voyager Focus 2 UC", "Bechtle", 21900, 20),
    ("Logitech C920 HD Pro Webcam", "Bechtle", 6900, 15),
    ("Jabra Speak 510", "Bechtle", 9900, 6),
    ("Logitech Rally Bar", "Bechtle", 289000, 2),
    ("Poly Studio X50", "Bechtle", 239000, 2),
    ("Yealink SIP-T54W", "Bechtle", 17900, 25),
    ("Cisco CP-8841-K9", "Computacenter", 29900, 20),
    ("C9200L-48P-4X-E", "Computacenter", 379000, 6),
    ("C9300-24UX-A", "Computacenter", 789000, 2),
    ("Aruba 6200F 24G CL4 JL725A", "Computacenter", 219000, 4),
    ("Netgear GS308 8-Port Switch", "Computacenter", 3500, 10),
    ("Ubiquiti USW-Pro-24-PoE", "Computacenter", 69900, 3),
    ("Aruba AP-515 (RW) Q9H62A", "Computacenter", 59900, 30),
    ("UniFi U6-Pro Access Point", "Computacenter", 15900, 20),
    ("FortiGate 100F FG-100F", "Computacenter", 289000, 2),
    ("FG-60F Fortinet", "Computacenter", 69900, 4),
    ("Teltonika RUTX11 LTE Router", "Computacenter", 39900, 4),
    ("HPE ProLiant DL380 Gen11 8SFF 2x Gold 64GB", "Computacenter", 829000, 3),
    ("PowerEdge R650xs 2x Silver 128GB", "Dell", 699000, 3),
    ("Synology DS1522+", "Computacenter", 69900, 2),
    ("NetApp FAS2720 12x4TB", "Computacenter", 1890000, 1),
    ("APC SMT1500RMI2UC Smart-UPS", "Computacenter", 98900, 4),
    ("APC Back-UPS BX950MI", "Computacenter", 11900, 8),
    ("APC AP8853 Rack PDU", "Computacenter", 119900, 4),
    ("HP LaserJet Pro M404dn", "Bechtle", 24900, 8),
    ("Brother MFC-L8690CDW", "Bechtle", 46900, 4),
    ("Zebra ZD421 Etikettendrucker", "Jarltech", 42900, 4),
    ("HPE 32GB DDR4-3200 RDIMM", "Computacenter", 31900, 16),
    ("Samsung 980 Pro 1TB SSD", "Bechtle", 9900, 12),
    ("Ersatzakku Latitude 5420 63Wh", "Dell", 8900, 10),
    ("HDMI Kabel 2m", "Bechtle", 900, 60),
    ("HP 410X CF410X Toner", "Bechtle", 14900, 12),
    ("Microsoft 365 E3 Jahresabo", "SoftwareOne", 38400, 250),
    ("Adobe Creative Cloud 1yr", "SoftwareOne", 71900, 15),
    ("FortiGate 60F UTP Renewal 1 year", "Computacenter", 39900, 4),
    ("Dell ProSupport 3 Jahre Latitude", "Dell", 11900, 60),
    ("Installation und Rollout vor Ort", "Computacenter", 9500, 40),
    ("Versandkosten", "Bechtle", 1290, 1),
    ("Trade-in Gutschrift Altgeräte", "Bechtle", 4500, 20),
];

/// Lines of the year.
const LINES: u64 = 500;

/// Numbers that look random and are the same each time (Lehmer).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 % end
    }
}

/// The year's orders as an ERP gives them out.
fn purchase_list(folder: &Path) -> PathBuf {
    let mut text = String::from("Order No;Order Date;Supplier;Description;Qty;Unit Price;Currency\n");
    let mut numbers = Numbers(20_250_101);
    for line in 0..LINES {
        let (item, supplier, cents, most) = OFFERS[numbers.below(OFFERS.len() as u64) as usize];
        let (units, day, month) = (numbers.below(most) + 1, numbers.below(28) + 1, numbers.below(12) + 1);
        let item = item.replace('"', "\"\"");
        let (whole, rest) = (cents / 100, cents % 100);
        let row = format!(
            "PO-2025-{:04};2025-{month:02}-{day:02};{supplier};\"{item}\";{units};{whole}.{rest:02};EUR",
            line + 1
        );
        writeln!(text, "{row}").expect("a text");
    }
    let path = folder.join("purchase list.csv");
    std::fs::write(&path, text).expect("a file");
    path
}

/// Says what was known, estimated and unknown of a year.
fn told(what: &str, year: &RequirementView) {
    println!(
        "{what}: {} kg ({} – {}), {} lines with a mass, {} without",
        year.mass_kg_new, year.mass_kg_low, year.mass_kg_high, year.lines, year.lines_unresolved
    );
    for one in &year.by_tier {
        let mass = one.mass_kg.as_deref().unwrap_or("–");
        println!("  {} by {}: {} lines, {} units, {mass} kg", one.known, one.tier, one.lines, one.quantity);
    }
}

async fn year(bench: &Bench) -> RequirementView {
    let request = RequirementRequest { year: 2025, ..RequirementRequest::default() };
    planner_actions::requirement(&bench.workspace, &request).await.expect("a requirement")
}

/// What was handed over as procurement, a university's inventory among it: as far as a file goes through without a
/// question, what of it is known.
#[tokio::test]
async fn what_was_handed_over_says_what_is_known() {
    let Some(inventory) = shared("procurement/nickprog_university_inventory.xlsx") else { return };
    let folder = inventory.parent().expect("a folder");
    let files = std::fs::read_dir(folder).expect("files").map(|file| file.expect("a file").path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let mut weighed = 0;
    for path in files {
        let bench = Bench::new().await;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match bench.import("procurement", &path).await {
            Ok(report) => {
                println!(
                    "{name}: {} read, {} imported, {} skipped, {} rejected",
                    report.rows_read, report.rows_imported, report.rows_skipped, report.rows_rejected
                );
                let year = year(&bench).await;
                told(&name, &year);
                weighed += year.lines;
            }
            Err(refused) => println!("{name}: {} ({})", refused.message, refused.code),
        }
    }
    assert!(weighed > 0, "none of the files has a line with a mass");
}

#[tokio::test]
async fn a_year_of_500_lines_has_its_requirement_without_a_weight_by_hand() {
    let bench = Bench::new().await;
    let report = bench.import("procurement", &purchase_list(bench.folder.path())).await.expect("an import");
    println!(
        "{} read, {} imported, {} skipped, {} rejected",
        report.rows_read, report.rows_imported, report.rows_skipped, report.rows_rejected
    );
    println!("not counted: {:?}", report.excluded_because);
    let year = year(&bench).await;
    told("a year of 500 lines", &year);
    assert_eq!(report.rows_read, LINES);
    let lines = year.lines + year.lines_unresolved;
    assert!(lines >= 400, "{lines} lines of hardware");
    assert!(year.lines_unresolved * 100 <= lines * 3, "{} of {lines} have no weight", year.lines_unresolved);
    assert!(!year.by_tier.iter().any(|one| matches!(one.tier.as_str(), "row" | "catalogue" | "given")));
}
