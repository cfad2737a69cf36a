//! The lists of areas, read once.
//!
//! `area-names.csv`, `area-groups.csv` and `former-areas.csv` are ours: names and codes seen in
//! tables of UN DESA, the SDG database, the World Bank, IAB, Eurostat, the BNS of Kazakhstan, and
//! formal names. `areas-cldr.csv` comes from CLDR (`areas-cldr.py`). Where both have a name, ours
//! decides. `Micronesia` alone is known to be several: for CLDR it is the country, for M49 the region,
//! and neither is written otherwise where it is meant. `Korea` and `Корея` are the Republic of Korea,
//! as the OECD and the IMF write; its neighbour is never called so alone.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use daryn_model::Lang;
use daryn_model::areas::{self, AreaCodes};

use super::{Area, Former, Group, GroupKind, fold, of_group};

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// What a code or a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    One(Area),
    /// Different areas have it; none where that is all that is known.
    Several(Vec<Area>),
}

impl Reading {
    /// The one area that is meant. Of several groups it is known that it is a group.
    pub(super) fn single(self) -> Option<Area> {
        match self {
            Reading::One(area) => Some(area),
            Reading::Several(areas) => {
                let are_groups = !areas.is_empty() && areas.iter().all(Area::is_aggregate);
                are_groups.then_some(Area::Aggregate(&BY_SOURCE))
            }
        }
    }

    fn add(&mut self, area: Area) {
        match self {
            Reading::One(known) if *known == area => {}
            Reading::One(known) => *self = Reading::Several(vec![*known, area]),
            Reading::Several(areas) if areas.is_empty() || areas.contains(&area) => {}
            Reading::Several(areas) => areas.push(area),
        }
    }
}

static BY_SOURCE: Group =
    Group { id: "BY_SOURCE", kind: GroupKind::BySource, name: "", codes: Vec::new() };

/// The letters of Kosovo are not in ISO 3166-1, which leaves them to users; its number is that of
/// the SDG database.
const KOSOVO: AreaCodes = AreaCodes { m49: "412", iso2: "XK", iso3: "XKX" };

pub(super) struct Tables {
    /// Codes, and abbreviations in capitals, letter by letter.
    pub(super) codes: HashMap<&'static str, Reading>,
    /// Names as [`fold`] writes them.
    pub(super) names: HashMap<String, Reading>,
    /// Names that mean one area, in order.
    pub(super) in_order: Vec<(String, Area)>,
    /// Groups by list and code.
    pub(super) groups: HashMap<(&'static str, &'static str), &'static Group>,
    pub(super) former: &'static [Former],
    /// Names of CLDR by ISO 3166-1 alpha-2 or M49 number, and language.
    pub(super) labels: HashMap<(&'static str, Lang), &'static str>,
    pub(super) of_source: Group,
}

/// A country by its letters or its number.
pub(super) fn country(code: &str) -> Option<AreaCodes> {
    let is_kosovo = [KOSOVO.m49, KOSOVO.iso2, KOSOVO.iso3].contains(&code);
    if is_kosovo { Some(KOSOVO) } else { areas::find(code) }
}

static FORMER: LazyLock<Vec<Former>> =
    LazyLock::new(|| rows(include_str!("../../../data/former-areas.csv")).map(former).collect());
static GROUPS: LazyLock<Vec<Group>> =
    LazyLock::new(|| rows(include_str!("../../../data/area-groups.csv")).map(group).collect());

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(';').collect())
}

fn names(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|name| !name.is_empty())
}

fn cell(row: &[&'static str], column: usize) -> &'static str {
    row.get(column).copied().unwrap_or_default()
}

fn former(row: Vec<&'static str>) -> Former {
    let year = |column| cell(&row, column).parse().unwrap_or_default();
    Former {
        id: cell(&row, 0),
        iso3: cell(&row, 1),
        iso2: cell(&row, 2),
        m49: cell(&row, 3),
        from: year(4),
        until: year(5),
        successors: cell(&row, 6).split_whitespace().collect(),
        name: names(cell(&row, 7)).next().unwrap_or_default(),
        dated: names(cell(&row, 8)).collect(),
    }
}

fn group(row: Vec<&'static str>) -> Group {
    let kind = match cell(&row, 1) {
        "world" => GroupKind::World,
        "region" => GroupKind::Region,
        "income" => GroupKind::Income,
        "development" => GroupKind::Development,
        "organisation" => GroupKind::Organisation,
        "lending" => GroupKind::Lending,
        "demography" => GroupKind::Demography,
        "union" => GroupKind::Union,
        "residual" => GroupKind::Residual,
        "marine" => GroupKind::Marine,
        "part" => GroupKind::Part,
        _ => GroupKind::Other,
    };
    let name = names(cell(&row, 3)).next().unwrap_or_default();
    let codes = cell(&row, 2).split_whitespace().filter_map(|code| code.split_once(':')).collect();
    Group { id: cell(&row, 0), kind, name, codes }
}

impl Tables {
    fn read() -> Tables {
        let mut tables = Tables {
            codes: HashMap::new(),
            names: HashMap::new(),
            in_order: Vec::new(),
            groups: HashMap::new(),
            former: &FORMER,
            labels: HashMap::new(),
            of_source: Group { kind: GroupKind::OfSource, ..BY_SOURCE.clone() },
        };
        let mut ours = BTreeMap::new();
        for row in rows(include_str!("../../../data/area-names.csv")) {
            match country(cell(&row, 0)).map(Area::Country) {
                Some(area) => tables.add_names(&mut ours, area, cell(&row, 1)),
                // Names of which it is known that more than one area has them.
                None => ours.extend(
                    names(cell(&row, 1)).map(|name| (fold(name), Reading::Several(Vec::new()))),
                ),
            }
        }
        for (former, row) in FORMER.iter().zip(rows(include_str!("../../../data/former-areas.csv")))
        {
            let area = Area::Former(former);
            for code in [former.iso3, former.iso2, former.m49] {
                if country(code).is_none() {
                    tables.add_code(code, area);
                }
            }
            tables.add_names(&mut ours, area, cell(&row, 7));
        }
        for (group, row) in GROUPS.iter().zip(rows(include_str!("../../../data/area-groups.csv"))) {
            let area = of_group(group);
            for &(list, code) in &group.codes {
                tables.add_code(code, area);
                tables.groups.insert((list, code), group);
                if matches!(list, "m49" | "unsdg" | "undesa") {
                    let short = code.trim_start_matches('0');
                    tables.add_code(short, area);
                    tables.groups.insert((list, short), group);
                }
            }
            tables.add_names(&mut ours, area, cell(&row, 3));
        }
        let mut cldr = BTreeMap::new();
        for row in rows(include_str!("../../../data/areas-cldr.csv")) {
            let (code, name) = (cell(&row, 0), cell(&row, 3));
            let known = country(code).map(Area::Country).or_else(|| {
                let group =
                    ["m49", "iso2"].iter().find_map(|list| tables.groups.get(&(*list, code)));
                group.map(|group| of_group(group))
            });
            let Some(area) = known else { continue };
            if let ("name", Some(lang)) = (cell(&row, 2), Lang::from_code(cell(&row, 1))) {
                tables.labels.insert((code, lang), name);
            }
            tables.add_names(&mut cldr, area, name);
        }
        cldr.extend(ours);
        tables.in_order = cldr
            .iter()
            .filter_map(|(name, reading)| match reading {
                Reading::One(area) => Some((name.clone(), *area)),
                Reading::Several(_) => None,
            })
            .collect();
        tables.names = cldr.into_iter().collect();
        tables
    }

    fn add_code(&mut self, code: &'static str, area: Area) {
        if !code.is_empty() {
            self.codes.entry(code).or_insert(Reading::One(area)).add(area);
        }
    }

    /// Abbreviations stand in capitals: `US` is an area, `us` is a word.
    fn add_names(&mut self, list: &mut BTreeMap<String, Reading>, area: Area, cell: &'static str) {
        for name in names(cell) {
            let is_short = name.chars().count() <= 6;
            if is_short && name.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '0'..='9')) {
                self.add_code(name, area);
            } else {
                list.entry(fold(name)).or_insert(Reading::One(area)).add(area);
            }
        }
    }
}
