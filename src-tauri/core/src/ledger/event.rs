//! What can happen to certificates, and the text under which the event log keeps it.

use super::check::Check;
use super::evidence::{Document, Subject};
use super::fact::Fact;
use super::lot::{Lot, SerialRange};
use super::text::{Fields, Writer};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A movement of units within one lot, other than a retirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Held → reserved for a year.
    Reserve(i32),
    /// Reserved for a year → held.
    Release(i32),
    /// Held → listed for sale.
    List,
    /// Listed → held.
    Withdraw,
    /// Held or listed → handed to somebody.
    Transfer {
        /// Who received them.
        to: String,
    },
    /// Held → cancelled.
    Cancel {
        /// Why.
        because: String,
    },
    /// Held, reserved or listed → Retired (Expired).
    Expire,
}

impl Movement {
    /// The word for it in the past tense, under which it is stored and shown.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reserve(_) => "reserved",
            Self::Release(_) => "released",
            Self::List => "listed",
            Self::Withdraw => "withdrawn",
            Self::Transfer { .. } => "transferred",
            Self::Cancel { .. } => "cancelled",
            Self::Expire => "expired",
        }
    }

    /// The year it is for.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Reserve(year) | Self::Release(year) => Some(*year),
            _ => None,
        }
    }

    /// Who or why.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::Transfer { to: note } | Self::Cancel { because: note } => Some(note),
            _ => None,
        }
    }
}

/// A run of serials of a lot that a retirement takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetirementLine {
    /// The lot.
    pub lot_id: String,
    /// The serials.
    pub serials: SerialRange,
}

/// An irrevocable claim on units for a beneficiary, an entity and a reporting year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// Statement number.
    pub id: String,
    /// Reporting year.
    pub year: i32,
    /// Beneficiary, as the registry prints it.
    pub beneficiary: String,
    /// Its country.
    pub beneficiary_country: Option<String>,
    /// What identifies it, such as its number in a register of companies.
    pub beneficiary_identifier: Option<String>,
    /// Entity it is for; the organisation where none is named.
    pub entity: Option<String>,
    /// Claim level (V2.0): unassigned, activity, activity_pool or sector.
    pub claim_level: String,
    /// Justification of the level, or of lots chosen by hand.
    pub because: Option<String>,
    /// What it is for, such as the coverage of new hardware of a year.
    pub purpose: Option<String>,
    /// What it takes.
    pub lines: Vec<RetirementLine>,
}

impl Retirement {
    /// Units it takes.
    pub fn quantity(&self) -> i64 {
        self.lines.iter().map(|line| line.serials.quantity()).sum()
    }
}

/// A corrected fact of a lot: what it was, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fact.
    pub fact: Fact,
    /// What it was; nothing where it was not known.
    pub old: Option<String>,
    /// What it is; nothing where it is not known.
    pub new: Option<String>,
}

/// A figure of a year that is not what it was when the year was locked before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub figure: String,
    /// What it was; nothing where there was none.
    pub old: Option<String>,
    /// What it is; nothing where there is none.
    pub new: Option<String>,
}

/// A figure of a year by name, as it is shown.
pub type Figure = (String, String);

/// Something that happened. The log only grows; a mistake is corrected by a further event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A lot was bought, issued to us or transferred in.
    LotRecorded(Box<Lot>),
    /// A lot without any movement was taken back together with the import that brought it.
    LotRemoved {
        /// The lot.
        lot_id: String,
        /// Why.
        because: String,
    },
    /// A lot became two at a serial; each unit stays where it is.
    Split {
        /// The lot; its id is never used again.
        lot_id: String,
        /// First serial of the upper one.
        at: i64,
        /// Ids of the lower and the upper one.
        into: [String; 2],
    },
    /// Facts of a lot were corrected.
    Adjusted {
        /// The lot.
        lot_id: String,
        /// What changed.
        changes: Vec<Change>,
        /// Why.
        because: String,
    },
    /// A document was attached as evidence.
    Attached {
        /// What it is evidence of.
        subject: Subject,
        /// The document.
        document: Document,
    },
    /// Lots were compared with a registry's statement.
    Checked(Check),
    /// Units of a lot moved.
    Moved {
        /// The lot.
        lot_id: String,
        /// Where from and to.
        movement: Movement,
        /// The serials.
        serials: Vec<SerialRange>,
    },
    /// Units were retired.
    Retired(Retirement),
    /// A retirement was reversed at the registry; its units are held again.
    Reversed {
        /// The retirement, as it was recorded.
        retirement: Retirement,
        /// The registry's evidence: a reference or a text.
        evidence: String,
    },
    /// A reporting year was locked.
    YearLocked {
        /// The year.
        year: i32,
        /// Its figures, as they will be reported.
        figures: Vec<Figure>,
    },
    /// A year that had been locked, and was unlocked, is locked again with other figures.
    Restated {
        /// The year.
        year: i32,
        /// Figures that are not what they were.
        differences: Vec<Difference>,
        /// Why.
        because: String,
    },
    /// A reporting year was unlocked again.
    YearUnlocked {
        /// The year.
        year: i32,
        /// Why.
        because: String,
    },
}

/// An event with the day it is dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedEvent {
    /// The day.
    pub on: NaiveDate,
    /// What happened.
    pub event: Event,
}

impl Event {
    /// The word for it, as stored and shown.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::LotRecorded(_) => "recorded",
            Self::LotRemoved { .. } => "lot_removed",
            Self::Split { .. } => "split",
            Self::Adjusted { .. } => "adjusted",
            Self::Attached { .. } => "attached",
            Self::Checked(_) => "checked",
            Self::Restated { .. } => "restated",
            Self::Moved { movement, .. } => movement.word(),
            Self::Retired(_) => "retired",
            Self::Reversed { .. } => "reversed",
            Self::YearLocked { .. } => "year_locked",
            Self::YearUnlocked { .. } => "year_unlocked",
        }
    }

    /// Lots it touches, each once; of a comparison, those that agree.
    pub fn lot_ids(&self) -> Vec<&str> {
        let mut ids = match self {
            Self::LotRecorded(lot) => vec![lot.id.as_str()],
            Self::LotRemoved { lot_id, .. }
            | Self::Moved { lot_id, .. }
            | Self::Adjusted { lot_id, .. }
            | Self::Attached { subject: Subject::Lot(lot_id), .. } => vec![lot_id.as_str()],
            Self::Split { lot_id, into: [lower, upper], .. } => vec![lot_id.as_str(), lower, upper],
            Self::Checked(check) => check.lot_ids.iter().map(String::as_str).collect(),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => {
                retirement.lines.iter().map(|line| line.lot_id.as_str()).collect()
            }
            Self::Attached { subject: Subject::Retirement(_), .. }
            | Self::YearLocked { .. }
            | Self::YearUnlocked { .. }
            | Self::Restated { .. } => Vec::new(),
        };
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        ids
    }

    /// Units it touches.
    pub fn quantity(&self) -> Option<i64> {
        match self {
            Self::LotRecorded(lot) => Some(lot.quantity()),
            Self::Moved { serials, .. } => Some(serials.iter().map(|range| range.quantity()).sum()),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => Some(retirement.quantity()),
            _ => None,
        }
    }

    /// The reporting year it is for.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Moved { movement, .. } => movement.year(),
            Self::Retired(retirement) | Self::Reversed { retirement, .. } => Some(retirement.year),
            Self::YearLocked { year, .. } | Self::YearUnlocked { year, .. } | Self::Restated { year, .. } => {
                Some(*year)
            }
            _ => None,
        }
    }

    /// Beneficiary, buyer, seller, evidence or reason.
    pub fn note(&self) -> Option<&str> {
        match self {
            Self::LotRecorded(lot) => lot.facts.counterparty.as_deref(),
            Self::Moved { movement, .. } => movement.note(),
            Self::Retired(retirement) => Some(&retirement.beneficiary),
            Self::Reversed { evidence, .. } => Some(evidence),
            Self::LotRemoved { because, .. }
            | Self::Adjusted { because, .. }
            | Self::Restated { because, .. }
            | Self::YearUnlocked { because, .. } => Some(because),
            Self::Attached { document, .. } => Some(&document.file_name),
            Self::Checked(check) => Some(&check.file_name),
            Self::YearLocked { .. } | Self::Split { .. } => None,
        }
    }

    /// Its canonical text: the log keeps and hashes exactly this.
    pub fn to_text(&self) -> String {
        let mut text = Writer::new(self.kind());
        match self {
            Self::LotRecorded(lot) => text.lot(lot),
            Self::LotRemoved { lot_id, because } => {
                text.put("lot", lot_id);
                text.put("because", because);
            }
            Self::Moved { lot_id, movement, serials } => {
                text.put("lot", lot_id);
                text.put_some("year", movement.year());
                text.put_some("note", movement.note());
                serials.iter().for_each(|range| text.put("serials", range));
            }
            Self::Retired(retirement) => text.retirement(retirement),
            Self::Reversed { retirement, evidence } => {
                text.retirement(retirement);
                text.put("evidence", evidence);
            }
            Self::Split { lot_id, at, into: [lower, upper] } => {
                text.put("lot", lot_id);
                text.put("at", at);
                text.put("lower", lower);
                text.put("upper", upper);
            }
            Self::Adjusted { lot_id, changes, because } => {
                text.put("lot", lot_id);
                text.changes(changes);
                text.put("because", because);
            }
            Self::Attached { subject, document } => {
                text.put(subject.word(), subject.id());
                text.document(document);
            }
            Self::Checked(check) => text.check(check),
            Self::YearLocked { year, figures } => {
                text.put("year", year);
                figures.iter().for_each(|(name, value)| text.put("figure", format_args!("{name} {value}")));
            }
            Self::Restated { year, differences, because } => {
                text.put("year", year);
                text.differences(differences);
                text.put("because", because);
            }
            Self::YearUnlocked { year, because } => {
                text.put("year", year);
                text.put("because", because);
            }
        }
        text.finish()
    }

    /// The event that has this canonical text; nothing where the text is of no event.
    pub fn from_text(text: &str) -> Option<Self> {
        let (kind, fields) = Fields::parse(text)?;
        let event = match kind {
            "recorded" => Self::LotRecorded(Box::new(fields.lot()?)),
            "lot_removed" => {
                Self::LotRemoved { lot_id: fields.text("lot")?, because: fields.text("because")? }
            }
            "retired" => Self::Retired(fields.retirement()?),
            "reversed" => {
                Self::Reversed { retirement: fields.retirement()?, evidence: fields.text("evidence")? }
            }
            "split" => Self::Split {
                lot_id: fields.text("lot")?,
                at: fields.parsed("at")?,
                into: [fields.text("lower")?, fields.text("upper")?],
            },
            "adjusted" => Self::Adjusted {
                lot_id: fields.text("lot")?,
                changes: fields.changes()?,
                because: fields.text("because")?,
            },
            "attached" => Self::Attached { subject: fields.subject()?, document: fields.document()? },
            "checked" => Self::Checked(fields.check()?),
            "year_locked" => {
                Self::YearLocked { year: fields.parsed("year")?, figures: fields.pairs("figure")? }
            }
            "restated" => Self::Restated {
                year: fields.parsed("year")?,
                differences: fields.differences(),
                because: fields.text("because")?,
            },
            "year_unlocked" => {
                Self::YearUnlocked { year: fields.parsed("year")?, because: fields.text("because")? }
            }
            moved => Self::Moved {
                lot_id: fields.text("lot")?,
                movement: fields.movement(moved)?,
                serials: fields.all_serials("serials")?,
            },
        };
        (event.to_text() == text).then_some(event)
    }
}
