//! Directives in the reader's language: values of the pack as Markdown, so that a page says what the pack says.

mod year;

use policy::{Concern, Deadline, Directive, Guide, Known, Length, Pack, Side, Unit, When, Window};
use words::{Value, Words};

/// The body of a page with its directives said.
pub fn spoken(words: Words, pack: &Pack, body: &str) -> String {
    policy::with_directives(body, pack, |directive| say(words, pack, directive))
}

/// Pack texts are words, never marks; what they would fill in from a teacher's year stays open.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in policy::without_fields(text).chars() {
        if letter.is_ascii_punctuation()
            && !matches!(letter, '.' | ',' | ';' | ':' | '?' | '-' | '\'' | '/')
        {
            plain.push('\\');
        }
        plain.push(if letter == '\n' { ' ' } else { letter });
    }
    plain.trim().to_owned()
}

struct Speaker<'a> {
    words: Words,
    tag: &'static str,
    pack: &'a Pack,
}

fn say(words: Words, pack: &Pack, directive: &Directive<'_>) -> String {
    let it = Speaker {
        words,
        tag: words.language().tag(),
        pack,
    };
    match directive {
        Directive::Window(window) => it.known(it.window(window), window.known),
        Directive::Opens(window) => it.known(words.date(window.opens), window.known),
        Directive::Closes(window) => it.known(words.date(window.closes), window.known),
        Directive::Date(date) => it.known(it.deadline(date), date.known),
        Directive::Dates => it.dates(),
        Directive::Weights => it.weights(),
        Directive::Levels => it.levels(),
        Directive::Indicators => it.indicators(),
        Directive::Agenda(guide) => it.agenda(guide),
        Directive::Before(guide) => it.steps(&guide.before, &guide.prepare),
        Directive::After(guide) => it.steps(&guide.after, &[]),
        Directive::Say(situation) => it.talking_points(situation),
        Directive::RationalePoints => it.rationale_points(),
        Directive::RationaleExamples(about) => it.rationale_examples(*about),
        Directive::Letters => it.letters(),
        Directive::Checklist(list) => year::checklist(&it, *list),
        Directive::Characteristics => year::characteristics(&it),
        Directive::Decisions(about) => year::decisions(&it, *about),
        Directive::Ladder(supports) => year::ladder(&it, supports),
        Directive::Plan(supports) => year::plan(&it, supports),
        Directive::Procedure(procedure) => year::procedure(&it, procedure),
        Directive::Options(side) => year::options(&it, *side),
    }
}

impl Speaker<'_> {
    fn key(&self, key: &str) -> String {
        self.words.say(&format!("library-said-{key}"))
    }

    fn known(&self, said: String, known: Known) -> String {
        if known.settled() {
            said
        } else {
            format!("{said} ({})", self.key("unconfirmed"))
        }
    }

    fn window(&self, window: &Window) -> String {
        let (from, to) = (
            self.words.date(window.opens),
            self.words.date(window.closes),
        );
        self.words.with(
            "library-said-window",
            &[("from", from.into()), ("to", to.into())],
        )
    }

    fn deadline(&self, deadline: &Deadline) -> String {
        match &deadline.when {
            When::On(date) => self.words.date(*date),
            When::Counted { anchor, days, unit } => {
                let unit = match unit {
                    Unit::Calendar => "calendar",
                    Unit::Working => "working",
                    Unit::School => "school",
                };
                let order = match days.signum() {
                    -1 => "before",
                    0 => "on",
                    _ => "after",
                };
                let count: Value<'_> = days.unsigned_abs().into();
                // An offset may count from another date of the pack.
                let anchor = match self.pack.date(anchor) {
                    Some(date) => format!(
                        "{} ({})",
                        plain(date.label.get(self.tag)),
                        self.deadline(date)
                    ),
                    None => self.key(&format!("anchor-{}", anchor.to_lowercase())),
                };
                self.words.with(
                    &format!("library-said-{order}"),
                    &[
                        ("count", count),
                        ("unit", unit.into()),
                        ("anchor", anchor.into()),
                    ],
                )
            }
        }
    }

    /// Windows, of which the last day counts, and dates, by their ids.
    fn clocks(&self, ids: &[String]) -> String {
        let said = ids
            .iter()
            .filter_map(|id| match (self.pack.window(id), self.pack.date(id)) {
                (Some(window), _) => Some(self.known(self.words.date(window.closes), window.known)),
                (_, Some(date)) => Some(self.known(self.deadline(date), date.known)),
                _ => None,
            });
        said.collect::<Vec<_>>().join("; ")
    }

    fn dates(&self) -> String {
        let mut lines: Vec<[String; 2]> = self
            .pack
            .windows
            .iter()
            .map(|window| {
                let said = self.known(self.window(window), window.known);
                [plain(window.label.get(self.tag)), said]
            })
            .collect();
        for date in &self.pack.dates {
            if date.fixed().is_some() {
                let said = self.known(self.deadline(date), date.known);
                lines.push([plain(date.label.get(self.tag)), said]);
            }
        }
        self.table(["what", "when"], lines)
    }

    fn table<const N: usize>(&self, heads: [&str; N], rows: Vec<[String; N]>) -> String {
        let mut text = String::from("\n\n|");
        for head in heads {
            text.push_str(&format!(" {} |", self.key(&format!("head-{head}"))));
        }
        text.push_str("\n|");
        text.push_str(&"---|".repeat(N));
        for row in rows {
            text.push_str("\n|");
            for cell in row {
                text.push_str(&format!(" {cell} |"));
            }
        }
        text.push_str("\n\n");
        text
    }

    /// A table whose rows are known well or not, which is said once below.
    fn known_table<const N: usize>(
        &self,
        heads: [&str; N],
        rows: Vec<([String; N], Known)>,
    ) -> String {
        let open = rows.iter().filter(|(_, known)| !known.settled());
        let open: Vec<&str> = open
            .filter_map(|(row, _)| row.first().map(String::as_str))
            .collect();
        let told = if open.is_empty() {
            String::new()
        } else if open.len() == rows.len() {
            self.key("none-confirmed")
        } else {
            let open = open.join(", ");
            self.words
                .with("library-said-some-open", &[("rows", open.into())])
        };
        let cells = rows.into_iter().map(|(row, _)| row).collect();
        format!("{}{told}\n\n", self.table(heads, cells))
    }

    fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        let mut text = String::from("\n\n");
        for item in items {
            text.push_str(&format!("- {item}\n"));
        }
        text.push('\n');
        text
    }

    fn weights(&self) -> String {
        let measures = &self.pack.measures.list;
        let rows = measures.iter().map(|measure| {
            let cells = [
                plain(measure.label.get(self.tag)),
                measure.with_survey.to_string(),
                measure.without_survey.to_string(),
            ];
            (cells, measure.known)
        });
        let heads = ["measure", "with-survey", "without-survey"];
        self.known_table(heads, rows.collect())
    }

    fn levels(&self) -> String {
        let framework = &self.pack.framework;
        let rows = framework.bands.iter().filter_map(|band| {
            let rating = self.pack.rating.rating(&band.rating)?;
            let levels = if band.from == band.to {
                band.from.to_string()
            } else {
                format!("{} – {}", band.from, band.to)
            };
            let label = plain(rating.label.get(self.tag));
            Some(([label, levels], framework.scale_known))
        });
        self.known_table(["rating", "levels"], rows.collect())
    }

    fn indicators(&self) -> String {
        let framework = &self.pack.framework;
        let active = framework.indicators.iter().filter(|it| it.active);
        let rows = active.map(|indicator| {
            let label = plain(indicator.label.get(self.tag));
            ([indicator.id.clone(), label], indicator.known)
        });
        self.known_table(["indicator", "about"], rows.collect())
    }

    fn agenda(&self, guide: &Guide) -> String {
        let rows = guide.agenda.iter().map(|item| {
            let minutes = Length::ALL.map(|length| match item.minutes.get(length) {
                0 => "–".to_owned(),
                minutes => minutes.to_string(),
            });
            let [standard, brief, extended] = minutes;
            let title = plain(item.title.get(self.tag));
            [title, standard, brief, extended]
        });
        self.table(["item", "standard", "brief", "extended"], rows.collect())
    }

    fn steps(&self, steps: &[policy::Step], prepare: &[policy::Step]) -> String {
        self.list(steps.iter().chain(prepare).map(|step| {
            let who = match step.who {
                Side::Teacher => "teacher",
                Side::Evaluator => "evaluator",
            };
            format!("**{}:** {}", self.key(who), plain(step.text.get(self.tag)))
        }))
    }

    fn talking_points(&self, situation: &str) -> String {
        let points = |say: bool| {
            let of = move |point: &&policy::TalkingPoint| {
                point.situation == situation && point.say == say
            };
            let said = self.pack.talking_points.iter().filter(of);
            self.list(said.map(|point| plain(point.text.get(self.tag))))
        };
        format!(
            "\n\n**{}**{}**{}**{}",
            self.key("say"),
            points(true),
            self.key("avoid"),
            points(false)
        )
    }

    fn rationale_points(&self) -> String {
        let points = &self.pack.rationale.points;
        self.list(
            points
                .iter()
                .map(|point| format!("**{}** {}", point.id, plain(point.text.get(self.tag)))),
        )
    }

    fn rationale_examples(&self, about: Concern) -> String {
        let examples = self.pack.rationale.examples.iter();
        let examples = examples.filter(|example| example.about == about);
        let mut text = String::from("\n\n");
        for example in examples {
            let kind = self.key(if example.good { "good" } else { "bad" });
            let of = match (&example.indicator, example.score) {
                (Some(indicator), Some(score)) => format!(", {indicator}, {score}"),
                (Some(indicator), None) => format!(", {indicator}"),
                _ => String::new(),
            };
            text.push_str(&format!(
                "**{kind}{of}**\n\n> {}\n\n",
                plain(example.text.get(self.tag))
            ));
            if let Some(fault) = &example.fault {
                text.push_str(&format!("{}\n\n", plain(fault.get(self.tag))));
            }
        }
        text
    }

    fn letters(&self) -> String {
        let rows = self.pack.messages.iter().map(|message| {
            let wording = match (message.later, message.locked, message.hr_review) {
                (true, ..) => "later",
                (_, _, true) => "hr",
                (_, true, _) => "locked",
                _ => "free",
            };
            [
                message.id.clone(),
                plain(message.label.get(self.tag)),
                self.key(&format!("letter-{wording}")),
            ]
        });
        self.table(["letter", "about", "wording"], rows.collect())
    }
}
