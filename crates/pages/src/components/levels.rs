//! Choosing a level from 1 to 7: four bands, each with its descriptor beside its levels, so that the
//! words of the framework stand where a person judges. The levels have no colour.

use maud::{Markup, html};
use words::Words;

use super::Autosave;
use super::kept::{kept_line, saves};

/// A band of the framework.
#[derive(Clone, Debug, Default)]
pub struct LevelBand {
    /// "Effective".
    pub name: String,
    /// Its levels, from low to high: 5 and 6.
    pub levels: Vec<u8>,
    /// What a teacher at this band does, in the framework's words.
    pub descriptor: Markup,
}

/// A choice of level.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// What is sent, and the id of the group.
    pub name: String,
    /// "I.5 Checks for understanding".
    pub legend: Markup,
    /// Who will see it.
    pub sees: Option<Markup>,
    /// What is wanted.
    pub hint: Option<Markup>,
    /// From low to high.
    pub bands: Vec<LevelBand>,
    /// The level that stands.
    pub chosen: Option<u8>,
    /// The level before this one, marked beside its number.
    pub earlier: Option<u8>,
    /// What happened and what to do, if it was refused.
    pub error: Option<String>,
    /// Saves itself when a level is chosen.
    pub autosave: Option<Autosave>,
    /// Offers "no level yet", sent as an empty value.
    pub may_be_open: bool,
}

/// The group. The first radio button has the group's name as its id.
pub fn levels(words: Words, levels: &Levels) -> Markup {
    let part = |name: &str| format!("{}-{name}", levels.name);
    let saving = levels.autosave.as_ref();
    let described: Vec<String> = [
        ("sees", levels.sees.is_some()),
        ("hint", levels.hint.is_some()),
        ("error", levels.error.is_some()),
    ]
    .into_iter()
    .filter(|(_, there)| *there)
    .map(|(name, _)| part(name))
    .collect();
    let first = levels
        .bands
        .iter()
        .flat_map(|band| &band.levels)
        .next()
        .copied();
    let id = |level: u8| {
        if Some(level) == first {
            levels.name.clone()
        } else {
            format!("{}-{level}", levels.name)
        }
    };
    html! {
        fieldset class={ "field levels" @if levels.error.is_some() { " wrong" } }
            aria-describedby=[(!described.is_empty()).then(|| described.join(" "))]
            data-autosave=[saving.map(|saving| &saving.url)]
        {
            legend { (levels.legend) }
            @if let Some(sees) = &levels.sees { p.sees id=(part("sees")) { (sees) } }
            @if let Some(hint) = &levels.hint { p.hint id=(part("hint")) { (hint) } }
            @if let Some(error) = &levels.error { p.wrong-text id=(part("error")) { (super::shape(super::Shape::FullDiamond)) span { (error) } } }
            div.bands {
                @for (at, band) in levels.bands.iter().enumerate() {
                    @let words_id = format!("{}-band-{}", levels.name, at + 1);
                    div.band {
                        p.band-name { (band.name) }
                        div.band-levels {
                            @for &level in &band.levels {
                                label.level for=(id(level)) {
                                    input type="radio" id=(id(level)) name=(levels.name) value=(level)
                                        checked[levels.chosen == Some(level)] aria-describedby=(words_id);
                                    span { (level) span.vh { ", " (band.name) } }
                                    @if levels.earlier == Some(level) && levels.chosen != Some(level) {
                                        span.was { (words.say("levels-earlier")) }
                                    }
                                }
                            }
                        }
                        div.descriptor id=(words_id) { (band.descriptor) }
                    }
                }
            }
            @if levels.may_be_open {
                div.tick {
                    input type="radio" id=(part("open")) name=(levels.name) value="" checked[levels.chosen.is_none()];
                    label for=(part("open")) { (words.say("levels-none")) }
                }
            }
            @if let Some(saving) = saving { p.under { (kept_line(words, saving)) } (saves(words, saving, false, |level| html! { (level) })) }
        }
    }
}
