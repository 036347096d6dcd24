//! Words about orders.

use super::certificates::PurchaseArguments;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum OrderStep {
    /// Places an order: certificates that have no serials yet.
    Place(Box<OrderArguments>),
    /// Takes a delivery: units of an order become a lot, the rest stays open.
    Deliver {
        order: String,
        /// Day on which the units were in the account; today where left out.
        #[arg(long, value_name = "YYYY-MM-DD")]
        delivered_on: Option<String>,
        #[command(flatten)]
        lot: Box<PurchaseArguments>,
    },
    /// Expects an order on another day.
    Expect {
        order: String,
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: String,
    },
    /// Attaches a document to an order: its confirmation, a contract, an invoice.
    Attach { order: String, file: PathBuf },
    /// Cancels what is open of an order.
    Cancel {
        order: String,
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// Lists the orders, the newest first.
    List,
}

#[derive(Debug, Args)]
pub struct OrderArguments {
    #[arg(long, value_name = "WHO")]
    pub seller: String,
    #[arg(long)]
    pub class: Option<String>,
    #[arg(long)]
    pub registry: Option<String>,
    /// The vintage, or the first that may be delivered.
    #[arg(long)]
    pub vintage: i32,
    /// The last vintage that may be delivered.
    #[arg(long)]
    pub vintage_to: Option<i32>,
    #[arg(long)]
    pub quantity: i64,
    #[arg(long, requires = "currency")]
    pub unit_price: Option<String>,
    #[arg(long, value_name = "CCY")]
    pub currency: Option<String>,
    #[arg(long, value_name = "PO")]
    pub order_number: Option<String>,
    #[arg(long)]
    pub entity: Option<String>,
    /// Day on which it was placed; today where left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub expected_on: Option<String>,
}
