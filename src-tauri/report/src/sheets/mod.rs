//! The sheets of the summary, one file per group. No cell holds a Scope 3 figure net of certificates, and no
//! figure of one statement is added to that of another.

mod cdp;
mod change_log;
mod checks;
mod emissions;
mod evidence;
mod exclusions;
mod manifest;
mod method;
pub(crate) mod readme;
mod reconciliation;
mod requirement;
pub(crate) mod retirement;
mod self_generation;
mod statements;
mod summary;
mod years;

use crate::ReportError;
use crate::disclosure::Disclosure;
use crate::sheet::DisclosureSheet;

/// All sheets, in order.
pub(crate) fn all(disclosure: &Disclosure) -> Result<Vec<DisclosureSheet>, ReportError> {
    let retirement = retirement::sheet(disclosure);
    let reconciliation = reconciliation::sheet(disclosure);
    let requirement = requirement::sheet(disclosure);
    let sources = summary::Sources {
        requirement: &requirement.sheet,
        retirement: &retirement.sheet,
        reconciliation: &reconciliation.sheet,
    };
    let summary = summary::sheet(disclosure, &sources);
    let mut sheets = vec![readme::sheet(disclosure)?, summary, retirement, reconciliation, requirement];
    sheets.extend(years::sheet(disclosure));
    sheets.extend([self_generation::sheet(disclosure), statements::sheet(disclosure)]);
    sheets.extend(cdp::sheets(disclosure)?);
    sheets.extend([
        cdp::guards(disclosure)?.into(),
        exclusions::sheet(disclosure),
        method::sheet(disclosure)?,
    ]);
    sheets.extend(emissions::sheet(disclosure));
    sheets.extend([
        checks::sheet(disclosure)?,
        evidence::sheet(disclosure),
        change_log::sheet(disclosure).into(),
    ]);
    sheets.push(manifest::sheet(disclosure)?.into());
    Ok(sheets)
}
