//! Moving units of a lot, splitting it, and correcting what is known of it.

use crate::certificates::lot_view;
use crate::facts::{currency_of, refuse_price, worded};
use crate::journal::write_event;
use crate::numbers::given;
use crate::own_issue::{own_issue, refuse_wider};
use crate::ownership::Proofs;
use crate::views::certificates::{
    Adjusted, AdjustmentRequest, ChangeView, Moved, MovementRequest, SplitView,
};
use crate::{ActionError, Workspace, numbers};
use planner_core::currency::Money;
use planner_core::ledger::Ledger;
use planner_core::ledger::event::Event;
use planner_core::ledger::fact::Change;
use planner_core::ledger::fact::Fact;
use planner_core::ledger::movement::Movement;
use planner_core::year::reporting_year;
use planner_store::{ledger as stored, lots as stored_lots};

fn movement(request: &MovementRequest) -> Result<Movement, ActionError> {
    let named = |text: &str, what: &str| given(Some(text)).ok_or_else(|| ActionError::request(what));
    Ok(match request {
        MovementRequest::Reserve { year } => Movement::Reserve(reporting_year(*year)?),
        MovementRequest::Release { year } => Movement::Release(reporting_year(*year)?),
        MovementRequest::List => Movement::List,
        MovementRequest::Withdraw => Movement::Withdraw,
        MovementRequest::Transfer { to, unit_price, currency } => Movement::Transfer {
            to: named(to, "Say who receives the certificates.")?,
            price: price(unit_price.as_deref(), currency.as_deref())?,
        },
        MovementRequest::Cancel { because } => {
            Movement::Cancel { because: named(because, "Say why the certificates are cancelled.")? }
        }
    })
}

/// What was paid for one certificate; nothing where nobody says.
fn price(amount: Option<&str>, currency: Option<&str>) -> Result<Option<Money>, ActionError> {
    match (given(amount), given(currency)) {
        (None, _) => Ok(None),
        (Some(_), None) => Err(ActionError::request("Say in which currency the price is.")),
        (Some(text), Some(code)) => {
            Ok(Some(Money { amount: numbers::amount("unit price", &text)?, currency: currency_of(&code)? }))
        }
    }
}

/// Moves the first `quantity` units that are free for it.
pub async fn move_units(
    workspace: &Workspace,
    lot_id: &str,
    quantity: i64,
    request: &MovementRequest,
    on: Option<&str>,
) -> Result<Moved, ActionError> {
    let (movement, on) = (movement(request)?, workspace.day(on)?);
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let serials = ledger.propose_movement(lot_id, quantity, &movement, on)?;
    let event = Event::Moved { lot_id: lot_id.to_owned(), movement, serials };
    let kind = event.kind().to_owned();
    refuse_proceeds(&event, quantity)?;
    let event = write_event(&mut write, &mut ledger, event, on, workspace).await?;
    write.commit().await?;
    Ok(Moved { event, kind, lot_id: lot_id.to_owned(), quantity, on: on.to_string() })
}

/// What a sale brings in is an exact amount.
fn refuse_proceeds(event: &Event, quantity: i64) -> Result<(), ActionError> {
    let Event::Moved { movement: Movement::Transfer { price: Some(price), .. }, .. } = event else {
        return Ok(());
    };
    match price.times(quantity) {
        Some(_) => Ok(()),
        None => Err(ActionError::request(format!(
            "{quantity} certificates at {} {} are a sum that cannot be held exactly. Write the price with fewer places.",
            price.amount,
            price.currency.code()
        ))),
    }
}

/// Makes two lots of one; the upper begins at serial `at`. Every unit stays where it is.
pub async fn split_lot(
    workspace: &Workspace,
    lot_id: &str,
    at: i64,
    on: Option<&str>,
) -> Result<SplitView, ActionError> {
    let on = workspace.day(on)?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let into = [format!("{lot_id}-1"), format!("{lot_id}-2")].map(|id| unused(&ledger, id));
    let event = Event::Split { lot_id: lot_id.to_owned(), at, into: into.clone() };
    let event = write_event(&mut write, &mut ledger, event, on, workspace).await?;
    let imports = stored_lots::imports_of_lots(&mut write, Some(&into)).await?;
    let proofs = Proofs::load(&mut write, &ledger).await?;
    write.commit().await?;
    let mut lots = Vec::new();
    for id in &into {
        lots.push(lot_view((&ledger, &proofs), ledger.lot(id)?, imports.get(id), workspace.today));
    }
    Ok(SplitView { lot_id: lot_id.to_owned(), lots, event })
}

/// An id of a part that no lot ever had.
fn unused(ledger: &Ledger, id: String) -> String {
    if !ledger.is_lot_id(&id) {
        return id;
    }
    let mut letters = 'b'..='z';
    letters.find_map(|letter| Some(format!("{id}{letter}")).filter(|id| !ledger.is_lot_id(id))).unwrap_or(id)
}

/// Corrects what is known of a lot, with a reason.
pub async fn adjust_lot(workspace: &Workspace, request: &AdjustmentRequest) -> Result<Adjusted, ActionError> {
    let because = given(Some(&request.because));
    let because = because.ok_or_else(|| ActionError::request("Say why the lot is corrected."))?;
    let on = workspace.day(request.on.as_deref())?;
    let mut write = workspace.store.write().await?;
    let mut ledger = stored::load(&mut write).await?;
    let changes = ledger.propose_adjustment(&request.lot_id, &asked(request)?)?;
    let before = own_issue(&mut write, &ledger).await?;
    let lot_id = request.lot_id.clone();
    let event = Event::Adjusted { lot_id: lot_id.clone(), changes: changes.clone(), because };
    let event = write_event(&mut write, &mut ledger, event, on, workspace).await?;
    let corrected = &ledger.lot(&lot_id)?.lot;
    refuse_price(corrected)?;
    refuse_wider(&before, &own_issue(&mut write, &ledger).await?, corrected)?;
    write.commit().await?;
    Ok(Adjusted { lot_id, changes: changes.iter().map(change_view).collect(), event })
}

fn asked(request: &AdjustmentRequest) -> Result<Vec<(Fact, Option<String>)>, ActionError> {
    let fact = |name: &String| {
        Fact::from_word(&name.replace('-', "_")).ok_or_else(|| {
            let words: Vec<_> = Fact::ALL.iter().map(|fact| fact.word()).collect();
            let all = words.join(", ");
            ActionError::request(format!(
                "“{name}” is nothing that can be corrected. A wrong quantity is cancelled; these can be corrected: {all}."
            ))
        })
    };
    let pair = |(name, value): (&String, &String)| {
        let fact = fact(name)?;
        Ok((fact, given(Some(value)).map(|value| worded(fact, &value))))
    };
    request.facts.iter().map(pair).collect()
}

pub(crate) fn change_view(change: &Change) -> ChangeView {
    ChangeView { name: change.fact.word().to_owned(), old: change.old.clone(), new: change.new.clone() }
}
