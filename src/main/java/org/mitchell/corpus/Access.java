package org.mitchell.corpus;

/** What stands between a user and a corpus. */
public enum Access {
  /** Comes with this program. */
  BUILT_IN,
  /** Anyone may download it. */
  FREE,
  /** Someone has to agree to terms first, or to pay. */
  LICENCE
}
