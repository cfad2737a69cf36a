//! Languages and stems, a line each.

use crate::sample::Sample;

#[test]
fn every_line_has_a_language_and_a_stem() {
    let sample = Sample::empty("words");
    let lines = "Халықтың көшi-қоны туралы заң\nО миграции населения и о въезде\n\
                 The law on migration of the population\nПро міграцію населення та працю\n\n";
    sample.write("lines.txt", lines);
    let told = sample.daryn(&["language", "--lines", "lines.txt"]).ends(0).out;
    assert_eq!(told, "kk\nru\nen\nother\nother\n");
    sample.write("words.txt", "азаматтарының\nкітабы\nкітапта\n");
    let told = sample.daryn(&["stem", "--lang", "kk", "--lines", "words.txt"]).ends(0).out;
    assert_eq!(told, "азамат\nкітап\nкітап\n");
    sample.write("words.txt", "законами\nзакона\n");
    let told = sample.daryn(&["stem", "--lang", "ru", "--lines", "words.txt"]).ends(0).out;
    assert_eq!(told, "закон\nзакон\n");
}

#[test]
fn a_missing_file_or_language_is_told() {
    let sample = Sample::empty("words");
    let told = sample.daryn(&["language", "--lines", "nowhere.txt", "--lang", "en"]).ends(1).err;
    assert!(told.contains("nowhere.txt cannot be read"), "{told}");
    sample.write("words.txt", "закона\n");
    let told = sample.daryn(&["stem", "--lines", "words.txt"]).ends(1).err;
    assert!(told.contains("--lang kk"), "{told}");
}
