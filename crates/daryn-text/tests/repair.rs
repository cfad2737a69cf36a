//! Repairs: what is put right, what is left alone, and the way back to the text as printed.

use daryn_text::repair::{Kind, as_printed, is_garbled, repair};
use proptest::prelude::*;

/// The repaired text, after looking that the log leads back.
fn repaired(text: &str) -> String {
    let repaired = repair(text);
    let new = repaired.text.as_ref();
    assert_eq!(as_printed(new, &repaired.changes, 0..new.len()), text);
    assert!(repair(new).changes.is_empty(), "{new}: {:?}", repair(new).changes);
    new.to_owned()
}

#[test]
fn letters_that_look_alike_follow_those_that_do_not() {
    for (given, right) in [
        ("көшi-қоны мәселелерi жөнiндегi", "көші-қоны мәселелері жөніндегі"),
        ("сpедств, затpаченных на стационаpное", "средств, затраченных на стационарное"),
        ("Cтатья 5. Cроки", "Статья 5. Сроки"),
        ("Population сensus оf the country", "Population census of the country"),
        ("Закон от 30.12.2019 № 292-VІ", "Закон от 30.12.2019 № 292-VI"),
        ("ХХІ ғасыр, ІІ тарау, ІV бөлім", "XXI ғасыр, II тарау, IV бөлім"),
        ("в ХХ веке, Глава І", "в XX веке, Глава I"),
        ("рeсурс", "ресурс"),
        ("и т.e. и т.д.", "и т.е. и т.д."),
        ("А.C. Иванов принят c 1 января", "А.С. Иванов принят с 1 января"),
        ("B соответствии с законом", "В соответствии с законом"),
        ("нет, a также o мерах", "нет, а также о мерах"),
        ("it is а law", "it is a law"),
        ("IТ-компания и WЕB-сайт", "IT-компания и WEB-сайт"),
        ("YКІМЕТ және Yлес", "ҮКІМЕТ және Үлес"),
        ("Қазақстан ХАЛҚЫ мен Yйлер", "Қазақстан ХАЛҚЫ мен Үйлер"),
    ] {
        assert_eq!(repaired(given), right);
        assert!(repair(given).changes.iter().all(|change| change.kind == Kind::Homoglyph));
    }
}

#[test]
fn what_may_be_meant_is_left_alone() {
    for text in [
        "формат А4, газ СО2, А4-формат, код KZ1С2",
        "сайт еgov.kz, почта сenter@gov.kz, https://аdilet.zan.kz/rus",
        "группа A, категория B, витамин C, тип X",
        "число a равно b, где x = 5 c",
        "СХ и МС, ООО «ХИ», СССР, ОАО",
        "І ще одне слово українською",
        "SWOT-анализ, e-gov, ESG-повестка",
        "Vебинар",
        "Законот за куќа и ѓавол во Македонија",
        "Закон України про її чинність є ґрунтовним",
        "Закон Рэспублікі Беларусь аб працоўных адносінах і ўсё",
        "Закон о јавним набавкама и њиховој примени у Србији, ћирилица",
        "Le système français où naïveté, déjà vu, cœur",
        "Die Größe der Öffentlichkeit, Übermaß",
        "О МИГРАЦИИ НАСЕЛЕНИЯ РЕСПУБЛИКИ",
        "Þetta er íslenska: æðri menntun á Íslandi",
        "§ 5, 20 °C, «АО», № 7, 5 м², ½",
        "Ёлка, ёж, объём; ёё",
    ] {
        assert_eq!(repaired(text), text);
    }
}

#[test]
fn substitutes_of_kazakh_letters_are_told_by_the_text_around() {
    for (given, right) in [
        ("Ќазаќстан Республикасының Заңы", "Қазақстан Республикасының Заңы"),
        (
            "ѓылым жєне білім, ќўќыќ, їлкен ґмір, республиканыњ",
            "ғылым және білім, құқық, үлкен өмір, республиканың",
        ),
        ("Ќазаќстан халќыныѕ саєаты жјне їні", "Қазақстан халқының сағаты және үні"),
        ("ќазаќ тілі мен єдебиеті", "қазақ тілі мен әдебиеті"),
    ] {
        assert_eq!(repaired(given), right);
    }
}

/// Text in the bytes of one charset, read as if it were another.
fn garbled(text: &str, to: fn(&str) -> Vec<u8>, from: daryn_text::charsets::Charset) -> String {
    from.decode(&to(text))
}

#[test]
fn words_read_in_the_wrong_charset_are_read_again() {
    use daryn_text::charsets::Charset::{Cp866, Koi8R, Kz1048, Windows1251, Windows1252};
    let russian = "Правительство Республики Казахстан утвердило Правила приема И порядок";
    let kazakh = "Қазақстан Республикасының Әкімдігі – халықтың көші-қоны туралы «Заң»";
    let utf_8 = |text: &str| text.as_bytes().to_vec();
    for text in [russian, kazakh, "Глава 2", "Қазақстан"] {
        for charset in [Windows1251, Windows1252] {
            let once = garbled(text, utf_8, charset);
            assert!(is_garbled(&once));
            assert_eq!(repaired(&once), text);
            assert_eq!(repaired(&garbled(&once, utf_8, charset)), text, "twice");
        }
    }
    let ansi = |text: &str| Windows1251.encode(text).expect("letters");
    assert_eq!(repaired(&garbled(russian, ansi, Windows1252)), russian);
    let kz = |text: &str| Kz1048.encode(text).expect("letters");
    assert_eq!(repaired(&garbled(kazakh, kz, Windows1252)), kazakh);
    assert_eq!(repaired(&garbled(kazakh, kz, Windows1251)), kazakh);
    let koi = |text: &str| Koi8R.encode(text).expect("letters");
    assert_eq!(repaired(&garbled(russian, koi, Windows1251)), russian);
    let dos = |text: &str| Cp866.encode(text).expect("letters");
    assert_eq!(repaired(&garbled(russian, dos, Windows1251)), russian);
    let part = format!("Пункт 1. {} сохранен", garbled("Закон принят", utf_8, Windows1251));
    assert_eq!(repaired(&part), "Пункт 1. Закон принят сохранен");
    assert_eq!(repaired("the countryâ€™s law"), "the country’s law");
}

#[test]
fn places_move_with_the_letters() {
    let given = "бiр «көшi» екi";
    let fixed = repair(given);
    assert_eq!(fixed.text, "бір «көші» екі");
    let found = given.find("көшi").expect("the word");
    assert_eq!(&fixed.text[fixed.moved_range(found..found + "көшi".len())], "көші");
    // Behind «i» in the word itself.
    assert_eq!(&fixed.text[fixed.moved("бi".len())..], "р «көші» екі");
    assert_eq!(fixed.moved(given.len()), fixed.text.len());
    let change = &fixed.changes[1];
    assert_eq!((change.first, change.last, change.original.as_str()), (5, 9, "көшi"));
    let printed = |range| as_printed(&fixed.text, &fixed.changes, range);
    let word = fixed.text.find("көші").expect("the word");
    assert_eq!(printed(word..word + "кө".len()), "кө");
    assert_eq!(printed(word + "кө".len()..word + "көші»".len()), "шi»");
    let given = "а РџСЂР°РІРѕ б";
    let fixed = repair(given);
    assert_eq!(fixed.text, "а Право б");
    let cut = given.find("СЂ").expect("a letter");
    assert_eq!(&fixed.text[fixed.moved_range(cut..cut + 2)], "Право");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn repair_leads_back_and_ends(
        pieces in proptest::collection::vec(0_usize..32, 0..24)
    ) {
        let all = ["c", "а", "о", "і", "i", "Х", "I", "V", " ", " ", ". ", "-", "закон", "law",
            "қаз", "ќаз", "Рџ", "СЂ", "Ð¿", "1", ",", "і", "ы", "Y", "e", "co", "=", "ѓ", "є", "Ï", "â€™", "тарау"];
        let text: String = pieces.iter().map(|place| all[*place]).collect();
        let fixed = repair(&text);
        prop_assert_eq!(as_printed(&fixed.text, &fixed.changes, 0..fixed.text.len()), text.as_str());
        prop_assert!(repair(&fixed.text).changes.is_empty(), "{} -> {}", text, fixed.text);
        for (at, _) in text.char_indices() {
            prop_assert!(fixed.text.is_char_boundary(fixed.moved(at)), "{} {}", text, at);
        }
        let mut end = 0;
        for change in &fixed.changes {
            prop_assert!(end <= change.start && change.start <= change.end);
            let points = fixed.text[..change.start].chars().count();
            prop_assert_eq!(points, change.first);
            end = change.end;
        }
    }

    #[test]
    fn any_text_is_repaired(text in "\\PC{0,40}") {
        let fixed = repair(&text);
        prop_assert_eq!(as_printed(&fixed.text, &fixed.changes, 0..fixed.text.len()), text);
    }
}

#[test]
fn a_long_paragraph_is_repaired_piece_by_piece_with_places_of_the_whole() {
    let text = "Cтатья вaш кoд, 🙂 көшi-қон. ".repeat(5_000);
    let repaired = repair(&text);
    assert_eq!(repaired.changes.len(), 4 * 5_000);
    let whole: Vec<char> = repaired.text.chars().collect();
    for change in &repaired.changes {
        let new: String = whole[change.first..change.last].iter().collect();
        assert_eq!(new, repaired.text[change.start..change.end]);
    }
    assert_eq!(as_printed(&repaired.text, &repaired.changes, 0..repaired.text.len()), text);
}
