//! Where each indicator stands: the latest level, where it was before, and the teacher's own rating.

use super::YearPage;
use crate::components::{Bands, Mark, Stave, staves};
use crate::visitor::Visitor;
use domain::YearRecord;
use domain::professionalism::{Moment, Sent};
use maud::{Markup, html};
use policy::{Pack, Side};
use words::Words;

/// The framework's bands with their names.
pub fn bands(words: Words, pack: &Pack) -> Bands {
    let name = |id: &str| {
        pack.rating
            .rating(id)
            .map(|rating| rating.label.get(words.language().tag()).to_owned())
            .unwrap_or_default()
    };
    let effective = pack
        .rating
        .ratings
        .iter()
        .find(|rating| rating.effective)
        .map(|rating| rating.id.as_str());
    Bands {
        bands: pack
            .framework
            .bands
            .iter()
            .map(|band| (name(&band.rating), band.from))
            .collect(),
        threshold: pack
            .framework
            .bands
            .iter()
            .position(|band| Some(band.rating.as_str()) == effective)
            .unwrap_or(0),
        top: pack.framework.max,
    }
}

/// The name of the band of a level.
pub fn band_name(words: Words, pack: &Pack, level: u8) -> String {
    let rating = pack
        .framework
        .band(level)
        .and_then(|band| pack.rating.rating(&band.rating));
    rating
        .map(|rating| rating.label.get(words.language().tag()).to_owned())
        .unwrap_or_default()
}

/// The latest professionalism ratings of one side.
pub fn latest(record: &YearRecord, side: Side) -> Option<&Sent> {
    [Moment::EndOfYear, Moment::MidYear]
        .into_iter()
        .find_map(|moment| record.professionalism.sent(moment, side))
}

/// The staves of all domains with their table.
pub fn picture(visitor: &Visitor, page: &YearPage, pack: &Pack) -> Markup {
    let words = visitor.words;
    let tag = words.language().tag();
    let levels = page.record.standing();
    let (own, rated) = (
        latest(&page.record, Side::Teacher),
        latest(&page.record, Side::Evaluator),
    );
    let all: Vec<Stave> = pack
        .framework
        .domains
        .iter()
        .map(|domain| {
            let indicators = pack
                .framework
                .indicators
                .iter()
                .filter(|it| it.active && it.domain == domain.id);
            let marks = indicators.map(|indicator| {
                let name = indicator.short.get(tag).to_owned();
                if domain.observed {
                    let seen = levels
                        .get(&indicator.id)
                        .map(Vec::as_slice)
                        .unwrap_or_default();
                    let from = seen
                        .iter()
                        .map(|level| {
                            words.with(
                                "standing-seen",
                                &[
                                    ("date", words.short_day(level.on).into()),
                                    ("level", u32::from(level.score).into()),
                                ],
                            )
                        })
                        .collect::<Vec<_>>();
                    Mark {
                        id: indicator.id.clone(),
                        name,
                        now: seen.last().map(|level| level.score),
                        earlier: seen
                            .first()
                            .filter(|_| seen.len() > 1)
                            .map(|level| level.score),
                        own: None,
                        from: html! { (from.join(", ")) },
                    }
                } else {
                    let score = |sent: Option<&Sent>| {
                        sent.and_then(|sent| sent.seen.get(&indicator.id))
                            .and_then(|seen| seen.score)
                    };
                    Mark {
                        id: indicator.id.clone(),
                        name,
                        now: score(rated),
                        earlier: None,
                        own: score(own),
                        from: sides(words, score(own), score(rated)),
                    }
                }
            });
            Stave {
                label: domain.label.get(tag).to_owned(),
                marks: marks.collect(),
            }
        })
        .collect();
    let whose = own.map(|_| {
        words.say(if page.own {
            "standing-own"
        } else {
            "standing-own-of-teacher"
        })
    });
    staves(words, &all, &bands(words, pack), whose.as_deref())
}

fn sides(words: Words, own: Option<u8>, rated: Option<u8>) -> Markup {
    let say = |key, level: Option<u8>| {
        level.map(|level| words.with(key, &[("level", u32::from(level).into())]))
    };
    let parts: Vec<String> = [
        say("standing-teacher", own),
        say("standing-evaluator", rated),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! { (parts.join(", ")) }
}
