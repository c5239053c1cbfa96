/** The engine of one machine: all cores, constant memory, and checkpoints to go on from. */
package org.mitchell.corpus.local;
