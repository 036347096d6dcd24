//! Writing: each thing under its own keys.

use crate::journal::Entry;
use crate::ledger::check::{Check, CheckedRun};
use crate::ledger::evidence::Document;
use crate::ledger::fact::Change;
use crate::ledger::lot::{Baseline, Intent, Lot};
use crate::ledger::reconcile::Stated;
use crate::ledger::retirement::Retirement;
use crate::ledger::year::Difference;
use std::fmt::Display;

/// In the place of the digest of a group that has no rows.
pub(super) const NO_ROWS: &str = "none";

/// Writes an event's text.
pub(super) struct Writer(String);

impl Writer {
    pub(super) fn new(kind: &str) -> Self {
        Self(kind.to_owned())
    }

    pub(super) fn put(&mut self, key: &str, value: impl Display) {
        let value = value.to_string().replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
        self.0.push_str(&format!("\n{key}={value}"));
    }

    pub(super) fn put_some(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    pub(super) fn lot(&mut self, lot: &Lot) {
        self.put("lot", &lot.id);
        self.put("class", &lot.class);
        self.put("registry", &lot.registry);
        self.put("prefix", &lot.prefix);
        self.put("serials", lot.serials);
        self.put("vintage", lot.vintage);
        self.put("expires_on", lot.expires_on);
        self.put("origin", lot.origin.word());
        self.put("bundled", lot.is_bundled);
        let facts = &lot.facts;
        self.put_some("batch", facts.batch.as_ref());
        self.put_some("entity", facts.entity.as_ref());
        self.put_some("unit_price", facts.unit_price);
        self.put_some("currency", facts.currency.as_ref());
        self.put_some("project", facts.project.as_ref());
        self.put_some("facility", facts.facility.as_ref());
        self.put_some("country", facts.country.as_ref());
        self.put_some("counterparty", facts.counterparty.as_ref());
        self.put_some("trade_date", facts.trade_date);
        self.put_some("methodology", facts.methodology_version.as_ref());
        self.put_some("verification_body", facts.verification_body.as_ref());
        self.put_some("tco2e", facts.tco2e);
        self.put_some("class_version", facts.class_version.as_ref());
        self.put_some("delivery_date", facts.delivery_date);
        self.put_some("order_number", facts.order_number.as_ref());
        self.put_some("baseline", facts.baseline.map(Baseline::word));
        self.put_some("factor_source", facts.factor_source.as_ref());
        self.put_some("verified_on", facts.verified_on);
        self.put_some("claim_eligibility", facts.claim_eligibility.as_ref());
        self.put_some("registry_status", facts.registry_status.as_ref());
        self.put_some("registry_link", facts.registry_link.as_ref());
        self.put_some("chain_of_custody", facts.chain_of_custody.as_ref());
        self.put_some("intent", Some(facts.intent).filter(|it| *it != Intent::Undecided).map(Intent::word));
        self.put_some("excess_reason", facts.excess_reason.as_ref());
        self.put_some("printed_prefix", facts.printed_prefix.as_ref());
    }

    pub(super) fn retirement(&mut self, retirement: &Retirement) {
        self.put("retirement", &retirement.id);
        self.put("year", retirement.year);
        self.put("beneficiary", &retirement.beneficiary);
        self.put_some("entity", retirement.entity.as_ref());
        self.put("claim_level", &retirement.claim_level);
        self.put_some("because", retirement.because.as_ref());
        self.put_some("purpose", retirement.purpose.as_ref());
        self.put_some("beneficiary_country", retirement.beneficiary_country.as_ref());
        self.put_some("beneficiary_identifier", retirement.beneficiary_identifier.as_ref());
        self.put_some("registry_reference", retirement.registry_reference.as_ref());
        self.put_some("registry_link", retirement.registry_link.as_ref());
        for line in &retirement.lines {
            self.put("line", format_args!("{} {}", line.serials, line.lot_id));
        }
    }

    pub(super) fn changes(&mut self, changes: &[Change]) {
        for change in changes {
            let word = change.fact.word();
            self.put("fact", word);
            self.put_some("old", change.old.as_ref().map(|value| format!("{word} {value}")));
            self.put_some("new", change.new.as_ref().map(|value| format!("{word} {value}")));
        }
    }

    pub(super) fn document(&mut self, document: &Document) {
        self.put("proves", document.proves.word());
        self.put("sha256", &document.sha256);
        self.put("size", document.size);
        self.put("file_name", &document.file_name);
        let Some(about) = &document.about else { return };
        self.put("kind", about.kind.word());
        self.put_some("issued_on", about.issued_on);
        self.put_some("issuer", about.issuer.as_ref());
        self.put_some("batch", about.batch.as_ref());
        about.covers.iter().for_each(|run| self.put("covers", run));
    }

    pub(super) fn check(&mut self, check: &Check) {
        self.put("file_name", &check.file_name);
        self.put("sha256", &check.sha256);
        self.put_some("size", check.size);
        self.put("differences", check.differences);
        self.put_some("only_there", check.units_only_there);
        check.lot_ids.iter().for_each(|lot_id| self.put("lot", lot_id));
        for CheckedRun { lot_id, serials, outcome, stated } in &check.runs {
            let stated = stated.map_or("unstated", Stated::key);
            self.put("run", format_args!("{serials} {} {stated} {lot_id}", outcome.word()));
        }
    }

    pub(super) fn differences(&mut self, differences: &[Difference]) {
        for difference in differences {
            let Difference { figure, old, new } = difference;
            self.put("figure", figure);
            self.put_some("old", old.as_ref().map(|value| format!("{figure} {value}")));
            self.put_some("new", new.as_ref().map(|value| format!("{figure} {value}")));
        }
    }

    pub(super) fn entry(&mut self, entry: &Entry) {
        self.put("summary", &entry.summary);
        self.put_some("year", entry.year);
        self.put_some("import", entry.import_id.as_ref());
        self.differences(&entry.changes);
        for digest in &entry.digests {
            let sha256 = digest.sha256.as_deref().unwrap_or(NO_ROWS);
            self.put("digest", format_args!("{} {} {sha256}", digest.table, digest.part));
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}
