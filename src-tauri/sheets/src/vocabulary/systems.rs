//! Reports of known systems, told by their headers: `assets/vocabulary/systems`.

use super::Vocabulary;
use crate::field::{Field, Kind};
use crate::fold::fold_header;
use serde::Deserialize;
use std::collections::BTreeMap;

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(include_str!(concat!("../../../../assets/vocabulary/systems/", $name, ".toml"))),+]
    };
}

/// The shipped ones.
const SYSTEMS: [&str; 15] = shipped![
    "ariba",
    "coupa",
    "dynamics",
    "glpi",
    "intune",
    "jamf",
    "lansweeper",
    "odoo",
    "ralph",
    "sap_ekpo",
    "sap_me2n",
    "servicenow",
    "snipe_it",
    "snipe_it_stock",
    "tryton",
];

/// A system whose reports are known.
#[derive(Clone, Debug)]
pub(crate) struct System {
    /// Its name.
    pub(crate) name: String,
    kind: Kind,
    headers: Vec<String>,
    least: usize,
    columns: Vec<(Field, Vec<String>)>,
    unused: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Source {
    name: String,
    kind: String,
    headers: Vec<String>,
    least: usize,
    columns: BTreeMap<String, Vec<String>>,
    unused: BTreeMap<String, String>,
}

impl System {
    /// The place of the column that this system means by a field.
    pub(crate) fn columns(&self, texts: &[String]) -> Vec<(Field, usize)> {
        let folded: Vec<String> = texts.iter().map(|text| fold_header(text)).collect();
        let place =
            |names: &Vec<String>| names.iter().find_map(|name| folded.iter().position(|text| text == name));
        self.columns.iter().filter_map(|(field, names)| Some((*field, place(names)?))).collect()
    }

    /// Why a column of this header is left aside.
    pub(crate) fn unused(&self, text: &str) -> Option<&str> {
        let folded = fold_header(text);
        self.unused.iter().find(|(name, _)| *name == folded).map(|(_, because)| because.as_str())
    }
}

impl Vocabulary {
    /// The system whose report has these headers; of several the one that knows most of them.
    pub(crate) fn system(&self, kind: Kind, texts: &[String]) -> Option<&System> {
        let folded: Vec<String> = texts.iter().map(|text| fold_header(text)).collect();
        let known = |system: &&System| system.headers.iter().filter(|header| folded.contains(header)).count();
        let alike = self.systems.iter().filter(|system| system.kind == kind && known(system) >= system.least);
        alike.max_by_key(known)
    }
}

/// What ships.
pub(super) fn shipped() -> Vec<System> {
    SYSTEMS
        .iter()
        .map(|text| system(toml::from_str(text).expect("the shipped systems are well formed")))
        .collect()
}

fn system(source: Source) -> System {
    let kind = Kind::from_word(&source.kind).expect("a kind of the shipped systems");
    let folded = |words: &[String]| words.iter().map(|word| fold_header(word)).collect::<Vec<_>>();
    let field = |word: &str| kind.field(word).expect("a field of the shipped systems");
    System {
        name: source.name,
        kind,
        headers: folded(&source.headers),
        least: source.least,
        columns: source.columns.iter().map(|(word, names)| (field(word), folded(names))).collect(),
        unused: source.unused.into_iter().map(|(name, because)| (fold_header(&name), because)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_told_by_their_headers() {
        let words = Vocabulary::shipped();
        for (headers, expected) in [
            (
                "ID,Company,Asset Name,Asset Tag,Model,Model No.,Serial,Purchased,EOL,Checked Out",
                Some("Snipe-IT"),
            ),
            ("EBELN,EBELP,TXZ01,MENGE,MEINS,NTGEW,BRGEW,GEWEI,BEDAT", Some("SAP EKPO")),
            ("Device name,Ownership,Enrollment date,Last check-in,Serial number,Model,OS", Some("Intune")),
            ("Artikel,Menge,Gewicht,Kaufdatum", None),
        ] {
            let texts: Vec<String> = headers.split(',').map(str::to_owned).collect();
            let found = words.system(Kind::Procurement, &texts).map(|system| system.name.as_str());
            assert_eq!(found, expected, "{headers}");
        }
    }
}
