//! A pack's messages and talking points.

use letters::template::{Message, TemplateProblem, fields, html, render, render_line};
use serde_json::json;

const FOLLOW_UP: &str = "\
Subject: After our conversation on {{ conversation.date }}

Dear {{ teacher.preferred_name }},

We agreed on:

{% for promise in promises %}
- **{{ promise.who }}**: {{ promise.what }}, by {{ promise.by }}
{% endfor %}

{{ evaluator.name }}
";

fn facts() -> serde_json::Value {
    json!({
        "conversation": { "date": "Tuesday 8 December" },
        "teacher": { "preferred_name": "Thanh" },
        "evaluator": { "name": "Desmond Achterberg" },
        "promises": [
            { "who": "Thanh Vo", "what": "two exit tickets a week", "by": "15 January" },
            { "who": "Desmond Achterberg", "what": "a visit on request", "by": "22 January" },
        ],
    })
}

#[test]
fn a_message_is_filled_and_its_list_loops() {
    let message = render(FOLLOW_UP, &["teacher.preferred_name", "promises"], &facts()).unwrap();
    assert_eq!(
        message,
        Message {
            subject: "After our conversation on Tuesday 8 December".to_owned(),
            body: "Dear Thanh,\n\nWe agreed on:\n\n\
                   - **Thanh Vo**: two exit tickets a week, by 15 January\n\
                   - **Desmond Achterberg**: a visit on request, by 22 January\n\n\
                   Desmond Achterberg\n"
                .to_owned(),
        }
    );
    assert!(
        html(&message.body).contains("<li><strong>Thanh Vo</strong>: two exit tickets a week"),
        "{}",
        html(&message.body)
    );
}

fn missing(problem: TemplateProblem) -> String {
    match problem {
        TemplateProblem::Missing { field, .. } => field,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_missing_field_is_named() {
    let mut without = facts();
    without["teacher"] = json!({});
    assert_eq!(
        missing(render(FOLLOW_UP, &[], &without).unwrap_err()),
        "teacher.preferred_name"
    );
    let mut without = facts();
    without["evaluator"]["name"] = json!(null);
    assert_eq!(
        missing(render(FOLLOW_UP, &[], &without).unwrap_err()),
        "evaluator.name"
    );
    let mut without = facts();
    without["promises"] = json!([{ "who": "Thanh Vo", "what": "exit tickets" }]);
    assert_eq!(
        render(FOLLOW_UP, &[], &without).unwrap_err(),
        TemplateProblem::Missing {
            field: "promise.by".to_owned(),
            line: Some(8)
        }
    );
    without.as_object_mut().unwrap().remove("promises");
    assert_eq!(
        missing(render(FOLLOW_UP, &[], &without).unwrap_err()),
        "promises"
    );
}

#[test]
fn a_required_field_is_never_blank_even_where_the_text_does_not_use_it() {
    for blank in [json!(null), json!("  "), json!([])] {
        let mut without = facts();
        without["reply_by"] = blank;
        assert_eq!(
            missing(render(FOLLOW_UP, &["reply_by"], &without).unwrap_err()),
            "reply_by"
        );
    }
}

#[test]
fn a_talking_point_is_one_line() {
    let line = "Since {{ since }}, {{ count }} lessons. What would you like to do next?\n";
    assert_eq!(
        render_line(line, &json!({ "since": "October", "count": 3 })).unwrap(),
        "Since October, 3 lessons. What would you like to do next?"
    );
    assert_eq!(
        missing(render_line(line, &json!({ "count": 3 })).unwrap_err()),
        "since"
    );
}

#[test]
fn a_message_begins_with_its_subject() {
    for source in [
        "Dear {{ name }}",
        "Subject:\n\nDear",
        "subject: low\n\nDear",
    ] {
        assert_eq!(
            render(source, &[], &json!({ "name": "Thanh" })).unwrap_err(),
            TemplateProblem::NoSubject,
            "{source}"
        );
    }
}

#[test]
fn the_fields_of_a_template_are_listed() {
    assert_eq!(
        fields(FOLLOW_UP).unwrap(),
        [
            "conversation.date",
            "evaluator.name",
            "promises",
            "teacher.preferred_name"
        ]
    );
}

#[test]
fn a_pack_brings_no_code() {
    for source in [
        "{% include 'secret' %}",
        "{% import 'x' as x %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{{ name | shout }}",
        "{{ name",
    ] {
        assert!(
            matches!(
                render_line(source, &json!({ "name": "Thanh" })).unwrap_err(),
                TemplateProblem::Syntax { .. }
            ),
            "{source}"
        );
    }
}

#[test]
fn a_template_that_does_not_end_is_stopped() {
    let source = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
    assert_eq!(
        render_line(source, &json!({})).unwrap_err(),
        TemplateProblem::TooLong
    );
}

#[test]
fn markdown_lets_no_markup_through() {
    let cases = [
        ("<b>bold</b> text", "<p>&lt;b&gt;bold&lt;/b&gt; text</p>\n"),
        (
            "[here](javascript:alert(1)) [site](https://a.example)",
            "<p>here <a href=\"https://a.example\">site</a></p>\n",
        ),
        ("![a lesson](https://a.example/x.png)", "<p>a lesson</p>\n"),
        (
            "*so* **much**",
            "<p><em>so</em> <strong>much</strong></p>\n",
        ),
    ];
    for (markdown, expected) in cases {
        assert_eq!(html(markdown), expected, "{markdown}");
    }
    let script = html("<script>\nalert(1)\n</script>\n\nDear");
    assert!(!script.contains("<script"), "{script}");
    assert!(script.contains("&lt;script&gt;") && script.contains("<p>Dear</p>"));
}
