//! Records of a sheet into the lines that are recorded: reporting year, scope 3 category and weight are found here.

use crate::ActionError;
use crate::settings::Organisation;
use crate::weights::recognised;
use chrono::NaiveDate;
use planner_core::capital_good::{CategoryRule, Price, category};
use planner_core::catalogue::CatalogueDevice;
use planner_core::disposition::Disposition;
use planner_core::line::{Condition, Line, LineMass, StatedMass};
use planner_core::mass::Mass;
use planner_core::own_average::OwnModel;
use planner_core::recognise::Recognised;
use planner_core::weighing::model_of;
use planner_core::weight::{Device, UnitMass, Weights};
use planner_sheets::issue::{Issue, IssueCode};
use planner_sheets::record::{CatalogueRow, DispositionRow, ProcurementRow};
use planner_store::catalogue::SheetDevice;
use std::collections::HashMap;
use std::sync::Arc;

/// What a record needs to become a line.
pub(super) struct Rules {
    pub organisation: Organisation,
    pub weights: Weights,
    /// Reporting year of lines without a date.
    pub assumed_year: i32,
    /// The weights of devices that were looked for.
    pub known: KnownDevices,
    /// The models whose weights are stated.
    pub own: OwnModels,
}

/// Devices that are remembered.
const MAX_DEVICES: usize = 50_000;

/// Weights by where what was recognised stands in memory: the rows of one device share it.
#[derive(Default)]
pub(super) struct KnownDevices(HashMap<usize, (Arc<Recognised>, Option<UnitMass>)>);

impl KnownDevices {
    /// The weight of a device; looked for once.
    fn find(&mut self, weights: &Weights, device: Device<'_>, found: &Arc<Recognised>) -> Option<UnitMass> {
        let place = Arc::as_ptr(found).addr();
        if let Some((_, known)) = self.0.get(&place) {
            return known.clone();
        }
        let unit = weights.find(device, found);
        if self.0.len() < MAX_DEVICES {
            // The device is kept so that no other comes to stand at its address.
            self.0.insert(place, (found.clone(), unit.clone()));
        }
        unit
    }
}

/// Models whose weights the rows or the catalogue state, each by its first line.
#[derive(Default)]
pub(super) struct OwnModels(HashMap<usize, (Arc<Recognised>, OwnModel)>);

impl OwnModels {
    fn note(&mut self, line: &Line, found: &Arc<Recognised>) {
        let (Some(kind), Some(mass), true) = (found.kind, line.mass.mid, line.is_in_scope()) else { return };
        let is_own = line.mass.source.is_specific() && line.mass.weighing.is_none();
        if !is_own || line.quantity <= 0 || self.0.len() >= MAX_DEVICES {
            return;
        }
        self.0.entry(Arc::as_ptr(found).addr()).or_insert_with(|| {
            let unit = line.mass.unit_kg.or(mass.kilograms().checked_div(line.quantity.into()));
            let model = model_of(line.device(), found);
            let kg = unit.unwrap_or_default().round_dp(6);
            (found.clone(), OwnModel { kind, size: found.size.clone(), model, kg })
        });
    }

    /// What was noted.
    pub fn models(&self) -> Vec<OwnModel> {
        self.0.values().map(|(_, model)| model.clone()).collect()
    }
}

impl Rules {
    /// The reporting year of a row: by its date, else the year that the file states.
    fn year(&self, date: Option<NaiveDate>, stated: Option<i32>) -> (i32, bool) {
        let by_date = date.map(|date| self.organisation.fiscal_year_start.reporting_year(date));
        by_date.or(stated).map_or((self.assumed_year, true), |year| (year, false))
    }

    /// A procurement line, and what decided its Scope 3 category.
    pub fn line(&mut self, row: ProcurementRow) -> Result<(Line, CategoryRule), ActionError> {
        let (year, year_assumed) = self.year(row.date, row.year);
        let device = Device {
            item: row.item.as_deref(),
            manufacturer: row.manufacturer.as_deref(),
            model: row.model.as_deref(),
            category: row.category.as_deref(),
        };
        let stated = StatedMass { unit_kg: row.unit_mass_kg, total_kg: row.mass_kg };
        let is_silent = stated.unit_kg.is_none() && stated.total_kg.is_none();
        let found = (is_silent && row.out_of_scope.is_none())
            .then(|| self.known.find(&self.weights, device, &row.found))
            .flatten();
        let mass = LineMass::resolve(row.quantity, stated, found)?;
        let price =
            row.unit_price.map(|amount| Price { amount, currency: row.currency.as_deref(), on: row.date });
        let (threshold, default) = (self.organisation.threshold.as_ref(), self.organisation.default_scope3);
        let (scope3, rule) = category(row.scope3_category, price, threshold, default);
        let found = row.found.clone();
        let line = Line {
            mass,
            stated,
            year,
            year_assumed,
            scope3,
            scope3_rule: rule.text().map(Into::into),
            item: row.item,
            manufacturer: row.manufacturer,
            model: row.model,
            category: row.category,
            condition: row.condition.unwrap_or(Condition::Unknown),
            out_of_scope: row.out_of_scope,
            quantity: row.quantity,
            date: row.date,
            order_number: row.order_number,
            line_number: row.line_number,
            supplier: row.supplier,
            serial_number: row.serial_number,
            unit_price: row.unit_price,
            currency: row.currency,
            entity: self.organisation.entity(row.entity),
            country: row.country,
            cost_centre: row.cost_centre,
        };
        self.own.note(&line, &found);
        Ok((line, rule))
    }

    /// The usual mass of what was retired, by its category.
    fn estimated(&self, row: &DispositionRow) -> Result<Mass, ActionError> {
        let (item, category) = (row.item.as_deref(), row.category.as_deref());
        let device = Device { item, manufacturer: None, model: item, category };
        let found = self.weights.find(device, &recognised(device)).ok_or_else(no_mass)?;
        let stated = StatedMass { unit_kg: None, total_kg: None };
        LineMass::resolve(row.quantity.unwrap_or(1), stated, Some(found))?.mid.ok_or_else(no_mass)
    }

    /// A row of retired assets.
    pub fn disposition(&self, row: DispositionRow) -> Result<Disposition, ActionError> {
        let (year, year_assumed) = self.year(row.date, row.year);
        let estimated = row.is_estimated.then(|| self.estimated(&row)).transpose()?;
        let mass = |kilograms: Option<rust_decimal::Decimal>| kilograms.map(Mass::from_kilograms).transpose();
        let restored = mass(row.restored_mass_kg)?;
        Ok(Disposition {
            asset_tag: row.asset_tag,
            item: row.item,
            category: row.category,
            quantity: row.quantity,
            sent: mass(row.sent_mass_kg)?.or(restored).or(estimated).ok_or_else(no_mass)?,
            restored,
            outcome: row.outcome,
            provider: row.provider,
            date: row.date,
            year,
            year_assumed,
            legal_obligation: mass(row.legal_obligation_mass_kg)?.unwrap_or(Mass::ZERO),
            batch: row.batch,
            entity: self.organisation.entity(row.entity),
        })
    }
}

/// Nothing states what retired hardware weighed, and nothing tells what it usually weighs.
fn no_mass() -> ActionError {
    ActionError::new("missing_mass", "a mass; what is not stated is unknown, never 0")
}

/// A device of the catalogue. A weight that its category cannot have is kept and weighs nothing.
pub(super) fn device(row: u32, record: CatalogueRow, issues: &[Issue]) -> SheetDevice {
    let is_doubtful = issues.iter().any(|issue| issue.code == IssueCode::ImplausibleMass);
    SheetDevice {
        row,
        device: CatalogueDevice {
            manufacturer: record.manufacturer,
            model: record.model,
            item: None,
            unit_kg: record.mass_kg,
        },
        is_doubtful,
        category: record.category,
        factor_kgco2e: record.factor_kgco2e,
        source: record.source,
        date: record.date,
    }
}
