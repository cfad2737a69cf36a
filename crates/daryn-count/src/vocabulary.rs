//! Each token once, with a number.

/// Tokens by number, numbers by token.
///
/// Numbers are given in the order in which tokens are first met, from 0. A token costs its bytes
/// and 24 to 40 more.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    text: String,
    /// Where each token ends in the text.
    ends: Vec<usize>,
    /// Open addressing, at most half full; the length is a power of two.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// Upper half of the digest, so that few tokens are compared letter by letter.
    tag: u32,
    /// `EMPTY` where there is none.
    id: u32,
}

const EMPTY: Slot = Slot { tag: 0, id: u32::MAX };

impl Vocabulary {
    /// The number of a token, which is kept if it is new.
    pub fn id(&mut self, token: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let digest = digest(token.as_bytes());
        let place = self.place(token, digest);
        let slot = &mut self.slots[place];
        if slot.id == EMPTY.id {
            *slot = Slot { tag: (digest >> 32) as u32, id: self.ends.len() as u32 };
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
        let id = self.slots[self.place(token, digest(token.as_bytes()))].id;
        (id != EMPTY.id).then_some(id)
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
    fn place(&self, token: &str, digest: u64) -> usize {
        let mask = self.slots.len() - 1;
        let tag = (digest >> 32) as u32;
        let mut place = digest as usize & mask;
        loop {
            let slot = self.slots[place];
            if slot.id == EMPTY.id || (slot.tag == tag && self.token(slot.id) == token) {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    #[cold]
    fn grow(&mut self) {
        let mask = (self.slots.len() * 2).max(1024) - 1;
        let mut slots = vec![EMPTY; mask + 1];
        for id in 0..self.ends.len() as u32 {
            let digest = digest(self.token(id).as_bytes());
            let mut place = digest as usize & mask;
            while slots[place].id != EMPTY.id {
                place = (place + 1) & mask;
            }
            slots[place] = Slot { tag: (digest >> 32) as u32, id };
        }
        self.slots = slots;
    }
}

/// A digest that is the same on every machine: folded products of words of eight bytes, as in
/// wyhash.
#[inline]
fn digest(bytes: &[u8]) -> u64 {
    const A: u64 = 0xa076_1d64_78bd_642f;
    const B: u64 = 0xe703_7ed1_a0b4_28db;
    let fold = |a: u64, b: u64| {
        let product = u128::from(a) * u128::from(b);
        product as u64 ^ (product >> 64) as u64
    };
    let eight = |at: usize| {
        bytes[at..].first_chunk().map_or(0, |eight: &[u8; 8]| u64::from_le_bytes(*eight))
    };
    let four = |at: usize| {
        bytes[at..].first_chunk().map_or(0, |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four)))
    };
    let mut state = B ^ bytes.len() as u64;
    let mut at = 0;
    while at + 8 < bytes.len() {
        state = fold(state ^ eight(at), A);
        at += 8;
    }
    let rest = match bytes.len() {
        0 => 0,
        n @ 1..=3 => {
            u64::from(bytes[0]) << 16 | u64::from(bytes[n / 2]) << 8 | u64::from(bytes[n - 1])
        }
        n @ 4..=7 => four(0) << 32 | four(n - 4),
        n => eight(n - 8),
    };
    fold(fold(state ^ rest, A), B)
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
