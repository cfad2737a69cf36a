//! JSON, one token after another, each with the bytes at which it stands (RFC 8259).
//!
//! Numbers stay the characters of the file. Names that come twice in an object are told, depth and
//! length are bounded, and what is not JSON is an error with its place.

mod outline;
mod tree;

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{BufRead, Read};

pub(crate) use outline::Outline;
pub(crate) use tree::{Member, Node, Value};

use crate::problems::{Fault, Flaw};

/// Objects and arrays that may stand in each other.
const DEEPEST: usize = 64;
/// Bytes that a text may have.
const LONGEST: usize = 16 << 20;
/// Characters that a number may have.
const LONGEST_NUMBER: usize = 1000;
/// Names of an object that are watched for coming twice; more are read, but not watched.
const WATCHED: usize = 1 << 16;
/// Names that came twice that are remembered.
const MOST_TWICE: usize = 20;
const BUFFER: usize = 1 << 16;

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    /// The name of a member; the value comes next.
    Key,
    Text,
    Number,
    True,
    False,
    Null,
    /// Nothing more comes.
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    CommaOrEnd,
    End,
}

/// An object or array that is open.
#[derive(Debug, Default)]
struct Open {
    is_object: bool,
    few: Vec<u64>,
    many: HashSet<u64>,
}

/// Reads tokens from a stream.
pub(crate) struct Json<'a> {
    input: Box<dyn BufRead + 'a>,
    buffer: Vec<u8>,
    at: usize,
    length: usize,
    base: u64,
    line: u32,
    open: Vec<Open>,
    spare: Vec<Open>,
    expect: Expect,
    raw: Vec<u8>,
    text: String,
    start: u64,
    end: u64,
    /// Names that came twice in an object, with the line of the second.
    pub(crate) twice: Vec<(String, u32)>,
}

impl<'a> Json<'a> {
    /// Reads a stream from its beginning; a byte order mark is passed over.
    pub(crate) fn new(input: Box<dyn BufRead + 'a>) -> Result<Json<'a>, Fault> {
        let mut json = Json {
            input,
            buffer: vec![0; BUFFER],
            at: 0,
            length: 0,
            base: 0,
            line: 1,
            open: Vec::new(),
            spare: Vec::new(),
            expect: Expect::Value,
            raw: Vec::new(),
            text: String::new(),
            start: 0,
            end: 0,
            twice: Vec::new(),
        };
        json.fill()?;
        if json.buffer[..json.length].starts_with(b"\xef\xbb\xbf") {
            json.at = 3;
        }
        Ok(json)
    }

    /// The next token.
    pub(crate) fn next(&mut self) -> Result<Token, Fault> {
        loop {
            let byte = self.after_space()?;
            self.start = self.place();
            let Some(byte) = byte else {
                if self.expect == Expect::End {
                    return Ok(Token::End);
                }
                return Err(self.fault(Flaw::JsonCut));
            };
            match (self.expect, byte) {
                (Expect::CommaOrEnd, b',') => {
                    self.at += 1;
                    let is_object = self.open.last().is_some_and(|open| open.is_object);
                    self.expect = if is_object { Expect::Key } else { Expect::Value };
                }
                (Expect::CommaOrEnd | Expect::KeyOrEnd, b'}') => return self.close(true),
                (Expect::CommaOrEnd | Expect::ValueOrEnd, b']') => return self.close(false),
                (Expect::Key | Expect::KeyOrEnd, b'"') => return self.key(),
                (Expect::Value | Expect::ValueOrEnd, _) => return self.value(byte),
                // Some services fill up the last block with NUL.
                (Expect::End, 0) => self.at += 1,
                _ => return Err(self.fault(Flaw::JsonMark)),
            }
        }
    }

    /// The characters of the last name, text or number, escapes undone.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// First byte of the last token.
    pub(crate) fn start(&self) -> u64 {
        self.start
    }

    /// The byte behind the last token.
    pub(crate) fn end(&self) -> u64 {
        self.end
    }

    /// The line at which the reader is.
    pub(crate) fn line(&self) -> u32 {
        self.line
    }

    /// Passes over the rest of the value whose first token was just read.
    pub(crate) fn skip(&mut self, token: Token) -> Result<(), Fault> {
        if !matches!(token, Token::ObjectStart | Token::ArrayStart) {
            return Ok(());
        }
        let depth = self.open.len();
        while self.open.len() >= depth {
            self.next()?;
        }
        Ok(())
    }

    /// Passes over the rest of the object or list in which the reader is.
    pub(crate) fn skip_rest(&mut self) -> Result<(), Fault> {
        let depth = self.open.len();
        while self.open.len() >= depth && depth > 0 {
            self.next()?;
        }
        Ok(())
    }

    /// A problem at the place of the last token.
    pub(crate) fn fault(&self, flaw: Flaw) -> Fault {
        Fault { flaw, at: self.start, line: self.line }
    }

    fn close(&mut self, is_object: bool) -> Result<Token, Fault> {
        if self.open.last().is_none_or(|open| open.is_object != is_object) {
            return Err(self.fault(Flaw::JsonMark));
        }
        if let Some(mut open) = self.open.pop() {
            open.few.clear();
            open.many.clear();
            self.spare.push(open);
        }
        self.at += 1;
        self.done();
        Ok(if is_object { Token::ObjectEnd } else { Token::ArrayEnd })
    }

    /// A value has ended.
    fn done(&mut self) {
        self.end = self.place();
        self.expect = if self.open.is_empty() { Expect::End } else { Expect::CommaOrEnd };
    }

    fn key(&mut self) -> Result<Token, Fault> {
        self.string()?;
        self.end = self.place();
        let mut hasher = DefaultHasher::new();
        self.text.hash(&mut hasher);
        let hash = hasher.finish();
        if let Some(open) = self.open.last_mut() {
            // A short list is quicker than a set, and most objects are small.
            let is_new = if open.few.len() < 16 {
                let is_new = !open.few.contains(&hash);
                open.few.push(hash);
                is_new
            } else if open.many.len() < WATCHED {
                !open.few.contains(&hash) && open.many.insert(hash)
            } else {
                true
            };
            if !is_new && self.twice.len() < MOST_TWICE {
                self.twice.push((self.text.clone(), self.line));
            }
        }
        let (start, end) = (self.start, self.end);
        if self.after_space()? != Some(b':') {
            self.start = self.place();
            return Err(self.fault(Flaw::JsonMark));
        }
        self.at += 1;
        (self.start, self.end) = (start, end);
        self.expect = Expect::Value;
        Ok(Token::Key)
    }

    fn value(&mut self, byte: u8) -> Result<Token, Fault> {
        match byte {
            b'{' | b'[' => {
                if self.open.len() >= DEEPEST {
                    return Err(self.fault(Flaw::JsonDeep));
                }
                let is_object = byte == b'{';
                self.at += 1;
                self.end = self.place();
                let mut open = self.spare.pop().unwrap_or_default();
                open.is_object = is_object;
                self.open.push(open);
                self.expect = if is_object { Expect::KeyOrEnd } else { Expect::ValueOrEnd };
                Ok(if is_object { Token::ObjectStart } else { Token::ArrayStart })
            }
            b'"' => {
                self.string()?;
                self.done();
                Ok(Token::Text)
            }
            _ => self.word(),
        }
    }

    /// A number or a word. `NaN` and `Infinity` are no JSON, but programs write them.
    fn word(&mut self) -> Result<Token, Fault> {
        self.raw.clear();
        while let Some(byte) = self.peek()? {
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')) {
                break;
            }
            if self.raw.len() >= LONGEST_NUMBER {
                return Err(self.fault(Flaw::JsonLong));
            }
            self.raw.push(byte);
            self.at += 1;
        }
        self.keep()?;
        let token = match self.text.as_str() {
            "true" => Token::True,
            "false" => Token::False,
            "null" => Token::Null,
            "NaN" | "Infinity" | "-Infinity" => Token::Number,
            text if is_number(text.as_bytes()) => Token::Number,
            _ => return Err(self.fault(Flaw::JsonMark)),
        };
        self.done();
        Ok(token)
    }

    fn string(&mut self) -> Result<(), Fault> {
        self.at += 1;
        self.raw.clear();
        loop {
            if self.at == self.length && !self.fill()? {
                return Err(self.fault(Flaw::JsonCut));
            }
            let rest = &self.buffer[self.at..self.length];
            let is_mark = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < 0x20;
            let plain = rest.iter().position(is_mark).unwrap_or(rest.len());
            self.raw.extend_from_slice(&rest[..plain]);
            self.at += plain;
            if self.raw.len() > LONGEST {
                return Err(self.fault(Flaw::JsonLong));
            }
            match self.buffer.get(self.at).filter(|_| self.at < self.length) {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(_) => {
                    self.start = self.place();
                    return Err(self.fault(Flaw::JsonMark));
                }
                None => {}
            }
        }
        self.at += 1;
        self.keep()
    }

    /// The bytes of `raw` become the text.
    fn keep(&mut self) -> Result<(), Fault> {
        let Ok(text) = std::str::from_utf8(&self.raw) else {
            return Err(self.fault(Flaw::NotUtf8));
        };
        self.text.clear();
        self.text.push_str(text);
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Fault> {
        self.at += 1;
        let byte = match self.take()? {
            b'u' => {
                let mut code = self.hex()?;
                if (0xd800..0xdc00).contains(&code) && self.peek()? == Some(b'\\') {
                    self.at += 1;
                    if self.take()? != b'u' {
                        return Err(self.fault(Flaw::JsonMark));
                    }
                    let low = self.hex()?;
                    code = match low {
                        0xdc00..0xe000 => 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00),
                        _ => 0xfffd,
                    };
                }
                // Half of a pair is no character.
                let character = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                self.raw.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                return Ok(());
            }
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'b' => 8,
            b'f' => 12,
            byte @ (b'"' | b'\\' | b'/') => byte,
            _ => return Err(self.fault(Flaw::JsonMark)),
        };
        self.raw.push(byte);
        Ok(())
    }

    fn hex(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let byte = self.take()?;
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(self.fault(Flaw::JsonMark));
            };
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn take(&mut self) -> Result<u8, Fault> {
        let Some(byte) = self.peek()? else { return Err(self.fault(Flaw::JsonCut)) };
        self.at += 1;
        Ok(byte)
    }

    fn after_space(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            match self.peek()? {
                Some(b'\n') => self.line = self.line.saturating_add(1),
                Some(b' ' | b'\t' | b'\r') => {}
                other => return Ok(other),
            }
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Result<Option<u8>, Fault> {
        if self.at == self.length && !self.fill()? {
            return Ok(None);
        }
        Ok(self.buffer.get(self.at).copied())
    }

    fn place(&self) -> u64 {
        self.base + self.at as u64
    }

    /// Reads on where all that was read is used up; whether anything came.
    fn fill(&mut self) -> Result<bool, Fault> {
        self.base += self.length as u64;
        (self.at, self.length) = (0, 0);
        loop {
            match self.input.read(&mut self.buffer) {
                Ok(read) => {
                    self.length = read;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(self.fault(Flaw::Stream(error.to_string()))),
            }
        }
    }
}

/// Whether it is a number as JSON writes them.
fn is_number(text: &[u8]) -> bool {
    fn digits(text: &[u8]) -> usize {
        text.iter().take_while(|byte| byte.is_ascii_digit()).count()
    }
    let mut rest = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest[0] == b'0') {
        return false;
    }
    rest = &rest[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let count = digits(fraction);
        if count == 0 {
            return false;
        }
        rest = &fraction[count..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = match exponent {
            [b'+' | b'-', exponent @ ..] => exponent,
            _ => exponent,
        };
        let count = digits(exponent);
        if count == 0 {
            return false;
        }
        rest = &exponent[count..];
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests;
