// Two brains side by side that show the same place.

const FIRST_DATA_BYTE = 352; // of the images that this server sends: NIfTI-1, float32, no extensions
const NO_RENDERING = 0; // a third dimension takes a software renderer longer than all slices
const steps = {
  ArrowLeft: [-1, 0, 0], ArrowRight: [1, 0, 0], ArrowUp: [0, 1, 0], ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1], PageDown: [0, 0, -1],
};

function largest(values) {
  let highest = 0;
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (magnitude > highest) {
      highest = magnitude;
    }
  }
  return highest || 1;
}

class Brain {
  constructor(canvas, narrow, chosen) {
    this.canvas = canvas;
    this.narrow = narrow;
    this.shown = false;
    this.nv = new niivue.Niivue({
      backColor: [0, 0, 0, 1], fontColor: [1, 1, 1, 1], crosshairColor: [0.45, 0.85, 0.45, 0.9],
      crosshairWidth: 1.5, crosshairWidthUnit: 'mm', isColorbar: true, isOrientCube: false, isRadiologicalConvention: false,
      isOrientationTextVisible: true, dragAndDropEnabled: false, loadingText: '', viewModeHotKey: '', clipPlaneHotKey: '',
      logLevel: 'error', multiplanarShowRender: NO_RENDERING,
      onLocationChange: (location) => chosen(this, Array.from(location.mm).slice(0, 3)),
    });
    canvas.addEventListener('keydown', (event) => {
      if (steps[event.key] && this.nv.volumes.length) {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.nv.moveCrosshairInVox(...steps[event.key]);
      }
    }, true);
    // A page that is being scrolled must not stop at the brain.
    canvas.parentElement.addEventListener('wheel', (event) => {
      if (document.activeElement !== canvas) {
        event.stopPropagation();
      }
    }, true);
  }

  async start() {
    await this.nv.attachToCanvas(this.canvas, false);
    this.nv.setSliceType(this.nv.sliceTypeMultiplanar);
    this.layOut();
    this.narrow.addEventListener('change', () => this.layOut());
  }

  layOut() {
    this.nv.setMultiplanarLayout(this.narrow.matches ? 2 : 0);
    this.nv.drawScene();
  }

  /** Another participant: the outline of the brain below, and nothing on it. */
  async setBrain(mask) {
    while (this.nv.volumes.length) {
      this.nv.removeVolume(this.nv.volumes[0]);
    }
    this.shown = false;
    this.nv.addVolume(await niivue.NVImage.loadFromFile({ file: new File([mask], 'brain.nii'), colormap: 'gray' }));
    this.nv.volumes[0].colorbarVisible = false;
    this.nv.volumes[0].cal_min = 0;
    this.nv.volumes[0].cal_max = 2;
    this.nv.updateGLVolume();
  }

  /** The first image is loaded, later ones take its place: same grid, other values. */
  async show(bytes, share) {
    const values = new Float32Array(bytes, FIRST_DATA_BYTE);
    if (this.nv.volumes.length < 2) {
      this.nv.addVolume(await niivue.NVImage.loadFromFile({
        file: new File([bytes], 'image.nii'), colormap: 'warm', colormapNegative: 'winter',
      }));
    } else {
      this.nv.volumes[1].img.set(values);
    }
    this.highest = largest(values);
    this.shown = true;
    this.threshold(share);
  }

  threshold(share) {
    if (!this.shown) {
      return;
    }
    const volume = this.nv.volumes[1];
    volume.cal_min = Math.max(share, 1e-4) * this.highest;
    volume.cal_max = this.highest;
    volume.cal_minNeg = -volume.cal_min;
    volume.cal_maxNeg = -volume.cal_max;
    volume.opacity = 1;
    // Only the layer that changed: updateGLVolume would make the brain below anew as well.
    this.nv.refreshColormaps();
    this.nv.refreshLayers(volume, 1);
    this.nv.drawScene();
  }

  /** Takes the image away. */
  hide() {
    if (this.shown) {
      this.shown = false;
      this.nv.setOpacity(1, 0);
    }
  }

  go(mm) {
    this.nv.scene.crosshairPos = this.nv.mm2frac(mm);
    this.nv.drawScene();
  }
}

export class Brains {
  /** onVoxel is called with the place in mm where somebody looks. */
  constructor(onVoxel) {
    const narrow = matchMedia('(max-width: 40rem)');
    const chosen = (brain, mm) => {
      for (const other of [this.predicted, this.observed]) {
        if (other !== brain && other.nv.volumes.length) {
          other.go(mm);
        }
      }
      onVoxel(mm);
    };
    this.predicted = new Brain(document.getElementById('predicted-canvas'), narrow, chosen);
    this.observed = new Brain(document.getElementById('observed-canvas'), narrow, chosen);
  }

  async start() {
    await this.predicted.start();
    await this.observed.start();
  }

  async setBrain(mask) {
    await this.predicted.setBrain(mask);
    await this.observed.setBrain(mask);
  }

  go(mm) {
    this.predicted.go(mm);
    this.predicted.nv.createOnLocationChange();
  }

  threshold(share) {
    this.predicted.threshold(share);
    this.observed.threshold(share);
  }
}
