/**
 * How many words, presentations and participants an experiment needs: simulated experiments, each
 * evaluated and tested as a real one would be.
 */
package org.mitchell.analysis.power;
