//! The demo: five mornings, six people, one server on this machine.

use crate::http::{Browser, Response};
use crate::pack::{copy, leap};
use crate::program::{PATIENCE, assert_guarded, command, ended, json, refusal, run};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tempfile::TempDir;

struct Demo {
    child: Child,
    printed: Value,
    /// From the start to the line that says that it serves.
    took: Duration,
}

impl Demo {
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut arguments = vec![
            "demo",
            "--dir",
            folder.to_str().unwrap(),
            "--port",
            "0",
            "--json",
        ];
        arguments.extend(more);
        let begun = Instant::now();
        let mut child = command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (told, line) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            lines
                .map_while(Result::ok)
                .for_each(|line| drop(told.send(line)))
        });
        let line = line.recv_timeout(PATIENCE * 5).expect("the demo serves");
        Self {
            child,
            printed: serde_json::from_str(&line).unwrap(),
            took: begun.elapsed(),
        }
    }

    fn browser(&self) -> Browser {
        Browser::new(
            self.printed["url"]
                .as_str()
                .unwrap()
                .strip_prefix("http://")
                .unwrap()
                .parse()
                .unwrap(),
        )
    }

    fn person(&self, role: &str) -> &Value {
        self.printed["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["role"] == role)
            .unwrap()
    }

    /// The path of somebody's printed link.
    fn link(&self, role: &str) -> String {
        let link = self.person(role)["link"].as_str().unwrap();
        link.strip_prefix(self.printed["url"].as_str().unwrap())
            .unwrap()
            .to_owned()
    }

    fn signed_in(&self, role: &str) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.get(&self.link(role)).status, 303);
        browser
    }

    fn stop(mut self) {
        assert!(
            Command::new("kill")
                .args(["-TERM", &self.child.id().to_string()])
                .status()
                .unwrap()
                .success()
        );
        assert!(ended(&mut self.child).success());
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A demo that was made once, copied for each test that needs one.
fn made() -> TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        Demo::start(folder.path(), &[]).stop();
        folder
    });
    let copy = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(made.path()).unwrap().flatten() {
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    copy
}

fn date_of(response: &Response) -> String {
    let (_, rest) = response
        .body
        .split_once("aria-current=\"date\">")
        .expect("a morning is chosen");
    rest.split('<').next().unwrap().to_owned()
}

#[test]
fn six_people_get_links_that_work_any_number_of_times() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let roles: Vec<&str> = demo.printed["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["role"].as_str().unwrap())
        .collect();
    assert_eq!(
        roles,
        [
            "teacher_on_track",
            "teacher_at_risk",
            "evaluator",
            "school_leader",
            "hr_partner",
            "administrator"
        ]
    );
    for role in roles {
        for _ in 0..2 {
            let home = demo.signed_in(role).get("/");
            assert_eq!(home.status, 200, "{role}");
            assert!(
                home.body
                    .contains(demo.person(role)["name"].as_str().unwrap()),
                "{role}"
            );
            assert!(home.body.contains("class=\"demo\""), "{role} has the bar");
            assert_guarded(&home, role);
        }
    }
    let mut stranger = demo.browser();
    assert_eq!(
        stranger
            .get("/demo/0123456789abcdef0123456789abcdef")
            .status,
        404
    );
    assert!(stranger.get("/sign-in").body.contains("class=\"demo\""));
}

#[test]
fn the_bar_walks_to_another_morning_as_the_same_person() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let mut browser = demo.signed_in("evaluator");
    let name = demo.person("evaluator")["name"].as_str().unwrap();
    assert!(date_of(&browser.get("/")).contains("Jan"));
    for (key, month) in [
        ("august", "Aug"),
        ("october", "Oct"),
        ("april", "Apr"),
        ("may", "May"),
        ("january", "Jan"),
    ] {
        let walked = browser.post("/demo/day", &[("day", key), ("back", "/")]);
        assert_eq!((walked.status, walked.header("location")), (303, Some("/")));
        let home = browser.get("/");
        assert!(
            date_of(&home).contains(month) && home.body.contains(name),
            "{key}: {}",
            date_of(&home)
        );
    }
    assert_eq!(
        browser
            .post("/demo/day", &[("day", "may"), ("back", "/caseload")])
            .header("location"),
        Some("/caseload")
    );
    assert_eq!(
        browser
            .post(
                "/demo/day",
                &[("day", "may"), ("back", "//elsewhere.example")]
            )
            .header("location"),
        Some("/")
    );
    assert_eq!(browser.post("/demo/day", &[("day", "june")]).status, 303);
    assert!(
        date_of(&browser.get("/")).contains("May"),
        "there is no June"
    );
}

#[test]
fn one_sees_as_another_and_the_outbox_as_the_administrator() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let mut browser = demo.signed_in("evaluator");
    let page = browser.get("/").body;
    let name = demo.person("school_leader")["name"].as_str().unwrap();
    let before = page
        .find(&format!(">{name},"))
        .expect("the leader is in the list");
    let id = page[..before]
        .rsplit("value=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(
        browser
            .post(
                "/demo/as",
                &[("person", &id), ("back", "https://elsewhere.example")]
            )
            .header("location"),
        Some("/")
    );
    assert!(
        browser
            .get("/")
            .body
            .contains(&format!("class=\"who\">{name}"))
    );
    let administrator = page
        .split("name=\"person\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    assert_eq!(
        browser
            .post(
                "/demo/as",
                &[("person", administrator), ("back", "/outbox")]
            )
            .header("location"),
        Some("/outbox")
    );
    assert_eq!(browser.get("/outbox").status, 200);
    browser.post(
        "/demo/as",
        &[("person", "01980000-0000-7000-8000-000000000001")],
    );
    assert!(
        browser
            .get("/")
            .body
            .contains(demo.person("administrator")["name"].as_str().unwrap()),
        "a stranger is nobody"
    );
}

#[test]
fn the_demos_forms_come_from_its_own_pages() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let mut browser = demo.signed_in("evaluator");
    for origin in [Some("https://elsewhere.example"), None] {
        browser.origin = origin.map(ToOwned::to_owned);
        for path in ["/demo/as", "/demo/day"] {
            let refused = browser.post(path, &[("day", "may"), ("person", "x")]);
            assert_eq!(refused.status, 403, "{path} from {origin:?}");
            assert_guarded(&refused, path);
        }
    }
    assert!(date_of(&browser.get("/")).contains("Jan"));
}

#[test]
fn the_outbox_holds_the_notices_of_the_lived_days_and_none_was_ever_sent() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let mut browser = demo.signed_in("administrator");
    let mut outbox = |path: &str| browser.get(path).body.replace('\u{a0}', " ");
    let january = outbox("/outbox");
    assert!(january.contains("Nothing leaves a demo"));
    assert!(january.contains("Mon 11 Jan") && january.contains("never sent"));
    for wrong in ["Tue 12 Jan", ">waits<", ">sent "] {
        assert!(!january.contains(wrong), "{wrong} in January");
    }
    let older = january.split("/outbox?after=").nth(1).unwrap();
    let older = older.split('"').next().unwrap();
    let older = outbox(&format!("/outbox?after={older}"));
    assert!(older.contains("Fri 8 Jan") && older.contains("never sent"));
    browser.post("/demo/day", &[("day", "may")]);
    let may = browser.get("/outbox").body.replace('\u{a0}', " ");
    assert!(may.contains("Thu 20 May"));
    demo.stop();
}

#[test]
fn started_again_it_goes_on_where_it_was_and_fresh_starts_anew() {
    let folder = made();
    let first = Demo::start(folder.path(), &[]);
    let old_link = first.link("evaluator");
    let mut browser = first.signed_in("evaluator");
    assert_eq!(browser.post("/language", &[("language", "es")]).status, 303);
    first.stop();
    let again = Demo::start(folder.path(), &[]);
    assert!(
        again.took < Duration::from_secs(5),
        "a second start took {:?}",
        again.took
    );
    assert_eq!(
        again.browser().get(&old_link).status,
        404,
        "links are of one run"
    );
    let mut browser = again.signed_in("evaluator");
    assert!(
        browser.get("/").body.contains("lang=\"es\""),
        "what was done stays"
    );
    browser.post("/demo/day", &[("day", "may")]);
    assert!(
        browser.get("/").body.contains("<html lang=\"en\""),
        "and stays on its morning"
    );
    again.stop();
    let fresh = Demo::start(folder.path(), &["--fresh"]);
    assert!(
        fresh
            .signed_in("evaluator")
            .get("/")
            .body
            .contains("<html lang=\"en\"")
    );
}

#[test]
fn a_half_made_demo_is_made_anew_and_a_foreign_folder_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("making")).unwrap();
    std::fs::write(folder.path().join("making/living.db"), "half").unwrap();
    std::fs::write(folder.path().join("august.db"), "half").unwrap();
    let demo = Demo::start(folder.path(), &[]);
    assert_eq!(demo.signed_in("evaluator").get("/").status, 200);
    assert!(!folder.path().join("making").exists());
    demo.stop();
    std::fs::write(folder.path().join("thesis.txt"), "mine").unwrap();
    let sentence = refusal(&["demo", "--dir", folder.path().to_str().unwrap(), "--fresh"]);
    assert!(
        sentence.contains("thesis.txt") && sentence.ends_with('.'),
        "{sentence}"
    );
    assert!(folder.path().join("august.db").exists());
}

#[test]
fn a_taken_port_is_said_and_without_one_the_next_is_free() {
    let folder = made();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let sentence = refusal(&[
        "demo",
        "--dir",
        folder.path().to_str().unwrap(),
        "--port",
        &port,
    ]);
    assert!(sentence.contains(&port), "{sentence}");
}

#[test]
fn another_pack_is_tried_on_the_records_of_a_lived_year_and_changes_nothing() {
    let folder = made();
    let database = format!("sqlite:{}", folder.path().join("may.db").display());
    let simulate = |pack: &Path| {
        let pack = pack.to_str().unwrap();
        let arguments = ["pack", "simulate", pack, "--year", "2026-27"];
        json(&[&arguments[..], &["--database", &database, "--json"]].concat())
    };
    let same = simulate(&leap());
    assert_eq!(
        (same["records"].as_u64(), same["changed"].as_u64()),
        (Some(60), Some(0))
    );

    let other = tempfile::tempdir().unwrap();
    copy(&leap(), other.path());
    let rating = other.path().join("rating.toml");
    let text = std::fs::read_to_string(&rating).unwrap();
    let ours = r#"value = [25, "175/3", "250/3"]"#;
    assert!(text.contains(ours));
    // The state's fractions (leap.md 3.6, alternative b) are lower at every cut.
    std::fs::write(
        &rating,
        text.replace(ours, r#"value = ["75/4", 50, "325/4"]"#),
    )
    .unwrap();
    let effect = simulate(other.path());
    assert!(effect["changed"].as_u64().unwrap() > 0, "{effect}");
    assert_eq!(effect["lower"], 0, "{effect}");
    let counted = ["same", "higher", "lower", "other"].map(|way| effect[way].as_u64().unwrap());
    assert_eq!(counted.iter().sum::<u64>(), 60, "{effect}");
    assert_eq!(simulate(&leap()), same);
}

/// The number of lines that agree and of those that differ, and whether a rating was there.
fn counted(report: &Value) -> (usize, usize, bool) {
    let years = report["years"].as_array().unwrap();
    let parts = years
        .iter()
        .flat_map(|year| year["parts"].as_array().unwrap());
    let lines: Vec<&Value> = parts
        .flat_map(|part| part["lines"].as_array().unwrap())
        .collect();
    let agree = lines.iter().filter(|line| line["agrees"] == true).count();
    let rated = years.iter().any(|year| year["rated"] == true);
    (agree, lines.len() - agree, rated)
}

/// What `recompute` says of a copy, and with which code it ends.
fn recomputed(path: &Path) -> (Option<i32>, Value) {
    let output = run(&["recompute", path.to_str().unwrap(), "--json"]);
    let report = serde_json::from_slice(&output.stdout);
    (output.status.code(), report.unwrap())
}

#[test]
fn the_ratings_of_a_copy_are_recomputed_offline_and_a_changed_number_is_found() {
    let folder = made();
    let demo = Demo::start(folder.path(), &[]);
    let mut copies = vec![];
    for role in ["teacher_on_track", "teacher_at_risk"] {
        let mut browser = demo.signed_in(role);
        browser.post("/demo/day", &[("day", "may"), ("back", "/")]);
        copies.push(browser.get("/my-year/copy.json").body);
    }
    demo.stop();
    let path = folder.path().join("copy.json");
    let of = |copy: &str| {
        std::fs::write(&path, copy).unwrap();
        recomputed(&path)
    };
    let mut rated = vec![];
    for copy in &copies {
        let (code, report) = of(copy);
        assert_eq!(code, Some(0), "{report:#}");
        let (agree, differ, has_rating) = counted(&report);
        assert!(agree > 5 && differ == 0);
        if has_rating {
            rated.push(copy);
        }
    }
    let copy: Value = serde_json::from_str(rated.first().expect("one of them is rated")).unwrap();
    let things = copy["things"].as_array().unwrap();
    let at = |kind: &str| {
        let named = |thing: &Value| thing["thing"].as_str().unwrap().starts_with(kind);
        things.iter().position(named).unwrap()
    };
    let (rating, lesson) = (at("rating/"), at("observation/"));

    // A level in the stored sum, a level in the lesson, the rating itself, and all of it in a file without the pack.
    let mut trace = copy.clone();
    let released = &mut trace["things"][rating]["state"]["released"];
    let level = released.pointer_mut(
        "/trace/composite/children/0/children/0/children/0/children/0/children/0/children/0/value",
    );
    *level.expect("a level of a lesson") = "7".into();
    let mut seen = copy.clone();
    let levels = seen["things"][lesson]["state"]["lesson"]["seen"]
        .as_object_mut()
        .unwrap();
    let (_, given) = levels
        .iter_mut()
        .find(|(_, it)| it["score"].is_u64())
        .unwrap();
    given["score"] = (given["score"].as_u64().unwrap() % 7 + 1).into();
    let mut better = copy.clone();
    better["things"][rating]["state"]["released"]["rating"] = "D".into();
    for (changed, part) in [
        (trace, "from its trace"),
        (seen, "from what was entered"),
        (better, "from its trace"),
    ] {
        let (code, report) = of(&changed.to_string());
        assert_eq!(code, Some(1));
        let parts = report["years"][0]["parts"].as_array().unwrap();
        let differs = |part: &&Value| {
            part["lines"]
                .as_array()
                .unwrap()
                .iter()
                .any(|line| line["agrees"] == false)
        };
        let named: Vec<&str> = parts
            .iter()
            .filter(differs)
            .map(|part| part["what"].as_str().unwrap())
            .collect();
        assert!(
            named.iter().any(|what| what.contains(part)),
            "{part}: {named:?}"
        );
        assert!(
            named.contains(&"Each thing, from its events"),
            "the events say otherwise: {named:?}"
        );
    }
    let mut elsewhere = copy.clone();
    elsewhere["things"][rating]["state"]["released"]["pack_fingerprint"] = "0".into();
    let (_, report) = of(&elsewhere.to_string());
    assert!(
        report
            .to_string()
            .contains("no pack with the fingerprint 0 is at hand")
    );

    // The whole record of that morning, by name of its years and without names of people.
    let (code, report) = recomputed(&folder.path().join("may.db"));
    assert_eq!(code, Some(0), "{report:#}");
    let (agree, differ, has_rating) = counted(&report);
    assert!(agree > 500 && differ == 0 && has_rating);

    let other = folder.path().join("other.json");
    std::fs::write(&other, "{}").unwrap();
    assert!(refusal(&["recompute", other.to_str().unwrap()]).contains("is no copy of a year"));
}
