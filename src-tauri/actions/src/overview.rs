//! The overview of a year: its answer, the sum behind it, what to do next and by when.

use crate::dispositions::to_ask;
use crate::numbers::days;
use crate::requirement::{view, year_figures};
use crate::settings::Organisation;
use crate::views::overview::{Deadline, Expiring, OverviewView, RequirementSum, ToDo};
use crate::views::requirement::RequirementView;
use crate::{ActionError, Workspace, money};
use chrono::NaiveDate;
use planner_core::ledger::Ledger;
use planner_core::ledger::expiry::calendar;
use planner_core::order::Order;
use planner_core::requirement::Netting;
use planner_core::year::reporting_year;

/// Everything on the overview of one year, of the organisation or of one entity. What the certificates cost, the budget
/// and the closing day are the organisation's.
pub async fn overview(
    workspace: &Workspace,
    year: i32,
    entity: Option<&str>,
) -> Result<OverviewView, ActionError> {
    reporting_year(year)?;
    let mut read = workspace.store.read().await?;
    let organisation = Organisation::load(&mut read).await?;
    let ledger = planner_store::ledger::load(&mut read).await?;
    let asked = (year, entity, None);
    let figures = year_figures(&mut read, &organisation, &ledger, asked, workspace.today).await?;
    let settings = organisation.year(year);
    let money = money::year_money(&mut read, &organisation, &ledger, year, workspace.today).await?;
    let ask = to_ask(&mut read, &figures.shipments).await?.map(|on| deadline(on, workspace.today));
    let deadline = settings.and_then(|one| one.closes_on).map(|on| deadline(on, workspace.today));
    let expiring_next = expiring_next(&ledger, entity, workspace.today);
    let orders = planner_store::orders::all(&mut read).await?;
    let requirement = view(&figures, &ledger, &orders);
    let belongs = |order: &Order| entity.is_none_or(|entity| order.entity.as_deref() == Some(entity));
    let overdue = |order: &Order| order.is_overdue(workspace.today) && belongs(order);
    let overdue: Vec<_> = orders.into_iter().filter(overdue).collect();
    let has_imports = !figures.groups.is_empty() || !figures.out_of_scope.is_empty();
    let is_locked = ledger.is_locked(year);
    let waiting = Waiting { overdue: overdue_delivery(&overdue, workspace.today), ask };
    let to_do = to_do(&requirement, has_imports, deadline.as_ref(), expiring_next.as_ref(), waiting);
    Ok(OverviewView {
        organisation: organisation.display_name().to_owned(),
        is_locked,
        has_imports,
        sum: sum(figures.netting),
        // A locked year takes no change, so nothing can be done for it.
        to_do: if is_locked { Vec::new() } else { to_do },
        money: money::view(&money, year, workspace.today),
        requirement,
        deadline,
        expiring_next,
    })
}

fn deadline(on: NaiveDate, today: NaiveDate) -> Deadline {
    Deadline { on: on.to_string(), days: days(today, on) }
}

fn sum(netting: Netting) -> RequirementSum {
    let steps = netting.steps();
    RequirementSum {
        needed: netting.needed,
        self_generated_retired: steps.own_retired,
        self_generated_held: steps.own_held,
        to_source: netting.needed - steps.own_retired - steps.own_held,
        bought_retired: steps.bought_retired,
        bought_held: steps.bought_held,
        remaining: steps.remaining,
    }
}

/// Usable units of the lots that expire on the nearest day.
fn expiring_next(ledger: &Ledger, entity: Option<&str>, today: NaiveDate) -> Option<Expiring> {
    let (on, quantity) = calendar(&ledger.groups_of(entity), today).into_iter().next()?;
    Some(Expiring { quantity, on: on.to_string(), days: days(today, on) })
}

/// Units of orders that should have come, due since the first of their days.
fn overdue_delivery(orders: &[Order], today: NaiveDate) -> Option<ToDo> {
    let due = orders.iter().filter_map(|order| order.expected_on).min()?;
    Some(ToDo {
        kind: "await_delivery".to_owned(),
        quantity: orders.iter().map(Order::open).sum(),
        detail: Some(orders.len().to_string()),
        due: Some(deadline(due, today)),
        blocks_final: false,
    })
}

/// What others are waited for.
struct Waiting {
    overdue: Option<ToDo>,
    /// The first day on which a provider is to be asked for certificates.
    ask: Option<Deadline>,
}

/// What to do next, most urgent first.
fn to_do(
    requirement: &RequirementView,
    has_imports: bool,
    deadline: Option<&Deadline>,
    expiring: Option<&Expiring>,
    waiting: Waiting,
) -> Vec<ToDo> {
    let item = |kind: &str, quantity: i64| ToDo {
        kind: kind.to_owned(),
        quantity,
        detail: None,
        due: None,
        blocks_final: false,
    };
    if !has_imports {
        return vec![item("import", 0)];
    }
    let usable = (requirement.held + requirement.reserved).min(requirement.to_retire);
    let expiry = expiring.map(|expiring| Deadline { on: expiring.on.clone(), days: expiring.days });
    let items = [
        ToDo { due: deadline.cloned(), ..item("buy", requirement.remaining) },
        ToDo {
            due: expiry.or(deadline.cloned()),
            detail: expiring.map(|expiring| expiring.quantity.min(usable).to_string()),
            ..item("retire", usable)
        },
        ToDo {
            detail: Some(requirement.units_unresolved.to_string()),
            blocks_final: true,
            ..item("weigh", requirement.lines_unresolved)
        },
        ToDo {
            detail: Some(requirement.mass_kg_unknown_condition.clone()),
            ..item("confirm_condition", requirement.lines_unknown_condition)
        },
        ToDo { due: waiting.ask, ..item("await_issue", requirement.self_generated_expected) },
    ];
    let mut open: Vec<_> =
        waiting.overdue.into_iter().chain(items).filter(|item| item.quantity > 0).collect();
    if requirement.to_retire == 0 && requirement.retired > 0 {
        open.push(ToDo { due: deadline.cloned(), ..item("export", requirement.retired) });
    }
    open
}
