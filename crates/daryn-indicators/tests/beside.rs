//! Countries beside each other. All figures are made up.

use daryn_indicators::{Catalogue, Given, Harmoniser, Word, beside, derive, profile};

/// Figures `code,area,period,value,source,definition` beside each other.
fn table(rows: &[&str], indicator: &str) -> Option<(String, String, Vec<Option<f64>>)> {
    let catalogue = Catalogue::with(None).expect("the catalogue");
    let mut harmoniser = Harmoniser::new(&catalogue);
    harmoniser.begin("figures.csv", "");
    for (line, row) in (2..).zip(rows) {
        let cells: Vec<&str> = row.split(',').collect();
        let [code, area, period, value, source, definition] = cells[..] else { panic!("{row}") };
        let unit = if code == "GERD_GDP" { "percent" } else { "persons" };
        let given =
            Given { code, area, period, value, unit, source, definition, line, ..Given::default() };
        harmoniser.give(&given);
    }
    let (mut table, _) = harmoniser.end();
    let index = derive::derive(&catalogue, &mut table);
    let areas: Vec<Word> = ["KAZ", "CHN", "IND"].iter().map(|code| table.word(code)).collect();
    let place = catalogue.indicators.iter().position(|one| one.id.0 == indicator)?;
    let found = beside::beside(&catalogue, &table, &index, place, &areas)?;
    let values = found.cells.iter().map(|cell| cell.map(|shown| shown.value)).collect();
    Some((table.text(found.source).to_owned(), found.period.to_string(), values))
}

#[test]
fn only_figures_of_one_source_definition_and_period_stand_beside_each_other() {
    let rows = [
        "GERD_GDP,KAZ,2030,0.1,S,D",
        "GERD_GDP,CHN,2030,2.1,S,D",
        // Another source, another definition, another year.
        "GERD_GDP,IND,2030,0.7,T,D",
        "GERD_GDP,IND,2030,0.8,S,E",
        "GERD_GDP,IND,2031,0.9,S,D",
    ];
    let expected = vec![Some(0.1), Some(2.1), None];
    assert_eq!(table(&rows, "GERD_GDP"), Some(("S".to_owned(), "2030".to_owned(), expected)));
}

#[test]
fn more_countries_stand_before_a_later_year_and_that_before_the_order_of_sources() {
    let rows = [
        "GERD_GDP,KAZ,2030,0.1,S,D",
        "GERD_GDP,CHN,2030,2.1,S,D",
        "GERD_GDP,IND,2030,0.7,S,D",
        "GERD_GDP,KAZ,2031,0.2,S,D",
        "GERD_GDP,CHN,2031,2.2,S,D",
    ];
    let expected = vec![Some(0.1), Some(2.1), Some(0.7)];
    assert_eq!(table(&rows, "GERD_GDP"), Some(("S".to_owned(), "2030".to_owned(), expected)));
    let later = vec![Some(0.2), Some(2.2), None];
    let rows: Vec<&str> = rows.iter().filter(|row| !row.contains("IND")).copied().collect();
    assert_eq!(table(&rows, "GERD_GDP"), Some(("S".to_owned(), "2031".to_owned(), later)));
}

#[test]
fn what_is_computed_stands_beside_what_is_computed_of_the_same_source() {
    let rows = [
        "SCH_POP,KAZ,2030,1000,S,",
        "SCH_OUT,KAZ,2030,20,S,",
        "SCH_POP,CHN,2030,5000,S,",
        "SCH_OUT,CHN,2030,50,S,",
        "SCH_POP,IND,2030,5000,S,",
        "SCH_OUT,IND,2030,50,T,",
    ];
    // By hand: 20 / 1000 and 50 / 5000, per thousand.
    let (source, _, values) = table(&rows, "SCH_OUT_R").expect("figures");
    assert_eq!((source.as_str(), values), ("S", vec![Some(20.0), Some(10.0), None]));
}

#[test]
fn a_country_alone_stands_beside_nothing() {
    assert_eq!(table(&["GERD_GDP,KAZ,2030,0.1,S,D", "GERD_GDP,CHN,2031,2,S,D"], "GERD_GDP"), None);
    assert_eq!(table(&["GERD_GDP,CHN,2030,2,S,D", "GERD_GDP,IND,2030,1,S,D"], "GERD_GDP"), None);
}

#[test]
fn a_page_prefers_comparators_that_are_counted_as_the_country_is() {
    let catalogue = Catalogue::with(None).expect("the catalogue");
    let mut harmoniser = Harmoniser::new(&catalogue);
    harmoniser.begin("figures.csv", "");
    let rows = [("KAZ", "2031", "0.2", "S"), ("CHN", "2031", "2", "S"), ("CHN", "2035", "3", "T")];
    for (line, (area, period, value, source)) in (2..).zip(rows) {
        let given =
            Given { code: "GERD_GDP", area, period, value, source, line, ..Given::default() };
        harmoniser.give(&Given { unit: "percent", ..given });
    }
    harmoniser.give(&Given {
        code: "GERD_GDP",
        area: "IND",
        period: "2035",
        value: "0.7",
        source: "T",
        unit: "percent",
        line: 5,
        ..Given::default()
    });
    let (mut table, _) = harmoniser.end();
    let index = derive::derive(&catalogue, &mut table);
    let [kaz, chn, ind] = ["KAZ", "CHN", "IND"].map(|code| table.word(code));
    let page = profile::profile(&catalogue, &table, &index, kaz, &[chn, ind]);
    let beside: Vec<Option<f64>> =
        page.entries[0].beside.iter().map(|shown| shown.map(|shown| shown.value)).collect();
    // The rule alone would pick the later figure of the other source for China.
    assert_eq!(beside, [Some(2.0), Some(0.7)]);
}
