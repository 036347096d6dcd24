//! Answers to CDP: the templates of the cycle's data file with figures of the year, held to its limits.

use crate::ReportError;
use crate::assets::{self, CdpColumn, CdpKind, CdpLimits, CdpQuestion, CdpRow};
use crate::claim;
use crate::disclosure::Disclosure;
use crate::template::{fill, known, only_name};
use chrono::NaiveDate;
use planner_core::figure::{FigureId, Figures, Name, YearFigures};
use planner_core::integrity::Verdict;
use planner_core::requirement::covered;
use planner_core::target::achieved_percent;
use planner_sheets::workbook::Cell;
use rust_decimal::{Decimal, RoundingStrategy};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// The shipped file, in a message.
const FILE: &str = "CDP map";

/// What can be taken of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerStatus {
    /// Complete, and within the limits.
    Ok,
    /// Something only the user knows is missing, or does not fit.
    NeedsInput,
    /// The year has nothing to say to it.
    NotApplicable,
}

impl AnswerStatus {
    /// As the sheet says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NeedsInput => "needs input",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// A row of a question.
pub(crate) struct Answer {
    pub cells: Vec<Cell>,
    /// Characters of its longest text.
    pub characters: usize,
    pub status: AnswerStatus,
}

/// What a name in a template comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Words.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => formatter.write_str(text),
            Self::Number(number) => number.fmt(formatter),
            Self::Day(day) => day.fmt(formatter),
        }
    }
}

/// What a person answered: by question, its row from 1, and the field.
type Inputs = BTreeMap<(String, usize, String), String>;

/// What templates may ask for: the figures of the table, and some words beside them.
pub(crate) struct Values<'a> {
    figures: &'a Figures,
    inputs: &'a Inputs,
    words: BTreeMap<&'static str, Option<Said>>,
}

impl<'a> Values<'a> {
    /// Those of a year.
    pub fn of(disclosure: &'a Disclosure) -> Result<Self, ReportError> {
        let text = |text: String| Some(text).filter(|text| !text.is_empty()).map(Said::Text);
        let figures = &disclosure.figures;
        let change = figures.named(Name::ChangeRetiredPercent).map(|change| change.number());
        let words = BTreeMap::from([
            ("organisation", text(disclosure.known.organisation.clone())),
            ("period", text(disclosure.period_words())),
            ("period_end", disclosure.period().map(|(_, end)| Said::Day(end))),
            ("claim", text(claim::carried(disclosure)?)),
            ("restated", disclosure.is_restated().then(|| Said::Text("yes".to_owned()))),
            ("target_status", target_status(&disclosure.known.year)),
            ("change_retired", change.map(|change| Said::Number(change.abs()))),
            ("target_wording", disclosure.known.target.kept.wording.clone().map(Said::Text)),
            ("target_set_on", disclosure.known.target.kept.set_on.map(Said::Day)),
            ("target_base_end", disclosure.known.target.base_end.map(Said::Day)),
            ("target_base_figure", disclosure.known.target.base_percent.map(Said::Number)),
            (
                "target_end",
                disclosure.known.target.end.or(disclosure.period().map(|(_, end)| end)).map(Said::Day),
            ),
            ("target_figure", Some(Said::Number(target_figure(disclosure)))),
            ("target_achieved", achieved(disclosure).map(Said::Number)),
            ("direction_retired", change.map(|change| Said::Text(direction(change).to_owned()))),
        ]);
        Ok(Self { figures, inputs: &disclosure.known.inputs, words })
    }

    /// What a name stands for: nothing where it is unknown, nothing within where it has nothing to say.
    fn get(&self, name: &str) -> Option<Option<Said>> {
        self.words.get(name).cloned().or_else(|| {
            let value = self.figures.get(&FigureId::from_key(name)?);
            Some(value.map(|value| Said::Number(value.number())))
        })
    }

    /// Whether a row has anything to speak of.
    fn applies(&self, row: &CdpRow) -> Result<bool, ReportError> {
        let mut applies = row.needs.is_empty();
        for name in &row.needs {
            let said = known(FILE, name, |name| self.get(name))?;
            applies |= said.is_some_and(|said| said != Said::Number(Decimal::ZERO));
        }
        Ok(applies)
    }
}

/// The share at the end of the target, percent: of the last year of its path, else of the reporting year.
fn target_figure(disclosure: &Disclosure) -> Decimal {
    disclosure.known.target.end_percent.unwrap_or(disclosure.known.year.target)
}

/// How much of the way from the base year's coverage has been gone.
fn achieved(disclosure: &Disclosure) -> Option<Decimal> {
    let base = disclosure.known.target.base_percent?;
    let now = disclosure.figure(Name::CoveragePercent)?.number();
    achieved_percent(base, now, target_figure(disclosure))
}

/// A target is not achieved by there being nothing to retire, nor while lines without a weight may need more.
fn target_status(year: &YearFigures) -> Option<Said> {
    let says = match covered(year.netting.needed, year.netting.to_retire(), year.lines_unresolved()) {
        Verdict::Met => "Achieved",
        Verdict::NotMet | Verdict::Unknown => "Underway",
        Verdict::NotApplicable => return None,
    };
    Some(Said::Text(says.to_owned()))
}

fn direction(change: Decimal) -> &'static str {
    match change.cmp(&Decimal::ZERO) {
        Ordering::Less => "Decreased",
        Ordering::Equal => "No change",
        Ordering::Greater => "Increased",
    }
}

/// The figures that a row rests on.
pub(crate) fn rests_on(row: &CdpRow) -> Result<Vec<FigureId>, ReportError> {
    let id = |key: &String| known(FILE, key, |key| FigureId::from_key(key).map(Some));
    Ok(row.figures.iter().map(id).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// A row's answer, held to the limits.
pub(crate) fn answer(
    question: &CdpQuestion,
    position: usize,
    values: &Values<'_>,
    limits: &CdpLimits,
) -> Result<Answer, ReportError> {
    let row = &question.row[position];
    let applies = values.applies(row)?;
    let (mut characters, mut is_complete, mut cells) = (0, true, Vec::new());
    for column in &question.column {
        let key = (question.number.clone(), position + 1, column.key.clone());
        let answered = values.inputs.get(&key).and_then(|text| answered(column.kind, text));
        let said =
            figured(column, row, values)?.or(answered).or_else(|| offered(column, row).map(Said::Text));
        let (cell, fits) =
            said.filter(|_| applies).map_or((Cell::Empty, true), |said| cell(column, said, limits));
        if let (Cell::Text(text), CdpKind::Text) = (&cell, column.kind) {
            characters = characters.max(text.chars().count());
        }
        is_complete &= fits && (column.is_optional || cell != Cell::Empty);
        cells.push(cell);
    }
    let status = match (applies, is_complete) {
        (false, _) => AnswerStatus::NotApplicable,
        (true, true) => AnswerStatus::Ok,
        (true, false) => AnswerStatus::NeedsInput,
    };
    Ok(Answer { cells, characters, status })
}

/// What a row says of a column by figures of the year.
fn figured(column: &CdpColumn, row: &CdpRow, values: &Values<'_>) -> Result<Option<Said>, ReportError> {
    for templates in [&row.first, &row.cells] {
        let template = templates.get(&column.key).filter(|template| template.contains('{'));
        if let Some(said) = template.map(|template| said(column, template, values)).transpose()?.flatten() {
            return Ok(Some(said));
        }
    }
    Ok(None)
}

/// What a row offers for a column where nobody says otherwise.
fn offered(column: &CdpColumn, row: &CdpRow) -> Option<String> {
    row.cells.get(&column.key).filter(|template| !template.contains('{')).cloned()
}

/// What a person answered, as the column takes it; nothing where it is none of that.
pub fn answered(kind: CdpKind, text: &str) -> Option<Said> {
    Some(match kind {
        CdpKind::Text | CdpKind::Choice => Said::Text(text.to_owned()),
        CdpKind::Number | CdpKind::Percent => Said::Number(text.parse().ok()?),
        CdpKind::Date => Said::Day(text.parse().ok()?),
    })
}

/// A field of an answer that only a person knows.
#[derive(Clone, Debug)]
pub struct Open {
    /// The question.
    pub question: &'static CdpQuestion,
    /// Its row, from 1.
    pub row: usize,
    /// The column.
    pub column: &'static CdpColumn,
    /// What is offered where nobody says otherwise.
    pub offered: Option<String>,
}

/// The fields of the year's answers that no figure says, in the order of the sheets.
pub fn open(disclosure: &Disclosure) -> Result<Vec<Open>, ReportError> {
    let (map, values) = (assets::cdp_map()?, Values::of(disclosure)?);
    let mut fields = Vec::new();
    for question in &map.question {
        for (position, row) in question.row.iter().enumerate() {
            if !values.applies(row)? {
                continue;
            }
            for column in &question.column {
                if figured(column, row, &values)?.is_none() {
                    fields.push(Open { question, row: position + 1, column, offered: offered(column, row) });
                }
            }
        }
    }
    Ok(fields)
}

/// What a column's template comes to: words filled in, or the one figure that a number or a date is.
fn said(column: &CdpColumn, template: &str, values: &Values<'_>) -> Result<Option<Said>, ReportError> {
    let of = |name: &str| values.get(name);
    match column.kind {
        CdpKind::Text | CdpKind::Choice => {
            let text = fill(FILE, template, |name| of(name).map(|said| said.map(|said| said.to_string())))?;
            Ok(text.map(Said::Text))
        }
        CdpKind::Number | CdpKind::Percent | CdpKind::Date => {
            let no_figure = || ReportError::damaged(FILE, format!("“{template}” is no single figure"));
            known(FILE, only_name(template).ok_or_else(no_figure)?, of)
        }
    }
}

/// The cell, and whether the answer fitted as it was.
fn cell(column: &CdpColumn, said: Said, limits: &CdpLimits) -> (Cell, bool) {
    match (column.kind, said) {
        (CdpKind::Text | CdpKind::Choice, said) => {
            let (text, fits) = shortened(&said.to_string(), limits.text_characters);
            (Cell::Text(text), fits)
        }
        (CdpKind::Number, Said::Number(value)) => number(value, limits.number_decimals, limits.number_max),
        (CdpKind::Percent, Said::Number(value)) => {
            number(value, limits.percent_decimals, Decimal::ONE_HUNDRED)
        }
        (CdpKind::Date, Said::Day(day)) => (Cell::Date(day), true),
        (CdpKind::Number | CdpKind::Percent | CdpKind::Date, _) => (Cell::Empty, false),
    }
}

fn number(value: Decimal, places: u32, most: Decimal) -> (Cell, bool) {
    if value < Decimal::ZERO || value > most {
        return (Cell::Empty, false);
    }
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven);
    (Cell::Decimal(rounded.normalize()), true)
}

/// As much of a text as CDP takes, with a mark where it was longer.
fn shortened(text: &str, most: usize) -> (String, bool) {
    if text.chars().count() <= most {
        return (text.to_owned(), true);
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    (kept + "…", false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    #[test]
    fn answers_keep_the_limits_of_the_cycle() {
        let limits = &assets::cdp_map().expect("a CDP map").limits;
        let column = |kind| CdpColumn { key: "k".into(), header: "K".into(), kind, is_optional: false };
        let decimal = |text: &str| text.parse::<Decimal>().expect("a number");
        let is = |text: &str| Cell::Decimal(decimal(text));
        for (kind, text, expected, fits) in [
            (CdpKind::Number, "12.34567", is("12.346"), true),
            (CdpKind::Number, "999999999999", is("999999999999"), true),
            (CdpKind::Number, "1000000000000", Cell::Empty, false),
            (CdpKind::Number, "-1", Cell::Empty, false),
            (CdpKind::Percent, "63.204", is("63.2"), true),
            (CdpKind::Percent, "100.01", Cell::Empty, false),
        ] {
            assert_eq!(cell(&column(kind), Said::Number(decimal(text)), limits), (expected, fits), "{text}");
        }
        let text = Said::Text("ä".into());
        assert_eq!(cell(&column(CdpKind::Text), text, limits), (Cell::Text("ä".into()), true));
        let (text, fits) = shortened(&"ä".repeat(2_401), limits.text_characters);
        assert_eq!((text.chars().count(), fits), (2_400, false));
    }

    /// Every name in the shipped map, wherever it stands: a map that names an unknown figure is an error.
    #[test]
    fn the_map_names_no_figure_that_does_not_exist() {
        let figures = Figures::default();
        let words = ["organisation", "period", "period_end", "claim", "restated", "target_status"];
        let of_target = [
            "target_set_on",
            "target_base_end",
            "target_base_figure",
            "target_end",
            "target_figure",
            "target_wording",
        ];
        let words = words
            .into_iter()
            .chain(["change_retired", "direction_retired", "target_achieved"])
            .chain(of_target);
        let inputs = Inputs::new();
        let values =
            Values { figures: &figures, inputs: &inputs, words: words.map(|word| (word, None)).collect() };
        let map = assets::cdp_map().expect("a CDP map");
        for question in &map.question {
            for (position, row) in question.row.iter().enumerate() {
                answer(question, position, &values, &map.limits).expect("known names");
                rests_on(row).expect("known figures");
            }
        }
        let row = &map.question[0].row[0];
        for broken in [
            CdpRow { needs: vec!["retird".into()], ..row.clone() },
            CdpRow { cells: BTreeMap::from([("value".into(), "{retird}".into())]), ..row.clone() },
            CdpRow { cells: BTreeMap::from([("explanation".into(), "of {retird}".into())]), ..row.clone() },
        ] {
            let question = CdpQuestion { row: vec![broken], ..map.question[0].clone() };
            let error = answer(&question, 0, &values, &map.limits).err().expect("refused");
            assert!(error.to_string().contains("“retird” that does not exist"), "{error}");
        }
        let broken = CdpRow { figures: vec!["gros".into()], ..row.clone() };
        assert!(rests_on(&broken).is_err());
    }
}
