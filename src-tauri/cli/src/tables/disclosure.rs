//! Reports, signatures, checks and traces.

use super::{Table, grid, or_dash};
use planner_actions::views::disclosure::{
    ClaimFinding, ClaimView, DisclosureCheck, Exported, ExportedFile, FigureTrace, ReportView, SignatureView,
    SignedFigure, SigningView,
};
use planner_actions::views::integrity::{ChecksView, QuestionView};

impl Table for ExportedFile {
    fn table(&self) -> String {
        format!("{}  {} bytes  SHA-256 {}", self.path, self.bytes, self.sha256)
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
        self.iter().map(|one| signature(one) + "\n").collect()
    }
}

fn signature(one: &SignatureView) -> String {
    let comment = one.comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
    format!("{} by {} on {}{comment}", one.role, one.by, one.on)
}

impl Table for SigningView {
    fn table(&self) -> String {
        let row =
            |one: &SignedFigure| vec![one.figure.clone(), or_dash(one.value.as_ref()), one.unit.clone()];
        let mut text = grid(&["Figure", "Value", "Unit"], &self.figures.iter().map(row).collect::<Vec<_>>());
        text += &format!("and {} further figures; SHA-256 {}\n", self.further, self.figures_sha256);
        text += &self.signatures.table();
        for one in &self.void {
            text += &format!(
                "no longer valid ({}): {}\n",
                one.because.replace('_', " "),
                signature(&one.signature)
            );
            for moved in &one.moved {
                let (then, now) = (or_dash(moved.old.as_ref()), or_dash(moved.new.as_ref()));
                text += &format!("  {}: {then} → {now}\n", moved.name);
            }
        }
        for role in &self.missing {
            text += &format!("not {role}\n");
        }
        text + &format!("{} persons answer for a report", self.persons)
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

impl Table for Vec<DisclosureCheck> {
    fn table(&self) -> String {
        let row = |one: &DisclosureCheck| {
            let blocks = if one.is_open && one.blocks_final { "blocks a final report" } else { "" };
            let quantity = one.quantity.to_string();
            vec![
                one.code.replace('_', " "),
                one.result.clone(),
                quantity,
                or_dash(one.detail.as_ref()),
                blocks.into(),
            ]
        };
        grid(&["Check", "Result", "Open", "Detail", ""], &self.iter().map(row).collect::<Vec<_>>())
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
                text += &format!("  {:<14} {}: {}\n", one.result, one.name, one.asks);
                text +=
                    &one.evidence.iter().map(|says| format!("                 {says}\n")).collect::<String>();
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

impl Table for ClaimView {
    fn table(&self) -> String {
        let mut text = if self.text.is_empty() { "nothing is claimed".to_owned() } else { self.text.clone() };
        if let Some(day) = &self.edited_on {
            text += &format!("\nedited on {day}");
        }
        if self.is_out_of_date {
            text += &format!("\nfigures have moved since; offered now: {}", self.suggested);
        }
        text + "\n" + &self.findings.table()
    }
}

impl Table for FigureTrace {
    fn table(&self) -> String {
        let mut text = format!("{} = {}: {}\n", self.figure, or_dash(self.value.as_ref()), self.rule);
        for line in &self.lines {
            let cells = line.cells.iter().map(|cell| {
                let computed =
                    cell.computed_from.as_ref().map(|formula| format!(", computed here from {formula}"));
                format!("{}{} “{}”{}", cell.column, line.row, cell.text, computed.unwrap_or_default())
            });
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
