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
    /// Totals of all units could not be held.
    #[error(
        "with the {quantity} units of lot {lot} all lots together would have more than {} units, which no total can hold",
        i64::MAX
    )]
    TooMany {
        /// The new lot.
        lot: String,
        /// Its units.
        quantity: i64,
    },
    /// The same certificate twice.
    #[error(
        "serials {serials} of lot {lot} are already recorded in lot {other} ({other_serials}{})",
        bundling(*.is_bundled, *.other_is_bundled)
    )]
    SerialsOverlap {
        /// The new lot.
        lot: String,
        /// Its serials.
        serials: SerialRange,
        /// The lot that has them.
        other: String,
        /// That lot's serials.
        other_serials: SerialRange,
        /// Whether the new lot was bought with its devices.
        is_bundled: bool,
        /// Whether the lot that has them was.
        other_is_bundled: bool,
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
        "lot {lot} holds {usable} usable certificates, not {asked}{}; {elsewhere} more are usable in {other_lots} other lots",
        others(.whereabouts)
    )]
    MoreThanLotHolds {
        /// The lot.
        lot: String,
        /// Units asked for.
        asked: i64,
        /// Units it has.
        usable: i64,
        /// Where the units of it that are not usable are.
        whereabouts: Vec<String>,
        /// Units in other lots.
        elsewhere: i64,
        /// How many other lots have any.
        other_lots: usize,
    },
    /// Fewer units than asked for in all lots.
    #[error("{usable} certificates are usable for {year} on {on}, not {asked}")]
    MoreThanUsable {
        /// Day of the retirement: what became ours later is not usable on it.
        on: NaiveDate,
        /// Units asked for.
        asked: i64,
        /// Units there are.
        usable: i64,
        /// The year.
        year: i32,
    },
    /// A lot that became two.
    #[error("lot {lot} was split into {} and {}", .into[0], .into[1])]
    LotSplit {
        /// Its id.
        lot: String,
        /// The two.
        into: [String; 2],
    },
    /// A lot is split between two of its serials.
    #[error("lot {lot} holds serials {serials}; it cannot be split before {at}")]
    NoBoundary {
        /// The lot.
        lot: String,
        /// Its serials.
        serials: SerialRange,
        /// First serial of the upper part asked for.
        at: i64,
    },
    /// A correction that corrects nothing.
    #[error("nothing of lot {lot} would change")]
    NothingToAdjust {
        /// The lot.
        lot: String,
    },
    /// A correction needs its reason.
    #[error("a correction of lot {lot} needs its reason")]
    NoReason {
        /// The lot.
        lot: String,
    },
    /// A correction of something that is not as it says.
    #[error("{fact} of lot {lot} is not what this correction says it was")]
    FactDiffers {
        /// The lot.
        lot: String,
        /// The fact.
        fact: &'static str,
    },
    /// A value that the fact cannot have.
    #[error("“{value}” is no value for {fact}")]
    BadFact {
        /// The fact.
        fact: &'static str,
        /// The value.
        value: String,
    },
    /// What retired or expired units rest on stays.
    #[error("certificates of lot {lot} were retired or expired by its {fact}; it stays as it is")]
    LotHasClaims {
        /// The lot.
        lot: String,
        /// The fact.
        fact: &'static str,
    },
    /// Certificates that went with their devices are not sold without them.
    #[error(
        "lot {lot} was bought with its devices and substantiates that purchase; it cannot be sold apart from them"
    )]
    BundledIsNotSold {
        /// The lot.
        lot: String,
    },
    /// Certificates that somebody else has, or soon will, describe no device of ours.
    #[error(
        "certificates of lot {lot} are listed for sale or were handed over; it cannot be bundled with devices"
    )]
    SoldIsNotBundled {
        /// The lot.
        lot: String,
    },
    /// Fewer units than asked for are where a movement takes them from.
    #[error("lot {lot} has {found} certificates that are {expected}, not {asked}{}", others(.elsewhere))]
    MoreThanFree {
        /// The lot.
        lot: String,
        /// Units asked for.
        asked: i64,
        /// Units found.
        found: i64,
        /// Where they would have to be.
        expected: String,
        /// Where the others are.
        elsewhere: Vec<String>,
    },
    /// Units that are not where the event takes them from.
    #[error("certificates {serials} of lot {lot} are not free for this: {found}")]
    UnitsElsewhere {
        /// The lot.
        lot: String,
        /// The serials.
        serials: SerialRange,
        /// Where they are.
        found: String,
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
    /// An action of a day to come.
    #[error("{on} is still to come: today is {today}")]
    NotYet {
        /// The day asked for.
        on: NaiveDate,
        /// The day on which it is recorded.
        today: NaiveDate,
    },
    /// An action of a day before its lot was there.
    #[error("nothing can have happened to lot {lot} on {on}: it is there from {first_day}, {why}")]
    BeforeTheLot {
        /// The lot.
        lot: String,
        /// The day asked for.
        on: NaiveDate,
        /// Its first day.
        first_day: NaiveDate,
        /// What makes it the first.
        why: &'static str,
    },
    /// A lot that would not have been there yet when something happened to it.
    #[error(
        "lot {lot} would be there from {first_day}, {why}, and certificates of it were moved on {moved_on}"
    )]
    MovedBefore {
        /// The lot.
        lot: String,
        /// The first day on which units of it moved.
        moved_on: NaiveDate,
        /// What would be its first day.
        first_day: NaiveDate,
        /// What would make it so.
        why: &'static str,
    },
    /// Units that came to where they are only after the day of an action.
    #[error(
        "certificates {serials} of lot {lot} are {place} only since {since}: on {on} they were not, and nothing may be put before that"
    )]
    MovedSince {
        /// The lot.
        lot: String,
        /// The serials.
        serials: SerialRange,
        /// Where they are.
        place: String,
        /// Since when.
        since: NaiveDate,
        /// The day asked for.
        on: NaiveDate,
    },
    /// A reversal of a day before its retirement.
    #[error("retirement {id} is of {retired_on}; it cannot have been reversed on {on}")]
    BeforeRetirement {
        /// The statement number.
        id: String,
        /// The day asked for.
        on: NaiveDate,
        /// The day of the retirement.
        retired_on: NaiveDate,
    },
    /// An action of a day in a locked year.
    #[error("{on} is in reporting year {year}, which is locked")]
    DayLocked {
        /// The day asked for.
        on: NaiveDate,
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

fn others(elsewhere: &[String]) -> String {
    if elsewhere.is_empty() { String::new() } else { format!(" ({})", elsewhere.join(", ")) }
}

/// What sets two claims on the same certificates apart, where it is how they were bought.
fn bundling(is_bundled: bool, other_is_bundled: bool) -> &'static str {
    match (is_bundled, other_is_bundled) {
        (true, false) => ", bought alone; these with their devices",
        (false, true) => ", bought with their devices; these alone",
        _ => "",
    }
}
