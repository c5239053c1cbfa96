package org.mitchell.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Progress;
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
 * The evaluation of the simulated participant S1 (60 words, 6 presentations, 21,764 voxels): 1,770
 * folds with voxels chosen anew in each. {@code src/bench/compare.py} sets it beside numpy in the
 * same run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class LeaveTwoOutBenchmark {
  @Param({"../shared/data/simulated/data-science-S1.mat"})
  private String participant;

  @Param({"../shared/data/mitchell2008/verb25_60nouns.csv"})
  private String features;

  @Param({"0"})
  private double ridge;

  @Param({"2"})
  private int threads;

  private Responses responses;
  private double[][] rows;
  private EvaluationOptions options;
  private Workers workers;

  @Setup
  public void read() throws Exception {
    responses = ResponsesReader.read(Path.of(participant), "S1", ReadOptions.DEFAULT);
    List<String> words = responses.words();
    FeatureSpace space = FeatureTable.read(Path.of(features)).vectors(words);
    rows = words.stream().map(word -> space.vector(word).orElseThrow()).toArray(double[][]::new);
    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge);
    options = new EvaluationOptions(encoding, OptionalInt.of(500), Metric.COSINE, MatchRule.SUM);
    workers = new Workers(threads);
  }

  @TearDown
  public void close() {
    workers.close();
  }

  @Benchmark
  public LeaveTwoOutResult evaluate() {
    return LeaveTwoOut.run(new EncodingAnalysis(responses, rows, options), workers, Progress.NONE);
  }
}
