//! Which language a text is in, by its letters alone.

/// Letters of Kazakh that Russian does not have.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

/// `kk`, `ru`, `en`, or `other` where the letters do not tell.
pub fn guess(text: &str) -> &'static str {
    let (mut cyrillic, mut kazakh, mut latin) = (0_usize, 0_usize, 0_usize);
    for letter in text.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\u{400}'..='\u{52f}' => {
                cyrillic += 1;
                kazakh += usize::from(KAZAKH.contains(letter));
            }
            _ => {}
        }
    }
    // A Russian text may name a Kazakh word; a Kazakh one has such a letter in every other word.
    match (cyrillic, latin) {
        (0, 0) => "other",
        _ if cyrillic < latin => "en",
        _ if kazakh * 50 >= cyrillic => "kk",
        _ => "ru",
    }
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(guess("Осы Заң халықтың көші-қоны саласындағы"), "kk");
        assert_eq!(guess("Настоящий Закон регулирует отношения"), "ru");
        assert_eq!(guess("The concept until 2030"), "en");
        assert_eq!(guess("12 %"), "other");
    }
}
