//! Keyness of words.

use daryn_estimate::keyness::{Counts, chi_square_tail};

use super::Row;

const DESIGN: &str = "independent program, 2026-11-23";

pub(super) fn rows() -> Vec<Row> {
    let names =
        ["LL", "G2", "chi-square", "chi-square (Yates)", "log ratio", "%DIFF", "BIC", "odds"];
    let published = [
        (
            [120, 40, 10_000, 10_000],
            [
                "41.859852",
                "42.182433",
                "40.322581",
                "39.320817",
                "1.584963",
                "200",
                "31.956364",
                "3.024291",
            ],
        ),
        (
            [50, 5, 20_000, 80_000],
            [
                "129.665256",
                "129.760417",
                "172.936024",
                "168.530192",
                "5.321928",
                "3900",
                "118.152331",
                "40.097744",
            ],
        ),
        (
            [6, 2, 1_000, 4_000],
            [
                "11.208467",
                "11.232732",
                "15.149239",
                "11.901855",
                "3.584963",
                "1100",
                "2.691274",
                "12.066398",
            ],
        ),
    ];
    let mut rows = Vec::new();
    for ([a, b, c, d], published) in published {
        let word = Counts::new(a, b, c, d).expect("counts");
        let computed = [
            word.log_likelihood(),
            word.g2(),
            word.chi_square().expect("defined"),
            word.chi_square_yates().expect("defined"),
            word.log_ratio(),
            word.percent_difference().expect("defined"),
            word.bic(),
            word.odds_ratio().expect("defined"),
        ];
        let data = format!("{a} of {c}, {b} of {d}");
        for ((name, published), computed) in names.iter().zip(published).zip(computed) {
            rows.push(Row::new(name, &data, DESIGN, published, computed));
        }
    }
    for (x, minus_log10) in
        [(15.0, "3.96854638468"), (129.665256, "29.31421144169"), (1e4, "2173.57051287337")]
    {
        let computed = chi_square_tail(x).minus_log10;
        let data = format!("chi-square {x}, one degree of freedom");
        rows.push(Row::new("-log10 p", &data, "mpmath, 40 digits", minus_log10, computed));
    }
    rows
}
