// What the keyboard does, besides Tab.

import { byId } from './text.js';

const typing = (target) => target.matches('input:not([type=range]):not([type=checkbox]), select, textarea');

/** @param work what each key does, by the key */
export function takeKeys(work) {
  const help = byId('help');
  const keys = {
    ...work,
    '/': () => byId('word').select(),
    '?': () => help.showModal(),
  };
  byId('help-open').addEventListener('click', () => help.showModal());
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.querySelector('.close').addEventListener('click', () => dialog.close());
  }
  addEventListener('keydown', (event) => {
    const free = byId('letters').checked && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector('dialog[open]');
    if (free && Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}
