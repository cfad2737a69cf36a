//! What of a unit enters agreement: how often it got which category.

use super::Ratings;

/// The units that have values of two coders, each as its categories with their counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Profiles {
    /// Where the entries of each unit begin, and one more.
    pub(super) starts: Vec<usize>,
    /// Categories and counts, unit by unit, categories rising.
    pub(super) entries: Vec<(u32, u32)>,
    /// Number of values of each unit; at least 2.
    pub(super) sizes: Vec<u32>,
    /// Numbers of the units in the ratings.
    pub(super) units: Vec<u32>,
    /// Number of categories.
    pub(super) categories: usize,
}

impl Profiles {
    pub(super) fn of(ratings: &Ratings) -> Profiles {
        Profiles::of_some(ratings, |_, _| true)
    }

    /// Profiles from some values, told by coder and category.
    pub(super) fn of_some(ratings: &Ratings, is_in: impl Fn(u32, u32) -> bool) -> Profiles {
        let mut profiles =
            Profiles { starts: vec![0], categories: ratings.points().len(), ..Profiles::default() };
        let mut counts = vec![0_u32; profiles.categories];
        let mut met = Vec::new();
        for unit in 0..ratings.units() {
            let mut size = 0;
            for (_, category) in ratings.unit(unit).iter().filter(|(coder, of)| is_in(*coder, *of))
            {
                let count = &mut counts[*category as usize];
                if *count == 0 {
                    met.push(*category);
                }
                *count += 1;
                size += 1;
            }
            met.sort_unstable();
            let entries = met
                .drain(..)
                .map(|category| (category, std::mem::take(&mut counts[category as usize])));
            if size < 2 {
                entries.for_each(drop);
            } else {
                profiles.push(unit as u32, size, entries);
            }
        }
        profiles
    }

    /// Adds a unit; its categories rise.
    fn push(&mut self, unit: u32, size: u32, entries: impl Iterator<Item = (u32, u32)>) {
        self.entries.extend(entries);
        self.starts.push(self.entries.len());
        self.sizes.push(size);
        self.units.push(unit);
    }

    pub(super) fn len(&self) -> usize {
        self.sizes.len()
    }

    /// Categories and counts of a unit.
    pub(super) fn unit(&self, at: usize) -> &[(u32, u32)] {
        &self.entries[self.starts[at]..self.starts[at + 1]]
    }

    /// How many values there are in all.
    pub(super) fn values(&self) -> u64 {
        self.sizes.iter().map(|size| u64::from(*size)).sum()
    }

    /// How often each category was given, each unit as often as its weight says.
    pub(super) fn margins<W: Weight>(&self, weights: &[W]) -> Vec<u64> {
        let mut margins = vec![0; self.categories];
        for (at, weight) in weights.iter().enumerate() {
            let weight = weight.times();
            if weight > 0 {
                for (category, count) in self.unit(at) {
                    margins[*category as usize] += weight * u64::from(*count);
                }
            }
        }
        margins
    }
}

/// How often a unit counts.
pub(super) trait Weight: Copy {
    fn times(self) -> u64;
}

impl Weight for u32 {
    fn times(self) -> u64 {
        u64::from(self)
    }
}

impl Weight for u64 {
    fn times(self) -> u64 {
        self
    }
}
