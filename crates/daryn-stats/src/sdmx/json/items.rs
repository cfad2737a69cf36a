//! Structure messages of SDMX-JSON: an item for each code, concept and component.

use crate::json::{Json, Member, Node, Token, Value};
use crate::problems::End;
use crate::sink::{Item, Sink};

/// Bytes of memory that a code list or another holder of items may take.
const ROOM: usize = 32 << 20;

/// Gives the items of all structures; whether there was any structure.
pub(super) fn read(mut json: Json<'_>, sink: &mut dyn Sink) -> Result<bool, End> {
    let mut found = false;
    json.next()?;
    members(&mut json, sink, &mut found)?;
    Ok(found)
}

fn members(json: &mut Json<'_>, sink: &mut dyn Sink, found: &mut bool) -> Result<(), End> {
    while json.next()? == Token::Key {
        let kind = KINDS.iter().find(|(key, _)| *key == json.text()).map(|(_, kind)| *kind);
        let is_data = json.text() == "data";
        match (json.next()?, kind) {
            (Token::ObjectStart, _) if is_data => members(json, sink, found)?,
            (Token::ArrayStart, Some(kind)) => loop {
                match json.next()? {
                    Token::ArrayEnd => break,
                    token => {
                        let node = json.node(token, &mut { ROOM })?;
                        *found = true;
                        holder(&node, kind, sink)?;
                    }
                }
            },
            (token, _) => json.skip(token)?,
        }
    }
    Ok(())
}

fn holder(node: &Node, kind: &str, sink: &mut dyn Sink) -> Result<(), End> {
    let (agency, id, version) =
        (node.text_of("agencyID"), node.text_of("id"), node.text_of("version"));
    let holder = format!("{agency}:{id}({version})");
    for member in node.members() {
        if ["codes", "concepts", "valueItems", "categories", "items", "agencies", "geoRegionCodes"]
            .contains(&member.key.as_str())
        {
            for item in member.node.items() {
                below(item, kind, &holder, "", sink)?;
            }
        }
        if member.key == "dataStructureComponents" {
            for list in member.node.members() {
                for member in list.node.members() {
                    for component in member.node.items() {
                        below(component, kind, &holder, "", sink)?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// An item and those that stand in it.
fn below(
    node: &Node,
    kind: &str,
    holder: &str,
    parent: &str,
    sink: &mut dyn Sink,
) -> Result<(), End> {
    let id = node.text_of("id").to_owned();
    let named = node.text_of("parent");
    let mut references = Vec::new();
    refer(node.members(), &mut references);
    sink.item(&Item {
        kind: kind.to_owned(),
        holder: holder.to_owned(),
        element: element(kind).to_owned(),
        id: id.clone(),
        parent: if named.is_empty() { parent.to_owned() } else { named.to_owned() },
        names: node.texts("names", "name"),
        descriptions: node.texts("descriptions", "description"),
        references,
        place: (node.start, node.end),
    })?;
    for key in ["categories", "concepts", "codes"] {
        for item in node.get(key).map(Node::items).unwrap_or_default() {
            below(item, kind, holder, &id, sink)?;
        }
    }
    Ok(())
}

/// What an item refers to: the concept of a component, its code list.
fn refer(members: &[Member], references: &mut Vec<(String, String)>) {
    for member in members {
        match &member.node.value {
            Value::Text(text)
                if text.starts_with("urn:sdmx:")
                    && ["conceptIdentity", "enumeration", "urn"].contains(&member.key.as_str()) =>
            {
                references.push((member.key.clone(), text.clone()));
            }
            Value::Object(inner) => refer(inner, references),
            _ => {}
        }
    }
}

/// What holds items, as it is called in SDMX-JSON and elsewhere.
const KINDS: [(&str, &str); 14] = [
    ("codelists", "Codelist"),
    ("codeLists", "Codelist"),
    ("conceptSchemes", "ConceptScheme"),
    ("valueLists", "ValueList"),
    ("valuelists", "ValueList"),
    ("categorySchemes", "CategoryScheme"),
    ("dataStructures", "DataStructure"),
    ("dataflows", "Dataflow"),
    ("agencySchemes", "AgencyScheme"),
    ("contentConstraints", "ContentConstraint"),
    ("dataConstraints", "DataConstraint"),
    ("provisionAgreements", "ProvisionAgreement"),
    ("categorisations", "Categorisation"),
    ("geographicCodelists", "GeographicCodelist"),
];

/// What an item is, by what holds it.
fn element(kind: &str) -> &str {
    match kind {
        "Codelist" => "Code",
        "ConceptScheme" => "Concept",
        "CategoryScheme" => "Category",
        other => other,
    }
}
