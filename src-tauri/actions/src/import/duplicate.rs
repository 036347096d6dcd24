//! A sheet that was imported before, byte for byte: as the same, or as what would count its devices on both sides.

use super::reading::Source;
use crate::ActionError;
use crate::views::import::ImportOptions;
use planner_sheets::field::Kind;
use planner_store::imports::{self, Import};
use planner_store::{Connection, revisions};

/// Refuses a sheet that stands already, unless a person says that it counts again or takes the place of what stands.
pub(super) async fn refuse_duplicate(
    connection: &mut Connection,
    source: &Source,
    options: &ImportOptions,
) -> Result<(), ActionError> {
    if options.allow_duplicate {
        return Ok(());
    }
    if let Some(before) = standing(connection, source, &options.kind).await? {
        return match revisions::replaced_by(connection, before.number).await? {
            Some(_) if options.revision.as_deref() == Some("replace") => Ok(()),
            Some(_) => Err(refused(
                source,
                &before,
                "A later file took the place of rows of it: undo that one to go back, or allow the duplicate.",
            )),
            None => Err(refused(source, &before, "Undo that import first, or allow the duplicate.")),
        };
    }
    let Some(other) = opposite(source.mapping.kind) else { return Ok(()) };
    match standing(connection, source, other.word()).await? {
        Some(before) => {
            let way_out = format!(
                "The same devices would be bought and retired. Undo that import first if they are {}, or allow the duplicate.",
                if other == Kind::Procurement { "retired assets" } else { "purchases" }
            );
            Err(refused(source, &before, &way_out))
        }
        None => Ok(()),
    }
}

/// What the rows of a sheet cannot be beside what they are.
fn opposite(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Procurement => Some(Kind::Dispositions),
        Kind::Dispositions => Some(Kind::Procurement),
        _ => None,
    }
}

/// The import of this sheet as this kind that stands.
async fn standing(
    connection: &mut Connection,
    source: &Source,
    kind: &str,
) -> Result<Option<Import>, ActionError> {
    let sheet = Some((kind, source.mapping.sheet.as_str()));
    Ok(imports::standing_of_file(connection, &source.fingerprint.sha256, sheet).await?)
}

fn refused(source: &Source, before: &Import, way_out: &str) -> ActionError {
    let Import { imported_on, kind, file_name, .. } = before;
    let message = format!(
        "{} was imported on {imported_on} already, as {kind} from {file_name}. {way_out}",
        source.file_name
    );
    ActionError { details: Some(before.id.clone()), ..ActionError::new("duplicate_file", message) }
}
