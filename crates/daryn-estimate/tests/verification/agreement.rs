//! Agreement of coders.

use daryn_estimate::agreement::spans::{self, Span, Spans};
use daryn_estimate::agreement::{
    Builder, Coded, Metric, Quantity, Ratings, Scale, Weights, alpha, fleiss_kappa, gwet_ac1,
    kappa, percent, scott_pi,
};

use super::Row;

const K2011: &str = "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability";
const DESIGN: &str = "independent program";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = krippendorff();
    rows.extend(cohen());
    rows.extend(fleiss());
    rows.extend(on_spans());
    rows
}

/// Coders as words of one letter a unit; `*` is missing.
fn coded(coders: &[&str]) -> Ratings {
    let mut builder = Builder::default();
    for (coder, values) in coders.iter().enumerate() {
        for (unit, value) in values.chars().filter(|c| !c.is_whitespace()).enumerate() {
            let value = value.to_string();
            let value = (value != "*").then_some(value.as_str());
            builder.add(&unit.to_string(), &coder.to_string(), value);
        }
    }
    let read = |text: &str| text.parse().ok();
    let is_number = coders.concat().chars().all(|c| c == '*' || c == ' ' || c.is_ascii_digit());
    let scale = if is_number { Scale::Numbers(&read) } else { Scale::Nominal };
    let Coded { ratings, .. } = builder.finish(&scale).expect("ratings");
    ratings
}

fn krippendorff() -> Vec<Row> {
    let a = coded(&["0100000010", "1110010000"]);
    let b = coded(&["aabbdcccedda", "babbbccceddd"]);
    let c = coded(&["123321412***", "1233224125*3", "*3332342251*", "12332441251*"]);
    let of = |ratings: &Ratings, metric| alpha(ratings, metric).expect("alpha").alpha;
    let mut rows = Vec::new();
    let mut add = |name: &str, data: &str, ratings: &Ratings, metric, paper: &str, run: &str| {
        let quantity = format!("alpha, {name}");
        rows.push(Row::new(&quantity, data, K2011, paper, of(ratings, metric)));
        rows.push(Row::new(&quantity, data, DESIGN, run, of(ratings, metric)));
    };
    let (two, five, four) =
        ("A: 2 coders, 10 units", "B: 2 coders, 12 units", "C: 4 coders, 12 units, gaps");
    add("nominal", two, &a, Metric::Nominal, "0.095", "0.09523809523809534");
    add("nominal", five, &b, Metric::Nominal, "0.692", "0.6919642857142858");
    add("nominal", four, &c, Metric::Nominal, "0.743", "0.743421052631579");
    add("ordinal", four, &c, Metric::Ordinal, "0.815", "0.8153875037548814");
    add("interval", four, &c, Metric::Interval, "0.849", "0.8491071428571428");
    add("ratio", four, &c, Metric::Ratio, "0.797", "0.7974027747116121");
    let irr = "irrCAC 0.4.4 (Python)";
    rows.push(Row::new("AC1", four, irr, "0.775444068127", gwet_ac1(&c).expect("AC1")));
    rows.push(Row::new("percent", four, irr, "0.818181818182", percent(&c).expect("percent")));
    rows
}

/// Two coders by a table of how often they gave which pair of categories.
fn table(counts: &[&[u32]]) -> Ratings {
    let mut cells = Vec::new();
    for (first, row) in (0..).zip(counts) {
        for (second, times) in (0..).zip(*row) {
            for _ in 0..*times {
                cells.extend([Some(first), Some(second)]);
            }
        }
    }
    Ratings::of_categories(2, counts.len(), &cells).expect("ratings")
}

fn cohen() -> Vec<Row> {
    let two = table(&[&[20, 5], &[10, 15]]);
    let data = "2 x 2: 20 5 / 10 15";
    let plain = |weights| kappa(&two, weights).expect("kappa");
    let nominal = alpha(&two, Metric::Nominal).expect("alpha").alpha;
    let mut rows = vec![
        Row::new("percent", data, "exact: 7/10", "0.7000000000", percent(&two).expect("percent")),
        Row::new("Cohen's kappa", data, "exact: 2/5", "0.4000000000", plain(Weights::Unweighted)),
        Row::new(
            "Scott's pi",
            data,
            "exact: 13/33",
            "0.393939393939394",
            scott_pi(&two).expect("pi"),
        ),
        Row::new("AC1", data, "exact: 41/101", "0.405940594059406", gwet_ac1(&two).expect("AC1")),
        Row::new("alpha, nominal", data, "exact: 2/5", "0.4000000000", nominal),
    ];
    let three = table(&[&[44, 5, 1], &[7, 20, 3], &[9, 5, 6]]);
    let data = "3 x 3: 44 5 1 / 7 20 3 / 9 5 6";
    let both = "scikit-learn 1.9.1, statsmodels 0.15.0";
    for (name, weights, published) in [
        ("Cohen's kappa", Weights::Unweighted, "0.4915254237288136"),
        ("kappa, linear weights", Weights::Linear, "0.4736842105263158"),
        ("kappa, quadratic weights", Weights::Quadratic, "0.4545454545454546"),
    ] {
        rows.push(Row::new(name, data, both, published, kappa(&three, weights).expect("kappa")));
    }
    rows
}

fn fleiss() -> Vec<Row> {
    const COUNTS: [[u32; 5]; 10] = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ];
    let of_unit = |counts: &[u32; 5]| -> Vec<Option<u32>> {
        let times = (0..).zip(counts);
        times.flat_map(|(category, n)| vec![Some(category); *n as usize]).collect()
    };
    let cells: Vec<_> = COUNTS.iter().flat_map(of_unit).collect();
    let ratings = Ratings::of_categories(14, 5, &cells).expect("ratings");
    let data = "10 units, 14 values each, 5 categories";
    let kappa = fleiss_kappa(&ratings).expect("kappa");
    let ordinal = alpha(&ratings, Metric::Ordinal).expect("alpha").alpha;
    let nominal = alpha(&ratings, Metric::Nominal).expect("alpha").alpha;
    let package = "krippendorff 0.9.0 (Python)";
    vec![
        Row::new(
            "percent",
            data,
            "exact: 172/455",
            "0.378021978021978",
            percent(&ratings).expect("percent"),
        ),
        Row::new("Fleiss' kappa", data, "the example of many textbooks", "0.210", kappa),
        Row::new("Fleiss' kappa", data, "statsmodels 0.15.0", "0.20993070442195522", kappa),
        Row::new(
            "AC1",
            data,
            "irrCAC 0.4.4 (Python)",
            "0.225614150817",
            gwet_ac1(&ratings).expect("AC1"),
        ),
        Row::new("alpha, nominal", data, package, "0.21557405653322692", nominal),
        Row::new("alpha, ordinal", data, package, "0.5407502747568197", ordinal),
    ]
}

fn on_spans() -> Vec<Row> {
    let span = |(coder, start, end, code)| Span { document: 0, coder, start, end, code };
    let of = [(0, 0, 20, 1), (0, 30, 50, 2), (0, 60, 70, 1)];
    let and = [(1, 0, 18, 1), (1, 32, 50, 2), (1, 60, 70, 3)];
    let given = Spans {
        lengths: vec![100],
        coders: 2,
        codes: 4,
        spans: of.into_iter().chain(and).map(span).collect(),
        read: Vec::new(),
    };
    let found = spans::agreement(&given).expect("spans");
    let data = "100 characters, 2 coders, 3 codes";
    let row = |name: &str, published: &str, computed: Quantity| {
        Row::new(name, data, DESIGN, published, computed.expect("a value"))
    };
    let iou = |code: usize| found.overlaps[code].characters.iou();
    vec![
        row("(a) alpha of all characters", "0.7800757815", found.all.map(|it| it.alpha)),
        row("(b) alpha of coded characters", "0.5482398957", found.coded.map(|it| it.alpha)),
        row("(c) alpha of labels", "0.6324717286", found.labels.map(|it| it.alpha)),
        row("kappa of all characters", "0.7812500000", found.kappa),
        row("IoU, code 1", "0.6000000000", iou(1)),
        row("IoU, code 2", "0.9000000000", iou(2)),
        row("IoU, code 3", "0.0000000000", iou(3)),
    ]
}
