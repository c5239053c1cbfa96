import { Brains } from './brains.js';

const byId = (id) => document.getElementById(id);
const signed = (text) => text.replace('-', '\u2212');
const decimal = (value, digits = 2) => signed(value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1'));
const root = document.documentElement;
const wordBox = byId('word');
const threshold = byId('threshold');

const MOST_COEFFICIENTS = 25;

let state;
let fit = 0;
let brains = null;
let vector = [];
let own = [];
let peak = null;
let placeFor = -1; // the fit in whose brain a place was chosen first
let word = null; // what is known of the word whose brain is shown
let turn = 0; // counts the words that took the bars: what was asked for before is no longer wanted
let edits = 0; // counts what was done to the bars

async function ask(name, question) {
  const answer = await fetch(name, question === undefined ? {} : {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ fit, ...question }),
  });
  if (!answer.ok) {
    const said = await answer.json().catch(() => ({ error: 'The server did not answer as expected.' }));
    throw new Error(said.error);
  }
  return answer;
}

const json = async (name, question) => (await ask(name, question)).json();
const bytes = async (name, question) => (await ask(name, question)).arrayBuffer();

function say(text) {
  byId('status').textContent = text;
}

/** One at a time: what is wanted meanwhile waits, and only the last of it is done. */
function latest(work) {
  let busy = false;
  let next = null;
  return async (...wanted) => {
    next = wanted;
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (next) {
        const now = next;
        next = null;
        await work(...now);
      }
    } catch (error) {
      say(error instanceof TypeError ? 'mitchell view no longer answers. Is it still running?' : error.message);
    } finally {
      busy = false;
    }
  };
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

// Features

const bars = [];

function makeBars() {
  bars.length = 0;
  byId('bars').replaceChildren(...state.fits[fit].features.map((feature, f) => {
    const row = element('div', 'bar', '');
    const label = element('label', '', feature.name);
    const input = document.createElement('input');
    const value = element('output', '', '');
    input.type = 'range';
    input.id = 'feature-' + f;
    label.htmlFor = input.id;
    value.htmlFor = input.id;
    input.addEventListener('input', () => {
      vector[f] = Number(input.value);
      edits++;
      fillBar(f);
      byId('reset').disabled = false;
      edited();
    });
    row.append(label, input, value);
    bars.push({ input, value, feature });
    return row;
  }));
}

/** A bar reaches from the lowest to the highest value over the words, or further where a word is beyond. */
function setBars(values) {
  vector = values.slice();
  bars.forEach((bar, f) => {
    const low = Math.min(0, bar.feature.lowest, values[f]);
    const high = Math.max(bar.feature.highest, values[f], low + 1e-9);
    bar.input.min = low;
    bar.input.max = high;
    bar.input.step = (high - low) / 200;
    bar.input.value = values[f];
    fillBar(f);
  });
}

function fillBar(f) {
  const { input, value } = bars[f];
  const text = Math.abs(input.max) >= 100 ? decimal(vector[f], 1) : decimal(vector[f], 3);
  fill(input, (vector[f] - Number(input.min)) / (Number(input.max) - Number(input.min)));
  value.textContent = text;
  input.setAttribute('aria-valuetext', text);
}

function fill(input, share) {
  input.style.setProperty('--fill', share.toFixed(3));
}

// Words and their brains

const edited = latest(async () => {
  const mine = turn;
  const image = await bytes('predict', { vector });
  if (mine !== turn) {
    return;
  }
  byId('predicted-by').textContent = 'from the features as you set them';
  await showPredicted(image);
  say('Predicted from the features as you set them. \u201c' + word.word + '\u201d with its own features comes back with Reset.');
  byId('predicted-canvas').setAttribute('aria-label', 'Predicted brain of the features as you set them');
});

async function showPredicted(image) {
  if (brains) {
    await brains.predicted.show(image, Number(threshold.value));
  }
  root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1);
}

const typed = latest(async (text, complete) => {
  // All at once: three answers take no longer than one.
  const images = Promise.all([bytes('predict', { word: text }), bytes('observed', { word: text })]);
  const known = await json('word', { word: text });
  const still = known.known || word === null ? '' : ' The brains are still those of \u201c' + word.word + '\u201d.';
  byId('hint').textContent = known.known ? '' : known.why + still;
  if (!known.known) {
    await images;
    if (complete) {
      say(known.why + still);
    }
    return;
  }
  word = known;
  own = known.vector;
  turn++;
  const before = edits;
  setBars(own);
  byId('reset').disabled = true;
  const [predicted, observed] = await images;
  if (edits === before) {
    byId('predicted-by').textContent = known.word + ', by ' + known.predictedBy;
    await showPredicted(predicted);
    tell(known);
  }
  await showObserved(known, known.observed ? observed : null);
  if (brains && placeFor !== fit) {
    placeFor = fit;
    brains.go(known.peak);
  }
  peak = known.peak;
  nearTo(known.word);
  root.dataset.word = known.word;
  root.dataset.fit = String(fit);
});

/** Follows the brains: the first time a file of many words is read for it. */
const nearTo = latest(async (text) => {
  const answer = await ask('near', { word: text });
  const found = answer.status === 204 ? null : await answer.json();
  byId('near-among').textContent = found === null ? 'Not to be had: the features of other words cannot be read.'
    : 'Words whose features are most alike, by cosine; of ' + found.among.toLocaleString('en') + ' in ' + found.features + '.';
  rank(byId('near'), Object.entries(found?.cosines ?? {}).map(([near, cosine]) => [near, decimal(cosine, 3)]));
  root.dataset.near = text;
});

async function showObserved(known, image) {
  const missing = byId('observed-missing');
  missing.hidden = image !== null;
  missing.textContent = image ? '' : known.whyNotObserved || '\u201c' + known.word + '\u201d was never scanned.';
  byId('observed-by').textContent = image ? known.word + ', mean over presentations' : '';
  byId('observed-canvas').setAttribute('aria-label', 'Observed brain of ' + known.word);
  if (brains && image) {
    await brains.observed.show(image, Number(threshold.value));
  } else if (brains) {
    brains.observed.hide();
  }
}

function tell(known) {
  let text = known.word + ': predicted by ' + known.predictedBy + '.';
  if (known.rAll !== null) {
    text += ' r with the observed image: '
      + (known.rSelected === null ? '' : decimal(known.rSelected) + ' over the ' + known.selected + ', ')
      + decimal(known.rAll) + ' over all.';
  }
  say([text, ...known.notes.map((note) => note + '.')].join(' '));
  byId('predicted-canvas').setAttribute('aria-label', 'Predicted brain of ' + known.word);
}

// Voxels

const looked = latest(async (mm) => {
  const { inside, voxel } = await json('voxel', { mm });
  byId('best-title').hidden = byId('coefficients-title').hidden = !inside;
  if (!inside) {
    byId('voxel-place').textContent = 'x ' + mm.map((v) => decimal(v, 1)).join(', ') + ' mm is outside the brain.';
    byId('best').replaceChildren();
    byId('coefficients').replaceChildren();
    return;
  }
  const [x, y, z] = voxel.mm.map((v) => decimal(v, 1));
  byId('voxel-place').textContent = 'x ' + x + ', y ' + y + ', z ' + z + ' mm. ' + (voxel.observed
    ? 'Words by the observed response.' : 'Words by the predicted response, since the responses are not at hand.');
  rank(byId('best'), voxel.best.map((best) => [best.word, decimal(best.response)]));
  const entries = Object.entries(voxel.coefficients).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const shown = entries.slice(0, MOST_COEFFICIENTS);
  byId('coefficients-title').textContent = 'Coefficients'
    + (shown.length < entries.length ? ', the ' + shown.length + ' largest of ' + entries.length : '');
  const most = Math.max(...entries.map(([, value]) => Math.abs(value))) || 1;
  byId('coefficients').replaceChildren(...shown.map(([name, value]) => {
    const row = element('li', value < 0 ? 'negative' : '', '');
    const bar = element('span', 'stripe', '');
    bar.style.setProperty('--share', (50 * Math.abs(value) / most).toFixed(1) + '%');
    row.append(element('span', 'name', name), bar, element('span', 'value', decimal(value)));
    return row;
  }));
});

/** A ranking whose words lead to their brains. */
function rank(list, rows) {
  list.replaceChildren(...rows.map(([name, value]) => {
    const row = document.createElement('li');
    const button = element('button', 'link', name);
    button.type = 'button';
    button.addEventListener('click', () => {
      wordBox.value = name;
      typed(name, true);
    });
    row.append(button, element('span', 'value', value));
    return row;
  }));
}

// Images of people

async function identify(file) {
  byId('identified').textContent = 'Reading ' + file.name + ' …';
  byId('guesses').replaceChildren();
  byId('guesses-title').hidden = true;
  try {
    const answer = await fetch('identify?' + fit, { method: 'POST', body: file });
    const found = await answer.json();
    if (!answer.ok) {
      throw new Error(found.error);
    }
    byId('identified').textContent = file.name + ' is most like ' + found.guesses[0].word + ', of ' + found.candidates
      + ' words, by ' + found.metric + ' over ' + found.comparedVoxels + ' voxels.';
    byId('guesses-title').hidden = false;
    rank(byId('guesses'), found.guesses.map((guess) => [guess.word, decimal(guess.similarity, 3) + ' · ' + (100 * guess.probability).toFixed(1) + '%']));
  } catch (error) {
    byId('identified').textContent = file.name + ' cannot be used. ' + error.message;
  }
}

function takeFiles() {
  const drop = byId('drop');
  byId('file').addEventListener('change', (event) => {
    if (event.target.files.length) {
      identify(event.target.files[0]);
    }
  });
  for (const kind of ['dragover', 'dragenter']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add('over-it');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over-it'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over-it');
    if (event.dataTransfer.files.length) {
      identify(event.dataTransfer.files[0]);
    }
  });
  // A file beside the zone must not make the browser leave the page.
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => event.preventDefault());
  }
}

// Participants

const option = (text, value) => new Option(text, value);

function fillChoices() {
  byId('subject').replaceChildren(...[...new Set(state.fits.map((f) => f.subject))].map((s) => option(s, s)));
  fillSpaces();
}

function fillSpaces() {
  const here = state.fits.map((f, number) => ({ ...f, number })).filter((f) => f.subject === byId('subject').value);
  const former = byId('space').selectedOptions[0]?.text;
  byId('space').replaceChildren(...here.map((f) => option(f.space, f.number)));
  const same = here.find((f) => f.space === former);
  if (same) {
    byId('space').value = same.number;
  }
  byId('space-label').hidden = here.length < 2;
  fit = Number(byId('space').value);
}

async function chooseFit() {
  const { subject, study, simulated, words, voxels, coordinates, space } = state.fits[fit];
  byId('subtitle').textContent = subject + (study ? ' · ' + study : '') + ' · ' + words.length + ' words · '
    + voxels.toLocaleString('en') + ' voxels in ' + coordinates + ' · features ' + space;
  byId('simulated').hidden = !simulated;
  byId('words').replaceChildren(...words.map((w) => option(w.category, w.word)));
  makeBars();
  if (brains) {
    await brains.setBrain(await bytes('brain', {}));
  }
}

async function start() {
  state = await json('state');
  // Those on surfaces come last, and have a page of their own.
  byId('surfaces').hidden = !state.fits.some((f) => f.surface);
  state.fits = state.fits.filter((f) => !f.surface);
  fillChoices();
  if (state.viewer) {
    try {
      brains = new Brains(looked);
      await brains.start();
    } catch (error) {
      brains = null;
      byId('no-viewer').textContent = 'The brain viewer could not start (' + error.message + '). It needs WebGL 2.';
    }
  }
  byId('no-viewer').hidden = brains !== null;
  root.classList.toggle('numbers-only', brains === null);
  await chooseFit();
  const change = latest(async () => {
    await chooseFit();
    await typed(wordBox.value.trim() || state.fits[fit].words[0].word, true);
  });
  byId('subject').addEventListener('change', () => {
    fillSpaces();
    change();
  });
  byId('space').addEventListener('change', () => {
    fit = Number(byId('space').value);
    change();
  });
  wordBox.addEventListener('input', () => {
    const text = wordBox.value.trim();
    if (text) {
      typed(text, false);
    }
  });
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = wordBox.value.trim();
    if (text) {
      typed(text, true);
    }
  });
  byId('reset').addEventListener('click', () => typed(word.word, true));
  threshold.addEventListener('input', applyThreshold);
  applyThreshold();
  takeFiles();
  wordBox.value = state.fits[fit].words[0].word;
  await typed(wordBox.value, true);
  byId('strongest').addEventListener('click', () => (brains ? brains.go(peak) : looked(peak)));
  if (!brains) {
    looked(peak);
  }
  root.dataset.view = 'ready';
}

function applyThreshold() {
  const text = Math.round(100 * threshold.value) + '% of the largest';
  byId('threshold-value').textContent = text;
  threshold.setAttribute('aria-valuetext', text);
  fill(threshold, threshold.value / threshold.max);
  if (brains) {
    brains.threshold(Number(threshold.value));
  }
}

start().catch((error) => {
  byId('subtitle').textContent = 'This page could not start: ' + error.message;
  throw error;
});
