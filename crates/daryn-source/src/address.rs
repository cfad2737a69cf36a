//! Addresses on the web: parted, joined, compared.

use std::net::IpAddr;

/// An address with the scheme `http` or `https`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address {
    /// `http` or `https`.
    pub(crate) scheme: String,
    /// Host and port as written.
    pub(crate) authority: String,
    /// From the first `/` on, without the fragment.
    pub(crate) rest: String,
}

/// Why a text is no address that can be asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Bad {
    /// It has another scheme.
    Scheme(String),
    /// It has no host, or one that is not plain ASCII.
    Host,
}

impl Address {
    /// Reads an absolute address; what is not ASCII in its path is encoded.
    pub(crate) fn parse(text: &str) -> Result<Address, Bad> {
        let (scheme, rest) = text.split_once("://").ok_or(Bad::Host)?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return Err(Bad::Scheme(scheme));
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let host_is_plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
        // A name before `@` in an address would send a password along.
        if authority.is_empty() || !authority.chars().all(host_is_plain) {
            return Err(Bad::Host);
        }
        let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
        Ok(Address { scheme, authority: authority.to_ascii_lowercase(), rest: ascii(&rest) })
    }

    /// The address that a server names in an answer from this one.
    pub(crate) fn join(&self, location: &str) -> Result<Address, Bad> {
        let location = location.trim();
        let scheme_end = location.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
        if let Some(end) = scheme_end
            && end > 0
            && location[end..].starts_with(':')
        {
            let scheme = location[..end].to_ascii_lowercase();
            return match scheme.as_str() {
                "http" | "https" => Address::parse(location),
                _ => Err(Bad::Scheme(scheme)),
            };
        }
        if location.starts_with("//") {
            return Address::parse(&format!("{}:{location}", self.scheme));
        }
        let path = self.rest.split('?').next().unwrap_or("/");
        let target = match location.as_bytes().first() {
            None | Some(b'#') => self.rest.clone(),
            Some(b'/') => location.to_owned(),
            Some(b'?') => format!("{path}{location}"),
            Some(_) => {
                let folder = path.rfind('/').map_or("/", |at| &path[..=at]);
                format!("{folder}{location}")
            }
        };
        Address::parse(&format!("{}://{}{}", self.scheme, self.authority, without_dots(&target)))
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.authority)
    }

    /// Host without the port.
    pub(crate) fn host(&self) -> &str {
        if let Some(rest) = self.authority.strip_prefix('[') {
            return rest.split(']').next().unwrap_or(rest);
        }
        self.authority.split(':').next().unwrap_or_default()
    }

    /// Whether it is this very machine, to which one need not be polite.
    pub(crate) fn is_this_machine(&self) -> bool {
        let host = self.host();
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}://{}{}", self.scheme, self.authority, self.rest)
    }
}

/// Encodes what may not stand in an address.
pub(crate) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Takes `.` and `..` out of a path (RFC 3986, 5.2.4).
fn without_dots(target: &str) -> String {
    let (path, query) = target.split_once('?').map_or((target, None), |(p, q)| (p, Some(q)));
    let mut parts: Vec<&str> = Vec::new();
    let all: Vec<&str> = path.split('/').skip(1).collect();
    for (place, part) in all.iter().enumerate() {
        let last = place + 1 == all.len();
        match *part {
            "." if last => parts.push(""),
            "." => {}
            ".." => {
                parts.pop();
                if last {
                    parts.push("");
                }
            }
            part => parts.push(part),
        }
    }
    let path = format!("/{}", parts.join("/"));
    query.map_or(path.clone(), |query| format!("{path}?{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_joined_as_the_standard_says() {
        let base = Address::parse("https://Example.org:8443/a/b/c?q=1#x").expect("good");
        let check = |location: &str, expected: &str| {
            let joined = base.join(location).expect(location);
            assert_eq!(joined.to_string(), expected, "{location}");
        };
        check("d", "https://example.org:8443/a/b/d");
        check("../d?x=1", "https://example.org:8443/a/d?x=1");
        check("/d/./e/..", "https://example.org:8443/d/");
        check("../../../../d", "https://example.org:8443/d");
        check("?r=2", "https://example.org:8443/a/b/c?r=2");
        check("//other.org/x", "https://other.org/x");
        check("http://other.org", "http://other.org/");
        check("", "https://example.org:8443/a/b/c?q=1");
        for bad in ["file:///etc/passwd", "javascript:alert(1)", "ftp://example.org/x"] {
            assert!(matches!(base.join(bad), Err(Bad::Scheme(_))), "{bad}");
        }
        assert_eq!(Address::parse("https://user:word@example.org/"), Err(Bad::Host));
        assert_eq!(Address::parse("https:///x"), Err(Bad::Host));
        assert_eq!(Address::parse("https://пример.қаз/"), Err(Bad::Host));
    }

    #[test]
    fn what_is_not_ascii_is_encoded_in_a_path() {
        let address = Address::parse("https://example.org/заң б.pdf").expect("good");
        assert_eq!(address.rest, "/%D0%B7%D0%B0%D2%A3%20%D0%B1.pdf");
        let hosts = ["http://127.0.0.1:80/", "http://[::1]:80/x", "http://localhost"];
        assert!(hosts.iter().all(|host| Address::parse(host).expect("good").is_this_machine()));
        assert!(!Address::parse("http://127.0.0.1.example.org/").expect("good").is_this_machine());
    }
}
