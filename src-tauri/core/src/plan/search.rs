//! The cheapest way to buy: the linear programme's answer in whole units, counted again, and never dearer than buying
//! at need. Where lots, minimum orders or a tight budget leave a gap, the gap is searched by branch and bound.

use super::programme::{Model, Programme, Solve};
use super::purchase::{Choice, Purchase, Terms, Window, cost};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Programmes solved for one plan at most, by how many variables they have.
const EFFORT: usize = 4_000;

/// A way to buy that is this close to the bound, as a share of its cost, is taken.
fn near_enough() -> Decimal {
    Decimal::new(1, 5)
}

/// Buys so that the least is missing, at the least cost.
pub(super) fn cheapest(terms: &Terms, windows: &[Window], uncovered: &[i64], solve: &Solve) -> Vec<Purchase> {
    best(terms, windows, uncovered, solve).purchases(terms, windows)
}

/// Buys each year what it lacks, of the cheapest vintage that is usable, as far as its budget reaches: what every
/// plan is compared with.
pub fn at_need(terms: &Terms, windows: &[Window], uncovered: &[i64]) -> Choice {
    let mut choice = Choice::none(windows.len(), uncovered.len());
    fill(terms, windows, uncovered, &mut choice, |window, year| window.position == year);
    choice
}

/// The best way to buy that was found: the least is missing, then it costs the least, then it takes the fewest purchases.
pub fn best(terms: &Terms, windows: &[Window], uncovered: &[i64], solve: &Solve) -> Choice {
    let mut search = Search { terms, windows, uncovered, found: at_need(terms, windows, uncovered) };
    search.offer_filled(Choice::none(windows.len(), uncovered.len()));
    if windows.is_empty() || uncovered.iter().all(|units| *units == 0) {
        return search.found;
    }
    let model = Model::new(terms, windows, uncovered);
    let mut left = (EFFORT / model.programme.costs.len()).clamp(4, 400);
    let mut open = vec![model.programme];
    while let Some(programme) = open.pop() {
        if left == 0 {
            break;
        }
        left -= 1;
        let Some(relaxed) = solve(&programme) else { continue };
        if relaxed.values.len() < windows.len() || !search.could_better(&programme, relaxed.cost) {
            continue;
        }
        let units = &relaxed.values[..windows.len()];
        search.offer_rounded(units);
        if search.could_better(&programme, relaxed.cost) {
            open.extend(search.branches(&programme, units));
        }
    }
    search.found
}

struct Search<'a> {
    terms: &'a Terms,
    windows: &'a [Window],
    uncovered: &'a [i64],
    found: Choice,
}

impl Search<'_> {
    /// What a choice lacks, then what it costs, then how many purchases it takes.
    fn worth(&self, choice: &Choice) -> (i64, Decimal, usize) {
        let purchases = choice.quantities.iter().filter(|units| **units > 0).count();
        (choice.short(self.uncovered), choice.cost(self.windows), purchases)
    }

    /// Takes a choice that is better than the best so far, if it is sound.
    fn offer(&mut self, choice: Choice) {
        if choice.is_sound(self.terms, self.windows, self.uncovered)
            && self.worth(&choice) < self.worth(&self.found)
        {
            self.found = choice;
        }
    }

    fn offer_filled(&mut self, mut choice: Choice) {
        let in_time = |window: &Window, year: usize| (window.position..=window.last).contains(&year);
        fill(self.terms, self.windows, self.uncovered, &mut choice, in_time);
        self.offer(choice);
    }

    /// Rounds the units of a programme's answer down to whole lots, and to the nearest, and buys what is then missing.
    fn offer_rounded(&mut self, units: &[Decimal]) {
        for strategy in [RoundingStrategy::ToZero, RoundingStrategy::MidpointNearestEven] {
            let mut choice = Choice::none(self.windows.len(), self.uncovered.len());
            for (quantity, units) in choice.quantities.iter_mut().zip(units) {
                let lots = lots(self.terms, *units).round_dp_with_strategy(0, strategy);
                let whole = lots.to_i64().unwrap_or(0).max(0).saturating_mul(self.terms.lot_size);
                *quantity = if whole < self.terms.minimum { 0 } else { whole };
            }
            let mut sparing = choice.clone();
            assign(self.windows, self.uncovered, &mut choice);
            self.offer_filled(choice);
            // A surplus that the terms allow may serve a later year, if what is bought in time is spread thinly.
            assign_least(self.terms, self.windows, self.uncovered, &mut sparing);
            assign(self.windows, self.uncovered, &mut sparing);
            self.offer_filled(sparing);
        }
    }

    /// Whether anything a programme allows could be better than the best so far by more than is worth looking for.
    fn could_better(&self, programme: &Programme, bound: Decimal) -> bool {
        let (short, cost, _) = self.worth(&self.found);
        let penalty = programme.costs.last().copied().unwrap_or_default();
        let lacking = if short > 0 { penalty.checked_mul(short.into()) } else { Some(Decimal::ZERO) };
        let worth = lacking.and_then(|lacking| lacking.checked_add(cost)).unwrap_or(Decimal::MAX);
        bound < worth - cost * near_enough()
    }

    /// The programme with the window that is furthest from whole lots pushed to either side, the nearer one last.
    fn branches(&self, programme: &Programme, units: &[Decimal]) -> Vec<Programme> {
        let distance = |units: &Decimal| {
            let lots = lots(self.terms, *units);
            let nearest = (lots - lots.round()).abs();
            let is_small = *units > Decimal::new(1, 3) && *units < Decimal::from(self.terms.minimum);
            if is_small { Decimal::ONE.max(nearest) } else { nearest }
        };
        let furthest = units.iter().enumerate().max_by_key(|(_, units)| distance(units));
        let Some((position, units)) = furthest.filter(|(_, units)| distance(units) > Decimal::new(1, 4))
        else {
            return Vec::new();
        };
        let whole = lots(self.terms, *units).floor().to_i64().unwrap_or(0) * self.terms.lot_size;
        let (below, above) = if *units < Decimal::from(self.terms.minimum) {
            (0, self.terms.minimum)
        } else {
            (whole, whole + self.terms.lot_size)
        };
        let mut lower = programme.clone();
        let mut upper = programme.clone();
        lower.high[position] = below;
        upper.low[position] = above;
        let is_possible = |one: &Programme| one.low[position] <= one.high[position];
        let is_nearer_below = *units - Decimal::from(below) < Decimal::from(above) - *units;
        let both = if is_nearer_below { [upper, lower] } else { [lower, upper] };
        both.into_iter().filter(is_possible).collect()
    }
}

fn lots(terms: &Terms, units: Decimal) -> Decimal {
    units / Decimal::from(terms.lot_size)
}

/// Lets bought units serve the years: what is past the years it was bought for first, then what is first to be.
fn assign(windows: &[Window], uncovered: &[i64], choice: &mut Choice) {
    let served = choice.serves.iter().map(|years| years.iter().sum::<i64>());
    let mut left: Vec<i64> =
        choice.quantities.iter().zip(served).map(|(units, served)| units - served).collect();
    for (year, lacking) in uncovered.iter().enumerate() {
        let mut lacking = *lacking - choice.covered(year);
        let usable = |one: &usize| (windows[*one].position..=windows[*one].last_usable).contains(&year);
        let mut usable: Vec<usize> = (0..windows.len()).filter(usable).collect();
        usable.sort_by_key(|one| {
            let window = &windows[*one];
            (year <= window.last, window.last, window.last_usable, *one)
        });
        for one in usable {
            let used = lacking.min(left[one]).max(0);
            choice.serves[one][year] += used;
            left[one] -= used;
            lacking -= used;
        }
    }
}

/// Lets of each window as few units serve the years it is bought for as the terms ask, the first years first.
fn assign_least(terms: &Terms, windows: &[Window], uncovered: &[i64], choice: &mut Choice) {
    for (one, window) in windows.iter().enumerate() {
        let mut asked = (choice.quantities[one] - terms.slack()).max(0);
        let in_time = uncovered.iter().enumerate().take(window.last + 1).skip(window.position);
        for (year, uncovered) in in_time {
            let used = asked.min(uncovered - choice.covered(year)).max(0);
            choice.serves[one][year] += used;
            asked -= used;
        }
    }
}

/// Buys what is still missing, year by year, of the cheapest window that may serve it and is within its budget.
fn fill(
    terms: &Terms,
    windows: &[Window],
    uncovered: &[i64],
    choice: &mut Choice,
    may_serve: impl Fn(&Window, usize) -> bool,
) {
    for year in 0..uncovered.len() {
        let mut usable: Vec<usize> =
            (0..windows.len()).filter(|one| may_serve(&windows[*one], year)).collect();
        usable.sort_by_key(|one| (windows[*one].price, std::cmp::Reverse(windows[*one].vintage)));
        for one in usable {
            let lacking = uncovered[year] - choice.covered(year);
            if lacking <= 0 {
                break;
            }
            let more = affordable(terms, windows, choice, one, lacking);
            choice.quantities[one] += more;
            choice.serves[one][year] += more.min(lacking);
            spread(&windows[one], uncovered, choice, one);
        }
    }
}

/// Units to add to a window so that a year lacks no more, in whole lots, as far as the budget reaches.
fn affordable(terms: &Terms, windows: &[Window], choice: &Choice, one: usize, lacking: i64) -> i64 {
    let window = &windows[one];
    let lot = terms.lot_size;
    let least = if choice.quantities[one] == 0 { terms.minimum } else { lot };
    let wanted = (lacking.saturating_add(lot - 1) / lot).saturating_mul(lot).max(least);
    let Some(budget) = terms.budgets[window.position] else { return wanted };
    let left = budget - choice.spent(windows, window.position);
    if cost(wanted, window.price) <= left {
        return wanted;
    }
    let lots = left.checked_div(cost(lot, window.price)).unwrap_or_default().floor();
    let units = lots.to_i64().unwrap_or(0).max(0).saturating_mul(lot).min(wanted);
    if units < least { 0 } else { units }
}

/// Lets what is left over of a window serve the years after, as long as it is usable.
fn spread(window: &Window, uncovered: &[i64], choice: &mut Choice, one: usize) {
    let used: i64 = choice.serves[one].iter().sum();
    let mut left = choice.quantities[one] - used;
    let years = uncovered.iter().enumerate().take(window.last_usable + 1).skip(window.position);
    for (year, uncovered) in years {
        let lacking = uncovered - choice.covered(year);
        let used = left.min(lacking).max(0);
        choice.serves[one][year] += used;
        left -= used;
    }
}
