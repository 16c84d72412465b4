//! Counts that name nobody: what may be shown of a group, and why not. Colorado lets aggregates be reported while
//! identities stay confidential (C.R.S. 22-9-109(2)); how small a cell may be is the district's choice.

/// Groups of fewer people are never shown (product default; the pack may set its own in a later version).
pub const SMALLEST_CELL: u64 = 10;

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
pub fn shown(count: u64, of: u64) -> Shown {
    if of < SMALLEST_CELL {
        Shown::TooFew
    } else if count == 0 || count >= of {
        Shown::NobodyOrEverybody
    } else if count.min(of - count) < 3 {
        // One or two people on either side could recognise each other.
        Shown::TooFew
    } else {
        Shown::Count(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_and_extremes_are_suppressed() {
        assert_eq!(shown(3, 9), Shown::TooFew);
        assert_eq!(shown(0, 14), Shown::NobodyOrEverybody);
        assert_eq!(shown(14, 14), Shown::NobodyOrEverybody);
        assert_eq!(shown(1, 14), Shown::TooFew);
        assert_eq!(shown(13, 14), Shown::TooFew);
        assert_eq!(shown(8, 14), Shown::Count(8));
    }
}
