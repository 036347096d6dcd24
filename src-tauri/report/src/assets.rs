//! What ships as data: category defaults, certificate classes, claim texts. Each names its version, date and source.

#![expect(missing_docs, reason = "a field has the name that it has in the shipped file, which explains it")]

use crate::ReportError;
use planner_core::claim::{Denials, Rule, Rules, Term};
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

/// A rule pack: criteria, each with the facts that show it.
#[derive(Clone, Debug, Deserialize)]
pub struct RulePack {
    pub id: String,
    pub name: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
    /// From when it is in force; always where none is named.
    #[serde(default, deserialize_with = "optional_day_as_text")]
    pub effective: Option<String>,
    pub source: String,
    pub criterion: Vec<Criterion>,
}

/// One criterion.
#[derive(Clone, Debug, Deserialize)]
pub struct Criterion {
    pub key: String,
    pub name: String,
    pub asks: String,
    pub facts: Vec<String>,
}

/// The positive list of the Additionality Criteria.
#[derive(Clone, Debug, Deserialize)]
pub struct PositiveList {
    pub name: String,
    pub version: String,
    pub question: Vec<Question>,
    pub material: Vec<Material>,
}

/// Something that only the user can answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub key: String,
    pub asks: String,
}

/// A material and its routes.
#[derive(Clone, Debug, Deserialize)]
pub struct Material {
    pub name: String,
    /// Certificate classes that are about it.
    pub classes: Vec<String>,
    pub route: Vec<ListedRoute>,
}

/// A route of the positive list.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedRoute {
    pub name: String,
    pub all: Vec<ListedCondition>,
    #[serde(default)]
    pub any: Vec<ListedCondition>,
}

/// A condition of a route: one of its tests is named.
#[derive(Clone, Debug, Deserialize)]
pub struct ListedCondition {
    pub question: String,
    pub below: Option<Decimal>,
    pub at_least: Option<Decimal>,
    pub below_answer: Option<String>,
    pub at_least_answer: Option<String>,
    pub is: Option<bool>,
}

/// What every data file says of itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Identity {
    pub id: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
}

/// What a claim must not say, each with the rules that forbid it.
#[derive(Clone, Debug, Deserialize)]
pub struct ForbiddenWords {
    pub exempt: Vec<String>,
    pub rules: BTreeMap<String, String>,
    /// Expressions by the name under which a claim, or another list, takes them in.
    pub lists: BTreeMap<String, Vec<String>>,
    pub claim: Vec<ForbiddenClaim>,
    pub denials: DenialWords,
}

/// One of them: it says one of its expressions, or relates one to the other.
#[derive(Clone, Debug, Deserialize)]
pub struct ForbiddenClaim {
    #[serde(default)]
    pub says: Vec<String>,
    #[serde(default)]
    pub one: Vec<String>,
    #[serde(default)]
    pub other: Vec<String>,
    #[serde(default)]
    pub within: usize,
    #[serde(default)]
    pub mixed_alphabets: bool,
    pub rules: Vec<String>,
    /// What may be said.
    pub instead: Option<String>,
}

/// The words by which something is denied.
#[derive(Clone, Debug, Deserialize)]
pub struct DenialWords {
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub taken_back: Vec<String>,
    pub ends: Vec<String>,
}

impl ForbiddenWords {
    /// The rules as core applies them, in the order of the claims.
    pub fn core_rules(&self) -> Rules {
        let denials = &self.denials;
        Rules {
            rules: self.claim.iter().map(|claim| self.core_rule(claim)).collect(),
            exempt: self.terms(&self.exempt),
            denials: Denials {
                before: self.terms(&denials.before),
                after: self.terms(&denials.after),
                taken_back: self.terms(&denials.taken_back),
                ends: self.terms(&denials.ends),
            },
        }
    }

    fn core_rule(&self, claim: &ForbiddenClaim) -> Rule {
        if claim.mixed_alphabets {
            Rule::MixesAlphabets
        } else if claim.one.is_empty() {
            Rule::Says(self.terms(&claim.says))
        } else {
            let (one, other) = (self.terms(&claim.one), self.terms(&claim.other));
            Rule::Relates { one, other, within: claim.within }
        }
    }

    fn terms(&self, words: &[String]) -> Vec<Term> {
        let term = |word: &String| match word.strip_prefix('@') {
            Some(list) => self.terms(self.lists.get(list).map_or(&[][..], Vec::as_slice)),
            None => vec![Term::new(word)],
        };
        words.iter().flat_map(term).collect()
    }
}

/// The CDP questions of a cycle that a retirement can honestly feed, with their columns in order.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpMap {
    pub cycle: String,
    pub version: String,
    #[serde(deserialize_with = "day_as_text")]
    pub date: String,
    /// Where the wording is from, and that it must be checked.
    pub note: String,
    pub limits: CdpLimits,
    pub question: Vec<CdpQuestion>,
    pub guard: Vec<CdpGuard>,
}

/// What an answer may be at most.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpLimits {
    pub number_decimals: u32,
    pub percent_decimals: u32,
    pub number_max: Decimal,
    pub text_characters: usize,
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpQuestion {
    pub number: String,
    pub sheet: String,
    pub title: String,
    pub purpose: String,
    pub column: Vec<CdpColumn>,
    pub row: Vec<CdpRow>,
}

/// A column of a question.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpColumn {
    pub key: String,
    pub header: String,
    pub kind: CdpKind,
    /// An answer may stay empty.
    #[serde(default)]
    pub is_optional: bool,
}

/// What a column takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CdpKind {
    Text,
    Choice,
    Number,
    Percent,
    Date,
}

/// An answer: what stands in braces is a figure of the year.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpRow {
    /// It applies where one of these figures is there and not 0; always where none is named.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Ids of the figures it rests on.
    pub figures: Vec<String>,
    /// Answers that stand before those of `cells` where they have anything to say.
    #[serde(default)]
    pub first: BTreeMap<String, String>,
    pub cells: BTreeMap<String, String>,
}

/// A question that is never fed, and why.
#[derive(Clone, Debug, Deserialize)]
pub struct CdpGuard {
    pub number: String,
    pub title: String,
    pub because: String,
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
