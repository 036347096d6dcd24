//! Lots, retirements, movements and their history.

use super::{Table, as_of, grid, serials};
use planner_actions::views::certificates::{
    Adjusted, Attached, ChangeView, EventView, EvidenceView, ExpiryAlert, HistoryPage, LotDetail, LotsView,
    Moved, Purchased, RetirementProposal, RetirementView, ReversalView, SplitView,
};
use planner_actions::views::reconciliation::{ReconciliationView, SumView};
use planner_actions::views::search::HitView;

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
            "{}: {} certificates retired for {} on {} (event {}{})\n",
            self.retirement_id,
            self.quantity,
            self.beneficiary,
            self.on,
            self.event,
            recorded(self.recorded_on.as_deref())
        );
        let registry = [&self.registry_reference, &self.registry_link].into_iter().flatten();
        let registry: String = registry.map(|part| format!("At the registry: {part}\n")).collect();
        text + &registry + &grid(&["Lot", "Serials", "Quantity"], &rows.collect::<Vec<_>>())
    }
}

impl Table for ReversalView {
    fn table(&self) -> String {
        format!(
            "{} reversed on {}: {} certificates are held again (event {})",
            self.retirement_id, self.on, self.quantity, self.event
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

pub(super) fn changes(changes: &[ChangeView]) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let line = |one: &ChangeView| format!("{}: {} → {}\n", one.name, value(&one.old), value(&one.new));
    changes.iter().map(line).collect()
}

impl Table for Attached {
    fn table(&self) -> String {
        let Self { id, document, event, .. } = self;
        let mut text = format!("attached to {id} (event {event}): {}", evidence(document));
        if document.kind.is_none() && document.proves == "ownership" {
            text += "\nIt proves no ownership until its --kind and the --serials or the --batch that it covers are said.";
        }
        text
    }
}

/// A document, what it proves, and what it says of itself.
fn evidence(one: &EvidenceView) -> String {
    let kind = one.kind.as_ref().map_or_else(|| "kind not said".to_owned(), |kind| kind.replace('_', " "));
    let issuer = one.issuer.iter().map(|issuer| format!("by {issuer}"));
    let on = one.issued_on.iter().map(|day| format!("of {day}"));
    let batch = one.batch.iter().map(|batch| format!("covers batch {batch}"));
    let covers = one.covers.iter().map(|run| format!("covers {run}"));
    let says: Vec<_> = std::iter::once(kind).chain(issuer).chain(on).chain(batch).chain(covers).collect();
    format!("{} ({}: {}): SHA-256 {}", one.file_name, one.proves, says.join(", "), one.sha256)
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
        text += &format!("Ownership {}", lot.ownership);
        text += if lot.lacks_ownership { "; a report on it cannot be final\n" } else { "\n" };
        for document in &self.evidence {
            text += &format!("{}\n", evidence(document));
        }
        text + &events(&self.events) + &as_of(&self.as_of)
    }
}

fn recorded(day: Option<&str>) -> String {
    day.map(|day| format!(", recorded on {day}")).unwrap_or_default()
}

fn events(events: &[EventView]) -> String {
    let row = |event: &EventView| {
        vec![
            event.sequence.to_string(),
            event.on.clone(),
            [event.recorded_on.as_deref(), event.recorded_at.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            event.by.clone().unwrap_or_default(),
            event.kind.replace('_', " "),
            event.quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
            event.year.map(|year| year.to_string()).unwrap_or_default(),
            event.note.clone().unwrap_or_default(),
        ]
    };
    let headers = ["Event", "Day", "Recorded", "By", "What", "Units", "Year", "Note"];
    grid(&headers, &events.iter().map(row).collect::<Vec<_>>())
}

impl Table for Moved {
    fn table(&self) -> String {
        let Self { quantity, lot_id, kind, on, event } = self;
        format!("{quantity} certificates of {lot_id} {kind} on {on} (event {event})")
    }
}
