//! What ships as data: category defaults, certificate classes, claim texts. Each names its version, date and source.

#![expect(missing_docs, reason = "a field has the name that it has in the shipped file, which explains it")]

mod cdp;
mod forbidden_words;
mod rule_packs;

use crate::ReportError;
pub use cdp::{CdpColumn, CdpGuard, CdpKind, CdpLimits, CdpMap, CdpQuestion, CdpRow};
pub use forbidden_words::{DenialWords, ForbiddenClaim, ForbiddenWords};
pub use rule_packs::{Criterion, ListedCondition, ListedRoute, Material, PositiveList, Question, RulePack};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const CATEGORY_DEFAULTS: &str = include_str!("../../../assets/weights/category_defaults.toml");
const CERTIFICATE_CLASSES: &str = include_str!("../../../assets/standards/certificate_classes.toml");
const CLAIM_TEXTS: &str = include_str!("../../../assets/standards/claim_texts.toml");
const FORBIDDEN_WORDS: &str = include_str!("../../../assets/standards/forbidden_words.toml");
const CDP_2026: &str = include_str!("../../../assets/standards/cdp/2026.toml");
const CIRCULARITY_STANDARD: &str =
    include_str!("../../../assets/standards/packs/circularity_standard_1_1.toml");
const SBTI_GUIDE: &str = include_str!("../../../assets/standards/packs/sbti_guide.toml");
const NET_ZERO_STANDARD: &str = include_str!("../../../assets/standards/packs/net_zero_standard_2_0.toml");
const ADDITIONALITY: &str = include_str!("../../../assets/standards/packs/additionality_criteria_1_1.toml");

/// Every data file that a report rests on, with its name in a message.
pub const FILES: [(&str, &str); 9] = [
    ("category defaults", CATEGORY_DEFAULTS),
    ("certificate classes", CERTIFICATE_CLASSES),
    ("claim texts", CLAIM_TEXTS),
    ("forbidden words", FORBIDDEN_WORDS),
    ("CDP map", CDP_2026),
    ("Circularity Standard's criteria", CIRCULARITY_STANDARD),
    ("Guide's requirements", SBTI_GUIDE),
    ("Net-Zero Standard's hierarchy", NET_ZERO_STANDARD),
    ("positive list", ADDITIONALITY),
];

/// What every data file says of itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Identity {
    pub id: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
}

fn optional_day_as_text<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    day_as_text(deserializer).map(Some)
}

/// A day, written as TOML's own date or as text.
fn day_as_text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let value = toml::Value::deserialize(deserializer)?;
    Ok(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
}

/// The category defaults of earlier versions, with where they are from: lines may be weighed by them still.
#[derive(Clone, Debug, Deserialize)]
pub struct CategoryDefaults {
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
pub struct ShippedDefault {
    pub p25: Decimal,
    pub median: Decimal,
    pub p75: Decimal,
    pub n: i64,
}

/// The certificate classes in their version.
#[derive(Clone, Debug, Deserialize)]
pub struct CertificateClasses {
    pub version: String,
    pub source: String,
    pub class: Vec<CertificateClass>,
}

/// One certificate class.
#[derive(Clone, Debug, Deserialize)]
pub struct CertificateClass {
    pub key: String,
    pub meaning: String,
}

/// The claim texts.
#[derive(Clone, Debug, Deserialize)]
pub struct ClaimTexts {
    pub limit_characters: u32,
    pub text: Vec<ClaimText>,
}

/// One claim text; what stands in braces is filled in.
#[derive(Clone, Debug, Deserialize)]
pub struct ClaimText {
    pub key: String,
    pub text: String,
    /// The text where the registry's record has no known link.
    pub text_without_link: Option<String>,
}

/// A shipped file is read once, whoever asks for it.
fn read<T: DeserializeOwned>(
    kept: &'static OnceLock<T>,
    (name, text): (&str, &str),
) -> Result<&'static T, ReportError> {
    if let Some(known) = kept.get() {
        return Ok(known);
    }
    let parsed = parse(name, text)?;
    Ok(kept.get_or_init(|| parsed))
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ReportError> {
    toml::from_str(text).map_err(|error| ReportError::damaged(name, error))
}

/// The category defaults of earlier versions.
pub fn shipped_defaults() -> Result<&'static CategoryDefaults, ReportError> {
    static KEPT: OnceLock<CategoryDefaults> = OnceLock::new();
    read(&KEPT, ("category defaults", CATEGORY_DEFAULTS))
}

/// The certificate classes.
pub fn certificate_classes() -> Result<&'static CertificateClasses, ReportError> {
    static KEPT: OnceLock<CertificateClasses> = OnceLock::new();
    read(&KEPT, ("certificate classes", CERTIFICATE_CLASSES))
}

/// The claim texts.
pub fn claim_texts() -> Result<&'static ClaimTexts, ReportError> {
    static KEPT: OnceLock<ClaimTexts> = OnceLock::new();
    read(&KEPT, ("claim texts", CLAIM_TEXTS))
}

/// The words that a claim must not contain.
pub fn forbidden_words() -> Result<&'static ForbiddenWords, ReportError> {
    static KEPT: OnceLock<ForbiddenWords> = OnceLock::new();
    read(&KEPT, ("forbidden words", FORBIDDEN_WORDS))
}

/// The CDP map of the current cycle.
pub fn cdp_map() -> Result<&'static CdpMap, ReportError> {
    static KEPT: OnceLock<CdpMap> = OnceLock::new();
    read(&KEPT, ("CDP map", CDP_2026))
}

/// The rule packs on integrity, in the order in which they are shown.
pub fn rule_packs() -> Result<&'static [RulePack], ReportError> {
    static KEPT: OnceLock<Vec<RulePack>> = OnceLock::new();
    if KEPT.get().is_none() {
        let texts = [CIRCULARITY_STANDARD, SBTI_GUIDE, NET_ZERO_STANDARD].into_iter();
        let packs = texts.map(|text| parse("rule pack", text)).collect::<Result<_, _>>()?;
        KEPT.get_or_init(|| packs);
    }
    Ok(KEPT.get().map(Vec::as_slice).unwrap_or_default())
}

/// The positive list.
pub fn positive_list() -> Result<&'static PositiveList, ReportError> {
    static KEPT: OnceLock<PositiveList> = OnceLock::new();
    read(&KEPT, ("positive list", ADDITIONALITY))
}

/// What a data file says of itself.
pub fn identity(name: &str, text: &str) -> Result<Identity, ReportError> {
    parse(name, text)
}

/// The class of this name, however it is spelt: `I-TEC`, `i tec`, `ITEC`.
pub fn class_named(name: &str) -> Result<&'static str, ReportError> {
    let plain =
        |name: &str| name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let keys = || certificate_classes().map(|classes| classes.class.iter().map(|class| class.key.as_str()));
    keys()?.find(|key| plain(key) == plain(name)).ok_or_else(|| ReportError::UnknownClass {
        name: name.to_owned(),
        known: keys().map(|keys| keys.collect::<Vec<_>>().join(", ")).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_can_be_read() {
        assert_eq!(shipped_defaults().expect("defaults").category.len(), 7);
        assert_eq!(certificate_classes().expect("classes").class.len(), 4);
        assert!(claim_texts().expect("texts").limit_characters > 0);
        assert_eq!(cdp_map().expect("a CDP map").question.len(), 6);
        let packs = rule_packs().expect("packs");
        assert_eq!(packs.iter().map(|pack| pack.criterion.len()).collect::<Vec<_>>(), [4, 5, 4]);
        let mut facts = packs.iter().flat_map(|pack| &pack.criterion).flat_map(|one| &one.facts);
        assert!(facts.all(|fact| planner_core::integrity::Fact::from_word(fact).is_some()));
        let list = positive_list().expect("a list");
        assert_eq!(list.material.len(), 7);
        let conditions =
            list.material.iter().flat_map(|one| &one.route).flat_map(|one| one.all.iter().chain(&one.any));
        for one in conditions {
            let asked = [Some(&one.question), one.below_answer.as_ref(), one.at_least_answer.as_ref()];
            for key in asked.into_iter().flatten() {
                assert!(list.question.iter().any(|question| question.key == *key), "{key}");
            }
            let tests = [one.below.is_some(), one.at_least.is_some(), one.below_answer.is_some()];
            let tests = tests.into_iter().chain([one.at_least_answer.is_some(), one.is.is_some()]);
            assert_eq!(tests.filter(|is_named| *is_named).count(), 1, "{}", one.question);
        }
        let words = forbidden_words().expect("words");
        assert!(words.claim.iter().flat_map(|claim| &claim.rules).all(|rule| words.rules.contains_key(rule)));
        for claim in &words.claim {
            let said = claim.says.iter().chain(&claim.one).chain(&claim.other);
            let lists: Vec<_> = said.filter_map(|word| word.strip_prefix('@')).collect();
            assert!(lists.iter().all(|list| words.lists.contains_key(*list)), "{lists:?}");
            let forms = [!claim.says.is_empty(), !claim.one.is_empty(), claim.mixed_alphabets];
            assert_eq!(forms.into_iter().filter(|is_it| *is_it).count(), 1, "{claim:?}");
            assert_eq!(claim.one.is_empty(), claim.other.is_empty(), "{claim:?}");
        }
        for (name, text) in FILES {
            assert!(!identity(name, text).expect(name).date.is_empty());
        }
    }

    #[test]
    fn every_cdp_answer_belongs_to_a_column() {
        for question in &cdp_map().expect("a CDP map").question {
            for key in question.row.iter().flat_map(|row| row.cells.keys()) {
                assert!(question.column.iter().any(|column| column.key == *key), "{} {key}", question.number);
            }
        }
    }

    #[test]
    fn a_class_is_found_however_it_is_spelt() {
        for (name, key) in
            [("I-TEC", Some("I-TEC")), ("itec", Some("I-TEC")), ("i-mat ae", Some("I-MAT AE")), ("VER", None)]
        {
            assert_eq!(class_named(name).ok(), key);
        }
    }
}
