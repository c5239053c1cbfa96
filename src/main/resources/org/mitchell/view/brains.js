// Two brains side by side that show the same place: three planes each, and a third dimension.

import { share } from './colours.js';
import { Glass } from './glass.js';
import { emptyOn, stepsOf } from './images.js';

const AXIAL = 0;
const CORONAL = 1;
const SAGITTAL = 2;
const RENDERED = 4;
const HALF = 0.5;
const TABLE_BEGINS_AT_ZERO = 2; // and nothing is drawn below the threshold
const steps = {
  ArrowLeft: [-1, 0, 0], ArrowRight: [1, 0, 0], ArrowUp: [0, 1, 0], ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1], PageDown: [0, 0, -1],
};

/** Whether a third dimension takes longer here than all planes. */
function drawsInSoftware(gl) {
  const told = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

class Brain {
  constructor(name, colours, chosen) {
    this.canvas = document.getElementById(name + '-canvas');
    this.glassCanvas = document.getElementById(name + '-glass');
    this.colours = colours;
    this.chosen = chosen;
    this.image = null;
    this.place = null;
    this.nv = new niivue.Niivue({
      crosshairWidth: 1.5, crosshairWidthUnit: 'mm', isColorbar: false, isOrientCube: false, isRadiologicalConvention: false,
      isOrientationTextVisible: true, dragAndDropEnabled: false, loadingText: '', viewModeHotKey: '', clipPlaneHotKey: '',
      logLevel: 'error', show3Dcrosshair: true,
      onLocationChange: (location) => this.looked(Array.from(location.mm).slice(0, 3)),
    });
    this.canvas.addEventListener('keydown', (event) => {
      if (steps[event.key] && this.place) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const size = stepsOf(this.brain);
        this.go(this.place.map((at, axis) => at + steps[event.key][axis] * size[axis]));
        this.nv.createOnLocationChange();
      }
    }, true);
    // A page that is being scrolled must not stop at the brain.
    this.canvas.parentElement.addEventListener('wheel', (event) => {
      if (document.activeElement !== this.canvas) {
        event.stopPropagation();
      }
    }, true);
  }

  async start() {
    await this.nv.attachToCanvas(this.canvas, false);
    const glass = this.slow = drawsInSoftware(this.nv.gl);
    this.glassCanvas.hidden = !glass;
    this.nv.setCustomLayout([
      { sliceType: SAGITTAL, position: [0, 0, HALF, HALF] }, { sliceType: CORONAL, position: [HALF, 0, HALF, HALF] },
      { sliceType: AXIAL, position: [0, HALF, HALF, HALF] },
      ...(glass ? [] : [{ sliceType: RENDERED, position: [HALF, HALF, HALF, HALF] }]),
    ]);
    this.takeTheme();
  }

  takeTheme() {
    const now = this.colours.now;
    this.colours.addTo(this.nv);
    this.nv.opts.backColor = [...share(now.page), 1];
    this.nv.opts.fontColor = [...share(now.ink), 1];
    this.nv.opts.crosshairColor = this.colours.name === 'dark' ? [0.45, 0.85, 0.45, 0.9] : [0.05, 0.45, 0.15, 0.9];
    if (this.nv.volumes.length) {
      this.nv.updateGLVolume();
      this.draw();
    }
  }

  looked(mm) {
    this.place = mm;
    this.drawGlass();
    this.chosen(this, mm);
  }

  /** Another participant: the anatomy or the voxels of the brain below, and nothing on it. */
  async setBrain(brain, anatomy) {
    this.brain = brain;
    this.image = null;
    this.glass = new Glass(brain);
    const below = await niivue.NVImage.loadFromFile({
      file: new File([anatomy ?? brain.bytes], 'below.nii'), colormap: anatomy ? 'mitchell-anatomy' : 'mitchell-tissue',
    });
    below.cal_min = 0;
    below.cal_max = anatomy ? 255 : 1;
    const above = await niivue.NVImage.loadFromFile({
      file: new File([emptyOn(brain)], 'image.nii'), colormap: 'mitchell-above', colormapNegative: 'mitchell-below',
    });
    above.colormapType = TABLE_BEGINS_AT_ZERO;
    above.opacity = 0;
    this.withOneUpdate(() => {
      while (this.nv.volumes.length) {
        this.nv.removeVolume(this.nv.volumes[0]);
      }
      this.nv.addVolume(below);
      this.nv.addVolume(above);
    });
  }

  /** NiiVue makes all textures anew for each volume that comes or goes, which software takes seconds for. */
  withOneUpdate(work) {
    this.nv.updateGLVolume = () => {};
    try {
      work();
    } finally {
      delete this.nv.updateGLVolume;
    }
    this.nv.updateGLVolume();
  }

  /**
   * Puts the values of an image in the place of those that are shown: same grid.
   *
   * @param hidden what is nearer to zero is not drawn
   * @param end where the colours end
   */
  show(image, hidden, end) {
    this.nv.volumes[1].img.set(image.values);
    this.image = image;
    this.scale(hidden, end);
  }

  scale(hidden, end) {
    this.hidden = hidden;
    this.end = end;
    this.draw();
  }

  draw() {
    if (this.image) {
      const volume = this.nv.volumes[1];
      volume.cal_min = Math.max(this.hidden, 1e-4 * this.end);
      volume.cal_max = this.end;
      volume.cal_minNeg = -volume.cal_min;
      volume.cal_maxNeg = -volume.cal_max;
      volume.opacity = 1;
      // Only the layer that changed: updateGLVolume would make the brain below anew as well.
      this.nv.refreshColormaps();
      this.nv.refreshLayers(volume, 1);
      this.nv.drawScene();
    }
    this.drawGlass();
  }

  drawGlass() {
    if (this.glass && !this.glassCanvas.hidden) {
      this.glass.draw(this.glassCanvas, this.image, this.colours, this.hidden, this.end, this.place);
    }
  }

  /** Takes the image away. */
  hide() {
    if (this.image) {
      this.image = null;
      this.nv.setOpacity(1, 0);
      this.drawGlass();
    }
  }

  go(mm) {
    this.place = mm;
    this.nv.scene.crosshairPos = this.nv.mm2frac(mm);
    this.nv.drawScene();
    this.drawGlass();
  }
}

export class Brains {
  /** onVoxel is called with the place in mm where somebody looks. */
  constructor(colours, onVoxel) {
    const chosen = (brain, mm) => {
      for (const other of [this.predicted, this.observed]) {
        if (other !== brain && other.nv.volumes.length) {
          other.go(mm);
        }
      }
      onVoxel(mm);
    };
    this.predicted = new Brain('predicted', colours, chosen);
    this.observed = new Brain('observed', colours, chosen);
    colours.onChange(() => this.each((brain) => brain.takeTheme()));
    addEventListener('resize', () => this.each((brain) => brain.drawGlass()));
  }

  each(work) {
    work(this.predicted);
    work(this.observed);
  }

  async start() {
    await this.predicted.start();
    await this.observed.start();
  }

  async setBrain(brain, anatomy) {
    await this.predicted.setBrain(brain, anatomy);
    await this.observed.setBrain(brain, anatomy);
  }

  /** Whether the planes are drawn without a graphics card: the anatomy is then asked for in larger voxels. */
  get slow() {
    return this.predicted.slow;
  }

  /** Whether a place is in what is shown: beyond it planes are empty. */
  reach(mm) {
    return Array.from(this.predicted.nv.mm2frac(mm)).every((at) => at >= 0 && at <= 1);
  }

  go(mm) {
    this.predicted.go(mm);
    this.predicted.nv.createOnLocationChange();
  }
}
