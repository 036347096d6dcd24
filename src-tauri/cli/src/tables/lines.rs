//! Edits of lines, what recognising again changes, the work list and the catalogue.

use super::{Table, facts, grid, or_dash};
use planner_actions::views::catalogue::{DeviceView, DeviceWithdrawn};
use planner_actions::views::line_edits::{LineEditView, LinesEdited, RecognisedAgain, YearWeighed};
use planner_actions::views::work_list::WorkItem;

impl Table for LinesEdited {
    fn table(&self) -> String {
        facts(&[
            ("Edit", self.edit.to_string()),
            ("Lines", self.lines.to_string()),
            ("New mass", format!("{} → {} kg", self.mass_kg_new_before, self.mass_kg_new_after)),
        ])
    }
}

impl Table for Vec<LineEditView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            let undone = or_dash(one.undone_on.as_ref());
            let (edit, lines) = (one.edit.to_string(), one.lines.to_string());
            vec![edit, one.made_on.clone(), lines, one.summary.clone(), one.because.clone(), undone]
        });
        grid(&["edit", "made on", "lines", "what", "because", "undone on"], &rows.collect::<Vec<_>>())
    }
}

impl Table for RecognisedAgain {
    fn table(&self) -> String {
        let applied = self.edit.map_or_else(
            || "nothing changed: give --apply REASON".to_owned(),
            |edit| format!("applied as edit {edit}"),
        );
        let mut text = format!("{} of {} lines would be other; {applied}\n", self.lines_changed, self.lines);
        for year in &self.years {
            text += &format!("\n{}\n", year.year);
            text += &facts(&[("before", said(&year.before)), ("after", said(&year.after))]);
            let of = |weighed: &YearWeighed, tier: &str| {
                let one = weighed.by_tier.iter().find(|one| one.tier == tier);
                one.map_or_else(String::new, |one| format!("{} kg", or_dash(one.mass_kg.as_ref())))
            };
            let tiers = year.after.by_tier.iter().chain(&year.before.by_tier).map(|one| one.tier.as_str());
            let mut seen = Vec::new();
            tiers.for_each(|tier| {
                if !seen.contains(&tier) {
                    seen.push(tier);
                }
            });
            let rows = seen
                .iter()
                .map(|tier| vec![(*tier).to_owned(), of(&year.before, tier), of(&year.after, tier)]);
            text += &grid(&["weight from", "before", "after"], &rows.collect::<Vec<_>>());
        }
        text
    }
}

fn said(weighed: &YearWeighed) -> String {
    let YearWeighed { mass_kg_new, mass_kg_low, mass_kg_high, gross, .. } = weighed;
    format!("{mass_kg_new} kg ({mass_kg_low} – {mass_kg_high}, 90 %), {gross} I-TEC")
}

fn named(parts: [&Option<String>; 3]) -> String {
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · ")
}

impl Table for Vec<WorkItem> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            let meant = one.proposals.iter().map(|near| {
                format!("{} {}, {} kg ({})", near.manufacturer, near.model, near.unit_mass_kg, near.because)
            });
            vec![
                named([&one.item, &one.manufacturer, &one.model]),
                one.lines.to_string(),
                one.quantity.to_string(),
                or_dash(one.mass_kg.as_ref()),
                one.weight_class.clone().unwrap_or_else(|| one.tier.clone()),
                meant.collect::<Vec<_>>().join("; "),
            ]
        });
        grid(&["device", "lines", "units", "kg", "weighed as", "may be"], &rows.collect::<Vec<_>>())
    }
}

impl Table for Vec<DeviceView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            let stands = if one.is_doubtful || one.is_replaced { "no" } else { "yes" };
            vec![
                one.id.to_string(),
                named([&one.manufacturer, &one.model, &one.item]),
                one.unit_mass_kg.clone(),
                or_dash(one.source.as_ref()),
                one.file_name.clone(),
                stands.to_owned(),
                one.lines.to_string(),
            ]
        });
        grid(&["id", "device", "unit kg", "source", "file", "stands", "lines"], &rows.collect::<Vec<_>>())
    }
}

impl Table for DeviceWithdrawn {
    fn table(&self) -> String {
        facts(&[
            ("Lines", self.lines.to_string()),
            ("New mass", format!("{} → {} kg", self.mass_kg_new_before, self.mass_kg_new_after)),
        ])
    }
}
