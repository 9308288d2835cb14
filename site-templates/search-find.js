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
    // Lengths as shares of the mean.
    const sum = lengths.reduce((sum, length) => sum + length, 0);
    for (const page of pages) page.share = 0;
    lengths.forEach((length, number) => (pages[pageOf[number]].share += (length * pages.length) / sum));
    return { first: lines[0].split("\t"), pages, pageOf, share: lengths.map((length) => (length * lengths.length) / sum) };
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
    let stem = word.replace(/([^siu])s$/, "$1").replace(/(..[cdghkmnrt])ly$/, "$1");
    for (const [ending, least] of [["ation", 4], ["ate", 4], ["ment", 4], ["ion", 4], ["ing", 3], ["ed", 3]]) {
      const rest = stem.slice(0, -ending.length);
      if (!stem.endsWith(ending) || rest.length < least || !/[aeiouy]/.test(rest)) continue;
      stem = rest.length > 3 ? rest.replace(/([^lsze])\1$/, "$1") : rest;
      break;
    }
    if (stem.length > 4) stem = stem.replace(/e$/, "");
    return stem.length > 3 ? stem.replace(/[iy]$/, "") : stem;
  };
  for (const word of ("all an and any are as at be been but by can could did do does every for from get had has have how if in " +
    "into is it its many may me more much must my need no not of on one only or our should so some than that " +
    "the their them then there these they this to use used want was we were what when where which who why " +
    "will with would you your").split(" ")) {
    silent.add(stem(word));
  }

  const fold = (text) =>
    text.normalize("NFKD").replace(/[\p{M}\p{DI}]/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  // What is written without spaces is found by pairs of characters.
  const dense = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;
  const piecesOf = (text, words) => {
    if (!/[^\0-\x7f]/.test(text)) return [text];
    return fold(text).split(/[^\0-\x7f\p{Alphabetic}\p{N}]+/u).flatMap((piece) =>
      piece.split(dense).filter((stretch, index) => {
        if (index % 2 === 0) return true;
        const characters = [...stretch];
        words.push(...(characters[1] ? characters.slice(1).map((character, place) => characters[place] + character) : characters));
        return false;
      }),
    );
  };

  // What a reader typed: words that should all be found, and names that count on top of their parts.
  const queryOf = (typed) => {
    const words = [];
    const names = [];
    const text = typed.toLowerCase().replace(/[\u00ad\u200c\u200d]/g, "")
      .replace(/(?<![^\s(,])[a-z]{1,3}(?:\+\+|#)(?![^\s),.:;?!])/g, (name) => (words.push(name), ""));
    for (const piece of text.split(between).flatMap((piece) => piecesOf(piece, words))) {
      const run = piece.replace(/^[-.:@+*~%]+|[-.:@+*~%/_]+$/g, "");
      if (!run) continue;
      const isNumeric = /^[\d_\-./:@+*~%]+$/.test(run);
      const inside = run.split(isNumeric ? /[_\-/:@+*~%]+/ : /[_\-./:@+*~%]+/).filter(Boolean);
      if (isNumeric && /\D/.test(run)) words.push(run);
      else words.push(...inside);
      if (inside.join("") !== run && !/^[^_./:@+*~%\d]+$/.test(run)) names.push(run);
    }
    const telling = words.filter((word) => word.length > 1 && !silent.has(stem(word)));
    return { words: telling.length ? telling : words, names };
  };

  search.stem = stem;
  search.words = (typed) => queryOf(typed).words;

  // ── Looking up ──

  // The terms that a word stands for: itself or what it is a form of, and, for less, those that begin with it.
  const matches = async (word, { first }, isLast) => {
    const own = new Set([word, stem(word)]);
    const found = [];
    for (let number = 0; number < first.length; number++) {
      const mayHold = (start) => first[number] <= start + "\uffff" && !(first[number + 1] <= start);
      if (![...own].some(mayHold)) continue;
      for (const { term, places } of await shard(number)) {
        if (own.has(term)) found.push({ term, places, weight: 1 });
        // The last word may not be finished.
        else if ((word.length > 1 || dense.test(word)) && term.startsWith(word)) found.push({ term, places, weight: isLast ? 0.5 : 0.25 });
      }
    }
    return found.sort((one, other) => other.weight - one.weight || one.term.length - other.term.length).slice(0, 60);
  };

  // ── Words that nothing has ──

  // Whether one slip parts two words: a letter too many, too few or wrong, or two in the other order.
  const isNear = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start++;
    const [left, right] = [one.slice(start), other.slice(start)];
    return left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1) ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2));
  };

  // The word of the pages that a reader may have meant: the one that stands in most places.
  const meant = async (word, { first }) => {
    if (word.length < 4) return null;
    const own = [word, stem(word)];
    let best = null;
    for (let number = 0; number < first.length; number++) {
      for (const { term, places } of await shard(number)) {
        if (term.length > 2 && own.some((one) => isNear(one, term)) && !(best && best.places.length >= places.length)) best = { term, places };
      }
    }
    if (!best) return null;
    // Terms have no endings; a text that has the term shows the whole word.
    for (const [number] of postings(best.places).slice(0, 20)) {
      const lines = await once(`sections-${number >> 8}`, (text) => text.split("\n"));
      const whole = lines[number & 255].toLowerCase().split(/[^a-z0-9_.-]+/).find((one) => stem(one) === best.term);
      if (whole) return whole;
    }
    return best.term;
  };

  // ── Ranking ──

  const times = [1, 2.5, 5, 5]; // that a word stands in a section, by prominence
  // How well a word fits a text: once is much, often is little more; less in a long text (BM25); headings count on top.
  const fit = ({ count, heading, title }, share) => count / (count + 0.6 + 0.6 * share) + heading + title;
  const add = (places, number, weight, prominence, isTitle) => {
    if (!places.has(number)) places.set(number, { count: 0, heading: 0, title: 0, terms: [] });
    const place = places.get(number);
    place.count += weight * times[prominence];
    if (prominence === 3) place.heading = Math.max(place.heading, weight);
    if (prominence === 3 && isTitle) place.title = Math.max(place.title, weight);
    return place;
  };
  const byScore = (one, other) => other.score - one.score || one.number - other.number;

  search.find = async (typed) => {
    const { words, names } = queryOf(typed);
    if (!words.length) return { pages: [], words, names };
    const index = await overview();
    const instead = [];
    for (const [position, word] of words.entries()) {
      if ((await matches(word, index, position === words.length - 1)).length) continue;
      const other = await meant(word, index);
      if (other) instead.push([word, (words[position] = other)]);
    }
    const pages = new Map(); // number → what was found there
    let asked = 0;
    for (const [position, word] of [...words, ...names].entries()) {
      const isWord = position < words.length;
      const inPages = new Map();
      const inSections = new Map();
      for (const { term, places, weight } of await matches(word, index, position === words.length - 1)) {
        for (const [number, prominence] of postings(places)) {
          const page = index.pageOf[number];
          add(inSections, number, weight, prominence).terms.push(term);
          add(inPages, page, weight, prominence, number === index.pages[page].first);
        }
      }
      const rarity = Math.log(1 + index.pageOf.length / (inSections.size + 0.5));
      if (isWord) asked += rarity;
      for (const [number, place] of inPages) {
        if (!pages.has(number)) pages.set(number, { number, score: 0, covered: 0, sections: new Map() });
        const page = pages.get(number);
        page.score += rarity * fit(place, index.pages[number].share);
        if (isWord) page.covered += rarity;
      }
      for (const [number, place] of inSections) {
        const { sections } = pages.get(index.pageOf[number]);
        if (!sections.has(number)) sections.set(number, { number, score: 0, hits: [], terms: [] });
        const section = sections.get(number);
        section.score += rarity * fit(place, index.share[number]);
        section.terms.push(...place.terms);
        if (isWord) section.hits.push(word);
      }
    }
    const stems = new Set(words.map(stem));
    for (const page of pages.values()) {
      Object.assign(page, index.pages[page.number]);
      const best = [...page.sections.values()].sort(byScore);
      page.sections = best.filter((section) => section.score * 3 > best[0].score).slice(0, 4);
      // A page that says all that was asked goes before one that says a part of it often, and a page whose title is
      // what was asked before one whose title has it among others.
      const title = queryOf(page.title).words.map(stem);
      const named = title.filter((word) => stems.has(word)).length / (title.length || 1);
      page.score = ((page.score * page.covered) / asked + best[0].score) * (1 + named / 4);
    }
    const ranked = [...pages.values()].sort(byScore).slice(0, 10);
    for (const page of ranked) {
      for (const section of page.sections) {
        const lines = await once(`sections-${section.number >> 8}`, (text) => text.split("\n"));
        [section.heading, section.anchor, section.excerpt] = lines[section.number & 255].split("\t");
      }
    }
    return { pages: ranked, words, names, instead };
  };
})();
