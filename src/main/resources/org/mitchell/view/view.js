import { Bars } from './bars.js';
import { Beside } from './beside.js';
import { Brains } from './brains.js';
import { Colours } from './colours.js';
import { identifyBy } from './identify.js';
import { Glass } from './glass.js';
import { correlation, difference, imageOf, largest } from './images.js';
import { takeKeys } from './keys.js';
import { fragmentOf, stateIn } from './link.js';
import { Panel } from './panel.js';
import { bytes, failed, json, latest, server, say } from './server.js';
import { byId, decimal, fill } from './text.js';
import { rank, voxelBy } from './voxel.js';

const root = document.documentElement;
const wordBox = byId('word');
const threshold = byId('threshold');
const change = byId('change');
const SHARED_AFTER_MS = 300;

let state;
let fit = 0;
let brains = null;
let brain = null; // the voxels of the fit
let panels = {};
let beside;
let start = null; // the predicted image of the word with its own features
let now = null; // the predicted image of the features as they stand
let place = null;
let placeFor = -1; // the fit in whose brain a place was chosen first
let word = null; // what is known of the word whose brain is shown
let turn = 0; // counts the words and the fits that took the bars: what was asked for before is no longer wanted
let edits = 0; // counts what was done to the bars
let sharing = 0;

const bars = new Bars(() => {
  edits++;
  editable();
  edited();
});

function editable() {
  byId('reset').disabled = !bars.edited;
  change.disabled = !bars.edited;
  if (!bars.edited) {
    change.checked = false;
  }
}

/** What is shown of a word that has gone is no longer true of the one in the box. */
function blank(why) {
  start = null;
  now = null;
  panels.predicted.blank(why);
  panels.observed.blank(why);
  byId('bars').classList.add('stale');
  beside.compare('', null, panels.predicted.share * panels.predicted.end, panels.predicted.end);
}

// The predicted brain

const edited = latest(async () => {
  const mine = turn;
  const image = imageOf(await bytes('predict', { vector: bars.values }));
  if (mine !== turn) {
    return;
  }
  now = image;
  showPredicted();
}, () => panels.predicted.blank('No answer came.'));

function showPredicted() {
  const own = !bars.edited;
  const changed = change.checked && start !== null && !own;
  const of = own ? word.word : 'the features as you set them';
  byId('predicted-title').textContent = changed ? 'Change' : 'Predicted';
  const by = own ? word.word + ', by ' + word.predictedBy
    : changed ? 'what the features as you set them add to \u201c' + word.word + '\u201d' : 'from the features as you set them';
  panels.predicted.show(changed ? difference(now, start) : now, by, (changed ? 'Change of the predicted brain' : 'Predicted brain') + ' of ' + of);
  beside.compare(own ? word.word : 'the features', now, panels.predicted.share * panels.predicted.end, panels.predicted.end);
  if (!own && start) {
    tellChange();
  }
  root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1);
  share();
}

function tellChange() {
  const most = largest(difference(now, start).values);
  say('Predicted from the features as you set them: r ' + decimal(correlation(now, start, brain)) + ' with the brain of \u201c' + word.word
    + '\u201d, largest change ' + decimal(most, 3) + '. Reset brings its own features back.');
}

// Words

const typed = latest(async (text, complete, after = {}) => {
  // All at once: three answers take no longer than one.
  const images = Promise.all([bytes('predict', { word: text }), bytes('observed', { word: text })]);
  const before = turn;
  const known = await json('word', { word: text });
  if (before !== turn) {
    await images;
    return;
  }
  byId('hint').textContent = known.known ? '' : known.why;
  if (!known.known) {
    await images;
    blank(known.why);
    if (complete) {
      say(known.why);
    }
    return;
  }
  word = known;
  const mine = ++turn;
  const untouched = edits;
  bars.set(known.vector, after.features?.length === known.vector.length ? after.features : known.vector);
  byId('bars').classList.remove('stale');
  editable();
  change.checked = Boolean(after.change) && bars.edited;
  const [predicted, observed] = await images;
  if (mine !== turn) {
    return;
  }
  start = imageOf(predicted);
  if (edits === untouched) {
    now = bars.edited ? imageOf(await bytes('predict', { vector: bars.values })) : start;
    tell(known);
    showPredicted();
  }
  showObserved(known, known.observed ? imageOf(observed) : null);
  if (brains && placeFor !== fit) {
    placeFor = fit;
    brains.go(after.place && brains.reach(after.place) ? after.place : known.peak);
  }
  nearTo(known.word);
  root.dataset.word = known.word;
  root.dataset.fit = String(fit);
  share();
}, () => blank('No answer came.'));

/** Follows the brains: the first time a file of many words is read for it. */
const nearTo = latest(async (text) => {
  const answer = await server('near', { word: text });
  const found = answer.status === 204 ? null : await answer.json();
  byId('near-among').textContent = found === null ? 'Not to be had: the features of other words cannot be read.'
    : 'Words whose features are most alike, by cosine; of ' + found.among.toLocaleString('en') + ' in ' + found.features + '.';
  rank(byId('near'), Object.entries(found?.cosines ?? {}).map(([near, cosine]) => [near, decimal(cosine, 3)]), open);
  root.dataset.near = text;
});

function open(name) {
  wordBox.value = name;
  typed(name, true);
}

function showObserved(known, image) {
  if (image) {
    panels.observed.show(image, known.word + ', mean over presentations', 'Observed brain of ' + known.word);
  } else {
    panels.observed.blank(known.whyNotObserved || '\u201c' + known.word + '\u201d was never scanned.');
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
}

/** Several words with commas between them: the first large, all beside each other. */
async function typedSeveral(texts) {
  wordBox.value = texts[0];
  await typed(texts[0], true);
  for (const text of texts) {
    await keep(text);
  }
}

async function keep(text) {
  try {
    const known = await json('word', { word: text });
    const why = known.known ? await beside.add(known.word) : known.why;
    if (why) {
      say(why);
    }
  } catch (error) {
    failed(error);
  }
}

// Participants

function fillChoices() {
  byId('subject').replaceChildren(...[...new Set(state.fits.map((f) => f.subject))].map((s) => new Option(s, s)));
  fillSpaces();
}

function fillSpaces() {
  const here = state.fits.map((f, number) => ({ ...f, number })).filter((f) => f.subject === byId('subject').value);
  const former = byId('space').selectedOptions[0]?.text;
  byId('space').replaceChildren(...here.map((f) => new Option(f.space, f.number)));
  const same = here.find((f) => f.space === former);
  if (same) {
    byId('space').value = same.number;
  }
  byId('space-label').hidden = here.length < 2;
  fit = Number(byId('space').value);
}

async function chooseFit() {
  const { subject, study, simulated, words, voxels, coordinates, space, below } = state.fits[fit];
  byId('subtitle').textContent = subject + (study ? ' · ' + study : '') + ' · ' + words.length + ' words · '
    + voxels.toLocaleString('en') + ' voxels in ' + coordinates + ' · features ' + space;
  byId('simulated').hidden = !simulated;
  byId('below').textContent = below;
  byId('words').replaceChildren(...words.map((w) => new Option(w.category, w.word)));
  server.fit = fit;
  turn++;
  bars.make(state.fits[fit].features);
  panels.predicted.clear();
  panels.observed.clear();
  const [mask, anatomy] = await Promise.all([bytes('brain', {}), brains ? bytes('anatomy', { coarse: brains.slow }) : null]);
  brain = imageOf(mask);
  if (brains) {
    await brains.setBrain(brain, anatomy?.byteLength ? anatomy : null);
  }
  await beside.setBrain(brain, new Glass(brain));
}

const changeFit = latest(async (after = {}) => {
  await chooseFit();
  await typed(wordBox.value.trim() || state.fits[fit].words[0].word, true, after);
});

// Links

function shown() {
  const { subject, space } = state.fits[fit];
  return {
    subject,
    space: state.fits.filter((f) => f.subject === subject).length > 1 ? space : null,
    word: word?.word,
    features: bars.edited ? bars.values : null,
    place,
    hide: threshold.value,
    scale: panels.predicted.end === null ? null : [panels.predicted.end, panels.observed.end ?? panels.predicted.end],
    beside: beside.words,
    change: change.checked,
  };
}

/** The address follows what is shown, a little later: browsers refuse hundreds of changes at once. */
function share() {
  clearTimeout(sharing);
  sharing = setTimeout(() => {
    history.replaceState(null, '', '#' + fragmentOf(shown()));
    root.dataset.shared = String(Number(root.dataset.shared || 0) + 1);
  }, SHARED_AFTER_MS);
}

function showLink() {
  const fragment = fragmentOf(shown());
  byId('link').value = location.href.replace(/#.*$/, '') + '#' + fragment;
  byId('link-command').value = "mitchell view --state '" + fragment.replaceAll("'", '%27') + "'";
  byId('copied').textContent = '';
  byId('linked').showModal();
  byId('link').select();
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(byId('link').value);
    byId('copied').textContent = 'Copied.';
  } catch {
    byId('link').select();
    byId('copied').textContent = 'This browser does not let the page copy: the link is selected.';
  }
}

/** What a link says; of what it does not say, or says of fits that are not here, the first. */
async function take(link) {
  const wanted = state.fits.findIndex((f) => f.subject === link.subject && (link.space === null || f.space === link.space));
  fit = Math.max(0, wanted);
  byId('subject').value = state.fits[fit].subject;
  fillSpaces();
  byId('space').value = String(Math.max(0, wanted < 0 ? fit : wanted));
  fit = Number(byId('space').value);
  if (link.hide) {
    threshold.value = link.hide[0];
  }
  await chooseFit();
  if (link.scale?.length === 2 && link.scale.every((end) => end > 0)) {
    [panels.predicted.end, panels.observed.end] = link.scale;
  }
  applyThreshold();
  placeFor = -1;
  wordBox.value = link.word ?? state.fits[fit].words[0].word;
  const at = link.place?.length === 3 ? link.place : null;
  await typed(wordBox.value, true, { features: link.features, change: link.change, place: at });
  if (!brains) {
    voxel(at ?? word?.peak ?? [0, 0, 0]);
  }
  for (const text of link.beside.slice(0, 12)) {
    await keep(text);
  }
  if (link.subject !== null && wanted < 0) {
    byId('hint').textContent = 'The link is of ' + link.subject + (link.space === null ? '' : ', features ' + link.space)
      + ', which is not here. ' + byId('hint').textContent;
  }
}

function applyThreshold() {
  const text = Math.round(100 * threshold.value) + '% of the scale';
  byId('threshold-value').textContent = text;
  threshold.setAttribute('aria-valuetext', text);
  fill(threshold, 0, threshold.value / threshold.max);
  panels.predicted.hide(Number(threshold.value));
  panels.observed.hide(Number(threshold.value));
  rescaled();
}

function rescaled() {
  beside.compare(bars.edited ? 'the features' : word?.word ?? '', now, panels.predicted.share * panels.predicted.end, panels.predicted.end);
  share();
}

function refit() {
  panels.predicted.refit();
  panels.observed.refit();
  rescaled();
}

const reset = () => word && typed(word.word, true);
const strongest = () => word && (brains ? brains.go(word.peak) : voxel(word.peak));

function voxel(mm) {
  place = mm;
  lookedAt(mm);
  share();
}

const lookedAt = latest((mm) => voxelBy(mm, open));

function takeControls() {
  byId('subject').addEventListener('change', () => {
    fillSpaces();
    changeFit();
  });
  byId('space').addEventListener('change', () => {
    fit = Number(byId('space').value);
    changeFit();
  });
  wordBox.addEventListener('input', () => {
    const text = wordBox.value.trim();
    if (text && !text.includes(',')) {
      typed(text, false);
    }
  });
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    const texts = wordBox.value.split(',').map((text) => text.trim()).filter(Boolean);
    if (texts.length > 1) {
      typedSeveral(texts);
    } else if (texts.length) {
      typed(texts[0], true);
    }
  });
  const toggleChange = () => now && word && showPredicted();
  change.addEventListener('change', toggleChange);
  threshold.addEventListener('input', applyThreshold);
  byId('reset').addEventListener('click', reset);
  byId('refit').addEventListener('click', refit);
  byId('strongest').addEventListener('click', strongest);
  byId('keep').addEventListener('click', () => word && keep(word.word));
  byId('share').addEventListener('click', showLink);
  byId('copy').addEventListener('click', copyLink);
  addEventListener('hashchange', () => take(stateIn(location.hash)).catch(failed));
  takeKeys({
    s: strongest, f: refit, k: () => word && keep(word.word), r: () => bars.edited && reset(), l: showLink,
    c: () => {
      if (!change.disabled) {
        change.checked = !change.checked;
        toggleChange();
      }
    },
  });
}

async function startPage() {
  state = await json('state');
  // Those on surfaces come last, and have a page of their own.
  byId('surfaces').hidden = !state.fits.some((f) => f.surface);
  state.fits = state.fits.filter((f) => !f.surface);
  const colours = new Colours(state.colours);
  fillChoices();
  if (state.viewer) {
    try {
      brains = new Brains(colours, voxel);
      await brains.start();
    } catch (error) {
      brains = null;
      byId('no-viewer').textContent = 'The brain viewer could not start (' + error.message + '). It needs WebGL 2.';
    }
  }
  byId('no-viewer').hidden = brains !== null;
  root.classList.toggle('numbers-only', brains === null);
  panels = { predicted: new Panel('predicted', brains?.predicted, colours), observed: new Panel('observed', brains?.observed, colours) };
  beside = new Beside(colours, (text) => bytes('predict', { word: text }), open, share);
  await take(stateIn(location.hash));
  takeControls();
  identifyBy(open);
  root.dataset.view = 'ready';
}

startPage().catch((error) => {
  byId('subtitle').textContent = 'This page could not start: ' + error.message;
  throw error;
});
