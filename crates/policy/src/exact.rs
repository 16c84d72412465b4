//! Exact rational numbers. Every score, weight and cut is one; nothing here rounds except [`Exact::to_decimal`].

use std::cmp::Ordering;
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
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Number);

/// Almost every number of a rating fits into two words; the others lose nothing.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Number {
    /// In lowest terms, the denominator above 0, neither of them `i64::MIN`.
    Small(i64, i64),
    /// Only what does not fit above, so that equal numbers are written equally.
    Big(Box<BigRational>),
}

/// The text is not `p/q`, an integer or a decimal, or its denominator is zero.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an exact number: {0:?}")]
pub struct NotExact(pub String);

/// How a number loses digits. Each is an explicit step; nothing rounds by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    /// To the nearest; halves go away from zero.
    HalfUp,
    /// Towards zero.
    Truncate,
    /// Up to the next.
    Ceil,
}

impl Exact {
    /// Zero.
    pub const fn zero() -> Self {
        Self(Number::Small(0, 1))
    }

    /// One.
    pub const fn one() -> Self {
        Self(Number::Small(1, 1))
    }

    /// `numerator / denominator`; `None` where the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self::reduced(numerator.into(), denominator.into()))
    }

    /// The quotient; `None` where `divisor` is zero.
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        Some(match (&self.0, &divisor.0) {
            (Number::Small(a, b), Number::Small(c, d)) => Self::reduced(
                i128::from(*a) * i128::from(*d),
                i128::from(*b) * i128::from(*c),
            ),
            _ => Self::from_big(self.big() / divisor.big()),
        })
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
        matches!(self.0, Number::Small(0, _))
    }

    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Number::Small(numerator, _) => *numerator < 0,
            Number::Big(big) => big.is_negative(),
        }
    }

    /// Whether it has no fraction.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Number::Small(_, denominator) => *denominator == 1,
            Number::Big(big) => big.is_integer(),
        }
    }

    /// The distance from zero.
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            -self.clone()
        } else {
            self.clone()
        }
    }

    /// The number with at most `places` digits after the point.
    pub fn rounded(&self, mode: RoundingMode, places: u32) -> Self {
        let scaled = self.scaled(mode, places);
        Self::from_big(BigRational::new(scaled, BigInt::from(10).pow(places)))
    }

    /// The largest whole number that is not above it; `None` beyond 64 bits.
    pub fn floor(&self) -> Option<i64> {
        self.big().floor().to_integer().to_i64()
    }

    /// The smallest whole number that is not below it; `None` beyond 64 bits.
    pub fn ceiling(&self) -> Option<i64> {
        self.big().ceil().to_integer().to_i64()
    }

    /// A decimal with exactly `places` digits after the point, halves rounded away from zero. For reading only:
    /// nothing may be computed from it.
    pub fn to_decimal(&self, places: u32) -> String {
        if let Number::Small(whole, 1) = self.0 {
            let mut text = whole.to_string();
            if places > 0 {
                text.push('.');
                text.extend(std::iter::repeat_n('0', places as usize));
            }
            return text;
        }
        let scaled = self.scaled(RoundingMode::HalfUp, places);
        let digits = format!("{:0>width$}", scaled.abs(), width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let sign = if scaled.is_negative() { "-" } else { "" };
        if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }

    /// A decimal with all its digits where it has few of them, otherwise with `places` digits.
    pub fn to_text(&self, places: u32) -> String {
        if self.rounded(RoundingMode::Truncate, places) != *self {
            return self.to_decimal(places);
        }
        let text = self.to_decimal(places);
        match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => text,
        }
    }

    /// Times ten to the power of `places`, without its fraction.
    fn scaled(&self, mode: RoundingMode, places: u32) -> BigInt {
        let scaled = self.big() * BigRational::from(BigInt::from(10).pow(places));
        match mode {
            // BigRational::round takes halves away from zero.
            RoundingMode::HalfUp => scaled.round(),
            RoundingMode::Truncate => scaled.trunc(),
            RoundingMode::Ceil => scaled.ceil(),
        }
        .to_integer()
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1).max(1);
        let divisor = if denominator < 0 { -divisor } else { divisor };
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        match (i64::try_from(numerator), i64::try_from(denominator)) {
            (Ok(small), Ok(below)) if small != i64::MIN => Self(Number::Small(small, below)),
            _ => Self(Number::Big(Box::new(BigRational::new_raw(
                numerator.into(),
                denominator.into(),
            )))),
        }
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Number::Small(a, b) => BigRational::new_raw((*a).into(), (*b).into()),
            Number::Big(big) => big.as_ref().clone(),
        }
    }

    fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i64(), big.denom().to_i64()) {
            (Some(a), Some(b)) if a != i64::MIN => Self(Number::Small(a, b)),
            _ => Self(Number::Big(Box::new(big))),
        }
    }
}

/// The greatest common divisor; the other number where one is zero.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(mut small), Ok(mut other)) = (u64::try_from(a), u64::try_from(b)) {
            while other != 0 {
                (small, other) = (other, small % other);
            }
            return small.into();
        }
        (a, b) = (b, a % b);
    }
    a
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Number::Small(a, b), Number::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.big().cmp(&other.big()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Self::reduced(value.into(), 1)
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
            return Ok(Self::from_big(BigRational::new(numerator, denominator)));
        }
        if let Some((whole, fraction)) = text.split_once('.') {
            if !fraction.bytes().all(|b| b.is_ascii_digit()) || fraction.is_empty() {
                return Err(wrong());
            }
            let places = u32::try_from(fraction.len()).map_err(|_| wrong())?;
            let digits = integer(&format!("{whole}{fraction}"))?;
            integer(whole)?;
            let shift = BigInt::from(10).pow(places);
            return Ok(Self::from_big(BigRational::new(digits, shift)));
        }
        Ok(Self::from_big(BigRational::from(integer(text)?)))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Number::Small(whole, 1) => fmt::Display::fmt(whole, f),
            Number::Small(a, b) => f.pad_integral(*a >= 0, "", &format!("{}/{b}", a.abs())),
            Number::Big(big) => fmt::Display::fmt(big, f),
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
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
    ($trait:ident, $method:ident, $small:expr) => {
        impl $trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                match (&self.0, &other.0) {
                    (Number::Small(a, b), Number::Small(c, d)) => {
                        let small: fn([i128; 4]) -> (i128, i128) = $small;
                        let (numerator, denominator) = small([*a, *b, *c, *d].map(i128::from));
                        Exact::reduced(numerator, denominator)
                    }
                    _ => Exact::from_big($trait::$method(self.big(), other.big())),
                }
            }
        }
        impl $trait<Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(&self, &other)
            }
        }
        impl $trait<&Exact> for Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                $trait::$method(&self, other)
            }
        }
        impl $trait<Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: Exact) -> Exact {
                $trait::$method(self, &other)
            }
        }
    };
}
// Products of two i64 other than MIN stay below 2^126, so that their sum fits.
operation!(Add, add, |[a, b, c, d]| if b == d {
    (a + c, b)
} else {
    (a * d + c * b, b * d)
});
operation!(Sub, sub, |[a, b, c, d]| if b == d {
    (a - c, b)
} else {
    (a * d - c * b, b * d)
});
operation!(Mul, mul, |[a, b, c, d]| (a * c, b * d));

/// # Panics
/// Where the divisor is zero, as integer division does; [`Exact::checked_div`] does not.
impl Div<&Exact> for &Exact {
    type Output = Exact;
    #[expect(clippy::expect_used, reason = "integer division panics here, too")]
    fn div(self, other: &Exact) -> Exact {
        self.checked_div(other).expect("a divisor other than zero")
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        match self.0 {
            Number::Small(a, b) => Self(Number::Small(-a, b)),
            Number::Big(big) => Self::from_big(-*big),
        }
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
    fn rounding_is_a_step_of_its_own() {
        use RoundingMode::{Ceil, HalfUp, Truncate};
        for (value, mode, places, rounded) in [
            ("2.5", HalfUp, 0, "3"),
            ("2.4", HalfUp, 0, "2"),
            ("-2.5", HalfUp, 0, "-3"),
            ("1.4999", Truncate, 2, "149/100"),
            ("-1.4999", Truncate, 2, "-149/100"),
            ("2.001", Ceil, 0, "3"),
            ("-2.9", Ceil, 0, "-2"),
            ("7", Ceil, 3, "7"),
        ] {
            assert_eq!(exact(value).rounded(mode, places).to_string(), rounded);
        }
    }

    #[test]
    fn a_text_has_the_digits_that_the_number_has() {
        for (value, text) in [
            ("131.25", "131.25"),
            ("700", "700"),
            ("-1/2", "-0.5"),
            ("1/3", "0.333"),
        ] {
            assert_eq!(exact(value).to_text(3), text);
        }
    }

    proptest::proptest! {
        /// Small numbers and large ones are the same numbers.
        #[test]
        fn words_and_large_numbers_agree(
            a in proptest::num::i64::ANY, b in 1..i64::MAX,
            c in proptest::num::i64::ANY, d in 1..i64::MAX,
            shift in 0..62_u32,
        ) {
            let (a, b, c, d) = (a >> shift, (b >> shift).max(1), c >> shift, (d >> shift).max(1));
            let big = |n: i64, d: i64| BigRational::new(n.into(), d.into());
            let (x, y) = (Exact::ratio(a, b).unwrap(), Exact::ratio(c, d).unwrap());
            let (p, q) = (big(a, b), big(c, d));
            let same = |exact: Exact, big: BigRational| {
                assert_eq!(exact.to_string(), big.to_string());
                assert_eq!(exact, Exact::from_big(big));
            };
            same(&x + &y, &p + &q);
            same(&x - &y, &p - &q);
            same(&x * &y, &p * &q);
            if c != 0 {
                same(&x / &y, &p / &q);
            }
            same(-x.clone(), -p.clone());
            assert_eq!(x.cmp(&y), p.cmp(&q));
        }
    }

    #[test]
    fn a_mean_of_nothing_is_nothing() {
        assert_eq!(Exact::mean([]), None);
        assert_eq!(Exact::mean([&exact("5"), &exact("6")]), Some(exact("11/2")));
    }
}
