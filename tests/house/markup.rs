//! The content policy forbids inline code and styles, so no page writes any.

use crate::fault::{Fault, none};
use crate::reading::read;
use crate::tree::{File, files};

/// Beginnings of raw markup that would carry code or style.
const RAW: [&str; 4] = ["<script", "<style", " style=", "javascript:"];

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is_product_code()) {
        if file.floor() != Some("pages") {
            continue;
        }
        let mut add = |line, what: String| {
            faults.push(Fault {
                path: file.path.clone(),
                line,
                what,
                mend: "give it a class and a rule in styles/, or a module in scripts/ that finds the element",
            });
        };
        let source = read(&file.text);
        for attribute in &source.attributes {
            let name = attribute.name.as_str();
            let handler = name.len() > 4 && name.starts_with("on") && !name.contains('-');
            if name == "style" || handler {
                add(attribute.line, format!("an inline {name}="));
            }
        }
        for element in &source.inline {
            add(element.line, format!("an inline {} element", element.name));
        }
        for text in source.texts.iter().filter(|text| !text.around.attribute) {
            if let Some(raw) = RAW.iter().find(|raw| text.value.contains(**raw)) {
                add(text.line, format!("raw markup with {raw:?}"));
            }
        }
    }
    faults
}

#[test]
fn no_page_carries_inline_code_or_style() {
    none(&check(&files()));
}

#[test]
fn inline_code_is_found() {
    let found = |body: &str| {
        let text = format!("fn a() {{ html! {{ {body} }} }}");
        check(&[File::sample("crates/pages/src/today.rs", &text)]).len()
    };
    assert_eq!(found(r#"p style="color: red" {}"#), 1);
    assert_eq!(found(r#"button onclick="go()" {}"#), 1);
    assert_eq!(found(r#"script { "go()" }"#), 1);
    assert_eq!(found(r#"style { "p { color: red }" }"#), 1);
    assert_eq!(found(r#"(PreEscaped("<script>go()</script>"))"#), 1);
    assert_eq!(found(r#"script type="module" src=(path) {}"#), 0);
    assert_eq!(found(r#"p.style { b.on { } }"#), 0);
    assert_eq!(found(r#"@let only = "x"; p data-on-save="x" {}"#), 0);
}
