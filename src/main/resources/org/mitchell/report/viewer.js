'use strict';
(async () => {
  const byId = (id) => document.getElementById(id);
  const maps = JSON.parse(byId('maps-data').textContent);
  const canvas = byId('viewer-canvas');
  const place = byId('viewer-place');
  const mapList = byId('viewer-map');
  const volumeList = byId('viewer-volume');
  const threshold = byId('viewer-threshold');
  const opacity = byId('viewer-opacity');
  const colours = byId('viewer-colours');
  const view = byId('viewer-view');
  const narrow = matchMedia('(max-width: 40rem)');
  // Below zero: what readers with any kind of colour vision tell apart from the colours above.
  const below = { warm: 'winter', inferno: 'winter', viridis: 'winter', cividis: 'winter' };
  const number = (value, digits) => value.toFixed(digits).replace('-', '\u2212');
  let current = maps[0];
  let printTimer = 0;

  const nv = new niivue.Niivue({
    backColor: [0, 0, 0, 1],
    fontColor: [1, 1, 1, 1],
    crosshairColor: [0.45, 0.85, 0.45, 0.9],
    crosshairWidth: 1.5,
    crosshairWidthUnit: 'mm',
    show3Dcrosshair: true,
    isColorbar: true,
    isOrientCube: false,
    isOrientationTextVisible: true,
    isRadiologicalConvention: false,
    dragAndDropEnabled: false,
    loadingText: '',
    viewModeHotKey: '',
    clipPlaneHotKey: '',
    logLevel: 'error',
    multiplanarForceRender: true,
    onLocationChange: tellPlace,
  });

  function overlay() {
    return nv.volumes[nv.volumes.length - 1];
  }

  function inElement(id) {
    return byId(id).textContent;
  }

  function valueText(value) {
    if (value === undefined || Number.isNaN(value)) {
      return 'no value here';
    }
    if (current.isP) {
      return 'p = ' + Math.pow(10, -value).toPrecision(2);
    }
    const digits = Math.abs(value) >= 100 ? 1 : 3;
    return (current.statistic || 'value') + ' = ' + number(value, digits);
  }

  function tellPlace(location) {
    const mm = Array.from(location.mm).slice(0, 3).map((v) => number(v, 1).replace('\u22120.0', '0.0'));
    const values = location.values || [];
    const shown = values.length ? values[values.length - 1].value : undefined;
    place.textContent = 'x ' + mm[0] + ', y ' + mm[1] + ', z ' + mm[2] + ' mm: ' + valueText(shown);
    keepForPrint();
  }

  function applyThreshold() {
    const value = Number(threshold.value);
    const volume = overlay();
    volume.cal_min = Math.min(value, current.highest * 0.999);
    volume.cal_max = current.highest;
    if (current.signed) {
      volume.cal_minNeg = -volume.cal_min;
      volume.cal_maxNeg = -volume.cal_max;
    }
    nv.updateGLVolume();
    const text = current.isP
      ? 'p \u2264 ' + Math.pow(10, -value).toPrecision(2)
      : (current.signed ? '\u00b1' : '') + number(value, 3);
    byId('viewer-threshold-value').textContent = text;
    threshold.setAttribute('aria-valuetext', text);
    keepForPrint();
  }

  function applyOpacity() {
    nv.setOpacity(nv.volumes.length - 1, Number(opacity.value));
    byId('viewer-opacity-value').textContent = Math.round(100 * opacity.value) + '%';
    keepForPrint();
  }

  function applyColours() {
    nv.setColormap(overlay().id, colours.value);
    nv.setColormapNegative(overlay().id, current.signed ? below[colours.value] : '');
    applyThreshold();
  }

  function applyView() {
    const types = {
      multi: nv.sliceTypeMultiplanar, axial: nv.sliceTypeAxial, coronal: nv.sliceTypeCoronal,
      sagittal: nv.sliceTypeSagittal, render: nv.sliceTypeRender,
    };
    nv.setSliceType(types[view.value]);
    keepForPrint();
  }

  function applyWidth() {
    nv.setMultiplanarLayout(narrow.matches ? 2 : 0);
    nv.drawScene();
  }

  async function show(id) {
    current = maps.find((map) => map.id === id);
    while (nv.volumes.length) {
      nv.removeVolume(nv.volumes[0]);
    }
    if (current.background) {
      nv.addVolume(await niivue.NVImage.loadFromBase64({
        base64: inElement(current.background), name: current.background + '.nii.gz', colormap: 'gray',
      }));
      nv.volumes[0].colorbarVisible = false;
      if (current.background.startsWith('mask-')) {
        nv.volumes[0].cal_min = 0;
        nv.volumes[0].cal_max = 2;
      }
    }
    nv.addVolume(await niivue.NVImage.loadFromBase64({
      base64: inElement(id), name: id + '.nii.gz', colormap: colours.value,
      colormapNegative: current.signed ? below[colours.value] : '',
    }));
    threshold.max = current.highest;
    threshold.step = Math.pow(10, Math.floor(Math.log10(current.highest)) - 2);
    threshold.value = current.threshold;
    volumeList.replaceChildren(...current.volumes.map((name, v) => new Option(name, v)));
    byId('viewer-volume-label').hidden = current.volumes.length < 2;
    byId('viewer-description').textContent = current.description + '.';
    canvas.setAttribute('aria-label', 'Brain map of ' + current.owner + ': ' + current.name);
    mapList.value = id;
    applyThreshold();
    applyOpacity();
    go(current.peak);
    document.documentElement.dataset.map = id;
  }

  function go(mm) {
    nv.scene.crosshairPos = nv.mm2frac(mm);
    nv.createOnLocationChange();
    nv.drawScene();
  }

  /** A picture for paper: browsers do not print what a canvas has drawn. */
  function keepForPrint() {
    clearTimeout(printTimer);
    printTimer = setTimeout(() => {
      nv.drawScene();
      const picture = byId('viewer-print');
      picture.src = canvas.toDataURL('image/png');
      picture.alt = canvas.getAttribute('aria-label') + '. ' + place.textContent;
    }, 300);
  }

  const steps = {
    ArrowLeft: [-1, 0, 0], ArrowRight: [1, 0, 0], ArrowUp: [0, 1, 0], ArrowDown: [0, -1, 0],
    PageUp: [0, 0, 1], PageDown: [0, 0, -1],
  };
  canvas.addEventListener('keydown', (event) => {
    if (steps[event.key]) {
      event.preventDefault();
      event.stopImmediatePropagation();
      nv.moveCrosshairInVox(...steps[event.key]);
    }
  }, true);
  // A page that is being scrolled must not stop at the brain.
  canvas.parentElement.addEventListener('wheel', (event) => {
    if (document.activeElement !== canvas) {
      event.stopPropagation();
    }
  }, true);

  try {
    await nv.attachToCanvas(canvas);
    applyWidth();
    await show(maps[0].id);
    applyView();
  } catch (error) {
    place.textContent = 'The viewer could not start (' + error.message + '). It needs WebGL 2.';
    throw error;
  }
  mapList.addEventListener('change', () => show(mapList.value));
  volumeList.addEventListener('change', () => {
    nv.setFrame4D(overlay().id, Number(volumeList.value));
    nv.createOnLocationChange();
    keepForPrint();
  });
  threshold.addEventListener('input', applyThreshold);
  opacity.addEventListener('input', applyOpacity);
  colours.addEventListener('change', applyColours);
  view.addEventListener('change', applyView);
  narrow.addEventListener('change', applyWidth);
  for (const button of document.querySelectorAll('button.place')) {
    button.addEventListener('click', async () => {
      if (current.id !== button.dataset.map) {
        await show(button.dataset.map);
      }
      go(button.dataset.place.split(',').map(Number));
      byId('viewer').scrollIntoView({ block: 'start' });
      canvas.focus({ preventScroll: true });
    });
  }
  document.documentElement.dataset.viewer = 'ready';
})();
