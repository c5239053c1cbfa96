/**
 * {@code fit}, {@code predict} and {@code identify}, and where participants come from: {@code
 * data}, {@code simulate}, {@code demo}.
 */
package org.mitchell.cli.participants;
