//! Values of papers and of independent programs beside ours, as a table in the docs.
//!
//! Every family of estimators has a file that gives its [`Row`]s. One test holds each row to its
//! published value and compares `docs/methods-verification.md` with what is computed now;
//! `DARYN_UPDATE=1 cargo test -p daryn-estimate --test verification` writes the file again.

mod agreement;
mod keyness;
mod lbg;
mod scaling;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The families, in the order of the docs: title and rows.
fn families() -> Vec<(&'static str, Vec<Row>)> {
    vec![
        ("Agreement", agreement::rows()),
        ("Keyness", keyness::rows()),
        ("Scaling", scaling::rows()),
    ]
}

/// What must hold of a computed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// It is the published value, to half a unit of the last digit that is printed, and to 1e-9
    /// where more digits are printed.
    Equals,
    /// It is at least the published value.
    AtLeast,
}

/// One line of the table.
#[derive(Debug)]
struct Row {
    /// What is computed.
    quantity: String,
    /// From which data.
    data: String,
    /// Who published the value, or which independent program computed it.
    source: String,
    /// The value as it is printed there.
    published: String,
    relation: Relation,
    computed: f64,
}

impl Row {
    fn new(quantity: &str, data: &str, source: &str, published: &str, computed: f64) -> Row {
        Row {
            quantity: quantity.to_owned(),
            data: data.to_owned(),
            source: source.to_owned(),
            published: published.to_owned(),
            relation: Relation::Equals,
            computed,
        }
    }

    fn number(&self) -> f64 {
        self.published.parse().expect("a published number")
    }

    fn tolerance(&self) -> f64 {
        let decimals = self.published.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let unit: f64 = format!("1e-{decimals}").parse().expect("a unit");
        // What is printed was rounded from a number that may end in 5.
        (unit / 2.0 * (1.0 + 1e-9)).max(1e-9)
    }

    fn holds(&self) -> bool {
        match self.relation {
            Relation::Equals => (self.computed - self.number()).abs() <= self.tolerance(),
            Relation::AtLeast => self.computed >= self.number(),
        }
    }

    fn line(&self) -> String {
        let difference = self.computed - self.number();
        let difference = match difference.abs() {
            small if small < 1e-9 => "below 1e-9".to_owned(),
            _ => format!("{difference:.2e}"),
        };
        let relation = match self.relation {
            Relation::Equals => "",
            Relation::AtLeast => "at least ",
        };
        let Row { quantity, data, source, published, computed, .. } = self;
        format!(
            "| {quantity} | {data} | {source} | {relation}{published} | {computed:.10} | {difference} |"
        )
    }
}

#[test]
fn the_table_of_the_docs_is_what_is_computed() {
    let mut text = String::from(
        "# Verification of methods\n\n\
         Written by `DARYN_UPDATE=1 cargo test -p daryn-estimate --test verification`; the same \
         test fails where a value differs from the published one by more than half a unit of its \
         last digit (at most 1e-9 where more digits are given), or where this page is not what is \
         computed.\n",
    );
    let mut wrong = Vec::new();
    for (title, rows) in families() {
        assert!(!rows.is_empty(), "{title}");
        write!(
            text,
            "\n## {title}\n\n| quantity | data | source | published | computed | difference |\n\
             |---|---|---|---|---|---|\n"
        )
        .expect("text in memory");
        for row in rows {
            text.push_str(&row.line());
            text.push('\n');
            if !row.holds() {
                wrong.push(row.line());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/methods-verification.md");
    if std::env::var_os("DARYN_UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, &text).expect("the page is written");
    }
    let page = fs::read_to_string(&path).expect("docs/methods-verification.md");
    assert_eq!(page.replace("\r\n", "\n"), text, "write it again with DARYN_UPDATE=1");
}
