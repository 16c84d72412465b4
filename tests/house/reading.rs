//! Rust source as the checks need it: its texts with what surrounds them, its paths and its markup, by the language's
//! own tokens, so that comments and the insides of strings never mislead a check.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What stands around a token.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Inside `#[…]`; doc comments are attributes too.
    pub attribute: bool,
    /// Macros (`html!`) and calls (`expect`), from the outside in.
    pub calls: Vec<String>,
    /// What maud makes of it; `None` outside `html!`.
    pub markup: Option<Markup>,
}

/// The place of a token inside `html!`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Between elements: a person reads it.
    Text,
    /// The value of the attribute of this name.
    Value(String),
    /// An expression or the head of `@if`, `@for`, `@let`, `@match`.
    Code,
}

/// A string literal.
#[derive(Clone, Debug)]
pub struct Text {
    pub line: usize,
    /// Without quotes, escapes resolved as far as checks need it.
    pub value: String,
    pub around: Around,
}

/// Something else that a check may forbid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub name: String,
}

/// One source file, without its `#[cfg(test)]` and `#[test]` items.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub texts: Vec<Text>,
    /// `std::fs::read`, also from `use std::{fs, io}`; a lone name is a path of one part.
    pub paths: Vec<Named>,
    /// Names of attributes written in `html!`.
    pub attributes: Vec<Named>,
    /// `script` and `style` elements of `html!` that carry their content inline.
    pub inline: Vec<Named>,
}

/// Reads a file; one that does not lex gives nothing, the compiler says why.
pub fn read(text: &str) -> Source {
    let mut source = Source::default();
    if let Ok(tokens) = text.parse::<TokenStream>() {
        source.walk(&Vec::from_iter(tokens), &Around::default(), "");
    }
    source
}

impl Source {
    fn walk(&mut self, tokens: &[TokenTree], around: &Around, prefix: &str) {
        let mut at = 0;
        while at < tokens.len() {
            at += match &tokens[at] {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    self.attribute(tokens, at, around)
                }
                TokenTree::Ident(_) => self.name(tokens, at, around, prefix),
                TokenTree::Literal(literal) => {
                    if let Some(value) = unquoted(&literal.to_string()) {
                        let mut around = around.clone();
                        if around.markup == Some(Markup::Text) {
                            around.markup = Some(place(tokens, at));
                        }
                        let line = literal.span().start().line;
                        self.texts.push(Text {
                            line,
                            value,
                            around,
                        });
                    }
                    1
                }
                TokenTree::Group(group) => {
                    let mut around = around.clone();
                    if around.markup.is_some() {
                        around.markup = Some(match group.delimiter() {
                            Delimiter::Brace if is(tokens, at, -1, '=') => {
                                Markup::Value(attribute_name(tokens, at - 1))
                            }
                            Delimiter::Brace => around.markup.unwrap_or(Markup::Text),
                            _ => Markup::Code,
                        });
                    }
                    self.walk(&Vec::from_iter(group.stream()), &around, prefix);
                    1
                }
                TokenTree::Punct(_) => 1,
            };
        }
    }

    /// Reads `#[…]` or `#![…]`; after one that means "only in tests", leaves the item out as well.
    /// Returns how many tokens it took.
    fn attribute(&mut self, tokens: &[TokenTree], at: usize, around: &Around) -> usize {
        let bang = usize::from(is(tokens, at, 1, '!'));
        let Some(TokenTree::Group(group)) = tokens.get(at + 1 + bang) else {
            return 1;
        };
        if group.delimiter() != Delimiter::Bracket {
            return 1;
        }
        let inside: String = group.stream().to_string().split_whitespace().collect();
        if ["cfg(test)", "test", "tokio::test"].contains(&inside.as_str())
            || inside.starts_with("tokio::test(")
        {
            if bang == 1 {
                return tokens.len() - at;
            }
            let mut end = at + 2;
            while end < tokens.len() {
                let last = match &tokens[end] {
                    TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                    TokenTree::Punct(punct) => punct.as_char() == ';',
                    _ => false,
                };
                end += 1;
                if last {
                    break;
                }
            }
            return end - at;
        }
        let around = Around {
            attribute: true,
            ..around.clone()
        };
        self.walk(&Vec::from_iter(group.stream()), &around, "");
        2 + bang
    }

    /// Reads a path with what follows it: `a::b`, `a::{b, c}`, `a!(…)`, `a(…)`. Returns how many tokens it took.
    fn name(&mut self, tokens: &[TokenTree], at: usize, around: &Around, prefix: &str) -> usize {
        let line = tokens[at].span().start().line;
        let mut last = tokens[at].to_string();
        let mut path = format!("{prefix}{last}");
        let mut end = at + 1;
        while is(tokens, end, 0, ':') && is(tokens, end, 1, ':') {
            match tokens.get(end + 2) {
                Some(TokenTree::Ident(ident)) => {
                    last = ident.to_string();
                    path = format!("{path}::{last}");
                    end += 3;
                }
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    self.walk(
                        &Vec::from_iter(group.stream()),
                        around,
                        &format!("{path}::"),
                    );
                    return end + 3 - at;
                }
                _ => break,
            }
        }
        self.paths.push(Named { line, name: path });
        if around.markup == Some(Markup::Text) {
            self.element(tokens, at, line);
        }
        let bang = usize::from(is(tokens, end, 0, '!'));
        if let Some(TokenTree::Group(group)) = tokens.get(end + bang) {
            let called = bang == 1 || group.delimiter() == Delimiter::Parenthesis;
            if called {
                let mut inner = around.clone();
                let suffix = if bang == 1 { "!" } else { "" };
                inner.calls.push(format!("{last}{suffix}"));
                if bang == 1 && last == "html" {
                    inner.markup = Some(Markup::Text);
                } else if inner.markup.is_some() {
                    inner.markup = Some(Markup::Code);
                }
                self.walk(&Vec::from_iter(group.stream()), &inner, "");
                return end + bang + 1 - at;
            }
        }
        end - at
    }

    /// Notes an attribute of `html!`, or an element that carries code.
    fn element(&mut self, tokens: &[TokenTree], at: usize, line: usize) {
        let double = is(tokens, at, 2, '=') || is(tokens, at, 2, '>');
        if is(tokens, at, 1, '=') && !double && !in_head(tokens, at) {
            let name = attribute_name(tokens, at + 1);
            self.attributes.push(Named { line, name });
        }
        let name = tokens[at].to_string();
        let starts =
            at == 0 || !["-", ".", "=", ":"].contains(&tokens[at - 1].to_string().as_str());
        if starts && ["script", "style"].contains(&name.as_str()) {
            let rest = &tokens[at + 1..];
            let content = rest.iter().position(|token| match token {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(punct) => punct.as_char() == ';',
                _ => false,
            });
            let full = content.is_some_and(
                |end| matches!(&rest[end], TokenTree::Group(group) if !group.stream().is_empty()),
            );
            // `style=` is an attribute; the check of attributes names it.
            if full && !is(tokens, at, 1, '=') {
                self.inline.push(Named { line, name });
            }
        }
    }
}

/// What a literal between the tokens of `html!` is.
fn place(tokens: &[TokenTree], at: usize) -> Markup {
    if in_head(tokens, at) || (is(tokens, at, 1, '=') && is(tokens, at, 2, '>')) {
        Markup::Code
    } else if is(tokens, at, -1, '=') {
        Markup::Value(attribute_name(tokens, at - 1))
    } else if is(tokens, at, -1, '.') || is(tokens, at, -1, '#') {
        Markup::Value("class".to_owned())
    } else {
        Markup::Text
    }
}

/// Whether the token stands between `@` and the body or `;` that ends the head.
fn in_head(tokens: &[TokenTree], at: usize) -> bool {
    for token in tokens[..at].iter().rev() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '@' => return true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return false,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return false,
            _ => {}
        }
    }
    false
}

/// The name that ends before the `=` at this place: `aria-label`, `xlink:href`.
fn attribute_name(tokens: &[TokenTree], equals: usize) -> String {
    let mut name = String::new();
    let mut expects_word = true;
    for token in tokens[..equals].iter().rev() {
        match token {
            TokenTree::Ident(ident) if expects_word => name = format!("{ident}{name}"),
            TokenTree::Punct(punct) if !expects_word && "-:".contains(punct.as_char()) => {
                name = format!("{punct}{name}");
            }
            _ => break,
        }
        expects_word = !expects_word;
    }
    name
}

fn is(tokens: &[TokenTree], at: usize, by: isize, wanted: char) -> bool {
    at.checked_add_signed(by)
        .and_then(|place| tokens.get(place))
        .is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted))
}

/// The inside of a string literal; `None` for numbers, characters and bytes.
fn unquoted(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let raw = raw.trim_matches('#');
        return Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let inside = literal.strip_prefix('"')?.strip_suffix('"')?;
    // A backslash at a line's end swallows the break and the margin of the next line.
    let joined: Vec<&str> = inside.split("\\\n").collect();
    let joined = joined
        .iter()
        .enumerate()
        .map(|(index, part)| if index == 0 { *part } else { part.trim_start() })
        .collect::<String>();
    Some(
        joined
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\\"", "\""),
    )
}

#[test]
fn reads_texts_with_what_surrounds_them() {
    let source = read(
        r##"
        //! A head.
        #[error("in an attribute")]
        fn a() { b.expect("in a call"); c!("in a macro"); d(r#"raw "one""#); }
        #[cfg(test)] mod tests { const X: &str = "left out"; }
        fn view() { html! {
            p.lead title="a value" class={ "k " (k) } { "a text" (say("an argument")) }
            @if kind == "compared" { b { "inside" } }
            @match kind { "arm" => { "out" } }
        } }
        "##,
    );
    let texts: Vec<(&str, Option<Markup>)> = source
        .texts
        .iter()
        .filter(|text| !text.around.attribute)
        .map(|text| (text.value.as_str(), text.around.markup.clone()))
        .collect();
    assert_eq!(
        texts,
        [
            ("in a call", None),
            ("in a macro", None),
            ("raw \"one\"", None),
            ("a value", Some(Markup::Value("title".to_owned()))),
            ("k ", Some(Markup::Value("class".to_owned()))),
            ("a text", Some(Markup::Text)),
            ("an argument", Some(Markup::Code)),
            ("compared", Some(Markup::Code)),
            ("inside", Some(Markup::Text)),
            ("arm", Some(Markup::Code)),
            ("out", Some(Markup::Text)),
        ]
    );
    assert_eq!(source.texts[2].around.calls, ["expect"]);
    assert_eq!(source.texts[3].around.calls, ["c!"]);
    assert_eq!(source.texts[3].line, 4);
}

#[test]
fn reads_paths_out_of_use_groups() {
    let source = read("use std::{fs, io::{self, Read}};\nfn a() { jiff::Timestamp::now(); }");
    let names: Vec<&str> = source.paths.iter().map(|path| path.name.as_str()).collect();
    for wanted in ["std::fs", "std::io::Read", "jiff::Timestamp::now"] {
        assert!(names.contains(&wanted), "{wanted} not in {names:?}");
    }
    assert_eq!(source.paths.last().unwrap().line, 2);
}
