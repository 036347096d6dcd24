//! What was recognised in order texts.

use super::{Table, grid, or_dash};
use planner_actions::views::recognise::RecognisedView;

impl Table for RecognisedView {
    fn table(&self) -> String {
        let headers = ["text", "kind", "maker", "family", "size", "condition", "kg", "tier", "because"];
        let rows: Vec<Vec<String>> = self
            .recognised
            .iter()
            .map(|one| {
                let not = one.not_hardware.as_ref().map(|reason| format!("no hardware: {reason}"));
                vec![
                    one.text.clone(),
                    or_dash(not.or(one.kind.clone())),
                    or_dash(one.maker.as_ref()),
                    or_dash(one.family.as_ref()),
                    or_dash(one.size.as_ref()),
                    or_dash(one.condition.as_ref()),
                    or_dash(one.unit_kg.as_ref()),
                    or_dash(one.tier.as_ref()),
                    one.evidence.join("; "),
                ]
            })
            .collect();
        grid(&headers, &rows)
    }
}
