//! What a file leaves open and a person must say: an import does not guess it.

use super::reading::Source;
use crate::ActionError;
use crate::views::mapping::{ImportQuestion, QuestionChoice};
use planner_sheets::convention::{both_dates, both_numbers};
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::vocabulary::Vocabulary;

/// The questions of a file, one for each column and thing that is open.
pub(super) fn questions(notes: &[Issue]) -> Vec<ImportQuestion> {
    notes.iter().filter_map(question).collect()
}

fn question(note: &Issue) -> Option<ImportQuestion> {
    let (option, choices) = match note.code {
        IssueCode::AmbiguousDate => ("date_order", dates(&note.seen)),
        IssueCode::AmbiguousNumber => ("decimal", numbers(&note.seen)),
        IssueCode::MassUnitOpen => ("mass_unit", plain(&["kg", "g", "lb", "oz", "t"])),
        IssueCode::UnitOrLineMass => ("mass_basis", plain(&["unit", "line"])),
        _ => return None,
    };
    Some(ImportQuestion {
        option: option.to_owned(),
        column: note.column.clone().unwrap_or_default(),
        example: note.seen.clone(),
        choices,
    })
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

/// Refuses an import whose file leaves something open, and names the option that answers it.
pub(super) fn refuse_open(source: &Source) -> Result<(), ActionError> {
    let open = questions(&source.mapping.notes);
    let Some(first) = open.first() else { return Ok(()) };
    let column = format!("Column “{}” of {}", first.column, source.file_name);
    let reads = |index: usize| first.choices.get(index).and_then(|one| one.reads.clone()).unwrap_or_default();
    let what = match first.option.as_str() {
        "date_order" => format!(
            "{column} holds dates that read two ways: “{}” is {} or {}. Say which with --date-order day-first or --date-order month-first.",
            first.example,
            reads(0),
            reads(1)
        ),
        "decimal" => format!(
            "{column} holds numbers that read two ways: “{}” is {} or {}. Say which with --decimal point or --decimal comma.",
            first.example,
            reads(0),
            reads(1)
        ),
        "mass_unit" => format!("{column} names no unit of mass. Say it with --mass-unit kg, g, lb, oz or t."),
        _ => format!(
            "{column} does not say whether it is the mass of one unit or of the whole line. Say it with --mass-basis unit or --mass-basis line."
        ),
    };
    let details = (open.len() > 1).then(|| {
        let options = open.iter().map(|one| format!("{}: {}", one.column, one.option.replace('_', "-")));
        options.collect::<Vec<_>>().join("; ")
    });
    let message = format!("{what} Nothing was imported; the answer is remembered for the next such file.");
    Err(ActionError { details, ..ActionError::new("question_open", message) })
}
