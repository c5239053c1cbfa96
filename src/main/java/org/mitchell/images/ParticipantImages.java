package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;

/** Reads one participant's responses, whatever they are in. */
public final class ParticipantImages {
  private ParticipantImages() {}

  /**
   * @param file the participant's; of labelled images the first
   * @param participant its label, without {@code sub-}
   * @throws org.mitchell.files.InputException if the file is damaged or does not hold responses
   */
  public static Responses read(Path file, String participant, ReadOptions options)
      throws IOException {
    Optional<ImageOptions> images = options.images();
    if (images.isEmpty()) {
      return ResponsesReader.read(file, participant, options);
    }
    Responses responses =
        LabelledImages.read(participant, images.get(), options.encoding(), options.placement());
    return ResponsesReader.finite(file, responses, options);
  }
}
