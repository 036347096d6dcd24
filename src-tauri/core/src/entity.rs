//! The entities of the organisation: the requirement is rounded up once for each and reporting year (domain §1), so two
//! spellings of one name must not be two entities.

use crate::fold::folded_name;
use iso_country::Country;
use std::collections::HashMap;
use std::str::FromStr;

/// A legal entity of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// The name that reports give it.
    pub name: String,
    /// Its country, by its ISO 3166 code of two letters.
    pub country: Option<String>,
    /// What it is registered under: an LEI, a company number.
    pub identifier: Option<String>,
    /// Other spellings that files have for it.
    pub aliases: Vec<String>,
}

/// Why an entity cannot be kept as it is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntityError {
    /// No letter in the name or in another spelling.
    #[error("“{name}” is no name of an entity")]
    NoName {
        /// What was given.
        name: String,
    },
    /// Another entity has this name already, if case, spaces and accents make no difference.
    #[error("“{name}” already stands for {entity}")]
    NameTaken {
        /// The name or the spelling.
        name: String,
        /// Whose it is.
        entity: String,
    },
    /// A text that names no country.
    #[error("“{text}” is no country of ISO 3166")]
    UnknownCountry {
        /// What was given.
        text: String,
    },
}

/// The code of a country: of its code in whatever case, or of its English name.
pub fn country_code(text: &str) -> Result<String, EntityError> {
    let text = text.trim();
    let code = Country::from_str(&text.to_uppercase()).ok().filter(|one| *one != Country::Unspecified);
    let country = code.or_else(|| Country::from_name(text).filter(|one| *one != Country::Unspecified));
    country
        .map(|country| country.to_string())
        .ok_or_else(|| EntityError::UnknownCountry { text: text.to_owned() })
}

impl Entity {
    /// Whether a text names it: by its name or by another spelling, without case, spaces and accents.
    pub fn is_named(&self, text: &str) -> bool {
        let wanted = folded_name(text);
        self.spellings().any(|one| folded_name(one) == wanted)
    }

    /// The name, then the other spellings.
    fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// The names that reports give entities, by every spelling of theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spellings(HashMap<String, String>);

impl Spellings {
    /// Those of these entities.
    pub fn of(entities: &[Entity]) -> Self {
        let of = |one: &Entity| {
            let name = one.name.clone();
            one.spellings().map(|text| (folded_name(text), name.clone())).collect::<Vec<_>>()
        };
        Self(entities.iter().flat_map(of).collect())
    }

    /// The name that reports give an entity which a file spells like this; nothing where none is so named.
    pub fn reported(&self, text: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&folded_name(text)).map(String::as_str)
    }
}

/// Refuses an entity without a name, or with one that stands for another; one of the same name is replaced.
pub fn can_keep(entities: &[Entity], entity: &Entity) -> Result<(), EntityError> {
    for name in entity.spellings() {
        if folded_name(name).is_empty() {
            return Err(EntityError::NoName { name: name.to_owned() });
        }
        let others = || entities.iter().filter(|one| one.name != entity.name);
        if let Some(other) = others().find(|one| one.is_named(name)) {
            return Err(EntityError::NameTaken { name: name.to_owned(), entity: other.name.clone() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(name: &str, aliases: &[&str]) -> Entity {
        let aliases = aliases.iter().map(|one| (*one).to_owned()).collect();
        Entity { name: name.into(), aliases, ..Entity::default() }
    }

    #[test]
    fn a_name_is_found_by_every_spelling() {
        let all =
            [entity("Larkmoor NL B.V.", &["Larkmoor Netherlands", "1200"]), entity("Larkmoor España", &[])];
        for (text, name) in [
            ("Larkmoor NL B.V.", "Larkmoor NL B.V."),
            ("LARKMOOR NL BV", "Larkmoor NL B.V."),
            (" larkmoor  netherlands ", "Larkmoor NL B.V."),
            ("1200", "Larkmoor NL B.V."),
            ("Larkmoor Espana", "Larkmoor España"),
            ("Larkmoor", ""),
            ("12000", ""),
        ] {
            assert_eq!(Spellings::of(&all).reported(text).unwrap_or_default(), name, "{text}");
        }
    }

    #[test]
    fn a_spelling_stands_for_one_entity() {
        let all = [entity("Larkmoor NL", &["NL 1"]), entity("Larkmoor DE", &[])];
        let taken = |name: &str, of: &str| EntityError::NameTaken { name: name.into(), entity: of.into() };
        for (asked, found) in [
            (entity("Larkmoor SE", &["SE 1"]), Ok(())),
            (entity("Larkmoor NL", &["NL 1", "NL 2"]), Ok(())),
            (entity("larkmoor nl", &[]), Err(taken("larkmoor nl", "Larkmoor NL"))),
            (entity("Larkmoor SE", &["nl-1"]), Err(taken("nl-1", "Larkmoor NL"))),
            (entity("NL 1", &[]), Err(taken("NL 1", "Larkmoor NL"))),
            (entity(" – ", &[]), Err(EntityError::NoName { name: " – ".into() })),
            (entity("Larkmoor SE", &[""]), Err(EntityError::NoName { name: String::new() })),
        ] {
            assert_eq!(can_keep(&all, &asked), found, "{asked:?}");
        }
    }

    #[test]
    fn a_country_has_two_letters() {
        for (text, code) in [("nl", "NL"), (" DE ", "DE"), ("Germany", "DE"), ("GB", "GB")] {
            assert_eq!(country_code(text).as_deref(), Ok(code));
        }
        for text in ["", "XX", "Larkmoor", "EUR"] {
            assert!(country_code(text).is_err(), "{text}");
        }
    }
}
