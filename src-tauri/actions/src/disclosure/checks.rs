//! What must be settled before a report can be final, and what is.

use super::figures::Figures;
use crate::views::disclosure::DisclosureCheck;

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
        check("reconciled", difference == 0, true, difference, None),
        check("ledger_verified", figures.problems == 0, true, figures.events, figures.chain_head.clone()),
    ]
}

/// A check in words.
pub(super) fn check_words(code: &str) -> &'static str {
    match code {
        "weights_resolved" => "Every line of new hardware has a weight (detail: units without one)",
        "conditions_known" => {
            "Every line says whether it is new (detail: kg in unknown condition, counted as new)"
        }
        "fully_covered" => "The committed share is retired (quantity: units still to retire)",
        "reconciled" => "Events and balances agree for every class and vintage (quantity: difference)",
        "ledger_verified" => {
            "The event chain and every balance hold when computed anew (detail: head of the chain)"
        }
        _ => "A further check",
    }
}
