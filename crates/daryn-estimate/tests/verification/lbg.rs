//! The example of Laver, Benoit & Garry 2003 (figure 1): one bell of 17 counts, shifted by 5 words
//! from each of the documents R1 to R5 to the next; V1 begins 2 words behind R2.

use daryn_estimate::scaling::CountTable;

/// Known positions of R1 to R5; that of V1 is asked for.
pub(crate) const KNOWN: [Option<f64>; 6] =
    [Some(-1.5), Some(-0.75), Some(0.0), Some(0.75), Some(1.5), None];

/// 6 documents, 37 words.
pub(crate) fn table() -> CountTable {
    let bell = [2, 3, 10, 22, 45, 78, 115, 146, 158, 146, 115, 78, 45, 22, 10, 3, 2];
    let mut counts = vec![0; 6 * 37];
    for (document, start) in [0, 5, 10, 15, 20, 7].into_iter().enumerate() {
        counts[document * 37 + start..][..bell.len()].copy_from_slice(&bell);
    }
    CountTable::new(6, counts).expect("a table")
}
