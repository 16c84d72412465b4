//! The languages of the product, and how one is chosen from a browser's wishes.

use serde::{Deserialize, Serialize};

/// A language that every text exists in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English as Colorado's districts write it.
    #[default]
    En,
    /// Spanish for Colorado's teachers, with *usted*.
    Es,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The tag of BCP 47, for `lang` attributes and folders of texts.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of a tag such as `es` or `es-MX`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary.trim()))
    }

    /// The best match for an `Accept-Language` header (RFC 9110, 12.5.4); English when nothing fits.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best: Option<(u32, Self)> = None;
        for wish in header.split(',') {
            let mut parts = wish.split(';');
            let Some(language) = parts.next().and_then(Self::from_tag) else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1000, thousandths);
            if weight > 0 && best.is_none_or(|(heaviest, _)| weight > heaviest) {
                best = Some((weight, language));
            }
        }
        best.map_or(Self::En, |(_, language)| language)
    }
}

/// A weight of at most three decimals, in thousandths; anything else counts as nothing.
fn thousandths(weight: &str) -> u32 {
    let (whole, decimals) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    if decimals.len() > 3 {
        return 0;
    }
    let whole: u32 = whole.parse().unwrap_or(0);
    let decimals: u32 = format!("{decimals:0<3}").parse().unwrap_or(0);
    (whole.min(1) * 1000 + decimals).min(1000)
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Es};

    #[test]
    fn the_heaviest_wish_that_we_speak_wins() {
        for (header, expected) in [
            ("es-MX,es;q=0.9,en;q=0.8", Es),
            ("fr-CA, es;q=0.5, en;q=0.7", En),
            ("en;q=0.2, es-419;q=0.25", Es),
            ("es;q=0, en;q=0.1", En),
            ("de, fr", En),
            ("", En),
            ("*", En),
        ] {
            assert_eq!(
                Language::from_accept_language(header),
                expected,
                "{header:?}"
            );
        }
    }
}
