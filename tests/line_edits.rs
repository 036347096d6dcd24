//! Lines that stand are edited with a reason, brought back, and never in a locked year; weights are withdrawn; the work
//! list says what may be meant.

use crate::support::Bench;
use planner_actions::views::line_edits::LineEditRequest;
use planner_actions::views::procurement::{LineView, LinesQuery, WeightGiven};
use planner_actions::{RequirementRequest, Workspace};

async fn unknown(workspace: &Workspace) -> Vec<LineView> {
    let query = LinesQuery {
        year: 2025,
        condition: Some("unknown".into()),
        scope: Some("in".into()),
        limit: 500,
        ..LinesQuery::default()
    };
    planner_actions::lines_page(workspace, &query).await.expect("lines").lines
}

async fn mass(workspace: &Workspace) -> String {
    let year = RequirementRequest { year: 2025, ..RequirementRequest::default() };
    planner_actions::requirement(workspace, &year).await.expect("a requirement").mass_kg_new
}

fn edit(lines: &[LineView]) -> LineEditRequest {
    let line_ids = lines.iter().map(|line| line.id).collect();
    LineEditRequest { line_ids, because: "confirmed by the supplier".into(), ..LineEditRequest::default() }
}

#[tokio::test]
async fn the_to_do_counts_just_the_lines_that_its_answer_changes() {
    let bench = Bench::sample().await;
    let todo = planner_actions::overview(&bench.workspace, 2025, None).await.expect("an overview").to_do;
    let asked = todo.iter().find(|one| one.kind == "confirm_condition").expect("the question");
    let lines = unknown(&bench.workspace).await;
    assert_eq!(asked.quantity, i64::try_from(lines.len()).expect("a number"));
    let before = mass(&bench.workspace).await;
    let request = LineEditRequest { condition: Some("refurbished".into()), ..edit(&lines) };
    let done = planner_actions::edit_lines(&bench.workspace, &request).await.expect("edited");
    assert_eq!(done.lines, asked.quantity);
    assert!(unknown(&bench.workspace).await.is_empty());
    let todo = planner_actions::overview(&bench.workspace, 2025, None).await.expect("an overview").to_do;
    assert!(todo.iter().all(|one| one.kind != "confirm_condition"));
    assert_ne!(mass(&bench.workspace).await, before);
    let ben = bench.workspace.recorded_by(Some("Ben"), None);
    planner_actions::undo_line_edit(&ben, done.edit).await.expect("undone");
    assert_eq!((mass(&bench.workspace).await, unknown(&bench.workspace).await.len()), (before, lines.len()));
    let last = planner_actions::history(&bench.workspace, 0, 2).await.expect("a history").events;
    assert_eq!((last[0].kind.as_str(), last[0].by.as_deref()), ("lines_edited", Some("Ben")));
    assert!(last[1].note.as_deref().is_some_and(|note| note.contains("confirmed by the supplier")));
    planner_actions::undo_line_edit(&ben, done.edit).await.expect_err("undone already");
    let check = planner_actions::verify(&bench.workspace).await.expect("a check");
    assert!(check.ok, "{:?}", check.problems);
}

#[tokio::test]
async fn nothing_is_edited_without_a_reason_or_in_a_locked_year_or_into_one() {
    let bench = Bench::sample().await;
    let lines = unknown(&bench.workspace).await;
    let used = LineEditRequest { condition: Some("used".into()), ..edit(&lines[..1]) };
    let silent = LineEditRequest { because: " ".into(), ..used.clone() };
    planner_actions::edit_lines(&bench.workspace, &silent).await.expect_err("no reason");
    let weightless = LineEditRequest { unit_mass_kg: Some("3".into()), ..edit(&lines[..1]) };
    let error = planner_actions::edit_lines(&bench.workspace, &weightless).await.expect_err("no source");
    assert!(error.message.contains("rests on"), "{}", error.message);
    planner_actions::lock_year(&bench.workspace, 2024).await.ok();
    let into = LineEditRequest { year: Some(2024), ..edit(&lines[..1]) };
    let error = planner_actions::edit_lines(&bench.workspace, &into).await.expect_err("into a locked year");
    assert_eq!(error.code, "year_locked");
    planner_actions::lock_year(&bench.workspace, 2025).await.expect("locked");
    let error = planner_actions::edit_lines(&bench.workspace, &used).await.expect_err("in a locked year");
    assert_eq!(error.code, "year_locked");
    let again = planner_actions::recognise_again(&bench.workspace, None).await.expect("a preview");
    assert!(again.years.iter().all(|year| year.year != 2025 && year.year != 2024));
}

#[tokio::test]
async fn a_weight_by_hand_is_listed_with_its_source_and_use_and_withdrawing_it_brings_the_lines_back() {
    let bench = Bench::sample().await;
    let workspace = &bench.workspace;
    let list = planner_actions::work_list(workspace, 2025).await.expect("a work list");
    let first = list.iter().find(|one| one.tier == "unresolved").expect("a device without a weight");
    assert!(list.windows(2).all(|pair| pair[0].tier == "unresolved" || pair[1].tier != "unresolved"));
    let weak = list.iter().find(|one| one.tier == "default").expect("a device of its class alone");
    assert!(weak.mass_kg.is_some() && weak.weight_class.is_some() && weak.devices.is_some());
    let before = mass(workspace).await;
    let give =
        |one: &planner_actions::views::work_list::WorkItem, kg: &str, from: Option<&str>| WeightGiven {
            item: one.item.clone(),
            manufacturer: one.manufacturer.clone(),
            model: one.model.clone(),
            unit_mass_kg: kg.into(),
            weight_from: from.map(str::to_owned),
        };
    let unsaid = give(first, "14.2", Some("somebody said so"));
    planner_actions::give_weights(workspace, &[unsaid]).await.expect_err("a source that is none");
    let both = [give(first, "14.2", Some("scale")), give(weak, "99.5", Some("https://example.org/a.pdf"))];
    planner_actions::give_weights(workspace, &both).await.expect("given");
    assert_ne!(mass(workspace).await, before);
    let left = planner_actions::work_list(workspace, 2025).await.expect("a work list");
    assert!(
        left.iter().all(|one| (&one.item, &one.model) != (&weak.item, &weak.model) || one.tier != "default")
    );
    let listed = planner_actions::catalogue(workspace).await.expect("a catalogue");
    let of = |kg: &str| listed.iter().find(|one| one.unit_mass_kg == kg).expect(kg);
    assert_eq!(of("14.2").source.as_deref(), Some("given by hand: scale"));
    assert_eq!(of("99.5").source.as_deref(), Some("given by hand: data sheet: https://example.org/a.pdf"));
    assert_eq!((of("14.2").lines, of("14.2").quantity), (first.lines, first.quantity));
    for kg in ["14.2", "99.5"] {
        planner_actions::withdraw_device(workspace, of(kg).id).await.expect("withdrawn");
    }
    assert_eq!(mass(workspace).await, before);
    planner_actions::withdraw_device(workspace, of("14.2").id).await.expect_err("gone already");
    let check = planner_actions::verify(workspace).await.expect("a check");
    assert!(check.ok, "{:?}", check.problems);
}
