package org.mitchell.inference;

import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Tfce;

/** A map and its null maps, each enhanced by its clusters at all thresholds. */
record EnhancedMaps(NullMaps maps, Tfce tfce) implements DerivedNulls {
  @Override
  public double[] observed() {
    return tfce.of(maps.observed());
  }

  @Override
  public void draw(int first, double[][] drawn, Workers workers) {
    maps.draw(first, drawn, workers);
    workers.forEach(
        drawn.length, m -> System.arraycopy(tfce.of(drawn[m]), 0, drawn[m], 0, drawn[m].length));
  }

  @Override
  public NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    return new EnhancedMaps(maps.setAside(file, workers, progress), tfce);
  }
}
