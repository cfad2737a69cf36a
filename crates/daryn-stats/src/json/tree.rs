//! Small parts of a JSON file as a tree, with the bytes at which each value stands.

use super::{Json, Token};
use crate::problems::{Fault, Flaw};

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// First byte.
    pub(crate) start: u64,
    /// The byte behind the last one.
    pub(crate) end: u64,
    pub(crate) value: Value,
}

/// A value; numbers are the characters of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) key: String,
    /// First byte of the name.
    pub(crate) start: u64,
    pub(crate) node: Node,
}

/// What a node costs beside its characters.
const EACH: usize = 64;

impl Json<'_> {
    /// The value whose first token was just read, as a tree. `room` is how many bytes of memory
    /// it may still take.
    pub(crate) fn node(&mut self, token: Token, room: &mut usize) -> Result<Node, Fault> {
        let start = self.start();
        self.take_room(room, EACH)?;
        let value = match token {
            Token::ObjectStart => {
                let mut members = Vec::new();
                while let Token::Key = self.next()? {
                    self.take_room(room, self.text().len())?;
                    let (key, start) = (self.text().to_owned(), self.start());
                    let token = self.next()?;
                    members.push(Member { key, start, node: self.node(token, room)? });
                }
                Value::Object(members)
            }
            Token::ArrayStart => {
                let mut nodes = Vec::new();
                loop {
                    match self.next()? {
                        Token::ArrayEnd => break,
                        token => nodes.push(self.node(token, room)?),
                    }
                }
                Value::List(nodes)
            }
            Token::Text | Token::Number => {
                self.take_room(room, self.text().len())?;
                let text = self.text().to_owned();
                if token == Token::Text { Value::Text(text) } else { Value::Number(text) }
            }
            Token::True | Token::False => Value::Bool(token == Token::True),
            Token::Null => Value::Null,
            Token::Key | Token::ObjectEnd | Token::ArrayEnd | Token::End => {
                return Err(self.fault(Flaw::JsonMark));
            }
        };
        Ok(Node { start, end: self.end(), value })
    }

    fn take_room(&self, room: &mut usize, bytes: usize) -> Result<(), Fault> {
        *room = room.checked_sub(bytes).ok_or_else(|| self.fault(Flaw::JsonLong))?;
        Ok(())
    }
}

impl Node {
    /// A member of an object, by name; blanks around names are nothing (Taldau).
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.members().iter().find(|member| member.key.trim() == key).map(|member| &member.node)
    }

    /// Members of an object; none where it is no object.
    pub(crate) fn members(&self) -> &[Member] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// Items of a list; none where it is no list.
    pub(crate) fn items(&self) -> &[Node] {
        if let Value::List(nodes) = &self.value { nodes } else { &[] }
    }

    /// The characters of a text, number or truth value.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Number(text) | Value::Text(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            _ => None,
        }
    }

    /// The characters of a member that is a text, number or truth value; empty where there is none.
    pub(crate) fn text_of(&self, key: &str) -> &str {
        self.get(key).and_then(Node::text).unwrap_or_default()
    }

    /// A number that counts or points.
    pub(crate) fn index(&self) -> Option<usize> {
        if let Value::Number(text) = &self.value { text.parse().ok() } else { None }
    }

    /// Whether there is nothing.
    pub(crate) fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// Texts by language: `names` where it is there, else `name` with no language.
    pub(crate) fn texts(&self, names: &str, name: &str) -> Vec<(String, String)> {
        let text = |node: &Node| node.text().map(str::to_owned);
        let all: Vec<_> = self
            .get(names)
            .map(|node| node.members())
            .unwrap_or_default()
            .iter()
            .filter_map(|member| Some((member.key.clone(), text(&member.node)?)))
            .collect();
        if !all.is_empty() {
            return all;
        }
        match self.get(name) {
            // Drafts write texts by language under the name in the singular.
            Some(node) if !node.members().is_empty() => node
                .members()
                .iter()
                .filter_map(|member| Some((member.key.clone(), text(&member.node)?)))
                .collect(),
            Some(node) => text(node).map(|text| (String::new(), text)).into_iter().collect(),
            None => Vec::new(),
        }
    }
}
