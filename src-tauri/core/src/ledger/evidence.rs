//! Documents that prove something of a lot or a retirement, known by their content.

use super::lot::{Lot, Origin};
use super::{Ledger, LedgerError};

/// What a document is evidence of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A lot, by id.
    Lot(String),
    /// A retirement, by statement number.
    Retirement(String),
}

impl Subject {
    /// The word under which it is stored and sent.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Lot(_) => "lot",
            Self::Retirement(_) => "retirement",
        }
    }

    /// The lot's id or the statement number.
    pub fn id(&self) -> &str {
        match self {
            Self::Lot(id) | Self::Retirement(id) => id,
        }
    }

    /// The subject stored under this word.
    pub fn of(word: &str, id: String) -> Option<Self> {
        match word {
            "lot" => Some(Self::Lot(id)),
            "retirement" => Some(Self::Retirement(id)),
            _ => None,
        }
    }
}

/// What a document proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// That we own the certificates.
    Ownership,
    /// That a third party verified the activity.
    Verification,
    /// That the certificates were delivered.
    Delivery,
    /// That the registry retired them, or reversed that.
    Retirement,
    /// Something else.
    Other,
}

impl Proof {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Ownership, Self::Verification, Self::Delivery, Self::Retirement, Self::Other];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ownership => "ownership",
            Self::Verification => "verification",
            Self::Delivery => "delivery",
            Self::Retirement => "retirement",
            Self::Other => "other",
        }
    }

    /// The proof stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// A document as the log knows it; its bytes are kept beside the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The name its file had.
    pub file_name: String,
    /// Its size in bytes.
    pub size: i64,
    /// What it proves.
    pub proves: Proof,
}

impl Ledger {
    /// Documents attached to a lot or a retirement, in the order in which they were.
    pub fn evidence(&self, subject: &Subject) -> &[Document] {
        self.evidence.get(subject).map_or(&[], Vec::as_slice)
    }

    /// All documents, by what they are attached to.
    pub fn documents(&self) -> impl Iterator<Item = (&Subject, &Document)> {
        self.evidence.iter().flat_map(|(subject, all)| all.iter().map(move |document| (subject, document)))
    }

    /// Whether a lot is said to be our own and nothing proves it.
    pub fn lacks_ownership(&self, lot: &Lot) -> bool {
        let proves = |document: &Document| document.proves == Proof::Ownership;
        lot.origin == Origin::SelfGenerated
            && !self.evidence(&Subject::Lot(lot.id.clone())).iter().any(proves)
    }

    pub(super) fn attach(&mut self, subject: &Subject, document: &Document) -> Result<(), LedgerError> {
        match subject {
            Subject::Lot(id) => self.lot(id).map(|_| ())?,
            Subject::Retirement(id) if self.reversed.contains(id) => {}
            Subject::Retirement(id) => self.retirement(id).map(|_| ())?,
        }
        self.evidence.entry(subject.clone()).or_default().push(document.clone());
        Ok(())
    }
}
