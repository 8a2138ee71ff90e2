// Speaks to `calmdesk lsp`: messages with a length in front, requests with their answers. Knows nothing of VS Code.
"use strict";

const { spawn } = require("child_process");

class Client {
    /**
     * @param {string} path the program
     * @param {string[]} words what follows it
     * @param {(method: string, params: any) => void} told called for each notification
     * @param {(why: Error | number | null) => void} gone called once when the server has ended
     */
    constructor(path, words, told, gone) {
        this.told = told;
        this.next = 0;
        this.waiting = new Map();
        this.rest = Buffer.alloc(0);
        this.ended = false;
        const end = (why) => {
            if (this.ended) return;
            this.ended = true;
            for (const { refuse } of this.waiting.values()) refuse(new Error("the server has ended"));
            this.waiting.clear();
            gone(why);
        };
        this.process = spawn(path, words, { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
        this.process.on("error", end);
        this.process.on("exit", end);
        this.process.stdin.on("error", () => {});
        this.process.stderr.resume();
        this.process.stdout.on("data", (bytes) => this.read(bytes));
    }

    read(bytes) {
        this.rest = Buffer.concat([this.rest, bytes]);
        for (;;) {
            const head = this.rest.indexOf("\r\n\r\n");
            if (head < 0) return;
            const length = /content-length: *(\d+)/i.exec(this.rest.toString("ascii", 0, head));
            const end = head + 4 + (length ? Number(length[1]) : 0);
            if (this.rest.length < end) return;
            const body = this.rest.toString("utf8", head + 4, end);
            this.rest = this.rest.subarray(end);
            this.take(JSON.parse(body));
        }
    }

    take(message) {
        if (message.method === undefined) {
            const waiting = this.waiting.get(message.id);
            this.waiting.delete(message.id);
            if (!waiting) return;
            if (message.error) waiting.refuse(new Error(message.error.message));
            else waiting.answer(message.result);
        } else if (message.id === undefined) {
            this.told(message.method, message.params);
        } else {
            // Nothing that a server may ask is offered, so all it needs is an answer.
            this.send({ id: message.id, result: null });
        }
    }

    send(message) {
        if (this.ended) return;
        const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }), "utf8");
        this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this.process.stdin.write(body);
    }

    tell(method, params) {
        this.send({ method, params });
    }

    /** The answer; taken back when `token` is cancelled. */
    ask(method, params, token) {
        if (this.ended) return Promise.reject(new Error("the server has ended"));
        const id = ++this.next;
        return new Promise((answer, refuse) => {
            this.waiting.set(id, { answer, refuse });
            this.send({ id, method, params });
            token?.onCancellationRequested?.(() => this.tell("$/cancelRequest", { id }));
        });
    }

    /** A goodbye as the protocol wants it. */
    async leave() {
        if (this.ended) return;
        const ended = new Promise((done) => this.process.once("exit", done));
        await this.ask("shutdown", null).catch(() => {});
        this.tell("exit", null);
        this.process.stdin.end();
        await ended;
    }
}

module.exports = { Client };
