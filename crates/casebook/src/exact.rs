//! Exact numbers: what a candidate is judged on is never a float.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest number text read, digits and sign together: longer than any figure in a case.
pub const NUMBER_TEXT_CHARS: usize = 64;

/// An exact rational number. Written `3`, `0.59`, `-12.30` or `1/3`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(pub BigRational);

impl Exact {
    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(value)))
    }

    /// `numerator / denominator`; `None` when the denominator is nil.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| {
            Self(BigRational::new(
                BigInt::from(numerator),
                BigInt::from(denominator),
            ))
        })
    }

    /// Nought.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// The distance from nought.
    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// Whether `other` lies within `tolerance` (absolute, inclusive).
    #[must_use]
    pub fn within(&self, other: &Self, tolerance: &Self) -> bool {
        (&self.0 - &other.0).abs() <= tolerance.0.abs()
    }

    /// Ten to the `power`.
    #[must_use]
    pub fn power_of_ten(power: i32) -> Self {
        let ten = BigRational::from_integer(BigInt::from(10));
        Self(num_traits::pow::Pow::pow(ten, power))
    }

    /// Rounded half away from nought to `places` decimals.
    #[must_use]
    pub fn rounded(&self, places: u32) -> Self {
        let scale = num_traits::pow(BigRational::from_integer(BigInt::from(10)), places as usize);
        Self((&self.0 * &scale).round() / scale)
    }

    /// For drawing and for fitting only, never for judging.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// Decimal text with at most `places` decimals, no trailing noughts, no thousands mark.
    #[must_use]
    pub fn decimal(&self, places: u32) -> String {
        let rounded = self.rounded(places).0;
        let scale = num_traits::pow(BigInt::from(10), places as usize);
        let scaled = (rounded * BigRational::from_integer(scale.clone())).to_integer();
        let (sign, digits) = (scaled.is_negative(), scaled.abs());
        let whole = (&digits / &scale).to_string();
        let rest = (&digits % &scale).to_string();
        let mut text = if sign { format!("-{whole}") } else { whole };
        if places > 0 {
            let padded = format!("{rest:0>width$}", width = places as usize);
            let trimmed = padded.trim_end_matches('0');
            if !trimmed.is_empty() {
                text.push('.');
                text.push_str(trimmed);
            }
        }
        if text == "-0" { "0".into() } else { text }
    }
}

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a number: write it like 3, 0.59, -12.30 or 1/3")]
pub struct NotANumber(pub String);

impl FromStr for Exact {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let fail = || NotANumber(text.chars().take(NUMBER_TEXT_CHARS).collect());
        if text.len() > NUMBER_TEXT_CHARS {
            return Err(fail());
        }
        if let Some((top, bottom)) = text.split_once('/') {
            let top: BigInt = top.trim().parse().map_err(|_| fail())?;
            let bottom: BigInt = bottom.trim().parse().map_err(|_| fail())?;
            if bottom.is_zero() {
                return Err(fail());
            }
            return Ok(Self(BigRational::new(top, bottom)));
        }
        let clean = text.trim().replace('_', "");
        let (mantissa, power) = match clean.split_once(['e', 'E']) {
            Some((m, p)) => (m.to_owned(), p.parse::<i32>().map_err(|_| fail())?),
            None => (clean, 0),
        };
        if !(-18..=18).contains(&power) {
            return Err(fail());
        }
        let (whole, part) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
        if whole.trim_start_matches(['-', '+']).is_empty() && part.is_empty()
            || !part.chars().all(|c| c.is_ascii_digit())
        {
            return Err(fail());
        }
        let digits: BigInt = format!("{whole}{part}").parse().map_err(|_| fail())?;
        let scale = num_traits::pow(BigInt::from(10), part.len());
        let value = BigRational::new(digits, scale) * Self::power_of_ten(power).0;
        Ok(Self(value))
    }
}

impl fmt::Display for Exact {
    /// Up to six decimals; a fraction that needs more is rounded for display only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.decimal(6))
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.denom().is_one() {
            to.serialize_str(&self.0.numer().to_string())
        } else {
            to.serialize_str(&format!("{}/{}", self.0.numer(), self.0.denom()))
        }
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
