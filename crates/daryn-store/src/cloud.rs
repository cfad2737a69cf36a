//! Folders that a program keeps alike on several machines: it may copy a database while it is being
//! written, or put two versions of it side by side.

use std::path::{Component, Path};

/// Names of folders, in lower case, and whose they are. One that ends in `*` is a beginning.
const NAMES: [(&str, &str); 15] = [
    ("onedrive", "OneDrive"),
    ("onedrive - *", "OneDrive"),
    ("onedrive-*", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("dropbox (*", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("googledrive-*", "Google Drive"),
    ("my drive", "Google Drive"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("yandex.disk*", "Yandex.Disk"),
    ("nextcloud", "Nextcloud"),
];

/// Files and folders that such programs put into what they keep alike.
const MARKS: [(&str, &str); 8] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".sync", "Yandex.Disk"),
    (".stfolder", "Syncthing"),
];

/// The program that keeps a folder alike on several machines, as far as names of the folders above
/// it and files in them tell.
#[must_use]
pub fn service(folder: &Path) -> Option<&'static str> {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    by_name(&whole).or_else(|| by_mark(&whole))
}

fn by_name(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|part| {
        let Component::Normal(part) = part else { return None };
        let part = part.to_string_lossy().to_lowercase();
        let is = |name: &str| match name.strip_suffix('*') {
            Some(start) => part.starts_with(start),
            None => part == name,
        };
        NAMES.iter().find(|(name, _)| is(name)).map(|(_, service)| *service)
    })
}

fn by_mark(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|above| {
        let mark = MARKS.iter().find(|(name, _)| above.join(name).exists());
        mark.map(|(_, service)| *service)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_known_by_their_names() {
        for (path, service) in [
            ("/home/a/Dropbox/study", Some("Dropbox")),
            ("/Users/a/Library/CloudStorage/OneDrive-KazNU/study", Some("OneDrive")),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x", Some("iCloud")),
            ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.kz/My Drive/x", Some("Google Drive")),
            ("/home/a/Yandex.Disk/x", Some("Yandex.Disk")),
            ("/home/a/OneDrive - Университет/x", Some("OneDrive")),
            ("/home/a/nextcloud-notes/x", None),
            ("/home/a/studies/dropboxes", None),
        ] {
            assert_eq!(by_name(Path::new(path)), service, "{path}");
        }
    }

    #[test]
    fn folders_are_known_by_what_lies_in_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let study = folder.path().join("a/b");
        std::fs::create_dir_all(&study).expect("made");
        assert_eq!(service(&study), None);
        std::fs::write(folder.path().join(".nextcloudsync.log"), "").expect("written");
        assert_eq!(service(&study), Some("Nextcloud"));
    }
}
