//! Memo columns of coding workbooks: formulas that failed, several columns, nothing lost.

use crate::grid::Grid;
use crate::sheet::{MEMO, read, sorted, stands, written};
use crate::{memo, new, told, units, value};

#[test]
fn a_formula_that_failed_leaves_the_memo_as_it_was() {
    let (codings, memos) = stands();
    for failed in ["#NAME?", "#REF!", "#N/A", "Err:508", " #DIV/0! "] {
        let mut grid = Grid::of(&written(&units(), &codings, &memos));
        grid.set("Aru", 2, MEMO, failed);
        grid.set("Aru", 4, MEMO, failed);
        let (returned, problems) = read(&grid.written(true));
        assert_eq!(told(&problems), ["sheet-memo-error", "sheet-memo-error"], "{failed}");
        assert_eq!((value(&problems[0], "cell"), value(&problems[1], "cell")), ("G2", "G4"));
        assert_eq!(value(&problems[0], "found"), failed);
        assert_eq!(sorted(returned.codings), sorted(codings.clone()), "{failed}");
        assert_eq!(returned.memos, memos, "{failed}");
    }
    // Words that only begin like that are words.
    let mut grid = Grid::of(&written(&units(), &codings, &memos));
    grid.set("Aru", 4, MEMO, "Err:508 means a bracket; #N/A is none");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(problems, []);
    assert_eq!(returned.memos, [memo(&units()[2], "Aru", "Err:508 means a bracket; #N/A is none")]);
}

#[test]
fn words_of_several_memo_columns_are_joined() {
    let (codings, memos) = stands();
    let mut grid = Grid::of(&written(&units(), &codings, &memos));
    for (row, cells) in grid.rows("Aru").iter_mut().enumerate() {
        cells.resize(MEMO + 1, String::new());
        let second = match row {
            0 => format!("{} 2", cells[MEMO - 1]),
            3 => "and a second one".to_owned(),
            4 => "alone".to_owned(),
            _ => String::new(),
        };
        cells.insert(MEMO, second);
    }
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(problems, []);
    assert_eq!(sorted(returned.codings), sorted(codings));
    let units = units();
    let expected =
        [memo(&units[2], "Aru", "look again\nand a second one"), memo(&units[3], "Aru", "alone")];
    assert_eq!(returned.memos, expected);
}

#[test]
fn a_cell_that_is_not_understood_takes_nothing_away_and_its_neighbour_counts() {
    let (codings, memos) = stands();
    let mut grid = Grid::of(&written(&units(), &codings, &memos));
    grid.set("Aru", 3, 5, "stage.measur");
    grid.set("Aru", 3, 6, "people");
    let (returned, problems) = read(&grid.written(true));
    assert_eq!(told(&problems), ["sheet-unknown-code"]);
    let mut expected = codings;
    expected.push(new(&units()[1], "Aru", "people", ""));
    assert_eq!(sorted(returned.codings), sorted(expected));
}
