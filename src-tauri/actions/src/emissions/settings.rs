//! How emissions are computed: on or off, with which sets, rates and factors. Kept among the settings.

use super::assigned::NONE;
use super::factors::{set_named, sets_view};
use crate::numbers::{amount, given};
use crate::settings::{changes, every_value};
use crate::views::emissions::{EmissionSettings, FactorSetsView};
use crate::{ActionError, Workspace};
use planner_core::currency::Currency;
use planner_core::emission::Basis;
use planner_core::journal::{Act, Entry};
use planner_core::recognise::Kind;
use planner_store::{Connection, journal, settings};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Whether emissions are on.
const ON: &str = "emissions";

/// How emissions are computed, as it is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    pub is_on: bool,
    /// Numbers of the sets by what their factors are multiplied with.
    pub sets: BTreeMap<Basis, i64>,
    pub dollars: BTreeMap<String, Decimal>,
    pub assigned: BTreeMap<Basis, BTreeMap<String, String>>,
}

pub(super) async fn stored(connection: &mut Connection) -> Result<Stored, ActionError> {
    let mut stored = Stored::default();
    for (key, value) in settings::all(connection).await? {
        let mut parts = key.splitn(4, '.').skip_while(|part| *part == ON);
        let named = (key.starts_with(ON), parts.next(), parts.next(), parts.next());
        match named {
            (true, None, ..) => stored.is_on = value == "on",
            (true, Some("set"), Some(word), None) => {
                stored.sets.extend(basis(word).zip(value.parse().ok()));
            }
            (true, Some("dollar"), Some(code), None) => {
                stored.dollars.extend(value.parse().ok().map(|rate| (code.to_owned(), rate)));
            }
            (true, Some("factor"), Some(word), Some(category)) => {
                if let Some(basis) = basis(word) {
                    stored.assigned.entry(basis).or_default().insert(category.to_owned(), value);
                }
            }
            _ => {}
        }
    }
    Ok(stored)
}

fn basis(word: &str) -> Option<Basis> {
    [Basis::Activity, Basis::Spend].into_iter().find(|one| one.word() == word)
}

/// The setting that names the set to compute with.
pub(super) fn set_key(basis: Basis) -> String {
    format!("{ON}.set.{}", basis.word())
}

/// Keeps what is changed of how emissions are computed.
pub async fn save_emission_settings(
    workspace: &Workspace,
    request: &EmissionSettings,
) -> Result<FactorSetsView, ActionError> {
    let mut write = workspace.store.write().await?;
    let before = every_value(&mut write).await?;
    if let Some(is_on) = request.is_on {
        settings::put(&mut write, ON, Some(if is_on { "on" } else { "off" })).await?;
    }
    if let Some(id) = &request.set {
        let set = set_named(&mut write, id).await?;
        let key = set_key(set.publisher.basis());
        settings::put(&mut write, &key, Some(&set.number.to_string())).await?;
    }
    for (key, value) in values(request)? {
        settings::put(&mut write, &key, value.as_deref()).await?;
    }
    let entry = Entry::new(Act::SettingsChanged, "emissions").changing(changes(&before, &mut write).await?);
    journal::record(&mut write, workspace.today, entry).await?;
    let view = sets_view(&mut write).await?;
    write.commit().await?;
    Ok(view)
}

/// Rates and factors by the key under which they are kept; nothing where one is taken away.
fn values(request: &EmissionSettings) -> Result<Vec<(String, Option<String>)>, ActionError> {
    let mut values = Vec::new();
    for (code, text) in &request.dollars {
        let code = Currency::from_code(code)?.code();
        let rate = given(Some(text)).map(|text| amount("rate", &text)).transpose()?;
        if rate.is_some_and(|rate| rate.is_zero()) {
            let message = format!("The rate says what one {code} comes to in US dollars: more than 0.");
            return Err(ActionError::request(message));
        }
        values.push((format!("{ON}.dollar.{code}"), rate.map(|rate| rate.normalize().to_string())));
    }
    for (basis, named) in [(Basis::Activity, &request.activity), (Basis::Spend, &request.spend)] {
        for (category, factor) in named {
            let category = category.trim();
            if Kind::from_word(category).is_none() {
                let message =
                    format!("There is no kind of hardware “{category}”, such as laptop or monitor.");
                return Err(ActionError::new("unknown_kind", message));
            }
            let factor = given(Some(factor));
            let factor = factor.map(|text| if text.eq_ignore_ascii_case(NONE) { NONE.into() } else { text });
            values.push((format!("{ON}.factor.{}.{category}", basis.word()), factor));
        }
    }
    Ok(values)
}
