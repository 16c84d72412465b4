//! The walk itself.

use super::lines::lines;
use super::table::{Line, Rule, Sent};
use super::{compare, in_repository};
use crate::browser::Form;
use crate::larkspur::{Answer, year};
use crate::lived::{Day, Kept, Lived, Role, Things};
use crate::sent_files::Files;
use access::{Decision, Denied, List, Subject, may, scope};
use axum::body::Body;
use axum::http::{StatusCode, header};
use domain::people::Relation;
use domain::{Kind, Stream};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Yes,
    NotFound,
    Forbidden,
    SignIn,
    /// Neither: a fault of the walk or of the page.
    Other(u16),
}

impl Outcome {
    fn as_str(self) -> String {
        match self {
            Self::Yes => "yes".to_owned(),
            Self::NotFound => "404".to_owned(),
            Self::Forbidden => "403".to_owned(),
            Self::SignIn => "sign".to_owned(),
            Self::Other(status) => format!("!{status}"),
        }
    }

    fn of(line: &Line, answer: &Answer) -> Self {
        let to_sign_in = answer.location.starts_with("/sign-in") && line.route != "/sign-out";
        match answer.status {
            StatusCode::UNAUTHORIZED => Self::SignIn,
            status if status.is_redirection() && to_sign_in => Self::SignIn,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::FORBIDDEN => Self::Forbidden,
            status if status.is_success() || status.is_redirection() => Self::Yes,
            status => Self::Other(status.as_u16()),
        }
    }
}

fn denied(denied: Denied) -> Outcome {
    match denied {
        Denied::NotKnown => Outcome::NotFound,
        Denied::NotAllowed => Outcome::Forbidden,
    }
}

/// What `access` says, with subjects made here and not by the program.
async fn expected(lived: &Lived, line: &Line, role: Role, things: &Things) -> Outcome {
    if matches!(line.rule, Rule::Everybody) {
        return Outcome::Yes;
    }
    let Some(actor) = lived.actor(role).await.filter(|actor| actor.has_access) else {
        return Outcome::SignIn;
    };
    let yes = |allowed: bool| {
        if allowed {
            Outcome::Yes
        } else {
            Outcome::NotFound
        }
    };
    match line.rule {
        Rule::Everybody | Rule::SignedIn => Outcome::Yes,
        Rule::Teaches => yes(actor.teaches()),
        Rule::List(list) => yes(scope(&actor, list).is_some()),
        Rule::Status => {
            let mut schools = things.owner_schools.iter();
            yes(schools.all(|school| scope(&actor, List::Status(*school)).is_some()))
        }
        Rule::AnyList(lists) => yes(lists.iter().any(|list| scope(&actor, *list).is_some())),
        Rule::OrOneself(_) if actor.person == things.teacher => Outcome::Yes,
        Rule::House(action) | Rule::OrOneself(action) => {
            let subject = Subject {
                stream: Stream::of(Kind::SchoolYear, year()),
                owner: None,
                owner_schools: vec![],
                parties: vec![],
            };
            match may(&actor, action, &subject) {
                Decision::Allowed(_) => Outcome::Yes,
                Decision::Denied(why) => denied(why),
            }
        }
        Rule::Answers => yes(actor.relations.iter().any(|relation| {
            matches!(
                relation,
                Relation::HrPartnerOf(_) | Relation::PerformanceOffice | Relation::Administrator
            )
        })),
        Rule::Year(groups) | Rule::Question(groups) => {
            let subject = subject(lived, line, things);
            for group in groups {
                let answers: Vec<Decision> = group
                    .iter()
                    .map(|action| may(&actor, *action, &subject))
                    .collect();
                if answers.iter().any(Decision::is_allowed) {
                    continue;
                }
                let known = answers.contains(&Decision::Denied(Denied::NotAllowed));
                return denied(if known {
                    Denied::NotAllowed
                } else {
                    Denied::NotKnown
                });
            }
            Outcome::Yes
        }
    }
}

fn subject(lived: &Lived, line: &Line, things: &Things) -> Subject {
    if matches!(line.rule, Rule::Question(_)) {
        return Subject {
            stream: Stream::of(Kind::Question, things.question),
            owner: Some(things.teacher),
            owner_schools: things.owner_schools.clone(),
            parties: vec![lived.person(Role::Office)],
        };
    }
    // The first record's first conversation was held with whoever evaluated then.
    let first = if things.family == "Castellano" {
        lived.person(Role::FormerEvaluator)
    } else {
        things.evaluator
    };
    let parties = match line.at {
        at if at.contains("{beginning}") => vec![things.teacher, first],
        at if at.contains("/decision") && line.day == Day::NearCut => {
            vec![lived.person(Role::Office)]
        }
        at if at.contains("{mid_year}") => vec![things.teacher, things.evaluator],
        _ => vec![],
    };
    let kind = if line.at.contains("/decision") {
        Kind::Decision
    } else {
        Kind::Rating
    };
    Subject {
        stream: Stream::of_year(kind, things.teacher, &year()),
        owner: Some(things.teacher),
        owner_schools: things.owner_schools.clone(),
        parties,
    }
}

/// The address with ids in it.
pub async fn fill(lived: &Lived, text: &str, things: &Things) -> String {
    let mut filled = text.to_owned();
    let fresh = uuid::Uuid::new_v5(&things.teacher.0, b"fresh");
    let named = [
        ("{teacher}", things.teacher.to_string()),
        ("{evaluator}", things.evaluator.to_string()),
        ("{lesson}", things.lesson.to_string()),
        ("{beginning}", things.beginning.to_string()),
        ("{mid_year}", things.mid_year.to_string()),
        ("{message}", things.message.to_string()),
        ("{question}", things.question.to_string()),
        ("{partner}", lived.person(Role::HrPartner).to_string()),
        ("{fresh}", fresh.to_string()),
        ("{leader}", lived.person(Role::Leader).to_string()),
        ("{office}", lived.person(Role::Office).to_string()),
        ("{form}", crate::lived::form()),
        ("{school}", things.owner_schools[0].to_string()),
    ];
    for (name, id) in named {
        filled = filled.replace(name, &id);
    }
    if filled.contains("{reading}") {
        let sent = upload(lived, Role::Administrator).await;
        let token = sent.location.rsplit('/').next().unwrap_or_default();
        filled = filled.replace("{reading}", token);
    }
    if filled.contains("{ratings}") {
        let sent = upload_file(lived, Role::Office, "/status/import").await;
        let token = sent.location.rsplit('/').next().unwrap_or_default();
        filled = filled.replace("{ratings}", token);
    }
    if filled.contains("{link}") {
        let token = lived
            .record
            .link_for(
                things.teacher,
                "sign-in",
                jiff::SignedDuration::from_mins(15),
            )
            .await
            .unwrap();
        filled = filled.replace("{link}", &token);
    }
    filled
}

/// The roster with one new given name, sent as a browser sends it.
async fn upload(lived: &Lived, role: Role) -> Answer {
    let administrator = lived
        .record
        .actor(lived.person(Role::Administrator))
        .await
        .unwrap();
    let directory = lived
        .record
        .directory(&scope(&administrator, List::Roster).unwrap())
        .await
        .unwrap();
    let mut body = b"--cut\r\nContent-Disposition: form-data; name=\"roster\"; filename=\"roster.zip\"\r\nContent-Type: application/zip\r\n\r\n".to_vec();
    let mut files = Files::of(&directory);
    files.set("users", "sourcedId", "p-1005", "givenName", "Kasia");
    body.extend(files.zip());
    body.extend(b"\r\n--cut--\r\n");
    let request = lived
        .request(role, "POST", "/roster/import")
        .await
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
    lived.ask(request.body(Body::from(body)).unwrap()).await
}

/// A text file beside a page, or one earlier rating, sent as a browser sends it.
async fn upload_file(lived: &Lived, role: Role, at: &str) -> Answer {
    let body = if at == "/status/import" {
        "--cut\r\nContent-Disposition: form-data; name=\"ratings\"; filename=\"ratings.csv\"\r\nContent-Type: text/csv\r\n\r\nemployeeId,schoolYear,rating\r\n1005,2025-26,E\r\n--cut--\r\n"
    } else {
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Dates.txt\"\r\nContent-Type: text/plain\r\n\r\nBring a pencil.\r\n--cut--\r\n"
    };
    let request = lived
        .request(role, "POST", at)
        .await
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=cut");
    lived.ask(request.body(Body::from(body)).unwrap()).await
}

/// The address and the fields of a line, as somebody who may has them before them.
async fn made(
    lived: &Lived,
    line: &Line,
    role: Role,
    things: &Things,
) -> (String, Vec<(String, String)>) {
    let mut at = fill(lived, line.at, things).await;
    let mut fields = vec![];
    match line.sent {
        Sent::Nothing => {}
        Sent::Fields(sent) => {
            for (name, value) in sent {
                fields.push(((*name).to_owned(), fill(lived, value, things).await));
            }
        }
        Sent::Form(page, sent) => {
            let page = fill(lived, page, things).await;
            let answer = lived.get(role, &page).await;
            assert_eq!(
                answer.status,
                StatusCode::OK,
                "{role:?} opens {page} for {} {}",
                line.method,
                line.route
            );
            let mut form = Form::to(&answer.text(), &at)
                .unwrap_or_else(|| panic!("no form to {at} on {page} for {role:?}"));
            for (name, value) in sent {
                form.fill(name, &fill(lived, value, things).await);
            }
            at.clone_from(&form.action);
            fields = form.fields();
        }
    }
    (at, fields)
}

impl Line {
    fn is_upload(&self) -> bool {
        let uploads = ["/roster/import", "/library/{page}/files", "/status/import"];
        self.method == "POST" && uploads.contains(&self.route)
    }
}

async fn ask(
    lived: &Lived,
    line: &Line,
    role: Role,
    at: &str,
    fields: &[(String, String)],
) -> Answer {
    match line.method {
        "GET" => lived.get(role, at).await,
        _ if line.route == "/roster/import" => upload(lived, role).await,
        _ if line.is_upload() => upload_file(lived, role, at).await,
        method => lived.send(role, method, at, fields).await,
    }
}

/// One line of the matrix: what each role gets towards one record.
async fn walk(
    shared: &Lived,
    before: &Kept,
    line: &Line,
    record: usize,
) -> (Vec<Outcome>, Vec<String>) {
    let things = &shared.records[record];
    let mut wrong = vec![];
    let mut outcomes = vec![];
    let mut want = BTreeMap::new();
    for role in Role::ALL {
        want.insert(role, expected(shared, line, role, things).await);
    }
    let reads = line.method == "GET";
    // Whoever may not sends what somebody who may would send.
    let sender = Role::ALL
        .into_iter()
        .find(|role| want[role] == Outcome::Yes)
        .unwrap_or_else(|| panic!("nobody may: {} {}", line.method, line.at));
    let (at, fields) = made(shared, line, sender, things).await;
    for role in Role::ALL {
        let answer = if reads || want[&role] != Outcome::Yes {
            ask(shared, line, role, &at, &fields).await
        } else {
            // What is allowed happens on a day of its own.
            let own = Lived::on(line.day).await;
            let (at, fields) = made(&own, line, role, things).await;
            ask(&own, line, role, &at, &fields).await
        };
        let got = Outcome::of(line, &answer);
        outcomes.push(got);
        if got != want[&role] {
            wrong.push(format!(
                "{} {at} as {role:?}: {} where access says {}: {}",
                line.method,
                got.as_str(),
                want[&role].as_str(),
                answer.read().chars().take(300).collect::<String>()
            ));
        }
    }
    if std::env::var_os("FORTHRIGHT_EACH").is_some() {
        let after = shared.kept().await;
        let changed = before.differs(&after);
        if !changed.is_empty() {
            wrong.push(format!(
                "{} {at} changed the record although {}: {changed}",
                line.method,
                if reads { "it reads" } else { "it was denied" }
            ));
        }
    }
    (outcomes, wrong)
}

/// What the walk of some lines found: the printed lines by their place, and the differences.
type Found = (BTreeMap<usize, String>, Vec<String>);

/// Walks every `of`-th line, beginning with the `first`.
async fn walk_some(first: usize, of: usize) -> Found {
    let only = std::env::var("FORTHRIGHT_ROUTE").unwrap_or_default();
    let there: Vec<_> = pages::routes()
        .iter()
        .map(|route| (route.method, route.path))
        .collect();
    let mut days = BTreeMap::new();
    for day in Day::ALL {
        let lived = Lived::on(day).await;
        let kept = lived.kept().await;
        days.insert(day, (lived, kept));
    }
    let (mut printed, mut wrong) = (BTreeMap::new(), vec![]);
    for (n, line) in lines().enumerate().filter(|(n, line)| {
        n % of == first && there.contains(&(line.method, line.route)) && line.route.contains(&only)
    }) {
        let mut text = format!(
            "\n{} {}\n  {}\n",
            line.method,
            line.at,
            line.rule.in_words()
        );
        let records = if matches!(line.rule, Rule::Year(_) | Rule::Question(_) | Rule::Status) {
            2
        } else {
            1
        };
        for record in 0..records {
            let (lived, kept) = &days[&line.day];
            let (outcomes, found) = walk(lived, kept, line, record).await;
            let name = if records == 1 {
                ""
            } else {
                ["first record", "second record"][record]
            };
            let cells: String = outcomes
                .iter()
                .map(|outcome| format!("{:<6}", outcome.as_str()))
                .collect();
            let _ = writeln!(text, "  {name:<16}{}", cells.trim_end());
            wrong.extend(found);
        }
        printed.insert(n, text);
    }
    for (day, (lived, before)) in &days {
        let changed = before.differs(&lived.kept().await);
        if !changed.is_empty() {
            wrong.push(format!("reading and being denied changed the record of {day:?}; FORTHRIGHT_EACH=1 says where: {changed}"));
        }
    }
    (printed, wrong)
}

#[test]
fn every_route_gives_each_role_what_access_says() {
    const PARTS: usize = 4;
    let part = |first| {
        move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap()
                .block_on(walk_some(first, PARTS))
        }
    };
    let parts: Vec<_> = (0..PARTS)
        .map(|first| std::thread::spawn(part(first)))
        .collect();
    let (mut printed, mut wrong) = (BTreeMap::new(), vec![]);
    for found in parts {
        let (lines, differences) = found.join().unwrap();
        printed.extend(lines);
        wrong.extend(differences);
    }
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    if std::env::var_os("FORTHRIGHT_ROUTE").is_none() {
        let lines: String = printed.into_values().collect();
        compare(
            &in_repository("docs/access.txt"),
            &format!("{}{lines}", legend()),
        );
    }
}

fn legend() -> String {
    let mut text = String::from(
        "# Who gets what at which address. Printed by the test that walks every route in every role; a test compares it.\n# yes: allowed. 404: one may not know that it exists. 403: one may know, and not do it. sign: to sign-in.\n# Under each address stands the rule of `access`. Columns:\n",
    );
    for (n, role) in (1..).zip(Role::ALL) {
        let _ = writeln!(text, "#   {n:>2}  {}", role.names().1);
    }
    let numbers: String = (1..=Role::ALL.len()).map(|n| format!("{n:<6}")).collect();
    let _ = writeln!(text, "#                 {}", numbers.trim_end());
    text
}
