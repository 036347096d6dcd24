//! Plans, scenarios and orders.

use super::{Table, as_of, facts, grid, or_dash};
use planner_actions::views::orders::OrdersView;
use planner_actions::views::plan::{
    PlanActual, PlanActualYear, PlanOutlook, PlanTotal, PlanView, PlanYearView, ScenarioView,
};

impl Table for PlanView {
    fn table(&self) -> String {
        let name = self.scenario.as_deref().unwrap_or("the workspace's own history");
        let who = self.entity.as_deref().unwrap_or("the organisation");
        let record = if self.adopted_on.is_some() { ", the plan of record" } else { "" };
        let mut text = format!("Plan of {who} by {name}{record}, as of {}\n", self.as_of);
        if !self.stale.is_empty() {
            text += "Stale: the workspace moved on since. `itec plan refresh` takes today's facts.\n";
            for moved in &self.stale {
                let (before, now) = (or_dash(moved.before.as_ref()), or_dash(moved.now.as_ref()));
                text += &format!("  {}: {before} → {now}\n", moved.fact);
            }
        }
        if !self.has_price {
            text += "No price is known, so no cost is: name one with --set price=…\n";
        }
        let headers = [
            "Year",
            "New kg",
            "Target %",
            "Needed",
            "Retired",
            "Own",
            "Carried",
            "On order",
            "To buy",
            "Cost",
            "Budget left",
            "Expired",
        ];
        let rows: Vec<_> = self.years.iter().map(year).collect();
        text += &format!("\n{}", grid(&headers, &rows));
        let currency = self.currency.as_deref().unwrap_or_default();
        text += "\n";
        for sums in [&self.ahead, &self.total] {
            text += &total(sums, currency);
            if sums.years == self.total.years {
                break;
            }
        }
        for year in &self.years {
            for line in &year.purchases {
                text += &format!("  {}: buy {} of {}\n", line.year, line.quantity, line.because);
            }
        }
        for because in self.years.iter().filter_map(|year| year.shortfall_because.as_ref()) {
            text += &format!("  Missing: {because}\n");
        }
        for lot in &self.lots {
            let price = lot.unit_price.as_ref().map_or_else(String::new, |price| format!(" at {price}"));
            text += &format!(
                "  {}: {} {} own units of {}{price}\n",
                lot.lot_id, lot.choice, lot.units, lot.vintage
            );
        }
        let drivers = self.drivers.iter().map(|driver| {
            let from = if driver.is_default { driver.default_from.clone() } else { "set".into() };
            vec![driver.key.clone(), driver.value.clone(), from]
        });
        text + &format!("\n{}", grid(&["Driver", "Value", "From"], &drivers.collect::<Vec<_>>()))
    }
}

impl Table for PlanActual {
    fn table(&self) -> String {
        self.years.iter().fold(as_of(&self.as_of), |text, year| text + "\n" + &actual(year))
    }
}

fn actual(year: &PlanActualYear) -> String {
    let plan = match (&year.scenario, &year.adopted_on) {
        (Some(scenario), Some(day)) => format!("{scenario}, adopted {day}"),
        _ => "no plan was adopted by then".to_owned(),
    };
    let rows = year.rows.iter().map(|one| {
        let text = |value: &Option<String>| or_dash(value.as_ref());
        let what = one.what.replace('_', " ");
        vec![what, text(&one.planned), text(&one.actual), text(&one.difference)]
    });
    let currency = year.currency.as_deref().unwrap_or_default();
    let mut text = format!("{}: {plan} {currency}\n", year.year);
    text += &grid(&["", "Planned", "Actual", "Difference"], &rows.collect::<Vec<_>>());
    for one in &year.orders {
        let late = one.days_late.map_or_else(String::new, |days| format!(", {days} days late"));
        text += &format!("  {}: {} of {} delivered{late}\n", one.id, one.delivered, one.quantity);
    }
    text
}

fn total(sums: &PlanTotal, currency: &str) -> String {
    let (first, last) = (sums.years.first().copied().unwrap_or(0), sums.years.last().copied().unwrap_or(0));
    format!(
        "{first} to {last}: needed {}, own {}, carried {}, to buy {}, cost {} {currency}\n",
        sums.needed, sums.own, sums.carried, sums.to_buy, sums.cost
    )
}

fn year(year: &PlanYearView) -> Vec<String> {
    vec![
        year.year.to_string(),
        year.mass_kg_new.clone(),
        year.target_percent.clone(),
        year.needed.to_string(),
        year.retired.to_string(),
        year.own.to_string(),
        year.carried.to_string(),
        year.ordered.to_string(),
        year.to_buy.to_string(),
        year.cost.clone(),
        or_dash(year.budget_left.as_ref()),
        year.expired.to_string(),
    ]
}

impl Table for Vec<PlanView> {
    fn table(&self) -> String {
        let rows = self.iter().flat_map(|plan| {
            let name = plan.scenario.clone().unwrap_or_default();
            let row = move |year: &PlanYearView| {
                let cells = [year.year.to_string(), year.needed.to_string(), year.to_buy.to_string()];
                let short = year.shortfall.to_string();
                [vec![name.clone()], cells.to_vec(), vec![year.cost.clone(), short]].concat()
            };
            plan.years.iter().map(row).collect::<Vec<_>>()
        });
        let rows: Vec<_> = rows.collect();
        let mut text = grid(&["Scenario", "Year", "Needed", "To buy", "Cost", "Missing"], &rows);
        for plan in self {
            let name = plan.scenario.as_deref().unwrap_or_default();
            text += &format!("{name}: {}", total(&plan.ahead, plan.currency.as_deref().unwrap_or_default()));
        }
        text
    }
}

impl Table for Vec<ScenarioView> {
    fn table(&self) -> String {
        let rows = self.iter().map(|one| {
            let drivers = one.drivers.iter().map(|(key, value)| format!("{key}={value}"));
            let record =
                one.adopted_on.as_ref().map_or_else(|| "–".into(), |day| format!("of record, {day}"));
            vec![one.name.clone(), one.made_on.clone(), record, drivers.collect::<Vec<_>>().join(" ")]
        });
        grid(&["Scenario", "Facts of", "Adopted", "Drivers"], &rows.collect::<Vec<_>>())
    }
}

impl Table for PlanOutlook {
    fn table(&self) -> String {
        let swings = self.swings.iter().map(|one| {
            vec![format!("{} ± {}", one.driver, one.step), format!("-{}", one.less), format!("+{}", one.more)]
        });
        let swings = grid(&["What moves the cost", "Less", "More"], &swings.collect::<Vec<_>>());
        let end = |end: &planner_actions::views::plan::PlanEnd| format!("{} for {}", end.to_buy, end.cost);
        swings
            + "\n"
            + &facts(&[
                ("To buy at the low end", end(&self.low)),
                ("As planned", end(&self.mid)),
                ("At the high end", end(&self.high)),
                ("Missing if one buys for the low end", self.risk_of_low.to_string()),
                ("The high end costs more", self.price_of_high.clone()),
            ])
    }
}

impl Table for OrdersView {
    fn table(&self) -> String {
        let rows = self.orders.iter().map(|order| {
            let vintages = match (order.vintage_from, order.vintage_to) {
                (from, to) if from == to => from.to_string(),
                (from, to) => format!("{from}–{to}"),
            };
            let state =
                if order.is_overdue { format!("{}, overdue", order.state) } else { order.state.clone() };
            vec![
                order.id.clone(),
                state,
                order.seller.clone(),
                vintages,
                order.quantity.to_string(),
                order.delivered.to_string(),
                order.cancelled.to_string(),
                order.open.to_string(),
                or_dash(order.expected_on.as_ref()),
            ]
        });
        let headers =
            ["Order", "State", "Seller", "Vintage", "Ordered", "Delivered", "Cancelled", "Open", "Expected"];
        let sums = format!("On order: {}, in no coverage; overdue orders: {}\n", self.on_order, self.overdue);
        as_of(&self.as_of) + &sums + &grid(&headers, &rows.collect::<Vec<_>>())
    }
}
