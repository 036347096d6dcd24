//! Documents that prove something of a lot or a retirement, known by their content.

use super::check::LastCheck;
use super::lot::{Lot, Origin, SerialRange};
use super::{Ledger, LedgerError};
use chrono::NaiveDate;
use std::collections::BTreeSet;

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

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    /// What the registry says of an account: the certificates in it, and those that were retired.
    RegistryStatement,
    /// The registry's or the seller's word that certificates were transferred to us.
    TransferConfirmation,
    /// A contract under which certificates were bought.
    PurchaseContract,
    /// An invoice for certificates.
    Invoice,
    /// What an ITAD provider certifies of our retired assets.
    ItadCertificate,
    /// A verification body's report on the activity.
    VerificationReport,
    /// The registry's confirmation that certificates were retired, or that a retirement was reversed.
    RetirementConfirmation,
    /// Something else.
    Other,
}

impl DocumentKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::RegistryStatement,
        Self::TransferConfirmation,
        Self::PurchaseContract,
        Self::Invoice,
        Self::ItadCertificate,
        Self::VerificationReport,
        Self::RetirementConfirmation,
        Self::Other,
    ];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::RegistryStatement => "registry_statement",
            Self::TransferConfirmation => "transfer_confirmation",
            Self::PurchaseContract => "purchase_contract",
            Self::Invoice => "invoice",
            Self::ItadCertificate => "itad_certificate",
            Self::VerificationReport => "verification_report",
            Self::RetirementConfirmation => "retirement_confirmation",
            Self::Other => "other",
        }
    }

    /// The kind stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// What a document of this kind can prove, what it is mostly attached for first.
    pub fn proves(self) -> &'static [Proof] {
        match self {
            Self::RegistryStatement => &[Proof::Ownership, Proof::Delivery, Proof::Retirement, Proof::Other],
            Self::TransferConfirmation => &[Proof::Ownership, Proof::Delivery, Proof::Other],
            Self::PurchaseContract | Self::Invoice => &[Proof::Ownership, Proof::Other],
            Self::ItadCertificate => &[Proof::Ownership, Proof::Verification, Proof::Other],
            Self::VerificationReport => &[Proof::Verification, Proof::Other],
            Self::RetirementConfirmation => &[Proof::Retirement, Proof::Other],
            Self::Other => &[Proof::Other],
        }
    }
}

/// What a document says of itself, as the person who attached it read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub kind: DocumentKind,
    /// Its date.
    pub issued_on: Option<NaiveDate>,
    /// Who made it.
    pub issuer: Option<String>,
    /// The activity batch that it covers as a whole.
    pub batch: Option<String>,
    /// The serials that it covers, under the prefix of the lot it is attached to.
    pub covers: Vec<SerialRange>,
}

impl About {
    /// The serials of a lot that it covers.
    fn covered(&self, lot: &Lot) -> Vec<SerialRange> {
        if self.batch.is_some() && self.batch == lot.facts.batch {
            return vec![lot.serials];
        }
        self.covers.iter().filter_map(|run| run.intersection(lot.serials)).collect()
    }
}

/// How well it is proven that a lot is ours, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ownership {
    /// By nothing.
    Unproven,
    /// There are documents, and nobody said what they are or which serials they cover.
    Unstated,
    /// Documents cover a part of its serials.
    Partial,
    /// Documents cover all of its serials.
    Documented,
    /// The registry's statement shows all of it, as the ledger has it.
    Reconciled,
}

impl Ownership {
    /// The word under which it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unproven => "unproven",
            Self::Unstated => "unstated",
            Self::Partial => "partial",
            Self::Documented => "documented",
            Self::Reconciled => "reconciled",
        }
    }

    /// Whether a report may rest on it.
    pub fn is_proven(self) -> bool {
        self >= Self::Documented
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
    /// What it says of itself; nothing where nobody said, as in the earlier log.
    pub about: Option<About>,
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

    /// How well it is proven that a lot is ours. Our own tables, known by the hashes of imported files, prove nothing,
    /// neither as documents nor as a statement that was compared; an ITAD certificate speaks of own certificates alone.
    pub fn ownership(&self, lot: &Lot, own_files: &BTreeSet<String>, check: Option<&LastCheck>) -> Ownership {
        if check.is_some_and(|check| !own_files.contains(&check.sha256) && check.agrees_on(lot.serials)) {
            return Ownership::Reconciled;
        }
        let documents: Vec<_> = self.documents_of(lot, own_files, Proof::Ownership).collect();
        let left = self.uncovered(lot, own_files, Proof::Ownership);
        let is_asked = |one: &&Document| {
            one.about.as_ref().is_none_or(|about| about.batch.is_none() && about.covers.is_empty())
        };
        match left.iter().map(|run| run.quantity()).sum::<i64>() {
            0 => Ownership::Documented,
            open if open < lot.quantity() => Ownership::Partial,
            _ if documents.iter().any(is_asked) => Ownership::Unstated,
            _ => Ownership::Unproven,
        }
    }

    /// The serials of a lot that no document covers which proves this of it.
    pub fn uncovered(&self, lot: &Lot, own_files: &BTreeSet<String>, what: Proof) -> Vec<SerialRange> {
        let documents = self.documents_of(lot, own_files, what);
        let about = documents.filter_map(|one| one.about.as_ref()).filter(|one| can_prove(one, lot, what));
        let mut left = vec![lot.serials];
        for run in about.flat_map(|one| one.covered(lot)) {
            left = left.into_iter().flat_map(|rest| without(rest, run)).collect();
        }
        left
    }

    /// Documents of a lot attached as proof of this, our own tables left out.
    fn documents_of<'a>(
        &'a self,
        lot: &Lot,
        own_files: &'a BTreeSet<String>,
        what: Proof,
    ) -> impl Iterator<Item = &'a Document> {
        let documents = self.evidence(&Subject::Lot(lot.id.clone())).iter();
        documents.filter(move |one| one.proves == what && !own_files.contains(&one.sha256))
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

/// Whether a document of this kind can prove this of a lot; an ITAD certificate speaks of own certificates alone.
fn can_prove(about: &About, lot: &Lot, what: Proof) -> bool {
    let is_activity = about.kind == DocumentKind::ItadCertificate;
    about.kind.proves().contains(&what) && (!is_activity || lot.origin == Origin::SelfGenerated)
}

/// What is left of a run without another.
fn without(run: SerialRange, other: SerialRange) -> Vec<SerialRange> {
    let Some(part) = run.intersection(other) else { return vec![run] };
    let (before, after) = run.without(part);
    before.into_iter().chain(after).collect()
}
