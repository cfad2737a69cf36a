//! Formulas of indicators: what they say, in which unit the result is, what it is for given values.
//!
//! `+ - * /`, brackets, decimal numbers, names of indicators, and functions of one indicator:
//! `previous(X)` a year before, `total(X)` over all partners, `partners(X)` the sum of the single
//! partners, `concentration(X)` the sum of their squared shares (Hirschman 1945, Herfindahl 1950),
//! `largest(X)` the share of the largest one, `mirror(X)` what the partner reports of the area.

use std::collections::BTreeSet;
use std::fmt;

use crate::unit::Unit;

mod parse;

/// A formula that was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// A number without unit.
    Number(f64),
    /// An indicator, looked at by a function.
    Look(Look, String),
    /// The other way round.
    Minus(Box<Formula>),
    /// Two parts with a sign between them.
    Pair(Box<Formula>, Sign, Box<Formula>),
}

/// What of an indicator is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Its value for the area, partner and period.
    Value,
    /// Its value a year before.
    Previous,
    /// Its value for all partners together, as its source gives it.
    Total,
    /// The sum of its values for single partners.
    Partners,
    /// The sum of squared shares of single partners, 0 to 1.
    Concentration,
    /// The share of the largest single partner, 0 to 1.
    Largest,
    /// What the partner reports of the area: reporting area and partner change places.
    Mirror,
}

/// A sign between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// Why a formula cannot be read or used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Something else was expected at a character, counted from 1; what stands there, empty at the
    /// end.
    Syntax {
        /// The character, from 1.
        at: usize,
        /// What stands there.
        found: String,
    },
    /// No function is called so.
    Function(String),
    /// Two parts that are added or subtracted have units that do not fit.
    Units {
        /// Unit of the left part.
        left: Unit,
        /// Unit of the right part.
        right: Unit,
    },
    /// No indicator is called so.
    Unknown(String),
}

impl Look {
    const NAMED: [(&'static str, Look); 6] = [
        ("previous", Look::Previous),
        ("total", Look::Total),
        ("partners", Look::Partners),
        ("concentration", Look::Concentration),
        ("largest", Look::Largest),
        ("mirror", Look::Mirror),
    ];

    /// Whether the result is a share, whatever the unit of the indicator.
    fn is_share(self) -> bool {
        matches!(self, Look::Concentration | Look::Largest)
    }
}

/// Names of all functions, for hints.
pub fn functions() -> impl Iterator<Item = &'static str> {
    Look::NAMED.iter().map(|(name, _)| *name)
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// [`Wrong::Syntax`] and [`Wrong::Function`].
    pub fn parse(text: &str) -> Result<Formula, Wrong> {
        parse::parse(text)
    }

    /// What comes minus what goes.
    pub fn balance(inward: &str, outward: &str) -> Formula {
        let value = |name: &str| Box::new(Formula::Look(Look::Value, name.to_owned()));
        Formula::Pair(value(inward), Sign::Minus, value(outward))
    }

    /// The indicators that it needs, in alphabetical order.
    pub fn needs(&self) -> BTreeSet<&str> {
        self.looks().into_iter().map(|(_, name)| name).collect()
    }

    /// What it looks at, in the order of the text.
    pub fn looks(&self) -> Vec<(Look, &str)> {
        match self {
            Formula::Number(_) => Vec::new(),
            Formula::Look(look, name) => vec![(*look, name)],
            Formula::Minus(part) => part.looks(),
            Formula::Pair(left, _, right) => {
                let mut looks = left.looks();
                looks.extend(right.looks());
                looks
            }
        }
    }

    /// The unit of the result, in the scale 0. A number without unit fits a share only.
    ///
    /// # Errors
    /// [`Wrong::Units`] where parts that do not fit are added, [`Wrong::Unknown`] where `unit`
    /// knows no indicator of a name.
    pub fn unit(&self, unit: &dyn Fn(&str) -> Option<Unit>) -> Result<Unit, Wrong> {
        match self {
            Formula::Number(_) => Ok(Unit::one()),
            Formula::Look(look, name) => {
                let own = unit(name).ok_or_else(|| Wrong::Unknown(name.clone()))?;
                Ok(if look.is_share() { Unit::one() } else { own.in_base() })
            }
            Formula::Minus(part) => part.unit(unit),
            Formula::Pair(left, sign, right) => {
                let (left, right) = (left.unit(unit)?, right.unit(unit)?);
                match sign {
                    Sign::Times => Ok(left.times(&right, 1)),
                    Sign::Over => Ok(left.times(&right, -1)),
                    Sign::Plus | Sign::Minus if left.fits(&right) => Ok(left),
                    Sign::Plus | Sign::Minus => Err(Wrong::Units { left, right }),
                }
            }
        }
    }

    /// The result in the scale 0, from values in the scale 0; `None` where `value` gives none, and
    /// where the result is not a finite number.
    pub fn result(&self, value: &mut dyn FnMut(Look, &str) -> Option<f64>) -> Option<f64> {
        let result = match self {
            Formula::Number(number) => *number,
            Formula::Look(look, name) => value(*look, name)?,
            Formula::Minus(part) => -part.result(value)?,
            Formula::Pair(left, sign, right) => {
                // Both are asked, so that all that is missing is known.
                let (left, right) = (left.result(value), right.result(value));
                let (left, right) = (left?, right?);
                match sign {
                    Sign::Plus => left + right,
                    Sign::Minus => left - right,
                    Sign::Times => left * right,
                    Sign::Over => left / right,
                }
            }
        };
        result.is_finite().then_some(result)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Formula::Number(number) => write!(out, "{number}"),
            Formula::Look(look, name) => {
                match Look::NAMED.iter().find(|(_, known)| known == look) {
                    Some((function, _)) => write!(out, "{function}({name})"),
                    None => out.write_str(name),
                }
            }
            Formula::Minus(part) => write!(out, "-({part})"),
            Formula::Pair(left, sign, right) => {
                let sign = match sign {
                    Sign::Plus => '+',
                    Sign::Minus => '-',
                    Sign::Times => '*',
                    Sign::Over => '/',
                };
                let bracketed = |part: &Formula| match part {
                    Formula::Pair(..) => format!("({part})"),
                    part => part.to_string(),
                };
                write!(out, "{} {sign} {}", bracketed(left), bracketed(right))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Formula {
        Formula::parse(text).expect("a formula")
    }

    fn value(text: &str) -> Option<f64> {
        read(text).result(&mut |look, name| match (look, name) {
            (Look::Value, "A") => Some(6.0),
            (Look::Value, "B") => Some(4.0),
            (Look::Previous, "A") => Some(5.0),
            (Look::Value, "Z") => Some(0.0),
            _ => None,
        })
    }

    #[test]
    fn results_follow_the_usual_order() {
        assert_eq!(value("A - B"), Some(2.0));
        assert_eq!(value("A - B - 1"), Some(1.0));
        assert_eq!(value("A + B * 2"), Some(14.0));
        assert_eq!(value("(A + B) * 2"), Some(20.0));
        assert_eq!(value("A / B / 2"), Some(0.75));
        assert_eq!(value("-A + B"), Some(-2.0));
        assert_eq!(value("A / previous(A) - 1"), Some(6.0 / 5.0 - 1.0));
        assert_eq!(value("0.5 * A"), Some(3.0));
        // Not defined, and missing.
        assert_eq!(value("A / Z"), None);
        assert_eq!(value("Z / Z"), None);
        assert_eq!(value("A - C"), None);
        assert_eq!(value("mirror(A)"), None);
    }

    #[test]
    fn what_is_no_formula_is_told_with_its_place() {
        for (text, at, found) in [
            ("", 1, ""),
            ("A -", 4, ""),
            ("A - - ", 7, ""),
            ("A B", 3, "B"),
            ("(A", 3, ""),
            ("A)", 2, ")"),
            ("A % B", 3, "%"),
            ("previous(1)", 10, "1"),
            ("previous A", 10, "A"),
            ("1.2.3", 4, "."),
        ] {
            let wrong = Wrong::Syntax { at, found: found.to_owned() };
            assert_eq!(Formula::parse(text), Err(wrong), "{text}");
        }
        assert_eq!(Formula::parse("sum(A)"), Err(Wrong::Function("sum".to_owned())));
    }

    #[test]
    fn units_must_fit() {
        let unit = |name: &str| match name {
            "A" | "B" => Unit::parse("person", 3),
            "D" => Unit::parse("USD", 6),
            "P" => Unit::parse("1", -2),
            _ => None,
        };
        let of = |text: &str| read(text).unit(&unit).map(|unit| unit.to_string());
        assert_eq!(of("A - B"), Ok("person".to_owned()));
        assert_eq!(of("A / B"), Ok("1".to_owned()));
        assert_eq!(of("1 - A / B + P"), Ok("1".to_owned()));
        assert_eq!(of("D / A"), Ok("USD/person".to_owned()));
        assert_eq!(of("concentration(A)"), Ok("1".to_owned()));
        assert_eq!(of("A - X"), Err(Wrong::Unknown("X".to_owned())));
        assert!(matches!(of("A - D"), Err(Wrong::Units { .. })));
        assert!(matches!(of("A + 1"), Err(Wrong::Units { .. })));
        assert_eq!(read("A / B - previous(A)").needs().len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_ends(text in "\\PC{0,40}") {
            let _ = Formula::parse(&text);
        }

        #[test]
        fn what_is_written_is_read_again(left in "[A-Z]{1,3}", right in "[A-Z]{1,3}", sign in "[-+*/]", factor in 0u32..1000) {
            let formula = read(&format!("({left} {sign} {factor}) {sign} mirror({right})"));
            prop_assert_eq!(read(&formula.to_string()), formula);
        }
    }
}
