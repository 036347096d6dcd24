//! What ships as data: category defaults, certificate classes, claim texts. Each names its version, date and source.

use crate::ActionError;
use planner_core::weight::CategoryDefault;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

const CATEGORY_DEFAULTS: &str = include_str!("../../../assets/weights/category_defaults.toml");
const CERTIFICATE_CLASSES: &str = include_str!("../../../assets/standards/certificate_classes.toml");
const CLAIM_TEXTS: &str = include_str!("../../../assets/standards/claim_texts.toml");

/// The shipped category defaults with where they are from.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CategoryDefaults {
    pub id: String,
    pub version: String,
    pub date: String,
    pub source: String,
    pub licence: String,
    pub attribution: String,
    pub category: BTreeMap<String, ShippedDefault>,
}

/// One category's default.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ShippedDefault {
    pub p25: Decimal,
    pub median: Decimal,
    pub p75: Decimal,
    pub n: i64,
}

/// The certificate classes in their version.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CertificateClasses {
    pub version: String,
    pub source: String,
    pub class: Vec<CertificateClass>,
}

/// One certificate class.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CertificateClass {
    pub key: String,
    pub meaning: String,
}

/// The claim texts.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ClaimTexts {
    pub limit_characters: u32,
    pub text: Vec<ClaimText>,
}

/// One claim text; what stands in braces is filled in.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ClaimText {
    pub key: String,
    /// The text where the registry's record has no known link.
    pub text_without_link: Option<String>,
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ActionError> {
    toml::from_str(text).map_err(|error| {
        ActionError::new(
            "asset_damaged",
            format!("The shipped {name} cannot be read: {error}. Install the app again."),
        )
    })
}

/// The shipped category defaults.
pub(crate) fn shipped_defaults() -> Result<CategoryDefaults, ActionError> {
    parse("category defaults", CATEGORY_DEFAULTS)
}

/// The shipped category defaults by category key, as core needs them.
pub(crate) fn category_defaults() -> Result<BTreeMap<String, CategoryDefault>, ActionError> {
    let core = |shipped: ShippedDefault| CategoryDefault {
        p25: shipped.p25,
        median: shipped.median,
        p75: shipped.p75,
        devices: shipped.n,
    };
    Ok(shipped_defaults()?.category.into_iter().map(|(key, shipped)| (key, core(shipped))).collect())
}

/// The certificate classes.
pub(crate) fn certificate_classes() -> Result<CertificateClasses, ActionError> {
    parse("certificate classes", CERTIFICATE_CLASSES)
}

/// The claim texts.
pub(crate) fn claim_texts() -> Result<ClaimTexts, ActionError> {
    parse("claim texts", CLAIM_TEXTS)
}

/// The class of this name, however it is spelt: `I-TEC`, `i tec`, `ITEC`.
pub(crate) fn class_named(name: &str) -> Result<String, ActionError> {
    let plain =
        |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let classes = certificate_classes()?.class;
    let keys: Vec<_> = classes.into_iter().map(|class| class.key).collect();
    keys.iter().find(|key| plain(key) == plain(name)).cloned().ok_or_else(|| {
        ActionError::new(
            "unknown_class",
            format!("“{name}” is no certificate class. There are {}.", keys.join(", ")),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_can_be_read() {
        assert_eq!(category_defaults().expect("defaults").len(), 7);
        assert_eq!(certificate_classes().expect("classes").class.len(), 4);
        assert!(claim_texts().expect("texts").limit_characters > 0);
    }

    #[test]
    fn a_class_is_found_however_it_is_spelt() {
        for (name, key) in
            [("I-TEC", Some("I-TEC")), ("itec", Some("I-TEC")), ("i-mat ae", Some("I-MAT AE")), ("VER", None)]
        {
            assert_eq!(class_named(name).ok().as_deref(), key);
        }
    }
}
