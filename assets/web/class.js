// The pages of a class. Everything that counts is decided by the server; a page shows what it is told and says what was
// done. A deed is kept here until the server has acknowledged it, so that a broken network or a closed tab costs nothing.
"use strict";
(() => {
  const body = document.body;
  const texts = JSON.parse(document.getElementById("texts")?.textContent || "{}");
  const say = (id, args = {}) => (texts[id] || id).replace(/\{(\w+)\}/g, (_, name) => args[name] ?? "");
  const at = (id) => document.getElementById(id);
  const make = (tag, attributes = {}, ...inside) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...inside.filter((one) => one !== null && one !== undefined));
    return node;
  };
  const csrf = body.dataset.csrf || "";
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  async function ask(path, data) {
    const how = data === undefined ? {} : {
      method: "POST", body: JSON.stringify(data), headers: { "content-type": "application/json", "x-csrf": csrf },
    };
    const answer = await fetch(path, { cache: "no-store", credentials: "same-origin", ...how });
    let told = null;
    try { told = await answer.json(); } catch { /* no words */ }
    return { status: answer.status, told };
  }

  // --- pages that only follow ------------------------------------------------------------------------------------------
  function follow(path, every, show) {
    const once = async () => {
      try {
        const { status, told } = await ask(path);
        if (status === 200) show(told);
        else if (status === 401) location.reload();
      } catch { /* the network comes back or not; ask again */ }
      setTimeout(once, every);
    };
    once();
  }
  if (body.dataset.page === "desk") {
    follow("/desk/people", 3000, (told) => {
      const rows = at("people");
      if (rows && told.html !== rows.dataset.was) {
        // Nobody's focus is taken away.
        const focus = document.activeElement?.id;
        rows.dataset.was = told.html;
        rows.innerHTML = told.html;
        if (focus) at(focus)?.focus();
      }
    });
  }
  if (body.dataset.page === "wall") {
    follow("/wall/progress", 2000, (told) => {
      const place = at("progress");
      if (place && told.html !== place.dataset.was) {
        place.dataset.was = told.html;
        place.innerHTML = told.html;
      }
    });
  }
  // A report is as high as it is: no page within a page that scrolls by itself.
  for (const frame of document.querySelectorAll("iframe.report")) {
    const fit = () => {
      const inside = frame.contentDocument?.documentElement;
      if (inside) frame.style.height = `${inside.scrollHeight + 8}px`;
    };
    frame.addEventListener("load", fit);
    window.addEventListener("resize", fit);
    fit();
  }
  if (body.dataset.page !== "seat") return;

  // --- the seat --------------------------------------------------------------------------------------------------------
  const here = `/seat/${body.dataset.attempt}`;
  const kept = `calmdesk-${body.dataset.attempt}`;
  const GESTURES = "QWERTYUIOP";
  const ASIDE = /[（(][^）)]*[）)]/g;
  let told = null, number = 0, beat = 0, cutIn = false, busy = false, asking = false, over = false;
  let remark = null, hinted = null, draft = [], field = 0, draftOf = null, tab = "notebook", room = null;
  const rooms = {};
  const clock = {
    ran: 0, since: null,
    restart() { this.ran = 0; this.since = performance.now(); },
    stop() { if (this.since !== null) { this.ran += performance.now() - this.since; this.since = null; } },
    go() { if (this.since === null) this.since = performance.now(); },
    ms() { return this.ran + (this.since === null ? 0 : performance.now() - this.since); },
  };
  // The room of the last beat: its picture is not sent again.
  const had = () => (told && told.beats.length ? told.beats[told.beats.length - 1].room.key : room) || "";
  const practice = () => told && told.mode === "practice";
  const now = () => told.beats[beat];
  const ends = (one) => one.from_ms + one.speech_ms;
  const lastBeat = () => beat >= told.beats.length - 1;
  const carded = () => Boolean(now()?.card);
  const speaking = () => !carded() && now() && now().speech_ms > 0 && clock.ms() < ends(now());
  const spokenTo = () => speaking() && now().who;
  const folded = () => !cutIn && (Boolean(spokenTo()) || !lastBeat());
  const mayAct = () => told && !busy && !carded() && lastBeat() && !folded();

  function adopt(answer, { keepClock = false } = {}) {
    const fresh = answer.seat;
    number = answer.number;
    for (const one of fresh.beats || []) if (one.room.svg) rooms[one.room.key] = one.room.svg;
    if (keepClock) {
      told.asked = fresh.asked;
      told.folded = fresh.folded;
    } else {
      told = fresh;
      beat = 0;
      cutIn = false;
      hinted = null;
      clock.restart();
      if (answer.remark) remark = { text: answer.remark, kind: answer.remark_kind || "good" };
      else if (told.cut_off) remark = { text: say("visit-cut-off"), kind: "bad" };
      else remark = null;
      enterBeat();
    }
    const paper = told.asked.form ? JSON.stringify(told.asked.form.fields) : null;
    if (paper !== draftOf && (paper || !keepClock)) {
      draftOf = paper;
      draft = paper ? told.asked.form.fields.map(() => null) : [];
      field = 0;
    }
    drawAll();
  }

  // What was done is kept until it is acknowledged.
  async function act(deed) {
    if (busy || over) return;
    await send({ number, wait_ms: Math.round(clock.ms()), deed });
  }
  async function send(done) {
    busy = true;
    voices?.cancel();
    try { localStorage.setItem(kept, JSON.stringify(done)); } catch { /* private mode: then only this page keeps it */ }
    drawTable();
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      try {
        const { status, told: answer } = await ask(`${here}/move?room=${encodeURIComponent(had())}`, done);
        if (status < 500 && status !== 429) {
          localStorage.removeItem(kept);
          net(null);
          busy = false;
          if (answer && answer.seat) adopt(answer);
          else if (answer && answer.remark) { remark = { text: answer.remark, kind: "bad" }; drawTable(); }
          else if (status === 401 || status === 403) location.assign("/");
          else load();
          return;
        }
        net((answer && answer.remark) || say("web-server-troubled"));
      } catch {
        net(say("web-offline"));
      }
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  function net(text) {
    at("net").hidden = !text;
    at("net").textContent = text || "";
  }

  async function load() {
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      try {
        const { status, told: answer } = await ask(`${here}/told?room=${encodeURIComponent(had())}`);
        if (status === 200) {
          net(null);
          const left = localStorage.getItem(kept);
          if (left) {
            told = answer.seat;
            return send(JSON.parse(left));
          }
          return adopt(answer);
        }
        if (status === 401 || status === 403 || status === 404) return location.assign("/");
        net((answer && answer.remark) || say("web-server-troubled"));
      } catch {
        net(say("web-offline"));
      }
      await new Promise((done) => setTimeout(done, wait));
    }
  }

  // Options are told only when the line is over, or when the trainee cuts in.
  async function unfold() {
    if (asking || !told.folded) return;
    asking = true;
    try {
      const { status, told: answer } = await ask(`${here}/told?only=1&cut=${cutIn ? 1 : 0}`);
      if (status === 200 && answer.number === number) {
        net(null);
        if (!answer.seat.folded) adopt(answer, { keepClock: true });
      } else if (status === 200) load();
    } catch {
      net(say("web-offline"));
    }
    setTimeout(() => { asking = false; }, 250);
  }

  // --- time ------------------------------------------------------------------------------------------------------------
  let drawn = -1, frame = 0;
  function enterBeat() {
    const one = now();
    if (!one) return;
    drawn = -1;
    if (one.room.key !== room) { room = one.room.key; at("room").innerHTML = rooms[room] || ""; }
    for (const kind of ["rest", "talk", "blink", "movement"]) {
      const place = at(`people-${kind}`);
      place.innerHTML = one.scene[kind] || "";
      place.hidden = kind !== "rest";
    }
    const hit = Boolean(one.scene.movement);
    at("people").classList.toggle("struck", hit && !still.matches);
    show(hit ? "movement" : "rest");
    movedUntil = hit ? performance.now() + (still.matches ? 1e9 : 1500) : 0;
    at("people").setAttribute("aria-label", one.scene.seen);
    at("gauge").hidden = one.tension === undefined;
    if (one.tension !== undefined) {
      at("gauge").className = `gauge ${one.tension > 5 ? "high" : one.tension > 2 ? "mid" : ""}`;
      at("gauge-steps").replaceChildren(...Array.from({ length: 8 }, (_, n) => make("i", { class: n < one.tension ? "on" : "" })));
      at("gauge-said").textContent = say("visit-tension-label", { n: one.tension });
    }
    speak(one);
    if (one.card) {
      clock.stop();
      showCard(one.card);
      return;
    }
    const words = one.phrases.map((phrase) => phrase.text).join("");
    const line = one.who ? say("web-says", { who: one.who, text: words }) : words;
    if (clock.ms() < ends(one)) at("live").textContent = `${line} ${one.scene.seen}`;
    at("stage").classList.toggle("beside", true);
  }
  // The browser's own voice, off until somebody turns it on: it is not the visitor's, only a help to listen.
  const voices = window.speechSynthesis;
  let aloud = false;
  function speak(one) {
    voices?.cancel();
    if (!aloud || !one || one.card || !one.who || clock.ms() > Math.max(0, one.from_ms) + 500) return;
    const words = new SpeechSynthesisUtterance(one.phrases.map((phrase) => phrase.text).join("").replace(ASIDE, " "));
    words.lang = document.documentElement.lang;
    const { pace = 100, loudness = 50 } = one.scene.voice || {};
    words.rate = Math.min(1.6, Math.max(0.6, pace / 100));
    words.volume = Math.min(1, 0.4 + loudness / 160);
    voices.speak(words);
  }
  at("voice").hidden = !voices;
  at("voice").addEventListener("click", () => {
    aloud = !aloud;
    at("voice").setAttribute("aria-pressed", String(aloud));
    if (told) speak(now());
  });
  let movedUntil = 0;
  function show(kind) {
    for (const other of ["rest", "talk", "blink", "movement"]) at(`people-${other}`).hidden = other !== kind;
  }
  function showCard(card) {
    const dialog = at("card");
    at("card-badge").textContent = card.outcome || "";
    at("card-badge").hidden = !card.outcome;
    at("card-title").textContent = card.title;
    at("card-text").textContent = card.text;
    at("card-promises").replaceChildren(...card.promises.map(([text, kept]) => make("p", { class: `note ${kept ? "good" : "bad"}` }, text)));
    at("card-next").textContent = card.next || "";
    at("card-go").textContent = say(card.ending ? "visit-to-debrief" : "go-on");
    if (!dialog.open) dialog.showModal();
    at("card-go").focus();
  }
  at("card-go").addEventListener("click", () => {
    const card = now().card;
    if (card.ending) { location.assign(`${here}/after`); return; }
    at("card").close();
    clock.go();
    beat += 1;
    enterBeat();
    drawAll();
  });
  at("card").addEventListener("cancel", (event) => event.preventDefault());

  function tick() {
    if (!told || !now()) return;
    const was = folded();
    while (!carded() && !lastBeat()) {
      const next = told.beats[beat + 1];
      const due = next.card ? ends(now()) : next.from_ms;
      if (clock.ms() < due) break;
      beat += 1;
      enterBeat();
      drawAll();
    }
    if (carded()) return;
    drawWords();
    const t = performance.now();
    if (t > movedUntil) {
      const talks = spokenTo() && now().scene.talk && !still.matches;
      frame += 1;
      const blinks = now().scene.blink && !still.matches && frame % 40 === 0;
      show(blinks ? "blink" : talks && frame % 3 === 1 && Math.random() < 0.85 ? "talk" : "rest");
    }
    if (told.folded && !folded()) unfold();
    if (was !== folded()) drawTable();
    if (wasSpeaking !== Boolean(speaking())) { wasSpeaking = Boolean(speaking()); drawDesk(); }
  }
  let wasSpeaking = false;
  setInterval(tick, 100);

  // --- drawing ---------------------------------------------------------------------------------------------------------
  function drawAll() {
    if (!told) return;
    at("title").textContent = [told.title, told.visit, told.when, told.visit_of].filter(Boolean).join(" · ");
    at("mode").textContent = say(told.mode === "exam" ? "mode-exam" : "mode-practice");
    drawWords(true);
    drawTable();
    drawDesk();
  }
  // A stage direction stands there whole as soon as what comes before it has been said.
  function out(text, share) {
    if (share >= 1) return text.length;
    const asides = [...text.matchAll(ASIDE)].map((found) => [found.index, found.index + found[0].length]);
    const spoken = text.length - asides.reduce((sum, [from, to]) => sum + to - from, 0);
    let left = Math.ceil(spoken * share), end = 0;
    while (end < text.length) {
      const aside = asides.find(([from]) => from === end);
      if (aside) { end = aside[1]; continue; }
      if (left <= 0) break;
      left -= 1;
      end += 1;
    }
    return end;
  }
  function drawWords(whole = false) {
    const one = now();
    if (!one || one.card) return;
    const text = one.phrases.map((phrase) => phrase.text).join("");
    const share = one.speech_ms > 0 ? Math.max(0, (clock.ms() - one.from_ms) / one.speech_ms) : 1;
    const visible = !one.who || still.matches ? text.length : out(text, share);
    at("speaking").hidden = !(one.who && share < 1);
    at("meter").style.width = `${Math.min(100, Math.round(share * 100))}%`;
    if (visible === drawn && !whole) return;
    drawn = visible;
    at("speech").classList.toggle("narration", !one.who);
    at("who").textContent = one.who || say("visit-narration");
    let from = 0;
    const pieces = one.phrases.map((phrase, place) => {
      const shown = phrase.text.slice(0, Math.max(0, visible - from));
      from += phrase.text.length;
      if (!shown) return null;
      const inside = [];
      let end = 0;
      for (const found of shown.matchAll(ASIDE)) {
        inside.push(shown.slice(end, found.index), make("span", { class: "aside" }, found[0]));
        end = found.index + found[0].length;
      }
      inside.push(shown.slice(end));
      const note = one.line === undefined ? {} : { onclick: () => note_(one.line, place) };
      return make("span", { class: `phrase${phrase.noted ? " noted" : ""}`, ...note }, ...inside);
    });
    at("words").replaceChildren(...pieces.filter(Boolean));
  }
  function note_(line, phrase) {
    if (mayAct()) act({ note: { line, phrase } });
  }

  function drawTable() {
    if (!told) return;
    const you = at("you");
    you.className = `you ${remark ? remark.kind : ""}`;
    const mine = remark ? remark.text : told.you ? say("visit-you-said", { text: told.you }) : mayAct() ? say("visit-your-turn") : "";
    if (you.textContent !== mine) you.textContent = mine;
    const isFolded = folded();
    const may = mayAct();
    at("folded").hidden = !isFolded || !spokenTo();
    const focus = document.activeElement?.id;
    const options = told.asked.options || [];
    at("options").replaceChildren(...(isFolded ? [] : options).map((text, place) => make("li", {},
      make("button", {
        id: `option-${place}`, type: "button", class: hinted === place ? "hinted" : "", disabled: !may,
        "aria-keyshortcuts": String(place + 1), onclick: () => act({ choose: place }),
      }, make("kbd", { "aria-hidden": "true" }, String(place + 1)), make("span", {}, text)))));
    at("wait").textContent = isFolded || options.length || told.asked.form || told.asked.ended ? "" : say("visit-listen");
    drawForm(isFolded, may);
    at("gestures").replaceChildren(...told.gestures.map((name, place) => make("button", {
      id: `gesture-${place}`, type: "button", class: "small", disabled: !may || Boolean(told.asked.ended),
      "aria-keyshortcuts": GESTURES[place] || null, onclick: () => act({ gesture: place }),
    }, GESTURES[place] ? make("kbd", { "aria-hidden": "true" }, GESTURES[place]) : null, name)));
    at("helps").hidden = !practice();
    at("hear-out").hidden = !(practice() && spokenTo());
    at("step-back").disabled = !(may && told.can_step_back);
    at("hint").disabled = !may;
    if (focus && document.activeElement?.id !== focus) at(focus)?.focus();
  }
  function drawForm(isFolded, may) {
    const paper = told.asked.form;
    const place = at("form");
    place.hidden = !paper || isFolded;
    if (!paper || isFolded) { place.replaceChildren(); return; }
    const filled = draft.filter((one) => one !== null).length;
    const written = (at) => draft[at] === null ? "……" : paper.fields[at].entries[draft[at]];
    const parts = [make("h2", {}, paper.title)];
    if (paper.note) parts.push(make("p", { class: "note warn" }, paper.note));
    if (paper.printed) parts.push(make("p", { class: "soft" }, paper.printed));
    parts.push(make("table", { class: "sheet" }, make("tbody", {}, ...paper.fields.map((one, at_) => make("tr", {},
      make("th", { scope: "row" }, make("button", {
        id: `field-${at_}`, type: "button", class: "small", "aria-pressed": String(at_ === field), disabled: !may,
        onclick: () => { field = at_; drawTable(); },
      }, one.label)), make("td", {}, draft[at_] === null ? say("web-form-empty") : written(at_)))))));
    parts.push(make("h3", {}, paper.fields[field].label));
    parts.push(make("ol", { class: "options" }, ...paper.fields[field].entries.map((text, entry) => make("li", {}, make("button", {
      id: `entry-${entry}`, type: "button", disabled: !may, class: hinted === entry ? "hinted" : "",
      "aria-pressed": String(draft[field] === entry), "aria-keyshortcuts": String(entry + 1), onclick: () => write(entry),
    }, make("kbd", { "aria-hidden": "true" }, String(entry + 1)), make("span", {}, text))))));
    if (paper.sentence) {
      const sentence = paper.sentence.replace(/\{(\d)\}/g, (_, n) => written(Number(n)));
      parts.push(make("p", { class: "soft" }, say("form-so-far", { sentence })));
    }
    const open = paper.fields.length - filled;
    parts.push(make("div", { class: "row" }, make("button", {
      id: "hand-in", type: "button", class: "primary", disabled: !may || open > 0, onclick: handIn,
    }, make("kbd", { "aria-hidden": "true" }, "Enter"), paper.hand_in), open > 0 ? make("span", { class: "soft" }, say("form-open", { count: open })) : null));
    place.replaceChildren(...parts);
  }
  function write(entry) {
    const paper = told.asked.form;
    if (!paper || !mayAct() || entry >= paper.fields[field].entries.length) return;
    draft[field] = entry;
    hinted = null;
    const count = paper.fields.length;
    for (let step = 1; step < count; step += 1) {
      const next = (field + step) % count;
      if (draft[next] === null) { field = next; break; }
    }
    drawTable();
    at("live").textContent = `${paper.fields[field].label}`;
  }
  function handIn() {
    if (told.asked.form && mayAct() && draft.every((one) => one !== null)) act({ fill: draft });
  }

  const TABS = ["notebook", "handbook", "case-file", "calendar", "history"];
  function drawDesk() {
    for (const name of TABS) {
      at(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
      at(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
      at(`panel-${name}`).hidden = name !== tab;
    }
    const noted = told.notebook.length
      ? [make("ol", {}, ...told.notebook.map((text) => make("li", {}, text)))]
      : [make("p", { class: "soft" }, say("notebook-empty"))];
    const lines = told.lines.filter((line) => heard(line.line));
    at("panel-notebook").replaceChildren(...noted, ...(lines.length ? [
      make("h3", {}, say("notebook-from-words")), make("p", { class: "soft" }, say("notebook-how")),
      ...lines.map((line) => make("ul", { class: "phrases" }, ...line.phrases.map((phrase, place) => make("li", {}, make("button", {
        type: "button", class: "small", id: `phrase-${line.line}-${place}`, "aria-pressed": String(phrase.noted),
        "aria-label": say(phrase.noted ? "notebook-noted-label" : "notebook-note-label", { words: phrase.text }),
        onclick: () => note_(line.line, place),
      }, phrase.text)))))] : []));
    const one = now();
    const past = told.talk.slice(0, speaking() ? one.talk_before : one.talk);
    at("panel-history").replaceChildren(...(past.length ? past.map((one) => make("p", { class: `passage ${one.kind}` },
      one.who ? make("b", {}, one.who) : null, one.text)) : [make("p", { class: "soft" }, say("history-empty"))]));
    at("panel-calendar").replaceChildren(...told.calendar.map((part) => make("section", {},
      make("h3", {}, part.heading), part.lead ? make("p", { class: "soft" }, part.lead) : null,
      make("ul", {}, ...part.rows.map(([text, small]) => make("li", {}, text, ...small.map((one) => make("div", { class: "soft" }, one)))))
    )));
  }
  // A line can be read again once it has been said.
  function heard(line) {
    const later = told.beats.findIndex((one) => one.line === line);
    return later < 0 || later < beat || (later === beat && !speaking());
  }
  function openTab(name, focus) {
    tab = name;
    drawDesk();
    if (focus) at(`tab-${name}`).focus();
  }
  for (const name of TABS) at(`tab-${name}`).addEventListener("click", () => openTab(name, false));
  at("tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) { openTab(TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length], true); event.preventDefault(); }
  });
  at("search").addEventListener("input", () => {
    const wanted = at("search").value.trim().toLowerCase();
    for (const article of document.querySelectorAll(".article")) article.hidden = !article.textContent.toLowerCase().includes(wanted);
  });

  function cut() {
    if (!spokenTo()) return;
    cutIn = true;
    unfold();
    drawTable();
  }
  async function hint() {
    if (!mayAct() || !practice()) return;
    const { status, told: answer } = await ask(`${here}/hint?field=${field}`);
    if (status === 200) { hinted = answer.place; drawTable(); }
  }
  at("cut-in").addEventListener("click", cut);
  at("hear-out").addEventListener("click", () => { if (spokenTo() && !busy) act("hear_out"); });
  at("step-back").addEventListener("click", () => { if (mayAct()) act("step_back"); });
  at("hint").addEventListener("click", hint);

  document.addEventListener("keydown", (event) => {
    if (!told || carded() || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target instanceof HTMLInputElement) return;
    if (event.ctrlKey) {
      if (event.key.toLowerCase() === "z" && practice() && mayAct()) { act("step_back"); event.preventDefault(); }
      return;
    }
    const key = event.key.toUpperCase();
    const onButton = event.target instanceof HTMLButtonElement;
    if (/^F[1-5]$/.test(key)) { openTab(TABS[Number(key[1]) - 1], false); event.preventDefault(); return; }
    if (/^[1-8]$/.test(key)) {
      const place = Number(key) - 1;
      if (folded()) { if (spokenTo()) { remark = { text: say("visit-folded"), kind: "bad" }; drawTable(); } }
      else if (told.asked.form) write(place);
      else if (mayAct() && place < (told.asked.options || []).length) act({ choose: place });
    } else if (key === "X") cut();
    else if (key === "H") hint();
    else if (key === "N") openTab("notebook", false);
    else if (GESTURES.includes(key) && key.length === 1) {
      const place = GESTURES.indexOf(key);
      if (mayAct() && place < told.gestures.length && !told.asked.ended) act({ gesture: place });
    } else if (key === " " && !onButton && practice() && spokenTo()) act("hear_out");
    else if (key === "ENTER" && !onButton && told.asked.form) handIn();
    else if ((key === "ARROWRIGHT" || key === "ARROWLEFT") && told.asked.form && !at("tabs").contains(event.target)) {
      const count = told.asked.form.fields.length;
      field = (field + (key === "ARROWRIGHT" ? 1 : count - 1)) % count;
      drawTable();
    } else return;
    event.preventDefault();
  });
  // In practice nobody speaks into an empty room.
  document.addEventListener("visibilitychange", () => {
    if (!practice() || carded()) return;
    if (document.hidden) clock.stop(); else clock.go();
  });
  load();
})();
