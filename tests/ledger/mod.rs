//! Ledger scenarios: texts that an accountant reads, told to the real actions over a real workspace.
//! Each line is a step; `refused:` says with which words the step before it is refused.

mod evidence;
mod kill;
pub mod many_lots;
mod paging;
pub mod process;
mod race;
mod reconciling;
mod restating;
mod tampering;

use crate::support::{Bench, day, root};
use planner_actions::views::certificates::{
    AdjustmentRequest, LotChoice, LotFacts, LotsQuery, MovementRequest, PurchaseRequest, RetirementRequest,
    UnitsByState,
};
use planner_actions::views::import::ImportOptions;
use planner_actions::{ActionError, RequirementRequest, Watch, Workspace};
use std::collections::BTreeMap;

#[tokio::test]
async fn every_scenario_is_told_as_it_is_written() {
    let folder = root().join("tests/ledger");
    let mut told = 0;
    for entry in std::fs::read_dir(folder).expect("the scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            tell(&name, &std::fs::read_to_string(&path).expect("a scenario")).await;
            told += 1;
        }
    }
    assert!(told > 0, "there is no scenario");
}

async fn tell(name: &str, text: &str) {
    let bench = Bench::new().await;
    let mut workspace = bench.workspace.clone();
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    for (number, line) in lines.iter().enumerate() {
        let place = format!("{name}: {line}");
        if line.starts_with("refused:") {
            continue;
        }
        if let Some(date) = line.strip_prefix("on ") {
            workspace = workspace.on(day(date));
            continue;
        }
        let before = planner_actions::lots(&workspace, &Default::default()).await.expect("lots");
        let result = step(&workspace, line).await.unwrap_or_else(|| panic!("{place}: not understood"));
        let refusal = lines.get(number + 1).and_then(|next| next.strip_prefix("refused:")).map(str::trim);
        match (result, refusal) {
            (Ok(()), None) => {}
            (Err(error), Some(words)) => {
                assert!(error.message.contains(words), "{place}: refused with “{}”", error.message);
                let after = planner_actions::lots(&workspace, &Default::default()).await.expect("lots");
                assert_eq!(format!("{after:?}"), format!("{before:?}"), "{place}: something was changed");
            }
            (Ok(()), Some(words)) => panic!("{place}: was not refused with “{words}”"),
            (Err(error), None) => panic!("{place}: {error}"),
        }
    }
    assert!(planner_actions::verify(&workspace).await.expect("a check").ok, "{name}");
}

/// Does one line; nothing where it is not understood.
async fn step(workspace: &Workspace, line: &str) -> Option<Result<(), ActionError>> {
    let (line, on) = match line.rsplit_once(" dated ") {
        Some((line, on)) => (line, Some(on)),
        None => (line, None),
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    Some(match words.as_slice() {
        // buy 950,000 I-TEC of 2025, NL-R 1 to 950,000, at 1.62 EUR
        [verb @ ("buy" | "issue"), _, class, "of", vintage, prefix, start, "to", end, price @ ..] => {
            let mut request = purchase(verb, (class, vintage, prefix), (start, end), price)?;
            request.facts.trade_date = on.map(str::to_owned);
            planner_actions::record_lot(workspace, &request).await.map(drop)
        }
        ["retire", quantity, "for", year, rest @ ..] => {
            let lots = rest.strip_prefix(&["from"]).unwrap_or_default();
            let lots =
                lots.iter().map(|lot| LotChoice { lot_id: (*lot).to_owned(), quantity: None }).collect();
            let request = RetirementRequest {
                year: whole(year)?.try_into().ok()?,
                quantity: Some(whole(quantity)?),
                beneficiary: "Larkmoor Group SE".into(),
                on: on.map(str::to_owned),
                lots,
                ..Default::default()
            };
            planner_actions::retire(workspace, &request).await.map(drop)
        }
        // correct project of BLO-2025-0001 to Ohio because a letter
        ["correct", fact, "of", lot, "to", value, "because", why @ ..] => {
            let request = AdjustmentRequest {
                lot_id: (*lot).to_owned(),
                facts: BTreeMap::from([((*fact).to_owned(), (*value).to_owned())]),
                because: why.join(" "),
                on: on.map(str::to_owned),
            };
            planner_actions::adjust_lot(workspace, &request).await.map(drop)
        }
        [verb, quantity, "of", lot, rest @ ..] => {
            let request = movement(verb, rest)?;
            planner_actions::move_units(workspace, lot, whole(quantity)?, &request, on).await.map(drop)
        }
        ["reverse", retirement, "with", evidence @ ..] => {
            let evidence = evidence.join(" ");
            planner_actions::reverse_retirement(workspace, retirement, &evidence, on).await.map(drop)
        }
        ["split", lot, "at", serial] => {
            planner_actions::split_lot(workspace, lot, whole(serial)?, on).await.map(drop)
        }
        ["unlock", year, "because", why @ ..] => {
            planner_actions::unlock_year(workspace, whole(year)?.try_into().ok()?, &why.join(" "))
                .await
                .map(drop)
        }
        // restore 5,200 kg of B-25
        ["restore", mass, "kg", "of", batch] => restore(workspace, mass, batch).await,
        ["lock", year] => {
            planner_actions::lock_year(workspace, whole(year)?.try_into().ok()?).await.map(drop)
        }
        ["lot", lot, "is", expected @ ..] => lot_is(workspace, lot, &expected.join(" ")).await,
        // at the end of 2026-03-30 BLO-2025-0001 was held 60, retired 40
        ["at", "the", "end", "of", day, lot, "was", expected @ ..] => {
            lot_was(workspace, lot, day, &expected.join(" ")).await
        }
        ["year", year, "has", expected @ ..] => {
            year_has(workspace, whole(year)?.try_into().ok()?, &expected.join(" ")).await
        }
        _ => return None,
    })
}

fn whole(text: &str) -> Option<i64> {
    text.replace(',', "").parse().ok()
}

fn movement(verb: &str, rest: &[&str]) -> Option<MovementRequest> {
    Some(match (verb, rest) {
        ("reserve", ["for", year]) => MovementRequest::Reserve { year: whole(year)?.try_into().ok()? },
        ("release", ["for", year]) => MovementRequest::Release { year: whole(year)?.try_into().ok()? },
        ("list", []) => MovementRequest::List,
        ("withdraw", []) => MovementRequest::Withdraw,
        ("transfer", ["to", who @ ..]) => {
            MovementRequest::Transfer { to: who.join(" "), unit_price: None, currency: None }
        }
        ("cancel", ["because", why @ ..]) => MovementRequest::Cancel { because: why.join(" ") },
        _ => return None,
    })
}

fn purchase(
    verb: &str,
    (class, vintage, prefix): (&str, &str, &str),
    (start, end): (&str, &str),
    price: &[&str],
) -> Option<PurchaseRequest> {
    let owned = |text: &str| Some(text.to_owned());
    let facts = match price {
        [] | ["bundled"] => LotFacts::default(),
        ["at", price, currency] => {
            LotFacts { unit_price: owned(price), currency: owned(currency), ..Default::default() }
        }
        ["batch", batch] => LotFacts { batch: owned(batch), ..Default::default() },
        ["batch", batch, "because", why @ ..] => {
            LotFacts { batch: owned(batch), excess_reason: owned(&why.join(" ")), ..Default::default() }
        }
        ["because", why @ ..] => LotFacts { excess_reason: owned(&why.join(" ")), ..Default::default() },
        _ => return None,
    };
    Some(PurchaseRequest {
        class: class.replace('_', " "),
        registry: "Bloom".into(),
        serial_prefix: Some(prefix.to_owned()),
        serial_start: whole(start)?,
        serial_end: whole(end)?,
        vintage: whole(vintage)?.try_into().ok()?,
        origin: (verb == "issue").then(|| "self_generated".into()),
        is_bundled: price == ["bundled"],
        facts,
        ..Default::default()
    })
}

/// Imports a list of retired assets: one batch, reused whole.
async fn restore(workspace: &Workspace, mass: &str, batch: &str) -> Result<(), ActionError> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(format!("{batch}.csv"));
    let mass = mass.replace(',', "");
    let rows = format!(
        "Batch,Item,Outcome,Sent weight (kg),Restored weight (kg),Date\n{batch},Laptop,Reused,{mass},{mass},2025-11-30\n"
    );
    std::fs::write(&file, rows).expect("written");
    let options = ImportOptions { kind: "dispositions".into(), ..ImportOptions::default() };
    planner_actions::commit_import(workspace, &file, &options, None, &Watch::default()).await.map(drop)
}

/// Compares a lot's units with a text such as `held 10, retired 50`.
async fn lot_is(workspace: &Workspace, lot: &str, expected: &str) -> Result<(), ActionError> {
    compare_units(lot, &planner_actions::lot(workspace, lot).await?.lot.units, expected);
    Ok(())
}

/// The same of the end of a day; `nothing 0` where the lot was not there.
async fn lot_was(workspace: &Workspace, lot: &str, day: &str, expected: &str) -> Result<(), ActionError> {
    let query = LotsQuery { on: Some(day.to_owned()), ..LotsQuery::default() };
    let lots = planner_actions::lots(workspace, &query).await?.lots;
    let found = lots.into_iter().find(|one| one.lot_id == lot);
    compare_units(lot, &found.map(|one| one.units).unwrap_or_default(), expected);
    Ok(())
}

fn compare_units(lot: &str, units: &UnitsByState, expected: &str) {
    let named = [
        ("held", units.held),
        ("reserved", units.reserved),
        ("listed", units.listed),
        ("transferred", units.transferred),
        ("retired", units.retired),
        ("expired", units.expired),
        ("cancelled", units.cancelled),
    ];
    compare(lot, &named, expected);
}

async fn year_has(workspace: &Workspace, year: i32, expected: &str) -> Result<(), ActionError> {
    let request = RequirementRequest { year, ..Default::default() };
    let view = planner_actions::requirement(workspace, &request).await?;
    let named = [
        ("retired", view.retired),
        ("reserved", view.reserved),
        ("held", view.held),
        ("own", view.self_generated),
    ];
    compare(&year.to_string(), &named, expected);
    Ok(())
}

/// Every name in the text has its quantity; every other is zero.
fn compare(what: &str, named: &[(&str, i64)], expected: &str) {
    let parts =
        expected.split(", ").map(|part| part.split_once(' ').unwrap_or_else(|| panic!("{what}: “{part}”")));
    let wanted: Vec<(&str, i64)> =
        parts.map(|(name, quantity)| (name, whole(quantity).expect("a quantity"))).collect();
    let found: Vec<_> = named.iter().copied().filter(|(_, quantity)| *quantity != 0).collect();
    let sorted = |mut list: Vec<(&'static str, i64)>| {
        list.sort_unstable();
        list
    };
    let wanted: Vec<(&'static str, i64)> = wanted
        .into_iter()
        .filter(|(_, quantity)| *quantity != 0)
        .map(|(name, quantity)| (names(name), quantity))
        .collect();
    let found = found.into_iter().map(|(name, quantity)| (names(name), quantity)).collect();
    assert_eq!(sorted(found), sorted(wanted), "{what}");
}

fn names(name: &str) -> &'static str {
    const NAMES: [&str; 8] =
        ["held", "reserved", "listed", "transferred", "retired", "expired", "cancelled", "own"];
    NAMES.into_iter().find(|known| *known == name).unwrap_or_else(|| panic!("“{name}” is no state"))
}
