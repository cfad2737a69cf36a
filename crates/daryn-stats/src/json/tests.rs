use proptest::prelude::*;

use super::*;
use crate::source::Source;

fn json(text: &[u8]) -> Json<'static> {
    Json::new(Source::bytes("a.json", text.to_vec()).stream().expect("a stream")).expect("begins")
}

fn tree(text: &[u8]) -> Result<Node, Fault> {
    let mut json = json(text);
    let token = json.next()?;
    let node = json.node(token, &mut (1 << 24))?;
    json.next()?;
    Ok(node)
}

/// What serde_json makes of the same bytes must be what the tree says.
fn same(node: &Node, value: &serde_json::Value, text: &[u8]) {
    use serde_json::Value as Other;
    let raw = &text[node.start as usize..node.end as usize];
    match (&node.value, value) {
        (Value::Null, Other::Null) => assert_eq!(raw, b"null"),
        (Value::Bool(a), Other::Bool(b)) => assert_eq!((a, raw), (b, b.to_string().as_bytes())),
        (Value::Number(a), Other::Number(b)) => {
            assert_eq!(a.as_bytes(), raw);
            assert_eq!(a.parse::<f64>().ok(), b.as_f64());
        }
        (Value::Text(a), Other::String(b)) => {
            assert_eq!(a, b);
            assert_eq!(*b, serde_json::from_slice::<String>(raw).expect("a text"));
        }
        (Value::List(a), Other::Array(b)) => {
            assert_eq!((a.len(), raw[0], raw[raw.len() - 1]), (b.len(), b'[', b']'));
            a.iter().zip(b).for_each(|(a, b)| same(a, b, text));
        }
        (Value::Object(a), Other::Object(b)) => {
            assert_eq!((a.len(), raw[0], raw[raw.len() - 1]), (b.len(), b'{', b'}'));
            for (member, (key, value)) in a.iter().zip(b) {
                assert_eq!(member.key, *key);
                let raw = &text[member.start as usize..member.node.end as usize];
                let alone = [b"{", raw, b"}"].concat();
                let alone: Other = serde_json::from_slice(&alone).expect("a member");
                assert_eq!(alone[key], *value);
                same(&member.node, value, text);
            }
        }
        (a, b) => panic!("{a:?} is not {b:?}"),
    }
}

#[test]
fn tokens_stand_where_serde_json_finds_them() {
    let text = "\u{feff} {\"a\" : [1, -0.50e+3 ,\"\\u0430\\ud83d\\ude00\\n\\\"é\", {} , [] ],\n\"b\":{\"c\":null,\
                \"d\":true, \"e\":false}}\n\0\0";
    let node = tree(text.as_bytes()).expect("JSON");
    let plain = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    same(&node, &serde_json::from_str(plain).expect("JSON"), text.as_bytes());
    assert_eq!(node.get("a").map(|list| list.items()[1].text()), Some(Some("-0.50e+3")));
}

#[test]
fn what_is_not_json_is_told_with_its_place() {
    let at = |text: &str| tree(text.as_bytes()).map_err(|fault| (fault.flaw, fault.at, fault.line));
    assert_eq!(at("[1,\n 2,]"), Err((Flaw::JsonMark, 7, 2)));
    assert_eq!(at("{\"a\":1"), Err((Flaw::JsonCut, 6, 1)));
    assert_eq!(at("{\"a\" 1}"), Err((Flaw::JsonMark, 5, 1)));
    assert_eq!(at("[01]"), Err((Flaw::JsonMark, 1, 1)));
    assert_eq!(at("[1.]"), Err((Flaw::JsonMark, 1, 1)));
    assert_eq!(at("[1] 2"), Err((Flaw::JsonMark, 4, 1)));
    assert_eq!(at("[\"a\nb\"]"), Err((Flaw::JsonMark, 3, 1)));
    assert_eq!(at("[1}"), Err((Flaw::JsonMark, 2, 1)));
    assert_eq!(at(&"[".repeat(100_000)), Err((Flaw::JsonDeep, 64, 1)));
    assert_eq!(at("<html>"), Err((Flaw::JsonMark, 0, 1)));
    assert!(matches!(at("[NaN, -Infinity]"), Ok(node) if node.items().len() == 2));
    let long = format!("[\"{}\"]", "a".repeat(LONGEST + 1));
    assert_eq!(at(&long), Err((Flaw::JsonLong, 1, 1)));
    assert_eq!(tree(b"[\"\xff\"]").map_err(|fault| fault.flaw), Err(Flaw::NotUtf8));
}

#[test]
fn names_that_come_twice_are_told_once_each_time() {
    let many: Vec<_> = (0..40).map(|n| format!("\"k{n}\":0")).collect();
    let text = format!("{{\"a\":{{\"b\":1,\"b\":2}},\n{},\"k39\":1,\"k3\":2}}", many.join(","));
    let mut json = json(text.as_bytes());
    let token = json.next().expect("JSON");
    json.skip(token).expect("JSON");
    assert_eq!(json.next(), Ok(Token::End));
    let twice: Vec<_> = json.twice.iter().map(|(name, line)| (name.as_str(), *line)).collect();
    assert_eq!(twice, [("b", 1), ("k39", 2), ("k3", 2)]);
}

#[test]
fn texts_that_stand_across_blocks_are_whole() {
    for shift in 0..4 {
        let text = format!(
            "[{}\"{}\\u0430é{}\"]",
            " ".repeat(shift),
            "x".repeat(BUFFER - 6),
            "я".repeat(BUFFER)
        );
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        same(&tree(text.as_bytes()).expect("JSON"), &value, text.as_bytes());
    }
}

proptest! {
    #[test]
    fn any_bytes_end_and_what_is_accepted_is_json(bytes in r#"[\[\]{}",:0-9a-f\\u eE.+\-]{0,40}"#) {
        if let Ok(node) = tree(bytes.as_bytes()) {
            // A number too large for serde_json is JSON, too.
            if let (Ok(value), true) = (serde_json::from_str(&bytes), has_no_twice(&bytes)) {
                same(&node, &value, bytes.as_bytes());
            }
        } else {
            let other: Result<serde_json::Value, _> = serde_json::from_str(&bytes);
            prop_assert!(other.is_err(), "{bytes} is JSON");
        }
    }
}

fn has_no_twice(text: &str) -> bool {
    let mut json = json(text.as_bytes());
    while let Ok(token) = json.next() {
        if token == Token::End {
            break;
        }
    }
    json.twice.is_empty()
}
