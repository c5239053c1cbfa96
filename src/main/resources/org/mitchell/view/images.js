// Images as the server sends them: NIfTI-1, float32 or bytes, no extensions, the place of a voxel in the sform.

const FIRST_DATA_BYTE = 352;
const BYTES = 2; // NIfTI's codes
const FLOATS = 16;

/** The values of an image and where they lie; nothing for an image that is not there. */
export function imageOf(bytes) {
  if (bytes === null || bytes.byteLength < FIRST_DATA_BYTE) {
    return null;
  }
  const header = new DataView(bytes);
  return {
    bytes,
    values: header.getInt16(70, true) === BYTES ? new Uint8Array(bytes, FIRST_DATA_BYTE) : new Float32Array(bytes, FIRST_DATA_BYTE),
    dims: [42, 44, 46].map((at) => header.getInt16(at, true)),
    affine: [280, 296, 312].map((row) => [0, 4, 8, 12].map((at) => header.getFloat32(row + at, true))),
  };
}

/** An image of float32 on the grid of another, as a file: zero everywhere. */
export function emptyOn(image) {
  const voxels = image.dims.reduce((product, count) => product * count);
  const bytes = new Uint8Array(FIRST_DATA_BYTE + 4 * voxels);
  bytes.set(new Uint8Array(image.bytes, 0, FIRST_DATA_BYTE));
  const header = new DataView(bytes.buffer);
  header.setInt16(70, FLOATS, true);
  header.setInt16(72, 32, true);
  return bytes;
}

/** How far a step along each axis of space goes, in mm. */
export function stepsOf(image) {
  return image.affine.map((row) => Math.max(...row.slice(0, 3).map(Math.abs)));
}

/** The largest distance from zero; 1 where all is zero, so that a scale has an end. */
export function largest(values) {
  let highest = 0;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude > highest) {
      highest = magnitude;
    }
  }
  return highest || 1;
}

/** An image of the same grid: what the one has more than the other. */
export function difference(image, start) {
  const bytes = image.bytes.slice(0);
  const values = new Float32Array(bytes, FIRST_DATA_BYTE);
  for (let v = 0; v < values.length; v++) {
    values[v] -= start.values[v];
  }
  return { ...image, bytes, values };
}

/** Pearson's r over the voxels of the brain; NaN where one image is the same everywhere. */
export function correlation(one, other, brain) {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  for (let v = 0; v < brain.values.length; v++) {
    if (brain.values[v] > 0) {
      n++;
      sumX += one.values[v];
      sumY += other.values[v];
    }
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let v = 0; v < brain.values.length; v++) {
    if (brain.values[v] > 0) {
      const x = one.values[v] - sumX / n;
      const y = other.values[v] - sumY / n;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
  }
  return xy / Math.sqrt(xx * yy);
}
