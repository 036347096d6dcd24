//! What is known of a lot, from a request and into a view.

use crate::ActionError;
use crate::numbers::given;
use crate::views::certificates::LotFacts;
use planner_core::currency::{Currency, UnknownCurrency};
use planner_core::ledger::LedgerError;
use planner_core::ledger::fact::Fact;
use planner_core::ledger::lot::Lot;

impl LotFacts {
    /// What is known of a lot.
    pub(crate) fn of(lot: &Lot) -> Self {
        Self {
            batch: lot.fact(Fact::Batch),
            entity: lot.fact(Fact::Entity),
            unit_price: lot.fact(Fact::UnitPrice),
            currency: lot.fact(Fact::Currency),
            project: lot.fact(Fact::Project),
            facility: lot.fact(Fact::Facility),
            country: lot.fact(Fact::Country),
            counterparty: lot.fact(Fact::Counterparty),
            trade_date: lot.fact(Fact::TradeDate),
            delivery_date: lot.fact(Fact::DeliveryDate),
            order_number: lot.fact(Fact::OrderNumber),
            methodology_version: lot.fact(Fact::MethodologyVersion),
            baseline: lot.fact(Fact::Baseline),
            factor_source: lot.fact(Fact::FactorSource),
            verification_body: lot.fact(Fact::VerificationBody),
            verified_on: lot.fact(Fact::VerifiedOn),
            tco2e: lot.fact(Fact::Tco2e),
            claim_eligibility: lot.fact(Fact::ClaimEligibility),
            registry_status: lot.fact(Fact::RegistryStatus),
            registry_link: lot.fact(Fact::RegistryLink),
            chain_of_custody: lot.fact(Fact::ChainOfCustody),
            intent: lot.fact(Fact::Intent),
            excess_reason: lot.fact(Fact::ExcessReason),
        }
    }

    fn named(&self) -> [(Fact, &Option<String>); 23] {
        [
            (Fact::Batch, &self.batch),
            (Fact::Entity, &self.entity),
            (Fact::UnitPrice, &self.unit_price),
            (Fact::Currency, &self.currency),
            (Fact::Project, &self.project),
            (Fact::Facility, &self.facility),
            (Fact::Country, &self.country),
            (Fact::Counterparty, &self.counterparty),
            (Fact::TradeDate, &self.trade_date),
            (Fact::DeliveryDate, &self.delivery_date),
            (Fact::OrderNumber, &self.order_number),
            (Fact::MethodologyVersion, &self.methodology_version),
            (Fact::Baseline, &self.baseline),
            (Fact::FactorSource, &self.factor_source),
            (Fact::VerificationBody, &self.verification_body),
            (Fact::VerifiedOn, &self.verified_on),
            (Fact::Tco2e, &self.tco2e),
            (Fact::ClaimEligibility, &self.claim_eligibility),
            (Fact::RegistryStatus, &self.registry_status),
            (Fact::RegistryLink, &self.registry_link),
            (Fact::ChainOfCustody, &self.chain_of_custody),
            (Fact::Intent, &self.intent),
            (Fact::ExcessReason, &self.excess_reason),
        ]
    }

    /// Writes what is given into a lot.
    pub(crate) fn put_into(&self, lot: &mut Lot) -> Result<(), ActionError> {
        for (fact, value) in self.named() {
            if let Some(value) = given(value.as_deref()) {
                set(lot, fact, &value)?;
            }
        }
        refuse_price(lot)
    }
}

/// Writes a fact, as a person writes it, into a lot.
pub(crate) fn set(lot: &mut Lot, fact: Fact, value: &str) -> Result<(), ActionError> {
    let value = worded(fact, value);
    if lot.set_fact(fact, Some(&value)) {
        return Ok(());
    }
    Err(LedgerError::BadFact { fact: fact.word(), value }.into())
}

/// A value as the log writes it, from one as a person writes it.
pub(crate) fn worded(fact: Fact, value: &str) -> String {
    match fact {
        Fact::Origin | Fact::Baseline | Fact::Intent => value.replace(['-', ' '], "_").to_lowercase(),
        Fact::Currency => value.to_uppercase(),
        _ => value.to_owned(),
    }
}

/// A price has a currency, and neither it nor the emissions are below zero.
pub(crate) fn refuse_price(lot: &Lot) -> Result<(), ActionError> {
    let facts = &lot.facts;
    for (name, value) in [("unit price", facts.unit_price), ("tCO2e", facts.tco2e)] {
        if let Some(value) = value.filter(|value| value.is_sign_negative() && !value.is_zero()) {
            return Err(ActionError::request(format!("The {name} cannot be below 0, and {value} is.")));
        }
    }
    if facts.unit_price.is_some() && facts.currency.is_none() {
        return Err(ActionError::request("Say in which currency the price is."));
    }
    facts.currency.as_deref().map_or(Ok(()), |code| currency_of(code).map(drop))?;
    lot.cost()?;
    Ok(())
}

/// Money is in a currency that ISO 4217 knows.
pub(crate) fn currency_of(code: &str) -> Result<Currency, ActionError> {
    let unknown = |error: UnknownCurrency| {
        ActionError::request(format!("{error}. Write its code of three letters, such as EUR."))
    };
    Currency::from_code(code).map_err(unknown)
}
