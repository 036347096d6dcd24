//! The canonical text of an event: its kind, then one `key=value` a line, in a fixed order.

use super::event::{Movement, Retirement, RetirementLine};
use super::lot::{Lot, Origin, SerialRange};
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
        self.put_some("batch", lot.batch.as_ref());
        self.put_some("entity", lot.entity.as_ref());
        self.put_some("unit_price", lot.unit_price);
        self.put_some("currency", lot.currency.as_ref());
        self.put_some("project", lot.project.as_ref());
        self.put_some("facility", lot.facility.as_ref());
        self.put_some("country", lot.country.as_ref());
        self.put_some("counterparty", lot.counterparty.as_ref());
        self.put_some("trade_date", lot.trade_date);
        self.put_some("methodology", lot.methodology_version.as_ref());
        self.put_some("verification_body", lot.verification_body.as_ref());
        self.put_some("tco2e", lot.tco2e);
    }

    pub(super) fn retirement(&mut self, retirement: &Retirement) {
        self.put("retirement", &retirement.id);
        self.put("year", retirement.year);
        self.put("beneficiary", &retirement.beneficiary);
        self.put_some("entity", retirement.entity.as_ref());
        self.put("claim_level", &retirement.claim_level);
        self.put_some("because", retirement.because.as_ref());
        for line in &retirement.lines {
            self.put("line", format_args!("{} {}", line.serials, line.lot_id));
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
            entity: self.optional("entity"),
            claim_level: self.text("claim_level")?,
            because: self.optional("because"),
            lines: self.all("line").map(line).collect::<Option<_>>()?,
        })
    }
}

fn parse_serials(text: &str) -> Option<SerialRange> {
    let (start, end) = text.split_once('-')?;
    SerialRange::new(start.parse().ok()?, end.parse().ok()?)
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
