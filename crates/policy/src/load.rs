//! From the files of a pack to a [`Pack`].

use toml::de::DeTable;

use crate::check::check;
use crate::layers::{Layers, Origin, merge};
use crate::reading::{Findings, Section};
use crate::{
    Characteristics, ChecklistItem, ChoiceOfWay, Class, Deadline, DecisionGuidance, Descriptor,
    Fault, Feedback, Framework, Guide, Library, Measures, Message, Pack, Problem, Procedure,
    RatingRule, RationaleGuidance, Sources, Supports, TalkingPoint, ToConfirm, Topic, Window,
};

/// Reads and checks a pack. `files` are paths inside its folder, with `/`, and their texts; files that no section
/// names are left alone.
///
/// # Errors
/// Every problem found. Contents are checked across files once each file reads without fault.
pub fn load(files: &[(String, String)]) -> Result<Pack, Vec<Problem>> {
    let findings = Findings::default();
    let layers = Layers::new(files);
    layers.check(&findings);
    let pack = read(&layers, &findings);
    match pack {
        Some(pack) if findings.none() => {
            check(&pack, &findings);
            if findings.none() {
                Ok(pack)
            } else {
                Err(sorted(findings))
            }
        }
        _ => Err(sorted(findings)),
    }
}

fn sorted(findings: Findings) -> Vec<Problem> {
    let mut problems = findings.into_problems();
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    problems
}

fn read(files: &Layers<'_>, findings: &Findings) -> Option<Pack> {
    let framework = section(files, "framework.toml", findings, Framework::read);
    let descriptors = section(files, "descriptors.toml", findings, Descriptor::read_all);
    let measures = section(files, "measures.toml", findings, Measures::read);
    let rating = section(files, "rating.toml", findings, RatingRule::read);
    let year = section(files, "windows.toml", findings, |section| {
        let windows: Vec<_> = section.list("window").iter().map(Window::read).collect();
        let dates: Vec<_> = section.list("date").iter().map(Deadline::read).collect();
        (windows, dates)
    });
    let guides = section(files, "guides.toml", findings, |section| {
        let _ = section.rule_words();
        section.list("guide").iter().map(Guide::read).collect()
    });
    let talking_points = section(files, "talking_points.toml", findings, |section| {
        let _ = section.rule_words();
        section
            .list("point")
            .iter()
            .map(TalkingPoint::read)
            .collect()
    });
    let messages = section(files, "messages.toml", findings, |section| {
        let _ = section.rule_words();
        section.list("message").iter().map(Message::read).collect()
    });
    let rationale = section(files, "rationale.toml", findings, RationaleGuidance::read);
    let sources = optional(files, "sources.toml", findings, Sources::read);
    let checklists = optional(files, "checklists.toml", findings, |section| {
        let _ = section.rule_words();
        let items = section.list("item");
        items.iter().map(ChecklistItem::read).collect()
    });
    let characteristics = optional(
        files,
        "characteristics.toml",
        findings,
        Characteristics::read,
    );
    let decisions = optional(files, "decisions.toml", findings, |section| {
        Some(DecisionGuidance::read(section))
    });
    let supports = optional(files, "supports.toml", findings, |section| {
        Some(Supports::read(section))
    });
    let procedures = optional(files, "procedures.toml", findings, |section| {
        let _ = section.rule_words();
        let list = section.list("procedure");
        list.iter().map(Procedure::read).collect()
    });
    let options = optional(files, "options.toml", findings, |section| {
        let _ = section.rule_words();
        let list = section.list("option");
        list.iter().map(ChoiceOfWay::read).collect()
    });
    // Years that adopted a pack before rounds were asked have none.
    let feedback = optional(files, "feedback.toml", findings, |section| {
        Some(Feedback::read(section))
    });
    let library = optional(files, "library.toml", findings, Library::read);
    let topics = optional(files, "topics.toml", findings, |section| {
        let _ = section.rule_words();
        section.list("topic").iter().map(Topic::read).collect()
    });
    let confirmations = optional(files, "confirmations.toml", findings, ToConfirm::read_all);
    let head = section(files, "pack.toml", findings, |section| {
        let classes: Vec<_> = section.list("class").iter().map(Class::read).collect();
        // The pack below it, whose files lie beside it.
        let _ = section.string_or_empty("extends");
        (
            section.string("id"),
            section.string("year"),
            section.number("version"),
            section.text("title"),
            classes,
        )
    });

    let (windows, dates) = year?;
    let (id, year, version, title, classes) = head?;
    let mut messages: Vec<Message> = messages?;
    for message in &mut messages {
        for language in ["en", "es"] {
            template(message, language, files, findings);
        }
    }
    let mut library: Library = library?;
    for page in &mut library.pages {
        let body = |language| page_body(&page.id, language, files, findings);
        (page.body.en, page.body.es) = (body("en"), body("es"));
    }
    let pack = Pack {
        id,
        year,
        version,
        title,
        classes,
        framework: Framework {
            descriptors: descriptors?,
            ..framework?
        },
        measures: measures?,
        rating: rating?,
        windows,
        dates,
        guides: guides?,
        talking_points: talking_points?,
        messages,
        rationale: rationale?,
        sources: sources?,
        checklists: checklists?,
        characteristics: characteristics?,
        decisions: decisions?,
        supports: supports?,
        procedures: procedures?,
        options: options?,
        feedback: feedback?,
        library,
        topics: topics?,
        confirmations: confirmations?,
        values: vec![],
    };
    Some(pack.with_values())
}

/// Reads one TOML file; `None` where it is missing or is not TOML, which is noted.
fn section<T>(
    files: &Layers<'_>,
    path: &str,
    findings: &Findings,
    read: impl FnOnce(&Section<'_>) -> T,
) -> Option<T> {
    let versions = files.of(path);
    if versions.is_empty() {
        findings.note(path, None, Fault::MissingFile);
        return None;
    }
    let origin = Origin::new(versions);
    let padded = origin.padded();
    let mut whole: Option<DeTable<'_>> = None;
    // From the lowest version up, each laid over what it extends.
    for text in padded.iter().rev() {
        match DeTable::parse(text) {
            Ok(table) => match &mut whole {
                Some(below) => merge(below, table.into_inner(), &origin, findings),
                None => whole = Some(table.into_inner()),
            },
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                findings.note_span(&origin, &span, Fault::Syntax(error.message().to_owned()));
                return None;
            }
        }
    }
    whole.map(|table| read(&Section::new(&origin, &table, findings)))
}

/// The same for a section that packs adopted before it existed do not have: empty where the file is missing.
fn optional<T: Default>(
    files: &Layers<'_>,
    path: &str,
    findings: &Findings,
    read: impl FnOnce(&Section<'_>) -> T,
) -> Option<T> {
    if !files.of(path).is_empty() {
        section(files, path, findings, read)
    } else {
        Some(T::default())
    }
}

/// One language of a page of the library: the whole file.
fn page_body(id: &str, language: &'static str, files: &Layers<'_>, findings: &Findings) -> String {
    let path = library_path(id, language);
    match files.of(&path).first().map(|(_, text)| text.trim()) {
        Some(text) if !text.is_empty() => format!("{text}\n"),
        _ => {
            let page = id.to_owned();
            findings.note(&path, None, Fault::MissingPage { page, language });
            String::new()
        }
    }
}

/// The file of a page of the library.
pub(crate) fn library_path(id: &str, language: &str) -> String {
    format!("library/{id}.{language}.md")
}

/// Adds one language of a message's template: `Subject: …`, an empty line, then the body.
fn template(
    message: &mut Message,
    language: &'static str,
    files: &Layers<'_>,
    findings: &Findings,
) {
    let path = format!("messages/{}.{language}.md", message.id);
    let Some((path, text)) = files.of(&path).into_iter().next() else {
        if message.later {
            return;
        }
        findings.note(
            &path,
            None,
            Fault::MissingTemplate {
                message: message.id.clone(),
                language,
            },
        );
        return;
    };
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let subject = first
        .strip_prefix("Subject:")
        .map(str::trim)
        .unwrap_or_default();
    let body = rest
        .strip_prefix('\n')
        .or(rest.strip_prefix("\r\n"))
        .unwrap_or_default()
        .trim_end();
    if subject.is_empty() || body.is_empty() {
        findings.note(
            &path,
            Some(1),
            Fault::MissingSubject {
                message: message.id.clone(),
                language,
            },
        );
        return;
    }
    let template = &mut message.template;
    let (into_subject, into_body) = match language {
        "es" => (&mut template.subject.es, &mut template.body.es),
        _ => (&mut template.subject.en, &mut template.body.en),
    };
    *into_subject = subject.to_owned();
    *into_body = body.to_owned();
    for field in crate::fields_of(text) {
        if !message.fields.iter().any(|declared| declared.name == field) {
            let line = text
                .lines()
                .position(|line| line.contains(&field))
                .map(|line| line + 1);
            let what = Fault::UndeclaredField {
                message: message.id.clone(),
                language,
                field,
            };
            findings.note(&path, line, what);
        }
    }
}
