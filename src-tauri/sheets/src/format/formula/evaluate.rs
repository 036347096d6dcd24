//! What a formula comes to.

use super::{Formula, Workbook};
use crate::cell::{Number, Value};
use crate::format::dates;
use compact_str::ToCompactString;
use formualizer_parse::parser::{ReferenceType, SpecialItem, TableSpecifier, parse_with_dialect};
use formualizer_parse::{ASTNode, ASTNodeType, BinaryOperator, LiteralValue, UnaryOperator};
use rust_decimal::{Decimal, RoundingStrategy};
use std::borrow::Cow;
use std::collections::HashMap;

/// Significant digits that a spreadsheet shows of a number, and that are read of any.
const SHOWN: u32 = 15;
/// Formulas that follow from one another.
const MAX_DEPTH: u32 = 60;
/// Cells and signs that are looked at for one workbook.
const MAX_STEPS: u64 = 4_000_000;

/// Computes the formulas of a workbook.
pub(super) struct Calculator {
    workbook: Workbook,
    /// What was computed, by sheet, row and column; nothing where that could not be done, or is not done yet.
    known: HashMap<(usize, u32, u32), Option<Value>>,
    steps: u64,
    depth: u32,
}

/// Where a formula stands, and how far from where it was written.
#[derive(Clone, Copy)]
struct Here {
    sheet: usize,
    row: u32,
    shift: (i64, i64),
}

/// Cells of one sheet: rows from 1, columns from 0, both through the last.
struct Area {
    sheet: usize,
    rows: (u32, u32),
    columns: (u32, u32),
}

impl Calculator {
    pub(super) fn new(workbook: Workbook) -> Self {
        Self { workbook, known: HashMap::new(), steps: 0, depth: 0 }
    }

    /// The formula of a cell and what it comes to; nothing where it is not plain, or names what is not known.
    pub(super) fn compute(&mut self, sheet: usize, row: u32, column: u32) -> Option<(String, Value)> {
        let text = self.workbook.sheets.get(sheet)?.formulas.get(&(row, column))?.text.clone();
        Some((text, self.result(sheet, row, column)?))
    }

    fn result(&mut self, sheet: usize, row: u32, column: u32) -> Option<Value> {
        let place = (sheet, row, column);
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        if self.depth >= MAX_DEPTH {
            return None;
        }
        // What names itself, by whatever way round, finds nothing.
        self.known.insert(place, None);
        let formula = self.workbook.sheets.get(sheet)?.formulas.get(&(row, column))?.clone();
        self.depth += 1;
        let value = self.value_of(sheet, row, &formula);
        self.depth -= 1;
        self.known.insert(place, value.clone());
        value
    }

    fn value_of(&mut self, sheet: usize, row: u32, formula: &Formula) -> Option<Value> {
        let tree = parse_with_dialect(bracketed(&formula.text), self.workbook.dialect).ok()?;
        let here = Here { sheet, row, shift: formula.shift };
        if let ASTNodeType::Reference { reference, .. } = &tree.node_type {
            return match self.named(reference, here)?? {
                Value::Number(number) => self.number(number.shown.parse().ok()?, formula),
                value => Some(value),
            };
        }
        let number = self.amount(&tree, here)?;
        self.number(number, formula)
    }

    /// A number as its cell shows it: with the digits that a spreadsheet shows, as a date where its format is one.
    fn number(&self, number: Decimal, formula: &Formula) -> Option<Value> {
        let shown = shown(number)?.normalize().to_compact_string();
        if formula.format.is_date {
            return dates::from_serial(&shown, self.workbook.from_1904).map(Value::Date);
        }
        Some(Value::Number(Number { shown, exact: None, unit: formula.format.unit }))
    }

    /// What a part of a formula comes to as a number.
    fn amount(&mut self, node: &ASTNode, here: Here) -> Option<Decimal> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return None;
        }
        match &node.node_type {
            ASTNodeType::Literal(LiteralValue::Number(_) | LiteralValue::Int(_)) => literal(node),
            ASTNodeType::Reference { reference, .. } => match self.named(reference, here)? {
                None => Some(Decimal::ZERO),
                Some(value) => factor(&value),
            },
            ASTNodeType::UnaryOp { op, expr } => {
                let amount = self.amount(expr, here)?;
                match op {
                    UnaryOperator::Plus => Some(amount),
                    UnaryOperator::Minus => Some(-amount),
                    UnaryOperator::Percent => amount.checked_div(Decimal::ONE_HUNDRED),
                    _ => None,
                }
            }
            ASTNodeType::BinaryOp { op, left, right } => {
                let (left, right) = (self.amount(left, here)?, self.amount(right, here)?);
                match op {
                    BinaryOperator::Add => left.checked_add(right),
                    BinaryOperator::Subtract => left.checked_sub(right),
                    BinaryOperator::Multiply => left.checked_mul(right),
                    BinaryOperator::Divide => left.checked_div(right),
                    _ => None,
                }
            }
            ASTNodeType::Function { name, args } => self.function(name, args, here),
            _ => None,
        }
    }

    fn function(&mut self, name: &str, args: &[ASTNode], here: Here) -> Option<Decimal> {
        match (name.to_uppercase().as_str(), args) {
            ("SUM", [_, ..]) => self.fold(args, here, Decimal::ZERO, Decimal::checked_add),
            ("PRODUCT", [_, ..]) => self.fold(args, here, Decimal::ONE, Decimal::checked_mul),
            ("ROUND", [amount, places]) => {
                let amount = shown(self.amount(amount, here)?)?;
                rounded(amount, self.amount(places, here)?.normalize())
            }
            _ => None,
        }
    }

    /// All numbers of a function's arguments put together. Blank cells and words of a range are passed over, as
    /// spreadsheets do.
    fn fold(
        &mut self,
        args: &[ASTNode],
        here: Here,
        first: Decimal,
        put: fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Decimal> {
        let (mut sum, mut numbers) = (first, 0_u32);
        for arg in args {
            let ASTNodeType::Reference { reference, .. } = &arg.node_type else {
                sum = put(sum, self.amount(arg, here)?)?;
                numbers += 1;
                continue;
            };
            for value in self.values(&self.area(reference, here)?)? {
                if let Some(number) = summand(&value)? {
                    sum = put(sum, number)?;
                    numbers += 1;
                }
            }
        }
        Some(if numbers == 0 { Decimal::ZERO } else { sum })
    }

    /// What the one cell holds that a reference names: `Some(None)` where it is blank.
    fn named(&mut self, reference: &ReferenceType, here: Here) -> Option<Option<Value>> {
        let area = self.area(reference, here)?;
        let is_one = area.rows.0 == area.rows.1 && area.columns.0 == area.columns.1;
        let mut values = self.values(&area).filter(|_| is_one)?;
        Some(values.pop().filter(|value| !value.is_blank()))
    }

    /// What stands in an area; nothing where a formula there cannot be computed.
    fn values(&mut self, area: &Area) -> Option<Vec<Value>> {
        let sheet = self.workbook.sheets.get(area.sheet)?;
        let cells: Vec<_> = sheet
            .within(area.rows, area.columns)
            .map(|(row, cell)| (row, cell.column, cell.value.clone()))
            .collect();
        self.steps += cells.len() as u64;
        let value = |(row, column, value)| match value {
            Value::EmptyFormula => self.result(area.sheet, row, column),
            value => Some(value),
        };
        cells.into_iter().map(value).collect()
    }

    /// The area that a reference names, moved as far as its formula was.
    fn area(&self, reference: &ReferenceType, here: Here) -> Option<Area> {
        let place = |sheet: &Option<String>| match sheet {
            Some(name) => self.workbook.place(name),
            None => Some(here.sheet),
        };
        let row = |row: u32, is_fixed: bool| moved(row, is_fixed, here.shift.0);
        let column = |column: u32, is_fixed: bool| moved(column, is_fixed, here.shift.1)?.checked_sub(1);
        Some(match reference {
            ReferenceType::Cell { sheet, row: at, col, row_abs, col_abs } => {
                let (row, column) = (row(*at, *row_abs)?, column(*col, *col_abs)?);
                Area { sheet: place(sheet)?, rows: (row, row), columns: (column, column) }
            }
            ReferenceType::Range {
                sheet,
                start_row,
                start_col,
                end_row,
                end_col,
                start_row_abs,
                start_col_abs,
                end_row_abs,
                end_col_abs,
            } => Area {
                sheet: place(sheet)?,
                rows: (
                    start_row.map_or(Some(1), |at| row(at, *start_row_abs))?,
                    end_row.map_or(Some(u32::MAX), |at| row(at, *end_row_abs))?,
                ),
                columns: (
                    start_col.map_or(Some(0), |at| column(at, *start_col_abs))?,
                    end_col.map_or(Some(u32::MAX), |at| column(at, *end_col_abs))?,
                ),
            },
            ReferenceType::Table(table) => {
                let header = of_this_row(table.specifier.as_ref()?)?;
                let sheet = self.workbook.sheets.get(here.sheet)?;
                let column = sheet.column_of_table(&table.name, header, here.row)?;
                Area { sheet: here.sheet, rows: (here.row, here.row), columns: (column, column) }
            }
            _ => return None,
        })
    }
}

/// The header of the one column of which a table's name means the cell in the formula's own row.
fn of_this_row(specifier: &TableSpecifier) -> Option<&str> {
    let TableSpecifier::Combination(parts) = specifier else { return None };
    match parts.as_slice() {
        [row, column] => match (row.as_ref(), column.as_ref()) {
            (TableSpecifier::SpecialItem(SpecialItem::ThisRow), TableSpecifier::Column(header)) => {
                Some(header)
            }
            _ => None,
        },
        _ => None,
    }
}

/// The formula with every column of its own row in brackets: XlsxWriter writes `[[#This Row],Boxes]`, which the library
/// does not read.
fn bracketed(text: &str) -> Cow<'_, str> {
    const THIS_ROW: &str = "[#This Row],";
    let Some((before, mut rest)) = text.split_once(THIS_ROW) else { return Cow::Borrowed(text) };
    let mut whole = before.to_owned();
    loop {
        whole += THIS_ROW;
        let (part, next) = rest.split_once(THIS_ROW).map_or((rest, None), |(part, next)| (part, Some(next)));
        match part.split_once(']').filter(|_| !part.starts_with('[')) {
            Some((header, behind)) => whole += &format!("[{header}]]{behind}"),
            None => whole += part,
        }
        match next {
            Some(next) => rest = next,
            None => return Cow::Owned(whole),
        }
    }
}

fn moved(at: u32, is_fixed: bool, by: i64) -> Option<u32> {
    if is_fixed { Some(at) } else { u32::try_from(i64::from(at) + by).ok().filter(|at| *at > 0) }
}

/// A number that stands in a formula, by its text: the library's own reading of it is a float.
fn literal(node: &ASTNode) -> Option<Decimal> {
    let text = &node.source_token.as_ref()?.value;
    Decimal::from_str_exact(text).ok().or_else(|| Decimal::from_scientific(text).ok())
}

/// What a cell is as a part of a sum or product that names it: a number, also one kept as a text of digits alone.
fn factor(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Decimal::from_str_exact(&number.shown).ok(),
        Value::Text(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Decimal::from_str_exact(text).ok()
        }
        _ => None,
    }
}

/// What a cell of a range adds: words add nothing, and a text that may be a number is doubtful.
fn summand(value: &Value) -> Option<Option<Decimal>> {
    match value {
        Value::Number(_) => factor(value).map(Some),
        Value::Text(text) if text.chars().any(char::is_numeric) => None,
        Value::Text(_) => Some(None),
        _ => None,
    }
}

/// A number with as many digits as a spreadsheet shows.
fn shown(number: Decimal) -> Option<Decimal> {
    number.round_sf_with_strategy(SHOWN, RoundingStrategy::MidpointAwayFromZero)
}

/// A number rounded to places behind the point, or before it where they are below 0; halves go away from 0.
fn rounded(number: Decimal, places: Decimal) -> Option<Decimal> {
    let places: i32 = places.trunc().to_string().parse().ok()?;
    let round = |number: Decimal, places| {
        number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
    };
    match u32::try_from(places) {
        Ok(places) => Some(round(number, places.min(Decimal::MAX_SCALE))),
        Err(_) => {
            let unit = (places..0).try_fold(Decimal::ONE, |unit, _| unit.checked_mul(Decimal::TEN))?;
            round(number.checked_div(unit)?, 0).checked_mul(unit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sheet, Table};
    use super::*;
    use crate::cell::{Cell, Row};
    use formualizer_parse::FormulaDialect;

    fn value(text: &str) -> Option<Value> {
        match text {
            "" => None,
            text if text.starts_with('=') => Some(Value::EmptyFormula),
            text if text.parse::<Decimal>().is_ok() => {
                Some(Value::Number(Number { shown: text.into(), exact: None, unit: None }))
            }
            text => Some(Value::Text(text.trim_start_matches('\'').into())),
        }
    }

    fn sheet(name: &str, table: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::new(name);
        for (number, texts) in (1_u32..).zip(table) {
            let cells = (0_u32..).zip(*texts);
            for (column, text) in cells.clone().filter(|(_, text)| text.starts_with('=')) {
                sheet.keep(number, column, Formula { text: (*text).to_owned(), ..Formula::default() });
            }
            let cells = cells.filter_map(|(column, text)| Some(Cell { column, value: value(text)? }));
            sheet.rows.push(Row { number, cells: cells.collect(), ..Row::default() });
        }
        sheet
    }

    fn computed(formula: &str, dialect: FormulaDialect) -> Option<String> {
        let table: &[&[&str]] = &[
            &["Item", "Qty", "Weight", formula],
            &["Laptop", "12", "1.6", "=B2*C2", "0.1", "'3", "'1,5"],
            &["Server", "4", "25.5", "=B3*C3", "", "=C3/3", "=H3"],
            &["Rack", "1", "7", "=NOW()", "=F4+1", "=E4", "#N/A"],
        ];
        let sheets = vec![sheet("Orders", table), sheet("Weights 2025", &[&["", "2.5"]])];
        let mut calculator = Calculator::new(Workbook { sheets, dialect, from_1904: false });
        calculator.compute(0, 1, 3).map(|(_, value)| value.shown())
    }

    #[test]
    fn what_is_plain_is_computed_exactly_and_nothing_else_is() {
        for (formula, expected) in [
            ("=B2*C2", Some("19.2")),
            ("=SUM(D2:D3)", Some("121.2")),
            ("=E2*3", Some("0.3")),
            ("=-B2+20%*5", Some("-11")),
            ("=(B2+B3)*'Weights 2025'!$B$1", Some("40")),
            ("='weights 2025'!B1", Some("2.5")),
            ("=A2", Some("Laptop")),
            ("=SUM(B:B,3)", Some("20")),
            ("=SUM(A1:C2)", Some("13.6")),
            ("=PRODUCT(B2:C2,2)", Some("38.4")),
            ("=PRODUCT(E3:E3)", Some("0")),
            ("=ROUND(1.005,2)", Some("1.01")),
            ("=ROUND(B3/3*3,0)", Some("4")),
            ("=round(1250,-2)", Some("1300")),
            ("=ROUND(-2.5,0)", Some("-3")),
            ("=F3*3", Some("25.5")),
            ("=10/3", Some("3.33333333333333")),
            ("=E3*5", Some("0")),
            ("=F2*2", Some("6")),
            ("=1E3*B2", Some("12000")),
            ("=E3", None),
            ("=B2*1,5", None),
            ("=G2*2", None),
            ("=G4*2", None),
            ("=A2*2", None),
            ("=SUM(F2:F2)", None),
            ("=SUM(G2:G2)", None),
            ("=SUM(D2:D4)", None),
            ("=E4", None),
            ("=B2/E3", None),
            ("=B2:B3", None),
            ("=B2^2", None),
            ("=B2&\"0\"", None),
            ("=IF(B2>1,2,3)", None),
            ("=[1]Sheet1!A1", None),
            ("=Elsewhere!A1", None),
            ("=Total", None),
            ("=ROUND(B2,)", None),
            ("=B2*", None),
            ("=D1", None),
        ] {
            assert_eq!(computed(formula, FormulaDialect::Excel).as_deref(), expected, "{formula}");
        }
        for (formula, expected) in [
            ("=[.B2]*[.C2]", Some("19.2")),
            ("=ROUND([.B2]*[$'Weights 2025'.B1];0)", Some("30")),
            ("=SUM([.B2:.B4])", Some("17")),
        ] {
            assert_eq!(computed(formula, FormulaDialect::OpenFormula).as_deref(), expected, "{formula}");
        }
    }

    #[test]
    fn a_shared_formula_moves_with_its_cell_but_for_what_is_fixed() {
        let mut orders = sheet("Orders", &[&["2", "3", "=A1*$B$1"], &["5", "7", "=A1*$B$1"], &["", "", "="]]);
        let shared = |shift| Formula { text: "=A1*$B$1".to_owned(), shift, ..Formula::default() };
        orders.keep(2, 2, shared((1, 0)));
        orders.keep(3, 2, shared((-2, 0)));
        let mut calculator = Calculator::new(Workbook {
            sheets: vec![orders],
            dialect: FormulaDialect::Excel,
            from_1904: false,
        });
        let mut shown = |row| calculator.compute(0, row, 2).map(|(_, value)| value.shown());
        assert_eq!([shown(1), shown(2), shown(3)], [Some("6".to_owned()), Some("15".to_owned()), None]);
    }

    #[test]
    fn columns_of_a_table_are_named_by_their_headers() {
        let named = "=Orders[[#This Row],[Per box]]*Orders[[#This Row],[Boxes]]";
        let bare = "=[[#This Row],Boxes]*[[#This Row],[Per box]]";
        let rows: &[&[&str]] =
            &[&["Boxes", "Per box", "Pieces"], &["2", "5", named], &["3", "4", bare], &["1", "1", bare]];
        let mut orders = sheet("Sheet", rows);
        let headers = ["boxes", "per box", "pieces"].map(str::to_owned).to_vec();
        orders.tables.push(Table { name: "orders".into(), rows: (1, 3), column: 0, headers });
        let mut calculator = Calculator::new(Workbook {
            sheets: vec![orders],
            dialect: FormulaDialect::Excel,
            from_1904: false,
        });
        let mut shown = |row| calculator.compute(0, row, 2).map(|(_, value)| value.shown());
        assert_eq!([shown(2), shown(3), shown(4)], [Some("10".to_owned()), Some("12".to_owned()), None]);
    }

    #[test]
    fn a_long_chain_is_no_danger() {
        let texts: Vec<String> = (1..=5_000).map(|row| format!("=A{}+A{}", row + 1, row + 1)).collect();
        let rows: Vec<[&str; 1]> = texts.iter().map(|text| [text.as_str()]).collect();
        let table: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        let workbook =
            Workbook { sheets: vec![sheet("A", &table)], dialect: FormulaDialect::Excel, from_1904: false };
        let mut calculator = Calculator::new(workbook);
        assert_eq!(calculator.compute(0, 1, 0), None);
        // What the chain ends in is not known to be nothing, only too far away.
        assert_eq!(calculator.compute(0, 5_000, 0).map(|(_, value)| value.shown()), Some("0".to_owned()));
    }
}
