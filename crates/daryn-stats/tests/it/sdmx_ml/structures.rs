//! Structures: every code, every component, every reference; and data read with a structure.

use std::fs;

use daryn_stats::sdmx::{Attachment, Structure, Structures, ml};
use daryn_stats::{Role, Source};

use super::tree::{Element, tree};
use super::{read, source};
use crate::shared::{files, folder};

fn id(element: &Element) -> String {
    element.get("id").unwrap_or_default().to_owned()
}

/// What a `Ref` or an address names, by another way than the reader's.
fn named(element: &Element) -> Option<String> {
    if element.name.starts_with("Annotation") {
        return None;
    }
    if element.name == "Ref" {
        let get = |name: &str| element.get(name).filter(|text| !text.is_empty());
        let (holder, version, item) = match get("maintainableParentID") {
            Some(holder) => (holder, get("maintainableParentVersion"), get("id")),
            None => (get("id")?, get("version"), None),
        };
        let agency = get("agencyID").map(|agency| format!("{agency}:")).unwrap_or_default();
        let version = version.map(|version| format!("({version})")).unwrap_or_default();
        let item = item.map(|item| format!(".{item}")).unwrap_or_default();
        return Some(format!("{agency}{holder}{version}{item}"));
    }
    let text = element.text.trim();
    text.starts_with("urn:sdmx:").then(|| text.split_once('=').expect("a name").1.to_owned())
}

#[test]
fn every_code_and_every_reference_of_every_specimen_is_an_item() {
    let Some(folder) = folder("data/sdmx") else { return };
    let (mut codes, mut references, mut concepts) = (0, 0, 0);
    for path in files(&folder, ".xml") {
        let raw = fs::read(&path).expect("a file");
        let root = tree(&raw);
        if root.name != "Structure" {
            continue;
        }
        let all = read(&Source::file(&path), None);
        assert_eq!((all.rows.len(), all.problems.len()), (0, 0), "{}", path.display());
        let mut elements = Vec::new();
        root.all("Structures").for_each(|structures| structures.every(&mut elements));
        let mut expected = Vec::new();
        for (list, code) in
            [("Codelist", "Code"), ("ConceptScheme", "Concept"), ("ValueList", "ValueItem")]
        {
            for holder in elements.iter().filter(|element| element.name == list) {
                for at in holder.all(code) {
                    let names = at.all("Name").map(|name| {
                        let language = name.get("xml:lang").unwrap_or_default().to_owned();
                        (language, name.text.trim().to_owned())
                    });
                    expected.push((id(at), names.collect::<Vec<_>>(), at.bytes));
                }
            }
            let found: Vec<_> = all
                .items
                .iter()
                .filter(|item| item.kind == list && item.element == code)
                .map(|item| {
                    let bytes = (item.place.0 as usize, item.place.1 as usize);
                    (item.id.clone(), item.names.clone(), bytes)
                })
                .collect();
            assert_eq!(found, expected, "{}", path.display());
            if code == "Code" {
                codes += found.len();
            } else {
                concepts += found.len();
            }
            expected.clear();
        }
        let mut wanted: Vec<_> = elements.iter().filter_map(|element| named(element)).collect();
        references += wanted.len();
        let mut found: Vec<_> =
            all.items.iter().flat_map(|item| &item.references).map(|at| &at.1).collect();
        found.sort();
        let parents =
            all.items.iter().filter(|item| !item.parent.is_empty()).map(|item| &item.parent);
        let mut parents: Vec<_> = parents.collect();
        wanted.retain(|name| {
            if let Ok(at) = found.binary_search(&name) {
                found.remove(at);
                return false;
            }
            // A reference to the code above is told as such.
            match parents.iter().position(|parent| name.ends_with(parent.as_str())) {
                Some(at) => {
                    parents.remove(at);
                    false
                }
                None => true,
            }
        });
        assert_eq!(wanted, Vec::<String>::new(), "{}", path.display());
        for item in &all.items {
            assert_eq!(raw[item.place.0 as usize], b'<');
            assert_eq!(raw[item.place.1 as usize - 1], b'>');
        }
    }
    assert_eq!((codes, concepts, references), (681, 1117, 2052));
}

fn structures(path: &str) -> Option<Structures> {
    let folder = folder("data/sdmx")?;
    let mut structures = Structures::default();
    let told =
        ml::read(&Source::file(&folder.join(path)), &ml::Options::default(), &mut structures);
    assert_eq!(told.problems, []);
    Some(structures)
}

#[test]
fn a_structure_tells_what_the_components_of_data_are() {
    let Some(rates) = structures("ECB_EXR/rg-structure-full.xml") else { return };
    let [structure] = rates.all.as_slice() else { panic!("{rates:?}") };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(structure.name, "ECB:ECB_EXR_CG(1.0)");
    let keys = ["FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_VAR"];
    assert_eq!(structure.dimensions, keys);
    assert_eq!(structure.time.as_deref(), Some("TIME_PERIOD"));
    assert_eq!(structure.measures, ["OBS_VALUE"]);
    let groups = [("SiblingGroup", &keys[1..]), ("RateGroup", &keys[3..])];
    let groups = groups.map(|(name, keys)| (name.to_owned(), names(keys)));
    assert_eq!(structure.groups, groups);
    let of = |name: &str| structure.attributes.iter().find(|at| at.0 == name).map(|at| &at.1);
    assert_eq!(of("COLL_METHOD"), Some(&Attachment::Group("RateGroup".to_owned())));
    let of_unit = Attachment::Dimensions(names(&["CURRENCY", "CURRENCY_DENOM", "EXR_TYPE"]));
    assert_eq!(of("DECIMALS"), Some(&of_unit));
    assert_eq!(of("OBS_STATUS"), Some(&Attachment::Observation));

    let folder = folder("data/sdmx").expect("seen before");
    let path = folder.join("ECB_EXR/rg-ts-ss.xml");
    let (alone, told) =
        (read(&Source::file(&path), None), read(&Source::file(&path), Some(&rates)));
    let roles = |all: &super::All, name: &str| {
        let found = all.rows.iter().map(|row| row.of(name).map(|at| at.0));
        let mut found: Vec<_> = found.collect();
        found.dedup();
        found
    };
    assert_eq!(roles(&alone, "EXR_TYPE"), [Some(Role::Unresolved)]);
    assert_eq!(roles(&told, "EXR_TYPE"), [Some(Role::Dimension)]);
    for all in [&alone, &told] {
        assert_eq!(roles(all, "TIME_PERIOD"), [Some(Role::Period)]);
        assert_eq!(roles(all, "OBS_VALUE"), [Some(Role::Measure)]);
        assert_eq!(roles(all, "OBS_STATUS"), [Some(Role::ObservationAttribute)]);
        assert_eq!(roles(all, "TITLE"), [Some(Role::GroupAttribute)]);
    }
    assert_eq!(told.problems, []);
    let other = read(&Source::file(&folder.join("ISTAT/22_289.xml")), Some(&rates));
    let expected = ["stats-sdmx-structure-ref", "stats-sdmx-other-structure"];
    assert_eq!(super::codes(&other), expected);
    assert!(alone.rows.iter().zip(&told.rows).all(|(one, other)| one.values() == other.values()));

    let Some(world) = structures("IMF_RES/WEO-structure.xml") else { return };
    let weo = read(&Source::file(&folder.join("IMF_RES/WEO-data.xml")), Some(&world));
    assert_eq!(
        super::codes(&weo),
        Vec::<&str>::new(),
        "the data flow is followed to its structure"
    );
    let [row] = weo.rows.as_slice() else { panic!("one row") };
    assert_eq!(row.of("INDICATOR"), Some((Role::Dimension, "NGDP_R")));
    assert_eq!(row.of("BASE_YEAR"), Some((Role::GroupAttribute, "2020")));
    assert_eq!(row.of("SCALE"), Some((Role::SeriesAttribute, "9")));
    assert_eq!(row.of("PUBLISHER"), Some((Role::DataSetAttribute, "IMF")));
}

#[test]
fn structures_of_the_specimens_are_whole() {
    let Some(folder) = folder("data/sdmx") else { return };
    let (mut found, mut dimensions): (usize, usize) = (0, 0);
    for path in files(&folder, ".xml") {
        let root = tree(&fs::read(&path).expect("a file"));
        let mut elements = Vec::new();
        root.every(&mut elements);
        let lists = elements.iter().filter(|element| element.name == "DimensionList");
        let expected: Vec<usize> = lists
            .map(|list| list.children.iter().filter(|at| at.name.ends_with("Dimension")).count())
            .filter(|count| *count > 0)
            .collect();
        let mut structures = Structures::default();
        ml::read(&Source::file(&path), &ml::Options::default(), &mut structures);
        let size =
            |structure: &Structure| structure.dimensions.len() + structure.time.iter().count();
        let sizes: Vec<_> = structures.all.iter().map(size).collect();
        assert_eq!(sizes, expected, "{}", path.display());
        found += sizes.len();
        dimensions += sizes.iter().sum::<usize>();
        for structure in &structures.all {
            assert!(structure.components().all(|name| !name.is_empty()), "{structure:?}");
            assert!(structure.components().all(|name| structure.role(name).is_some()));
        }
    }
    assert_eq!((found, dimensions), (18, 100));
}

const STRUCTURE: &str = r#"<m:Structure
  xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
  xmlns="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"
  xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
 <m:Structures><Codelists><Codelist id="CL_AREA" agencyID="KZ1" version="1.0">
  <c:Name xml:lang="kk">Аймақтар</c:Name>
  <Code id="KZ"><c:Name xml:lang="en">Kazakhstan &amp; all</c:Name><c:Name xml:lang="kk">Қазақстан</c:Name></Code>
  <Code id="KZ75"><c:Name>Almaty</c:Name><c:Description xml:lang="en">A city</c:Description>
   <Parent><Ref xmlns="" id="KZ"/></Parent></Code>
 </Codelist></Codelists>
 <DataStructures><DataStructure id="S" agencyID="KZ1" version="1.0"><DataStructureComponents>
  <DimensionList id="DimensionDescriptor"><Dimension><ConceptIdentity><Ref xmlns="" id="AREA"
    maintainableParentID="CS" maintainableParentVersion="1.0" agencyID="KZ1"/></ConceptIdentity>
   <LocalRepresentation><Enumeration><Ref xmlns="" id="CL_ELSEWHERE" agencyID="XX" version="9"/></Enumeration>
   </LocalRepresentation></Dimension><TimeDimension id="TIME_PERIOD"/></DimensionList>
 </DataStructureComponents></DataStructure></DataStructures></m:Structures></m:Structure>"#;

#[test]
fn items_carry_names_parents_and_references_that_nothing_resolves() {
    let all = read(&source(STRUCTURE), None);
    assert_eq!(all.problems, []);
    let one = |id: &str| all.items.iter().find(|item| item.id == id).expect("an item");
    let texts = |texts: &[(&str, &str)]| {
        texts
            .iter()
            .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()))
            .collect::<Vec<_>>()
    };
    let code = one("KZ");
    assert_eq!((code.holder.as_str(), code.parent.as_str()), ("KZ1:CL_AREA(1.0)", ""));
    assert_eq!(code.names, texts(&[("en", "Kazakhstan & all"), ("kk", "Қазақстан")]));
    let code = one("KZ75");
    assert_eq!((code.parent.as_str(), &code.descriptions), ("KZ", &texts(&[("en", "A city")])));
    let dimension = all.items.iter().find(|item| item.element == "Dimension").expect("a dimension");
    let expected = [("ConceptIdentity", "KZ1:CS(1.0).AREA"), ("Enumeration", "XX:CL_ELSEWHERE(9)")];
    assert_eq!(dimension.references, texts(&expected));
    let list = one("CL_AREA");
    assert_eq!((list.element.as_str(), &list.names), ("Codelist", &texts(&[("kk", "Аймақтар")])));
    let mut structures = Structures::default();
    ml::read(&source(STRUCTURE), &ml::Options::default(), &mut structures);
    assert_eq!(structures.all[0].dimensions, ["AREA"]);
    assert!(structures.named("KZ1:S").is_some() && structures.named("KZ1:S(2.0)").is_none());
    assert!(structures.find("KZ1:OTHER(2.0)").is_some());
}

#[test]
fn reported_metadata_are_items() {
    let Some(folder) = folder("data/sdmx") else { return };
    let [one, other] = ["ESTAT/esms.xml", "ESTAT/esms-ss.xml"].map(|name| {
        let all = read(&Source::file(&folder.join(name)), None);
        assert_eq!(all.problems, []);
        let root = tree(&fs::read(folder.join(name)).expect("a file"));
        let mut elements = Vec::new();
        root.every(&mut elements);
        let reported = elements.iter().filter(|element| element.name == "AttributeSet");
        let reported: usize = reported.map(|set| set.children.len()).sum();
        assert_eq!(all.items.len(), reported + 1, "{name}");
        all.items
    });
    let street = one.iter().find(|item| item.id == "STREET").expect("a street");
    assert_eq!(street.parent, "CONTACT.ADDRESS");
    assert_eq!(street.names, [(String::new(), "RUE ALPHONSE WEICKER 5".to_owned())]);
    assert_eq!(street.holder, "ESTAT:ESMS(1.0)");
    // Both ways of writing say the same.
    assert!(one.iter().zip(&other).all(|(one, other)| {
        (&one.id, &one.parent, &one.names) == (&other.id, &other.parent, &other.names)
            || one.element == "Report"
    }));
    let report = one.last().expect("a report");
    assert_eq!(report.references.len(), 3);
    assert_eq!(report.references[1].1, "ESTAT:DATAFLOWS_SCHEME(1.0).PSC.DEM.TOT");
}
