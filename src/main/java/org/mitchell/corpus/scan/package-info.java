/**
 * The counting core: bytes of text in, tallies out. Any engine can run it: tallies of parts add up,
 * and segments say what the cuts between parts left open.
 */
package org.mitchell.corpus.scan;
