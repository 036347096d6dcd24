//! The facts of a lot by name, so that one can be corrected and the correction told.

use super::lot::{Baseline, Intent, Lot, Origin};
use std::fmt::Display;
use std::str::FromStr;

/// A fact of a lot that may be corrected. What makes it a lot never is: its class, registry, prefix and serials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Version of the catalogue of classes.
    ClassVersion,
    /// Calendar year of the activity.
    Vintage,
    /// Last usable day.
    ExpiresOn,
    /// How it came to us.
    Origin,
    /// Whether it was bought with its device.
    Bundled,
    /// Activity batch.
    Batch,
    /// Owner.
    Entity,
    /// Project.
    Project,
    /// Facility.
    Facility,
    /// Country.
    Country,
    /// Who it was bought from.
    Counterparty,
    /// Day of the trade.
    TradeDate,
    /// Day of delivery.
    DeliveryDate,
    /// Purchase order.
    OrderNumber,
    /// Price of one.
    UnitPrice,
    /// Its currency.
    Currency,
    /// Methodology and version.
    MethodologyVersion,
    /// What it is compared with.
    Baseline,
    /// Source of its emission factors.
    FactorSource,
    /// Who verified it.
    VerificationBody,
    /// Date of the verification report.
    VerifiedOn,
    /// tCO2e on all its certificates together.
    Tco2e,
    /// What may be claimed with it.
    ClaimEligibility,
    /// Its state at the registry.
    RegistryStatus,
    /// Where the registry shows it.
    RegistryLink,
    /// How it came to us from the activity.
    ChainOfCustody,
    /// What it is meant for.
    Intent,
    /// Why more own certificates were issued than the eligible kg.
    ExcessReason,
    /// What stands before its serial numbers as the registry prints them.
    PrintedPrefix,
}

/// A corrected fact of a lot: what it was, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fact.
    pub fact: Fact,
    /// What it was; nothing where it was not known.
    pub old: Option<String>,
    /// What it is; nothing where it is not known.
    pub new: Option<String>,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 29] = [
        Self::ClassVersion,
        Self::Vintage,
        Self::ExpiresOn,
        Self::Origin,
        Self::Bundled,
        Self::Batch,
        Self::Entity,
        Self::Project,
        Self::Facility,
        Self::Country,
        Self::Counterparty,
        Self::TradeDate,
        Self::DeliveryDate,
        Self::OrderNumber,
        Self::UnitPrice,
        Self::Currency,
        Self::MethodologyVersion,
        Self::Baseline,
        Self::FactorSource,
        Self::VerificationBody,
        Self::VerifiedOn,
        Self::Tco2e,
        Self::ClaimEligibility,
        Self::RegistryStatus,
        Self::RegistryLink,
        Self::ChainOfCustody,
        Self::Intent,
        Self::ExcessReason,
        Self::PrintedPrefix,
    ];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::ClassVersion => "class_version",
            Self::Vintage => "vintage",
            Self::ExpiresOn => "expires_on",
            Self::Origin => "origin",
            Self::Bundled => "bundled",
            Self::Batch => "batch",
            Self::Entity => "entity",
            Self::Project => "project",
            Self::Facility => "facility",
            Self::Country => "country",
            Self::Counterparty => "counterparty",
            Self::TradeDate => "trade_date",
            Self::DeliveryDate => "delivery_date",
            Self::OrderNumber => "order_number",
            Self::UnitPrice => "unit_price",
            Self::Currency => "currency",
            Self::MethodologyVersion => "methodology_version",
            Self::Baseline => "baseline",
            Self::FactorSource => "factor_source",
            Self::VerificationBody => "verification_body",
            Self::VerifiedOn => "verified_on",
            Self::Tco2e => "tco2e",
            Self::ClaimEligibility => "claim_eligibility",
            Self::RegistryStatus => "registry_status",
            Self::RegistryLink => "registry_link",
            Self::ChainOfCustody => "chain_of_custody",
            Self::Intent => "intent",
            Self::ExcessReason => "excess_reason",
            Self::PrintedPrefix => "printed_prefix",
        }
    }

    /// The fact stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// Whether a retirement or an expiry of units rests on it, so that it stays as it is once there was one.
    pub fn carries_claims(self) -> bool {
        matches!(self, Self::Vintage | Self::ExpiresOn | Self::Origin | Self::Bundled)
    }
}

impl Lot {
    /// What a fact is, in the words of the log.
    pub fn fact(&self, fact: Fact) -> Option<String> {
        let facts = &self.facts;
        match fact {
            Fact::ClassVersion => facts.class_version.clone(),
            Fact::Vintage => Some(self.vintage.to_string()),
            Fact::ExpiresOn => Some(self.expires_on.to_string()),
            Fact::Origin => Some(self.origin.word().to_owned()),
            Fact::Bundled => Some(self.is_bundled.to_string()),
            Fact::Batch => facts.batch.clone(),
            Fact::Entity => facts.entity.clone(),
            Fact::Project => facts.project.clone(),
            Fact::Facility => facts.facility.clone(),
            Fact::Country => facts.country.clone(),
            Fact::Counterparty => facts.counterparty.clone(),
            Fact::TradeDate => text(facts.trade_date),
            Fact::DeliveryDate => text(facts.delivery_date),
            Fact::OrderNumber => facts.order_number.clone(),
            Fact::UnitPrice => text(facts.unit_price),
            Fact::Currency => facts.currency.clone(),
            Fact::MethodologyVersion => facts.methodology_version.clone(),
            Fact::Baseline => text(facts.baseline.map(Baseline::word)),
            Fact::FactorSource => facts.factor_source.clone(),
            Fact::VerificationBody => facts.verification_body.clone(),
            Fact::VerifiedOn => text(facts.verified_on),
            Fact::Tco2e => text(facts.tco2e),
            Fact::ClaimEligibility => facts.claim_eligibility.clone(),
            Fact::RegistryStatus => facts.registry_status.clone(),
            Fact::RegistryLink => facts.registry_link.clone(),
            Fact::ChainOfCustody => facts.chain_of_custody.clone(),
            Fact::Intent => Some(facts.intent.word().to_owned()),
            Fact::ExcessReason => facts.excess_reason.clone(),
            Fact::PrintedPrefix => facts.printed_prefix.clone(),
        }
    }

    /// Sets a fact. False, and nothing set, where the value is not one of its kind.
    pub fn set_fact(&mut self, fact: Fact, value: Option<&str>) -> bool {
        let owned = || value.map(str::to_owned);
        let facts = &mut self.facts;
        match fact {
            Fact::ClassVersion => put(&mut facts.class_version, Some(owned())),
            Fact::Vintage => put(&mut self.vintage, value.and_then(parsed)),
            Fact::ExpiresOn => put(&mut self.expires_on, value.and_then(parsed)),
            Fact::Origin => put(&mut self.origin, value.and_then(Origin::from_word)),
            Fact::Bundled => put(&mut self.is_bundled, value.and_then(parsed)),
            Fact::Batch => put(&mut facts.batch, Some(owned())),
            Fact::Entity => put(&mut facts.entity, Some(owned())),
            Fact::Project => put(&mut facts.project, Some(owned())),
            Fact::Facility => put(&mut facts.facility, Some(owned())),
            Fact::Country => put(&mut facts.country, Some(owned())),
            Fact::Counterparty => put(&mut facts.counterparty, Some(owned())),
            Fact::TradeDate => put(&mut facts.trade_date, optional(value)),
            Fact::DeliveryDate => put(&mut facts.delivery_date, optional(value)),
            Fact::OrderNumber => put(&mut facts.order_number, Some(owned())),
            Fact::UnitPrice => put(&mut facts.unit_price, optional(value)),
            Fact::Currency => put(&mut facts.currency, Some(owned())),
            Fact::MethodologyVersion => put(&mut facts.methodology_version, Some(owned())),
            Fact::Baseline => {
                put(&mut facts.baseline, value.map_or(Some(None), |word| Baseline::from_word(word).map(Some)))
            }
            Fact::FactorSource => put(&mut facts.factor_source, Some(owned())),
            Fact::VerificationBody => put(&mut facts.verification_body, Some(owned())),
            Fact::VerifiedOn => put(&mut facts.verified_on, optional(value)),
            Fact::Tco2e => put(&mut facts.tco2e, optional(value)),
            Fact::ClaimEligibility => put(&mut facts.claim_eligibility, Some(owned())),
            Fact::RegistryStatus => put(&mut facts.registry_status, Some(owned())),
            Fact::RegistryLink => put(&mut facts.registry_link, Some(owned())),
            Fact::ChainOfCustody => put(&mut facts.chain_of_custody, Some(owned())),
            Fact::Intent => put(&mut facts.intent, Intent::from_word(value.unwrap_or("undecided"))),
            Fact::ExcessReason => put(&mut facts.excess_reason, Some(owned())),
            Fact::PrintedPrefix => put(&mut facts.printed_prefix, Some(owned())),
        }
    }
}

fn text(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn parsed<T: FromStr>(value: &str) -> Option<T> {
    value.parse().ok()
}

/// Nothing outside: a value is there and is not one. Nothing inside: there is no value.
fn optional<T: FromStr>(value: Option<&str>) -> Option<Option<T>> {
    value.map_or(Some(None), |value| parsed(value).map(Some))
}

fn put<T>(place: &mut T, value: Option<T>) -> bool {
    let is_one = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_one
}
