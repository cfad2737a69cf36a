//! Suffixes after Kazakh numbers written in digits.
//!
//! The suffix follows the last word of the number as it is read: 6 (алты) takes front or back
//! vowels by that word, 40 (қырық) by another. Source: the rules of vowel harmony and of consonant
//! assimilation of Kazakh (Балақаев et al., Қазақ грамматикасы, 2002, on case and possession).

/// The last word of a number and how suffixes attach to it.
struct Last {
    /// Whether its vowels are back (а, о, ұ, ы).
    back: bool,
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// A vowel.
    Vowel,
    /// р, й, у, л: sonorants after which suffixes begin with д- and н- stays д.
    Liquid,
    /// м, н, ң.
    Nasal,
    /// з, ж.
    Voiced,
    /// A voiceless consonant.
    Voiceless,
}

fn last(number: i64) -> Last {
    use End::{Liquid, Nasal, Voiced, Voiceless, Vowel};
    let number = number.unsigned_abs();
    let (back, end) = match number % 10 {
        1 => (false, Liquid),    // бір
        2 => (false, Vowel),     // екі
        3 => (false, Voiceless), // үш
        4 => (false, Voiceless), // төрт
        5 => (false, Voiceless), // бес
        6 => (true, Vowel),      // алты
        7 => (false, Vowel),     // жеті
        8 => (false, Voiced),    // сегіз
        9 => (true, Voiced),     // тоғыз
        _ => match number / 10 % 10 {
            1 => (true, Nasal),      // он
            2 => (true, Vowel),      // жиырма
            3 => (true, Voiced),     // отыз
            4 => (true, Voiceless),  // қырық
            5 => (false, Liquid),    // елу
            6 => (true, Voiceless),  // алпыс
            7 => (false, Voiceless), // жетпіс
            8 => (false, Nasal),     // сексен
            9 => (true, Nasal),      // тоқсан
            _ => match number {
                0 => (false, Liquid),                       // нөл
                n if n / 100 % 10 != 0 => (false, Voiced),  // жүз
                n if n / 1000 % 1000 != 0 => (true, Nasal), // мың
                _ => (true, Nasal),                         // миллион, миллиард
            },
        },
    };
    Last { back, end }
}

/// A number in digits with the suffix of a form; `None` for a form that is not known.
///
/// Forms: `poss` (belonging to a group, collective from 1 to 7), `gen`, `dat`, `acc`, `loc`, `abl`.
pub(super) fn with_suffix(number: i64, form: &str) -> Option<String> {
    let Last { back, end } = last(number);
    let pick = |back_form: &str, front_form: &str| {
        if back { back_form.to_owned() } else { front_form.to_owned() }
    };
    let suffix = match form {
        "poss" => match number {
            // біреуі, екеуі, үшеуі, төртеуі, бесеуі, алтауы, жетеуі
            6 => "ауы".to_owned(),
            1..=5 | 7 => "еуі".to_owned(),
            _ if end == End::Vowel => pick("сы", "сі"),
            _ => pick("ы", "і"),
        },
        "gen" => match end {
            End::Vowel | End::Nasal => pick("ның", "нің"),
            End::Liquid | End::Voiced => pick("дың", "дің"),
            End::Voiceless => pick("тың", "тің"),
        },
        "dat" => match end {
            End::Voiceless => pick("қа", "ке"),
            _ => pick("ға", "ге"),
        },
        "acc" => match end {
            End::Vowel => pick("ны", "ні"),
            End::Voiceless => pick("ты", "ті"),
            _ => pick("ды", "ді"),
        },
        "loc" => match end {
            End::Voiceless => pick("та", "те"),
            _ => pick("да", "де"),
        },
        "abl" => match end {
            End::Nasal => pick("нан", "нен"),
            End::Voiceless => pick("тан", "тен"),
            _ => pick("дан", "ден"),
        },
        _ => return None,
    };
    let digits = super::numbers::Numbers::of(daryn_model::Lang::Kk).integer(number);
    Some(format!("{digits}-{suffix}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_follow_the_number_as_it_is_read() {
        let check = |form: &str, expected: &[(i64, &str)]| {
            for (number, text) in expected {
                assert_eq!(with_suffix(*number, form).as_deref(), Some(*text), "{form}");
            }
        };
        check(
            "poss",
            &[
                (1, "1-еуі"),
                (2, "2-еуі"),
                (6, "6-ауы"),
                (7, "7-еуі"),
                (8, "8-і"),
                (9, "9-ы"),
                (10, "10-ы"),
                (20, "20-сы"),
                (21, "21-і"),
                (22, "22-сі"),
                (26, "26-сы"),
                (30, "30-ы"),
                (40, "40-ы"),
                (50, "50-і"),
                (60, "60-ы"),
                (70, "70-і"),
                (80, "80-і"),
                (90, "90-ы"),
                (100, "100-і"),
                (1000, "1\u{a0}000-ы"),
                (0, "0-і"),
            ],
        );
        check(
            "gen",
            &[
                (1, "1-дің"),
                (2, "2-нің"),
                (3, "3-тің"),
                (6, "6-ның"),
                (10, "10-ның"),
                (40, "40-тың"),
                (50, "50-дің"),
                (100, "100-дің"),
            ],
        );
        check(
            "dat",
            &[(2, "2-ге"), (4, "4-ке"), (6, "6-ға"), (9, "9-ға"), (60, "60-қа"), (70, "70-ке")],
        );
        check("acc", &[(2, "2-ні"), (5, "5-ті"), (8, "8-ді"), (9, "9-ды"), (10, "10-ды")]);
        check("loc", &[(3, "3-те"), (6, "6-да"), (40, "40-та"), (100, "100-де")]);
        check(
            "abl",
            &[
                (1, "1-ден"),
                (3, "3-тен"),
                (6, "6-дан"),
                (10, "10-нан"),
                (80, "80-нен"),
                (90, "90-нан"),
                (1_000_000, "1\u{a0}000\u{a0}000-нан"),
            ],
        );
        assert_eq!(with_suffix(1, "other"), None);
    }
}
