//! Why the ledger refuses an event.

use super::lot::SerialRange;
use chrono::NaiveDate;

/// Why an event was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// No such lot.
    #[error("there is no lot {lot}")]
    UnknownLot {
        /// The id asked for.
        lot: String,
    },
    /// A lot of that id exists.
    #[error("lot {lot} is already recorded")]
    LotExists {
        /// Its id.
        lot: String,
    },
    /// The same certificate twice.
    #[error("serials {serials} of lot {lot} are already recorded in lot {other} ({other_serials})")]
    SerialsOverlap {
        /// The new lot.
        lot: String,
        /// Its serials.
        serials: SerialRange,
        /// The lot that has them.
        other: String,
        /// That lot's serials.
        other_serials: SerialRange,
    },
    /// One batch, two classes (Standard §2).
    #[error(
        "batch {batch} already carries class {class} in lot {other}; a second class, {second}, would count it twice"
    )]
    BatchHasOtherClass {
        /// The batch.
        batch: String,
        /// The class it carries.
        class: String,
        /// The class refused.
        second: String,
        /// The lot that carries it.
        other: String,
    },
    /// Past its last usable day.
    #[error("lot {lot} expired on {expired_on}")]
    LotExpired {
        /// The lot.
        lot: String,
        /// Its last usable day.
        expired_on: NaiveDate,
    },
    /// Units cannot expire before their time.
    #[error("lot {lot} is usable until {expires_on}")]
    NotExpired {
        /// The lot.
        lot: String,
        /// Its last usable day.
        expires_on: NaiveDate,
    },
    /// Only I-TEC covers a requirement.
    #[error("lot {lot} is of class {class}; only I-TEC covers a requirement")]
    ClassDoesNotCover {
        /// The lot.
        lot: String,
        /// Its class.
        class: String,
    },
    /// A bundled lot substantiates its own purchase.
    #[error(
        "lot {lot} was bought with its devices and substantiates that purchase; it never covers new mass"
    )]
    BundledDoesNotCover {
        /// The lot.
        lot: String,
    },
    /// Fewer units than asked for in one lot.
    #[error(
        "lot {lot} holds {usable} usable certificates, not {asked}; {elsewhere} more are usable in {other_lots} other lots"
    )]
    MoreThanLotHolds {
        /// The lot.
        lot: String,
        /// Units asked for.
        asked: i64,
        /// Units it has.
        usable: i64,
        /// Units in other lots.
        elsewhere: i64,
        /// How many other lots have any.
        other_lots: usize,
    },
    /// Fewer units than asked for in all lots.
    #[error("{usable} certificates are usable for {year}, not {asked}")]
    MoreThanUsable {
        /// Units asked for.
        asked: i64,
        /// Units there are.
        usable: i64,
        /// The year.
        year: i32,
    },
    /// Units that are not where the event takes them from.
    #[error("certificates {serials} of lot {lot} are not free for this: they are not {expected}")]
    UnitsElsewhere {
        /// The lot.
        lot: String,
        /// The serials.
        serials: SerialRange,
        /// Where they would have to be.
        expected: String,
    },
    /// Zero or fewer units.
    #[error("at least one certificate must be named")]
    NothingToMove,
    /// Lots chosen by hand do not add up to the quantity.
    #[error("the lots named hold {picked} of the {asked} certificates asked for")]
    PicksDiffer {
        /// Quantity asked for.
        asked: i64,
        /// Units of the lots named.
        picked: i64,
    },
    /// A lot chosen twice.
    #[error("lot {lot} is named twice")]
    LotNamedTwice {
        /// The lot.
        lot: String,
    },
    /// A statement number used twice.
    #[error("retirement {id} is already recorded")]
    RetirementExists {
        /// The statement number.
        id: String,
    },
    /// No such retirement stands.
    #[error("there is no retirement {id}")]
    UnknownRetirement {
        /// The statement number asked for.
        id: String,
    },
    /// A retirement is reversed once.
    #[error("retirement {id} is already reversed")]
    AlreadyReversed {
        /// The statement number.
        id: String,
    },
    /// A reversal names other certificates than the retirement did.
    #[error("retirement {id} was recorded with other certificates than these")]
    RetirementDiffers {
        /// The statement number.
        id: String,
    },
    /// A reversal without the registry's evidence.
    #[error("retirement {id} is reversed only with the registry's evidence")]
    NoEvidence {
        /// The statement number.
        id: String,
    },
    /// A locked year takes no change.
    #[error("reporting year {year} is locked")]
    YearLocked {
        /// The year.
        year: i32,
    },
    /// A year that is not locked cannot be unlocked.
    #[error("reporting year {year} is not locked")]
    YearNotLocked {
        /// The year.
        year: i32,
    },
    /// A lot with movements cannot be taken back.
    #[error("certificates of lot {lot} have moved since it was recorded")]
    LotHasMoved {
        /// The lot.
        lot: String,
    },
}
