//! Checks of figures on made-up tables: each says what it must say, and nothing where nothing is.

use daryn_indicators::quality::{self, Issue, Kind};
use daryn_indicators::{Catalogue, Given, Harmoniser, derive};

/// Rows as `code,area,partner,period,value,source[,key=value...]`.
fn issues(rows: &[&str]) -> Vec<Issue> {
    let catalogue = Catalogue::built_in().expect("a catalogue");
    let mut harmoniser = Harmoniser::new(&catalogue);
    harmoniser.begin("figures.csv", "");
    for (line, row) in (2..).zip(rows) {
        let cells: Vec<&str> = row.split(',').collect();
        let more = |name: &str| {
            cells[6..]
                .iter()
                .find_map(|cell| cell.strip_prefix(name)?.strip_prefix('='))
                .unwrap_or("")
        };
        harmoniser.give(&Given {
            code: cells[0],
            area: cells[1],
            partner: cells[2],
            period: cells[3],
            value: cells[4],
            source: cells[5],
            sex: more("sex"),
            unit: more("unit"),
            status: more("status"),
            definition: more("definition"),
            vintage: more("vintage"),
            note: more("note"),
            is_derived: more("derived") == "yes",
            line,
            ..Given::default()
        });
    }
    let (mut table, _) = harmoniser.end();
    let index = derive::derive(&catalogue, &mut table);
    quality::check(&catalogue, &table, &index)
}

/// Sort, area, period and values of the issues of some kinds.
fn told(rows: &[&str], kinds: &[Kind]) -> Vec<(Kind, String, String)> {
    let found = issues(rows).into_iter().filter(|issue| kinds.contains(&issue.kind));
    found.map(|issue| (issue.kind, issue.area, issue.period)).collect()
}

fn one(kind: Kind, area: &str, period: &str) -> Vec<(Kind, String, String)> {
    vec![(kind, area.to_owned(), period.to_owned())]
}

fn arg<'a>(issue: &'a Issue, name: &str) -> &'a str {
    issue.args.iter().find(|(own, _)| *own == name).map_or("", |(_, text)| text)
}

#[test]
fn a_thousandfold_or_more_is_another_unit_also_where_prices_were_rebased() {
    let factors = [919_500.0, 1_010_000.0, 1_080_000.0, 960_000.0, 1_000_000.0];
    let rows: Vec<String> = (2031..)
        .zip(factors)
        .flat_map(|(year, factor)| {
            let other = 3.0 * factor;
            [format!("FLQ,KZ,,{year},3,ONE"), format!("FLQ,KZ,,{year},{other},TWO")]
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    // Once, and not again for each year.
    let kinds = [Kind::Scale, Kind::Rebased, Kind::SourcesDiffer];
    assert_eq!(told(&rows, &kinds), one(Kind::Scale, "KAZ", "2031–2035"));
    // Two hundred times is no power of ten.
    let rows: Vec<String> = (2031..2036)
        .flat_map(|year| [format!("FLQ,KZ,,{year},3,ONE"), format!("FLQ,KZ,,{year},600,TWO")])
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(told(&rows, &kinds[..2]), one(Kind::Rebased, "KAZ", "2031–2035"));
}

#[test]
fn dollars_and_millions_of_dollars_are_compared_in_one_unit() {
    // UIS gives dollars, the SDG database millions.
    let rows = [
        "odaflow_volumescholarship,KZ,,2031,2000000.0,UIS",
        "DC_TOF_SCHIPSL,KZ,,2031,2.01,UNSD,unit=million constant US dollars",
    ];
    assert_eq!(told(&rows, &[Kind::SourcesDiffer]), []);
}

#[test]
fn two_counts_of_one_quantity_lie_apart() {
    // Twins of the two counts of foreign students; the third source agrees within two percent.
    let rows = ["HE_FOR,KZ,,2031/2032,1000,OFFICE", "MIN_FOR,KZ,,2031/2032,1200,MINISTRY"];
    let found = issues(&rows);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].kind, found[0].area.as_str()), (Kind::SourcesDiffer, "KAZ"));
    assert_eq!(arg(&found[0], "spread"), "16.7");
    assert!(arg(&found[0], "values").contains("1000 (2031/2032; OFFICE, HE_FOR)"));
    assert_eq!(found[0].points.len(), 2);
    let near = ["HE_FOR,KZ,,2031/2032,1000,OFFICE", "MIN_FOR,KZ,,2031/2032,1010,MINISTRY"];
    assert_eq!(issues(&near), []);
    // Other years are other figures, unless they lie far apart.
    let years = ["OE_5T8,IN,,2031,508,HOSTS", "IN_OUT_STOCK,IN,,2034,1336,MISSIONS"];
    assert_eq!(told(&years, &[Kind::SourcesDiffer]), one(Kind::SourcesDiffer, "IND", "2031–2034"));
}

#[test]
fn three_publications_of_one_rate_are_told_together() {
    let rows = [
        "SCH_OUT_R,KZ,,2037,10.7,A,unit=per_1000",
        "SCH_OUT_R,KZ,,2037,17.3,B,unit=per_1000",
        "SCH_OUT,KZ,,2037,366,C",
        "SCH_POP,KZ,,2037,10000,C",
    ];
    let found = issues(&rows);
    assert_eq!(found.len(), 1, "{found:?}");
    let values = arg(&found[0], "values");
    assert!(["10.7 (", "17.3 (", "36.6 ("].iter().all(|value| values.contains(value)), "{values}");
}

#[test]
fn a_zero_throughout_is_seen_beside_others() {
    let codes = ["DE", "FR", "IT", "ES", "PL", "SE", "NO", "FI", "DK", "GR", "PT", "JP"];
    let mut rows = Vec::new();
    for year in 2031..2036 {
        rows.extend(codes.iter().map(|code| format!("sea,{code},,{year},{}.5,INDEX", year - 2000)));
        rows.push(format!("sea,KZ,,{year},0,INDEX"));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let kinds = [Kind::ZeroMissing];
    assert_eq!(told(&rows, &kinds), one(Kind::ZeroMissing, "KAZ", "2031–2035"));
    // Where zeros are usual they say nothing.
    let usual: Vec<String> =
        rows.iter().map(|row| row.replace(".5,", ",").replace(",31,", ",0,")).collect();
    let usual: Vec<&str> = usual.iter().map(String::as_str).collect();
    assert_eq!(told(&usual, &kinds), []);
}

#[test]
fn an_exact_zero_among_large_values_is_probably_missing() {
    let rows = [
        "SM.POP.NETM,KZ,,2031,-20000,WB",
        "SM.POP.NETM,KZ,,2032,-12000,WB",
        "SM.POP.NETM,KZ,,2033,-18000,WB",
        "SM.POP.NETM,KZ,,2034,0,WB",
    ];
    assert_eq!(told(&rows, &[Kind::ZeroMissing]), one(Kind::ZeroMissing, "KAZ", "2034"));
    assert_eq!(told(&rows, &[Kind::Modelled]), one(Kind::Modelled, "KAZ", "2031–2034"));
    // The end of a slow fall is a zero.
    let fall = ["x,KZ,,2031,9000,S", "x,KZ,,2032,900,S", "x,KZ,,2033,9,S", "x,KZ,,2034,0,S"];
    assert_eq!(told(&fall, &[Kind::ZeroMissing]), []);
}

#[test]
fn what_was_derived_is_told_by_column_and_by_remark() {
    for more in ["derived=yes", "note=level divided by the year-on-year change"] {
        let row = format!("MIG_ARR,KZ,,2031,10980,S,{more}");
        assert_eq!(told(&[&row], &[Kind::Derived]), one(Kind::Derived, "KAZ", "2031"), "{more}");
    }
    assert_eq!(issues(&["MIG_ARR,KZ,,2031,10980,S,note=rounded"]), []);
}

#[test]
fn parts_of_years_stand_beside_years_and_are_taken_for_them() {
    let rows = ["MIG_DEP,KZ,,2031,30000,S", "MIG_DEP,KZ,,2032-M01/M09,21000,S"];
    assert_eq!(told(&rows, &[Kind::PartYear]), one(Kind::PartYear, "KAZ", "2032-M01/M09"));
    let taken = ["MIG_DEP,KZ,,2032,21000,PRESS", "MIG_DEP,KZ,,2032-M01/M09,21000,S"];
    assert_eq!(told(&taken, &[Kind::PartYearAsYear]), one(Kind::PartYearAsYear, "KAZ", "2032"));
}

#[test]
fn sources_that_move_in_opposite_directions_and_jumps_are_told() {
    let mut rows = Vec::new();
    for (year, a, b) in
        [(2031, 400, 690), (2032, 392, 694), (2033, 386, 694), (2034, 612, 611), (2035, 640, 640)]
    {
        rows.push(format!(
            "RES_MIO,KZ,,{year},{a},UN,definition={}",
            if year < 2034 { "old" } else { "new" }
        ));
        rows.push(format!("RES_MIO,KZ,,{year},{b},OFFICE"));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let found = issues(&rows);
    let opposite = found.iter().find(|issue| issue.kind == Kind::OppositeChange).expect("one");
    assert_eq!(opposite.period, "2033–2034");
    assert!(
        arg(opposite, "values").contains("386 → 612")
            && arg(opposite, "values").contains("694 → 611")
    );
    assert_eq!(told(&rows, &[Kind::Jump]), one(Kind::Jump, "KAZ", "2034"));
    assert_eq!(told(&rows, &[Kind::DefinitionChanged]).len(), 1);
}

#[test]
fn releases_rebased_series_and_other_units_are_told_apart() {
    let release =
        ["GERD_GDP,KZ,,2031,0.12286,UN,vintage=2032", "GERD_GDP,KZ,,2031,0.11683,UN,vintage=2038"];
    assert_eq!(told(&release, &[Kind::Revised]), one(Kind::Revised, "KAZ", "2031"));
    let times = |factor: f64| -> Vec<String> {
        (2031..2036)
            .flat_map(|year| {
                let value = f64::from(year - 2000) * 7.0;
                [
                    format!("x,KZ,,{year},{value},A,unit=persons"),
                    format!("x,KZ,,{year},{},B,unit=persons", value * factor),
                ]
            })
            .collect()
    };
    for (factor, kind) in [(1.03, Kind::Rebased), (1000.0, Kind::Scale)] {
        let rows = times(factor);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(told(&rows, &[Kind::Rebased, Kind::Scale]), one(kind, "KAZ", "2031–2035"));
    }
}

#[test]
fn gaps_uneven_years_breaks_estimates_and_doubles() {
    let gap = ["x,KZ,,2031,5,S", "x,KZ,,2032,5,S", "x,KZ,,2033,5,S", "x,KZ,,2036,5,S"];
    assert_eq!(told(&gap, &[Kind::Gap]), one(Kind::Gap, "KAZ", "2033–2036"));
    assert_eq!(arg(&issues(&gap)[0], "years"), "2034–2035");
    let uneven = ["x,KZ,,2030,5,S", "x,KZ,,2035,5,S", "x,KZ,,2040,5,S", "x,KZ,,2044,5,S"];
    assert_eq!(told(&uneven, &[Kind::UnevenYears, Kind::Gap]).len(), 1);
    let even = ["x,KZ,,2030,5,S", "x,KZ,,2035,5,S", "x,KZ,,2040,5,S", "x,KZ,,2045,5,S"];
    assert_eq!(issues(&even), []);
    let status = ["x,KZ,,2031,5,S,status=B", "x,KZ,,2032,5,S,status=E"];
    assert_eq!(told(&status, &[Kind::Break, Kind::Estimate]).len(), 2);
    let double = ["x,KZ,,2031,5,S", "x,KZ,,2031,6,S"];
    assert_eq!(told(&double, &[Kind::Duplicate]), one(Kind::Duplicate, "KAZ", "2031"));
}

#[test]
fn sums_that_do_not_add_up() {
    let sexes = |women: i32| {
        [
            "MIG_DEP,KZ,,2031,1000,S".to_owned(),
            format!("MIG_DEP,KZ,,2031,{women},S,sex=F"),
            "MIG_DEP,KZ,,2031,400,S,sex=M".to_owned(),
        ]
    };
    let count = |women: i32| {
        let rows = sexes(women);
        told(&rows.each_ref().map(String::as_str), &[Kind::SumMismatch]).len()
    };
    assert_eq!((count(600), count(700)), (0, 1));
    let partners =
        ["MIG_DEP,KZ,,2031,1000,S", "MIG_DEP,KZ,RU,2031,800,S", "MIG_DEP,KZ,DE,2031,300,S"];
    assert_eq!(told(&partners, &[Kind::SumMismatch]).len(), 1);
    let formula = ["MIG_ARR,KZ,,2031,900,S", "MIG_DEP,KZ,,2031,500,S", "MIG_NET,KZ,,2031,300,S"];
    let found = issues(&formula);
    assert_eq!(
        (found[0].kind, found[0].form, arg(&found[0], "sum")),
        (Kind::SumMismatch, "formula", "400")
    );
    let mirror = ["MIG_DEP,KZ,DE,2031,1000,S", "MIG_ARR,DE,KZ,2031,5000,T"];
    assert_eq!(told(&mirror, &[Kind::Mirror]).len(), 2);
}

#[test]
fn groups_former_countries_and_overlapping_periods() {
    let groups = ["x,KZ,,2031,1,S", "x,UZ,,2031,1,S", "x,KG,,2031,1,S", "x,Central Asia,,2031,3,S"];
    assert_eq!(told(&groups, &[Kind::AggregateAmongCountries]).len(), 1);
    let kinds = [Kind::AreaChanged];
    assert_eq!(told(&["x,SUN,,1985,1,S"], &kinds), one(Kind::AreaChanged, "SUN", "1985"));
    assert_eq!(told(&["x,SDN,,2005,1,S"], &kinds), one(Kind::AreaChanged, "SDN", "2005"));
    assert_eq!(told(&["x,KAZ,,1985,1,S"], &kinds), one(Kind::AreaChanged, "KAZ", "1985"));
    assert_eq!(told(&["x,KAZ,,1995,1,S", "x,SDN,,2015,1,S"], &kinds), []);
    let overlap = ["x,KZ,,2031/2032,1,S", "x,KZ,,2032,1,S"];
    assert_eq!(told(&overlap, &[Kind::Overlap]), one(Kind::Overlap, "KAZ", "2032"));
    // A part lies within its year.
    assert_eq!(told(&["x,KZ,,2032,2,S", "x,KZ,,2032-S1,1,S"], &[Kind::Overlap]), []);
}
