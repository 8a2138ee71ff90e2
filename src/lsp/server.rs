//! One editor: what it asks is answered in turn, what it types is checked when it pauses.

use super::complete::{self, Abilities};
use super::folder::{Buffer, Desk, File, split};
use super::ftl::Messages;
use super::hover;
use super::navigate::{self, Names, Place};
use super::problems::{self, Mend};
use super::queue::Queue;
use super::text::{Encoding, apply};
use crate::locale::Locale;
use crate::scenario::Diagnostic as Problem;
use crate::scenario::format::format;
use crate::scenario::texts::each_text;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::FromStr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// So long nothing may have come before the open scenarios are checked again.
const PAUSE: Duration = Duration::from_millis(120);

/// Why a request has no result.
type Refused = (ErrorCode, String);
type Answer = Result<Value, Refused>;

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Before `initialize`.
    New,
    Serving,
    /// After `shutdown`.
    Closing,
}

pub struct Server {
    connection: Connection,
    inbox: Receiver<Message>,
    queue: Queue,
    stage: Stage,
    locale: Locale,
    /// The language was chosen on the command line.
    asked: bool,
    desk: Desk,
    can: Abilities,
    nested_symbols: bool,
    versioned_edits: bool,
    literal_actions: bool,
    watches: bool,
    /// Folders to be checked again.
    stale: BTreeSet<String>,
    /// What was found in each folder.
    found: BTreeMap<String, Vec<Problem>>,
    /// Addresses on which something is shown.
    shown: BTreeMap<String, BTreeSet<String>>,
}

impl Server {
    pub fn new(connection: Connection, locale: Locale, asked: bool) -> Self {
        let (pump, inbox) = channel();
        let receiver = connection.receiver.clone();
        // The connection hands over one message at a time; here they wait, so that they can be taken back.
        std::thread::spawn(move || receiver.into_iter().all(|message| pump.send(message).is_ok()));
        Self {
            connection,
            inbox,
            queue: Queue::default(),
            stage: Stage::New,
            locale,
            asked,
            desk: Desk::default(),
            can: Abilities::default(),
            nested_symbols: false,
            versioned_edits: false,
            literal_actions: false,
            watches: false,
            stale: BTreeSet::new(),
            found: BTreeMap::new(),
            shown: BTreeMap::new(),
        }
    }

    /// Until `exit` or the end of input; whether `shutdown` came before.
    pub fn serve(mut self) -> bool {
        loop {
            while let Ok(message) = self.inbox.try_recv() {
                self.take_in(message);
            }
            if let Some(message) = self.queue.pop() {
                match message {
                    Message::Notification(note) if note.method == "exit" => return self.stage == Stage::Closing,
                    Message::Notification(note) => self.notice(note),
                    Message::Request(request) => self.answer(request),
                    Message::Response(_) => {}
                }
                continue;
            }
            if self.stale.is_empty() {
                match self.inbox.recv() {
                    Ok(message) => self.take_in(message),
                    Err(_) => return false,
                }
                continue;
            }
            match self.inbox.recv_timeout(PAUSE) {
                Ok(message) => self.take_in(message),
                Err(RecvTimeoutError::Timeout) => self.check_one(),
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// To a client that is gone nothing can be said; the end of its input ends us too.
    fn send(&self, message: Message) {
        let _ = self.connection.sender.send(message);
    }

    fn take_in(&mut self, message: Message) {
        if let Some(answer) = self.queue.push(message) {
            self.send(answer.into());
        }
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match (self.stage, method.as_str()) {
            (Stage::New, "initialize") => self.initialize(params),
            (Stage::New, _) => Err((ErrorCode::ServerNotInitialized, "initialize comes first".to_owned())),
            (Stage::Closing, _) => Err((ErrorCode::InvalidRequest, "shutdown was asked for".to_owned())),
            (_, "initialize") => Err((ErrorCode::InvalidRequest, "initialized already".to_owned())),
            (_, "shutdown") => {
                self.stage = Stage::Closing;
                Ok(Value::Null)
            }
            (_, method) => self.document_request(method, params),
        };
        let response = match answer {
            Ok(result) => Response { id, response_result: Ok(result) },
            Err((code, message)) => Response::new_err(id, code as i32, message),
        };
        self.send(response.into());
    }

    fn document_request(&mut self, method: &str, params: Value) -> Answer {
        match method {
            "textDocument/completion" => result(self.completion(&read(params)?)),
            "textDocument/hover" => result(self.hover(&read(params)?)),
            "textDocument/definition" => result(self.definition(&read(params)?)),
            "textDocument/references" => result(self.references(&read(params)?)),
            "textDocument/documentHighlight" => result(self.highlights(&read(params)?)),
            "textDocument/documentSymbol" => result(self.symbols(&read(params)?)),
            "textDocument/prepareRename" => result(self.prepare_rename(&read(params)?)?),
            "textDocument/rename" => result(self.rename(&read(params)?)?),
            "textDocument/formatting" => result(self.formatting(&read(params)?)),
            "textDocument/codeAction" => result(self.actions(&read(params)?)),
            other => Err((ErrorCode::MethodNotFound, format!("no such method: {other}"))),
        }
    }

    fn initialize(&mut self, params: Value) -> Answer {
        // A client may send more than this version of the protocol knows; what is understood is used.
        let params: InitializeParams = match serde_json::from_value(params.clone()) {
            Ok(params) => params,
            Err(_) => InitializeParams {
                locale: params.get("locale").and_then(Value::as_str).map(str::to_owned),
                ..InitializeParams::default()
            },
        };
        let capabilities = params.capabilities;
        let offered = capabilities.general.and_then(|general| general.position_encodings).unwrap_or_default();
        self.desk.encoding = Encoding::agree(&offered);
        if !self.asked
            && let Some(locale) = params.locale.and_then(|tag| tag.parse().ok())
        {
            self.locale = locale;
        }
        let text = capabilities.text_document.unwrap_or_default();
        let item = text.completion.and_then(|completion| completion.completion_item);
        self.can.snippets = item.and_then(|item| item.snippet_support) == Some(true);
        let formats = text.hover.and_then(|hover| hover.content_format);
        self.can.markdown = formats.is_none_or(|formats| formats.first() == Some(&MarkupKind::Markdown));
        self.nested_symbols =
            text.document_symbol.and_then(|symbols| symbols.hierarchical_document_symbol_support) == Some(true);
        self.literal_actions = text.code_action.is_some_and(|actions| actions.code_action_literal_support.is_some());
        let workspace = capabilities.workspace.unwrap_or_default();
        self.versioned_edits = workspace.workspace_edit.and_then(|edit| edit.document_changes) == Some(true);
        let watching = workspace.did_change_watched_files;
        self.watches = watching.and_then(|watching| watching.dynamic_registration) == Some(true);
        self.stage = Stage::Serving;
        result(InitializeResult {
            capabilities: self.capabilities(),
            server_info: Some(ServerInfo {
                name: "calmdesk".to_owned(),
                version: Some(crate::session::log::APP_VERSION.to_owned()),
            }),
        })
    }

    fn capabilities(&self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(self.desk.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            })),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(["\"", "(", "[", "{", "/", "."].map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            document_formatting_provider: Some(OneOf::Left(true)),
            rename_provider: Some(OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })),
            code_action_provider: self.literal_actions.then(|| {
                CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
                    ..CodeActionOptions::default()
                })
            }),
            ..ServerCapabilities::default()
        }
    }

    fn notice(&mut self, note: Notification) {
        if self.stage != Stage::Serving {
            return;
        }
        match note.method.as_str() {
            "initialized" if self.watches => self.watch(),
            "textDocument/didOpen" => {
                let Ok(params) = serde_json::from_value::<DidOpenTextDocumentParams>(note.params) else { return };
                let TextDocumentItem { uri, version, text, .. } = params.text_document;
                self.desk.set(uri.as_str(), Some(Buffer { text, version }));
                self.touch(uri.as_str());
            }
            "textDocument/didChange" => {
                let Ok(params) = serde_json::from_value::<DidChangeTextDocumentParams>(note.params) else { return };
                let uri = params.text_document.uri;
                let encoding = self.desk.encoding;
                let Some(buffer) = self.desk.open.get_mut(uri.as_str()) else { return };
                for change in params.content_changes {
                    apply(&mut buffer.text, change, encoding);
                }
                buffer.version = params.text_document.version;
                self.touch(uri.as_str());
            }
            "textDocument/didClose" => {
                let Ok(params) = serde_json::from_value::<DidCloseTextDocumentParams>(note.params) else { return };
                let uri = params.text_document.uri;
                self.desk.set(uri.as_str(), None);
                self.touch(uri.as_str());
            }
            "textDocument/didSave" => {
                let Ok(params) = serde_json::from_value::<DidSaveTextDocumentParams>(note.params) else { return };
                self.touch(params.text_document.uri.as_str());
            }
            "workspace/didChangeWatchedFiles" => {
                let params = serde_json::from_value::<DidChangeWatchedFilesParams>(note.params);
                for change in params.into_iter().flat_map(|params| params.changes) {
                    self.touch(change.uri.as_str());
                }
            }
            _ => {}
        }
    }

    /// The scenarios to which a file belongs are to be checked again.
    fn touch(&mut self, uri: &str) {
        self.stale.extend(self.desk.owners(uri));
    }

    /// What other programs write is seen too.
    fn watch(&self) {
        let watchers = ["**/*.ron", "**/*.ftl"].map(|pattern| json!({ "globPattern": pattern }));
        let params = json!({ "registrations": [{
            "id": "calmdesk-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        }] });
        let id = RequestId::from("calmdesk-watch".to_owned());
        self.send(Request { id, method: "client/registerCapability".to_owned(), params }.into());
    }

    /// Checks one folder that changed and shows what is new.
    fn check_one(&mut self) {
        let Some(base) = self.stale.pop_first() else { return };
        let open = self.desk.folders().contains(&base);
        let (problems, files) =
            if open { problems::of_folder(&self.desk, &base, self.locale) } else { Default::default() };
        let before = self.shown.remove(&base).unwrap_or_default();
        let mut now = BTreeSet::new();
        for (uri, version, diagnostics) in files {
            // A file that is fine and was fine needs no word.
            if !diagnostics.is_empty() || before.contains(&uri) || version.is_some() {
                now.insert(uri.clone());
                self.publish(&uri, diagnostics, version);
            }
        }
        for gone in before.difference(&now) {
            self.publish(gone, Vec::new(), None);
        }
        if open {
            self.shown.insert(base.clone(), now);
            self.found.insert(base, problems);
        } else {
            self.found.remove(&base);
        }
    }

    fn publish(&self, uri: &str, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        let Ok(uri) = Uri::from_str(uri) else { return };
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        if let Ok(params) = serde_json::to_value(params) {
            let method = "textDocument/publishDiagnostics".to_owned();
            self.send(Notification { method, params }.into());
        }
    }

    /// The files of the scenario and which of them is meant; none where it is no scenario.
    fn files(&self, uri: &Uri) -> Option<(Vec<File>, usize)> {
        self.desk.owners(uri.as_str()).into_iter().find_map(|base| {
            let files = self.desk.files(&base);
            let at = files.iter().position(|file| file.uri == uri.as_str())?;
            Some((files, at))
        })
    }

    fn completion(&self, params: &CompletionParams) -> Option<CompletionList> {
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

    fn hover(&self, params: &HoverParams) -> Option<Hover> {
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

    fn definition(&self, params: &GotoDefinitionParams) -> Option<Location> {
        let at = &params.text_document_position_params;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = Names::read(&files);
        let (name, _) = names.at(file, files[file].places().offset(at.position))?;
        location(&files, &names.declaration(&name)?)
    }

    fn references(&self, params: &ReferenceParams) -> Option<Vec<Location>> {
        let at = &params.text_document_position;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = Names::read(&files);
        let (name, _) = names.at(file, files[file].places().offset(at.position))?;
        let places = names.mentions(&name, params.context.include_declaration);
        Some(places.iter().filter_map(|place| location(&files, place)).collect())
    }

    fn highlights(&self, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
        let at = &params.text_document_position_params;
        let (files, file) = self.files(&at.text_document.uri)?;
        let names = Names::read(&files);
        let places = files[file].places();
        let (name, _) = names.at(file, places.offset(at.position))?;
        let spans = names.in_file(&name, file).into_iter();
        Some(spans.map(|span| DocumentHighlight { range: places.range(span), kind: None }).collect())
    }

    fn symbols(&self, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
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

    fn prepare_rename(&self, params: &TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>, Refused> {
        let Some((files, file)) = self.files(&params.text_document.uri) else { return Ok(None) };
        let names = Names::read(&files);
        let places = files[file].places();
        let refused = |why| (ErrorCode::RequestFailed, why);
        let (name, span) = names.renameable(file, places.offset(params.position), self.locale).map_err(refused)?;
        let range = places.range(span);
        Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: name.id }))
    }

    fn rename(&self, params: &RenameParams) -> Result<Option<WorkspaceEdit>, Refused> {
        let at = &params.text_document_position;
        let Some((files, file)) = self.files(&at.text_document.uri) else { return Ok(None) };
        let names = Names::read(&files);
        let offset = files[file].places().offset(at.position);
        let edits =
            names.rename(file, offset, &params.new_name, self.locale).map_err(|why| (ErrorCode::RequestFailed, why))?;
        Ok(Some(self.edit(&files, edits)))
    }

    fn edit(&self, files: &[File], edits: Vec<(Place, String)>) -> WorkspaceEdit {
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
    fn formatting(&self, params: &DocumentFormattingParams) -> Option<Vec<TextEdit>> {
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

    fn actions(&self, params: &CodeActionParams) -> Option<Vec<CodeAction>> {
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
        let actions = mends.into_iter().map(|Mend { title, code, edits, preferred, at: place }| {
            let range = places.range(place);
            let code = NumberOrString::String(code.to_string());
            let mended: Vec<Diagnostic> =
                shown.iter().filter(|one| one.range == range && one.code.as_ref() == Some(&code)).cloned().collect();
            let edits = edits.into_iter().map(|(span, text)| (Place { file: at, span }, text)).collect();
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

fn location(files: &[File], place: &Place) -> Option<Location> {
    let file = files.get(place.file)?;
    let range = file.places().range(place.span.clone());
    Some(Location { uri: Uri::from_str(&file.uri).ok()?, range })
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refused> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn result(value: impl Serialize) -> Answer {
    serde_json::to_value(value).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
