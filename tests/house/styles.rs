//! Styles: one file a component, in its layer, and nothing shouts.

use crate::fault::{Fault, none};
use crate::rooms::is_page;
use crate::tree::{File, files};

const FOLDER: &str = "crates/pages/styles/";

/// Files that are no component: the order of the layers, and what stands under or around all components.
const CARRIERS: [&str; 7] = [
    "layers",
    "reset",
    "tokens",
    "base",
    "layout_frame",
    "layout_page",
    "print",
];

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files {
        let Some(name) = file.path.strip_prefix(FOLDER) else {
            continue;
        };
        let Some(stem) = name.strip_suffix(".css") else {
            continue;
        };
        let mut add = |line, what: String, mend| {
            faults.push(Fault {
                path: file.path.clone(),
                line,
                what,
                mend,
            });
        };
        let noun = stem.replace('-', "_");
        let made_by = [
            format!("crates/pages/src/components/{noun}.rs"),
            format!("crates/pages/scripts/{stem}.js"),
        ];
        let known = CARRIERS.contains(&noun.as_str())
            || is_page(&noun)
            || files.iter().any(|other| made_by.contains(&other.path));
        if !known {
            add(
                1,
                format!("no component, script, room or layout is called {noun}"),
                "name the file as the component in crates/pages/src/components (or scripts) whose look it is",
            );
        }
        if !without_comments(&file.text)
            .trim_start()
            .starts_with("@layer ")
        {
            add(
                1,
                "rules outside the layers".to_owned(),
                "put the rules into @layer components, or the layer that they belong to",
            );
        }
        for line in shouts(&file.text) {
            add(
                line,
                "!important outside print and reduced motion".to_owned(),
                "let the layer decide what wins",
            );
        }
    }
    faults
}

/// The text with its comments blanked, line breaks kept.
fn without_comments(text: &str) -> String {
    let mut left = text;
    let mut plain = String::new();
    while let Some((before, after)) = left.split_once("/*") {
        plain.push_str(before);
        let (comment, rest) = after.split_once("*/").unwrap_or((after, ""));
        plain.extend(comment.chars().filter(|letter| *letter == '\n'));
        left = rest;
    }
    plain + left
}

/// Lines with `!important` where no rule around them is for print or for less motion. What hides a thing may say so,
/// since no component may show it again: `display: none !important`.
fn shouts(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut around: Vec<bool> = Vec::new();
    let mut head = String::new();
    for (index, line) in without_comments(text).lines().enumerate() {
        let line = line.replace("display: none !important", "display: none");
        for (at, letter) in line.char_indices() {
            match letter {
                '{' => {
                    let head = std::mem::take(&mut head);
                    around.push(
                        head.contains("@layer print")
                            || head.contains("@media print")
                            || head.contains("prefers-reduced-motion"),
                    );
                }
                '}' => {
                    around.pop();
                    head.clear();
                }
                ';' => head.clear(),
                '!' if line[at..].starts_with("!important") && !around.contains(&true) => {
                    lines.push(index + 1);
                }
                _ => head.push(letter),
            }
        }
    }
    lines
}

#[test]
fn each_style_is_a_components_own_and_quiet() {
    none(&check(&files()));
}

#[test]
fn a_stray_style_is_found() {
    let found = |name: &str, text: &str| {
        check(&[
            File::sample(&format!("{FOLDER}{name}.css"), text),
            File::sample("crates/pages/src/components/next_step.rs", ""),
        ])
        .len()
    };
    assert_eq!(
        found("next-step", "/* a */\n@layer components { .next {} }"),
        0
    );
    assert_eq!(found("odds-and-ends", "@layer components { .a {} }"), 1);
    assert_eq!(found("next-step", ".next { color: red }"), 1);
    let loud = "@layer components {\n .next {\n color: red !important;\n }\n}";
    assert_eq!(found("next-step", loud), 1);
    assert_eq!(shouts(loud), [3]);
    let hidden = "@layer reset { [hidden] { display: none !important; } }";
    assert_eq!(found("reset", hidden), 0);
    let printed = "@layer print { @media print { a { color: black !important } } }";
    assert_eq!(found("print", printed), 0);
    let still = "@layer base { @media (prefers-reduced-motion: reduce) { * { animation: none !important; } } }";
    assert_eq!(found("base", still), 0);
}
