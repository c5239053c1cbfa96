// The features of a word as bars: in one scale, so that lengths can be compared, with a tick where each began.

import { byId, decimal, element, fill } from './text.js';

const STEPS = 1000;
const UNLIKE = 100; // ranges that differ by more: in one scale the narrow ones could not be moved

export class Bars {
  /** moved is called when somebody has set a feature. */
  constructor(moved) {
    this.moved = moved;
    this.rows = [];
    this.values = [];
    this.start = [];
    this.common = byId('one-scale');
    this.common.addEventListener('change', () => this.draw());
  }

  /** The features of another fit. */
  make(features) {
    this.rows = features.map((feature, f) => {
      const row = element('div', 'bar', '');
      const label = element('label', '', feature.name);
      const input = document.createElement('input');
      const value = element('output', '', '');
      input.type = 'range';
      input.id = 'feature-' + f;
      label.htmlFor = input.id;
      label.title = feature.name;
      value.htmlFor = input.id;
      input.addEventListener('input', () => {
        this.values[f] = Number(input.value);
        this.fillOne(f);
        this.moved();
      });
      row.append(label, input, value);
      return { row, input, value, feature };
    });
    const ranges = features.map((feature) => feature.highest - feature.lowest).filter((range) => range > 0);
    this.common.checked = ranges.length > 0 && Math.max(...ranges) <= UNLIKE * Math.min(...ranges);
    byId('bars').replaceChildren(...this.rows.map((one) => one.row));
  }

  /**
   * A word's own features.
   *
   * @param values as they stand; the start where somebody has not moved any
   */
  set(start, values = start) {
    this.start = start.slice();
    this.values = values.slice();
    this.draw();
  }

  /** A bar reaches from the lowest to the highest value over the words, or further where a word is beyond. */
  draw() {
    const lows = this.rows.map((one, f) => Math.min(0, one.feature.lowest, this.start[f], this.values[f]));
    const highs = this.rows.map((one, f) => Math.max(one.feature.highest, this.start[f], this.values[f], lows[f] + 1e-9));
    const low = Math.min(...lows);
    const high = Math.max(...highs);
    this.rows.forEach((one, f) => {
      one.input.min = this.common.checked ? low : lows[f];
      one.input.max = this.common.checked ? high : highs[f];
      one.input.step = (one.input.max - one.input.min) / STEPS;
      one.input.value = this.values[f];
      this.fillOne(f);
    });
  }

  fillOne(f) {
    const { row, input, value } = this.rows[f];
    const text = Math.abs(input.max) >= 100 ? decimal(this.values[f], 1) : decimal(this.values[f], 3);
    const share = (v) => (v - Number(input.min)) / (Number(input.max) - Number(input.min));
    const moved = this.values[f] !== this.start[f];
    row.classList.toggle('moved', moved);
    fill(input, share(0), share(this.values[f]), moved ? share(this.start[f]) : null);
    value.textContent = text;
    input.setAttribute('aria-valuetext', moved ? text + ', from ' + decimal(this.start[f], 3) : text);
  }

  get edited() {
    return this.values.some((value, f) => value !== this.start[f]);
  }
}
