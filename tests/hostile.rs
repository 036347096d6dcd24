//! Texts that try to be something else, in every name of a pack: as JSON, as csv and as PDF its figures stay, nothing
//! of them runs, and no line leaves its page.

use crate::disclosure::{export, worked_example};
use crate::ledger::process::lot_of;
use crate::statement::{grouped, of_retirement, open, text};
use crate::support::Bench;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};
use planner_actions::RequirementRequest;
use planner_actions::views::certificates::{LotFacts, PurchaseRequest, RetirementRequest};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use std::collections::BTreeMap;

/// First serial of the lot that the texts are about; each text retires one certificate of it.
const FIRST: i64 = 5_000_001;

fn texts() -> Vec<String> {
    let short = [
        "=1+1",
        "+1+1",
        "-1+1",
        "−1+1",
        "＝1+1",
        "@SUM(A1)",
        "a\tb\tc",
        "a\nb\r\nc",
        "invoice\u{202e}fdp.exe",
        "\u{2066}x\u{2069}\u{200f}y",
        "<script>alert(1)</script> & \"quoted\", 'so'",
        "(BT /F1 9 Tf) Tj \\ ) > ] }",
    ];
    let long = ["W".repeat(900), format!("{} end", "Wortungetüm".repeat(60))];
    short.map(str::to_owned).into_iter().chain(long).collect()
}

/// The worked example with each text in every name of a retirement, and one of them in those of a lot and as the
/// organisation.
async fn hostile() -> Bench {
    let bench = worked_example().await;
    let workspace = &bench.workspace;
    let texts = texts();
    let name = |index: usize| Some(texts[index % texts.len()].clone());
    let facts = LotFacts {
        entity: name(0),
        project: name(11),
        facility: name(7),
        counterparty: name(4),
        order_number: name(2),
        methodology_version: name(12),
        verification_body: name(5),
        registry_link: name(9),
        chain_of_custody: name(10),
        ..LotFacts::default()
    };
    let lot = PurchaseRequest { facts, ..lot_of(FIRST, 100) };
    planner_actions::record_lot(workspace, &lot).await.expect("a lot");
    let mut settings = planner_actions::settings(workspace).await.expect("settings");
    settings.organisation = format!("{} {}", texts[7], texts[11]);
    planner_actions::save_settings(workspace, &settings).await.expect("saved");
    for (index, beneficiary) in texts.iter().enumerate() {
        let request = RetirementRequest {
            year: 2025,
            quantity: Some(1),
            beneficiary: beneficiary.clone(),
            beneficiary_country: name(index + 1),
            beneficiary_identifier: name(index + 2),
            entity: name(index + 3),
            purpose: name(index + 4),
            because: name(index + 5),
            ..Default::default()
        };
        planner_actions::retire(workspace, &request).await.expect(beneficiary);
    }
    let document = bench.folder.path().join("=1+1\u{202e}fdp.pdf");
    std::fs::write(&document, "a letter").expect("written");
    planner_actions::attach(workspace, "R-2025-02", &document, &Default::default()).await.expect("attached");
    bench
}

/// The figures of the year that every form of the pack must keep.
async fn retired(bench: &Bench) -> (i64, i64) {
    let year = RequirementRequest { year: 2025, ..Default::default() };
    let view = planner_actions::requirement(&bench.workspace, &year).await.expect("a requirement");
    assert_eq!(view.retired, 300_000 + i64::try_from(texts().len()).expect("a number"));
    (view.gross, view.retired)
}

#[tokio::test]
async fn json_and_csv_keep_the_figures_and_the_texts_and_nothing_runs() {
    let bench = hostile().await;
    let (gross, retired) = retired(&bench).await;
    let json = std::fs::read_to_string(export(&bench, "hostile.json").await).expect("JSON");
    let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let figure = |id: &str| {
        let figures = document["figures"].as_array().expect("figures");
        figures.iter().find(|one| one["id"] == id).expect(id)["value"].as_str().expect("a value").to_owned()
    };
    assert_eq!(figure("2025.gross"), gross.to_string());
    assert_eq!(figure("2025.retired"), retired.to_string());
    let sheets = document["sheets"].as_array().expect("sheets");
    let lines = sheets.iter().find(|sheet| sheet["name"] == "Retirement lines").expect("the lines");
    let lines = lines["rows"].as_array().expect("rows");
    let quantity = |line: &serde_json::Value| line["Quantity"].as_str().expect("a quantity").parse::<i64>();
    assert_eq!(lines.iter().map(|line| quantity(line).expect("a number")).sum::<i64>(), retired);
    for text in texts() {
        assert!(lines.iter().any(|line| line["Beneficiary"] == text.trim()), "{text} is not as it was");
    }

    let csv = std::fs::read_to_string(export(&bench, "hostile.csv").await).expect("csv");
    let mut fields = csv_fields(&csv);
    let header = fields.remove(0);
    assert!(fields.iter().all(|row| row.len() == header.len()), "a text broke out of its cell");
    assert_eq!(fields.iter().filter(|row| row[0] == "retirement line").count(), lines.len());
    for field in fields.iter().flatten() {
        assert!(!field.starts_with(['=', '＝', '+', '@', '\t', '\r']), "{field} would run in a spreadsheet");
        let is_number = field.parse::<Decimal>().is_ok();
        assert!(is_number || !field.starts_with(['-', '−']), "{field} would run in a spreadsheet");
    }
}

/// The fields of a csv text, row by row.
fn csv_fields(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\r' if !is_quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    rows
}

#[tokio::test]
async fn a_pdf_keeps_the_figures_and_no_line_leaves_its_page() {
    let bench = hostile().await;
    let (gross, retired) = retired(&bench).await;
    let period = open(&export(&bench, "hostile.pdf").await);
    let said = text(&period);
    for number in [gross, retired] {
        assert!(said.contains(&grouped(number)), "{number} is not in: {said}");
    }
    check_page(&period);
    let retirements = planner_actions::retirements(&bench.workspace).await.expect("retirements");
    for one in &retirements {
        let document = open(&of_retirement(&bench, &one.retirement_id).await);
        assert!(text(&document).contains(&grouped(one.quantity)), "{}", one.retirement_id);
        check_page(&document);
    }
}

/// Three pages, no mark that turns the direction of what follows, and every line of text within its page.
fn check_page(document: &Document) {
    let pages = document.get_pages();
    assert_eq!(pages.len(), 3);
    let said = document.extract_text(&[1, 2, 3]).expect("readable letters");
    assert!(!said.contains(['\u{202e}', '\u{2066}', '\u{2069}', '\u{200f}']), "{said}");
    for id in pages.into_values() {
        let fonts = document.get_page_fonts(id).expect("fonts");
        let widths: BTreeMap<_, _> =
            fonts.into_iter().map(|(name, font)| (name, glyph_widths(document, font))).collect();
        let content = Content::decode(&document.get_page_content(id)).expect("a page");
        let (mut font, mut size, mut at) = (&BTreeMap::new(), Decimal::ZERO, (Decimal::ZERO, Decimal::ZERO));
        let mut farthest = Decimal::ZERO;
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => {
                    font = &widths[operands[0].as_name().expect("a font")];
                    size = number(&operands[1]);
                }
                "Tm" => at = (number(&operands[4]), number(&operands[5])),
                "TJ" | "Tj" => {
                    let end = at.0 + size * shown(font, operands) / Decimal::ONE_THOUSAND;
                    let is_inside = at.0 >= Decimal::from(40) && end <= Decimal::from(555);
                    assert!(is_inside, "a line from {} to {end} at {} leaves the page", at.0, at.1);
                    assert!(at.1 > Decimal::from(20) && at.1 < Decimal::from(830), "a line at {}", at.1);
                    farthest = farthest.max(end);
                }
                _ => {}
            }
        }
        assert!(farthest > Decimal::from(548), "what ends at the margin was read as ending at {farthest}");
    }
}

/// Width of the glyphs that are shown, in thousandths of the font's size.
fn shown(font: &BTreeMap<u16, Decimal>, operands: &[Object]) -> Decimal {
    let parts =
        operands.iter().flat_map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice));
    parts
        .map(|part| match part.as_str() {
            Ok(glyphs) => glyphs
                .chunks(2)
                .map(|pair| font.get(&u16::from_be_bytes([pair[0], pair[1]])).copied().unwrap_or_default())
                .sum(),
            Err(_) => -number(part),
        })
        .sum()
}

/// Widths by glyph, in thousandths: `first [width …]`, or `first last width`.
fn glyph_widths(document: &Document, font: &Dictionary) -> BTreeMap<u16, Decimal> {
    let of = |dictionary: &Dictionary, key: &[u8]| {
        let object = dictionary.get(key).expect("an entry");
        document.dereference(object).expect("an object").1.clone()
    };
    let descendants = of(font, b"DescendantFonts");
    let descendant = &descendants.as_array().expect("fonts")[0];
    let descendant = document.dereference(descendant).expect("a font").1.as_dict().expect("a font");
    let array = of(descendant, b"W");
    let mut widths = BTreeMap::new();
    let mut entries = array.as_array().expect("widths").iter();
    let glyph = |object: &Object| u16::try_from(object.as_i64().expect("a glyph")).expect("a glyph");
    while let Some(first) = entries.next().map(glyph) {
        match entries.next().expect("widths") {
            Object::Array(some) => {
                widths.extend((first..).zip(some.iter().map(number)));
            }
            last => {
                let width = number(entries.next().expect("a width"));
                widths.extend((first..=glyph(last)).map(|glyph| (glyph, width)));
            }
        }
    }
    widths
}

fn number(object: &Object) -> Decimal {
    match object {
        Object::Integer(number) => Decimal::from(*number),
        other => Decimal::from_f32(other.as_float().expect("a number")).expect("a number"),
    }
}
