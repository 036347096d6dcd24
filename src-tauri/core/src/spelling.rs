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

/// Signs above and below letters that are no letters themselves: accents, points, tone marks, viramas.
fn is_mark(letter: char) -> bool {
    MARKS.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// From Unicode's nonspacing marks, those of scripts in which headers are written.
const MARKS: [(char, char); 10] = [
    ('\u{300}', '\u{36F}'),
    ('\u{591}', '\u{5C7}'),
    ('\u{610}', '\u{61A}'),
    ('\u{64B}', '\u{65F}'),
    ('\u{93C}', '\u{93C}'),
    ('\u{94D}', '\u{94D}'),
    ('\u{9BC}', '\u{9BC}'),
    ('\u{9CD}', '\u{9CD}'),
    ('\u{BCD}', '\u{BCD}'),
    ('\u{E47}', '\u{E4E}'),
];

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
        '\u{1EA0}'..='\u{1EB7}' => "a",
        '\u{1EB8}'..='\u{1EC7}' => "e",
        '\u{1EC8}'..='\u{1ECB}' => "i",
        'ơ' | '\u{1ECC}'..='\u{1EE3}' => "o",
        'ư' | '\u{1EE4}'..='\u{1EF1}' => "u",
        '\u{1EF2}'..='\u{1EF9}' => "y",
        'ё' => "е",
        'ά' => "α",
        'έ' => "ε",
        'ή' => "η",
        'ί' | 'ϊ' | 'ΐ' => "ι",
        'ό' => "ο",
        'ύ' | 'ϋ' | 'ΰ' => "υ",
        'ώ' => "ω",
        'ς' => "σ",
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
            ("Βάρος", "βαροσ"),
            ("Số lượng", "so luong"),
            ("น้ำหนัก", "นำหนัก"),
            ("--", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_eq!(fold_header("unitMass_kg"), "unit mass kg");
    }
}
