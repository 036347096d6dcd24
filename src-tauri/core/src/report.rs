//! The report of a year: who answers for it, what it is taken for, and what changed since the one before.

use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What somebody answers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Put it together.
    Prepared,
    /// Looked it through.
    Reviewed,
    /// Released it.
    Approved,
}

impl Role {
    /// All of them, in the order in which they sign.
    pub const ALL: [Self; 3] = [Self::Prepared, Self::Reviewed, Self::Approved];

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Reviewed => "reviewed",
            Self::Approved => "approved",
        }
    }

    /// The role stored under this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// A signature under the figures of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// As what.
    pub role: Role,
    /// Who.
    pub by: String,
    /// Day.
    pub on: NaiveDate,
    /// Hash of the figures that were signed.
    pub figures: String,
}

/// Signatures that hold for figures of this hash; one for other figures is void.
pub fn valid<'a>(
    signatures: &'a [Signature],
    figures: &'a str,
) -> impl Iterator<Item = &'a Signature> + use<'a> {
    signatures.iter().filter(move |one| one.figures == figures)
}

/// Roles in which nobody has signed these figures yet, in their order.
pub fn missing(signatures: &[Signature], figures: &str) -> Vec<Role> {
    let has = |role: Role| valid(signatures, figures).any(|one| one.role == role);
    Role::ALL.into_iter().filter(|role| !has(*role)).collect()
}

/// What a report may be taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Figures may still change.
    Draft,
    /// The first report of the year that was signed and sealed.
    Final,
    /// A later one, with other figures.
    Restated,
}

impl Status {
    /// The status of a final report with this number.
    pub fn of_version(version: i64) -> Self {
        if version > 1 { Self::Restated } else { Self::Final }
    }

    /// The word under which it is stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Final => "final",
            Self::Restated => "restated",
        }
    }
}

/// Figures by their id.
pub type ReportedFigures = BTreeMap<String, String>;

/// A figure that is no longer what was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFigure {
    /// Its id.
    pub figure: String,
    /// What was reported; nothing where it was not.
    pub old: Option<String>,
    /// What it is now; nothing where it is gone.
    pub new: Option<String>,
}

/// Figures that differ, by id.
pub fn changes(before: &ReportedFigures, after: &ReportedFigures) -> Vec<ChangedFigure> {
    let mut ids: Vec<_> = before.keys().chain(after.keys()).collect();
    ids.sort();
    ids.dedup();
    let change = |id: &String| ChangedFigure {
        figure: id.clone(),
        old: before.get(id).cloned(),
        new: after.get(id).cloned(),
    };
    ids.into_iter().map(change).filter(|change| change.old != change.new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature(role: Role, figures: &str) -> Signature {
        Signature {
            role,
            by: "A".into(),
            on: NaiveDate::from_ymd_opt(2026, 6, 16).expect("a day"),
            figures: figures.into(),
        }
    }

    #[test]
    fn a_signature_holds_for_its_figures_alone() {
        let signed = Role::ALL.map(|role| signature(role, "one"));
        assert_eq!(missing(&signed, "one"), []);
        assert_eq!(missing(&signed, "two"), Role::ALL);
        assert_eq!(missing(&signed[..2], "one"), [Role::Approved]);
        assert!(Role::ALL.into_iter().all(|role| Role::from_word(role.word()) == Some(role)));
    }

    #[test]
    fn what_differs_is_listed_with_old_and_new() {
        let figures = |pairs: &[(&str, &str)]| -> ReportedFigures {
            pairs.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect()
        };
        let (before, after) =
            (figures(&[("a", "1"), ("b", "2"), ("c", "3")]), figures(&[("a", "1"), ("b", "5"), ("d", "4")]));
        let changed: Vec<_> = changes(&before, &after)
            .into_iter()
            .map(|one| (one.figure, one.old.unwrap_or_default(), one.new.unwrap_or_default()))
            .collect();
        let expected = [("b", "2", "5"), ("c", "3", ""), ("d", "", "4")];
        assert_eq!(changed, expected.map(|(id, old, new)| (id.to_owned(), old.to_owned(), new.to_owned())));
        assert_eq!(changes(&before, &before), []);
    }

    #[test]
    fn the_second_version_is_a_restatement() {
        assert_eq!(
            [1, 2, 3].map(|version| Status::of_version(version).word()),
            ["final", "restated", "restated"]
        );
    }
}
