//! What a file leaves open and a person must say: an import does not guess it.

use super::reading::Source;
use super::tally::Tally;
use crate::ActionError;
use crate::views::mapping::{ImportQuestion, QuestionChoice};
use planner_sheets::convention::{both_dates, both_numbers};
use planner_sheets::inspect::Question;
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::mapping::{Mapping, Open};
use planner_sheets::vocabulary::Vocabulary;

/// What is asked for where some rows have no date and nobody named the year.
const YEAR: &str = "year";

/// The questions of a table, one for each column or word and thing that is open.
pub(super) fn questions(mapping: &Mapping) -> Vec<ImportQuestion> {
    mapping.notes.iter().filter_map(of_note).chain(mapping.open.iter().map(of_open)).collect()
}

impl Tally {
    /// What only the rows leave open.
    pub(super) fn questions(&self) -> Vec<ImportQuestion> {
        let dateless = (self.asks_year && self.rows_without_date > 0).then(|| ImportQuestion {
            option: YEAR.to_owned(),
            field: None,
            column: String::new(),
            example: self.rows_without_date.to_string(),
            choices: Vec::new(),
        });
        self.open.iter().map(of_open).chain(dateless).collect()
    }
}

fn of_note(note: &Issue) -> Option<ImportQuestion> {
    let (option, choices) = match note.code {
        IssueCode::AmbiguousDate => ("date_order", dates(&note.seen)),
        IssueCode::AmbiguousNumber => ("decimal", numbers(&note.seen)),
        IssueCode::MassUnitOpen => ("mass_unit", plain(&["kg", "g", "lb", "oz", "t"])),
        IssueCode::UnitOrLineMass => ("mass_basis", plain(&["unit", "line"])),
        _ => return None,
    };
    Some(ImportQuestion {
        option: option.to_owned(),
        field: None,
        column: note.column.clone().unwrap_or_default(),
        example: note.seen.clone(),
        choices,
    })
}

fn of_open(open: &Open) -> ImportQuestion {
    ImportQuestion {
        option: open.what.word().to_owned(),
        field: open.field.map(|field| field.word().to_owned()),
        column: open.column.clone(),
        example: open.seen.clone(),
        choices: open.choices.iter().map(|answer| choice(answer, None)).collect(),
    }
}

fn dates(example: &str) -> Vec<QuestionChoice> {
    let (day_first, month_first) = both_dates(example).unzip();
    vec![
        choice("day_first", day_first.map(|date| date.to_string())),
        choice("month_first", month_first.map(|date| date.to_string())),
    ]
}

fn numbers(example: &str) -> Vec<QuestionChoice> {
    let (point, comma) = both_numbers(example, &Vocabulary::shipped()).unzip();
    vec![
        choice("point", point.map(|number| number.to_string())),
        choice("comma", comma.map(|number| number.to_string())),
    ]
}

fn plain(answers: &[&str]) -> Vec<QuestionChoice> {
    answers.iter().map(|answer| choice(answer, None)).collect()
}

fn choice(answer: &str, reads: Option<String>) -> QuestionChoice {
    QuestionChoice { answer: answer.to_owned(), reads }
}

/// Refuses an import that leaves something open, and names the option that answers it.
pub(super) fn refuse_open(source: &Source, open: &[ImportQuestion]) -> Result<(), ActionError> {
    let Some(first) = open.first() else { return Ok(()) };
    let details = (open.len() > 1).then(|| {
        let options = open.iter().map(|one| format!("{}: {}", one.column, one.option.replace('_', "-")));
        options.collect::<Vec<_>>().join("; ")
    });
    let message = format!(
        "{} Nothing was imported; the answer is remembered for the next such file.",
        sentence(&source.file_name, first)
    );
    Err(ActionError { details, ..ActionError::new("question_open", message) })
}

/// A question in words, with the option that answers it.
fn sentence(file: &str, question: &ImportQuestion) -> String {
    if question.option == YEAR {
        return format!(
            "{} rows of {file} have no date. Say their reporting year with --year, or which column is the date with --map date=HEADER.",
            question.example
        );
    }
    let asked = Asked {
        file,
        question,
        example: &question.example,
        column: format!("Column “{}” of {file}", question.column),
        choices: question.choices.iter().map(|one| one.answer.as_str()).collect::<Vec<_>>().join(", "),
    };
    let what = Question::from_word(&question.option);
    let of = |what| asked.of_columns(what).or_else(|| asked.of_weights(what)).or_else(|| asked.of_rows(what));
    what.and_then(of).unwrap_or_else(|| asked.of_readings())
}

/// A question with its parts in words.
struct Asked<'a> {
    file: &'a str,
    question: &'a ImportQuestion,
    example: &'a str,
    column: String,
    choices: String,
}

impl Asked<'_> {
    /// Which column counts, and what its words mean.
    fn of_columns(&self, what: Question) -> Option<String> {
        let Self { file, question, example, column, choices } = self;
        Some(match what {
            Question::Quantity if question.choices.iter().any(|one| one.answer.is_empty()) => format!(
                "{column} may count the pieces of each row, which is not clear. Say that it does with --map \"quantity={}\", or with --map quantity= that each row is one device.",
                question.column
            ),
            Question::Quantity => format!(
                "{file} has several columns that may count the pieces: {choices}. Say which does with --map quantity=HEADER."
            ),
            Question::Spread => format!(
                "{column} and {example} of {file} count pieces. Say with --answer spread=sum that they count together, each in a line of its own, or which of them counts with --map quantity=HEADER."
            ),
            Question::Date if question.choices.iter().any(|one| one.answer.is_empty()) => format!(
                "{column} holds days or years, and no column is known as the day of the lines. Say with --map \"date={}\" that it is theirs, or with --map date= that none is, and with --year which year the lines belong to.",
                question.column
            ),
            Question::Vintage => format!(
                "{file} states a vintage from one year to another, and a vintage is one calendar year: {choices}. Say which column is it with --map vintage=HEADER."
            ),
            found @ (Question::Mass | Question::SentMass)
                if question.choices.iter().any(|one| one.answer.is_empty()) =>
            {
                format!(
                    "{column} holds the same on all lines of an order or a lot, as the weight of the whole does. Say that each line has it with --map \"{0}={1}\", or with --map {0}= that weights are to be found elsewhere.",
                    found.word(),
                    question.column
                )
            }
            found @ (Question::UnitMass | Question::Mass | Question::SentMass) => format!(
                "{file} has several columns that may be the weight, and they differ: {choices}. Say which counts with --map {}=HEADER.",
                found.word()
            ),
            Question::Date => format!(
                "{file} has several columns that may be the day that counts, and some rows are of another year by one than by the other: {choices}. Say which is with --map date=HEADER."
            ),
            Question::Pieces if question.choices.len() == 1 => format!(
                "{column} counts packs, and nothing says how many pieces are in one. Say with --answer pieces=pieces that it counts pieces, or add a column with how many are in a pack."
            ),
            Question::Pieces => format!(
                "{column} may count pieces or packs; “{example}” says how many are in one. Say which with --answer pieces=pieces or --answer pieces=packs."
            ),
            Question::Value => {
                let field = question.field.as_deref().unwrap_or_default();
                let means = if choices.is_empty() {
                    "how many pieces it is".to_owned()
                } else {
                    format!("one of {choices}")
                };
                format!(
                    "{column} holds “{example}”, and what that means is not clear. Say it with --value \"{field}:{example}=…\": {means}."
                )
            }
            _ => return None,
        })
    }

    /// Which weight counts, and in which unit.
    fn of_weights(&self, what: Question) -> Option<String> {
        let Self { file, question, column, .. } = self;
        Some(match what {
            Question::GrossWeight => format!(
                "{column} is a weight with packaging, and there is no other. Say with --answer gross_weight=count that it counts as it is, or with --answer gross_weight=leave that weights are to be found elsewhere."
            ),
            Question::MissingMass if question.choices.len() > 1 => format!(
                "{column} names a unit of mass, and nothing says of what. Say with --answer missing_mass=unit that it is the weight of one, with missing_mass=line that it is that of the whole line, or with missing_mass=estimate that it is no weight of the hardware."
            ),
            Question::MissingMass => format!(
                "{file} states no weight, and what is not stated is unknown. Say which column is one with --map sent_mass=HEADER, or with --answer missing_mass=estimate that the usual weight of each category is taken."
            ),
            Question::MassUnit => {
                format!("{column} names no unit of mass. Say it with --mass-unit kg, g, lb, oz or t.")
            }
            _ => return None,
        })
    }

    /// Which rows, sheets or parts of a sheet count.
    fn of_rows(&self, what: Question) -> Option<String> {
        let Self { file, question, example, column, choices } = self;
        Some(match what {
            Question::Table if question.column.is_empty() => format!(
                "Rows of {file} hold more numbers than its header names columns, such as “{example}”: where a comma parts the cells and the decimals, too, a number is cut in two. Save the file with another separator and import that, or say with --answer table=same that what stands beyond the header means nothing."
            ),
            Question::Table if !question.column.starts_with("row ") => format!(
                "{column} says “{example}”, and whether each row counts is not clear then. Import the rows that count from a file of their own, or say with --answer table=same that all of them do."
            ),
            Question::Table => format!(
                "At {} of {file} another table begins under “{example}”, and what that says of its rows is not clear. Import that part from a file of its own, or say with --answer table=same that its rows are read as those above.",
                question.column
            ),
            Question::Merged => format!(
                "One cell of column “{}” of {file} stands for the rows {example} together. Say with --answer merged=each that each of them has what it says, or with --answer merged=first that it belongs to the first of them and the others are left out.",
                question.column
            ),
            Question::Struck => format!(
                "{} of {file} (“{example}”) is struck through. Say with --answer struck=leave_out that such lines do not count, or with --answer struck=count that they do.",
                question.column
            ),
            Question::Weighed => format!(
                "{} of {file} reads as a service or licence (“{example}”), and states a weight or names a device, as those do not. Say with --answer weighed=hardware that such rows are hardware, or with --answer weighed=leave_out that they are none.",
                question.column
            ),
            Question::Repeats => format!(
                "{} of {file} says again what an earlier row says: {example}. Say with --answer repeats=once that what stands twice counts once, or with --answer repeats=count that each counts.",
                question.column
            ),
            Question::Implausible => format!(
                "{} of {file} says {example}, which can hardly be. Correct it, or say with --answer implausible=reject that such rows are left out, or with --answer implausible=count that they count.",
                question.column
            ),
            Question::Bundle if !question.choices.iter().any(|one| one.answer == "whole") => format!(
                "{column} shows that parts follow some lines, and not where they end. Say with --answer bundle=parts that the parts count and those lines do not, or with --answer bundle=all that each line counts."
            ),
            Question::Bundle => format!(
                "{column} shows that lines are parts of other lines. Say which count with --answer bundle=whole, bundle=parts or bundle=all."
            ),
            Question::Formulas if question.choices.len() > 1 => format!(
                "{column} is 0 or blank on each of the {example} lines, as programs write what they never calculated. Open the file in a spreadsheet program, save it and import that; or say with --map quantity= that each row is one device, with --answer formulas=reject that the lines are left out, or with --answer formulas=zeros that nothing was bought."
            ),
            Question::Formulas => format!(
                "{column} holds {example} formulas that the program which wrote the file never calculated. Open it in a spreadsheet program, save it and import that; or say with --answer formulas=reject that such rows are left out."
            ),
            Question::Total if !question.column.starts_with("row ") => format!(
                "Under “{example}” in column “{}” {file} holds the sums of other rows. Say with --answer total=skip that these are totals, or with --answer total=count that they are items.",
                question.column
            ),
            Question::Total => format!(
                "{file} holds a sum of other rows in {} (“{example}”). Say with --answer total=skip that this is a total, or with --answer total=count that it is an item.",
                question.column
            ),
            Question::Sheet => format!(
                "{file} has several sheets of this shape: {choices}. Say which are meant with --sheet, several times for several."
            ),
            _ => return None,
        })
    }

    /// Which of two readings of a column's cells is meant.
    fn of_readings(&self) -> String {
        let Self { question, example, column, .. } = self;
        let reads =
            |index: usize| question.choices.get(index).and_then(|one| one.reads.clone()).unwrap_or_default();
        match question.option.as_str() {
            "date_order" => format!(
                "{column} holds dates that read two ways: “{example}” is {} or {}. Say which with --date-order day-first or --date-order month-first.",
                reads(0),
                reads(1)
            ),
            "decimal" => format!(
                "{column} holds numbers that read two ways: “{example}” is {} or {}. Say which with --decimal point or --decimal comma.",
                reads(0),
                reads(1)
            ),
            _ => format!(
                "{column} does not say whether it is the mass of one unit or of the whole line. Say it with --mass-basis unit or --mass-basis line."
            ),
        }
    }
}
