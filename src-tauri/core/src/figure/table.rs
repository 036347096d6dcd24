//! The table: a row for each figure of a year. A new figure is a new name and a new row.

use super::value::Value;
use super::year::{Beyond, YearFigures};
use crate::percent::percent;
use rust_decimal::Decimal;

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Kilograms of IT hardware.
    Kilograms,
    /// Certificates of the class that covers a requirement.
    Certificates,
    /// Lines of purchases.
    Lines,
    /// Percent.
    Percent,
    /// Tonnes of CO2e.
    Tonnes,
    /// Events of the ledger.
    Events,
    /// A calendar year.
    Year,
}

impl Unit {
    /// As it is written beside a figure.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Kilograms => "kg",
            Self::Certificates => "I-TEC",
            Self::Lines => "lines",
            Self::Percent => "%",
            Self::Tonnes => "t CO2e",
            Self::Events => "events",
            Self::Year => "year",
        }
    }
}

/// Which lines of the year a figure is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinesOf {
    /// Hardware that counts as new.
    New,
    /// New hardware without a weight.
    Unresolved,
    /// Hardware that does not say whether it is new.
    UnknownCondition,
    /// Refurbished or used hardware.
    SecondHand,
}

/// What a figure rests on: where a trace of it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOn {
    /// Lines of purchases.
    Lines(LinesOf),
    /// Rows of retired assets, and the certificates issued for them.
    SelfGeneration,
    /// Retirements for the year.
    Retired,
    /// Those of own lots.
    RetiredOwn,
    /// Those of bought lots.
    RetiredBought,
    /// Lots that hold units.
    Held,
    /// Reservations for the year.
    Reserved,
    /// Expiries.
    Expired,
    /// Certificates handed to somebody in the year.
    Sold,
    /// Every movement.
    Movements,
    /// Every event.
    Events,
    /// Locks and unlocks of the year.
    Locks,
    /// Other figures, or a setting.
    Rule,
}

/// How a figure is computed.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// From the year's lines, shipments and netting.
    Year(fn(&YearFigures) -> Option<Value>),
    /// From what a report knows beyond them.
    Report(fn(&YearFigures, &Beyond) -> Option<Value>),
}

/// An edition of the table. A signature covers the figures that there were when it was given, so that those which come to
/// the table later void none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// The figures of mass and certificates.
    First,
    /// What certificates cost and brought in, and the units that this is not known of.
    Money,
}

impl Edition {
    /// Those before the present one, the latest first.
    pub const EARLIER: [Self; 1] = [Self::First];
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Its name in the code.
    pub name: Name,
    /// Its key in templates, maps and trace ids.
    pub key: &'static str,
    /// Its label on the summary.
    pub label: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// What it is of, beside the label.
    pub basis: &'static str,
    /// The rule that makes it, for a trace.
    pub rule: &'static str,
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Whether the summary lists it.
    pub is_listed: bool,
    /// Whether a report stands for it: a change voids signatures and is a restatement.
    pub is_reported: bool,
    /// Whether it is written down when the year is locked.
    pub is_locked: bool,
    /// The edition of the table in which it came.
    pub edition: Edition,
    of: Of,
}

impl Definition {
    /// The figure of a report; nothing where the year has none.
    pub fn value(&self, year: &YearFigures, beyond: &Beyond) -> Option<Value> {
        match self.of {
            Of::Year(of) => of(year),
            Of::Report(of) => of(year, beyond),
        }
    }

    /// Whether the year alone gives it, without what a report knows beyond.
    pub fn is_of_year(&self) -> bool {
        matches!(self.of, Of::Year(_))
    }

    /// The figure of the year alone; nothing where it has none, or where it takes a report to know it.
    pub fn of_year(&self, year: &YearFigures) -> Option<Value> {
        match self.of {
            Of::Year(of) => of(year),
            Of::Report(_) => None,
        }
    }

    const fn new(
        name: Name,
        (key, unit): (&'static str, Unit),
        [label, basis, rule]: [&'static str; 3],
        rests_on: RestsOn,
        of: Of,
    ) -> Self {
        let (is_listed, is_reported, is_locked, edition) = (true, false, false, Edition::First);
        Self { name, key, label, unit, basis, rule, rests_on, is_listed, is_reported, is_locked, edition, of }
    }

    const fn reported(self) -> Self {
        Self { is_reported: true, ..self }
    }

    const fn locked(self) -> Self {
        Self { is_locked: true, ..self }
    }

    const fn unlisted(self) -> Self {
        Self { is_listed: false, ..self }
    }

    /// Beside the money: it is listed behind it.
    const fn of_money(self) -> Self {
        Self { edition: Edition::Money, ..self }
    }
}

/// The names of the table's figures, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// Mass of new hardware, the mid of the band.
    MassNew,
    /// Low end of the band.
    MassLow,
    /// High end of the band.
    MassHigh,
    /// Lines of new hardware with a mass.
    LinesWeighed,
    /// Lines of new hardware without a mass.
    LinesUnresolved,
    /// Certificates for all new mass.
    Gross,
    /// Share of gross committed to.
    TargetPercent,
    /// That share in whole certificates.
    Needed,
    /// Units validly retired for the year.
    Retired,
    /// Those of own lots.
    RetiredSelfGenerated,
    /// Those bought or transferred in.
    RetiredPurchased,
    /// Retired ÷ gross; none where nothing is required.
    CoveragePercent,
    /// What must still be retired.
    ToRetire,
    /// Usable units held.
    Held,
    /// Units reserved for the year.
    Reserved,
    /// What must still be bought.
    Remaining,
    /// Units usable today and no longer a year from now.
    Expiring,
    /// Units lost to expiry.
    Expired,
    /// Share of kg whose weight belongs to the device.
    TierSpecificPercent,
    /// Share of kg by own average or category default.
    TierOtherPercent,
    /// Change of the new mass on the year before.
    ChangeMassPercent,
    /// Change of the units retired on the year before.
    ChangeRetiredPercent,
    /// Lines in unknown condition.
    UnknownCondition,
    /// Lines of refurbished or used hardware.
    Refurbished,
    /// Mass of refurbished or used hardware.
    MassRefurbished,
    /// Own retired assets returned to circulation.
    SelfGeneration,
    /// Own retired assets sent to providers.
    SentMass,
    /// Restored ÷ sent.
    YieldPercent,
    /// Certificates issued for own retired assets.
    Issued,
    /// tCO2e on what was retired; none unless all carry it.
    Tco2e,
    /// Difference of events and balances, all classes.
    Movements,
    /// Events of the ledger.
    Events,
    /// Locks and unlocks of the year.
    Locks,
    /// Units retired for the year of which no price is known.
    RetiredUnpriced,
    /// Units that are still ours of which no price is known.
    HeldUnpriced,
    /// The last calendar year in which something that is held can be used.
    HeldUntil,
    /// Units lost to expiry of which no price is known.
    ExpiredUnpriced,
    /// Units handed to somebody in the year.
    Sold,
    /// Those of which nobody said what they brought in.
    SoldUnpriced,
}

impl Name {
    /// The name with this key; nothing where the table has none.
    pub fn from_key(key: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.key == key).map(|row| row.name)
    }
}

/// The row of a name. Names stand in the table's order, which a test holds.
pub fn definition(name: Name) -> &'static Definition {
    &TABLE[name as usize]
}

pub(super) const LINES: &str = "the sum of the masses of lines of new or unknown condition; a line's mass is what its row states, else quantity × unit mass";
const OWN: &str = "the rows of own retired assets of the year; yield is restored kg ÷ sent kg";
const NO_PRICE: &str = "units of lots or transfers without a price in a currency of ISO 4217; own units cost nothing and are not among them";
const CHANGE: &str = "the year's figure less that of the year before, ÷ the latter";

fn change(now: Decimal, before: Decimal) -> Option<Value> {
    share(percent(now - before, before))
}

/// A share, written with two places.
fn share(percent: Option<Decimal>) -> Option<Value> {
    percent.map(|mut percent| {
        percent.rescale(2);
        Value::Percent(percent)
    })
}

/// All rows; those that the summary lists stand in its order.
pub const TABLE: [Definition; 39] = [
    Definition::new(
        Name::MassNew,
        ("mass_kg_new", Unit::Kilograms),
        ["New mass", "sheet Requirement", LINES],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| Some(Value::Mass(year.mass().mid))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::MassLow,
        ("mass_kg_low", Unit::Kilograms),
        ["New mass, low", "low end of the 90 % range of what is estimated", LINES],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| Some(Value::Mass(year.mass().low))),
    )
    .reported(),
    Definition::new(
        Name::MassHigh,
        ("mass_kg_high", Unit::Kilograms),
        ["New mass, high", "high end of the 90 % range of what is estimated", LINES],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| Some(Value::Mass(year.mass().high))),
    )
    .reported(),
    Definition::new(
        Name::LinesWeighed,
        ("lines", Unit::Lines),
        ["Lines with a weight", "of new hardware", "lines of new hardware that have a weight"],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| Some(Value::Count(year.lines()))),
    )
    .unlisted()
    .locked(),
    Definition::new(
        Name::LinesUnresolved,
        ("lines_unresolved", Unit::Lines),
        ["Lines without a weight", "in no total; they block a final report", "lines of new hardware that no row, catalogue, average or default gives a weight"],
        RestsOn::Lines(LinesOf::Unresolved),
        Of::Year(|year| Some(Value::Count(year.lines_unresolved()))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::Gross,
        ("gross", Unit::Certificates),
        ["Gross requirement", "kg rounded up, once per entity and year", "kg of those lines rounded up to whole certificates, once per entity and year"],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| Some(Value::Count(year.gross))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::TargetPercent,
        ("target_percent", Unit::Percent),
        ["Coverage target", "share of the gross requirement committed to", "the target of the year in the settings"],
        RestsOn::Rule,
        Of::Year(|year| Some(Value::Percent(year.target.normalize()))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::Needed,
        ("needed", Unit::Certificates),
        ["Needed", "target × gross, rounded up", "gross × target, rounded up: trace gross"],
        RestsOn::Rule,
        Of::Year(|year| Some(Value::Count(year.netting.needed))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::Retired,
        ("retired", Unit::Certificates),
        ["Validly retired", "sheet Retirement lines", "the units of the retirements for the year"],
        RestsOn::Retired,
        Of::Year(|year| Some(Value::Count(year.netting.retired.total()))),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::RetiredSelfGenerated,
        ("retired_self_generated", Unit::Certificates),
        ["of which self-generated", "sheet Retirement lines, origin", "those of lots issued for own restored assets"],
        RestsOn::RetiredOwn,
        Of::Year(|year| Some(Value::Count(year.netting.retired.own))),
    )
    .reported(),
    Definition::new(
        Name::RetiredPurchased,
        ("retired_purchased", Unit::Certificates),
        ["of which purchased", "bought or transferred in", "those of lots bought or transferred in"],
        RestsOn::RetiredBought,
        Of::Year(|year| Some(Value::Count(year.netting.retired.bought))),
    )
    .reported(),
    Definition::new(
        Name::CoveragePercent,
        ("coverage_percent", Unit::Percent),
        ["Coverage", "validly retired ÷ gross requirement, whatever the target", "retired ÷ gross: trace both"],
        RestsOn::Rule,
        Of::Year(|year| share(year.coverage_percent())),
    )
    .reported()
    .locked(),
    Definition::new(
        Name::ToRetire,
        ("to_retire", Unit::Certificates),
        ["To retire", "needed − validly retired, never below 0", "needed − retired, never below 0: trace both"],
        RestsOn::Rule,
        Of::Year(|year| Some(Value::Count(year.netting.to_retire()))),
    )
    .reported(),
    Definition::new(
        Name::Held,
        ("held", Unit::Certificates),
        ["Held, usable", "neither reserved nor listed; earlier open years first", "usable units by lot, earlier open years served first"],
        RestsOn::Held,
        Of::Year(|year| Some(Value::Count(year.netting.held.total()))),
    ),
    Definition::new(
        Name::Reserved,
        ("reserved", Unit::Certificates),
        ["Reserved for the year", "not yet retired", "units reserved for the year"],
        RestsOn::Reserved,
        Of::Year(|year| Some(Value::Count(year.netting.reserved.total()))),
    ),
    Definition::new(
        Name::Remaining,
        ("remaining", Unit::Certificates),
        ["Remaining to buy", "needed − retired − reserved − held, never below 0", "needed − retired − reserved − held, never below 0: trace each"],
        RestsOn::Rule,
        Of::Year(|year| Some(Value::Count(year.netting.remaining()))),
    ),
    Definition::new(
        Name::Expiring,
        ("expiring", Unit::Certificates),
        ["Expiring within 12 months", "held, reserved or listed, of all vintages", "units held, reserved or listed whose last usable day falls within 12 months"],
        RestsOn::Held,
        Of::Report(|_, beyond| Some(Value::Count(beyond.expiring))),
    ),
    Definition::new(
        Name::Expired,
        ("expired", Unit::Certificates),
        ["Retired (Expired)", "all vintages; a loss, not counted towards coverage", "units the registry retired after their last usable day"],
        RestsOn::Expired,
        Of::Report(|_, beyond| Some(Value::Count(beyond.expired))),
    ),
    Definition::new(
        Name::TierSpecificPercent,
        ("tier_specific_percent", Unit::Percent),
        ["Data tier: specific", "share of kg weighed by row or catalogue", "share of the new kg by where its weight came from"],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| share(year.tier_specific_percent())),
    ),
    Definition::new(
        Name::TierOtherPercent,
        ("tier_other_percent", Unit::Percent),
        ["Data tier: other", "share of kg by own average or category default", "share of the new kg by where its weight came from"],
        RestsOn::Lines(LinesOf::New),
        Of::Year(|year| share(year.tier_other_percent())),
    ),
    Definition::new(
        Name::ChangeMassPercent,
        ("change_mass_percent", Unit::Percent),
        ["Change of new mass", "on the year before; empty where it holds none", CHANGE],
        RestsOn::Rule,
        Of::Report(|year, beyond| change(year.mass().mid.kilograms(), beyond.mass_before.kilograms())),
    ),
    Definition::new(
        Name::ChangeRetiredPercent,
        ("change_retired_percent", Unit::Percent),
        ["Change of units retired", "on the year before; empty where it holds none", CHANGE],
        RestsOn::Rule,
        Of::Report(|year, beyond| change(year.netting.retired.total().into(), beyond.retired_before.into())),
    ),
    Definition::new(
        Name::UnknownCondition,
        ("unknown_condition", Unit::Lines),
        ["Lines in unknown condition", "counted as new", "lines that do not say whether they are new; they count as new"],
        RestsOn::Lines(LinesOf::UnknownCondition),
        Of::Year(|year| Some(Value::Count(year.lines_unknown_condition()))),
    )
    .unlisted(),
    Definition::new(
        Name::Refurbished,
        ("refurbished", Unit::Lines),
        ["Lines of refurbished or used hardware", "for information", "lines of refurbished or used hardware, for information"],
        RestsOn::Lines(LinesOf::SecondHand),
        Of::Year(|year| Some(Value::Count(year.lines_refurbished()))),
    )
    .unlisted(),
    Definition::new(
        Name::MassRefurbished,
        ("mass_kg_refurbished", Unit::Kilograms),
        ["Mass of refurbished or used hardware", "for information", "the sum of the masses of lines of refurbished or used hardware"],
        RestsOn::Lines(LinesOf::SecondHand),
        Of::Year(|year| Some(Value::Mass(year.mass_refurbished()))),
    )
    .unlisted(),
    Definition::new(
        Name::SelfGeneration,
        ("self_generation", Unit::Kilograms),
        ["Restored mass of own retired assets", "sheet Self-generation", OWN],
        RestsOn::SelfGeneration,
        Of::Year(|year| Some(Value::Mass(year.restoration().restored))),
    )
    .unlisted(),
    Definition::new(
        Name::SentMass,
        ("sent_kg", Unit::Kilograms),
        ["Own retired assets sent", "sheet Self-generation", OWN],
        RestsOn::SelfGeneration,
        Of::Year(|year| Some(Value::Mass(year.restoration().sent))),
    )
    .unlisted(),
    Definition::new(
        Name::YieldPercent,
        ("yield_percent", Unit::Percent),
        ["Yield of own retired assets", "restored kg ÷ sent kg", OWN],
        RestsOn::SelfGeneration,
        Of::Year(|year| share(year.restoration().yield_percent())),
    )
    .unlisted(),
    Definition::new(
        Name::Issued,
        ("issued", Unit::Certificates),
        ["Issued for own retired assets", "sheet Self-generation", OWN],
        RestsOn::SelfGeneration,
        Of::Year(|year| Some(Value::Count(year.shipments.issued()))),
    )
    .unlisted(),
    Definition::new(
        Name::Tco2e,
        ("tco2e", Unit::Tonnes),
        ["tCO2e stated on the I-TECs retired", "an attribute of the certificates", "the tCO2e that the certificates retired for the year carry, in proportion to the units taken of a lot"],
        RestsOn::Retired,
        Of::Report(|_, beyond| beyond.tco2e.map(Value::Tonnes)),
    )
    .unlisted(),
    Definition::new(
        Name::Movements,
        ("movements", Unit::Certificates),
        ["Difference of events and balances", "0 where they agree", "every movement of certificates, by class and vintage"],
        RestsOn::Movements,
        Of::Report(|_, beyond| Some(Value::Count(beyond.difference))),
    )
    .unlisted(),
    Definition::new(
        Name::Events,
        ("events", Unit::Events),
        ["Events of the ledger", "each hash over the one before", "every event of the log, each hash over the one before"],
        RestsOn::Events,
        Of::Report(|_, beyond| Some(Value::Count(beyond.events))),
    )
    .unlisted(),
    Definition::new(
        Name::Locks,
        ("locks", Unit::Events),
        ["Locks and unlocks of the year", "events of the ledger", "the year's locks and unlocks"],
        RestsOn::Locks,
        Of::Report(|_, beyond| Some(Value::Count(beyond.locks))),
    )
    .unlisted(),
    Definition::new(
        Name::RetiredUnpriced,
        ("retired_unpriced", Unit::Certificates),
        ["Retired at an unknown cost", "no price is recorded: in no amount of money", NO_PRICE],
        RestsOn::Retired,
        Of::Report(|_, beyond| Some(Value::Count(beyond.money.retired.unpriced))),
    )
    .reported()
    .of_money(),
    Definition::new(
        Name::HeldUnpriced,
        ("held_unpriced", Unit::Certificates),
        ["Held at an unknown cost", "no price is recorded: in no amount of money", NO_PRICE],
        RestsOn::Held,
        Of::Report(|_, beyond| Some(Value::Count(beyond.money.held.unpriced))),
    )
    .of_money(),
    Definition::new(
        Name::HeldUntil,
        ("held_until", Unit::Year),
        ["Held, last usable year", "of what is held, reserved or listed", "the latest of the last usable days of lots that hold units"],
        RestsOn::Held,
        Of::Report(|_, beyond| beyond.money.last_usable_year().map(Value::Year)),
    )
    .of_money(),
    Definition::new(
        Name::ExpiredUnpriced,
        ("expired_unpriced", Unit::Certificates),
        ["Retired (Expired) at an unknown cost", "no price is recorded: in no amount of money", NO_PRICE],
        RestsOn::Expired,
        Of::Report(|_, beyond| Some(Value::Count(beyond.money.expired.unpriced))),
    )
    .of_money(),
    Definition::new(
        Name::Sold,
        ("sold", Unit::Certificates),
        ["Handed to others", "transfers in the reporting year; they cover nothing of ours", "units of the transfers whose own day lies in the reporting year"],
        RestsOn::Sold,
        Of::Report(|_, beyond| Some(Value::Count(beyond.money.sold.units()))),
    )
    .reported()
    .of_money(),
    Definition::new(
        Name::SoldUnpriced,
        ("sold_unpriced", Unit::Certificates),
        ["Handed to others for an unknown price", "no price is recorded: in no amount of money", NO_PRICE],
        RestsOn::Sold,
        Of::Report(|_, beyond| Some(Value::Count(beyond.money.sold.unpriced))),
    )
    .reported()
    .of_money(),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_stands_at_its_row_and_no_key_twice() {
        for (index, row) in TABLE.iter().enumerate() {
            assert_eq!((row.name as usize, definition(row.name).key), (index, row.key));
            assert_eq!(Name::from_key(row.key), Some(row.name));
        }
        assert_eq!(TABLE.iter().map(|row| row.key).collect::<BTreeSet<_>>().len(), TABLE.len());
    }

    #[test]
    fn what_a_lock_writes_down_needs_no_report() {
        assert!(TABLE.iter().filter(|row| row.is_locked).all(|row| matches!(row.of, Of::Year(_))));
    }
}
