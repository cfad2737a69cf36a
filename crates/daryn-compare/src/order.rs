//! Which units have left their place: those outside of the longest chain that keeps its order.

/// For places in the new document, given in order of the old one with the number of words of each,
/// whether they belong to the chain that keeps its order. It is the longest one, among these the one
/// with most words, and among these the one that comes first.
pub(crate) fn in_chain(places: &[(usize, usize)]) -> Vec<bool> {
    let mut ranks: Vec<usize> = places.iter().map(|(place, _)| *place).collect();
    ranks.sort_unstable();
    let rank = |place: usize| ranks.partition_point(|other| *other < place) + 1;
    // A Fenwick tree of the best chain that ends at or before a rank.
    let mut best: Vec<Chain> = vec![Chain::default(); places.len() + 1];
    let mut chains = Vec::with_capacity(places.len());
    for (own, (place, words)) in places.iter().enumerate() {
        let rank = rank(*place);
        let mut before = Chain::default();
        let mut at = rank - 1;
        while at > 0 {
            before = before.max(best[at]);
            at &= at - 1;
        }
        let chain = Chain { length: before.length + 1, words: before.words + words, end: own + 1 };
        chains.push((chain, before.end));
        let mut at = rank;
        while at < best.len() {
            best[at] = best[at].max(chain);
            at += at & at.wrapping_neg();
        }
    }
    let mut keeps = vec![false; places.len()];
    let whole = chains.iter().fold(Chain::default(), |best, (chain, _)| best.max(*chain));
    let mut end = whole.end;
    while end > 0 {
        keeps[end - 1] = true;
        end = chains[end - 1].1;
    }
    keeps
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Chain {
    length: usize,
    words: usize,
    /// Its last link, from 1; 0 where it has none.
    end: usize,
}

impl Chain {
    /// The better one; of two that are alike the one that ends first.
    fn max(self, other: Chain) -> Chain {
        let key = |chain: Chain| (chain.length, chain.words, std::cmp::Reverse(chain.end));
        if key(other) > key(self) { other } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_is_as_little_as_possible() {
        let keeps = |places: &[usize]| {
            in_chain(&places.iter().map(|place| (*place, 10)).collect::<Vec<_>>())
        };
        assert!(keeps(&[]).is_empty());
        assert_eq!(keeps(&[4, 5, 9]), [true, true, true]);
        assert_eq!(keeps(&[3, 0, 1, 2]), [false, true, true, true]);
        assert_eq!(keeps(&[0, 3, 1, 2]), [true, false, true, true]);
        // Of two that changed places the shorter one has moved.
        assert_eq!(in_chain(&[(1, 5), (0, 50)]), [false, true]);
        assert_eq!(in_chain(&[(1, 50), (0, 5)]), [true, false]);
    }
}
