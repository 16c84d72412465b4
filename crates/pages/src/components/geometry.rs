//! Geometry of pictures in whole numbers: no rounding error can move a mark across a cut.

use std::fmt;

/// A length in tenths of a unit, written with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tenths(pub i64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, rest) = (self.0.abs() / 10, self.0.abs() % 10);
        if rest == 0 {
            write!(f, "{sign}{units}")
        } else {
            write!(f, "{sign}{units}.{rest}")
        }
    }
}

/// A decimal such as "58.33" in thousandths; what cannot be read counts as nothing. Further digits are cut off.
pub(super) fn thousandths(decimal: &str) -> i64 {
    let decimal = decimal.trim();
    let (negative, digits) = match decimal.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, decimal),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let value = whole.parse::<i64>().unwrap_or(0) * 1000 + part.parse::<i64>().unwrap_or(0);
    if negative { -value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_with_at_most_one_decimal() {
        for (tenths, written) in [(0, "0"), (125, "12.5"), (-5, "-0.5"), (300, "30")] {
            assert_eq!(Tenths(tenths).to_string(), written);
        }
    }

    #[test]
    fn decimals_are_read_exactly() {
        for (decimal, value) in [
            ("58.33", 58_330),
            ("58.3333", 58_333),
            ("100", 100_000),
            ("-1.5", -1_500),
            ("\u{2212}0.5", -500),
            ("", 0),
        ] {
            assert_eq!(thousandths(decimal), value);
        }
    }
}
