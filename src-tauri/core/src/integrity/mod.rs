//! Integrity of certificates: each criterion is met, not met, unknown or not applicable. There is no score.

mod positive_list;
mod verdict;

use crate::class::COVERING_CLASS;
use crate::ledger::lot::Lot;
use crate::ledger::retirement::Retirement;
pub use positive_list::{Answer, Answers, Condition, Route, Test};
use rust_decimal::Decimal;
pub use verdict::Verdict;

/// A fact of a lot or its retirement that a criterion asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A methodology in its version.
    Methodology,
    /// The facility.
    Facility,
    /// The project.
    Project,
    /// The verification body.
    VerificationBody,
    /// The activity batch.
    Batch,
    /// The baseline it is measured against.
    Baseline,
    /// No other class for the same batch.
    OneClassABatch,
    /// No serial recorded twice.
    SerialsOnce,
    /// The event chain and every balance hold.
    LedgerVerified,
    /// No more issued than the surplus over what the law demands.
    Surplus,
    /// A route of the positive list.
    PositiveList,
    /// No more retired for a year than it needs, gross.
    WithinGross,
    /// A claim level that the certificate supports.
    ClaimLevel,
    /// Words that justify the claim level.
    ClaimJustified,
    /// Outside the physical inventory.
    ReportedApart,
}

impl Fact {
    /// The fact that a rule pack names so.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "methodology" => Self::Methodology,
            "facility" => Self::Facility,
            "project" => Self::Project,
            "verification_body" => Self::VerificationBody,
            "batch" => Self::Batch,
            "baseline" => Self::Baseline,
            "one_class_a_batch" => Self::OneClassABatch,
            "serials_once" => Self::SerialsOnce,
            "ledger_verified" => Self::LedgerVerified,
            "surplus" => Self::Surplus,
            "positive_list" => Self::PositiveList,
            "within_gross" => Self::WithinGross,
            "claim_level" => Self::ClaimLevel,
            "claim_justified" => Self::ClaimJustified,
            "reported_apart" => Self::ReportedApart,
            _ => return None,
        })
    }
}

/// Certificates issued for a batch against what it restored beyond what the law demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surplus {
    /// No more was issued than the surplus over a recorded obligation.
    Within,
    /// More was issued than is eligible.
    Exceeded,
    /// No obligation is recorded of the batch, so nothing was taken off for one.
    NoObligation,
    /// Somebody else's batch, or none: its provider's obligation is not recorded here.
    NotOurs,
}

impl Surplus {
    /// Of certificates issued for a batch of ours.
    ///
    /// `eligible_kg` is what was restored less `obligation_kg`; more than it may never be issued, whatever the law demands.
    pub fn of(issued: i64, eligible_kg: Decimal, obligation_kg: Decimal) -> Self {
        if Decimal::from(issued) > eligible_kg {
            Self::Exceeded
        } else if obligation_kg > Decimal::ZERO {
            Self::Within
        } else {
            Self::NoObligation
        }
    }

    fn verdict(self) -> (Verdict, String) {
        let (verdict, says) = match self {
            Self::Within => (Verdict::Met, "issued within the surplus over the law"),
            Self::Exceeded => (Verdict::NotMet, "more issued than the surplus over the law"),
            Self::NoObligation => (Verdict::Unknown, "no legal obligation recorded for the batch"),
            Self::NotOurs => (Verdict::Unknown, "legal obligation of the provider not recorded"),
        };
        (verdict, says.to_owned())
    }
}

/// What is known around a lot that was retired.
#[derive(Clone, Debug)]
pub struct Circumstances<'a> {
    /// The lot.
    pub lot: &'a Lot,
    /// The retirement.
    pub retirement: &'a Retirement,
    /// Whether the file was found right, as it stands.
    pub verified: Verdict,
    /// I-TECs retired for the year.
    pub retired: i64,
    /// The gross requirement of the year.
    pub gross: i64,
    /// Lines of new hardware that the gross requirement does not count, for want of a weight.
    pub lines_unresolved: i64,
    /// What is known of the surplus over the law.
    pub surplus: Surplus,
    /// What the positive list says of it, and by which route.
    pub positive_list: (Verdict, String),
}

impl Circumstances<'_> {
    /// What is known of a fact, and the evidence: a value that is recorded, or what is missing.
    pub fn verdict(&self, fact: Fact) -> (Verdict, String) {
        let Self { lot, retirement, .. } = self;
        let named = |what: &str, value: &Option<String>| {
            let says = value
                .as_ref()
                .map_or_else(|| format!("no {what} recorded"), |value| format!("{what} {value}"));
            (Verdict::shown(value.is_some()), says)
        };
        match fact {
            Fact::Methodology => named("methodology", &lot.facts.methodology_version),
            Fact::Facility => named("facility", &lot.facts.facility),
            Fact::Project => named("project", &lot.facts.project),
            Fact::VerificationBody => named("verification body", &lot.facts.verification_body),
            Fact::Batch => named("batch", &lot.facts.batch),
            Fact::Baseline => {
                named("baseline", &lot.facts.baseline.map(|baseline| baseline.word().replace('_', " ")))
            }
            Fact::OneClassABatch => match &lot.facts.batch {
                Some(batch) => (Verdict::Met, format!("no other class on batch {batch} in this workspace")),
                None => (Verdict::Unknown, "no batch recorded".to_owned()),
            },
            Fact::SerialsOnce => (Verdict::Met, format!("serials {} recorded once", lot.serials)),
            Fact::LedgerVerified => (
                self.verified,
                match self.verified {
                    Verdict::Met => "ledger verified",
                    Verdict::NotMet => "ledger does not verify",
                    _ => "ledger not verified since the last change",
                }
                .to_owned(),
            ),
            Fact::Surplus => self.surplus.verdict(),
            Fact::PositiveList => self.positive_list.clone(),
            Fact::WithinGross => self.within_gross(),
            Fact::ClaimLevel => claim_level(lot, retirement),
            Fact::ClaimJustified => claim_justified(retirement),
            Fact::ReportedApart if lot.is_bundled => {
                (Verdict::NotApplicable, "the certificate came with its device".to_owned())
            }
            Fact::ReportedApart => {
                (Verdict::Met, "no figure of an inventory is changed by a certificate here".to_owned())
            }
        }
    }

    /// More than is needed cannot be shown while lines without a weight may still need it.
    fn within_gross(&self) -> (Verdict, String) {
        let Self { retired, gross, lines_unresolved, .. } = self;
        if self.lot.class != COVERING_CLASS {
            let says = format!("{} covers no mass, and is no part of the requirement", self.lot.class);
            return (Verdict::NotApplicable, says);
        }
        if retired <= gross {
            return (Verdict::Met, "retired within the gross requirement".to_owned());
        }
        match lines_unresolved {
            0 => (Verdict::NotMet, "retired more than the gross requirement".to_owned()),
            lines => (
                Verdict::Unknown,
                format!("retired more than the lines with a weight need; {lines} have none"),
            ),
        }
    }
}

/// Only a level that is claimed can be justified.
fn claim_justified(retirement: &Retirement) -> (Verdict, String) {
    if retirement.claim_level == "unassigned" {
        return (Verdict::NotApplicable, format!("{} claims no level", retirement.id));
    }
    match &retirement.because {
        Some(because) => (Verdict::Met, because.clone()),
        None => (Verdict::NotMet, format!("{} claims a level without a justification", retirement.id)),
    }
}

/// A certificate without its device supports no action at the level of the activity.
fn claim_level(lot: &Lot, retirement: &Retirement) -> (Verdict, String) {
    let level = retirement.claim_level.replace('_', " ");
    match level.as_str() {
        "unassigned" => (Verdict::Unknown, format!("claim level of {} unassigned", retirement.id)),
        "activity" if !lot.is_bundled => {
            (Verdict::NotMet, format!("{} claims the activity level without the device", retirement.id))
        }
        _ => (Verdict::Met, format!("claim level {level}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::tests::lot;
    use Verdict::{Met, NotApplicable, NotMet, Unknown};

    fn retirement(level: &str, because: Option<&str>) -> Retirement {
        Retirement {
            id: "R-2025-01".into(),
            year: 2025,
            beneficiary: "A".into(),
            beneficiary_country: None,
            beneficiary_identifier: None,
            entity: None,
            claim_level: level.into(),
            because: because.map(str::to_owned),
            purpose: None,
            registry_reference: None,
            registry_link: None,
            lines: Vec::new(),
        }
    }

    fn around<'a>(lot: &'a Lot, retirement: &'a Retirement) -> Circumstances<'a> {
        Circumstances {
            lot,
            retirement,
            verified: Met,
            retired: 10,
            gross: 10,
            lines_unresolved: 0,
            surplus: Surplus::NotOurs,
            positive_list: (Unknown, String::new()),
        }
    }

    #[test]
    fn a_certificate_without_its_device_supports_no_activity() {
        let lot = lot("BLM-1", 1, 10, 2025);
        for (level, is_bundled, expected) in [
            ("unassigned", false, Unknown),
            ("activity", false, NotMet),
            ("activity", true, Met),
            ("activity_pool", false, Met),
        ] {
            let lot = Lot { is_bundled, ..lot.clone() };
            assert_eq!(claim_level(&lot, &retirement(level, None)).0, expected, "{level}");
        }
    }

    #[test]
    fn nothing_is_met_by_what_is_not_there() {
        let plain = lot("BLM-1", 1, 10, 2025);
        let bundled = Lot { is_bundled: true, ..plain.clone() };
        let tonnes = Lot { class: "I-TEC AE".into(), ..plain.clone() };
        for (level, because, expected) in [
            ("unassigned", None, NotApplicable),
            ("unassigned", Some("A wish"), NotApplicable),
            ("sector", None, NotMet),
            ("sector", Some("Sold to the sector"), Met),
        ] {
            let retirement = retirement(level, because);
            assert_eq!(around(&plain, &retirement).verdict(Fact::ClaimJustified).0, expected, "{level}");
        }
        let retirement = retirement("unassigned", None);
        for (lot, fact, expected) in [
            (&plain, Fact::ReportedApart, Met),
            (&bundled, Fact::ReportedApart, NotApplicable),
            (&plain, Fact::WithinGross, Met),
            (&tonnes, Fact::WithinGross, NotApplicable),
        ] {
            assert_eq!(around(lot, &retirement).verdict(fact).0, expected, "{fact:?} of {}", lot.class);
        }
        for (retired, gross, lines_unresolved, expected) in
            [(11, 10, 0, NotMet), (11, 10, 3, Unknown), (10, 10, 3, Met), (1, 0, 0, NotMet)]
        {
            let around = Circumstances { retired, gross, lines_unresolved, ..around(&plain, &retirement) };
            assert_eq!(around.verdict(Fact::WithinGross).0, expected, "{retired} of {gross}");
        }
    }

    #[test]
    fn a_surplus_over_the_law_needs_a_law() {
        for (issued, eligible, obligation, surplus, expected) in [
            (90, 90, 10, Surplus::Within, Met),
            (91, 90, 10, Surplus::Exceeded, NotMet),
            (100, 100, 0, Surplus::NoObligation, Unknown),
            (101, 100, 0, Surplus::Exceeded, NotMet),
        ] {
            let found = Surplus::of(issued, Decimal::from(eligible), Decimal::from(obligation));
            assert_eq!((found, found.verdict().0), (surplus, expected));
        }
    }
}
