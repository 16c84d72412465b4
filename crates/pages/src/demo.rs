//! The bar above every page of a demo: what this is, as whom one sees it, and on which day of the year. The `demo`
//! command makes one for each day and hands it to [`crate::App`]; `serve` makes none, and has none of its addresses.

use crate::app::DemoBar;
use crate::components::{button, hidden};
use crate::layout;
use domain::PersonId;
use jiff::civil::Date;
use maud::{Markup, html};
use words::Words;

/// Where the bar's forms go.
pub const SEE_AS: &str = "/demo/as";
pub const GO_TO_DAY: &str = "/demo/day";

/// The part of a link's address before its token.
pub const LINK: &str = "/demo/{token}";

/// Somebody as whom one may see the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub id: PersonId,
    /// Such as `teacher_on_track`: the key of the role's words, `demo-role-teacher-on-track`.
    pub role: String,
    pub name: String,
}

/// One of the mornings of the demo's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morning {
    /// Such as `january`; what the form sends.
    pub key: String,
    pub date: Date,
}

/// The bar on the pages of one morning.
#[derive(Clone, Debug)]
pub struct Bar {
    pub people: Vec<Seen>,
    pub mornings: Vec<Morning>,
    /// The key of this one.
    pub morning: String,
}

impl DemoBar for Bar {
    fn bar(&self, words: Words, here: &str, person: Option<PersonId>) -> Markup {
        let said = html! { span.wide-only { (words.say("demo-what")) } };
        layout::demo_bar(
            &words.say("demo-label"),
            said,
            html! {
                (self.people(words, person))
                (self.mornings(words, here))
                (self.outbox(words, person))
            },
        )
    }
}

impl Bar {
    fn people(&self, words: Words, person: Option<PersonId>) -> Markup {
        html! {
            form method="post" action=(SEE_AS) {
                label for="demo-person" { (words.say("demo-as")) }
                select #demo-person name="person" {
                    @if person.is_none_or(|id| self.people.iter().all(|one| one.id != id)) {
                        option value="" { (words.say("demo-as-nobody")) }
                    }
                    @for one in &self.people {
                        option value=(one.id) selected[person == Some(one.id)] {
                            (words.with("demo-as-one", &[("name", (&one.name).into()), ("role", role(words, one).into())]))
                        }
                    }
                }
                (button(words.say("demo-as-go")))
            }
        }
    }

    fn mornings(&self, words: Words, here: &str) -> Markup {
        html! {
            form.days method="post" action=(GO_TO_DAY) aria-label=(words.say("demo-day")) {
                (hidden("back", here))
                @for morning in &self.mornings {
                    @let chosen = morning.key == self.morning;
                    button.btn type="submit" name="day" value=(morning.key) aria-current=[chosen.then_some("date")] {
                        (words.short_day(morning.date))
                    }
                }
            }
        }
    }

    /// Only the administrator may read the outbox, so the way there is to see as the administrator.
    fn outbox(&self, words: Words, person: Option<PersonId>) -> Markup {
        let administrator = self.people.iter().find(|one| one.role == "administrator");
        html! {
            @if let Some(administrator) = administrator {
                @if person == Some(administrator.id) {
                    a href="/outbox" { (words.say("demo-outbox")) }
                } @else {
                    form method="post" action=(SEE_AS) {
                        (hidden("person", &administrator.id.to_string()))
                        (hidden("back", "/outbox"))
                        button.plain type="submit" { (words.say("demo-outbox")) }
                    }
                }
            }
        }
    }
}

fn role(words: Words, one: &Seen) -> String {
    words.say(&format!("demo-role-{}", one.role.replace('_', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use words::Language;

    fn bar() -> Bar {
        let seen = |number: u128, role: &str, name: &str| Seen {
            id: PersonId(uuid::Uuid::from_u128(number)),
            role: role.to_owned(),
            name: name.to_owned(),
        };
        let morning = |key: &str, date: Date| Morning {
            key: key.to_owned(),
            date,
        };
        Bar {
            people: vec![
                seen(1, "teacher_on_track", "Imani Castellano"),
                seen(2, "teacher_at_risk", "Owen Lindqvist"),
                seen(3, "evaluator", "Desmond Achterberg"),
                seen(4, "school_leader", "Ruth Okonkwo-Lane"),
                seen(5, "hr_partner", "Tomasz Wielgosz"),
                seen(6, "administrator", "Noor Abadi"),
            ],
            mornings: vec![
                morning("october", date(2026, 10, 15)),
                morning("january", date(2027, 1, 14)),
            ],
            morning: "january".to_owned(),
        }
    }

    #[test]
    fn the_bar_shows_who_one_is_and_which_day_it_is() {
        for language in [Language::En, Language::Es] {
            let markup = bar()
                .bar(
                    Words::new(language),
                    "/caseload",
                    Some(PersonId(uuid::Uuid::from_u128(3))),
                )
                .into_string();
            assert_eq!(markup.matches(" selected").count(), 1, "{markup}");
            assert!(
                markup.contains("value=\"00000000-0000-0000-0000-000000000003\" selected"),
                "{markup}"
            );
            assert!(
                markup.contains("value=\"january\" aria-current=\"date\""),
                "{markup}"
            );
            assert_eq!(markup.matches("aria-current").count(), 1, "{markup}");
            assert!(
                markup.contains("name=\"back\" value=\"/outbox\""),
                "{markup}"
            );
        }
    }

    #[test]
    fn who_has_not_signed_in_is_nobody() {
        let markup = bar()
            .bar(Words::new(Language::En), "/sign-in", None)
            .into_string();
        assert!(
            !markup.contains(" selected") && markup.contains("<option value=\"\">"),
            "{markup}"
        );
    }

    #[test]
    fn the_administrator_goes_to_the_outbox_by_a_link() {
        let markup = bar()
            .bar(
                Words::new(Language::En),
                "/",
                Some(PersonId(uuid::Uuid::from_u128(6))),
            )
            .into_string();
        assert!(
            markup.contains("<a href=\"/outbox\">") && !markup.contains("value=\"/outbox\""),
            "{markup}"
        );
    }
}
