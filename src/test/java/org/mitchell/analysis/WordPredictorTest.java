package org.mitchell.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitchell.analysis.WordPredictor.Wanted;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.encoding.Signatures;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

/** Words by a model of two features, whose responses are not at hand. */
class WordPredictorTest {
  private static final double[][] TRAINED = {{1, 0}, {0, 1}};

  /** How often its signatures were gone over. */
  private int passes;

  @Test
  void newAndTrainedWordsComeInTheirOrderAndTakeOnePass() {
    List<WordPrediction> all =
        predict(
            3,
            List.of(
                new Wanted("new", Optional.of(new double[] {2, 3})),
                new Wanted("second", Optional.empty()),
                new Wanted("newer", Optional.of(new double[] {-1, 1}))));
    assertThat(all)
        .extracting(WordPrediction::word, WordPrediction::source)
        .containsExactly(
            tuple("new", WordPrediction.Source.NEW_WORD),
            tuple("second", WordPrediction.Source.TRAINED_ON_THE_WORD),
            tuple("newer", WordPrediction.Source.NEW_WORD));
    // The signatures are 1 1 1 and 2 2 2.
    var first = new ArrayList<Float>();
    all.forEach(one -> first.add(one.predicted()[0]));
    assertThat(first).containsExactly(8f, 2f, 1f);
    assertThat(passes).isEqualTo(1);
  }

  @Test
  void imagesThatJavaCannotHoldAreRefusedBeforeSignaturesAreRead() {
    var word = new Wanted("new", Optional.of(new double[] {2, 3}));
    assertThatThrownBy(() -> predict(2_000_000_000, List.of(word, word)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the prediction of 2 words over 2,000,000,000 voxels takes 30,518")
        .hasMessageEndingWith("or take fewer words at a time");
    assertThat(passes).isZero();
  }

  private List<WordPrediction> predict(int voxels, List<Wanted> words) {
    var signatures =
        new Signatures() {
          @Override
          public int features() {
            return 2;
          }

          @Override
          public int voxels() {
            return voxels;
          }

          @Override
          public void forEach(Visitor visitor) {
            passes++;
            for (int f = 0; f < 2; f++) {
              var signature = new float[voxels];
              Arrays.fill(signature, f + 1);
              visitor.visit(f, signature);
            }
          }
        };
    EncodingModel model =
        EncodingModel.of(
            List.of("first", "second"),
            List.of("f1", "f2"),
            EncodingOptions.PAPER,
            new FeatureScaling(false, new double[2], new double[] {1, 1}),
            signatures,
            2);
    try (var workers = new Workers(1)) {
      return new WordPredictor(model, TRAINED, EvaluationOptions.PAPER, Optional.empty(), workers)
          .predict(words);
    }
  }
}
