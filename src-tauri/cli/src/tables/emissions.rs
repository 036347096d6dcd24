//! Emissions and their factors.

use super::{Table, facts, grid, or_dash};
use planner_actions::views::emissions::{
    EmissionBand, EmissionsView, EnergyView, FactorSetsView, FactorsView, ReuseView,
};

impl Table for EmissionsView {
    fn table(&self) -> String {
        let label = |set: &Option<_>| {
            or_dash(set.as_ref().map(|set: &planner_actions::views::emissions::FactorSetView| &set.label))
        };
        let mid = |band: &Option<EmissionBand>| or_dash(band.as_ref().map(|band| &band.mid));
        let same = &self.same_lines;
        let mut text = facts(&[
            ("By mass with", label(&self.activity_set)),
            ("By spend with", label(&self.spend_set)),
            ("New hardware by mass, kgCO2e", mid(&self.activity_kgco2e)),
            (
                "  likely range",
                self.activity_kgco2e
                    .as_ref()
                    .map_or("–".into(), |one| format!("{} – {}", one.low, one.high)),
            ),
            ("New hardware by spend (lower tier), kgCO2e", or_dash(self.spend_kgco2e.as_ref())),
            (
                "Of the same lines",
                format!(
                    "{} lines: {} by mass, {} by spend",
                    same.lines, same.activity_kgco2e, same.spend_kgco2e
                ),
            ),
            (
                "Lines in neither",
                format!("{} by mass, {} by spend", self.lines_without_activity, self.lines_without_spend),
            ),
        ]);
        let rows = self.purchases.iter().map(|one| {
            let kind = one.category.clone().unwrap_or_else(|| "–".into());
            let factor = |factor: &Option<_>| {
                or_dash(
                    factor.as_ref().map(|one: &planner_actions::views::emissions::FactorView| &one.kgco2e),
                )
            };
            vec![
                kind,
                one.lines.to_string(),
                one.mass_kg.clone(),
                factor(&one.activity_factor),
                mid(&one.activity_kgco2e),
                or_dash(one.spend_dollars.as_ref()),
                factor(&one.spend_factor),
                or_dash(one.spend_kgco2e.as_ref()),
            ]
        });
        let headers = ["Kind", "Lines", "kg", "kgCO2e/t", "By mass", "US dollars", "kgCO2e/$", "By spend"];
        text += &format!("\n{}", grid(&headers, &rows.collect::<Vec<_>>()));
        let reuse: Vec<_> = self.shipments.iter().chain([&self.reuse]).map(reused).collect();
        let headers = ["Reuse", "kg restored", "Baseline", "Project", "Reductions", "kgCO2e/kg"];
        text += &format!("\n{}", grid(&headers, &reuse));
        if !self.energy.is_empty() {
            text += &format!("\n{}", self.energy.table());
        }
        text + "\n" + &self.note + "\n"
    }
}

fn reused(one: &ReuseView) -> Vec<String> {
    vec![
        one.shipment.clone().unwrap_or_else(|| "All".into()),
        one.output_kg.clone(),
        or_dash(one.baseline_kgco2e.as_ref()),
        or_dash(one.project_kgco2e.as_ref()),
        or_dash(one.reductions_kgco2e.as_ref()),
        or_dash(one.intensity_kgco2e_per_kg.as_ref()),
    ]
}

impl Table for Vec<EnergyView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            vec![
                one.position.to_string(),
                one.name.clone(),
                one.amount.clone(),
                one.unit.clone(),
                one.factor_kgco2e.clone(),
                one.kgco2e.clone(),
                one.source.clone(),
            ]
        });
        grid(
            &["", "Used up", "Amount", "Unit", "kgCO2e for one", "kgCO2e", "Source"],
            &rows.collect::<Vec<_>>(),
        )
    }
}

impl Table for FactorSetsView {
    fn table(&self) -> String {
        let mut text = facts(&[("Emissions", if self.is_on { "on" } else { "off" }.to_owned())]);
        let rows = self.sets.iter().map(|one| {
            let state = match (&one.undone_on, one.is_used) {
                (Some(day), _) => format!("taken back {day}"),
                (None, true) => "in use".to_owned(),
                (None, false) => String::new(),
            };
            vec![
                one.id.clone(),
                one.label.clone(),
                one.basis.clone(),
                one.factors.to_string(),
                one.file_name.clone(),
                state,
            ]
        });
        text +=
            &grid(&["Set", "Source, year, version", "For", "Factors", "File", ""], &rows.collect::<Vec<_>>());
        for (code, rate) in &self.dollars {
            text += &format!("1 {code} = {rate} USD\n");
        }
        for one in &self.assigned {
            text += &format!("{} by {}: {}\n", one.category, one.basis, one.factor);
        }
        if !self.sheets_without.is_empty() {
            text += &format!("Sheets without factors: {}\n", self.sheets_without.join(", "));
        }
        text
    }
}

impl Table for FactorsView {
    fn table(&self) -> String {
        let rows = self.factors.iter().map(|one| {
            vec![
                one.set.clone(),
                one.name.clone(),
                one.variant.clone(),
                one.unit.clone(),
                one.kgco2e.clone(),
                one.cell.clone(),
            ]
        });
        let shown =
            grid(&["Set", "Factor", "Variant", "For one", "kgCO2e", "Cell"], &rows.collect::<Vec<_>>());
        format!("{shown}{} of {}\n", self.factors.len(), self.total)
    }
}
