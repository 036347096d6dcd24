//! Sets of factors: imported as they were published, listed, looked through, taken back.

use super::settings::{set_key, stored};
use crate::import::blocking;
use crate::numbers::given;
use crate::views::emissions::{AssignedFactor, FactorSetView, FactorSetsView, FactorView, FactorsView};
use crate::{ActionError, Workspace, input};
use planner_core::emission::{Basis, Factor, FactorSet};
use planner_core::journal::{Act, Entry};
use planner_sheets::factors::{FactorFile, read_factors};
use planner_store::{Connection, emissions, journal, settings};
use std::path::Path;

/// Factors that one answer lists at most.
const MOST: usize = 500;

/// Imports a file of factors. Its version and year are read from it, else from its name, else asked for; the first set of
/// a basis is computed with, and a later one once a person says so.
pub async fn import_factors(
    workspace: &Workspace,
    path: &Path,
    version: Option<&str>,
    year: Option<i32>,
) -> Result<FactorSetsView, ActionError> {
    input::check(workspace, path)?;
    let (program, file) = (workspace.reader.clone(), path.to_owned());
    let read = blocking(move || read_factors(&program, &file)).await?.ok_or_else(|| unknown(path))?;
    let mut write = workspace.store.write().await?;
    let sets = emissions::sets(&mut write).await?;
    let is_it = |one: &&FactorSet| one.undone_on.is_none() && one.file_sha256 == read.fingerprint.sha256;
    if let Some(before) = sets.iter().find(is_it) {
        let message = format!("This file is {} already, imported on {}.", before.id(), before.imported_on);
        return Err(ActionError::new("already_imported", message));
    }
    let mut set = set_of(workspace, path, &read, (given(version), year))?;
    set.number = emissions::add_set(&mut write, &set, &read.factors).await?;
    let (basis, used) = (set.publisher.basis(), stored(&mut write).await?.sets);
    if !used.contains_key(&basis) {
        settings::put(&mut write, &set_key(basis), Some(&set.number.to_string())).await?;
    }
    let summary = format!("{}: {}, {} factors from {}", set.id(), set.label(), set.factors, set.file_name);
    journal::record(&mut write, workspace.today, Entry::new(Act::Imported, summary)).await?;
    let view = sets_view(&mut write).await?;
    write.commit().await?;
    let rows_skipped = i64::try_from(read.rows_skipped).unwrap_or(i64::MAX);
    Ok(FactorSetsView { sheets_without: read.sheets_without, rows_skipped, ..view })
}

fn unknown(path: &Path) -> ActionError {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ActionError::new(
        "unknown_factor_file",
        format!(
            "{name} is no file of emission factors that is known: the DEFRA/DESNZ conversion factors for company reporting (full set, xlsx) and the US EPA supply chain factors by NAICS code (csv) are, as they are published."
        ),
    )
}

fn set_of(
    workspace: &Workspace,
    path: &Path,
    file: &FactorFile,
    (version, year): (Option<String>, Option<i32>),
) -> Result<FactorSet, ActionError> {
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let version = version.or_else(|| file.version.clone()).or_else(|| version_in(&file_name));
    let asks = |what: &str, say: &str| {
        let message = format!("{file_name} does not say its {what}. Say it with {say}.");
        ActionError::new("question_open", message)
    };
    Ok(FactorSet {
        number: 0,
        publisher: file.publisher,
        version: version.ok_or_else(|| asks("version", "--version"))?,
        year: year.or(file.year).ok_or_else(|| asks("year", "--year"))?,
        file_name,
        file_sha256: file.fingerprint.sha256.clone(),
        imported_on: workspace.today,
        undone_on: None,
        factors: i64::try_from(file.factors.len()).unwrap_or(i64::MAX),
    })
}

/// The version in a file's name, such as v1.3.0.
fn version_in(file_name: &str) -> Option<String> {
    let parts = file_name.split(['_', '-', ' ']);
    let mut versions = parts.filter_map(|part| {
        let rest = part.strip_prefix(['v', 'V'])?;
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
        let version = rest[..end].trim_end_matches('.');
        (version.starts_with(|first: char| first.is_ascii_digit())).then(|| version.to_owned())
    });
    versions.next()
}

/// Takes a set back: no emission rests on it any more.
pub async fn undo_factors(workspace: &Workspace, id: &str) -> Result<FactorSetsView, ActionError> {
    let mut write = workspace.store.write().await?;
    let set = set_named(&mut write, id).await?;
    emissions::undo_set(&mut write, set.number, workspace.today).await?;
    let basis = set.publisher.basis();
    if stored(&mut write).await?.sets.get(&basis) == Some(&set.number) {
        settings::put(&mut write, &set_key(basis), None).await?;
    }
    let summary = format!("{}: {}, {}", set.id(), set.label(), set.file_name);
    journal::record(&mut write, workspace.today, Entry::new(Act::Undone, summary)).await?;
    let view = sets_view(&mut write).await?;
    write.commit().await?;
    Ok(view)
}

/// The set of an id that was not taken back, or a refusal that names the ones there are.
pub(super) async fn set_named(connection: &mut Connection, id: &str) -> Result<FactorSet, ActionError> {
    let standing = emissions::sets(connection).await?.into_iter().filter(|set| set.undone_on.is_none());
    let standing: Vec<FactorSet> = standing.collect();
    if let Some(set) = standing.iter().find(|set| set.id().eq_ignore_ascii_case(id.trim())) {
        return Ok(set.clone());
    }
    let known: Vec<String> = standing.iter().map(|set| format!("{} ({})", set.id(), set.label())).collect();
    let known = if known.is_empty() {
        "None was imported yet.".into()
    } else {
        format!("There is {}.", known.join(", "))
    };
    Err(ActionError::new("unknown_factor_set", format!("There is no set of factors “{id}”. {known}")))
}

/// The sets, and how emissions are computed.
pub async fn factor_sets(workspace: &Workspace) -> Result<FactorSetsView, ActionError> {
    let mut read = workspace.store.read().await?;
    sets_view(&mut read).await
}

pub(super) async fn sets_view(connection: &mut Connection) -> Result<FactorSetsView, ActionError> {
    let kept = stored(connection).await?;
    let sets = emissions::sets(connection).await?;
    let is_used = |set: &FactorSet| kept.sets.get(&set.publisher.basis()) == Some(&set.number);
    let of_basis = |basis: Basis| {
        let own = kept.assigned.get(&basis).into_iter().flatten();
        own.map(move |(category, factor)| AssignedFactor {
            category: category.clone(),
            basis: basis.word().to_owned(),
            factor: factor.clone(),
        })
    };
    Ok(FactorSetsView {
        is_on: kept.is_on,
        sets: sets.iter().map(|set| set_view(set, is_used(set))).collect(),
        dollars: kept.dollars.iter().map(|(code, rate)| (code.clone(), rate.to_string())).collect(),
        assigned: of_basis(Basis::Activity).chain(of_basis(Basis::Spend)).collect(),
        sheets_without: Vec::new(),
        rows_skipped: 0,
    })
}

pub(super) fn set_view(set: &FactorSet, is_used: bool) -> FactorSetView {
    FactorSetView {
        id: set.id(),
        label: set.label(),
        publisher: set.publisher.word().to_owned(),
        basis: set.publisher.basis().word().to_owned(),
        version: set.version.clone(),
        year: set.year,
        licence: set.publisher.licence().to_owned(),
        file_name: set.file_name.clone(),
        file_sha256: set.file_sha256.clone(),
        imported_on: set.imported_on.to_string(),
        undone_on: set.undone_on.map(|day| day.to_string()),
        factors: set.factors,
        is_used,
    }
}

/// Factors of a set, or of all that stand, in whose name, variant, unit or sheet every word of a text stands.
pub async fn factors(
    workspace: &Workspace,
    set: Option<&str>,
    search: Option<&str>,
) -> Result<FactorsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let sets = match set {
        Some(id) => vec![set_named(&mut read, id).await?],
        None => emissions::sets(&mut read).await?,
    };
    let words: Vec<String> = search.unwrap_or_default().split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for set in sets {
        let factors = emissions::factors(&mut read, set.number).await?;
        let matching = factors.into_iter().filter(|factor| matches(factor, &words));
        found.extend(matching.map(|factor| factor_view(&set.id(), &factor)));
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    found.truncate(MOST);
    Ok(FactorsView { total, factors: found })
}

fn matches(factor: &Factor, words: &[String]) -> bool {
    let all = [&factor.sheet, &factor.name, &factor.variant, &factor.unit];
    let all = all.map(|text| text.to_lowercase()).join(" ");
    words.iter().all(|word| all.contains(word))
}

pub(super) fn factor_view(set: &str, factor: &Factor) -> FactorView {
    FactorView {
        set: set.to_owned(),
        name: factor.name.clone(),
        variant: factor.variant.clone(),
        unit: factor.unit.clone(),
        kgco2e: factor.kgco2e.to_string(),
        cell: format!("{}!{}{}", factor.sheet, factor.column, factor.row),
    }
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn a_files_name_may_say_its_version() {
        for (name, expected) in [
            ("SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv", Some("1.3.0")),
            ("ghg-conversion-factors-2024-full_set__for_advanced_users__v1_1.xlsx", Some("1")),
            ("factors v2.csv", Some("2")),
            ("various.csv", None),
        ] {
            assert_eq!(version_in(name).as_deref(), expected, "{name}");
        }
    }
}
