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
  const view = byId('viewer-view');
  const narrow = matchMedia('(max-width: 40rem)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  // The tables of the pictures: the same value has the same colour in both.
  const tables = JSON.parse(byId('colours-data').textContent);
  const number = (value, digits) => value.toFixed(digits).replace(/^(-?)0\./, '$1.').replace('-', '\u2212');
  const pText = (value) => (value < 0.0001 ? '< .0001' : number(value, value < 0.01 ? 4 : 3));
  let current = maps[0];
  let printTimer = 0;

  const nv = new niivue.Niivue({
    crosshairWidth: 1.5,
    crosshairWidthUnit: 'mm',
    show3Dcrosshair: true,
    isColorbar: false,
    isOrientCube: false,
    isOrientationTextVisible: true,
    showAllOrientationMarkers: true,
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
      const p = Math.pow(10, -value);
      return p < 0.0001 ? 'p ' + pText(p) : 'p = ' + pText(p);
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
      ? 'p \u2264 ' + pText(Math.pow(10, -value))
      : (current.signed ? '\u00b1' : '') + number(value, 3);
    drawBar(value);
    byId('viewer-threshold-value').textContent = text;
    threshold.setAttribute('aria-valuetext', text);
    keepForPrint();
  }

  function applyOpacity() {
    nv.setOpacity(nv.volumes.length - 1, Number(opacity.value));
    byId('viewer-opacity-value').textContent = Math.round(100 * opacity.value) + '%';
    keepForPrint();
  }

  const theme = () => (dark.matches ? tables.dark : tables.light);
  const rgb = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const share = (hex) => rgb(hex).map((part) => part / 255);

  /** A table of the pictures as NiiVue takes it; opaque but where nothing is. */
  function addTable(name, hexes, alpha) {
    const parts = hexes.map(rgb);
    nv.addColormap(name, {
      R: parts.map((part) => part[0]), G: parts.map((part) => part[1]), B: parts.map((part) => part[2]),
      A: parts.map((_, i) => (i === 0 ? 0 : alpha)), I: parts.map((_, i) => Math.round(255 * i / (parts.length - 1))),
    });
  }

  function takeTheme() {
    const now = theme();
    addTable('mitchell-above', now.above, 255);
    addTable('mitchell-below', now.below, 255);
    addTable('mitchell-amount', now.amount, 255);
    addTable('mitchell-tissue', [now.page, now.tissue], 64);
    nv.opts.backColor = [...share(now.page), 1];
    nv.opts.fontColor = [...share(now.ink), 1];
    nv.opts.crosshairColor = dark.matches ? [0.45, 0.85, 0.45, 0.9] : [0.05, 0.45, 0.15, 0.9];
  }

  const table = () => (current.signed ? 'mitchell-above' : 'mitchell-amount');

  /** Which colour stands for which value; what is not shown has the colour of the brain. */
  function drawBar(value) {
    const now = theme();
    const low = current.signed ? -current.highest : 0;
    const end = current.isP ? pText(Math.pow(10, -current.highest)) : number(current.highest, 3);
    const colours = current.signed ? [...now.below].reverse().concat(now.above) : now.amount;
    const range = current.highest - low || 1;
    const place = (v) => 100 * (v - low) / range;
    const stops = colours.map((hex, i) => {
      const at = low + range * i / (colours.length - 1);
      return '#' + (Math.abs(at) < value ? now.tissue : hex) + ' ' + place(at).toFixed(2) + '%';
    });
    byId('viewer-strip').style.background = 'linear-gradient(to right, ' + stops.join(', ') + ')';
    byId('viewer-low').textContent = current.signed ? number(low, 3) : current.isP ? 'p 1' : '0';
    byId('viewer-high').textContent = end;
    byId('viewer-unit').textContent = current.isP ? 'p' : current.statistic || 'value';
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
    nv.setMultiplanarLayout(2);
    nv.drawScene();
  }

  async function show(id) {
    current = maps.find((map) => map.id === id);
    while (nv.volumes.length) {
      nv.removeVolume(nv.volumes[0]);
    }
    if (current.background) {
      nv.addVolume(await niivue.NVImage.loadFromBase64({
        base64: inElement(current.background), name: current.background + '.nii.gz', 
        colormap: current.background.startsWith('mask-') ? 'mitchell-tissue' : 'gray',
      }));
      if (current.background.startsWith('mask-')) {
        nv.volumes[0].cal_min = 0;
        nv.volumes[0].cal_max = 1;
      }
    }
    nv.addVolume(await niivue.NVImage.loadFromBase64({
      base64: inElement(id), name: id + '.nii.gz', colormap: table(),
      colormapNegative: current.signed ? 'mitchell-below' : '',
    }));
    overlay().colormapType = 2; // tables begin at zero, and nothing is drawn below the threshold
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
    takeTheme();
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
  dark.addEventListener('change', () => {
    takeTheme();
    show(current.id);
  });
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
