package org.mitchell.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Leave-two-out with voxels chosen in every fold, by the features as they are and relabelled:
 * everything from the responses in memory to the null distribution. {@code
 * src/bench/permutations.py} sets it beside numpy in the same run, and makes a table of its cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class PermutationsBenchmark {
  private static final int FEATURES = 25;
  private static final int PRESENTATIONS = 6;

  /** A file; or {@code noise} for a participant made up of {@link #words} and {@link #columns}. */
  @Param({"../shared/data/simulated/data-science-S1.mat"})
  private String participant;

  @Param({"../shared/data/mitchell2008/verb25_60nouns.csv"})
  private String features;

  @Param({"1000"})
  private int permutations;

  @Param({"500"})
  private int voxels;

  /** Words of a participant made up of noise. */
  @Param({"60"})
  private int words;

  /** Voxels of a participant made up of noise, among which the most stable are chosen. */
  @Param({"21764"})
  private int columns;

  @Param({"1"})
  private int participants;

  @Param({"2"})
  private int threads;

  private Responses responses;
  private double[][] rows;
  private Workers workers;

  /** Processor time of all threads, in milliseconds: what a busy machine leaves as it is. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    public double cpu;

    @Setup(Level.Iteration)
    public void reset() {
      cpu = 0;
    }
  }

  @Setup
  public void read() throws Exception {
    workers = new Workers(threads);
    if (participant.equals("noise")) {
      noise();
      return;
    }
    responses = ResponsesReader.read(Path.of(participant), "S1", ReadOptions.DEFAULT);
    FeatureSpace space = FeatureTable.read(Path.of(features)).vectors(responses.words());
    rows =
        responses.words().stream()
            .map(word -> space.vector(word).orElseThrow())
            .toArray(double[][]::new);
  }

  private void noise() {
    var random = new Random(1);
    var stimuli = new ArrayList<Stimulus>();
    var trials = new float[words][PRESENTATIONS][columns];
    rows = new double[words][FEATURES];
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("w%03d".formatted(w), ""));
      for (int f = 0; f < FEATURES; f++) {
        rows[w][f] = random.nextGaussian();
      }
      for (float[] trial : trials[w]) {
        for (int v = 0; v < columns; v++) {
          trial[v] = (float) random.nextGaussian();
        }
      }
    }
    responses = new Responses("noise", "SIMULATED", stimuli, trials, Optional.empty(), List.of());
  }

  @TearDown
  public void close() {
    workers.close();
  }

  @Benchmark
  public SchemeResult permute(Processor processor) {
    double before = milliseconds();
    SchemeResult last = evaluate();
    for (int more = 1; more < participants; more++) {
      last = evaluate();
    }
    processor.cpu += milliseconds() - before;
    return last;
  }

  private SchemeResult evaluate() {
    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0);
    var options =
        new EvaluationOptions(encoding, OptionalInt.of(voxels), Metric.COSINE, MatchRule.SUM);
    var predictor = FoldPredictor.of(rows, encoding);
    List<FeatureSet> sets =
        Relabelling.FREE
            .permutations(responses.stimuli(), permutations, new RandomStreams(1))
            .stream()
            .map(featuresOf -> new FeatureSet(predictor, featuresOf))
            .toList();
    return SchemeEvaluation.of(
            Scheme.LEAVE_TWO_OUT, new EncodingAnalysis(responses, rows, options), workers)
        .run(predictor, sets, Progress.NONE);
  }

  private static double milliseconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e6;
  }
}
