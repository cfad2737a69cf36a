//! What rests on one document.

/// Positions as they are without one document, beside those with all.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// The document that was left out, by its place.
    pub document: usize,
    /// The positions of all documents; `None` for one that has none now.
    pub positions: Vec<Option<f64>>,
    /// Pairs of documents that have a position both times.
    pub pairs: usize,
    /// How many of these pairs stand in another order.
    pub turned: usize,
    /// How far each document moved, on the scale of `positions`, and in which direction.
    pub moves: Vec<Option<f64>>,
}

impl LeftOut {
    /// Compares positions with those that were found from all documents.
    pub(super) fn new(
        document: usize,
        positions: Vec<Option<f64>>,
        whole: &[Option<f64>],
    ) -> LeftOut {
        let both: Vec<(f64, f64)> =
            positions.iter().zip(whole).filter_map(|(new, old)| Some(((*new)?, (*old)?))).collect();
        let (mut pairs, mut turned) = (0, 0);
        for (at, (new, old)) in both.iter().enumerate() {
            for (other_new, other_old) in &both[at + 1..] {
                pairs += 1;
                turned += usize::from((new - other_new) * (old - other_old) < 0.0);
            }
        }
        let moves = positions.iter().zip(whole).map(|(new, old)| Some((*new)? - (*old)?)).collect();
        LeftOut { document, positions, pairs, turned, moves }
    }

    /// The largest move of a document, without its direction.
    pub fn largest_move(&self) -> f64 {
        self.moves.iter().flatten().fold(0.0, |most, by| most.max(by.abs()))
    }

    /// The largest move of a document in its own standard errors, of which there is one for each
    /// document.
    pub fn largest_move_in_errors(&self, se: &[f64]) -> f64 {
        let moves = self.moves.iter().zip(se).filter_map(|(by, se)| Some((*by)?.abs() / se));
        moves.filter(|errors| errors.is_finite()).fold(0.0, f64::max)
    }
}
