// Search: looks up what a reader types in the index that was built with the pages.
(function () {
  "use strict";

  const search = window.docbuildSearch;

  // ── Parts of the index: each a text, deflated, in a script of its own ──

  const inflate = (packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  };

  const parts = new Map();
  const part = (name) => {
    if (!parts.has(name)) {
      const promised = {};
      promised.text = new Promise((resolve, reject) => Object.assign(promised, { resolve, reject }));
      parts.set(name, promised);
    }
    return parts.get(name);
  };
  search.part = (name, packed) => {
    part(name).isHere = true;
    part(name).resolve(inflate(packed));
  };

  const text = (name) => {
    const wanted = part(name);
    if (!wanted.isHere) search.load(`assets/search/${name}.js`).catch(wanted.reject);
    wanted.isHere = true;
    return wanted.text;
  };

  const cache = new Map();
  const once = (name, read) => {
    if (!cache.has(name)) cache.set(name, text(name).then(read));
    return cache.get(name);
  };

  const overview = () => once("index", (text) => {
    const lines = text.split("\n");
    const pages = [];
    const pageOf = []; // of each section
    const lengths = [];
    for (const line of lines.slice(1)) {
      const [path, title, document, sizes] = line.split("\t");
      for (const size of sizes) {
        pageOf.push(pages.length);
        lengths.push(2 ** ((size.charCodeAt(0) - 65) / 2));
      }
      pages.push({ path, title, document, first: pageOf.length - sizes.length });
    }
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    return { first: lines[0].split("\t"), pages, pageOf, share: lengths.map((length) => length / mean) };
  });

  const shard = (number) => once(`terms-${number}`, (text) => {
    const end = text.indexOf("\n\n");
    const places = text.slice(end + 2).split("\n");
    let before = "";
    return text.slice(0, end).split("\n").map((line, index) => {
      before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
      return { term: before, places: places[index] };
    });
  });

  // The section and the prominence of each posting.
  const postings = (places) => {
    const found = [];
    let section = -1;
    let digits = [];
    for (const character of places) {
      const code = character.charCodeAt(0) - 32;
      if (code >= 80) {
        digits.push(code);
        continue;
      }
      const number = digits.reduceRight((sum, digit) => sum * 16 + digit, code);
      digits = [];
      section += number >> 2;
      found.push([section, number & 3]);
    }
    return found;
  };

  // ── Terms: as SearchTerms.swift cuts the text ──

  const between = /[^a-z0-9_\-./:@+*~%\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\uffff]+/;
  const silent = new Set();
  const stem = (word) => {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    let stem = word.replace(/([^siu])s$/, "$1");
    for (const [ending, least] of [["ation", 4], ["ate", 4], ["ment", 4], ["ion", 4], ["ing", 3], ["ed", 3]]) {
      const rest = stem.slice(0, -ending.length);
      if (!stem.endsWith(ending) || rest.length < least || !/[aeiouy]/.test(rest)) continue;
      stem = rest.length > 3 ? rest.replace(/([^lsze])\1$/, "$1") : rest;
      break;
    }
    if (stem.length > 4) stem = stem.replace(/e$/, "");
    return stem.length > 3 ? stem.replace(/[iy]$/, "") : stem;
  };
  for (const word of ("an and are as at be been but by can could did do does for from had has have how if in into " +
    "is it its may more must my no not of on one only or our should so than that the their them then there these " +
    "they this to use used was we were what when where which who why will with would you your").split(" ")) {
    silent.add(stem(word));
  }

  // What a reader typed: words that should all be found, and names that count on top of their parts.
  const queryOf = (typed) => {
    const words = [];
    const names = [];
    for (const piece of typed.toLowerCase().split(between)) {
      const run = piece.replace(/^[-.:@+*~%]+|[-.:@+*~%/_]+$/g, "");
      if (!run) continue;
      const isNumeric = /^[\d_\-./:@+*~%]+$/.test(run);
      const inside = run.split(isNumeric ? /[_\-/:@+*~%]+/ : /[_\-./:@+*~%]+/).filter(Boolean);
      if (isNumeric && /\D/.test(run)) words.push(run);
      else words.push(...inside);
      if (inside.join("") !== run && !/^[^_./:@+*~%\d]+$/.test(run)) names.push(run);
    }
    const telling = words.filter((word) => !silent.has(stem(word)));
    return { words: telling.length ? telling : words, names };
  };

  search.stem = stem;

  // ── Looking up ──

  // The terms that a word stands for: itself, those that begin with it, or what it is a form of.
  const matches = async (word, { first }) => {
    const exact = stem(word);
    const found = [];
    const seen = new Set();
    for (const start of word === exact ? [word] : [word, exact]) {
      for (let number = 0; number < first.length; number++) {
        if (first[number] > start + "\uffff" || (number + 1 < first.length && first[number + 1] <= start)) continue;
        for (const entry of await shard(number)) {
          if (seen.has(entry.term) || !entry.term.startsWith(start)) continue;
          if (entry.term !== start && (start !== word || word.length < 2)) continue;
          seen.add(entry.term);
          found.push({ ...entry, weight: entry.term === word || entry.term === exact ? 1 : 0.5 });
        }
      }
    }
    return found.sort((one, other) => other.weight - one.weight || one.term.length - other.term.length).slice(0, 60);
  };

  const prominence = [1, 1.4, 1.8, 4];

  search.find = async (typed) => {
    const { words, names } = queryOf(typed);
    if (!words.length) return { pages: [], words, names };
    const index = await overview();
    const sections = new Map(); // number → what was found there
    const pages = new Map();
    let position = 0;
    for (const word of [...words, ...names]) {
      const isName = position >= words.length;
      for (const { term, places, weight } of await matches(word, index)) {
        const found = postings(places);
        const rarity = Math.log(1 + index.pageOf.length / found.length);
        for (const [number, level] of found) {
          const score = (weight * rarity * prominence[level] * (isName ? 2 : 1)) / (0.6 + 0.4 * index.share[number] ** 0.5);
          const page = index.pageOf[number];
          if (!sections.has(number)) sections.set(number, { number, best: new Map(), terms: new Set() });
          if (!pages.has(page)) pages.set(page, { page, best: new Map(), sections: [] });
          for (const place of [sections.get(number), pages.get(page)]) {
            place.best.set(position, Math.max(score, place.best.get(position) || 0));
          }
          sections.get(number).terms.add(term);
        }
      }
      position++;
    }
    const total = (place) => {
      const hits = [...place.best.keys()].filter((key) => key < words.length).length;
      const sum = [...place.best.values()].reduce((sum, score) => sum + score, 0);
      return sum * (hits / words.length) ** 2;
    };
    for (const section of sections.values()) {
      section.score = total(section);
      pages.get(index.pageOf[section.number]).sections.push(section);
    }
    for (const page of pages.values()) {
      page.sections.sort((one, other) => other.score - one.score || one.number - other.number);
      // Generated pages repeat what the chapters explain.
      page.score = (total(page) + page.sections[0].score) * (index.pages[page.page].document ? 1 : 0.5);
      page.sections = page.sections.filter((section) => section.score * 3 > page.sections[0].score).slice(0, 4);
    }
    const ranked = [...pages.values()].sort((one, other) => other.score - one.score || one.page - other.page).slice(0, 10);
    for (const page of ranked) {
      Object.assign(page, index.pages[page.page]);
      for (const section of page.sections) {
        const lines = await once(`sections-${section.number >> 8}`, (text) => text.split("\n"));
        [section.heading, section.anchor, section.excerpt] = lines[section.number & 255].split("\t");
        section.hits = [...section.best.keys()].flatMap((position) => words[position] || []);
        section.terms = [...section.terms];
      }
    }
    return { pages: ranked, words, names };
  };
})();
