//! What a browser makes of a page: its forms, and what each would send. Used where a test fills in a form as it came,
//! with its token, its version and whatever else the page put into it.

/// One form of a page.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it is sent, as it stands in the page.
    pub action: String,
    /// It carries files.
    pub controls: Vec<Control>,
}

/// One control of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Control {
    pub name: String,
    /// The type of an input, or `textarea`, `select`, `button`.
    pub kind: String,
    pub value: String,
    /// A radio button or a box that is ticked; every other control counts as on.
    pub on: bool,
    /// What a `select` offers.
    pub options: Vec<String>,
    /// Where the text saves itself.
    pub autosave: Option<String>,
}

impl Control {
    /// Whether a person types words into it.
    pub fn is_text(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "textarea" | "text" | "email" | "search" | ""
        )
    }
}

impl Form {
    /// The forms of a page in their order.
    pub fn all(page: &str) -> Vec<Self> {
        let mut forms: Vec<(String, Self)> = vec![];
        let mut inside: Option<usize> = None;
        let mut rest = page;
        while let Some((tag, after)) = next_tag(rest) {
            rest = after;
            match tag.name.as_str() {
                "form" => {
                    let form = Self {
                        action: tag.get("action"),
                        controls: vec![],
                    };
                    forms.push((tag.get("id"), form));
                    inside = Some(forms.len() - 1);
                }
                "/form" => inside = None,
                "input" | "button" | "textarea" | "select" => {
                    let named = tag.get("form");
                    let at = if named.is_empty() {
                        inside
                    } else {
                        forms.iter().position(|(id, _)| *id == named)
                    };
                    let (control, after) = control(&tag, rest);
                    rest = after;
                    if let Some(at) =
                        at.filter(|_| !control.name.is_empty() && !tag.has("disabled"))
                    {
                        forms[at].1.controls.push(control);
                    }
                }
                _ => {}
            }
        }
        forms.into_iter().map(|(_, form)| form).collect()
    }

    /// The form of a page that is sent to an address, with or without its query.
    pub fn to(page: &str, address: &str) -> Option<Self> {
        let path = |address: &str| address.split('?').next().unwrap_or_default().to_owned();
        Self::all(page)
            .into_iter()
            .find(|form| form.action == address || path(&form.action) == path(address))
    }

    /// What would be sent if no button had a name.
    pub fn fields(&self) -> Vec<(String, String)> {
        let sent = |control: &&Control| {
            control.kind != "button"
                && control.kind != "submit"
                && control.kind != "file"
                && control.on
        };
        self.controls
            .iter()
            .filter(sent)
            .map(|control| (control.name.clone(), typed(control)))
            .collect()
    }

    /// Fills in every control of a name: chooses, ticks or types. A name that the form does not have is added, as a button.
    pub fn fill(&mut self, name: &str, value: &str) {
        let is_choice = |control: &Control| matches!(control.kind.as_str(), "radio" | "checkbox");
        let mut found = false;
        for control in self
            .controls
            .iter_mut()
            .filter(|control| control.name == name && control.kind != "button")
        {
            found = true;
            if is_choice(control) {
                control.on = control.value == value;
            } else {
                value.clone_into(&mut control.value);
            }
        }
        if !found {
            self.controls.push(Control {
                name: name.to_owned(),
                kind: "pressed".to_owned(),
                value: value.to_owned(),
                on: true,
                ..Control::default()
            });
        }
    }

    /// The same where several rows have controls of one name: only the first of them, or the choice of its value.
    pub fn fill_first(&mut self, name: &str, value: &str) {
        let typed =
            |control: &Control| !matches!(control.kind.as_str(), "radio" | "checkbox" | "button");
        if let Some(control) = self
            .controls
            .iter_mut()
            .find(|control| control.name == name && typed(control))
        {
            value.clone_into(&mut control.value);
            return;
        }
        let offered = self
            .controls
            .iter()
            .any(|control| control.name == name && control.value == value);
        if !offered {
            // What no choice of the page offers.
            self.controls
                .retain(|control| control.name != name || control.kind == "button");
        }
        self.fill(name, value);
    }

    /// Controls into which a person types words.
    pub fn texts(&self) -> Vec<String> {
        self.controls
            .iter()
            .filter(|control| control.is_text())
            .map(|control| control.name.clone())
            .collect()
    }
}

/// Browsers send line ends of a text area as CRLF.
fn typed(control: &Control) -> String {
    if control.kind == "textarea" {
        control.value.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        control.value.clone()
    }
}

/// A tag as it stands in a page.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

/// Every tag of a page, the closing ones with their slash.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut tags = vec![];
    let mut rest = page;
    while let Some((tag, after)) = next_tag(rest) {
        rest = after;
        tags.push(tag);
    }
    tags
}

impl Tag {
    fn get(&self, name: &str) -> String {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| own == name)
    }
}

/// The next tag, and what comes after it.
fn next_tag(page: &str) -> Option<(Tag, &str)> {
    let begun = &page[page.find('<')? + 1..];
    let end = begun
        .find(|letter: char| letter.is_whitespace() || letter == '>')
        .unwrap_or(begun.len());
    let mut tag = Tag {
        name: begun[..end].to_ascii_lowercase(),
        attributes: vec![],
    };
    let mut rest = &begun[end..];
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return Some((tag, after));
        }
        let end =
            rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '>' | '/'))?;
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"')?;
            value = plain(&quoted[..end]);
            rest = &quoted[end + 1..];
        }
        tag.attributes.push((name, value));
    }
}

fn control<'a>(tag: &Tag, rest: &'a str) -> (Control, &'a str) {
    let mut control = Control {
        name: tag.get("name"),
        value: tag.get("value"),
        on: true,
        ..Control::default()
    };
    control.autosave = tag
        .attributes
        .iter()
        .find(|(name, _)| name == "data-autosave")
        .map(|(_, url)| url.clone());
    let mut after = rest;
    match tag.name.as_str() {
        "input" => {
            control.kind = tag.get("type");
            if matches!(control.kind.as_str(), "radio" | "checkbox") {
                control.on = tag.has("checked");
                if !tag.has("value") {
                    "on".clone_into(&mut control.value);
                }
            }
        }
        "textarea" => {
            "textarea".clone_into(&mut control.kind);
            let (text, rest) = rest.split_once("</textarea>").unwrap_or((rest, ""));
            // The first line end after the tag is not part of the text.
            control.value = plain(text.strip_prefix('\n').unwrap_or(text));
            after = rest;
        }
        "select" => {
            "select".clone_into(&mut control.kind);
            let (inner, rest) = rest.split_once("</select>").unwrap_or((rest, ""));
            let mut options = inner;
            let mut chosen = None;
            while let Some((option, after)) = next_tag(options) {
                options = after;
                if option.name == "option" {
                    chosen = if option.has("selected") {
                        Some(option.get("value"))
                    } else {
                        chosen
                    };
                    control.options.push(option.get("value"));
                }
            }
            control.value = chosen
                .or_else(|| control.options.first().cloned())
                .unwrap_or_default();
            after = rest;
        }
        kind => kind.clone_into(&mut control.kind),
    }
    (control, after)
}

/// Entities as the letters that they stand for.
pub fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Fields as a browser writes them into a body.
pub fn encoded(fields: &[(String, String)]) -> String {
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect::<Vec<_>>()
        .join("&")
}

fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[test]
fn a_form_is_read_as_a_browser_reads_it() {
    let page = r#"<form method="post" action="/a?b=1&amp;c=2" data-once><input type="hidden" name="form_token" value="t&quot;1">
        <textarea name="text">
&lt;b&gt; words</textarea><select name="kind"><option value="x">X</option><option value="y" selected>Y</option></select>
        <input type="radio" name="score" value="5" checked><input type="radio" name="score" value="6"><input type="checkbox" name="evidence" value="one">
        <button type="submit" name="act" value="share">Share</button></form>"#;
    let mut form = Form::to(page, "/a").unwrap();
    assert_eq!(form.action, "/a?b=1&c=2");
    let fields = |form: &Form| {
        form.fields()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fields(&form),
        ["form_token=t\"1", "text=<b> words", "kind=y", "score=5"]
    );
    form.fill("score", "6");
    form.fill("text", "one\ntwo");
    form.fill("act", "share");
    assert_eq!(
        fields(&form),
        [
            "form_token=t\"1",
            "text=one\r\ntwo",
            "kind=y",
            "score=6",
            "act=share"
        ]
    );
    assert_eq!(form.texts(), ["text"]);
}
