// Runs the extension against a real `calmdesk lsp`, with just enough of VS Code around it:
//     node editors/vscode/test.js target/debug/calmdesk
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const Module = require("node:module");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const program = path.resolve(process.argv[2] ?? "target/debug/calmdesk");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "calmdesk-"));
const text = `Scenario(
    title: "漏水 💧",
    plays_on: "2026-03-09",
    visitors: { "zhang": (name: "张桂芳") },
    nodes: {
        "arrive": Line(who: "zhang", say: "💧半年了，真寒心。", cues: [Feeling("寒心")]),
        "done": End(outcome: Partial, title: "先到这儿", say: "她走了。"),
    },
)
`;
fs.mkdirSync(path.join(folder, "leak"));
fs.writeFileSync(path.join(folder, "leak", "scenario.ron"), text);

class Position {
    constructor(line, character) {
        Object.assign(this, { line, character });
    }
}
class Range {
    constructor(start, end) {
        Object.assign(this, { start, end });
    }
    isEqual(other) {
        return JSON.stringify(this) === JSON.stringify(other);
    }
}
const uriOf = (text) => ({ text, toString: () => text });
const uri = uriOf(pathToFileURL(path.join(folder, "leak", "scenario.ron")).href);
const document = { uri, version: 1, languageId: "calmdesk-scenario", getText: () => text };
const shown = new Map();
const heard = {};
const providers = {};
const failures = [];
const nothing = { dispose() {} };
const hear = (name) => (listener) => ((heard[name] = listener), nothing);
const provide = (name) => (files, provider) => ((providers[name] = provider), nothing);
const holder = (...names) =>
    class {
        constructor(...values) {
            names.forEach((name, at) => (this[name] = values[at]));
        }
    };
const languages = {
    match: (files, document) => (document.uri.text.endsWith("scenario.ron") ? 10 : 0),
    createDiagnosticCollection: () => ({ set: (uri, list) => shown.set(uri.text, list), clear: () => shown.clear(), ...nothing }),
};
for (const name of ["CompletionItem", "Hover", "Definition", "Reference", "DocumentHighlight", "DocumentSymbol",
    "DocumentFormattingEdit", "Rename"]) languages[`register${name}Provider`] = provide(name);
languages.registerCodeActionsProvider = provide("CodeActions");
const vscode = {
    Position,
    Range,
    Uri: { parse: uriOf },
    Location: holder("uri", "range"),
    Diagnostic: holder("range", "message", "severity"),
    DiagnosticRelatedInformation: holder("location", "message"),
    MarkdownString: holder("value"),
    SnippetString: holder("value"),
    CompletionItem: holder("label", "kind"),
    Hover: holder("contents", "range"),
    DocumentHighlight: holder("range"),
    DocumentSymbol: holder("name", "detail", "kind", "range", "selectionRange"),
    TextEdit: holder("range", "newText"),
    CodeAction: holder("title", "kind"),
    CodeActionKind: { QuickFix: "quickfix" },
    WorkspaceEdit: class {
        files = new Map();
        set(uri, edits) {
            this.files.set(uri.text, edits);
        }
    },
    env: { language: "zh-cn" },
    window: { showErrorMessage: (message) => failures.push(message) },
    commands: { registerCommand: () => nothing },
    languages,
    workspace: {
        textDocuments: [document],
        getConfiguration: () => ({ get: (name) => (name === "path" ? program : "auto") }),
        createFileSystemWatcher: () => ({ onDidCreate: hear("created"), onDidChange: hear("touched"), onDidDelete: hear("deleted"), ...nothing }),
    },
};
for (const name of ["OpenTextDocument", "ChangeTextDocument", "SaveTextDocument", "CloseTextDocument", "ChangeConfiguration"])
    vscode.workspace[`onDid${name}`] = hear(name);

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const extension = require("./extension");

const until = async (what) => {
    for (let tries = 0; tries < 200; tries++) {
        if (what()) return;
        await new Promise((done) => setTimeout(done, 50));
    }
    assert.fail(`this never came: ${what}`);
};
const find = (wanted, into = 0) => {
    const before = text.slice(0, text.indexOf(wanted) + into).split("\n");
    return new Position(before.length - 1, before.at(-1).length);
};

(async () => {
    await extension.activate({ subscriptions: [] });
    await until(() => shown.has(uri.text));
    assert.ok(!shown.get(uri.text).some((one) => one.severity === 0), "the text is sound");

    const hover = await providers.Hover.provideHover(document, find("Feeling", 2));
    assert.match(hover.contents.value, /一字不差/);
    const there = await providers.Definition.provideDefinition(document, find('who: "zhang"', 7));
    assert.deepEqual(there.range.start, find('"zhang": (', 1));
    const symbols = await providers.DocumentSymbol.provideDocumentSymbols(document);
    assert.deepEqual(symbols.at(-1).children.map((one) => one.name), ["arrive", "done"]);
    const renamed = await providers.Rename.provideRenameEdits(document, find('"zhang": (', 2), "zhang-gf");
    assert.equal(renamed.files.get(uri.text).length, 2);
    await assert.rejects(providers.Rename.provideRenameEdits(document, find('"zhang": (', 2), "张"), /不能当编号/);

    // What is typed is checked, and mended at a keystroke.
    const start = find("Feeling(", 0);
    const end = find("Feeling(", 7);
    document.version = 2;
    heard.ChangeTextDocument({ document, contentChanges: [{ range: new Range(start, end), text: "Feling" }] });
    await until(() => shown.get(uri.text).some((one) => one.code === "CD0043"));
    const wrong = shown.get(uri.text).find((one) => one.code === "CD0043");
    const actions = await providers.CodeActions.provideCodeActions(document, wrong.range, { diagnostics: [wrong] });
    const mend = actions.find((one) => one.isPreferred);
    assert.equal(mend.edit.files.get(uri.text)[0].newText, "Feeling");
    assert.deepEqual(mend.diagnostics, [wrong]);
    const list = await providers.CompletionItem.provideCompletionItems(document, new Position(start.line, start.character + 3));
    const feeling = list.find((one) => one.label === "Feeling");
    assert.equal(feeling.insertText, "Feeling", "its brackets are there already");
    assert.deepEqual(feeling.range.start, start);

    await extension.deactivate();
    assert.deepEqual(failures, [], "a server that is sent away is not missed");
    fs.rmSync(folder, { recursive: true });
    console.log("ok");
})().catch((error) => {
    console.error(error);
    process.exit(1);
});
