package org.mitchell.bids;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.fmri.Responses;
import org.mitchell.images.TrialResponses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.testing.SharedData;
import org.mitchell.trials.Drift;
import org.mitchell.trials.HaemodynamicResponse;
import org.mitchell.trials.TrialMethod;

/** Against the trial images that nilearn's designs give for a simulated study (see its README). */
class SimulatedStudyTest {
  @ParameterizedTest
  @CsvSource({"mean, mean:4-7s", "lsa, lsa", "lss, lss"})
  void trialImagesAreThoseOfAnIndependentProgram(String name, String method) throws IOException {
    Path study = SharedData.file("bids-sim");
    Path root = study.resolve("bids");
    var query =
        new BidsQuery(
            root,
            Optional.empty(),
            "01",
            Optional.of("nouns"),
            Optional.of("MNI152NLin2009cAsym"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<BoldRun> runs = BidsDataset.runs(query, note -> {});
    assertThat(runs).extracting(BoldRun::run).containsExactly("1", "2", "3", "4");
    Responses responses;
    try (var workers = new Workers(2)) {
      var options =
          new BoldOptions(
              method,
              TrialMethod.of(method, HaemodynamicResponse.GLOVER),
              new Drift.Cosine(128),
              Optional.empty(),
              Optional.empty(),
              Map.of());
      BoldTrials made = BidsParticipant.read(runs, options, word -> true, workers, Progress.NONE);
      responses =
          TrialResponses.of(
              "01", made.study(), made.trials(), Optional.of(made.grid()), made.notes());
    }
    assertThat(responses.simulated()).isTrue();
    double[][] expected = rows(study.resolve("expected.npz"), name);
    int[] box = boxOrder(responses, study.resolve("expected.npz"));
    double squares = 0;
    double errors = 0;
    int compared = 0;
    for (Trial trial : trials(root, responses)) {
      float[] image = responses.trial(trial.word, trial.presentation);
      for (int v = 0; v < image.length; v++) {
        double value = expected[trial.row][box[v]];
        errors += (image[v] - value) * (image[v] - value);
        squares += value * value;
        compared++;
      }
    }
    assertThat(compared).isEqualTo(160 * 3272);
    assertThat(Math.sqrt(errors / squares)).isLessThan(1e-6);
  }

  /** A trial of a run, in the order of the expected rows. */
  private record Trial(int row, int word, int presentation) {}

  private static List<Trial> trials(Path root, Responses responses) throws IOException {
    var trials = new ArrayList<Trial>();
    for (int run = 1; run <= 4; run++) {
      Path events = root.resolve("sub-01/func/sub-01_task-nouns_run-%d_events.tsv".formatted(run));
      for (var event : EventTable.read(events, Optional.empty(), note -> {})) {
        if (!event.type().equals("fixation")) {
          int word = responses.words().indexOf(event.type());
          trials.add(new Trial(trials.size(), word, run - 1));
        }
      }
    }
    return trials;
  }

  /** For each voxel of the responses its column in the expected rows, which are in C order. */
  private static int[] boxOrder(Responses responses, Path npz) throws IOException {
    byte[] mask = new byte[22 * 26 * 14];
    array(npz, "mask").get(mask);
    var columns = new int[mask.length];
    int count = 0;
    for (int c = 0; c < mask.length; c++) {
      columns[c] = mask[c] != 0 ? count++ : -1;
    }
    var order = new int[responses.voxels()];
    for (int v = 0; v < order.length; v++) {
      int[] ijk = responses.grid().orElseThrow().voxel(v);
      order[v] = columns[(ijk[0] * 26 + ijk[1]) * 14 + ijk[2]];
    }
    return order;
  }

  private static double[][] rows(Path npz, String name) throws IOException {
    ByteBuffer data = array(npz, name);
    boolean single = data.remaining() == 160 * 3272 * Float.BYTES;
    var rows = new double[160][3272];
    for (double[] row : rows) {
      for (int v = 0; v < row.length; v++) {
        row[v] = single ? data.getFloat() : data.getDouble();
      }
    }
    return rows;
  }

  /** The values of an array in numpy's .npz, behind its header. */
  private static ByteBuffer array(Path npz, String name) throws IOException {
    try (var zip = new ZipFile(npz.toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
      ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int header = 10 + data.getShort(8);
      assertThat(new String(bytes, 0, header, StandardCharsets.ISO_8859_1))
          .contains("'fortran_order': False");
      return data.position(header);
    }
  }
}
