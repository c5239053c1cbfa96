package org.mitchell.simulation;

import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams.Purpose;

/** Draws signatures and the mean image, and finds the gain that gives the signal its strength. */
final class Planting {
  /** The mean image is smooth, as real ones are: the FWHM in mm of the filter it has passed. */
  private static final double BASELINE_FWHM = 12;

  private final Simulation simulation;

  Planting(Simulation simulation) {
    this.simulation = simulation;
  }

  PlantedTruth plant(Workers workers) {
    int features = simulation.featureNames().size();
    var signatures = new float[features][];
    workers.forEach(features, i -> signatures[i] = floats(shape(i), 1));
    double gain = gain(new SignalStrength(simulation, signatures).ratios(workers));
    workers.forEach(features, i -> signatures[i] = floats(shape(i), gain));
    double[] ratios = new SignalStrength(simulation, signatures).ratios(workers);
    return new PlantedTruth(simulation, signatures, baseline(), ratios);
  }

  /** A feature's signature before the common gain. */
  private double[] shape(int feature) {
    return simulation.givenSignature(feature).orElseGet(() -> drawn(feature));
  }

  private double[] drawn(int feature) {
    RandomGenerator random =
        (simulation.sharedSignatures() ? simulation.sharedStreams() : simulation.streams())
            .stream(Purpose.SIGNATURE, feature, 0);
    var image = new double[simulation.grid().columns()];
    for (int b = 0; b < simulation.blobsPerFeature(); b++) {
      double[] centre = simulation.grid().mm(random.nextInt(image.length));
      double peak = random.nextBoolean() ? 1 : -1;
      new Blob(centre[0], centre[1], centre[2], simulation.blobFwhm(), peak)
          .addTo(image, simulation.grid());
    }
    return image;
  }

  private double gain(double[] ratios) {
    if (simulation.signalToNoise() == 0) {
      return 0;
    }
    double squares = 0;
    int voxels = 0;
    for (double ratio : ratios) {
      squares += ratio * ratio;
      voxels += ratio > 0 ? 1 : 0;
    }
    if (voxels == 0) {
      throw new InputException(
          "simulation: the planted responses are the same for all words, so signal to noise cannot be %s."
                  .formatted(simulation.signalToNoise())
              + " Plant at least one blob, and features that differ between words");
    }
    return simulation.signalToNoise() / StrictMath.sqrt(squares / voxels);
  }

  private float[] baseline() {
    if (simulation.baselineSd() == 0) {
      return new float[simulation.grid().columns()];
    }
    var field = new GaussianField(simulation.grid(), BASELINE_FWHM);
    return floats(
        field.draw(simulation.streams().stream(Purpose.BASELINE, 0, 0)), simulation.baselineSd());
  }

  private static float[] floats(double[] values, double factor) {
    var floats = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      // Adding 0 turns -0, which a gain of 0 makes, into 0.
      floats[v] = (float) (factor * values[v]) + 0f;
    }
    return floats;
  }
}
