//! JSON Schemas of a pack's files, made from the types, so that an editor completes and checks them as somebody writes.
//! The loader stays the judge: it also knows what must hold across files.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::{
    Band, Characteristics, ChecklistItem, ChoiceOfWay, Class, Deadline, DecisionPoint, Descriptor,
    Domain, Exact, Guide, Indicator, Known, LibraryPage, LibraryTopic, Measures, Message,
    ObservationKind, Procedure, RatingRule, RationaleGuidance, Ruled, Sources, Supports,
    TalkingPoint, Text, ToConfirm, When, Window,
};

/// The schema of each file that a pack may have, by the file's name without its ending; and for packs that extend
/// another, under `extending/`, where nothing is required and items may be new or removed.
pub fn schemas() -> Vec<(String, Value)> {
    let files = [
        ("pack", of::<Head>()),
        ("framework", of::<FrameworkFile>()),
        ("descriptors", of::<DescriptorsFile>()),
        ("measures", of::<Measures>()),
        ("rating", of::<RatingRule>()),
        ("windows", of::<WindowsFile>()),
        ("guides", of::<GuidesFile>()),
        ("talking_points", of::<TalkingPointsFile>()),
        ("messages", of::<MessagesFile>()),
        ("rationale", of::<RationaleFile>()),
        ("sources", of::<Sources>()),
        ("checklists", of::<ChecklistsFile>()),
        ("characteristics", of::<CharacteristicsFile>()),
        ("decisions", of::<DecisionsFile>()),
        ("supports", of::<SupportsFile>()),
        ("procedures", of::<ProceduresFile>()),
        ("options", of::<OptionsFile>()),
        ("confirmations", of::<ConfirmationsFile>()),
        ("library", of::<LibraryFile>()),
    ];
    let mut all = vec![];
    for (name, schema) in files {
        let mut extending = schema.clone();
        loosen(&mut extending);
        all.push((format!("extending/{name}"), extending));
        all.push((name.to_owned(), schema));
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

fn of<T: JsonSchema>() -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    strict(&mut schema);
    schema
}

/// Keys that stand in for what the loader takes where they are missing, or in the table around.
const MAY_BE_LEFT_OUT: [&str; 5] = ["known", "source", "each", "case", "at_least"];

/// As the loader reads: an unknown key is a fault; flags and lists may be left out, and so may a value's source where
/// the table around it has one.
fn strict(schema: &mut Value) {
    each_object(schema, &mut |object| {
        let Some(properties) = object.get("properties").and_then(Value::as_object) else {
            return;
        };
        let optional: Vec<String> = properties
            .iter()
            .filter(|(name, property)| {
                let kind = property.get("type").and_then(Value::as_str);
                let of = property.pointer("/items/type");
                let listed = of.is_none_or(|of| of == "string") && *name != "value";
                kind == Some("boolean")
                    || kind == Some("array") && listed
                    || MAY_BE_LEFT_OUT.contains(&name.as_str())
            })
            .map(|(name, _)| name.clone())
            .collect();
        object.insert("additionalProperties".into(), json!(false));
        if let Some(Value::Array(required)) = object.get_mut("required") {
            required.retain(|name| !optional.iter().any(|it| *name == json!(it)));
        }
    });
}

fn loosen(schema: &mut Value) {
    each_object(schema, &mut |object| {
        object.remove("required");
        object.remove("oneOf");
        if let Some(Value::Object(properties)) = object.get_mut("properties") {
            properties.insert(
                "new".into(),
                json!({ "type": "boolean", "description": "The pack below has no such item." }),
            );
            properties.insert(
                "removed".into(),
                json!({ "type": "boolean", "description": "The item of the pack below is gone." }),
            );
            properties.insert(
                "without".into(),
                json!({ "type": "array", "items": { "type": "string" }, "description": "Keys of the table below that are gone." }),
            );
        }
    });
}

fn each_object(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") {
                change(object);
            }
            object
                .values_mut()
                .for_each(|value| each_object(value, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_object(item, change)),
        _ => {}
    }
}

/// `pack.toml`
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Head {
    /// The pack that this one changes by key, such as `leap/2026-27`.
    extends: Option<String>,
    /// Such as `leap`.
    id: String,
    /// Such as `2026-27`.
    year: String,
    version: u32,
    title: Text,
    class: Vec<Class>,
}

/// What a file of words says of all its values.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct WordsHead {
    known: Option<Known>,
    source: Option<String>,
    /// Says for readers of the file what `OWN` says.
    placeholder: Option<bool>,
}

macro_rules! words_file {
    ($($name:ident { $key:ident: $item:ty })*) => {$(
        #[derive(JsonSchema)]
        #[allow(dead_code)]
        struct $name {
            #[schemars(flatten)]
            head: WordsHead,
            $key: Vec<$item>,
        }
    )*};
}

words_file! {
    DescriptorsFile { descriptor: Descriptor }
    GuidesFile { guide: Guide }
    TalkingPointsFile { point: TalkingPoint }
    MessagesFile { message: Message }
    ChecklistsFile { item: ChecklistItem }
    ProceduresFile { procedure: Procedure }
    OptionsFile { option: ChoiceOfWay }
    ConfirmationsFile { question: ToConfirm }
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct LibraryFile {
    #[schemars(flatten)]
    head: WordsHead,
    topic: Vec<LibraryTopic>,
    page: Vec<LibraryPage>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct RationaleFile {
    placeholder: Option<bool>,
    #[schemars(flatten)]
    guidance: RationaleGuidance,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct CharacteristicsFile {
    #[schemars(flatten)]
    head: WordsHead,
    #[schemars(flatten)]
    characteristics: Characteristics,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct SupportsFile {
    #[schemars(flatten)]
    head: WordsHead,
    #[schemars(flatten)]
    supports: Supports,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct DecisionsFile {
    #[schemars(flatten)]
    head: WordsHead,
    band: DecisionBand,
    point: Vec<DecisionPoint>,
}

/// Decisions near a cut.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct DecisionBand {
    /// Pieces of evidence that a decision links to, at least.
    evidence_min: Ruled<u32>,
    /// Somebody else reads and confirms it.
    second_reader: Ruled<bool>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct FrameworkFile {
    scale: ScaleOfIndicators,
    domain: Vec<Domain>,
    indicator: Vec<Indicator>,
    observation_kind: Vec<ObservationKind>,
}

/// The scale of every indicator.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct ScaleOfIndicators {
    min: u8,
    max: u8,
    bands: Vec<Band>,
    known: Known,
    source: String,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct WindowsFile {
    window: Vec<Window>,
    date: Vec<Deadline>,
}

/// How a raw value becomes a fraction: `value = "indicator"`, or `cuts`.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(crate) struct ScaleTable {
    value: Option<ScaleWord>,
    /// Floor, a cut for each rating but the lowest, ceiling; they stand at the anchors of the rule.
    cuts: Option<Vec<Exact>>,
    known: Known,
    source: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[allow(dead_code)]
enum ScaleWord {
    Indicator,
}

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact number: 25, 37.5 or \"175/3\".",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?[0-9]+([./][0-9]+)?$" },
            ],
        })
    }
}

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let unit = generator.subschema_for::<crate::Unit>();
        json_schema!({
            "type": "object",
            "properties": {
                "date": { "type": "string", "format": "date", "description": "The day itself." },
                "anchor": { "type": "string", "description": "What it counts from: an anchor, or a date with a day of its own." },
                "days": { "type": "integer", "description": "Negative: before the anchor." },
                "unit": unit,
            },
            "oneOf": [
                { "required": ["date"] },
                { "required": ["anchor", "days", "unit"] },
            ],
        })
    }
}

/// A date, such as 2027-06-01, without quotes.
pub(crate) struct Day;

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}
