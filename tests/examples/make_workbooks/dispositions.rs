//! What was sent to ITAD providers, and what became of it.

use crate::files::day;
use crate::table::{Table, row};
use rust_decimal::Decimal;

/// Provider, batch of 2025, and kg of 2025 reused, refurbished, used for parts, recovered as material, and left over.
pub const PROVIDERS: [(&str, &str, [i64; 5]); 3] = [
    ("Ridgeway ITAD", "B-25-RIDGEWAY", [76_500, 81_000, 8_000, 36_000, 8_500]),
    ("Castle Loop Recovery", "B-25-CASTLE-LOOP", [45_500, 49_400, 6_500, 22_800, 5_800]),
    ("Pacific Remarket", "B-25-PACIFIC", [20_000, 27_600, 4_000, 23_200, 5_200]),
];

const OUTCOMES: [&str; 5] = ["Reuse", "Refurbished", "Parts", "Material recovery", "Residual"];

/// Categories a provider receives, with their share of each outcome in percent and a unit's mass in hundredths of a kg.
const RECEIVED: [(&str, i64, i64); 4] =
    [("Servers", 45, 2_250), ("Monitors", 28, 600), ("Desktops", 16, 640), ("Laptops", 11, 200)];

/// Batch, provider, month and day, kg sent, kg restored where known.
type Shipment = (&'static str, &'static str, (u32, u32), i64, Option<i64>);

/// Shipments of 2026.
pub const SHIPMENTS: [Shipment; 5] = [
    ("S-26-001", "Ridgeway ITAD", (1, 12), 52_000, Some(39_400)),
    ("S-26-002", "Castle Loop Recovery", (2, 3), 41_000, Some(30_200)),
    ("S-26-003", "Ridgeway ITAD", (3, 9), 36_000, Some(26_400)),
    ("S-26-004", "Pacific Remarket", (4, 21), 27_000, Some(15_800)),
    ("S-26-005", "Ridgeway ITAD", (5, 28), 32_000, None),
];

/// Kg sent in 2025, and kg restored under the strict and the wide policy.
pub fn totals_2025() -> (i64, i64, i64) {
    PROVIDERS.iter().fold((0, 0, 0), |(sent, strict, wide), (_, _, kg)| {
        (sent + kg.iter().sum::<i64>(), strict + kg[0] + kg[1], wide + kg[..4].iter().sum::<i64>())
    })
}

/// The table of 2025: one row per provider, outcome and category.
pub fn table_2025() -> Table {
    let headers = [
        "Batch",
        "Provider",
        "Date",
        "Category",
        "Outcome",
        "Quantity",
        "Sent weight (kg)",
        "Restored weight (kg)",
        "Legal obligation (kg)",
    ];
    let mut table = Table::new("Dispositions", &headers);
    for (index, (provider, batch, kilograms)) in PROVIDERS.into_iter().enumerate() {
        for (outcome, whole) in OUTCOMES.into_iter().zip(kilograms) {
            let mut left = whole;
            for (category, percent, unit) in RECEIVED {
                let kg = if category == "Laptops" { left } else { whole * percent / 100 };
                left -= kg;
                // Parts and material are restored by policy: the file leaves them open.
                let restored = match outcome {
                    "Reuse" | "Refurbished" => Some(Decimal::from(kg)),
                    "Residual" => Some(Decimal::ZERO),
                    _ => None,
                };
                let month = 3 + u32::try_from(index).unwrap_or(0) * 3 + u32::from(outcome == "Residual");
                let date = day(2025, month, 14);
                table.push(row![batch, provider, date, category, outcome, kg * 100 / unit, kg, restored, 0]);
            }
        }
    }
    assert_eq!(totals_2025(), (420_000, 300_000, 400_500));
    table
}

/// The table of 2026: one row per shipment, without outcomes yet.
pub fn table_2026() -> Table {
    let headers =
        ["Batch", "Provider", "Date", "Sent weight (kg)", "Restored weight (kg)", "Legal obligation (kg)"];
    let mut table = Table::new("Shipments", &headers);
    for (batch, provider, (month, of_month), sent, restored) in SHIPMENTS {
        table.push(row![batch, provider, day(2026, month, of_month), sent, restored.map(Decimal::from), 0]);
    }
    let restored: i64 = SHIPMENTS.iter().filter_map(|shipment| shipment.4).sum();
    assert_eq!((SHIPMENTS.iter().map(|shipment| shipment.3).sum::<i64>(), restored), (188_000, 111_800));
    table
}
