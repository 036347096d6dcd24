//! The canonical text of an event: its kind, then one `key=value` a line, in a fixed order.

use super::check::{Check, CheckedRun};
use super::event::{Change, Difference, Movement, Retirement, RetirementLine};
use super::evidence::{Document, Proof, Subject};
use super::fact::Fact;
use super::lot::{Baseline, Facts, Intent, Lot, Origin, SerialRange};
use super::reconcile::{Outcome, Stated};
use std::fmt::Display;
use std::str::FromStr;

/// Writes an event's text.
pub(super) struct Writer(String);

impl Writer {
    pub(super) fn new(kind: &str) -> Self {
        Self(kind.to_owned())
    }

    pub(super) fn put(&mut self, key: &str, value: impl Display) {
        let value = value.to_string().replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
        self.0.push_str(&format!("\n{key}={value}"));
    }

    pub(super) fn put_some(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    pub(super) fn lot(&mut self, lot: &Lot) {
        self.put("lot", &lot.id);
        self.put("class", &lot.class);
        self.put("registry", &lot.registry);
        self.put("prefix", &lot.prefix);
        self.put("serials", lot.serials);
        self.put("vintage", lot.vintage);
        self.put("expires_on", lot.expires_on);
        self.put("origin", lot.origin.word());
        self.put("bundled", lot.is_bundled);
        let facts = &lot.facts;
        self.put_some("batch", facts.batch.as_ref());
        self.put_some("entity", facts.entity.as_ref());
        self.put_some("unit_price", facts.unit_price);
        self.put_some("currency", facts.currency.as_ref());
        self.put_some("project", facts.project.as_ref());
        self.put_some("facility", facts.facility.as_ref());
        self.put_some("country", facts.country.as_ref());
        self.put_some("counterparty", facts.counterparty.as_ref());
        self.put_some("trade_date", facts.trade_date);
        self.put_some("methodology", facts.methodology_version.as_ref());
        self.put_some("verification_body", facts.verification_body.as_ref());
        self.put_some("tco2e", facts.tco2e);
        self.put_some("class_version", facts.class_version.as_ref());
        self.put_some("delivery_date", facts.delivery_date);
        self.put_some("order_number", facts.order_number.as_ref());
        self.put_some("baseline", facts.baseline.map(Baseline::word));
        self.put_some("factor_source", facts.factor_source.as_ref());
        self.put_some("verified_on", facts.verified_on);
        self.put_some("claim_eligibility", facts.claim_eligibility.as_ref());
        self.put_some("registry_status", facts.registry_status.as_ref());
        self.put_some("registry_link", facts.registry_link.as_ref());
        self.put_some("chain_of_custody", facts.chain_of_custody.as_ref());
        self.put_some("intent", Some(facts.intent).filter(|it| *it != Intent::Undecided).map(Intent::word));
    }

    pub(super) fn retirement(&mut self, retirement: &Retirement) {
        self.put("retirement", &retirement.id);
        self.put("year", retirement.year);
        self.put("beneficiary", &retirement.beneficiary);
        self.put_some("entity", retirement.entity.as_ref());
        self.put("claim_level", &retirement.claim_level);
        self.put_some("because", retirement.because.as_ref());
        self.put_some("purpose", retirement.purpose.as_ref());
        self.put_some("beneficiary_country", retirement.beneficiary_country.as_ref());
        self.put_some("beneficiary_identifier", retirement.beneficiary_identifier.as_ref());
        for line in &retirement.lines {
            self.put("line", format_args!("{} {}", line.serials, line.lot_id));
        }
    }

    pub(super) fn changes(&mut self, changes: &[Change]) {
        for change in changes {
            let word = change.fact.word();
            self.put("fact", word);
            self.put_some("old", change.old.as_ref().map(|value| format!("{word} {value}")));
            self.put_some("new", change.new.as_ref().map(|value| format!("{word} {value}")));
        }
    }

    pub(super) fn document(&mut self, document: &Document) {
        self.put("proves", document.proves.word());
        self.put("sha256", &document.sha256);
        self.put("size", document.size);
        self.put("file_name", &document.file_name);
    }

    pub(super) fn check(&mut self, check: &Check) {
        self.put("file_name", &check.file_name);
        self.put("sha256", &check.sha256);
        self.put_some("size", check.size);
        self.put("differences", check.differences);
        self.put_some("only_there", check.units_only_there);
        check.lot_ids.iter().for_each(|lot_id| self.put("lot", lot_id));
        for CheckedRun { lot_id, serials, outcome, stated } in &check.runs {
            let stated = stated.map_or("unstated", Stated::key);
            self.put("run", format_args!("{serials} {} {stated} {lot_id}", outcome.word()));
        }
    }

    pub(super) fn differences(&mut self, differences: &[Difference]) {
        for difference in differences {
            let Difference { figure, old, new } = difference;
            self.put("figure", figure);
            self.put_some("old", old.as_ref().map(|value| format!("{figure} {value}")));
            self.put_some("new", new.as_ref().map(|value| format!("{figure} {value}")));
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

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
            "transferred" => Movement::Transfer { to: self.text("note")? },
            "cancelled" => Movement::Cancel { because: self.text("note")? },
            "expired" => Movement::Expire,
            _ => return None,
        })
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
            lines: self.all("line").map(line).collect::<Option<_>>()?,
        })
    }
}

impl Fields {
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
        })
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
