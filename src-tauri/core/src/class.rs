//! Certificate classes, as `assets/standards/certificate_classes.toml` describes them.

/// What a rule asks of a class.
struct Class {
    key: &'static str,
    /// Whether its certificates cover a requirement.
    covers_requirement: bool,
    /// The mass that one certificate stands for; nothing where its unit is no mass.
    kilograms_per_certificate: Option<i64>,
}

include!(concat!(env!("OUT_DIR"), "/classes.rs"));

/// The class whose certificates cover a requirement; all others never do.
pub const COVERING_CLASS: &str = COVERING.key;

/// The mass in mg that one certificate of [`COVERING_CLASS`] stands for (Guide: 1 I-TEC = 1 kg).
pub(crate) const MILLIGRAMS_PER_CERTIFICATE: i64 = match COVERING.kilograms_per_certificate {
    // A quantity of certificates and the kilograms that they cover are one number in every figure.
    Some(1) => 1_000_000,
    _ => panic!("a certificate of the class that covers a requirement stands for 1 kg"),
};

const COVERING: &Class = the_covering(CLASSES);

/// A year has one requirement, in the unit of one class.
const fn the_covering(classes: &'static [Class]) -> &'static Class {
    let mut found = None;
    let mut place = 0;
    while place < classes.len() {
        if classes[place].covers_requirement {
            assert!(found.is_none(), "more than one class covers a requirement");
            found = Some(&classes[place]);
        }
        place += 1;
    }
    match found {
        Some(class) => class,
        None => panic!("no class covers a requirement"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_tec_is_the_only_class_that_covers() {
        let covering = CLASSES.iter().filter(|class| class.covers_requirement);
        assert_eq!(covering.map(|class| class.key).collect::<Vec<_>>(), ["I-TEC"]);
        assert_eq!((COVERING_CLASS, CLASSES.len()), ("I-TEC", 4));
    }

    #[test]
    fn only_classes_measured_in_kilograms_stand_for_a_mass() {
        let mass = CLASSES.iter().filter(|class| class.kilograms_per_certificate.is_some());
        assert_eq!(mass.map(|class| class.key).collect::<Vec<_>>(), ["I-TEC", "I-MAT"]);
    }

    #[test]
    #[should_panic(expected = "more than one class covers a requirement")]
    fn a_second_class_that_covers_is_refused() {
        const TWO: &[Class] = &[
            Class { key: "I-TEC", covers_requirement: true, kilograms_per_certificate: Some(1) },
            Class { key: "I-MAT", covers_requirement: true, kilograms_per_certificate: Some(1) },
        ];
        the_covering(std::hint::black_box(TWO));
    }
}
