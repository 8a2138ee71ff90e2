//! The XML as it stands; what is not understood is listed, and nothing is believed.

use super::{Character, Condition, Dialogue, Effect, Key, Kind, Parameter, Speaker, Statement, Story, Test};
use crate::authoring::import::{ImportError, LeftOut, What};
use roxmltree::{Document, Node, ParsingOptions};

/// No scenario written by people comes near; hostile files stop here.
const MOST_NODES: u32 = 600_000;
/// Conditions nest no deeper.
const DEEPEST: usize = 10;

pub fn story(text: &str) -> Result<Story, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    // Document types, and with them entities, are refused.
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => ImportError::TooLarge,
        other => ImportError::Xml { line: other.pos().row as usize, cause: other.to_string() },
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "scenario" || child(root, "sequence").is_none() {
        return Err(ImportError::NotUudsl);
    }
    let mut reader = Reader { text, starts: line_starts(text), story: Story::default() };
    reader.definitions(root);
    reader.metadata(root);
    reader.sequence(root);
    reader.evaluations(root);
    Ok(reader.story)
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

struct Reader<'t> {
    text: &'t str,
    starts: Vec<usize>,
    story: Story,
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    elements(node).find(|child| child.tag_name().name() == name)
}

fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// All the text in an element, however it is cut into pieces.
fn said(node: Node) -> String {
    node.children().filter(Node::is_text).filter_map(|piece| piece.text()).collect::<String>().trim().to_owned()
}

fn said_by(node: Node, name: &str) -> String {
    child(node, name).map(said).unwrap_or_default()
}

fn yes(node: Node, names: &[&str]) -> bool {
    names.iter().find_map(|name| node.attribute(*name)).is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
}

fn key(node: Node) -> Key {
    let id = node.attribute("idref").unwrap_or_default().trim().to_owned();
    (id, node.attribute("characteridref").map(|id| id.trim().to_owned()))
}

impl Reader<'_> {
    /// The line on which an element begins: its name is a piece of the text.
    fn line(&self, node: Node) -> usize {
        let name = node.tag_name().name();
        let at = (name.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if at < self.text.len() { self.starts.partition_point(|start| *start <= at) } else { 0 }
    }

    fn left_out(&mut self, node: Node, what: What, text: &str) {
        let line = self.line(node);
        self.story.left_out.push(LeftOut::new(line, what, text));
    }

    fn definitions(&mut self, root: Node) {
        let Some(definitions) = child(root, "definitions") else { return };
        for character in child(definitions, "characters").into_iter().flat_map(elements) {
            let Some(id) = character.attribute("id") else { continue };
            if self.story.characters.iter().any(|known| known.id == id) {
                continue;
            }
            let name = character.attribute("name").map(str::trim).filter(|name| !name.is_empty());
            let line = self.line(character);
            self.story.characters.push(Character { id: id.to_owned(), name: name.map(str::to_owned), line });
        }
        let parameters = child(definitions, "parameters");
        for group in ["userDefined", "fixed"] {
            let group = parameters.and_then(|parameters| child(parameters, group));
            group.into_iter().flat_map(elements).for_each(|parameter| self.parameter(parameter));
        }
        for property in child(definitions, "properties").into_iter().flat_map(elements) {
            let name = property.attribute("name").or(property.attribute("id")).unwrap_or_default().to_owned();
            self.left_out(property, What::Property, &name);
        }
    }

    fn parameter(&mut self, node: Node) {
        let Some(id) = node.attribute("id") else { return };
        if self.story.parameters.iter().any(|known| known.id == id) {
            return;
        }
        let bound = |node: Node, name: &str| node.attribute(name).and_then(|value| value.trim().parse().ok());
        let of = child(node, "type").and_then(|container| elements(container).next());
        // An extension says what it is like.
        let of = of.and_then(|kind| match kind.tag_name().name() {
            "extension" => child(kind, "equivalentType").and_then(|container| elements(container).next()),
            _ => Some(kind),
        });
        let kind = match of.map(|kind| (kind.tag_name().name(), kind)) {
            Some(("integer", kind)) => Kind::Integer { min: bound(kind, "minimum"), max: bound(kind, "maximum") },
            Some(("boolean", _)) => Kind::Boolean,
            Some(("string", _)) => Kind::Text(Vec::new()),
            Some(("enumeration", kind)) => {
                let options = elements(kind).filter(|option| option.tag_name().name() == "option");
                Kind::Text(
                    options
                        .map(|option| option.attribute("value").map_or_else(|| said(option), str::to_owned))
                        .collect(),
                )
            }
            Some((other, _)) => Kind::Unknown(other.to_owned()),
            None => Kind::Unknown(String::new()),
        };
        self.story.parameters.push(Parameter {
            id: id.to_owned(),
            name: node.attribute("name").unwrap_or(id).trim().to_owned(),
            default: of.and_then(|kind| child(kind, "default")).map(said),
            kind,
            line: self.line(node),
        });
    }

    fn metadata(&mut self, root: Node) {
        let Some(metadata) = child(root, "metadata") else { return };
        self.story.title = Some(said_by(metadata, "name")).filter(|name| !name.is_empty());
        self.story.description = said_by(metadata, "description");
        if let Some(language) = child(metadata, "language") {
            let code = language.attribute("code").map_or_else(|| said(language), str::to_owned);
            self.story.language = Some((code, self.line(language)));
        }
        let authors = child(metadata, "authors").into_iter().flat_map(elements);
        self.story.authors = authors.filter_map(|author| author.attribute("name")).map(str::to_owned).collect();
        self.story.difficulty = match said_by(metadata, "difficulty").as_str() {
            "very_easy" => Some(1),
            "easy" => Some(2),
            "medium" => Some(3),
            "difficult" | "hard" => Some(4),
            "very_difficult" | "very_hard" => Some(5),
            _ => None,
        };
        let initial = child(metadata, "initialParameterValues");
        for group in ["userDefined", "fixed"] {
            let group = initial.and_then(|initial| child(initial, group));
            for value in group.into_iter().flat_map(elements) {
                self.story.initial.push((key(value), said(value)));
            }
        }
    }

    /// Scores are worked out from acts here, not from sums of parameters.
    fn evaluations(&mut self, root: Node) {
        for evaluation in child(root, "typedExpressions").into_iter().flat_map(elements) {
            let name = evaluation.attribute("name").or(evaluation.attribute("id")).unwrap_or_default().to_owned();
            self.left_out(evaluation, What::Score, &name);
        }
    }

    fn sequence(&mut self, root: Node) {
        for interleave in child(root, "sequence").into_iter().flat_map(elements) {
            let mut level = Vec::new();
            for node in elements(interleave) {
                match node.tag_name().name() {
                    "dialogue" => level.push(self.dialogue(node)),
                    other => {
                        let other = other.to_owned();
                        self.left_out(node, What::Unknown, &other);
                    }
                }
            }
            if !level.is_empty() {
                self.story.levels.push(level);
            }
        }
    }

    fn dialogue(&mut self, node: Node) -> Dialogue {
        let starts = child(node, "starts").into_iter().flat_map(elements);
        let mut dialogue = Dialogue {
            id: node.attribute("id").unwrap_or_default().to_owned(),
            subject: said_by(node, "subject"),
            optional: yes(node, &["optional"]),
            starts: starts.filter_map(|start| start.attribute("idref")).map(|id| id.trim().to_owned()).collect(),
            comment: comment(node),
            line: self.line(node),
            ..Dialogue::default()
        };
        for one in child(node, "statements").into_iter().flat_map(elements) {
            let statement = match one.tag_name().name() {
                "playerStatement" => self.statement(one, Speaker::Player),
                "computerStatement" => {
                    let who = one.attribute("characteridref").map(|id| id.trim().to_owned());
                    self.statement(one, Speaker::Computer(who))
                }
                "situationStatement" => self.statement(one, Speaker::Situation),
                other => {
                    let other = other.to_owned();
                    self.left_out(one, What::Unknown, &other);
                    continue;
                }
            };
            if statement.id.is_empty() || dialogue.statements.contains_key(&statement.id) {
                self.left_out(one, What::IdTwice, &statement.text);
                continue;
            }
            dialogue.statements.insert(statement.id.clone(), statement);
        }
        dialogue
    }

    fn statement(&mut self, node: Node, speaker: Speaker) -> Statement {
        let preconditions = child(node, "preconditions");
        let mut conditions: Vec<Condition> =
            preconditions.into_iter().flat_map(elements).filter_map(|one| self.condition(one, 0)).collect();
        let condition = if conditions.len() > 1 { Some(Condition::All(conditions)) } else { conditions.pop() };
        let effects = child(node, "parameterEffects");
        let groups = effects.into_iter().flat_map(elements);
        let effects: Vec<Node> = groups.flat_map(elements).collect();
        let responses = child(node, "responses").into_iter().flat_map(elements);
        Statement {
            id: node.attribute("id").unwrap_or_default().trim().to_owned(),
            speaker,
            text: said_by(node, "text"),
            // The names after the first are those of 4.0 to 4.3.
            interleave: yes(node, &["allowInterleave", "jumpPoint"]),
            early_end: yes(node, &["allowDialogueEnd", "inits"]),
            end: yes(node, &["end", "possibleEnd"]),
            condition,
            effects: effects
                .into_iter()
                .map(|one| Effect {
                    key: key(one),
                    operator: one.attribute("operator").unwrap_or_default().to_owned(),
                    value: said(one),
                    line: self.line(one),
                })
                .collect(),
            responses: responses.filter_map(|one| one.attribute("idref")).map(|id| id.trim().to_owned()).collect(),
            comment: comment(node),
            line: self.line(node),
        }
    }

    fn condition(&mut self, node: Node, depth: usize) -> Option<Condition> {
        let name = node.tag_name().name();
        if depth > DEEPEST {
            self.left_out(node, What::Condition, name);
            return None;
        }
        match name {
            "and" | "or" => {
                let parts: Vec<Condition> = elements(node).filter_map(|part| self.condition(part, depth + 1)).collect();
                // Nothing readable in it is no condition at all; an empty one asks nothing.
                match (name, parts.is_empty()) {
                    (_, true) => None,
                    ("and", _) => Some(Condition::All(parts)),
                    _ => Some(Condition::Any(parts)),
                }
            }
            "condition" | "characterCondition" | "referenceCondition" | "characterReferenceCondition" => {
                let operator = node.attribute("operator").unwrap_or_default().to_owned();
                Some(Condition::Test(Test { key: key(node), operator, value: said(node), line: self.line(node) }))
            }
            other => {
                let other = other.to_owned();
                self.left_out(node, What::Condition, &other);
                None
            }
        }
    }
}

fn comment(node: Node) -> Option<String> {
    let words = child(node, "editingData").map(|data| said_by(data, "comment"));
    words.or_else(|| Some(said_by(node, "comment"))).filter(|words| !words.is_empty())
}
