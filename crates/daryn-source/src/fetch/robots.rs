//! robots.txt (RFC 9309): which paths a site asks programs to leave alone.
//!
//! Own reader: the published crates are either unkept since 2020 or bring a parser library along
//! for forty lines of rules.

use std::time::Duration;

use crate::address::ascii;

/// The name under which rules are looked for.
pub(crate) const NAME: &str = "daryn";

/// Longest delay that is taken from a site: a longer one would be a mistake.
const LONGEST: f64 = 60.0;

/// The rules of one site for us.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rules {
    /// Patterns, and whether they allow.
    rules: Vec<(String, bool)>,
    /// Delay between requests that the site asks for.
    pub(crate) delay: Option<Duration>,
}

impl Rules {
    /// Reads a file; what is not understood is left out.
    pub(crate) fn parse(text: &str) -> Rules {
        let (mut ours, mut others) = (None::<Rules>, Rules::default());
        let (mut for_us, mut for_all) = (false, false);
        let mut names_follow = false;
        for line in text.trim_start_matches('\u{FEFF}').lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            if key == "user-agent" {
                if !names_follow {
                    (for_us, for_all) = (false, false);
                }
                names_follow = true;
                for_all |= value == "*";
                for_us |=
                    value.split(['/', ' ']).next().is_some_and(|n| n.eq_ignore_ascii_case(NAME));
                if for_us {
                    ours.get_or_insert_default();
                }
                continue;
            }
            names_follow = false;
            let mut groups: Vec<&mut Rules> = Vec::new();
            if for_us {
                groups.extend(&mut ours);
            }
            if for_all {
                groups.push(&mut others);
            }
            for group in groups {
                match key.as_str() {
                    "allow" | "disallow" if !value.is_empty() => {
                        group.rules.push((same_form(value), key == "allow"));
                    }
                    "crawl-delay" => {
                        let seconds = value.parse().ok().filter(|s: &f64| *s >= 0.0);
                        group.delay = seconds.map(|s| Duration::from_secs_f64(s.min(LONGEST)));
                    }
                    _ => {}
                }
            }
        }
        ours.unwrap_or(others)
    }

    /// Whether a path with its query may be asked for: the longest pattern decides, and of two
    /// that are as long the one that allows.
    pub(crate) fn allow(&self, path: &str) -> bool {
        let path = same_form(path);
        let deciding = self
            .rules
            .iter()
            .filter(|(pattern, _)| matches(pattern, &path))
            .max_by_key(|(pattern, allows)| (pattern.len(), *allows));
        deciding.is_none_or(|(_, allows)| *allows)
    }
}

/// A path with letters beyond ASCII as octets, and octets in capitals: `/заң` and `/%d0%b7…` are the
/// same place (RFC 9309, section 2.2.2).
fn same_form(path: &str) -> String {
    let path = ascii(path);
    let mut out = String::with_capacity(path.len());
    let mut left = 0;
    for c in path.chars() {
        out.push(if left > 0 { c.to_ascii_uppercase() } else { c });
        left = if c == '%' { 2 } else { usize::saturating_sub(left, 1) };
    }
    out
}

/// Whether a pattern with `*` and a final `$` matches the beginning of a path.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut pieces = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let last = if to_the_end { pieces.pop() } else { None };
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    match last {
        Some(last) => rest.ends_with(last),
        None => !to_the_end || rest.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_pattern_decides() {
        let rules = Rules::parse(
            "User-agent: *\nDisallow: /\nAllow: /api/\nDisallow: /api/private # not for you\n",
        );
        assert!(rules.allow("/api/data?x=1"));
        assert!(!rules.allow("/api/private/x"));
        assert!(!rules.allow("/rus/docs/P1"));
    }

    #[test]
    fn the_group_with_our_name_goes_before_the_one_for_all() {
        let text = "user-agent: *\ndisallow: /\n\nUSER-AGENT: other\nUser-Agent: Daryn/1.0\n\
                    Crawl-delay: 2.5\nDisallow: /search\n\nUser-agent: third\nDisallow: /docs\n";
        let rules = Rules::parse(text);
        assert!(rules.allow("/docs/1"));
        assert!(!rules.allow("/search?q=1"));
        assert_eq!(rules.delay, Some(Duration::from_millis(2500)));
    }

    #[test]
    fn letters_beyond_ascii_are_the_same_place_as_their_octets() {
        for rule in ["/заң", "/%d0%b7%D0%B0%d2%a3"] {
            let rules = Rules::parse(&format!("User-agent: *\nDisallow: {rule}\n"));
            assert!(!rules.allow("/%D0%B7%D0%B0%D2%A3/1"), "{rule}");
            assert!(rules.allow("/docs"), "{rule}");
        }
    }

    #[test]
    fn stars_and_ends_are_understood() {
        let rules = Rules::parse("User-agent: *\nDisallow: /*.pdf$\nDisallow: /a/*/b\n");
        assert!(!rules.allow("/x/y.pdf"));
        assert!(rules.allow("/x/y.pdf?download"));
        assert!(!rules.allow("/a/1/2/b/c"));
        assert!(rules.allow("/a/b"));
        assert!(!matches("/fish*$", "/fis"));
        assert!(matches("/fish*$", "/fish/salmon"));
    }

    #[test]
    fn an_empty_or_strange_file_forbids_nothing() {
        for text in
            ["", "\u{FEFF}", "User-agent: *\nDisallow:\n", "<html>404</html>", "Disallow: /"]
        {
            assert!(Rules::parse(text).allow("/"), "{text}");
        }
        // adilet.zan.kz forbids all but a few named ones.
        let text = "User-agent: Yandex\nAllow: /\n\nUser-agent: *\nDisallow: /\n";
        assert!(!Rules::parse(text).allow("/rus/docs/P2200000961"));
    }
}
