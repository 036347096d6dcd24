//! What was recognised in order texts.

use serde::Serialize;

/// What the app makes of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecognisedView {
    /// One for each text, in their order.
    pub recognised: Vec<RecognisedText>,
}

/// What one text is, and which weight it would be given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecognisedText {
    /// The text.
    pub text: String,
    /// Whether it is hardware; nothing where no word says.
    pub is_hardware: Option<bool>,
    /// Why it is no hardware.
    pub not_hardware: Option<String>,
    /// Kind key.
    pub kind: Option<String>,
    /// Who makes it.
    pub maker: Option<String>,
    /// Its product line.
    pub family: Option<String>,
    /// Its model's words.
    pub model: Option<String>,
    /// How large it is.
    pub size: Option<String>,
    /// The condition that the text says.
    pub condition: Option<String>,
    /// Mass of one unit in kg: the mean where it is estimated.
    pub unit_kg: Option<String>,
    /// Low end of its 90 % range, kg.
    pub low_kg: Option<String>,
    /// High end of its 90 % range, kg.
    pub high_kg: Option<String>,
    /// `table`, `family`, `default` or `last_resort`.
    pub tier: Option<String>,
    /// The tables that the mass is from.
    pub source: Option<String>,
    /// How many devices the mass rests on.
    pub devices: Option<usize>,
    /// The family or class whose mean it is.
    pub class: Option<String>,
    /// Which words decided what.
    pub evidence: Vec<String>,
}
