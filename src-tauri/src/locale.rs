//! The person's locale, as a BCP 47 tag: the webview's own `navigator.language` is wrong on Linux.

/// Used where the system names no place, as `C` and `POSIX` do.
const DEFAULT: &str = "en-GB";

/// Reads the system's locale for numbers.
pub fn from_environment() -> String {
    let names = ["LC_ALL", "LC_NUMERIC", "LANG"];
    let value = names.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    value.map_or_else(|| DEFAULT.to_owned(), |value| tag(&value))
}

/// `de_AT.UTF-8@euro` → `de-AT`.
fn tag(posix: &str) -> String {
    let name = posix.split(['.', '@']).next().unwrap_or_default();
    let (language, place) = name.split_once('_').unwrap_or((name, ""));
    match (is_language(language), is_place(place)) {
        (true, true) => format!("{}-{}", language.to_lowercase(), place.to_uppercase()),
        (true, false) if place.is_empty() => language.to_lowercase(),
        _ => DEFAULT.to_owned(),
    }
}

fn is_language(text: &str) -> bool {
    matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_place(text: &str) -> bool {
    let (letters, digits) = (text.len() == 2, text.len() == 3);
    letters && text.bytes().all(|byte| byte.is_ascii_alphabetic())
        || digits && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn posix_names_become_tags() {
        for (posix, expected) in [
            ("de_DE.UTF-8", "de-DE"),
            ("de_AT@euro", "de-AT"),
            ("en_US", "en-US"),
            ("es_419.UTF-8", "es-419"),
            ("fr", "fr"),
            ("C", "en-GB"),
            ("C.UTF-8", "en-GB"),
            ("POSIX", "en-GB"),
            ("", "en-GB"),
            ("../../x", "en-GB"),
        ] {
            assert_eq!(tag(posix), expected, "{posix}");
        }
    }
}
