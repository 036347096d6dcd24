//! Lots, and what is shown of them.

use crate::evidence::evidence_view;
use crate::history::event_view;
use crate::numbers::{date, days, given};
use crate::ownership::{Proofs, unproven};
use crate::search::serial;
use crate::views::certificates::{
    ExpiryAlert, ExpiryDay, LotDetail, LotFacts, LotView, LotsPage, LotsQuery, LotsSummary, LotsView,
    RangeView, UnitsByState, VintageUnits,
};
use crate::{ActionError, Workspace};
use chrono::NaiveDate;
use planner_core::class::COVERING_CLASS;
use planner_core::ledger::evidence::Subject;
use planner_core::ledger::holding::{Holding, StateRange, UnitState, Units};
use planner_core::ledger::lot::{Lot, Origin};
use planner_core::ledger::summary::{self, LotGroup};
use planner_core::ledger::{Ledger, expiry};
use planner_report::assets;
use planner_store::lot_queries::{self, LotFilter, LotOrder, LotState};
use planner_store::{Connection, ledger as stored, lots as stored_lots};
use std::collections::BTreeMap;

/// Lots on a page at most: what crosses to the page costs most.
const PAGE_LIMIT: u32 = 500;
/// Lots that the calendar names for one day.
const NAMED_LOTS: u32 = 12;

/// Lots that match, and what all lots add up to.
pub async fn lots(workspace: &Workspace, query: &LotsQuery) -> Result<LotsView, ActionError> {
    let mut read = workspace.store.read().await?;
    let filter = filter(&mut read, query, workspace.today).await?;
    refuse_unknown_class(&mut read, query.class.as_deref()).await?;
    if given(query.on.as_deref()).is_some() {
        return lots_at(&mut read, workspace.day(query.on.as_deref())?, filter).await;
    }
    let ids = lot_queries::page(&mut read, &LotFilter { offset: 0, limit: u32::MAX, ..filter }).await?;
    let ledger = stored::load(&mut read).await?;
    let imports = stored_lots::imports_of_lots(&mut read, None).await?;
    let summary = summary(&mut read, workspace.today).await?;
    Ok(LotsView { lots: lot_views(&mut read, &ledger, &ids, &imports, workspace.today).await?, summary })
}

/// A class is one of the catalogue, or another registry's that some lot is of.
async fn refuse_unknown_class(read: &mut Connection, class: Option<&str>) -> Result<(), ActionError> {
    let Some(class) = class else { return Ok(()) };
    let classes = lot_queries::classes(read).await?;
    if classes.iter().any(|(known, _)| known.eq_ignore_ascii_case(class)) {
        return Ok(());
    }
    Ok(assets::class_named(class).map(drop)?)
}

/// Lots that match as they were at the end of a day, from everything that is recorded of it by now.
async fn lots_at(read: &mut Connection, on: NaiveDate, filter: LotFilter) -> Result<LotsView, ActionError> {
    let log = stored::log(read).await?;
    let events: Vec<_> = log.iter().filter_map(|logged| logged.event()).collect();
    let ledger = Ledger::at_end_of(&events, on).map_err(|(position, error)| {
        let number = log.get(position).map_or(0, |logged| logged.sequence);
        let message = format!("Event {number} does not fit its own day: {error}. Run a check of the ledger.");
        ActionError::new("workspace_damaged", message)
    })?;
    let state = filter.state;
    let filter = LotFilter { state: None, today: on, offset: 0, limit: u32::MAX, ..filter };
    let is_in = |holding: &Holding| {
        let has = |state: LotState| holding.ranges_on(on).any(|range| range.state.word() == state.word());
        state.is_none_or(has)
    };
    let mut ids = lot_queries::page(read, &filter).await?;
    ids.retain(|id| ledger.lot(id).is_ok_and(is_in));
    let imports = stored_lots::imports_of_lots(read, None).await?;
    let summary = summary_at(read, &ledger, on).await?;
    Ok(LotsView { lots: lot_views(read, &ledger, &ids, &imports, on).await?, summary })
}

/// A page of the lots that match.
pub async fn lots_page(workspace: &Workspace, query: &LotsQuery) -> Result<LotsPage, ActionError> {
    let mut read = workspace.store.read().await?;
    let filter = filter(&mut read, query, workspace.today).await?;
    refuse_unknown_class(&mut read, query.class.as_deref()).await?;
    let (total, units) = lot_queries::count(&mut read, &filter).await?;
    let ids = lot_queries::page(&mut read, &filter).await?;
    let ledger = stored::load_lots(&mut read, &ids).await?;
    let imports = stored_lots::imports_of_lots(&mut read, Some(&ids)).await?;
    Ok(LotsPage {
        as_of: workspace.today.to_string(),
        total,
        units: units_by_state(units),
        lots: lot_views(&mut read, &ledger, &ids, &imports, workspace.today).await?,
    })
}

/// What all lots add up to.
pub async fn lots_summary(workspace: &Workspace) -> Result<LotsSummary, ActionError> {
    summary(&mut *workspace.store.read().await?, workspace.today).await
}

async fn filter(
    read: &mut Connection,
    query: &LotsQuery,
    today: NaiveDate,
) -> Result<LotFilter, ActionError> {
    let unknown = |what: &str, word: &str| ActionError::request(format!("“{word}” is no {what} of a lot."));
    let state = |word: &str| LotState::from_word(word).ok_or_else(|| unknown("state", word));
    let origin = |word: &str| Origin::from_word(word).ok_or_else(|| unknown("origin", word));
    let order = match query.sort.as_deref() {
        None => LotOrder::UsableFirst,
        Some("lot") => LotOrder::Id,
        Some("origin") => LotOrder::Origin,
        Some("vintage") => LotOrder::Vintage,
        Some("expires") => LotOrder::ExpiresOn,
        Some("supplier") => LotOrder::Counterparty,
        Some("quantity") => LotOrder::Quantity,
        Some(other) => LotOrder::State(
            LotState::from_word(other)
                .ok_or_else(|| ActionError::request(format!("Lots cannot be sorted by “{other}”.")))?,
        ),
    };
    let search = given(query.search.as_deref());
    Ok(LotFilter {
        today,
        class: query.class.as_deref().map(|class| assets::class_named(class).unwrap_or(class).to_owned()),
        state: query.state.as_deref().map(state).transpose()?,
        origin: query.origin.as_deref().map(origin).transpose()?,
        ids: if query.lacks_ownership { Some(unproven(read).await?) } else { None },
        expires_on: query.expires_on.as_deref().map(|day| date("last usable day", day)).transpose()?,
        serial: search.as_deref().and_then(serial).map(|(prefix, number)| (prefix.to_owned(), number)),
        search,
        order,
        descending: query.descending,
        offset: query.offset,
        limit: query.limit.clamp(1, PAGE_LIMIT),
    })
}

async fn lot_views(
    read: &mut Connection,
    ledger: &Ledger,
    ids: &[String],
    imports: &BTreeMap<String, String>,
    today: NaiveDate,
) -> Result<Vec<LotView>, ActionError> {
    let proofs = Proofs::load(read, ledger).await?;
    let view = |id: &String| Ok(lot_view((ledger, &proofs), ledger.lot(id)?, imports.get(id), today));
    ids.iter().map(view).collect()
}

async fn summary(connection: &mut Connection, today: NaiveDate) -> Result<LotsSummary, ActionError> {
    let sums = Sums {
        groups: lot_queries::groups(connection).await?,
        classes: lot_queries::classes(connection).await?,
        expiring: lot_queries::expiring_lots(connection, COVERING_CLASS, today, NAMED_LOTS).await?,
    };
    sums.view(connection, today).await
}

/// What the lots of a ledger that is at hand add up to on a day.
async fn summary_at(
    connection: &mut Connection,
    ledger: &Ledger,
    on: NaiveDate,
) -> Result<LotsSummary, ActionError> {
    let mut classes: BTreeMap<String, i64> = BTreeMap::new();
    let mut expiring: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
    for holding in ledger.holdings() {
        *classes.entry(holding.lot.class.clone()).or_default() += 1;
        let units = holding.units(on);
        if holding.lot.can_cover() && units.held + units.reserved > 0 {
            expiring.entry(holding.lot.expires_on).or_default().push(&holding.lot.id);
        }
    }
    let named = |(day, ids): (NaiveDate, Vec<&str>)| {
        let lots = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        let first = ids.into_iter().take(usize::try_from(NAMED_LOTS).unwrap_or_default());
        first.map(move |id| (day, id.to_owned(), lots)).collect::<Vec<_>>()
    };
    let expiring = expiring.into_iter().flat_map(named).collect();
    let sums = Sums { groups: ledger.groups(), classes: classes.into_iter().collect(), expiring };
    sums.view(connection, on).await
}

/// What a summary of the lots is made of.
struct Sums {
    groups: Vec<LotGroup>,
    classes: Vec<(String, i64)>,
    expiring: Vec<(NaiveDate, String, i64)>,
}

impl Sums {
    async fn view(self, connection: &mut Connection, today: NaiveDate) -> Result<LotsSummary, ActionError> {
        let Self { groups, classes, expiring } = self;
        let (last_registry, last_currency) = lot_queries::last_recorded(connection).await?.unzip();
        Ok(LotsSummary {
            as_of: today.to_string(),
            count: classes.iter().map(|(_, lots)| lots).sum(),
            classes: classes.into_iter().map(|(class, _)| class).collect(),
            last_registry,
            last_currency: last_currency.flatten(),
            total: units_by_state(summary::total(&groups, today)),
            by_vintage: by_vintage(&groups, today),
            calendar: calendar(&groups, &expiring, today),
            alerts: alerts(&groups, today),
        })
    }
}

fn by_vintage(groups: &[LotGroup], today: NaiveDate) -> Vec<VintageUnits> {
    let vintages = summary::by_vintage(groups, today).into_iter();
    vintages
        .map(|one| VintageUnits {
            vintage: one.vintage,
            expires_on: one.expires_on.to_string(),
            units: units_by_state(one.units),
        })
        .collect()
}

fn calendar(groups: &[LotGroup], expiring: &[(NaiveDate, String, i64)], today: NaiveDate) -> Vec<ExpiryDay> {
    let day = |(on, quantity): (NaiveDate, i64)| {
        let of_day = || expiring.iter().filter(move |(day, ..)| *day == on);
        ExpiryDay {
            on: on.to_string(),
            days: days(today, on),
            quantity,
            lots: of_day().map(|(_, _, lots)| *lots).next().unwrap_or_default(),
            lot_ids: of_day().map(|(_, id, _)| id.clone()).collect(),
        }
    };
    expiry::calendar(groups, today).into_iter().map(day).collect()
}

fn alerts(groups: &[LotGroup], today: NaiveDate) -> Vec<ExpiryAlert> {
    let alerts = expiry::alerts(groups, today).into_iter();
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

pub(crate) fn lot_view(
    (ledger, proofs): (&Ledger, &Proofs),
    holding: &Holding,
    import: Option<&String>,
    today: NaiveDate,
) -> LotView {
    let lot = &holding.lot;
    let reserved = holding.ranges_on(today).filter_map(|range| match range.state {
        UnitState::Reserved(year) => Some(year),
        _ => None,
    });
    let mut reserved_for: Vec<_> = reserved.collect();
    reserved_for.sort_unstable();
    reserved_for.dedup();
    let ownership = proofs.ownership(ledger, lot);
    LotView {
        lot_id: lot.id.clone(),
        class: lot.class.clone(),
        registry: lot.registry.clone(),
        serial_prefix: lot.prefix.clone(),
        prefix: lot.facts.printed_prefix.clone().unwrap_or_else(|| lot.prefix.clone()),
        serial_start: lot.serials.start(),
        serial_end: lot.serials.end(),
        vintage: lot.vintage,
        expires_on: lot.expires_on.to_string(),
        days_to_expiry: days(today, lot.expires_on),
        origin: lot.origin.word().to_owned(),
        is_bundled: lot.is_bundled,
        class_version: lot.facts.class_version.clone(),
        facts: LotFacts::of(lot),
        cost: cost(lot),
        checked_on: holding.checked_on.map(|day| day.to_string()),
        ownership: ownership.word().to_owned(),
        lacks_ownership: lot.origin == Origin::SelfGenerated && !ownership.is_proven(),
        import_id: import.cloned(),
        units: units_by_state(holding.units(today)),
        reserved_for,
    }
}

pub(crate) fn cost(lot: &Lot) -> Option<String> {
    lot.cost().ok().flatten().map(|cost| cost.normalize().to_string())
}

/// The runs of a lot on a day, joined where they are in one state since different days.
fn range_views(holding: &Holding, today: NaiveDate) -> Vec<RangeView> {
    let mut views: Vec<RangeView> = Vec::new();
    for range in holding.ranges_on(today).map(|range| range_view(&range)) {
        match views.last_mut() {
            Some(last) if (&last.state, last.year) == (&range.state, range.year) => {
                last.serial_end = range.serial_end;
            }
            _ => views.push(range),
        }
    }
    views
}

fn range_view(range: &StateRange) -> RangeView {
    RangeView {
        serial_start: range.serials.start(),
        serial_end: range.serials.end(),
        state: range.state.word().to_owned(),
        year: range.state.year(),
    }
}

/// A lot with its life, that of the lots it was part of included.
pub async fn lot(workspace: &Workspace, lot_id: &str) -> Result<LotDetail, ActionError> {
    let mut read = workspace.store.read().await?;
    let named = [lot_id.to_owned()];
    let ledger = stored::load_lots(&mut read, &named).await?;
    let holding = ledger.lot(lot_id)?;
    let imports = stored_lots::imports_of_lots(&mut read, Some(&named)).await?;
    let proofs = Proofs::load(&mut read, &ledger).await?;
    let before = ledger.lots_before(lot_id);
    let ids: Vec<&str> = before.iter().copied().chain([lot_id]).collect();
    let log = stored::log_naming(&mut read, &ids).await?;
    let events = log.iter().filter_map(|logged| {
        let dated = logged.event()?;
        let own = dated.event.lot_ids().into_iter().find(|id| ids.contains(id))?.to_owned();
        Some(event_view(logged, &dated, Some(&own)))
    });
    Ok(LotDetail {
        as_of: workspace.today.to_string(),
        events: events.collect(),
        ranges: range_views(holding, workspace.today),
        evidence: ledger.evidence(&Subject::Lot(lot_id.to_owned())).iter().map(evidence_view).collect(),
        lot: lot_view((&ledger, &proofs), holding, imports.get(lot_id), workspace.today),
        split_from: before.into_iter().map(str::to_owned).collect(),
    })
}
