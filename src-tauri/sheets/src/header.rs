//! Which row is the header, and which column is which field.

mod matching;
mod measure;
mod row;
mod senses;
mod units;

pub(crate) use matching::{assign, without_number};
pub(crate) use measure::named;
pub(crate) use row::{
    Header, find_header, first_texts, header_at, header_texts, header_with, names_field, names_field_as,
    texts_of,
};
pub(crate) use senses::{Concept, ConceptWords, Senses};
pub(crate) use units::{bracketed_unit, header_pieces, header_unit};

use crate::field::{Field, Kind};

/// How much a matched field says that a table is of a kind.
fn weight(kind: Kind, field: Field) -> u32 {
    use Field::*;
    match (kind, field) {
        (Kind::Procurement, Quantity | UnitMass | Condition | OrderNumber | Supplier | UnitPrice) => 3,
        (Kind::Dispositions, Outcome | RestoredMass | LegalObligationMass) => 5,
        (Kind::Dispositions, ReusedMass | RefurbishedMass | PartsMass | MaterialMass | ResidualMass) => 5,
        (Kind::Dispositions, Provider | SentMass) => 3,
        (Kind::Certificates, Vintage | SerialStart | SerialEnd | Registry | Beneficiary | RetiredOn) => 4,
        (Kind::Certificates, CertificateId | Project | VerificationBody | MethodologyVersion | Tco2e) => 2,
        (Kind::Orders, Vintage | ExpectedOn) => 4,
        (Kind::Orders, OrderNumber | Counterparty) => 3,
        (Kind::Catalogue, Mass | FactorKgco2e) => 3,
        (Kind::Catalogue, Model | Source) => 2,
        _ => 1,
    }
}

/// Whether the matched fields are enough to call a table one of this kind.
fn is_kind(kind: Kind, has: impl Fn(Field) -> bool) -> bool {
    use Field::*;
    match kind {
        Kind::Procurement => {
            // What a line is may stand under a name that nobody knows: its cells tell.
            let is_measured = has(Quantity) && (has(UnitMass) || has(Mass));
            is_measured || [Item, Model, Category, Manufacturer, SerialNumber].into_iter().any(&has)
        }
        Kind::Dispositions => {
            [Outcome, RestoredMass, LegalObligationMass, ReusedMass, RefurbishedMass].into_iter().any(&has)
                || (has(Provider) && has(SentMass))
        }
        Kind::Certificates => {
            (has(SerialStart) && has(SerialEnd))
                || (has(Vintage) && (has(CertificateId) || has(Quantity)))
                || (has(CertificateId) && has(Registry))
        }
        Kind::Catalogue => has(Mass) && has(Model),
        Kind::Orders => {
            has(Vintage) && has(Quantity) && (has(ExpectedOn) || (has(OrderNumber) && has(Counterparty)))
        }
        Kind::Unknown => false,
    }
}
