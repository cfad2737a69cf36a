//! Regular expressions.
//!
//! A match lies in one leaf, whose beginning and end are `^` and `$`. To find the leaves fast, a
//! wider expression runs over the texts of a whole chunk: the same without its assertions, and
//! unable to cross the border between leaves. Assertions such as `\b` would force a slow engine on
//! letters that are not ASCII; so the expression itself only looks into leaves that the wider one
//! has found.

use regex::bytes::{Regex as Wider, RegexBuilder as WiderBuilder};
use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::segment::BORDER;

/// Most bytes that a compiled expression may take, and each cache of one that runs.
const LARGEST: usize = 20_000_000;

/// A regular expression that can be looked for.
#[derive(Debug)]
pub struct Pattern {
    pub(crate) exact: Regex,
    pub(crate) wider: Wider,
}

/// Why an expression is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPattern {
    /// It cannot be read.
    Syntax {
        /// What is wrong, by a stable name.
        kind: &'static str,
        /// The character where it is wrong, from 1.
        at: usize,
        /// What stands there.
        here: String,
    },
    /// It is too large when it is compiled.
    TooLarge,
}

impl Pattern {
    /// Compiles an expression.
    pub fn new(text: &str, ignore_case: bool) -> Result<Pattern, BadPattern> {
        let parsed = ParserBuilder::new().case_insensitive(ignore_case).build().parse(text);
        let hir = parsed.map_err(|error| bad_syntax(text, &error))?;
        let large = |_| BadPattern::TooLarge;
        let mut exact = RegexBuilder::new(text);
        exact.case_insensitive(ignore_case).size_limit(LARGEST).dfa_size_limit(LARGEST);
        let exact = exact.build().map_err(large)?;
        let mut wider = WiderBuilder::new(&widened(&hir).to_string());
        wider.size_limit(LARGEST).dfa_size_limit(LARGEST);
        Ok(Pattern { exact, wider: wider.build().map_err(large)? })
    }
}

/// The expression without assertions and without the border between leaves.
fn widened(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0.clone()),
        HirKind::Class(Class::Unicode(class)) => {
            let mut class = class.clone();
            let border = char::from(BORDER);
            let border = regex_syntax::hir::ClassUnicodeRange::new(border, border);
            class.difference(&regex_syntax::hir::ClassUnicode::new([border]));
            Hir::class(Class::Unicode(class))
        }
        // Only expressions on raw bytes have these, and they are not asked for.
        HirKind::Class(class) => Hir::class(class.clone()),
        HirKind::Repetition(repetition) => {
            let sub = Box::new(widened(&repetition.sub));
            Hir::repetition(regex_syntax::hir::Repetition { sub, ..repetition.clone() })
        }
        HirKind::Capture(capture) => widened(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(widened).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(widened).collect()),
    }
}

fn bad_syntax(text: &str, error: &regex_syntax::Error) -> BadPattern {
    use regex_syntax::ast::ErrorKind as Ast;
    use regex_syntax::hir::ErrorKind as Translation;
    let (kind, span) = match error {
        regex_syntax::Error::Parse(error) => {
            let kind = match error.kind() {
                Ast::GroupUnclosed => "group-unclosed",
                Ast::GroupUnopened => "group-unopened",
                Ast::ClassUnclosed => "class-unclosed",
                Ast::ClassRangeInvalid | Ast::ClassRangeLiteral => "class-range",
                Ast::RepetitionMissing => "repetition-missing",
                Ast::RepetitionCountInvalid
                | Ast::RepetitionCountDecimalEmpty
                | Ast::RepetitionCountUnclosed
                | Ast::DecimalEmpty
                | Ast::DecimalInvalid => "repetition-count",
                Ast::EscapeUnrecognized
                | Ast::EscapeUnexpectedEof
                | Ast::EscapeHexEmpty
                | Ast::EscapeHexInvalid
                | Ast::EscapeHexInvalidDigit
                | Ast::ClassEscapeInvalid => "escape",
                Ast::UnsupportedLookAround => "look-around",
                Ast::UnsupportedBackreference => "back-reference",
                Ast::NestLimitExceeded(_) => "too-deep",
                _ => "other",
            };
            (kind, error.span())
        }
        regex_syntax::Error::Translate(error) => {
            let kind = match error.kind() {
                Translation::UnicodePropertyNotFound
                | Translation::UnicodePropertyValueNotFound => "property",
                _ => "other",
            };
            (kind, error.span())
        }
        _ => return BadPattern::Syntax { kind: "other", at: 1, here: text.to_owned() },
    };
    let start = span.start.offset.min(text.len());
    let at = text.get(..start).unwrap_or_default().chars().count() + 1;
    let here = text.get(start..).unwrap_or_default().chars().take(20).collect();
    BadPattern::Syntax { kind, at, here }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_shown_where_it_is() {
        for (text, kind, at) in [
            ("жұмыс(", "group-unclosed", 6),
            ("квота)", "group-unopened", 6),
            ("миграци[яи", "class-unclosed", 8),
            ("*қон", "repetition-missing", 1),
            (r"стат\ья", "escape", 5),
            (r"(?=көші)", "look-around", 1),
            (r"(а)\1", "back-reference", 4),
            (r"\p{Kazakh}", "property", 1),
            ("а{5,2}", "repetition-count", 2),
        ] {
            match Pattern::new(text, false) {
                Err(BadPattern::Syntax { kind: found, at: place, .. }) => {
                    assert_eq!((found, place), (kind, at), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
        assert_eq!(Pattern::new(r"\w{1000}{1000}", false).err(), Some(BadPattern::TooLarge));
    }

    #[test]
    fn the_wider_one_finds_whatever_the_exact_one_does_and_crosses_no_border() {
        for text in
            [r"\bкөші\b", r"^а.*я$", r"(?s).+", r"[^ж]*қон", r"\Aа|я\z", r"\W+", r"(?-u:\b)а"]
        {
            let pattern = Pattern::new(text, false).expect("an expression");
            let (one, two) = ("а көші, қон я", "көші қон");
            assert!(pattern.exact.is_match(one) <= pattern.wider.is_match(one.as_bytes()));
            let both = format!("{one}\0{two}\0");
            for found in pattern.wider.find_iter(both.as_bytes()) {
                assert!(!found.as_bytes().contains(&BORDER), "{text}");
            }
        }
    }
}
