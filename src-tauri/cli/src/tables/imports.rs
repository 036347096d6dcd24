//! What was read from spreadsheets.

use super::{Table, facts, grid, or_dash};
use planner_actions::views::import::{ImportReport, ImportSummary, Inspection, Undone, WeightsOf};
use planner_actions::views::mapping::MappingView;
use planner_actions::views::revision::{ChangedLine, RevisionView};

impl Table for Inspection {
    fn table(&self) -> String {
        let mut text = format!("{}  {} bytes  SHA-256 {}\n", self.file_name, self.bytes, self.file_sha256);
        let rows = self.sheets.iter().map(|sheet| {
            let columns = sheet.columns.iter().map(|(field, header)| format!("{field}={header}"));
            vec![
                if sheet.visible { sheet.name.clone() } else { format!("{} (hidden)", sheet.name) },
                sheet.rows.to_string(),
                or_dash(sheet.header_row),
                sheet.kind.clone(),
                sheet.confidence.to_string(),
                columns.collect::<Vec<_>>().join(", "),
            ]
        });
        text += &grid(
            &["Sheet", "Rows", "Header row", "Kind", "Confidence", "Columns"],
            &rows.collect::<Vec<_>>(),
        );
        text
    }
}

/// How much of the hardware's mass is stated, known by model, estimated, and how much hardware has no weight.
fn weights(weights: &[WeightsOf]) -> String {
    let of = |one: &WeightsOf| match one.source.as_str() {
        "row" => format!("stated {} kg", one.mass_kg),
        "catalogue" => format!("by model {} kg", one.mass_kg),
        "own_average" => format!("own average {} kg", one.mass_kg),
        "unresolved" => format!("unknown {} pieces", one.quantity),
        _ => format!("estimated {} kg", one.mass_kg),
    };
    if weights.is_empty() { "–".to_owned() } else { weights.iter().map(of).collect::<Vec<_>>().join(", ") }
}

impl Table for ImportReport {
    fn table(&self) -> String {
        let because = self.skipped_because.iter().map(|(reason, rows)| format!("{rows} {reason}"));
        let mut text = facts(&[
            ("Import", self.import_id.clone().unwrap_or_else(|| "dry run, nothing written".into())),
            (
                "File",
                format!("{}, sheet “{}”, header in row {}", self.file_name, self.sheet, self.header_row),
            ),
            ("Rows read", self.rows_read.to_string()),
            ("Imported", self.rows_imported.to_string()),
            ("Skipped", format!("{}  {}", self.rows_skipped, because.collect::<Vec<_>>().join(", "))),
            ("Rejected", self.rows_rejected.to_string()),
            ("Without a weight", self.rows_unresolved.to_string()),
            ("Quantity", self.quantity.to_string()),
            ("Mass", format!("{} kg, of which new {} kg", self.mass_kg, self.mass_kg_new)),
            ("Weights", weights(&self.weights)),
            (
                "In the file",
                format!("{} kg, of which left out {} kg", self.mass_kg_in_file, self.mass_kg_excluded),
            ),
        ]);
        push_beside(&mut text, self);
        if let Some(revision) = &self.revision {
            push_revision(&mut text, revision);
        }
        push_findings(&mut text, self);
        text
    }
}

/// By what the sheet was read, and what beside it was not.
fn push_beside(text: &mut String, report: &ImportReport) {
    if let Some(mapping) = &report.mapping {
        *text += &format!(
            "Read by the mapping of {} (version {}, {}); leave it aside with --without-mapping\n",
            mapping.file_name, mapping.version, mapping.saved_on
        );
    }
    if !report.sheets_alike.is_empty() {
        *text += &format!(
            "Not read: sheets with the same header, {}; name one with --sheet\n",
            report.sheets_alike.join(", ")
        );
    }
}

/// What became of the rows of an earlier file.
fn push_revision(text: &mut String, revision: &RevisionView) {
    let names: Vec<_> = revision.earlier.iter().map(|one| one.file_name.as_str()).collect();
    *text += &format!(
        "Rows of {} again: {} unchanged, {} changed, {} added, {} missing\n",
        names.join(", "),
        revision.unchanged,
        revision.changed,
        revision.added,
        revision.missing
    );
    if revision.choices.is_empty() {
        *text += "A changed weight takes the place of the earlier one; a missing device keeps its own\n";
    }
    for line in revision.changed_lines.iter().take(20) {
        *text += &changed_line(line);
    }
    for line in revision.missing_lines.iter().take(20) {
        *text += &format!("  missing: {}\n", name(line));
    }
}

/// What is to be answered, and what was found.
fn push_findings(text: &mut String, report: &ImportReport) {
    for question in &report.questions {
        *text += &format!("To answer: column “{}”, {}\n", question.column, question.option.replace('_', "-"));
    }
    for issue in report.issues.iter().take(20) {
        let column = issue.column.as_deref().map(|column| format!(", {column}")).unwrap_or_default();
        if issue.code == "known_system" {
            let because = issue.expected.split_once("; ").map(|(_, rest)| format!(": {rest}"));
            *text += &format!("It looks like a {} report{}\n", issue.seen, because.unwrap_or_default());
            continue;
        }
        *text += &format!(
            "{}: row {}{column}: “{}”, expected {}\n",
            issue.severity, issue.row, issue.seen, issue.expected
        );
    }
    if report.issues_total > 20 {
        *text +=
            &format!("… and {} more findings; --json has the first thousand\n", report.issues_total - 20);
    }
}

fn changed_line(line: &ChangedLine) -> String {
    let fields = line.fields.iter().map(|change| {
        let (before, after) = (or_dash(change.before.as_ref()), or_dash(change.after.as_ref()));
        format!("{} {before} → {after}", change.field)
    });
    let signed = |kg: &String| format!("{}{kg} kg", if kg.starts_with('-') { "" } else { "+" });
    let mass = line.mass_change_kg.as_ref().filter(|kg| *kg != "0").map(signed);
    let row = or_dash(line.row);
    format!("  row {row}, {}: {}\n", name(line), fields.chain(mass).collect::<Vec<_>>().join(", "))
}

/// What a line is known by, and what it is.
fn name(line: &ChangedLine) -> String {
    let names = [&line.asset_tag, &line.batch, &line.order_number, &line.line_number, &line.item];
    or_dash(
        Some(names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" "))
            .filter(|name| !name.is_empty()),
    )
}

impl Table for MappingView {
    fn table(&self) -> String {
        vec![self.clone()].table()
    }
}

impl Table for Vec<MappingView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|mapping| {
            let columns = mapping.columns.iter().map(|(field, header)| format!("{field}={header}"));
            vec![
                mapping.number.to_string(),
                mapping.kind.clone(),
                or_dash(mapping.supplier.as_ref()),
                mapping.version.to_string(),
                mapping.saved_on.clone(),
                mapping.file_name.clone(),
                columns.collect::<Vec<_>>().join(", "),
            ]
        });
        grid(
            &["Mapping", "Kind", "Supplier", "Version", "Saved on", "From", "Columns"],
            &rows.collect::<Vec<_>>(),
        )
    }
}

impl Table for Vec<ImportReport> {
    fn table(&self) -> String {
        self.iter().map(Table::table).collect::<Vec<_>>().join("\n")
    }
}

impl Table for Undone {
    fn table(&self) -> String {
        format!(
            "Undone: {} {} rows of {}, {} kg, of which new {} kg",
            self.rows, self.kind, self.file_name, self.mass_kg, self.mass_kg_new
        )
    }
}

impl Table for Vec<ImportSummary> {
    fn table(&self) -> String {
        let rows = self.iter().map(|import| {
            vec![
                import.import_id.clone(),
                import.imported_on.clone(),
                import.kind.clone(),
                import.file_name.clone(),
                import.rows_imported.to_string(),
                import.mass_kg_new.clone(),
                match import.lines_replaced {
                    _ if import.is_undone => "undone".into(),
                    0 => String::new(),
                    replaced => format!("{replaced} replaced"),
                },
            ]
        });
        grid(&["Import", "On", "Kind", "File", "Rows", "kg new", ""], &rows.collect::<Vec<_>>())
    }
}
