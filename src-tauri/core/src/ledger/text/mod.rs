//! The canonical text of an event: its kind, then one `key=value` a line, in a fixed order.

mod fields;
mod writer;

use super::event::Event;
use super::movement::Movement;
use crate::journal::Act;
use fields::Fields;
use writer::Writer;

impl Event {
    /// Its canonical text: the log keeps and hashes exactly this.
    pub fn to_text(&self) -> String {
        let mut text = Writer::new(self.kind());
        match self {
            Self::LotRecorded(lot) => text.lot(lot),
            Self::LotRemoved { lot_id, because } => {
                text.put("lot", lot_id);
                text.put("because", because);
            }
            Self::Moved { lot_id, movement, serials } => {
                text.put("lot", lot_id);
                text.put_some("year", movement.year());
                text.put_some("note", movement.note());
                if let Movement::Transfer { price: Some(price), .. } = movement {
                    text.put("unit_price", price.amount);
                    text.put("currency", price.currency.code());
                }
                serials.iter().for_each(|range| text.put("serials", range));
            }
            Self::Retired(retirement) => text.retirement(retirement),
            Self::Reversed { retirement, evidence } => {
                text.retirement(retirement);
                text.put("evidence", evidence);
            }
            Self::Split { lot_id, at, into: [lower, upper] } => {
                text.put("lot", lot_id);
                text.put("at", at);
                text.put("lower", lower);
                text.put("upper", upper);
            }
            Self::Adjusted { lot_id, changes, because } => {
                text.put("lot", lot_id);
                text.changes(changes);
                text.put("because", because);
            }
            Self::Attached { subject, document } => {
                text.put(subject.word(), subject.id());
                text.document(document);
            }
            Self::Checked(check) => text.check(check),
            Self::YearLocked { year, figures } => {
                text.put("year", year);
                figures.iter().for_each(|(name, value)| text.put("figure", format_args!("{name} {value}")));
            }
            Self::Restated { year, differences, because } => {
                text.put("year", year);
                text.differences(differences);
                text.put("because", because);
            }
            Self::YearUnlocked { year, because } => {
                text.put("year", year);
                text.put("because", because);
            }
            Self::Journal(entry) => text.entry(entry),
        }
        text.finish()
    }

    /// The event that has this canonical text; nothing where the text is of no event.
    pub fn from_text(text: &str) -> Option<Self> {
        let (kind, fields) = Fields::parse(text)?;
        let event = match kind {
            "recorded" => Self::LotRecorded(Box::new(fields.lot()?)),
            "lot_removed" => {
                Self::LotRemoved { lot_id: fields.text("lot")?, because: fields.text("because")? }
            }
            "retired" => Self::Retired(fields.retirement()?),
            "reversed" => {
                Self::Reversed { retirement: fields.retirement()?, evidence: fields.text("evidence")? }
            }
            "split" => Self::Split {
                lot_id: fields.text("lot")?,
                at: fields.parsed("at")?,
                into: [fields.text("lower")?, fields.text("upper")?],
            },
            "adjusted" => Self::Adjusted {
                lot_id: fields.text("lot")?,
                changes: fields.changes()?,
                because: fields.text("because")?,
            },
            "attached" => Self::Attached { subject: fields.subject()?, document: fields.document()? },
            "checked" => Self::Checked(fields.check()?),
            "year_locked" => {
                Self::YearLocked { year: fields.parsed("year")?, figures: fields.pairs("figure")? }
            }
            "restated" => Self::Restated {
                year: fields.parsed("year")?,
                differences: fields.differences(),
                because: fields.text("because")?,
            },
            "year_unlocked" => {
                Self::YearUnlocked { year: fields.parsed("year")?, because: fields.text("because")? }
            }
            other => match Act::from_word(other) {
                Some(act) => Self::Journal(fields.entry(act)?),
                None => Self::Moved {
                    lot_id: fields.text("lot")?,
                    movement: fields.movement(other)?,
                    serials: fields.all_serials("serials")?,
                },
            },
        };
        (event.to_text() == text).then_some(event)
    }
}
