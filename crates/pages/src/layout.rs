//! The frame of every page: masthead, main, footer; a bare frame for signing in; and the pages that
//! say what went wrong. Used by every handler that answers with a page.

mod errors;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, html};
use words::{Language, Words};

use crate::assets;
use crate::components::said_states;

pub use errors::{Conflict, broken, changed, conflict, forbidden, not_found, refused, too_large};

/// The person who is signed in, as the masthead names them.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// "Imani Castellano".
    pub name: String,
    /// "grade 5", "assistant principal"; may be empty.
    pub role: String,
    /// "Larkspur Elementary".
    pub school: String,
    /// "2026-27".
    pub year: String,
}

/// One entry of the main navigation.
#[derive(Clone, Debug, Default)]
pub struct NavItem {
    /// The room, for tests: "today".
    pub key: &'static str,
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub href: String,
    /// The page is in this room.
    pub current: bool,
}

/// A page inside the frame.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of the page.
    pub words: Words,
    /// Title of the browser's tab, without the product's name.
    pub title: String,
    /// Who is signed in; nobody on public pages.
    pub person: Option<Who>,
    /// The rooms that are open to this person.
    pub nav: Vec<NavItem>,
    /// The demo's own bar above everything.
    pub demo_bar: Option<Markup>,
    /// Head, next step and sections.
    pub body: Markup,
    /// One or two sentences at the end.
    pub footer: Option<Markup>,
    /// Whom to ask about the page.
    pub ask: Option<Markup>,
    /// The path and query of this page, to come back to after the language changes.
    pub here: String,
}

/// The whole document.
pub fn page(page: &Page) -> Markup {
    let words = page.words;
    document(
        words,
        &page.title,
        html! {
            a.skip href="#main" { (words.say("skip-link")) }
            @if let Some(bar) = &page.demo_bar { (bar) }
            header.mast {
                div.wrap {
                    a.brand href="/" { (words.say("product-name")) }
                    @if !page.nav.is_empty() { (navigation(words, &page.nav)) }
                    @if let Some(who) = &page.person {
                        p.who {
                            (who.name)
                            @if !who.role.is_empty() {
                                span.wide-only { (words.with("who-role", &[("role", (&who.role).into())])) }
                            }
                            br;
                            @if who.school.is_empty() { (who.year) }
                            @else { (words.with("who-place", &[("school", (&who.school).into()), ("year", (&who.year).into())])) }
                        }
                    }
                    (switches(words, &page.here, page.person.is_some()))
                }
            }
            main #main.wrap tabindex="-1" { (page.body) }
            @if page.footer.is_some() || page.ask.is_some() {
                footer.foot { div.wrap {
                    @if let Some(footer) = &page.footer { p { (footer) } }
                    @if let Some(ask) = &page.ask { (ask) }
                } }
            }
            @if page.person.is_some() { (said_states(words)) }
        },
    )
}

/// A page without navigation: signing in, and errors before one has signed in.
pub fn bare(words: Words, title: &str, here: &str, body: Markup) -> Markup {
    document(
        words,
        title,
        html! {
            a.skip href="#main" { (words.say("skip-link")) }
            header.mast {
                div.wrap {
                    a.brand href="/" { (words.say("product-name")) }
                    (switches(words, here, false))
                }
            }
            main #main.wrap.bare tabindex="-1" { (body) }
        },
    )
}

/// The bar of the demo: what it is, and its controls.
pub fn demo_bar(label: &str, said: Markup, controls: Markup) -> Markup {
    html! {
        section.demo aria-label=(label) {
            div.wrap { p { strong { (label) } " " (said) } div.controls { (controls) } }
        }
    }
}

fn document(words: Words, title: &str, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (words.say("product-name")) }
                link rel="stylesheet" href=(assets::style_path());
                link rel="icon" type="image/svg+xml" href=(assets::icon_path());
                script type="module" src=(assets::script_path()) {}
            }
            body { (body) }
        }
    }
}

fn navigation(words: Words, items: &[NavItem]) -> Markup {
    html! {
        nav aria-label=(words.say("nav-label")) {
            ul {
                @for item in items {
                    li { a href=(item.href) data-room=(item.key) aria-current=[item.current.then_some("page")] { (item.label) } }
                }
            }
        }
    }
}

fn switches(words: Words, here: &str, signed_in: bool) -> Markup {
    let other = match words.language() {
        Language::En => Language::Es,
        Language::Es => Language::En,
    };
    html! {
        div.switches {
            form method="post" action="/language" {
                input type="hidden" name="language" value=(other.tag());
                input type="hidden" name="back" value=(here);
                button.plain type="submit" lang=(other.tag()) title=(words.say("language-switch-label")) { (words.say("language-switch")) }
            }
            @if signed_in {
                form method="post" action="/sign-out" { button.plain type="submit" { (words.say("sign-out")) } }
            }
        }
    }
}
