//! WebKitWebDriver and the app it starts, in a process group that ends with us, however we end.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};

/// The shell waits on a pipe that only we hold. When it closes, the group is ended: driver, app, web process.
const GROUP: &str = "trap : INT TERM
setsid WebKitWebDriver --port=$0 &
read -r _
kill -TERM -$!; sleep 0.2; kill -KILL -$!
wait $!";

/// A running driver; it and its app end when this is dropped.
pub struct Driver {
    shell: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port with its own home and the app's environment; its words go to `log`.
    pub fn start(home: &Path, environment: &[(&str, String)], log: &Path) -> anyhow::Result<Self> {
        let has_display = std::env::var_os("DISPLAY").is_some_and(|value| !value.is_empty());
        ensure!(has_display, "window tests need a display: run `cargo xtask test`, which brings one");
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = File::create(log)?;
        let mut shell = Command::new("sh");
        shell.args(["-c", GROUP, &port.to_string()]);
        shell.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log);
        isolate(&mut shell, home);
        shell.envs(environment.iter().map(|(name, value)| (name, value)));
        let shell = shell.spawn().context("no shell to start WebKitWebDriver")?;
        Ok(Self { shell, port })
    }

    /// Where the driver listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether it is still there; it is not when the package is missing.
    pub fn is_running(&mut self) -> bool {
        matches!(self.shell.try_wait(), Ok(None))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// Nothing of the person's own settings is read, and nothing is left in their home.
fn isolate(command: &mut Command, home: &Path) {
    let folders = [
        ("HOME", ""),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ];
    for (name, folder) in folders {
        command.env(name, home.join(folder));
    }
    // With its DMABUF renderer off, WebKit never answers the driver's wish for a screenshot.
    for name in ["LC_ALL", "LC_NUMERIC", "GTK_THEME", "WAYLAND_DISPLAY", "WEBKIT_DISABLE_DMABUF_RENDERER"] {
        command.env_remove(name);
    }
    command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
}
