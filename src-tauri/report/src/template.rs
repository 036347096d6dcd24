//! Templates of shipped texts: what stands in braces is filled in. What is filled in is never read again.

use crate::ReportError;

/// The template with its names filled in; nothing where one of them has nothing to say. `of` knows the names:
/// a name that it does not know is an error of the shipped file.
pub(crate) fn fill(
    file: &'static str,
    template: &str,
    of: impl Fn(&str) -> Option<Option<String>>,
) -> Result<Option<String>, ReportError> {
    let mut text = String::new();
    let mut is_complete = true;
    for part in parts(file, template)? {
        match part {
            Part::Said(words) => text += words,
            Part::Name(name) => match known(file, name, &of)? {
                Some(words) => text += &words,
                None => is_complete = false,
            },
        }
    }
    Ok(is_complete.then_some(text))
}

/// What a name stands for; nothing where that has nothing to say.
pub(crate) fn known<T>(
    file: &'static str,
    name: &str,
    of: impl Fn(&str) -> Option<Option<T>>,
) -> Result<Option<T>, ReportError> {
    of(name).ok_or_else(|| ReportError::UnknownFigure { file, figure: name.to_owned() })
}

/// The name that is the whole of a template, where it is one.
pub(crate) fn only_name(template: &str) -> Option<&str> {
    let name = template.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then_some(name)
}

enum Part<'a> {
    Said(&'a str),
    Name(&'a str),
}

fn parts<'a>(file: &'static str, template: &'a str) -> Result<Vec<Part<'a>>, ReportError> {
    let mut pieces = template.split('{');
    let mut parts = vec![Part::Said(pieces.next().unwrap_or_default())];
    for piece in pieces {
        let unclosed = || ReportError::damaged(file, format!("a brace is not closed in “{template}”"));
        let (name, rest) = piece.split_once('}').ok_or_else(unclosed)?;
        parts.extend([Part::Name(name), Part::Said(rest)]);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_once_and_an_unknown_name_is_refused() {
        let of = |name: &str| match name {
            "kg" => Some(Some("5".to_owned())),
            "who" => Some(Some("{kg}".to_owned())),
            "yield" => Some(None),
            _ => None,
        };
        let filled = |template| fill("texts", template, of);
        assert_eq!(filled("{kg} kg of {who}").expect("known").as_deref(), Some("5 kg of {kg}"));
        assert_eq!(filled("{kg} kg, {yield} %").expect("known"), None);
        let error = filled("{kilos} kg").expect_err("unknown").to_string();
        assert_eq!(error, "the shipped texts names a figure “kilos” that does not exist");
        assert!(filled("{kg kg").is_err());
        assert_eq!((only_name("{kg}"), only_name("{kg} kg"), only_name("{a}{b}")), (Some("kg"), None, None));
    }
}
