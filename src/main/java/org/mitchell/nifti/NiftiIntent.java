package org.mitchell.nifti;

import java.util.Objects;

/**
 * What the values of an image mean: {@code intent_code}, its parameters and {@code intent_name}.
 *
 * @param code one of the constants below, or any other code of the standard
 * @param p1 first parameter (degrees of freedom, for instance), 0 when the code has none
 * @param p2 second parameter
 * @param p3 third parameter
 * @param name at most 16 characters
 */
public record NiftiIntent(int code, double p1, double p2, double p3, String name) {
  public static final int CODE_NONE = 0;
  public static final int CODE_CORREL = 2;
  public static final int CODE_TTEST = 3;
  public static final int CODE_FTEST = 4;
  public static final int CODE_ZSCORE = 5;
  public static final int CODE_CHISQ = 6;
  public static final int CODE_BETA = 7;
  public static final int CODE_PVAL = 22;
  public static final int CODE_LOGPVAL = 23;
  public static final int CODE_LOG10PVAL = 24;
  public static final int CODE_ESTIMATE = 1001;
  public static final int CODE_LABEL = 1002;
  public static final int CODE_NEURONAME = 1003;
  public static final int CODE_GENMATRIX = 1004;
  public static final int CODE_SYMMATRIX = 1005;
  public static final int CODE_DISPVECT = 1006;
  public static final int CODE_VECTOR = 1007;
  public static final int CODE_POINTSET = 1008;
  public static final int CODE_TRIANGLE = 1009;
  public static final int CODE_QUATERNION = 1010;
  public static final int CODE_DIMLESS = 1011;
  public static final int CODE_TIME_SERIES = 2001;
  public static final int CODE_NODE_INDEX = 2002;
  public static final int CODE_SHAPE = 2005;

  /** The codes that CIFTI files have. */
  private static final int FIRST_CIFTI = 3_000;

  private static final int LAST_CIFTI = 3_099;

  /** No intent is declared. */
  public static final NiftiIntent NONE = of(CODE_NONE, "");

  public NiftiIntent {
    Objects.requireNonNull(name, "name");
  }

  /** An intent without parameters. */
  public static NiftiIntent of(int code, String name) {
    return new NiftiIntent(code, 0, 0, 0, name);
  }

  /** Whether the file is CIFTI: values of places on surfaces and in volumes, not of a grid. */
  public boolean isCifti() {
    return code >= FIRST_CIFTI && code <= LAST_CIFTI;
  }

  NiftiIntent storedAs(NiftiVersion version) {
    return new NiftiIntent(code, version.stored(p1), version.stored(p2), version.stored(p3), name);
  }
}
