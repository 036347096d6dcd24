//! Integrity of certificates: each criterion is met, not met, unknown or not applicable. There is no score.

use crate::ledger::lot::{COVERING_CLASS, Lot};
use crate::ledger::retirement::Retirement;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is known of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Shown.
    Met,
    /// Shown not to hold.
    NotMet,
    /// Not shown either way.
    Unknown,
    /// There is nothing that it could hold for: a rule about something that is not there is not met by that.
    NotApplicable,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::Unknown, Self::NotApplicable];

    /// The word under which it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
        }
    }

    /// The verdict sent under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether something is left to do or to find out.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotMet | Self::Unknown)
    }

    /// Met where it is so, else unknown: what is not recorded is not refuted.
    fn shown(is_shown: bool) -> Self {
        if is_shown { Self::Met } else { Self::Unknown }
    }

    /// Met or not.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// This verdict where there is something that it is about.
    pub fn where_any(self, is_any: bool) -> Self {
        if is_any { self } else { Self::NotApplicable }
    }

    /// Of several that must all hold; what does not apply asks for nothing, and of none nothing applies.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::NotApplicable, |all, one| match (all, one) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
        })
    }

    /// Of several of which one must hold; what does not apply cannot be the one.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::NotApplicable, |any, one| match (any, one) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::NotApplicable, Self::NotApplicable) => Self::NotApplicable,
        })
    }
}

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

/// An answer to a question of the positive list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A share in percent.
    Percent(Decimal),
    /// Yes or no.
    Is(bool),
}

/// Answers by question.
pub type Answers = BTreeMap<String, Answer>;

/// A condition of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The question whose answer it looks at.
    pub question: String,
    /// What the answer must be.
    pub test: Test,
}

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Below a share.
    Below(Decimal),
    /// A share or more.
    AtLeast(Decimal),
    /// Below the answer to another question.
    BelowAnswer(String),
    /// The answer to another question or more.
    AtLeastAnswer(String),
    /// Yes, or no.
    Is(bool),
}

impl Condition {
    /// Whether it holds; unknown until what it asks for is answered.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let percent = |question: &String| match answers.get(question) {
            Some(Answer::Percent(share)) => Some(*share),
            _ => None,
        };
        let holds = match &self.test {
            Test::Below(most) => percent(&self.question).map(|share| share < *most),
            Test::AtLeast(least) => percent(&self.question).map(|share| share >= *least),
            Test::BelowAnswer(other) => {
                percent(&self.question).zip(percent(other)).map(|(share, most)| share < most)
            }
            Test::AtLeastAnswer(other) => {
                percent(&self.question).zip(percent(other)).map(|(share, least)| share >= least)
            }
            Test::Is(expected) => match answers.get(&self.question) {
                Some(Answer::Is(answer)) => Some(answer == expected),
                _ => None,
            },
        };
        holds.map_or(Verdict::Unknown, Verdict::of)
    }
}

/// A way to be taken as additional: all conditions, and one of the further ones where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its name.
    pub name: String,
    /// Conditions that must all hold.
    pub all: Vec<Condition>,
    /// Conditions of which one must hold.
    pub any: Vec<Condition>,
}

impl Route {
    /// Whether it holds.
    pub fn verdict(&self, answers: &Answers) -> Verdict {
        let all = Verdict::all(self.all.iter().map(|one| one.verdict(answers)));
        if self.any.is_empty() {
            return all;
        }
        Verdict::all([all, Verdict::any(self.any.iter().map(|one| one.verdict(answers)))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::tests::lot;
    use Verdict::{Met, NotApplicable, NotMet, Unknown};

    fn share(percent: i64) -> Answer {
        Answer::Percent(Decimal::from(percent))
    }

    fn condition(question: &str, test: Test) -> Condition {
        Condition { question: question.to_owned(), test }
    }

    #[test]
    fn the_unknown_is_neither_met_nor_refuted() {
        for (verdicts, all, any) in [
            (vec![Met, Met], Met, Met),
            (vec![Met, Unknown], Unknown, Met),
            (vec![Unknown, NotMet], NotMet, Unknown),
            (vec![NotMet, NotMet], NotMet, NotMet),
            (vec![NotApplicable, Met], Met, Met),
            (vec![NotApplicable, NotMet], NotMet, NotMet),
            (vec![NotApplicable, Unknown], Unknown, Unknown),
            (vec![NotApplicable, NotApplicable], NotApplicable, NotApplicable),
            (vec![], NotApplicable, NotApplicable),
        ] {
            assert_eq!((Verdict::all(verdicts.clone()), Verdict::any(verdicts)), (all, any));
        }
        assert!(Verdict::ALL.into_iter().all(|one| Verdict::from_word(one.word()) == Some(one)));
    }

    #[test]
    fn a_route_holds_by_its_answers_alone() {
        let below = || condition("rate", Test::BelowAnswer("target".into()));
        let route = Route {
            name: "B".into(),
            all: vec![condition("rate", Test::AtLeast(Decimal::from(30))), below()],
            any: vec![
                condition("uplift", Test::Is(true)),
                condition("diverted", Test::AtLeastAnswer("least".into())),
            ],
        };
        for (answers, expected) in [
            (vec![], Unknown),
            (vec![("rate", share(29))], NotMet),
            (vec![("rate", share(30)), ("target", share(45))], Unknown),
            (vec![("rate", share(30)), ("target", share(45)), ("uplift", Answer::Is(true))], Met),
            (vec![("rate", share(45)), ("target", share(45)), ("uplift", Answer::Is(true))], NotMet),
            (vec![("rate", share(30)), ("target", share(45)), ("diverted", share(20))], Unknown),
            (
                vec![
                    ("rate", share(30)),
                    ("target", share(45)),
                    ("diverted", share(20)),
                    ("least", share(20)),
                ],
                Met,
            ),
        ] {
            let answers: Answers =
                answers.into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect();
            assert_eq!(route.verdict(&answers), expected, "{answers:?}");
        }
    }

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
