//! Markdown: no words are lost, and none are looked at too often.

mod common;

use std::time::{Duration, Instant};

use common::{good, labels};
use daryn_read::{Document, Kind, read};

fn of(text: &str) -> Document {
    good(text.as_bytes(), "a.md")
}

#[test]
fn words_that_look_like_marks_stay() {
    let document = of("1. Текст: <https://adilet.zan.kz/rus/docs/Z1100000477>, <info@gov.kz>.\n\n\
        2. Если x <a и b> c, то <ФИО>.\n\n<!-- пометка --> 3. За пометкой.\n\n\
        <!-- две\n\nстроки -->\n4. [закон](https://a.kz/Закон_(право)) и [пункт](см. ниже).\n");
    assert_eq!(
        document.text,
        "1. Текст: https://adilet.zan.kz/rus/docs/Z1100000477, info@gov.kz.\n\
         2. Если x <a и b> c, то <ФИО>.\n3. За пометкой.\n4. закон и [пункт](см. ниже)."
    );
    assert_eq!(labels(&document, Kind::Point), ["1", "2", "3", "4"]);
    assert_eq!(of("а <!-- без конца").text, "а <!-- без конца");
}

#[test]
fn titles_may_be_underlined() {
    let document =
        of("Закон\n=====\n\nОбщие положения\n---------------\n\n1. Пункт.\n---\nКонец.\n");
    assert_eq!(document.text, "Закон\nОбщие положения\n1. Пункт.\nКонец.");
    assert_eq!(document.of_kind(Kind::Heading).count(), 2);
}

#[test]
fn tables_may_have_no_pipes_at_their_edges() {
    let document = of("Квоты:\nРегион | Число\n--- | ---:\nАбай | 10\nАлматы | 20\n\nа | б\n---\n");
    assert_eq!(document.tables.len(), 1);
    assert_eq!(document.tables[0].rows, [["Регион", "Число"], ["Абай", "10"], ["Алматы", "20"]]);
    assert!(document.text.starts_with("Квоты:\n") && document.text.ends_with("а | б"));
}

#[test]
fn footnotes_stand_behind_what_refers_to_them() {
    let document = of(
        "1. Квота[^1] и виза[^b] и [^нет].\n\n2. Далее[^1].\n\n[^1]: Текст\n  сноски.\n\n\
        \x20   Второй абзац.\n\n[^b]: Виза &mdash; см. [^1].\n[^c]: Никто не сослался.\n\n3. Конец.\n",
    );
    assert_eq!(
        document.text,
        "1. Квота и виза и [^нет].\nТекст сноски.\nВторой абзац.\nВиза — см. .\n2. Далее.\n\
         Никто не сослался.\n3. Конец."
    );
    assert_eq!(labels(&document, Kind::Note), ["1", "b", "c"]);
    assert_eq!(labels(&document, Kind::Point), ["1", "2", "3"]);
    let table = of("| а[^1] | б |\n|---|---|\n| в | г |\n\n[^1]: К таблице.\n");
    assert_eq!(table.text, "а\tб\nв\tг\nК таблице.");
}

#[test]
fn marks_that_are_heaped_take_no_longer() {
    let n = 40_000;
    for text in [
        format!("текст {}{}", "*a ".repeat(n), "b* ".repeat(n)),
        format!("текст {}{}", "**a ".repeat(n), "b* ".repeat(n)),
        "[a](".repeat(n),
        "[a](()".repeat(n),
        "[a](b \"".repeat(n),
        "[".repeat(n),
        "<a b=\"".repeat(n),
        "<!-".repeat(n),
        "[^".repeat(n),
        "[^1]: а [^1]\n".repeat(n / 20),
    ] {
        let began = Instant::now();
        let document = read(text.as_bytes(), "a.md");
        assert!(!document.text.is_empty());
        // Looking at each mark from each other one takes minutes.
        assert!(began.elapsed() < Duration::from_secs(10), "{}", &text[..20]);
    }
}
