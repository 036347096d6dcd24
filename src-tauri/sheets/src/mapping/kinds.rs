//! A table that looks like one of another kind than it is read as.

use super::Overrides;
use crate::error::ReadError;
use crate::field::{Field, Kind};
use crate::inspect::SheetInspection;
use crate::issue::{Issue, IssueCode};

/// A list of certificates holds no hardware: it is refused, unless a person says which columns are meant.
pub(super) fn refuse_certificates(
    kind: Kind,
    sheet: &SheetInspection,
    overrides: &Overrides,
) -> Result<(), ReadError> {
    let is_hardware = matches!(kind, Kind::Procurement | Kind::Dispositions);
    let is_meant = !overrides.fields.is_empty() || overrides.remembered.is_some();
    match sheet.kind == Kind::Certificates && is_hardware && !is_meant && names_serials(sheet) {
        true => Err(ReadError::OtherKind {
            sheet: sheet.name.clone(),
            found: Kind::Certificates.word().into(),
            kind: kind.word().into(),
        }),
        false => Ok(()),
    }
}

/// Whether the columns are those of the serials of certificates, or of their vintage.
fn names_serials(sheet: &SheetInspection) -> bool {
    let fields = [Field::SerialStart, Field::SerialEnd, Field::CertificateId, Field::Vintage];
    let found = sheet.columns.iter().filter_map(|column| column.field);
    found.filter(|field| fields.contains(field)).count() > 1
}

/// Says that what is read as bought looks like what was retired, or the other way round.
pub(super) fn other_kind(row: u32, kind: Kind, looks_like: Kind) -> Option<Issue> {
    let rows = |kind| if kind == Kind::Procurement { "purchases" } else { "retired assets" };
    let is_opposite = matches!(
        (kind, looks_like),
        (Kind::Procurement, Kind::Dispositions) | (Kind::Dispositions, Kind::Procurement)
    );
    let expected = format!(
        "The headers look like those of {}, and the rows are read as {}. Name the other kind if that is wrong.",
        rows(looks_like),
        rows(kind)
    );
    is_opposite.then(|| Issue::new(row, None, IssueCode::OtherKind, looks_like.word(), &expected))
}
