//! What the sample adds up to, for tests to compare against; every sum is asserted before it is written.

use crate::certificates::{LOTS, spent_for_2025, states};
use crate::dispositions::{SHIPMENTS, totals_2025};
use crate::files::{File, REFURBISHED_KG, category_totals};
use crate::line::{Line, mass_of};
use crate::procurement::is_unknown;
use crate::products::{Source, category_of};
use planner_core::requirement::{LineGroup, range};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A file with its lines.
pub struct FileTotals {
    /// The file.
    pub file: File,
    /// Its lines in the order of its rows.
    pub lines: Vec<Line>,
}

const HEAD: &str = "# What the files of this folder add up to; the tests compare against it. Masses in kg.\n";

/// New mass, exactly, of each file.
const NEW_BY_FILE: [i64; 5] = [512_300, 486_900, 198_400, 46_100, 6_300];

/// The totals as text.
pub fn text(all: &[FileTotals]) -> String {
    let lines: Vec<&Line> = all.iter().flat_map(|totals| &totals.lines).collect();
    check(all, &lines);
    let mut text = HEAD.to_owned();
    text += &procurement(&lines);
    all.iter().for_each(|totals| text += &file(totals));
    text += &by_category(&lines);
    text += &by_source(&lines);
    text += &unresolved(&lines);
    text + &dispositions() + &certificates()
}

fn check(all: &[FileTotals], lines: &[&Line]) {
    for (totals, kg) in all.iter().zip(NEW_BY_FILE) {
        assert_eq!(new_mass(totals.lines.iter()), Decimal::from(kg), "{}", totals.file.name);
        assert_eq!(totals.lines.len(), totals.file.lines.0, "{}", totals.file.name);
    }
    for (key, kg) in category_totals() {
        let alike = lines.iter().copied().filter(|line| line.category == key);
        assert_eq!(new_mass(alike), Decimal::from(kg), "{key}");
        assert!(category_of(key).is_some());
    }
    assert_eq!(new_mass(lines.iter().copied()), Decimal::from(1_250_000));
    let refurbished = lines.iter().copied().filter(|line| line.is_refurbished());
    assert_eq!(mass_of(refurbished), Decimal::from(REFURBISHED_KG));
    let unresolved: Vec<_> = of(lines, Some(Source::Unresolved)).collect();
    assert_eq!((unresolved.len(), units(unresolved.into_iter())), (42, 1_318));
}

fn of<'a>(lines: &'a [&'a Line], source: Option<Source>) -> impl Iterator<Item = &'a Line> {
    lines.iter().copied().filter(move |line| line.source == source)
}

fn units<'a>(lines: impl Iterator<Item = &'a Line>) -> i64 {
    lines.map(|line| line.quantity).sum()
}

fn new_mass<'a>(lines: impl Iterator<Item = &'a Line>) -> Decimal {
    mass_of(lines.filter(|line| line.is_new_mass()))
}

fn band<'a>(lines: impl Iterator<Item = &'a Line>) -> (Decimal, Decimal) {
    let groups: Vec<LineGroup> = lines.filter(|line| line.is_new_mass()).filter_map(Line::group).collect();
    let range = range(&groups);
    (range.low.kilograms(), range.high.kilograms())
}

fn plain(kg: Decimal) -> String {
    format!("\"{}\"", kg.normalize())
}

fn procurement(lines: &[&Line]) -> String {
    let (low, high) = band(lines.iter().copied());
    let count = |keep: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| keep(line)).count();
    let unknown = || lines.iter().copied().filter(|line| is_unknown(line));
    let refurbished = mass_of(lines.iter().copied().filter(|line| line.is_refurbished()));
    let unresolved = of(lines, Some(Source::Unresolved));
    let mut text = String::from("\n[procurement]\nyear = 2025\n");
    let mut put = |key: &str, value: String| text += &format!("{key} = {value}\n");
    put("rows", lines.len().to_string());
    put("lines", count(&Line::is_new_mass).to_string());
    put("lines_unresolved", of(lines, Some(Source::Unresolved)).count().to_string());
    put("units_unresolved", units(unresolved).to_string());
    put("lines_refurbished", count(&Line::is_refurbished).to_string());
    put("lines_out_of_scope", of(lines, None).count().to_string());
    put("lines_unknown_condition", unknown().count().to_string());
    put("lines_returned", count(&|line| line.quantity < 0).to_string());
    put("mass_kg_new", plain(new_mass(lines.iter().copied())));
    put("mass_kg_low", plain(low));
    put("mass_kg_high", plain(high));
    put("mass_kg_refurbished", plain(refurbished));
    put("mass_kg_unknown_condition", plain(mass_of(unknown())));
    text
}

fn file(totals: &FileTotals) -> String {
    let FileTotals { file, lines } = totals;
    let (all, hardware) = (lines.iter(), lines.iter().filter(|line| line.source.is_some()));
    let unresolved = lines.iter().filter(|line| line.source == Some(Source::Unresolved)).count();
    let mut text =
        format!("\n[[file]]\nname = \"{}\"\nsheet = \"{}\"\nrows = {}\n", file.name, file.sheet, lines.len());
    let _ = writeln!(text, "rows_unresolved = {unresolved}");
    let _ = writeln!(text, "quantity = {}", units(all));
    let _ = writeln!(text, "quantity_hardware = {}", units(hardware));
    let _ = writeln!(text, "mass_kg = {}", plain(mass_of(lines)));
    let _ = writeln!(text, "mass_kg_new = {}", plain(new_mass(lines.iter())));
    text
}

fn by_category(lines: &[&Line]) -> String {
    let mut text = String::new();
    for (key, _) in category_totals() {
        let alike = || lines.iter().copied().filter(|line| line.category == key && line.is_new_mass());
        let (low, high) = band(alike());
        let _ = write!(
            text,
            "\n[[category]]\nkey = \"{key}\"\nlines = {}\nquantity = {}\nmass_kg = {}\nlow_kg = {}\nhigh_kg = {}\n",
            alike().count(),
            units(alike()),
            plain(mass_of(alike())),
            plain(low),
            plain(high)
        );
    }
    text
}

fn by_source(lines: &[&Line]) -> String {
    let mut text = String::new();
    for source in [Source::Row, Source::Catalogue, Source::Default, Source::Unresolved] {
        let alike = || of(lines, Some(source)).filter(|line| !line.is_refurbished());
        let _ = write!(
            text,
            "\n[[weight_source]]\nword = \"{}\"\nlines = {}\nquantity = {}\nmass_kg = {}\n",
            source.word(),
            alike().count(),
            units(alike()),
            plain(mass_of(alike()))
        );
    }
    text
}

fn unresolved(lines: &[&Line]) -> String {
    let mut devices: BTreeMap<&str, (usize, i64)> = BTreeMap::new();
    for line in of(lines, Some(Source::Unresolved)) {
        let device = devices.entry(&line.item).or_default();
        *device = (device.0 + 1, device.1 + line.quantity);
    }
    let text = |(item, (lines, units))| {
        format!("\n[[unresolved]]\nitem = \"{item}\"\nlines = {lines}\nquantity = {units}\n")
    };
    devices.into_iter().map(text).collect()
}

fn dispositions() -> String {
    let (sent, strict, wide) = totals_2025();
    let year = |year, sent: i64, strict: i64, wide: i64, expected: i64| {
        format!(
            "\n[[dispositions]]\nyear = {year}\nsent_kg = \"{sent}\"\nrestored_kg = \"{strict}\"\nrestored_kg_wide = \"{wide}\"\nexpected = {expected}\n"
        )
    };
    let sent_2026 = SHIPMENTS.iter().map(|shipment| shipment.3).sum();
    let restored_2026: i64 = SHIPMENTS.iter().filter_map(|shipment| shipment.4).sum();
    year(2025, sent, strict, wide, 0) + &year(2026, sent_2026, restored_2026, restored_2026, restored_2026)
}

fn certificates() -> String {
    let [held, reserved, listed, transferred, retired, retired_before, expired] = states();
    let own = |keep: fn(i32) -> bool| {
        let own = LOTS.iter().filter(|lot| lot.bought.is_none() && keep(lot.vintage));
        own.map(|lot| lot.states[0] + lot.states[1] + lot.states[4]).sum::<i64>()
    };
    let quantity: i64 = LOTS.iter().map(|lot| lot.quantity).sum();
    assert_eq!(
        (quantity, own(|_| true), 1_250_000 - retired - held - reserved),
        (1_260_000, 300_000, 200_000)
    );
    format!(
        "\n[certificates]\nlots = {}\nquantity = {quantity}\nheld = {held}\nreserved = {reserved}\nlisted = {listed}\ntransferred = {transferred}\nretired = {}\nexpired = {expired}\nspent_for_2025 = {}\n\
         \n[requirement]\nyear = 2025\ngross = 1250000\nneeded = 1250000\nself_generated = {}\nretired = {retired}\nheld = {held}\nreserved = {reserved}\nto_retire = {}\nremaining = {}\ncoverage_percent = \"63.2\"\n",
        LOTS.len(),
        retired + retired_before,
        plain(spent_for_2025()),
        own(|_| true),
        1_250_000 - retired,
        1_250_000 - retired - held - reserved,
    )
}
