//! Counts that name nobody: what may be shown of a group, and why not. Colorado lets aggregates be reported while
//! identities stay confidential (C.R.S. 22-9-109(2)); how small a cell may be is the district's choice, in its pack.

use policy::Pack;

/// Groups of fewer people are never shown where no pack says otherwise (product default).
pub const SMALLEST_CELL: u64 = 10;
/// Fewer people than these on one side of a count could recognise each other.
const FEW: u64 = 3;

/// The smallest group of which anything is shown.
pub fn smallest_cell(pack: Option<&Pack>) -> u64 {
    pack.and_then(|pack| pack.feedback.as_ref())
        .map_or(SMALLEST_CELL, |feedback| {
            feedback.smallest_cell.value.into()
        })
}

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Count(u64),
    /// The group is smaller than the smallest cell.
    TooFew,
    /// Nobody or everybody: the count would say something about each one.
    NobodyOrEverybody,
}

/// What may be shown of `count` out of a group of `of` people.
pub fn shown(count: u64, of: u64, smallest: u64) -> Shown {
    if of < smallest {
        Shown::TooFew
    } else if count == 0 || count >= of {
        Shown::NobodyOrEverybody
    } else if count.min(of - count) < FEW {
        // One or two people on either side could recognise each other.
        Shown::TooFew
    } else {
        Shown::Count(count)
    }
}

/// What may be shown of counts that add up to a sum which is shown itself: `None` for each that is hidden. Whoever
/// subtracts what is shown from the sum learns how many are in the hidden ones together, so none is hidden alone, and
/// never so few together, or so evenly many, that there is one way to share them out. What is hidden beside is chosen by
/// its place, from the last on: chosen by its size it would tell its size. Why a count is hidden is not said, for that
/// would tell nobody from somebody.
pub fn shown_parts(counts: &[u64], smallest: u64) -> Vec<Option<u64>> {
    let of = counts.iter().sum();
    let mut parts: Vec<Option<u64>> = counts
        .iter()
        .map(|count| match shown(*count, of, smallest) {
            Shown::Count(count) => Some(count),
            Shown::TooFew | Shown::NobodyOrEverybody => None,
        })
        .collect();
    while parts.contains(&None) && !can_be_shared_out_otherwise(counts, &parts) {
        let Some(last) = parts.iter().rposition(Option::is_some) else {
            break;
        };
        parts[last] = None;
    }
    parts
}

fn can_be_shared_out_otherwise(counts: &[u64], parts: &[Option<u64>]) -> bool {
    let hidden = || {
        let beside = counts.iter().zip(parts);
        beside
            .filter(|(_, part)| part.is_none())
            .map(|(count, _)| *count)
    };
    hidden().count() > 1 && hidden().sum::<u64>() >= FEW && hidden().any(|count| count != FEW - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn small_groups_and_extremes_are_suppressed() {
        let shown = |count, of| shown(count, of, SMALLEST_CELL);
        assert_eq!(shown(3, 9), Shown::TooFew);
        assert_eq!(shown(0, 14), Shown::NobodyOrEverybody);
        assert_eq!(shown(14, 14), Shown::NobodyOrEverybody);
        assert_eq!(shown(1, 14), Shown::TooFew);
        assert_eq!(shown(13, 14), Shown::TooFew);
        assert_eq!(shown(8, 14), Shown::Count(8));
    }

    #[test]
    fn a_hidden_part_takes_another_with_it() {
        let parts = |counts: &[u64]| shown_parts(counts, 10);
        assert_eq!(parts(&[4, 5, 6, 7]), [Some(4), Some(5), Some(6), Some(7)]);
        assert_eq!(parts(&[0, 5, 6, 7]), [None, Some(5), Some(6), None]);
        assert_eq!(parts(&[1, 2, 8, 9]), [None, None, Some(8), Some(9)]);
        assert_eq!(parts(&[2, 2, 8, 9]), [None, None, Some(8), None]);
        assert_eq!(parts(&[0, 0, 8, 9]), [None, None, Some(8), None]);
        assert_eq!(parts(&[0, 0, 0, 20]), [None; 4]);
        assert_eq!(parts(&[2, 2, 2, 3]), [None; 4]);
    }

    /// Every way to spread `people` over `places`.
    fn spread(people: u64, places: usize) -> Vec<Vec<u64>> {
        if places == 1 {
            return vec![vec![people]];
        }
        (0..=people)
            .flat_map(|first| {
                spread(people - first, places - 1)
                    .into_iter()
                    .map(move |rest| [vec![first], rest].concat())
            })
            .collect()
    }

    #[test]
    fn whoever_knows_the_rule_and_the_sum_never_learns_a_hidden_count() {
        // Everything that could have been asked, turned round: all counts that give the same page are gathered, and no
        // hidden place may hold the same number in all of them.
        for places in 2..=5 {
            for people in 10..=15 {
                let mut pages: BTreeMap<Vec<Option<u64>>, Vec<Vec<u64>>> = BTreeMap::new();
                for counts in spread(people, places) {
                    pages
                        .entry(shown_parts(&counts, 10))
                        .or_default()
                        .push(counts);
                }
                for (page, counts) in pages {
                    for (place, part) in page.iter().enumerate() {
                        let possible: BTreeSet<u64> = counts.iter().map(|it| it[place]).collect();
                        match part {
                            Some(count) => assert_eq!(possible, BTreeSet::from([*count])),
                            None => assert!(
                                possible.len() > 1,
                                "{page:?} tells {possible:?} at {place}"
                            ),
                        }
                    }
                }
            }
        }
    }
}
