//! The page of a country: what is shown, what is in doubt, partners, and the status of what was
//! computed. All figures are made up.

use daryn_indicators::catalogue::Moves;
use daryn_indicators::profile::{Entry, Profile};
use daryn_indicators::{
    Catalogue, Given, Harmoniser, PointId, Table, choice, derive, profile, when,
};

/// What is known of Kazakhstan by rows `code,partner,period,value,source[,name=value...]`.
fn page(rows: &[&str]) -> (Catalogue, Table, Profile) {
    let catalogue = Catalogue::built_in().expect("the catalogue");
    let mut harmoniser = Harmoniser::new(&catalogue);
    harmoniser.begin("figures.csv", "");
    for (line, row) in (2..).zip(rows) {
        let cells: Vec<&str> = row.split(',').collect();
        let more = |name: &str| {
            let found = cells[5..].iter().find_map(|cell| cell.strip_prefix(name));
            found.and_then(|rest| rest.strip_prefix('=')).unwrap_or("")
        };
        harmoniser.give(&Given {
            code: cells[0],
            area: "KZ",
            partner: cells[1],
            period: cells[2],
            value: cells[3],
            source: cells[4],
            status: more("status"),
            vintage: more("vintage"),
            definition: more("definition"),
            education: more("education"),
            line,
            ..Given::default()
        });
    }
    let (mut table, _) = harmoniser.end();
    let index = derive::derive(&catalogue, &mut table);
    let area = table.word("KAZ");
    let profile = profile::profile(&catalogue, &table, &index, area, &[]);
    (catalogue, table, profile)
}

fn entry<'p>(catalogue: &Catalogue, profile: &'p Profile, id: &str) -> Option<&'p Entry> {
    let place = catalogue.place(id)?;
    profile.entries.iter().find(|entry| entry.place == place)
}

/// A partner, its value and its share.
type Partner = (String, f64, Option<f64>);

/// Partners of an indicator with values and shares.
fn partners(rows: &[&str], id: &str) -> (Option<Moves>, Vec<Partner>) {
    let (_, table, profile) = page(rows);
    let (_, found) =
        profile.partners.iter().find(|(word, _)| table.text(*word) == id).expect("partners");
    let of = |one: &daryn_indicators::partners::Partner| {
        (table.text(one.partner).to_owned(), one.value, one.share)
    };
    (found.moves, found.partners.iter().map(of).collect())
}

const FLOWS: [&str; 6] = [
    "MIG_ARR,UZ,2031,400,A",
    "MIG_DEP,UZ,2031,100,A",
    "MIG_ARR,RU,2031,100,A",
    "MIG_DEP,RU,2031,900,A",
    "MIG_ARR,,2031,500,A",
    "MIG_DEP,,2031,1000,A",
];

#[test]
fn shares_are_of_counts_in_one_direction_only() {
    let (moves, arrivals) = partners(&FLOWS, "MIG_ARR");
    let share = |code: &str, value, share| (String::from(code), value, Some(share));
    assert_eq!(moves, Some(Moves::In));
    assert_eq!(arrivals, [share("UZB", 400.0, 0.8), share("RUS", 100.0, 0.2)]);
    // The largest without its sign stands first, and a balance has no shares.
    let none = |code: &str, value| (String::from(code), value, None);
    let (moves, net) = partners(&FLOWS, "MIG_NET");
    assert_eq!(moves, Some(Moves::Net));
    assert_eq!(net, [none("RUS", -800.0), none("UZB", 300.0)]);
    // A ratio neither moves nor has parts.
    let (moves, ratio) = partners(&FLOWS, "MIG_EFFECT");
    assert_eq!(moves, None);
    assert_eq!(ratio, [none("RUS", -80.0), none("UZB", 60.0)]);
}

#[test]
fn what_is_only_in_doubt_is_not_missing() {
    let (catalogue, table, profile) = page(&[
        "FLQ,,2030,22000,PRESS,status=U",
        "FLQ,,2031,23000,PRESS,status=U",
        "MIG_NET_SPEC,,2031,-700,PRESS,status=U,education=SPECIALTY_MEDICAL",
        "ACMOB_OUT,,2031,4400,PRESS,status=U",
        "ACMOB_OUT,PL,2031,668,OFFICE",
        "ACMOB_OUT,TR,2031,619,OFFICE",
    ]);
    let told: Vec<(&str, &str, Vec<f64>)> = profile
        .doubtful
        .iter()
        .map(|one| {
            let values = one.values.iter().map(|shown| shown.value).collect();
            (catalogue.indicators[one.place].id.0.as_str(), one.part.as_str(), values)
        })
        .collect();
    let expected = [
        ("MIG_NET_SPEC", "education=SPECIALTY_MEDICAL", vec![-700.0]),
        ("ACMOB_OUT", "", vec![4400.0]),
        ("FLQ", "", vec![22000.0, 23000.0]),
    ];
    assert_eq!(told, expected);
    assert_eq!(table.text(profile.doubtful[2].source), "PRESS");
    let missing: Vec<&str> =
        profile.missing.iter().map(|place| catalogue.indicators[*place].id.0.as_str()).collect();
    assert!(!missing.contains(&"FLQ") && !missing.contains(&"ACMOB_OUT"), "{missing:?}");
    assert!(missing.contains(&"FLP"));
}

#[test]
fn a_later_release_takes_the_place_of_an_earlier_one_whatever_its_status() {
    let rows = [
        "MIG_ARR,,2030,500,A,definition=D",
        "MIG_ARR,,2031,510,A,status=P,vintage=2032-02-10,definition=D",
        "MIG_ARR,,2031,520,A,status=U,vintage=2032-08-22,definition=D",
        "MIG_ARR,,2032,530,A,definition=D",
        "MIG_ARR,,2033,540,A,definition=D",
        // Of another definition nothing is superseded.
        "KANDAS,,2031,10,A,vintage=2032-02-10,definition=D",
        "KANDAS,,2031,20,A,status=U,vintage=2032-08-22,definition=E",
    ];
    let (catalogue, _, profile) = page(&rows);
    let arrivals = entry(&catalogue, &profile, "MIG_ARR").expect("arrivals");
    let values = |shown: &[profile::Shown]| -> Vec<(String, f64)> {
        shown.iter().map(|one| (when(one.period), one.value)).collect()
    };
    let at = |year: &str, value| (year.to_owned(), value);
    assert_eq!(values(&arrivals.values), [at("2030", 500.0), at("2032", 530.0), at("2033", 540.0)]);
    // The year is not passed over in silence.
    assert_eq!(values(&arrivals.in_doubt), [at("2031", 520.0)]);
    let returnees = entry(&catalogue, &profile, "KANDAS").expect("returnees");
    assert_eq!(values(&returnees.values), [at("2031", 10.0)]);
    let same = rows.map(|row| row.replace("status=U", "status=A"));
    let same: Vec<&str> = same.iter().map(String::as_str).collect();
    let (catalogue, _, profile) = page(&same);
    let arrivals = entry(&catalogue, &profile, "MIG_ARR").expect("arrivals");
    assert_eq!(values(&arrivals.values)[1], at("2031", 520.0));
}

#[test]
fn what_is_computed_says_the_worst_of_what_it_rests_on_and_only_its_own_releases() {
    let (_, table, _) = page(&[
        "SCH_POP,,2030,1000,A,vintage=2031",
        "SCH_OUT,,2030,10,A,vintage=2031",
        "SCH_POP,,2031,1000,A,status=E,vintage=2032",
        "SCH_OUT,,2031,10,A,status=P,vintage=2032",
        "SCH_POP,,2032,1000,A,vintage=2033",
        "SCH_OUT,,2032,10,A,status=F,vintage=2033",
        "SCH_POP,,2033,1000,A,vintage=2034",
        "SCH_OUT,,2033,10,A,status=U,vintage=2034",
    ]);
    let number = table.series.iter().position(|one| table.text(one.indicator) == "SCH_OUT_R");
    let number = number.expect("a rate") as u32;
    let told: Vec<(String, String)> = (0..4)
        .map(|point| -> PointId { (number, point) })
        .map(|id| (table.status(id), table.vintage(id)))
        .collect();
    let pair = |status: &str, vintage: &str| (status.to_owned(), vintage.to_owned());
    let expected = [
        pair("derived", "2031"),
        pair("derived+E", "2032"),
        pair("derived+F", "2033"),
        pair("U", "2034"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn later_figures_in_doubt_are_named_beside_the_source_that_is_picked() {
    let catalogue = Catalogue::built_in().expect("the catalogue");
    let (_, table, _) = page(&[
        "RD_PERS,,2031,100,OFFICE",
        "RD_PERS,,2034,120,PRESS,status=U",
        "RD_PERS,,2030,90,OLD,status=U",
    ]);
    let index = daryn_indicators::index::Index::new(&table);
    let word = |text: &str| table.known(text).expect("a word");
    let key = (word("RD_PERS"), word("KAZ"), word("W"));
    let found = choice::compare(&catalogue, &table, &index, key).expect("a comparison");
    let later: Vec<&str> = found
        .later_in_doubt(&table)
        .iter()
        .map(|(side, _)| table.text(found.sides[*side].source))
        .collect();
    assert_eq!(later, ["PRESS"]);
}
