//! The catalogue: complete in three languages, and what is wrong with what a study adds.

use daryn_indicators::Catalogue;
use daryn_model::Lang;

#[test]
fn every_entry_is_complete_in_three_languages() {
    let catalogue = Catalogue::built_in().expect("a catalogue without problems");
    assert!(catalogue.indicators.len() >= 40);
    for one in &catalogue.indicators {
        for text in [&one.name, &one.definition, &one.interpretation] {
            assert_eq!(text.missing(&Lang::ALL).count(), 0, "{}", one.id);
        }
        assert!(!one.pitfalls.is_empty() && !one.sources.is_empty(), "{}", one.id);
    }
    for ((kind, id), text) in &catalogue.texts {
        assert_eq!(text.missing(&Lang::ALL).count(), 0, "{kind} {id}");
    }
    for (id, (_, entry)) in &catalogue.units {
        assert_eq!(entry.name.missing(&Lang::ALL).count(), 0, "{id}");
    }
}

const HEAD: &str = r#"
[[indicator]]
id = "A"
theme = "migration"
name_en = "A"
name_ru = "A"
name_kk = "A"
definition_en = "a"
coverage = "national"
kind = "ratio"
interpretation_en = "a"
"#;

fn codes(text: &str) -> Vec<(String, u32)> {
    match Catalogue::with(Some(("indicators.toml", text.as_bytes()))) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.into_iter().map(|one| (one.code, one.line)).collect(),
    }
}

#[test]
fn a_study_adds_an_indicator_by_a_formula() {
    let text = format!("{HEAD}unit = \"percent\"\nformula = \"SCH_IN / SCH_OUT\"\n");
    assert_eq!(codes(&text), []);
}

#[test]
fn mistakes_in_formulas_are_told_with_their_line() {
    for (rest, code) in [
        ("unit = \"percent\"\nformula = \"SCH_IN /\"\n", "indicators-formula"),
        ("unit = \"percent\"\nformula = \"mean(SCH_IN)\"\n", "indicators-function"),
        ("unit = \"percent\"\nformula = \"SCH_IN / SCH_INN\"\n", "indicators-formula-unknown"),
        ("unit = \"percent\"\nformula = \"A / SCH_IN\"\n", "indicators-cycle"),
        ("unit = \"percent\"\nformula = \"SCH_IN - GERD\"\n", "indicators-units"),
        ("unit = \"persons\"\nformula = \"SCH_IN / SCH_OUT\"\n", "indicators-units-result"),
        ("unit = \"persons\"\nformula = \"SCH_IN + 1\"\n", "indicators-units"),
        ("unit = \"parrots\"\n", "indicators-unknown-name"),
    ] {
        assert_eq!(codes(&format!("{HEAD}{rest}")), [(code.to_owned(), 2)], "{rest}");
    }
}

#[test]
fn a_circle_through_several_formulas_is_told_with_its_way() {
    let second = HEAD.replace("\"A\"", "\"B\"");
    let text = format!(
        "{HEAD}unit = \"persons\"\nformula = \"B\"\n{second}unit = \"persons\"\nformula = \"A\"\n"
    );
    let problems =
        Catalogue::with(Some(("indicators.toml", text.as_bytes()))).expect_err("a circle");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].args, [("way".to_owned(), "A → B → A".to_owned())]);
}
