//! What an editor asks about a place or a file, one method a request.

use super::complete;
use super::folder::{File, split};
use super::ftl::Messages;
use super::hover;
use super::navigate::{self, FilePlace, ScenarioNames};
use super::problems::{self, QuickFix};
use super::server::{Refused, Server};
use crate::authoring::format::format;
use crate::scenario::texts::each_text;
use lsp_server::ErrorCode;
use lsp_types::*;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

impl Server {
    /// The files of the scenario and which of them is meant; none where it is no scenario.
    fn files(&self, uri: &Uri) -> Option<(Vec<File>, usize)> {
        self.desk.owners(uri.as_str()).into_iter().find_map(|base| {
            let files = self.desk.files(&base);
            let at = files.iter().position(|file| file.uri == uri.as_str())?;
            Some((files, at))
        })
    }

    pub(super) fn completion(&self, params: &CompletionParams) -> Option<CompletionList> {
        let at = &params.text_document_position;
        let (files, file) = self.files(&at.text_document.uri)?;
        let file = &files[file];
        let offset = file.places().offset(at.position);
        let items = if file.is_ron() {
            complete::scenario(&files, file, offset, self.locale, self.can)
        } else {
            let scenario = self.desk.scenario(split(&file.uri).0)?;
            complete::translation(file, &scenario, offset, self.can)
        };
        Some(CompletionList { is_incomplete: false, items })
    }

    pub(super) fn hover(&self, params: &HoverParams) -> Option<Hover> {
        let at = &params.text_document_position_params;
        let (files, file) = self.files(&at.text_document.uri)?;
        let file = &files[file];
        let places = file.places();
        let offset = places.offset(at.position);
        let (words, span) = if file.is_ron() {
            hover::scenario(&files, file, offset, self.locale)?
        } else {
            let messages = Messages::read(file.body());
            let entry = messages.entry_at(offset)?;
            let scenario = self.desk.scenario(split(&file.uri).0)?;
            let mut words = None;
            each_text(&mut (*scenario).clone(), &mut |id, text, _| {
                if id == entry.id {
                    words = Some(hover::original(id, &text.original));
                }
            });
            (words?, entry.span.clone())
        };
        let (kind, value) = match self.can.markdown {
            true => (MarkupKind::Markdown, words),
            false => (MarkupKind::PlainText, hover::plain(&words)),
        };
        let contents = HoverContents::Markup(MarkupContent { kind, value });
        Some(Hover { contents, range: Some(places.range(span)) })
    }

    pub(super) fn definition(&self, params: &GotoDefinitionParams) -> Option<Location> {
        let at = &params.text_document_position_params;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = ScenarioNames::read(&files);
        let (name, _) = names.at(file, files[file].places().offset(at.position))?;
        location(&files, &names.declaration(&name)?)
    }

    pub(super) fn references(&self, params: &ReferenceParams) -> Option<Vec<Location>> {
        let at = &params.text_document_position;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = ScenarioNames::read(&files);
        let (name, _) = names.at(file, files[file].places().offset(at.position))?;
        let places = names.mentions(&name, params.context.include_declaration);
        Some(places.iter().filter_map(|place| location(&files, place)).collect())
    }

    pub(super) fn highlights(&self, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
        let at = &params.text_document_position_params;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = ScenarioNames::read(&files);
        let places = files[file].places();
        let (name, _) = names.at(file, places.offset(at.position))?;
        let spans = names.in_file(&name, file).into_iter();
        Some(spans.map(|span| DocumentHighlight { range: places.range(span), kind: None }).collect())
    }

    pub(super) fn symbols(&self, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
        let (files, file) = self.files(&params.text_document.uri)?;
        let file = &files[file];
        if !file.is_ron() {
            return None;
        }
        let nested = navigate::symbols(file);
        if self.nested_symbols {
            return Some(DocumentSymbolResponse::Nested(nested));
        }
        let uri = &params.text_document.uri;
        let flat = nested.into_iter().flat_map(|section| {
            let container = section.name;
            section.children.into_iter().flatten().map(move |one| {
                #[expect(deprecated, reason = "the type cannot be made without its old field")]
                SymbolInformation {
                    name: one.name,
                    kind: one.kind,
                    tags: None,
                    deprecated: None,
                    location: Location { uri: uri.clone(), range: one.range },
                    container_name: Some(container.clone()),
                }
            })
        });
        Some(DocumentSymbolResponse::Flat(flat.collect()))
    }

    pub(super) fn prepare_rename(
        &self,
        params: &TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>, Refused> {
        let Some((files, file)) = self.files(&params.text_document.uri) else { return Ok(None) };
        let names = ScenarioNames::read(&files);
        let places = files[file].places();
        let refused = |why| (ErrorCode::RequestFailed, why);
        let (name, span) = names.renameable(file, places.offset(params.position), self.locale).map_err(refused)?;
        let range = places.range(span);
        Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: name.id }))
    }

    pub(super) fn rename(&self, params: &RenameParams) -> Result<Option<WorkspaceEdit>, Refused> {
        let at = &params.text_document_position;
        let Some((files, file)) = self.files(&at.text_document.uri) else { return Ok(None) };
        let names = ScenarioNames::read(&files);
        let offset = files[file].places().offset(at.position);
        let edits =
            names.rename(file, offset, &params.new_name, self.locale).map_err(|why| (ErrorCode::RequestFailed, why))?;
        Ok(Some(self.edit(&files, edits)))
    }

    fn edit(&self, files: &[File], edits: Vec<(FilePlace, String)>) -> WorkspaceEdit {
        let mut by_file: BTreeMap<usize, Vec<TextEdit>> = BTreeMap::new();
        for (place, new_text) in edits {
            let Some(file) = files.get(place.file) else { continue };
            let range = file.places().range(place.span);
            by_file.entry(place.file).or_default().push(TextEdit { range, new_text });
        }
        let addressed = by_file.into_iter().filter_map(|(at, edits)| {
            let file = &files[at];
            Some((Uri::from_str(&file.uri).ok()?, file.version, edits))
        });
        if self.versioned_edits {
            let documents = addressed.map(|(uri, version, edits)| TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
                edits: edits.into_iter().map(OneOf::Left).collect(),
            });
            let changes = DocumentChanges::Edits(documents.collect());
            return WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() };
        }
        #[expect(clippy::mutable_key_type, reason = "the protocol's own type")]
        let changes: HashMap<Uri, Vec<TextEdit>> = addressed.map(|(uri, _, edits)| (uri, edits)).collect();
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }

    /// Nothing where the file is not sound; the problems say why.
    pub(super) fn formatting(&self, params: &DocumentFormattingParams) -> Option<Vec<TextEdit>> {
        let (files, file) = self.files(&params.text_document.uri)?;
        let file = &files[file];
        if !file.is_ron() {
            return None;
        }
        let before = file.body();
        let after = String::from_utf8(format(before.as_bytes()).ok()?).ok()?;
        let edit = navigate::difference(before, &after);
        let edit = edit.map(|(span, new_text)| TextEdit { range: file.places().range(span), new_text });
        Some(edit.into_iter().collect())
    }

    pub(super) fn actions(&self, params: &CodeActionParams) -> Option<Vec<CodeAction>> {
        let only = params.context.only.as_ref();
        let wanted = |kind: &CodeActionKind| kind.as_str().is_empty() || kind == &CodeActionKind::QUICKFIX;
        if only.is_some_and(|kinds| !kinds.iter().any(wanted)) {
            return None;
        }
        let (files, at) = self.files(&params.text_document.uri)?;
        let file = &files[at];
        let owners = self.desk.owners(&file.uri);
        let base = owners.first()?.as_str();
        let fresh;
        let problems = match self.found.get(base).filter(|_| !self.stale.contains(base)) {
            Some(found) => found,
            None => {
                fresh = self.desk.check(base).ok()?;
                &fresh
            }
        };
        let places = file.places();
        let mends = problems::mends(file, problems, places.span(params.range), self.locale);
        let shown = problems::of_file(file, problems, self.locale);
        let actions = mends.into_iter().map(|QuickFix { title, code, edits, preferred, at: place }| {
            let range = places.range(place);
            let code = NumberOrString::String(code.to_string());
            let mended: Vec<Diagnostic> =
                shown.iter().filter(|one| one.range == range && one.code.as_ref() == Some(&code)).cloned().collect();
            let edits = edits.into_iter().map(|(span, text)| (FilePlace { file: at, span }, text)).collect();
            CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(mended),
                edit: Some(self.edit(&files, edits)),
                is_preferred: Some(preferred),
                ..CodeAction::default()
            }
        });
        Some(actions.collect())
    }
}

fn location(files: &[File], place: &FilePlace) -> Option<Location> {
    let file = files.get(place.file)?;
    let range = file.places().range(place.span.clone());
    Some(Location { uri: Uri::from_str(&file.uri).ok()?, range })
}
