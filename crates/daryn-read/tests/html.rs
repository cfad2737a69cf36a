//! Pages: where their text is, and what elements say of words.

mod common;

use common::{codes, good, json, labels};
use daryn_read::{ChangeKind, Document, Kind, Merged, read};

fn of(body: &str) -> Document {
    good(format!("<html><body>{body}</body></html>").as_bytes(), "a.html")
}

fn paragraphs(word: &str, count: usize) -> String {
    let line = |n| format!("<p>{n}. {word}: пункт о квоте на привлечение рабочей силы.</p>");
    (1..=count).map(line).collect()
}

fn count_of(document: &Document, word: &str) -> usize {
    document.text.matches(word).count()
}

#[test]
fn a_page_in_several_parts_is_read_whole() {
    // Word saves a div for each section.
    let sections = format!(
        "<div class=WordSection1>{}</div><br clear=all><div class=WordSection2>{}</div>",
        paragraphs("Первый", 20),
        paragraphs("Второй", 8)
    );
    let document = of(&sections);
    assert!(document.is_whole());
    assert_eq!((count_of(&document, "Первый"), count_of(&document, "Второй")), (20, 8));
    // An article that only announces something is not the text.
    let document =
        of(&format!("<article><p>Анонс</p></article><div>{}</div>", paragraphs("А", 20)));
    assert_eq!(count_of(&document, "А:"), 20);
    // Nor is a main part without the annex beside it.
    let document = of(&format!(
        "<main>{}</main><div>{}</div><nav>Меню</nav>",
        paragraphs("Текст", 10),
        paragraphs("Приложение", 5)
    ));
    assert_eq!((count_of(&document, "Текст"), count_of(&document, "Приложение")), (10, 5));
    assert_eq!(count_of(&document, "Меню"), 0);
}

#[test]
fn what_stands_apart_from_a_text_is_left_out() {
    let page = format!(
        "<header><p>Портал</p></header><div>Поиск</div><div><div>{}</div></div>\
         <aside>Новости</aside><footer>Адрес</footer>",
        paragraphs("Закон", 20)
    );
    let document = of(&page);
    for word in ["Портал", "Поиск", "Новости", "Адрес"] {
        assert_eq!(count_of(&document, word), 0, "{word}");
    }
    assert_eq!(labels(&document, Kind::Point).len(), 20);
}

#[test]
fn a_head_that_nobody_closed_is_told() {
    let page = format!("<html><body><header><p>Портал{}</body></html>", paragraphs("Закон", 20));
    assert_eq!(codes(page.as_bytes(), "a.html"), ["read-left-out", "read-no-text"]);
    let page = format!(
        "<html><body><p>Начало закона.</p><footer>{}</footer></body></html>",
        paragraphs("Закон", 20)
    );
    assert_eq!(codes(page.as_bytes(), "a.html"), ["read-left-out"]);
    assert!(!read(page.as_bytes(), "a.html").is_whole());
    // Links of a menu are no words of a text.
    let menu = "<nav><ul>".to_owned() + &"<li><a href=x>Раздел сайта</a></li>".repeat(30);
    assert!(of(&format!("{menu}</ul></nav><p>Краткий приказ.</p>")).is_whole());
}

#[test]
fn a_title_outside_of_the_text_is_kept() {
    let text = format!("<h1>О миграции</h1><div>{}</div>", paragraphs("Закон", 20));
    let document = of(&text);
    assert!(document.text.starts_with("О миграции\n1. Закон"), "{}", document.text);
    let text = format!("<header><h1>О миграции</h1></header>{}", paragraphs("Закон", 20));
    assert!(of(&text).text.starts_with("О миграции\n1. Закон"));
    let text = "<article><header><h1>Концепция</h1><p>Проект, подготовленный министерством.</p>\
        </header><p>Текст.</p></article>";
    assert_eq!(of(text).text, "Концепция\nПроект, подготовленный министерством.\nТекст.");
}

#[test]
fn a_page_of_the_register_is_read_whole() {
    let page = "<div class=\"container_alpha slogan\"><h1>О миграции</h1><p>Закон</p></div>\
        <div>Меню портала</div><div class=\"container_gamma text\"><article><h3>Статья 1. Понятия\
        </h3><p>1. Первый.</p></article></div><div class=\"container_gamma text\"><article>\
        <p>Приложение</p></article></div>";
    let document = of(page);
    assert_eq!(document.text, "О миграции\nЗакон\nСтатья 1. Понятия\n1. Первый.\nПриложение");
    assert_eq!(document.of_kind(Kind::Annex).count(), 1);
    let page = "<div class=\"container_gamma text\"><article><p>1. Первый пункт.</p></article>\
        <p>2. Второй пункт.</p></div>";
    assert_eq!(of(page).text, "1. Первый пункт.\n2. Второй пункт.");
}

#[test]
fn lists_are_numbered_as_browsers_number_them() {
    let document = of("<ol start=\"5\"><li>Пятый</li><li value=\"9\">Девятый<ol type=\"a\">\
        <li>первая</li><li>вторая</li></ol></li><li>Десятый<ol><li>один</li><li>два</li></ol>\
        </ol><ol reversed><li>Б</li><li>А</li></ol><ol style=\"list-style: none\"><li>1) сам</ol>\
        <ol type=I start=4><li>Четыре</ol>");
    assert_eq!(
        document.text,
        "5. Пятый\n9. Девятый\na. первая\nb. вторая\n10. Десятый\n1. один\n2. два\n2. Б\n1. А\n\
         1) сам\nIV. Четыре"
    );
    assert_eq!(labels(&document, Kind::Point), ["5", "9", "10", "2", "1", "IV"]);
    assert_eq!(labels(&document, Kind::SubPoint), ["a", "b", "1", "2", "1)"]);
    let inner = document.of_kind(Kind::SubPoint).next().expect("a sub-point");
    let around = inner.parent.map(|place| document.passages[place].label.clone());
    assert_eq!(around, Some(Some("9".into())));
    let cell = of("<table><tr><td>а<td><ol start=3><li>в<li>г</ol></table>");
    assert_eq!(cell.tables[0].rows[0], ["а", "3. в\n4. г"]);
}

#[test]
fn a_cell_that_covers_rows_is_told_apart_from_an_empty_one() {
    let document = of("<table><tr><td>а</td><td rowspan=\"2\">б</td><td rowspan=\"9\">в</td></tr>\
        <tr><td></td></tr><tr><td>г</td><td></td></tr></table>");
    let table = &document.tables[0];
    assert_eq!(table.rows, [["а", "б", "в"], ["", "", ""], ["г", "", ""]]);
    let merged = |column, rows| Merged { row: 0, column, rows, columns: 1 };
    assert_eq!(table.merged, [merged(1, 2), merged(2, 3)]);
    let json = serde_json::to_value(document.to_json("a.html", Vec::new())).expect("an object");
    let told = &json["tables"][0]["merged"][0];
    assert_eq!(*told, serde_json::json!({"row": 0, "column": 1, "rows": 2, "columns": 1}));
    let json = serde_json::to_value(
        of("<table><tr><td>а</td><td>б</td></tr><tr><td>в</td><td>г\
        </td></tr></table>")
        .to_json("a.html", Vec::new()),
    )
    .expect("an object");
    assert!(json["tables"][0].get("merged").is_none());
}

/// Row and column of a merged cell, and the rows that it covers.
type Over = (usize, usize, usize);

/// Rows and merged cells of a table.
fn merged(rows: &str) -> (Vec<Vec<String>>, Vec<Over>) {
    let mut document = of(&format!("<p>План</p><table>{rows}</table>"));
    let table = document.tables.remove(0);
    (table.rows, table.merged.iter().map(|one| (one.row, one.column, one.rows)).collect())
}

#[test]
fn a_row_that_ends_early_is_covered_and_none_below_it() {
    let short = "<tr><td>а</td><td>б</td><td rowspan=\"2\">в</td></tr>\
        <tr><td>г</td></tr><tr><td>д</td><td>е</td><td>ё</td></tr>";
    let (rows, found) = merged(short);
    assert_eq!(rows, [["а", "б", "в"], ["г", "", ""], ["д", "е", "ё"]]);
    assert_eq!(found, [(0, 2, 2)]);
    // Nor does it move what stands in the next row, whose last column is free again.
    let (rows, found) = merged(
        "<tr><td>а</td><td rowspan=3>б</td><td>в</td><td rowspan=2>г</td></tr><tr><td>д</td></tr>\
         <tr><td>е</td><td>ё</td></tr><tr><td>ж</td><td>з</td></tr>",
    );
    assert_eq!(
        rows,
        [["а", "б", "в", "г"], ["д", "", "", ""], ["е", "", "ё", ""], ["ж", "з", "", ""]]
    );
    assert_eq!(found, [(0, 1, 3), (0, 3, 2)]);
}

#[test]
fn a_cell_ends_with_its_group_of_rows() {
    let (rows, found) = merged(
        "<thead><tr><th rowspan=9>а</th><th>б</th></tr></thead>\
         <tbody><tr><td>в</td><td rowspan=5>г</td></tr><tr><td>д</td></tr></tbody>\
         <tbody><tr><td rowspan=0>е</td><td>ё</td></tr><tr><td>ж</td></tr><tr></tr></tbody>\
         <tfoot><tr><td>з</td><td>и</td></tr></tfoot>",
    );
    assert_eq!(rows, [["а", "б"], ["в", "г"], ["д", ""], ["е", "ё"], ["", "ж"], ["з", "и"]]);
    assert_eq!(found, [(1, 1, 2), (3, 0, 2)]);
    // Rows without a group are one, and those of a table in a cell are not its own.
    let inner = "<table><tbody><tr><td rowspan=0>х</td></tr></tbody></table>";
    let (rows, found) = merged(&format!(
        "<tr><td rowspan=0>а</td><td>б</td></tr><tr><td>{inner}</td></tr><tr><td>в</td></tr>"
    ));
    assert_eq!(rows, [["а", "б"], ["", "х"], ["", "в"]]);
    assert_eq!(found, [(0, 0, 3)]);
}

#[test]
fn spans_are_numbers_as_browsers_take_them() {
    let told = [
        ("2", 2),
        (" 2 ", 2),
        ("2x", 2),
        ("2.5", 2),
        ("+2", 2),
        ("02", 2),
        ("0", 4),
        ("-0", 4),
        ("99999999999999999999", 4),
        ("-2", 1),
        ("", 1),
        ("x2", 1),
        ("+", 1),
        ("٢", 1),
    ];
    for (text, over) in told {
        let rest = |row| {
            if row < over { "<tr><td>б</td></tr>" } else { "<tr><td>б</td><td>в</td></tr>" }
        };
        let rest: String = (1..4).map(rest).collect();
        let (rows, found) =
            merged(&format!("<tr><td rowspan=\"{text}\">а</td><td>б</td></tr>{rest}"));
        assert_eq!((rows.len(), rows[0].len()), (4, 2), "{text:?}: {rows:?}");
        let expected = if over > 1 { vec![(0, 0, over)] } else { Vec::new() };
        assert_eq!(found, expected, "{text:?}");
    }
    let columns = [
        ("3", 3),
        ("0", 1),
        ("-3", 1),
        ("3,5", 3),
        ("1001", 1000),
        ("9".repeat(30).as_str(), 1000),
    ]
    .map(|(text, over)| {
        (
            merged(&format!("<tr><td colspan=\"{text}\">а</td></tr><tr><td>б</td></tr>")).0[0]
                .len(),
            over,
        )
    });
    assert!(columns.iter().all(|(found, over)| found == over), "{columns:?}");
}

#[test]
fn tables_have_captions_and_may_lay_out_a_page() {
    let document = of("<p>До.</p><table><caption>Таблица 1. Квоты</caption><tr><td>а</td><td>б\
        </td></tr></table>");
    assert_eq!(document.text, "До.\nТаблица 1. Квоты\nа\tб");
    let text = "<p>Статья 1. Понятия</p><p>1. Первый пункт.</p><p>2. Второй пункт.</p>\
        <table><tr><td>а</td><td>б</td></tr></table>";
    let document = of(&format!(
        "<table><tr><td>Меню</td><td><table><tr><td>{text}</td></tr></table></td></tr></table>"
    ));
    assert_eq!(labels(&document, Kind::Article), ["1"]);
    assert_eq!(labels(&document, Kind::Point), ["1", "2"]);
    assert_eq!(document.tables.len(), 1);
    let form = of("<form id=\"aspnetForm\"><div><p>Статья 1. Текст.</p></div></form>");
    assert_eq!(labels(&form, Kind::Article), ["1"]);
}

#[test]
fn words_that_were_taken_out_or_put_in_are_changes() {
    let document =
        of("<p>Квота: <del datetime=\"2024-05-01\">сто</del> <ins>двести</ins> мест.</p>\
        <p><s>Пункт исключён.</s></p><ins><p>Новый.</p><p>Ещё один.</p></ins>\
        <table><tr><td>а<td><strike>б</strike> в</table>");
    assert_eq!(document.text, "Квота: двести мест.\nНовый.\nЕщё один.\nа\tв");
    let told: Vec<(ChangeKind, &str)> =
        document.changes.iter().map(|one| (one.kind, one.text.as_str())).collect();
    assert_eq!(
        told,
        [
            (ChangeKind::Deleted, "сто"),
            (ChangeKind::Inserted, "двести"),
            (ChangeKind::Deleted, "Пункт исключён."),
            (ChangeKind::Inserted, "Новый.\nЕщё один."),
            (ChangeKind::Deleted, "б"),
        ]
    );
    assert_eq!(json(&document, "a.html")["changes"][0]["date"], "2024-05-01");
}
