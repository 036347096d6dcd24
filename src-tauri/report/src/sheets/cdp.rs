//! One sheet per CDP question, and the questions that are never fed.

use crate::ReportError;
use crate::assets::{self, CdpKind, CdpMap, CdpQuestion};
use crate::cdp::{Answer, Values, answer, rests_on};
use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, Holds};
use crate::table::{column, number, optional, prose, text, words};
use planner_sheets::cell::column_letters;
use planner_sheets::workbook::{Cell, Column, ColumnKind, Sheet, Tab};
use rust_decimal::Decimal;

const FIRST_ROW: usize = 6;

/// The sheets of the questions, in the order of the data file.
pub(crate) fn sheets(disclosure: &Disclosure) -> Result<Vec<DisclosureSheet>, ReportError> {
    let (map, values) = (assets::cdp_map()?, Values::of(disclosure)?);
    map.question.iter().map(|question| sheet(disclosure, map, question, &values)).collect()
}

fn sheet(
    disclosure: &Disclosure,
    map: &CdpMap,
    question: &CdpQuestion,
    values: &Values<'_>,
) -> Result<DisclosureSheet, ReportError> {
    let (mut rows, mut figures, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for (position, row) in question.row.iter().enumerate() {
        let number = FIRST_ROW + position;
        let answer = answer(question, position, values, &map.limits)?;
        let sources = rests_on(row)?;
        let ids: Vec<_> = sources.iter().map(|figure| figure.trace_id(disclosure.year())).collect();
        let helpers =
            [characters(question, &answer, number), text(ids.join(", ")), text(answer.status.words())];
        answers.push((answer.status, answer.characters));
        rows.push(answer.cells.into_iter().chain(helpers).collect());
        figures.push(sources);
    }
    let notes = vec![
        format!("{} {}", question.number, question.title),
        format!("{}. {}", question.purpose, map.note),
        format!(
            "{}, map version {}. The last three columns are help and no part of the answer.",
            map.cycle, map.version
        ),
    ];
    let (name, columns) = (question.sheet.clone(), columns(question, map));
    let sheet = Sheet { name, tab: Tab::Cdp, notes, columns, rows, totals: None };
    Ok(DisclosureSheet { sheet, figures, year: disclosure.year(), holds: Holds::Answers(answers) })
}

fn columns(question: &CdpQuestion, map: &CdpMap) -> Vec<Column> {
    let answers = question.column.iter().map(|one| match one.kind {
        CdpKind::Text => prose(&one.header, 46),
        CdpKind::Choice => prose(&one.header, 22),
        CdpKind::Number | CdpKind::Percent => number(&one.header, 18),
        CdpKind::Date => column(&one.header, 14, ColumnKind::Date),
    });
    let most = map.limits.text_characters;
    let helpers = [
        number(&format!("Characters of the longest text, of {most}"), 16),
        prose("Source figures", 30),
        words("Status", 16),
    ];
    answers.chain(helpers).collect()
}

/// The live length of the longest text.
fn characters(question: &CdpQuestion, answer: &Answer, row: usize) -> Cell {
    let texts = (0_u32..).zip(&question.column).filter(|(_, column)| column.kind == CdpKind::Text);
    let lengths: Vec<_> = texts.map(|(index, _)| format!("LEN({}{row})", column_letters(index))).collect();
    if lengths.is_empty() {
        return Cell::Empty;
    }
    Cell::Formula { formula: format!("=MAX({})", lengths.join(",")), value: Decimal::from(answer.characters) }
}

/// The questions that are never fed, and why.
pub(crate) fn guards(disclosure: &Disclosure) -> Result<Sheet, ReportError> {
    let rows = assets::cdp_map()?.guard.iter().map(|guard| {
        vec![
            text(&guard.number),
            text(&guard.title),
            text("refused"),
            text(&guard.because),
            optional(None),
            optional(None),
        ]
    });
    Ok(Sheet {
        name: "Guards".into(),
        tab: Tab::Data,
        notes: vec![
            format!("CDP questions that no retirement of {} feeds", disclosure.year()),
            "Nothing in this workbook is to be entered there. Nothing was overridden.".into(),
        ],
        columns: vec![
            words("Question", 10),
            prose("Title", 50),
            words("Fed", 10),
            prose("Why nothing is fed", 84),
            words("Override by", 14),
            words("Override because", 18),
        ],
        rows: rows.collect(),
        totals: None,
    })
}
