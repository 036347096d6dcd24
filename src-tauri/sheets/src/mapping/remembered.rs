//! A mapping that was used before, found again by the headers of a sheet.

use super::MappedColumn;
use super::propose::{column, place};
use crate::field::{Field, Kind};
use crate::fingerprint::header_fingerprint;
use crate::fold::fold_header;
use crate::header::{Header, header_texts};
use crate::inspect::{Inspection, Match, SheetInspection};
use crate::vocabulary::Vocabulary;

/// The columns of an earlier file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// What its rows were read as.
    pub kind: Option<Kind>,
    /// Its header texts, in order.
    pub headers: Vec<String>,
    /// Field name and header text; `Header#2` is the second column of that name.
    pub fields: Vec<(String, String)>,
    /// Its supplier, where all its rows named one.
    pub supplier: Option<String>,
}

/// Where a remembered mapping fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Which one, by its place in the list.
    pub index: usize,
    /// The sheet.
    pub sheet: String,
    /// The header row, from 1.
    pub header_row: u32,
    /// Whether all headers are the same; else some were added, moved or are gone.
    pub is_exact: bool,
    /// Headers that the earlier file did not have.
    pub new_headers: Vec<String>,
}

/// The first of `remembered` whose headers stand in a visible sheet: the same ones first, then with others among them.
pub fn recognise(
    inspection: &Inspection,
    sheet: Option<&str>,
    header_row: Option<u32>,
    remembered: &[Remembered],
) -> Option<Recognised> {
    let named = sheet.map(|name| inspection.sheet(name).into_iter().collect::<Vec<_>>());
    let sheets = named.unwrap_or_else(|| inspection.sheets.iter().filter(|sheet| sheet.visible).collect());
    let found: Vec<_> =
        sheets.into_iter().filter_map(|sheet| recognise_in(sheet, header_row, remembered)).collect();
    let exact = found.iter().find(|one| one.is_exact);
    exact.or(found.first()).cloned()
}

/// The one of `remembered` whose headers stand in a sheet.
pub fn recognise_in(
    sheet: &SheetInspection,
    header_row: Option<u32>,
    remembered: &[Remembered],
) -> Option<Recognised> {
    if remembered.is_empty() {
        return None;
    }
    let rows = header_texts(&sheet.head);
    let rows = rows.iter().filter(|(row, _)| header_row.is_none_or(|wanted| wanted == *row));
    // The same headers before some of them, one's own supplier before another's, the fewest new headers first.
    let mut best: Option<((u8, usize), Recognised)> = None;
    for (row, texts) in rows {
        let fingerprint = header_fingerprint(texts);
        for (index, one) in remembered.iter().enumerate() {
            let is_exact = header_fingerprint(&one.headers) == fingerprint;
            if !is_exact && !one.is_within(texts) {
                continue;
            }
            let is_other = one.names_another_supplier(sheet, *row, texts);
            let new_headers = new_headers(texts, &one.headers);
            let rank = (u8::from(is_other) + if is_exact { 0 } else { 2 }, new_headers.len());
            if best.as_ref().is_none_or(|(least, _)| rank < *least) {
                let sheet = sheet.name.clone();
                best = Some((rank, Recognised { index, sheet, header_row: *row, is_exact, new_headers }));
            }
        }
    }
    best.map(|(_, found)| found)
}

fn new_headers(texts: &[String], known: &[String]) -> Vec<String> {
    let known: Vec<String> = known.iter().map(|text| fold_header(text)).collect();
    let is_new = |text: &&String| !text.is_empty() && !known.contains(&fold_header(text));
    texts.iter().filter(is_new).cloned().collect()
}

impl Remembered {
    /// Whether every mapped header stands among these.
    fn is_within(&self, texts: &[String]) -> bool {
        self.fields.len() >= 2 && self.fields.iter().all(|(_, header)| place(texts, header).is_some())
    }

    /// A mapping of one supplier's files may not be another's.
    fn names_another_supplier(&self, sheet: &SheetInspection, row: u32, texts: &[String]) -> bool {
        let Some(supplier) = &self.supplier else { return false };
        let header = self.fields.iter().find(|(field, _)| field == "supplier");
        let Some(column) = header.and_then(|(_, header)| place(texts, header)) else { return false };
        let below = sheet.head.iter().filter(|one| one.number > row);
        let mut named = below.filter_map(|one| one.value(column as u32)).filter(|value| !value.is_blank());
        named.next().is_some_and(|value| fold_header(&value.shown()) != fold_header(supplier))
    }

    /// The field that the column in this place was mapped with.
    pub(crate) fn field_at(&self, texts: &[String], index: usize, kind: Kind) -> Option<Field> {
        let (word, _) = self.fields.iter().find(|(_, header)| place(texts, header) == Some(index))?;
        kind.field(word)
    }

    /// The columns as they were mapped; only headers that were not there are guessed anew.
    pub(super) fn apply(
        &self,
        guessed: Vec<MappedColumn>,
        header: &Header,
        kind: Kind,
        vocabulary: &Vocabulary,
    ) -> Vec<MappedColumn> {
        let known: Vec<String> = self.headers.iter().map(|text| fold_header(text)).collect();
        let mut columns: Vec<MappedColumn> = Vec::new();
        for (word, text) in &self.fields {
            let place = kind.field(word).zip(place(&header.texts, text));
            columns.extend(
                place.map(|(field, index)| column(header, index, field, Match::Remembered, 100, vocabulary)),
            );
        }
        for guess in guessed.into_iter().filter(|guess| !known.contains(&fold_header(&guess.header))) {
            if !columns.iter().any(|one| one.field == guess.field || one.index == guess.index) {
                columns.push(guess);
            }
        }
        columns
    }
}
