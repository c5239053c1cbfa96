/**
 * What the project does for people: participants are read, fitted, predicted, identified and mapped
 * here, from their files to the files that are made. A command line and a page ask for it and say
 * what came of it; neither computes.
 */
package org.mitchell.study;
