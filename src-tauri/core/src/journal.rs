//! What happens to a workspace beside its certificates: imports, edits, settings, signatures, reports. Each is an event
//! of the chain, and states what every group of rows that it changed comes to, so that a later change shows.

use crate::ledger::year::Difference;

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is said by its word in WORDS")]
pub enum Act {
    BroughtUpToDate,
    Imported,
    Replaced,
    Undone,
    LinesEdited,
    Weighed,
    SettingsChanged,
    YearChanged,
    MappingSaved,
    Answered,
    ClaimEdited,
    Signed,
    Sealed,
    Planned,
    Ordered,
}

/// Each act with the word under which it is stored and shown; none is a word of a certificate's event.
const WORDS: [(Act, &str); 15] = [
    (Act::BroughtUpToDate, "brought_up_to_date"),
    (Act::Imported, "imported"),
    (Act::Replaced, "replaced"),
    (Act::Undone, "undone"),
    (Act::LinesEdited, "lines_edited"),
    (Act::Weighed, "weighed"),
    (Act::SettingsChanged, "settings_changed"),
    (Act::YearChanged, "year_changed"),
    (Act::MappingSaved, "mapping_saved"),
    (Act::Answered, "answered"),
    (Act::ClaimEdited, "claim_edited"),
    (Act::Signed, "signed"),
    (Act::Sealed, "sealed"),
    (Act::Planned, "planned"),
    (Act::Ordered, "ordered"),
];

impl Act {
    /// The word for it.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(act, _)| *act == self).map_or("", |(_, word)| word)
    }

    /// The act of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        WORDS.iter().find(|(_, one)| *one == word).map(|(act, _)| *act)
    }
}

/// What a group of rows comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The table.
    pub table: String,
    /// Which of its rows: those of this import, year or mapping; 0 where all of them are one group.
    pub part: i64,
    /// SHA-256 over the rows, lower-case hexadecimal; nothing where no row is left.
    pub sha256: Option<String>,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub act: Act,
    /// In words, for the history: the file, the name, the reason.
    pub summary: String,
    /// The reporting year it is for, where it is for one.
    pub year: Option<i32>,
    /// Id of the import it is of, where it is of one.
    pub import_id: Option<String>,
    /// What was something else before.
    pub changes: Vec<Difference>,
    /// What the rows that it changed come to; filled in as it is recorded.
    pub digests: Vec<Digest>,
}

impl Entry {
    /// An entry for this act.
    pub fn new(act: Act, summary: impl Into<String>) -> Self {
        let summary = summary.into();
        Self { act, summary, year: None, import_id: None, changes: Vec::new(), digests: Vec::new() }
    }

    /// The same for a reporting year.
    pub fn of_year(self, year: i32) -> Self {
        Self { year: Some(year), ..self }
    }

    /// The same of an import.
    pub fn of_import(self, id: impl Into<String>) -> Self {
        Self { import_id: Some(id.into()), ..self }
    }

    /// The same with what was something else before.
    pub fn changing(self, changes: Vec<Difference>) -> Self {
        Self { changes, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::event::Event;

    #[test]
    fn every_act_has_a_word_of_its_own_and_its_entry_comes_back_from_its_text() {
        for (act, word) in WORDS {
            assert_eq!((act.word(), Act::from_word(word)), (word, Some(act)));
            let change = Difference { figure: "target_percent".into(), old: Some("100".into()), new: None };
            let digest = |table: &str, sha256: Option<&str>| Digest {
                table: table.into(),
                part: 7,
                sha256: sha256.map(str::to_owned),
            };
            let entry = Entry::new(act, "orders.csv\nsecond line").of_year(2025).of_import("0199-a");
            let entry = entry.changing(vec![change]);
            let digests = vec![digest("line", Some("ab12")), digest("word", None)];
            let event = Event::Journal(Entry { digests, ..entry });
            assert_eq!(event.kind(), word);
            assert_eq!(Event::from_text(&event.to_text()), Some(event));
        }
    }
}
