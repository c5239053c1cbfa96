// What is shown, as the part of an address behind #: subject, features, word, and what was done to them.

/** Of numbers as a text; nothing where any is none. */
function numbers(text) {
  const values = text === null ? [] : text.split(',').map(Number);
  return values.length && values.every(Number.isFinite) ? values : null;
}

export function stateIn(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return {
    subject: given.get('subject'),
    space: given.get('space'),
    word: given.get('word'),
    features: numbers(given.get('features')),
    place: numbers(given.get('place')),
    hide: numbers(given.get('hide')),
    scale: numbers(given.get('scale')),
    beside: given.getAll('beside'),
    change: given.has('change'),
  };
}

export function fragmentOf(state) {
  const said = new URLSearchParams();
  const add = (name, value) => {
    if (value !== null && value !== undefined && value !== '') {
      said.append(name, value);
    }
  };
  add('subject', state.subject);
  add('space', state.space);
  add('word', state.word);
  add('features', state.features?.join(','));
  add('place', state.place?.map((v) => Number(v.toFixed(2))).join(','));
  add('hide', state.hide);
  add('scale', state.scale?.map((v) => Number(v.toPrecision(6))).join(','));
  state.beside.forEach((word) => add('beside', word));
  if (state.change) {
    said.append('change', '1');
  }
  return said.toString();
}
