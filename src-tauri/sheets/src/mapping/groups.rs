//! Wide tables: several devices with their quantities in one row, as in `Device 1`, `Qty 1`, `Device 2`, `Qty 2`.

use super::MappedColumn;
use crate::field::Field;
use crate::fold::fold_header;
use crate::header::without_number;

/// The columns of every further group, in place of those of the first; none where the table is no wide one.
///
/// A group repeats what names a device and its quantity, under the same headers or under headers that differ by a number.
pub(super) fn further_groups(columns: &[MappedColumn], headers: &[String]) -> Vec<Vec<MappedColumn>> {
    let folded: Vec<String> = headers.iter().map(|header| fold_header(header)).collect();
    let mut groups = Vec::new();
    for group in 1.. {
        let repeated: Vec<MappedColumn> =
            columns.iter().filter_map(|column| sibling(column, group, columns, headers, &folded)).collect();
        let has = |wanted: &[Field]| repeated.iter().any(|column| wanted.contains(&column.field));
        if !has(&[Field::Quantity]) || !has(&[Field::Item, Field::Model, Field::Category]) {
            break;
        }
        let is_shared = |column: &&MappedColumn| siblings(column, headers, &folded).count() == 0;
        groups.push(columns.iter().filter(is_shared).cloned().chain(repeated).collect());
    }
    groups
}

/// The column that is to a group what this one is to the first.
fn sibling(
    column: &MappedColumn,
    group: usize,
    columns: &[MappedColumn],
    headers: &[String],
    folded: &[String],
) -> Option<MappedColumn> {
    let index = siblings(column, headers, folded).nth(group - 1)?;
    let is_free = columns.iter().all(|one| one.index != index);
    is_free.then(|| MappedColumn { index, header: headers[index as usize].clone(), ..column.clone() })
}

/// The columns to the right whose headers are the same but for their number.
fn siblings<'a>(
    column: &'a MappedColumn,
    headers: &'a [String],
    folded: &'a [String],
) -> impl Iterator<Item = u32> + 'a {
    let own = folded.get(column.index as usize).map(|header| without_number(header));
    let later = (0_u32..).zip(folded).skip(column.index as usize + 1);
    let is_alike = move |header: &str| {
        let (stem, number) = without_number(header);
        own.is_some_and(|(own, first)| !own.is_empty() && own == stem && first.is_some() == number.is_some())
    };
    later.filter(move |(_, header)| is_alike(header)).map(|(index, _)| index).take(headers.len())
}
