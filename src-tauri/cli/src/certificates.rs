//! Commands about certificates.

use crate::arguments::certificates::{
    CertificateCommand, PurchaseArguments, ReserveArguments, RetireArguments,
};
use crate::run::{Answer, failed, shown};
use planner_actions::views::certificates::{
    AdjustmentRequest, EvidenceRequest, LotChoice, LotFacts, LotsQuery, MovementRequest, PurchaseRequest,
    RetirementRequest,
};
use planner_actions::views::reconciliation::ReconciliationRequest;
use planner_actions::{ActionError, Workspace};

/// Does what is asked of certificates.
pub(crate) async fn act(workspace: &Workspace, command: CertificateCommand) -> Result<Answer, ActionError> {
    match command {
        CertificateCommand::Lots { class, status, on, origin, unproven, search } => {
            let origin = origin.map(|word| word.replace('-', "_"));
            let lots = LotsQuery { class, state: status, on, origin, search, ..LotsQuery::default() };
            let query = LotsQuery { lacks_ownership: unproven, ..lots };
            shown(planner_actions::lots(workspace, &query).await?)
        }
        CertificateCommand::Purchase(arguments) => {
            shown(planner_actions::record_lot(workspace, &purchase_request(*arguments)).await?)
        }
        CertificateCommand::Lot { lot } => shown(planner_actions::lot(workspace, &lot).await?),
        CertificateCommand::Split { lot, at, day } => {
            shown(planner_actions::split_lot(workspace, &lot, at, day.on.as_deref()).await?)
        }
        CertificateCommand::Adjust { lot, set, because, day } => {
            let facts = set.into_iter().collect();
            let request = AdjustmentRequest { lot_id: lot, facts, because, on: day.on };
            shown(planner_actions::adjust_lot(workspace, &request).await?)
        }
        CertificateCommand::Attach { id, file, says } => {
            let request = EvidenceRequest {
                proves: says.proves,
                kind: says.kind,
                issued_on: says.issued_on,
                issuer: says.issuer,
                batch: says.batch,
                covers: says.serials,
            };
            shown(planner_actions::attach(workspace, &id, &file, &request).await?)
        }
        CertificateCommand::Reconcile { file, registries, sheet, header_row, map, dry_run } => {
            let columns = map.into_iter().collect();
            let request = ReconciliationRequest { registries, sheet, header_row, columns, dry_run };
            shown(planner_actions::reconcile(workspace, &file, &request).await?)
        }
        CertificateCommand::Retirements => shown(planner_actions::retirements(workspace).await?),
        CertificateCommand::Document { sha256, out } => {
            shown(planner_actions::save_document(workspace, &sha256, &out).await?)
        }
        CertificateCommand::Retire(arguments) => retire(workspace, arguments).await,
        CertificateCommand::Reverse { retirement, evidence, day } => {
            let on = day.on.as_deref();
            shown(planner_actions::reverse_retirement(workspace, &retirement, &evidence, on).await?)
        }
        movement => move_units(workspace, movement).await,
    }
}

async fn move_units(workspace: &Workspace, command: CertificateCommand) -> Result<Answer, ActionError> {
    let (lot, quantity, request, day) = match command {
        CertificateCommand::Transfer { lot, quantity, to, unit_price, currency, day } => {
            (lot, quantity, MovementRequest::Transfer { to, unit_price, currency }, day)
        }
        CertificateCommand::Reserve(ReserveArguments { lot, quantity, year, day }) => {
            (lot, quantity, MovementRequest::Reserve { year }, day)
        }
        CertificateCommand::Release(ReserveArguments { lot, quantity, year, day }) => {
            (lot, quantity, MovementRequest::Release { year }, day)
        }
        CertificateCommand::ListForSale { lot, quantity, day } => (lot, quantity, MovementRequest::List, day),
        CertificateCommand::Withdraw { lot, quantity, day } => {
            (lot, quantity, MovementRequest::Withdraw, day)
        }
        CertificateCommand::Cancel { lot, quantity, because, day } => {
            (lot, quantity, MovementRequest::Cancel { because }, day)
        }
        other => return Err(failed(&format!("{other:?} moves no units."))),
    };
    shown(planner_actions::move_units(workspace, &lot, quantity, &request, day.on.as_deref()).await?)
}

pub(crate) fn purchase_request(arguments: PurchaseArguments) -> PurchaseRequest {
    PurchaseRequest {
        class: arguments.class,
        registry: arguments.registry,
        serial_prefix: arguments.prefix,
        serial_start: arguments.serial_start,
        serial_end: arguments.serial_end,
        vintage: arguments.vintage,
        origin: arguments.origin,
        is_bundled: arguments.bundled,
        expires_on: arguments.expires_on,
        facts: LotFacts {
            project: arguments.project,
            facility: arguments.facility,
            batch: arguments.batch,
            country: arguments.country,
            unit_price: arguments.unit_price,
            currency: arguments.currency,
            counterparty: arguments.counterparty,
            entity: arguments.entity,
            trade_date: arguments.on,
            delivery_date: arguments.delivery_date,
            order_number: arguments.order_number,
            methodology_version: arguments.methodology_version,
            baseline: arguments.baseline,
            factor_source: arguments.factor_source,
            verification_body: arguments.verification_body,
            verified_on: arguments.verified_on,
            tco2e: arguments.tco2e,
            claim_eligibility: arguments.claim_eligibility,
            registry_status: arguments.registry_status,
            registry_link: arguments.registry_link,
            chain_of_custody: arguments.chain_of_custody,
            intent: arguments.intent,
            excess_reason: arguments.because,
        },
    }
}

async fn retire(workspace: &Workspace, arguments: RetireArguments) -> Result<Answer, ActionError> {
    let request = RetirementRequest {
        year: arguments.year,
        quantity: arguments.quantity,
        cover_percent: arguments.cover,
        beneficiary: arguments.beneficiary,
        beneficiary_country: arguments.beneficiary_country,
        beneficiary_identifier: arguments.beneficiary_identifier,
        entity: arguments.entity,
        claim_level: arguments.claim_level,
        because: arguments.because,
        purpose: arguments.purpose,
        on: arguments.day.on,
        registry_reference: arguments.registry_reference,
        registry_link: arguments.link,
        lots: arguments.lots.into_iter().map(|(lot_id, quantity)| LotChoice { lot_id, quantity }).collect(),
    };
    if !arguments.dry_run {
        return shown(planner_actions::retire(workspace, &request).await?);
    }
    let proposal = planner_actions::propose_retirement(workspace, &request).await?;
    match &proposal.refusal {
        Some(refusal) => {
            Err(ActionError { code: "retirement_refused", message: refusal.clone(), details: None })
        }
        None => shown(proposal),
    }
}
