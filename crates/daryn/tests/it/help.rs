//! Help and mistakes on the command line.

use insta::assert_snapshot;

use crate::sample::daryn;

const COMMANDS: [&str; 29] = [
    "indicators",
    "agree",
    "code",
    "codings",
    "export",
    "history",
    "import",
    "undo",
    "compare",
    "features",
    "validate",
    "measures",
    "count",
    "keyness",
    "scale",
    "stats",
    "search",
    "language",
    "stem",
    "new",
    "check",
    "run",
    "report",
    "status",
    "why",
    "verify",
    "schema",
    "completions",
    "help",
];

fn run(arguments: &[&str]) -> crate::sample::Ran {
    daryn(&std::env::temp_dir(), arguments)
}

#[test]
fn help_reads_well() {
    assert_snapshot!(run(&["run", "--help"]).ends(0).out, @"
    Compute what is stale and write the report.

    Usage: daryn run [DIR] [--documents TEXTS] [--threads N] [--out OUT] [--format FORMAT]

    Arguments:
      [DIR]  Folder of the study.

    Options:
          --documents <TEXTS>  Folder with texts of the documents, in addition to `texts` of the study.
          --threads <N>        Number of threads; all cores if not given.
          --out <OUT>          Folder of the report; DIR/report if not given.
          --format <FORMAT>    Form of the output: text for reading, json for programs.
          --lang <LANG>        Language of messages: en, ru or kk; taken from the system if not given.
      -h, --help               Show help.

    Examples:
      daryn run my-study
      daryn run my-study --threads 2 --out site
    ");
}

#[test]
fn every_help_is_in_words_and_has_examples_in_every_language() {
    for lang in ["en", "ru", "kk"] {
        let whole = run(&["--help", "--lang", lang]).ends(0).out;
        for name in COMMANDS {
            assert!(whole.contains(&format!("\n  {name} ")), "{lang}: {name}");
            let help = run(&[name, "--help", "--lang", lang]).ends(0).out;
            assert_eq!(help, run(&["help", name, "--lang", lang]).ends(0).out);
            for text in [&help, &whole] {
                assert!(!text.contains("cli-"), "{lang}: {name}: {text}");
                assert!(text.contains("\n  daryn "), "{lang}: {name}: {text}");
                // Words that clap would add in English.
                assert!(!text.contains("possible values") && !text.contains("default:"), "{text}");
            }
        }
    }
}

#[test]
fn the_version_is_printed() {
    let version = format!("daryn {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&["--version"]).ends(0).out, version);
    assert_eq!(run(&["-V"]).ends(0).out, version);
}

#[test]
fn without_a_command_help_is_talk_and_no_success() {
    let ran = run(&[]).ends(1);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("Commands:"), "{}", ran.err);
}

#[test]
fn a_mistake_on_the_command_line_is_told_with_what_may_be_meant() {
    let err = |arguments: &[&str]| run(arguments).ends(1).err;
    assert_snapshot!(err(&["run", "--thread", "2"]), @"
    error: the command line cannot be understood: `--thread`
      hint: `--threads`? `daryn help` shows commands and examples
    ");
    assert_snapshot!(err(&["verfy"]), @"
    error: the command line cannot be understood: `verfy`
      hint: `verify`? `daryn help` shows commands and examples
    ");
    assert_snapshot!(err(&["check", "--lang", "de"]), @"
    error: the command line cannot be understood: `--lang <LANG> de`
      hint: `en`? `ru`? `kk`? `daryn help` shows commands and examples
    ");
    assert_snapshot!(err(&["why"]), @"
    error: the command line cannot be understood: `<ID>`
      hint: `daryn help` shows commands and examples
    ");
    assert_eq!(run(&["run", "--nonsense", "--format", "json"]).ends(1).codes(), ["bad-usage"]);
}

#[test]
fn no_colours_where_nobody_looks() {
    let ran = run(&["check", "missing"]).ends(1);
    assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
}
