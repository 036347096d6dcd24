//! What must be settled before a report can be final, and what is.

use super::claim;
use super::figures::Figures;
use crate::ActionError;
use crate::views::disclosure::DisclosureCheck;
use planner_core::integrity::Verdict;
use planner_core::ledger::holding::Holding;
use planner_core::ledger::lot::Origin;
use planner_core::report::missing;
use planner_core::requirement::covered;

/// What must be settled before a report can be final, and what is. A check of what is not there is not met by that.
pub(super) fn checks(figures: &Figures) -> Result<Vec<DisclosureCheck>, ActionError> {
    let requirement = &figures.requirement;
    let lines = requirement.lines + requirement.lines_unresolved;
    let weighed = Verdict::of(requirement.lines_unresolved == 0).where_any(lines > 0);
    let known = Verdict::of(requirement.lines_unknown_condition == 0)
        .where_any(lines + requirement.lines_refurbished > 0);
    let covered = covered(requirement.needed, requirement.to_retire, requirement.lines_unresolved);
    let is_locked = Verdict::of(figures.ledger.is_locked(figures.year()));
    let holds = Verdict::of(figures.problems == 0).where_any(figures.events > 0 || figures.problems > 0);
    let [claim_allowed, claim_current] = claim_checks(figures)?;
    Ok(vec![
        check("weights_resolved", weighed, requirement.lines_unresolved)
            .detail(requirement.units_unresolved.to_string()),
        check("conditions_known", known, requirement.lines_unknown_condition)
            .detail(requirement.mass_kg_unknown_condition.clone())
            .blocking_nothing(),
        check("fully_covered", covered, requirement.to_retire).blocking_nothing(),
        balances_agree(figures),
        registry_reconciled(figures),
        check("year_locked", is_locked, 0),
        signed(figures),
        ownership_proven(figures),
        claim_allowed,
        claim_current,
        DisclosureCheck {
            detail: figures.chain_head.clone(),
            ..check("ledger_verified", holds, figures.events)
        },
    ])
}

/// Whether the claim says what a rule forbids, and whether it may state figures that stand no more.
fn claim_checks(figures: &Figures) -> Result<[DisclosureCheck; 2], ActionError> {
    let claim = claim::view(figures)?;
    let refused: Vec<&str> = claim.findings.iter().map(|one| one.word.as_str()).collect();
    let allowed = Verdict::of(refused.is_empty()).where_any(!claim.text.is_empty());
    let current = Verdict::of(!claim.is_out_of_date).where_any(claim.edited_on.is_some());
    let quantity = i64::try_from(refused.len()).unwrap_or(i64::MAX);
    Ok([
        DisclosureCheck {
            detail: (!refused.is_empty()).then(|| refused.join(", ")),
            ..check("claim_allowed", allowed, quantity)
        },
        DisclosureCheck {
            detail: claim.edited_on,
            ..check("claim_current", current, i64::from(claim.is_out_of_date))
        },
    ])
}

/// A check that blocks a final report while it is open.
fn check(code: &str, verdict: Verdict, quantity: i64) -> DisclosureCheck {
    DisclosureCheck {
        code: code.to_owned(),
        result: verdict.word().to_owned(),
        is_met: verdict == Verdict::Met,
        is_open: verdict.is_open(),
        blocks_final: true,
        quantity,
        detail: None,
    }
}

impl DisclosureCheck {
    fn detail(self, detail: String) -> Self {
        Self { detail: Some(detail), ..self }
    }

    fn blocking_nothing(self) -> Self {
        Self { blocks_final: false, ..self }
    }
}

fn balances_agree(figures: &Figures) -> DisclosureCheck {
    let difference: i64 = figures.movements.iter().map(|row| row.difference().abs()).sum();
    let agree = Verdict::of(difference == 0).where_any(!figures.movements.is_empty());
    check("balances_agree", agree, difference)
}

fn ownership_proven(figures: &Figures) -> DisclosureCheck {
    let is_own = |holding: &&Holding| holding.lot.origin == Origin::SelfGenerated;
    let own = figures.ledger.holdings().filter(is_own).count();
    let lacking = figures.ledger.holdings().filter(|holding| figures.ledger.lacks_ownership(&holding.lot));
    let unproven: Vec<&str> = lacking.map(|holding| holding.lot.id.as_str()).collect();
    let proven = Verdict::of(unproven.is_empty()).where_any(own > 0);
    DisclosureCheck {
        detail: unproven.first().map(|id| (*id).to_owned()),
        ..check("ownership_proven", proven, i64::try_from(unproven.len()).unwrap_or(i64::MAX))
    }
}

/// A registry without statements keeps no report from being final; the report says what it does not show.
fn registry_reconciled(figures: &Figures) -> DisclosureCheck {
    let (agreeing, lots) = figures.retired_lots_agreeing();
    let quantity = figures.units_not_shown();
    check("registry_reconciled", Verdict::of(quantity == 0).where_any(lots > 0), quantity)
        .detail(format!("{agreeing} of {lots}"))
        .blocking_nothing()
}

fn signed(figures: &Figures) -> DisclosureCheck {
    let missing = missing(&figures.signatures, &figures.reported_sha256, figures.organisation.persons);
    let roles: Vec<_> = missing.iter().map(|role| role.word()).collect();
    let quantity = i64::try_from(missing.len()).unwrap_or(i64::MAX);
    DisclosureCheck {
        detail: (!roles.is_empty()).then(|| roles.join(", ")),
        ..check("signed", Verdict::of(missing.is_empty()), quantity)
    }
}

/// What keeps the report from being final, in words.
pub(super) fn blocking(figures: &Figures) -> Result<Vec<String>, ActionError> {
    let open = checks(figures)?.into_iter().filter(|check| check.blocks_final && check.is_open);
    let words = open.map(|check| match check.code.as_str() {
        "weights_resolved" => format!("{} lines have no weight", check.quantity),
        "balances_agree" => format!("events and balances differ by {} units", check.quantity),
        "ledger_verified" => format!("the ledger has {} problems", figures.problems),
        "year_locked" => format!("year {} is not locked", figures.year()),
        "ownership_proven" => format!("{} self-generated lots have no proof of ownership", check.quantity),
        "claim_allowed" => {
            format!("the claim says what a rule forbids: {}", check.detail.unwrap_or_default())
        }
        "claim_current" => "figures have moved since the claim was edited".to_owned(),
        _ => format!("it is not {}", check.detail.unwrap_or_default().replace(", ", ", not ")),
    });
    Ok(words.collect())
}

/// A check in words.
pub(super) fn check_words(code: &str) -> &'static str {
    match code {
        "weights_resolved" => "Every line of new hardware has a weight (detail: units without one)",
        "conditions_known" => {
            "Every line says whether it is new (detail: kg in unknown condition, counted as new)"
        }
        "fully_covered" => "The committed share is retired (quantity: units still to retire)",
        "balances_agree" => "Events and balances agree (for every class and vintage; quantity: difference)",
        "registry_reconciled" => {
            "The registry shows every unit of the year as retired (by its statement or a document of it; quantity: units it does not show; detail: lots that agree with its statement)"
        }
        "ownership_proven" => {
            "Every self-generated lot is proven ours (by a document; detail: the first lot without one)"
        }
        "ledger_verified" => {
            "The event chain and every balance hold (when computed anew; detail: head of the chain)"
        }
        "claim_allowed" => {
            "The claim says nothing that a rule forbids (quantity: words that are refused; detail: the words)"
        }
        "claim_current" => "The claim was edited for the figures as they stand (detail: day of the edit)",
        "year_locked" => "The reporting year is locked (it takes no change)",
        "signed" => {
            "Prepared, reviewed and approved by name (for the figures as they stand; detail: what is missing)"
        }
        _ => "A further check",
    }
}
