//! The layout of a notice, as plain text and as HTML with the same words in the same order.

use super::{Notice, one_line};

pub(super) fn text(notice: &Notice) -> String {
    let mut paragraphs: Vec<String> = notice.text_lines.clone();
    paragraphs.push(format!("{}\n{}", notice.link_label, notice.link));
    paragraphs.extend(notice.closing.iter().cloned());
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

/// No style sheet, picture or script: mail programs drop them, and screen readers need none. The
/// few inline styles set people's words in a serif and the programme's in a sans, as the pages do.
pub(super) fn html(notice: &Notice) -> String {
    const SAID: &str = "font-family:Georgia,'Noto Serif',serif;font-size:17px;line-height:1.5";
    const LABEL: &str =
        "font-family:'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:14px;line-height:1.5";
    let said = |text: &String| format!("<p style=\"{SAID}\">{}</p>\n", broken(text));
    let small = |text: &String| format!("<p style=\"{LABEL}\">{}</p>\n", broken(text));
    let link = escape(&notice.link);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body>\n<div style=\"max-width:36em\">\n",
        escape(&notice.language),
        escape(&one_line(&notice.heading.subject)),
    );
    html.extend(notice.text_lines.iter().map(said));
    html.push_str(&format!(
        "<p style=\"{LABEL}\">{}<br><a href=\"{link}\">{link}</a></p>\n",
        broken(&notice.link_label)
    ));
    html.extend(notice.closing.iter().map(small));
    html.push_str("</div>\n</body>\n</html>\n");
    html
}

fn broken(text: &str) -> String {
    escape(text).replace("\r\n", "\n").replace('\n', "<br>\n")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
