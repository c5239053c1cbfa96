// Predicted brains of several words side by side, in the colours and the scale of the large one.

import { correlation, imageOf } from './images.js';
import { byId, button, decimal, element } from './text.js';

const MOST = 12;

export class Beside {
  /**
   * @param ask gives the bytes of the predicted image of a word; nothing where there is none
   * @param open is called with a word that somebody wants to see large
   * @param changed is called when words came or went
   */
  constructor(colours, ask, open, changed) {
    this.colours = colours;
    this.ask = ask;
    this.open = open;
    this.changed = changed;
    this.cards = [];
    this.current = null;
    colours.onChange(() => this.draw());
    addEventListener('resize', () => this.draw());
  }

  get words() {
    return this.cards.map((card) => card.word);
  }

  /** Another participant: the same words, predicted anew. */
  async setBrain(brain, glass) {
    this.brain = brain;
    this.glass = glass;
    const words = this.words;
    this.cards = [];
    this.current = null;
    for (const word of words) {
      await this.add(word);
    }
    this.place();
  }

  /** Returns why a word cannot stand here; nothing where it does. */
  async add(word) {
    if (this.words.includes(word)) {
      return '';
    }
    if (this.cards.length === MOST) {
      return 'There is room for ' + MOST + ' words.';
    }
    const brain = this.brain;
    const image = imageOf(await this.ask(word));
    if (brain !== this.brain) {
      return ''; // of the participant before
    }
    if (image === null) {
      return 'No brain for \u201c' + word + '\u201d.';
    }
    if (!this.words.includes(word)) {
      this.cards.push(this.card(word, image));
    }
    this.place();
    return '';
  }

  card(word, image) {
    const row = element('li', 'card', '');
    const canvas = element('canvas', 'glass-small', '');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', 'Predicted brain of ' + word + ', from the right and from above');
    const like = element('span', 'quiet', '');
    const remove = button('remove', '\u00d7', () => {
      this.cards = this.cards.filter((card) => card.word !== word);
      this.place();
    });
    remove.setAttribute('aria-label', 'Remove ' + word);
    const title = element('div', 'card-title', '');
    title.append(button('link', word, () => this.open(word)), remove);
    row.append(title, canvas, like);
    return { word, image, row, canvas, like };
  }

  place() {
    byId('beside').replaceChildren(...this.cards.map((card) => card.row));
    byId('beside-none').hidden = this.cards.length > 0;
    this.draw();
    this.changed();
  }

  /** The brain that is shown large, and how its values are coloured. */
  compare(name, image, hidden, end) {
    this.current = image;
    this.name = name;
    this.hidden = hidden;
    this.end = end;
    this.draw();
  }

  draw() {
    for (const card of this.cards) {
      if (this.glass && this.end) {
        this.glass.draw(card.canvas, card.image, this.colours, this.hidden, this.end, null);
      }
      const r = this.current ? correlation(card.image, this.current, this.brain) : NaN;
      card.like.textContent = Number.isFinite(r) ? 'r ' + decimal(r) + ' with ' + this.name : '';
    }
  }
}
