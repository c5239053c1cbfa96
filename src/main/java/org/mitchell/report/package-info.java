/**
 * The report: what the files of a fit say, as one HTML file that needs nothing else.
 *
 * <p>Each section is made by a class of its own from the files of {@link
 * org.mitchell.report.ParticipantFiles}, as {@link org.mitchell.report.Block}s; the template
 * report.jte lays them out and escapes every text. Nothing is computed here that the files do not
 * already say, but for means, medians and counts.
 */
package org.mitchell.report;
