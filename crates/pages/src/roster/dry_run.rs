//! What a file would change, and the button that does it.

use super::Compared;
use super::changes::Part;
use super::readings::Applied;
use crate::components::{
    Column, Crumb, FieldError, PageHead, Paging, Shape, Table, TableShape, Tone, acts, button_main,
    disclosure, disclosure_open, error_summary, facts, form, full, hidden, link_button, link_main,
    link_plain, notice, page_head, paging, section, small, table, tick,
};
use crate::visitor::{Sheet, Visitor, form_key};
use domain::people::roster::{Counts, Mode};
use maud::{Markup, html};
use words::Words;

/// Rows of a list on the page of the whole, and on the list's own page.
const SHOWN: usize = 50;
const ROWS: usize = 100;

/// What an import changed, as named figures; those of nothing are left out.
pub fn counts(words: Words, counts: &Counts) -> Vec<(String, Markup)> {
    [
        ("added", counts.added),
        ("changed", counts.changed),
        ("ended", counts.ended),
        ("returned", counts.returned),
        ("unchanged", counts.unchanged),
        ("schools", counts.schools),
        ("assigned", counts.assigned),
        ("unassigned", counts.unassigned),
        ("students", counts.students_refused),
        ("warnings", counts.warnings),
    ]
    .into_iter()
    .filter(|(key, count)| *count > 0 || ["added", "changed", "ended", "unchanged"].contains(key))
    .map(|(key, count)| {
        (
            words.say(&format!("roster-import-count-{key}")),
            html! { (count) },
        )
    })
    .collect()
}

fn crumbs(words: Words, more: Option<Crumb>) -> Vec<Crumb> {
    let mut crumbs = vec![
        Crumb::link(words.say("nav-people"), "/people"),
        Crumb::link(words.say("roster-import-title"), "/roster/import"),
    ];
    crumbs.extend(more);
    crumbs
}

/// The whole dry run; `refused` says why it was not applied just now.
pub fn page(visitor: &Visitor, reading: &str, of: &Compared, refused: Option<String>) -> Markup {
    let words = visitor.words;
    let errors: Vec<FieldError> = refused
        .into_iter()
        .map(|text| FieldError {
            field: "apply".to_owned(),
            text,
        })
        .collect();
    let lead = words.say(if of.file.is_delta() {
        "roster-import-lead-delta"
    } else {
        "roster-import-lead-bulk"
    });
    let problems = [Part::Errors, Part::Warnings, Part::Notes];
    let people = [
        Part::Added,
        Part::Changed,
        Part::Ended,
        Part::Returned,
        Part::Merges,
    ];
    let schools = [Part::SchoolsAdded, Part::SchoolsRenamed, Part::SchoolsEnded];
    let body = html! {
        (error_summary(words, &errors))
        (page_head(words, &PageHead { crumbs: crumbs(words, Some(Crumb::here(words.say("roster-import-dry-run")))), title: words.say("roster-import-dry-run-title"), lead: Some(html! { (lead) " " (words.say("roster-import-nothing-yet")) }), ..PageHead::default() }))
        (section("apply", words.say("roster-import-outcome"), None, html! {
            // What broken references would do says nothing.
            @if of.plan.problems.errors == 0 { (facts(counts(words, &of.plan.counts(&of.file)))) }
            (outcome(visitor, reading, of))
        }))
        @if problems.iter().any(|part| part.count(of) > 0) {
            (section("problems", words.say("roster-import-problems"), Some(&words.say("roster-import-problems-hint")), parts(visitor, reading, of, &problems)))
        }
        @if of.plan.problems.errors == 0 {
            (section("people", words.say("roster-import-people"), None, html! {
                @if people.iter().all(|part| part.count(of) == 0) { (small(words.say("roster-import-no-people"))) }
                @else { (parts(visitor, reading, of, &people)) }
            }))
            @if schools.iter().any(|part| part.count(of) > 0) {
                (section("schools", words.say("roster-import-schools"), None, parts(visitor, reading, of, &schools)))
            }
        }
        (section("read", words.say("roster-import-read-files"), Some(&words.say("roster-import-read-hint")), files(visitor, of)))
    };
    visitor.page(Sheet {
        room: "people",
        title: words.say("roster-import-dry-run"),
        body,
        footer: None,
    })
}

/// Why nothing can be applied, or the form that applies.
fn outcome(visitor: &Visitor, reading: &str, of: &Compared) -> Markup {
    let words = visitor.words;
    let again = || {
        acts([link_main(
            "/roster/import",
            words.say("roster-import-again"),
        )])
    };
    if of.plan.problems.errors > 0 {
        return html! {
            (notice(Tone::Grave, Shape::Triangle, words.with("roster-import-errors", &[("count", of.plan.problems.errors.into())]), html! { p { (words.say("roster-import-errors-text")) } }))
            (again())
        };
    }
    if of.plan.changes_nothing() {
        return html! {
            (notice(Tone::Plain, Shape::Disc, words.say("roster-import-nothing"), html! { p { (words.say("roster-import-nothing-text")) } }))
            (acts([link_button("/people", words.say("roster-import-to-people")), link_plain("/roster/import", words.say("roster-import-again"))]))
        };
    }
    let (ended, all) = of.plan.removal;
    form(
        "/roster/import/apply",
        &form_key(None),
        html! {
            (hidden("reading", reading))
            (hidden("finger", &of.finger))
            @if of.plan.ends_too_many() {
                (notice(Tone::Grave, Shape::FullDiamond, words.with("roster-import-many", &[("ended", ended.into()), ("all", all.into())]), html! {
                    p { (words.say("roster-import-many-text")) }
                    (tick("confirmed", "yes", false, words.with("roster-import-many-confirm", &[("ended", ended.into())])))
                }))
            }
            (small(words.say("roster-import-apply-hint")))
            (acts([button_main(words.say("roster-import-apply")), link_plain("/roster/import", words.say("roster-import-discard"))]))
        },
    )
}

/// Each list that has anything behind its disclosure; errors stand open.
fn parts(visitor: &Visitor, reading: &str, of: &Compared, parts: &[Part]) -> Markup {
    let words = visitor.words;
    html! {
        @for part in parts.iter().filter(|part| part.count(of) > 0) {
            @let summary = words.with(&format!("roster-import-list-{}", part.word()), &[("count", part.count(of).into())]);
            @let listed = part.listed(of).min(SHOWN);
            @let more = part.count(of) - listed;
            @let body = html! {
                (table(&part.table(visitor, of, 0..listed)))
                @if more > 0 { p { (words.with("roster-import-and-more", &[("count", more.into())])) " " a href={ "/roster/import/" (reading) "?list=" (part.word()) } { (words.say("roster-import-see-all")) } } }
            };
            @if *part == Part::Errors { (disclosure_open(summary, body)) } @else { (disclosure(summary, body)) }
        }
    }
}

/// The rows that were read, file by file.
fn files(visitor: &Visitor, of: &Compared) -> Markup {
    let words = visitor.words;
    let file = &of.file;
    let mode = |name: &str| match name {
        "orgs" => Some(file.schools.mode),
        "users" => Some(file.people.mode),
        "roles" => Some(file.roles.mode),
        _ => None,
    };
    let rows = file.counts.iter().map(|(name, count)| {
        let said = match mode(name) {
            Some(Mode::Bulk) => words.say("roster-import-mode-bulk"),
            Some(Mode::Delta) => words.say("roster-import-mode-delta"),
            _ => String::new(),
        };
        vec![
            html! { (format!("{name}.csv")) },
            html! { (said) },
            html! { (count) },
        ]
    });
    let columns = vec![
        Column::words(words.say("roster-import-file")),
        Column::words(words.say("roster-import-mode")),
        Column::figures(words.say("roster-import-rows")),
    ];
    let refused = file.refused;
    html! {
        @if file.counts.is_empty() { (small(words.say("roster-import-no-files"))) }
        @else { (table(&Table { shape: TableShape::Stack, columns, rows: rows.collect(), ..Table::default() })) }
        p { (words.with("roster-import-refused", &[("people", refused.students.into()), ("roles", refused.student_roles.into())])) }
        @if refused.without_role > 0 { p { (words.with("roster-import-without-role", &[("count", refused.without_role.into())])) } }
    }
}

/// One list in full, page by page.
pub fn list(
    visitor: &Visitor,
    reading: &str,
    of: &Compared,
    word: &str,
    from: usize,
) -> Option<Markup> {
    let words = visitor.words;
    let part = Part::read(word)?;
    let listed = part.listed(of);
    let from = from.min(listed.saturating_sub(1)) / ROWS * ROWS;
    let to = (from + ROWS).min(listed);
    let address = |from: usize| format!("/roster/import/{reading}?list={word}&from={from}");
    let whole = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let way = Paging {
        earlier: (from > 0).then(|| address(from.saturating_sub(ROWS))),
        later: (to < listed).then(|| address(to)),
        shown: Some((whole(from + 1), whole(to), whole(listed))),
    };
    let title = words.with(
        &format!("roster-import-list-{word}"),
        &[("count", part.count(of).into())],
    );
    let back = Crumb::link(
        words.say("roster-import-dry-run"),
        format!("/roster/import/{reading}"),
    );
    let body = html! {
        (page_head(words, &PageHead { crumbs: crumbs(words, Some(back)), title: title.clone(), lead: Some(html! { (words.say("roster-import-nothing-yet")) }), ..PageHead::default() }))
        (full(&title, html! {
            (table(&part.table(visitor, of, from..to)))
            @if part.count(of) > listed { (small(words.with("roster-import-not-listed", &[("count", (part.count(of) - listed).into())]))) }
            (paging(words, &title, &way))
        }))
    };
    Some(visitor.page(Sheet {
        room: "people",
        title,
        body,
        footer: None,
    }))
}

/// What was done.
pub fn applied(visitor: &Visitor, applied: &Applied) -> Markup {
    let words = visitor.words;
    let title = words.say(if applied.counts.is_some() {
        "roster-import-done"
    } else {
        "roster-import-nothing"
    });
    let lead = words.say(if applied.counts.is_some() {
        "roster-import-done-lead"
    } else {
        "roster-import-nothing-text"
    });
    let body = html! {
        (page_head(words, &PageHead { crumbs: crumbs(words, None), title: title.clone(), lead: Some(html! { (lead) }), ..PageHead::default() }))
        (section("done", words.say("roster-import-outcome"), None, html! {
            @if let Some(done) = &applied.counts { (facts(counts(words, done))) }
            @if applied.shut_out > 0 { p { (words.with("roster-import-shut-out", &[("count", applied.shut_out.into())])) } }
            (acts([link_main("/people", words.say("roster-import-to-people")), link_plain("/roster/import", words.say("roster-import-another"))]))
            @if applied.counts.is_some() { p { a href={ "/history/roster/" (applied.fingerprint) } { (words.say("roster-import-last-history")) } } }
        }))
    };
    visitor.page(Sheet {
        room: "people",
        title,
        body,
        footer: None,
    })
}
