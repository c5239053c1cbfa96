// Numbers and elements as the page writes them. What a name holds is text, never markup.

export const byId = (id) => document.getElementById(id);
export const signed = (text) => text.replace('-', '\u2212');
export const decimal = (value, digits = 2) => signed(value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1'));
export const placeText = (mm) => {
  const [x, y, z] = mm.map((v) => decimal(v, 1));
  return 'x ' + x + ', y ' + y + ', z ' + z + ' mm';
};

export function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

export function button(className, text, pressed) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

/** Fills a slider from one share of its way to another; a tick stands at a third where there is one. */
export function fill(input, from, to, tick = null) {
  input.style.setProperty('--from', Math.min(from, to).toFixed(4));
  input.style.setProperty('--to', Math.max(from, to).toFixed(4));
  input.style.setProperty('--tick', tick === null ? '-1' : tick.toFixed(4));
}
