//! Every formula of the catalogue, computed by hand for one country and year. Figures of real
//! sources have the source beside them; where none were at hand they are made up and say so.

use daryn_indicators::{Catalogue, Given, Harmoniser, Table, derive};

/// Code, area, partner, period, value, unit.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

fn computed(rows: &[Row]) -> (Catalogue, Table) {
    let catalogue = Catalogue::built_in().expect("a catalogue without problems");
    let mut harmoniser = Harmoniser::new(&catalogue);
    harmoniser.begin("figures.csv", "");
    for (line, (code, area, partner, period, value, unit)) in (2..).zip(rows) {
        harmoniser.give(&Given {
            code,
            area,
            partner,
            period,
            value,
            unit,
            source: "S",
            line,
            ..Given::default()
        });
    }
    let (mut table, left) = harmoniser.end();
    assert_eq!(left.problems, []);
    derive::derive(&catalogue, &mut table);
    (catalogue, table)
}

/// The computed value of an indicator for an area, partner and period, and what it rests on.
fn value(
    table: &Table,
    id: &str,
    area: &str,
    partner: &str,
    period: &str,
) -> Option<(f64, String)> {
    let series = (0..).zip(&table.series).find(|(_, one)| {
        one.is_computed
            && table.text(one.indicator) == id
            && table.text(one.area) == area
            && table.text(one.partner) == partner
    })?;
    let points = (0..).zip(&series.1.points);
    let (at, point) = points.into_iter().find(|(_, point)| point.period.to_string() == period)?;
    Some((point.value?, table.support((series.0, at))))
}

struct Case {
    id: &'static str,
    at: (&'static str, &'static str, &'static str),
    rows: &'static [Row],
    /// What a person computes.
    by_hand: f64,
}

/// Figures and results; every formula of the catalogue must have a case.
const CASES: &[Case] = &[
    // Bureau of National Statistics of Kazakhstan, 2023, via mgorod.kz: 25,387 arrivals, 16,094
    // departures; it publishes a net of 9,293.
    Case {
        id: "MIG_NET",
        at: ("KAZ", "W", "2023"),
        rows: &[
            ("MIG_ARR", "KZ", "", "2023", "25387", "persons"),
            ("MIG_DEP", "KZ", "", "2023", "16094", "persons"),
        ],
        by_hand: 9293.0,
    },
    // The same; 25387 + 16094 = 41481, 9293 / 41481 = 22.403 %.
    Case {
        id: "MIG_EFFECT",
        at: ("KAZ", "W", "2023"),
        rows: &[
            ("MIG_ARR", "KZ", "", "2023", "25387", "persons"),
            ("MIG_DEP", "KZ", "", "2023", "16094", "persons"),
        ],
        by_hand: 22.403_027_9,
    },
    // World Bank, WDI of 2024-06-28: net migration 2020 of -12,432, a model; UN DESA 2020:
    // 18,776.707 thousand people. -12432 / 18776707 = -0.662 per thousand.
    Case {
        id: "MIG_NET_RATE",
        at: ("KAZ", "W", "2020"),
        rows: &[
            ("SM.POP.NETM", "KAZ", "", "2020", "-12432", ""),
            ("population_thousands", "398", "", "2020", "18776.707", ""),
        ],
        by_hand: -0.662_096_927,
    },
    // Made-up figures: what one registers is what the other sees.
    Case {
        id: "MIG_DEP_MIRROR",
        at: ("KAZ", "DEU", "2019"),
        rows: &[("MIG_ARR", "DE", "KZ", "2019", "5200", "persons")],
        by_hand: 5200.0,
    },
    Case {
        id: "MIG_ARR_MIRROR",
        at: ("KAZ", "UZB", "2019"),
        rows: &[("MIG_DEP", "UZ", "KZ", "2019", "7100", "persons")],
        by_hand: 7100.0,
    },
    // Made-up figures: shares 0.6, 0.3, 0.1; 0.36 + 0.09 + 0.01.
    Case {
        id: "MIG_DEP_CONC",
        at: ("KAZ", "W", "2019"),
        rows: &[
            ("MIG_DEP", "KZ", "RU", "2019", "600", "persons"),
            ("MIG_DEP", "KZ", "DE", "2019", "300", "persons"),
            ("MIG_DEP", "KZ", "US", "2019", "100", "persons"),
            ("MIG_DEP", "KZ", "", "2019", "1050", "persons"),
        ],
        by_hand: 0.46,
    },
    // Bureau of National Statistics, 2020, via zanmedia.kz, rounded: 4,400 arrivals and 15,600
    // departures of people with a specialty.
    Case {
        id: "MIG_NET_SPEC",
        at: ("KAZ", "W", "2020"),
        rows: &[
            ("MIG_ARR_SPEC_ALL", "KZ", "", "2020", "4400", "persons"),
            ("MIG_DEP_SPEC_ALL", "KZ", "", "2020", "15600", "persons"),
        ],
        by_hand: -11_200.0,
    },
    // UN DESA, International Migrant Stock 2019: 2,559,711 people from Kazakhstan in Russia.
    Case {
        id: "STOCK_EMI",
        at: ("KAZ", "RUS", "2019"),
        rows: &[("migrant_stock", "Russian Federation", "Kazakhstan", "2019", "2559711", "")],
        by_hand: 2_559_711.0,
    },
    // Made-up figures: 150 of 150 + 1350.
    Case {
        id: "SKILLED_EMI_RATE",
        at: ("KAZ", "W", "2010"),
        rows: &[
            ("SKILLED_ABROAD", "KZ", "", "2010", "150", "thousand persons"),
            ("SKILLED_HOME", "KZ", "", "2010", "1350000", "persons"),
        ],
        by_hand: 10.0,
    },
    Case {
        id: "OUT_STUD_MIRROR",
        at: ("KAZ", "RUS", "2019"),
        rows: &[("IN_STUD", "RU", "KZ", "2019", "65000", "persons")],
        by_hand: 65_000.0,
    },
    Case {
        id: "IN_STUD_MIRROR",
        at: ("KAZ", "IND", "2019"),
        rows: &[("OUT_STUD", "IN", "KZ", "2019", "9000", "persons")],
        by_hand: 9000.0,
    },
    // Made-up figures: 90 for 600.
    Case {
        id: "OUT_RATIO",
        at: ("KAZ", "W", "2019/2020"),
        rows: &[
            ("OUT_STUD", "KZ", "", "2019/2020", "90000", "persons"),
            ("HE_ENR", "KZ", "", "2019/2020", "600000", "persons"),
        ],
        by_hand: 15.0,
    },
    // Bureau of National Statistics, 2024/2025, via inbusiness.kz: 28,458 of 624,469 students.
    Case {
        id: "IN_RATIO",
        at: ("KAZ", "W", "2024/2025"),
        rows: &[
            ("HE_FOR", "KZ", "", "2024/2025", "28458", "persons"),
            ("HE_ENR", "KZ", "", "2024/2025", "624469", "persons"),
        ],
        by_hand: 4.557_151_8,
    },
    // Made-up figures.
    Case {
        id: "STUD_BALANCE",
        at: ("KAZ", "W", "2019"),
        rows: &[
            ("IN_STUD", "KZ", "", "2019", "40000", "persons"),
            ("OUT_STUD", "KZ", "", "2019", "84700", "persons"),
        ],
        by_hand: -44_700.0,
    },
    // Made-up figures: shares 0.5, 0.25, 0.25.
    Case {
        id: "OUT_CONC",
        at: ("KAZ", "W", "2019"),
        rows: &[
            ("OUT_STUD", "KZ", "RU", "2019", "200", "persons"),
            ("OUT_STUD", "KZ", "CN", "2019", "100", "persons"),
            ("OUT_STUD", "KZ", "KG", "2019", "100", "persons"),
        ],
        by_hand: 0.375,
    },
    Case {
        id: "OUT_LARGEST",
        at: ("KAZ", "W", "2019"),
        rows: &[
            ("OUT_STUD", "KZ", "RU", "2019", "200", "persons"),
            ("OUT_STUD", "KZ", "CN", "2019", "100", "persons"),
            ("OUT_STUD", "KZ", "KG", "2019", "100", "persons"),
        ],
        by_hand: 50.0,
    },
    // Ministry of Education of China, release of 2020-12-14: in 2019 703,500 left and 580,300
    // returned.
    Case {
        id: "RETURN_RATIO",
        at: ("CHN", "W", "2019"),
        rows: &[
            ("CN_RET", "CN", "", "2019", "580300", "persons"),
            ("CN_OUT", "CN", "", "2019", "703500", "persons"),
        ],
        by_hand: 82.487_562_2,
    },
    // MPIDR Scholarly Migration Database 2024 V1, Scopus, Kazakhstan 2017: 11,942 in the country,
    // 193 in, 128 out; it publishes 10.72, 16.16 and 5.44 per thousand.
    Case {
        id: "SCH_NET",
        at: ("KAZ", "W", "2017"),
        rows: &[
            ("SCH_IN", "KZ", "", "2017", "193", "persons"),
            ("SCH_OUT", "KZ", "", "2017", "128", "persons"),
        ],
        by_hand: 65.0,
    },
    Case {
        id: "SCH_OUT_R",
        at: ("KAZ", "W", "2017"),
        rows: &[
            ("SCH_POP", "KZ", "", "2017", "11942", "persons"),
            ("SCH_OUT", "KZ", "", "2017", "128", "persons"),
        ],
        by_hand: 10.718_472_6,
    },
    Case {
        id: "SCH_IN_R",
        at: ("KAZ", "W", "2017"),
        rows: &[
            ("SCH_POP", "KZ", "", "2017", "11942", "persons"),
            ("SCH_IN", "KZ", "", "2017", "193", "persons"),
        ],
        by_hand: 16.161_447_0,
    },
    Case {
        id: "SCH_NET_R",
        at: ("KAZ", "W", "2017"),
        rows: &[
            ("SCH_POP", "KZ", "", "2017", "11942", "persons"),
            ("SCH_IN", "KZ", "", "2017", "193", "persons"),
            ("SCH_OUT", "KZ", "", "2017", "128", "persons"),
        ],
        by_hand: 5.442_974_4,
    },
    // Report on the state programme: 18,454 researchers in 2015, head count; UN DESA 2020:
    // 17,572.01 thousand people. The national platform, with another population, has 778.
    Case {
        id: "RES_MIO",
        at: ("KAZ", "W", "2015"),
        rows: &[
            ("RESEARCHERS", "KZ", "", "2015", "18454", "persons"),
            ("population_thousands", "398", "", "2015", "17572.01", ""),
        ],
        by_hand: 1_050.192_893,
    },
    // Made-up figures: 14,500 of 22,000 permits.
    Case {
        id: "FLQ_USE",
        at: ("KAZ", "W", "2024"),
        rows: &[
            ("FLP", "KZ", "", "2024", "14500", "permits"),
            ("FLQ", "KZ", "", "2024", "22000", "permits"),
        ],
        by_hand: 65.909_090_9,
    },
    // Made-up figures: 190,000 for 19 million.
    Case {
        id: "HW_DENSITY",
        at: ("KAZ", "W", "2020"),
        rows: &[
            ("HW", "KZ", "", "2020", "190000", "persons"),
            ("POP", "KZ", "", "2020", "19000000", "persons"),
        ],
        by_hand: 100.0,
    },
    Case {
        id: "HW_FOREIGN_SH",
        at: ("DEU", "W", "2020"),
        rows: &[
            ("HW_FOREIGN", "DE", "", "2020", "50", "thousand persons"),
            ("HW", "DE", "", "2020", "400000", "persons"),
        ],
        by_hand: 12.5,
    },
    Case {
        id: "HW_ABROAD",
        at: ("KAZ", "DEU", "2020"),
        rows: &[("HW_FOREIGN", "DE", "KZ", "2020", "1700", "persons")],
        by_hand: 1700.0,
    },
];

#[test]
fn every_formula_gives_what_a_person_computes() {
    for Case { id, at: (area, partner, period), rows, by_hand } in CASES {
        let (_, table) = computed(rows);
        let (found, support) = value(&table, id, area, partner, period).expect(id);
        let off = (found - by_hand).abs() / by_hand.abs();
        assert!(off < 1e-7, "{id}: {found} instead of {by_hand}");
        assert!(support.contains("figures.csv:2"), "{id}: {support}");
    }
}

#[test]
fn every_formula_of_the_catalogue_was_computed_by_hand() {
    let catalogue = Catalogue::built_in().expect("a catalogue");
    let formulas = catalogue.indicators.iter().filter(|one| one.formula.is_some());
    let missing: Vec<&str> = formulas
        .map(|one| one.id.0.as_str())
        .filter(|id| CASES.iter().all(|case| case.id != *id))
        .collect();
    assert_eq!(missing, [""; 0]);
    assert!(CASES.len() >= 20);
}

#[test]
fn a_computed_value_names_everything_that_it_rests_on() {
    let case = CASES.iter().find(|case| case.id == "MIG_DEP_CONC").expect("a case");
    let (_, table) = computed(case.rows);
    let (_, support) = value(&table, "MIG_DEP_CONC", "KAZ", "W", "2019").expect("a value");
    assert_eq!(support, "figures.csv:2; figures.csv:3; figures.csv:4");
}

#[test]
fn what_is_not_there_is_not_computed_and_what_is_not_defined_has_no_value() {
    // Another period, a part of the year, and a total that single partners do not cover.
    let rows: &[Row] = &[
        ("MIG_ARR", "KZ", "", "2022", "1", "persons"),
        ("MIG_DEP", "KZ", "", "2023", "1", "persons"),
        ("MIG_DEP", "KZ", "", "2022-S1", "1", "persons"),
        ("OUT_STUD", "KZ", "RU", "2022", "71300", "persons"),
        ("OUT_STUD", "KZ", "CN", "2022", "1000", "persons"),
        ("OUT_STUD", "KZ", "TR", "2022", "1000", "persons"),
        ("OUT_STUD", "KZ", "", "2022", "89000", "persons"),
        ("SCH_OUT", "KZ", "", "2022", "0", "persons"),
        ("SCH_POP", "KZ", "", "2022", "0", "persons"),
    ];
    let (_, table) = computed(rows);
    let has = |id: &str| {
        table.series.iter().any(|one| one.is_computed && table.text(one.indicator) == id)
    };
    assert!(!has("MIG_NET") && !has("OUT_CONC") && !has("OUT_LARGEST"));
    // 0 of 0 is not 0.
    assert!(has("SCH_OUT_R"));
    assert_eq!(value(&table, "SCH_OUT_R", "KAZ", "W", "2022"), None);
}
