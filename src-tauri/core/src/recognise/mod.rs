//! What an order line is, from its text: maker, product line, kind, size, condition, or why it is no hardware.
//! Part numbers and product lines decide before kind words; a thing for a device is not the device, and a device
//! with things is the device. What the words are is data (`assets/recognise`).

mod builds;
mod configuration;
mod grammar;
mod kind;
mod lines;
mod patterns;
mod purpose;
mod sign;
mod size;
mod text;
mod words;

pub use builds::BuildRule;
pub use kind::{Group, Kind, Reason};
pub use lines::{BadPattern, LineRule, Meaning};
pub use size::{Facts, Form, Size};

use crate::line::Condition;
use builds::Builds;
use lines::Lines;
use text::Text;
use words::Phrases;

/// A maker with the words that name it.
#[derive(Clone, Debug)]
pub struct Maker {
    /// Its name.
    pub name: String,
    /// The maker it belongs to; [`INSIDE`] where other makers' texts name it for what is inside.
    pub house: Option<String>,
    /// What it is called in texts.
    pub words: Vec<String>,
}

/// The house of makers that other makers' texts name for what is inside.
pub const INSIDE: &str = "*";

/// How much a word decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// Of a language where the last noun decides.
    Last,
    /// Of a language where the first noun decides.
    First,
    /// Decides where it stands first, or last and alone.
    Soft,
    /// Decides only where nothing else does.
    Weak,
}

/// A word for a kind or a reason.
#[derive(Clone, Debug)]
pub struct KindWord {
    /// The word or phrase.
    pub phrase: String,
    /// What it means.
    pub meaning: Meaning,
    /// How much it decides.
    pub strength: Strength,
    /// It also ends compounds.
    pub ends_compounds: bool,
}

/// Everything the recogniser knows.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Makers.
    pub makers: Vec<Maker>,
    /// Product lines.
    pub lines: Vec<LineRule>,
    /// What words say of the build of a kind.
    pub builds: Vec<BuildRule>,
    /// Kind words.
    pub words: Vec<KindWord>,
    /// Words before what a device comes with.
    pub with: Vec<String>,
    /// Words before what a thing is for.
    pub made_for: Vec<String>,
    /// Words behind what a thing is for.
    pub made_for_behind: Vec<String>,
    /// Phrases that mean nothing, though a part of them would.
    pub neutral: Vec<String>,
    /// Places behind what they are for: training room.
    pub places: Vec<String>,
    /// Places before what they are for: salle de formation.
    pub places_before: Vec<String>,
    /// Words that say a device is sold with more.
    pub bundle: Vec<String>,
    /// Words for a condition.
    pub conditions: Vec<(Condition, Vec<String>)>,
    /// Words for a condition that may as well say what a thing is for, such as "used".
    pub doubtful: Vec<String>,
}

/// What a row says of a device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Described<'a> {
    /// The item's text.
    pub item: Option<&'a str>,
    /// Manufacturer.
    pub manufacturer: Option<&'a str>,
    /// Model or part number.
    pub model: Option<&'a str>,
    /// The kind that the file's own category column says.
    pub category: Option<Kind>,
}

/// Words that decided, with what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words, folded.
    pub words: String,
    /// What they said.
    pub says: String,
}

/// What was recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Who makes it.
    pub maker: Option<String>,
    /// Its product line.
    pub line: Option<String>,
    /// The model's or part number's words, folded.
    pub model: Option<String>,
    /// Its kind; nothing where no word says it.
    pub kind: Option<Kind>,
    /// Why it is no hardware.
    pub reason: Option<Reason>,
    /// How large it is.
    pub size: Size,
    /// The condition that its text says.
    pub condition: Option<Condition>,
    /// Whether the words may as well say something else, such as what a thing is used for.
    pub is_condition_doubted: bool,
    /// What decided.
    pub evidence: Vec<Evidence>,
    /// Whether a product line decided, and not a kind word.
    pub is_by_line: bool,
    /// Whether only a word decided that says little: pc, screen, rack.
    pub is_weak: bool,
    /// Whether the text speaks of a device and of something for it, and not which is bought.
    pub is_open: bool,
    /// What the text reads as where the file's own category says otherwise.
    pub overruled: Option<&'static str>,
}

impl Recognised {
    /// Whether it is hardware; nothing where that is not known.
    pub fn is_hardware(&self) -> Option<bool> {
        if self.reason.is_some() { Some(false) } else { self.kind.map(|_| true) }
    }

    /// Whether no word said anything of what it is.
    pub fn is_silent(&self) -> bool {
        self.meaning().is_none() && !self.is_open
    }

    /// Whether it is of a kind, or of one that belongs to it.
    pub fn is_of(&self, kind: Kind) -> bool {
        self.kind.is_some_and(|own| own == kind || own.parent() == Some(kind))
    }

    /// The same by a person's word for its kind; its size says nothing of another kind.
    pub fn set(mut self, kind: Option<Kind>) -> Self {
        let Some(kind) = kind else { return self };
        if self.kind != Some(kind) {
            (self.size, self.line, self.model) = (Size::default(), None, None);
        }
        self.notes(kind.word(), "a person's word".to_owned());
        (self.kind, self.reason) = (Some(kind), None);
        self
    }

    /// The words that decided, with what they said, as one text.
    pub fn evidence_text(&self) -> String {
        let words = self.evidence.iter().map(|one| format!("{} → {}", one.words, one.says));
        words.collect::<Vec<_>>().join("; ")
    }

    fn meaning(&self) -> Option<Meaning> {
        self.reason.map(Meaning::NoHardware).or_else(|| self.kind.map(Meaning::Hardware))
    }

    fn notes(&mut self, words: &str, says: String) {
        self.evidence.push(Evidence { words: words.to_owned(), says });
    }
}

/// What stands between the parts of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// What follows only comes with it.
    With,
    /// What follows is what it is for.
    For,
    /// What precedes is what it is for.
    ForBehind,
    /// It is sold with more.
    Bundle,
    /// It means nothing.
    Nothing,
}

/// Recognises order texts.
#[derive(Debug)]
pub struct Recogniser {
    makers: Vec<Maker>,
    maker_words: Phrases<usize>,
    lines: Lines,
    builds: Builds,
    words: Phrases<(Meaning, Strength)>,
    between: Phrases<Between>,
    /// Places, and whether they stand before what they are for.
    places: Phrases<bool>,
    conditions: Phrases<(Condition, bool)>,
}

impl Recogniser {
    /// Prepares what is known.
    pub fn new(knowledge: Knowledge) -> Result<Self, BadPattern> {
        let mut maker_words = Phrases::default();
        for (place, maker) in knowledge.makers.iter().enumerate() {
            maker.words.iter().for_each(|word| maker_words.add(word, place));
        }
        let mut words = Phrases::default();
        for word in &knowledge.words {
            if word.ends_compounds {
                words.add_ending(&word.phrase, (word.meaning, word.strength));
            } else {
                words.add(&word.phrase, (word.meaning, word.strength));
            }
        }
        let mut between = Phrases::default();
        knowledge.with.iter().for_each(|word| between.add(word, Between::With));
        knowledge.made_for.iter().for_each(|word| between.add(word, Between::For));
        knowledge.made_for_behind.iter().for_each(|word| between.add(word, Between::ForBehind));
        knowledge.neutral.iter().for_each(|word| between.add(word, Between::Nothing));
        knowledge.bundle.iter().for_each(|word| between.add(word, Between::Bundle));
        let mut places = Phrases::default();
        knowledge.places.iter().for_each(|word| places.add(word, false));
        knowledge.places_before.iter().for_each(|word| places.add(word, true));
        let mut conditions = Phrases::default();
        for (condition, phrases) in &knowledge.conditions {
            let is_doubtful = |phrase: &String| knowledge.doubtful.contains(phrase);
            phrases.iter().for_each(|phrase| conditions.add(phrase, (*condition, is_doubtful(phrase))));
        }
        let lines = Lines::new(knowledge.lines)?;
        let builds = Builds::new(knowledge.builds)?;
        Ok(Self { makers: knowledge.makers, maker_words, lines, builds, words, between, places, conditions })
    }

    /// What one text says.
    pub fn text(&self, text: &str) -> Recognised {
        self.read(text, None)
    }

    /// What a row says: its model before its item's text, unless the text names a thing for that model;
    /// its own category before either where they differ by more than a sibling.
    pub fn row(&self, row: Described<'_>) -> Recognised {
        let item = row.item.map(|item| self.read(item, row.manufacturer)).unwrap_or_default();
        let model = row.model.filter(|model| row.item.is_none_or(|item| !item.contains(*model)));
        let model = model.map(|model| self.read(model, row.manufacturer)).unwrap_or_default();
        let is_thing = item.reason.is_some() || item.kind.is_some_and(Kind::is_thing_for_a_device);
        let mut found = match (item.meaning(), model.meaning()) {
            (Some(_), Some(_)) if is_thing || !model.is_by_line => item.filled(model),
            (_, Some(_)) => model.filled(item),
            _ => item.filled(model),
        };
        if found.maker.is_none() {
            found.maker = row.manufacturer.map(str::to_owned);
        }
        if let Some(category) = row.category {
            found.placed(category);
        }
        found
    }

    fn house(&self, maker: &str) -> String {
        let of = |name: &str| self.makers.iter().find(|maker| maker.name == name)?.house.clone();
        let mut house = maker.to_owned();
        while let Some(above) = of(&house) {
            house = above;
        }
        house
    }

    fn read(&self, text: &str, manufacturer: Option<&str>) -> Recognised {
        let text = Text::new(text);
        let maker = match manufacturer {
            None => grammar::By::Nobody,
            Some(name) => match self.maker_words.find(&Text::new(name)).first() {
                Some(found) => grammar::By::Known(found.meaning),
                None => grammar::By::Another,
            },
        };
        grammar::read(self, &text, maker)
    }
}

impl Recognised {
    /// What another knows and this does not, of the same thing.
    fn filled(mut self, other: Self) -> Self {
        if self.meaning().is_none() || self.kind == other.kind {
            self.size = self.size.filled(&other.size);
            self.line = self.line.or(other.line);
            self.model = self.model.or(other.model);
        }
        if self.meaning().is_none() {
            (self.is_weak, self.is_open) = (other.is_weak, self.is_open || other.is_open);
        }
        self.kind = self.kind.or(other.kind.filter(|_| self.reason.is_none()));
        self.reason = self.reason.or(other.reason.filter(|_| self.kind.is_none()));
        self.maker = self.maker.or(other.maker);
        if self.condition.is_none() {
            (self.condition, self.is_condition_doubted) = (other.condition, other.is_condition_doubted);
        }
        self.evidence.extend(other.evidence);
        self.is_by_line |= other.is_by_line;
        self
    }

    /// Puts it where the file's own category says, unless that is only a wider or a sibling kind.
    fn placed(&mut self, category: Kind) {
        let is_sibling = |kind: Kind| kind.is_near(category) && !self.is_weak;
        match self.kind {
            Some(kind) if kind == category || kind.parent() == Some(category) => {}
            Some(kind) if category.parent() == Some(kind) => self.kind = Some(category),
            Some(kind) if is_sibling(kind) => {}
            Some(kind) => {
                self.notes(
                    category.word(),
                    format!("the file's category; the text reads as {}", kind.word()),
                );
                (self.size, self.line, self.model) = (Size::default(), None, None);
                self.overruled = Some(kind.word()).filter(|_| !self.is_weak);
                self.kind = Some(category);
            }
            None => {
                self.notes(category.word(), "the file's category".to_owned());
                self.overruled = self.reason.map(Reason::word);
                (self.kind, self.reason) = (Some(category), None);
            }
        }
    }
}
