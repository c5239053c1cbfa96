package org.mitchell.evaluation;

/**
 * One fold of a leave-two-out cross-validation.
 *
 * @param first number of the first held-out word
 * @param second number of the second
 * @param s11 similarity of the first prediction with the first observation
 * @param s12 of the first prediction with the second observation
 * @param s21 of the second prediction with the first observation
 * @param s22 of the second prediction with the second observation
 * @param correct 1 for right, 0 for wrong; a tie is 0 in preset paper and 1/2 in preset strict
 */
public record PairResult(
    int first, int second, double s11, double s12, double s21, double s22, double correct) {}
