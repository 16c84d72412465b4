//! The messages, read by Python's e-mail package, and their refusals.

use letters::invite::Method;
use letters::mail::{Invite, MailProblem, Notice};
use serde_json::json;

use crate::outside::python;
use crate::people::{mailbox, meeting, notice};

const READ: &str = r#"
import sys, json, email, email.policy
raw = sys.stdin.buffer.read()
m = email.message_from_bytes(raw, policy=email.policy.default)
def box(h): return [[a.display_name, a.addr_spec] for a in m[h].addresses] if m[h] else None
def tree(p):
    if p.is_multipart(): return [p.get_content_type(), [tree(q) for q in p.iter_parts()]]
    return p.get_content_type()
parts = {p.get_content_type(): p for p in m.walk() if not p.is_multipart()}
def text(kind):
    return parts[kind].get_payload(decode=True).decode() if kind in parts else None
cal = parts.get('text/calendar')
ics = parts.get('application/ics')
json.dump({
  'defects': [str(d) for p in m.walk() for d in p.defects],
  'from': box('From'), 'to': box('To'), 'reply_to': box('Reply-To'),
  'subject': m['Subject'], 'date': m['Date'].datetime.isoformat(), 'id': m['Message-ID'],
  'auto': m['Auto-Submitted'], 'unsubscribe': m['List-Unsubscribe'], 'names': m.keys(),
  'tree': tree(m), 'text': text('text/plain'), 'html': text('text/html'),
  'calendar': text('text/calendar'), 'method': cal and cal.get_param('method'),
  'charset': cal and cal.get_param('charset'),
  'attachment': text('application/ics'), 'filename': ics and ics.get_filename(),
  'longest': max(len(l) for l in raw.split(b'\r\n')), 'bare': raw.replace(b'\r\n', b'').count(b'\n'),
}, sys.stdout)
"#;

fn read(message: &lettre::Message) -> Option<serde_json::Value> {
    python(READ, &["email"], &message.formatted())
}

#[test]
fn a_notice_says_the_same_in_text_and_html() {
    let Some(read) = read(&notice().message().unwrap()) else {
        return;
    };
    assert_eq!(read["defects"], json!([]));
    assert_eq!(
        read["tree"],
        json!(["multipart/alternative", ["text/plain", "text/html"]])
    );
    assert_eq!(
        read["from"],
        json!([["Forthright", "forthright@saltbush.example"]])
    );
    assert_eq!(
        read["to"],
        json!([["Hana Dvořák", "hana.dvorak@larkspur.example"]])
    );
    assert_eq!(
        read["reply_to"],
        json!([["Achterberg, Desmond", "desmond.achterberg@larkspur.example"]])
    );
    assert_eq!(
        read["subject"],
        "Something waits for you on your record, 2026–27"
    );
    assert_eq!(read["date"], "2026-12-08T22:00:05+00:00");
    assert_eq!(read["id"], "<0199f3a1-7c1e@saltbush.example>");
    assert_eq!(read["auto"], "auto-generated");
    assert_eq!(read["unsubscribe"], json!(null));
    assert_eq!(
        read["text"],
        "Dear Hana,\r\n\r\nDesmond Achterberg shared something with you.\r\n\
         It is <private> & \"waits\".\r\n\r\nSign in to read it:\r\n\
         https://forthright.saltbush.example/my-year?from=notice&kind=1\r\n\r\n\
         Saltbush Valley sent this.\r\n"
    );
    let html = read["html"].as_str().unwrap();
    assert!(html.contains("<html lang=\"en\">"));
    assert!(html.contains("you.<br>\r\nIt is &lt;private&gt; &amp; &quot;waits&quot;."));
    assert!(html.contains(
        "<a href=\"https://forthright.saltbush.example/my-year?from=notice&amp;kind=1\">"
    ));
    assert!(!html.contains("<img") && !html.contains("<script"));
    assert_eq!(read["bare"], 0);
}

#[test]
fn an_invite_carries_the_meeting_twice() {
    let invite = Invite {
        notice: notice(),
        meeting: meeting(),
        method: Method::Request,
    };
    let message = invite.message().unwrap();
    let Some(read) = read(&message) else { return };
    assert_eq!(read["defects"], json!([]));
    assert_eq!(
        read["tree"],
        json!([
            "multipart/mixed",
            [
                [
                    "multipart/alternative",
                    ["text/plain", "text/html", "text/calendar"]
                ],
                "application/ics"
            ]
        ])
    );
    let object = meeting()
        .calendar(Method::Request, Some("forthright@saltbush.example"))
        .unwrap();
    assert!(
        object
            .replace("\r\n ", "")
            .contains("SENT-BY=\"mailto:forthright@saltbush.example\"")
    );
    assert_eq!(read["calendar"], object);
    assert_eq!(read["attachment"], object);
    assert_eq!(read["method"], "REQUEST");
    assert_eq!(read["charset"], "utf-8");
    assert_eq!(read["filename"], "invite.ics");
    assert_eq!(read["bare"], 0);
}

#[test]
fn a_cancellation_says_so_in_both_places() {
    let invite = Invite {
        notice: notice(),
        meeting: meeting(),
        method: Method::Cancel,
    };
    let Some(read) = read(&invite.message().unwrap()) else {
        return;
    };
    assert_eq!(read["method"], "CANCEL");
    assert!(
        read["calendar"]
            .as_str()
            .unwrap()
            .contains("\r\nMETHOD:CANCEL\r\n")
    );
}

#[test]
fn sent_twice_it_is_the_same_message() {
    let invite = Invite {
        notice: notice(),
        meeting: meeting(),
        method: Method::Request,
    };
    assert_eq!(
        invite.message().unwrap().formatted(),
        invite.message().unwrap().formatted()
    );
}

#[test]
fn names_in_every_script_and_with_every_sign_come_back() {
    for name in [
        "Nguyễn Thị Minh Khai",
        "Łukasz Wójcik",
        "李 秀英",
        "أحمد الفاسي",
        "Núñez, Ana \"Anita\" (Room 5) <x>",
        "O",
    ] {
        let mut one = notice();
        one.heading.to = mailbox(name, "someone@larkspur.example");
        one.heading.reply_to = None;
        let Some(read) = read(&one.message().unwrap()) else {
            return;
        };
        assert_eq!(read["defects"], json!([]), "{name}");
        assert_eq!(
            read["to"],
            json!([[name, "someone@larkspur.example"]]),
            "{name}"
        );
        assert_eq!(read["reply_to"], json!(null));
    }
}

#[test]
fn a_name_or_subject_cannot_write_a_header() {
    let mut forged = notice();
    forged.heading.to.name = "Eve\r\nBcc: all@larkspur.example".to_owned();
    forged.heading.subject = "Hello\r\nX-Evil: 1".to_owned();
    let Some(read) = read(&forged.message().unwrap()) else {
        return;
    };
    assert_eq!(read["subject"], "Hello X-Evil: 1");
    let names = read["names"].as_array().unwrap();
    assert!(!names.contains(&json!("Bcc")) && !names.contains(&json!("X-Evil")));
}

#[test]
fn what_cannot_be_sent_is_refused_by_name() {
    let refused = |change: fn(&mut Notice)| {
        let mut changed = notice();
        change(&mut changed);
        changed.message().unwrap_err()
    };
    assert_eq!(
        refused(|n| n.heading.to.address = "nobody".to_owned()),
        MailProblem::Address("nobody".to_owned())
    );
    for link in ["javascript:alert(1)", "https://a b.example", "/my-year"] {
        let mut changed = notice();
        link.clone_into(&mut changed.link);
        assert_eq!(
            changed.message().unwrap_err(),
            MailProblem::Link(link.to_owned())
        );
    }
    assert_eq!(
        refused(|n| n.heading.message_id = "1".to_owned()),
        MailProblem::MessageId("1".to_owned())
    );
    assert!(matches!(
        refused(|n| n.heading.date = "1969-12-31T00:00:00Z".parse().unwrap()),
        MailProblem::Date(_)
    ));
}
