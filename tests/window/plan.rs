//! The plan and an order's life in the real window.

use super::driver::{Setup, drive};
use super::elements::until;
use super::page::Page;
use crate::script::Script;
use anyhow::{Context, ensure};
use fantoccini::key::Key;
use serde_json::json;

/// The Guide's company with a plan that buys 950,000 for 2025.
fn guide() -> Script {
    let script = Script::new();
    for kind in ["procurement", "dispositions", "certificates"] {
        script.done(&format!("import {kind} @guide_{kind}.xlsx"));
    }
    script.done("plan new Full --set price=1.55 --set currency=EUR --set years_ahead=0");
    script
}

#[tokio::test]
async fn an_order_lives_from_its_plan_line_to_its_end() -> anyhow::Result<()> {
    let script = guide();
    let setup = Setup { workspace: Some(script.workspace()), ..Setup::default() };
    drive("an_order_lives_from_its_plan_line_to_its_end", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        page.press(&[Key::Control], '5').await?;
        page.wait_for("heading", "Plan").await?;
        // Ordered, from the plan's line.
        page.click_test_id("order-2025").await?;
        page.wait_for("dialog", "Place an order").await?;
        fill(page, "order-seller", "Nordhall").await?;
        page.screenshot("plan_order_dialog").await?;
        page.click_test_id("order-do").await?;
        page.wait_for_no_dialog().await?;
        open_is(page, "950000").await?;
        remaining_is(page, 950_000, 950_000).await?;
        // Part delivered, in two lots.
        deliver(page, "5000001", "5400000").await?;
        open_is(page, "550000").await?;
        deliver(page, "5400001", "5500000").await?;
        open_is(page, "450000").await?;
        remaining_is(page, 450_000, 450_000).await?;
        // Its rest is expected on another day, and no day before the order was placed.
        more(page, "Expect on another day").await?;
        fill(page, "expect-on", "15 Jun 2026").await?;
        page.click_test_id("expect-do").await?;
        page.wait_for_text("was placed on 2026-06-16").await?;
        fill(page, "expect-on", "30 Sep 2026").await?;
        page.click_test_id("expect-do").await?;
        page.wait_for_no_dialog().await?;
        page.screenshot("plan_order_expected").await?;
        page.press(&[Key::Control], '1').await?;
        page.wait_for_text("on order").await?;
        // Cancelled.
        page.press(&[Key::Control], '5').await?;
        more(page, "Cancel the rest").await?;
        fill(page, "cancel-because", "the seller gave up").await?;
        page.click_test_id("cancel-do").await?;
        page.wait_for_no_dialog().await?;
        open_is(page, "0").await?;
        remaining_is(page, 450_000, 0).await?;
        page.screenshot("plan_order_cancelled").await?;
        page.expect_no_reports().await
    })
    .await?;
    assert_eq!(script.done("verify")["ok"], true);
    Ok(())
}

/// What is left to buy for 2025 and what is on order, as every screen is answered.
async fn remaining_is(page: &Page, remaining: i64, on_order: i64) -> anyhow::Result<()> {
    const ASK: &str = "const done = arguments[arguments.length - 1];
        __TAURI_INTERNALS__.invoke('requirement', { year: 2025 }).then((one) => done([one.remaining, one.on_order]), (e) => done(String(e)));";
    let found = page.ask_later(ASK).await?;
    ensure!(found == json!([remaining, on_order]), "remaining and on order are {found}");
    Ok(())
}

async fn open_is(page: &Page, units: &str) -> anyhow::Result<()> {
    const READ: &str = "return document.querySelector('[data-testid=order-row-O-2026-001] [data-value]')?.dataset.value ?? null";
    let same = until(async || Ok((page.ask(READ, Vec::new()).await? == units).then_some(())));
    same.await.with_context(|| format!("{units} are not open"))
}

async fn deliver(page: &Page, first: &str, last: &str) -> anyhow::Result<()> {
    page.click_test_id("deliver-O-2026-001").await?;
    page.wait_for("dialog", "Delivery of").await?;
    for (field, value) in [("registry", "Bloom"), ("prefix", "NL-R"), ("start", first), ("end", last)] {
        fill(page, &format!("delivery-{field}"), value).await?;
    }
    page.click_test_id("delivery-do").await?;
    page.wait_for_no_dialog().await
}

/// Chooses from the order's menu.
async fn more(page: &Page, item: &str) -> anyhow::Result<()> {
    page.click_test_id("more-O-2026-001").await?;
    page.click("menuitem", item).await
}

async fn fill(page: &Page, id: &str, words: &str) -> anyhow::Result<()> {
    page.click_test_id(id).await?;
    page.press(&[Key::Control], 'a').await?;
    page.type_text(words).await
}

#[tokio::test]
async fn the_slider_is_answered_while_it_is_dragged() -> anyhow::Result<()> {
    let script = Script::new();
    script.done("sample");
    let setup = Setup { workspace: Some(script.workspace()), ..Setup::default() };
    drive("the_slider_is_answered_while_it_is_dragged", setup, async |page| {
        page.wait_for("heading", "Overview").await?;
        page.press(&[Key::Control], '5').await?;
        page.wait_for("heading", "Plan").await?;
        page.wait_for_value("plan-to-buy", "1658421").await?;
        page.screenshot("plan_sample").await?;
        let frames = page.ask_later(DRAG).await?;
        println!("frames while the slider was dragged (longest, median, count, answers): {frames}");
        ensure!(frames[3].as_u64() > Some(1), "no answer came while it was dragged");
        page.expect_no_reports().await
    })
    .await
}

/// Moves a slider step by step for two seconds and says how long its frames were, and how many answers came meanwhile.
const DRAG: &str = "const done = arguments[arguments.length - 1];
    const slider = document.querySelector('.side-col input[type=range]');
    const shown = () => document.querySelector('[data-testid=plan-cost]').dataset.value;
    const start = performance.now(), frames = [];
    let last = start, value = Number(slider.value), answers = 0, seen = shown();
    const step = (now) => {
        frames.push(now - last); last = now;
        if (shown() !== seen) { answers += 1; seen = shown(); }
        value = value >= Number(slider.max) ? Number(slider.min) : value + Number(slider.step || 1);
        slider.value = String(value);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        if (now - start < 2000) return requestAnimationFrame(step);
        frames.sort((a, b) => a - b);
        done([Math.round(frames.at(-1)), Math.round(frames[frames.length >> 1]), frames.length, answers]);
    };
    requestAnimationFrame(step);";
