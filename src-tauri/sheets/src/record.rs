//! Typed rows, one per kind, with the fields of the headless command.
//! Masses are exact decimals in kg already; nothing is looked up or defaulted here.

use chrono::NaiveDate;
use compact_str::CompactString;
use planner_core::disposition::Outcome;
use planner_core::line::{Condition, Scope3Category};
use planner_core::recognise::Recognised;
use rust_decimal::Decimal;
use std::sync::Arc;

/// A row of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// Hardware that was bought.
    Procurement(ProcurementRow),
    /// Hardware that was retired.
    Disposition(DispositionRow),
    /// Certificates.
    Certificate(CertificateRow),
    /// A device's weight.
    Catalogue(CatalogueRow),
    /// Certificates that were ordered.
    Order(OrderRow),
}

/// Hardware that was bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcurementRow {
    /// What it is, in the supplier's words.
    pub item: Option<CompactString>,
    /// Who made it.
    pub manufacturer: Option<CompactString>,
    /// Its model.
    pub model: Option<CompactString>,
    /// Category key such as `laptop`.
    pub category: Option<CompactString>,
    /// The category as the file words it.
    pub category_text: Option<CompactString>,
    /// Condition; nothing where the file does not say.
    pub condition: Option<Condition>,
    /// Purchase, issue, return, owned, disposed; else the file's own word.
    pub status: Option<CompactString>,
    /// Units; below zero for a return.
    pub quantity: i64,
    /// Mass of one unit in kg, as stated.
    pub unit_mass_kg: Option<Decimal>,
    /// Mass of the line in kg, as stated.
    pub mass_kg: Option<Decimal>,
    /// Date of the line.
    pub date: Option<NaiveDate>,
    /// Reporting year, where the file states no more than that.
    pub year: Option<i32>,
    /// Purchase order or invoice.
    pub order_number: Option<CompactString>,
    /// Line of it.
    pub line_number: Option<CompactString>,
    /// Supplier.
    pub supplier: Option<CompactString>,
    /// The device's own serial number.
    pub serial_number: Option<CompactString>,
    /// Price of one.
    pub unit_price: Option<Decimal>,
    /// Price of the line.
    pub amount: Option<Decimal>,
    /// ISO code where it can be told, else the file's own word.
    pub currency: Option<CompactString>,
    /// The buying entity.
    pub entity: Option<CompactString>,
    /// Country.
    pub country: Option<CompactString>,
    /// Cost centre.
    pub cost_centre: Option<CompactString>,
    /// Scope 3 category the row itself states.
    pub scope3_category: Option<Scope3Category>,
    /// Why it is not hardware, where it is not: `service`, `licence`, `warranty`, `freight`, `software`, `fee`,
    /// `consumable`.
    pub out_of_scope: Option<CompactString>,
    /// What was recognised in its texts, category included.
    pub found: Arc<Recognised>,
}

/// Hardware that was retired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DispositionRow {
    /// The asset's tag; never a float's text.
    pub asset_tag: Option<String>,
    /// What it is.
    pub item: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// The category as the file words it.
    pub category_text: Option<String>,
    /// Units, where stated or where each row is one asset.
    pub quantity: Option<i64>,
    /// Mass sent to the provider, kg.
    pub sent_mass_kg: Option<Decimal>,
    /// Mass restored, kg.
    pub restored_mass_kg: Option<Decimal>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// The outcome as the file words it.
    pub outcome_text: Option<String>,
    /// The ITAD provider.
    pub provider: Option<String>,
    /// Date.
    pub date: Option<NaiveDate>,
    /// Reporting year, where the file states no more than that.
    pub year: Option<i32>,
    /// Whether its mass is to be estimated by what it is, by a person's word.
    pub is_estimated: bool,
    /// Recovery that the law demands anyway, kg.
    pub legal_obligation_mass_kg: Option<Decimal>,
    /// Batch or shipment.
    pub batch: Option<String>,
    /// The entity that sent it.
    pub entity: Option<String>,
}

/// Certificates with one contiguous serial range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CertificateRow {
    /// The whole id, as it stands.
    pub certificate_id: Option<String>,
    /// Registry.
    pub registry: Option<String>,
    /// Class word: `I-TEC`, `I-TEC AE`, `I-MAT`, `I-MAT AE`; else the file's own.
    pub class: Option<String>,
    /// What stands before the serial.
    pub serial_prefix: Option<String>,
    /// First serial.
    pub serial_start: u64,
    /// Last serial.
    pub serial_end: u64,
    /// Certificates: serial end − serial start + 1.
    pub quantity: i64,
    /// Calendar year of the activity.
    pub vintage: Option<i32>,
    /// Registry status word: `issued`, `active`, `retired`, `expired`, `cancelled`, `transferred`; else the file's own.
    pub status: Option<String>,
    /// Project.
    pub project: Option<String>,
    /// Facility.
    pub facility: Option<String>,
    /// Activity batch.
    pub batch: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Methodology with its version, as printed.
    pub methodology_version: Option<String>,
    /// Who verified it.
    pub verification_body: Option<String>,
    /// Tonnes of CO2e on all the certificates together.
    pub tco2e: Option<Decimal>,
    /// Date of the trade or the issuance.
    pub trade_date: Option<NaiveDate>,
    /// Date of retirement.
    pub retired_on: Option<NaiveDate>,
    /// For whom it was retired.
    pub beneficiary: Option<String>,
    /// The other side of the trade.
    pub counterparty: Option<String>,
    /// Price of one.
    pub unit_price: Option<Decimal>,
    /// Its currency.
    pub currency: Option<String>,
    /// Last usable day.
    pub expires_on: Option<NaiveDate>,
    /// Origin word: `purchased`, `self-generated`, `transferred-in`; else the file's own.
    pub origin: Option<String>,
    /// Entity that owns it.
    pub entity: Option<String>,
    /// Bought with its device.
    pub is_bundled: bool,
    /// What it is compared with, as the file words it.
    pub baseline: Option<String>,
    /// Where its emission factors come from.
    pub factor_source: Option<String>,
    /// Date of the verification report.
    pub verified_on: Option<NaiveDate>,
    /// What may be claimed with it.
    pub claim_eligibility: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
    /// How it came from the activity to the owner.
    pub chain_of_custody: Option<String>,
    /// Day of delivery.
    pub delivery_date: Option<NaiveDate>,
    /// Purchase order.
    pub order_number: Option<String>,
    /// Hold or sell, as the file words it.
    pub intent: Option<String>,
}

/// A device's weight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueRow {
    /// Who made it.
    pub manufacturer: Option<String>,
    /// Its model.
    pub model: Option<String>,
    /// Category key.
    pub category: Option<String>,
    /// The category as the file words it.
    pub category_text: Option<String>,
    /// Mass of one unit, kg; rows without one are skipped.
    pub mass_kg: Decimal,
    /// Emission factor of one unit, kgCO2e.
    pub factor_kgco2e: Option<Decimal>,
    /// Where it is from.
    pub source: Option<String>,
    /// Date of it.
    pub date: Option<NaiveDate>,
}

/// Certificates that were ordered and have no serials yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderRow {
    /// Who the order was placed with.
    pub seller: String,
    /// Class word; nothing where the row names none.
    pub class: Option<String>,
    /// Registry, where it is known.
    pub registry: Option<String>,
    /// First and last vintage that may be delivered.
    pub vintages: (i32, i32),
    /// Certificates still to come.
    pub quantity: i64,
    /// Price of one.
    pub unit_price: Option<Decimal>,
    /// Its currency.
    pub currency: Option<String>,
    /// The purchase order's number.
    pub order_number: Option<String>,
    /// Entity that will own them.
    pub entity: Option<String>,
    /// The day it was placed.
    pub ordered_on: Option<NaiveDate>,
    /// The day it is expected.
    pub expected_on: Option<NaiveDate>,
}
