package org.mitchell.evaluation.ceilings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.ceilings.ImageIdentification.Score;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.files.InputException;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * The mean image of all other participants in the place of a model's predictions, on the voxels
 * that all have: what brains say of a brain, which a feature space can be judged against.
 */
public final class OtherParticipants {
  private final List<Brain> brains;
  private final CommonVoxels common;

  private OtherParticipants(List<Brain> brains, CommonVoxels common) {
    this.brains = brains;
    this.common = common;
  }

  /**
   * The images of a participant.
   *
   * @param places where its voxels or vertices lie
   * @param images of the words that all participants have, in their alphabetical order
   */
  public record Brain(String participant, PartOfWhole places, WordImages images) {
    /**
     * @throws InputException if it is not known where the voxels lie
     */
    public static Brain of(Responses responses) {
      return new Brain(
          responses.participant(), PartOfWhole.of(responses), WordImages.of(responses));
    }
  }

  /**
   * @param brains of the same words
   * @throws InputException if there are fewer than two, or they lie on different grids, or have no
   *     voxel in common
   */
  public static OtherParticipants of(List<Brain> brains) {
    if (brains.size() < 2) {
      throw new InputException(
          "got 1 participant, %s, where its images are compared with those of others. Give two or more"
              .formatted(brains.get(0).participant));
    }
    List<String> names = brains.stream().map(Brain::participant).toList();
    var common = CommonVoxels.of(names, brains.stream().map(Brain::places).toList(), brains.size());
    return new OtherParticipants(List.copyOf(brains), common);
  }

  /** How many voxels all have. */
  public int voxels() {
    return common.voxels();
  }

  /** Their labels, in their order. */
  public List<String> participants() {
    return brains.stream().map(Brain::participant).toList();
  }

  /**
   * Identifies the words of one by the mean image of the others.
   *
   * @param participant its number
   * @param analysis of its responses to all words, with all of its voxels
   * @param words numbers of the words that are looked at as if there were no others, ascending
   * @param scheme as of {@link ImageIdentification#of}
   */
  public Score score(
      int participant,
      EncodingAnalysis analysis,
      int[] words,
      Optional<? extends Splitting> scheme,
      Workers workers) {
    int[] columns = common.columns(participant);
    EncodingAnalysis shared = analysis.ofWords(words).ofVoxels(columns);
    var identification = ImageIdentification.of(shared, scheme, workers);
    int[] voxels = identification.voxels();
    var predicted = new double[words.length][voxels.length];
    for (int other = 0; other < brains.size(); other++) {
      if (other != participant) {
        add(gathered(other, words, voxels), predicted);
      }
    }
    return identification.score(predicted, gathered(participant, words, voxels));
  }

  /** A participant's images of some words, on some of the common voxels. */
  private double[][] gathered(int participant, int[] words, int[] voxels) {
    int[] columns = common.columns(participant);
    WordImages images = brains.get(participant).images;
    return Arrays.stream(words)
        .mapToObj(images::row)
        .map(row -> IntStream.of(voxels).mapToDouble(v -> row[columns[v]]).toArray())
        .toArray(double[][]::new);
  }

  private void add(double[][] images, double[][] mean) {
    for (int w = 0; w < mean.length; w++) {
      for (int v = 0; v < mean[w].length; v++) {
        mean[w][v] += images[w][v] / (brains.size() - 1);
      }
    }
  }
}
