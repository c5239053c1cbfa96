package org.mitchell.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One of twenty penalties for each of the 21,764 voxels of the simulated participant S1, by the
 * leave-one-out error over its 60 words, and the coefficients with it. {@code src/bench/ridge.py}
 * sets it beside himalaya in the same run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class VoxelwiseRidgeBenchmark {
  @Param({"../shared/data/simulated/data-science-S1.mat"})
  private String participant;

  @Param({"../shared/data/mitchell2008/verb25_60nouns.csv"})
  private String features;

  @Param({"2"})
  private int threads;

  private double[][] images;
  private double[][] rows;
  private Workers workers;

  @Setup
  public void read() throws Exception {
    Responses responses = ResponsesReader.read(Path.of(participant), "S1", ReadOptions.DEFAULT);
    List<String> words = responses.words();
    FeatureSpace space = FeatureTable.read(Path.of(features)).vectors(words);
    rows = words.stream().map(word -> space.vector(word).orElseThrow()).toArray(double[][]::new);
    WordImages centred = WordImages.of(responses).withoutMean();
    images = new double[words.size()][];
    for (int w = 0; w < images.length; w++) {
      images[w] = centred.row(w);
    }
    workers = new Workers(threads);
  }

  @TearDown
  public void close() {
    workers.close();
  }

  /** Preset strict: an intercept, as with himalaya's fit_intercept. */
  @Benchmark
  public double[][] chooseAndFit() {
    var options = new EncodingOptions(Preset.STRICT, Scale.UNIT, 0);
    var path = PenaltyPath.of(rows, options, PenaltyGrid.logSpaced(1e-3, 1e4, 20));
    return path.coefficients(images, path.errorsWithout().choose(images, workers), workers);
  }
}
