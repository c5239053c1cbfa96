/** {@code evaluate}, {@code compare}, {@code similarity} and {@code power}: how well models do. */
package org.mitchell.cli.evaluation;
