//! Who is reading: the guest of every request (language, session) and the signed-in visitor whom handlers ask for.

use crate::app::App;
use crate::components::FormKey;
use crate::fault::Fault;
use crate::feedback;
use crate::layout::{NavItem, Page, Who, page};
use crate::notices::Writer;
use crate::questions::{WhomToAsk, foot, whom_to_ask};
use access::{Action, Actor, List, Subject, may, scope};
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Request, State};
use axum::http::Method;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderMap};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use domain::people::{Person, Relation};
use domain::school_year::SchoolYear;
use domain::{Command, Kind, PersonId, Stream, YearId, YearRecord};
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use record::{Colleague, Done, Ends, Notice, Order, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::sync::Arc;
use words::{Language, Words};

/// Name of the session cookie; with TLS it carries the `__Host-` prefix.
pub fn cookie_name(app: &App) -> &'static str {
    if app.settings().loopback {
        "forthright_session"
    } else {
        "__Host-forthright_session"
    }
}

const LANGUAGE_COOKIE: &str = "forthright_language";

/// Whoever asks, signed in or not. Set for every request by [`greet`].
#[derive(Clone, Debug)]
pub struct Guest {
    pub words: Words,
    /// Path and query of the request, to come back to.
    pub here: String,
    /// The token of the session cookie, if it holds.
    pub token: Option<String>,
    person: Option<Arc<Person>>,
}

/// A signed-in person with everything that pages need to know.
#[derive(Clone)]
pub struct Visitor {
    pub app: App,
    pub words: Words,
    pub here: String,
    pub actor: Actor,
    pub person: Arc<Person>,
    pub today: Date,
    pub year: YearId,
    /// The current school year; empty until an administrator has opened it.
    pub school_year: Arc<Year>,
    /// The current year's toolkit, as far as it is for this person.
    pub library: record::Library,
    /// The name of the person's home school, if there is one.
    pub school: String,
    /// Who answers questions about this page.
    whom_to_ask: Option<WhomToAsk>,
}

/// Colleagues by their ids.
pub type Colleagues = BTreeMap<PersonId, Colleague>;

/// The session's ends by the settings.
pub fn ends(app: &App) -> Ends {
    Ends {
        idle: SignedDuration::from_mins(i64::from(app.settings().idle_minutes)),
        absolute: SignedDuration::from_hours(i64::from(app.settings().absolute_hours)),
    }
}

/// Finds out who asks and in which language, before any handler runs.
pub async fn greet(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Result<Response, Fault> {
    let here = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str())
        .to_owned();
    let token = cookie(request.headers(), cookie_name(&app)).map(ToOwned::to_owned);
    let session = match &token {
        Some(token) if feedback::is_silent(request.uri().path()) => {
            app.record().session_unseen(token, ends(&app)).await?
        }
        Some(token) => app.record().session(token, ends(&app)).await?,
        None => None,
    };
    let person = match &session {
        Some(session) => {
            let person = app.record().signed_in(session).await?;
            person
                .has_access(app.record().today())
                .then(|| Arc::new(person))
        }
        None => None,
    };
    let language = person
        .as_ref()
        .and_then(|person| person.language.as_deref())
        .or_else(|| cookie(request.headers(), LANGUAGE_COOKIE))
        .and_then(Language::from_tag)
        .unwrap_or_else(|| {
            let header = request
                .headers()
                .get(ACCEPT_LANGUAGE)
                .and_then(|value| value.to_str().ok());
            Language::from_accept_language(header.unwrap_or_default())
        });
    let guest = Guest {
        words: Words::new(language),
        here,
        token: token.filter(|_| person.is_some()),
        person,
    };
    request.extensions_mut().insert(guest);
    Ok(next.run(request).await)
}

/// A cookie's value.
fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The cookie that keeps the language of somebody who is not signed in.
pub fn language_cookie(app: &App, language: Language) -> String {
    let secure = if app.settings().loopback {
        ""
    } else {
        "; Secure"
    };
    format!(
        "{LANGUAGE_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}",
        language.tag()
    )
}

impl<S: Send + Sync> FromRequestParts<S> for Guest {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Fault::Broken("no guest was greeted".to_owned()))
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let mut visitor = Self::read(parts, app).await?;
        // What a script saves has no foot.
        if parts.method != Method::PUT {
            visitor.whom_to_ask = whom_to_ask(&visitor).await?;
        }
        Ok(visitor)
    }
}

impl Visitor {
    /// Without a foot to the page, which would tell pages of faults apart by their address.
    async fn read(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let guest = <Guest as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let Some(person) = guest.person else {
            return Err(Fault::SignedOut);
        };
        let id = person.id.ok_or(Fault::SignedOut)?;
        let today = app.record().today();
        let year = YearId::on(today);
        let school = match person.particulars.home_school {
            Some(school) => app.record().school_name(school).await?,
            None => String::new(),
        };
        let actor = app.record().actor(id).await?;
        let readable = scope(&actor, List::Library).ok_or(Fault::SignedOut)?;
        Ok(Self {
            library: app.record().library(&readable, &year).await?,
            app: app.clone(),
            words: guest.words,
            here: guest.here,
            actor,
            person,
            today,
            school_year: app.record().school_year(&year).await?,
            year,
            school,
            whom_to_ask: None,
        })
    }
}

impl OptionalFromRequestParts<App> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Fault> {
        match Self::read(parts, app).await {
            Ok(visitor) => Ok(Some(visitor)),
            Err(Fault::SignedOut) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// A page without its frame: what a handler makes.
pub struct Sheet {
    /// The room of the navigation that it stands in.
    pub room: &'static str,
    /// The browser's title.
    pub title: String,
    pub body: Markup,
    pub footer: Option<Markup>,
}

impl Visitor {
    pub fn id(&self) -> PersonId {
        self.actor.person
    }

    /// The page in its frame.
    pub fn page(&self, sheet: Sheet) -> Markup {
        let who = Who {
            name: self.person.particulars.name.full(),
            role: self.role(),
            school: self.school.clone(),
            year: self.year.to_string(),
        };
        page(&Page {
            words: self.words,
            title: sheet.title,
            person: Some(who),
            nav: self.navigation(sheet.room),
            demo_bar: self.app.demo_bar(self.words, &self.here, Some(self.id())),
            body: sheet.body,
            footer: Some(html! {
                @if let Some(footer) = &sheet.footer { (footer) " " }
                a href="/feedback" { (self.words.say("feedback-title")) }
            }),
            ask: self.whom_to_ask.as_ref().map(|whom| foot(self, whom)),
            here: self.here.clone(),
        })
    }

    fn role(&self) -> String {
        let particulars = &self.person.particulars;
        if particulars.content_area.is_empty() {
            particulars.job_title.clone()
        } else {
            particulars.content_area.clone()
        }
    }

    /// The rooms that are open to this person.
    fn navigation(&self, room: &'static str) -> Vec<NavItem> {
        let actor = &self.actor;
        let counts = actor.has(Relation::PerformanceOffice) || actor.partners().next().is_some();
        let rooms: [(&'static str, &str, bool); 12] = [
            ("today", "/", true),
            ("my-year", "/my-year", actor.teaches()),
            ("caseload", "/caseload", actor.caseload().next().is_some()),
            ("school", "/school", actor.leads().next().is_some()),
            (
                "conversations",
                "/conversations",
                actor.teaches() || actor.caseload().next().is_some(),
            ),
            ("library", "/library", true),
            ("counts", "/counts", counts),
            (
                "questions",
                "/questions/office",
                counts || actor.has(Relation::Administrator),
            ),
            ("people", "/people", actor.has(Relation::Administrator)),
            ("year", "/year", actor.has(Relation::Administrator)),
            ("outbox", "/outbox", actor.has(Relation::Administrator)),
            ("health", "/record", actor.has(Relation::Administrator)),
        ];
        rooms
            .into_iter()
            .filter(|(_, _, open)| *open)
            .map(|(key, href, _)| NavItem {
                key,
                label: self.words.say(&format!("nav-{key}")),
                href: href.to_owned(),
                current: key == room,
            })
            .collect()
    }

    /// The year's pack and days, or the page that says what an administrator must do first.
    pub fn open_year(&self) -> Result<(&SchoolYear, &policy::Pack), Fault> {
        let year = &self.school_year.year;
        if year.year.is_none() {
            return Err(domain::Refusal::NoSchoolYear.into());
        }
        Ok((year, year.pack().ok_or(domain::Refusal::NoPack)?))
    }

    /// As whom notices of this visitor's acts are written.
    pub fn writer(&self) -> Writer<'_> {
        Writer {
            person: &self.person.particulars,
            settings: self.app.settings(),
        }
    }

    /// A moment as the district's clocks showed it.
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.app.record().zone().to_datetime(at)
    }

    /// "3:01 pm" of that moment.
    pub fn clock_time(&self, at: Timestamp) -> String {
        self.words.time(self.local(at).time())
    }

    /// How colleagues are named and written to. Boxed, so that the caller's iterator is over before the reading begins.
    pub fn colleagues(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Pin<Box<dyn Future<Output = Result<Colleagues, Fault>> + Send + '_>> {
        let people: BTreeSet<PersonId> = people.into_iter().collect();
        Box::pin(async move { Ok(self.app.record().colleagues(people).await?) })
    }

    /// A teacher's current year, read through access; a reader who is no party leaves a receipt first.
    pub async fn year_of(&self, teacher: PersonId) -> Result<YearRecord, Fault> {
        Ok(self
            .app
            .record()
            .year_record(&self.actor, teacher, &self.year)
            .await?)
    }

    /// Whether the visitor may do this with a teacher whose year the visitor may read: 403 where not. Asked before a
    /// page offers the form; the record asks again when it is sent.
    pub fn may_for(&self, teacher: PersonId, action: Action) -> Result<(), Fault> {
        let subject = Subject {
            stream: Stream::of_year(Kind::Rating, teacher, &self.year),
            owner: Some(teacher),
            owner_schools: vec![],
            parties: vec![],
        };
        if may(&self.actor, action, &subject).is_allowed() {
            Ok(())
        } else {
            Err(Fault::Forbidden)
        }
    }

    /// Carries out what a form asks for.
    pub async fn carry_out(
        &self,
        stream: Stream,
        key: FormKey,
        command: Command,
        notices: Vec<Notice>,
    ) -> Result<Done, record::Fault> {
        let order = Order {
            actor: self.id(),
            stream,
            seen_version: key.version,
            token: Some(key.token).filter(|token| !token.is_empty()),
            command,
            notices,
        };
        self.app.record().carry_out(order).await
    }
}

impl Guest {
    /// The signed-in person's id.
    pub fn id(&self) -> Option<PersonId> {
        self.person.as_ref()?.id
    }
}

/// A fresh key for a form that shows a thing at a version.
pub fn form_key(version: Option<u64>) -> FormKey {
    FormKey {
        token: uuid::Uuid::new_v4().to_string(),
        version,
    }
}
