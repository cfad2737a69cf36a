//! What went wrong on the way, with its name.

use std::io;

use daryn_model::{Date, Diagnostic};
use ureq::Error;

use crate::address::{Address, Bad};
use crate::answer::body::Gate;

/// What went wrong, and whether asking again may help.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It would go wrong again.
    Final(Box<Diagnostic>),
    /// It may be better in a while.
    Again(Box<Diagnostic>),
    /// The body ended too soon; what came is kept where it can be gone on with.
    Cut {
        /// Bytes that came.
        received: u64,
        /// Bytes that were announced.
        announced: Option<u64>,
        /// What the user is told if it stays so.
        diagnostic: Box<Diagnostic>,
    },
    /// What was gone on with is of no use: from the beginning.
    Restart,
}

/// Names an error of the HTTP library.
pub(crate) fn trouble(error: Error, host: &str, received: u64, announced: Option<u64>) -> Trouble {
    let problem = |code: &str| Diagnostic::error(code, "", 0).with("host", host);
    let last = |problem| Trouble::Final(Box::new(problem));
    let again = |problem| Trouble::Again(Box::new(problem));
    let cut = || Trouble::Cut {
        received,
        announced,
        diagnostic: Box::new(
            problem("source-connection-cut")
                .with("received", received)
                .with("announced", announced.map_or("?".into(), |bytes| bytes.to_string())),
        ),
    };
    // A timeout may come wrapped in an error of reading.
    let error = match error {
        Error::Io(inner) => match inner.downcast::<Error>() {
            Ok(error) => error,
            Err(inner) => Error::Io(inner),
        },
        error => error,
    };
    match error {
        Error::HostNotFound => last(problem("source-name-not-resolved")),
        Error::Timeout(ureq::Timeout::Resolve) => again(problem("source-name-not-resolved")),
        Error::Timeout(which) if received > 0 => {
            last(problem("source-too-slow").with("bytes", received).with("seconds", which))
        }
        Error::Timeout(which) => again(problem("source-timeout").with("reason", which)),
        Error::BadUri(reason) => last(bad_address(&reason, &Bad::Host)),
        Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused => last(problem("source-connection-refused")),
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => cut(),
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
                again(problem("source-timeout").with("reason", error))
            }
            _ if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => {
                last(problem("source-certificate-bad").with("reason", error))
            }
            // The system has no kind of its own for names that nobody knows.
            _ if error.to_string().contains("lookup") => last(problem("source-name-not-resolved")),
            _ => again(problem("source-connection-failed").with("reason", error)),
        },
        Error::ConnectionFailed => {
            again(problem("source-connection-failed").with("reason", Error::ConnectionFailed))
        }
        error => last(problem("source-bad-http").with("reason", error)),
    }
}

/// An address that cannot be asked.
pub(crate) fn bad_address(url: &str, bad: &Bad) -> Diagnostic {
    let scheme = match bad {
        Bad::Scheme(scheme) => scheme.as_str(),
        Bad::Host => "",
    };
    Diagnostic::error("source-bad-address", "", 0).with("url", url).with("scheme", scheme)
}

/// Whether an address is that of a page before an answer.
pub(crate) fn gate(address: &Address) -> Option<Gate> {
    let text = format!("{}{}", address.authority, address.rest).to_ascii_lowercase();
    if text.contains("captcha") {
        return Some(Gate::Captcha);
    }
    let path = text.split('?').next().unwrap_or_default();
    let words = ["login", "logon", "signin", "sign-in", "log-in", "sso", "oauth", "oauth2", "saml"];
    let is_gate = path.split(['/', '.', ':']).any(|part| words.contains(&part));
    is_gate.then_some(Gate::Login)
}

/// Seconds since 1970 of `Sun, 31 Jan 2026 23:59:50 GMT`.
pub(crate) fn http_date(text: &str) -> Option<u64> {
    let (_, text) = text.split_once(", ")?;
    let mut words = text.split([' ', ':']);
    let mut number = || words.next()?.parse::<u64>().ok();
    let day = number()?;
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = words.next()?;
    let month = months.iter().position(|name| *name == month)? as u64 + 1;
    let mut number = || words.next()?.parse::<u64>().ok();
    let (year, hour, minute, second) = (number()?, number()?, number()?, number()?);
    let date = format!("{year:04}-{month:02}-{day:02}").parse::<Date>().ok()?;
    // A second may be one that was put in.
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = u64::try_from(date.first_day()).ok()?;
    Some(days * 86_400 + hour * 3600 + minute * 60 + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_seconds() {
        // RFC 9110, 5.6.7; `date -d … +%s`.
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
        assert_eq!(http_date("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(http_date("Sun, 29 Feb 2032 00:00:00 GMT"), Some(1_961_625_600));
        assert_eq!(http_date("Sunday, 06-Nov-94 08:49:37 GMT"), None);
    }

    #[test]
    fn a_gate_is_known_by_its_address() {
        let gate = |url: &str| gate(&Address::parse(url).expect("good"));
        assert_eq!(gate("https://example.org/account/login?next=/x"), Some(Gate::Login));
        assert_eq!(gate("https://sso.example.org/"), Some(Gate::Login));
        assert_eq!(gate("https://example.org/recaptcha?x"), Some(Gate::Captcha));
        assert_eq!(gate("https://example.org/blogins/author?login=1"), None);
    }
}
