//! Answers as short tables for people.

use planner_actions::views::certificates::{
    Adjusted, Attached, ChangeView, EventView, ExpiryAlert, HistoryPage, LotDetail, LotsView, Moved,
    Purchased, RetirementProposal, RetirementView, ReversalView, SplitView,
};
use planner_actions::views::disclosure::{
    ClaimFinding, Exported, ExportedFile, FigureTrace, ReportView, SignatureView,
};
use planner_actions::views::dispositions::DispositionsView;
use planner_actions::views::import::{ImportReport, ImportSummary, Inspection, Undone};
use planner_actions::views::integrity::{ChecksView, QuestionView};
use planner_actions::views::mapping::MappingView;
use planner_actions::views::procurement::UnresolvedDevice;
use planner_actions::views::reconciliation::{ReconciliationView, SumView};
use planner_actions::views::requirement::RequirementView;
use planner_actions::views::revision::ChangedLine;
use planner_actions::views::search::HitView;
use planner_actions::views::workspace::{Verification, WorkspaceStatus, YearLock, YearStatus};
use std::fmt::Display;

/// An answer that a person can read in a terminal.
pub trait Table {
    /// Its lines.
    fn table(&self) -> String;
}

/// Name and value, a line each, the values in one column.
fn facts(facts: &[(&str, String)]) -> String {
    let width = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    facts.iter().map(|(name, value)| format!("{name:<width$}  {value}\n")).collect()
}

/// Rows under headers; columns whose cells are all numbers stand to the right.
fn grid(headers: &[&str], rows: &[Vec<String>]) -> String {
    let cells = |index: usize| rows.iter().filter_map(move |row| row.get(index));
    let columns: Vec<(usize, bool)> = headers
        .iter()
        .enumerate()
        .map(|(index, header)| {
            let width = cells(index).map(|cell| cell.chars().count()).max().unwrap_or(0);
            let is_number = cells(index)
                .all(|cell| cell.chars().all(|letter| letter.is_ascii_digit() || ".-–".contains(letter)));
            (width.max(header.chars().count()), is_number)
        })
        .collect();
    let line = |row: Vec<&str>| {
        let cells = row.iter().zip(&columns).map(|(cell, (width, is_number))| {
            if *is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let head = line(headers.to_vec());
    rows.iter().fold(head, |text, row| text + &line(row.iter().map(String::as_str).collect()))
}

fn serials(prefix: &str, start: i64, end: i64) -> String {
    let separator = if prefix.is_empty() { "" } else { "-" };
    format!("{prefix}{separator}{start}–{end}")
}

fn or_dash(value: Option<impl Display>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// The day on which balances are looked at.
fn as_of(day: &str) -> String {
    format!("As of {day}\n")
}

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
            (
                "In the file",
                format!("{} kg, of which left out {} kg", self.mass_kg_in_file, self.mass_kg_excluded),
            ),
        ]);
        if let Some(mapping) = &self.mapping {
            text += &format!(
                "Read by the mapping of {} (version {}, {}); leave it aside with --without-mapping\n",
                mapping.file_name, mapping.version, mapping.saved_on
            );
        }
        if !self.sheets_alike.is_empty() {
            text += &format!(
                "Not read: sheets with the same header, {}; name one with --sheet\n",
                self.sheets_alike.join(", ")
            );
        }
        if let Some(revision) = &self.revision {
            let names: Vec<_> = revision.earlier.iter().map(|one| one.file_name.as_str()).collect();
            text += &format!(
                "Lines of {} again: {} unchanged, {} changed, {} added, {} missing\n",
                names.join(", "),
                revision.unchanged,
                revision.changed,
                revision.added,
                revision.missing
            );
            for line in revision.changed_lines.iter().take(20) {
                text += &changed_line(line);
            }
        }
        for question in &self.questions {
            text +=
                &format!("To answer: column “{}”, {}\n", question.column, question.option.replace('_', "-"));
        }
        for issue in self.issues.iter().take(20) {
            let column = issue.column.as_deref().map(|column| format!(", {column}")).unwrap_or_default();
            text += &format!(
                "{}: row {}{column}: “{}”, expected {}\n",
                issue.severity, issue.row, issue.seen, issue.expected
            );
        }
        if self.issues_total > 20 {
            text +=
                &format!("… and {} more findings; --json has the first thousand\n", self.issues_total - 20);
        }
        text
    }
}

fn changed_line(line: &ChangedLine) -> String {
    let fields = line.fields.iter().map(|change| {
        let (before, after) = (or_dash(change.before.as_ref()), or_dash(change.after.as_ref()));
        format!("{} {before} → {after}", change.field)
    });
    let row = or_dash(line.row);
    format!("  row {row}, {}: {}\n", or_dash(line.item.as_ref()), fields.collect::<Vec<_>>().join(", "))
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
                if import.is_undone { "undone".into() } else { String::new() },
            ]
        });
        grid(&["Import", "On", "Kind", "File", "Rows", "kg new", ""], &rows.collect::<Vec<_>>())
    }
}

impl Table for RequirementView {
    fn table(&self) -> String {
        let who = self.entity.as_deref().unwrap_or("the organisation");
        let mut text = format!("Requirement {} of {who}, as of {}\n", self.year, self.as_of);
        text += &facts(&[
            ("New mass", format!("{} kg ({} – {})", self.mass_kg_new, self.mass_kg_low, self.mass_kg_high)),
            ("Lines", format!("{}, and {} without a weight", self.lines, self.lines_unresolved)),
            ("Gross", format!("{} I-TEC", self.gross)),
            ("Needed", format!("{} I-TEC, target {} %", self.needed, self.target_percent)),
            (
                "Self-generated",
                format!("{} ({} more expected)", self.self_generated, self.self_generated_expected),
            ),
            ("Held", format!("{}, reserved {}", self.held, self.reserved)),
            ("Retired", self.retired.to_string()),
            ("To retire", self.to_retire.to_string()),
            ("Remaining to buy", self.remaining.to_string()),
            (
                "Coverage",
                self.coverage_percent.as_ref().map_or_else(|| "–".into(), |percent| format!("{percent} %")),
            ),
        ]);
        let sources = self.by_weight_source.iter().map(|source| {
            vec![source.weight_source.clone(), source.lines.to_string(), or_dash(source.mass_kg.as_ref())]
        });
        text += &format!("\n{}", grid(&["Weight from", "Lines", "kg"], &sources.collect::<Vec<_>>()));
        let categories = self.by_category.iter().map(|one| {
            vec![
                or_dash(one.category.as_ref()),
                one.lines.to_string(),
                one.lines_unresolved.to_string(),
                one.mass_kg.clone(),
            ]
        });
        text + &format!(
            "\n{}",
            grid(&["Category", "Lines", "Without a weight", "kg"], &categories.collect::<Vec<_>>())
        )
    }
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
        ]) + &as_of(&self.as_of)
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

impl Table for LotsView {
    fn table(&self) -> String {
        let rows = self.lots.iter().map(|lot| {
            let units = &lot.units;
            let numbers = [
                units.quantity,
                units.held,
                units.reserved,
                units.listed,
                units.transferred,
                units.retired,
                units.expired,
                units.cancelled,
            ];
            let names = vec![
                lot.lot_id.clone(),
                lot.class.clone(),
                serials(&lot.serial_prefix, lot.serial_start, lot.serial_end),
                lot.vintage.to_string(),
                lot.expires_on.clone(),
            ];
            names.into_iter().chain(numbers.map(|number| number.to_string())).collect()
        });
        let headers = [
            "Lot",
            "Class",
            "Serials",
            "Vintage",
            "Expires",
            "Units",
            "Held",
            "Reserved",
            "Listed",
            "Transferred",
            "Retired",
            "Expired",
            "Cancelled",
        ];
        let alerts = self.summary.alerts.iter().map(|alert| {
            let ExpiryAlert { within_days, quantity, on } = alert;
            format!("{quantity} usable certificates expire within {within_days} days, the first on {on}\n")
        });
        let text = grid(&headers, &rows.collect::<Vec<_>>()) + &alerts.collect::<String>();
        text + &as_of(&self.summary.as_of)
    }
}

impl Table for Purchased {
    fn table(&self) -> String {
        format!(
            "Lot {}: {} certificates, usable until {} (event {})",
            self.lot_id, self.quantity, self.expires_on, self.event
        )
    }
}

impl Table for RetirementProposal {
    fn table(&self) -> String {
        let taken = self.lots.iter().filter(|lot| lot.quantity > 0);
        let rows = taken.map(|lot| {
            vec![
                lot.lot_id.clone(),
                lot.expires_on.clone(),
                lot.usable.to_string(),
                lot.quantity.to_string(),
                lot.reason.replace('_', " "),
            ]
        });
        let text = grid(&["Lot", "Last usable day", "Usable", "Retire", "Why"], &rows.collect::<Vec<_>>());
        let sum = format!("{} of {} usable; nothing written\n", self.quantity, self.usable);
        text + &sum + &as_of(&self.as_of)
    }
}

impl Table for RetirementView {
    fn table(&self) -> String {
        let rows = self.lines.iter().map(|line| {
            vec![
                line.lot_id.clone(),
                serials(&line.serial_prefix, line.serial_start, line.serial_end),
                line.quantity.to_string(),
            ]
        });
        let text = format!(
            "{}: {} certificates retired for {} (event {})\n",
            self.retirement_id, self.quantity, self.beneficiary, self.event
        );
        text + &grid(&["Lot", "Serials", "Quantity"], &rows.collect::<Vec<_>>())
    }
}

impl Table for ReversalView {
    fn table(&self) -> String {
        format!(
            "{} reversed: {} certificates are held again (event {})",
            self.retirement_id, self.quantity, self.event
        )
    }
}

impl Table for ReconciliationView {
    fn table(&self) -> String {
        let sums = [
            ("matched", &self.matched),
            ("different", &self.different),
            ("only here", &self.only_here),
            ("only there", &self.only_there),
        ];
        let line = |(name, sum): (&str, &SumView)| {
            format!("{name}: {} certificates in {} runs\n", sum.units, sum.runs)
        };
        let mut text: String = sums.into_iter().map(line).collect();
        for one in self.findings.iter().filter(|one| one.remedy.is_some()) {
            let row = one.row.map(|row| format!("row {row}, ")).unwrap_or_default();
            let lot = one.lot_id.as_ref().map(|lot| format!("lot {lot}, ")).unwrap_or_default();
            let serials = format!("{} {}–{}", one.serial_prefix, one.serial_start, one.serial_end);
            text += &format!("\n{}: {row}{lot}{serials}\n", one.outcome.replace('_', " "));
            text += &changes(&one.differences);
            text += &format!("{}\n", one.remedy.as_deref().unwrap_or_default());
        }
        text += &match self.event {
            Some(event) => {
                format!("\n{} lots agree as a whole; kept as event {event}\n", self.lots_checked.len())
            }
            None => format!("\n{} lots agree as a whole; nothing was kept\n", self.lots_checked.len()),
        };
        text + &as_of(&self.as_of)
    }
}

impl Table for Vec<HitView> {
    fn table(&self) -> String {
        let row = |hit: &HitView| vec![hit.kind.clone(), hit.id.clone(), hit.detail.clone()];
        grid(&["What", "Id", "Detail"], &self.iter().map(row).collect::<Vec<_>>())
    }
}

impl Table for Vec<RetirementView> {
    fn table(&self) -> String {
        self.iter().map(|one| one.table() + "\n").collect()
    }
}

impl Table for HistoryPage {
    fn table(&self) -> String {
        let head = self.chain_head.as_deref().unwrap_or("none");
        events(&self.events) + &format!("{} events, head {head}\n", self.count) + &as_of(&self.as_of)
    }
}

impl Table for SplitView {
    fn table(&self) -> String {
        let parts = self.lots.iter().map(|lot| {
            let (id, start, end) = (&lot.lot_id, lot.serial_start, lot.serial_end);
            format!("{id}: serials {start}–{end}, {} certificates\n", lot.units.quantity)
        });
        format!("Lot {} is now two lots (event {})\n", self.lot_id, self.event) + &parts.collect::<String>()
    }
}

impl Table for Adjusted {
    fn table(&self) -> String {
        format!("Lot {} corrected (event {})\n", self.lot_id, self.event) + &changes(&self.changes)
    }
}

fn changes(changes: &[ChangeView]) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let line = |one: &ChangeView| format!("{}: {} → {}\n", one.name, value(&one.old), value(&one.new));
    changes.iter().map(line).collect()
}

impl Table for Attached {
    fn table(&self) -> String {
        let Self { id, document, event, .. } = self;
        let (name, proves) = (&document.file_name, &document.proves);
        format!("{name} attached to {id} as proof of {proves} (event {event})\nSHA-256 {}", document.sha256)
    }
}

impl Table for LotDetail {
    fn table(&self) -> String {
        let lot = &self.lot;
        let mut text = format!(
            "{}: {} {} of {}, serials {} {}–{}, usable until {}\n",
            lot.lot_id,
            lot.units.quantity,
            lot.class,
            lot.vintage,
            lot.serial_prefix,
            lot.serial_start,
            lot.serial_end,
            lot.expires_on
        );
        for range in &self.ranges {
            let year = range.year.map(|year| format!(" for {year}")).unwrap_or_default();
            text += &format!("{}–{}: {}{year}\n", range.serial_start, range.serial_end, range.state);
        }
        if lot.lacks_ownership {
            text += "No document proves that it is ours; a report on it cannot be final.\n";
        }
        for document in &self.evidence {
            text += &format!("{} ({}): SHA-256 {}\n", document.file_name, document.proves, document.sha256);
        }
        text + &events(&self.events) + &as_of(&self.as_of)
    }
}

fn events(events: &[EventView]) -> String {
    let row = |event: &EventView| {
        vec![
            event.sequence.to_string(),
            event.on.clone(),
            event.kind.replace('_', " "),
            event.quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
            event.year.map(|year| year.to_string()).unwrap_or_default(),
            event.note.clone().unwrap_or_default(),
        ]
    };
    grid(&["Event", "Day", "What", "Units", "Year", "Note"], &events.iter().map(row).collect::<Vec<_>>())
}

impl Table for ExportedFile {
    fn table(&self) -> String {
        format!("{}  {} bytes  SHA-256 {}", self.path, self.bytes, self.sha256)
    }
}

impl Table for YearLock {
    fn table(&self) -> String {
        let text = format!("Reporting year {} is locked\n", self.year);
        if self.restated.is_empty() { text } else { text + "Restated:\n" + &changes(&self.restated) }
    }
}

impl Table for Moved {
    fn table(&self) -> String {
        format!("{} certificates of {} {} (event {})", self.quantity, self.lot_id, self.kind, self.event)
    }
}

impl Table for Exported {
    fn table(&self) -> String {
        self.files
            .iter()
            .map(|file| format!("{}  {} bytes  SHA-256 {}\n", file.path, file.bytes, file.sha256))
            .collect()
    }
}

impl Table for Vec<SignatureView> {
    fn table(&self) -> String {
        self.iter().map(|one| format!("{} by {} on {}\n", one.role, one.by, one.on)).collect()
    }
}

impl Table for Vec<ReportView> {
    fn table(&self) -> String {
        let row = |one: &ReportView| {
            vec![
                format!("v{}", one.version),
                one.status.clone(),
                one.made_on.clone(),
                one.prepared_by.clone(),
                one.reviewed_by.clone(),
                one.approved_by.clone(),
                or_dash(one.because.as_ref()),
            ]
        };
        let headers = ["Version", "Status", "Made on", "Prepared", "Reviewed", "Approved", "Because"];
        grid(&headers, &self.iter().map(row).collect::<Vec<_>>())
    }
}

impl Table for Vec<QuestionView> {
    fn table(&self) -> String {
        let row = |question: &QuestionView| {
            let answers = question.answers.iter().map(|one| {
                let country = if one.country.is_empty() { "all countries" } else { &one.country };
                format!("{country} {}", one.answer)
            });
            vec![question.key.clone(), question.asks.clone(), answers.collect::<Vec<_>>().join(", ")]
        };
        grid(&["Question", "Asks", "Answers"], &self.iter().map(row).collect::<Vec<_>>())
    }
}

impl Table for ChecksView {
    fn table(&self) -> String {
        let mut text = String::new();
        for pack in &self.packs {
            let since = pack.effective.as_ref().map(|from| format!(", effective {from}")).unwrap_or_default();
            text += &format!("{} [{}]{since}\n", pack.name, pack.id);
            for one in &pack.criteria {
                text += &format!("  {:<8} {}: {}\n", one.result, one.name, one.asks);
                text += &one.evidence.iter().map(|says| format!("           {says}\n")).collect::<String>();
            }
        }
        text += &self.questions.table();
        for change in &self.changes {
            let (now, then) = (or_dash(change.now.as_ref()), or_dash(change.then.as_ref()));
            text += &format!("changes: {}: {now} → {then}\n", change.name);
        }
        text
    }
}

impl Table for Vec<ClaimFinding> {
    fn table(&self) -> String {
        if self.is_empty() {
            return "No word that a rule forbids".to_owned();
        }
        let line = |one: &ClaimFinding| {
            let instead =
                one.say_instead.as_ref().map(|words| format!(" Say “{words}”.")).unwrap_or_default();
            format!("“{}” at {} is refused by {}.{instead}\n", one.word, one.start, one.rule)
        };
        self.iter().map(line).collect()
    }
}

impl Table for FigureTrace {
    fn table(&self) -> String {
        let mut text = format!("{} = {}: {}\n", self.figure, or_dash(self.value.as_ref()), self.rule);
        for line in &self.lines {
            let cells = line.cells.iter().map(|cell| format!("{}{} “{}”", cell.column, line.row, cell.text));
            let cells = cells.collect::<Vec<_>>().join(", ");
            let (mass, source) = (or_dash(line.mass_kg.as_ref()), &line.weight_source);
            text += &format!(
                "{}, {}, row {}: {mass} kg by {source}; {cells}\n",
                line.file_name, line.sheet, line.row
            );
        }
        for event in &self.events {
            let serials = event.serials.join(", ");
            text += &format!(
                "event {} of {}, {}: {serials}; {}\n",
                event.sequence, event.on, event.kind, event.hash
            );
        }
        text + &format!("{} lines, {} events in all", self.lines_total, self.events_total)
    }
}

impl Table for Verification {
    fn table(&self) -> String {
        let head = self.chain_head.as_deref().unwrap_or("no event yet");
        if self.ok {
            return format!("Verified: {} events, head {head}", self.events);
        }
        let problems: String = self.problems.iter().map(|problem| format!("- {problem}\n")).collect();
        format!("{} problems in {} events, head {head}\n{problems}", self.problems.len(), self.events)
    }
}

impl Table for WorkspaceStatus {
    fn table(&self) -> String {
        format!("{}: {}, {} events, as of {}", self.file_name, self.organisation, self.events, self.as_of)
    }
}

impl Table for YearStatus {
    fn table(&self) -> String {
        format!("Reporting year {} is {}", self.year, if self.is_locked { "locked" } else { "open" })
    }
}
