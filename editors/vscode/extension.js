// Scenarios in VS Code: starts `calmdesk lsp`, tells it what is open, shows what it says.
"use strict";

const vscode = require("vscode");
const { Client } = require("./client");

const FILES = [
    // What a scenario takes in as well; the server leaves other files alone.
    { scheme: "file", pattern: "**/*.ron" },
    { scheme: "file", pattern: "**/{zh-CN,en}.ftl" },
];
const chinese = () => vscode.env.language.toLowerCase().startsWith("zh");

let client;
let problems;
let watcher;

const isOurs = (document) => vscode.languages.match(FILES, document) > 0;
const place = (position) => ({ line: position.line, character: position.character });
const position = (at) => new vscode.Position(at.line, at.character);
const range = (one) => new vscode.Range(position(one.start), position(one.end));
const span = (one) => ({ start: place(one.start), end: place(one.end) });
const location = (one) => new vscode.Location(vscode.Uri.parse(one.uri), range(one.range));
const named = (document) => ({ textDocument: { uri: document.uri.toString() } });
const at = (document, where) => ({ ...named(document), position: place(where) });

function edit(one) {
    const whole = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(one?.changes ?? {})) {
        whole.set(vscode.Uri.parse(uri), edits.map((change) => new vscode.TextEdit(range(change.range), change.newText)));
    }
    return whole;
}

function diagnostic(one) {
    const severity = [0, 0, 1, 2, 3][one.severity ?? 1];
    const shown = new vscode.Diagnostic(range(one.range), one.message, severity);
    shown.code = one.code;
    shown.source = one.source;
    shown.relatedInformation = (one.relatedInformation ?? []).map(
        (part) => new vscode.DiagnosticRelatedInformation(location(part.location), part.message),
    );
    return shown;
}

function told(method, params) {
    if (method === "textDocument/publishDiagnostics") {
        problems.set(vscode.Uri.parse(params.uri), params.diagnostics.map(diagnostic));
    }
}

async function start() {
    const settings = vscode.workspace.getConfiguration("calmdesk");
    const path = settings.get("path") || "calmdesk";
    const language = settings.get("language");
    const words = language && language !== "auto" ? ["lsp", "--lang", language] : ["lsp"];
    const mine = new Client(path, words, told, (why) => {
        if (client !== mine) return;
        client = undefined;
        problems.clear();
        const reason = why instanceof Error ? why.message : String(why);
        vscode.window.showErrorMessage(
            chinese()
                ? `启动不了 calmdesk（${path}）：${reason}。请在设置里的 calmdesk.path 写上程序的位置。`
                : `calmdesk (${path}) does not run: ${reason}. Say where it is in the setting calmdesk.path.`,
        );
    });
    client = mine;
    const capabilities = {
        general: { positionEncodings: ["utf-16"] },
        textDocument: {
            completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
            hover: { contentFormat: ["markdown"] },
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
            codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
            rename: { prepareSupport: true },
        },
    };
    const locale = vscode.env.language;
    await mine.ask("initialize", { processId: process.pid, rootUri: null, locale, capabilities });
    mine.tell("initialized", {});
    vscode.workspace.textDocuments.filter(isOurs).forEach(opened);
}

function opened(document) {
    const { version, languageId } = document;
    const text = document.getText();
    client?.tell("textDocument/didOpen", { textDocument: { uri: document.uri.toString(), languageId, version, text } });
}

function changed({ document, contentChanges }) {
    const changes = contentChanges.map((change) => ({ range: span(change.range), text: change.text }));
    const uri = document.uri.toString();
    client?.tell("textDocument/didChange", { textDocument: { uri, version: document.version }, contentChanges: changes });
}

/** The answer, or nothing where there is no server or it has none. */
async function ask(method, params, token) {
    try {
        return await client?.ask(method, params, token);
    } catch {
        return undefined;
    }
}

function item(one) {
    const shown = new vscode.CompletionItem(one.label, (one.kind ?? 1) - 1);
    shown.detail = one.detail;
    shown.documentation = one.documentation && new vscode.MarkdownString(one.documentation.value);
    shown.sortText = one.sortText;
    shown.filterText = one.filterText;
    shown.insertText = one.insertTextFormat === 2 ? new vscode.SnippetString(one.textEdit.newText) : one.textEdit.newText;
    shown.range = range(one.textEdit.range);
    return shown;
}

function symbol(one) {
    const shown = new vscode.DocumentSymbol(one.name, one.detail ?? "", one.kind - 1, range(one.range), range(one.selectionRange));
    shown.children = (one.children ?? []).map(symbol);
    return shown;
}

function action(one, shown) {
    const kind = vscode.CodeActionKind.QuickFix;
    const made = new vscode.CodeAction(one.title, kind);
    made.edit = edit(one.edit);
    made.isPreferred = one.isPreferred;
    made.diagnostics = shown.filter((problem) =>
        (one.diagnostics ?? []).some((mended) => mended.code === problem.code && range(mended.range).isEqual(problem.range)),
    );
    return made;
}

function providers() {
    const { languages } = vscode;
    return [
        languages.registerCompletionItemProvider(
            FILES,
            {
                async provideCompletionItems(document, where, token) {
                    const list = await ask("textDocument/completion", at(document, where), token);
                    return (list?.items ?? []).map(item);
                },
            },
            ...['"', "(", "[", "{", "/", "."],
        ),
        languages.registerHoverProvider(FILES, {
            async provideHover(document, where, token) {
                const one = await ask("textDocument/hover", at(document, where), token);
                return one && new vscode.Hover(new vscode.MarkdownString(one.contents.value), one.range && range(one.range));
            },
        }),
        languages.registerDefinitionProvider(FILES, {
            async provideDefinition(document, where, token) {
                const one = await ask("textDocument/definition", at(document, where), token);
                return one && location(one);
            },
        }),
        languages.registerReferenceProvider(FILES, {
            async provideReferences(document, where, context, token) {
                const params = { ...at(document, where), context: { includeDeclaration: context.includeDeclaration } };
                return ((await ask("textDocument/references", params, token)) ?? []).map(location);
            },
        }),
        languages.registerDocumentHighlightProvider(FILES, {
            async provideDocumentHighlights(document, where, token) {
                const found = await ask("textDocument/documentHighlight", at(document, where), token);
                return (found ?? []).map((one) => new vscode.DocumentHighlight(range(one.range)));
            },
        }),
        languages.registerDocumentSymbolProvider(FILES, {
            async provideDocumentSymbols(document, token) {
                return ((await ask("textDocument/documentSymbol", named(document), token)) ?? []).map(symbol);
            },
        }),
        languages.registerDocumentFormattingEditProvider(FILES, {
            async provideDocumentFormattingEdits(document, options, token) {
                const edits = await ask("textDocument/formatting", { ...named(document), options }, token);
                return (edits ?? []).map((one) => new vscode.TextEdit(range(one.range), one.newText));
            },
        }),
        languages.registerCodeActionsProvider(
            FILES,
            {
                async provideCodeActions(document, where, context, token) {
                    const params = { ...named(document), range: span(where), context: { diagnostics: [] } };
                    const found = await ask("textDocument/codeAction", params, token);
                    return (found ?? []).map((one) => action(one, context.diagnostics));
                },
            },
            { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
        ),
        // Why something cannot be renamed is said by the server; these refusals must be heard.
        languages.registerRenameProvider(FILES, {
            async prepareRename(document, where, token) {
                const one = await client?.ask("textDocument/prepareRename", at(document, where), token);
                return one && { range: range(one.range), placeholder: one.placeholder };
            },
            async provideRenameEdits(document, where, newName, token) {
                return edit(await client?.ask("textDocument/rename", { ...at(document, where), newName }, token));
            },
        }),
    ];
}

async function stop() {
    const leaving = client;
    client = undefined;
    await leaving?.leave();
}

async function activate(context) {
    const { workspace } = vscode;
    problems = vscode.languages.createDiagnosticCollection("calmdesk");
    watcher = workspace.createFileSystemWatcher("**/{*.ron,*.ftl}");
    const outside = (type) => (uri) =>
        client?.tell("workspace/didChangeWatchedFiles", { changes: [{ uri: uri.toString(), type }] });
    const restart = async () => {
        await stop();
        problems.clear();
        await start().catch(() => {});
    };
    context.subscriptions.push(
        problems,
        watcher,
        watcher.onDidCreate(outside(1)),
        watcher.onDidChange(outside(2)),
        watcher.onDidDelete(outside(3)),
        workspace.onDidOpenTextDocument((document) => isOurs(document) && opened(document)),
        workspace.onDidChangeTextDocument((event) => isOurs(event.document) && changed(event)),
        workspace.onDidSaveTextDocument((document) => isOurs(document) && client?.tell("textDocument/didSave", named(document))),
        workspace.onDidCloseTextDocument((document) => isOurs(document) && client?.tell("textDocument/didClose", named(document))),
        workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("calmdesk") && restart()),
        vscode.commands.registerCommand("calmdesk.restart", restart),
        ...providers(),
    );
    // A server that does not start says so itself.
    await start().catch(() => {});
}

module.exports = { activate, deactivate: stop };
