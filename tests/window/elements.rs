//! Finding what a person would see: by role and name, by test id, by text.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::Locator;
use serde_json::{Value, json};
use tokio::time::sleep;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(45);
/// How WebDriver marks an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Waits for an element by its role and name.
pub async fn by_role(client: &Client, role: &str, name: &str) -> anyhow::Result<Element> {
    let found = until(async || {
        let found = client.execute(include_str!("find.js"), vec![json!(role), json!(name)]).await?;
        Ok(found.get(ELEMENT).and_then(Value::as_str).map(str::to_owned))
    });
    let id = found.await.with_context(|| format!("no {role} “{name}”"))?;
    Ok(Element::from_element_id(client.clone(), ElementRef::from(id)))
}

/// Waits for an element by its `data-testid`.
pub async fn by_test_id(client: &Client, id: &str) -> anyhow::Result<Element> {
    let selector = format!("[data-testid=\"{id}\"]");
    let found = client.wait().at_most(PATIENCE).for_element(Locator::Css(&selector)).await;
    found.with_context(|| format!("no element with the test id {id}"))
}

/// Waits until the page shows a text; spaces of any kind count as one.
pub async fn text(client: &Client, text: &str) -> anyhow::Result<()> {
    const SHOWS: &str = r"const plain = (text) => text.replace(/[\u2060]/g, '').replace(/[\u2011]/g, '-').replace(/\s+/g, ' ');
        return plain(document.body?.innerText ?? '').includes(plain(arguments[0])) || null;";
    let shown = until(async || Ok(client.execute(SHOWS, vec![json!(text)]).await?.as_bool()));
    shown.await.map(drop).with_context(|| format!("the page does not say “{text}”"))
}

/// Asks again until there is an answer.
pub async fn until<T>(ask: impl AsyncFn() -> anyhow::Result<Option<T>>) -> anyhow::Result<T> {
    let started = Instant::now();
    loop {
        let answer = ask().await;
        if let Ok(Some(found)) = answer {
            return Ok(found);
        }
        if started.elapsed() > PATIENCE {
            answer?;
            bail!("not within {} s", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(50)).await;
    }
}
