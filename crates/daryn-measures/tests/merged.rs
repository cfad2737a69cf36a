//! Action plans whose cells are merged over rows, in every format that says so: each row has what
//! covers it, with the place where the words stand; a cell that is only empty states nothing.

use std::io::{Cursor, Write as _};

use daryn_measures::extract;
use daryn_measures::measure::{Measure, Part};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A cell: its words and how many rows it covers. What is covered is not written.
type Cell = (&'static str, usize);

fn html(rows: &[Vec<Cell>]) -> Vec<u8> {
    let cell = |(words, over): &Cell| format!("<td rowspan=\"{over}\">{words}</td>");
    let row = |row: &Vec<Cell>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<html><body><p>План</p><table>{rows}</table></body></html>").into_bytes()
}

/// Cells by column, with those that are covered as none.
fn grid(rows: &[Vec<Cell>]) -> Vec<Vec<Option<Cell>>> {
    let width: usize = rows[0].len();
    let mut left = vec![0; width];
    let lines = rows.iter().map(|row| {
        let mut cells = row.iter();
        let mut place = |left: &mut usize| {
            if *left > 0 {
                *left -= 1;
                return None;
            }
            let cell = *cells.next().expect("a cell");
            *left = cell.1 - 1;
            Some(cell)
        };
        left.iter_mut().map(&mut place).collect()
    });
    lines.collect()
}

fn docx(rows: &[Vec<Cell>]) -> Vec<u8> {
    let cell = |cell: &Option<Cell>| {
        let (merge, words) = match cell {
            None => ("<w:vMerge/>", ""),
            Some((words, 1)) => ("", *words),
            Some((words, _)) => ("<w:vMerge w:val=\"restart\"/>", *words),
        };
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let row = |row: &Vec<Option<Cell>>| {
        format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>())
    };
    let rows: String = grid(rows).iter().map(row).collect();
    let body = format!(
        "<?xml version=\"1.0\"?><w:document><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"
    );
    let types = "<?xml version=\"1.0\"?><Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("[Content_Types].xml", types), ("word/document.xml", &body)] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

fn fodt(rows: &[Vec<Cell>]) -> Vec<u8> {
    let cell = |cell: &Option<Cell>| match cell {
        None => "<table:covered-table-cell/>".to_owned(),
        Some((words, over)) => format!(
            "<table:table-cell table:number-rows-spanned=\"{over}\"><text:p>{words}</text:p></table:table-cell>"
        ),
    };
    let row = |row: &Vec<Option<Cell>>| {
        format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
    };
    let rows: String = grid(rows).iter().map(row).collect();
    format!(
        "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">\
         <office:body><office:text><table:table>{rows}</table:table></office:text></office:body></office:document>"
    )
    .into_bytes()
}

/// Some parts of each measure, the same from every format.
fn told(rows: &[Vec<Cell>]) -> Vec<String> {
    let files = [("a.html", html(rows)), ("a.docx", docx(rows)), ("a.fodt", fodt(rows))];
    let mut all = files.map(|(name, bytes)| {
        let document = daryn_read::read(&bytes, name);
        let letters: Vec<char> = document.text.chars().collect();
        let words = |part: Option<Part>| {
            part.map_or("-".to_owned(), |part| {
                let words: String = letters[part.first..part.last].iter().collect();
                assert_eq!(words, part.words(&document.text), "{name}");
                words
            })
        };
        let line = |it: &Measure| {
            let rest: Vec<String> = [
                it.actor,
                it.deadline.as_ref().map(|it| it.0),
                it.money.as_ref().map(|it| it.0),
                it.completion,
            ]
            .map(words)
            .into();
            let known: Vec<&str> = it.known().collect();
            let named = [("actor", &rest[0]), ("deadline", &rest[1]), ("money", &rest[2])];
            for (part, words) in named {
                assert_eq!(known.contains(&part), words != "-", "{name}: {part}");
            }
            format!("{}: {}", words(it.action), rest.join(" | "))
        };
        (name, extract(&document).iter().map(line).collect::<Vec<String>>())
    });
    for (name, measures) in &all[1..] {
        assert_eq!(*measures, all[0].1, "{name}");
    }
    std::mem::take(&mut all[0].1)
}

#[test]
fn russian_plans() {
    let rows = [
        vec![
            ("Мероприятие", 1),
            ("Форма завершения", 1),
            ("Ответственные исполнители", 1),
            ("Срок исполнения", 1),
            ("Объем финансирования, млн тенге", 1),
        ],
        vec![("Создание центра", 1), ("отчет", 3), ("МИД, МВД", 2), ("2025 год", 1), ("12", 2)],
        vec![("Разработка портала", 1), ("IV квартал 2026 года", 2)],
        vec![("Проведение опроса", 1), ("", 1), ("", 1)],
        vec![("Запуск конкурса", 1), ("приказ", 1), ("МНВО", 1), ("2027 год", 1), ("", 1)],
    ];
    assert_eq!(
        told(&rows),
        [
            "Создание: МИД, МВД | 2025 год | 12 | отчет",
            "Разработка: МИД, МВД | IV квартал 2026 года | 12 | отчет",
            "Проведение: - | IV квартал 2026 года | - | отчет",
            "Запуск: МНВО | 2027 год | - | приказ",
        ]
    );
}

#[test]
fn a_sum_over_several_rows_is_one_sum() {
    let rows = [
        vec![("Мероприятие", 1), ("Исполнители", 1), ("Срок", 1), ("Сумма, млн тенге", 1)],
        vec![("Создание центра", 1), ("МИД", 1), ("2025 год", 1), ("12", 2)],
        vec![("Разработка портала", 1), ("МВД", 1), ("2026 год", 1)],
        vec![("Запуск конкурса", 1), ("МНВО", 1), ("2027 год", 1), ("7", 1)],
    ];
    for (name, bytes) in [("a.html", html(&rows)), ("a.docx", docx(&rows)), ("a.fodt", fodt(&rows))]
    {
        let measures = extract(&daryn_read::read(&bytes, name));
        let shared = measures.iter().map(|it| it.money.as_ref().map(|it| it.1.is_shared));
        assert_eq!(shared.collect::<Vec<_>>(), [Some(true), Some(true), Some(false)], "{name}");
    }
}

#[test]
fn kazakh_plans() {
    let rows = [
        vec![
            ("Іс-шара", 1),
            ("Аяқтау нысаны", 1),
            ("Жауапты орындаушылар", 1),
            ("Орындау мерзімі", 1),
            ("Қаржыландыру көлемі, млн теңге", 1),
        ],
        vec![("Орталық құру", 1), ("есеп", 2), ("СІМ", 2), ("2025 жыл", 1), ("12", 1)],
        vec![("Порталды әзірлеу", 1), ("2026 жыл", 1), ("7", 2)],
        vec![("Зерттеу жүргізу", 1), ("", 1), ("", 1), ("2027 жыл", 1)],
    ];
    assert_eq!(
        told(&rows),
        [
            "құру: СІМ | 2025 жыл | 12 | есеп",
            "әзірлеу: СІМ | 2026 жыл | 7 | есеп",
            "жүргізу: - | 2027 жыл | 7 | -",
        ]
    );
}

#[test]
fn an_action_over_several_rows_is_a_measure_of_each_that_says_more() {
    let rows = [
        vec![("№", 1), ("Мероприятие", 1), ("Исполнители", 1), ("Срок", 1), ("Примечание", 1)],
        vec![("1", 3), ("Создание центра", 3), ("МИД", 1), ("2025 год", 3), ("а", 1)],
        vec![("МВД", 1), ("б", 1)],
        vec![("", 1), ("в", 1)],
        vec![("2", 1), ("Запуск портала", 1), ("МНВО", 1), ("2026 год", 1), ("", 1)],
    ];
    assert_eq!(
        told(&rows),
        [
            "Создание: МИД | 2025 год | - | -",
            "Создание: МВД | 2025 год | - | -",
            "Запуск: МНВО | 2026 год | - | -",
        ]
    );
}

#[test]
fn indicators_that_share_a_name_or_a_value() {
    let rows = [
        vec![("Целевой индикатор", 1), ("Ед. изм.", 1), ("2024 год", 1), ("2025 год", 1)],
        vec![("Доля ученых", 3), ("%", 2), ("5", 1), ("6", 3)],
        vec![("7", 1)],
        vec![("чел.", 1), ("", 1)],
        vec![("Число виз", 1), ("шт.", 1), ("1", 1), ("2", 1)],
    ];
    for (name, bytes) in [("a.html", html(&rows)), ("a.docx", docx(&rows))] {
        let document = daryn_read::read(&bytes, name);
        let told = extract(&document).into_iter().map(|it| {
            let (part, result) = it.indicator.expect("an indicator");
            let value = |it: Option<daryn_measures::indicator::Value>| {
                it.map_or("-".to_owned(), |it| {
                    format!("{} {}", it.number, it.unit.unwrap_or_default())
                })
            };
            let (from, to) = (value(result.baseline), value(result.target));
            format!("{}: {from} -> {to}", part.words(&document.text).replace('\t', " "))
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "Доля ученых % 5 6: 5 % -> 6 %",
                "Доля ученых: 7 % -> 6 %",
                "Число виз шт. 1 2: 1 шт. -> 2 шт.",
            ],
            "{name}"
        );
    }
}

/// How many measures have an actor and a sum, and the bytes of their actors.
fn stated(document: &str) -> (usize, usize, usize) {
    let document = daryn_read::read(document.as_bytes(), "a.html");
    let measures = extract(&document);
    let actors: Vec<usize> = measures
        .iter()
        .filter_map(|it| it.actor)
        .map(|it| it.words(&document.text).len())
        .collect();
    let sums = measures.iter().filter(|it| it.money.is_some()).count();
    (actors.len(), sums, actors.iter().sum())
}

/// A plan of as many rows, covered by one actor and one sum.
fn covered(rows: usize, actor: &str) -> String {
    let own: String =
        (1..rows).map(|it| format!("<tr><td>Создание центра {it}</td></tr>")).collect();
    format!(
        "<table><tr><th>Мероприятие</th><th>Исполнители</th><th>Сумма, млн тенге</th></tr>\
         <tr><td>Создание совета</td><td rowspan='{rows}'>{actor}</td><td rowspan='0'>5</td></tr>\
         {own}</table>"
    )
}

#[test]
fn what_covers_rows_is_repeated_within_a_bound() {
    let plan =
        |tables: &[String]| format!("<html><body><p>План</p>{}</body></html>", tables.concat());
    // Cells as long as those of a real plan are parts of all rows.
    let usual = "Министерство науки и высшего образования, ".repeat(9);
    let usual = usual.trim_end_matches(", ");
    assert!(usual.len() > 692);
    assert_eq!(stated(&plan(&[covered(1000, usual)])), (1000, 1000, 1000 * usual.len()));
    // One that would be repeated without end is a part of its first row, and what is short stays
    // a part of all.
    let long = "Министерство науки и высшего образования, ".repeat(50);
    let long = long.trim_end_matches(", ");
    assert_eq!(stated(&plan(&[covered(9000, long)])), (1, 9000, long.len()));
    // The bound is one for all tables of a document.
    let tables = [covered(900, long), covered(900, long), covered(100, usual)];
    let (actors, sums, bytes) = stated(&plan(&tables));
    assert_eq!((actors, sums), (900 + 1 + 100, 1900));
    assert!(bytes < 4_000_000 + 3 * long.len(), "{bytes}");
}

#[test]
fn spans_of_pages_are_those_that_a_browser_shows() {
    let of = |rows: &str| {
        let page = format!(
            "<html><body><p>План мероприятий</p><table><thead><tr><th>Мероприятие</th>\
             <th>Ответственные исполнители</th><th>Срок</th><th>Сумма, млн тенге</th></tr></thead>\
             {rows}</table></body></html>"
        );
        let document = daryn_read::read(page.as_bytes(), "a.html");
        let words =
            |part: Option<Part>| part.map_or("-".into(), |it| it.words(&document.text).to_owned());
        let line = |it: Measure| {
            let shared = it.money.as_ref().map(|it| it.1.is_shared);
            let (deadline, money) = (it.deadline.map(|it| it.0), it.money.map(|it| it.0));
            let shared = if shared == Some(true) { " shared" } else { "" };
            format!("{} | {} | {}{shared}", words(it.actor), words(deadline), words(money))
        };
        extract(&document).into_iter().map(line).collect::<Vec<String>>()
    };
    // 0 and what is too large go on to the end.
    assert_eq!(
        of("<tr><td>Создание центра</td><td rowspan='0'>МИД</td><td>2025 год</td>\
            <td rowspan='99999999999999999999'>5</td></tr>\
            <tr><td>Разработка портала</td><td>2026 год</td></tr>\
            <tr><td>Проведение форума</td><td>2027 год</td></tr>"),
        ["МИД | 2025 год | 5 shared", "МИД | 2026 год | 5 shared", "МИД | 2027 год | 5 shared"]
    );
    // A group of rows ends what covers them.
    assert_eq!(
        of("<tbody><tr><td>Создание центра</td><td rowspan='5'>МИД</td><td>2025 год</td>\
            <td rowspan='2'>5</td></tr><tr><td>Разработка портала</td><td>2026 год</td></tr></tbody>\
            <tbody><tr><td>Проведение форума</td><td>МНВО</td><td>2027 год</td><td>7</td></tr></tbody>"),
        ["МИД | 2025 год | 5 shared", "МИД | 2026 год | 5 shared", "МНВО | 2027 год | 7"]
    );
    // A row that ends early has the sum at its right, but no actor or deadline.
    assert_eq!(
        of(
            "<tr><td>Создание центра</td><td>МИД</td><td>2025 год</td><td rowspan='2'>500</td></tr>\
            <tr><td>Разработка портала</td></tr>\
            <tr><td>Проведение форума</td><td>МНВО</td><td>2026 год</td><td>7</td></tr>"
        ),
        ["МИД | 2025 год | 500 shared", "- | - | 500 shared", "МНВО | 2026 год | 7"]
    );
}

#[test]
fn words_that_are_shown_have_what_covers_the_row_and_its_place_stays_its_own() {
    let rows = [
        vec![
            ("№", 1),
            ("Мероприятие", 1),
            ("Форма завершения", 1),
            ("Исполнители", 1),
            ("Срок", 1),
            ("Примечание", 1),
        ],
        // The action begins below the form of completion, and stands before it all the same.
        vec![("1", 3), ("Создание центра", 1), ("отчет", 3), ("МИД", 1), ("2025 год", 1), ("а", 3)],
        vec![("Разработка портала", 2), ("МВД", 1), ("2026 год", 1)],
        vec![("МНВО", 1), ("2027 год", 1)],
    ];
    for (name, bytes) in [("a.html", html(&rows)), ("a.docx", docx(&rows)), ("a.fodt", fodt(&rows))]
    {
        let document = daryn_read::read(&bytes, name);
        let measures = extract(&document);
        let shown: Vec<String> = measures.iter().map(|it| it.shown(&document.text)).collect();
        assert_eq!(
            shown,
            [
                "1 Создание центра отчет МИД 2025 год а",
                "отчет Разработка портала МВД 2026 год",
                "Разработка портала отчет МНВО 2027 год",
            ],
            "{name}"
        );
        for measure in &measures {
            let passage = &document.passages[measure.passage];
            assert_eq!(
                (measure.sentence.start, measure.sentence.end),
                (passage.start, passage.end),
                "{name}"
            );
        }
    }
}
