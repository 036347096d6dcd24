//! A lot: a block of certificates with one contiguous serial range.

use crate::class::COVERING_CLASS;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::fmt;

/// A contiguous run of serial numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SerialRange {
    start: i64,
    end: i64,
}

impl SerialRange {
    /// The run from `start` to `end`; nothing where it would hold no unit or begin below zero.
    pub fn new(start: i64, end: i64) -> Option<Self> {
        (0 <= start && start <= end && end < i64::MAX).then_some(Self { start, end })
    }

    /// First serial number.
    pub fn start(self) -> i64 {
        self.start
    }

    /// Last serial number.
    pub fn end(self) -> i64 {
        self.end
    }

    /// Units in it: end − start + 1.
    pub fn quantity(self) -> i64 {
        self.end - self.start + 1
    }

    /// What both have in common.
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// The first `quantity` units of it, or all where it holds fewer; nothing for none.
    pub fn first(self, quantity: i64) -> Option<Self> {
        Self::new(self.start, self.end.min(self.start.saturating_add(quantity).saturating_sub(1)))
    }

    /// What lies before and after a part of it.
    pub fn without(self, part: Self) -> (Option<Self>, Option<Self>) {
        (Self::new(self.start, part.start - 1), Self::new(part.end + 1, self.end))
    }
}

impl fmt::Display for SerialRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.start, self.end)
    }
}

/// How a lot came to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// Bought.
    Purchased,
    /// Issued for our own restored assets.
    SelfGenerated,
    /// Handed over by another owner without a purchase.
    TransferredIn,
}

impl Origin {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Purchased => "purchased",
            Self::SelfGenerated => "self_generated",
            Self::TransferredIn => "transferred_in",
        }
    }

    /// The origin stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Purchased, Self::SelfGenerated, Self::TransferredIn].into_iter().find(|one| one.word() == word)
    }
}

/// What a certificate's mass or emissions are compared with (Standard, Annex A).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Baseline {
    /// A device made from virgin material.
    VirginManufacture,
    /// A device sent to landfill.
    LandfillAvoidance,
}

impl Baseline {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::VirginManufacture => "virgin_manufacture",
            Self::LandfillAvoidance => "landfill_avoidance",
        }
    }

    /// The baseline stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::VirginManufacture, Self::LandfillAvoidance].into_iter().find(|one| one.word() == word)
    }
}

/// What a lot is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Intent {
    /// Not decided.
    #[default]
    Undecided,
    /// To be held for an own requirement.
    Hold,
    /// To be sold.
    Sell,
}

impl Intent {
    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Hold => "hold",
            Self::Sell => "sell",
        }
    }

    /// The intent stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Undecided, Self::Hold, Self::Sell].into_iter().find(|one| one.word() == word)
    }
}

/// Last usable day: 31 December of vintage + 3 (Standard §11), unless the registry gives a date.
pub fn last_usable_day(vintage: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(vintage.checked_add(3)?, 12, 31)
}

/// A block of certificates of one class, registry, project, facility, vintage and owner (Standard, Annex A).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its id in this workspace, or the certificate id it came with.
    pub id: String,
    /// Certificate class.
    pub class: String,
    /// Registry that issued it.
    pub registry: String,
    /// Text before the serial number.
    pub prefix: String,
    /// Its serials.
    pub serials: SerialRange,
    /// Calendar year of the activity.
    pub vintage: i32,
    /// Last usable day.
    pub expires_on: NaiveDate,
    /// How it came to us.
    pub origin: Origin,
    /// Bought with the device it describes: substantiates that purchase, never covers new mass.
    pub is_bundled: bool,
    /// What else is known of it.
    pub facts: Facts,
}

/// What is known of a lot beside what makes it one: nothing here is needed to count it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Version of the catalogue of classes it was recorded under.
    pub class_version: Option<String>,
    /// Activity batch; one batch carries one class.
    pub batch: Option<String>,
    /// Entity that owns it; the organisation itself where none is named.
    pub entity: Option<String>,
    /// Price of one certificate.
    pub unit_price: Option<Decimal>,
    /// ISO 4217 code of that price.
    pub currency: Option<String>,
    /// Project.
    pub project: Option<String>,
    /// Facility.
    pub facility: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Who it was bought from.
    pub counterparty: Option<String>,
    /// Day of the trade.
    pub trade_date: Option<NaiveDate>,
    /// Day on which the certificates were in our account.
    pub delivery_date: Option<NaiveDate>,
    /// Purchase order it was bought under.
    pub order_number: Option<String>,
    /// Methodology and its version, as printed.
    pub methodology_version: Option<String>,
    /// What it is compared with.
    pub baseline: Option<Baseline>,
    /// Where its emission factors come from.
    pub factor_source: Option<String>,
    /// Verification body.
    pub verification_body: Option<String>,
    /// Date of the verification report.
    pub verified_on: Option<NaiveDate>,
    /// tCO2e on all its certificates together: an attribute, never a coverage.
    pub tco2e: Option<Decimal>,
    /// What may be claimed with it, as the registry words it.
    pub claim_eligibility: Option<String>,
    /// Its state at the registry, as the registry words it.
    pub registry_status: Option<String>,
    /// Where the registry shows it.
    pub registry_link: Option<String>,
    /// How it came from the activity to us.
    pub chain_of_custody: Option<String>,
    /// What it is meant for.
    pub intent: Intent,
    /// Why more own certificates were issued than the eligible kg of their batch.
    pub excess_reason: Option<String>,
    /// What stands before its serial numbers as the registry prints them, where that is more than the prefix: the sign that
    /// parts the two.
    pub printed_prefix: Option<String>,
}

impl Lot {
    /// Units in it.
    pub fn quantity(&self) -> i64 {
        self.serials.quantity()
    }

    /// Whether its units can no longer be used on this day.
    pub fn is_expired(&self, today: NaiveDate) -> bool {
        today > self.expires_on
    }

    /// Whether its units may ever cover new mass: class I-TEC, and not bundled.
    pub fn can_cover(&self) -> bool {
        self.class == COVERING_CLASS && !self.is_bundled
    }

    /// Whether both could hold the same certificate.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.registry.eq_ignore_ascii_case(&other.registry)
            && self.class == other.class
            && self.prefix.eq_ignore_ascii_case(&other.prefix)
            && self.serials.intersection(other.serials).is_some()
    }
}
