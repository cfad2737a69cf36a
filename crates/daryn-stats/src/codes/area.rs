//! Areas: countries, areas of the past, parts of countries, and groups of them.
//!
//! An area is found by its code (M49, ISO 3166-1, World Bank, UN DESA, the SDG database, SDMX) or
//! by a name that a list holds: names of CLDR in English, Russian and Kazakh, and the spellings
//! that sources use. Upper and lower case, diacritics, blanks, footnote marks and the usual
//! abbreviations make no difference; nothing else is overlooked. A name that more than one area
//! has (`Конго`, `Virgin Islands`) is unknown.

mod marks;
mod tables;

use daryn_model::areas::AreaCodes;
use daryn_model::{Diagnostic, Lang};

use super::fold::fold;
use tables::{Reading, TABLES};

/// What a code or a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// A country or territory of ISO 3166-1, or Kosovo with the letters that ISO leaves to users
    /// (`XK`, `XKX`) and the number that the SDG database gives it (412).
    Country(AreaCodes),
    /// An area that is no more, or that had other borders.
    Former(&'static Former),
    /// More than one country, or what belongs to none: the world, regions, groups by income, rests.
    Aggregate(&'static Group),
    /// A part of a country: never a value of the country.
    Part(&'static Group),
}

/// An area of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its name here: the letters of ISO 3166, with a year where a present area has the same.
    pub id: &'static str,
    /// Letters that it had in ISO 3166-1. The successor may have them still (`SDN`).
    pub iso3: &'static str,
    /// Two letters that it had in ISO 3166-1.
    pub iso2: &'static str,
    /// M49 number; empty where it had none.
    pub m49: &'static str,
    /// First year.
    pub from: i32,
    /// Last year that statistics give for it as a rule.
    pub until: i32,
    /// The areas that came out of it, by ISO 3166-1 alpha-3 or `id`.
    pub successors: Vec<&'static str>,
    /// What it is called in English.
    pub name: &'static str,
    /// Codes and names that mean it in its years only.
    dated: Vec<&'static str>,
}

/// Several countries taken together, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name here: the M49 number, or the letters of the World Bank.
    pub id: &'static str,
    /// What sort of group.
    pub kind: GroupKind,
    /// What it is called in English.
    pub name: &'static str,
    codes: Vec<(&'static str, &'static str)>,
}

/// What sort of group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKind {
    /// The whole world.
    World,
    /// A part of the world.
    Region,
    /// Countries by income per head.
    Income,
    /// Countries by development as the United Nations see it.
    Development,
    /// Members of an organisation or of an agreement.
    Organisation,
    /// Countries by what the World Bank may lend them.
    Lending,
    /// Countries by the stage of the change in ages.
    Demography,
    /// Territories that are counted as one.
    Union,
    /// What is left: other and unspecified areas.
    Residual,
    /// A part of the sea.
    Marine,
    /// A part of one country.
    Part,
    /// A region of a source that makes its own; composition unknown here (UIS: `WB: World`).
    OfSource,
    /// The code or name means different groups in different sources: ask with the scheme.
    BySource,
    /// Anything else.
    Other,
}

/// Where a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scheme {
    /// Numbers of the United Nations Statistics Division, with or without leading zeros.
    M49,
    /// M49 and the numbers from 900 that UN DESA's Population Division gives to groups.
    UnDesa,
    /// M49 and the numbers from 900 that the SDG database gives to groups.
    UnSdg,
    /// ISO 3166-1 alpha-2.
    Iso2,
    /// ISO 3166-1 alpha-3.
    Iso3,
    /// Three letters of the World Bank, for countries and groups.
    WorldBank,
    /// Two letters or digits of the World Bank.
    WorldBank2,
    /// ISO 3166-1 alpha-3, and regions by name: `SDG: Central Asia`.
    Uis,
    /// ISO 3166-1 alpha-3, and groups with a low line: `_LIC`.
    SdgIndex,
    /// Code lists `CL_AREA` of SDMX: two letters, three letters, or M49 numbers.
    Sdmx,
    /// ISO 3166-1 alpha-2 with `EL` and `UK`, and groups such as `EU27_2020`.
    Eurostat,
}

/// Codes that an area may be brought to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// M49 number with its leading zeros.
    M49,
    /// ISO 3166-1 alpha-2.
    Iso2,
    /// ISO 3166-1 alpha-3.
    Iso3,
    /// Three letters of the World Bank.
    WorldBank,
}

/// The area that a code or a name means; `None` where it is not in the lists or means several.
///
/// A bare number is an M49 number: sources with numbers of their own (the IMF) must not be asked
/// about here. A number from 900 is a group whose meaning depends on the source; where that
/// matters, use [`find_in`].
pub fn find(text: &str) -> Option<Area> {
    readings(text)?.single()
}

/// The area that a code or a name means for a year: `SDN` of 2005 is the Sudan with the south.
///
/// Where no area of the past has the code in that year, it is what [`find`] says.
pub fn find_at(text: &str, year: i32) -> Option<Area> {
    let text = marks::clean(text);
    let name = fold(text);
    let in_year = TABLES.former.iter().find(|former| {
        (former.from..=former.until).contains(&year)
            && former.dated.iter().any(|dated| *dated == text || fold(dated) == name)
    });
    if let Some(former) = in_year {
        return Some(Area::Former(former));
    }
    match readings(text)? {
        // `CS` was two areas, one after the other.
        Reading::Several(areas) => areas.into_iter().find(|area| {
            matches!(area, Area::Former(former) if (former.from..=former.until).contains(&year))
        }),
        reading => reading.single(),
    }
}

/// The areas that are no more, or that had other borders.
pub fn former() -> impl Iterator<Item = &'static Former> {
    TABLES.former.iter()
}

/// The area that a code means in a scheme. Names are not looked at.
pub fn find_in(scheme: Scheme, code: &str) -> Option<Area> {
    use Scheme::{
        Eurostat, Iso2, Iso3, M49, SdgIndex, Sdmx, Uis, UnDesa, UnSdg, WorldBank, WorldBank2,
    };
    let code = code.trim();
    let lists: &[&str] = match scheme {
        M49 => &["m49"],
        UnDesa => &["undesa", "m49"],
        UnSdg => &["unsdg", "m49"],
        Iso2 => &["iso2"],
        Iso3 => &[],
        WorldBank => &["wb"],
        WorldBank2 => &["wb2"],
        Uis => &["wb"],
        SdgIndex => &["sdgindex"],
        Sdmx => &["ecb", "unsd", "m49", "iso2", "eurostat"],
        Eurostat => &["eurostat"],
    };
    let found = lists.iter().find_map(|list| TABLES.groups.get(&(*list, code)).copied());
    if let Some(group) = found {
        return Some(of_group(group));
    }
    let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match scheme {
        M49 | UnDesa | UnSdg => is_number,
        Iso2 | WorldBank2 | Eurostat => !is_number && code.len() == 2,
        Iso3 | WorldBank | SdgIndex => !is_number && code.len() == 3,
        Uis if code.contains(':') => return Some(Area::Aggregate(&TABLES.of_source)),
        Uis => !is_number && code.len() == 3,
        Sdmx => true,
    };
    let countries = |code: &str| tables::country(code).map(Area::Country);
    if !fits {
        return None;
    }
    countries(code).or_else(|| match TABLES.codes.get(code)? {
        // What only Eurostat and older tables write does not stand in ISO 3166.
        Reading::One(Area::Country(_)) if matches!(scheme, Iso2 | Iso3) => None,
        reading => reading.clone().single().filter(|area| !matches!(area, Area::Aggregate(_))),
    })
}

/// The known name that is nearest to an unknown one, to be shown to a person as a question.
///
/// Never to be used as an answer: `Nigera` is near to two countries.
pub fn nearest(text: &str) -> Option<&'static str> {
    let name = fold(marks::clean(text));
    let allowed = (name.chars().count() / 4).min(2);
    let mut best: Option<(usize, Area)> = None;
    for (known, area) in &TABLES.in_order {
        let distance = marks::distance(&name, known, allowed);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, *area));
        }
    }
    best.and_then(|(_, area)| area.name(Lang::En))
}

/// A code as a line of text: `aggregate` for groups, empty for what is unknown, for parts of
/// countries, and for areas that have no code of the kind.
pub fn line(text: &str, code: Code) -> &'static str {
    match find(text) {
        Some(area) if area.is_aggregate() => "aggregate",
        Some(area) => area.code(code).unwrap_or_default(),
        None => "",
    }
}

/// What is to be told of a name or code for which [`find`] gives nothing.
pub fn problem(text: &str, file: &str, line: u32) -> Diagnostic {
    let (code, near) = match (readings(text), nearest(text)) {
        (Some(_), _) => ("stats-area-several", None),
        (None, Some(near)) => ("stats-area-unknown-near", Some(near)),
        (None, None) => ("stats-area-unknown", None),
    };
    let problem = Diagnostic::warning(code, file, line).with("name", text.trim());
    match near {
        Some(near) => problem.with("nearest", near),
        None => problem,
    }
}

impl Area {
    /// Its code; `None` where it has none of the kind.
    pub fn code(&self, code: Code) -> Option<&'static str> {
        match (self, code) {
            (Area::Country(area), Code::M49) => Some(area.m49),
            (Area::Country(area), Code::Iso2) => Some(area.iso2),
            (Area::Country(area), Code::Iso3 | Code::WorldBank) => Some(area.iso3),
            (Area::Former(area), Code::M49) => Some(area.m49).filter(|code| !code.is_empty()),
            (Area::Former(area), Code::Iso2) => Some(area.iso2),
            (Area::Former(area), Code::Iso3) => Some(area.iso3),
            (Area::Former(_), Code::WorldBank) => None,
            (Area::Aggregate(group) | Area::Part(group), Code::M49) => group.code("m49"),
            (Area::Aggregate(group) | Area::Part(group), Code::WorldBank) => group.code("wb"),
            (Area::Aggregate(_) | Area::Part(_), Code::Iso2 | Code::Iso3) => None,
        }
    }

    /// Whether it is a group and no country.
    pub fn is_aggregate(&self) -> bool {
        matches!(self, Area::Aggregate(_))
    }

    /// What it is called; areas of the past and most groups have a name in English only.
    pub fn name(&self, lang: Lang) -> Option<&'static str> {
        let (key, english) = match self {
            Area::Country(area) => (area.iso2, ""),
            Area::Former(area) => ("", area.name),
            Area::Aggregate(group) | Area::Part(group) => {
                (group.code("m49").or(group.code("iso2")).unwrap_or_default(), group.name)
            }
        };
        let own = Some(english).filter(|name| lang == Lang::En && !name.is_empty());
        own.or_else(|| TABLES.labels.get(&(key, lang)).copied())
    }
}

impl Group {
    /// Its code in a list: `m49`, `undesa`, `unsdg`, `wb`, ...
    fn code(&self, list: &str) -> Option<&'static str> {
        self.codes.iter().find(|(name, _)| *name == list).map(|(_, code)| *code)
    }
}

fn of_group(group: &'static Group) -> Area {
    if group.kind == GroupKind::Part { Area::Part(group) } else { Area::Aggregate(group) }
}

/// All that a text may mean.
fn readings(text: &str) -> Option<Reading> {
    let text = marks::clean(text);
    let exact = |text: &str| {
        tables::country(text)
            .map(|codes| Reading::One(Area::Country(codes)))
            .or_else(|| TABLES.codes.get(text).cloned())
    };
    let named = |text: &str| TABLES.names.get(&fold(text)).cloned();
    if let Some(reading) = exact(text).or_else(|| named(text)) {
        return Some(reading);
    }
    if marks::is_region_of_source(text) {
        return Some(Reading::One(Area::Aggregate(&TABLES.of_source)));
    }
    let mut rest = text;
    while let Some((shorter, is_letter)) = marks::without_footnote(rest) {
        rest = shorter;
        // `DE1` is a region of Germany and not Germany with a footnote.
        let code = if is_letter { None } else { exact(rest) };
        if let Some(reading) = code.or_else(|| named(rest)) {
            return Some(reading);
        }
    }
    named(&marks::turned(rest)?)
}

#[cfg(test)]
mod tests;
