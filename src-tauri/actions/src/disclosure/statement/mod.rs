//! The statement: two pages to read and to sign, for a reporting period or for one retirement. Its figures are the
//! workbook's.

mod canvas;
mod charts;
mod look;
mod parts;
mod period;
mod record;
mod retirement;

use super::figures::Figures;
use crate::ActionError;
use canvas::Canvas;
use planner_core::ledger::retirement::Retirement;
use planner_sheets::pdf::{Document, Typeface};

/// The statement of the year.
pub(super) fn of_period(figures: &Figures) -> Result<Document, ActionError> {
    let typeface = typeface()?;
    let title = format!("I-TEC retirement statement {}", figures.year());
    let mut first = Canvas::new(&typeface);
    period::draw(&mut first, figures)?;
    let mut second = Canvas::new(&typeface);
    record::draw(&mut second, figures, None)?;
    Ok(document(figures, title, [first, second]))
}

/// The statement of one retirement.
pub(super) fn of_retirement(figures: &Figures, retirement: &Retirement) -> Result<Document, ActionError> {
    let typeface = typeface()?;
    let title = format!("I-TEC retirement statement {}", retirement.id);
    let mut first = Canvas::new(&typeface);
    retirement::draw(&mut first, figures, retirement)?;
    let mut second = Canvas::new(&typeface);
    record::draw(&mut second, figures, Some(retirement))?;
    Ok(document(figures, title, [first, second]))
}

fn document(figures: &Figures, title: String, pages: [Canvas<'_>; 2]) -> Document {
    let head = figures.chain_head.as_deref().unwrap_or("no event yet");
    let mut number = 0;
    let pages = pages.map(|mut page| {
        number += 1;
        parts::footer(&mut page, &title, head, number);
        page.finish()
    });
    Document {
        title,
        author: figures.organisation.display_name().to_owned(),
        created: figures.today,
        pages: pages.into(),
    }
}

fn typeface() -> Result<Typeface, ActionError> {
    Typeface::load().ok_or_else(|| {
        ActionError::new("asset_damaged", "The shipped typeface cannot be read. Install the app again.")
    })
}
