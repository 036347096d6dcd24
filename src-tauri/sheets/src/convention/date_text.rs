//! Dates written as text, with either order of day and month at once.

use super::eras::{era_date, era_year};
use super::moments::{day_of_moment, moment};
use crate::digits::plain_digits;
use crate::fold::fold;
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What a text reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateReadings {
    /// With the day first.
    pub(crate) day_first: Option<NaiveDate>,
    /// With the month first.
    pub(crate) month_first: Option<NaiveDate>,
}

/// Texts longer than this are no dates.
const LONGEST: usize = 64;

/// Beginnings of the months' names in the main business languages, folded.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ener", "gen", "styc", "янв", "tammi", "oca", "leden", "ledna", "ian", "січ"],
    &["feb", "fev", "febr", "fevr", "lut", "фев", "helmi", "sub", "unor", "лют"],
    &[
        "mar", "maer", "mrz", "mars", "marz", "maart", "mrt", "marca", "marzec", "мар", "maalis", "brez",
        "бер",
    ],
    &["apr", "avr", "abr", "kwie", "апр", "huhti", "nis", "dub", "квіт"],
    &["may", "mai", "mayo", "mag", "mei", "maj", "май", "мая", "touko", "kveten", "kvetna", "трав"],
    &["jun", "juin", "giu", "czerw", "июн", "kesa", "haz", "cerven", "iun", "черв"],
    &["jul", "juil", "lug", "lip", "июл", "heina", "tem", "cervenec", "cervence", "iul", "лип"],
    &["aug", "aou", "ago", "agus", "sier", "авг", "elo", "srpen", "srpna", "серп"],
    &["sep", "set", "wrz", "сен", "syys", "eyl", "zari", "sze", "вер"],
    &["oct", "okt", "ott", "out", "paz", "окт", "loka", "eki", "rijen", "rijna", "жовт"],
    &["nov", "lis", "ноя", "marras", "kas", "listopad"],
    &["dec", "dez", "dic", "des", "gru", "дек", "joulu", "ara", "prosin", "груд"],
];

/// The weekdays' names and abbreviations, folded; Tuesday's that is March's too is left to the month.
static WEEKDAYS: LazyLock<HashSet<&str>> = LazyLock::new(|| WEEKDAY_NAMES.split_whitespace().collect());
const WEEKDAY_NAMES: &str = "\
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi \
    mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes miercoles jueves viernes \
    sabado domingo mie jue vie sab dom lunedi martedi mercoledi giovedi venerdi sabato domenica gio segunda \
    terca quarta quinta sexta feira seg ter qua qui sex maandag dinsdag woensdag donderdag vrijdag zaterdag \
    zondag ma wo vr za zo poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt czw pt sob niedz \
    mandag tisdag tirsdag onsdag torsdag fredag lordag loerdag sondag soendag man tis tir ons tor fre lor son \
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai pondeli utery streda ctvrtek patek \
    nedele po ut ct pa ne pazartesi sali carsamba persembe cuma cumartesi pazar понедельник вторник среда \
    четверг пятница суббота воскресенье пн вт ср чт пт сб вс 火 水 木 金 土 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 \
    星期四 星期五 星期六 星期日 mon tue wed thu fri sat sun tues wednes thurs";

/// A year and its quarter.
const DIGITS_OF_A_QUARTER: usize = 5;
/// Words for a quarter of a year, folded.
const QUARTERS: [&str; 14] = [
    "q",
    "quarter",
    "qtr",
    "quartal",
    "trimestre",
    "kwartaal",
    "kwartal",
    "kvartal",
    "trim",
    "tr",
    "t",
    "k",
    "квартал",
    "ctvrtleti",
];

/// Years before this one are hardly written with two digits any more.
const FIRST_SHORT_YEAR: i32 = 2010;

const FIRST_DASHED_YEAR: i32 = 2020;

/// Words that may stand in a date without changing it.
const FILLERS: [&str; 21] = [
    "t", "z", "er", "utc", "gmt", "am", "pm", "st", "nd", "rd", "th", "de", "of", "del", "den", "the", "le",
    "г", "年", "月", "日",
];

/// Reads a text as a date; nothing where it is none in either order.
pub(crate) fn read_date(text: &str) -> Option<DateReadings> {
    let text = &*plain_digits(text.trim());
    if let Some(number) = moment(text) {
        return same(Some(day_of_moment(number)?));
    }
    let begins_well = text.starts_with(|first: char| first.is_ascii_digit() || first.is_alphabetic());
    if !begins_well || text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(day) = era_date(text) {
        return same(Some(day));
    }
    let is_short = text.bytes().filter(u8::is_ascii_digit).count() == DIGITS_OF_A_QUARTER;
    if let Some(day) = is_short.then(|| quarter(text)).flatten() {
        return same(Some(day));
    }
    let (day_part, month) = tokens(text)?;
    let readings = match month {
        Some(month) => with_month_name(text, &day_part, month),
        None => numeric(text, &day_part),
    }?;
    (readings.day_first.is_some() || readings.month_first.is_some()).then_some(readings)
}

/// Reads a text as a year: "2025", "FY2025", "GJ 2025"; "2024/25" is named by its end, as every fiscal year is.
pub(crate) fn read_year(text: &str) -> Option<i32> {
    let text = &*plain_digits(text.trim());
    if let Some(year) = era_year(text) {
        return Some(year);
    }
    let digits = text.trim_start_matches(|letter: char| {
        letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.' | '\'' | '’')
    });
    let digits = digits.trim_end_matches(['年', '년', '度', '.']);
    let (first, last) = digits.split_once(['/', '-', '–']).unwrap_or((digits, ""));
    let number = |digits: &str| {
        digits.parse::<i32>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    // "FY24" and "'24" leave the century out.
    let is_short = first.len() == 2
        && (text.contains(['\'', '’'])
            || ["fy", "gj", "ej"].iter().any(|sign| text.to_lowercase().starts_with(sign)));
    let first =
        number(first).filter(|_| (first.len() == 4 || is_short) && text.len() - digits.len() <= 16)?;
    let first = if is_short { 2000 + first } else { first };
    let year = match last.len() {
        0 => first,
        2 | 4 => Some(first + 1)
            .filter(|next| number(last) == Some(if last.len() == 2 { next % 100 } else { *next }))?,
        _ => return None,
    };
    (1990..=2100).contains(&year).then_some(year)
}

/// The first day of a quarter: "Q4 2024", "2025-Q1", "4. Quartal 2024", "2024年第4季度".
fn quarter(text: &str) -> Option<NaiveDate> {
    let folded = fold(text);
    let parted = folded.replace(['年', '第'], " ").replace(['季', '期'], " ");
    let has_sign = parted.len() < folded.len();
    let words: Vec<&str> =
        parted.split(' ').filter(|word| !word.is_empty() && *word != "度" && *word != "四半").collect();
    let number = |word: &str| word.parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter));
    let signed = |word: &str| {
        let before = word.strip_prefix(['q', 't', 'k']).and_then(number);
        before.or_else(|| word.strip_suffix('q').and_then(number))
    };
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = words.iter().copied().find(|word| is_year(word))?;
    let others: Vec<&str> = words.iter().copied().filter(|word| *word != year).collect();
    let quarter = match others.as_slice() {
        [one] => signed(one).or_else(|| number(one).filter(|_| has_sign))?,
        [one, other] if QUARTERS.contains(other) => number(one)?,
        [one, other] if QUARTERS.contains(one) => number(other)?,
        _ => return None,
    };
    date(year, quarter * 3 - 2, 1)
}

/// The numbers before any time of day, and the month where it is written as a word.
fn tokens(text: &str) -> Option<(Vec<&str>, Option<u32>)> {
    let (mut numbers, mut month) = (Vec::new(), None);
    let mut rest = text;
    let mut is_past_time = false;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let same = |letter: char| if is_digit { letter.is_ascii_digit() } else { letter.is_alphabetic() };
        let end = rest.find(|letter| !same(letter)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at(end);
        if is_digit {
            let is_time = after.starts_with(':');
            if is_time && numbers.len() == 1 && month.is_some() {
                // "Tue Dec 17 00:00:00 UTC 2024": the year stands behind the time of day.
                is_past_time = true;
            } else if is_time && numbers.len() + usize::from(month.is_some()) >= 2 {
                return Some((numbers, month));
            }
            if is_past_time {
                if token.len() == 4
                    && !after.starts_with(':')
                    && !text[..text.len() - rest.len()].ends_with(['+', '-'])
                {
                    numbers.push(token);
                    return Some((numbers, month));
                }
            } else {
                numbers.push(token);
            }
        } else if is_past_time {
            // The name of a time zone.
        } else if first.is_alphabetic() {
            month = Some(word(token, month)?).flatten();
        } else if !matches!(first, '-' | '/' | '.' | ',' | ' ' | ':' | '+' | '\'' | '(' | ')' | '（' | '）')
        {
            return None;
        }
        rest = after;
    }
    Some((numbers, month))
}

/// The month so far, or the one a word names; nothing where the word belongs to no date.
fn word(token: &str, month: Option<u32>) -> Option<Option<u32>> {
    let folded = fold(token);
    if folded.ends_with("day") || WEEKDAYS.contains(&folded.as_str()) {
        return Some(month);
    }
    if let Some(named) = month_of(&folded).filter(|_| month.is_none()) {
        return Some(Some(named));
    }
    let is_filler = FILLERS.contains(&folded.as_str());
    is_filler.then_some(month)
}

fn month_of(folded: &str) -> Option<u32> {
    let longest =
        |names: &&[&str]| names.iter().filter(|name| folded.starts_with(**name)).map(|name| name.len()).max();
    let is_word = folded.chars().count() >= 3;
    let months = (1_u32..).zip(MONTHS.iter()).filter_map(|(month, names)| Some((longest(names)?, month)));
    months
        .max_by_key(|(length, month)| (*length, std::cmp::Reverse(*month)))
        .map(|(_, month)| month)
        .filter(|_| is_word)
}

fn same(date: Option<NaiveDate>) -> Option<DateReadings> {
    Some(DateReadings { day_first: date, month_first: date })
}

fn with_month_name(text: &str, numbers: &[&str], month: u32) -> Option<DateReadings> {
    match numbers {
        // "Dec-24" and "Dez '24", as spreadsheets write a month; "Dec 24" may be a day of any year.
        [year]
            if year.len() == 2
                && text.starts_with(char::is_alphabetic)
                && text.contains(['-', '/', '\'', '’']) =>
        {
            same(date(year, month, 1))
        }
        [year] if year.len() == 4 => same(date(year, month, 1)),
        [year, day] if year.len() == 4 => same(date(year, month, day.parse().ok()?)),
        [day, year, ..] => same(date(year, month, day.parse().ok()?)),
        _ => None,
    }
}

fn numeric(text: &str, numbers: &[&str]) -> Option<DateReadings> {
    match numbers {
        [whole] if whole.len() == 8 && *whole == text => {
            same(date(&whole[..4], whole[4..6].parse().ok()?, whole[6..].parse().ok()?))
        }
        [year, month] if year.len() == 4 && month.len() <= 2 => same(date(year, month.parse().ok()?, 1)),
        [month, year] if year.len() == 4 && month.len() <= 2 => same(date(year, month.parse().ok()?, 1)),
        [year, month, day, ..] if year.len() == 4 => same(date(year, month.parse().ok()?, day.parse().ok()?)),
        [one, other, year, ..] if one.len() <= 2 && other.len() <= 2 => {
            let (one, other): (u32, u32) = (one.parse().ok()?, other.parse().ok()?);
            // Dots are written with the day first everywhere they are written.
            let is_dotted = text.contains('.') && !text.contains(['/', '-']);
            let month_first = date(year, one, other).filter(|_| !is_dotted);
            // 25-03-04 is of 2025 where the year stands first, and of 2004 where it stands last: it is no date. Between
            // dashes a year of the twenties that may stand first makes one of the teens that may stand last as unlikely.
            let last = date(year, other, one).map(|day| day.year());
            let is_before = |first: i32| last.is_some_and(|last| last < first) && one >= first as u32 % 100;
            let is_dashed = text.contains('-') && !text.contains(['/', '.']);
            let is_old = is_before(FIRST_SHORT_YEAR) || (is_dashed && is_before(FIRST_DASHED_YEAR));
            if year.len() == 2 && is_old && other <= 12 {
                return None;
            }
            Some(DateReadings { day_first: date(year, other, one), month_first })
        }
        _ => None,
    }
}

/// A date in our lifetime; two digits of a year are of this century up to 79.
fn date(year: &str, month: u32, day: u32) -> Option<NaiveDate> {
    let number: i32 = year.parse().ok()?;
    let year = match (year.len(), number) {
        (2, 0..=79) => 2000 + number,
        (2, _) => 1900 + number,
        (4, 1970..=2199) => number,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day_first: Option<&str>, month_first: Option<&str>) {
        let found = read_date(text).map(|readings| {
            (
                readings.day_first.map(|date| date.to_string()),
                readings.month_first.map(|date| date.to_string()),
            )
        });
        let expected = (day_first.is_some() || month_first.is_some())
            .then(|| (day_first.map(str::to_owned), month_first.map(str::to_owned)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_alone() {
        for (text, year) in [
            ("FY2024", Some(2024)),
            ("2025", Some(2025)),
            ("2024/25", Some(2025)),
            ("GJ 2024-2025", Some(2025)),
            ("2025年度", Some(2025)),
            ("FY'24", Some(2024)),
            ("FY24", Some(2024)),
            ("FY24/25", Some(2025)),
            ("24", None),
            ("2024/26", None),
            ("1200", None),
            ("12", None),
        ] {
            assert_eq!(read_year(text), year, "{text}");
        }
    }

    #[test]
    fn dates_read_in_both_orders() {
        let both = |text, date| check(text, Some(date), Some(date));
        both("2025-03-01", "2025-03-01");
        both("2025-03-01T10:15:00Z", "2025-03-01");
        both("2025-03-01 10:15", "2025-03-01");
        both("2025/3/1", "2025-03-01");
        both("20250301", "2025-03-01");
        both("1 March 2025", "2025-03-01");
        both("March 1st, 2025", "2025-03-01");
        both("01-Mar-25", "2025-03-01");
        both("1. März 2025", "2025-03-01");
        both("1er mars 2025", "2025-03-01");
        both("1 de marzo de 2025", "2025-03-01");
        both("November 2020", "2020-11-01");
        both("2025年3月1日", "2025-03-01");
        both("2025-03", "2025-03-01");
        both("Q4 2024", "2024-10-01");
        both("Q4/2024", "2024-10-01");
        both("2025-Q1", "2025-01-01");
        both("1Q 2025", "2025-01-01");
        both("3. Quartal 2024", "2024-07-01");
        both("T2 2025", "2025-04-01");
        both("2024年第4季度", "2024-10-01");
        both("Dec-24", "2024-12-01");
        both("Dez '24", "2024-12-01");
        both("05/05/2025", "2025-05-05");
        both("Tue Dec 17 00:00:00 UTC 2024", "2024-12-17");
        both("Wed Apr 23 09:12:44 GMT+02:00 2025", "2025-04-23");
        both("Tue Nov 05 2024 00:00:00 GMT+0000 (Coordinated Universal Time)", "2024-11-05");
        both("２０２５年３月１日", "2025-03-01");
        both("2025年3月1日(土)", "2025-03-01");
        both("Sa., 1. März 2025", "2025-03-01");
        both("martes, 4 de marzo de 2025", "2025-03-04");
        both("samedi 1er mars 2025", "2025-03-01");
        check("03/04/2025", Some("2025-04-03"), Some("2025-03-04"));
        check("25/04/2025", Some("2025-04-25"), None);
        check("04/25/2025", None, Some("2025-04-25"));
        check("05.03.2013", Some("2013-03-05"), None);
        check("3/4/25 14:30", Some("2025-04-03"), Some("2025-03-04"));
        for text in
            ["2025", "12", "1.4", "GS1-1-KE-GS11603", "31/02/2025", "Version 2.2", "", "10:15", "99999999"]
        {
            check(text, None, None);
        }
    }
}
