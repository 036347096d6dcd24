//! One window per test, one at a time, each with a home of its own; all of it ends with the test.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

use super::page::Page;
use super::process::Driver;

/// Windows share one keyboard focus, so they take turns.
static TURN: Mutex<()> = Mutex::const_new(());
/// Longest start of the driver and the app on a busy machine.
const START: Duration = Duration::from_secs(60);
/// Longest test.
const STORY: Duration = Duration::from_secs(420);

/// How the app is started.
pub struct Setup {
    /// The workspace to open; without one, this is a first start.
    pub workspace: Option<PathBuf>,
    /// The person's home, where one start leaves something for the next; without it, each has one of its own.
    pub home: Option<PathBuf>,
    /// The day the app believes in.
    pub today: &'static str,
    /// The person's locale, as the system spells it.
    pub locale: &'static str,
    /// Paths that file dialogs answer with, in order, several of one dialog joined; without any, real dialogs open.
    pub dialog_answers: Vec<PathBuf>,
    /// Takes the paths that would be shown in other programs, one a line; without it, they are shown.
    pub opened: Option<PathBuf>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            workspace: None,
            home: None,
            today: "2026-06-16",
            locale: "en_GB.UTF-8",
            dialog_answers: Vec::new(),
            opened: None,
        }
    }
}

/// Opens the app and tells it a story. A failure leaves a picture and the app's log behind.
pub async fn drive(
    name: &str,
    setup: Setup,
    story: impl AsyncFnOnce(&Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let _turn = TURN.lock().await;
    let own_home = tempfile::tempdir()?;
    let home = setup.home.as_deref().unwrap_or(own_home.path());
    let log = folder("window-logs")?.join(format!("{name}.log"));
    let mut driver = Driver::start(home, &environment(&setup), &log)?;
    let outcome = match timeout(START, connect(&mut driver, setup.workspace.as_deref())).await {
        Ok(client) => tell(name, client?, story).await,
        Err(_) => bail!("no window within {} s", START.as_secs()),
    };
    outcome.with_context(|| format!("{name} (the app's words are in {})", log.display()))
}

async fn tell(
    name: &str,
    client: Client,
    story: impl AsyncFnOnce(&Page) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let page = Page::new(client);
    let told = timeout(STORY, story(&page)).await;
    let mut outcome = told.unwrap_or_else(|_| bail_late());
    if outcome.is_err() {
        let _ = timeout(Duration::from_secs(10), page.screenshot(&format!("failed-{name}"))).await;
        let reports = timeout(Duration::from_secs(5), page.reports()).await;
        outcome = outcome.with_context(|| format!("the page reported {reports:?}"));
    }
    let _ = timeout(Duration::from_secs(10), page.close()).await;
    sleep(Duration::from_millis(200)).await; // the driver buries the app it ended
    outcome
}

fn bail_late() -> anyhow::Result<()> {
    bail!("not done within {} s", STORY.as_secs())
}

fn environment(setup: &Setup) -> Vec<(&'static str, String)> {
    let mut environment = vec![("ITEC_TODAY", setup.today.to_owned()), ("LANG", setup.locale.to_owned())];
    if !setup.dialog_answers.is_empty() {
        let answers: Vec<_> = setup.dialog_answers.iter().map(|path| path.to_string_lossy()).collect();
        environment.push(("ITEC_DIALOG_ANSWERS", answers.join("\n")));
    }
    if let Some(opened) = &setup.opened {
        environment.push(("ITEC_OPENED", opened.to_string_lossy().into_owned()));
    }
    environment
}

/// Asks the driver for a session until it listens; the session starts the app.
async fn connect(driver: &mut Driver, workspace: Option<&Path>) -> anyhow::Result<Client> {
    let app = app()?;
    let options = json!({ "binary": app, "args": workspace.as_slice() });
    let capabilities = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    let started = Instant::now();
    loop {
        match builder.connect(&driver.address()).await {
            Ok(client) => return Ok(client),
            Err(error) if started.elapsed() > START / 2 => return Err(error).context("no session"),
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
        ensure!(driver.is_running(), "WebKitWebDriver ended; is the package webkit2gtk-driver installed?");
    }
}

fn app() -> anyhow::Result<PathBuf> {
    let app = target()?.join("debug/i-tec-planner");
    ensure!(app.is_file(), "{} is not built: run `cargo xtask test`", app.display());
    Ok(app)
}

/// Cargo's target folder: this test runs from `debug/deps` in it.
fn target() -> anyhow::Result<PathBuf> {
    let test = std::env::current_exe()?;
    Ok(test.ancestors().nth(3).context("a test outside of a target folder")?.to_owned())
}

/// A folder in the target folder, made if missing.
pub fn folder(name: &str) -> anyhow::Result<PathBuf> {
    let folder = target()?.join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The words of a value that JavaScript answered with.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
