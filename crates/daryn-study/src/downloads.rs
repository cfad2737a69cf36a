//! The list of what a study fetches from outside.

use std::collections::BTreeSet;

use daryn_model::records::{Download, DownloadSettings};
use daryn_model::{Diagnostic, Lang};

use crate::folder::{self, Read};

/// What a file of downloads holds.
pub struct Downloads {
    /// The entries, with the problems of the whole file.
    pub list: Read<Download>,
    /// `[settings]`, where there is such a table.
    pub settings: Option<DownloadSettings>,
}

/// Reads a file of downloads.
pub fn read(file: &str, bytes: &[u8], languages: &[Lang]) -> Downloads {
    let mut list: Read<Download> =
        folder::read_entries(file, bytes, "download", &["settings"], languages);
    let mut settings: Read<DownloadSettings> =
        folder::read_entry(file, bytes, "settings", languages);
    list.problems.append(&mut settings.problems);
    let mut seen = BTreeSet::new();
    for download in &list.records {
        if !seen.insert(&download.id) {
            list.problems.push(
                Diagnostic::error("duplicate-key", file, download.at.line)
                    .with("reason", &download.id),
            );
        }
    }
    Downloads { list, settings: settings.records.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(String, u32)> {
        let read = read("downloads.toml", text.as_bytes(), &[Lang::En]);
        read.list.problems.into_iter().map(|problem| (problem.code, problem.line)).collect()
    }

    #[test]
    fn a_list_is_read_with_its_settings() {
        let text = "[settings]\ncontact = \"a@example.org\"\n\n[[download]]\nid = \"rd\"\n\
                    connector = \"worldbank\"\nareas = [\"KAZ\"]\nfrom = 2000\n\
                    parameters = { indicator = \"X\", levels = [1, 2.50] }\n";
        let read = read("downloads.toml", text.as_bytes(), &[Lang::En]);
        assert_eq!(read.list.problems, []);
        let download = &read.list.records[0];
        assert_eq!(download.at.line, 4);
        assert_eq!(download.parameters.0["levels"], ["1", "2.50"]);
        let settings = read.settings.expect("settings");
        assert_eq!(settings.contact.as_deref(), Some("a@example.org"));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let head = "[[download]]\nid = \"a\"\nconnector = \"file\"\n";
        assert_eq!(codes(&format!("{head}{head}")), [("duplicate-key".into(), 4)]);
        assert_eq!(codes(&format!("{head}adress = \"x\"\n")), [("unknown-field".into(), 4)]);
        let file = format!("{head}address = \"file:///etc/passwd\"\n");
        assert_eq!(codes(&file), [("wrong-type".into(), 4)]);
        let nested = format!("{head}parameters = {{ a = {{ b = 1 }} }}\n");
        assert_eq!(codes(&nested), [("wrong-type".into(), 4)]);
        assert_eq!(codes("[settings]\nproxy = \"x\"\n"), [("unknown-field".into(), 2)]);
    }
}
