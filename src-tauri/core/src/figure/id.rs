//! The id of a figure: the key under which templates, maps and traces know it.

use super::money::{MoneyName, money_definition};
use super::table::{Edition, LINES, Name, definition};
use crate::currency::Currency;
use crate::line::Scope3Category;

/// A figure: a row of the table, or a part that a year has as many of as it has categories, files or retirements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureId {
    /// A row of the table.
    Year(Name),
    /// New mass of a category.
    Category(CategoryKey),
    /// New mass of a Scope 3 category.
    Scope3(Scope3Category),
    /// The share of that mass which the rows themselves state, percent.
    Scope3RowPercent(Scope3Category),
    /// Lines that are no hardware, by reason.
    OutOfScope(String),
    /// Rows that a file brought, by the number of its import.
    Import(i64),
    /// A document or a registry's statement, by the id it is cited by.
    Document(String),
    /// The shipped weight of a category.
    Weight(String),
    /// Restored mass of a shipment, by what names it.
    Shipment(String),
    /// Units of a serial run: the statement, and the number of its line.
    RetirementLine(String, usize),
    /// Units of a class and vintage that are still there.
    Movements(String, i32),
    /// Units of a class that were retired, all vintages.
    ClassRetired(String),
    /// Money in one currency.
    Money(MoneyName, Currency),
}

/// Lines of a category; the narrower parts may be left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CategoryKey {
    /// The category; nothing for lines without one.
    pub category: Option<String>,
    /// The Scope 3 category; nothing for all.
    pub scope3: Option<Scope3Category>,
    /// The entity. With a Scope 3 category, nothing stands for lines that name none.
    pub entity: Option<String>,
}

/// Stands for lines without a category.
const NO_CATEGORY: &str = "none";

impl From<Name> for FigureId {
    fn from(name: Name) -> Self {
        Self::Year(name)
    }
}

impl FigureId {
    /// The key, such as `gross` or `category.server.scope3.1`.
    pub fn key(&self) -> String {
        match self {
            Self::Year(name) => definition(*name).key.to_owned(),
            Self::Category(key) => key.key(),
            Self::Scope3(category) => format!("scope3.{}", category.number()),
            Self::Scope3RowPercent(category) => format!("scope3.{}.row_percent", category.number()),
            Self::OutOfScope(reason) => format!("out_of_scope.{reason}"),
            Self::Import(number) => format!("import.I-{number}"),
            Self::Document(id) => format!("document.{id}"),
            Self::Weight(category) => format!("weight.{category}"),
            Self::Shipment(key) => format!("self_generation.{key}"),
            Self::RetirementLine(statement, line) => format!("retirement.{statement}.line.{line}"),
            Self::Movements(class, vintage) => format!("movements.{class}.{vintage}"),
            Self::ClassRetired(class) => format!("class.{class}.retired"),
            Self::Money(name, currency) => {
                format!("money.{}.{}", money_definition(*name).key, currency.code())
            }
        }
    }

    /// The figure of this key; nothing where the table knows none.
    pub fn from_key(key: &str) -> Option<Self> {
        let Some((kind, rest)) = key.split_once('.') else {
            return Name::from_key(key).map(Self::Year);
        };
        Some(match kind {
            "category" => Self::Category(CategoryKey::from_rest(rest)?),
            "scope3" => match rest.split_once('.') {
                None => Self::Scope3(scope3(rest)?),
                Some((number, "row_percent")) => Self::Scope3RowPercent(scope3(number)?),
                Some(_) => return None,
            },
            "out_of_scope" => Self::OutOfScope(rest.to_owned()),
            "import" => Self::Import(rest.strip_prefix("I-")?.parse().ok()?),
            "document" => Self::Document(rest.to_owned()),
            "weight" => Self::Weight(rest.to_owned()),
            "self_generation" => Self::Shipment(rest.to_owned()),
            "retirement" => {
                let (statement, line) = rest.rsplit_once(".line.")?;
                Self::RetirementLine(statement.to_owned(), line.parse().ok()?)
            }
            "movements" => {
                let (class, vintage) = rest.rsplit_once('.')?;
                Self::Movements(class.to_owned(), vintage.parse().ok()?)
            }
            "class" => Self::ClassRetired(rest.strip_suffix(".retired")?.to_owned()),
            "money" => {
                let (key, code) = rest.split_once('.')?;
                let currency = Currency::from_code(code).ok().filter(|one| one.code() == code)?;
                Self::Money(MoneyName::from_key(key)?, currency)
            }
            _ => return None,
        })
    }

    /// The id under which a trace of a year finds it, such as `2025.gross`.
    pub fn trace_id(&self, year: i32) -> String {
        format!("{year}.{}", self.key())
    }

    /// The year and the figure of a trace id; nothing where the table knows none.
    pub fn from_trace_id(text: &str) -> Option<(i32, Self)> {
        let (year, key) = text.split_once('.')?;
        Some((year.parse().ok()?, Self::from_key(key)?))
    }

    /// The rule that makes it.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::Year(name) => definition(*name).rule,
            Self::Category(_) | Self::Scope3(_) => LINES,
            Self::Scope3RowPercent(_) => "share of those kg that the rows themselves state",
            Self::OutOfScope(_) => "lines that are no hardware",
            Self::Import(_) => "what this file brought to the year",
            Self::Document(_) => "the event that attached the document, or kept the comparison",
            Self::Weight(_) => "the average of devices that are alike; the lines that take it",
            Self::Shipment(_) => "the rows of this shipment, and the certificates issued for it",
            Self::RetirementLine(..) => "the serials that the retirement took of this lot",
            Self::Movements(..) => "the movements of this class and vintage",
            Self::ClassRetired(_) => "units of this class retired, all vintages",
            Self::Money(name, _) => money_definition(*name).rule,
        }
    }

    /// Whether a report of the year stands for it: a later change of it voids signatures and is a restatement.
    pub fn is_reported(&self) -> bool {
        match self {
            Self::Year(name) => definition(*name).is_reported,
            Self::Category(key) => key.scope3.is_some(),
            Self::Shipment(_) | Self::RetirementLine(..) => true,
            Self::Money(name, _) => money_definition(*name).is_reported,
            _ => false,
        }
    }

    /// The edition of the table in which it came.
    pub fn edition(&self) -> Edition {
        match self {
            Self::Year(name) => definition(*name).edition,
            Self::Money(..) => Edition::Money,
            _ => Edition::First,
        }
    }
}

impl CategoryKey {
    fn key(&self) -> String {
        let category = self.category.as_deref().unwrap_or(NO_CATEGORY);
        let scope3 = self.scope3.map(|one| format!(".scope3.{}", one.number())).unwrap_or_default();
        let entity = self.entity.as_deref().map(|entity| format!(".entity.{entity}")).unwrap_or_default();
        format!("category.{category}{scope3}{entity}")
    }

    fn from_rest(rest: &str) -> Option<Self> {
        let (rest, entity) =
            rest.split_once(".entity.").map_or((rest, None), |(rest, entity)| (rest, Some(entity)));
        let (category, scope3) = match rest.split_once(".scope3.") {
            None => (rest, None),
            Some((rest, number)) => (rest, Some(self::scope3(number)?)),
        };
        Some(Self {
            category: (category != NO_CATEGORY).then(|| category.to_owned()),
            scope3,
            entity: entity.map(str::to_owned),
        })
    }
}

fn scope3(number: &str) -> Option<Scope3Category> {
    Scope3Category::from_number(number.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::super::money::MONEY;
    use super::super::table::TABLE;
    use super::*;

    #[test]
    fn a_key_leads_back_to_its_figure() {
        let category = |category: Option<&str>, scope3, entity: Option<&str>| {
            FigureId::Category(CategoryKey {
                category: category.map(str::to_owned),
                scope3,
                entity: entity.map(str::to_owned),
            })
        };
        let capital = Scope3Category::CapitalGoods;
        let parts = [
            category(Some("server"), None, None),
            category(None, Some(capital), Some("Larkmoor.entity. NL")),
            category(Some("laptop"), None, Some("NL")),
            FigureId::Scope3(capital),
            FigureId::Scope3RowPercent(capital),
            FigureId::OutOfScope("service.fee".into()),
            FigureId::Import(7),
            FigureId::Document("D-12".into()),
            FigureId::Weight("default.laptop 14 in".into()),
            FigureId::Shipment("shipment.A.7".into()),
            FigureId::RetirementLine("R-2025-01".into(), 3),
            FigureId::Movements("I-TEC".into(), 2024),
            FigureId::ClassRetired("I-MAT AE".into()),
        ];
        let euro = Currency::from_code("EUR").expect("a currency");
        let money = MONEY.iter().map(|row| FigureId::Money(row.name, euro));
        for id in parts.into_iter().chain(TABLE.iter().map(|row| row.name.into())).chain(money) {
            assert_eq!(FigureId::from_trace_id(&id.trace_id(2025)), Some((2025, id)));
        }
        for unknown in [
            "gros",
            "scope3.3",
            "import.7",
            "movements.I-TEC",
            "class.I-TEC",
            "retirement.R",
            "x.y",
            "money.retired",
            "money.retired.eur",
            "money.x.EUR",
        ] {
            assert_eq!(FigureId::from_key(unknown), None, "{unknown}");
        }
        assert_eq!(FigureId::from_trace_id("gross"), None);
    }
}
