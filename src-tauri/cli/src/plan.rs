//! Commands about the plan and about orders.

use crate::arguments::orders::{OrderArguments, OrderStep};
use crate::arguments::plan::{DriverArguments, PlanBuyArguments, PlanStep};
use crate::certificates::purchase_request;
use crate::run::{Answer, shown};
use planner_actions::views::orders::{DeliveryRequest, OrderRequest};
use planner_actions::views::plan::PlanRequest;
use planner_actions::{ActionError, Workspace};

pub async fn plan(workspace: &Workspace, step: PlanStep) -> Result<Answer, ActionError> {
    let request = |scenario: Option<String>, entity: Option<String>, drivers: DriverArguments| PlanRequest {
        scenario,
        entity,
        drivers: drivers.set.into_iter().collect(),
    };
    let nothing = || DriverArguments { set: Vec::new() };
    match step {
        PlanStep::New { name, drivers } => {
            let drivers = drivers.set.into_iter().collect();
            shown(planner_actions::keep_plan(workspace, &name, &drivers, true).await?)
        }
        PlanStep::Set { name, drivers } => {
            let drivers = drivers.set.into_iter().collect();
            shown(planner_actions::keep_plan(workspace, &name, &drivers, false).await?)
        }
        PlanStep::Show { name, entity, drivers } => {
            shown(planner_actions::plan(workspace, &request(name, entity, drivers)).await?)
        }
        PlanStep::Outlook { name, entity } => {
            shown(planner_actions::plan_outlook(workspace, &request(name, entity, nothing())).await?)
        }
        PlanStep::Compare { entity } => {
            shown(planner_actions::compare_plans(workspace, entity.as_deref()).await?)
        }
        PlanStep::Actual => shown(planner_actions::plan_actual(workspace).await?),
        PlanStep::List => shown(planner_actions::list_plans(workspace).await?),
        PlanStep::Copy { name, new } => {
            shown(planner_actions::name_plan(workspace, &name, &new, true).await?)
        }
        PlanStep::Rename { name, new } => {
            shown(planner_actions::name_plan(workspace, &name, &new, false).await?)
        }
        PlanStep::Adopt { name } => shown(planner_actions::adopt_plan(workspace, &name).await?),
        PlanStep::Refresh { name } => shown(planner_actions::refresh_plan(workspace, &name).await?),
        PlanStep::Delete { name } => shown(planner_actions::delete_plan(workspace, &name).await?),
        PlanStep::Buy(arguments) => buy(workspace, arguments).await,
        PlanStep::Export { name, entity, out } => {
            shown(planner_actions::export_plan(workspace, &request(name, entity, nothing()), &out).await?)
        }
    }
}

async fn buy(workspace: &Workspace, arguments: PlanBuyArguments) -> Result<Answer, ActionError> {
    let line =
        planner_actions::plan_line(workspace, &arguments.name, arguments.year, arguments.vintage).await?;
    let request = OrderRequest {
        seller: arguments.seller,
        registry: arguments.registry,
        quantity: arguments.quantity.unwrap_or(line.quantity),
        unit_price: arguments.unit_price.or(line.unit_price),
        order_number: arguments.order_number,
        expected_on: arguments.expected_on,
        ..line
    };
    shown(planner_actions::place_order(workspace, &request).await?)
}

pub async fn order(workspace: &Workspace, step: OrderStep) -> Result<Answer, ActionError> {
    match step {
        OrderStep::Place(arguments) => {
            shown(planner_actions::place_order(workspace, &order_request(*arguments)).await?)
        }
        OrderStep::Deliver { order, delivered_on, lot } => {
            let request = DeliveryRequest { order, delivered_on, lot: purchase_request(*lot) };
            shown(planner_actions::deliver_order(workspace, &request).await?)
        }
        OrderStep::Expect { order, on } => {
            shown(planner_actions::expect_order(workspace, &order, &on).await?)
        }
        OrderStep::Attach { order, file } => {
            shown(planner_actions::attach_to_order(workspace, &order, &file).await?)
        }
        OrderStep::Cancel { order, because } => {
            shown(planner_actions::cancel_order(workspace, &order, &because).await?)
        }
        OrderStep::List => shown(planner_actions::list_orders(workspace).await?),
    }
}

fn order_request(arguments: OrderArguments) -> OrderRequest {
    OrderRequest {
        seller: arguments.seller,
        class: arguments.class,
        registry: arguments.registry,
        vintage_from: arguments.vintage,
        vintage_to: arguments.vintage_to,
        quantity: arguments.quantity,
        unit_price: arguments.unit_price,
        currency: arguments.currency,
        order_number: arguments.order_number,
        entity: arguments.entity,
        ordered_on: arguments.on,
        expected_on: arguments.expected_on,
        scenario: None,
        plan_year: None,
    }
}
