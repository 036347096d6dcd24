//! The requirement of a year, its self-generation, and what still needs a weight.

use super::{Table, as_of, facts, grid, or_dash};
use planner_actions::views::dispositions::{DispositionsView, ExcessView};
use planner_actions::views::procurement::{LinesPage, LinesTotals, UnresolvedDevice, WeightsApplied};
use planner_actions::views::requirement::{EntityShare, RequirementView};

impl Table for RequirementView {
    fn table(&self) -> String {
        let who = self.entity.as_deref().unwrap_or("the organisation");
        let mut text = format!("Requirement {} of {who}, as of {}\n", self.year, self.as_of);
        text += &facts(&[
            (
                "New mass",
                format!("{} kg ({} – {}, 90 %)", self.mass_kg_new, self.mass_kg_low, self.mass_kg_high),
            ),
            (
                "Lines",
                format!(
                    "{}, of which {} new and {} without a weight",
                    self.lines, self.lines_new, self.lines_unresolved
                ),
            ),
            ("Gross", format!("{} I-TEC", self.gross)),
            ("Needed", format!("{} I-TEC, target {} %", self.needed, self.target_percent)),
            (
                "Self-generated",
                format!("{} ({} more expected)", self.self_generated, self.self_generated_expected),
            ),
            ("Held", format!("{}, reserved {}", self.held, self.reserved)),
            ("Retired", self.retired.to_string()),
            ("To retire", self.to_retire.to_string()),
            ("Remaining to buy", format!("{}, on order {}", self.remaining, self.on_order)),
            (
                "Coverage",
                self.coverage_percent.as_ref().map_or_else(|| "–".into(), |percent| format!("{percent} %")),
            ),
        ]);
        let tiers = self.by_tier.iter().map(|one| {
            let mass = or_dash(one.mass_kg.as_ref());
            vec![one.tier.clone(), one.known.clone(), one.lines.to_string(), mass]
        });
        text += &format!("\n{}", grid(&["Weight from", "Known", "Lines", "kg"], &tiers.collect::<Vec<_>>()));
        let categories = self.by_category.iter().map(|one| {
            vec![
                or_dash(one.category.as_ref()),
                one.lines.to_string(),
                one.lines_unresolved.to_string(),
                one.mass_kg.clone(),
            ]
        });
        text += &format!(
            "\n{}",
            grid(&["Category", "Lines", "Without a weight", "kg"], &categories.collect::<Vec<_>>())
        );
        if self.entity.is_some() || self.by_entity.len() < 2 {
            text
        } else {
            text + &entities(&self.by_entity)
        }
    }
}

/// The parts of the entities in the requirement.
fn entities(parts: &[EntityShare]) -> String {
    let rows = parts.iter().map(|one| {
        vec![
            or_dash(one.entity.as_ref()),
            one.lines.to_string(),
            one.mass_kg_new.clone(),
            one.gross.to_string(),
            one.retired.to_string(),
            or_dash(one.coverage_percent.as_ref()),
        ]
    });
    let rows: Vec<_> = rows.collect();
    format!("\n{}", grid(&["Entity", "Lines", "kg new", "Gross", "Retired", "Coverage %"], &rows))
}

impl Table for DispositionsView {
    fn table(&self) -> String {
        facts(&[
            ("Sent", format!("{} kg", self.total.sent_kg)),
            ("Restored", format!("{} kg ({})", self.total.restored_kg, self.restoration_policy)),
            (
                "Yield",
                self.total
                    .yield_percent
                    .as_ref()
                    .map_or_else(|| "–".into(), |percent| format!("{percent} %")),
            ),
            ("Eligible", format!("{} kg", self.total.eligible_kg)),
            ("Issued", format!("{} I-TEC", self.issued)),
            ("Expected", format!("{} I-TEC, a forecast", self.expected)),
            ("Held", format!("{} I-TEC, listed or sold {}", self.held, self.listed_or_sold)),
        ]) + &self.excesses.iter().map(excess).collect::<String>()
            + &as_of(&self.as_of)
    }
}

impl Table for LinesPage {
    fn table(&self) -> String {
        let headers =
            ["id", "item", "kind", "condition", "units", "unit kg", "kg", "weight from", "file", "row"];
        let rows: Vec<Vec<String>> = self
            .lines
            .iter()
            .map(|line| {
                vec![
                    line.id.to_string(),
                    or_dash(line.item.as_ref().or(line.model.as_ref())),
                    or_dash(line.kind.as_ref()),
                    line.condition.clone(),
                    line.quantity.to_string(),
                    or_dash(line.unit_mass_kg.as_ref()),
                    or_dash(line.mass_kg.as_ref()),
                    line.tier.clone(),
                    line.file_name.clone(),
                    line.row.to_string(),
                ]
            })
            .collect();
        let totals = self.totals.as_ref().map(|totals| {
            let LinesTotals { quantity, mass_kg, mass_kg_new, lines_unresolved, .. } = totals;
            let without = format!("{lines_unresolved} new lines without a weight");
            format!("{quantity} units, {mass_kg} kg, of it new {mass_kg_new} kg; {without}\n")
        });
        let totals = totals.unwrap_or_default();
        format!("{} of {} lines\n{totals}{}", rows.len(), self.total, grid(&headers, &rows))
    }
}

fn excess(one: &ExcessView) -> String {
    let batch =
        one.batch.as_ref().map_or_else(|| "Without a batch".to_owned(), |batch| format!("Batch {batch}"));
    let why = one
        .reason
        .as_ref()
        .map_or_else(|| "no reason given".to_owned(), |reason| format!("because {reason}"));
    let (issued, eligible, units) = (one.issued, one.eligible, one.units);
    format!("{batch}: {issued} own certificates, {eligible} eligible kg, {units} too many ({why})\n")
}

impl Table for WeightsApplied {
    fn table(&self) -> String {
        format!(
            "{} lines weighed, {} kg more of new mass in open years\nTaken back with: undo {}",
            self.lines, self.mass_kg_new_added, self.import_id
        )
    }
}

impl Table for Vec<UnresolvedDevice> {
    fn table(&self) -> String {
        let rows = self.iter().map(|device| {
            let name = [&device.item, &device.manufacturer, &device.model].into_iter().flatten().cloned();
            vec![
                name.collect::<Vec<_>>().join(" · "),
                or_dash(device.category.as_ref()),
                device.lines.to_string(),
                device.quantity.to_string(),
            ]
        });
        grid(&["Device", "Category", "Lines", "Units"], &rows.collect::<Vec<_>>())
    }
}
