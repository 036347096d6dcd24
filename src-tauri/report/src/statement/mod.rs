//! The statement: three pages to read and to sign, for a reporting period or for one retirement. Its figures are the
//! workbook's.

mod canvas;
mod certificates;
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
    Ok(document(disclosure, title, first, further(&typeface, disclosure, None)?))
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
    Ok(document(disclosure, title, first, further(&typeface, disclosure, Some(retirement))?))
}

/// The certificates, and who answers for them.
fn further<'a>(
    typeface: &'a Typeface,
    disclosure: &Disclosure,
    retirement: Option<&Retirement>,
) -> Result<[Canvas<'a>; 2], ReportError> {
    let mut pages = [Canvas::new(typeface), Canvas::new(typeface)];
    let [second, last] = &mut pages;
    certificates::draw(second, disclosure, retirement);
    record::draw(last, disclosure)?;
    Ok(pages)
}

fn document(
    disclosure: &Disclosure,
    title: String,
    first: Canvas<'_>,
    [second, last]: [Canvas<'_>; 2],
) -> Document {
    let head = disclosure.known.chain_head.as_deref().unwrap_or("no event yet");
    let mut number = 0;
    let pages = [first, second, last].map(|mut page| {
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
