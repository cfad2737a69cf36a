//! Measures of two invented documents matched.

use daryn_measures::bodies::{Bodies, Body};
use daryn_measures::extract;
use daryn_measures::matching::{Matched, Side, matched};

fn plan(rows: &[[&str; 4]]) -> String {
    let rows = rows.iter().map(|[action, actor, deadline, money]| {
        format!("<tr><td>{action}</td><td>{actor}</td><td>{deadline}</td><td>{money}</td></tr>")
    });
    let head = "<tr><th>Мероприятие</th><th>Ответственные</th><th>Срок</th><th>Финансирование, млн тенге</th></tr>";
    format!(
        "<html><body><p>План</p><table>{head}{}</table></body></html>",
        rows.collect::<String>()
    )
}

fn told(old: &str, new: &str, bodies: &Bodies) -> Vec<String> {
    let [old, new] = [old, new].map(|it| daryn_read::read(it.as_bytes(), "a.html"));
    let (first, second) = (extract(&old), extract(&new));
    let side = |document: &'static str, measures| Side { text: document, measures };
    let texts: [&'static str; 2] = [old.text.leak(), new.text.leak()];
    let found = matched(side(texts[0], &first), side(texts[1], &second), bodies);
    let line = |it: &Matched| {
        let changes: Vec<String> = it
            .changes
            .iter()
            .map(|change| {
                let since = change.since.map_or(String::new(), |date| format!(" since {date}"));
                format!("{} {:?}{since}", change.part, change.way)
            })
            .collect();
        format!("{:?} {}", it.fate(), changes.join(", ")).trim().to_owned()
    };
    found.iter().map(line).collect()
}

#[test]
fn what_slipped_was_cut_renamed_dropped_and_is_new() {
    let old = plan(&[
        [
            "Создание центра поддержки ученых",
            "Министерство образования и науки",
            "декабрь 2024 года",
            "500",
        ],
        ["Разработка портала вакансий", "МИД", "июнь 2024 года", ""],
        ["Проведение форума соотечественников", "МИД", "ежегодно", "10"],
    ]);
    let new = plan(&[
        ["Создание центра поддержки молодых ученых", "МНВО", "декабрь 2025 года", "300"],
        ["Проведение форума соотечественников", "МИД", "ежегодно", "10"],
        ["Выделение квот на обучение", "МТСЗН", "июль 2025 года", ""],
    ]);
    let body = |id: &str, names: &[&str], from: Option<&str>, successors: &[&str]| Body {
        id: id.to_owned(),
        names: names.iter().map(|it| (*it).to_owned()).collect(),
        valid_from: from.map(|it| it.parse().expect("a date")),
        successors: successors.iter().map(|it| (*it).to_owned()).collect(),
    };
    let bodies = Bodies::new(vec![
        body("MES", &["Министерство образования и науки"], Some("2002"), &["MSHE"]),
        body("MSHE", &["МНВО"], Some("2022-06-11"), &[]),
    ]);
    assert_eq!(
        told(&old, &new, &bodies),
        [
            "Changed actor Renamed since 2022-06-11, deadline Slipped, money Cut",
            "Dropped",
            "Kept",
            "New",
        ]
    );
    // Without the table a new name is another body.
    assert_eq!(
        told(&old, &new, &Bodies::default())[0],
        "Changed actor Changed, deadline Slipped, money Cut"
    );
    assert!(told(&old, &old, &bodies).iter().all(|it| it == "Kept"));
}

#[test]
fn amounts_of_different_currencies_are_not_compared() {
    let row = |money: &'static str| plan(&[["Создание центра ученых", "МИД", "2025 год", money]]);
    assert_eq!(
        told(&row("5 млн тенге"), &row("5 млн долл. США"), &Bodies::default()),
        ["Changed money Changed"]
    );
    assert_eq!(told(&row("5"), &row(""), &Bodies::default()), ["Changed money Removed"]);
    let nothing = told(&row("5"), "<html><body><p>Пусто</p></body></html>", &Bodies::default());
    assert_eq!(nothing, ["Dropped"]);
}

#[test]
fn one_sum_for_several_measures_is_not_cut_where_it_is_told_apart() {
    let rows = |money: [&str; 2]| {
        let cells = ["Создание центра ученых", "Разработка портала вакансий"].iter().zip(money);
        let rows = cells.map(|(action, money)| {
            format!("<tr><td>{action}</td><td>МИД</td><td>2025 год</td>{money}</tr>")
        });
        let head = "<tr><th>Мероприятие</th><th>Ответственные</th><th>Срок</th><th>Финансирование, млн тенге</th></tr>";
        let rows = rows.collect::<String>();
        format!("<html><body><p>План</p><table>{head}{rows}</table></body></html>")
    };
    let whole = rows(["<td rowspan=\"2\">100</td>", ""]);
    let apart = rows(["<td>60</td>", "<td>40</td>"]);
    for (old, new) in [(&whole, &apart), (&apart, &whole)] {
        assert_eq!(told(old, new, &Bodies::default()), ["Changed money Changed"; 2]);
    }
    assert_eq!(told(&whole, &whole, &Bodies::default()), ["Kept"; 2]);
}
