//! Exact rational numbers. Every score, weight and cut is one; nothing here rounds except [`Exact::to_decimal`].

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact rational number of any size, always in lowest terms.
///
/// Written `p/q`, or `p` where the denominator is 1. Reads `p/q`, integers and decimals.
///
/// ```
/// use policy::Exact;
/// let third: Exact = "1/3".parse()?;
/// assert_eq!((third * Exact::from(175)).to_string(), "175/3");
/// assert_eq!("37.5".parse::<Exact>()?.to_string(), "75/2");
/// # Ok::<(), policy::NotExact>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// The text is not `p/q`, an integer or a decimal, or its denominator is zero.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an exact number: {0:?}")]
pub struct NotExact(pub String);

impl Exact {
    /// Zero.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// One.
    pub fn one() -> Self {
        Self::from(1)
    }

    /// `numerator / denominator`; `None` where the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(BigRational::new(numerator.into(), denominator.into())))
    }

    /// The quotient; `None` where `divisor` is zero.
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// The sum divided by the count; `None` of nothing.
    pub fn mean<'a>(values: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let (mut sum, mut count) = (Self::zero(), 0_i64);
        for value in values {
            sum = sum + value;
            count += 1;
        }
        sum.checked_div(&Self::from(count))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The distance from zero.
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// The largest whole number that is not above it; `None` beyond 64 bits.
    pub fn floor(&self) -> Option<i64> {
        self.0.floor().to_integer().to_i64()
    }

    /// The smallest whole number that is not below it; `None` beyond 64 bits.
    pub fn ceiling(&self) -> Option<i64> {
        self.0.ceil().to_integer().to_i64()
    }

    /// A decimal with exactly `places` digits after the point, halves rounded away from zero. For reading only:
    /// nothing may be computed from it.
    pub fn to_decimal(&self, places: u32) -> String {
        let scale = BigRational::from(BigInt::from(10).pow(places));
        // BigRational::round takes halves away from zero.
        let scaled = (&self.0 * scale).round().to_integer();
        let digits = format!("{:0>width$}", scaled.abs(), width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let sign = if scaled.is_negative() { "-" } else { "" };
        if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Self(BigRational::from(BigInt::from(value)))
    }
}

impl FromStr for Exact {
    type Err = NotExact;

    fn from_str(text: &str) -> Result<Self, NotExact> {
        let wrong = || NotExact(text.to_owned());
        let integer = |digits: &str| {
            let plain = digits.strip_prefix('-').unwrap_or(digits);
            if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit()) {
                return Err(wrong());
            }
            digits.parse::<BigInt>().map_err(|_| wrong())
        };
        let text = text.trim();
        if let Some((numerator, denominator)) = text.split_once('/') {
            let (numerator, denominator) = (integer(numerator)?, integer(denominator)?);
            if denominator.is_zero() {
                return Err(wrong());
            }
            return Ok(Self(BigRational::new(numerator, denominator)));
        }
        if let Some((whole, fraction)) = text.split_once('.') {
            if !fraction.bytes().all(|b| b.is_ascii_digit()) || fraction.is_empty() {
                return Err(wrong());
            }
            let places = u32::try_from(fraction.len()).map_err(|_| wrong())?;
            let digits = integer(&format!("{whole}{fraction}"))?;
            integer(whole)?;
            return Ok(Self(BigRational::new(digits, BigInt::from(10).pow(places))));
        }
        Ok(Self(BigRational::from(integer(text)?)))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

macro_rules! operation {
    ($trait:ident, $method:ident) => {
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact($trait::$method(&self.0, &other.0))
            }
        }
        impl $trait<Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact($trait::$method(self.0, other.0))
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact($trait::$method(self.0, &other.0))
            }
        }
        impl $trait<Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                Exact($trait::$method(&self.0, other.0))
            }
        }
    };
}
operation!(Add, add);
operation!(Sub, sub);
operation!(Mul, mul);

/// # Panics
/// Where the divisor is zero, as integer division does; [`Exact::checked_div`] does not.
impl Div<&Exact> for &Exact {
    type Output = Exact;
    fn div(self, other: &Exact) -> Exact {
        Exact(&self.0 / &other.0)
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::zero(), |sum, value| sum + value)
    }
}

impl<'a> Sum<&'a Self> for Exact {
    fn sum<I: Iterator<Item = &'a Self>>(values: I) -> Self {
        values.fold(Self::zero(), |sum, value| sum + value)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn exact(text: &str) -> Exact {
        text.parse().unwrap()
    }

    #[test]
    fn texts_read_as_lowest_terms() {
        for (text, shown) in [
            ("1/4", "1/4"),
            ("50/200", "1/4"),
            ("2", "2"),
            ("37.5", "75/2"),
            ("-0.25", "-1/4"),
            ("6/3", "2"),
            ("0", "0"),
            ("-4/8", "-1/2"),
            ("58.333", "58333/1000"),
        ] {
            assert_eq!(exact(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "", "1/0", "a", "1/2/3", "1.2.3", "1e3", ".5", "5.", "--1", "1 000", "½", "+1", "-",
        ] {
            assert_eq!(text.parse::<Exact>(), Err(NotExact(text.to_owned())));
        }
    }

    #[test]
    fn decimals_take_halves_away_from_zero() {
        for (value, places, shown) in [
            ("10183/180", 2, "56.57"),
            ("1/2", 0, "1"),
            ("-1/2", 0, "-1"),
            ("1/8", 2, "0.13"),
            ("1.495", 2, "1.50"),
            ("-1/1000", 2, "0.00"),
            ("9", 2, "9.00"),
            ("175/3", 2, "58.33"),
            ("1/300", 3, "0.003"),
        ] {
            assert_eq!(exact(value).to_decimal(places), shown, "{value}");
        }
    }

    #[test]
    fn a_mean_of_nothing_is_nothing() {
        assert_eq!(Exact::mean([]), None);
        assert_eq!(Exact::mean([&exact("5"), &exact("6")]), Some(exact("11/2")));
    }
}
