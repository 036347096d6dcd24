//! What must be settled before a report can be final, and what is.

use crate::disclosure::Disclosure;
use crate::{ReportError, claim};
use planner_core::figure::Name;
use planner_core::integrity::Verdict;
use planner_core::ledger::Ledger;
use planner_core::ledger::evidence::Ownership;
use planner_core::ledger::lot::Origin;
use planner_core::own_issue::explanation;
use planner_core::report::missing;
use planner_core::requirement::covered;

/// What a check asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckCode {
    /// Every line of new hardware has a weight.
    WeightsResolved,
    /// Every line says whether it is new.
    ConditionsKnown,
    /// The committed share is retired.
    FullyCovered,
    /// Events and balances agree.
    BalancesAgree,
    /// The registry shows every unit of the year as retired.
    RegistryReconciled,
    /// The reporting year takes no change.
    YearLocked,
    /// Prepared, reviewed and approved by name.
    Signed,
    /// Every self-generated lot is proven ours.
    OwnershipProven,
    /// The claim says nothing that a rule forbids.
    ClaimAllowed,
    /// The claim was edited for the figures as they stand.
    ClaimCurrent,
    /// Own certificates stay within what was restored.
    OwnWithinEligible,
    /// The event chain and every balance hold.
    LedgerVerified,
}

impl CheckCode {
    /// The word under which it is sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::WeightsResolved => "weights_resolved",
            Self::ConditionsKnown => "conditions_known",
            Self::FullyCovered => "fully_covered",
            Self::BalancesAgree => "balances_agree",
            Self::RegistryReconciled => "registry_reconciled",
            Self::YearLocked => "year_locked",
            Self::Signed => "signed",
            Self::OwnershipProven => "ownership_proven",
            Self::ClaimAllowed => "claim_allowed",
            Self::ClaimCurrent => "claim_current",
            Self::OwnWithinEligible => "own_within_eligible",
            Self::LedgerVerified => "ledger_verified",
        }
    }

    /// Whether a report cannot be final while it is open.
    pub fn blocks_final(self) -> bool {
        !matches!(self, Self::ConditionsKnown | Self::FullyCovered | Self::RegistryReconciled)
    }

    /// What it asks, and what its quantity and detail say.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::WeightsResolved => ("Every line of new hardware has a weight", "detail: units without one"),
            Self::ConditionsKnown => {
                ("Every line says whether it is new", "detail: kg in unknown condition, counted as new")
            }
            Self::FullyCovered => ("The committed share is retired", "quantity: units still to retire"),
            Self::BalancesAgree => {
                ("Events and balances agree", "for every class and vintage; quantity: difference")
            }
            Self::RegistryReconciled => (
                "The registry shows every unit of the year as retired",
                "by its statement or a document of it; quantity: units it does not show; detail: lots that agree with its statement",
            ),
            Self::OwnershipProven => (
                "Every self-generated lot is proven ours",
                "by its registry's statement, or by documents that cover all of its serials; an imported file proves nothing; detail: the first lot without",
            ),
            Self::OwnWithinEligible => (
                "Own certificates stay within the eligible kg of their batch",
                "or a reason and a document of the activity explain more; quantity: units not explained; detail: batches",
            ),
            Self::LedgerVerified => (
                "The event chain and every balance hold",
                "when the whole file was last computed anew, which sealing does; detail: head of the chain",
            ),
            Self::ClaimAllowed => (
                "The claim says nothing that a rule forbids",
                "quantity: words that are refused; detail: the words",
            ),
            Self::ClaimCurrent => {
                ("The claim was edited for the figures as they stand", "detail: day of the edit")
            }
            Self::YearLocked => ("The reporting year is locked", "it takes no change"),
            Self::Signed => (
                "Prepared, reviewed and approved by name",
                "for the figures as they stand; detail: what is missing",
            ),
        }
    }

    /// The figure that it is about.
    pub(crate) fn figure(self) -> Option<Name> {
        match self {
            Self::WeightsResolved => Some(Name::LinesUnresolved),
            Self::ConditionsKnown => Some(Name::UnknownCondition),
            Self::FullyCovered => Some(Name::ToRetire),
            Self::BalancesAgree => Some(Name::Movements),
            Self::RegistryReconciled => Some(Name::Retired),
            Self::YearLocked => Some(Name::Locks),
            Self::OwnWithinEligible => Some(Name::Issued),
            Self::LedgerVerified => Some(Name::Events),
            Self::OwnershipProven | Self::ClaimAllowed | Self::ClaimCurrent | Self::Signed => None,
        }
    }
}

/// A check and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What it asks.
    pub code: CheckCode,
    /// What was found: a check of what is not there is not met by that.
    pub result: Verdict,
    /// Lines, units or events it is about.
    pub quantity: i64,
    /// Units without a weight, lots that agree, chain head …
    pub detail: Option<String>,
}

impl Check {
    /// Whether a report cannot be final while this is so. Sealing verifies the whole file first, so that not to have done
    /// it since the last change keeps nothing open.
    pub fn blocks_final(&self) -> bool {
        let is_left_to_sealing = self.code == CheckCode::LedgerVerified && self.result == Verdict::Unknown;
        self.code.blocks_final() && !is_left_to_sealing
    }

    /// Met where nothing is left, and not applicable where there is nothing that it is about.
    fn nothing_left(code: CheckCode, quantity: i64, is_any: bool, detail: Option<String>) -> Self {
        Self { code, result: Verdict::of(quantity == 0).where_any(is_any), quantity, detail }
    }

    /// What keeps a report from being final, in words.
    fn blocks_because(&self, disclosure: &Disclosure) -> String {
        match self.code {
            CheckCode::WeightsResolved => format!("{} lines have no weight", self.quantity),
            CheckCode::BalancesAgree => format!("events and balances differ by {} units", self.quantity),
            CheckCode::LedgerVerified => match &disclosure.known.verification {
                Some(last) if self.result == Verdict::NotMet => {
                    format!("the ledger has {} problems", last.problems)
                }
                _ => self.detail.clone().unwrap_or_default(),
            },
            CheckCode::YearLocked => format!("year {} is not locked", disclosure.year()),
            CheckCode::OwnershipProven => {
                let first = self.detail.as_ref().map(|lot| format!(" (first {lot})")).unwrap_or_default();
                format!("{} self-generated lots have no proof of ownership{first}", self.quantity)
            }
            CheckCode::OwnWithinEligible => format!(
                "{} own certificates are more than was restored ({})",
                self.quantity,
                self.detail.clone().unwrap_or_default()
            ),
            CheckCode::ClaimAllowed => {
                format!("the claim says what a rule forbids: {}", self.detail.clone().unwrap_or_default())
            }
            CheckCode::ClaimCurrent => "figures have moved since the claim was edited".to_owned(),
            CheckCode::Signed => {
                format!("it is not {}", self.detail.clone().unwrap_or_default().replace(", ", ", not "))
            }
            CheckCode::ConditionsKnown | CheckCode::FullyCovered | CheckCode::RegistryReconciled => {
                self.code.words().0.to_owned()
            }
        }
    }
}

/// What must be settled before a report can be final, and what is.
pub fn checks(disclosure: &Disclosure) -> Result<Vec<Check>, ReportError> {
    let year = &disclosure.known.year;
    let (lines, unresolved) = (year.lines() + year.lines_unresolved(), year.lines_unresolved());
    let unknown = year.lines_unknown_condition();
    let (needed, to_retire) = (year.netting.needed, year.netting.to_retire());
    let units_unresolved = Some(year.units_unresolved().to_string());
    let unknown_mass = Some(year.mass_unknown_condition().kilograms().to_string());
    let is_locked = Verdict::of(disclosure.known.ledger.is_locked(year.year));
    Ok(vec![
        Check::nothing_left(CheckCode::WeightsResolved, unresolved, lines > 0, units_unresolved),
        Check::nothing_left(
            CheckCode::ConditionsKnown,
            unknown,
            lines + year.lines_refurbished() > 0,
            unknown_mass,
        ),
        Check {
            code: CheckCode::FullyCovered,
            result: covered(needed, to_retire, unresolved),
            quantity: to_retire,
            detail: None,
        },
        balances_agree(disclosure),
        registry_reconciled(disclosure),
        Check { code: CheckCode::YearLocked, result: is_locked, quantity: 0, detail: None },
        signed(disclosure),
        ownership_proven(disclosure),
        claim_allowed(disclosure)?,
        claim_current(disclosure)?,
        own_within_eligible(disclosure),
        ledger_verified(disclosure),
    ])
}

fn claim_allowed(disclosure: &Disclosure) -> Result<Check, ReportError> {
    let words: Vec<_> = claim::findings(disclosure)?.into_iter().map(|one| one.word).collect();
    let has_claim = !claim::carried(disclosure)?.is_empty();
    let detail = (!words.is_empty()).then(|| words.join(", "));
    Ok(Check::nothing_left(CheckCode::ClaimAllowed, count(words.len()), has_claim, detail))
}

fn claim_current(disclosure: &Disclosure) -> Result<Check, ReportError> {
    let edited = disclosure.known.claim.as_ref().map(|claim| claim.edited_on.to_string());
    let quantity = i64::from(claim::is_out_of_date(disclosure)?);
    Ok(Check::nothing_left(CheckCode::ClaimCurrent, quantity, edited.is_some(), edited))
}

fn balances_agree(disclosure: &Disclosure) -> Check {
    let difference = disclosure.movements.iter().map(|row| row.difference().abs()).sum();
    Check::nothing_left(CheckCode::BalancesAgree, difference, !disclosure.movements.is_empty(), None)
}

fn ledger_verified(disclosure: &Disclosure) -> Check {
    let known = &disclosure.known;
    let is_wrong = known.verified() == Verdict::NotMet;
    let result = known.verified().where_any(known.events > 0 || is_wrong);
    let detail = match (result, &known.verification) {
        (Verdict::Unknown, None) => Some("not verified since it was opened".to_owned()),
        (Verdict::Unknown, Some(last)) => {
            Some(format!("not verified since the last change: on {}, at event {}", last.on, last.event))
        }
        _ => known.chain_head.clone(),
    };
    Check { code: CheckCode::LedgerVerified, result, quantity: known.events, detail }
}

/// A registry without statements keeps no report from being final; the report says what it does not show.
fn registry_reconciled(disclosure: &Disclosure) -> Check {
    let (agreeing, lots) = disclosure.retired_lots_agreeing();
    let detail = Some(format!("{agreeing} of {lots}"));
    Check::nothing_left(CheckCode::RegistryReconciled, disclosure.units_not_shown(), lots > 0, detail)
}

fn ownership_proven(disclosure: &Disclosure) -> Check {
    let ledger = &disclosure.known.ledger;
    let own = ledger.holdings().map(|holding| &holding.lot).filter(|lot| lot.origin == Origin::SelfGenerated);
    let unproven: Vec<_> =
        own.map(|lot| (lot, disclosure.ownership(lot))).filter(|(_, proof)| !proof.is_proven()).collect();
    let first = unproven.first().map(|(lot, proof)| match lacks(*proof) {
        "" => lot.id.clone(),
        lacks => format!("{}: {lacks}", lot.id),
    });
    Check::nothing_left(CheckCode::OwnershipProven, count(unproven.len()), has_own(ledger), first)
}

/// What the proof of a lot lacks, in words; nothing where there is none at all.
fn lacks(proof: Ownership) -> &'static str {
    match proof {
        Ownership::Unstated => "nobody said what its documents are, or which serials they cover",
        Ownership::Partial => "its documents cover a part of its serials",
        Ownership::Unproven | Ownership::Documented | Ownership::Reconciled => "",
    }
}

fn has_own(ledger: &Ledger) -> bool {
    ledger.holdings().any(|holding| holding.lot.origin == Origin::SelfGenerated)
}

/// Own certificates stay within what was restored; what does not is named, and waits for its explanation.
fn own_within_eligible(disclosure: &Disclosure) -> Check {
    let ledger = &disclosure.known.ledger;
    let (mut named, mut unexplained) = (Vec::new(), 0);
    for excess in &disclosure.known.excesses {
        let (reason, is_explained) =
            explanation(ledger, excess.batch.as_deref(), &disclosure.known.own_files);
        let batch = excess.batch.as_deref().unwrap_or("no batch");
        let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
        named.push(format!("{batch}: {} issued, {} eligible{reason}", excess.issued, excess.eligible));
        unexplained += if is_explained { 0 } else { excess.units() };
    }
    let detail = (!named.is_empty()).then(|| named.join("; "));
    Check::nothing_left(CheckCode::OwnWithinEligible, unexplained, has_own(ledger), detail)
}

fn signed(disclosure: &Disclosure) -> Check {
    let missing = missing(&disclosure.known.signatures, &disclosure.signed_as, disclosure.known.persons);
    let roles: Vec<_> = missing.iter().map(|role| role.word()).collect();
    let detail = (!roles.is_empty()).then(|| roles.join(", "));
    Check::nothing_left(CheckCode::Signed, count(missing.len()), true, detail)
}

fn count(those: usize) -> i64 {
    i64::try_from(those).unwrap_or(i64::MAX)
}

/// What keeps the report from being final, in words.
pub fn blocking(disclosure: &Disclosure) -> Result<Vec<String>, ReportError> {
    let is_open = |check: &Check| check.code.blocks_final() && check.result.is_open();
    let open = checks(disclosure)?.into_iter().filter(is_open);
    Ok(open.map(|check| check.blocks_because(disclosure)).collect())
}
