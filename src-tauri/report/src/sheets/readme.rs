//! README: whose report it is, what it rests on, and what it is not.

use crate::checks::CheckCode;
use crate::claim;
use crate::disclosure::Disclosure;
use crate::sheet::{DisclosureSheet, Holds};
use crate::table::sayings;
use crate::{ReportError, assets};
use chrono::NaiveDate;
use planner_core::report::{Persons, Role, Signature, Status};

const CDP: &str = "CDP has no dedicated question for commodity certificates. The green sheets hold the figures, texts and evidence from which its questions on other metrics, targets and initiatives can be answered.";
const NOT_A_CREDIT: &str = "I-TECs are not carbon credits and are not netted from Scope 3. The Scope 3 inventory stays gross; retirements are reported beside it.";
const NEVER_FED: &str = "7.79 and 7.79.1 (project-based carbon credits), 7.30.14 (energy) and 7.53.1 (emissions targets): see sheet Guards.";
const LIMITS: &str = "Weights that no row and no catalogue gives are those of shipped tables, else the mean of devices like them, with a 90 % range; the figure reported is the mean. Lines without a weight are in no total.";

/// The sheet.
pub(crate) fn sheet(disclosure: &Disclosure) -> Result<DisclosureSheet, ReportError> {
    let (start, end) = disclosure.period().unzip();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let classes = assets::certificate_classes()?;
    let map = assets::cdp_map()?;
    let mut rows = vec![
        ("Organisation", disclosure.known.organisation.clone()),
        ("Entities", disclosure.entities().join("; ")),
        ("Reporting year", disclosure.year().to_string()),
        ("Reporting period start", day(start)),
        ("Reporting period end", day(end)),
        ("Status", status(disclosure)),
        ("As of", disclosure.today().to_string()),
        ("Prepared by, on", signed(disclosure, Role::Prepared)),
        ("Reviewed by, on", signed(disclosure, Role::Reviewed)),
        ("Approved by, on", signed(disclosure, Role::Approved)),
        ("Four eyes", four_eyes(disclosure).into()),
        (
            "Head of the event chain",
            disclosure.known.chain_head.clone().unwrap_or_else(|| "no event yet".into()),
        ),
        ("CDP", CDP.into()),
        ("CDP cycle", format!("{}, map version {}, {}", map.cycle, map.version, map.date)),
        ("CDP wording", map.note.clone()),
        ("Rule packs", rule_packs()?),
        ("Not a carbon credit", NOT_A_CREDIT.into()),
        ("Never fed", NEVER_FED.into()),
        ("Limits", LIMITS.into()),
        ("Certificate classes", format!("version {}, {}", classes.version, classes.source)),
    ]
    .into_iter()
    .map(|(what, says)| (what.to_owned(), says))
    .collect::<Vec<_>>();
    rows.extend(classes.class.iter().map(|class| (format!("Unit of {}", class.key), class.meaning.clone())));
    rows.push(("Claim text".into(), claim::carried(disclosure)?));
    rows.push(("Claim text, Standard §7.2".into(), claim::standard(disclosure)?.unwrap_or_default()));
    let title = format!("I-TEC retirement summary {}", disclosure.year());
    let sheet = sayings("README", vec![title], ["What", "Says"], rows);
    let holds = Holds::WaitsFor(&[CheckCode::ClaimAllowed, CheckCode::ClaimCurrent]);
    Ok(DisclosureSheet { holds, ..sheet.into() })
}

fn rule_packs() -> Result<String, ReportError> {
    let packs = assets::rule_packs()?.iter().map(|pack| format!("{} ({})", pack.name, pack.date));
    let list = assets::positive_list()?;
    Ok(packs.chain([format!("{}, version {}", list.name, list.version)]).collect::<Vec<_>>().join("; "))
}

fn signed(disclosure: &Disclosure, role: Role) -> String {
    let says = |one: &Signature| match &one.comment {
        Some(comment) => format!("{}, {}: {comment}", one.by, one.on),
        None => format!("{}, {}", one.by, one.on),
    };
    disclosure.signed(role).map(says).unwrap_or_default()
}

/// How many persons answer for the report: what the organisation allows is said, whoever signed.
pub(crate) fn four_eyes(disclosure: &Disclosure) -> &'static str {
    match disclosure.known.persons {
        Persons::Three => "prepared, reviewed and approved by three persons",
        Persons::Two => "the organisation allows that two persons prepare, review and approve",
    }
}

fn status(disclosure: &Disclosure) -> String {
    match (disclosure.status(), disclosure.version.unwrap_or_default()) {
        (Status::Draft, _) => {
            "draft: not final until the year is locked, the blocking checks are met and the figures are signed"
                .into()
        }
        (Status::Final, version) => {
            format!("final, version {version}: the year is locked, and nothing that blocks a final report is open")
        }
        (Status::Restated, version) => {
            format!("restated, version {version}: what changed since the version before stands on sheet Change log")
        }
    }
}
