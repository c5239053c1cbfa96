package org.mitchell.cli.options;

/** Options that mean nothing without another one. */
public record OnlyWith(String other) {
  /**
   * @param value what was given; null where nothing was
   * @throws UsageException if something was
   */
  public OnlyWith refuse(String name, Object value) {
    if (value != null) {
      throw new UsageException(name + ": only with " + other);
    }
    return this;
  }
}
