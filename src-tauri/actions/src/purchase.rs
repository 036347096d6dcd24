//! Recording a purchase, an own issue or a transfer in.

use crate::certificates::cost;
use crate::journal::write_event;
use crate::numbers::{date, given};
use crate::own_issue::{own_issue, refuse_excess};
use crate::views::certificates::{PurchaseRequest, Purchased};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::lot::{Facts, Lot, Origin, SerialRange, last_usable_day};
use planner_report::assets;
use planner_store::{Connection, ledger as stored};

/// Records a purchase, an own issue or a transfer in.
pub async fn record_lot(workspace: &Workspace, request: &PurchaseRequest) -> Result<Purchased, ActionError> {
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let lot = requested_lot(request, &ledger, workspace.today)?;
    let answer = (lot.id.clone(), lot.quantity(), lot.expires_on.to_string(), cost(&lot));
    let event = write_lot(&mut write, &mut ledger, lot, workspace).await?;
    write.commit().await?;
    let (lot_id, quantity, expires_on, cost) = answer;
    Ok(Purchased { lot_id, quantity, expires_on, cost, event })
}

/// Writes a lot on the day of its trade, unless own certificates become too many by it.
pub(crate) async fn write_lot(
    connection: &mut Connection,
    ledger: &mut Ledger,
    lot: Lot,
    workspace: &Workspace,
) -> Result<i64, ActionError> {
    refuse_excess(&own_issue(connection, ledger).await?, &lot)?;
    ledger.refuse_look_alike(&lot)?;
    let on = lot.facts.trade_date.unwrap_or(workspace.today);
    write_event(connection, ledger, Event::LotRecorded(Box::new(lot)), on, workspace).await
}

pub(crate) fn requested_lot(
    request: &PurchaseRequest,
    ledger: &Ledger,
    today: NaiveDate,
) -> Result<Lot, ActionError> {
    let serials = SerialRange::new(request.serial_start, request.serial_end).ok_or_else(|| {
        let (start, end) = (request.serial_start, request.serial_end);
        ActionError::new("bad_serials", format!("Serials {start} to {end} hold no certificate. The last one must not be before the first, and none below 0."))
    })?;
    let registry =
        given(Some(&request.registry)).ok_or_else(|| ActionError::request("Name the registry."))?;
    let expires_on = given(request.expires_on.as_deref());
    let expires_on = expires_on.map(|text| date("expiry", &text)).transpose()?;
    let mut lot = Lot {
        id: next_lot_id(ledger, &registry, request.vintage),
        class: assets::class_named(&request.class)?.to_owned(),
        prefix: serial_prefix(request.serial_prefix.as_deref()),
        serials,
        vintage: request.vintage,
        expires_on: usable_until(request.vintage, expires_on, today)?,
        origin: origin(request.origin.as_deref())?,
        is_bundled: request.is_bundled,
        facts: Facts {
            class_version: Some(assets::certificate_classes()?.version.clone()),
            printed_prefix: printed_prefix(request.serial_prefix.as_deref()),
            ..Facts::default()
        },
        registry,
    };
    request.facts.put_into(&mut lot)?;
    lot.facts.trade_date = lot.facts.trade_date.or(Some(today));
    Ok(lot)
}

/// The origin that a word names, as the window or a terminal writes it; bought where none is named.
pub(crate) fn origin(word: Option<&str>) -> Result<Origin, ActionError> {
    let word = word.unwrap_or("purchased").trim().replace('-', "_").to_lowercase();
    Origin::from_word(&word).ok_or_else(|| {
        ActionError::request(format!(
            "“{word}” is no origin. It is purchased, self-generated or transferred-in."
        ))
    })
}

/// A serial prefix as it is kept: without the separator before the number, so that `NL-R-` and `NL-R` are one.
pub(crate) fn serial_prefix(text: Option<&str>) -> String {
    text.unwrap_or_default().trim().trim_end_matches(['-', '/', '_', ':', ' ']).to_owned()
}

/// The prefix as it was written, where that is more than what is kept of it.
pub(crate) fn printed_prefix(text: Option<&str>) -> Option<String> {
    let printed = text.map(str::trim).filter(|printed| !printed.is_empty())?;
    (printed != serial_prefix(text)).then(|| printed.to_owned())
}

/// The registry's own expiry, else 31 December of vintage + 3.
pub(crate) fn usable_until(
    vintage: i32,
    stated: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<NaiveDate, ActionError> {
    use chrono::Datelike;
    if !(2000..=today.year() + 1).contains(&vintage) {
        return Err(ActionError::new(
            "bad_vintage",
            format!("{vintage} is no vintage: it is the calendar year of the activity."),
        ));
    }
    stated
        .or_else(|| last_usable_day(vintage))
        .ok_or_else(|| ActionError::request("The vintage is out of range."))
}

/// The next free id of a registry and vintage, such as BLO-2025-0007.
pub(crate) fn next_lot_id(ledger: &Ledger, registry: &str, vintage: i32) -> String {
    let letters = registry.chars().filter(char::is_ascii_alphanumeric).take(3);
    let code: String = letters.collect::<String>().to_uppercase();
    let code = if code.is_empty() { "LOT".to_owned() } else { code };
    let start = format!("{code}-{vintage}-");
    format!("{start}{:04}", ledger.next_number_after(&start))
}
