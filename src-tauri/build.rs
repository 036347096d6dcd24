//! Tells Tauri which commands are ours, so that each one is a permission the capability has to name.

/// Every command of `src/commands`. A test there compares the three places that list them.
const COMMANDS: &[&str] = &["app_status", "choose_file"];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}
