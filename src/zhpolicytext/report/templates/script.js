"use strict";
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const card = $("card"), status = $("status"), only = $("only"), clear = $("clear");
  const remember = (key, value) => { try { localStorage.setItem("zhpolicytext." + key, value); } catch { /* file: */ } };
  const recall = (key) => { try { return localStorage.getItem("zhpolicytext." + key); } catch { return null; } };
  const state = { doc: null, filters: new Set(), at: null, pinned: false };
  const cache = new WeakMap();  // document element -> what was looked up in it

  // -- theme and layout

  const theme = (name) => { if (name) root.dataset.theme = name; };
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const toggleTheme = () => { theme(isDark() ? "light" : "dark"); remember("theme", root.dataset.theme); };
  theme(recall("theme"));
  $("theme").addEventListener("click", toggleTheme);

  const view = (name) => {
    root.dataset.view = name;
    for (const button of document.querySelectorAll("[data-view]")) {
      if (button !== root) button.setAttribute("aria-pressed", String(button.dataset.view === name));
    }
  };
  for (const button of document.querySelectorAll("button[data-view]")) {
    button.addEventListener("click", () => { view(button.dataset.view); if (state.at) show(state.at); });
  }
  view(matchMedia("(max-width: 60rem)").matches ? "inline" : "split");

  // -- filters: a style sheet decides what is marked, so that a text of 100,000 changes is not walked through

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const wanted = () => [...state.filters].map((name) => "." + name).join(",");
  const restyle = () => {
    const chosen = wanted();
    if (!chosen) { sheet.replaceSync(""); }
    else {
      const rest = `:not(:is(${chosen}))`;
      sheet.replaceSync(`
        .rows .c:empty:is(${chosen}) { opacity: 1; border-left-width: 2px; }
        .rows s${rest}, .rows .c${rest}, .rows .n${rest}, .rows mark.s${rest} { background: none !important; text-decoration: none !important; border-color: transparent !important; }
        .rows mark.s${rest}::after { content: none; }
        [data-view="inline"] .a .c.c${rest}, [data-view="inline"] .a s${rest} { display: none; }
        .rows .kn.c:is(${chosen}), .rows .kn.n:is(${chosen}) { background: var(--mark-bg); }
        [data-view="inline"] .a .kn.c:is(${chosen}) { display: inline; }
        .rows .fold${rest} { opacity: 0.45; }
        .only .row${rest}, .only .fold${rest} { display: none; }`);
    }
    for (const button of document.querySelectorAll(".filter")) {
      button.setAttribute("aria-pressed", String(state.filters.has(button.dataset.filter) && state.doc.contains(button)));
    }
    clear.hidden = !chosen;
  };
  const filter = (name) => {
    const was = state.filters.has(name);
    state.filters.clear();
    if (!was) state.filters.add(name);
    restyle();
    state.at = null;
    hide();
    tell();
    if (!was) { const first = places()[0]; if (first) show(first); }
  };
  clear.addEventListener("click", () => { state.filters.clear(); restyle(); tell(); });
  only.addEventListener("change", () => { root.classList.toggle("only", only.checked); if (state.at) show(state.at); });

  // -- places: what next and previous go through

  const known = (doc) => {
    let found = cache.get(doc);
    if (!found) {
      const places = [...doc.querySelectorAll(".row .p, .fold")];
      found = { places, filtered: new Map(), data: JSON.parse(doc.querySelector('script[type="application/json"]').textContent) };
      cache.set(doc, found);
    }
    return found;
  };
  const places = () => {
    if (!state.doc) return [];
    const here = known(state.doc), chosen = wanted();
    if (!chosen) return here.places;
    if (!here.filtered.has(chosen)) here.filtered.set(chosen, here.places.filter((element) => element.matches(chosen)));
    return here.filtered.get(chosen);
  };
  const tell = () => {
    if (!state.doc) { status.textContent = ""; return; }
    const all = places(), at = state.at ? all.indexOf(state.at) : -1;
    const what = [...state.filters].map(nameOf).join(", ");
    const count = all.length.toLocaleString("en") + (all.length === 1 ? " place" : " places");
    status.textContent = (at < 0 ? count : `${(at + 1).toLocaleString("en")} of ${count}`) + (what ? `: ${what}` : "");
  };
  const nameOf = (name) => {
    const rule = known(state.doc).data.rules[name];
    return rule ? rule.id : { kr: "repaired", kx: "removed", kn: "normalised", ks: "not sure" }[name];
  };
  const step = (by, list = places()) => {
    if (!list.length) return;
    let at = state.at ? list.indexOf(state.at) : -1;
    if (at < 0) at = nearest(list, by);
    else at = (at + by + list.length) % list.length;
    show(list[at]);
  };
  // The first place behind the one that is shown, or behind what the reader sees.
  const nearest = (list, by) => {
    let low = 0, high = list.length;
    const edge = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    const isBefore = (element) => state.at
      ? Boolean(state.at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)
      : element.getBoundingClientRect().top < edge;
    while (low < high) { const middle = (low + high) >> 1; if (isBefore(list[middle])) low = middle + 1; else high = middle; }
    return by > 0 ? low % list.length : (low - 1 + list.length) % list.length;
  };
  const pair = (element) => {
    const row = element.closest(".row");
    const twins = row && indexOf(element) !== null ? row.querySelectorAll(`[data-c="${indexOf(element)}"]`) : [];
    const marks = row && element.dataset.s !== undefined ? row.querySelectorAll(`[data-s="${element.dataset.s}"]`) : [];
    const own = element.matches("ins") && row ? row.querySelectorAll(`[id$="-${indexOf(element)}"].c`) : [];
    return [element, ...twins, ...marks, ...own];
  };
  const indexOf = (element) => element.dataset.c ?? (element.matches("del") ? element.id.split("-")[1] : null);
  const show = (element, focus = true) => {
    for (const old of document.querySelectorAll(".on")) { old.classList.remove("on"); old.removeAttribute("aria-describedby"); }
    const fold = element.closest("details");
    if (fold && fold !== element) fold.open = true;
    state.at = element.closest(".row .p, .fold") || element;
    const visible = pair(element).find((each) => each.getClientRects().length) || element;
    visible.scrollIntoView({ block: "center" });
    for (const each of pair(element)) each.classList.add("on");
    const target = element.matches("details") ? element.querySelector("summary") : visible;
    target.setAttribute("aria-describedby", "card");
    if (focus) { if (!element.matches("details")) target.tabIndex = -1; target.focus({ preventScroll: true }); }
    tell();
    describe(visible, true);
  };
  $("next").addEventListener("click", () => step(1));
  $("prev").addEventListener("click", () => step(-1));

  // -- the card: what a place is

  const make = (tag, text, name) => { const made = document.createElement(tag); if (text !== undefined) made.textContent = text; if (name) made.className = name; return made; };
  const describe = (element, pinned = false) => {
    const parts = element.closest("details.fold") && !element.matches("del") ? null
      : element.matches(".e") ? entityCard(element) : element.matches("mark") ? suggestionCard(element) : changeCard(element);
    if (!parts) { hide(); return; }
    card.replaceChildren(...parts);
    card.hidden = false;
    state.pinned = pinned;
    const box = (element.getClientRects()[0] || element.getBoundingClientRect()), own = card.getBoundingClientRect();
    const below = box.bottom + 8 + own.height < innerHeight - 52;
    card.style.left = Math.max(8, Math.min(box.left, innerWidth - own.width - 8)) + "px";
    card.style.top = Math.max(52, below ? box.bottom + 8 : box.top - own.height - 8) + "px";
  };
  const hide = () => { card.hidden = true; state.pinned = false; };
  const ruleOf = (doc, name) => known(doc).data.rules[name];
  const heading = (rule, kind) => {
    const badge = make("span", `${rule.kind}, ${rule.safety}`, "badge " + kind);
    return [badge, make("b", rule.id), make("p", rule.what)];
  };
  const oldToNew = (before, after, kind) => {
    const line = make("div", undefined, "step " + kind);
    line.lang = "zh-Hans";
    if (before) line.append(make("del", before));
    line.append(before && after ? " → " : before ? " deleted" : " inserted ");
    if (after) line.append(make("ins", after));
    return line;
  };
  const kindOf = (rule) => ({ repair: "kr", remove: "kx", normalize: "kn" })[rule.kind];
  const shortened = (text) => text.length > 160 ? text.slice(0, 120) + " … " + text.slice(-30) : text;
  const changeCard = (element) => {
    const doc = element.closest(".doc"), row = element.closest(".row") || element.closest(".fold"), index = indexOf(element);
    const names = [...element.classList].filter((name) => /^r\d+$/.test(name));
    const trail = known(doc).data.trails[index];
    if (trail) {
      return trail.flatMap(([name, before, after]) => {
        const rule = ruleOf(doc, name);
        return [...heading(rule, kindOf(rule)), oldToNew(before, after, kindOf(rule))];
      });
    }
    const text = (selector) => shortened([...row.querySelectorAll(selector)].map((each) => each.textContent).join(""));
    const before = text(`.a [id$="-${index}"].c, .a del[data-c="${index}"], .gone [id$="-${index}"].c`);
    const after = text(`.a .n[data-c="${index}"]`);
    return [...names.flatMap((name) => { const rule = ruleOf(doc, name); return heading(rule, kindOf(rule)); }),
      oldToNew(before, after, element.classList.contains("kn") ? "kn" : element.classList.contains("kx") ? "kx" : "kr")];
  };
  const suggestionCard = (element) => {
    const rule = ruleOf(element.closest(".doc"), [...element.classList].find((name) => /^r\d+$/.test(name)));
    const says = make("div", element.dataset.says ? "perhaps " + element.dataset.says : "a person should look", "step ks");
    says.lang = "zh-Hans";
    return [make("span", "not changed", "badge ks"), make("b", rule.id), make("p", rule.what), says];
  };
  const entityCard = (element) => {
    const value = make("div", element.dataset.value, "step");
    return [make("span", "entity", "badge kn"), make("b", element.dataset.type), value];
  };
  const target = (event) => event.target instanceof Element ? event.target.closest(".rows .c, .rows mark.s, .rows .e, .rows .n") : null;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || state.pinned) return;
    const element = target(event);
    if (element) describe(element); else hide();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest(".filter");
    if (button) { filter(button.dataset.filter); return; }
    const element = target(event);
    if (!element) { if (state.pinned && !event.target.closest("nav, a, summary")) hide(); return; }
    if (element.matches(".e")) { pinEntity(element); return; }
    const fold = element.closest(".fold");
    if (fold) { describe(element, true); return; }
    const row = element.closest(".row");
    const place = element.matches(".p") ? element
      : element.matches("mark") ? row.querySelector(`.p[data-s="${element.dataset.s}"]`)
      : row.querySelector(`[id$="-${indexOf(element)}"].p`);
    for (const old of document.querySelectorAll(".on")) old.classList.remove("on");
    state.at = place || element;
    for (const each of pair(state.at)) each.classList.add("on");
    tell();
    describe(element, true);
  });
  const pinEntity = (element) => {
    for (const old of document.querySelectorAll(".on")) old.classList.remove("on");
    element.classList.add("on");
    describe(element, true);
  };
  addEventListener("scroll", () => { if (!state.pinned) hide(); }, { passive: true });

  // -- keys

  const neighbour = (by) => {
    const all = [...document.querySelectorAll(".doc")], next = all[all.indexOf(state.doc) + by];
    if (next) location.hash = "#" + next.id;
  };
  const entities = () => state.doc ? [...state.doc.querySelectorAll(".row .b .e")].filter((each) => each.getClientRects().length) : [];
  let entity = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const actions = {
      n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), t: toggleTheme,
      s: () => step(1, known(state.doc).places.filter((each) => each.matches("mark"))),
      e: () => {
        if (root.dataset.view === "inline") view("clean");
        const all = entities();
        if (!all.length) return;
        entity = (entity + 1) % all.length;
        all[entity].scrollIntoView({ block: "center" });
        all[entity].tabIndex = -1;
        all[entity].focus({ preventScroll: true });
        pinEntity(all[entity]);
      },
      "]": () => neighbour(1),
      "[": () => neighbour(-1),
      Escape: () => { if (!card.hidden) hide(); else { state.filters.clear(); restyle(); tell(); } },
    };
    const action = actions[event.key];
    if (!action || (!state.doc && event.key !== "t")) return;
    event.preventDefault();
    action();
  });

  // -- the list of texts, sorted by a column

  for (const button of document.querySelectorAll(".list th button")) {
    button.addEventListener("click", () => {
      const head = button.closest("th"), column = head.cellIndex, body = button.closest("table").tBodies[0];
      const down = head.getAttribute("aria-sort") !== "descending";
      const value = (row) => { const cell = row.cells[column].textContent; return column ? parseFloat(cell.replace(/,/g, "")) : cell; };
      const rows = [...body.rows].sort((a, b) => (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0) * (down ? -1 : 1));
      for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...rows);
    });
  }

  // -- which text is open: #d3 is a text, #d3-17 a change in it, #index (or nothing) the list

  const open = () => {
    if (!/^(#?|#index|#d\d.*)$/.test(location.hash)) return;
    const [, doc, place] = location.hash.match(/^#(d\d+)(?:-(\w+))?$/) || [];
    const article = doc ? $(doc) : document.body.classList.contains("one") ? document.querySelector(".doc") : null;
    const changed = article !== state.doc;
    for (const each of document.querySelectorAll(".doc, .index")) each.classList.toggle("open", each === article);
    const index = $("index");
    if (index) index.classList.toggle("open", !article);
    state.doc = article;
    document.querySelector(".steps").hidden = !article;
    if (changed) { state.filters.clear(); state.at = null; restyle(); hide(); scrollTo(0, 0); }
    tell();
    const element = place && $(`${doc}-${place}`);
    if (element && element.matches(".c, .s, .fold")) show(element);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) { event.preventDefault(); open(); }  // the same place again
  });
  addEventListener("hashchange", open);
  open();
})();
