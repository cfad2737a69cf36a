//! From texts to ratings.

use std::collections::HashMap;

use super::ratings::rising;
use super::{BadRatings, Ratings};

/// Takes one value after another, as they stand in a table.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    units: Names,
    coders: Names,
    values: Names,
    /// Unit, coder, value; `None` where it is missing.
    triples: Vec<(u32, u32, Option<u32>)>,
}

/// What the values are.
pub enum Scale<'a> {
    /// Categories without an order: each text is one.
    Nominal,
    /// Numbers, each as the function reads it; texts that are the same number are one category.
    Numbers(&'a dyn Fn(&str) -> Option<f64>),
    /// Categories in this order, which may name some that nobody gave.
    Ordered(&'a [String]),
}

/// Ratings with the names of what they are about.
#[derive(Debug, Clone, PartialEq)]
pub struct Coded {
    /// Who gave which category to which unit.
    pub ratings: Ratings,
    /// Names of units in the order in which they came.
    pub units: Vec<String>,
    /// Names of coders in the order in which they came.
    pub coders: Vec<String>,
    /// Names of categories in their order: that of the scale; of numbers, rising; of texts, by
    /// code points.
    pub categories: Vec<String>,
}

/// A value that the scale has no place for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    /// Which of the values that were added it is, counted from 0; the first one where it was added
    /// more than once.
    pub at: usize,
    /// Its text.
    pub value: String,
}

/// Why there are no ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Values that the scale has no place for, each once.
    Values(Vec<BadValue>),
    /// Values of one unit and one coder: for each one that came later its place and that of the
    /// first one, counted from 0.
    Duplicates(Vec<(usize, usize)>),
    /// An order that names a category twice.
    Order(String),
}

impl Builder {
    /// Adds a value; `None` where it is missing. Places are counted over all that is added.
    pub fn add(&mut self, unit: &str, coder: &str, value: Option<&str>) {
        let value = value.map(|value| self.values.number(value));
        self.triples.push((self.units.number(unit), self.coders.number(coder), value));
    }

    /// How many values were added, missing ones included.
    pub fn len(&self) -> usize {
        self.triples.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.triples.is_empty()
    }

    /// Makes ratings.
    ///
    /// # Errors
    /// Duplicates, values outside of the scale, or an order with a category named twice.
    pub fn finish(self, scale: &Scale<'_>) -> Result<Coded, Unfit> {
        let twice = self.duplicates();
        if !twice.is_empty() {
            return Err(Unfit::Duplicates(twice));
        }
        let texts = &self.values.texts;
        let (points, categories, category) = match scale {
            Scale::Nominal => without_order(texts),
            Scale::Numbers(read) => {
                let numbers: Vec<Option<f64>> = texts
                    .iter()
                    .map(|text| read(text).filter(|number| number.is_finite()))
                    .collect();
                let points = rising(numbers.iter().flatten().copied().collect());
                let place = |number: f64| points.partition_point(|point| *point < number);
                let category: Vec<_> = numbers.iter().map(|number| number.map(place)).collect();
                // A number is called as it was written first.
                let mut names = vec![String::new(); points.len()];
                for (text, at) in texts.iter().zip(&category).rev() {
                    if let Some(at) = at {
                        names[*at].clone_from(text);
                    }
                }
                (points, names, category)
            }
            Scale::Ordered(order) => {
                if let Some(twice) = (1..order.len()).find(|at| order[..*at].contains(&order[*at]))
                {
                    return Err(Unfit::Order(order[twice].clone()));
                }
                let place = |text: &String| order.iter().position(|other| other == text);
                (numbered(order.len()), order.to_vec(), texts.iter().map(place).collect())
            }
        };
        let bad = self.outside(&category);
        if !bad.is_empty() {
            return Err(Unfit::Values(bad));
        }
        let triples: Vec<_> = self
            .triples
            .iter()
            .filter_map(|(unit, coder, value)| {
                let category = category[(*value)? as usize]?;
                Some((*unit, *coder, category as u32))
            })
            .collect();
        let (units, coders) = (self.units.texts, self.coders.texts);
        match Ratings::new(units.len(), coders.len(), points, &triples) {
            Ok(ratings) => Ok(Coded { ratings, units, coders, categories }),
            Err(BadRatings::Duplicate { first, second }) => {
                Err(Unfit::Duplicates(vec![(first, second)]))
            }
            // Units, coders and categories were numbered here.
            Err(BadRatings::NotFinite(_) | BadRatings::OutOfRange(_)) => {
                Err(Unfit::Values(Vec::new()))
            }
        }
    }

    /// Each value that came after one of the same unit and coder, in the order in which they came,
    /// missing ones included: nobody knows which of the two was meant.
    fn duplicates(&self) -> Vec<(usize, usize)> {
        let mut order: Vec<u32> = (0..self.triples.len() as u32).collect();
        let key = |at: &u32| {
            let (unit, coder, _) = self.triples[*at as usize];
            (unit, coder)
        };
        if !order.is_sorted_by(|a, b| key(a) < key(b)) {
            order.sort_by_key(key);
        }
        let same = order.chunk_by(|a, b| key(a) == key(b)).filter(|same| same.len() > 1);
        let mut twice: Vec<_> = same
            .flat_map(|same| same[1..].iter().map(|later| (same[0] as usize, *later as usize)))
            .collect();
        twice.sort_by_key(|(_, later)| *later);
        twice
    }

    /// The first place of each value that is no category.
    fn outside(&self, category: &[Option<usize>]) -> Vec<BadValue> {
        let mut told = vec![false; category.len()];
        let mut bad = Vec::new();
        for (at, (.., value)) in self.triples.iter().enumerate() {
            if let Some(value) = value.map(|value| value as usize)
                && category[value].is_none()
                && !told[value]
            {
                told[value] = true;
                bad.push(BadValue { at, value: self.values.texts[value].clone() });
            }
        }
        bad
    }
}

/// Points, names, and the category of each text where each is one.
fn without_order(texts: &[String]) -> (Vec<f64>, Vec<String>, Vec<Option<usize>>) {
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by(|a, b| match (number(&texts[*a]), number(&texts[*b])) {
        (Some(x), Some(y)) => x.total_cmp(&y).then_with(|| texts[*a].cmp(&texts[*b])),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => texts[*a].cmp(&texts[*b]),
    });
    let mut category = vec![None; texts.len()];
    for (at, text) in order.iter().enumerate() {
        category[*text] = Some(at);
    }
    let names = order.iter().map(|text| texts[*text].clone()).collect();
    (numbered(texts.len()), names, category)
}

fn numbered(categories: usize) -> Vec<f64> {
    (0..categories).map(|category| category as f64).collect()
}

/// Texts and their numbers in the order in which they came.
#[derive(Debug, Clone, Default)]
struct Names {
    texts: Vec<String>,
    numbers: HashMap<String, u32>,
    last: u32,
}

impl Names {
    fn number(&mut self, text: &str) -> u32 {
        // Tables are sorted by one column, and count through another one.
        for near in [self.last, self.last + 1, 0] {
            if self.texts.get(near as usize).is_some_and(|other| other == text) {
                self.last = near;
                return near;
            }
        }
        let next = self.texts.len() as u32;
        let number = match self.numbers.get(text) {
            Some(number) => *number,
            None => {
                self.texts.push(text.to_owned());
                self.numbers.insert(text.to_owned(), next);
                next
            }
        };
        self.last = number;
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(rows: &[(&str, &str, &str)], scale: &Scale<'_>) -> Result<Coded, Unfit> {
        let mut builder = Builder::default();
        for (unit, coder, value) in rows {
            builder.add(unit, coder, (!value.is_empty()).then_some(*value));
        }
        builder.finish(scale)
    }

    #[test]
    fn categories_have_an_order() {
        let rows =
            [("u", "a", "b"), ("u", "b", "10"), ("v", "a", "9"), ("v", "b", "А"), ("w", "a", "")];
        let coded = built(&rows, &Scale::Nominal).expect("ratings");
        assert_eq!(coded.categories, ["9", "10", "b", "А"]);
        assert_eq!(coded.units, ["u", "v", "w"]);
        assert_eq!(coded.ratings.unit(0), [(0, 2), (1, 1)]);
        let read = |text: &str| text.parse().ok();
        let rows = [("u", "a", "1.0"), ("u", "b", "10"), ("v", "a", "1"), ("v", "b", "-2")];
        let coded = built(&rows, &Scale::Numbers(&read)).expect("ratings");
        assert_eq!(coded.categories, ["-2", "1.0", "10"]);
        assert_eq!(coded.ratings.points(), [-2.0, 1.0, 10.0]);
        let order = ["low", "middle", "high"].map(str::to_owned);
        let rows = [("u", "a", "high"), ("u", "b", "low")];
        let coded = built(&rows, &Scale::Ordered(&order)).expect("ratings");
        assert_eq!(coded.ratings.unit(0), [(0, 2), (1, 0)]);
        assert_eq!(coded.categories.len(), 3);
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        let rows = [("u", "a", "1"), ("v", "a", "x"), ("u", "b", "y"), ("v", "b", "x")];
        let read = |text: &str| text.parse().ok();
        let Err(Unfit::Values(bad)) = built(&rows, &Scale::Numbers(&read)) else { panic!() };
        let bad: Vec<_> = bad.iter().map(|bad| (bad.at, bad.value.as_str())).collect();
        assert_eq!(bad, [(1, "x"), (2, "y")]);
        let rows =
            [("u", "a", "1"), ("v", "a", "1"), ("u", "a", ""), ("v", "a", "1"), ("u", "a", "1")];
        let twice = built(&rows, &Scale::Nominal);
        assert_eq!(twice, Err(Unfit::Duplicates(vec![(0, 2), (1, 3), (0, 4)])));
        let order = ["1", "1"].map(str::to_owned);
        assert_eq!(built(&rows[..1], &Scale::Ordered(&order)), Err(Unfit::Order("1".into())));
    }
}
