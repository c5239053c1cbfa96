package org.mitchell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.SurfaceView;
import tools.jackson.databind.JsonNode;

/**
 * How a picture of a cortex is asked for.
 *
 * @param observed whether the observed image is wanted, not the predicted one
 */
record CortexQuestion(boolean observed, Cortex.Wanted how) {
  private static final double USUAL_SHARE = 0.3;

  /**
   * @throws Refusal if something is asked for that there is not
   */
  static CortexQuestion of(JsonNode question) {
    var views = new ArrayList<SurfaceView>();
    for (JsonNode view : question.path("views")) {
      views.add(one(SurfaceView.values(), view, "views"));
    }
    JsonNode given = question.path("share");
    double share = given.isNumber() ? given.asDouble() : USUAL_SHARE;
    if (question.has("share") && !given.isNumber() || !(share >= 0 && share < 1)) {
      throw new Refusal(Refusal.BAD_REQUEST, "share: a number from 0 to below 1 is expected");
    }
    Of of = question.has("of") ? one(Of.values(), question.path("of"), "of") : Of.PREDICTED;
    Theme theme =
        question.has("theme") ? one(Theme.values(), question.path("theme"), "theme") : Theme.LIGHT;
    return new CortexQuestion(
        of == Of.OBSERVED,
        new Cortex.Wanted(
            views.isEmpty()
                ? List.of(SurfaceView.LATERAL, SurfaceView.MEDIAL)
                : views.stream().distinct().toList(),
            share,
            theme,
            question.path("narrow").asBoolean(false)));
  }

  private enum Of {
    PREDICTED,
    OBSERVED
  }

  private static <T extends Enum<T>> T one(T[] all, JsonNode asked, String what) {
    String text = asked.isString() ? asked.asString() : "";
    Optional<T> found = Stream.of(all).filter(value -> inWords(value).equals(text)).findFirst();
    return found.orElseThrow(
        () ->
            new Refusal(
                Refusal.BAD_REQUEST,
                "%s: one of %s is expected"
                    .formatted(
                        what,
                        String.join(", ", Stream.of(all).map(CortexQuestion::inWords).toList()))));
  }

  private static String inWords(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
