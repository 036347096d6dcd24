//! What the app makes of order texts, without a workspace.

use crate::ActionError;
use crate::views::recognise::{RecognisedText, RecognisedView};
use planner_core::recognise::Recognised;
use planner_sheets::recognise::{recogniser, texts_of_file};
use planner_sheets::weights::device_tables;
use std::path::Path;

/// What each text is, and which weight it would be given.
pub fn recognise(texts: &[String]) -> RecognisedView {
    RecognisedView { recognised: texts.iter().map(|text| recognised(text)).collect() }
}

/// The same for the first column of a csv file.
pub fn recognise_file(path: &Path) -> Result<RecognisedView, ActionError> {
    let texts = texts_of_file(path).map_err(|error| {
        let message = format!(
            "{} cannot be read: {error}. Give a csv file with the texts in its first column.",
            path.display()
        );
        ActionError::new("file_unreadable", message)
    })?;
    Ok(recognise(&texts))
}

fn recognised(text: &str) -> RecognisedText {
    let found = recogniser().text(text);
    let weight = device_tables().find(&found, &[text]);
    let kg = |pick: fn(&planner_core::weighing::KnownWeight) -> rust_decimal::Decimal| {
        weight.as_ref().map(|weight| pick(weight).normalize().to_string())
    };
    RecognisedText {
        text: text.to_owned(),
        is_hardware: found.is_hardware(),
        not_hardware: found.reason.map(|reason| reason.word().to_owned()),
        kind: found.kind.map(|kind| kind.word().to_owned()),
        unit_kg: kg(|weight| weight.kg),
        low_kg: kg(|weight| weight.low),
        high_kg: kg(|weight| weight.high),
        tier: weight.as_ref().map(|weight| weight.tier.word().to_owned()),
        source: weight.as_ref().map(|weight| weight.source.clone()),
        devices: weight.as_ref().map(|weight| weight.n),
        class: weight.as_ref().map(|weight| weight.class.clone()),
        ..named(found)
    }
}

fn named(found: Recognised) -> RecognisedText {
    let size = found.size.to_string();
    RecognisedText {
        maker: found.maker,
        family: found.line,
        model: found.model,
        size: Some(size).filter(|size| !size.is_empty()),
        condition: found.condition.map(|condition| condition.word().to_owned()),
        evidence: found.evidence.into_iter().map(|one| format!("{} → {}", one.words, one.says)).collect(),
        ..RecognisedText::default()
    }
}
