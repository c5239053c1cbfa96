package org.mitchell.text;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders labels as people do: runs of digits by their value, so that P2 comes before P10. */
public final class NaturalOrder implements Comparator<String> {
  private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String a, String b) {
    Matcher left = RUN.matcher(a);
    Matcher right = RUN.matcher(b);
    while (true) {
      boolean moreLeft = left.find();
      boolean moreRight = right.find();
      if (!moreLeft || !moreRight) {
        // P01 and P1 are equal by value but are two labels.
        return moreLeft == moreRight ? a.compareTo(b) : Boolean.compare(moreLeft, moreRight);
      }
      int order = compareRuns(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
  }

  private static int compareRuns(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? new BigInteger(a).compareTo(new BigInteger(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }
}
