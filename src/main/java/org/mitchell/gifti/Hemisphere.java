package org.mitchell.gifti;

/** Half of a brain. */
public enum Hemisphere {
  LEFT,
  RIGHT
}
