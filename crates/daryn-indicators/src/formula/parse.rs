//! From the text of a formula to its parts, by descent from sums to products to single parts.

use super::{Formula, Look, Sign, Wrong};

/// Brackets and signs in each other that are read; more is no formula of an indicator.
const DEEPEST: usize = 40;

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Result<Formula, Wrong> {
    let letters: Vec<char> = text.chars().collect();
    let mut reader = Reader { letters: &letters, at: 0, depth: 0 };
    let formula = reader.sum()?;
    reader.blanks();
    if reader.at < letters.len() { Err(reader.wrong()) } else { Ok(formula) }
}

struct Reader<'a> {
    letters: &'a [char],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn sum(&mut self) -> Result<Formula, Wrong> {
        let mut left = self.product()?;
        while let Some(sign) = self.sign(&[('+', Sign::Plus), ('-', Sign::Minus)]) {
            left = Formula::Pair(Box::new(left), sign, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, Wrong> {
        let mut left = self.part()?;
        while let Some(sign) = self.sign(&[('*', Sign::Times), ('/', Sign::Over)]) {
            left = Formula::Pair(Box::new(left), sign, Box::new(self.part()?));
        }
        Ok(left)
    }

    fn part(&mut self) -> Result<Formula, Wrong> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.wrong());
        }
        let part = self.one_part();
        self.depth -= 1;
        part
    }

    fn one_part(&mut self) -> Result<Formula, Wrong> {
        match self.peek() {
            Some('-') => {
                self.at += 1;
                Ok(Formula::Minus(Box::new(self.part()?)))
            }
            Some('(') => {
                self.at += 1;
                let inner = self.sum()?;
                self.take(')')?;
                Ok(inner)
            }
            Some(digit) if digit.is_ascii_digit() => self.number(),
            Some(letter) if letter.is_alphabetic() => self.look(),
            _ => Err(self.wrong()),
        }
    }

    fn number(&mut self) -> Result<Formula, Wrong> {
        let start = self.at;
        let mut has_point = false;
        while let Some(letter) = self.letters.get(self.at) {
            match letter {
                '.' if !has_point => has_point = true,
                digit if digit.is_ascii_digit() => {}
                _ => break,
            }
            self.at += 1;
        }
        let text: String = self.letters[start..self.at].iter().collect();
        text.parse().map(Formula::Number).map_err(|_| self.wrong())
    }

    fn look(&mut self) -> Result<Formula, Wrong> {
        let name = self.name()?;
        let Some((_, look)) = Look::NAMED.iter().find(|(known, _)| *known == name) else {
            return match self.peek() {
                Some('(') => Err(Wrong::Function(name)),
                _ => Ok(Formula::Look(Look::Value, name)),
            };
        };
        self.take('(')?;
        self.blanks();
        let inner = self.name()?;
        self.take(')')?;
        Ok(Formula::Look(*look, inner))
    }

    fn name(&mut self) -> Result<String, Wrong> {
        self.blanks();
        let start = self.at;
        // Names as of records, but for signs that a formula has: `-` and `+`.
        let is_first = |letter: char| letter.is_alphabetic();
        let goes_on = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '.';
        if self.letters.get(self.at).is_some_and(|letter| is_first(*letter)) {
            while self.letters.get(self.at).is_some_and(|letter| goes_on(*letter)) {
                self.at += 1;
            }
            Ok(self.letters[start..self.at].iter().collect())
        } else {
            Err(self.wrong())
        }
    }

    fn sign(&mut self, signs: &[(char, Sign)]) -> Option<Sign> {
        let found = self.peek()?;
        let (_, sign) = signs.iter().find(|(letter, _)| *letter == found)?;
        self.at += 1;
        Some(*sign)
    }

    fn take(&mut self, letter: char) -> Result<(), Wrong> {
        if self.peek() == Some(letter) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.wrong())
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.blanks();
        self.letters.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.letters.get(self.at).is_some_and(|letter| letter.is_whitespace()) {
            self.at += 1;
        }
    }

    fn wrong(&self) -> Wrong {
        let found = self.letters.get(self.at).map(char::to_string).unwrap_or_default();
        Wrong::Syntax { at: self.at + 1, found }
    }
}
