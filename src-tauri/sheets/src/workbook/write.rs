//! Cells into a worksheet: imported text only ever as text, numbers only where they stay exact.

use super::{Cell, Column, ColumnKind, Sheet, Workbook, WriteError, look};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, Formula, Workbook as Book, Worksheet, utility,
};

/// Digits a spreadsheet's number holds without loss.
const EXACT_DIGITS: u32 = 15;
/// Rows in which an empty template offers its choices.
const CHOICE_ROWS: usize = 2_000;
/// Characters that a cell holds.
const LONGEST_TEXT: usize = 32_767;
/// Characters of a list to choose from.
const CHOICE_LENGTH: usize = 255;

impl Workbook {
    /// The workbook's bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WriteError> {
        let mut book = Book::new();
        let created = ExcelDateTime::parse_from_str(&self.created.to_string())?;
        let properties = DocProperties::new().set_title(&self.title).set_author(&self.author);
        book.set_properties(&properties.set_creation_datetime(&created));
        for sheet in &self.sheets {
            write_sheet(book.add_worksheet(), sheet)?;
        }
        Ok(book.save_to_buffer()?)
    }
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), WriteError> {
    page.set_name(&sheet.name)?.set_tab_color(look::tab_colour(sheet.tab));
    for (index, note) in (0_u32..).zip(&sheet.notes) {
        page.write_string_with_format(index, 0, note, &look::note(index == 0))?;
    }
    let header = sheet.header_row() as u32 - 1;
    write_header(page, sheet, header)?;
    write_rows(page, sheet, header + 1)?;
    offer_choices(page, sheet, header + 1)?;
    set_up_printing(page, sheet, header)
}

fn write_header(page: &mut Worksheet, sheet: &Sheet, row: u32) -> Result<(), WriteError> {
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(index, column.width)?;
        page.write_string_with_format(row, index, &column.header, &look::header(column.kind))?;
    }
    if !sheet.columns.is_empty() {
        page.set_freeze_panes(row + 1, 0)?;
        page.set_row_height(row, look::header_height(&sheet.columns))?;
    }
    if !sheet.rows.is_empty() && !sheet.columns.is_empty() {
        page.autofilter(row, 0, row + sheet.rows.len() as u32, sheet.columns.len() as u16 - 1)?;
    }
    Ok(())
}

fn write_rows(page: &mut Worksheet, sheet: &Sheet, first: u32) -> Result<(), WriteError> {
    let formats: Vec<CellFormat> = sheet.columns.iter().map(|column| CellFormat::cell(column.kind)).collect();
    let totals: Vec<CellFormat> = sheet.columns.iter().map(|column| CellFormat::total(column.kind)).collect();
    let rows = sheet.rows.iter().map(|cells| (cells, &formats));
    let rows = rows.chain(sheet.totals.iter().map(|cells| (cells, &totals)));
    let plain = CellFormat::default();
    for (row, (cells, formats)) in (first..).zip(rows) {
        if let Some(height) = look::row_height(&sheet.columns, cells) {
            page.set_row_height(row, height)?;
        }
        for (index, cell) in (0_u16..).zip(cells) {
            let format = formats.get(usize::from(index)).unwrap_or(&plain);
            write_cell(page, (row, index), cell, format.of(cell), first)?;
        }
    }
    Ok(())
}

/// Formats of a column's cells: by decimal places where digits are grouped.
#[derive(Default)]
struct CellFormat {
    plain: Format,
    by_places: Vec<Format>,
}

impl CellFormat {
    fn cell(kind: ColumnKind) -> Self {
        Self::new(look::cell(kind), kind)
    }

    fn total(kind: ColumnKind) -> Self {
        Self::new(look::total(kind), kind)
    }

    fn new(plain: Format, kind: ColumnKind) -> Self {
        let most = if kind == ColumnKind::Quantity { EXACT_DIGITS } else { 0 };
        let by_places = (0..most).map(|places| plain.clone().set_num_format(look::grouped(places))).collect();
        Self { plain, by_places }
    }

    fn of(&self, cell: &Cell) -> &Format {
        let places = match cell {
            Cell::Integer(_) => Some(0),
            Cell::Decimal(value) | Cell::Sum(value) | Cell::Formula { value, .. } => {
                Some(value.normalize().scale())
            }
            Cell::Empty | Cell::Text(_) | Cell::Date(_) => None,
        };
        places.and_then(|places| self.by_places.get(places as usize)).unwrap_or(&self.plain)
    }
}

fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: &Format,
    first: u32,
) -> Result<(), WriteError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, format)?,
        Cell::Text(text) => page.write_string_with_format(row, column, fitting(text), format)?,
        Cell::Integer(number) => return write_number(page, (row, column), Decimal::from(*number), format),
        Cell::Decimal(number) => return write_number(page, (row, column), *number, format),
        Cell::Date(date) => {
            page.write_datetime_with_format(row, column, *date, &format.clone().set_num_format("yyyy-mm-dd"))?
        }
        Cell::Sum(value) if row == first => return write_number(page, (row, column), *value, format),
        Cell::Sum(value) => {
            let letters = utility::column_number_to_name(column);
            let formula = format!("=SUM({letters}{}:{letters}{row})", first + 1);
            page.write_formula_with_format(row, column, live(&formula, *value), format)?
        }
        Cell::Formula { formula, value } => {
            page.write_formula_with_format(row, column, live(formula, *value), format)?
        }
    };
    Ok(())
}

/// As much of a text as a cell holds.
pub(super) fn fitting(text: &str) -> &str {
    text.char_indices().nth(LONGEST_TEXT).map_or(text, |(end, _)| &text[..end])
}

fn live(formula: &str, value: Decimal) -> Formula {
    Formula::new(formula).set_result(value.normalize().to_string())
}

/// A number where a spreadsheet holds all its digits, else its text.
fn write_number(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    number: Decimal,
    format: &Format,
) -> Result<(), WriteError> {
    let text = number.normalize().to_string();
    match text.parse::<f64>() {
        Ok(float) if digits(number) <= EXACT_DIGITS => {
            page.write_number_with_format(row, column, float, format)?
        }
        _ => page.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

fn digits(number: Decimal) -> u32 {
    let mantissa = number.normalize().mantissa().unsigned_abs();
    mantissa.checked_ilog10().map_or(1, |power| power + 1)
}

fn offer_choices(page: &mut Worksheet, sheet: &Sheet, first: u32) -> Result<(), WriteError> {
    let last = first + sheet.rows.len().max(CHOICE_ROWS) as u32 - 1;
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        if let Some(validation) = choices(column)? {
            page.add_data_validation(first, index, last, index, &validation)?;
        }
    }
    Ok(())
}

/// A list to choose from, which also takes other words; nothing where there is none, or where it is too long for a list.
fn choices(column: &Column) -> Result<Option<DataValidation>, WriteError> {
    let length: usize = column.choices.iter().map(|choice| choice.chars().count() + 1).sum();
    if column.choices.is_empty() || length > CHOICE_LENGTH {
        return Ok(None);
    }
    let validation = DataValidation::new().allow_list_strings(&column.choices)?;
    Ok(Some(validation.show_error_message(false)))
}

fn set_up_printing(page: &mut Worksheet, sheet: &Sheet, header: u32) -> Result<(), WriteError> {
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(look::pages_across(&sheet.columns), 0);
    page.set_footer("&L&8&A&R&8&P / &N");
    if !sheet.columns.is_empty() {
        page.set_repeat_rows(header, header)?.set_repeat_columns(0, 0)?;
    }
    Ok(())
}
