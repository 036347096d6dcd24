//! The twelve lots, and where their units are on 16 June 2026.

use crate::dispositions::PROVIDERS;
use crate::files::day;
use crate::line::decimal;
use crate::table::{Table, row};
use rust_decimal::Decimal;

/// A lot and the states its units are in.
pub struct Lot {
    /// Certificate id.
    pub id: &'static str,
    /// Project.
    pub project: &'static str,
    /// Facility, activity batch, country.
    pub place: [&'static str; 3],
    /// Vintage.
    pub vintage: i32,
    /// Text before the serials.
    pub prefix: &'static str,
    /// First serial.
    pub start: i64,
    /// Units.
    pub quantity: i64,
    /// Day of trade or issuance: year, month, day.
    pub traded: (i32, u32, u32),
    /// Seller and price; nothing for own lots.
    pub bought: Option<(&'static str, &'static str)>,
    /// Units held, reserved, listed, transferred, retired for 2025, retired for 2024, expired.
    pub states: [i64; 7],
}

const NORDHALL: &str = "Nordhall Certificates";
const EASTMERE: &str = "Eastmere Environmental";

/// All lots.
#[rustfmt::skip]
pub const LOTS: [Lot; 12] = [
    lot("BLM-2022-0031", "Rotterdam Device Reuse", ["F-NL-014", "RDR-22-07", "NL"], "NL-R-", 1_200_001, 60_000, (2024, 9, 16), Some((NORDHALL, "1.05")), [0, 0, 0, 0, 0, 48_000, 12_000]),
    lot("BLM-2023-0004", "Ohio Server Reuse", ["F-US-031", "OSR-23-12", "US"], "US-O-", 440_001, 250_000, (2025, 9, 22), Some((EASTMERE, "1.20")), [0, 0, 0, 0, 250_000, 0, 0]),
    lot("BLM-2023-0018", "Gdańsk Refurbishment", ["F-PL-008", "GDR-23-02", "PL"], "PL-G-", 90_001, 50_000, (2025, 10, 14), Some((NORDHALL, "1.28")), [0, 0, 0, 0, 50_000, 0, 0]),
    lot("BLM-2023-0027", "Ohio Server Reuse", ["F-US-031", "OSR-23-41", "US"], "US-O-", 690_001, 40_000, (2026, 5, 28), Some((EASTMERE, "1.15")), [0, 40_000, 0, 0, 0, 0, 0]),
    lot("BLM-2024-0009", "Rotterdam Device Reuse", ["F-NL-014", "RDR-24-03", "NL"], "NL-R-", 1_260_001, 180_000, (2026, 1, 19), Some((NORDHALL, "1.42")), [0, 0, 0, 0, 180_000, 0, 0]),
    lot("BLM-2024-0022", "Penang Remarketing", ["F-MY-005", "PGR-24-05", "MY"], "MY-P-", 310_001, 130_000, (2026, 2, 11), Some((EASTMERE, "1.35")), [0, 0, 0, 0, 130_000, 0, 0]),
    lot("BLM-2024-0035", "Gdańsk Refurbishment", ["F-PL-008", "GDR-24-11", "PL"], "PL-G-", 140_001, 40_000, (2026, 4, 14), Some((NORDHALL, "1.45")), [15_000, 25_000, 0, 0, 0, 0, 0]),
    lot("BLM-2024-0040", "Ridgeway ITAD, own assets", ["F-NL-021", "B-24-RIDGEWAY", "NL"], "NL-S-", 1, 150_000, (2024, 12, 10), None, [0, 0, 35_000, 25_000, 0, 90_000, 0]),
    lot("BLM-2025-0007", "Rotterdam Device Reuse", ["F-NL-014", "RDR-25-01", "NL"], "NL-R-", 1_440_001, 60_000, (2026, 5, 12), Some((NORDHALL, "1.62")), [60_000, 0, 0, 0, 0, 0, 0]),
    lot("BLM-2025-0101", "Ridgeway ITAD, own assets", ["F-NL-021", "B-25-RIDGEWAY", "NL"], "NL-S-", 150_001, 157_500, (2026, 3, 2), None, [0, 0, 0, 0, 157_500, 0, 0]),
    lot("BLM-2025-0102", "Castle Loop, own assets", ["F-US-044", "B-25-CASTLE-LOOP", "US"], "US-S-", 1, 94_900, (2026, 3, 9), None, [72_400, 0, 0, 0, 22_500, 0, 0]),
    lot("BLM-2025-0103", "Pacific Remarket, own assets", ["F-MY-009", "B-25-PACIFIC", "MY"], "MY-S-", 1, 47_600, (2026, 4, 20), None, [47_600, 0, 0, 0, 0, 0, 0]),
];

#[expect(clippy::too_many_arguments, reason = "a row of the table above")]
const fn lot(
    id: &'static str,
    project: &'static str,
    place: [&'static str; 3],
    prefix: &'static str,
    start: i64,
    quantity: i64,
    traded: (i32, u32, u32),
    bought: Option<(&'static str, &'static str)>,
    states: [i64; 7],
) -> Lot {
    let digits = id.as_bytes();
    let vintage = 2020 + (digits[7] - b'0') as i32;
    Lot { id, project, place, vintage, prefix, start, quantity, traded, bought, states }
}

impl Lot {
    /// Last serial.
    pub fn end(&self) -> i64 {
        self.start + self.quantity - 1
    }
}

/// The sums that the sample rests on.
fn check() {
    for (index, lot) in LOTS.iter().enumerate() {
        assert_eq!(lot.states.iter().sum::<i64>(), lot.quantity, "{}", lot.id);
        for other in &LOTS[..index] {
            let apart = lot.end() < other.start || other.end() < lot.start;
            assert!(lot.prefix != other.prefix || apart, "{} and {} overlap", lot.id, other.id);
        }
    }
    for (_, batch, kg) in PROVIDERS {
        let issued: i64 = LOTS.iter().filter(|lot| lot.place[1] == batch).map(|lot| lot.quantity).sum();
        assert_eq!(issued, kg[0] + kg[1], "{batch}");
    }
    assert_eq!(states(), [195_000, 65_000, 35_000, 25_000, 790_000, 138_000, 12_000]);
    assert_eq!(spent_for_2025(), decimal("996300.00"));
}

/// Units of all lots by state.
pub fn states() -> [i64; 7] {
    let mut sum = [0; 7];
    for lot in &LOTS {
        sum.iter_mut().zip(lot.states).for_each(|(sum, units)| *sum += units);
    }
    sum
}

/// Price of all lots bought for 2025: all but those of vintage 2022.
pub fn spent_for_2025() -> Decimal {
    let bought = LOTS.iter().filter(|lot| lot.vintage > 2022);
    bought.filter_map(|lot| Some(decimal(lot.bought?.1) * Decimal::from(lot.quantity))).sum()
}

/// The table.
pub fn table() -> Table {
    check();
    let headers = [
        "Certificate ID",
        "Registry",
        "Class",
        "Serial prefix",
        "Serial start",
        "Serial end",
        "Quantity",
        "Vintage",
        "Origin",
        "Project",
        "Facility",
        "Batch",
        "Country",
        "Trade date",
        "Counterparty",
        "Unit price",
        "Currency",
    ];
    let mut table = Table::new("Lots", &headers);
    for lot in &LOTS {
        let (year, month, of_month) = lot.traded;
        let (seller, price) = lot.bought.unzip();
        let [facility, batch, country] = lot.place;
        table.push(row![
            lot.id,
            "Bloom",
            "I-TEC",
            lot.prefix,
            lot.start,
            lot.end(),
            lot.quantity,
            i64::from(lot.vintage),
            if lot.bought.is_some() { "Purchased" } else { "Self-generated" },
            lot.project,
            facility,
            batch,
            country,
            day(year, month, of_month),
            seller.unwrap_or(""),
            price.map(decimal),
            if price.is_some() { "EUR" } else { "" },
        ]);
    }
    table
}
