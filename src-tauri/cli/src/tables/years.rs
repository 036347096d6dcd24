//! All years side by side.

use super::{Table, as_of, facts, grid, or_dash};
use planner_actions::views::disclosure::InputView;
use planner_actions::views::target::TargetView;
use planner_actions::views::workspace::Money;
use planner_actions::views::years::{MassChange, YearRow, YearsView};

impl Table for YearsView {
    fn table(&self) -> String {
        let headers = [
            "Year",
            "New kg",
            "Low",
            "High",
            "Gross",
            "Target %",
            "Needed",
            "Own",
            "Bought",
            "Retired",
            "Remaining",
            "Coverage %",
            "Cost",
            "Price",
        ];
        let rows: Vec<_> = self.years.iter().map(row).collect();
        let mut text = as_of(&self.as_of) + &grid(&headers, &rows);
        let changes: Vec<_> = self.years.iter().flat_map(changes).collect();
        if !changes.is_empty() {
            let headers = ["Year", "Since", "Change kg", "%", "Volume", "Mix", "Weight per device", "Method"];
            text += &format!("\nWhy the new mass changed, kg\n{}", grid(&headers, &changes));
        }
        text
    }
}

fn row(year: &YearRow) -> Vec<String> {
    vec![
        year.year.to_string(),
        year.mass_kg_new.clone(),
        year.mass_kg_low.clone(),
        year.mass_kg_high.clone(),
        year.gross.to_string(),
        year.target_percent.clone(),
        year.needed.to_string(),
        year.own.to_string(),
        year.bought.to_string(),
        year.retired.to_string(),
        year.remaining.to_string(),
        or_dash(year.coverage_percent.as_ref()),
        money(&year.costs),
        money(&year.unit_prices),
    ]
}

fn money(amounts: &[Money]) -> String {
    if amounts.is_empty() {
        return "–".to_owned();
    }
    amounts.iter().map(|one| format!("{} {}", one.amount, one.currency)).collect::<Vec<_>>().join(", ")
}

fn changes(year: &YearRow) -> Vec<Vec<String>> {
    let before = year.since_before.as_ref();
    let base =
        year.since_base.as_ref().filter(|base| before.is_none_or(|one| one.from_year != base.from_year));
    let line = |change: &MassChange| {
        vec![
            year.year.to_string(),
            change.from_year.to_string(),
            change.mass_kg.clone(),
            or_dash(change.percent.as_ref()),
            change.volume_kg.clone(),
            change.mix_kg.clone(),
            change.weight_kg.clone(),
            change.method_kg.clone(),
        ]
    };
    before.into_iter().chain(base).map(line).collect()
}

impl Table for TargetView {
    fn table(&self) -> String {
        let text = |value: &Option<String>| or_dash(value.as_ref());
        let facts = facts(&[
            ("Base year", or_dash(self.base_year)),
            ("Set on", text(&self.set_on)),
            ("Wording", text(&self.wording)),
            ("Share of other years, %", self.target_percent.clone()),
        ]);
        let rows = self.path.iter().map(|one| {
            let from = match (one.is_locked, one.is_set) {
                (true, _) => "locked",
                (false, true) => "its own",
                (false, false) => "the organisation's",
            };
            vec![one.year.to_string(), one.percent.clone(), from.to_owned()]
        });
        facts + "\n" + &grid(&["Year", "Share %", "From"], &rows.collect::<Vec<_>>())
    }
}

impl Table for Vec<InputView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            let value = one.value.as_ref().or(one.offered.as_ref());
            vec![one.id.clone(), one.header.clone(), one.kind.clone(), or_dash(value)]
        });
        grid(&["Field", "What CDP asks", "Kind", "Answer"], &rows.collect::<Vec<_>>())
    }
}
