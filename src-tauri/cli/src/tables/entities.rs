//! The entities of the organisation.

use super::{Table, grid, or_dash};
use planner_actions::views::entities::{EntitiesView, EntityView, MetEntity};

impl Table for EntitiesView {
    fn table(&self) -> String {
        let row = |one: &EntityView| {
            let aliases = one.aliases.join(", ");
            vec![one.name.clone(), or_dash(one.country.as_ref()), or_dash(one.identifier.as_ref()), aliases]
        };
        let headers = ["Entity", "Country", "Identifier", "Also spelled"];
        let listed = if self.entities.is_empty() {
            "No entity is listed. Name one, such as: entity \"Larkmoor NL\" --country NL --alias \"Larkmoor Netherlands\"\n".to_owned()
        } else {
            grid(&headers, &self.entities.iter().map(row).collect::<Vec<_>>())
        };
        listed + &self.unlisted.iter().map(met).collect::<String>()
    }
}

fn met(one: &MetEntity) -> String {
    let rows = if one.rows == 1 { "row has" } else { "rows have" };
    let same = one.same_as.as_ref().map_or_else(
        || "not in the list".to_owned(),
        |name| format!("a spelling of {name}, imported before that was known"),
    );
    format!("{} {rows} “{}”: {same}\n", one.rows, one.name)
}
