package org.mitchell.cli.options;

/** What to do about damage. */
public enum OnError {
  FAIL,
  SKIP
}
