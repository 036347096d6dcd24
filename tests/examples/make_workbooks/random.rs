//! A fixed sequence of numbers, so that every run writes the same files.

/// SplitMix64 with the seed it is given.
pub struct Sequence(u64);

impl Sequence {
    /// The sequence of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low + 1).unsigned_abs();
        low + i64::try_from(self.next() % span).expect("a span of an i64")
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let last = i64::try_from(choices.len()).expect("a short list") - 1;
        &choices[usize::try_from(self.between(0, last)).expect("an index")]
    }

    /// Puts them in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = usize::try_from(self.next() % (last as u64 + 1)).expect("an index");
            items.swap(last, other);
        }
    }

    /// Parts of a whole number, each at least 1, that add up to it.
    pub fn parts(&mut self, whole: i64, parts: usize) -> Vec<i64> {
        let shares: Vec<i64> = (0..parts).map(|_| self.between(40, 160)).collect();
        let sum: i64 = shares.iter().sum();
        let mut split: Vec<i64> = shares.iter().map(|share| (whole * share / sum).max(1)).collect();
        let rest = whole - split.iter().sum::<i64>();
        if let Some(last) = split.last_mut() {
            *last += rest;
        }
        split
    }
}
