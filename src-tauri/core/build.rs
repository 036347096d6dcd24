//! Writes what the shipped file says of the certificate classes as constants, so that the rules decide by it and core
//! reads no file.

use std::error::Error;
use std::path::Path;

const CLASSES: &str = "../../assets/standards/certificate_classes.toml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CLASSES}");
    let file: toml::Table = std::fs::read_to_string(CLASSES)?.parse()?;
    let classes = file.get("class").and_then(toml::Value::as_array).ok_or("no class")?;
    let classes: Vec<_> = classes.iter().map(class).collect::<Result<_, _>>()?;
    let code = format!("const CLASSES: &[Class] = &[{}];\n", classes.concat());
    let folder = std::env::var("OUT_DIR")?;
    Ok(std::fs::write(Path::new(&folder).join("classes.rs"), code)?)
}

/// A class as Rust writes it.
fn class(class: &toml::Value) -> Result<String, Box<dyn Error>> {
    let text = |name: &str| {
        let value = class.get(name).and_then(toml::Value::as_str);
        value.ok_or_else(|| format!("{CLASSES}: a class has no {name}"))
    };
    let covers = class.get("covers_requirement").and_then(toml::Value::as_bool);
    let covers = covers.ok_or_else(|| format!("{CLASSES}: a class does not say whether it covers"))?;
    let quantity: i64 = text("quantity_per_certificate")?.parse()?;
    let (key, is_mass) = (text("key")?, text("unit")? == "kg");
    let kilograms = is_mass.then_some(quantity);
    Ok(format!(
        "Class {{ key: {key:?}, covers_requirement: {covers}, kilograms_per_certificate: {kilograms:?} }},"
    ))
}
