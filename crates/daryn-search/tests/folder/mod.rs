//! Folders of small documents, and a scan of them without an index.
#![allow(dead_code, reason = "each test uses its part")]

use std::fs;
use std::path::PathBuf;

use daryn_search::{Hit, Index, Keep};
use tempfile::TempDir;

/// A folder of documents beside a folder for what is kept.
pub(crate) struct Folder {
    parent: TempDir,
}

impl Folder {
    pub(crate) fn of(files: &[(&str, &str)]) -> Folder {
        let folder = Folder { parent: tempfile::tempdir().expect("a folder") };
        fs::create_dir(folder.documents()).expect("a folder");
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn documents(&self) -> PathBuf {
        self.parent.path().join("documents")
    }

    pub(crate) fn cache(&self) -> PathBuf {
        self.parent.path().join("cache")
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.documents().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("written");
    }

    pub(crate) fn index(&self) -> Index {
        self.try_index().expect("an index")
    }

    pub(crate) fn try_index(&self) -> std::io::Result<Index> {
        let cache = self.cache();
        let keep = Keep { folder: Some(&cache), build: "test" };
        Index::open(&self.documents(), keep, &|_, _, _| {})
    }

    /// Files of segments and the manifest.
    pub(crate) fn kept(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.cache().join("search-v1")).expect("an index");
        let folder = folder.last().expect("an index").expect("an entry").path();
        let files =
            fs::read_dir(folder).expect("files").map(|entry| entry.expect("an entry").path());
        let mut files: Vec<PathBuf> = files.filter(|path| !path.ends_with("lock")).collect();
        files.sort();
        files
    }

    /// Asserts that a hit says what the text of its document says.
    #[track_caller]
    pub(crate) fn stands_there(&self, index: &Index, hit: &Hit) {
        let name = &index.documents[hit.document as usize];
        let bytes = fs::read(self.documents().join(name)).expect("a document");
        let document = daryn_read::read(&bytes, name);
        let text: Vec<char> = document.text.chars().collect();
        let place = hit.start as usize;
        let found: String = text[place..hit.end as usize].iter().collect();
        assert_eq!(found, hit.matched());
        let left = hit.left().chars().count();
        let line: String = text[place - left..]
            [..left + hit.matched().chars().count() + hit.right().chars().count()]
            .iter()
            .collect();
        assert_eq!(line, format!("{}{}{}", hit.left(), hit.matched(), hit.right()));
        let passage = &document.passages[hit.passage as usize];
        assert!(passage.first <= place && hit.end as usize <= passage.last);
        assert!(document.leaves().contains(&(hit.passage as usize)));
        assert_eq!(document.is_apart(hit.passage as usize), hit.apart);
    }
}

/// Looks through all texts, word by word.
pub(crate) mod naive {
    use daryn_text::{language, stem};

    pub(crate) type Found = (String, u32, u32, u32);

    /// A word: its form, its first character and the one behind it.
    type Word = (String, usize, usize);

    fn words_of(text: &[char]) -> Vec<Word> {
        let invisible = |c: char| c == '\u{ad}';
        let mut words = Vec::new();
        let mut at = 0;
        while at < text.len() {
            if "№%".contains(text[at]) {
                words.push((text[at].to_string(), at, at + 1));
                at += 1;
            } else if text[at].is_alphanumeric() {
                let start = at;
                let mut end = at + 1;
                at += 1;
                while at < text.len() {
                    let next = text[at..].iter().position(|c| !invisible(*c)).map(|n| at + n);
                    let Some(next) = next else { break };
                    let behind =
                        text[next + 1..].iter().position(|c| !invisible(*c)).map(|n| next + 1 + n);
                    if text[next].is_alphanumeric() {
                        at = next + 1;
                    } else if "'’".contains(text[next])
                        && text[end - 1].is_alphabetic()
                        && behind.is_some_and(|behind| text[behind].is_alphabetic())
                    {
                        at = behind.expect("a letter") + 1;
                    } else {
                        break;
                    }
                    end = at;
                }
                at = end;
                let word: String = text[start..end].iter().collect();
                words.push((form(&word), start, end));
            } else {
                at += 1;
            }
        }
        words
    }

    fn form(word: &str) -> String {
        // Of the words in these tests only this one is of two scripts.
        let word = word.replace("көшi", "көші").replace('\u{ad}', "");
        word.to_lowercase().replace('ё', "е").replace('’', "'")
    }

    /// What a query asks of one word: its form, whether it is only a beginning, and what joins it to
    /// the word before.
    fn asked(query: &str) -> Vec<(String, bool, String)> {
        let mut asked: Vec<(String, bool, String)> = Vec::new();
        let characters: Vec<char> = query.chars().collect();
        let words = words_of(&characters);
        let mut end = 0;
        for (word, start, stop) in words {
            let mut between: String = characters[end..start].iter().collect();
            if between.starts_with('*') && !asked.is_empty() {
                between.remove(0);
                asked.last_mut().expect("a word").1 = true;
            }
            let any = between.matches('*').count();
            let joined = any == 0 && !between.contains(' ') && !asked.is_empty();
            for _ in 0..any {
                asked.push((String::new(), true, String::new()));
            }
            asked.push((word, false, if joined { between } else { String::new() }));
            end = stop;
        }
        let rest: String = characters[end..].iter().collect();
        if rest.starts_with('*') {
            asked.last_mut().expect("a word").1 = true;
        }
        let first = asked.iter().position(|word| !word.0.is_empty()).expect("a word");
        asked.split_off(first)
    }

    pub(crate) fn words(files: &[(&str, &str)], query: &str, stems: bool) -> Vec<Found> {
        let asked = asked(query);
        let mut found = Vec::new();
        for (name, text) in files {
            let document = daryn_read::read(text.as_bytes(), name);
            for place in document.leaves() {
                let passage = &document.passages[place];
                let words = document.words(passage);
                let language = language::identify(words);
                let characters: Vec<char> = words.chars().collect();
                let own = words_of(&characters);
                for from in 0..own.len().saturating_sub(asked.len() - 1) {
                    let window = &own[from..from + asked.len()];
                    let fits =
                        window.iter().zip(&asked).enumerate().all(|(number, (word, ask))| {
                            let same = if ask.1 {
                                word.0.starts_with(&ask.0)
                            } else if stems {
                                stem::stem(language, &word.0) == stem::stem(language, &ask.0)
                            } else {
                                word.0 == ask.0
                            };
                            let between: String = match number {
                                0 => String::new(),
                                number => characters[window[number - 1].2..word.1].iter().collect(),
                            };
                            let between =
                                between.replace('–', "-").replace('’', "'").replace('\u{ad}', "");
                            same && (number == 0 || ask.2.is_empty() || between == ask.2)
                        });
                    if fits {
                        let (start, end) = (window[0].1, window[window.len() - 1].2);
                        let first = passage.first;
                        let place = place as u32;
                        let range = ((first + start) as u32, (first + end) as u32);
                        found.push(((*name).to_owned(), place, range.0, range.1));
                    }
                }
            }
        }
        found
    }

    pub(crate) fn pattern(files: &[(&str, &str)], expression: &str) -> Vec<Found> {
        let regex = regex::Regex::new(expression).expect("an expression");
        let mut found = Vec::new();
        for (name, text) in files {
            let document = daryn_read::read(text.as_bytes(), name);
            for place in document.leaves() {
                let passage = &document.passages[place];
                let words = document.words(passage);
                for one in regex.find_iter(words).filter(|one| !one.is_empty()) {
                    let first = passage.first + words[..one.start()].chars().count();
                    let last = first + one.as_str().chars().count();
                    found.push(((*name).to_owned(), place as u32, first as u32, last as u32));
                }
            }
        }
        found
    }
}
