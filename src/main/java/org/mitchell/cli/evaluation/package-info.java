/**
 * {@code evaluate}, {@code compare}, {@code across}, {@code similarity}, {@code leak} and {@code
 * power}: how well models do.
 */
package org.mitchell.cli.evaluation;
