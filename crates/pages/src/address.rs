//! How a person is spoken of: by full name, or "Ms Castellano" where the roster says which form is right.

use domain::people::Name;
use words::Words;

/// "Ms Castellano", "Mr Achterberg"; the full name where the pronouns say nothing about it.
pub fn address(words: Words, name: &Name, pronouns: &str) -> String {
    let key = match pronouns.trim().to_ascii_lowercase().as_str() {
        "she/her" | "she/her/hers" | "ella" => "address-ms",
        "he/him" | "he/him/his" | "él" => "address-mr",
        _ => return name.full(),
    };
    words.with(key, &[("name", name.family_used().into())])
}
