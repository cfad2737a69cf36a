//! Bodies, and the measures of acts in which they are named together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Lang, Localized, Node, NodeKind, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{Figure, Marks, Network, NetworkLink, NetworkNode};

/// Measures by body, or by pair of bodies.
type Named<'a, K> = BTreeMap<K, Vec<&'a Measure>>;

/// Bodies as a table, pairs as a table, both as a figure, and what can be counted of them.
pub(super) fn add(acts: &[&Measure], words: &Words<'_>, output: &mut Output) {
    let mut bodies: Named<'_, &str> = BTreeMap::new();
    let mut pairs: Named<'_, (&str, &str)> = BTreeMap::new();
    for measure in acts {
        let named: BTreeSet<&str> = measure.bodies.iter().map(|id| id.0.as_str()).collect();
        for body in &named {
            bodies.entry(body).or_default().push(measure);
        }
        for body in &named {
            for partner in named.iter().filter(|other| *other > body) {
                pairs.entry((body, partner)).or_default().push(measure);
            }
        }
    }
    let mut order: Vec<&str> = bodies.keys().copied().collect();
    order.sort_by_key(|body| (Reverse(bodies[body].len()), *body));
    let notes = numbers(acts, &bodies, &pairs, words, output);
    let nodes = body_rows(&order, &bodies, words, output);
    let links = pair_rows(&order, &pairs, words, output);
    if nodes.is_empty() {
        return;
    }
    let order = arrange(nodes.len(), &links);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, node)| place[*node] = at);
    let links = links
        .into_iter()
        .map(|link| NetworkLink { from: place[link.from], to: place[link.to], ..link })
        .collect();
    output.figures.push(Figure {
        id: "governance.network".into(),
        table: "network".into(),
        title: Localized::default(),
        sources: Vec::new(),
        marks: Marks::Network(Network {
            nodes: order.iter().map(|node| nodes[*node].clone()).collect(),
            links,
            notes,
        }),
    });
}

fn support(measures: &[&Measure]) -> Option<Support> {
    Support::new(measures.iter().map(|row| evidence::measure(&row.id)))
}

/// Bodies by the number of measures in which they are named, alone and with others.
fn body_rows(
    order: &[&str],
    bodies: &Named<'_, &str>,
    words: &Words<'_>,
    output: &mut Output,
) -> Vec<NetworkNode> {
    let mut table = Table::new("bodies", &["body", "name", "measures", "shared", "with"]);
    let mut nodes = Vec::new();
    for body in order {
        let measures = &bodies[body];
        let Some(support) = support(measures) else { continue };
        let partners: BTreeSet<&str> = measures
            .iter()
            .flat_map(|row| &row.bodies)
            .map(|id| id.0.as_str())
            .filter(|id| id != body)
            .collect();
        let with_others = |row: &&&Measure| row.bodies.iter().any(|id| id.0 != *body);
        let shared = Arg::Count(measures.iter().filter(with_others).count() as i64);
        let template = if partners.is_empty() { "body-alone" } else { "body-shared" };
        let partners = partners.into_iter().map(|id| Arg::Text(words.body(id))).collect();
        let (partners, name) = (Arg::List(partners), words.body(body));
        let count = measures.len() as i64;
        let claim = Claim::new(CHAPTER, &format!("body.{body}"), template, support)
            .with("body", Arg::Text(name.clone()))
            .with("n", Arg::Count(count))
            .with("shared", shared.clone())
            .with("partners", partners.clone());
        let row =
            vec![Arg::plain(body), Arg::Text(name.clone()), Arg::Count(count), shared, partners];
        table.push(&claim, row);
        nodes.push(NetworkNode { claim: claim.id.clone(), label: name, count });
        output.claims.push(claim);
    }
    output.tables.push(table);
    nodes
}

/// Pairs of bodies by the number of measures in which both are named.
fn pair_rows(
    order: &[&str],
    pairs: &Named<'_, (&str, &str)>,
    words: &Words<'_>,
    output: &mut Output,
) -> Vec<NetworkLink> {
    let mut table = Table::new("network", &["body", "name", "with_body", "with_name", "together"]);
    let place: BTreeMap<&str, usize> = order.iter().copied().zip(0..).collect();
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort_by_key(|((body, partner), measures)| (Reverse(measures.len()), *body, *partner));
    let mut links = Vec::new();
    for ((body, partner), measures) in pairs {
        let Some(support) = support(measures) else { continue };
        let count = measures.len() as i64;
        let (name, other) = (Arg::Text(words.body(body)), Arg::Text(words.body(partner)));
        let claim = Claim::new(CHAPTER, &format!("pair.{body}.{partner}"), "bodies-pair", support)
            .with("body", name.clone())
            .with("partner", other.clone())
            .with("n", Arg::Count(count));
        let row = vec![Arg::plain(body), name, Arg::plain(partner), other, Arg::Count(count)];
        table.push(&claim, row);
        links.push(NetworkLink {
            claim: claim.id.clone(),
            from: place[body],
            to: place[partner],
            count,
        });
        output.claims.push(claim);
    }
    output.tables.push(table);
    links
}

/// What can be counted of so small and partial a network. No index of centrality: the bodies that
/// were not seen would decide it.
fn numbers(
    acts: &[&Measure],
    bodies: &Named<'_, &str>,
    pairs: &Named<'_, (&str, &str)>,
    words: &Words<'_>,
    output: &mut Output,
) -> Vec<String> {
    let mut notes = Vec::new();
    let Some(all) = support(acts) else { return notes };
    let named = |measure: &&&Measure| measure.bodies.iter().collect::<BTreeSet<_>>().len();
    let count =
        |wanted: fn(usize) -> bool| acts.iter().filter(|row| wanted(named(row))).count() as i64;
    let [none, one, more] =
        [count(|n| n == 0), count(|n| n == 1), count(|n| n > 1)].map(Arg::Count);
    let (n, kinds) = (Arg::Count(acts.len() as i64), Arg::Count(bodies.len() as i64));
    let node = Node::derived(NodeKind::Estimate, "bodies.named", Localized::default(), all)
        .with("bodies", kinds.clone())
        .with("n", n.clone());
    let claim = Claim::new(CHAPTER, "bodies.named", "bodies-named", Support::one(node.id.clone()))
        .with("bodies", kinds)
        .with("n", n)
        .with("none", none)
        .with("one", one)
        .with("more", more);
    notes.push(claim.id.clone());
    output.nodes.push(node);
    output.claims.push(claim);
    let most = pairs.values().map(Vec::len).max().unwrap_or_default();
    let often: Vec<_> = pairs.iter().filter(|(_, measures)| measures.len() == most).collect();
    let measures: Vec<&Measure> = often.iter().flat_map(|(_, rows)| (*rows).clone()).collect();
    if most > 1
        && let Some(support) = support(&measures)
    {
        let names = often.iter().map(|((a, b), _)| both(&words.body(a), &words.body(b)));
        let claim = Claim::new(CHAPTER, "bodies.together", "bodies-together", support)
            .with("count", Arg::Count(most as i64))
            .with("pairs", Arg::List(names.map(Arg::Text).collect()));
        notes.push(claim.id.clone());
        output.claims.push(claim);
    }
    notes
}

/// Two names as one, in every language that has both. Names hold commas and “and”: the brackets
/// show where a pair ends.
fn both(one: &Localized, other: &Localized) -> Localized {
    let both =
        |lang: Lang| Some((lang, format!("({} – {})", one.exact(lang)?, other.exact(lang)?)));
    Lang::ALL.into_iter().filter_map(both).collect()
}

/// An order of the nodes that keeps links short: bodies with links first, those without any last.
///
/// Each node is moved to the place that shortens all links together most, until no move helps. The
/// result depends on nothing but the links, so the figure is the same on every machine.
pub(super) fn arrange(nodes: usize, links: &[NetworkLink]) -> Vec<usize> {
    const MOST_NODES: usize = 60;
    const MOST_PASSES: usize = 40;
    let linked: BTreeSet<usize> = links.iter().flat_map(|link| [link.from, link.to]).collect();
    let mut order: Vec<usize> = Vec::new();
    // Neighbours stand beside each other from the start.
    for start in &linked {
        let mut open = vec![*start];
        while let Some(node) = open.pop() {
            if order.contains(&node) {
                continue;
            }
            order.push(node);
            let ends = links.iter().filter_map(|link| match (link.from, link.to) {
                (from, to) if from == node => Some(to),
                (from, to) if to == node => Some(from),
                _ => None,
            });
            open.extend(ends);
        }
    }
    if order.len() <= MOST_NODES {
        let mut best = length(&order, links);
        for _ in 0..MOST_PASSES {
            let before = best;
            for node in &linked {
                for place in 0..order.len() {
                    let mut moved: Vec<usize> =
                        order.iter().copied().filter(|other| other != node).collect();
                    moved.insert(place, *node);
                    let length = length(&moved, links);
                    if length < best {
                        (best, order) = (length, moved);
                    }
                }
            }
            if best == before {
                break;
            }
        }
    }
    order.extend((0..nodes).filter(|node| !linked.contains(node)));
    order
}

/// Length of all links together, each as often as it has measures.
pub(super) fn length(order: &[usize], links: &[NetworkLink]) -> i64 {
    let mut places = vec![0_i64; order.iter().max().map_or(0, |most| most + 1)];
    for (node, place) in order.iter().zip(0..) {
        places[*node] = place;
    }
    links.iter().map(|link| link.count * (places[link.from] - places[link.to]).abs()).sum()
}
