//! Procurement lines, paged, and the work list of lines without a weight.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which lines, and which page of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LinesQuery {
    /// The reporting year.
    pub year: i32,
    /// First line of the page, from 0.
    pub offset: u32,
    /// Lines on the page; 500 at most.
    pub limit: u32,
    /// Only this category key; an empty text means lines without one.
    pub category: Option<String>,
    /// Only this condition.
    pub condition: Option<String>,
    /// Only this weight source.
    pub weight_source: Option<String>,
    /// Only this kind, or one that belongs to it; an empty text means lines of no known kind.
    pub kind: Option<String>,
    /// Only lines weighed so: `row`, `catalogue`, `given`, `table`, `family`, `own_average`, `default`, `last_resort` or
    /// `unresolved`.
    pub tier: Option<String>,
    /// Only this import.
    pub import_id: Option<String>,
    /// Only lines of this entity.
    pub entity: Option<String>,
    /// Only lines whose item, maker, model, supplier or order number contains this.
    pub search: Option<String>,
    /// Only `in` or `out` of scope.
    pub scope: Option<String>,
    /// `date`, `item`, `category`, `condition`, `quantity`, `mass` or `row`; needing a person first where left out.
    pub sort: Option<String>,
    /// Descending.
    pub descending: bool,
    /// Whether to sum up all lines that match.
    pub with_totals: bool,
}

/// What all lines that match come to, whatever page of them is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LinesTotals {
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
    /// Mass of all whose weight is known, kg.
    pub mass_kg: String,
    /// Mass of new hardware among them, with such in unknown condition, kg.
    pub mass_kg_new: String,
    /// New lines among them without a weight: in no mass.
    pub lines_unresolved: i64,
}

/// A page of lines.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LinesPage {
    /// Lines that match.
    pub total: i64,
    /// What they come to; `null` unless asked for.
    pub totals: Option<LinesTotals>,
    /// This page.
    pub lines: Vec<LineView>,
}

/// One procurement line.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineView {
    /// Scope 3 category: 1 or 2.
    pub scope3_category: i64,
    /// How its price decided that, or why it could not and the default stands in; `null` where none was compared.
    pub scope3_rule: Option<String>,
    /// Its id.
    pub id: i64,
    /// Import it came with.
    pub import_id: String,
    /// Date, where it has one.
    pub date: Option<String>,
    /// What it is.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// `new`, `refurbished`, `used` or `unknown`.
    pub condition: String,
    /// Why it is no hardware; `null` for hardware.
    pub out_of_scope_because: Option<String>,
    /// Units; below 0 for returns.
    pub quantity: i64,
    /// Mass of one unit.
    pub unit_mass_kg: Option<String>,
    /// Mass of the line.
    pub mass_kg: Option<String>,
    /// Low end of its 90 % range; the mass itself where it is exact.
    pub mass_kg_low: Option<String>,
    /// High end.
    pub mass_kg_high: Option<String>,
    /// Where the weight came from.
    pub weight_source: String,
    /// Kind key: what was recognised, else its category.
    pub kind: Option<String>,
    /// `row`, `catalogue`, `given`, `table`, `family`, `own_average`, `default`, `last_resort` or `unresolved`.
    pub tier: String,
    /// The family or class that it was weighed by.
    pub weight_class: Option<String>,
    /// The tables or lines that the weight is from.
    pub weight_from: Option<String>,
    /// How many devices that rests on.
    pub devices: Option<usize>,
    /// The words that decided, with what they said.
    pub evidence: Option<String>,
    /// Supplier.
    pub supplier: Option<String>,
    /// Order number.
    pub order_number: Option<String>,
    /// Entity.
    pub entity: Option<String>,
    /// File it stands in.
    pub file_name: String,
    /// Sheet.
    pub sheet: String,
    /// 1-based row.
    pub row: i64,
    /// What is flagged: `condition_unknown`, `year_assumed`, `total_differs`.
    pub flags: Vec<String>,
}

/// Where a line came from, down to the cells.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LineTrace {
    /// The line.
    pub line: LineView,
    /// Hash of its file.
    pub file_sha256: String,
    /// Its row as it stood in the sheet.
    pub cells: Vec<TracedCell>,
}

/// A cell as it stood in the sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TracedCell {
    /// Its column's letters.
    pub column: String,
    /// Its column's header.
    pub header: String,
    /// The field it became.
    pub field: Option<String>,
    /// Its text.
    pub text: String,
    /// What a person had it read as instead, `null` where it was read as it stands.
    pub corrected_to: Option<String>,
    /// Why.
    pub corrected_because: Option<String>,
    /// The formula from which its text was computed here, as the file holds no result; `null` where it stands in the file.
    pub computed_from: Option<String>,
}

/// Lines without a weight that one weight would settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnresolvedDevice {
    /// What stands in their item column.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// Lines.
    pub lines: i64,
    /// Units.
    pub quantity: i64,
}

/// A weight given to such a device.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WeightGiven {
    /// Item text of its lines.
    pub item: Option<String>,
    /// Manufacturer.
    pub manufacturer: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// Mass of one unit, kg, above 0.
    pub unit_mass_kg: String,
    /// What it rests on: `scale`, `estimate`, or a data sheet with its link.
    pub weight_from: Option<String>,
}

/// What giving weights changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WeightsApplied {
    /// Id under which it can be taken back.
    pub import_id: String,
    /// Lines that now have a mass.
    pub lines: i64,
    /// Mass added to the new mass of open years.
    pub mass_kg_new_added: String,
}
