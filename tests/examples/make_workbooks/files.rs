//! The five procurement files, and what each category has to weigh in each.

use crate::products::CATEGORIES;
use chrono::NaiveDate;

/// A day of the calendar.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// What one category has to weigh in one file: kg in all, kg by catalogue (about), units by default.
pub struct Share(pub &'static str, pub i64, pub i64, pub i64);

/// One file: its lines by kind and its masses.
pub struct File {
    /// Name.
    pub name: &'static str,
    /// Short name, in order numbers and models.
    pub code: &'static str,
    /// Sheet.
    pub sheet: &'static str,
    /// Weights in its rows are in pounds.
    pub in_pounds: bool,
    /// First and last day.
    pub period: (NaiveDate, NaiveDate),
    /// All lines; refurbished or used ones; those out of scope.
    pub lines: (usize, usize, usize),
    /// Mass of refurbished and used lines, kg, about.
    pub refurbished_kg: i64,
    /// Masses by category.
    pub shares: &'static [Share],
}

/// All five files.
pub fn files() -> [File; 5] {
    let year = (day(2025, 1, 6), day(2025, 12, 19));
    [
        File {
            name: "procurement_2025_H1.xlsx",
            code: "H1",
            sheet: "PO lines",
            in_pounds: false,
            period: (day(2025, 1, 6), day(2025, 6, 30)),
            lines: (921, 47, 97),
            refurbished_kg: 36_000,
            shares: &[
                Share("server", 148_000, 55_000, 452),
                Share("monitor", 158_000, 54_000, 3_300),
                Share("desktop", 62_000, 18_500, 1_800),
                Share("laptop", 61_000, 21_500, 5_300),
                Share("network", 42_000, 22_000, 0),
                Share("storage", 31_000, 13_000, 0),
                Share("thin_client", 4_300, 1_300, 2_100),
                Share("tablet", 2_900, 900, 1_800),
                Share("smartphone", 3_100, 1_000, 7_600),
            ],
        },
        File {
            name: "procurement_2025_H2.xlsx",
            code: "H2",
            sheet: "PO lines",
            in_pounds: false,
            period: (day(2025, 7, 1), day(2025, 12, 19)),
            lines: (885, 46, 93),
            refurbished_kg: 34_000,
            shares: &[
                Share("server", 137_200, 51_600, 420),
                Share("monitor", 152_400, 50_400, 3_000),
                Share("desktop", 57_900, 16_900, 1_752),
                Share("laptop", 57_600, 20_000, 4_880),
                Share("network", 42_900, 20_700, 0),
                Share("storage", 30_800, 12_800, 0),
                Share("thin_client", 3_800, 1_100, 1_900),
                Share("tablet", 2_200, 700, 1_400),
                Share("smartphone", 2_100, 700, 5_200),
            ],
        },
        File {
            name: "datacentre_capex_2025.xlsx",
            code: "DC",
            sheet: "Servers",
            in_pounds: true,
            period: year,
            lines: (211, 10, 22),
            refurbished_kg: 11_000,
            shares: &[
                Share("server", 183_000, 0, 0),
                Share("storage", 10_000, 10_000, 0),
                Share("network", 5_400, 5_400, 0),
            ],
        },
        File {
            name: "retail_rollout_q3.csv",
            code: "RR",
            sheet: "",
            in_pounds: false,
            period: (day(2025, 7, 1), day(2025, 9, 30)),
            lines: (147, 7, 15),
            refurbished_kg: 2_200,
            shares: &[
                Share("monitor", 21_000, 6_000, 530),
                Share("desktop", 9_000, 2_500, 250),
                Share("thin_client", 6_100, 1_800, 3_000),
                Share("tablet", 4_000, 1_300, 2_400),
                Share("network", 6_000, 3_200, 0),
            ],
        },
        File {
            name: "mobile_fleet_2025.xlsx",
            code: "MF",
            sheet: "Fleet",
            in_pounds: false,
            period: year,
            lines: (28, 2, 3),
            refurbished_kg: 200,
            shares: &[Share("tablet", 3_200, 1_000, 1_934), Share("smartphone", 3_100, 1_100, 7_788)],
        },
    ]
}

/// Mass of the refurbished and used lines of all files together.
pub const REFURBISHED_KG: i64 = 83_400;

/// The categories' exact masses, over all files.
pub fn category_totals() -> Vec<(&'static str, i64)> {
    let total = |key| {
        files().iter().flat_map(|file| file.shares).filter(|share| share.0 == key).map(|share| share.1).sum()
    };
    CATEGORIES.iter().map(|category| (category.key, total(category.key))).collect()
}
