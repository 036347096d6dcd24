//! What the words of a text may mean, each by itself.

use super::kind::Kind;
use super::lines::{FoundLine, Meaning};
use super::{Between, Strength};

/// A word or model with a meaning.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) strength: Strength,
    pub(super) line: Option<FoundLine>,
}

impl Sign {
    pub(super) fn is_device(&self) -> bool {
        matches!(self.meaning, Meaning::Hardware(kind) if !kind.is_thing_for_a_device())
    }

    /// Whether it is a word for a kind, and no model.
    pub(super) fn names(&self, kind: Kind) -> bool {
        self.line.is_none() && self.kind() == Some(kind)
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        match self.meaning {
            Meaning::Hardware(kind) => Some(kind),
            Meaning::NoHardware(_) => None,
        }
    }
}

/// What may stand at a place: one of these, the longest.
pub(super) enum Piece {
    Sign(Sign),
    Between(Between, usize, usize),
}

impl Piece {
    pub(super) fn span(&self) -> (usize, usize) {
        match self {
            Self::Sign(sign) => (sign.start, sign.end),
            Self::Between(_, start, end) => (*start, *end),
        }
    }
}
