//! From lines to the rows of a file: orders, dates, suppliers, prices.

use crate::files::File;
use crate::line::Line;
use crate::products::{SUPPLIERS, category_word};
use crate::random::Sequence;
use crate::table::{Table, row};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use rust_decimal::Decimal;

/// Orders of one to six lines with one day and one supplier each, oldest first.
fn orders(file: &File, lines: Vec<Line>, random: &mut Sequence) -> Vec<(NaiveDate, &'static str, Vec<Line>)> {
    let (settled, mut open): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.date.is_some());
    random.shuffle(&mut open);
    let mut orders: Vec<(NaiveDate, &'static str, Vec<Line>)> = Vec::new();
    for line in settled {
        let (Some(date), Some(supplier)) = (line.date, line.supplier) else { continue };
        match orders.iter_mut().find(|order| (order.0, order.1) == (date, supplier)) {
            Some(order) => order.2.push(line),
            None => orders.push((date, supplier, vec![line])),
        }
    }
    while !open.is_empty() {
        let size = usize::try_from(random.between(1, 6)).unwrap_or(1).min(open.len());
        let date = working_day(file.period, random);
        orders.push((date, *random.pick(&SUPPLIERS), open.split_off(open.len() - size)));
    }
    orders.sort_by_key(|order| order.0);
    orders
}

fn working_day((first, last): (NaiveDate, NaiveDate), random: &mut Sequence) -> NaiveDate {
    let days = (last - first).num_days();
    loop {
        let date = first + TimeDelta::days(random.between(0, days));
        if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return date;
        }
    }
}

/// The headers of a file, in words people use.
fn headers(file: &File) -> [&'static str; 13] {
    let mut headers = [
        "PO number",
        "Line",
        "Date",
        "Supplier",
        "Item",
        "Manufacturer",
        "Model",
        "Category",
        "Condition",
        "Quantity",
        "Unit weight (kg)",
        "Currency",
        "Unit price",
    ];
    match file.code {
        "DC" => (headers[2], headers[10]) = ("Order date", "Unit weight (lb)"),
        "RR" => (headers[0], headers[2], headers[9]) = ("Order number", "Order date", "Qty"),
        _ => {}
    }
    headers
}

/// The file's table, and its lines in the same order.
pub fn table(file: &File, lines: Vec<Line>, random: &mut Sequence) -> (Table, Vec<Line>) {
    let mut table = Table::new(file.sheet, &headers(file));
    let mut ordered = Vec::new();
    for (index, (date, supplier, lines)) in orders(file, lines, random).into_iter().enumerate() {
        let number = order_number(file, index);
        for (position, line) in lines.into_iter().enumerate() {
            let category =
                if line.source.is_none() { line.category_word } else { category_word(line.category) };
            let price = Decimal::new(line.price * random.between(95, 106) / 100, 2);
            let currency = if file.in_pounds { "USD" } else { "EUR" };
            let position = i64::try_from(position + 1).unwrap_or(1) * 10;
            table.push(row![
                &*number,
                position,
                date,
                supplier,
                &*line.item,
                line.maker,
                &*line.model,
                category,
                line.condition,
                line.quantity,
                line.stated(),
                currency,
                price
            ]);
            ordered.push(line);
        }
    }
    (table, ordered)
}

fn order_number(file: &File, index: usize) -> String {
    match file.code {
        "H1" => format!("45001{:05}", 11_200 + index * 7),
        "H2" => format!("45001{:05}", 18_200 + index * 7),
        code => format!("{code}-25-{:04}", index + 1),
    }
}
