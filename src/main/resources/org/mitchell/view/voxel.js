// What is known of a voxel, and rankings of words.

import { json } from './server.js';
import { button, byId, decimal, element, placeText } from './text.js';

const MOST_COEFFICIENTS = 25;

/** A ranking whose words lead to their brains. */
export function rank(list, rows, open) {
  list.replaceChildren(...rows.map(([name, value]) => {
    const row = document.createElement('li');
    row.append(button('link', name, () => open(name)), element('span', 'value', value));
    return row;
  }));
}

export async function voxelBy(mm, open) {
  const { inside, voxel } = await json('voxel', { mm });
  byId('best-title').hidden = byId('coefficients-title').hidden = !inside;
  if (!inside) {
    byId('voxel-place').textContent = placeText(mm) + ' is outside the brain.';
    byId('best').replaceChildren();
    byId('coefficients').replaceChildren();
    return;
  }
  byId('voxel-place').textContent = placeText(voxel.mm) + '. ' + (voxel.observed
    ? 'Words by the observed response.' : 'Words by the predicted response, since the responses are not at hand.');
  rank(byId('best'), voxel.best.map((best) => [best.word, decimal(best.response)]), open);
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
}
