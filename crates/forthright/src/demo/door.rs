//! The demo's door: one server, five mornings. A cookie says which morning a browser is on; its requests go to that
//! morning's own program. Signing in by the printed links, seeing as another and walking to another morning are here,
//! and nowhere else.

use super::folder::{Folder, Person};
use super::mornings;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Form, Path, Request, State};
use axum::http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{any, get, post};
use domain::PersonId;
use pages::demo::{Bar, GO_TO_DAY, LINK, Morning, SEE_AS};
use pages::{App, PackOnOffer, Settings};
use record::{Clock, Record};
use serde::Deserialize;
use std::sync::Arc;
use tower::ServiceExt;

const COOKIE_NAME: &str = "forthright_demo_day";

/// Cheap to clone.
#[derive(Clone)]
pub struct Door(Arc<Inner>);

struct Inner {
    days: Vec<Day>,
    people: Vec<(Person, String)>,
}

/// One morning with its own record, pages and bar.
struct Day {
    key: &'static str,
    app: App,
    router: Router,
}

impl Door {
    /// Opens every morning of the folder at the machine's time of day.
    pub async fn open(folder: &Folder, url: &str, packs: Vec<PackOnOffer>) -> Result<Self> {
        let seen: Vec<_> = folder.people.iter().map(Person::seen).collect();
        let all: Vec<_> = mornings::ALL
            .iter()
            .map(|(key, date)| Morning {
                key: (*key).to_owned(),
                date: *date,
            })
            .collect();
        let mut days = Vec::with_capacity(all.len());
        for (key, date) in mornings::ALL {
            let machine = jiff::Timestamp::now();
            let clock = Clock::moved(machine);
            let record = Record::open(&folder.database(key), clock.clone())
                .await
                .with_context(|| {
                    format!("The morning of {date} cannot be opened; --fresh makes the demo anew")
                })?;
            let last = record.last_written().await?;
            clock.hold_before(mornings::ends(date, record.zone()));
            clock.move_to(mornings::now(date, record.zone(), machine, last));
            let bar = Bar {
                people: seen.clone(),
                mornings: all.clone(),
                morning: key.to_owned(),
            };
            let app = App::new(
                record,
                Settings::at(url),
                packs.clone(),
                Some(Arc::new(bar)),
            );
            days.push(Day {
                key,
                router: pages::router(app.clone()),
                app,
            });
        }
        let token = || uuid::Uuid::new_v4().simple().to_string();
        let people = folder
            .people
            .iter()
            .map(|person| (person.clone(), token()))
            .collect();
        Ok(Self(Arc::new(Inner { days, people })))
    }

    /// Each person with the path that signs in as them.
    pub fn links(&self) -> impl Iterator<Item = (&Person, String)> {
        self.0
            .people
            .iter()
            .map(|(person, token)| (person, LINK.replace("{token}", token)))
    }

    pub fn router(&self) -> Router {
        let app = self.0.days[0].app.clone();
        Router::new()
            .route(LINK, get(sign_in))
            .route(SEE_AS, post(see_as))
            .route(GO_TO_DAY, post(go_to_day))
            .layer(from_fn_with_state(app, pages::headers::same_origin))
            .fallback(any(pass_on))
            .with_state(self.clone())
    }

    /// Waits for every morning's writer.
    pub async fn finish(&self) -> Result<()> {
        for day in &self.0.days {
            day.app.record().finish().await?;
        }
        Ok(())
    }

    fn day(&self, headers: &HeaderMap) -> &Day {
        let chosen = cookie(headers, COOKIE_NAME).unwrap_or(mornings::FIRST_SEEN);
        self.named(chosen)
            .or_else(|| self.named(mornings::FIRST_SEEN))
            .unwrap_or(&self.0.days[0])
    }

    fn named(&self, key: &str) -> Option<&Day> {
        self.0.days.iter().find(|day| day.key == key)
    }
}

/// Everything but the demo's own addresses.
async fn pass_on(State(door): State<Door>, request: Request) -> Response {
    let router = door.day(request.headers()).router.clone();
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

async fn sign_in(
    State(door): State<Door>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let found = door
        .0
        .people
        .iter()
        .find(|(_, own)| *own == token)
        .map(|(person, _)| person.id);
    match found {
        Some(person) => enter(door.day(request.headers()), person, "/").await,
        None => pass_on(State(door), request).await,
    }
}

#[derive(Deserialize)]
struct As {
    person: String,
    #[serde(default)]
    back: String,
}

async fn see_as(State(door): State<Door>, headers: HeaderMap, Form(wanted): Form<As>) -> Response {
    let day = door.day(&headers);
    let found = door
        .0
        .people
        .iter()
        .find(|(person, _)| person.id.to_string() == wanted.person);
    match found {
        // Another person's rooms are others, so one begins at the front; the outbox is the one way to a room.
        Some((person, _)) if wanted.back == "/outbox" => enter(day, person.id, "/outbox").await,
        Some((person, _)) => enter(day, person.id, "/").await,
        None => Redirect::to("/").into_response(),
    }
}

#[derive(Deserialize)]
struct To {
    day: String,
    #[serde(default)]
    back: String,
}

async fn go_to_day(
    State(door): State<Door>,
    headers: HeaderMap,
    Form(wanted): Form<To>,
) -> Response {
    let from = door.day(&headers);
    let Some(to) = door.named(&wanted.day) else {
        return Redirect::to("/").into_response();
    };
    let mut response = match who(from, &headers).await {
        Some(person) => enter(to, person, room(&wanted.back)).await,
        None => Redirect::to("/").into_response(),
    };
    if let Ok(cookie) = HeaderValue::from_str(&format!(
        "{COOKIE_NAME}={}; Path=/; HttpOnly; SameSite=Lax",
        to.key
    )) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// A room is there on every morning; a thing in it may not be there yet.
fn room(path: &str) -> &str {
    let is_room = path.strip_prefix('/').is_some_and(|rest| {
        rest.chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '-')
    });
    if is_room && path != "/sign-in" {
        path
    } else {
        "/"
    }
}

async fn who(day: &Day, headers: &HeaderMap) -> Option<PersonId> {
    let token = cookie(headers, pages::visitor::cookie_name(&day.app))?;
    let session = day
        .app
        .record()
        .session(token, pages::visitor::ends(&day.app))
        .await;
    session.ok().flatten().map(|session| session.person)
}

async fn enter(day: &Day, person: PersonId, then: &str) -> Response {
    match pages::sign_in::enter(&day.app, person, then).await {
        Ok(response) => response,
        Err(fault) => fault.into_response(),
    }
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let pairs = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .into_iter()
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::room;

    #[test]
    fn another_morning_shows_the_same_room_and_never_another_site() {
        assert_eq!(room("/caseload"), "/caseload");
        assert_eq!(room("/my-year"), "/my-year");
        for path in [
            "/observations/0198",
            "//example.org",
            "/sign-in",
            "https://example.org",
            "",
            "/people?page=2",
        ] {
            assert_eq!(room(path), "/", "{path}");
        }
    }
}
