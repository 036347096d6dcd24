//! Words about certificates: what is bought, reserved, corrected and retired.

use super::imports::field_and_header;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What is done to certificates.
#[derive(Debug, Subcommand)]
pub enum CertificateCommand {
    /// Lists the lots.
    Lots {
        #[arg(long)]
        class: Option<String>,
        /// Only lots that have units in this state, such as held or retired.
        #[arg(long)]
        status: Option<String>,
        /// As they were at the end of a day.
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<String>,
        /// purchased, self_generated or transferred_in.
        #[arg(long)]
        origin: Option<String>,
        /// Only own lots that nothing proves to be ours.
        #[arg(long)]
        unproven: bool,
        /// A text or a serial number that they have.
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
    /// Records a purchase, an own issue or a transfer in.
    Purchase(Box<PurchaseArguments>),
    /// Hands units of a lot to somebody.
    Transfer {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[arg(long, value_name = "WHO")]
        to: String,
        /// What they paid for one; 0 where it was given away, left out where that is not known.
        #[arg(long, requires = "currency", allow_negative_numbers = true)]
        unit_price: Option<String>,
        /// Currency of that price, by its ISO 4217 code.
        #[arg(long, value_name = "CCY", requires = "unit_price")]
        currency: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    /// Reserves units of a lot for a year.
    Reserve(ReserveArguments),
    /// Releases reserved units again.
    Release(ReserveArguments),
    /// Lists units of a lot for sale.
    ListForSale {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Takes listed units off the list.
    Withdraw {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Cancels units of a lot.
    Cancel {
        lot: String,
        #[arg(long, allow_negative_numbers = true)]
        quantity: i64,
        #[arg(long, value_name = "TEXT")]
        because: String,
        #[command(flatten)]
        day: Day,
    },
    /// A lot with its life: its units, documents and events.
    Lot { lot: String },
    /// Makes two lots of one; every unit stays where it is.
    Split {
        lot: String,
        /// First serial of the upper part.
        #[arg(long, value_name = "SERIAL", allow_negative_numbers = true)]
        at: i64,
        #[command(flatten)]
        day: Day,
    },
    /// Corrects what is known of a lot. A wrong quantity is cancelled instead.
    Adjust {
        lot: String,
        /// What it is; nothing after the sign takes it away. Once for each fact.
        #[arg(long, value_name = "FACT=VALUE", value_parser = fact_and_value, required = true)]
        set: Vec<(String, String)>,
        #[arg(long, value_name = "TEXT")]
        because: String,
        #[command(flatten)]
        day: Day,
    },
    /// Attaches a file to a lot or a retirement as evidence; a copy of it is kept in the workspace.
    Attach {
        /// The lot's id or the statement number.
        id: String,
        file: PathBuf,
        #[command(flatten)]
        says: EvidenceArguments,
    },
    /// Writes an attached file out again.
    Document {
        /// SHA-256 of its content, as `lot` shows it.
        sha256: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Compares a registry's statement with the ledger and the purchase orders.
    Reconcile {
        file: PathBuf,
        /// Registry the statement is of, where it does not say; once for each.
        #[arg(long = "registry", value_name = "NAME")]
        registries: Vec<String>,
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// 1-based row of the header.
        #[arg(long, value_name = "N")]
        header_row: Option<u32>,
        /// A field and the header of its column.
        #[arg(long = "map", value_name = "FIELD=HEADER", value_parser = field_and_header)]
        map: Vec<(String, String)>,
        /// Only says what was found, and keeps nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Retires certificates for a year: first expiring first, unless lots are named.
    Retire(RetireArguments),
    /// Reverses a retirement that the registry has reversed: its certificates are held again.
    Reverse {
        /// Its statement number, such as R-2025-01.
        retirement: String,
        /// The registry's letter or reference.
        #[arg(long, value_name = "TEXT")]
        evidence: String,
        #[command(flatten)]
        day: Day,
    },
    /// Retirements that stand.
    Retirements,
}

#[derive(Debug, Args)]
pub struct PurchaseArguments {
    #[arg(long)]
    pub class: String,
    #[arg(long)]
    pub registry: String,
    /// Text before the serial number.
    #[arg(long)]
    pub prefix: Option<String>,
    #[arg(long, allow_negative_numbers = true)]
    pub serial_start: i64,
    #[arg(long, allow_negative_numbers = true)]
    pub serial_end: i64,
    #[arg(long, allow_negative_numbers = true)]
    pub vintage: i32,
    /// purchased, self-generated or transferred-in.
    #[arg(long)]
    pub origin: Option<String>,
    /// Bought with the devices it describes: never covers new mass.
    #[arg(long)]
    pub bundled: bool,
    #[arg(long)]
    pub project: Option<String>,
    #[arg(long)]
    pub facility: Option<String>,
    #[arg(long)]
    pub batch: Option<String>,
    #[arg(long)]
    pub country: Option<String>,
    /// The registry's own last usable day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub expires_on: Option<String>,
    #[arg(long, requires = "currency", allow_negative_numbers = true)]
    pub unit_price: Option<String>,
    #[arg(long, value_name = "CCY")]
    pub currency: Option<String>,
    #[arg(long)]
    pub counterparty: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    /// Day of the trade.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<String>,
    /// Day on which the certificates were in the account.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub delivery_date: Option<String>,
    /// Purchase order.
    #[arg(long, value_name = "PO")]
    pub order_number: Option<String>,
    #[arg(long)]
    pub methodology_version: Option<String>,
    /// virgin-manufacture or landfill-avoidance.
    #[arg(long)]
    pub baseline: Option<String>,
    /// Where its emission factors come from.
    #[arg(long)]
    pub factor_source: Option<String>,
    #[arg(long)]
    pub verification_body: Option<String>,
    /// Date of the verification report.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub verified_on: Option<String>,
    /// tCO2e on all its certificates together.
    #[arg(long, allow_negative_numbers = true)]
    pub tco2e: Option<String>,
    #[arg(long)]
    pub claim_eligibility: Option<String>,
    #[arg(long)]
    pub registry_status: Option<String>,
    /// Where the registry shows it.
    #[arg(long)]
    pub registry_link: Option<String>,
    #[arg(long)]
    pub chain_of_custody: Option<String>,
    /// hold, sell or undecided.
    #[arg(long)]
    pub intent: Option<String>,
    /// Why more own certificates were issued than the eligible kg of their batch.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// What a document proves, what it is, and what it covers.
#[derive(Debug, Args)]
pub struct EvidenceArguments {
    /// ownership, verification, delivery, retirement or other; what its kind is mostly attached for where left out.
    #[arg(long, value_name = "WHAT")]
    pub proves: Option<String>,
    /// registry-statement, transfer-confirmation, purchase-contract, invoice, itad-certificate, verification-report,
    /// retirement-confirmation or other. Without it the document is kept and proves no ownership.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Its date.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub issued_on: Option<String>,
    /// Who made it.
    #[arg(long, value_name = "NAME")]
    pub issuer: Option<String>,
    /// The batch that it covers as a whole.
    #[arg(long)]
    pub batch: Option<String>,
    /// Serials of the lot that it covers, such as 1-100; once for each run.
    #[arg(long = "serials", value_name = "FROM-TO")]
    pub serials: Vec<String>,
}

/// When an action happened.
#[derive(Debug, Args)]
pub struct Day {
    /// When it happened, at the registry where it is one of the registry's; today where left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<String>,
}

#[derive(Debug, Args)]
pub struct ReserveArguments {
    pub lot: String,
    #[arg(long, allow_negative_numbers = true)]
    pub quantity: i64,
    #[arg(long)]
    pub year: i32,
    #[command(flatten)]
    pub day: Day,
}

#[derive(Debug, Args)]
pub struct RetireArguments {
    #[arg(long)]
    pub year: i32,
    #[arg(long, conflicts_with = "cover", allow_negative_numbers = true)]
    pub quantity: Option<i64>,
    /// Retire up to this share of the gross requirement.
    #[arg(long, value_name = "PERCENT", allow_negative_numbers = true)]
    pub cover: Option<String>,
    /// As the registry is to print it.
    #[arg(long, value_name = "NAME")]
    pub beneficiary: String,
    /// Country of the beneficiary.
    #[arg(long, value_name = "COUNTRY")]
    pub beneficiary_country: Option<String>,
    /// What identifies the beneficiary, such as its number in a register of companies.
    #[arg(long, value_name = "ID")]
    pub beneficiary_identifier: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    /// unassigned, activity, activity_pool or sector.
    #[arg(long, value_name = "L")]
    pub claim_level: Option<String>,
    /// What it is for, such as the coverage of a year's new hardware.
    #[arg(long, value_name = "TEXT")]
    pub purpose: Option<String>,
    /// Why this claim level, or these lots.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    #[command(flatten)]
    pub day: Day,
    /// The registry's own reference of it.
    #[arg(long, value_name = "REFERENCE")]
    pub registry_reference: Option<String>,
    /// Where the registry shows it.
    #[arg(long, value_name = "LINK")]
    pub link: Option<String>,
    /// A lot to take, with the units to take of it.
    #[arg(long = "lot", value_name = "ID[:QTY]", value_parser = lot_and_quantity)]
    pub lots: Vec<(String, Option<i64>)>,
    /// Only says what would be taken.
    #[arg(long)]
    pub dry_run: bool,
}

pub(super) fn fact_and_value(text: &str) -> Result<(String, String), String> {
    let (fact, value) = text.split_once('=').ok_or("write it as FACT=VALUE")?;
    Ok((fact.to_owned(), value.to_owned()))
}

fn lot_and_quantity(text: &str) -> Result<(String, Option<i64>), String> {
    match text.rsplit_once(':') {
        Some((lot, quantity)) => {
            let quantity = quantity.parse().map_err(|_| format!("“{quantity}” is no quantity"))?;
            Ok((lot.to_owned(), Some(quantity)))
        }
        None => Ok((text.to_owned(), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_may_carry_a_quantity() {
        assert_eq!(lot_and_quantity("BLM-1:60"), Ok(("BLM-1".into(), Some(60))));
        assert_eq!(lot_and_quantity("BLM-1"), Ok(("BLM-1".into(), None)));
        assert!(lot_and_quantity("BLM-1:x").is_err());
    }
}
