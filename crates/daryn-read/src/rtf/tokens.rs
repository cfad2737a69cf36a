//! The pieces of an RTF text.

/// A piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word12`: name and number.
    Word(&'a str, Option<i32>),
    /// `\~`: a sign.
    Sign(u8),
    /// `\'e0`: a byte in the charset of the font.
    Byte(u8),
    /// Bytes as they are.
    Text(&'a [u8]),
    /// Bytes that are no text.
    Binary,
}

/// Pieces of bytes, one after the other.
pub(crate) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// Pieces of bytes.
    pub(crate) fn of(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn control(&mut self) -> Token<'a> {
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let sign = self.take(1).first().copied().unwrap_or(b' ');
            if sign != b'\'' {
                return Token::Sign(sign);
            }
            let digit = |byte: u8| (byte as char).to_digit(16);
            return match self.rest {
                [high, low, ..] => match (digit(*high), digit(*low)) {
                    (Some(high), Some(low)) => {
                        self.take(2);
                        Token::Byte((high * 16 + low) as u8)
                    }
                    _ => Token::Sign(sign),
                },
                _ => Token::Sign(sign),
            };
        }
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let minus = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest[minus..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut number = None;
        if digits > 0 {
            let text = std::str::from_utf8(self.take(minus + digits)).unwrap_or_default();
            number = Some(text.parse().unwrap_or(0));
        }
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
            return Token::Binary;
        }
        Token::Word(name, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.rest.first()?;
            match first {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return Some(self.control());
                }
                b'\r' | b'\n' | 0 => {
                    self.take(1);
                }
                _ => {
                    let ends = |byte: &u8| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let count = self.rest.iter().position(ends).unwrap_or(self.rest.len());
                    return Some(Token::Text(self.take(count)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    #[test]
    fn words_end_at_a_space_and_bytes_are_skipped() {
        let tokens: Vec<Token<'_>> =
            Tokens::of(b"{\\b0 a\\'e0\\u-10 ?\\~\\bin3 }}x}\\'g\\x").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Text(b"a"),
                Token::Byte(0xe0),
                Token::Word("u", Some(-10)),
                Token::Text(b"?"),
                Token::Sign(b'~'),
                Token::Binary,
                Token::Close,
                Token::Sign(b'\''),
                Token::Text(b"g"),
                Token::Word("x", None),
            ]
        );
    }
}
