//! A standing, a year's effect and what to look at, in sentences.

use crate::people::employment;
use domain::people::Service;
use domain::status::{Effect, Finding, Line, Standing, Trace};
use policy::Pack;
use words::Words;

/// The standing as a sentence.
pub fn standing(words: Words, standing: &Standing) -> String {
    let key = format!("status-says-{}", standing.as_str());
    match standing {
        Standing::Unknown | Standing::NonProbationary | Standing::Outside => words.say(&key),
        Standing::Probationary { counted, of } => words.with(
            &key,
            &[("counted", (*counted).into()), ("of", (*of).into())],
        ),
        Standing::AtRisk { since, left } => words.with(
            &key,
            &[("year", since.as_str().into()), ("left", (*left).into())],
        ),
        Standing::Lost { year } => words.with(&key, &[("year", year.as_str().into())]),
    }
}

/// The standing in few words.
pub fn short(words: Words, standing: &Standing) -> String {
    let key = format!("status-standing-{}", standing.as_str());
    let name = words.say(&key);
    match standing {
        Standing::Probationary { counted, of } => words.with(
            "status-standing-counted",
            &[
                ("standing", name.into()),
                ("counted", (*counted).into()),
                ("of", (*of).into()),
            ],
        ),
        _ => name,
    }
}

/// What a year did.
pub fn effect(words: Words, trace: &Trace, line: &Line) -> String {
    let key = format!("status-effect-{}", line.effect.as_str());
    match line.effect {
        Effect::Counted => words.with(
            &key,
            &[
                ("counted", line.counted.into()),
                ("of", trace.gain.value.into()),
            ],
        ),
        Effect::Gained => words.with(&key, &[("of", trace.gain.value.into())]),
        Effect::Lost => words.with(&key, &[("of", trace.lose.value.into())]),
        _ => words.say(&key),
    }
}

/// A rating's name in the reader's language; no score where there is none.
pub fn rating(words: Words, pack: &Pack, rating: Option<&str>) -> String {
    match rating {
        None => words.say("status-no-score"),
        Some(id) => pack.rating.rating(id).map_or_else(
            || id.to_owned(),
            |it| it.label.get(words.language().tag()).to_owned(),
        ),
    }
}

/// How somebody served in a year, and where; empty for a full year here.
pub fn service(words: Words, service: Service, district: &str) -> Vec<String> {
    let served = match service {
        Service::Full => None,
        Service::Late => Some(words.say("status-service-late")),
        Service::Interrupted => Some(words.say("status-service-interrupted")),
    };
    let elsewhere = (!district.is_empty())
        .then(|| words.with("status-district", &[("district", district.into())]));
    served.into_iter().chain(elsewhere).collect()
}

/// Something that whoever states it should look at.
pub fn finding(words: Words, finding: &Finding) -> String {
    match finding {
        Finding::ClassDiffers { says } => words.with(
            "status-finding-class-differs",
            &[("class", employment(words, *says).into())],
        ),
        Finding::YearsMissing { years } => {
            let years: Vec<&str> = years.iter().map(domain::YearId::as_str).collect();
            words.with(
                "status-finding-years-missing",
                &[("years", words.list(&years).into())],
            )
        }
        Finding::NothingKnown => words.say("status-finding-nothing-known"),
        Finding::RatingDiffers { year } => words.with(
            "status-finding-rating-differs",
            &[("year", year.as_str().into())],
        ),
        Finding::RatingUnknown { year, rating } => words.with(
            "status-finding-rating-unknown",
            &[("year", year.as_str().into()), ("rating", rating.into())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::status::Rule;
    use words::Language;

    #[test]
    fn every_rule_and_effect_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for rule in Rule::ALL {
                let key = format!("status-rule-{}", rule.id());
                assert!(words.knows(&key), "{key} in {}", language.tag());
            }
        }
    }
}
