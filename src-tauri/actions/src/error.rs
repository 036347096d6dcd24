//! Why an action was refused: a code that the window acts on, and a sentence that a person acts on.

use planner_core::currency::UnknownCurrency;
use planner_core::entity::EntityError;
use planner_core::ledger::LedgerError;
use planner_core::ledger::money::MoneyError;
use planner_core::mass::MassTooLarge;
use planner_core::report::{Persons, SignatureError};
use planner_core::room::NoRoom;
use planner_core::year::NoReportingYear;
use planner_report::ReportError;
use planner_sheets::ReadError;
use planner_sheets::workbook::WriteError;
use planner_store::{ReadOnly, StoreError, file};
use serde::Serialize;
use std::io::{self, ErrorKind};

/// A refused action. The workspace is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct ActionError {
    /// Code word; screens decide by it alone.
    pub code: &'static str,
    /// What happened, to what, and the way out.
    pub message: String,
    /// What a report to support would need; never a cell's content.
    pub details: Option<String>,
}

impl ActionError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), details: None }
    }

    /// A request whose words are off: which, and what would be right.
    pub(crate) fn request(message: impl Into<String>) -> Self {
        Self::new("bad_request", message)
    }
}

/// Why a workspace can only be read, and what would let it be written.
pub(crate) fn why_read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::NoRight => "Its file, its folder or its disk takes no change from you. \
             Copy it to a folder of your own to work on it."
            .into(),
        ReadOnly::NoRoom => "The disk is full. Make room and open it again to work on it.".into(),
        ReadOnly::Newer { found, known } => format!(
            "It was written by a later version (format {found}; this one knows {known}). \
             Update I-TEC Planner to work on it."
        ),
        ReadOnly::Asked => "It was opened to be looked at.".into(),
    }
}

impl From<SignatureError> for ActionError {
    fn from(error: SignatureError) -> Self {
        let (code, way_out) = match &error {
            SignatureError::NoName { .. } => ("bad_request", "Say who signs, by name."),
            SignatureError::SamePerson { persons: Persons::Three, .. } => (
                "same_person",
                "Let another person sign, or let two persons suffice in the settings; the report then says so.",
            ),
            SignatureError::SamePerson { persons: Persons::Two, .. } => {
                ("same_person", "Let another person sign.")
            }
        };
        Self::new(code, sentence(&error.to_string(), way_out))
    }
}

impl From<NoReportingYear> for ActionError {
    fn from(error: NoReportingYear) -> Self {
        Self::new("bad_year", sentence(&error.to_string(), "Check the year."))
    }
}

impl From<MoneyError> for ActionError {
    fn from(error: MoneyError) -> Self {
        Self::new("amount_too_large", format!("{error}."))
    }
}

impl From<UnknownCurrency> for ActionError {
    fn from(error: UnknownCurrency) -> Self {
        Self::new("unknown_currency", sentence(&error.to_string(), "Write its three letters, such as EUR."))
    }
}

impl From<EntityError> for ActionError {
    fn from(error: EntityError) -> Self {
        let (code, way_out) = match &error {
            EntityError::NoName { .. } => ("no_entity_name", "Write the name that reports are to give it."),
            EntityError::NameTaken { .. } => {
                ("entity_name_taken", "Take it away there first, or keep it with that entity.")
            }
            EntityError::UnknownCountry { .. } => ("unknown_country", "Write its two letters, such as NL."),
        };
        Self::new(code, sentence(&error.to_string(), way_out))
    }
}

impl From<StoreError> for ActionError {
    fn from(error: StoreError) -> Self {
        if let StoreError::ReadOnly { why, .. } | StoreError::NotWritten { why } = &error {
            let newer = matches!(why, ReadOnly::Newer { .. });
            let code = if newer { "workspace_newer" } else { "workspace_read_only" };
            let way_out = format!("{} Nothing was changed.", why_read_only(why));
            return Self::new(code, sentence(&error.to_string(), &way_out));
        }
        let (code, way_out) = out_of_store_error(&error);
        let details = match &error {
            StoreError::Database(said) => Some(said.to_string()),
            StoreError::Migration(said) => Some(said.to_string()),
            _ => None,
        };
        let way_out = format!("{}{way_out}", what_system_says(&error));
        Self { details, ..Self::new(code, sentence(&error.to_string(), &way_out)) }
    }
}

/// Why the system refused a file, as a sentence; empty where it was not the system.
fn what_system_says(error: &StoreError) -> String {
    match error {
        StoreError::NotOpened { error, .. } => format!("It {}. ", in_words(error)),
        StoreError::NotMade { path, error } => {
            format!("Its folder {} {}. ", file::folder(path).display(), in_words(error))
        }
        StoreError::NotCopied { error, .. } | StoreError::NotLookedAt { error, .. } => {
            format!("The copy {}. ", in_words(error))
        }
        _ => String::new(),
    }
}

/// The code of what the store refuses, and what to do about it.
fn out_of_store_error(error: &StoreError) -> (&'static str, &'static str) {
    match error {
        StoreError::NotAFile { .. } => ("not_a_file", "Name a workspace file."),
        StoreError::NotOpened { .. } => ("workspace_not_opened", "Check the path and your rights to it."),
        StoreError::NotMade { .. } => ("workspace_not_made", "Choose another place, or make room there."),
        StoreError::NotLookedAt { .. } => (
            "workspace_not_opened",
            "Make room among the temporary files, or copy the workspace and its -wal file to a folder of your own.",
        ),
        StoreError::Changed { .. } => ("workspace_changed", "Open it again to see it as it is now."),
        StoreError::OldSqlite { .. } => ("sqlite_too_old", "Install I-TEC Planner again."),
        StoreError::Disk => {
            ("disk_failed", "Nothing was changed. Check the disk, or the connection to it, and try again.")
        }
        StoreError::Missing { .. } => ("workspace_missing", "Check the path, or open another workspace."),
        StoreError::NotAWorkspace { .. } => {
            ("not_a_workspace", "Choose a file made by I-TEC Planner; this one was left as it is.")
        }
        StoreError::Newer { .. } => ("workspace_newer", "Update I-TEC Planner to open it."),
        StoreError::Busy => ("workspace_busy", "Close the other program or wait, then try again."),
        StoreError::Damaged { .. } => {
            ("workspace_damaged", "Run a check of the ledger, and restore a snapshot if it confirms this.")
        }
        StoreError::NotCopied { .. } => (
            "workspace_not_copied",
            "Nothing was changed. Make room beside it, or give yourself the right to write there, and open it again.",
        ),
        StoreError::ReadOnly { .. }
        | StoreError::NotWritten { .. }
        | StoreError::Refused { .. }
        | StoreError::Database(_)
        | StoreError::Migration(_)
        | StoreError::Unrecorded { .. } => {
            ("workspace_failed", "Nothing was changed. Check the disk and the file's permissions.")
        }
    }
}

impl From<ReadError> for ActionError {
    fn from(error: ReadError) -> Self {
        let way_out = match &error {
            ReadError::PasswordProtected | ReadError::TooOld { .. } | ReadError::Truncated => "",
            ReadError::NoHeader { .. } => {
                "Add a row with names such as Item, Quantity and Weight (kg) above the data, or name its row with the header row setting."
            }
            ReadError::NoSuchSheet { .. } | ReadError::NoTable { .. } | ReadError::NoSuchColumn { .. } => {
                "Choose the sheet and its columns by name."
            }
            ReadError::Cancelled => "Nothing was imported.",
            ReadError::Empty | ReadError::NotASpreadsheet { .. } => {
                "Import an xlsx, xls, xlsb, ods or csv file."
            }
            ReadError::Unreadable { .. } => "Check that the file is there and that you may read it.",
            ReadError::WorkerMissing { .. } => "Start I-TEC Planner again, or install it again.",
            ReadError::NoSuchField { .. } => "Name one of its fields.",
            ReadError::OtherKind { .. } => "Import it as that.",
            _ => "Save it again as .xlsx in your spreadsheet program and import that.",
        };
        let details = match &error {
            ReadError::WorkerDied { details, .. } if !details.is_empty() => Some(details.clone()),
            _ => None,
        };
        let message = sentence(&error.to_string(), way_out);
        Self { details, ..Self::new(error.code(), message) }
    }
}

impl From<LedgerError> for ActionError {
    fn from(error: LedgerError) -> Self {
        let (code, way_out) = match &error {
            LedgerError::UnknownLot { .. } => ("unknown_lot", "Check its id among the lots."),
            LedgerError::LotExists { .. } => ("lot_exists", "Give the new lot another id."),
            LedgerError::TooMany { .. } => ("too_many_units", "Check its first and last serial number."),
            LedgerError::SerialsOverlap { .. } => {
                ("serials_overlap", "The same certificate cannot be entered twice: check the serial range.")
            }
            LedgerError::BatchHasOtherClass { .. } => {
                ("batch_has_other_class", "Check the class or the batch.")
            }
            LedgerError::LotExpired { .. } => (
                "lot_expired",
                "Expired certificates cover nothing: choose another lot, or leave the choice open.",
            ),
            LedgerError::NotExpired { .. } => ("not_expired", "Nothing was changed."),
            LedgerError::ClassDoesNotCover { .. } => ("class_does_not_cover", "Choose an I-TEC lot."),
            LedgerError::BundledDoesNotCover { .. } => ("bundled_does_not_cover", "Choose an unbundled lot."),
            LedgerError::MoreThanLotHolds { .. } => {
                ("more_than_lot_holds", "Retire fewer, or leave the choice of lots open.")
            }
            LedgerError::MoreThanUsable { .. } => (
                "more_than_usable",
                "Retire fewer, record a purchase first, or give a day on which they were ours.",
            ),
            LedgerError::UnitsElsewhere { .. } => {
                ("units_elsewhere", "Look at the lot to see where its units are.")
            }
            LedgerError::NothingToMove => ("nothing_to_move", ""),
            LedgerError::PicksDiffer { .. } => ("picks_differ", "Name more lots, or a smaller quantity."),
            LedgerError::LotNamedTwice { .. } => ("lot_named_twice", "Name it once with the sum."),
            LedgerError::RetirementExists { .. } => ("retirement_exists", "Nothing was retired."),
            LedgerError::UnknownRetirement { .. } => {
                ("unknown_retirement", "Check its number among the retirements, such as R-2025-01.")
            }
            LedgerError::AlreadyReversed { .. } => ("already_reversed", "Its certificates are held again."),
            LedgerError::RetirementDiffers { .. } => ("retirement_differs", "Nothing was reversed."),
            LedgerError::NoEvidence { .. } => {
                ("no_evidence", "Name the registry's letter or reference that reverses it.")
            }
            LedgerError::YearLocked { .. } => {
                ("year_locked", "A locked year takes no change; unlock it with a reason to restate it.")
            }
            LedgerError::YearNotLocked { .. } => ("year_not_locked", "Nothing was changed."),
            LedgerError::LotSplit { .. } => ("lot_split", "Name the one you mean."),
            LedgerError::NoBoundary { .. } => {
                ("no_boundary", "Name the first serial of the upper part: any but the lot's first.")
            }
            LedgerError::NothingToAdjust { .. } => ("nothing_to_adjust", "It is already as you say."),
            LedgerError::NoReason { .. } => ("no_reason", "Say why."),
            LedgerError::FactDiffers { .. } => ("fact_differs", "Look at the lot and correct it again."),
            LedgerError::BadFact { .. } => (
                "bad_fact",
                "Dates are written as 2026-06-16 and numbers as 1234.5; a baseline is virgin_manufacture or landfill_avoidance, an intent hold, sell or undecided.",
            ),
            LedgerError::LotHasClaims { .. } => (
                "lot_has_claims",
                "Reverse the retirement with the registry's evidence first, or record what differs as a note.",
            ),
            LedgerError::BundledIsNotSold { .. } => ("bundled_is_not_sold", "Choose an unbundled lot."),
            LedgerError::SoldIsNotBundled { .. } => {
                ("sold_is_not_bundled", "Split off what was bought with its devices and correct that part.")
            }
            LedgerError::MoreThanFree { .. } => ("more_than_lot_holds", "Name fewer, or another lot."),
            LedgerError::NotYet { .. } => {
                ("day_to_come", "Give the day on which it happened, or record it then.")
            }
            LedgerError::BeforeTheLot { .. } => (
                "before_the_lot",
                "Check the day; if the lot was there earlier, correct its trade date or vintage first.",
            ),
            LedgerError::MovedBefore { .. } => ("moved_before", "Check the day of that movement."),
            LedgerError::MovedSince { .. } => {
                ("moved_since", "Name other certificates, or a day on which they already were there.")
            }
            LedgerError::BeforeRetirement { .. } => {
                ("before_retirement", "Check the day of the registry's letter.")
            }
            LedgerError::DayLocked { .. } => {
                ("year_locked", "A locked year takes no change; unlock it with a reason to restate it.")
            }
            LedgerError::LotHasMoved { .. } => {
                ("lot_has_moved", "What was retired, reserved or transferred stays on record.")
            }
        };
        Self::new(code, sentence(&error.to_string(), way_out))
    }
}

impl From<NoRoom> for ActionError {
    fn from(error: NoRoom) -> Self {
        Self::new(
            "total_too_large",
            sentence(&error.to_string(), "Check the quantity and the unit of the weight."),
        )
    }
}

impl From<MassTooLarge> for ActionError {
    fn from(error: MassTooLarge) -> Self {
        Self::new(
            "mass_too_large",
            sentence(&error.to_string(), "Check the quantity and the unit of the weight."),
        )
    }
}

impl From<WriteError> for ActionError {
    fn from(error: WriteError) -> Self {
        Self::new("export_failed", sentence(&error.to_string(), "Choose another place and try again."))
    }
}

impl From<ReportError> for ActionError {
    fn from(error: ReportError) -> Self {
        let (code, way_out) = match error {
            ReportError::Write(error) => return error.into(),
            ReportError::Damaged { .. } | ReportError::UnknownFigure { .. } => {
                ("asset_damaged", "Install the app again.")
            }
            ReportError::UnknownClass { .. } => ("unknown_class", ""),
        };
        Self::new(code, sentence(&error.to_string(), way_out))
    }
}

/// What the system says of a file, after its name, without its numbers.
pub fn in_words(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "is not there".into(),
        ErrorKind::PermissionDenied => "is not open to you: the right to do that is missing".into(),
        ErrorKind::AlreadyExists => "is already there".into(),
        ErrorKind::IsADirectory => "is a folder".into(),
        ErrorKind::NotADirectory => "is below something that is no folder".into(),
        ErrorKind::ReadOnlyFilesystem => "is on a medium that can only be read".into(),
        ErrorKind::StorageFull => "found no room: the disk is full".into(),
        ErrorKind::QuotaExceeded => "found no room: your share of the disk is used up".into(),
        ErrorKind::FileTooLarge => "is larger than its disk takes".into(),
        ErrorKind::InvalidFilename => "has a name that its disk does not take".into(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "is in use by another program".into(),
        ErrorKind::TooManyLinks => "leads through too many links".into(),
        _ => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or_default();
            format!("made the system say “{words}”")
        }
    }
}

/// What happened as a sentence, then the way out. A name of a file at its beginning stays as it is.
pub(crate) fn sentence(what: &str, way_out: &str) -> String {
    let is_word = what.split(' ').next().is_some_and(|word| word.chars().all(char::is_alphabetic));
    let mut letters = what.chars();
    let first = letters.next().filter(|_| is_word).map(char::to_uppercase);
    let what = first.map_or_else(|| what.to_owned(), |first| first.chain(letters).collect());
    let end = if what.ends_with(['.', '!', '?']) { "" } else { "." };
    if way_out.is_empty() { format!("{what}{end}") } else { format!("{what}{end} {way_out}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_thing_and_a_way_out() {
        let error = LedgerError::MoreThanLotHolds {
            lot: "BLM-2025-0007".into(),
            asked: 61,
            usable: 60,
            whereabouts: Vec::new(),
            elsewhere: 40,
            other_lots: 2,
        };
        assert_eq!(
            ActionError::from(error).message,
            "Lot BLM-2025-0007 holds 60 usable certificates, not 61; 40 more are usable in 2 other lots. \
             Retire fewer, or leave the choice of lots open."
        );
    }
}
