// Images of people: which word is this?

import { server, underWay } from './server.js';
import { byId, decimal } from './text.js';
import { rank } from './voxel.js';

async function identify(file, open) {
  byId('identified').textContent = 'Reading ' + file.name + ' …';
  byId('guesses').replaceChildren();
  byId('guesses-title').hidden = true;
  try {
    const found = await underWay(async () => {
      const answer = await fetch('identify?' + server.fit, { method: 'POST', body: file });
      const said = await answer.json();
      if (!answer.ok) {
        throw new Error(said.error);
      }
      return said;
    });
    byId('identified').textContent = file.name + ' is most like ' + found.guesses[0].word + ', of ' + found.candidates
      + ' words, by ' + found.metric + ' over ' + found.comparedVoxels + ' voxels.';
    byId('guesses-title').hidden = false;
    rank(byId('guesses'), found.guesses.map((guess) => [guess.word, decimal(guess.similarity, 3) + ' · ' + (100 * guess.probability).toFixed(1) + '%']), open);
  } catch (error) {
    byId('identified').textContent = file.name + ' cannot be used. ' + error.message;
  }
}

/** Files that are chosen or dropped; the words that they are like are opened by open. */
export function identifyBy(open) {
  const drop = byId('drop');
  byId('file').addEventListener('change', (event) => {
    if (event.target.files.length) {
      identify(event.target.files[0], open);
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
      identify(event.dataTransfer.files[0], open);
    }
  });
  // A file beside the zone must not make the browser leave the page.
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => event.preventDefault());
  }
}
