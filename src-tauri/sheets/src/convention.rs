//! Dates and numbers are decided per column: which reading survives every cell.

use crate::words::words;

words! {
    /// The order of day and month in dates such as 03/04/2025.
    pub enum DateOrder {
        /// Day first.
        DayFirst = "day_first",
        /// Month first.
        MonthFirst = "month_first",
    }
}

words! {
    /// The decimal separator of numbers written as text.
    pub enum DecimalSeparator {
        /// 1,234.56
        Point = "point",
        /// 1.234,56
        Comma = "comma",
    }
}

/// What all cells of a column allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColumnFacts {
    /// Cells that hold something.
    pub filled: u32,
    /// Cells that are numbers already.
    pub numeric: u32,
    /// Texts that read as a number with a decimal point only.
    pub point: u32,
    /// Texts that read as a number with a decimal comma only.
    pub comma: u32,
    /// Texts that read as two different numbers.
    pub point_or_comma: u32,
    /// Texts that read as a date with the day first only.
    pub day_first: u32,
    /// Texts that read as a date with the month first only.
    pub month_first: u32,
    /// Texts that read as two different dates.
    pub day_or_month: u32,
}
