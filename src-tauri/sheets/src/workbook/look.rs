//! How a workbook looks: one calm table style for every sheet.

use super::{ColumnKind, Tab};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const INK: u32 = 0x13_212B;
const INK_SOFT: u32 = 0x5C_6A74;
const ACCENT: u32 = 0x0B_5A66;
const HEADER_FILL: u32 = 0xDF_ECED;
const LINE: u32 = 0xCD_D0CA;

/// The colour of a tab.
pub(super) fn tab_colour(tab: Tab) -> u32 {
    match tab {
        Tab::Data => 0x3B_6286,
        Tab::Cdp => 0x2F_7A55,
        Tab::Exclusion => 0xA6_1B3F,
    }
}

/// A line above the table; the first is its title.
pub(super) fn note(is_title: bool) -> Format {
    let format = Format::new().set_font_color(if is_title { INK } else { INK_SOFT });
    if is_title { format.set_bold().set_font_size(14) } else { format }
}

/// A header cell.
pub(super) fn header(kind: ColumnKind) -> Format {
    Format::new()
        .set_bold()
        .set_font_color(INK)
        .set_background_color(HEADER_FILL)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_align(side(kind))
        .set_text_wrap()
}

/// A cell of a column.
pub(super) fn cell(kind: ColumnKind) -> Format {
    let format = Format::new().set_font_color(INK).set_align(FormatAlign::Top).set_align(side(kind));
    match kind {
        ColumnKind::Prose => format.set_text_wrap(),
        ColumnKind::Date => format.set_num_format("yyyy-mm-dd"),
        ColumnKind::Text | ColumnKind::Number => format,
    }
}

/// A cell of the totals.
pub(super) fn total(kind: ColumnKind) -> Format {
    cell(kind).set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE)
}

fn side(kind: ColumnKind) -> FormatAlign {
    match kind {
        ColumnKind::Number => FormatAlign::Right,
        ColumnKind::Text | ColumnKind::Prose | ColumnKind::Date => FormatAlign::Left,
    }
}
