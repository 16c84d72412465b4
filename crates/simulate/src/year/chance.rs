//! Chance from a seed and a name: the same name gives the same draws, whatever else is drawn before or after, so that
//! a change in one part of the year leaves the others as they were.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use uuid::Uuid;

/// The namespace of everything that simulated people make.
const NAMESPACE: Uuid = Uuid::from_u128(0x2f5b_8c1e_7a43_5e0d_b6f1_94c8_d3a7_0e52);

/// An id that follows from the seed and a name.
pub fn id(seed: u64, name: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{seed}/{name}").as_bytes())
}

/// A row of draws.
pub struct Chance(ChaCha8Rng);

impl Chance {
    pub fn of(seed: u64, name: &str) -> Self {
        let half = *id(seed, name).as_bytes();
        let mut whole = [0; 32];
        whole[..16].copy_from_slice(&half);
        whole[16..].copy_from_slice(&half);
        Self(ChaCha8Rng::from_seed(whole))
    }

    /// A number from 0 to one below `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let drawn = usize::try_from(self.0.next_u32()).unwrap_or_default();
        drawn.checked_rem(end).unwrap_or_default()
    }

    /// A number from `low` to `high`, both ends included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = usize::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(width)).unwrap_or_default()
    }

    /// Whether something happens that does so in `percent` of a hundred cases.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list; `None` of an empty one.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }

    /// The list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_draws_the_same_and_another_name_something_else() {
        let draws = |name| {
            let mut chance = Chance::of(7, name);
            (0..20).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draws("a"), draws("a"));
        assert_ne!(draws("a"), draws("b"));
    }

    #[test]
    fn draws_stay_within_their_ends() {
        let mut chance = Chance::of(1, "ends");
        assert!((0..200).all(|_| (3..=5).contains(&chance.between(3, 5))));
        assert_eq!(chance.below(0), 0);
        let mut list = [1, 2, 3, 4, 5];
        chance.shuffle(&mut list);
        list.sort_unstable();
        assert_eq!(list, [1, 2, 3, 4, 5]);
    }
}
