//! What headers say: which are kept, how an answer goes on, how long to wait, where to go.

use std::collections::BTreeMap;
use std::time::Duration;

use daryn_model::Diagnostic;
use ureq::http;

use super::failure::{self, bad_address};
use super::part::Notes;
use crate::address::{Address, Bad};
use crate::answer::body::Gate;

/// Headers that are kept.
const KEPT: [&str; 10] = [
    "content-type",
    "content-length",
    "content-encoding",
    "content-disposition",
    "content-range",
    "etag",
    "last-modified",
    "date",
    "location",
    "retry-after",
];

pub(super) fn kept_headers(headers: &http::HeaderMap) -> BTreeMap<String, String> {
    KEPT.iter()
        .filter_map(|name| {
            let value = headers.get(*name)?;
            Some(((*name).to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        })
        .collect()
}

/// Whether an answer goes on where we stopped, with the same bytes.
pub(super) fn continues(answer: &BTreeMap<String, String>, notes: &Notes, length: u64) -> bool {
    let range = answer.get("content-range").and_then(|range| range.strip_prefix("bytes "));
    let Some((from_to, total)) = range.and_then(|range| range.split_once('/')) else {
        return false;
    };
    let start = from_to.split('-').next().and_then(|start| start.trim().parse::<u64>().ok());
    let same = |name: &str| match (answer.get(name), notes.headers.get(name)) {
        (Some(now), Some(then)) => now == then,
        _ => true,
    };
    let total = total.trim().parse::<u64>().ok();
    let fits = match (total, notes.total) {
        (Some(now), Some(then)) => now == then,
        _ => true,
    };
    start == Some(length) && fits && same("etag") && same("last-modified")
}

/// Every attempt ended at the same byte: then it is not the connection that was cut.
pub(super) fn wrong_length(cuts: &[(u64, u64)]) -> Option<Diagnostic> {
    let (received, announced) = *cuts.first()?;
    (cuts.len() > 1 && cuts.iter().all(|cut| *cut == (received, announced))).then(|| {
        Diagnostic::error("source-wrong-length", "", 0)
            .with("announced", announced)
            .with("received", received)
    })
}

/// How long a server asks to wait: seconds, or a date beside the server's own clock.
pub(super) fn retry_after(headers: &BTreeMap<String, String>) -> Option<Duration> {
    let text = headers.get("retry-after")?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = failure::http_date(text)?;
    let now = failure::http_date(headers.get("date")?)?;
    Some(Duration::from_secs(until.saturating_sub(now)))
}

/// Where a redirect leads, if it leads to an answer.
pub(super) fn redirect(from: &Address, location: &str) -> Result<Address, Diagnostic> {
    let problem = |code: &str| Diagnostic::error(code, "", 0).with("url", location);
    let next = from.join(location).map_err(|bad| match bad {
        Bad::Scheme(scheme) => problem("source-redirect-scheme").with("scheme", scheme),
        Bad::Host => bad_address(location, &bad),
    })?;
    if from.scheme == "https" && next.scheme == "http" {
        return Err(problem("source-redirect-downgrade"));
    }
    if from.rest != next.rest || from.authority != next.authority {
        match failure::gate(&next) {
            Some(Gate::Captcha) => return Err(problem("source-captcha")),
            Some(Gate::Login) => return Err(problem("source-redirect-login")),
            None => {}
        }
    }
    Ok(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_read_as_seconds_or_as_a_date() {
        let headers = |after: &str, date: &str| {
            BTreeMap::from([
                ("retry-after".to_owned(), after.to_owned()),
                ("date".to_owned(), date.to_owned()),
            ])
        };
        let date = "Sun, 31 Jan 2026 23:59:50 GMT";
        assert_eq!(retry_after(&headers("7", date)), Some(Duration::from_secs(7)));
        let later = "Mon, 01 Feb 2026 00:00:05 GMT";
        assert_eq!(retry_after(&headers(later, date)), Some(Duration::from_secs(15)));
        assert_eq!(retry_after(&headers("soon", date)), None);
    }
}
