//! Reading: the same keys back into things; nothing where one is missing or no such thing.

use super::writer::NO_ROWS;
use crate::currency::{Currency, Money};
use crate::journal::{Act, Digest, Entry};
use crate::ledger::check::{Check, CheckedRun};
use crate::ledger::evidence::{About, Document, DocumentKind, Proof, Subject};
use crate::ledger::fact::Change;
use crate::ledger::fact::Fact;
use crate::ledger::lot::{Baseline, Facts, Intent, Lot, Origin, SerialRange};
use crate::ledger::movement::Movement;
use crate::ledger::reconcile::{Outcome, Stated};
use crate::ledger::retirement::{Retirement, RetirementLine};
use crate::ledger::year::Difference;
use std::str::FromStr;

/// The `key=value` lines of an event's text.
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The kind and the fields; nothing where a line has no `=`.
    pub(super) fn parse(text: &str) -> Option<(&str, Self)> {
        let mut lines = text.split('\n');
        let kind = lines.next()?;
        let fields =
            lines.map(|line| line.split_once('=').map(|(key, value)| (key.to_owned(), unescape(value))));
        Some((kind, Self(fields.collect::<Option<_>>()?)))
    }

    fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn optional(&self, key: &str) -> Option<String> {
        self.all(key).next().map(str::to_owned)
    }

    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.optional(key)
    }

    pub(super) fn parsed<T: FromStr>(&self, key: &str) -> Option<T> {
        self.all(key).next()?.parse().ok()
    }

    /// `None` outside: a value is there and is not one; `None` inside: there is no value.
    fn optional_parsed<T: FromStr>(&self, key: &str) -> Option<Option<T>> {
        self.all(key).next().map_or(Some(None), |value| value.parse().ok().map(Some))
    }

    fn serials(&self, key: &str) -> Option<SerialRange> {
        parse_serials(self.all(key).next()?)
    }

    pub(super) fn all_serials(&self, key: &str) -> Option<Vec<SerialRange>> {
        self.all(key).map(parse_serials).collect()
    }

    pub(super) fn movement(&self, word: &str) -> Option<Movement> {
        Some(match word {
            "reserved" => Movement::Reserve(self.parsed("year")?),
            "released" => Movement::Release(self.parsed("year")?),
            "listed" => Movement::List,
            "withdrawn" => Movement::Withdraw,
            "transferred" => Movement::Transfer { to: self.text("note")?, price: self.price()? },
            "cancelled" => Movement::Cancel { because: self.text("note")? },
            "expired" => Movement::Expire,
            _ => return None,
        })
    }

    /// `None` outside: there is half a price, or no such; `None` inside: there is none.
    fn price(&self) -> Option<Option<Money>> {
        match (self.optional_parsed("unit_price")?, self.optional("currency")) {
            (Some(amount), Some(code)) => {
                Some(Some(Money { amount, currency: Currency::from_code(&code).ok()? }))
            }
            (None, None) => Some(None),
            _ => None,
        }
    }

    pub(super) fn lot(&self) -> Option<Lot> {
        Some(Lot {
            id: self.text("lot")?,
            class: self.text("class")?,
            registry: self.text("registry")?,
            prefix: self.text("prefix")?,
            serials: self.serials("serials")?,
            vintage: self.parsed("vintage")?,
            expires_on: self.parsed("expires_on")?,
            origin: Origin::from_word(&self.text("origin")?)?,
            is_bundled: self.parsed("bundled")?,
            facts: self.facts()?,
        })
    }

    fn facts(&self) -> Option<Facts> {
        let baseline = self.optional("baseline").map(|word| Baseline::from_word(&word).ok_or(word));
        Some(Facts {
            batch: self.optional("batch"),
            entity: self.optional("entity"),
            unit_price: self.optional_parsed("unit_price")?,
            currency: self.optional("currency"),
            project: self.optional("project"),
            facility: self.optional("facility"),
            country: self.optional("country"),
            counterparty: self.optional("counterparty"),
            trade_date: self.optional_parsed("trade_date")?,
            methodology_version: self.optional("methodology"),
            verification_body: self.optional("verification_body"),
            tco2e: self.optional_parsed("tco2e")?,
            class_version: self.optional("class_version"),
            delivery_date: self.optional_parsed("delivery_date")?,
            order_number: self.optional("order_number"),
            baseline: baseline.transpose().ok()?,
            factor_source: self.optional("factor_source"),
            verified_on: self.optional_parsed("verified_on")?,
            claim_eligibility: self.optional("claim_eligibility"),
            registry_status: self.optional("registry_status"),
            registry_link: self.optional("registry_link"),
            chain_of_custody: self.optional("chain_of_custody"),
            intent: self.optional("intent").map_or(Some(Intent::Undecided), |it| Intent::from_word(&it))?,
            excess_reason: self.optional("excess_reason"),
            printed_prefix: self.optional("printed_prefix"),
        })
    }

    pub(super) fn retirement(&self) -> Option<Retirement> {
        let line = |value: &str| {
            let (serials, lot_id) = value.split_once(' ')?;
            Some(RetirementLine { lot_id: lot_id.to_owned(), serials: parse_serials(serials)? })
        };
        Some(Retirement {
            id: self.text("retirement")?,
            year: self.parsed("year")?,
            beneficiary: self.text("beneficiary")?,
            beneficiary_country: self.optional("beneficiary_country"),
            beneficiary_identifier: self.optional("beneficiary_identifier"),
            entity: self.optional("entity"),
            claim_level: self.text("claim_level")?,
            because: self.optional("because"),
            purpose: self.optional("purpose"),
            registry_reference: self.optional("registry_reference"),
            registry_link: self.optional("registry_link"),
            lines: self.all("line").map(line).collect::<Option<_>>()?,
        })
    }

    pub(super) fn changes(&self) -> Option<Vec<Change>> {
        let change = |word: &str| {
            Some(Change {
                fact: Fact::from_word(word)?,
                old: self.of("old", word),
                new: self.of("new", word),
            })
        };
        self.all("fact").map(change).collect()
    }

    pub(super) fn differences(&self) -> Vec<Difference> {
        let difference = |figure: &str| Difference {
            figure: figure.to_owned(),
            old: self.of("old", figure),
            new: self.of("new", figure),
        };
        self.all("figure").map(difference).collect()
    }

    /// The value under a key that begins with this name.
    fn of(&self, key: &str, name: &str) -> Option<String> {
        self.all(key).find_map(|value| value.strip_prefix(name)?.strip_prefix(' ').map(str::to_owned))
    }

    pub(super) fn check(&self) -> Option<Check> {
        Some(Check {
            lot_ids: self.texts("lot"),
            file_name: self.text("file_name")?,
            sha256: self.text("sha256")?,
            size: self.optional_parsed("size")?,
            differences: self.parsed("differences")?,
            units_only_there: self.optional_parsed("only_there")?,
            runs: self.all("run").map(parse_run).collect::<Option<_>>()?,
        })
    }

    pub(super) fn entry(&self, act: Act) -> Option<Entry> {
        Some(Entry {
            act,
            summary: self.text("summary")?,
            year: self.optional_parsed("year")?,
            import_id: self.optional("import"),
            changes: self.differences(),
            digests: self.all("digest").map(parse_digest).collect::<Option<_>>()?,
        })
    }

    pub(super) fn subject(&self) -> Option<Subject> {
        let lot = self.optional("lot").map(Subject::Lot);
        lot.or_else(|| self.optional("retirement").map(Subject::Retirement))
    }

    pub(super) fn document(&self) -> Option<Document> {
        Some(Document {
            proves: Proof::from_word(&self.text("proves")?)?,
            sha256: self.text("sha256")?,
            size: self.parsed("size")?,
            file_name: self.text("file_name")?,
            about: self.about()?,
        })
    }

    /// `None` outside: it says something that it cannot; `None` inside: it says nothing of itself.
    fn about(&self) -> Option<Option<About>> {
        let Some(kind) = self.optional("kind") else { return Some(None) };
        Some(Some(About {
            kind: DocumentKind::from_word(&kind)?,
            issued_on: self.optional_parsed("issued_on")?,
            issuer: self.optional("issuer"),
            batch: self.optional("batch"),
            covers: self.all_serials("covers")?,
        }))
    }

    /// `name value` lines under a key.
    pub(super) fn pairs(&self, key: &str) -> Option<Vec<(String, String)>> {
        let pair =
            |value: &str| value.split_once(' ').map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.all(key).map(pair).collect()
    }

    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.all(key).map(str::to_owned).collect()
    }
}

fn parse_serials(text: &str) -> Option<SerialRange> {
    let (start, end) = text.split_once('-')?;
    SerialRange::new(start.parse().ok()?, end.parse().ok()?)
}

fn parse_digest(text: &str) -> Option<Digest> {
    let mut words = text.splitn(3, ' ');
    let (table, part, sha256) = (words.next()?.to_owned(), words.next()?.parse().ok()?, words.next()?);
    Some(Digest { table, part, sha256: (sha256 != NO_ROWS).then(|| sha256.to_owned()) })
}

fn parse_run(text: &str) -> Option<CheckedRun> {
    let mut words = text.splitn(4, ' ');
    let (serials, outcome) = (parse_serials(words.next()?)?, Outcome::from_word(words.next()?)?);
    let stated = match words.next()? {
        "unstated" => None,
        key => Some(Stated::from_key(key)?),
    };
    Some(CheckedRun { lot_id: words.next()?.to_owned(), serials, outcome, stated })
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    text
}
