package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.images.ParticipantImages;
import org.mitchell.provenance.Provenance;

/** The responses that a model can be held against: the very file that it was fitted on. */
public final class FittedResponses {
  private FittedResponses() {}

  /**
   * Reads them; nothing when they are no longer where they were at fit, and no other place is
   * given.
   *
   * @param data where they are now; nothing where they were at fit
   * @param inputs the files join these
   * @throws InputException if the file is another than the one at fit
   */
  public static Optional<Responses> of(
      SavedFit fit, Optional<Path> data, List<Provenance.Input> inputs) throws IOException {
    ReadOptions options = fit.readOptions();
    Path file = fit.responsesFile();
    if (data.isPresent() && options.images().isPresent()) {
      Path folder =
          Files.isDirectory(data.get()) ? data.get() : FullPath.of(data.get()).getParent();
      options = options.in(folder);
      file = folder.resolve(file.getFileName());
    } else if (data.isPresent()) {
      file = ParticipantFiles.find(data.get(), fit.subject()).file().path();
    }
    List<Path> files = options.files(file);
    if (data.isEmpty() && !files.stream().allMatch(Files::isReadable)) {
      return Optional.empty();
    }
    List<Provenance.Input> read = InputRecords.read(files);
    if (!InputRecords.sha256(read).equals(fit.responsesSha256())) {
      throw InputException.in(
          file,
          "not the %s that %s was fitted on (%s SHA-256 differs)"
              .formatted(
                  files.size() == 1 ? "file" : "images, labels and mask",
                  fit.subject(),
                  files.size() == 1 ? "its" : "their"),
          Remedy.OTHER_RESPONSES);
    }
    inputs.addAll(read);
    Responses responses = ParticipantImages.read(file, fit.subject(), options);
    fit.requireWords(responses);
    return Optional.of(responses);
  }
}
