//! Every answer has the list of headers, no page is stored, nothing inline stands in any page, and what is taken away
//! keeps its name to itself.

use super::form;
use crate::access::lines::lines;
use crate::access::table::Rule;
use crate::access::walk::fill;
use crate::browser::{Tag, tags};
use crate::larkspur::Answer;
use crate::lived::{Day, Lived, Role};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::collections::BTreeMap;

/// `interchange.md` 6.2, and what ASVS 5.0 V3.4 adds to it.
const ALWAYS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    ),
    (
        "strict-transport-security",
        "max-age=31536000; includeSubDomains",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

fn has(answer: &Answer, name: &str) -> String {
    answer
        .headers
        .get(name)
        .map(|value| value.to_str().unwrap().to_owned())
        .unwrap_or_default()
}

fn lacks(answer: &Answer, caching: &str) -> Vec<String> {
    let wanted = ALWAYS.into_iter().chain([("cache-control", caching)]);
    wanted
        .filter(|(name, value)| has(answer, name) != *value)
        .map(|(name, _)| format!("{name}: {:?}", has(answer, name)))
        .collect()
}

/// Scripts, styles, handlers and addresses elsewhere: what the content policy would refuse or no page of ours has.
pub fn inline(page: &str) -> Vec<String> {
    let is_odd = |tag: &Tag| {
        let has = |name: &str| tag.attributes.iter().any(|(own, _)| own == name);
        let is_script = tag.name == "script"
            && !tag
                .attributes
                .iter()
                .any(|(name, value)| name == "src" && value.starts_with("/assets/"));
        let handles = tag
            .attributes
            .iter()
            .any(|(name, _)| name.starts_with("on"));
        let leads = tag
            .attributes
            .iter()
            .filter(|(name, _)| ["href", "src", "action", "formaction"].contains(&name.as_str()));
        let elsewhere = leads.into_iter().any(|(_, to)| {
            !to.starts_with('/')
                && !to.starts_with('#')
                && !to.starts_with("mailto:")
                && !to.is_empty()
                || to.starts_with("//")
        });
        is_script
            || handles
            || elsewhere
            || has("style")
            || ["style", "base", "iframe", "object", "embed", "img"].contains(&tag.name.as_str())
    };
    let odd = tags(page).into_iter().filter(is_odd);
    odd.map(|tag| format!("{} {:?}", tag.name, tag.attributes))
        .collect()
}

#[tokio::test]
async fn every_answer_has_the_headers_and_no_page_anything_inline() {
    let mut days = BTreeMap::new();
    for day in Day::ALL {
        days.insert(day, Lived::on(day).await);
    }
    let mut wrong = vec![];
    for line in lines().filter(|line| line.method == "GET") {
        let lived = &days[&line.day];
        let at = fill(lived, line.at, &lived.records[0]).await;
        let house = matches!(line.rule, Rule::List(_) | Rule::House(_));
        for role in [
            Role::Teacher,
            Role::Evaluator,
            if house {
                Role::Administrator
            } else {
                Role::Leader
            },
            Role::AnotherTeacher,
            Role::Nobody,
        ] {
            let answer = lived.get(role, &at).await;
            let status = answer.status;
            wrong.extend(
                lacks(&answer, "no-store")
                    .into_iter()
                    .map(|what| format!("{at} as {role:?} ({status}): {what}")),
            );
            if has(&answer, "content-type").starts_with("text/html") {
                wrong.extend(
                    inline(&answer.text())
                        .into_iter()
                        .map(|what| format!("{at} as {role:?}: <{what}>")),
                );
                let titled =
                    answer.text().contains("<title>") && answer.text().contains("<html lang=\"");
                if !titled {
                    wrong.push(format!("{at} as {role:?} has no title or language"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn what_goes_wrong_has_them_too() {
    let lived = Lived::on(Day::January).await;
    let big = "x=".to_owned() + &"a".repeat(1024 * 1024 + 1);
    let odd = |method: &str, path: &str| {
        Request::builder()
            .method(method)
            .uri(path)
            .body(Body::empty())
            .unwrap()
    };
    let requests = [
        (
            "nowhere",
            odd("GET", "/no/such/page"),
            StatusCode::NOT_FOUND,
        ),
        (
            "no such asset",
            odd("GET", "/assets/0000/none.js"),
            StatusCode::NOT_FOUND,
        ),
        (
            "a method that no page has",
            odd("OPTIONS", "/"),
            StatusCode::NOT_FOUND,
        ),
        ("from nowhere", odd("DELETE", "/"), StatusCode::FORBIDDEN),
        (
            "from nowhere",
            odd("POST", "/sign-in"),
            StatusCode::FORBIDDEN,
        ),
        ("to sign-in", odd("GET", "/caseload"), StatusCode::SEE_OTHER),
        (
            "the head of a page",
            odd("HEAD", "/sign-in"),
            StatusCode::OK,
        ),
        (
            "too large",
            form("/sign-in", &big),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (
            "a link that is used up",
            odd("GET", "/sign-in/none"),
            StatusCode::GONE,
        ),
    ];
    for (name, request, status) in requests {
        let answer = lived.ask(request).await;
        assert_eq!(answer.status, status, "{name}");
        assert_eq!(lacks(&answer, "no-store"), Vec::<String>::new(), "{name}");
        if status.is_client_error() && name != "no such asset" {
            assert!(
                answer.text().contains("<main"),
                "{name} gives no page: {}",
                answer.text()
            );
        }
    }
}

#[tokio::test]
async fn what_is_served_by_its_hash_may_be_kept_for_good_and_nothing_else() {
    let lived = Lived::on(Day::January).await;
    for (path, content) in pages::assets::all() {
        let answer = lived
            .ask(Request::get(&path).body(Body::empty()).unwrap())
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(
            lacks(&answer, "public, max-age=31536000, immutable"),
            Vec::<String>::new(),
            "{path}"
        );
        assert_eq!(answer.bytes, content, "{path}");
        let name = path.rsplit('/').next().unwrap();
        let older = lived
            .ask(
                Request::get(format!("/assets/0123456789abcdef/{name}"))
                    .body(Body::empty())
                    .unwrap(),
            )
            .await;
        assert_eq!(
            has(&older, "cache-control"),
            "no-cache",
            "{name} of another hash"
        );
    }
    for path in [
        "/assets/x/..%2F..%2FCargo.toml",
        "/assets/x/layers.css",
        "/assets/x/%2e%2e%2fmain.js",
    ] {
        let answer = lived
            .ask(Request::get(path).body(Body::empty()).unwrap())
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn what_a_teacher_takes_away_is_a_file_with_a_plain_name() {
    let lived = Lived::on(Day::Rated).await;
    let teacher = lived.records[0].teacher;
    for (path, kind) in [
        ("/my-year/copy.json".to_owned(), "application/json"),
        ("/my-year/copy.pdf".to_owned(), "application/pdf"),
        (format!("/teachers/{teacher}/rating.pdf"), "application/pdf"),
        (
            format!("/teachers/{teacher}/rating/how-it-came-about.pdf"),
            "application/pdf",
        ),
    ] {
        let answer = lived.get(Role::Teacher, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(has(&answer, "content-type").starts_with(kind), "{path}");
        let disposition = has(&answer, "content-disposition");
        let name = disposition
            .split("filename=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        assert!(
            disposition.starts_with("attachment") && !name.is_empty() && name.chars().all(plain),
            "{path}: {disposition}"
        );
        assert!(answer.headers.get(header::CONTENT_ENCODING).is_none() && !answer.bytes.is_empty());
    }
}
