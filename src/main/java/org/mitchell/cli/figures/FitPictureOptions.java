package org.mitchell.cli.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.cli.options.FitPlaceOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.fmri.Responses;
import org.mitchell.study.FittedParticipant;
import org.mitchell.study.FittedResponses;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The fitted participant that a picture is of, and where the picture goes. */
final class FitPictureOptions {
  private static final int MOST_WORDS = 4;

  @Parameters(paramLabel = "SUBJECT", description = "a fitted participant")
  private String subject;

  @Mixin private FitPlaceOptions place;
  @Mixin private PictureOptions picture;

  String subject() {
    return subject;
  }

  PictureOptions picture() {
    return picture;
  }

  /** The fit and the responses. */
  FittedParticipant read() throws IOException {
    return place.read(subject, new ArrayList<>());
  }

  /** The fit alone. */
  SavedFit fit() throws IOException {
    return SavedFit.read(place.model(), subject);
  }

  /** The responses of a fit, where they still are. */
  Optional<Responses> responses(SavedFit fit) throws IOException {
    return FittedResponses.of(fit, place.data(), new ArrayList<>());
  }

  /**
   * The words of {@code --words}, as they are typed.
   *
   * @throws UsageException if a picture has no room for them
   */
  static List<String> words(List<String> typed) {
    if (typed.size() > MOST_WORDS) {
      throw new UsageException(
          "--words: got %d where %d at most are expected".formatted(typed.size(), MOST_WORDS));
    }
    return TypedWords.of("--words", typed);
  }
}
