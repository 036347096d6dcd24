//! How a workbook looks: one calm table style for every sheet.

use super::{Cell, Column, ColumnKind, Tab};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const INK: u32 = 0x13_212B;
const INK_SOFT: u32 = 0x5C_6A74;
const ACCENT: u32 = 0x0B_5A66;
const HEADER_FILL: u32 = 0xDF_ECED;
const LINE: u32 = 0xCD_D0CA;
/// Characters across a printed page, in landscape, that are still read with ease.
const PAGE_WIDTH: u16 = 220;
/// Height of a line of text, and of the tallest row a spreadsheet takes, in points.
const LINE_HEIGHT: u32 = 15;
const TALLEST: u32 = 405;

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
        .set_indent(indent(kind))
        .set_text_wrap()
}

/// A cell of a column.
pub(super) fn cell(kind: ColumnKind) -> Format {
    let format = Format::new()
        .set_font_color(INK)
        .set_align(FormatAlign::Top)
        .set_align(side(kind))
        .set_indent(indent(kind));
    match kind {
        ColumnKind::Prose => format.set_text_wrap(),
        ColumnKind::Date => format.set_num_format("yyyy-mm-dd"),
        ColumnKind::Text | ColumnKind::Number | ColumnKind::Quantity => format,
    }
}

/// Number format that groups a number's digits and shows each of its decimal places; the marks follow the reader's locale.
pub(super) fn grouped(places: u32) -> String {
    let places = "0".repeat(places as usize);
    if places.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{places}") }
}

/// Pages across on which a sheet's columns stay readable in print.
pub(super) fn pages_across(columns: &[Column]) -> u16 {
    let characters: u16 = columns.iter().fold(0, |sum, column| sum.saturating_add(column.width));
    characters.div_ceil(PAGE_WIDTH).max(1)
}

/// A cell of the totals.
pub(super) fn total(kind: ColumnKind) -> Format {
    cell(kind).set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE)
}

fn side(kind: ColumnKind) -> FormatAlign {
    match kind {
        ColumnKind::Number | ColumnKind::Quantity => FormatAlign::Right,
        ColumnKind::Text | ColumnKind::Prose | ColumnKind::Date => FormatAlign::Left,
    }
}

/// Texts stand a little apart from the numbers before them.
fn indent(kind: ColumnKind) -> u8 {
    u8::from(!kind.is_number())
}

/// Height of the header row in which every header can be read.
pub(super) fn header_height(columns: &[Column]) -> u32 {
    let lines = columns.iter().map(|column| lines(&column.header, column.width)).max().unwrap_or(1);
    lines.max(2).saturating_mul(LINE_HEIGHT).min(TALLEST)
}

/// Height of a row with long texts; nothing where one line is enough.
pub(super) fn row_height(columns: &[Column], cells: &[Cell]) -> Option<u32> {
    let prose = columns.iter().zip(cells).filter(|(column, _)| column.kind == ColumnKind::Prose);
    let most = prose.map(|(column, cell)| match cell {
        Cell::Text(text) => lines(text, column.width),
        _ => 1,
    });
    most.max().filter(|lines| *lines > 1).map(|lines| lines.saturating_mul(LINE_HEIGHT).min(TALLEST))
}

/// Lines that a wrapped text takes, rather one too many than one too few.
fn lines(text: &str, width: u16) -> u32 {
    let room = usize::from(width.saturating_sub(3).max(1));
    let count: usize = text.lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum();
    u32::try_from(count).unwrap_or(u32::MAX).max(1)
}
