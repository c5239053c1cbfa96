// Participants on surfaces: the program draws their cortex, this page shows the pictures.

import { button, byId, element } from './text.js';
import { failed, json, say, server, underWay } from './server.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 40rem)');

let fits = [];
let turn = 0; // counts what was asked for: of answers only the last counts

async function picture(of, text) {
  const answer = await server('picture', {
    word: text, of, views: byId('side').value.split(','), share: Number(byId('share').value), theme: dark.matches ? 'dark' : 'light',
    narrow: narrow.matches,
  });
  return answer.status === 204 ? null : answer.blob();
}

function show(id, blob, alternative) {
  const image = byId(id);
  URL.revokeObjectURL(image.src);
  image.hidden = blob === null;
  image.alt = alternative;
  if (blob) {
    image.src = URL.createObjectURL(blob);
  } else {
    image.removeAttribute('src');
  }
}

/** What is shown of a word that has gone is no longer true of the one in the box. */
function blank(why) {
  for (const of of ['predicted', 'observed']) {
    show(of + '-picture', null, '');
    byId(of + '-by').textContent = why;
  }
  byId('near').replaceChildren();
  say('');
}

async function draw(text) {
  const mine = ++turn;
  try {
    await underWay(() => drawn(text, mine));
  } catch (error) {
    if (mine === turn) {
      blank('No answer came.');
      failed(error);
    }
  }
}

async function drawn(text, mine) {
  const known = await json('word', { word: text });
  if (mine !== turn) {
    return;
  }
  byId('hint').textContent = known.known ? '' : known.why;
  if (!known.known) {
    blank(known.why);
    return;
  }
  const predicted = await picture('predicted', text);
  const observed = await picture('observed', text);
  const near = await server('near', { word: text });
  const cosines = near.status === 204 ? {} : (await near.json()).cosines;
  if (mine !== turn) {
    return;
  }
  const word = known.word;
  show('predicted-picture', predicted, 'Predicted image of ' + word + ' on the cortex');
  show('observed-picture', observed, 'Observed image of ' + word + ' on the cortex');
  byId('predicted-by').textContent = word + ', by ' + known.predictedBy;
  byId('observed-by').textContent = observed ? word + ', mean over presentations'
    : known.whyNotObserved || '\u201c' + word + '\u201d was never scanned.';
  byId('near').replaceChildren(...Object.entries(cosines).map(([name, cosine]) => row(name, cosine)));
  const fitness = known.rAll === null ? '' : ' r with the observed image: ' + known.rAll.toFixed(2) + ' over all.';
  say('Strongest at ' + known.strongest + '.' + fitness);
  document.documentElement.dataset.word = word;
  document.documentElement.dataset.drawn = String(mine);
}

function row(name, cosine) {
  const line = document.createElement('li');
  line.append(button('link', name, () => {
    byId('word').value = name;
    draw(name);
  }), element('span', 'value', cosine.toFixed(3)));
  return line;
}

function choose() {
  server.fit = Number(byId('fit').value);
  const fit = fits.find((one) => String(one.number) === byId('fit').value);
  byId('subtitle').textContent = fit.subject + (fit.study ? ' · ' + fit.study : '') + ' · ' + fit.words.length + ' words · '
    + fit.voxels.toLocaleString('en') + ' grayordinates in ' + fit.coordinates + ' · features ' + fit.space;
  byId('simulated').hidden = !fit.simulated;
  byId('words').replaceChildren(...fit.words.map((one) => new Option(one.category, one.word)));
  byId('word').value = byId('word').value || fit.words[0].word;
  return draw(byId('word').value);
}

/** What is in the box, drawn in another way. */
function again() {
  const text = byId('word').value.trim();
  if (text) {
    draw(text);
  }
}

async function start() {
  const state = await json('state');
  fits = state.fits.map((fit, number) => ({ ...fit, number })).filter((fit) => fit.surface);
  byId('voxels').hidden = fits.length === state.fits.length;
  byId('fit').replaceChildren(...fits.map((fit) => new Option(fit.subject + ', ' + fit.space, fit.number)));
  byId('fit').addEventListener('change', choose);
  byId('ask').addEventListener('submit', (event) => event.preventDefault());
  byId('word').addEventListener('input', again);
  byId('side').addEventListener('change', again);
  const fill = () => byId('share').style.setProperty('--to', (byId('share').value / byId('share').max).toFixed(3));
  fill();
  byId('share').addEventListener('input', () => {
    fill();
    byId('share-value').textContent = Math.round(100 * byId('share').value) + '% of the largest';
  });
  byId('share').addEventListener('change', again);
  dark.addEventListener('change', again);
  narrow.addEventListener('change', again);
  await choose();
  document.documentElement.dataset.view = 'ready';
}

start().catch((error) => {
  byId('subtitle').textContent = 'This page could not start: ' + error.message;
  throw error;
});
