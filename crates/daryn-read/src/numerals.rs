//! How numbers of lists and notes are written.

/// A number as a format writes it.
pub(crate) fn written(count: u32, format: &str) -> String {
    let repeated = |alphabet: &str| {
        let letters: Vec<char> = alphabet.chars().collect();
        let place = count as usize - 1;
        let letter = letters[place % letters.len()];
        letter.to_string().repeat(place / letters.len() + 1)
    };
    match format {
        "none" => String::new(),
        // Nobody letters or spells so many; each would be a text of its own.
        _ if count == 0 || count > 3999 => count.to_string(),
        "decimalZero" => format!("{count:02}"),
        "lowerLetter" if count <= 780 => repeated("abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" if count <= 780 => repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "russianLower" if count <= 870 => repeated("абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper" if count <= 870 => repeated("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        _ => count.to_string(),
    }
}

/// A Roman number.
fn roman(mut count: u32) -> String {
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    for (value, sign) in signs {
        while count >= value {
            text.push_str(sign);
            count -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let all = |format: &str| -> Vec<String> {
            [1, 4, 10, 27, 30].into_iter().map(|count| written(count, format)).collect()
        };
        assert_eq!(all("decimalZero"), ["01", "04", "10", "27", "30"]);
        assert_eq!(all("lowerLetter"), ["a", "d", "j", "aa", "dd"]);
        assert_eq!(all("russianLower"), ["а", "г", "к", "э", "аа"]);
        assert_eq!(all("upperRoman"), ["I", "IV", "X", "XXVII", "XXX"]);
        assert_eq!(written(u32::MAX, "lowerRoman"), "4294967295");
        assert_eq!(written(0, "upperLetter"), "0");
    }
}
