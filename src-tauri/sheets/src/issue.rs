//! What is wrong with, or worth knowing about, a row.

use crate::words::words;

/// One thing found in a row, or once for the whole sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Row, from 1; the header row for what is said once for the whole column or sheet.
    pub row: u32,
    /// The column's header, or its letters where it has none; nothing where it concerns the row.
    pub column: Option<String>,
    /// What it is.
    pub code: IssueCode,
    /// What it does to the row.
    pub severity: Severity,
    /// What stands in the file.
    pub seen: String,
    /// What was expected, in words.
    pub expected: String,
}

words! {
    /// What an issue does to its row.
    pub enum Severity {
        /// Good to know.
        Informs = "informs",
        /// The row is kept; a person should look.
        Warns = "warns",
        /// The row is not imported.
        Rejects = "rejects",
    }
}

words! {
    /// What an issue is.
    pub enum IssueCode {
        /// A number was expected.
        NotANumber = "not_a_number",
        /// A whole number was expected.
        NotWhole = "not_whole",
        /// The quantity is missing though there is a column for it.
        MissingQuantity = "missing_quantity",
        /// A mass below zero.
        NegativeMass = "negative_mass",
        /// A number too large to be held.
        TooLarge = "too_large",
        /// A cell holds an error such as `#N/A` where the row cannot do without.
        ErrorCell = "error_cell",
        /// A serial number or range cannot be read.
        UnreadableSerial = "unreadable_serial",
        /// The quantity is not the size of the serial range.
        RangeMismatch = "range_mismatch",
        /// The row has no serial number.
        MissingSerial = "missing_serial",
        /// The order names nobody it was placed with.
        MissingSeller = "missing_seller",
        /// The order names no vintage that can be read.
        MissingVintage = "missing_vintage",
        /// A part of the order was delivered already; its quantity is taken as what is still to come.
        PartDelivered = "part_delivered",
        /// The row names nothing: no item, model or category.
        NothingNamed = "nothing_named",
        /// A cell holds an error such as `#N/A`; it was read as nothing.
        ErrorIgnored = "error_ignored",
        /// A formula without a stored result; it was read as nothing.
        FormulaWithoutValue = "formula_without_value",
        /// A date cannot be read; the row has none.
        UnreadableDate = "unreadable_date",
        /// Days and months cannot be told apart in the whole column.
        AmbiguousDate = "ambiguous_date",
        /// Decimal and thousands separators cannot be told apart in the whole column.
        AmbiguousNumber = "ambiguous_number",
        /// An optional number cannot be read; the row has none.
        UnreadableNumber = "unreadable_number",
        /// The unit of a mass is not stated; kilograms were taken, which its values fit.
        MassUnitAssumed = "mass_unit_assumed",
        /// The unit of a mass is not stated, and nothing tells it.
        MassUnitOpen = "mass_unit_open",
        /// Whether a mass is of the unit or of the line is not stated.
        UnitOrLineMass = "unit_or_line_mass",
        /// A word for the condition is not known; it counts as new.
        UnknownCondition = "unknown_condition",
        /// A word for the outcome is not known.
        UnknownOutcome = "unknown_outcome",
        /// A certificate class is not known.
        UnknownClass = "unknown_class",
        /// A mass that such a device does not have.
        ImplausibleMass = "implausible_mass",
        /// The stated total is not quantity × unit mass.
        MassMismatch = "mass_mismatch",
        /// More restored than sent.
        RestoredExceedsSent = "restored_exceeds_sent",
        /// The row stands in a hidden or filtered-out row.
        HiddenRow = "hidden_row",
        /// There is no quantity column: each row is one device.
        QuantityImplied = "quantity_implied",
        /// A row names several devices side by side.
        SeveralDevices = "several_devices",
        /// A return: its quantity is below zero.
        ReturnedGoods = "returned_goods",
        /// Not hardware: kept out of the sum with its reason.
        OutOfScope = "out_of_scope",
        /// The headers look like those of another kind than the one the rows are read as.
        OtherKind = "other_kind",
        /// A person corrected the cell.
        CellFixed = "cell_fixed",
        /// A date was written as a bare serial number.
        SerialDate = "serial_date",
        /// A word stands for a unit of mass that is not known.
        UnknownUnit = "unknown_unit",
        /// Retired hardware without any mass: unknown is not 0.
        MissingMass = "missing_mass",
        /// A stated mass of 0, as systems write what was never filled in; it was read as nothing.
        ZeroMass = "zero_mass",
        /// The mass with packaging counts.
        GrossWeight = "gross_weight",
        /// A column that could be meant is left aside.
        ColumnUnused = "column_unused",
        /// How pieces are counted.
        PiecesCounted = "pieces_counted",
        /// A blank cell took what stands above it.
        FilledDown = "filled_down",
        /// Lines are parts of other lines.
        BundleParts = "bundle_parts",
        /// The masses of a row by where they went are not what was sent.
        MassBalance = "mass_balance",
        /// Rows without a date take the year that the sheet's name or its headers say.
        YearOfSheet = "year_of_sheet",
        /// A formula whose result the file does not hold; it was computed here.
        FormulaComputed = "formula_computed",
        /// The table looks like the report of a known system.
        KnownSystem = "known_system",
        /// A line is struck through in the file; it counts by a person's word.
        StruckThrough = "struck_through",
        /// A mass was estimated by category, by a person's word.
        MassEstimated = "mass_estimated",
        /// The item's text says its condition.
        ConditionInText = "condition_in_text",
        /// A quotation mark is never closed; it was read as it stands.
        StrayQuote = "stray_quote",
        /// The item's text may say that it is not new.
        ConditionUnsure = "condition_unsure",
        /// The item's text says another condition than its column.
        ConditionDisagrees = "condition_disagrees",
        /// The item's text reads as another kind than the file's category.
        CategoryDisagrees = "category_disagrees",
        /// Another table begins below.
        AnotherTable = "another_table",
    }
}

impl IssueCode {
    /// The word under which it is sent.
    pub fn as_str(self) -> &'static str {
        self.word()
    }

    /// What it does to its row.
    pub fn severity(self) -> Severity {
        use IssueCode::*;
        match self {
            NotANumber | NotWhole | MissingQuantity | NegativeMass | TooLarge | ErrorCell
            | UnreadableSerial | RangeMismatch | MissingSerial | MissingSeller | MissingVintage
            | UnreadableDate | UnknownUnit | MissingMass => Severity::Rejects,
            ColumnUnused | PiecesCounted | FilledDown | BundleParts | YearOfSheet | FormulaComputed
            | KnownSystem | AnotherTable | ConditionInText | QuantityImplied | SeveralDevices
            | ReturnedGoods | OutOfScope | SerialDate | CellFixed => Severity::Informs,
            _ => Severity::Warns,
        }
    }
}

impl Issue {
    /// An issue of a row, or of a cell where a column is named.
    pub fn new(row: u32, column: Option<&str>, code: IssueCode, seen: &str, expected: &str) -> Self {
        let column = column.map(str::to_owned);
        Self { row, column, code, severity: code.severity(), seen: seen.into(), expected: expected.into() }
    }
}
