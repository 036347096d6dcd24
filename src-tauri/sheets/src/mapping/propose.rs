//! The best reading of a file as one kind, with what a person says against it.

use super::conventions::{Evidence, date_order, decimal_separator, is_unit_mass, notes as notes_of};
use super::kinds::{other_kind, refuse_certificates};
use super::pieces::spread::year_of_pieces;
use super::shares::Shares;
use super::table::Table;
use super::{Bundle, Heads, MappedColumn, Mapping, MassBasis, Merged, Overrides, systems};
use crate::convention::is_of_year;
use crate::error::ReadError;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use crate::header::{Header, find_header, first_texts, header_at, header_pieces, header_unit, header_with};
use crate::inspect::{Inspection, Match, Question, SheetInspection};
use crate::issue::{Issue, IssueCode};
use crate::vocabulary::Vocabulary;

/// How sure a column is that only its cells tell.
const BY_CELLS: u8 = 70;

impl Mapping {
    /// The best reading of a file as `kind`, with what a person says against it.
    pub fn propose(
        inspection: &Inspection,
        kind: Kind,
        overrides: &Overrides,
        vocabulary: &Vocabulary,
    ) -> Result<Self, ReadError> {
        let given: Vec<String> =
            overrides.fields.iter().map(|(_, header)| fold_header(bare(header))).collect();
        let (sheet, header) = choose(inspection, kind, overrides, &given, vocabulary)?;
        refuse_certificates(kind, sheet, overrides)?;
        let mut columns = guessed(&header, vocabulary);
        let system = systems::apply(&mut columns, &header, kind, vocabulary);
        if let Some(remembered) = &overrides.remembered {
            columns = remembered.apply(columns, &header, kind, vocabulary);
        }
        for (field, text) in &overrides.fields {
            apply(&mut columns, &header, sheet, kind, field, text, vocabulary)?;
        }
        if columns.is_empty() {
            return Err(ReadError::NoHeader { sheet: sheet.name.clone() });
        }
        columns.sort_by_key(|column| column.index);
        let row = header.row;
        let mut mapping = finished(kind, sheet, header, columns, overrides, vocabulary);
        let told = system.map(|system| systems::note(system, row, &mapping.headers, &mapping.columns));
        mapping.notes.extend(told);
        Ok(mapping)
    }
}

/// The sheet and its header: the one named, else the visible one that says most.
fn choose<'a>(
    inspection: &'a Inspection,
    kind: Kind,
    overrides: &Overrides,
    given: &[String],
    vocabulary: &Vocabulary,
) -> Result<(&'a SheetInspection, Header), ReadError> {
    if let Some(name) = &overrides.sheet {
        let present = || inspection.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let sheet = inspection
            .sheet(name)
            .ok_or_else(|| ReadError::NoSuchSheet { name: name.clone(), present: present() })?;
        let header = header(sheet, kind, overrides, given, vocabulary);
        return header
            .map(|header| (sheet, header))
            .ok_or_else(|| ReadError::NoHeader { sheet: name.clone() });
    }
    let visible = inspection.sheets.iter().filter(|sheet| sheet.visible && sheet.rows > 0);
    let found =
        visible.clone().filter_map(|sheet| Some((sheet, header(sheet, kind, overrides, given, vocabulary)?)));
    // Of equals the one named after the year that is asked for stands, then the first.
    let rank = |one: &(&SheetInspection, Header)| (one.1.score(), is_of_year(&one.0.name, overrides.year));
    let best = found.reduce(|best, one| if rank(&one) > rank(&best) { one } else { best });
    best.ok_or_else(|| match visible.clone().count() {
        1 => ReadError::NoHeader { sheet: visible.clone().map(|sheet| sheet.name.clone()).collect() },
        _ => ReadError::NoTable { kind: kind.word().into() },
    })
}

fn header(
    sheet: &SheetInspection,
    kind: Kind,
    overrides: &Overrides,
    given: &[String],
    vocabulary: &Vocabulary,
) -> Option<Header> {
    if let Some(row) = overrides.header_row {
        if let Some(remembered) = &overrides.remembered {
            return header_with(&sheet.head, row, &remembered.headers, kind, vocabulary);
        }
        return header_at(&sheet.head, row, kind, vocabulary);
    }
    let found = find_header(&sheet.head, &[kind], given, vocabulary).or_else(|| {
        // A person says what the file is: fewer columns than a guess would need are enough.
        let row = sheet.header_row?;
        header_at(&sheet.head, row, kind, vocabulary)
            .filter(|header| header.matches.iter().flatten().count() >= 2)
    });
    let is_lines = matches!(kind, Kind::Procurement | Kind::Dispositions);
    found.or_else(|| first_texts(&sheet.head, kind, vocabulary).filter(|_| is_lines))
}

fn guessed(header: &Header, vocabulary: &Vocabulary) -> Vec<MappedColumn> {
    let columns = header.matches.iter().enumerate().filter_map(|(index, found)| Some((index, (*found)?)));
    columns
        .map(|(index, found)| column(header, index, found.field, found.how, found.confidence, vocabulary))
        .collect()
}

pub(super) fn column(
    header: &Header,
    index: usize,
    field: Field,
    how: Match,
    confidence: u8,
    vocabulary: &Vocabulary,
) -> MappedColumn {
    let column = as_column(header.texts[index].clone(), index as u32, field, vocabulary);
    MappedColumn { how, confidence, ..column }
}

/// A column taken for a field by what its cells hold.
pub(super) fn as_column(header: String, index: u32, field: Field, vocabulary: &Vocabulary) -> MappedColumn {
    MappedColumn {
        field,
        index,
        unit: header_unit(&header, vocabulary),
        pieces: header_pieces(&header, field, vocabulary),
        header,
        how: Match::Fuzzy,
        confidence: BY_CELLS,
        dates: crate::convention::DateOrder::DayFirst,
        numbers: crate::convention::DecimalSeparator::Point,
    }
}

/// Applies `FIELD=HEADER`.
fn apply(
    columns: &mut Vec<MappedColumn>,
    header: &Header,
    sheet: &SheetInspection,
    kind: Kind,
    field: &str,
    text: &str,
    vocabulary: &Vocabulary,
) -> Result<(), ReadError> {
    let unknown = || ReadError::NoSuchField { kind: kind.word().into(), field: field.into() };
    let field = kind.field(field.trim()).ok_or_else(unknown)?;
    columns.retain(|column| column.field != field);
    if text.trim().is_empty() {
        return Ok(());
    }
    let missing = || ReadError::NoSuchColumn { sheet: sheet.name.clone(), header: text.into() };
    let index = place(&header.texts, text).ok_or_else(missing)?;
    columns.retain(|column| column.index as usize != index);
    columns.push(column(header, index, field, Match::Given, 100, vocabulary));
    Ok(())
}

/// The place, from 0, of a header text; `Text#2` is the second of that name.
pub fn place(texts: &[String], wanted: &str) -> Option<usize> {
    let nth = |name: &str, nth: usize| {
        let exact = texts.iter().enumerate().filter(|(_, text)| text.trim() == name.trim());
        let folded = fold_header(name);
        let alike =
            texts.iter().enumerate().filter(|(_, text)| !folded.is_empty() && fold_header(text) == folded);
        exact.map(|(index, _)| index).nth(nth).or_else(|| alike.map(|(index, _)| index).nth(nth))
    };
    nth(wanted, 0).or_else(|| {
        let (name, count) = wanted.rsplit_once('#')?;
        nth(name, count.trim().parse::<usize>().ok()?.checked_sub(1)?)
    })
}

fn bare(header: &str) -> &str {
    match header.rsplit_once('#') {
        Some((name, count)) if count.trim().parse::<usize>().is_ok() => name,
        _ => header,
    }
}

fn finished(
    kind: Kind,
    sheet: &SheetInspection,
    header: Header,
    columns: Vec<MappedColumn>,
    overrides: &Overrides,
    vocabulary: &Vocabulary,
) -> Mapping {
    let evidence = Evidence { head: &sheet.head, facts: &sheet.facts, header_row: header.row };
    let headers = header.texts;
    let (open, notes) = (Vec::new(), Vec::new());
    let spread = Vec::new();
    let mut table =
        Table { kind, headers: &headers, evidence, overrides, vocabulary, columns, spread, open, notes };
    let settled = table.settle(sheet);
    table.columns.sort_by_key(|column| column.index);
    let unit_mass = settle_mass(kind, &mut table.columns, &table.evidence, overrides, vocabulary);
    let mut mapping = table.mapping(sheet, settled);
    let mut further = table.further();
    table.settle_conventions(&mut further);
    let mut notes = notes_of(kind, &table.columns, &table.evidence, overrides, unit_mass, vocabulary);
    notes.append(&mut table.notes);
    if !mapping.is_spread {
        notes.extend(several_devices(header.row, &table.columns, &further));
    }
    notes.extend(other_kind(header.row, kind, sheet.kind));
    let Table { columns, open, .. } = table;
    (mapping.columns, mapping.open, mapping.notes) = (columns, open, notes);
    mapping.headers = headers;
    mapping.further = further
        .into_iter()
        .map(|columns| {
            let year = year_of_pieces(&columns).or(mapping.year);
            Mapping { columns, year, notes: Vec::new(), open: Vec::new(), ..mapping.clone() }
        })
        .collect();
    if kind == Kind::Dispositions {
        mapping.part_by_route();
    }
    mapping
}

/// What was settled of a table beside its columns.
struct Settled {
    shares: Option<Shares>,
    year: Option<i32>,
    merged: (Vec<Merged>, Vec<Merged>, Vec<Merged>),
    carried: Vec<u32>,
    heads: Option<Heads>,
    bundle: Option<Bundle>,
    sums_below: Vec<u32>,
    whole: Option<(u32, String)>,
}

impl Table<'_> {
    /// Settles one question after the other, the columns first.
    fn settle(&mut self, sheet: &SheetInspection) -> Settled {
        self.settle_numbers();
        self.settle_hosts();
        self.settle_gross();
        self.settle_unclaimed_mass();
        self.settle_two_masses();
        self.settle_mass_rivals();
        self.settle_unit_of_pieces();
        self.settle_other_routes();
        let shares = self.settle_shares();
        self.settle_dates();
        self.settle_periods();
        self.settle_unclaimed_date();
        self.settle_vintages();
        self.settle_parts_of_lots();
        self.settle_serials();
        self.settle_condition_flag();
        self.settle_called_off();
        self.settle_not_bought();
        self.settle_movements();
        self.settle_outcomes();
        self.settle_papers();
        self.settle_no_mass();
        self.note_no_outcome();
        self.settle_formulas();
        let year = self.settle_pieces();
        self.settle_repeated();
        self.settle_zeros();
        self.settle_cells_beyond();
        self.settle_words();
        self.settle_title();
        let merged = self.merged(&sheet.merged);
        let (carried, heads) = (self.carried(), self.heads());
        let bundle = if heads.is_none() { self.bundle() } else { None };
        let is_flat = heads.is_none() && bundle.is_none();
        let sums_below = if is_flat { self.sums_below() } else { Vec::new() };
        let whole = self.whole();
        let year = year.or_else(|| self.year_of_title()).or_else(|| self.year_of_sheet(&sheet.name));
        Settled { shares, year, merged, carried, heads, bundle, sums_below, whole }
    }

    /// How the rows are read, as it was settled and as a person says; without its columns, which are not done yet.
    fn mapping(&self, sheet: &SheetInspection, settled: Settled) -> Mapping {
        let overrides = self.overrides;
        let Settled { shares, year, merged, carried, heads, bundle, sums_below, whole } = settled;
        let (merged, shared, single) = merged;
        Mapping {
            kind: self.kind,
            sheet: sheet.name.clone(),
            header_row: self.evidence.header_row,
            columns: Vec::new(),
            further: Vec::new(),
            headers: Vec::new(),
            mass_unit: overrides.mass_unit,
            is_unit_said: overrides.mass_unit.is_some(),
            has_purchases: self.has_purchases(),
            values: overrides.values.clone(),
            fixes: overrides.fixes.clone(),
            notes: Vec::new(),
            open: Vec::new(),
            carried,
            heads,
            bundle,
            route: None,
            balance: None,
            shares,
            year,
            estimates: overrides.answer(Question::MissingMass) == Some("estimate"),
            only_unit: self.only_unit(),
            sums_below,
            whole,
            is_spread: !self.spread.is_empty(),
            totals: overrides.answer(Question::Total).map(|answer| answer == "skip"),
            merged,
            shared,
            single,
            serials: self.serial_range(),
            rejects_zeros: overrides.answer(Question::Formulas) == Some("reject"),
            packs_in_text: self.packs_in_text(),
            leaves_struck: overrides.answer(Question::Struck).map(|answer| answer == "leave_out"),
            counts_weighed: overrides.answer(Question::Weighed).map(|answer| answer == "hardware"),
            reads_tables: overrides.answer(Question::Table).is_some(),
        }
    }

    /// How the dates and numbers of each column are read: as its own cells prove, else as a person says, else as others'.
    fn settle_conventions(&mut self, further: &mut [Vec<MappedColumn>]) {
        let Self { columns, evidence, overrides, .. } = self;
        for column in columns.iter_mut().chain(further.iter_mut().flatten()) {
            let facts = evidence.facts_of(column.index);
            let order = facts.order().or(overrides.dates).or_else(|| date_order(evidence.facts));
            let separator =
                facts.separator().or(overrides.numbers).or_else(|| decimal_separator(evidence.facts));
            column.dates = order.unwrap_or(column.dates);
            column.numbers = separator.unwrap_or(column.numbers);
        }
    }
}

/// Says once that a row of the table names several devices.
fn several_devices(row: u32, columns: &[MappedColumn], further: &[Vec<MappedColumn>]) -> Option<Issue> {
    let quantity = columns.iter().find(|column| column.field == Field::Quantity)?;
    let expected = format!(
        "one device in a row; this table has {} side by side, and each is read as a line",
        further.len() + 1
    );
    let note =
        || Issue::new(row, Some(&quantity.header), IssueCode::SeveralDevices, &quantity.header, &expected);
    (!further.is_empty()).then(note)
}

/// Makes the mass column one of units or of lines: as a person says, else as its header and its values tell.
/// Answers whether it is of units; nothing where that stays open.
fn settle_mass(
    kind: Kind,
    columns: &mut [MappedColumn],
    evidence: &Evidence,
    overrides: &Overrides,
    vocabulary: &Vocabulary,
) -> Option<bool> {
    let is_named = |column: &MappedColumn| {
        matches!(column.how, Match::Given | Match::Remembered)
            && matches!(column.field, Field::Mass | Field::UnitMass | Field::SentMass)
    };
    let unit_mass = match overrides.mass_basis {
        Some(MassBasis::Unit) => Some(true),
        Some(MassBasis::Line) => Some(false),
        None if columns.iter().any(is_named) => Some(false),
        None => is_unit_mass(kind, columns, evidence, vocabulary),
    };
    let has = |field| columns.iter().any(|column| column.field == field);
    let whole = if kind == Kind::Dispositions { Field::SentMass } else { Field::Mass };
    let (from, to) = match overrides.mass_basis {
        Some(MassBasis::Line) => (Field::UnitMass, whole),
        _ => (whole, Field::UnitMass),
    };
    let is_moved = unit_mass != Some(false) || overrides.mass_basis == Some(MassBasis::Line);
    if matches!(kind, Kind::Procurement | Kind::Dispositions) && is_moved && !has(to) {
        columns.iter_mut().filter(|column| column.field == from).for_each(|column| column.field = to);
    }
    unit_mass
}
