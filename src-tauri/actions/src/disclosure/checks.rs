//! What must be settled before a report can be final, and what is.

use super::figures::Figures;
use crate::views::disclosure::DisclosureCheck;
use planner_core::report::missing;

/// What must be settled before a report can be final, and what is.
pub(super) fn checks(figures: &Figures) -> Vec<DisclosureCheck> {
    let requirement = &figures.requirement;
    let check = |code: &str, is_met, blocks_final, quantity, detail: Option<String>| DisclosureCheck {
        code: code.to_owned(),
        is_met,
        blocks_final,
        quantity,
        detail,
    };
    let own = figures.ledger.holdings().filter(|holding| figures.ledger.lacks_ownership(&holding.lot));
    let unproven: Vec<String> = own.map(|holding| holding.lot.id.clone()).collect();
    let difference: i64 = figures.movements.iter().map(|row| row.difference().abs()).sum();
    vec![
        check(
            "weights_resolved",
            requirement.lines_unresolved == 0,
            true,
            requirement.lines_unresolved,
            Some(requirement.units_unresolved.to_string()),
        ),
        check(
            "conditions_known",
            requirement.lines_unknown_condition == 0,
            false,
            requirement.lines_unknown_condition,
            Some(requirement.mass_kg_unknown_condition.clone()),
        ),
        check("fully_covered", requirement.to_retire == 0, false, requirement.to_retire, None),
        check("balances_agree", difference == 0, true, difference, None),
        registry_reconciled(figures),
        check("year_locked", figures.ledger.is_locked(figures.year()), true, 0, None),
        signed(figures),
        check(
            "ownership_proven",
            unproven.is_empty(),
            true,
            i64::try_from(unproven.len()).unwrap_or(i64::MAX),
            unproven.first().cloned(),
        ),
        check("ledger_verified", figures.problems == 0, true, figures.events, figures.chain_head.clone()),
    ]
}

/// A registry without statements keeps no report from being final; the report says what it does not show.
fn registry_reconciled(figures: &Figures) -> DisclosureCheck {
    let (agreeing, lots) = figures.retired_lots_agreeing();
    let quantity = figures.units_not_shown();
    DisclosureCheck {
        code: "registry_reconciled".to_owned(),
        is_met: quantity == 0,
        blocks_final: false,
        quantity,
        detail: Some(format!("{agreeing} of {lots}")),
    }
}

fn signed(figures: &Figures) -> DisclosureCheck {
    let missing = missing(&figures.signatures, &figures.reported_sha256);
    let roles: Vec<_> = missing.iter().map(|role| role.word()).collect();
    DisclosureCheck {
        code: "signed".to_owned(),
        is_met: missing.is_empty(),
        blocks_final: true,
        quantity: i64::try_from(missing.len()).unwrap_or(i64::MAX),
        detail: (!roles.is_empty()).then(|| roles.join(", ")),
    }
}

/// What keeps the report from being final, in words.
pub(super) fn blocking(figures: &Figures) -> Vec<String> {
    let open = checks(figures).into_iter().filter(|check| check.blocks_final && !check.is_met);
    open.map(|check| match check.code.as_str() {
        "weights_resolved" => format!("{} lines have no weight", check.quantity),
        "balances_agree" => format!("events and balances differ by {} units", check.quantity),
        "ledger_verified" => format!("the ledger has {} problems", figures.problems),
        "year_locked" => format!("year {} is not locked", figures.year()),
        "ownership_proven" => format!("{} self-generated lots have no proof of ownership", check.quantity),
        _ => format!("it is not {}", check.detail.unwrap_or_default().replace(", ", ", not ")),
    })
    .collect()
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
        "year_locked" => "The reporting year is locked (it takes no change)",
        "signed" => {
            "Prepared, reviewed and approved by name (for the figures as they stand; detail: what is missing)"
        }
        _ => "A further check",
    }
}
