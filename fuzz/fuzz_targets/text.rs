//! Words in any language or none.
#![no_main]

use daryn_text::language::{self, Language};
use daryn_text::stem;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = language::identify(text);
    let _ = language::detail(text);
    for word in text.split_whitespace().take(50) {
        for language in [Language::Kk, Language::Ru, Language::En, Language::Other] {
            assert!(!stem::stem(language, word).is_empty());
        }
    }
});
