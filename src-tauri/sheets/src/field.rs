//! Kinds of tables and the fields each has, under the names of `--map`.

use crate::words::words;
use planner_core::disposition::Outcome;

words! {
    /// A field of a row, named alike in `--map`, in JSON and in the window.
    #[expect(missing_docs, reason = "each member is its own word")]
    pub enum Field {
        Item = "item", Manufacturer = "manufacturer", Model = "model", Category = "category", Condition = "condition",
        Status = "status", Quantity = "quantity", UnitMass = "unit_mass", Mass = "mass", MassUnit = "mass_unit",
        Date = "date", OrderNumber = "order_number", LineNumber = "line_number", Supplier = "supplier",
        SerialNumber = "serial_number", UnitPrice = "unit_price", Amount = "amount", Currency = "currency",
        Entity = "entity", Country = "country", CostCentre = "cost_centre", Scope3Category = "scope3_category",
        AssetTag = "asset_tag", SentMass = "sent_mass", RestoredMass = "restored_mass", Outcome = "outcome",
        Provider = "provider", LegalObligationMass = "legal_obligation_mass", Batch = "batch",
        CertificateId = "certificate_id", Registry = "registry", Class = "class", SerialPrefix = "serial_prefix",
        SerialStart = "serial_start", SerialEnd = "serial_end", Vintage = "vintage", Project = "project",
        Facility = "facility", MethodologyVersion = "methodology_version", VerificationBody = "verification_body",
        Tco2e = "tco2e", TradeDate = "trade_date", RetiredOn = "retired_on", Beneficiary = "beneficiary",
        Counterparty = "counterparty", ExpiresOn = "expires_on", Origin = "origin", FactorKgco2e = "factor_kgco2e",
        Source = "source", Baseline = "baseline", FactorSource = "factor_source", VerifiedOn = "verified_on",
        ClaimEligibility = "claim_eligibility", RegistryLink = "registry_link", ChainOfCustody = "chain_of_custody",
        DeliveryDate = "delivery_date", Intent = "intent", Bundled = "bundled", QuantityUnit = "quantity_unit",
        PackSize = "pack_size", Factor = "conversion_factor", Level = "level", Year = "year", Deleted = "deleted",
        Ownership = "ownership", ReusedMass = "reused_mass", RefurbishedMass = "refurbished_mass",
        PartsMass = "parts_mass", MaterialMass = "material_mass", ResidualMass = "residual_mass",
        VintageTo = "vintage_to", ExpectedOn = "expected_on",
    }
}

/// How the cells of a field are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As text.
    Text,
    /// As a number.
    Number,
    /// As a number with a mass unit.
    Mass,
    /// As a date.
    Date,
}

words! {
    /// What a table is about.
    pub enum Kind {
        /// Hardware that was bought.
        Procurement = "procurement",
        /// Hardware that was retired.
        Dispositions = "dispositions",
        /// Certificates.
        Certificates = "certificates",
        /// Device weights.
        Catalogue = "catalogue",
        /// Certificates that were ordered.
        Orders = "orders",
        /// None of these.
        Unknown = "unknown",
    }
}

const PROCUREMENT: &[Field] = &[
    Field::Item,
    Field::Manufacturer,
    Field::Model,
    Field::Category,
    Field::Condition,
    Field::Status,
    Field::Quantity,
    Field::UnitMass,
    Field::Mass,
    Field::MassUnit,
    Field::Date,
    Field::OrderNumber,
    Field::LineNumber,
    Field::Supplier,
    Field::SerialNumber,
    Field::UnitPrice,
    Field::Amount,
    Field::Currency,
    Field::Entity,
    Field::Country,
    Field::CostCentre,
    Field::Scope3Category,
    Field::QuantityUnit,
    Field::PackSize,
    Field::Factor,
    Field::Level,
    Field::Year,
    Field::Deleted,
    Field::Ownership,
];

const DISPOSITIONS: &[Field] = &[
    Field::AssetTag,
    Field::Item,
    Field::Category,
    Field::Quantity,
    Field::SentMass,
    Field::RestoredMass,
    Field::Outcome,
    Field::MassUnit,
    Field::Provider,
    Field::Date,
    Field::LegalObligationMass,
    Field::Batch,
    Field::Entity,
    Field::UnitMass,
    Field::ReusedMass,
    Field::RefurbishedMass,
    Field::PartsMass,
    Field::MaterialMass,
    Field::ResidualMass,
    Field::Year,
    Field::Ownership,
];

const CERTIFICATES: &[Field] = &[
    Field::CertificateId,
    Field::Registry,
    Field::Class,
    Field::SerialPrefix,
    Field::SerialStart,
    Field::SerialEnd,
    Field::Quantity,
    Field::Vintage,
    Field::Status,
    Field::Project,
    Field::Facility,
    Field::Batch,
    Field::Country,
    Field::MethodologyVersion,
    Field::VerificationBody,
    Field::Tco2e,
    Field::TradeDate,
    Field::RetiredOn,
    Field::Beneficiary,
    Field::Counterparty,
    Field::UnitPrice,
    Field::Currency,
    Field::ExpiresOn,
    Field::Origin,
    Field::Entity,
    Field::Bundled,
    Field::Baseline,
    Field::FactorSource,
    Field::VerifiedOn,
    Field::ClaimEligibility,
    Field::RegistryLink,
    Field::ChainOfCustody,
    Field::DeliveryDate,
    Field::OrderNumber,
    Field::Intent,
    Field::Ownership,
];

const CATALOGUE: &[Field] = &[
    Field::Manufacturer,
    Field::Model,
    Field::Category,
    Field::Mass,
    Field::MassUnit,
    Field::FactorKgco2e,
    Field::Source,
    Field::Date,
];

const ORDERS: &[Field] = &[
    Field::Counterparty,
    Field::Class,
    Field::Registry,
    Field::Vintage,
    Field::VintageTo,
    Field::Quantity,
    Field::UnitPrice,
    Field::Currency,
    Field::OrderNumber,
    Field::Entity,
    Field::Date,
    Field::ExpectedOn,
    Field::Status,
];

impl Kind {
    /// The kinds a file can be imported as.
    pub const IMPORTABLE: [Self; 5] =
        [Self::Procurement, Self::Dispositions, Self::Certificates, Self::Catalogue, Self::Orders];

    /// The fields a table of this kind can have.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Procurement => PROCUREMENT,
            Self::Dispositions => DISPOSITIONS,
            Self::Certificates => CERTIFICATES,
            Self::Catalogue => CATALOGUE,
            Self::Orders => ORDERS,
            Self::Unknown => &[],
        }
    }

    /// This kind's field of this name.
    pub fn field(self, word: &str) -> Option<Field> {
        self.fields().iter().copied().find(|field| field.word() == word)
    }
}

impl Field {
    /// How its cells are read.
    pub fn shape(self) -> Shape {
        use Field::*;
        match self {
            Quantity | UnitPrice | Amount | Tco2e | FactorKgco2e | PackSize | Factor | Level => Shape::Number,
            UnitMass | Mass | SentMass | RestoredMass | LegalObligationMass => Shape::Mass,
            ReusedMass | RefurbishedMass | PartsMass | MaterialMass | ResidualMass => Shape::Mass,
            Date | TradeDate | RetiredOn | ExpiresOn | VerifiedOn | DeliveryDate | ExpectedOn => Shape::Date,
            _ => Shape::Text,
        }
    }

    /// The field of the mass that went this way.
    pub(crate) fn of_route(outcome: Outcome) -> Option<Self> {
        Self::ROUTES.into_iter().find(|(_, one)| *one == outcome).map(|(field, _)| field)
    }

    /// Where the mass of this field went.
    pub(crate) fn route(self) -> Option<Outcome> {
        Self::ROUTES.into_iter().find(|(field, _)| *field == self).map(|(_, outcome)| outcome)
    }

    const ROUTES: [(Self, Outcome); 5] = [
        (Self::ReusedMass, Outcome::Reused),
        (Self::RefurbishedMass, Outcome::Refurbished),
        (Self::PartsMass, Outcome::Parts),
        (Self::MaterialMass, Outcome::Material),
        (Self::ResidualMass, Outcome::Residual),
    ];

    /// Whether several columns can be it: energy recovery and disposal are both residual.
    pub(crate) fn may_repeat(self) -> bool {
        self.route().is_some()
    }
}
