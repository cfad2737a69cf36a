//! Each token once, with a number.

/// Tokens by number, numbers by token.
///
/// Numbers are given in the order in which tokens are first met, from 0. A token costs its bytes
/// and 56 to 104 more.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    text: String,
    /// Where each token ends in the text.
    ends: Vec<usize>,
    /// Open addressing, at most half full; the length is a power of two.
    slots: Vec<Slot>,
}

/// In 24 bytes what tells tokens apart and the number of the token: all of a token of up to 16
/// bytes, so that most are compared here and nowhere else; a digest of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slot {
    first: u64,
    last: u64,
    length: u32,
    /// `NONE` where the slot is empty, and while a token is looked for.
    id: u32,
}

const NONE: u32 = u32::MAX;
const EMPTY: Slot = Slot { first: 0, last: 0, length: 0, id: NONE };

/// Bytes of the longest token that is all in its key.
const WHOLE: u32 = 16;

impl Vocabulary {
    /// The number of a token, which is kept if it is new.
    pub fn id(&mut self, token: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let key = Slot::of(token.as_bytes());
        let place = self.place(token, key);
        let slot = &mut self.slots[place];
        if slot.id == NONE {
            *slot = Slot { id: self.ends.len() as u32, ..key };
            self.text.push_str(token);
            self.ends.push(self.text.len());
        }
        slot.id
    }

    /// The number of a token that is known.
    #[must_use]
    pub fn get(&self, token: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let id = self.slots[self.place(token, Slot::of(token.as_bytes()))].id;
        (id != NONE).then_some(id)
    }

    /// The token of a number that this vocabulary gave.
    #[must_use]
    pub fn token(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.text[start..self.ends[id]]
    }

    /// How many tokens are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no token is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Forgets all tokens.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.slots.fill(EMPTY);
    }

    /// The slot of a token, or the empty one where it belongs.
    #[inline]
    fn place(&self, token: &str, key: Slot) -> usize {
        let mask = self.slots.len() - 1;
        let mut place = key.digest() as usize & mask;
        loop {
            let slot = self.slots[place];
            let is_same = slot.first == key.first
                && slot.last == key.last
                && slot.length == key.length
                && (key.length <= WHOLE || self.token_is(slot.id, token));
            if slot.id == NONE || is_same {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    fn token_is(&self, id: u32, token: &str) -> bool {
        id != NONE && self.token(id) == token
    }

    #[cold]
    fn grow(&mut self) {
        let mask = (self.slots.len() * 2).max(1024) - 1;
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; mask + 1]);
        for slot in old.into_iter().filter(|slot| slot.id != NONE) {
            let mut place = slot.digest() as usize & mask;
            while self.slots[place].id != NONE {
                place = (place + 1) & mask;
            }
            self.slots[place] = slot;
        }
    }
}

/// The upper and the lower half of a product, folded, as in wyhash: the same on every machine.
#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

const A: u64 = 0xa076_1d64_78bd_642f;
const B: u64 = 0xe703_7ed1_a0b4_28db;

impl Slot {
    #[inline]
    fn of(bytes: &[u8]) -> Slot {
        let eight = |at: usize| {
            bytes[at..].first_chunk().map_or(0, |eight: &[u8; 8]| u64::from_le_bytes(*eight))
        };
        let four = |at: usize| {
            bytes[at..]
                .first_chunk()
                .map_or(0, |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four)))
        };
        let length = bytes.len();
        // The first and the last bytes, which overlap in a token that is not twice as long.
        let (first, last) = match length {
            0 => (0, 0),
            1..=3 => {
                let [a, b, c] = [bytes[0], bytes[length / 2], bytes[length - 1]].map(u64::from);
                (a << 16 | b << 8 | c, 0)
            }
            4..=7 => (four(0), four(length - 4)),
            8..=16 => (eight(0), eight(length - 8)),
            _ => {
                let words = (0..length - 8).step_by(8).map(eight);
                (words.fold(B, |state, word| fold(state ^ word, A)), eight(length - 8))
            }
        };
        Slot { first, last, length: u32::try_from(length).unwrap_or(u32::MAX), id: NONE }
    }

    #[inline]
    fn digest(self) -> u64 {
        fold(fold(self.first ^ A, self.last ^ B), B ^ u64::from(self.length))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn as_an_ordered_map(tokens in prop::collection::vec("[a-cя]{0,12}", 0..3000)) {
            let mut vocabulary = Vocabulary::default();
            let mut known: BTreeMap<String, u32> = BTreeMap::new();
            for token in &tokens {
                let next = known.len() as u32;
                let expected = *known.entry(token.clone()).or_insert(next);
                prop_assert_eq!(vocabulary.id(token), expected);
            }
            prop_assert_eq!(vocabulary.len(), known.len());
            for (token, id) in &known {
                prop_assert_eq!(vocabulary.token(*id), token);
                prop_assert_eq!(vocabulary.get(token), Some(*id));
            }
            prop_assert_eq!(vocabulary.get("zzz"), None);
            vocabulary.clear();
            prop_assert_eq!(vocabulary.get("a"), None);
            prop_assert_eq!(vocabulary.id("я"), 0);
        }
    }
}
