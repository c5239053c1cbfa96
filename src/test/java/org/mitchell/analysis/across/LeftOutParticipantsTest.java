package org.mitchell.analysis.across;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.JsonStudy;
import org.mitchell.evaluation.across.Way;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The three participants of testdata/across, read as the command reads them. */
class LeftOutParticipantsTest {
  private static final JsonStudy STUDY = JsonStudy.in("across");

  @Test
  void everybodyIsReadOnceByAnatomyToo() throws IOException {
    var asked = new ArrayList<Integer>();
    List<SharedWords> participants =
        IntStream.range(0, 3).mapToObj(k -> words(STUDY.responses(k))).toList();
    var images =
        new LeftOutParticipants.Images() {
          @Override
          public SharedWords of(int participant) {
            asked.add(participant);
            return participants.get(participant);
          }

          @Override
          public Optional<VoxelPlaces> places(int participant) {
            return participants.get(participant).responses().places();
          }
        };
    JsonNode how = STUDY.cases().get(0);
    try (var workers = new Workers(1)) {
      AcrossResult result =
          LeftOutParticipants.of(
              new AcrossRequest(
                  List.of(Way.ANATOMY),
                  OptionalInt.empty(),
                  1,
                  responses -> JsonStudy.options(how, Scale.UNIT, 1),
                  1),
              new Contender("f", false, participants),
              images,
              workers,
              Progress.NONE,
              note -> {});
      assertThat(result.commonVoxels()).isPresent();
    }
    assertThat(asked).containsExactly(0, 1, 2);
  }

  private static SharedWords words(Responses responses) {
    double[][] rows =
        StreamSupport.stream(STUDY.study().get("features").spliterator(), false)
            .map(JsonStudy::numbers)
            .toArray(double[][]::new);
    List<String> names = IntStream.range(0, rows[0].length).mapToObj(f -> "f" + f).toList();
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    var space = new FeatureSpace("f", responses.words(), names, flat, new TreeMap<>());
    return SharedWords.of(responses, space, Scale.UNIT, true);
  }
}
