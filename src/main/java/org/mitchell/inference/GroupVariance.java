package org.mitchell.inference;

import java.math.BigDecimal;

/** What the mean over participants is divided by at a voxel, where a group map tests it. */
public sealed interface GroupVariance {
  /** The usual: Student's t. */
  GroupVariance OWN = new Own();

  /** What the statistic is called in maps and files. */
  String label();

  /** What a sentence calls it. */
  String statistic();

  /** The same for readers. */
  String inWords();

  /** What a map of it is called. */
  String title();

  /** The variance over participants at the voxel. */
  record Own() implements GroupVariance {
    @Override
    public String label() {
      return "t";
    }

    @Override
    public String statistic() {
      return "t";
    }

    @Override
    public String inWords() {
      return "t";
    }

    @Override
    public String title() {
      return "t over participants";
    }
  }

  /**
   * That variance smoothed over space: few participants tell a voxel's variance badly, and its
   * neighbours' are much the same (the pseudo-t of Nichols and Holmes 2002).
   *
   * @param fwhm of the Gaussian, mm
   */
  record Smoothed(double fwhm) implements GroupVariance {
    @Override
    public String label() {
      return "pseudot";
    }

    @Override
    public String statistic() {
      return "pseudo-t";
    }

    @Override
    public String inWords() {
      return "pseudo-t, its variance smoothed by %s mm FWHM,".formatted(millimetres());
    }

    @Override
    public String title() {
      return "pseudo-t over participants, its variance smoothed by %s mm FWHM"
          .formatted(millimetres());
    }

    private String millimetres() {
      return BigDecimal.valueOf(fwhm).stripTrailingZeros().toPlainString();
    }
  }

  /** Nothing: the mean itself, whose maximum over voxels falls where it varies most. */
  record None() implements GroupVariance {
    @Override
    public String label() {
      return "mean";
    }

    @Override
    public String statistic() {
      return "the mean";
    }

    @Override
    public String inWords() {
      return "mean, judged by sign-flips,";
    }

    @Override
    public String title() {
      return "the mean over participants, judged by sign-flips";
    }
  }
}
