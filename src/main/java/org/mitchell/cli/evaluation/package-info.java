/** {@code evaluate}, {@code compare} and {@code power}: how well models do. */
package org.mitchell.cli.evaluation;
