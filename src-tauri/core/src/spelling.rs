//! Texts made comparable: lower case, no accents, one space between words.

/// Letters and digits only, in lower case, words parted by one space. `Stückzahl (ST.)` → `stueckzahl st`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().map(half_width) {
        if letter == '\u{308}' && out.ends_with(['a', 'o', 'u']) {
            out.push('e');
        } else if letter.is_alphanumeric() {
            letter.to_lowercase().for_each(|letter| push_plain(letter, &mut out));
        } else if !is_mark(letter) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// As [`fold`], after parting words written together as `unitMass`.
pub fn fold_header(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut was_lower = false;
    for letter in text.chars() {
        if was_lower && letter.is_uppercase() {
            parted.push(' ');
        }
        was_lower = letter.is_lowercase();
        parted.push(letter);
    }
    fold(&parted)
}

fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

fn push_plain(letter: char, out: &mut String) {
    let plain = match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => "a",
        'đ' | 'ď' => "d",
        'ğ' | 'ģ' => "g",
        'ķ' => "k",
        'ľ' | 'ļ' => "l",
        'ț' | 'ť' | 'ţ' => "t",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' | 'ē' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ı' | 'ī' | 'į' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ő' => "o",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ù' | 'ú' | 'û' | 'ů' | 'ű' | 'ū' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ё' => "е",
        letter if is_mark(letter) => "",
        letter => return out.push(letter),
    };
    out.push_str(plain);
}

/// Whether words of this script are written without spaces.
pub fn is_unspaced(text: &str) -> bool {
    text.chars().any(|letter| {
        ('\u{3040}'..='\u{30FF}').contains(&letter) || ('\u{4E00}'..='\u{9FFF}').contains(&letter)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fold() {
        for (text, folded) in [
            ("Stückzahl (ST.)", "stueckzahl st"),
            ("  Quantité ", "quantite"),
            ("Кол-во", "кол во"),
            ("Ｑｔｙ", "qty"),
            ("Stu\u{308}ck", "stueck"),
            ("Quantite\u{301}", "quantite"),
            ("Straße", "strasse"),
            ("--", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_eq!(fold_header("unitMass_kg"), "unit mass kg");
    }
}
