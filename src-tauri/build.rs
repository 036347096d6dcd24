//! Tells Tauri which commands are ours, so that each one is a permission, and the window may ask for all of them.

use std::path::Path;

/// The table as names; `src/commands` reads the same table as functions.
macro_rules! commands {
    ($($noun:ident :: $command:ident),* $(,)?) => { &[$(stringify!($command)),*] };
}

const COMMANDS: &[&str] = include!("src/commands/table.rs");

fn main() {
    if let Err(error) = build() {
        println!("cargo::error={error:#}");
    }
}

fn build() -> Result<(), Box<dyn std::error::Error>> {
    allow_commands(Path::new("permissions/commands.toml"))?;
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?)
}

/// Writes the permission `commands`, which `capabilities/main.json` gives to the window.
fn allow_commands(path: &Path) -> std::io::Result<()> {
    let allowed: Vec<_> =
        COMMANDS.iter().map(|command| format!("\"allow-{}\"", command.replace('_', "-"))).collect();
    let set = format!(
        "[[set]]\nidentifier = \"commands\"\ndescription = \"Every command of the table.\"\npermissions = [{}]\n",
        allowed.join(", ")
    );
    // A file that is as it should be keeps its time, or everything after it would be built anew.
    if std::fs::read_to_string(path).is_ok_and(|found| found == set) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    std::fs::write(path, set)
}
