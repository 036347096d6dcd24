//! What the system must have: Debian packages are installed, anything else is said in words.

use std::process::Command;

use crate::shell::{Outcome, answer, run_quietly};
use crate::steps::Steps;

/// Needed to build and open the window.
pub const WINDOW: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// Needed, besides, to drive the window and the page in tests.
pub const TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "xdotool",
    "openbox",
    "fonts-dejavu-core",
    "libgl1-mesa-dri",
    "procps",
    "chromium",
];

/// Needed to try an installer: a display, and what a desktop opens a file with.
pub const TRY: &[&str] =
    &["xvfb", "xauth", "xdotool", "openbox", "procps", "libglib2.0-bin", "shared-mime-info"];

/// Oldest Node the page's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Installs those of `wanted` that are missing.
pub fn install(steps: &mut Steps, wanted: &[&str]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Ok(()); // macOS and Windows bring their own webview
    }
    if answer("apt-get", &["--version"]).is_none() {
        steps.skip("system packages", "this is not Debian or Ubuntu");
        println!("  Please see to it that your system has what Debian calls: {}", wanted.join(" "));
        println!("  (the names differ: https://v2.tauri.app/start/prerequisites)");
        return Ok(());
    }
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let title = format!("install {}", missing.join(" "));
    steps.step(&title, || apt_install(&missing))
}

fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    let is_installed = |package: &str| {
        let status = answer("dpkg-query", &["-W", "-f=${db:Status-Abbrev}", package]);
        status.is_some_and(|status| status.starts_with("ii"))
    };
    wanted.iter().copied().filter(|package| !is_installed(package)).collect()
}

/// Installs packages by name, or by the path of their file.
pub fn apt_install(missing: &[&str]) -> Outcome {
    run_quietly(apt_get()?.arg("update"))?;
    run_quietly(apt_get()?.args(["install", "-y", "--no-install-recommends"]).args(missing))
}

/// Removes a package with its settings.
pub fn apt_remove(package: &str) -> Outcome {
    run_quietly(apt_get()?.args(["purge", "-y", package]))
}

/// apt-get as root: as we are, or through sudo.
fn apt_get() -> Outcome<Command> {
    let is_root = answer("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let mut command = match (is_root, answer("sudo", &["--version"]).is_some()) {
        (true, _) => Command::new("env"),
        (false, true) => Command::new("sudo"),
        (false, false) => {
            return Err("packages can be installed by root only, and there is no sudo".into());
        }
    };
    if !is_root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3"]);
    Ok(command)
}

/// Refuses, in words, when Node is missing or too old.
pub fn check_node() -> Outcome {
    let wanted = format!("Node {}.{} or newer with npm", NODE.0, NODE.1);
    let Some(version) = answer("node", &["--version"]) else {
        return Err(format!(
            "{wanted} is needed to build the page; it is not on this machine (https://nodejs.org)"
        ));
    };
    let mut parts = version.trim().trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < NODE {
        return Err(format!("{wanted} is needed to build the page; here is {}", version.trim()));
    }
    Ok(())
}
