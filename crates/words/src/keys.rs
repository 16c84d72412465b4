//! Which texts exist, with the arguments that they take: for the tests of every room.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{self, ParserError};

use crate::{Language, texts};

/// One text of a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The room whose file it stands in, such as `today`.
    pub room: String,
    /// Its name, such as `today-title`.
    pub name: String,
    /// The arguments that its forms use.
    pub arguments: BTreeSet<String>,
}

/// Every text of a language, in the order of the files.
///
/// # Errors
/// The first mistake of a file that Fluent cannot read, with the file's path.
pub fn keys(language: Language) -> Result<Vec<Key>, (String, ParserError)> {
    let mut keys = Vec::new();
    for (path, source) in texts::sources(language) {
        let room = path
            .rsplit('/')
            .next()
            .and_then(|file| file.strip_suffix(".ftl"))
            .unwrap_or(&path)
            .to_owned();
        let resource = match parser::parse(source.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => match errors.into_iter().next() {
                Some(error) => return Err((path, error)),
                None => continue,
            },
        };
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut arguments = BTreeSet::new();
            if let Some(pattern) = &message.value {
                of_pattern(pattern, &mut arguments);
            }
            keys.push(Key {
                room: room.clone(),
                name: message.id.name.to_owned(),
                arguments,
            });
        }
    }
    Ok(keys)
}

fn of_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, arguments);
        }
    }
}

fn of_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            of_inline(selector, arguments);
            for variant in variants {
                of_pattern(&variant.value, arguments);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, arguments),
        InlineExpression::FunctionReference {
            arguments: call, ..
        } => {
            for value in &call.positional {
                of_inline(value, arguments);
            }
        }
        _ => {}
    }
}
