//! The report of a year: who answers for it, what it is taken for, and what changed since the one before.

use crate::fold::folded_name;
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

/// How many persons answer for a report together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persons {
    /// Each role is another person's.
    #[default]
    Three,
    /// One person may stand in two roles, and never in all of them; every report says so.
    Two,
}

impl Persons {
    /// The number: 3 or 2.
    pub fn number(self) -> u32 {
        match self {
            Self::Three => 3,
            Self::Two => 2,
        }
    }

    /// The setting with this number.
    pub fn from_number(number: u32) -> Option<Self> {
        [Self::Three, Self::Two].into_iter().find(|one| one.number() == number)
    }

    /// Roles in which one person may stand.
    fn roles_of_one(self) -> usize {
        match self {
            Self::Three => 1,
            Self::Two => 2,
        }
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
    /// What the person wanted to be read beside the name.
    pub comment: Option<String>,
    /// Hash of the figures that were signed.
    pub figures: String,
}

/// Why somebody cannot sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// No letter in the name.
    #[error("“{by}” is no name")]
    NoName {
        /// What was given.
        by: String,
    },
    /// Four eyes: the same person in too many roles.
    #[error(
        "{by} has already {} these figures{}, and a report is prepared, reviewed and approved by {} persons",
        .roles.first().map_or("signed", |role| role.word()),
        .roles.get(1).map_or(String::new(), |role| format!(" and {} them", role.word())),
        .persons.number()
    )]
    SamePerson {
        /// The name.
        by: String,
        /// Roles in which this person has signed.
        roles: Vec<Role>,
        /// How many persons it takes.
        persons: Persons,
    },
}

/// Signatures that hold for figures of these hashes (of all of them, and of those that there were when earlier versions of
/// the app signed), in the order of their roles. One for other figures is void, and so is one of a person who already
/// stands in as many roles as one may. Names are compared without case, spaces and accents.
pub fn standing<'a>(signatures: &'a [Signature], figures: &[String], persons: Persons) -> Vec<&'a Signature> {
    let mut standing: Vec<&Signature> = Vec::new();
    for role in Role::ALL {
        let signed = signatures.iter().find(|one| one.role == role && figures.contains(&one.figures));
        standing.extend(signed.filter(|one| roles_of(&standing, one).len() < persons.roles_of_one()));
    }
    standing
}

/// Roles in which nobody has signed these figures yet, in their order.
pub fn missing(signatures: &[Signature], figures: &[String], persons: Persons) -> Vec<Role> {
    let standing = standing(signatures, figures, persons);
    Role::ALL.into_iter().filter(|role| standing.iter().all(|one| one.role != *role)).collect()
}

/// Whether a signature can be given beside those that stand for figures of these hashes; it takes the place of one in its
/// own role.
pub fn can_sign(
    signatures: &[Signature],
    signature: &Signature,
    figures: &[String],
    persons: Persons,
) -> Result<(), SignatureError> {
    if folded_name(&signature.by).is_empty() {
        return Err(SignatureError::NoName { by: signature.by.clone() });
    }
    let mut others = standing(signatures, figures, persons);
    others.retain(|one| one.role != signature.role);
    let roles = roles_of(&others, signature);
    if roles.len() < persons.roles_of_one() {
        return Ok(());
    }
    Err(SignatureError::SamePerson { by: signature.by.clone(), roles, persons })
}

/// Roles in which the person who gave a signature stands.
fn roles_of(standing: &[&Signature], signature: &Signature) -> Vec<Role> {
    let name = folded_name(&signature.by);
    standing.iter().filter(|one| folded_name(&one.by) == name).map(|one| one.role).collect()
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

/// A final report of a year, as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedReport {
    /// The year.
    pub year: i32,
    /// 1 for the first, 2 for the first restatement.
    pub version: i64,
    /// Day on which it was made.
    pub made_on: NaiveDate,
    /// Hash of its figures.
    pub figures_sha256: String,
    /// Head of the event chain it rests on.
    pub chain_head: String,
    /// Who prepared it.
    pub prepared_by: String,
    /// Who reviewed it.
    pub reviewed_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// Why the year was unlocked before it; nothing for the first.
    pub because: Option<String>,
}

impl SealedReport {
    /// What it may be taken for.
    pub fn status(&self) -> Status {
        Status::of_version(self.version)
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

    fn signature(role: Role, by: &str, figures: &str) -> Signature {
        Signature {
            role,
            by: by.into(),
            on: NaiveDate::from_ymd_opt(2026, 6, 16).expect("a day"),
            comment: None,
            figures: figures.into(),
        }
    }

    fn hashes(figures: &[&str]) -> Vec<String> {
        figures.iter().map(|one| (*one).to_owned()).collect()
    }

    fn signed(names: [&str; 3]) -> Vec<Signature> {
        Role::ALL.into_iter().zip(names).map(|(role, by)| signature(role, by, "one")).collect()
    }

    #[test]
    fn a_signature_holds_for_its_figures_alone() {
        let signed = signed(["Ada Lund", "Jo Brandt", "Kim Osei"]);
        assert_eq!(missing(&signed, &hashes(&["one"]), Persons::Three), []);
        assert_eq!(missing(&signed, &hashes(&["two"]), Persons::Three), Role::ALL);
        assert_eq!(missing(&signed, &hashes(&["two", "one"]), Persons::Three), []);
        assert_eq!(missing(&signed[..2], &hashes(&["one"]), Persons::Three), [Role::Approved]);
        assert!(Role::ALL.into_iter().all(|role| Role::from_word(role.word()) == Some(role)));
        assert_eq!(
            [3, 2, 1, 0].map(Persons::from_number),
            [Some(Persons::Three), Some(Persons::Two), None, None]
        );
    }

    #[test]
    fn four_eyes_are_no_two_of_one_person() {
        use Persons::{Three, Two};
        use Role::{Approved, Prepared, Reviewed};
        for (names, three, two) in [
            (["Ada Lund", "Jo Brandt", "Kim Osei"], &[][..], &[][..]),
            (["Ada Lund", "ada  lund", "Kim Osei"], &[Reviewed], &[]),
            (["José Núñez", "Jo Brandt", "JOSE NUNEZ"], &[Approved], &[]),
            (["Ada Lund", "Jo Brandt", "Jo\u{a0}Brandt"], &[Approved], &[]),
            (["Ada Lund", "ADA LUND", "Ada\u{200b} Lund"], &[Reviewed, Approved], &[Approved]),
        ] {
            let signed = signed(names);
            assert_eq!(missing(&signed, &hashes(&["one"]), Three), three, "{names:?}");
            assert_eq!(missing(&signed, &hashes(&["one"]), Two), two, "{names:?}");
        }
        let two_signed = &signed(["Ada Lund", "Jo Brandt", ""])[..2];
        for (role, by, figures, persons, is_refused) in [
            (Approved, "ada lund", "one", Three, true),
            (Approved, "ada lund", "one", Two, false),
            (Approved, "ada lund", "two", Three, false),
            (Reviewed, "Kim Osei", "one", Three, false),
            (Prepared, "Ada Lund", "one", Three, false),
            (Approved, "Kim Osei", "one", Three, false),
            (Approved, " - ", "one", Two, true),
        ] {
            let found = can_sign(two_signed, &signature(role, by, figures), &hashes(&[figures]), persons);
            assert_eq!(found.is_err(), is_refused, "{role:?} {by} {figures} {persons:?}");
        }
        let twice = &signed(["Ada Lund", "Ada Lund", ""])[..2];
        let again = signature(Approved, "Ada LUND", "one");
        let refused = can_sign(twice, &again, &hashes(&["one"]), Two).expect_err("a refusal");
        assert_eq!(
            refused.to_string(),
            "Ada LUND has already prepared these figures and reviewed them, and a report is prepared, reviewed and approved by 2 persons"
        );
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
