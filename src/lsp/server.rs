//! One editor: what it asks is answered in turn, what it types is checked when it pauses.

use super::complete::Abilities;
use super::folder::{Buffer, Workspace};
use super::problems;
use super::queue::Queue;
use super::text::{PositionEncoding, apply};
use crate::scenario::Diagnostic as Problem;
use crate::vocabulary::Locale;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// So long nothing may have come before the open scenarios are checked again.
const PAUSE: Duration = Duration::from_millis(120);

/// Why a request has no result.
pub type Refused = (ErrorCode, String);
type RequestResult = Result<Value, Refused>;

#[derive(Clone, Copy, PartialEq)]
enum ServerStage {
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
    stage: ServerStage,
    pub(super) locale: Locale,
    /// The language was chosen on the command line.
    asked: bool,
    pub(super) desk: Workspace,
    pub(super) can: Abilities,
    pub(super) nested_symbols: bool,
    pub(super) versioned_edits: bool,
    literal_actions: bool,
    watches: bool,
    /// Folders to be checked again.
    pub(super) stale: BTreeSet<String>,
    /// What was found in each folder.
    pub(super) found: BTreeMap<String, Vec<Problem>>,
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
            stage: ServerStage::New,
            locale,
            asked,
            desk: Workspace::default(),
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
                    Message::Notification(note) if note.method == "exit" => return self.stage == ServerStage::Closing,
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
            (ServerStage::New, "initialize") => self.initialize(params),
            (ServerStage::New, _) => Err((ErrorCode::ServerNotInitialized, "initialize comes first".to_owned())),
            (ServerStage::Closing, _) => Err((ErrorCode::InvalidRequest, "shutdown was asked for".to_owned())),
            (_, "initialize") => Err((ErrorCode::InvalidRequest, "initialized already".to_owned())),
            (_, "shutdown") => {
                self.stage = ServerStage::Closing;
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

    fn document_request(&mut self, method: &str, params: Value) -> RequestResult {
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

    fn initialize(&mut self, params: Value) -> RequestResult {
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
        self.desk.encoding = PositionEncoding::agree(&offered);
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
        self.stage = ServerStage::Serving;
        result(InitializeResult {
            capabilities: self.capabilities(),
            server_info: Some(ServerInfo {
                name: "calmdesk".to_owned(),
                version: Some(crate::logbook::log::APP_VERSION.to_owned()),
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
        if self.stage != ServerStage::Serving {
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
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refused> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn result(value: impl Serialize) -> RequestResult {
    serde_json::to_value(value).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
