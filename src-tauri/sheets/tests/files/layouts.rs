//! Procurement tables of many made-up layouts, whose rows, units and kilograms are known: title rows, columns in any
//! order and language, look-alikes, blank rows, rows that are refused, subtotals with a label and without, repeated
//! headers, footers and summaries, as csv and as xlsx.

use crate::Test;
use crate::support::{file, read, runner};
use planner_core::mass::MassUnit;
use planner_sheets::field::Kind;
use planner_sheets::mapping::Overrides;
use planner_sheets::record::Record;
use planner_sheets::rows::RowOutcome;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;

pub const TESTS: &[Test] = &[("layouts::made_up_layouts_add_up", made_up_layouts_add_up)];

/// Layouts where nobody asks for more.
const LAYOUTS: u32 = 96;

/// One language's names of the columns: item, quantity, unit weight, condition, supplier, order number, and the
/// columns that only look like a quantity or a weight.
struct Names {
    item: &'static str,
    quantity: &'static str,
    unit_weight: &'static str,
    condition: &'static str,
    supplier: &'static str,
    order: &'static str,
    look_alikes: &'static [&'static str],
    total: &'static str,
    summary: &'static str,
    new: &'static str,
    refurbished: &'static str,
}

const LANGUAGES: [Names; 5] = [
    Names {
        item: "Description",
        quantity: "Qty",
        unit_weight: "Unit weight (kg)",
        condition: "Condition",
        supplier: "Vendor",
        order: "PO Number",
        look_alikes: &["In stock", "Reorder level", "Line no."],
        total: "Grand total",
        summary: "Summary by type",
        new: "New",
        refurbished: "Refurbished",
    },
    Names {
        item: "Artikelbezeichnung",
        quantity: "Menge",
        unit_weight: "Stückgewicht (kg)",
        condition: "Zustand",
        supplier: "Lieferant",
        order: "Bestellnummer",
        look_alikes: &["Lagerbestand", "Positionsnr."],
        total: "Summe",
        summary: "Zusammenfassung",
        new: "neu",
        refurbished: "generalüberholt",
    },
    Names {
        item: "Désignation",
        quantity: "Quantité",
        unit_weight: "Poids unitaire (kg)",
        condition: "État",
        supplier: "Fournisseur",
        order: "N° de commande",
        look_alikes: &["Stock", "Ligne"],
        total: "Total général",
        summary: "Récapitulatif",
        new: "neuf",
        refurbished: "reconditionné",
    },
    Names {
        item: "Descripción",
        quantity: "Cantidad",
        unit_weight: "Peso unitario (kg)",
        condition: "Estado",
        supplier: "Proveedor",
        order: "Número de pedido",
        look_alikes: &["Existencias"],
        total: "Suma total",
        summary: "Resumen por tipo",
        new: "nuevo",
        refurbished: "reacondicionado",
    },
    Names {
        item: "Наименование",
        quantity: "Кол-во",
        unit_weight: "Вес единицы (кг)",
        condition: "Состояние",
        supplier: "Поставщик",
        order: "Номер заказа",
        look_alikes: &["Остаток"],
        total: "Итого",
        summary: "Сводка",
        new: "новый",
        refurbished: "восстановленный",
    },
];

/// What stands between the header and the end.
#[derive(Clone, Debug)]
enum Line {
    Item {
        name: &'static str,
        quantity: i64,
        milligrams: i64,
        is_new: bool,
    },
    /// An item and a half, which nobody can buy: its kilograms are left out.
    HalfAnItem {
        whole: i64,
        milligrams: i64,
    },
    Blank,
    HeaderAgain,
    Subtotal {
        is_labelled: bool,
    },
}

#[derive(Clone, Debug)]
struct Layout {
    language: usize,
    titles: usize,
    /// Where each column goes: sorted by these.
    order: Vec<u8>,
    lines: Vec<Line>,
    has_footer: bool,
    has_summary: bool,
    has_comma: bool,
}

fn line() -> impl Strategy<Value = Line> {
    let name = select(vec!["Laptop 14\"", "Monitor 27", "Docking station", "Smartphone X", "Server 2U"]);
    let item = (name, 1..60_i64, 1..40_000_i64, any::<bool>()).prop_map(|(name, quantity, grams, is_new)| {
        Line::Item { name, quantity, milligrams: grams * 1_000, is_new }
    });
    prop_oneof![
        12 => item,
        1 => Just(Line::Blank),
        1 => Just(Line::HeaderAgain),
        1 => any::<bool>().prop_map(|is_labelled| Line::Subtotal { is_labelled }),
        1 => (0..9_i64, 1..40_000_i64).prop_map(|(whole, grams)| Line::HalfAnItem { whole, milligrams: grams * 1_000 }),
    ]
}

fn layout() -> impl Strategy<Value = Layout> {
    let parts = (0..LANGUAGES.len(), 0..4_usize, vec(any::<u8>(), 9), vec(line(), 3..40), any::<[bool; 3]>());
    parts.prop_map(|(language, titles, order, mut lines, [has_footer, has_summary, has_comma])| {
        // A table begins with its items: a subtotal of nothing, or a header right below itself, nobody writes.
        let first = Line::Item { name: "Laptop 14\"", quantity: 3, milligrams: 1_400_000, is_new: true };
        lines.insert(0, first);
        Layout { language, titles, order, lines, has_footer, has_summary, has_comma }
    })
}

/// Kilograms as a person writes them.
fn kilograms(milligrams: i64, comma: bool) -> String {
    let text = Decimal::new(milligrams, 6).normalize().to_string();
    if comma { text.replace('.', ",") } else { text }
}

impl Layout {
    fn names(&self) -> &'static Names {
        &LANGUAGES[self.language]
    }

    /// The cells of a row in the layout's order of columns.
    fn placed(&self, cells: Vec<String>) -> Vec<String> {
        let mut placed: Vec<_> = self.order.iter().zip(cells).collect();
        placed.sort_by_key(|(place, _)| **place);
        placed.into_iter().map(|(_, cell)| cell).collect()
    }

    fn header(&self) -> Vec<String> {
        let names = self.names();
        let known =
            [names.item, names.quantity, names.unit_weight, names.condition, names.supplier, names.order];
        self.placed(known.iter().chain(names.look_alikes).map(|name| (*name).to_owned()).collect())
    }

    /// The row of an item.
    fn cells(&self, row: usize, name: &str, quantity: &str, weight: &str, condition: &str) -> Vec<String> {
        let mut cells = vec![name.to_owned(), quantity.to_owned(), weight.to_owned(), condition.to_owned()];
        cells.extend(["Nordlicht IT".to_owned(), format!("PO-{}", 7_000 + row)]);
        cells.extend(self.names().look_alikes.iter().map(|_| (row * 7 % 90).to_string()));
        self.placed(cells)
    }

    /// A row that holds a quantity, with a name before it or none.
    fn count(&self, name_column: Option<&str>, name: &str, quantity: i64) -> Vec<String> {
        let header = self.header();
        let place_of = |wanted: &str| header.iter().position(|name| name == wanted).unwrap_or_default();
        let place = place_of(self.names().quantity);
        let mut cells = vec![String::new(); header.len()];
        cells[name_column.map_or(usize::from(place == 0), place_of)] = name.to_owned();
        cells[place] = quantity.to_string();
        cells
    }

    fn rows(&self, comma: bool) -> Vec<Vec<String>> {
        let mut rows: Vec<_> = ["IT purchases 2025", "Larkmoor Group", ""]
            .iter()
            .take(self.titles)
            .map(|t| vec![(*t).to_owned()])
            .collect();
        rows.push(self.header());
        let mut sum = 0;
        for (index, line) in self.lines.iter().enumerate() {
            rows.push(match line {
                Line::Item { name, quantity, milligrams, is_new } => {
                    sum += quantity;
                    let names = self.names();
                    let condition = if *is_new { names.new } else { names.refurbished };
                    let quantity = quantity.to_string();
                    self.cells(index, name, &quantity, &kilograms(*milligrams, comma), condition)
                }
                Line::HalfAnItem { whole, milligrams } => {
                    let quantity = format!("{whole}{}5", if comma { ',' } else { '.' });
                    let weight = kilograms(*milligrams, comma);
                    self.cells(index, "Server 2U", &quantity, &weight, self.names().new)
                }
                Line::Blank => Vec::new(),
                Line::HeaderAgain => self.header(),
                Line::Subtotal { is_labelled } => {
                    self.count(None, if *is_labelled { self.names().total } else { "" }, sum)
                }
            });
        }
        if self.has_summary {
            rows.extend([Vec::new(), vec![self.names().summary.to_owned()]]);
            rows.push(self.count(Some(self.names().item), "Laptop 14\"", sum));
        }
        if self.has_footer {
            rows.extend([Vec::new(), vec!["Generated by the purchasing desk".to_owned()]]);
        }
        rows
    }

    fn csv(&self) -> Vec<u8> {
        let separator = if self.has_comma { ";" } else { "," };
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines =
            self.rows(self.has_comma).into_iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>());
        lines.map(|cells| cells.join(separator) + "\r\n").collect::<String>().into_bytes()
    }

    fn xlsx(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(self.rows(false)) {
            for (column, cell) in (0..).zip(&cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).map(drop).expect("written"),
                    Err(_) if cell.is_empty() => {}
                    Err(_) => sheet.write_string(row, column, cell).map(drop).expect("written"),
                }
            }
        }
        workbook.save_to_buffer().expect("a workbook")
    }
}

fn check(name: &str, bytes: &[u8], layout: &Layout) -> Result<(), TestCaseError> {
    let (_folder, path) = file(name, bytes);
    let reading = match read(&path, Kind::Procurement, &Overrides::default()) {
        Ok(reading) => reading,
        Err(error) => return Err(TestCaseError::fail(format!("{name}: {error}"))),
    };
    let items = || {
        layout.lines.iter().filter_map(|line| match line {
            Line::Item { quantity, milligrams, is_new, .. } => Some((*quantity, *milligrams, *is_new)),
            _ => None,
        })
    };
    let (mut quantity, mut kg, mut new) = (0, Decimal::ZERO, 0);
    for record in reading.records() {
        let Record::Procurement(row) = record else { continue };
        quantity += row.quantity;
        kg += row.unit_mass_kg.unwrap_or_default() * Decimal::from(row.quantity);
        new += i64::from(row.condition.is_some_and(|condition| condition.counts_as_new()));
    }
    let left_out = reading.outcomes.iter().filter_map(|outcome| match outcome {
        RowOutcome::Rejected { mass_kg, .. } | RowOutcome::Skipped { mass_kg, .. } => *mass_kg,
        RowOutcome::Imported { .. } => None,
    });
    let halves = || {
        layout.lines.iter().filter_map(|line| match line {
            Line::HalfAnItem { whole, milligrams } => {
                Some(Decimal::new((2 * whole + 1) * milligrams, 6) / Decimal::TWO)
            }
            _ => None,
        })
    };
    let expected_kg = Decimal::new(items().map(|(quantity, milligrams, _)| quantity * milligrams).sum(), 6);
    let expected_new = items().filter(|(.., is_new)| *is_new).count() as i64;
    let rows = reading.summary.rows_imported;
    prop_assert_eq!(rows, items().count() as u64, "{}: rows; {:?}", name, reading.summary);
    prop_assert_eq!(quantity, items().map(|(quantity, ..)| quantity).sum::<i64>(), "{}: quantity", name);
    prop_assert_eq!(kg.normalize(), expected_kg.normalize(), "{}: kg", name);
    prop_assert_eq!(new, expected_new, "{}: new", name);
    prop_assert_eq!(left_out.sum::<Decimal>(), halves().sum::<Decimal>(), "{}: kg left out", name);
    let summary = &reading.summary;
    prop_assert_eq!(summary.rows_rejected, halves().count() as u64, "{}: rejected", name);
    prop_assert_eq!(summary.rows_read, rows + summary.rows_skipped + summary.rows_rejected, "{}: read", name);
    let weight = reading.mapping.columns.iter().find(|column| column.unit.is_some());
    prop_assert_eq!(weight.and_then(|column| column.unit), Some(MassUnit::Kilogram), "{}: unit", name);
    Ok(())
}

fn made_up_layouts_add_up() {
    let run = runner(LAYOUTS).run(&layout(), |layout| {
        check("purchases.csv", &layout.csv(), &layout)?;
        check("purchases.xlsx", &layout.xlsx(), &layout)
    });
    if let Err(error) = run {
        panic!("{error}");
    }
}
