// A brain of glass: what is strongest on each way through it, from the right and from above.

const SIDES = [
  { right: 1, up: 2 }, // the front of the head is to the right, as in the sagittal plane
  { right: 0, up: 1 },
];
const GAP = 8;
const SOFT = 0.5;

/** The brain's places on the paper of one side, in voxels of that paper. */
class Paper {
  constructor(brain, side) {
    this.side = side;
    const [ni, nj, nk] = brain.dims;
    const inside = [];
    let low = [Infinity, Infinity];
    let high = [-Infinity, -Infinity];
    this.size = Math.max(...brain.affine.map((row) => Math.max(...row.slice(0, 3).map(Math.abs))).filter((_, axis) => axis === side.right || axis === side.up));
    for (let k = 0, v = 0; k < nk; k++) {
      for (let j = 0; j < nj; j++) {
        for (let i = 0; i < ni; i++, v++) {
          if (brain.values[v] > 0) {
            const place = [side.right, side.up].map((axis) => {
              const row = brain.affine[axis];
              return row[0] * i + row[1] * j + row[2] * k + row[3];
            });
            inside.push([v, place]);
            low = low.map((at, axis) => Math.min(at, place[axis]));
            high = high.map((at, axis) => Math.max(at, place[axis]));
          }
        }
      }
    }
    this.low = low.map((at) => at - this.size);
    this.columns = Math.round((high[0] - this.low[0]) / this.size) + 2;
    this.rows = Math.round((high[1] - this.low[1]) / this.size) + 2;
    this.voxels = inside.map(([v]) => v);
    this.spots = inside.map(([, place]) => Math.round((place[0] - this.low[0]) / this.size) + this.columns * Math.round((place[1] - this.low[1]) / this.size));
    this.shade = this.blurred();
  }

  /** How much of the surroundings of a spot is brain: its half is a smooth outline. */
  blurred() {
    const full = new Float32Array(this.columns * this.rows);
    for (const spot of this.spots) {
      full[spot] = 1;
    }
    const soft = new Float32Array(full.length);
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        let sum = 0;
        for (let r = row - 1; r <= row + 1; r++) {
          for (let c = column - 1; c <= column + 1; c++) {
            sum += r >= 0 && c >= 0 && r < this.rows && c < this.columns ? full[r * this.columns + c] : 0;
          }
        }
        soft[row * this.columns + column] = sum / 9;
      }
    }
    return soft;
  }

  /** The value farthest from zero behind each spot. */
  strongest(values) {
    const strongest = new Float32Array(this.columns * this.rows);
    for (let n = 0; n < this.voxels.length; n++) {
      const value = values[this.voxels[n]];
      if (Math.abs(value) > Math.abs(strongest[this.spots[n]])) {
        strongest[this.spots[n]] = value;
      }
    }
    return strongest;
  }

  /** Between the centres of spots. */
  between(values, column, row) {
    const c = Math.max(0, Math.min(this.columns - 2, Math.floor(column)));
    const r = Math.max(0, Math.min(this.rows - 2, Math.floor(row)));
    const x = Math.max(0, Math.min(1, column - c));
    const y = Math.max(0, Math.min(1, row - r));
    const at = r * this.columns + c;
    return (1 - y) * ((1 - x) * values[at] + x * values[at + 1])
      + y * ((1 - x) * values[at + this.columns] + x * values[at + this.columns + 1]);
  }
}

export class Glass {
  /** @param brain an image that is above zero in the brain */
  constructor(brain) {
    this.papers = SIDES.map((side) => new Paper(brain, side));
  }

  /**
   * Draws an image, or the brain alone where there is none.
   *
   * @param place where somebody looks, in mm, or null
   */
  draw(canvas, image, colours, hidden, end, place) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = canvas.width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    const height = canvas.height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    const paper = canvas.getContext('2d');
    paper.clearRect(0, 0, width, height);
    const gap = GAP * ratio;
    const across = this.papers.reduce((sum, one) => sum + one.columns * one.size, 0);
    const tallest = Math.max(...this.papers.map((one) => one.rows * one.size));
    const perMm = Math.max(0.1, Math.min((width - gap * 3) / across, (height - gap * 2) / tallest));
    let left = (width - gap - across * perMm) / 2;
    for (const one of this.papers) {
      const wide = Math.max(1, Math.round(one.columns * one.size * perMm));
      const high = Math.max(1, Math.round(one.rows * one.size * perMm));
      const top = Math.round((height - high) / 2);
      paper.putImageData(pictureOf(one, wide, high, image, colours, hidden, end), Math.round(left), top);
      if (place) {
        cross(paper, one, Math.round(left), top, high, perMm, place);
      }
      left += wide + gap;
    }
  }
}

function pictureOf(paper, wide, high, image, colours, hidden, end) {
  const picture = new ImageData(wide, high);
  const strongest = image ? paper.strongest(image.values) : null;
  const { tissue, ink } = colours.numbers;
  const step = paper.columns / wide;
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const column = (x + 0.5) * step - 0.5;
      const row = paper.rows - (y + 0.5) * paper.rows / high - 0.5;
      const shade = paper.between(paper.shade, column, row);
      const beyond = Math.min(
        paper.between(paper.shade, column + step, row), paper.between(paper.shade, column - step, row),
        paper.between(paper.shade, column, row + step), paper.between(paper.shade, column, row - step));
      if (shade < SOFT) {
        continue;
      }
      const spot = Math.max(0, Math.min(paper.columns - 1, Math.round(column))) + paper.columns * Math.max(0, Math.min(paper.rows - 1, Math.round(row)));
      const colour = strongest ? colours.of(strongest[spot], hidden, end) : null;
      const shown = beyond < SOFT ? ink : colour ?? tissue;
      const at = 4 * (y * wide + x);
      picture.data[at] = shown[0];
      picture.data[at + 1] = shown[1];
      picture.data[at + 2] = shown[2];
      picture.data[at + 3] = 255;
    }
  }
  return picture;
}

function cross(paper, side, left, top, high, perMm, place) {
  const x = left + (place[side.side.right] - side.low[0] + side.size / 2) * perMm;
  const y = top + high - (place[side.side.up] - side.low[1] + side.size / 2) * perMm;
  paper.strokeStyle = matchMedia('(prefers-color-scheme: dark)').matches ? '#73d973' : '#0d7326';
  paper.lineWidth = 1.5;
  paper.beginPath();
  paper.moveTo(x - 7, y);
  paper.lineTo(x + 7, y);
  paper.moveTo(x, y - 7);
  paper.lineTo(x, y + 7);
  paper.stroke();
}
