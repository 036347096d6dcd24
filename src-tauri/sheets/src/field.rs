//! Kinds of tables and the fields each has, under the names of `--map`.

use crate::words::words;

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
        DeliveryDate = "delivery_date", Intent = "intent", Bundled = "bundled",
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
        /// None of these.
        Unknown = "unknown",
    }
}

impl Kind {
    /// The kinds a file can be imported as.
    pub const IMPORTABLE: [Self; 4] =
        [Self::Procurement, Self::Dispositions, Self::Certificates, Self::Catalogue];

    /// The fields a table of this kind can have.
    pub fn fields(self) -> &'static [Field] {
        use Field::*;
        match self {
            Self::Procurement => &[
                Item,
                Manufacturer,
                Model,
                Category,
                Condition,
                Status,
                Quantity,
                UnitMass,
                Mass,
                MassUnit,
                Date,
                OrderNumber,
                LineNumber,
                Supplier,
                SerialNumber,
                UnitPrice,
                Amount,
                Currency,
                Entity,
                Country,
                CostCentre,
                Scope3Category,
            ],
            Self::Dispositions => &[
                AssetTag,
                Item,
                Category,
                Quantity,
                SentMass,
                RestoredMass,
                Outcome,
                MassUnit,
                Provider,
                Date,
                LegalObligationMass,
                Batch,
                Entity,
            ],
            Self::Certificates => &[
                CertificateId,
                Registry,
                Class,
                SerialPrefix,
                SerialStart,
                SerialEnd,
                Quantity,
                Vintage,
                Status,
                Project,
                Facility,
                Batch,
                Country,
                MethodologyVersion,
                VerificationBody,
                Tco2e,
                TradeDate,
                RetiredOn,
                Beneficiary,
                Counterparty,
                UnitPrice,
                Currency,
                ExpiresOn,
                Origin,
                Entity,
                Bundled,
                Baseline,
                FactorSource,
                VerifiedOn,
                ClaimEligibility,
                RegistryLink,
                ChainOfCustody,
                DeliveryDate,
                OrderNumber,
                Intent,
            ],
            Self::Catalogue => &[Manufacturer, Model, Category, Mass, MassUnit, FactorKgco2e, Source, Date],
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
            Quantity | UnitPrice | Amount | Tco2e | FactorKgco2e | Vintage => Shape::Number,
            UnitMass | Mass | SentMass | RestoredMass | LegalObligationMass => Shape::Mass,
            Date | TradeDate | RetiredOn | ExpiresOn | VerifiedOn | DeliveryDate => Shape::Date,
            _ => Shape::Text,
        }
    }
}
