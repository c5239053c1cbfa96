/**
 * What is written and how: files named after BIDS derivatives, a JSON beside every map, all of them
 * whole or not there; and what a fit left, read back.
 */
package org.mitchell.derivatives;
