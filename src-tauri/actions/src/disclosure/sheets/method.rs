//! Method: rules, roundings and the weights used.

use super::table::sayings;
use crate::disclosure::figures::Figures;
use crate::{ActionError, assets};
use planner_sheets::workbook::Sheet;

const RULES: [(&str, &str); 10] = [
    (
        "Line mass",
        "the total the row states, else quantity × unit mass; whole milligrams, rounded once per line, half to even",
    ),
    (
        "Unit mass",
        "first that applies: the row, the catalogue by manufacturer and model, the own average of the category, the shipped category default; else unresolved and in no total",
    ),
    ("Units", "1 lb = 0.45359237 kg and 1 oz = 0.028349523125 kg, exactly"),
    (
        "New mass",
        "kg of hardware bought in the reporting year in new or unknown condition; returns reduce it",
    ),
    (
        "Gross requirement",
        "kg of new hardware rounded up to whole certificates, once per entity and reporting year",
    ),
    ("Needed", "gross × target, rounded up"),
    (
        "Coverage",
        "units validly retired ÷ gross requirement, two places; rounding never lifts an incomplete coverage to 100 %",
    ),
    (
        "Remaining to buy",
        "needed − retired − reserved − usable units held, earlier open years first, never below 0",
    ),
    ("Retirement order", "first expiring, then oldest vintage, then lowest cost"),
    (
        "Last usable day",
        "31 December of vintage + 3, unless the registry gives a date (Circularity Standard v1.1, §11)",
    ),
];

/// The sheet.
pub(super) fn sheet(figures: &Figures) -> Result<Sheet, ActionError> {
    let defaults = assets::shipped_defaults()?;
    let mut rows: Vec<_> = RULES.map(|(what, how)| (what.to_owned(), how.to_owned())).into();
    let source = format!(
        "{} version {}, {}, {}; {}",
        defaults.id, defaults.version, defaults.source, defaults.date, defaults.licence
    );
    rows.extend([
        ("Catalogue".to_owned(), format!("{} devices", figures.catalogue_devices)),
        ("Category defaults".to_owned(), source),
        ("Attribution".to_owned(), defaults.attribution.clone()),
    ]);
    rows.extend(defaults.category.iter().map(|(category, one)| {
        let weights = format!("{} kg (p25 {}, p75 {}, n = {})", one.median, one.p25, one.p75, one.n);
        (format!("Default of {category}"), weights)
    }));
    let title = format!("How the figures of {} were made", figures.year());
    Ok(sayings("Method", vec![title], ["What", "How"], rows))
}
