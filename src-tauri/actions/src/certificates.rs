//! Lots: recording a purchase, moving units, and what is shown of them.

use crate::numbers::{amount, date, days, given};
use crate::views::certificates::{
    EventView, ExpiryAlert, LotDetail, LotView, LotsView, Moved, PurchaseRequest, Purchased, RangeView,
    UnitsByState, VintageUnits,
};
use crate::{ActionError, Workspace, assets};
use chrono::NaiveDate;
use planner_core::ledger::event::{DatedEvent, Event, Movement};
use planner_core::ledger::holding::{Holding, StateRange, UnitState, Units};
use planner_core::ledger::lot::{COVERING_CLASS, Lot, Origin, SerialRange, last_usable_day};
use planner_core::ledger::{Ledger, LedgerError};
use planner_store::{Connection, StoreError, ledger as stored};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// All lots and what they add up to.
pub async fn lots(workspace: &Workspace) -> Result<LotsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let ledger = stored::load(&mut read).await?;
    let imports = stored::imports_of_lots(&mut read).await?;
    let today = workspace.today;
    let mut holdings: Vec<_> = ledger.holdings().collect();
    holdings.sort_by_key(|holding| {
        let units = holding.units(today);
        (units.held + units.reserved + units.listed == 0, holding.lot.expires_on, holding.lot.id.clone())
    });
    let covering = || ledger.holdings().filter(|holding| holding.lot.class == COVERING_CLASS);
    Ok(LotsView {
        as_of: today.to_string(),
        total: units_by_state(add_up(covering(), today)),
        by_vintage: by_vintage(covering(), today),
        alerts: alerts(&ledger, today),
        lots: holdings
            .into_iter()
            .map(|holding| lot_view(holding, imports.get(&holding.lot.id), today))
            .collect(),
    })
}

fn add_up<'a>(holdings: impl Iterator<Item = &'a Holding>, today: NaiveDate) -> Units {
    let mut sum = Units::default();
    for range in holdings.flat_map(|holding| holding.ranges_on(today)) {
        sum.add(range.state, range.serials.quantity());
    }
    sum
}

fn by_vintage<'a>(holdings: impl Iterator<Item = &'a Holding>, today: NaiveDate) -> Vec<VintageUnits> {
    let mut vintages: BTreeMap<i32, Vec<&Holding>> = BTreeMap::new();
    holdings.for_each(|holding| vintages.entry(holding.lot.vintage).or_default().push(holding));
    let first_day = |holdings: &[&Holding]| holdings.iter().map(|holding| holding.lot.expires_on).min();
    vintages
        .into_iter()
        .map(|(vintage, holdings)| VintageUnits {
            vintage,
            expires_on: first_day(&holdings).map(|day| day.to_string()).unwrap_or_default(),
            units: units_by_state(add_up(holdings.into_iter(), today)),
        })
        .collect()
}

fn alerts(ledger: &Ledger, today: NaiveDate) -> Vec<ExpiryAlert> {
    let alerts = ledger.expiry_alerts(today).into_iter();
    alerts
        .map(|alert| ExpiryAlert {
            within_days: alert.within_days,
            quantity: alert.quantity,
            on: alert.on.to_string(),
        })
        .collect()
}

fn units_by_state(units: Units) -> UnitsByState {
    UnitsByState {
        quantity: units.quantity(),
        held: units.held,
        reserved: units.reserved,
        listed: units.listed,
        transferred: units.transferred,
        retired: units.retired,
        expired: units.expired,
        cancelled: units.cancelled,
    }
}

fn lot_view(holding: &Holding, import: Option<&String>, today: NaiveDate) -> LotView {
    let lot = &holding.lot;
    let reserved = holding.ranges_on(today).filter_map(|range| match range.state {
        UnitState::Reserved(year) => Some(year),
        _ => None,
    });
    let mut reserved_for: Vec<_> = reserved.collect();
    reserved_for.sort_unstable();
    reserved_for.dedup();
    LotView {
        lot_id: lot.id.clone(),
        class: lot.class.clone(),
        registry: lot.registry.clone(),
        serial_prefix: lot.prefix.clone(),
        serial_start: lot.serials.start(),
        serial_end: lot.serials.end(),
        vintage: lot.vintage,
        expires_on: lot.expires_on.to_string(),
        days_to_expiry: days(today, lot.expires_on),
        origin: lot.origin.word().to_owned(),
        is_bundled: lot.is_bundled,
        project: lot.project.clone(),
        facility: lot.facility.clone(),
        batch: lot.batch.clone(),
        country: lot.country.clone(),
        counterparty: lot.counterparty.clone(),
        unit_price: lot.unit_price.map(|price| price.to_string()),
        currency: lot.currency.clone(),
        cost: cost(lot),
        entity: lot.entity.clone(),
        trade_date: lot.trade_date.map(|day| day.to_string()),
        import_id: import.cloned(),
        units: units_by_state(holding.units(today)),
        reserved_for,
    }
}

fn cost(lot: &Lot) -> Option<String> {
    let cost = lot.unit_price?.checked_mul(Decimal::from(lot.quantity()))?;
    Some(cost.normalize().to_string())
}

pub(crate) fn range_view(range: &StateRange) -> RangeView {
    RangeView {
        serial_start: range.serials.start(),
        serial_end: range.serials.end(),
        state: range.state.word().to_owned(),
        year: range.state.year(),
    }
}

/// A lot with its life.
pub async fn lot(workspace: &Workspace, lot_id: &str) -> Result<LotDetail, ActionError> {
    let mut read = workspace.store.read().await?;
    let ledger = stored::load(&mut read).await?;
    let holding = ledger.lot(lot_id)?;
    let imports = stored::imports_of_lots(&mut read).await?;
    let log = stored::log(&mut read).await?;
    let events = log.iter().rev().filter_map(|logged| {
        let event = logged.event()?.event;
        event.lot_ids().contains(&lot_id).then(|| event_view(logged, &event, lot_id))
    });
    Ok(LotDetail {
        events: events.collect(),
        ranges: holding.ranges_on(workspace.today).map(|range| range_view(&range)).collect(),
        lot: lot_view(holding, imports.get(lot_id), workspace.today),
    })
}

fn event_view(logged: &stored::LoggedEvent, event: &Event, lot_id: &str) -> EventView {
    let quantity = match event {
        Event::Retired(retirement) | Event::Reversed { retirement, .. } => {
            let of_lot = retirement.lines.iter().filter(|line| line.lot_id == lot_id);
            Some(of_lot.map(|line| line.serials.quantity()).sum())
        }
        other => other.quantity(),
    };
    EventView {
        sequence: logged.sequence,
        on: logged.dated_on.clone(),
        kind: logged.kind.clone(),
        lot_ids: event.lot_ids().into_iter().map(str::to_owned).collect(),
        quantity,
        year: event.year(),
        note: event.note().map(str::to_owned),
        hash: logged.hash.clone(),
    }
}

/// Writes an event that the ledger accepts; what expired before it is written down first.
pub(crate) async fn write_event(
    connection: &mut Connection,
    ledger: &mut Ledger,
    event: Event,
    today: NaiveDate,
    import_number: Option<i64>,
) -> Result<i64, ActionError> {
    for expiry in ledger.expiries(today) {
        let dated = DatedEvent { on: today, event: expiry };
        ledger.apply(&dated)?;
        stored::append(connection, &dated, ledger, None).await?;
    }
    let dated = DatedEvent { on: dated_on(&event, today), event };
    ledger.apply(&dated)?;
    Ok(stored::append(connection, &dated, ledger, import_number).await?)
}

/// The day of an event: a lot's is the day of its trade, where that is past.
pub(crate) fn dated_on(event: &Event, today: NaiveDate) -> NaiveDate {
    match event {
        Event::LotRecorded(lot) => lot.trade_date.unwrap_or(today).min(today),
        _ => today,
    }
}

/// Records a purchase, an own issue or a transfer in.
pub async fn record_lot(workspace: &Workspace, request: &PurchaseRequest) -> Result<Purchased, ActionError> {
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let lot = requested_lot(request, &ledger, workspace.today)?;
    let answer = (lot.id.clone(), lot.quantity(), lot.expires_on.to_string(), cost(&lot));
    let event = Event::LotRecorded(Box::new(lot));
    let event = write_event(&mut write, &mut ledger, event, workspace.today, None).await?;
    write.commit().await.map_err(StoreError::from)?;
    let (lot_id, quantity, expires_on, cost) = answer;
    Ok(Purchased { lot_id, quantity, expires_on, cost, event })
}

fn requested_lot(request: &PurchaseRequest, ledger: &Ledger, today: NaiveDate) -> Result<Lot, ActionError> {
    let serials = SerialRange::new(request.serial_start, request.serial_end).ok_or_else(|| {
        let (start, end) = (request.serial_start, request.serial_end);
        ActionError::new("bad_serials", format!("Serials {start} to {end} hold no certificate. The last one must not be before the first, and none below 0."))
    })?;
    let origin = origin(request.origin.as_deref())?;
    let optional = |text: &Option<String>| given(text.as_deref());
    let registry =
        given(Some(&request.registry)).ok_or_else(|| ActionError::request("Name the registry."))?;
    let unit_price = optional(&request.unit_price).map(|text| amount("unit price", &text)).transpose()?;
    let currency = optional(&request.currency).map(|text| text.to_uppercase());
    if unit_price.is_some() && currency.is_none() {
        return Err(ActionError::request("Say in which currency the price is."));
    }
    let trade_date = optional(&request.trade_date).map(|text| date("trade date", &text)).transpose()?;
    let expires_on = optional(&request.expires_on).map(|text| date("expiry", &text)).transpose()?;
    Ok(Lot {
        id: next_lot_id(ledger, &registry, request.vintage),
        class: assets::class_named(&request.class)?,
        prefix: serial_prefix(request.serial_prefix.as_deref()),
        serials,
        vintage: request.vintage,
        expires_on: usable_until(request.vintage, expires_on, today)?,
        origin,
        is_bundled: request.is_bundled,
        batch: optional(&request.batch),
        entity: optional(&request.entity),
        unit_price,
        currency,
        project: optional(&request.project),
        facility: optional(&request.facility),
        country: optional(&request.country),
        counterparty: optional(&request.counterparty),
        trade_date: trade_date.or(Some(today)),
        methodology_version: None,
        verification_body: None,
        tco2e: None,
        registry,
    })
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
    let numbers =
        ledger.holdings().filter_map(|holding| holding.lot.id.strip_prefix(&start)?.parse::<u32>().ok());
    format!("{start}{:04}", numbers.max().unwrap_or(0) + 1)
}

/// A movement of units of one lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovementRequest {
    /// Reserve held units for a year.
    Reserve(i32),
    /// Release them again.
    Release(i32),
    /// List held units for sale.
    List,
    /// Take them off the list.
    Withdraw,
    /// Hand held or listed units to somebody.
    Transfer(String),
    /// Cancel held units, with a reason.
    Cancel(String),
}

impl MovementRequest {
    fn movement(&self) -> Result<(Movement, Vec<UnitState>), ActionError> {
        let named = |text: &str, what: &str| given(Some(text)).ok_or_else(|| ActionError::request(what));
        Ok(match self {
            Self::Reserve(year) => (Movement::Reserve(*year), vec![UnitState::Held]),
            Self::Release(year) => (Movement::Release(*year), vec![UnitState::Reserved(*year)]),
            Self::List => (Movement::List, vec![UnitState::Held]),
            Self::Withdraw => (Movement::Withdraw, vec![UnitState::Listed]),
            Self::Transfer(to) => {
                let to = named(to, "Say who receives the certificates.")?;
                (Movement::Transfer { to }, vec![UnitState::Listed, UnitState::Held])
            }
            Self::Cancel(because) => {
                let because = named(because, "Say why the certificates are cancelled.")?;
                (Movement::Cancel { because }, vec![UnitState::Held])
            }
        })
    }
}

/// Moves the first `quantity` units that are free for it.
pub async fn move_units(
    workspace: &Workspace,
    lot_id: &str,
    quantity: i64,
    request: &MovementRequest,
) -> Result<Moved, ActionError> {
    let (movement, from) = request.movement()?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let serials = ledger.lot(lot_id)?.take(quantity.max(0), &from);
    let found: i64 = serials.iter().map(|range| range.quantity()).sum();
    if quantity <= 0 {
        return Err(LedgerError::NothingToMove.into());
    }
    if found < quantity {
        let words: Vec<_> = from.iter().map(|state| state.word()).collect();
        let message = format!(
            "Lot {lot_id} has {found} certificates that are {}, not {quantity}. Name fewer, or another lot.",
            words.join(" or ")
        );
        return Err(ActionError::new("more_than_lot_holds", message));
    }
    let event = Event::Moved { lot_id: lot_id.to_owned(), movement, serials };
    let kind = event.kind().to_owned();
    let event = write_event(&mut write, &mut ledger, event, workspace.today, None).await?;
    write.commit().await.map_err(StoreError::from)?;
    Ok(Moved { event, kind, lot_id: lot_id.to_owned(), quantity })
}
