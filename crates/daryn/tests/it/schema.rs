//! `daryn schema` and `daryn completions`.

use crate::sample::daryn;

#[test]
fn one_schema_or_all_are_printed() {
    let here = std::env::temp_dir();
    let all = daryn(&here, &["schema"]).ends(0).json();
    let one = daryn(&here, &["schema", "documents"]).ends(0).json();
    assert_eq!(all["documents"], one);
    assert_eq!(all.as_object().map(|all| all.len()), Some(22));
    assert_eq!(one["properties"]["coverage"]["enum"][0], "none");
}

#[test]
fn an_unknown_schema_is_told_with_the_known_ones() {
    let ran = daryn(&std::env::temp_dir(), &["schema", "document"]).ends(1);
    assert!(ran.err.starts_with("error: there is no schema called document\n"), "{}", ran.err);
    assert!(ran.err.contains("study, documents, measures"), "{}", ran.err);
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = daryn(&std::env::temp_dir(), &["completions", shell]).ends(0);
        assert!(ran.out.contains("verify") && ran.err.is_empty(), "{shell}: {}", ran.err);
    }
}
