//! Units with their algebra: what is counted, to which power, in which power of ten.
//!
//! `per million` is persons divided by persons in millionths: a share like percent in another
//! scale. So no formula multiplies by a hundred or a million; the unit of the result says it.

use std::collections::BTreeMap;
use std::fmt;

/// A product of powers of base units, and the power of ten of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unit {
    /// Base units with their powers, none of which is 0; empty for a share.
    powers: BTreeMap<String, i32>,
    /// 3 for thousands, -2 for percent, -6 for millionths.
    pub scale: i32,
}

impl Unit {
    /// A share or number without unit.
    pub fn one() -> Unit {
        Unit::default()
    }

    /// Reads `person`, `1`, `USD/person`, `person*year`; `None` where a name is empty.
    pub fn parse(text: &str, scale: i32) -> Option<Unit> {
        let mut unit = Unit { powers: BTreeMap::new(), scale };
        let mut power = 1;
        let mut rest = text;
        loop {
            let at = rest.find(['*', '/']).unwrap_or(rest.len());
            let name = rest[..at].trim();
            if name.is_empty() || name.contains(char::is_whitespace) {
                return None;
            }
            if name != "1" {
                *unit.powers.entry(name.to_owned()).or_default() += power;
            }
            match rest[at..].chars().next() {
                None => break,
                Some(sign) => power = if sign == '/' { -1 } else { 1 },
            }
            rest = &rest[at + 1..];
        }
        unit.powers.retain(|_, power| *power != 0);
        Some(unit)
    }

    /// Whether values of both can be added and compared, after a change of scale.
    pub fn fits(&self, other: &Unit) -> bool {
        self.powers == other.powers
    }

    /// Whether it is a share or a number without unit.
    pub fn is_share(&self) -> bool {
        self.powers.is_empty()
    }

    /// The unit of a product (`power` 1) or a quotient (-1), in the scale 0.
    #[must_use]
    pub fn times(&self, other: &Unit, power: i32) -> Unit {
        let mut powers = self.powers.clone();
        for (name, own) in &other.powers {
            *powers.entry(name.clone()).or_default() += own * power;
        }
        powers.retain(|_, power| *power != 0);
        Unit { powers, scale: 0 }
    }

    /// The same unit in the scale 0.
    #[must_use]
    pub fn in_base(self) -> Unit {
        Unit { scale: 0, ..self }
    }

    /// A value of this unit in the scale 0.
    pub fn to_base(&self, value: f64) -> f64 {
        shift(value, self.scale)
    }

    /// A value in the scale 0 as one of this unit.
    pub fn of_base(&self, value: f64) -> f64 {
        shift(value, -self.scale)
    }
}

/// A value times a power of ten. Powers up to 22 are exact as numbers, so there is one rounding.
fn shift(value: f64, places: i32) -> f64 {
    let power = (0..places.unsigned_abs().min(300)).fold(1.0, |power, _| power * 10.0);
    if places < 0 { value / power } else { value * power }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |sign: i32| -> Vec<String> {
            let own = self.powers.iter().filter(|(_, power)| **power * sign > 0);
            own.map(|(name, power)| match power.abs() {
                1 => name.clone(),
                power => format!("{name}^{power}"),
            })
            .collect()
        };
        let (above, below) = (side(1), side(-1));
        out.write_str(if above.is_empty() { "1" } else { "" })?;
        out.write_str(&above.join("*"))?;
        below.iter().try_for_each(|name| write!(out, "/{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str, scale: i32) -> Unit {
        Unit::parse(text, scale).expect("a unit")
    }

    #[test]
    fn units_multiply_and_cancel() {
        let (persons, dollars) = (unit("person", 0), unit("USD", 6));
        assert!(persons.times(&persons, -1).is_share());
        assert_eq!(dollars.times(&persons, -1).to_string(), "USD/person");
        assert_eq!(dollars.times(&persons, -1).times(&persons, 1), unit("USD", 0));
        assert_eq!(persons.times(&persons, 1).to_string(), "person^2");
        assert!(!persons.fits(&dollars));
        assert!(unit("1", -2).fits(&unit("1", -6)));
        assert_eq!(unit("USD/person/year", 0).to_string(), "USD/person/year");
        for wrong in ["", "USD/", "*", "per million", "/person"] {
            assert_eq!(Unit::parse(wrong, 0), None, "{wrong}");
        }
    }

    #[test]
    fn a_share_is_told_in_any_scale() {
        let (percent, per_million) = (unit("1", -2), unit("1", -6));
        assert_eq!(percent.to_base(12.5), 0.125);
        assert_eq!(per_million.of_base(0.000_703), 703.0);
        assert_eq!(unit("USD", 6).to_base(383.0), 383_000_000.0);
    }
}
