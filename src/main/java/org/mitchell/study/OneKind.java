package org.mitchell.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** Means over participants are of measured ones or of simulated ones, never of both. */
public final class OneKind {
  /** By label, in the order of the participants. */
  private final Map<String, Boolean> simulated = new LinkedHashMap<>();

  public void add(String participant, boolean isSimulated) {
    simulated.put(participant, isSimulated);
  }

  /** Why there is no mean of these participants; nothing where there is one. */
  public Optional<String> mixed() {
    Optional<String> real = first(false);
    Optional<String> made = first(true);
    return real.isPresent() && made.isPresent()
        ? Optional.of(
            "%s is real and %s SIMULATED: a mean of both says nothing"
                .formatted(real.get(), made.get()))
        : Optional.empty();
  }

  /**
   * @throws InputException if there are participants of both kinds
   */
  public void require() {
    mixed()
        .ifPresent(
            why -> {
              throw new InputException(why, Remedy.OTHER_PARTICIPANTS);
            });
  }

  private Optional<String> first(boolean isSimulated) {
    return simulated.entrySet().stream()
        .filter(participant -> participant.getValue() == isSimulated)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
