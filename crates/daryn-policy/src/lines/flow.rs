//! What becomes of units or measures from text to text, as blocks and bands of a drawing, each with
//! the sentence that it stands for.

use daryn_model::{Arg, Claim};

use super::{Told, status};
use crate::Output;
use crate::figure::{Alluvial, AlluvialColumn, AlluvialNode, AlluvialRibbon};

/// What is followed through the texts of a line.
pub(super) struct Flow<'a, L> {
    pub(super) lives: Vec<&'a L>,
    /// What something may be in a text, in the order of blocks.
    pub(super) states: Vec<&'static str>,
    /// What a life is in a text; none where it is nothing there.
    pub(super) state: fn(&L, usize) -> Option<&'static str>,
    /// What is counted.
    pub(super) unit: Arg,
}

/// A band: lives that are one thing in a text and another one in the next.
pub(super) struct Band<'b, L> {
    pub(super) before: usize,
    pub(super) place: usize,
    pub(super) old: &'static str,
    pub(super) new: &'static str,
    pub(super) lives: &'b [&'b L],
    /// How many are `old`.
    pub(super) all: i64,
}

impl<L> Flow<'_, L> {
    /// States of a text that some life has, with how many.
    fn counts(&self, place: usize) -> Vec<(&'static str, i64)> {
        let count = |code: &str| {
            let own = self.lives.iter().filter(|it| (self.state)(it, place) == Some(code));
            own.count() as i64
        };
        let all = self.states.iter().map(|code| (*code, count(code)));
        all.filter(|(_, count)| *count > 0).collect()
    }

    /// The drawing. `node` gives the name of the sentence of a block, with the text before it where
    /// there is one; `claim` the sentence of a band, to which texts, states and counts are added.
    pub(super) fn draw(
        self,
        line: &Told<'_>,
        node: impl Fn(&str, Option<usize>, usize) -> String,
        claim: impl Fn(&Band<'_, L>, &mut Output) -> Claim,
        output: &mut Output,
    ) -> Alluvial {
        let mut columns = Vec::new();
        let mut ribbons = Vec::new();
        for place in 0..line.line.editions.len() {
            let own = self.counts(place);
            let before = place.checked_sub(1);
            let block = |(code, count): &(&'static str, i64)| AlluvialNode {
                claim: format!(
                    "claim:{}.lines.{}.{}",
                    super::CHAPTER,
                    line.id,
                    node(code, before, place)
                ),
                label: status(code),
                count: *count,
                gone: ["dropped", "repealed"].contains(code),
            };
            columns.push(AlluvialColumn {
                head: line.edition(place),
                nodes: own.iter().map(block).collect(),
            });
            let Some(before) = before else { continue };
            for (from, (old, of_old)) in self.counts(before).into_iter().enumerate() {
                for (to, (new, _)) in own.iter().enumerate() {
                    let both = self.lives.iter().copied().filter(|life| {
                        ((self.state)(life, before), (self.state)(life, place))
                            == (Some(old), Some(*new))
                    });
                    let both: Vec<&L> = both.collect();
                    if both.is_empty() || old == "dropped" {
                        continue;
                    }
                    let band = Band { before, place, old, new, lives: &both, all: of_old };
                    let count = both.len() as i64;
                    let claim = claim(&band, output)
                        .with("from", status(old))
                        .with("to", status(new))
                        .with("old", line.edition(before))
                        .with("new", line.edition(place))
                        .with("n", Arg::Count(count))
                        .with("all", Arg::Count(of_old));
                    ribbons.push(AlluvialRibbon {
                        claim: claim.id.clone(),
                        column: before,
                        from,
                        to,
                        count,
                    });
                    output.claims.push(claim);
                }
            }
        }
        let (name, register) = (line.name.clone(), !line.corpus);
        Alluvial { name, register, unit: self.unit, columns, ribbons }
    }
}
