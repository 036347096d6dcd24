//! Orders: certificates bought before they have serials. An order is no certificate and covers nothing.

use crate::class::COVERING_CLASS;
use crate::ledger::lot::Lot;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Units of an order that became a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The lot.
    pub lot_id: String,
    /// Its units.
    pub quantity: i64,
    /// The day they were in our account.
    pub delivered_on: NaiveDate,
}

/// Units of an order that will not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    /// Units.
    pub quantity: i64,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub because: String,
}

/// A document of an order: its confirmation, a contract, an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderDocument {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The name of its file.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
    /// The day it was attached.
    pub attached_on: NaiveDate,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its id in this workspace.
    pub id: String,
    /// Who it was placed with.
    pub seller: String,
    /// Certificate class.
    pub class: String,
    /// Registry, where it is known.
    pub registry: Option<String>,
    /// First and last vintage that may be delivered.
    pub vintages: (i32, i32),
    /// Units ordered.
    pub quantity: i64,
    /// Price of one and its ISO 4217 code.
    pub price: Option<(Decimal, String)>,
    /// The purchase order's number.
    pub order_number: Option<String>,
    /// Entity that will own them; the organisation itself where none is named.
    pub entity: Option<String>,
    /// The day it was placed.
    pub ordered_on: NaiveDate,
    /// The day it is expected.
    pub expected_on: Option<NaiveDate>,
    /// The scenario and year of the plan line it carries out.
    pub plan_line: Option<(String, i32)>,
    /// What was delivered.
    pub deliveries: Vec<Delivery>,
    /// What was cancelled.
    pub cancelled: Option<Cancelled>,
    /// Its documents.
    pub documents: Vec<OrderDocument>,
}

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// Nothing was delivered yet.
    Ordered,
    /// Some was delivered, and some is open.
    PartDelivered,
    /// Nothing is open, and some or all was delivered.
    Delivered,
    /// Nothing is open, and nothing was delivered.
    Cancelled,
}

impl OrderState {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::PartDelivered => "part_delivered",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What an order refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// An order for no units.
    #[error("an order is for at least one certificate, not {quantity}")]
    NoUnits {
        /// What was asked.
        quantity: i64,
    },
    /// The last vintage is before the first.
    #[error("the vintages {from} to {to} hold no year")]
    NoVintage {
        /// First.
        from: i32,
        /// Last.
        to: i32,
    },
    /// Nothing is open.
    #[error(
        "order {order} has nothing open: {delivered} of {quantity} are delivered and the rest is cancelled"
    )]
    NothingOpen {
        /// The order.
        order: String,
        /// Delivered.
        delivered: i64,
        /// Ordered.
        quantity: i64,
    },
    /// More than is open.
    #[error("order {order} has {open} certificates open, not {asked}")]
    MoreThanOpen {
        /// The order.
        order: String,
        /// Open.
        open: i64,
        /// Asked.
        asked: i64,
    },
    /// A lot that is not what was ordered.
    #[error("order {order} is for {expected}, and this lot is {found}")]
    OtherThanOrdered {
        /// The order.
        order: String,
        /// What was ordered.
        expected: String,
        /// What the lot is.
        found: String,
    },
    /// A day before the order's own.
    #[error("order {order} was placed on {ordered_on}; nothing of it can happen on {on}")]
    BeforeOrdered {
        /// The order.
        order: String,
        /// The order's day.
        ordered_on: NaiveDate,
        /// The day asked for.
        on: NaiveDate,
    },
    /// A cancellation without a reason.
    #[error("the rest of order {order} is cancelled without a reason")]
    NoReason {
        /// The order.
        order: String,
    },
}

impl Order {
    /// Refuses an order that could never be delivered.
    pub fn check(&self) -> Result<(), OrderError> {
        let (from, to) = self.vintages;
        if self.quantity <= 0 {
            return Err(OrderError::NoUnits { quantity: self.quantity });
        }
        if from > to { Err(OrderError::NoVintage { from, to }) } else { Ok(()) }
    }

    /// Whether this is its number, the buyer's or the one it has here.
    pub fn is_numbered(&self, number: &str) -> bool {
        let is_it = |own: &str| own.trim().eq_ignore_ascii_case(number.trim());
        is_it(&self.id) || self.order_number.as_deref().is_some_and(is_it)
    }

    /// Units delivered.
    pub fn delivered(&self) -> i64 {
        self.deliveries.iter().map(|delivery| delivery.quantity).sum()
    }

    /// Units still to come: ordered − delivered − cancelled.
    pub fn open(&self) -> i64 {
        self.quantity - self.delivered() - self.cancelled.as_ref().map_or(0, |cancelled| cancelled.quantity)
    }

    /// How far it is.
    pub fn state(&self) -> OrderState {
        match (self.delivered(), self.open()) {
            (0, 0) => OrderState::Cancelled,
            (_, 0) => OrderState::Delivered,
            (0, _) => OrderState::Ordered,
            _ => OrderState::PartDelivered,
        }
    }

    /// Whether something is still open after the day it was expected on.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.open() > 0 && self.expected_on.is_some_and(|expected| expected < today)
    }

    /// Whether its certificates will cover new mass.
    pub fn will_cover(&self) -> bool {
        self.class == COVERING_CLASS
    }

    /// Takes a lot as a delivery of it, or says why it is none.
    pub fn deliver(&mut self, lot: &Lot, on: NaiveDate) -> Result<Delivery, OrderError> {
        self.refuse_closed(on)?;
        let order = || self.id.clone();
        let (from, to) = self.vintages;
        let vintages =
            if from == to { format!("vintage {from}") } else { format!("vintages {from} to {to}") };
        let other = |expected: String, found: String| OrderError::OtherThanOrdered {
            order: order(),
            expected,
            found,
        };
        if lot.class != self.class {
            return Err(other(self.class.clone(), lot.class.clone()));
        }
        if !(from..=to).contains(&lot.vintage) {
            return Err(other(vintages, format!("vintage {}", lot.vintage)));
        }
        if let Some(registry) =
            self.registry.as_ref().filter(|name| !name.eq_ignore_ascii_case(&lot.registry))
        {
            return Err(other(format!("registry {registry}"), format!("registry {}", lot.registry)));
        }
        if lot.quantity() > self.open() {
            return Err(OrderError::MoreThanOpen {
                order: order(),
                open: self.open(),
                asked: lot.quantity(),
            });
        }
        let delivery = Delivery { lot_id: lot.id.clone(), quantity: lot.quantity(), delivered_on: on };
        self.deliveries.push(delivery.clone());
        Ok(delivery)
    }

    /// Cancels what is open.
    pub fn cancel(&mut self, on: NaiveDate, because: &str) -> Result<Cancelled, OrderError> {
        self.refuse_closed(on)?;
        let because = because.trim().to_owned();
        if because.is_empty() {
            return Err(OrderError::NoReason { order: self.id.clone() });
        }
        let cancelled = Cancelled { quantity: self.open(), on, because };
        self.cancelled = Some(cancelled.clone());
        Ok(cancelled)
    }

    fn refuse_closed(&self, on: NaiveDate) -> Result<(), OrderError> {
        let order = self.id.clone();
        if self.open() == 0 {
            return Err(OrderError::NothingOpen {
                order,
                delivered: self.delivered(),
                quantity: self.quantity,
            });
        }
        if on < self.ordered_on {
            return Err(OrderError::BeforeOrdered { order, ordered_on: self.ordered_on, on });
        }
        Ok(())
    }
}

/// Certificates that a registry has for us and no lot here does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrived<'a> {
    /// Registry, where it is named.
    pub registry: Option<&'a str>,
    /// Class, where it is named.
    pub class: Option<&'a str>,
    /// Vintage, where it is named.
    pub vintage: Option<i32>,
    /// How many.
    pub quantity: i64,
    /// Purchase order's number, where it is named.
    pub order_number: Option<&'a str>,
}

/// Open orders whose delivery such certificates may be: those of the number that is named, else those that nothing
/// speaks against. What is not said speaks against none.
pub fn likely_of<'a>(orders: &'a [Order], arrived: &Arrived) -> Vec<&'a Order> {
    let fits = |order: &&Order| {
        let is_registry =
            |name: &str| order.registry.as_ref().is_none_or(|own| own.eq_ignore_ascii_case(name));
        order.open() >= arrived.quantity
            && arrived.class.is_none_or(|class| class == order.class)
            && arrived.vintage.is_none_or(|vintage| (order.vintages.0..=order.vintages.1).contains(&vintage))
            && arrived.registry.is_none_or(is_registry)
    };
    let fitting: Vec<_> = orders.iter().filter(fits).collect();
    let named = |order: &&&Order| arrived.order_number.is_some_and(|number| order.is_numbered(number));
    let of_number: Vec<_> = fitting.iter().filter(named).copied().collect();
    if of_number.is_empty() { fitting } else { of_number }
}

/// The order that a lot was delivered on.
pub fn delivering<'a>(orders: &'a [Order], lot_id: &str) -> Option<&'a Order> {
    orders.iter().find(|order| order.deliveries.iter().any(|delivery| delivery.lot_id == lot_id))
}

/// Units on order that will cover new mass, of one entity where one is named: they stand beside remaining, in no
/// coverage.
pub fn on_order(orders: &[Order], entity: Option<&str>) -> i64 {
    let of_entity = |order: &&Order| entity.is_none_or(|entity| order.entity.as_deref() == Some(entity));
    orders.iter().filter(|order| order.will_cover()).filter(of_entity).map(Order::open).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::tests::{day, lot};

    fn order() -> Order {
        Order {
            id: "O-2026-001".into(),
            seller: "Nordhall".into(),
            class: "I-TEC".into(),
            registry: Some("bloom".into()),
            vintages: (2025, 2026),
            quantity: 100,
            price: Some((Decimal::new(155, 2), "EUR".into())),
            order_number: None,
            entity: None,
            ordered_on: day(2026, 1, 10),
            expected_on: Some(day(2026, 3, 31)),
            plan_line: None,
            deliveries: Vec::new(),
            cancelled: None,
            documents: Vec::new(),
        }
    }

    #[test]
    fn the_life_of_an_order() {
        let mut order = order();
        assert_eq!((order.state(), order.open(), order.check()), (OrderState::Ordered, 100, Ok(())));
        assert!(!order.is_overdue(day(2026, 3, 31)) && order.is_overdue(day(2026, 4, 1)));
        order.deliver(&lot("A", 1, 40, 2025), day(2026, 3, 1)).expect("delivered");
        order.deliver(&lot("B", 41, 70, 2026), day(2026, 3, 2)).expect("delivered");
        assert_eq!((order.state(), order.open()), (OrderState::PartDelivered, 30));
        assert_eq!(on_order(&[order.clone()], None), 30);
        assert_eq!(on_order(&[order.clone()], Some("NL")), 0);
        order.cancel(day(2026, 4, 2), "seller gave up").expect("cancelled");
        assert_eq!((order.state(), order.open()), (OrderState::Delivered, 0));
        assert!(!order.is_overdue(day(2030, 1, 1)));
        let refused = order.deliver(&lot("C", 71, 80, 2026), day(2026, 5, 1));
        assert!(matches!(refused, Err(OrderError::NothingOpen { .. })), "{refused:?}");
    }

    #[test]
    fn what_was_not_ordered_is_no_delivery() {
        let on = day(2026, 3, 1);
        for (lot, on) in [
            (lot("A", 1, 101, 2025), on),
            (lot("A", 1, 10, 2024), on),
            (Lot { class: "I-MAT".into(), ..lot("A", 1, 10, 2025) }, on),
            (Lot { registry: "Other".into(), ..lot("A", 1, 10, 2025) }, on),
            (lot("A", 1, 10, 2025), day(2026, 1, 9)),
        ] {
            let mut order = order();
            assert!(order.deliver(&lot, on).is_err(), "{lot:?}");
            assert_eq!(order, self::order());
        }
        assert!(matches!(order().cancel(on, " "), Err(OrderError::NoReason { .. })));
        let nothing = Order { quantity: 0, ..order() };
        assert!(nothing.check().is_err());
        assert!(Order { vintages: (2026, 2025), ..order() }.check().is_err());
        assert_eq!(on_order(&[Order { class: "I-MAT".into(), ..order() }], None), 0);
    }

    #[test]
    fn what_arrived_is_the_delivery_of_the_order_that_fits() {
        let named = Order { id: "O-2026-002".into(), order_number: Some("PO-7".into()), ..order() };
        let later = Order { id: "O-2026-003".into(), vintages: (2027, 2027), ..order() };
        let orders = [order(), named, later];
        let ids = |arrived: Arrived| {
            likely_of(&orders, &arrived).iter().map(|order| order.id.clone()).collect::<Vec<_>>()
        };
        let arrived = Arrived {
            registry: Some("BLOOM"),
            class: Some("I-TEC"),
            vintage: Some(2026),
            quantity: 40,
            order_number: None,
        };
        assert_eq!(ids(arrived), ["O-2026-001", "O-2026-002"]);
        assert_eq!(ids(Arrived { order_number: Some("po-7"), ..arrived }), ["O-2026-002"]);
        assert_eq!(ids(Arrived { vintage: Some(2027), ..arrived }), ["O-2026-003"]);
        assert!(ids(Arrived { quantity: 101, ..arrived }).is_empty());
        assert!(ids(Arrived { registry: Some("Other"), ..arrived }).is_empty());
    }
}
