//! Codes of countries and territories: M49 numbers and ISO 3166-1 letters.
//!
//! Sources write one area in different ways: `398`, `KZ` or `KAZ`. The numbers of ISO 3166-1 are
//! those of the M49 standard of the United Nations Statistics Division for countries; groups of
//! countries have M49 numbers of their own and no letters, so they are not here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The codes of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaCodes {
    /// M49 number with its leading zeros.
    pub m49: &'static str,
    /// ISO 3166-1 alpha-2.
    pub iso2: &'static str,
    /// ISO 3166-1 alpha-3.
    pub iso3: &'static str,
}

static AREAS: LazyLock<BTreeMap<&'static str, AreaCodes>> = LazyLock::new(|| {
    let mut areas = BTreeMap::new();
    for line in include_str!("../data/areas.csv").lines().skip(1) {
        let mut cells = line.split(',');
        if let (Some(m49), Some(iso2), Some(iso3)) = (cells.next(), cells.next(), cells.next()) {
            let codes = AreaCodes { m49, iso2, iso3 };
            // Many sources drop the leading zeros.
            for name in [m49, m49.trim_start_matches('0'), iso2, iso3] {
                areas.insert(name, codes);
            }
        }
    }
    areas
});

/// The codes of an area that is named by any of them; `None` for groups and unknown codes.
pub fn find(code: &str) -> Option<AreaCodes> {
    AREAS.get(code.trim()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_found_by_each_of_its_codes() {
        let kazakhstan = AreaCodes { m49: "398", iso2: "KZ", iso3: "KAZ" };
        for code in ["398", "KZ", "KAZ", " KAZ "] {
            assert_eq!(find(code), Some(kazakhstan), "{code}");
        }
        // Afghanistan is 004, and 4 where zeros were lost.
        assert_eq!(find("4"), find("004"));
        assert_eq!(find("4").map(|area| area.iso3), Some("AFG"));
        for code in ["001", "1", "WLD", "", "kaz", "2000"] {
            assert_eq!(find(code), None, "{code}");
        }
    }

    #[test]
    fn every_area_of_iso_3166_is_here_once() {
        let mut iso3: Vec<&str> = AREAS.values().map(|area| area.iso3).collect();
        iso3.sort_unstable();
        iso3.dedup();
        assert_eq!(iso3.len(), 249);
    }
}
