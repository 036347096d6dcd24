//! `cargo xtask package`: the installers, and a trial of the Debian one.
//!
//! Tauri's own bundler lays both programs, the desktop file, the icons and the type of a workspace's file into the
//! packages; what goes where stands in `tauri.conf.json` under `bundle`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::shell::{Outcome, answer, cargo, command, root, run, run_quietly, target};
use crate::steps::Steps;
use crate::{packages, ui};

/// What the bundler is asked for: the installers that this system can make without fetching tools of its own.
const BUNDLES: &str = if cfg!(target_os = "macos") {
    "dmg"
} else if cfg!(windows) {
    "msi"
} else {
    "deb,rpm"
};

/// How long a window may take to appear on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds release and makes the installers; prints each one's size.
pub fn make() -> Outcome {
    let mut steps = Steps::new();
    installers(&mut steps)?;
    steps.summary();
    Ok(())
}

/// Makes the installers, installs the Debian one on this system, opens a workspace by its file, and removes it again.
pub fn make_and_try() -> Outcome {
    let mut steps = Steps::new();
    let made = installers(&mut steps)?;
    let deb = made.iter().find(|file| file.extension().is_some_and(|ending| ending == "deb"));
    let deb = deb.ok_or("no .deb was made here, and it is the one that is tried")?;
    packages::install(&mut steps, packages::TRY)?;
    steps.step("install the .deb", || packages::apt_install(&[&deb.to_string_lossy()]))?;
    let tried = steps.step("open a workspace by its file", open_by_its_file);
    steps
        .step("remove it again", || packages::apt_remove("i-tec-planner").and_then(|()| nothing_is_left()))?;
    tried?;
    steps.summary();
    Ok(())
}

fn installers(steps: &mut Steps) -> Outcome<Vec<PathBuf>> {
    packages::install(steps, packages::WINDOW)?;
    ui::build(steps)?;
    let build = ["build", "--locked", "--release", "--workspace", "--bins"];
    steps.step("build release (cargo build --release)", || run(&mut cargo(&build)))?;
    let folder = target().join("release").join("bundle");
    let _ = std::fs::remove_dir_all(&folder); // an installer of an earlier version is not one of today's
    steps.step(&format!("make the installers ({BUNDLES})"), || run_quietly(&mut bundler()))?;
    let made = files_in(&folder);
    for file in &made {
        println!("  {:>6.1} MiB  {}", mebibytes(file), file.display());
    }
    Ok(made)
}

fn bundler() -> Command {
    let tauri = root().join("ui/node_modules/.bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    command(&tauri.to_string_lossy(), &["bundle", "--ci", "--bundles", BUNDLES])
}

/// The installers: the files right in the folder of each kind, not what they were made from.
fn files_in(bundle: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let kinds = entries(bundle).map(|kind| kind.path()).filter(|kind| kind.is_dir());
    kinds
        .flat_map(|kind| entries(&kind).map(|file| file.path()).collect::<Vec<_>>())
        .filter(|path| path.is_file())
        .collect()
}

fn mebibytes(file: &Path) -> f64 {
    file.metadata().map_or(0.0, |data| data.len() as f64 / f64::from(1 << 20))
}

/// What a double click does: the desktop looks up who opens such a file, and starts it with the file's name.
fn open_by_its_file() -> Outcome {
    let folder = std::env::temp_dir().join(format!("itec-package-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let workspace = folder.join("larkmoor.itec");
    let opened = run_quietly(&mut command("itec", &["sample", "--workspace", &workspace.to_string_lossy()]))
        .and_then(|()| window_appears(&workspace));
    let _ = std::fs::remove_dir_all(&folder);
    opened
}

fn window_appears(workspace: &Path) -> Outcome {
    let display = Display::start()?;
    let mut desktop = command("gio", &["open", &workspace.to_string_lossy()]);
    display.lend(&mut desktop);
    run_quietly(desktop.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1"))?;
    let started = Instant::now();
    while !is_shown(&display) {
        if started.elapsed() > PATIENCE {
            return Err(format!("no window of I-TEC Planner appeared within {} s", PATIENCE.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("  the window stood after {:.1} s", started.elapsed().as_secs_f64());
    run_quietly(&mut command("pkill", &["--exact", "i-tec-planner"]))
}

fn is_shown(display: &Display) -> bool {
    let mut search = command("xdotool", &["search", "--onlyvisible", "--name", "I-TEC Planner"]);
    display.lend(&mut search);
    search.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn nothing_is_left() -> Outcome {
    match answer("dpkg-query", &["-W", "-f=${db:Status-Abbrev}", "i-tec-planner"]) {
        Some(status) if status.starts_with("ii") => Err("the package is still installed".into()),
        _ if Path::new("/usr/bin/itec").exists() => Err("/usr/bin/itec is still there".into()),
        _ => Ok(()),
    }
}
