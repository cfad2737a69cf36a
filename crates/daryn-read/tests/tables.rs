//! Merged cells: a table is the same grid from every format that can write it, and costs no more
//! than its cells.

mod common;

use common::{docx, good, zip};
use daryn_read::{Document, Merged};

/// Numbers that come again with their seed (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// A rectangle of a tiling, its words, and whether it is written at all.
#[derive(Debug, Clone)]
struct Tile {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
    words: String,
    is_there: bool,
}

/// A table as somebody looking at it sees it: rectangles that leave nothing free.
#[derive(Debug)]
struct Tiling {
    width: usize,
    height: usize,
    /// In order of their corners.
    tiles: Vec<Tile>,
    /// First rows of its groups, of which no rectangle leaves its own.
    groups: Vec<usize>,
}

impl Tiling {
    fn new(numbers: &mut Numbers) -> Tiling {
        let (width, height) = (1 + numbers.below(7), 2 + numbers.below(12));
        let groups: Vec<usize> = (0..height).filter(|row| *row == 0 || numbers.one_in(6)).collect();
        // One row has no merged cells, so that each column has an edge.
        let plain = if numbers.one_in(2) { 0 } else { height - 1 };
        let mut free = vec![vec![true; width]; height];
        let mut tiles = Vec::new();
        for row in 0..height {
            let next = groups.iter().find(|first| **first > row).copied().unwrap_or(height);
            let end = if row < plain { next.min(plain) } else { next };
            for column in 0..width {
                if !free[row][column] {
                    continue;
                }
                let run = free[row][column..].iter().take_while(|it| **it).count();
                let (mut rows, mut columns) = (1, 1);
                if row != plain {
                    columns = if numbers.one_in(3) { 1 + numbers.below(run) } else { 1 };
                    rows = if numbers.one_in(3) { 1 } else { 1 + numbers.below(end - row) };
                }
                for line in &mut free[row..row + rows] {
                    line[column..column + columns].fill(false);
                }
                let is_empty = row != plain && numbers.one_in(6);
                let words =
                    if is_empty { String::new() } else { format!("слово {row} и {column}") };
                tiles.push(Tile { row, column, rows, columns, words, is_there: true });
            }
        }
        Tiling { width, height, tiles, groups }
    }

    /// Leaves out cells at the right ends of rows, as a page may: those that cover no row below.
    fn without_some(mut self, numbers: &mut Numbers) -> Tiling {
        for row in 0..self.height {
            let mut behind = numbers.below(3);
            for tile in self.tiles.iter_mut().rev().filter(|tile| tile.row == row) {
                if behind == 0 || tile.rows > 1 {
                    break;
                }
                behind -= 1;
                tile.is_there = false;
            }
        }
        self
    }

    fn written(&self, row: usize) -> impl Iterator<Item = &Tile> {
        self.tiles.iter().filter(move |tile| tile.row == row && tile.is_there)
    }

    /// The grid and the merged cells that a reader has to give. A row in which no cell begins is
    /// none.
    fn expected(&self) -> (Vec<Vec<String>>, Vec<Merged>) {
        let kept: Vec<usize> =
            (0..self.height).filter(|row| self.written(*row).next().is_some()).collect();
        let mut rows = vec![vec![String::new(); self.width]; kept.len()];
        let mut merged = Vec::new();
        for tile in self.tiles.iter().filter(|tile| tile.is_there) {
            let inside = |row: &&usize| (tile.row..tile.row + tile.rows).contains(*row);
            let row = kept.iter().take_while(|row| **row < tile.row).count();
            let over = kept.iter().filter(inside).count();
            rows[row][tile.column].clone_from(&tile.words);
            if over > 1 {
                let Tile { column, columns, .. } = *tile;
                merged.push(Merged { row, column, rows: over, columns });
            }
        }
        (rows, merged)
    }

    /// A page; a cell that ends with its group may be told as taller than that.
    fn html(&self, numbers: &mut Numbers) -> Vec<u8> {
        let mut rows = String::new();
        for row in 0..self.height {
            if self.groups.contains(&row) {
                rows.push_str("<tbody>");
            }
            rows.push_str("<tr>");
            let next = self.groups.iter().find(|first| **first > row).copied();
            let end = next.unwrap_or(self.height);
            for tile in self.written(row) {
                let over = match tile.rows {
                    rows if row + rows < end => rows,
                    rows => [rows, 0, rows + 1 + numbers.below(9), 1 << 40][numbers.below(4)],
                };
                let Tile { columns, words, .. } = tile;
                rows.push_str(&format!(
                    "<td rowspan=\"{over}\" colspan=\"{columns}\">{words}</td>"
                ));
            }
            rows.push_str("</tr>");
        }
        format!("<html><body><p>План</p><table>{rows}</table></body></html>").into_bytes()
    }

    /// Cells that stand at a row, with whether they go on from above.
    fn over(&self, row: usize) -> Vec<(&Tile, bool)> {
        let is_here = |tile: &&Tile| (tile.row..tile.row + tile.rows).contains(&row);
        let mut over: Vec<(&Tile, bool)> =
            self.tiles.iter().filter(is_here).map(|tile| (tile, tile.row < row)).collect();
        over.sort_by_key(|(tile, _)| tile.column);
        over
    }

    fn docx(&self) -> Vec<u8> {
        let cell = |(tile, goes_on): (&Tile, bool)| {
            let merge = match (goes_on, tile.rows) {
                (true, _) => "<w:vMerge/>",
                (false, 1) => "",
                (false, _) => "<w:vMerge w:val=\"restart\"/>",
            };
            let words = if goes_on { "" } else { &tile.words };
            format!(
                "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/>{merge}</w:tcPr>\
                 <w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>",
                tile.columns
            )
        };
        let row = |row| self.over(row).into_iter().map(cell).collect::<String>();
        let rows = (0..self.height).map(|it| format!("<w:tr>{}</w:tr>", row(it)));
        docx(&format!("<w:tbl>{}</w:tbl>", rows.collect::<String>()), &[])
    }

    /// The inside of a text of OpenDocument.
    fn open_document(&self) -> String {
        let cell = |(tile, goes_on): (&Tile, bool)| {
            let covered = "<table:covered-table-cell/>";
            let behind = if goes_on { tile.columns } else { tile.columns - 1 };
            let own = format!(
                "<table:table-cell table:number-rows-spanned=\"{}\" \
                 table:number-columns-spanned=\"{}\"><text:p>{}</text:p></table:table-cell>",
                tile.rows, tile.columns, tile.words
            );
            (if goes_on { String::new() } else { own }) + &covered.repeat(behind)
        };
        let row = |row| self.over(row).into_iter().map(cell).collect::<String>();
        let rows =
            (0..self.height).map(|it| format!("<table:table-row>{}</table:table-row>", row(it)));
        format!(
            "<office:body><office:text><table:table>{}</table:table></office:text></office:body>",
            rows.collect::<String>()
        )
    }

    fn odt(&self) -> Vec<u8> {
        let content =
            format!("<office:document-content>{}</office:document-content>", self.open_document());
        let sort = ("mimetype", "application/vnd.oasis.opendocument.text");
        zip(&[sort, ("content.xml", &content)])
    }

    fn fodt(&self) -> Vec<u8> {
        format!(
            "<?xml version=\"1.0\"?><office:document \
             office:mimetype=\"application/vnd.oasis.opendocument.text\">{}</office:document>",
            self.open_document()
        )
        .into_bytes()
    }

    fn rtf(&self) -> Vec<u8> {
        let escaped = |words: &str| -> String {
            let letter = |it: char| match it.is_ascii() {
                true => it.to_string(),
                false => format!("\\u{}?", u32::from(it)),
            };
            words.chars().map(letter).collect()
        };
        let mut rows = String::new();
        for row in 0..self.height {
            let over = self.over(row);
            rows.push_str("\\trowd");
            for (tile, goes_on) in &over {
                let mark = match (*goes_on, tile.rows) {
                    (true, _) => "\\clvmrg",
                    (false, 1) => "",
                    (false, _) => "\\clvmgf",
                };
                let right = (tile.column + tile.columns) * 1000;
                rows.push_str(&format!("{mark}\\cellx{right}"));
            }
            for (tile, goes_on) in over {
                let words = if goes_on { String::new() } else { escaped(&tile.words) };
                rows.push_str(&format!("\\pard\\intbl {words}\\cell"));
            }
            rows.push_str("\\row\n");
        }
        format!("{{\\rtf1\\ansi {rows}\\pard\\par}}").into_bytes()
    }
}

/// The grid and the merged cells of the only table.
fn told(document: Document) -> (Vec<Vec<String>>, Vec<Merged>) {
    let [table] = <[_; 1]>::try_from(document.tables).expect("one table");
    (table.rows, table.merged)
}

#[test]
fn tilings_are_one_grid_in_every_format() {
    let (mut merged, mut dropped) = (0, 0);
    for seed in 0..300 {
        let mut numbers = Numbers(seed);
        let tiling = Tiling::new(&mut numbers);
        let expected = tiling.expected();
        merged += expected.1.len();
        dropped += tiling.height - expected.0.len();
        let files = [
            ("a.html", tiling.html(&mut numbers)),
            ("a.docx", tiling.docx()),
            ("a.odt", tiling.odt()),
            ("a.fodt", tiling.fodt()),
            ("a.rtf", tiling.rtf()),
        ];
        for (name, bytes) in files {
            assert_eq!(told(good(&bytes, name)), expected, "{seed}, {name}: {tiling:#?}");
        }
    }
    // The tilings are worth reading.
    assert!(merged > 900 && dropped > 100, "{merged} merged cells, {dropped} rows without cells");
}

#[test]
fn rows_that_end_early_keep_what_covers_them() {
    let (mut gone, mut merged) = (0, 0);
    for seed in 1000..1400 {
        let mut numbers = Numbers(seed);
        let tiling = Tiling::new(&mut numbers).without_some(&mut numbers);
        let full = |row| tiling.written(row).map(|it| it.columns).sum::<usize>() == tiling.width;
        if tiling.tiles.iter().filter(|it| it.is_there).count() < 3 || !(0..tiling.height).any(full)
        {
            continue;
        }
        gone += tiling.tiles.iter().filter(|it| !it.is_there).count();
        let expected = tiling.expected();
        merged += expected.1.len();
        let html = tiling.html(&mut numbers);
        assert_eq!(told(good(&html, "a.html")), expected, "{seed}: {tiling:#?}");
    }
    assert!(gone > 500 && merged > 500, "{gone} cells left out, {merged} merged ones");
}

#[test]
fn a_cell_goes_on_from_the_row_above_only() {
    // The row between has no cell in the column, so the mark below goes on with nothing.
    let cell = |merge: &str, words: &str| {
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "а"),
        cell("<w:vMerge w:val=\"restart\"/>", "б"),
        cell("", "в"),
        cell("", "г"),
        cell("<w:vMerge/>", "д"),
        cell("", "е"),
        cell("<w:vMerge/>", ""),
    );
    let word = told(good(&docx(&body, &[]), "a.docx"));
    let rtf = "{\\rtf1\\ansi\\ansicpg1251 \
        \\trowd\\cellx1000\\clvmgf\\cellx2000\\pard\\intbl \\'e0\\cell\\pard\\intbl \\'e1\\cell\\row\
        \\trowd\\cellx1000\\pard\\intbl \\'e2\\cell\\row\
        \\trowd\\cellx1000\\clvmrg\\cellx2000\\pard\\intbl \\'e3\\cell\\pard\\intbl \\'e4\\cell\\row\
        \\trowd\\cellx1000\\clvmrg\\cellx2000\\pard\\intbl \\'e5\\cell\\pard\\intbl\\cell\\row\
        \\pard\\par}";
    let rows = [["а", "б"], ["в", ""], ["г", "д"], ["е", ""]];
    for (name, found) in [("docx", word), ("rtf", told(good(rtf.as_bytes(), "a.rtf")))] {
        assert_eq!(found.0, rows, "{name}");
        assert_eq!(found.1, [Merged { row: 2, column: 1, rows: 2, columns: 1 }], "{name}");
    }
}

/// What stands in a row.
type Inside<'a> = &'a dyn Fn(usize) -> String;

/// Most cells that spans may add to those of a text, and the widest row that they make.
const ADDED: usize = 500_000 + 1000;

#[test]
fn spans_of_a_hostile_table_add_few_cells() {
    const ROWS: usize = 10_000;
    let table = |row: Inside<'_>| {
        let rows: String = (0..ROWS).map(|it| format!("<tr>{}</tr>", row(it))).collect();
        let page = format!("<html><body><p>План</p><table>{rows}</table></body></html>");
        told(good(page.as_bytes(), "a.html"))
    };
    let huge = "rowspan=99999999999999999999 colspan=99999999999999999999";
    let wide = |_| format!("<td {huge}>а</td><td {huge}>б</td>");
    let stairs = |_| "<td rowspan=65534>а</td>".to_owned();
    // What covers all rows stands far behind the only cell of each.
    let far = |row| match row {
        0 => "<td>а</td>".repeat(900) + "<td rowspan=0>б</td>",
        _ => "<td>а</td>".to_owned(),
    };
    let tables: [(&str, Inside<'_>, usize); 3] =
        [("wide", &wide, 2), ("stairs", &stairs, 1), ("far", &far, 1)];
    for (name, row, own) in tables {
        let (rows, merged) = table(row);
        assert_eq!(rows.len(), ROWS, "{name}");
        let cells: usize = rows.iter().map(Vec::len).sum();
        assert!(cells <= own * ROWS + 900 + ADDED, "{name}: {cells} cells");
        assert!(merged.len() <= own * ROWS, "{name}: {} merged", merged.len());
        assert!(merged.iter().all(|one| one.row + one.rows <= ROWS), "{name}");
        let has = |one: &Merged| {
            let below = &rows[one.row + 1..one.row + one.rows];
            below.iter().all(|row| row.get(one.column).is_some_and(String::is_empty))
        };
        assert!(merged.iter().take(100).all(has), "{name}");
    }
    // Where there is room, all rows are covered.
    let near = |row| match row {
        0 => "<td>а</td>".repeat(9) + "<td rowspan=99999999999999999999>б</td>",
        _ => "<td>а</td>".to_owned(),
    };
    let (rows, merged) = table(&near);
    assert!(rows.iter().all(|row| row.len() == 10));
    assert_eq!(merged, [Merged { row: 0, column: 9, rows: ROWS, columns: 1 }]);
}
