//! Lists and figures in running text.

use crate::{Language, Words};

impl Words {
    /// "a, b and c", in Spanish "a, b y c" and "a e ideas" (*Ortografía de la lengua española*: *e* before the sound *i*).
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        self.joined(items, "list-and", "list-and-i", sounds_like_i)
    }

    /// "a, b or c", in Spanish "a, b o c" and "a u otra" (*u* before the sound *o*).
    pub fn list_or<T: AsRef<str>>(self, items: &[T]) -> String {
        self.joined(items, "list-or", "list-or-o", sounds_like_o)
    }

    /// A decimal that is already rounded ("24.50"), with the language's mark and a true minus sign.
    /// Spanish of the United States keeps the point.
    pub fn decimal(self, rounded: &str) -> String {
        let mark = self.say("number-decimal-mark");
        rounded.replace('.', &mark).replace('-', "\u{2212}")
    }

    fn joined<T: AsRef<str>>(
        self,
        items: &[T],
        key: &str,
        before_sound: &str,
        sounds: fn(&str) -> bool,
    ) -> String {
        let Some((last, head)) = items.split_last() else {
            return String::new();
        };
        let last = last.as_ref();
        if head.is_empty() {
            return last.to_owned();
        }
        let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
        let key = if self.language() == Language::Es && sounds(last) {
            before_sound
        } else {
            key
        };
        self.with(
            key,
            &[
                ("head", head.join(&self.say("list-comma")).into()),
                ("last", last.into()),
            ],
        )
    }
}

/// Begins with the vowel *i*, not with the diphthong of *hielo* or *hiato*.
fn sounds_like_i(word: &str) -> bool {
    let word = word.trim_start_matches(['«', '“', '"', '(']).to_lowercase();
    let rest = word.strip_prefix('h').unwrap_or(&word);
    let mut letters = rest.chars();
    matches!(letters.next(), Some('i' | 'í'))
        && !matches!(letters.next(), Some('a' | 'e' | 'o' | 'á' | 'é' | 'ó'))
}

fn sounds_like_o(word: &str) -> bool {
    let word = word.trim_start_matches(['«', '“', '"', '(']).to_lowercase();
    let rest = word.strip_prefix('h').unwrap_or(&word);
    matches!(rest.chars().next(), Some('o' | 'ó' | '8'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_said_as_people_say_them() {
        let (en, es) = (Words::new(Language::En), Words::new(Language::Es));
        assert_eq!(en.list::<&str>(&[]), "");
        assert_eq!(en.list(&["a"]), "a");
        assert_eq!(en.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(en.list(&["notes", "ideas"]), "notes and ideas");
        assert_eq!(es.list(&["a", "b", "c"]), "a, b y c");
        assert_eq!(es.list(&["notas", "ideas"]), "notas e ideas");
        assert_eq!(es.list(&["notas", "hielo"]), "notas y hielo");
        assert_eq!(en.list_or(&["a", "other"]), "a or other");
        assert_eq!(es.list_or(&["una", "otra"]), "una u otra");
        assert_eq!(es.list_or(&["una", "dos"]), "una o dos");
    }

    #[test]
    fn decimals_keep_their_digits() {
        assert_eq!(Words::new(Language::En).decimal("-1.50"), "\u{2212}1.50");
        assert_eq!(Words::new(Language::Es).decimal("24.50"), "24.50");
    }
}
