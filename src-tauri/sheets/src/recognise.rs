//! How `assets/recognise` becomes what the recogniser knows.

use planner_core::line::Condition;
use planner_core::recognise::{
    BuildRule, Facts, Kind, KindWord, Knowledge, LineRule, Maker, Meaning, Reason, Recogniser, Strength,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

const MAKERS: &str = include_str!("../../../assets/recognise/makers.csv");
const LINES: &str = include_str!("../../../assets/recognise/lines.csv");
const BUILDS: &str = include_str!("../../../assets/recognise/builds.csv");
const WORDS: &str = include_str!("../../../assets/recognise/words.toml");

#[derive(Deserialize)]
struct Words {
    with: Vec<String>,
    #[serde(rename = "for")]
    made_for: Vec<String>,
    for_behind: Vec<String>,
    neutral: Vec<String>,
    places: Vec<String>,
    places_before: Vec<String>,
    bundle: Vec<String>,
    doubtful: Vec<String>,
    conditions: BTreeMap<String, Vec<String>>,
    kind: Vec<WordList>,
    reason: Vec<WordList>,
}

#[derive(Deserialize)]
struct WordList {
    key: String,
    #[serde(default)]
    last: Vec<String>,
    #[serde(default)]
    first: Vec<String>,
    #[serde(default)]
    soft: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    compound: Vec<String>,
}

/// The recogniser with what ships, prepared when it is first asked. The shipped files are read in a test.
pub fn recogniser() -> &'static Recogniser {
    static SHIPPED: LazyLock<Recogniser> = LazyLock::new(|| {
        let knowledge = knowledge().expect("the shipped words and product lines can be read");
        Recogniser::new(knowledge).expect("the shipped patterns can be read")
    });
    &SHIPPED
}

/// The kind that a category key stands for; nothing for a key that is no kind, such as power.
pub fn kind_of_key(key: &str) -> Option<Kind> {
    if key == "tv" { Some(Kind::Signage) } else { Kind::from_word(key) }
}

fn knowledge() -> Result<Knowledge, String> {
    let words: Words = toml::from_str(WORDS).map_err(|error| format!("words.toml: {error}"))?;
    let mut knowledge = Knowledge {
        makers: rows(MAKERS).into_iter().map(maker).collect(),
        lines: rows(LINES).into_iter().map(line).collect::<Result<_, _>>()?,
        builds: rows(BUILDS).into_iter().map(build).collect::<Result<_, _>>()?,
        with: words.with,
        made_for: words.made_for,
        made_for_behind: words.for_behind,
        neutral: words.neutral,
        places: words.places,
        places_before: words.places_before,
        bundle: words.bundle,
        doubtful: words.doubtful,
        ..Knowledge::default()
    };
    for (key, phrases) in words.conditions {
        let condition = Condition::from_word(&key).ok_or(format!("words.toml: no condition {key}"))?;
        knowledge.conditions.push((condition, phrases));
    }
    let kinds = words.kind.into_iter().map(|list| (Kind::from_word(&list.key).map(Meaning::Hardware), list));
    let reasons =
        words.reason.into_iter().map(|list| (Reason::from_word(&list.key).map(Meaning::NoHardware), list));
    for (meaning, list) in kinds.chain(reasons) {
        let meaning = meaning.ok_or(format!("words.toml: no kind {}", list.key))?;
        add_words(&mut knowledge.words, meaning, list);
    }
    Ok(knowledge)
}

fn add_words(words: &mut Vec<KindWord>, meaning: Meaning, list: WordList) {
    let lists = [
        (list.last, Strength::Last, false),
        (list.first, Strength::First, false),
        (list.soft, Strength::Soft, false),
        (list.weak, Strength::Weak, false),
        (list.compound, Strength::Last, true),
    ];
    for (phrases, strength, ends_compounds) in lists {
        words.extend(phrases.into_iter().map(|phrase| KindWord {
            phrase,
            meaning,
            strength,
            ends_compounds,
        }));
    }
}

/// The first column of a csv file; a header is no text.
pub fn texts_of_file(path: &Path) -> Result<Vec<String>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path)?;
    let mut texts = Vec::new();
    for record in reader.byte_records() {
        let record = record?;
        texts.extend(record.get(0).map(|cell| String::from_utf8_lossy(cell).into_owned()));
    }
    let is_header = |text: &String| HEADERS.contains(&crate::fold::fold(text).as_str());
    if texts.first().is_some_and(is_header) {
        texts.remove(0);
    }
    Ok(texts)
}

/// What the first column of a file of texts is called.
const HEADERS: [&str; 8] =
    ["text", "item", "description", "item description", "order text", "artikel", "bezeichnung", "texts"];

/// The rows of a table whose cells are parted by semicolons, without its header and comments.
pub(crate) fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| line.split(';').map(str::trim).collect::<Vec<_>>())
        .filter(|row| row[0] != "maker")
        .collect()
}

fn maker(row: Vec<&str>) -> Maker {
    let cell = |place: usize| row.get(place).copied().unwrap_or_default();
    Maker {
        name: cell(0).to_owned(),
        house: Some(cell(1)).filter(|house| !house.is_empty()).map(str::to_owned),
        words: cell(2).split(',').map(|word| word.trim().to_owned()).collect(),
    }
}

fn line(row: Vec<&str>) -> Result<LineRule, String> {
    let [maker, kind, line, pattern, facts] = row[..] else {
        return Err(format!("lines.csv: not five cells in {}", row.join(";")));
    };
    Ok(LineRule {
        maker: maker.to_owned(),
        meaning: Meaning::from_word(kind).ok_or(format!("lines.csv: no kind {kind}"))?,
        line: line.to_owned(),
        pattern: pattern.to_owned(),
        facts: Facts::read(facts)
            .map_err(|word| format!("lines.csv: no fact {word} in {}", row.join(";")))?,
    })
}

fn build(row: Vec<&str>) -> Result<BuildRule, String> {
    let [kind, pattern, facts] = row[..] else {
        return Err(format!("builds.csv: not three cells in {}", row.join(";")));
    };
    let has = |flag: &str| facts.split_whitespace().any(|word| word == flag);
    let size: Vec<&str> =
        facts.split_whitespace().filter(|word| !matches!(*word, "over" | "unsized")).collect();
    let size = Facts::read(&size.join(" ")).map_err(|word| format!("builds.csv: no fact {word}"))?.size;
    Ok(BuildRule {
        kind: Kind::from_word(kind).ok_or(format!("builds.csv: no kind {kind}"))?,
        pattern: pattern.to_owned(),
        size,
        is_over: has("over"),
        is_of_unsized: has("unsized"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_read_and_every_maker_is_known() {
        let knowledge = knowledge().expect("files that can be read");
        for line in &knowledge.lines {
            assert!(knowledge.makers.iter().any(|maker| maker.name == line.maker), "{}", line.maker);
        }
        Recogniser::new(knowledge).expect("patterns that can be read");
    }

    /// What a part number or the words around it say of how a device is built.
    #[test]
    fn texts_say_how_a_device_is_built() {
        for (text, size) in [
            ("UniFi USW-Lite-8-PoE", "8 ports, desktop, feeds power"),
            ("unmanaged 8-port switch", "8 ports, desktop"),
            ("Cisco C9300LM-24U-4Y-E", "24 ports, feeds power"),
            ("WS-C3750X-48PF-S", "48 ports, feeds power"),
            ("Juniper EX3400-24T", "24 ports"),
            ("Netgear XS708T", "8 ports, 10 Gbit/s"),
            ("Aruba AP-605H", "wall"),
            ("UniFi UAP-AC-IW", "wall"),
            ("CISCO1751-V router", "desktop"),
            ("Huawei AR1220E", "1U, rack"),
            ("Huawei AR129CGVW-L", "desktop"),
            ("LTE router", "micro"),
            ("Vertiv VP9571A Basic rPDU 30A", "1U, basic"),
            ("QNAP TS-h765eU-8G 1U short depth NAS", "1U, 7 bays, shallow"),
            ("ThinkSystem SR680a V3 8x H200", "8U, accelerators"),
            ("Online UPS 3000VA, external battery", "3000 VA, without batteries"),
            ("Cisco UCS C220 M5L", "1U"),
            ("Dell PowerEdge R840", "2U"),
            ("HPE ProLiant DL345 Gen11", "2U"),
            ("HPE ProLiant DL360 Gen11", "1U"),
            ("Lenovo ThinkSystem SR655 V3", "2U"),
        ] {
            assert_eq!(recogniser().text(text).size.to_string(), size, "{text}");
        }
    }
}
