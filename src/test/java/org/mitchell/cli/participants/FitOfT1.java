package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** Participant T1 of the fixtures, fitted into a folder, and the names of what is written there. */
record FitOfT1(Path out) {
  static final String START = "sub-T1/sub-T1_task-nouns_";
  static final String EVALUATION = START + "evaluation.json";
  static final String R_MAP = START + "space-MNI152Lin_stat-r_statmap.nii.gz";

  Ran run(Object... more) {
    return Ran.fit(out, "T1", Ran.T1, more);
  }

  JsonNode model() throws IOException {
    return Ran.json(out.resolve(START + "model.json"));
  }
}
