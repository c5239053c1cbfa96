// The colour tables of the pictures, so that a value has one colour in all.

const rgb = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));

export const share = (hex) => rgb(hex).map((part) => part / 255);

export class Colours {
  /** @param tables of the light and the dark page, as the server gives them */
  constructor(tables) {
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.tables = tables;
    this.parts = Object.fromEntries(Object.entries(tables).map(([name, table]) => [
      name, { above: table.above.map(rgb), below: table.below.map(rgb), page: rgb(table.page), ink: rgb(table.ink), tissue: rgb(table.tissue) },
    ]));
  }

  get name() {
    return this.dark.matches ? 'dark' : 'light';
  }

  /** Hexadecimal digits. */
  get now() {
    return this.tables[this.name];
  }

  /** Red, green and blue. */
  get numbers() {
    return this.parts[this.name];
  }

  onChange(work) {
    this.dark.addEventListener('change', work);
  }

  /** Of a value; nothing of one that is hidden. */
  of(value, hidden, end) {
    const magnitude = Math.abs(value);
    if (!(magnitude >= hidden) || magnitude === 0) {
      return null;
    }
    const table = value > 0 ? this.numbers.above : this.numbers.below;
    return table[Math.round(Math.min(1, magnitude / end) * (table.length - 1))];
  }

  /** A strip from the lowest to the highest value; what is hidden has the colour of the brain. */
  strip(hidden) {
    const colours = [...this.now.below].reverse().concat(this.now.above);
    const stops = colours.map((hex, i) => {
      const at = 2 * i / (colours.length - 1) - 1;
      return '#' + (Math.abs(at) < hidden ? this.now.tissue : hex) + ' ' + (50 * (at + 1)).toFixed(2) + '%';
    });
    return 'linear-gradient(to right, ' + stops.join(', ') + ')';
  }

  /** As NiiVue takes a table: opaque but where nothing is. */
  addTo(nv) {
    const add = (name, parts, at = parts.map((_, i) => Math.round(255 * i / (parts.length - 1)))) => nv.addColormap(name, {
      R: parts.map((part) => part[0]), G: parts.map((part) => part[1]), B: parts.map((part) => part[2]),
      A: parts.map((_, i) => (i === 0 ? 0 : 255)), I: at,
    });
    const { above, below, page, tissue } = this.numbers;
    add('mitchell-above', above);
    add('mitchell-below', below);
    add('mitchell-tissue', [page, tissue]);
    add('mitchell-anatomy', [page, [18, 18, 18], [232, 232, 232]], [0, 1, 255]); // the air is zero
  }
}
