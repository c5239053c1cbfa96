package org.mitchell.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;

/** Simulated participants of a few hundred voxels with strong signal, and an atlas for them. */
public final class SmallBrains {
  public static final int WORDS = 16;
  private static final List<String> FEATURES = List.of("see", "eat", "push");

  private final Path folder;

  public SmallBrains(Path folder) {
    this.folder = folder;
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path features() {
    return folder.resolve("features.csv");
  }

  /** A participant on CMU's grid whose head has a size of its own. */
  public void simulate(String label, double size) {
    simulate(label, SimulatedBrain.cmu(size), WORDS);
  }

  /** A participant with responses to the first words. */
  public void simulate(String label, VoxelGrid grid, int words) {
    var random = new Random(11);
    var stimuli = new ArrayList<Stimulus>();
    var vectors = new double[words][FEATURES.size()];
    var table = new StringBuilder("word," + String.join(",", FEATURES) + "\n");
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("word%02d".formatted(w), "category" + w % 4));
      table.append(stimuli.get(w).word());
      for (int f = 0; f < FEATURES.size(); f++) {
        vectors[w][f] = random.nextDouble();
        table.append(',').append(vectors[w][f]);
      }
      table.append('\n');
    }
    try (var workers = new Workers(2)) {
      Files.createDirectories(data());
      if (words == WORDS) {
        Files.writeString(features(), table);
      }
      SimulationFiles.write(
          Simulation.builder(label)
              .stimuli(stimuli)
              .features(FEATURES, vectors)
              .grid(grid)
              .presentations(4)
              .blobs(2, 14)
              .signalToNoise(1)
              .seed(label.hashCode())
              .build()
              .run(workers),
          data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fits participants; the fits go into {@code fits} below the folder. */
  public Path fit(String subjects) {
    Path fits = folder.resolve("fits");
    run("fit", subjects, fits, "--voxels", "50").succeeds();
    return fits;
  }

  /**
   * Evaluates participants with the options of {@link #fit}, and {@code more}, beside their fits.
   */
  public void evaluate(String subjects, Path fits, Object... more) {
    Object[] all = Stream.concat(Stream.of("--voxels", "50"), Arrays.stream(more)).toArray();
    run("evaluate", subjects, fits, all).succeeds();
  }

  /** Runs a command on responses and features of participants. */
  public Ran run(String command, String subjects, Path out, Object... more) {
    Object[] usual = {
      command, "--subject", subjects, "--data", data(), "--features", features(), "--out", out
    };
    return Ran.mitchell(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray());
  }

  /** Regions of 4 mm: 1 left of the middle, 2 right of it, 7 in its plane; and their names. */
  public Path atlas() {
    return atlas(new double[][] {{4, 0, 0, -100}, {0, 4, 0, -140}, {0, 0, 4, -100}});
  }

  public Path atlas(double[][] affine) {
    int[] dims = {50, 70, 50};
    var labels = new long[dims[0] * dims[1] * dims[2]];
    for (int index = 0; index < labels.length; index++) {
      double x = 4.0 * (index % dims[0]) - 100;
      labels[index] = x < 0 ? 1 : x > 0 ? 2 : 7;
    }
    NiftiHeader header =
        NiftiHeader.builder(dims)
            .sform(new double[][] {affine[0], affine[1], affine[2], {0, 0, 0, 1}}, 4)
            .datatype(NiftiDatatype.UINT8)
            .build();
    Path file = folder.resolve("atlas.nii.gz");
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.writeGzip(NiftiImage.ofStored(header, labels), stream, NiftiWriter.DEFAULT_LEVEL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  public Path atlasNames(String text) {
    try {
      return Files.writeString(folder.resolve("names.txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
