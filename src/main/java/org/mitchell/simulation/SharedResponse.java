package org.mitchell.simulation;

import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * What a word does to every participant's brain by being that word, such as being long, loud or
 * rare: a smooth image a word, drawn from the word's letters and the shared seed alone, so that
 * participants who are simulated one by one, with other words beside it, have it in common.
 * Features have no part in it.
 *
 * <p>A test that takes participants for the only thing that varies finds it with certainty (Clark
 * 1973; Westfall, Nichols and Yarkoni 2016), because it repeats from participant to participant
 * while the next words would have other ones.
 */
final class SharedResponse {
  /** As wide as the blobs of signatures are, mm. */
  static final double FWHM = 12;

  private final Simulation simulation;
  private final GaussianField field;

  SharedResponse(Simulation simulation) {
    this.simulation = simulation;
    this.field = new GaussianField(simulation.grid(), FWHM);
  }

  /** To a word of {@link Simulation#stimuli()}, percent signal change, a value a voxel. */
  double[] to(int word) {
    double sd = simulation.sharedSignal() * Simulation.NOISE_SD;
    if (sd == 0) {
      return new double[simulation.grid().columns()];
    }
    double[] image = field.draw(streams(word).stream(Purpose.SHARED, 0, 0));
    for (int v = 0; v < image.length; v++) {
      image[v] *= sd;
    }
    return image;
  }

  /** Depends on the word itself, not on its place among others. */
  private RandomStreams streams(int word) {
    RandomStreams streams = simulation.sharedStreams();
    int[] letters = simulation.stimuli().get(word).word().codePoints().toArray();
    for (int place = 0; place < letters.length; place++) {
      streams = streams.derived(Purpose.SHARED, letters[place], place);
    }
    return streams;
  }
}
