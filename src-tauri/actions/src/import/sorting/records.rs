//! A record of each kind into what is recorded of it. One that reads well and cannot be recorded is refused by its row.

use super::{Keep, Sorter, estimated, masses};
use crate::ActionError;
use crate::import::certificates::{RowEvents, apply_row};
use crate::import::convert::device;
use crate::import::tally::{Counted, count_line};
use crate::import::writer::Batch;
use planner_core::disposition::Outcome;
use planner_core::mass::Mass;
use planner_core::raw::RawRow;
use planner_core::revision;
use planner_sheets::issue::Issue;
use planner_sheets::record::{
    CatalogueRow, CertificateRow, DispositionRow, OrderRow, ProcurementRow, Record,
};
use planner_store::comparison::DraftRecord;
use planner_store::dispositions::SheetDisposition;
use planner_store::drafts::DraftRow;
use planner_store::imports::{KeptRow, RowFate};
use planner_store::lines::SheetLine;

impl Sorter {
    pub(super) fn sort_record(
        &mut self,
        row: u32,
        raw: RawRow,
        record: Record,
        issues: &[Issue],
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) -> Result<(), ActionError> {
        match record {
            Record::Procurement(record) => self.sort_line(row, raw, record, kept, batch)?,
            Record::Disposition(record) => self.sort_disposition(row, raw, record, kept, batch)?,
            Record::Catalogue(record) => self.sort_device(row, raw, record, issues, kept, batch),
            Record::Order(record) => self.sort_order(row, raw, record, kept, batch),
            Record::Certificate(record) => self.sort_certificate(row, raw, record, kept, batch),
        }
        Ok(())
    }

    fn sort_line(
        &mut self,
        row: u32,
        raw: RawRow,
        record: ProcurementRow,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) -> Result<(), ActionError> {
        let (line, rule) = match self.rules.line(record) {
            Ok(found) => found,
            Err(refusal) => {
                self.refuse(row, raw, refusal, kept, batch);
                return Ok(());
            }
        };
        if let Some(doubt) = self.doubts.of(row, &line) {
            self.leave_out(row, raw, doubt, &line, kept, batch);
            return Ok(());
        }
        self.refuse_locked(line.year, row)?;
        if let Err(refusal) = self.make_room(&line) {
            self.refuse(row, raw, refusal.into(), kept, batch);
            return Ok(());
        }
        self.tally.assumed(&line);
        self.tally.categorised(&line, rule);
        self.tally.imported(count_line(row, &line), &raw);
        if self.keep != Keep::Nothing {
            batch.records.push(DraftRecord { row, compared: revision::line(&line) });
        }
        batch.lines.push(SheetLine { row, raw, line });
        Ok(())
    }

    fn sort_disposition(
        &mut self,
        row: u32,
        raw: RawRow,
        record: DispositionRow,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) -> Result<(), ActionError> {
        let is_estimated = record.is_estimated;
        let disposition = match self.rules.disposition(record) {
            Ok(disposition) => disposition,
            Err(refusal) => {
                self.refuse(row, raw, refusal, kept, batch);
                return Ok(());
            }
        };
        self.refuse_locked(disposition.year, row)?;
        if let Err(refusal) = self.room.take(disposition.quantity.unwrap_or(0), masses(&disposition)) {
            self.refuse(row, raw, refusal.into(), kept, batch);
            return Ok(());
        }
        if is_estimated {
            batch.issues.push(estimated(row, &disposition));
        }
        if let Some(repeat) = self.repeats.of(row, &disposition) {
            kept.iter_mut().for_each(|kept| kept.has_problem = true);
            batch.issues.push(repeat);
        }
        let counted = Counted {
            row,
            item: disposition.item.as_deref().or(disposition.asset_tag.as_deref()),
            category: disposition.category.as_deref(),
            state: disposition.outcome.map(Outcome::word),
            year: Some(disposition.year),
            quantity: disposition.quantity,
            mass: Some(disposition.sent),
            ..Counted::default()
        };
        self.tally.rows_without_date += u64::from(disposition.year_assumed);
        self.tally.imported(counted, &raw);
        if self.keep != Keep::Nothing {
            batch.records.push(DraftRecord { row, compared: revision::disposition(&disposition) });
        }
        batch.dispositions.push(SheetDisposition { row, raw, disposition });
        Ok(())
    }

    fn sort_device(
        &mut self,
        row: u32,
        raw: RawRow,
        record: CatalogueRow,
        issues: &[Issue],
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        let mass = match Mass::from_kilograms(record.mass_kg) {
            Ok(mass) => mass,
            Err(refusal) => return self.refuse(row, raw, refusal.into(), kept, batch),
        };
        let device = device(row, record, issues);
        let counted = Counted {
            row,
            item: device.device.model.as_deref(),
            category: device.category.as_deref(),
            mass: Some(mass),
            ..Counted::default()
        };
        self.tally.imported(counted, &raw);
        if self.keep != Keep::Nothing {
            let compared = revision::device(&device.device, &device.category, device.factor_kgco2e);
            batch.records.push(DraftRecord { row, compared });
        }
        let name = device.device.model.clone().unwrap_or_default();
        batch.kept.push(KeptRow { row, fate: RowFate::Imported, reason: name, raw });
        batch.devices.push(device);
    }

    fn sort_order(
        &mut self,
        row: u32,
        raw: RawRow,
        mut record: OrderRow,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        record.entity = self.rules.organisation.entity(record.entity);
        let order = match self.orders.apply(record, self.today) {
            Ok(order) => order,
            Err(refusal) => return self.refuse(row, raw, refusal, kept, batch),
        };
        self.count_units(row, raw, &order.id, (order.vintages.0, order.quantity), batch);
        batch.orders.push(order);
    }

    fn sort_certificate(
        &mut self,
        row: u32,
        raw: RawRow,
        mut record: CertificateRow,
        kept: &mut Option<DraftRow>,
        batch: &mut Batch,
    ) {
        record.entity = self.rules.organisation.entity(record.entity);
        let year_start = self.rules.organisation.fiscal_year_start;
        let mut ledger = self.ledger.blocking_lock();
        let applied = apply_row(&mut ledger, record, self.today, year_start, &mut self.own);
        drop(ledger);
        let events = match applied {
            Ok(events) => events,
            Err(refusal) => return self.refuse(row, raw, refusal, kept, batch),
        };
        let RowEvents { lot_id, vintage, quantity, assumed_class, unknown_batch, .. } = &events;
        self.count_units(row, raw, lot_id, (*vintage, *quantity), batch);
        if let Some(class) = assumed_class {
            *self.tally.rows_without_class.entry(class.clone()).or_default() += 1;
        }
        if let Some(unknown) = unknown_batch {
            *self.tally.rows_of_unknown_batch.entry(unknown.clone()).or_default() += 1;
        }
        batch.certificates.push(events);
    }

    /// Counts certificates that a row brings, held or ordered, by the id that they have from now on.
    fn count_units(&mut self, row: u32, raw: RawRow, id: &str, of: (i32, i64), batch: &mut Batch) {
        let (year, quantity) = of;
        let counted =
            Counted { row, item: Some(id), year: Some(year), quantity: Some(quantity), ..Counted::default() };
        self.tally.imported(counted, &raw);
        batch.kept.push(KeptRow { row, fate: RowFate::Imported, reason: id.to_owned(), raw });
    }
}
