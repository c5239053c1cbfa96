// One of the two brains with what stands around it: whose it is, its colours and their scale.

import { largest } from './images.js';
import { byId, decimal } from './text.js';

export class Panel {
  /** @param brain where it is drawn; null where this build or browser cannot */
  constructor(name, brain, colours) {
    this.name = name;
    this.brain = brain;
    this.colours = colours;
    this.image = null;
    this.end = null; // where the colours end: set by the first image, and kept until somebody refits it
    this.share = 0;
    colours.onChange(() => this.draw());
  }

  /** Another participant: nothing is shown, and the next image sets the scale. */
  clear() {
    this.blank('');
    this.end = null;
    this.draw();
  }

  show(image, by, label) {
    this.image = image;
    this.end ??= largest(image.values);
    byId(this.name + '-by').textContent = by;
    byId(this.name + '-missing').hidden = true;
    byId(this.name + '-canvas').setAttribute('aria-label', label);
    this.brain?.show(image, this.share * this.end, this.end);
    this.draw();
  }

  /** Takes away what is no longer true of the word in the box, and says why. */
  blank(why) {
    this.image = null;
    byId(this.name + '-by').textContent = '';
    byId(this.name + '-missing').textContent = why;
    byId(this.name + '-missing').hidden = why === '';
    byId(this.name + '-canvas').setAttribute('aria-label', 'No ' + this.name + ' brain is shown');
    this.brain?.hide();
    this.draw();
  }

  hide(share) {
    this.share = share;
    this.rescale();
  }

  /** The scale of what is shown now. */
  refit() {
    if (this.image) {
      this.end = largest(this.image.values);
      this.rescale();
    }
  }

  rescale() {
    if (this.image) {
      this.brain?.scale(this.share * this.end, this.end);
    }
    this.draw();
  }

  draw() {
    const known = this.end !== null;
    byId(this.name + '-scale').hidden = !known;
    if (!known) {
      return;
    }
    byId(this.name + '-strip').style.background = this.colours.strip(this.share);
    byId(this.name + '-low').textContent = decimal(-this.end);
    byId(this.name + '-high').textContent = decimal(this.end);
    const highest = this.image ? largest(this.image.values) : 0;
    byId(this.name + '-beyond').textContent = highest > 1.005 * this.end
      ? 'Values as far as ' + decimal(highest) + ' from zero are beyond the colours: refit the scale.' : '';
  }
}
