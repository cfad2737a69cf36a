//! Reads an Arrow file from its footer on, by the text of the format and not by the writer's code.

use super::parquet_walk::Walked;

struct Buffer<'a>(&'a [u8]);

impl Buffer<'_> {
    fn number(&self, at: usize, length: usize) -> i64 {
        let mut bytes = [0; 8];
        bytes[..length].copy_from_slice(&self.0[at..at + length]);
        i64::from_le_bytes(bytes)
    }

    /// Where a forward offset leads.
    fn follow(&self, at: usize) -> usize {
        at + self.number(at, 4) as usize
    }

    /// Where a field of a table stands, if it is there.
    fn field(&self, table: usize, number: usize) -> Option<usize> {
        assert_eq!(table % 4, 0);
        let vtable = (table as i64 - i64::from(self.number(table, 4) as i32)) as usize;
        let place = 4 + 2 * number;
        let is_in = place < self.number(vtable, 2) as usize;
        let offset = if is_in { self.number(vtable + place, 2) as usize } else { 0 };
        (offset > 0).then_some(table + offset)
    }

    fn table(&self, table: usize, number: usize) -> usize {
        self.follow(self.field(table, number).expect("a field"))
    }

    fn text(&self, table: usize, number: usize) -> String {
        let at = self.table(table, number);
        let length = self.number(at, 4) as usize;
        assert_eq!(self.0[at + 4 + length], 0);
        String::from_utf8(self.0[at + 4..at + 4 + length].to_vec()).expect("UTF-8")
    }

    /// First element and number of elements.
    fn list(&self, table: usize, number: usize) -> (usize, usize) {
        let at = self.table(table, number);
        (at + 4, self.number(at, 4) as usize)
    }
}

pub(super) fn read(bytes: &[u8]) -> Walked {
    assert!(bytes.starts_with(b"ARROW1\0\0") && bytes.ends_with(b"ARROW1"));
    let end = bytes.len() - 10;
    let length = Buffer(bytes).number(end, 4) as usize;
    let footer = Buffer(&bytes[end - length..end]);
    let root = footer.follow(0);
    let schema = footer.table(root, 1);
    let (first, count) = footer.list(schema, 1);
    let mut columns: Vec<(String, Vec<Option<String>>)> = Vec::new();
    let mut kinds = Vec::new();
    for place in 0..count {
        let field = footer.follow(first + 4 * place);
        kinds.push(footer.number(footer.field(field, 2).expect("a kind"), 1));
        assert_eq!(footer.list(field, 5).1, 0);
        columns.push((footer.text(field, 0), Vec::new()));
    }
    let (first_pair, _) = footer.list(schema, 2);
    let pair = footer.follow(first_pair);
    assert_eq!(footer.text(pair, 0), "daryn");
    let words = footer.text(pair, 1);
    let (blocks, count) = footer.list(root, 3);
    for block in (0..count).map(|block| blocks + 24 * block) {
        let part = |place: usize| footer.number(block + 8 * place, 8) as usize;
        let (start, head, body) = (part(0), footer.number(block + 8, 4) as usize, part(2));
        assert_eq!(start % 8, 0);
        assert_eq!(bytes[start..start + 4], [0xff; 4]);
        let message = Buffer(&bytes[start + 8..start + head]);
        let body = &bytes[start + head..start + head + body];
        batch(&message, body, &kinds, &mut columns);
    }
    Walked { columns, words }
}

fn batch(
    message: &Buffer,
    body: &[u8],
    kinds: &[i64],
    columns: &mut [(String, Vec<Option<String>>)],
) {
    let root = message.follow(0);
    let header = message.table(root, 2);
    let field = message.field(header, 0).expect("a length");
    assert_eq!(field % 8, 0);
    let length = message.number(field, 8) as usize;
    let ((nodes, _), (mut buffers, _)) = (message.list(header, 1), message.list(header, 2));
    let mut next = || {
        let (at, size) =
            (message.number(buffers, 8) as usize, message.number(buffers + 8, 8) as usize);
        buffers += 16;
        &body[at..at + size]
    };
    for (place, (kind, (_, cells))) in kinds.iter().zip(columns).enumerate() {
        let present = next();
        let ends = if *kind == 5 { next() } else { &[] };
        let values = next();
        let mut missing = 0;
        for row in 0..length {
            let end = |row: usize| Buffer(ends).number(4 * row, 4) as usize;
            if present[row / 8] >> (row % 8) & 1 == 0 {
                missing += 1;
                cells.push(None);
            } else if *kind == 5 {
                cells.push(Some(
                    String::from_utf8(values[end(row)..end(row + 1)].to_vec()).expect("UTF-8"),
                ));
            } else {
                let bytes = values[8 * row..8 * row + 8].try_into().expect("8 bytes");
                cells.push(Some(f64::from_le_bytes(bytes).to_string()));
            }
        }
        assert_eq!(message.number(nodes + 16 * place, 8) as usize, length);
        assert_eq!(message.number(nodes + 16 * place + 8, 8), missing);
    }
}
