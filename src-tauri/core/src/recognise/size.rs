//! How large a device is, as far as its name or text says.

use super::builds::Builds;
use super::kind::Kind;
use super::text::Text;
use rust_decimal::Decimal;
use std::fmt;

/// The build of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Form {
    Tower,
    Sff,
    Micro,
    AllInOne,
    Rack,
    Desktop,
    Blade,
    /// For weather.
    Outdoor,
    /// In a wall, over its socket.
    Wall,
    /// A screen that is touched: with a pane of glass before it.
    Touch,
}

impl Form {
    const ALL: [Self; 10] = [
        Self::Tower,
        Self::Sff,
        Self::Micro,
        Self::AllInOne,
        Self::Rack,
        Self::Desktop,
        Self::Blade,
        Self::Outdoor,
        Self::Wall,
        Self::Touch,
    ];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tower => "tower",
            Self::Sff => "sff",
            Self::Micro => "micro",
            Self::AllInOne => "aio",
            Self::Rack => "rack",
            Self::Desktop => "desktop",
            Self::Blade => "blade",
            Self::Outdoor => "outdoor",
            Self::Wall => "wall",
            Self::Touch => "touch",
        }
    }

    /// The form with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }
}

/// What is known of a device's size; nothing where nothing says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Diagonal of the screen, inches.
    pub inches: Option<Decimal>,
    /// Network ports of the main row.
    pub ports: Option<u32>,
    /// Height in a rack, units of 44.45 mm.
    pub rack_units: Option<u32>,
    /// Rated power of an uninterruptible supply, VA.
    pub volt_amperes: Option<u32>,
    /// Drive bays.
    pub bays: Option<u32>,
    /// Build.
    pub form: Option<Form>,
    /// Built for a data centre: heavier than an access device of as many ports.
    pub is_data_centre: bool,
    /// Feeds power to its ports.
    pub feeds_power: bool,
    /// Ten gigabits at each of its ports.
    pub is_fast: bool,
    /// Hands out power and neither measures nor switches it.
    pub is_basic: bool,
    /// Accelerators on a board of their own, four or eight, with the coolers and supplies that they need.
    pub has_accelerators: bool,
    /// Half as deep as a rack.
    pub is_shallow: bool,
    /// An uninterruptible supply whose batteries are bought apart.
    pub is_without_battery: bool,
}

/// What a product line says of every model of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its size.
    pub size: Size,
    /// It is only meant where the maker is named.
    pub needs_maker: bool,
    /// It decides only where nothing else names a device.
    pub is_weak: bool,
}

impl Facts {
    /// Reads `maker in=14 form=sff`; the word that means nothing where one does.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut facts = Self::default();
        for word in text.split_whitespace() {
            match (word, word.split_once('=')) {
                ("maker", _) => facts.needs_maker = true,
                ("weak", _) => facts.is_weak = true,
                ("dc", _) => facts.size.is_data_centre = true,
                ("poe", _) => facts.size.feeds_power = true,
                ("fast", _) => facts.size.is_fast = true,
                ("basic", _) => facts.size.is_basic = true,
                ("accelerators", _) => facts.size.has_accelerators = true,
                ("shallow", _) => facts.size.is_shallow = true,
                ("unbatteried", _) => facts.size.is_without_battery = true,
                (_, Some((name, value))) if facts.size.read(name, value) => {}
                _ => return Err(word.to_owned()),
            }
        }
        Ok(facts)
    }
}

impl Size {
    /// Takes in what a name's part says: `in`, `teen` (inches less ten), `ports`, `u`, `va`, `kva`, `bays`, `form`.
    pub(super) fn read(&mut self, name: &str, value: &str) -> bool {
        let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let number = value.parse::<u32>().ok();
        match name {
            "in" => self.inches = value.parse().ok().filter(|inches| is_screen(*inches)).or(self.inches),
            "teen" | "t" => self.inches = number.map(|teen| Decimal::from(teen + 10)).or(self.inches),
            "ports" => self.ports = number.or(self.ports),
            "u" => self.rack_units = number.or(self.rack_units),
            "va" => self.volt_amperes = number.or(self.volt_amperes),
            "kva" => self.volt_amperes = number.map(|kva| kva * 1000).or(self.volt_amperes),
            "bays" => self.bays = number.or(self.bays),
            "form" => self.form = Form::from_word(value).or(self.form),
            _ => return false,
        }
        true
    }

    /// As [`Facts::read`] reads it.
    pub fn facts(&self) -> String {
        let number = |name: &str, value: Option<u32>| value.map(|value| format!("{name}={value}"));
        let inches = self.inches.map(|inches| format!("in={}", inches.normalize()));
        let form = self.form.map(|form| format!("form={}", form.word()));
        let parts = [
            inches,
            number("ports", self.ports),
            number("u", self.rack_units),
            number("va", self.volt_amperes),
            number("bays", self.bays),
            form,
            self.is_data_centre.then(|| "dc".to_owned()),
            self.feeds_power.then(|| "poe".to_owned()),
            self.is_fast.then(|| "fast".to_owned()),
            self.is_basic.then(|| "basic".to_owned()),
            self.has_accelerators.then(|| "accelerators".to_owned()),
            self.is_shallow.then(|| "shallow".to_owned()),
            self.is_without_battery.then(|| "unbatteried".to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// How much is known.
    pub(super) fn known(&self) -> usize {
        let numbers = [self.ports, self.rack_units, self.volt_amperes, self.bays];
        numbers.iter().flatten().count()
            + usize::from(self.inches.is_some())
            + usize::from(self.form.is_some())
    }

    /// What another knows and this does not.
    pub(super) fn filled(mut self, other: &Self) -> Self {
        self.inches = self.inches.or(other.inches);
        self.ports = self.ports.or(other.ports);
        self.rack_units = self.rack_units.or(other.rack_units);
        self.volt_amperes = self.volt_amperes.or(other.volt_amperes);
        self.bays = self.bays.or(other.bays);
        self.form = self.form.or(other.form);
        self.is_data_centre |= other.is_data_centre;
        self.feeds_power |= other.feeds_power;
        self.is_fast |= other.is_fast;
        self.is_basic |= other.is_basic;
        self.has_accelerators |= other.has_accelerators;
        self.is_shallow |= other.is_shallow;
        self.is_without_battery |= other.is_without_battery;
        self
    }

    /// The size that a product line says, with what the words around its model say of a kind.
    pub(super) fn with(self, kind: Option<Kind>, text: &Text, builds: &Builds) -> Self {
        let said = Self::said(text);
        // A screen's size and a height that are written out are more exact than those of a model's number.
        let inches = said.inches.or(self.inches);
        let rack_units = said.rack_units.or(self.rack_units);
        let mut size = Self { inches, rack_units, ..self.filled(&said) };
        if kind == Some(Kind::Switch) {
            size.ports = size.ports.or_else(|| Self::counted_ports(text));
            // 24U and 48U in a switch's number are ports that feed much power.
            let is_of_ports = size.ports.is_some() && size.rack_units == size.ports;
            size.feeds_power |= is_of_ports;
            size.rack_units = size.rack_units.filter(|_| !is_of_ports);
        }
        if let Some(kind) = kind {
            size = builds.of(kind, text, size);
        }
        if kind == Some(Kind::Ups) && size.volt_amperes.is_none() {
            size.volt_amperes = Self::counted_power(text);
        }
        // 1793VA is a router of two radios, and no 1,793 volt-amperes.
        size.volt_amperes = size.volt_amperes.filter(|_| kind == Some(Kind::Ups));
        size
    }

    /// What the words around a model say of its size.
    fn said(text: &Text) -> Self {
        let mut size = Self::default();
        let words: Vec<&str> = text.words.iter().map(|&(start, end)| &text.folded[start..end]).collect();
        for (place, word) in words.iter().enumerate() {
            size.say(word, words.get(place + 1).copied().unwrap_or_default());
        }
        size
    }

    /// The ports that a switch's text counts without saying so: `24G`, `48P`, `8T`.
    fn counted_ports(text: &Text) -> Option<u32> {
        text.words.iter().find_map(|&(start, end)| {
            let word = &text.folded[start..end];
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let ports: u32 = word[..digits].parse().ok().filter(|ports| PORTS.contains(ports))?;
            matches!(&word[digits..], "g" | "p" | "t" | "gp" | "gt" | "fp" | "lp" | "mp" | "pp" | "hp")
                .then_some(ports)
        })
    }

    /// The volt-amperes that a supply is named by without a unit: `UPS 1500`.
    fn counted_power(text: &Text) -> Option<u32> {
        let words = text.words.iter().filter_map(|&(start, end)| text.folded[start..end].parse().ok());
        words.into_iter().find(|va: &u32| (300..=20_000).contains(va) && va.is_multiple_of(50))
    }

    fn say(&mut self, word: &str, next: &str) {
        let digits = word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, unit) = word.split_at(digits);
        let unit = if unit.is_empty() { next } else { unit };
        if number.is_empty() {
            return self.say_word(word, next);
        }
        let whole = number.parse::<u32>().ok();
        match unit {
            "in" | "inch" | "inches" | "zoll" | "pouce" | "pouces" | "pulgadas" | "pulg" | "pollici"
            | "polegadas" | "cali" | "cala" | "дюйм" | "дюймов" => {
                self.inches = number.parse().ok().filter(|inches| is_screen(*inches)).or(self.inches);
            }
            "port" | "ports" | "poorts" | "poort" | "puertos" | "portas" | "porte" | "portowy" | "fach" => {
                self.ports = whole.or(self.ports);
            }
            "u" | "he" | "ru" | "unites" => {
                self.rack_units = whole.filter(|units| *units < 60).or(self.rack_units)
            }
            "va" => self.volt_amperes = whole.or(self.volt_amperes),
            "kva" => self.volt_amperes = number.parse().ok().and_then(volt_amperes).or(self.volt_amperes),
            "bay" | "bays" => self.bays = whole.or(self.bays),
            _ if number.contains('.') => {
                let inches = number.parse().ok().filter(|inches: &Decimal| *inches >= Decimal::from(10));
                self.inches = self.inches.or(inches.filter(|inches| is_screen(*inches)));
            }
            _ => {}
        }
    }

    fn say_word(&mut self, word: &str, next: &str) {
        let form = match (word, next) {
            ("mini" | "micro", "tower") => return,
            ("small", "form" | "desktop") => Form::Sff,
            ("all", "in") => Form::AllInOne,
            ("zero", "u") => return self.rack_units = Some(0),
            (word, _) => return self.say_form(word),
        };
        self.form = self.form.or(Some(form));
    }

    fn say_form(&mut self, word: &str) {
        let form = match word {
            "tower" | "mt" | "twr" | "minitower" | "microtower" | "tour" | "torre" => Form::Tower,
            "sff" => Form::Sff,
            "micro" | "tiny" | "mini" | "compact" | "mff" | "usff" | "dm" => Form::Micro,
            "aio" => Form::AllInOne,
            "rack" | "rackmount" => Form::Rack,
            "poe" => return self.feeds_power = true,
            "zerou" | "vertical" | "vertikal" | "verticale" => return self.rack_units = Some(0),
            _ => return,
        };
        self.form = self.form.or(Some(form));
    }
}

/// Thousands of volt-amperes, in volt-amperes.
fn volt_amperes(kva: Decimal) -> Option<u32> {
    (kva * Decimal::ONE_THOUSAND).normalize().to_string().parse().ok()
}

/// Ports that switches have in their main row.
const PORTS: [u32; 14] = [5, 8, 9, 10, 12, 16, 18, 20, 24, 26, 28, 32, 48, 52];

/// Screens that are looked at: 5 to 110 inches.
fn is_screen(inches: Decimal) -> bool {
    inches >= Decimal::from(5) && inches <= Decimal::from(110)
}

impl fmt::Display for Size {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.inches.map(|inches| format!("{} in", inches.normalize())));
        parts.extend(self.ports.map(|ports| format!("{ports} ports")));
        parts.extend(self.rack_units.map(|units| format!("{units}U")));
        parts.extend(self.volt_amperes.map(|va| format!("{va} VA")));
        parts.extend(self.bays.map(|bays| format!("{bays} bays")));
        parts.extend(self.form.map(|form| form.word().to_owned()));
        parts.extend(self.feeds_power.then(|| "feeds power".to_owned()));
        parts.extend(self.is_fast.then(|| "10 Gbit/s".to_owned()));
        parts.extend(self.is_basic.then(|| "basic".to_owned()));
        parts.extend(self.has_accelerators.then(|| "accelerators".to_owned()));
        parts.extend(self.is_shallow.then(|| "shallow".to_owned()));
        parts.extend(self.is_without_battery.then(|| "without batteries".to_owned()));
        formatter.write_str(&parts.join(", "))
    }
}
