//! The statement: two pages to read and to sign, for a reporting period or for one retirement. Its figures are the
//! workbook's.

mod canvas;
mod charts;
mod look;
mod money;
mod parts;
mod period;
mod record;
mod retirement;

use crate::ReportError;
use crate::disclosure::Disclosure;
use canvas::Canvas;
use planner_core::ledger::retirement::Retirement;
use planner_sheets::pdf::{Document, Typeface};

/// The statement of the year.
pub(crate) fn of_period(disclosure: &Disclosure) -> Result<Document, ReportError> {
    let typeface = typeface()?;
    let title = format!("I-TEC retirement statement {}", disclosure.year());
    let mut first = Canvas::new(&typeface);
    period::draw(&mut first, disclosure)?;
    let mut second = Canvas::new(&typeface);
    record::draw(&mut second, disclosure, None)?;
    Ok(document(disclosure, title, [first, second]))
}

/// The statement of one retirement.
pub(crate) fn of_retirement(
    disclosure: &Disclosure,
    retirement: &Retirement,
) -> Result<Document, ReportError> {
    let typeface = typeface()?;
    let title = format!("I-TEC retirement statement {}", retirement.id);
    let mut first = Canvas::new(&typeface);
    retirement::draw(&mut first, disclosure, retirement)?;
    let mut second = Canvas::new(&typeface);
    record::draw(&mut second, disclosure, Some(retirement))?;
    Ok(document(disclosure, title, [first, second]))
}

fn document(disclosure: &Disclosure, title: String, pages: [Canvas<'_>; 2]) -> Document {
    let head = disclosure.known.chain_head.as_deref().unwrap_or("no event yet");
    let mut number = 0;
    let pages = pages.map(|mut page| {
        number += 1;
        parts::footer(&mut page, &title, head, number);
        page.finish()
    });
    Document {
        title,
        author: disclosure.known.organisation.clone(),
        created: disclosure.today(),
        pages: pages.into(),
    }
}

fn typeface() -> Result<Typeface, ReportError> {
    Typeface::load().ok_or_else(|| ReportError::damaged("typeface", "it is no typeface"))
}
