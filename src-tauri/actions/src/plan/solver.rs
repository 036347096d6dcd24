//! Linear programmes, solved by microlp. Its floats stay in this file: core counts every answer again in whole units.

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use planner_core::plan::{Bound, Programme, Relaxed};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Solves a programme; no answer where it has none, or the solver does not trust its own.
/// Quantities are divided by the programme's scale first, so that its tolerance means the same for any company.
pub fn solve(programme: &Programme) -> Option<Relaxed> {
    let scale = (programme.scale.max(1)).to_f64()?;
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut variables = Vec::with_capacity(programme.costs.len());
    for ((cost, low), high) in programme.costs.iter().zip(&programme.low).zip(&programme.high) {
        let limits = (low.to_f64()? / scale, high.to_f64()? / scale);
        variables.push(problem.add_var(cost.to_f64()?, limits));
    }
    for row in &programme.rows {
        let mut terms = Vec::with_capacity(row.terms.len());
        for (variable, factor) in &row.terms {
            terms.push((*variables.get(*variable)?, factor.to_f64()?));
        }
        let operator = match row.binds {
            Bound::AtMost => ComparisonOp::Le,
            Bound::Equal => ComparisonOp::Eq,
        };
        problem.add_constraint(terms, operator, row.bound.to_f64()? / scale);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let values = variables.iter().map(|variable| decimal(solution.var_value(*variable) * scale));
    Some(Relaxed { values: values.collect::<Option<_>>()?, cost: decimal(solution.objective() * scale)? })
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_f64(value).map(|value| value.round_dp(6))
}

#[cfg(test)]
mod tests;
