//! What a person does in the window: click, type, press, look.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, ensure};
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::time::sleep;

use super::driver;
use super::elements::{by_role, by_test_id, text, until};

/// The page in an open window.
pub struct Page {
    client: Client,
}

impl Page {
    /// Takes over a session.
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// Waits for an element by role and name (whole, or its beginning; `""` for any).
    pub async fn wait_for(&self, role: &str, name: &str) -> anyhow::Result<()> {
        by_role(&self.client, role, name).await.map(drop)
    }

    /// Waits until the page shows a text.
    pub async fn wait_for_text(&self, words: &str) -> anyhow::Result<()> {
        text(&self.client, words).await
    }

    /// Clicks an element by role and name.
    pub async fn click(&self, role: &str, name: &str) -> anyhow::Result<()> {
        // What is drawn anew, or lies below a list that is closing, takes a click a moment later.
        let clicked = until(async || Ok(by_role(&self.client, role, name).await?.click().await.ok()));
        clicked.await.with_context(|| format!("click {role} “{name}”"))
    }

    /// Clicks an element by its `data-testid`.
    pub async fn click_test_id(&self, id: &str) -> anyhow::Result<()> {
        let clicked = until(async || Ok(by_test_id(&self.client, id).await?.click().await.ok()));
        clicked.await.with_context(|| format!("click {id}"))
    }

    /// Chooses from a list, and waits until it is gone: as long as it closes, no click reaches what lies below.
    pub async fn choose(&self, list: &str, option: &str) -> anyhow::Result<()> {
        const IS_OPEN: &str = "return document.querySelector('.menu') !== null
            || (!document.querySelector('[role=dialog]') && getComputedStyle(document.body).pointerEvents === 'none')";
        self.click_test_id(list).await?;
        self.click("option", option).await?;
        let closed = until(async || Ok((self.ask(IS_OPEN, Vec::new()).await? == false).then_some(())));
        closed.await.context("the list of options stays open")
    }

    /// Replaces what a field holds.
    pub async fn fill(&self, role: &str, name: &str, words: &str) -> anyhow::Result<()> {
        let element = by_role(&self.client, role, name).await?;
        element.clear().await.with_context(|| format!("empty {role} “{name}”"))?;
        element.send_keys(words).await.with_context(|| format!("type into {role} “{name}”"))
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, words: &str) -> anyhow::Result<()> {
        let element = self.client.active_element().await?;
        element.send_keys(words).await.with_context(|| format!("type “{words}”"))
    }

    /// Writes into a field in place of what it holds, and again where a dialog that was still opening took the focus.
    pub async fn write(&self, id: &str, words: &str) -> anyhow::Result<()> {
        const HELD: &str =
            "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.value ?? null";
        let written = until(async || {
            self.click_test_id(id).await?;
            self.press(&[Key::Control], 'a').await?;
            self.type_text(words).await?;
            Ok((self.ask(HELD, vec![json!(id)]).await? == words).then_some(()))
        });
        written.await.with_context(|| format!("{id} does not take “{words}”"))
    }

    /// Presses keys together, as in `press(&[Key::Control], 'k')`.
    pub async fn press(&self, held: &[Key], key: impl Into<char>) -> anyhow::Result<()> {
        let held: Vec<char> = held.iter().map(|key| char::from(*key)).collect();
        let mut keys = KeyActions::new("keyboard".to_owned());
        for &value in &held {
            keys = keys.then(KeyAction::Down { value });
        }
        let value = key.into();
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        for &value in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(keys).await?)
    }

    /// The text of an element by its `data-testid`.
    pub async fn text_of(&self, id: &str) -> anyhow::Result<String> {
        Ok(by_test_id(&self.client, id).await?.text().await?)
    }

    /// Asks JavaScript in the page: the body of a function over `arguments`.
    pub async fn ask(&self, script: &str, words: Vec<Value>) -> anyhow::Result<Value> {
        Ok(self.client.execute(script, words).await?)
    }

    /// Asks JavaScript that answers later, through the callback it is given last.
    pub async fn ask_later(&self, script: &str) -> anyhow::Result<Value> {
        Ok(self.client.execute_async(script, Vec::new()).await?)
    }

    /// Waits until no part of the page is loading.
    pub async fn settled(&self) -> anyhow::Result<()> {
        let quiet = "return document.querySelector('[aria-busy=\"true\"]') === null || null";
        let quiet = until(async || Ok(self.ask(quiet, Vec::new()).await?.as_bool()));
        quiet.await.map(drop).context("the page went on loading")
    }

    /// Waits until the element with this test id carries this value.
    pub async fn wait_for_value(&self, id: &str, value: &str) -> anyhow::Result<()> {
        const READ: &str =
            "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.dataset.value ?? null";
        let same = until(async || Ok((self.ask(READ, vec![json!(id)]).await? == value).then_some(())));
        same.await.with_context(|| format!("{id} did not become {value}"))
    }

    /// Waits until the element with this test id is there and can be used.
    pub async fn wait_until_enabled(&self, id: &str) -> anyhow::Result<()> {
        const READ: &str = "const found = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
            return found && !found.disabled && found.getAttribute('aria-disabled') !== 'true' ? true : null";
        let enabled = until(async || Ok(self.ask(READ, vec![json!(id)]).await?.as_bool()));
        enabled.await.map(drop).with_context(|| format!("{id} cannot be used"))
    }

    /// Waits until the card with this heading id shows a row that takes up room.
    pub async fn wait_for_rows(&self, heading: &str) -> anyhow::Result<()> {
        const READ: &str =
            "const row = document.querySelector(`section[aria-labelledby=${arguments[0]}] :is(tbody tr, .ag-row)`);
            return row && row.getBoundingClientRect().height > 0 ? true : null";
        let shown = until(async || Ok(self.ask(READ, vec![json!(heading)]).await?.as_bool()));
        shown.await.map(drop).with_context(|| format!("{heading} shows no row"))
    }

    /// Waits until no dialog is open or closing.
    pub async fn wait_for_no_dialog(&self) -> anyhow::Result<()> {
        const READ: &str = "return document.querySelector('[role=dialog]') === null || null";
        let gone = until(async || Ok(self.ask(READ, Vec::new()).await?.as_bool()));
        gone.await.map(drop).context("a dialog stays open")
    }

    /// Waits until the toast says these words.
    pub async fn wait_for_toast(&self, words: &str) -> anyhow::Result<()> {
        const READ: &str = "const toast = document.querySelector('[data-testid=\"toast\"]');
            return toast?.textContent.includes(arguments[0]) || null";
        let said = until(async || Ok(self.ask(READ, vec![json!(words)]).await?.as_bool()));
        said.await.map(drop).with_context(|| format!("no toast said “{words}”"))
    }

    /// Presses Tab until the element with this test id has the focus.
    pub async fn tab_to(&self, id: &str) -> anyhow::Result<()> {
        const READ: &str = "const here = document.activeElement;
            return here?.dataset?.testid === arguments[0] || here?.closest('[data-testid]')?.dataset.testid === arguments[0]";
        for _ in 0..60 {
            if self.ask(READ, vec![json!(id)]).await? == true {
                return Ok(());
            }
            self.press(&[], Key::Tab).await?;
        }
        anyhow::bail!("Tab never reaches {id}")
    }

    /// Tries to fetch an address: `refused`, or the status that came back.
    pub async fn fetch(&self, address: &str) -> anyhow::Result<Value> {
        const FETCH: &str = "const done = arguments[arguments.length - 1];
            fetch(arguments[0]).then((answer) => done(String(answer.status)), () => done('refused'));";
        Ok(self.client.execute_async(FETCH, vec![json!(address)]).await?)
    }

    /// Gives the window a size and waits until the page has it.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        self.client.set_window_size(width, height).await?;
        let fits = "return innerWidth === arguments[0] || null";
        let resized = until(async || Ok(self.ask(fits, vec![json!(width)]).await?.as_bool()));
        resized.await.map(drop).with_context(|| format!("the window did not become {width} wide"))
    }

    /// Sets the window's theme, `light` or `dark`, as the system would.
    pub async fn set_theme(&self, theme: &str) -> anyhow::Result<()> {
        const SET: &str = "const done = arguments[arguments.length - 1];
            const words = { label: 'main', value: arguments[0] };
            __TAURI_INTERNALS__.invoke('plugin:window|set_theme', words).then(() => done(null), (e) => done(String(e)));";
        let error = self.client.execute_async(SET, vec![json!(theme)]).await?;
        ensure!(error.is_null(), "the theme was refused: {error}");
        let is_set = "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches || null";
        let set = until(async || Ok(self.ask(is_set, vec![json!(theme)]).await?.as_bool()));
        set.await.map(drop).with_context(|| format!("the page did not turn {theme}"))
    }

    /// Writes a picture of the page to `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> anyhow::Result<PathBuf> {
        sleep(Duration::from_millis(250)).await; // panes and dialogs move for 200 ms
        let file = driver::folder("screenshots")?.join(format!("{name}.png"));
        std::fs::write(&file, self.client.screenshot().await?)?;
        Ok(file)
    }

    /// What the page noted so far: refusals of its policy, errors, lost promises, console errors and warnings.
    pub async fn reports(&self) -> anyhow::Result<Vec<String>> {
        let reports = self.ask("return window.__reports ?? null", Vec::new()).await?;
        let reports = reports.as_array().context("the page keeps no reports; is this a debug build?")?;
        Ok(reports.iter().map(driver::text).collect())
    }

    /// Fails if the page's policy refused anything, or anything in it went wrong.
    pub async fn expect_no_reports(&self) -> anyhow::Result<()> {
        let reports = self.reports().await?;
        let errors: Vec<_> = reports.iter().filter(|report| !report.starts_with("console.warn")).collect();
        ensure!(errors.is_empty(), "the page reported: {errors:#?}");
        Ok(())
    }

    /// Ends the session, and with it the app.
    pub async fn close(&self) -> anyhow::Result<()> {
        Ok(self.client.clone().close().await?)
    }
}
